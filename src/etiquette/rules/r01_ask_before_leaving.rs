//! R1: what to ask in the last minutes of a round.
//!
//! The next steps, when an answer will come, how they like to be reached, whether they may be added on
//! LinkedIn, each person's name and email or card, and thanks in person. Sources: PLAN, ACCRUE, STAR, AFTER.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// It opens this many hours before the round.
const AHEAD: i64 = 24;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for round in history.rounds() {
        let window = Window::opening(hours_after(round.starts, -AHEAD)).due(round.ends).closes(round.ends);
        let key = ActionKey { round: Some(round.id), ..history.key(Task::AskBeforeLeaving) };
        Proposal::new(Rule::R1, key, window, Reason::BeforeLeaving)
            .marked(history.mark_on(key, Stamp::MIN))
            .add(out, ctx, Some(history));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;

    #[test]
    fn it_opens_24_elapsed_hours_before_the_round_and_closes_at_its_end() {
        // The night between loses an hour.
        let records = search([acme().with(round(FIRST, "2026-03-08T12:00", "2026-03-08T13:00"))]);
        let asked = the(Task::AskBeforeLeaving, &records, "2026-03-02T09:00");
        assert_eq!(times(&asked), ["2026-03-07T11:00", "2026-03-08T13:00", "2026-03-08T13:00"]);
    }

    #[test]
    fn it_is_named_by_its_opportunity_and_its_round() {
        let records = search([acme().with(round(FIRST, "2026-03-12T12:00", "2026-03-12T13:00"))]);
        let asked = the(Task::AskBeforeLeaving, &records, "2026-03-02T09:00");
        assert_eq!((asked.opportunity(), asked.key.round), (Some(ACME), Some(FIRST)));
    }

    #[test]
    fn it_shows_as_upcoming_from_when_the_round_is_known() {
        let mut late = round(FIRST, "2026-03-12T12:00", "2026-03-12T13:00");
        late.known = Some(at("2026-03-03T09:00"));
        let records = search([acme().with(late)]);
        assert!(all(Task::AskBeforeLeaving, &records, "2026-03-03T08:59").is_empty());
        assert_eq!(status(Task::AskBeforeLeaving, &records, "2026-03-03T09:00"), Status::Upcoming);
        assert_eq!(status(Task::AskBeforeLeaving, &records, "2026-03-12T12:59"), Status::Open);
        assert_eq!(status(Task::AskBeforeLeaving, &records, "2026-03-12T13:00"), Status::Missed);
    }
}
