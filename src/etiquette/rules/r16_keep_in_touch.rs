//! R16: keep in touch with the recruiters of a rejected or silent opportunity, and with whomever the user marks.
//!
//! It is counted from the last contact with that person, either way; any contact starts the count anew. Its key names
//! the person alone, whatever opportunities they appear in. Sources: STAR, HKSM.

use crate::etiquette::history::Ending;
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::days_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Channel, PersonId, Role, Stamp, Task};
use crate::sorting;

/// It opens this many days after the last contact.
const OPENS: u64 = 90;
/// It is due at the end of this day after the day on which it opens.
const DUE: u64 = 14;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for (id, said_no) in candidates(overview) {
        // For a recruiter with whom there was no other contact, the no counts as one.
        let last = overview.contacts.get(&id).and_then(|contact| contact.last).or(said_no);
        let Some(last) = last else { continue };
        let day = ctx.calendar.day(last);
        let opens = days_after(day, OPENS);
        let window = Window::opening(ctx.calendar.start(opens)).due(ctx.calendar.end(days_after(opens, DUE)));
        let key = ActionKey { person: Some(id), ..ActionKey::new(Task::KeepInTouch) };
        Proposal::new(Rule::R16, key, window, Reason::LastContact(day))
            .marked(overview.mark_on(key, last))
            .to(Some(id), Channel::Email)
            .add(out, ctx, None);
    }
}

/// Whom to keep in touch with, each once, and when the last company for which they recruit said no.
fn candidates(overview: &SearchOverview<'_>) -> Vec<(PersonId, Option<Stamp>)> {
    let flagged = overview.records.people.values().filter(|person| person.keep_in_touch);
    let mut candidates: Vec<_> = flagged.map(|person| (person.id, None)).collect();
    for history in &overview.histories {
        let Some(outcome) = history.outcome_if(&[Ending::Rejected, Ending::Silent]) else { continue };
        let said_no = Some(outcome.at).filter(|_| outcome.ending == Ending::Rejected);
        candidates.extend(history.of_role(Role::Recruiter).map(|recruiter| (recruiter.id, said_no)));
    }
    // For one who is named more than once, the latest no comes last, and is kept.
    sorting::by_key(&mut candidates, |candidate| *candidate);
    let last_of_each = candidates.chunk_by(|one, next| one.0 == next.0).filter_map(<[_]>::last);
    last_of_each.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Mark, Opportunity, PersonEvent, PersonEventKind, Records};

    /// Ines, whom the user marked, was met on 2 March.
    fn marked() -> Records {
        let mut records = search([acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA, INES])]);
        records.people.get_mut(&INES).unwrap().keep_in_touch = true;
        records
    }

    fn logged(local: &str, what: PersonEventKind) -> Records {
        let mut records = marked();
        records.people.get_mut(&INES).unwrap().log.push(PersonEvent { at: at(local), what });
        records
    }

    fn opens(records: &Records, now: &str) -> String {
        times(&the(Task::KeepInTouch, records, now))[0].clone()
    }

    fn contact() -> PersonEventKind {
        PersonEventKind::ContactMade { text: String::new() }
    }

    #[test]
    fn it_opens_90_days_after_the_last_contact_and_is_due_14_days_later() {
        let action = the(Task::KeepInTouch, &marked(), "2026-03-03T09:00");
        assert_eq!(times(&action), ["2026-05-31T00:00", "2026-06-15T00:00", "–"]);
        assert_eq!((action.to, action.reason), (Some(INES), Reason::LastContact(day("2026-03-02"))));
    }

    #[test]
    fn over_the_turn_of_the_year_and_a_leap_day() {
        let records = logged("2027-12-15T09:00", contact());
        assert_eq!(opens(&records, "2028-01-01T09:00"), "2028-03-14T00:00");
    }

    #[test]
    fn any_contact_starts_the_count_anew_once_it_has_happened() {
        let records = logged("2026-04-01T09:00", contact());
        assert_eq!(opens(&records, "2026-04-01T08:59"), "2026-05-31T00:00");
        assert_eq!(opens(&records, "2026-04-01T09:00"), "2026-06-30T00:00");
        let records = logged("2026-04-01T09:00", PersonEventKind::Connected);
        assert_eq!(opens(&records, "2026-04-01T09:00"), "2026-06-30T00:00");
    }

    #[test]
    fn the_users_word_is_no_contact_and_holds_until_the_next() {
        let mut records = logged("2026-06-01T09:00", PersonEventKind::Marked { mark: Mark::Skipped });
        let stands = |records: &Records, now| status(Task::KeepInTouch, records, now);
        assert_eq!(stands(&records, "2026-06-01T08:59"), Status::Open);
        assert_eq!(stands(&records, "2026-06-01T09:00"), Status::Skipped);
        assert_eq!(opens(&records, "2026-06-01T09:00"), "2026-05-31T00:00");
        let ines = records.people.get_mut(&INES).unwrap();
        ines.log.push(PersonEvent { at: at("2026-06-02T09:00"), what: contact() });
        assert_eq!(stands(&records, "2026-06-02T09:00"), Status::Upcoming);
    }

    #[test]
    fn the_users_word_holds_where_the_opportunity_it_was_said_in_merely_mentions_them() {
        let mut records = marked();
        let action = the(Task::KeepInTouch, &records, "2026-06-01T09:00").key;
        let mut beside = bolt().then("2026-06-02T09:00", EventKind::marked(Mark::Skipped, action));
        beside.people = vec![INES];
        records.opportunities.insert(BOLT, beside);
        assert_eq!(status(Task::KeepInTouch, &records, "2026-06-03T09:00"), Status::Skipped);
    }

    #[test]
    fn so_does_the_users_word_in_an_opportunity_the_latest_of_several() {
        let action = the(Task::KeepInTouch, &marked(), "2026-06-01T09:00").key;
        let other = ActionKey { person: Some(DANA), ..action };
        let mut records = marked();
        let mut stands = |when: &str, mark, action| {
            let acme = records.opportunities[&ACME].clone().then(when, EventKind::marked(mark, action));
            records.opportunities.insert(ACME, acme);
            status(Task::KeepInTouch, &records, "2026-06-05T09:00")
        };
        assert_eq!(stands("2026-06-04T09:00", Mark::Skipped, other), Status::Open, "on somebody else");
        assert_eq!(stands("2026-03-02T10:59", Mark::Done, action), Status::Open, "before the contact");
        assert_eq!(stands("2026-06-02T09:00", Mark::Skipped, action), Status::Skipped);
        assert_eq!(stands("2026-06-01T09:00", Mark::Done, action), Status::Skipped, "an earlier word");
        assert_eq!(stands("2026-06-03T09:00", Mark::Done, action), Status::Done);
    }

    /// Rob, a recruiter who was not met, and a no on 6 March.
    fn rejected(told: Opportunity) -> Records {
        let mut told = told.then("2026-03-06T17:00", EventKind::Rejected { person: None });
        told.people = vec![ROB];
        search([told])
    }

    #[test]
    fn a_rejection_counts_only_for_a_recruiter_who_has_no_other_contact() {
        assert_eq!(opens(&rejected(acme()), "2026-03-07T09:00"), "2026-06-04T00:00");
        let contacted = acme().then("2026-03-04T09:00", EventKind::ContactMade { person: ROB });
        assert_eq!(opens(&rejected(contacted), "2026-03-07T09:00"), "2026-06-02T00:00");
        let somebody_elses = acme().then("2026-03-04T09:00", EventKind::ContactMade { person: DANA });
        assert_eq!(opens(&rejected(somebody_elses), "2026-03-07T09:00"), "2026-06-04T00:00");
    }

    #[test]
    fn a_question_is_contact_with_whom_it_went_to() {
        let asked = |person| {
            let mut records = marked();
            records.people.get_mut(&INES).unwrap().keep_in_touch = false;
            records.people.get_mut(&DANA).unwrap().keep_in_touch = true;
            let acme = records.opportunities[&ACME].clone();
            let acme = acme.then("2026-03-10T09:00", EventKind::FollowUpSent { person });
            records.opportunities.insert(ACME, acme);
            opens(&records, "2026-03-11T09:00")
        };
        assert_eq!(asked(None), "2026-06-08T00:00", "to the hiring manager, where nobody is named");
        assert_eq!(asked(Some(INES)), "2026-05-31T00:00");
    }

    #[test]
    fn a_no_is_no_contact_with_those_who_are_no_recruiters() {
        let mut told = acme().then("2026-03-06T17:00", EventKind::Rejected { person: None });
        told.people = vec![INES];
        let mut records = search([told]);
        records.people.get_mut(&INES).unwrap().keep_in_touch = true;
        assert!(all(Task::KeepInTouch, &records, "2026-03-07T09:00").is_empty());
    }

    #[test]
    fn recruiters_are_stayed_in_touch_with_after_silence_too() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[ROB]);
        let records = search([told.then("2026-03-06T17:00", EventKind::ClosedSilent)]);
        assert_eq!(opens(&records, "2026-03-07T09:00"), "2026-05-31T00:00");
    }

    #[test]
    fn silence_is_no_contact() {
        let mut told = acme().then("2026-03-06T17:00", EventKind::ClosedSilent);
        told.people = vec![ROB];
        assert!(all(Task::KeepInTouch, &search([told]), "2026-03-07T09:00").is_empty());
    }

    #[test]
    fn whom_a_round_after_the_no_brought_together_has_been_in_contact_since() {
        let met = acme().met(FIRST, "2026-03-09T10:00", "2026-03-09T11:00", &[ROB]);
        assert_eq!(opens(&rejected(met), "2026-03-10T09:00"), "2026-06-07T00:00");
    }

    #[test]
    fn of_two_noes_the_last_one_counts() {
        let mut records = rejected(acme());
        let mut bolt = bolt().then("2026-03-10T17:00", EventKind::Rejected { person: None });
        bolt.people = vec![ROB];
        records.opportunities.insert(BOLT, bolt);
        assert_eq!(opens(&records, "2026-03-11T09:00"), "2026-06-08T00:00");
    }

    #[test]
    fn whoever_is_neither_marked_nor_such_a_recruiter_is_left_alone() {
        let records = search([acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA, ROB])]);
        assert!(all(Task::KeepInTouch, &records, "2026-03-07T09:00").is_empty());
    }
}
