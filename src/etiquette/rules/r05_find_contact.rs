//! R5: find the addresses that the thank-yous of a round are waiting for: one message to the recruiter or whoever
//! arranged it, asking for all of them (or to hand the notes on), or a look on LinkedIn. An agency hands them on in any case.
//!
//! Each of those thank-yous is blocked until its person is found. R5 is done when nobody is left, or by the user's word:
//! they hand the notes on. Source: PLAN.

use super::r04_thank_you::{Note, best_moment};
use crate::etiquette::contacts::Contact;
use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Channel, PersonId, Role, Round, Stamp, Task};
use std::collections::BTreeMap;

/// It is due when the thank-yous are best written, but no sooner than this many hours after the round.
const WITHIN: i64 = 2;

pub(super) fn propose(
    history: &History<'_>,
    notes: &[Note<'_>],
    contacts: &BTreeMap<PersonId, Contact>,
    ctx: &RuleContext<'_>,
    out: &mut Vec<Action>,
) {
    let recruiter = history.of_role(Role::Recruiter).next().map(|recruiter| recruiter.id);
    for of_round in notes.chunk_by(|one, next| one.round.id == next.round.id) {
        let sought: Vec<_> = of_round.iter().filter(|note| is_sought(history, note, contacts)).collect();
        let Some(round) = sought.first().map(|note| note.round) else { continue };
        // When the search ended for each of them; `None` while one is left.
        let ends = sought.iter().map(|note| found(contacts, note).or(note.settled_by(ctx.now)));
        let done = ends.clone().try_fold(Stamp::MIN, |last, end| end.map(|end| last.max(end)));
        let left = sought.iter().zip(ends).filter(|(_, end)| end.is_none());
        let due = best_moment(round.ends, ctx).max(hours_after(round.ends, WITHIN));
        let key = key(history, round);
        Proposal::new(Rule::R5, key, Window::opening(round.ends).due(due), Reason::NoAddress)
            .done(done)
            .marked(history.mark_on(key, Stamp::MIN))
            .to(recruiter, Channel::Email)
            .seeking(left.map(|(note, _)| note.person.id).collect())
            .add(out, ctx, Some(history));
    }
}

/// Whether a thank-you has to wait until an address is found.
pub(super) fn is_awaited_by(
    history: &History<'_>,
    note: &Note<'_>,
    contacts: &BTreeMap<PersonId, Contact>,
) -> bool {
    is_sought(history, note, contacts)
        && found(contacts, note).is_none()
        && history.mark_on(key(history, note.round), Stamp::MIN).is_none()
}

/// Whether a thank-you goes by email and no address was known when its round ended.
fn is_sought(history: &History<'_>, note: &Note<'_>, contacts: &BTreeMap<PersonId, Contact>) -> bool {
    history.via().is_none()
        && history.channel() == Channel::Email
        && !note.person.has_email()
        && found(contacts, note).is_none_or(|found| found > note.round.ends)
}

/// When a way to reach the person was found, in any opportunity.
fn found(contacts: &BTreeMap<PersonId, Contact>, note: &Note<'_>) -> Option<Stamp> {
    contacts.get(&note.person.id).and_then(|contact| contact.found)
}

fn key(history: &History<'_>, round: &Round) -> ActionKey {
    ActionKey { round: Some(round.id), ..history.key(Task::FindContact) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Mark, Opportunity};

    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-07T18:00", "2026-03-07T19:00", &[SAM])
    }

    fn stands(told: Opportunity, now: &str) -> (Vec<Status>, Status) {
        let records = search([told]);
        let searches = all(Task::FindContact, &records, now);
        (searches.iter().map(|search| search.status).collect(), status(Task::ThankYou, &records, now))
    }

    #[test]
    fn it_is_due_when_the_thanks_are_best_written() {
        // A Saturday: nobody works the next day.
        let action = the(Task::FindContact, &search([held()]), "2026-03-07T19:00");
        assert_eq!(times(&action), ["2026-03-07T19:00", "2026-03-07T21:00", "–"]);
        let morning = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[SAM]);
        let action = the(Task::FindContact, &search([morning]), "2026-03-03T12:00");
        assert_eq!(times(&action), ["2026-03-03T11:00", "2026-03-03T16:00", "–"]);
    }

    #[test]
    fn one_request_a_round_asks_the_recruiter_for_all_who_are_still_missing() {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[SAM, DANA, INES, ROB]);
        let mut records = search([told.clone()]);
        records.people.get_mut(&INES).unwrap().email = None;
        let action = the(Task::FindContact, &records, "2026-03-03T12:00");
        assert_eq!(
            (action.people.as_slice(), action.to, action.key.person),
            (&[SAM, INES][..], Some(ROB), None)
        );
        let found = told.then("2026-03-03T12:30", EventKind::ContactFound { person: SAM });
        records.opportunities.insert(ACME, found);
        let action = the(Task::FindContact, &records, "2026-03-03T13:00");
        assert_eq!((action.people.as_slice(), action.status), (&[INES][..], Status::Open));
    }

    #[test]
    fn the_thank_you_is_blocked_until_the_contact_is_found_or_the_users_word() {
        assert_eq!(stands(held(), "2026-03-07T20:00"), (vec![Status::Open], Status::Blocked));
        let found = held().then("2026-03-07T19:30", EventKind::ContactFound { person: SAM });
        assert_eq!(stands(found, "2026-03-07T20:00"), (vec![Status::Done], Status::Open));
        let action = the(Task::FindContact, &search([held()]), "2026-03-07T20:00").key;
        for (mark, status) in [(Mark::Skipped, Status::Skipped), (Mark::Done, Status::Done)] {
            let said = held().then("2026-03-07T19:30", EventKind::marked(mark, action));
            assert_eq!(stands(said, "2026-03-07T20:00"), (vec![status], Status::Open));
        }
    }

    #[test]
    fn what_was_found_by_the_end_of_the_round_needs_no_search() {
        let found = held().then("2026-03-07T19:00", EventKind::ContactFound { person: SAM });
        assert_eq!(stands(found, "2026-03-07T20:00"), (vec![], Status::Open));
        let somebody_elses = held().then("2026-03-07T19:00", EventKind::ContactFound { person: DANA });
        assert_eq!(stands(somebody_elses, "2026-03-07T20:00").1, Status::Blocked);
    }

    #[test]
    fn nobody_is_left_once_the_thanks_are_sent_skipped_or_missed() {
        let sent = held().then("2026-03-07T19:30", EventKind::ThankYouSent { person: SAM, round: FIRST });
        assert_eq!(stands(sent, "2026-03-07T20:00"), (vec![Status::Done], Status::Done));
        let action = the(Task::ThankYou, &search([held()]), "2026-03-07T20:00").key;
        let skipped = held().then("2026-03-07T19:30", EventKind::marked(Mark::Skipped, action));
        assert_eq!(stands(skipped, "2026-03-07T20:00"), (vec![Status::Done], Status::Skipped));
        assert_eq!(stands(held(), "2026-03-13T23:59"), (vec![Status::Overdue], Status::Blocked));
        assert_eq!(stands(held(), "2026-03-14T00:00"), (vec![Status::Done], Status::Missed));
    }

    #[test]
    fn with_an_outcome_the_search_ends_and_is_not_done_when_the_thanks_would_have_been_missed() {
        let no = held().then("2026-03-09T09:00", EventKind::Rejected { person: None });
        for when in ["2026-03-09T09:00", "2026-03-14T00:00"] {
            assert!(all(Task::FindContact, &search([no.clone()]), when).is_empty(), "{when}");
        }
    }
}
