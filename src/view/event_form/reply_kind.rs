//! What a reply comes down to.

use super::{Asks, undecided_offer};
use crate::model::Opportunity;

/// What a reply comes down to: what the form then asks for, and where it leads.
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

    /// Those that can be meant in an opportunity.
    pub fn offered(one: &Opportunity) -> Vec<Self> {
        let decides = undecided_offer(one).is_some();
        Self::ALL.into_iter().filter(|kind| *kind != Self::TimeToDecide || decides).collect()
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
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or_default()
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
