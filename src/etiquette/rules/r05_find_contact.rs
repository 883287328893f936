//! R5: find a way to reach somebody whose thank-you is waiting: ask the recruiter or HR, or look on LinkedIn.
//!
//! That thank-you is blocked until the contact is found, or R5 is skipped. R5 ends when its thank-you is
//! sent, skipped or missed. Source: PLAN.

use crate::etiquette::context::RuleContext;
use crate::etiquette::history::{Acquaintance, History};
use crate::etiquette::proposal::Proposal;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Round, Stamp, Task};

/// It is due this many hours after the round.
const WITHIN: i64 = 12;

/// Proposes to find a contact where one is missing. Returns whether the person can be thanked now.
pub(crate) fn propose(
    history: &History<'_>,
    ctx: &RuleContext<'_>,
    round: &Round,
    person: Acquaintance<'_>,
    thank_you: Window,
    unsent: bool,
    out: &mut Vec<Action>,
) -> bool {
    let found = history.contact_found(person.id);
    if person.has_email() || found.is_some_and(|found| found <= round.ends) {
        return true;
    }
    let key = ActionKey { round: Some(round.id), person: Some(person.id), ..history.key(Task::FindContact) };
    let said = history.mark_on(key, Stamp::MIN);
    let reachable = found.is_some() || said.is_some();
    let over = !unsent || thank_you.closes.is_some_and(|closes| ctx.now >= closes);
    if reachable || !over {
        let window = Window::opening(round.ends).due(hours_after(round.ends, WITHIN));
        // With an outcome the search for an address ends too, also where its thank-you stays as missed.
        Proposal::new(Rule::R5, key, window, Reason::NoAddress).done(found).marked(said).add(
            out,
            ctx,
            Some(history),
        );
    }
    reachable
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
    fn it_is_due_12_elapsed_hours_after_the_end() {
        // The night between loses an hour.
        let action = the(Task::FindContact, &search([held()]), "2026-03-07T19:00");
        assert_eq!(times(&action), ["2026-03-07T19:00", "2026-03-08T08:00", "–"]);
    }

    #[test]
    fn the_thank_you_is_blocked_until_the_contact_is_found_or_skipped() {
        assert_eq!(stands(held(), "2026-03-07T20:00"), (vec![Status::Open], Status::Blocked));
        let found = held().then("2026-03-07T19:30", EventKind::ContactFound { person: SAM });
        assert_eq!(stands(found, "2026-03-07T20:00"), (vec![Status::Done], Status::Open));
        let action = the(Task::FindContact, &search([held()]), "2026-03-07T20:00").key;
        let skipped = held().then("2026-03-07T19:30", EventKind::marked(Mark::Skipped, action));
        assert_eq!(stands(skipped, "2026-03-07T20:00"), (vec![Status::Skipped], Status::Open));
    }

    #[test]
    fn what_was_found_by_the_end_of_the_round_needs_no_search() {
        let found = held().then("2026-03-07T19:00", EventKind::ContactFound { person: SAM });
        assert_eq!(stands(found, "2026-03-07T20:00"), (vec![], Status::Open));
        let somebody_elses = held().then("2026-03-07T19:00", EventKind::ContactFound { person: DANA });
        assert_eq!(stands(somebody_elses, "2026-03-07T20:00").1, Status::Blocked);
    }

    #[test]
    fn it_ends_when_its_thank_you_is_sent_skipped_or_missed() {
        let sent = held().then("2026-03-07T19:30", EventKind::ThankYouSent { person: SAM, round: FIRST });
        assert_eq!(stands(sent, "2026-03-07T20:00"), (vec![], Status::Done));
        let action = the(Task::ThankYou, &search([held()]), "2026-03-07T20:00").key;
        let skipped = held().then("2026-03-07T19:30", EventKind::marked(Mark::Skipped, action));
        assert_eq!(stands(skipped, "2026-03-07T20:00"), (vec![], Status::Skipped));
        assert_eq!(stands(held(), "2026-03-13T23:59"), (vec![Status::Overdue], Status::Blocked));
        assert_eq!(stands(held(), "2026-03-14T00:00"), (vec![], Status::Missed));
    }
}
