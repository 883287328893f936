//! R2: note who was met, what was promised and what was asked for, while it is fresh.
//!
//! Done once somebody met is recorded, and the day of the answer is recorded or marked as not told.
//! Source: OWN.

use super::rounds_that_ran_on;
use crate::etiquette::context::RuleContext;
use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, ReplyBy, Stamp, Task};

/// It is due this many hours after the round.
const WITHIN: i64 = 2;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for round in rounds_that_ran_on(history) {
        let window = Window::opening(round.ends).due(hours_after(round.ends, WITHIN));
        let key = ActionKey { round: Some(round.id), ..history.key(Task::RecordInterview) };
        let recorded = history
            .course(round)
            .is_some_and(|course| !course.met.is_empty() && course.reply_by != ReplyBy::NotRecorded);
        Proposal::new(Rule::R2, key, window, Reason::NotRecorded)
            .done(recorded.then_some(round.ends))
            .marked(history.mark_on(key, Stamp::MIN))
            .add(out, ctx, Some(history));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity};

    fn held(people: &[crate::model::PersonId], reply_by: ReplyBy) -> Opportunity {
        let mut acme = acme().met(FIRST, "2026-03-08T00:30", "2026-03-08T01:30", people);
        acme.rounds[0].course.as_mut().unwrap().reply_by = reply_by;
        acme
    }

    #[test]
    fn it_is_due_two_elapsed_hours_after_the_end() {
        // From 02:00 to 03:00 there was no time that night.
        let records = search([held(&[], ReplyBy::NotRecorded)]);
        let action = the(Task::RecordInterview, &records, "2026-03-08T04:29");
        assert_eq!(times(&action), ["2026-03-08T01:30", "2026-03-08T04:30", "–"]);
        assert_eq!(action.status, Status::Open);
    }

    #[test]
    fn it_is_done_once_someone_met_is_recorded_and_the_reply_date_is_recorded_or_not_told() {
        let after = "2026-03-08T09:00";
        let stands = |acme| status(Task::RecordInterview, &search([acme]), after);
        assert_eq!(stands(held(&[DANA], ReplyBy::NotRecorded)), Status::Overdue);
        assert_eq!(stands(held(&[], ReplyBy::NotTold)), Status::Overdue);
        assert_eq!(stands(held(&[DANA], ReplyBy::NotTold)), Status::Done);
        assert_eq!(stands(held(&[DANA], ReplyBy::Date(day("2026-03-13")))), Status::Done);
    }

    #[test]
    fn after_an_outcome_only_rounds_that_had_ended_by_then_are_still_recorded() {
        let told =
            held(&[], ReplyBy::NotRecorded).with(round(SECOND, "2026-03-12T10:00", "2026-03-12T11:00"));
        let records = search([told.then("2026-03-08T01:30", EventKind::Rejected { person: None })]);
        let action = the(Task::RecordInterview, &records, "2026-03-13T09:00");
        assert_eq!(action.key.round, Some(FIRST));
    }
}
