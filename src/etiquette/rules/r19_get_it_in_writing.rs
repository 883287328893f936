//! R19: have a spoken offer put in writing.
//!
//! Source: HKSM.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// Business days after the offer on whose evening it is due.
const DUE: u32 = 3;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for offer in &history.offers {
        let written = offer.written.filter(|at| *at <= history.now);
        if written.is_some_and(|written| written <= offer.received) {
            continue; // it was never only spoken
        }
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::GetItInWriting) };
        let due = at.end_of_business_day(at.days.day(offer.received), DUE);
        Proposal::new(Rule::R19, key, Window::opening(offer.received).due(due), Reason::OnlySpoken)
            .done(written)
            .word(history.word_on(key, offer.received))
            .ending(history.decided_at(offer))
            .to(history.addressee(), history.channel())
            .add(out, at, Some(history));
    }
}
