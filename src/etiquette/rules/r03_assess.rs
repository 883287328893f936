//! R3: look back once, then forward: what went well, what did not, an answer to improve, a point missed, a
//! lesson.
//!
//! For the rounds of one day there is one look back, at the last of them. Sources: STAR, PLAN.

use super::rounds_that_ran_on;
use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::days_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Round, Stamp, Task};

/// A round that ended before this hour is to be looked back at on the same day.
const EVENING: i64 = 18;
/// It closes at the end of this day after the round.
const CLOSES_AFTER: u64 = 7;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let day = |round: &Round| ctx.calendar.day(round.ends);
    let mut rounds = rounds_that_ran_on(history).peekable();
    while let Some(round) = rounds.next() {
        let assessed = history.assessed(round.id);
        let is_last = rounds.peek().is_none_or(|next| day(next) > day(round));
        if !is_last && assessed.is_none() {
            continue;
        }
        let day = day(round);
        let same_day = ctx.calendar.hour(round.ends) < EVENING;
        let due = ctx.calendar.end(if same_day { day } else { days_after(day, 1) });
        let closes = ctx.calendar.end(days_after(day, CLOSES_AFTER));
        let window = Window::opening(round.ends).due(due).closes(closes);
        let key = ActionKey { round: Some(round.id), ..history.key(Task::Assess) };
        Proposal::new(Rule::R3, key, window, Reason::WhileFresh)
            .done(assessed)
            .marked(history.mark_on(key, Stamp::MIN))
            .add(out, ctx, Some(history));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::EventKind;

    fn window_after(starts: &str, ends: &str) -> [String; 3] {
        let records = search([acme().with(round(FIRST, starts, ends))]);
        times(&the(Task::Assess, &records, ends))
    }

    #[test]
    fn due_at_the_end_of_that_day_if_the_round_ended_before_18_00_else_of_the_next() {
        let early = window_after("2026-03-03T17:00", "2026-03-03T17:59");
        assert_eq!(early, ["2026-03-03T17:59", "2026-03-04T00:00", "2026-03-11T00:00"]);
        let late = window_after("2026-03-03T17:00", "2026-03-03T18:00");
        assert_eq!(late, ["2026-03-03T18:00", "2026-03-05T00:00", "2026-03-11T00:00"]);
    }

    #[test]
    fn it_closes_at_the_end_of_the_7th_day_after_over_the_turn_of_the_year_too() {
        let closes = window_after("2026-12-29T10:00", "2026-12-29T11:00")[2].clone();
        assert_eq!(closes, "2027-01-06T00:00");
    }

    #[test]
    fn looked_back_on_is_done() {
        let acme = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let other = acme.clone().then("2026-03-03T12:00", EventKind::Assessed { round: SECOND });
        assert_eq!(status(Task::Assess, &search([other]), "2026-03-03T13:00"), Status::Open);
        let this = acme.then("2026-03-03T12:00", EventKind::Assessed { round: FIRST });
        assert_eq!(status(Task::Assess, &search([this]), "2026-03-03T13:00"), Status::Done);
    }

    #[test]
    fn for_the_rounds_of_a_day_one_look_back_at_the_last_and_what_was_looked_back_on_stays_done() {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let told = told.met(SECOND, "2026-03-03T14:00", "2026-03-03T19:00", &[DANA]);
        let action = the(Task::Assess, &search([told.clone()]), "2026-03-03T12:00");
        assert_eq!((action.key.round, action.status), (Some(SECOND), Status::Upcoming));
        let told = told.then("2026-03-03T12:00", EventKind::Assessed { round: FIRST });
        let stand: Vec<_> = all(Task::Assess, &search([told]), "2026-03-03T19:00")
            .into_iter()
            .map(|action| (action.key.round, action.status))
            .collect();
        assert_eq!(stand, [(Some(SECOND), Status::Open), (Some(FIRST), Status::Done)]);
    }
}
