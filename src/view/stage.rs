//! How far an opportunity has come.

use crate::model::{EventKind, Opportunity, Stamp};

/// How far an opportunity has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Applied for; no round is known.
    Applied,
    /// A round is known.
    Interviewing,
    /// An offer is undecided.
    Offered,
    /// An offer is signed.
    Signed,
    /// It has another outcome.
    Closed,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Applied, Self::Interviewing, Self::Offered, Self::Signed, Self::Closed];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Interviewing => "interviewing",
            Self::Offered => "offered",
            Self::Signed => "signed",
            Self::Closed => "closed",
        }
    }

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Applied => "Applied",
            Self::Interviewing => "Interviewing",
            Self::Offered => "Offer",
            Self::Signed => "Signed",
            Self::Closed => "Closed",
        }
    }

    /// The stage of an opportunity at an instant.
    pub fn of(opportunity: &Opportunity, now: Stamp) -> Self {
        let offers = || opportunity.offers.iter().filter(|offer| offer.received <= now);
        if offers().any(|offer| offer.signed.is_some()) {
            return Self::Signed;
        }
        if offers().any(|offer| offer.declined.is_none()) {
            return Self::Offered;
        }
        if offers().next().is_some() || is_over(opportunity, now) {
            return Self::Closed;
        }
        if opportunity.rounds.is_empty() { Self::Applied } else { Self::Interviewing }
    }
}

/// Rejected, withdrawn, or taken for silent with no later word from them.
fn is_over(opportunity: &Opportunity, now: Stamp) -> bool {
    let mut events: Vec<_> = opportunity.events.iter().filter(|event| event.at <= now).collect();
    crate::order::by_key(&mut events, |event| (event.at, event.id));
    let silent = events.iter().fold(false, |silent, event| match event.what {
        EventKind::ClosedSilent => true,
        EventKind::ReplyReceived { .. } => false,
        _ => silent,
    });
    silent
        || events.iter().any(|event| matches!(event.what, EventKind::Rejected { .. } | EventKind::Withdrawn))
}
