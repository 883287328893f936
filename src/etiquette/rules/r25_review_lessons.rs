//! R25: read the lessons on record before the next round, anywhere.
//!
//! Sources: STAR, PLAN.

use crate::etiquette::history::History;
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// It opens this many hours before the round.
const AHEAD: i64 = 48;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    if !overview.histories.iter().any(History::has_lesson) {
        return;
    }
    let ahead = overview.searching().filter(|history| history.outcome().is_none());
    let ahead = ahead.filter_map(|history| Some((history.next_round()?, history)));
    let next = ahead.min_by_key(|(round, history)| (round.starts, round.id, history.opportunity.id));
    let Some((round, history)) = next else { return };
    let starts = round.starts;
    let window = Window::opening(hours_after(starts, -AHEAD)).due(starts).closes(starts);
    let key = ActionKey { round: Some(round.id), ..history.key(Task::ReviewLessons) };
    Proposal::new(Rule::R25, key, window, Reason::RoundAhead(starts))
        .marked(overview.mark_on(key, Stamp::MIN))
        .add(out, ctx, None);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{Debrief, EventKind, Records};

    /// A lesson from Acme, and a round at Bolt in the night after the clocks went forward.
    fn taught(lesson: &str) -> Records {
        let mut acme = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        acme.rounds[0].debrief = Some(Debrief { lesson: lesson.to_owned(), ..Debrief::default() });
        search([acme, bolt().with(round(SECOND, "2026-03-09T10:00", "2026-03-09T11:00"))])
    }

    #[test]
    fn it_opens_48_elapsed_hours_before_the_next_round_anywhere_and_closes_at_its_start() {
        let records = taught("Sleep first.");
        let action = the(Task::ReviewLessons, &records, "2026-03-07T09:00");
        assert_eq!(times(&action), ["2026-03-07T09:00", "2026-03-09T10:00", "2026-03-09T10:00"]);
        assert_eq!((action.key.opportunity, action.status), (Some(BOLT), Status::Open));
        assert!(all(Task::ReviewLessons, &records, "2026-03-09T10:00").is_empty());
    }

    #[test]
    fn it_needs_a_lesson_from_a_round_that_has_ended() {
        assert!(all(Task::ReviewLessons, &taught(""), "2026-03-07T09:00").is_empty());
        let records = taught("Sleep first.");
        assert!(all(Task::ReviewLessons, &records, "2026-03-02T10:59").is_empty());
        assert_eq!(all(Task::ReviewLessons, &records, "2026-03-02T11:00").len(), 1);
    }

    #[test]
    fn a_round_that_is_called_off_with_all_the_rest_needs_no_reading() {
        let mut records = taught("Sleep first.");
        let bolt = records.opportunities[&BOLT].clone().then("2026-03-07T12:00", EventKind::Withdrawn);
        records.opportunities.insert(BOLT, bolt);
        assert_eq!(all(Task::ReviewLessons, &records, "2026-03-07T11:59").len(), 1);
        assert!(all(Task::ReviewLessons, &records, "2026-03-07T12:00").is_empty());
    }
}
