//! R24: withdraw politely from each other live opportunity, once an offer is signed.
//!
//! Source: OWN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::digest::{Digest, Overview};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// Business days after the signature on whose evening it is due.
const DUE: u32 = 2;

pub(crate) fn propose(overview: &Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let signed = overview.digests.iter().filter_map(|digest| digest.signed.map(|signed| (digest, signed)));
    let Some((signing, (offer, signed))) = signed.min_by_key(|(_, (offer, at))| (*at, *offer)) else {
        return;
    };
    let window = Window::opening(signed).due(at.end_of_business_day(at.days.day(signed), DUE));
    let others = overview.digests.iter().filter(|other| other.opportunity != signing.opportunity);
    for other in others.filter(|other| other.live || withdrawn_since(other, signed).is_some()) {
        let key = ActionKey {
            opportunity: Some(other.opportunity),
            offer: Some(offer),
            ..ActionKey::new(Task::Withdraw)
        };
        Proposal::new(Rule::R24, key, window, Reason::SignedElsewhere)
            .done(withdrawn_since(other, signed))
            .word(overview.word_on(key, signed, at))
            .to(other.addressee, other.channel)
            .add(out, at, None);
    }
}

fn withdrawn_since(other: &Digest, signed: Stamp) -> Option<Stamp> {
    other.withdrawn.filter(|at| *at >= signed && !other.live_spans.is_empty())
}
