//! R21: ask for more time, where an offer's deadline falls before another live opportunity's promised date.
//!
//! The message goes to the company that made the offer; the key names the opportunity waited for. A deadline on
//! the promised day itself is not before it. Source: OWN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::digest::Digest;
use crate::etiquette::ledger::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// Business days before the deadline by which it is due.
const DUE: u32 = 2;

pub(crate) fn propose(other: &Digest, overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let Some(promise) = other.promise.filter(|_| other.live) else { return };
    for offering in
        overview.offers.undecided.iter().filter(|offering| offering.opportunity != other.opportunity)
    {
        let offer = offering.offer;
        let Some(deadline) = offer.respond_by.filter(|deadline| at.days.day(*deadline) < promise) else {
            continue;
        };
        let window = Window::opening(offer.received).due(at.before_deadline(deadline, DUE, offer.received));
        let key = ActionKey {
            opportunity: Some(other.opportunity),
            offer: Some(offer.id),
            ..ActionKey::new(Task::AskForTime)
        };
        Proposal::new(Rule::R21, key, window, Reason::DeadlineBefore(promise))
            .word(overview.ledger.word_on(key, offer.received))
            .to(offering.addressee, offering.channel)
            .add(out, at, None);
    }
}
