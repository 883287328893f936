//! R14: thank them for a no and stay open, with no blame on the recruiter, who rarely decides.
//!
//! Sources: STAR, HKSM.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::history::{Ending, History};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::Task;

/// Business days after the no: due at the end of the one, closed at the end of the other.
const DUE: u32 = 2;
const CLOSES: u32 = 10;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let Some(rejected) = history.outcome().filter(|outcome| outcome.ending == Ending::Rejected) else {
        return;
    };
    let day = at.days.day(rejected.at);
    let window = Window::opening(rejected.at)
        .due(at.end_of_business_day(day, DUE))
        .closes(at.end_of_business_day(day, CLOSES));
    let key = history.key(Task::ReplyToRejection);
    Proposal::new(Rule::R14, key, window, Reason::TheySaidNo)
        .word(history.word_on(key, rejected.at))
        .to(history.addressee(), history.channel())
        .add(out, at, Some(history));
}
