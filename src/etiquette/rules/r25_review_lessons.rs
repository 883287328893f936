//! R25: read the lessons on record before the next round, anywhere.
//!
//! Sources: STAR, PLAN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::hours_after;
use crate::etiquette::ledger::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// How long before the round it opens, in hours.
const AHEAD: i64 = 48;

pub(crate) fn propose(overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    if overview.ledger.lessons == 0 {
        return;
    }
    let Some((starts, round, opportunity)) = overview.ledger.next_round() else { return };
    let window = Window::opening(hours_after(starts, -AHEAD)).due(starts).closes(starts);
    let key = ActionKey {
        opportunity: Some(opportunity),
        round: Some(round),
        ..ActionKey::new(Task::ReviewLessons)
    };
    Proposal::new(Rule::R25, key, window, Reason::RoundAhead(starts))
        .word(overview.ledger.word_on(key, Stamp::MIN_UTC))
        .add(out, at, None);
}
