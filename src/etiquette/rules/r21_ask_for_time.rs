//! R21: ask for more time, where an offer's deadline falls before another live opportunity's promised date.
//!
//! The message goes to the company that made the offer; the key names the opportunity waited for. A deadline on
//! the promised day itself is not before it. Source: OWN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::digest::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// Business days before the deadline by which it is due.
const DUE: u32 = 2;

pub(crate) fn propose(overview: &Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for (offering, offer) in overview.undecided() {
        let Some(deadline) = offer.respond_by else { continue };
        for other in overview.other_live(offering.opportunity) {
            let Some(promise) = other.promise.filter(|promise| at.days.day(deadline) < *promise) else {
                continue;
            };
            let window =
                Window::opening(offer.received).due(at.before_deadline(deadline, DUE, offer.received));
            let key = ActionKey {
                opportunity: Some(other.opportunity),
                offer: Some(offer.id),
                ..ActionKey::new(Task::AskForTime)
            };
            Proposal::new(Rule::R21, key, window, Reason::DeadlineBefore(promise))
                .word(overview.word_on(key, offer.received, at))
                .to(offering.addressee, offering.channel)
                .add(out, at, None);
        }
    }
}
