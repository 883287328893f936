//! R2: note who was met, what was promised and what was asked for, while it is fresh.
//!
//! Done once somebody met is recorded, and the day of the answer is recorded or marked as not told.
//! Source: OWN.

use super::rounds_that_ran_on;
use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::hours_after;
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, ReplyBy, Stamp, Task};

/// How long after the round it is due, in hours.
const WITHIN: i64 = 2;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for round in rounds_that_ran_on(history) {
        let window = Window::opening(round.ends).due(hours_after(round.ends, WITHIN));
        let key = ActionKey { round: Some(round.id), ..history.key(Task::RecordInterview) };
        let recorded = history
            .course(round)
            .is_some_and(|course| !course.met.is_empty() && course.reply_by != ReplyBy::NotRecorded);
        Proposal::new(Rule::R2, key, window, Reason::NotRecorded)
            .done(recorded.then_some(round.ends))
            .word(history.word_on(key, Stamp::MIN_UTC))
            .add(out, at, Some(history));
    }
}
