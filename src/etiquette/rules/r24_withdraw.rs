//! R24: withdraw politely from each other live opportunity, once an offer is signed.
//!
//! Source: OWN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::digest::Digest;
use crate::etiquette::ledger::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// Business days after the signature on whose evening it is due.
const DUE: u32 = 2;

pub(crate) fn propose(other: &Digest, overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let Some((signed, offer, signing)) = overview.offers.signed else { return };
    if other.opportunity == signing || !(other.live || withdrawn_since(other, signed).is_some()) {
        return;
    }
    let window = Window::opening(signed).due(at.end_of_business_day(at.days.day(signed), DUE));
    let key = ActionKey {
        opportunity: Some(other.opportunity),
        offer: Some(offer),
        ..ActionKey::new(Task::Withdraw)
    };
    Proposal::new(Rule::R24, key, window, Reason::SignedElsewhere)
        .done(withdrawn_since(other, signed))
        .word(overview.ledger.word_on(key, signed))
        .to(other.addressee, other.channel)
        .add(out, at, None);
}

fn withdrawn_since(other: &Digest, signed: Stamp) -> Option<Stamp> {
    other.withdrawn.filter(|at| *at >= signed && !other.live_spans.is_empty())
}
