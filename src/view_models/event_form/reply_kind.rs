//! What a reply says: an invitation, a no, an offer, a delay, a question; all that they can write, in one list.

use super::{Asks, held_offer, round_in_question, undecided_offer};
use crate::model::{Opportunity, Stamp};

/// What a reply says. It decides what the form asks for and where saving leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ReplyKind {
    /// Anything else.
    #[default]
    Else,
    /// They invite the user to a next round.
    NextRound,
    /// They say no.
    Rejection,
    /// They make an offer.
    Offer,
    /// They need more time.
    MoreTime,
    /// They ask the user something.
    Question,
    /// A round is called off.
    CalledOff,
    /// The user has more time to answer their offer.
    TimeToDecide,
    /// They take their offer back.
    TakenBack,
}

impl ReplyKind {
    /// All of them, in the order offered: the likeliest first.
    const ALL: [Self; 9] = [
        Self::NextRound,
        Self::Rejection,
        Self::Offer,
        Self::MoreTime,
        Self::Question,
        Self::CalledOff,
        Self::TimeToDecide,
        Self::TakenBack,
        Self::Else,
    ];

    /// Those that make sense for an opportunity at a moment.
    pub fn offered(one: &Opportunity, now: Stamp) -> Vec<Self> {
        let makes_sense = |kind: &Self| match kind {
            Self::CalledOff => round_in_question(one, now).is_some(),
            Self::TimeToDecide => undecided_offer(one).is_some(),
            Self::TakenBack => held_offer(one).is_some(),
            _ => true,
        };
        Self::ALL.into_iter().filter(makes_sense).collect()
    }

    /// Its name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::NextRound => "An invitation to a next round",
            Self::Rejection => "A no",
            Self::Offer => "An offer",
            Self::MoreTime => "They need more time",
            Self::Question => "A question, or a form to fill in",
            Self::CalledOff => "The interview is off",
            Self::TimeToDecide => "More time for their offer",
            Self::TakenBack => "They take the offer back",
            Self::Else => "Something else",
        }
    }

    /// Its name in a draft.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NextRound => "next round",
            Self::Rejection => "no",
            Self::Offer => "offer",
            Self::MoreTime => "more time",
            Self::Question => "question",
            Self::CalledOff => "called off",
            Self::TimeToDecide => "time to decide",
            Self::TakenBack => "taken back",
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
            _ => "",
        }
    }

    /// Whether such a message usually wants an answer.
    pub(super) fn wants_answer(self) -> bool {
        matches!(self, Self::NextRound | Self::Question)
    }

    /// The fields of a reply of this kind. `standing`: whether a promised day still stands; a plain reply leaves it as it
    /// is unless the user says otherwise, and a new day is asked for only then.
    pub(super) fn asks(self, standing: bool) -> Asks {
        let plain = matches!(self, Self::Question | Self::Else);
        Asks {
            person: match self {
                Self::Rejection => Some("Who said no"),
                Self::Offer => Some("Who made it"),
                Self::CalledOff | Self::TakenBack => None,
                _ => Some("Who wrote"),
            },
            promise: plain && standing,
            reply_by: self == Self::MoreTime || plain,
            answer: plain || self == Self::NextRound,
            offer: self == Self::Offer,
            deadline: matches!(self, Self::Offer | Self::TimeToDecide),
            note: !matches!(self, Self::Offer | Self::CalledOff | Self::TakenBack),
        }
    }
}
