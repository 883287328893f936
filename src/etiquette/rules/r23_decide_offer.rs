//! R23: decide on an offer by its deadline. Nothing is final before a signature.
//!
//! Sources: HKSM, AFTER.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for offer in &history.offers {
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::DecideOffer) };
        let mut window = Window::opening(offer.received);
        window.due = offer.respond_by.map(|deadline| deadline.max(offer.received));
        Proposal::new(Rule::R23, key, window, Reason::DecideBy(offer.respond_by))
            .done(history.decided_at(offer))
            .word(history.word_on(key, offer.received))
            .add(out, at, Some(history));
    }
}
