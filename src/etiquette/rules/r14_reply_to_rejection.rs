//! R14: thank them for a no and stay open, with no blame on the recruiter, who rarely decides.
//!
//! The day of the no itself is the user's, to feel it. The answer goes to whoever said it, else to the recruiter.
//! Source: STAR.

use crate::etiquette::history::{Ending, History};
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{Role, Stamp, Task};

/// It is due, and closes, at the end of these business days after the no.
const DUE: u32 = 2;
const CLOSES: u32 = 10;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let Some(rejected) = history.outcome_if(&[Ending::Rejected]) else { return };
    let day = ctx.calendar.day(rejected.at);
    let window = Window::opening(opening(rejected.at, ctx))
        .due(ctx.end_of_business_day(day, DUE))
        .closes(ctx.end_of_business_day(day, CLOSES));
    let key = history.key(Task::ReplyToRejection);
    let recruiter = history.of_role(Role::Recruiter).next().map(|recruiter| recruiter.id);
    Proposal::new(Rule::R14, key, window, Reason::TheySaidNo)
        .marked(history.mark_on(key, rejected.at))
        .to(history.answering(rejected.by.or(recruiter)), history.channel())
        .add(out, ctx, Some(history));
}

/// From when a no is answered: the start of the next business day.
pub(super) fn opening(rejected: Stamp, ctx: &RuleContext<'_>) -> Stamp {
    ctx.start_of_business_day(ctx.calendar.day(rejected), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Mark};

    #[test]
    fn it_opens_on_the_next_business_day_due_at_the_end_of_the_2nd_business_day_and_closed_at_the_end_of_the_10th()
     {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        // A Friday before a holiday, and the night that loses an hour.
        let told = told.then("2026-03-06T17:00", EventKind::Rejected { person: None });
        let mut records = search([told.clone()]);
        records.settings.holidays = vec![day("2026-03-09")];
        let action = the(Task::ReplyToRejection, &records, "2026-03-07T09:00");
        assert_eq!(times(&action), ["2026-03-10T00:00", "2026-03-12T00:00", "2026-03-24T00:00"]);
        assert_eq!((action.to, action.status), (Some(DANA), Status::Upcoming));
        let answered = EventKind::marked(Mark::Done, action.key);
        let records = search([told.then("2026-03-07T10:00", answered)]);
        assert_eq!(status(Task::ReplyToRejection, &records, "2026-03-07T11:00"), Status::Done);
    }

    #[test]
    fn no_other_outcome_asks_for_it() {
        for what in [EventKind::Withdrawn, EventKind::ClosedSilent] {
            let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
            let records = search([told.then("2026-03-06T17:00", what)]);
            assert!(all(Task::ReplyToRejection, &records, "2026-03-07T09:00").is_empty());
        }
    }
}
