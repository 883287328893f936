//! What a reply comes down to.

use super::Asks;
use crate::model::{Offer, Opportunity};

/// What a reply comes down to: what the form then asks for, and where it leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Gist {
    /// Anything else.
    #[default]
    Else,
    /// They invite the user to a next round.
    NextRound,
    /// They need more time.
    MoreTime,
    /// The user has more time to answer their offer.
    TimeToDecide,
}

impl Gist {
    /// All of them, in the order offered: the likeliest first.
    const ALL: [Self; 4] = [Self::NextRound, Self::MoreTime, Self::TimeToDecide, Self::Else];

    /// Those that can be meant in an opportunity.
    pub fn offered(one: &Opportunity) -> Vec<Self> {
        let decides = open_offer(one).is_some();
        Self::ALL.into_iter().filter(|gist| *gist != Self::TimeToDecide || decides).collect()
    }

    /// Its choice, in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::NextRound => "An invitation to a next round",
            Self::MoreTime => "They need more time",
            Self::TimeToDecide => "More time for their offer",
            Self::Else => "Something else",
        }
    }

    /// The name under which it is kept while the form is half-typed.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NextRound => "next round",
            Self::MoreTime => "more time",
            Self::TimeToDecide => "time to decide",
            Self::Else => "",
        }
    }

    /// The one that is kept under that name.
    pub(super) fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|gist| gist.name() == name).unwrap_or_default()
    }

    /// The note on the reply, where the user writes none.
    pub(super) fn note(self) -> &'static str {
        match self {
            Self::NextRound => "An invitation to a next round.",
            Self::MoreTime => "They need more time.",
            Self::TimeToDecide => "More time to answer their offer.",
            Self::Else => "",
        }
    }

    /// What the form of a reply asks for then.
    pub(super) fn asks(self, asks: Asks) -> Asks {
        Asks {
            reply_by: matches!(self, Self::MoreTime | Self::Else),
            deadline: self == Self::TimeToDecide,
            ..asks
        }
    }
}

/// The offer that waits for the user's answer; of several, the latest.
pub(super) fn open_offer(one: &Opportunity) -> Option<&Offer> {
    let open = one.offers.iter().filter(|offer| offer.signed.is_none() && offer.declined.is_none());
    open.max_by_key(|offer| (offer.received, offer.id))
}
