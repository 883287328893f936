//! R18: thank them for an offer, and ask for what is unclear.
//!
//! Source: OWN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::hours_after;
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// How long after the offer it is due, in hours.
const WITHIN: i64 = 24;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for offer in &history.offers {
        let acknowledged = offer.acknowledged.filter(|at| *at <= history.now);
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::AcknowledgeOffer) };
        let window = Window::opening(offer.received).due(hours_after(offer.received, WITHIN));
        Proposal::new(Rule::R18, key, window, Reason::TheyOffered)
            .done(acknowledged)
            .word(history.word_on(key, offer.received))
            .ending(history.decided_at(offer))
            .to(history.addressee(), history.channel())
            .add(out, at, Some(history));
    }
}
