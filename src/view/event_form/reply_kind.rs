//! What a reply says: an invitation, a delay, more time for an offer.

use super::{Asks, undecided_offer};
use crate::model::Opportunity;

/// What a reply says. It decides what the form asks for and where saving leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ReplyKind {
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

impl ReplyKind {
    /// All of them, in the order offered: the likeliest first.
    const ALL: [Self; 4] = [Self::NextRound, Self::MoreTime, Self::TimeToDecide, Self::Else];

    /// Those that make sense for an opportunity.
    pub fn offered(one: &Opportunity) -> Vec<Self> {
        let decides = undecided_offer(one).is_some();
        Self::ALL.into_iter().filter(|kind| *kind != Self::TimeToDecide || decides).collect()
    }

    /// Its name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::NextRound => "An invitation to a next round",
            Self::MoreTime => "They need more time",
            Self::TimeToDecide => "More time for their offer",
            Self::Else => "Something else",
        }
    }

    /// Its name in a draft.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NextRound => "next round",
            Self::MoreTime => "more time",
            Self::TimeToDecide => "time to decide",
            Self::Else => "",
        }
    }

    /// The kind of that name in a draft.
    pub(super) fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or_default()
    }

    /// The note on the reply where the user writes none.
    pub(super) fn note(self) -> &'static str {
        match self {
            Self::NextRound => "An invitation to a next round.",
            Self::MoreTime => "They need more time.",
            Self::TimeToDecide => "More time to answer their offer.",
            Self::Else => "",
        }
    }

    /// The fields of a reply of this kind.
    pub(super) fn asks(self, asks: Asks) -> Asks {
        Asks {
            reply_by: matches!(self, Self::MoreTime | Self::Else),
            deadline: self == Self::TimeToDecide,
            ..asks
        }
    }
}
