//! R20: let each other company that is interviewing you know that there is an offer.
//!
//! Not where less than one business day is left before its deadline, and not a company that has made an offer
//! itself. Sources: HKSM, AFTER.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::digest::Digest;
use crate::etiquette::ledger::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// Business days before the deadline by which it is due.
const DUE: u32 = 3;
/// With fewer business days than this left, it is too late.
const TOO_LATE: u32 = 1;

pub(crate) fn propose(other: &Digest, overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    if !other.live || other.offered {
        return;
    }
    for offering in
        overview.offers.undecided.iter().filter(|offering| offering.opportunity != other.opportunity)
    {
        let offer = offering.offer;
        let mut window = Window::opening(offer.received);
        if let Some(deadline) = offer.respond_by {
            let last = at.days.end(at.calendar.business_days_before(at.days.day(deadline), TOO_LATE));
            if last <= at.now || last <= offer.received {
                continue;
            }
            window = window.due(at.before_deadline(deadline, DUE, offer.received));
            window.closes = Some(last.max(window.opens));
        }
        let key = ActionKey {
            opportunity: Some(other.opportunity),
            offer: Some(offer.id),
            ..ActionKey::new(Task::TellOthers)
        };
        Proposal::new(Rule::R20, key, window, Reason::OfferElsewhere(offer.respond_by))
            .word(overview.ledger.word_on(key, offer.received))
            .to(other.addressee, other.channel)
            .add(out, at, None);
    }
}
