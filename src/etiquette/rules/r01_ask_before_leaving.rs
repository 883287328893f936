//! R1: what to ask in the last minutes of a round.
//!
//! The next steps, when an answer will come, how they like to be reached, whether they may be added on
//! LinkedIn, each person's name and email or card, and thanks in person. Sources: PLAN, ACCRUE, STAR, AFTER.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::hours_after;
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// How long before the round the checklist opens, in hours.
const AHEAD: i64 = 24;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for round in &history.rounds {
        let window = Window::opening(hours_after(round.starts, -AHEAD)).due(round.ends).closes(round.ends);
        let key = ActionKey { round: Some(round.id), ..history.key(Task::AskBeforeLeaving) };
        Proposal::new(Rule::R1, key, window, Reason::BeforeLeaving)
            .word(history.word_on(key, crate::model::Stamp::MIN_UTC))
            .add(out, at, Some(history));
    }
}
