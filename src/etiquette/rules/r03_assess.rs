//! R3: look back once, then forward: what went well, what did not, an answer to improve, a point missed, a
//! lesson.
//!
//! Sources: STAR, PLAN.

use super::rounds_that_ran_on;
use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::after;
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, EventKind, Stamp, Task};
use chrono::Timelike;

/// A round that ended before this hour is looked back on the same day.
const EVENING: u32 = 18;
/// Days after the round's day on whose evening it closes.
const CLOSES_AFTER: u64 = 7;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for round in rounds_that_ran_on(history) {
        let day = at.days.day(round.ends);
        let same_day = at.days.local(round.ends).hour() < EVENING;
        let due = if same_day { at.days.end(day) } else { at.days.end(after(day, 1)) };
        let window = Window::opening(round.ends).due(due).closes(at.days.end(after(day, CLOSES_AFTER)));
        let key = ActionKey { round: Some(round.id), ..history.key(Task::Assess) };
        let assessed = history.when(|what| *what == EventKind::Assessed { round: round.id });
        Proposal::new(Rule::R3, key, window, Reason::WhileFresh)
            .done(assessed)
            .word(history.word_on(key, Stamp::MIN_UTC))
            .add(out, at, Some(history));
    }
}
