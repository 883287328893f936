//! What happened, and what the user said about what should.

use super::written::WrittenEvent;
use super::{ActionKey, EventId, ItemId, PersonId, RoundId, Stamp, date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something that happened in an opportunity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "WrittenEvent", into = "WrittenEvent")]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// When it happened.
    pub at: Stamp,
    /// What happened.
    pub what: EventKind,
    /// The letter that was sent, or the user's note on what happened.
    pub letter: Option<Box<Letter>>,
    /// Whether the guard advised against it and the user wrote all the same.
    pub against_advice: bool,
}

/// A letter as it was sent, or as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Letter {
    /// The subject; empty where the channel has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// The text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// The user looked back at a round.
    Assessed {
        /// The round.
        round: RoundId,
    },
    /// A way to reach a person was found.
    ContactFound {
        /// The person.
        person: PersonId,
    },
    /// A thank-you was sent.
    ThankYouSent {
        /// To whom.
        person: PersonId,
        /// For which round.
        round: RoundId,
    },
    /// A LinkedIn request was sent.
    LinkedinSent {
        /// To whom.
        person: PersonId,
    },
    /// A person is connected on LinkedIn now.
    Connected {
        /// Who.
        person: PersonId,
    },
    /// What was asked for was delivered.
    Delivered {
        /// The round in which it was asked for.
        round: RoundId,
        /// What was delivered.
        item: ItemId,
    },
    /// A status question was sent.
    FollowUpSent {
        /// To whom, where it is known.
        person: Option<PersonId>,
    },
    /// Any message from the company about the process.
    ReplyReceived {
        /// From whom, where it is known.
        person: Option<PersonId>,
        /// The new date that it promises.
        reply_by: Option<NaiveDate>,
        /// Whether it wants an answer.
        wants_answer: WantsAnswer,
    },
    /// The company said no.
    Rejected {
        /// Who said so, where it is known.
        person: Option<PersonId>,
    },
    /// The user withdrew.
    Withdrawn,
    /// The user took silence for an answer.
    ClosedSilent,
    /// Any other contact with a person, either way.
    ContactMade {
        /// With whom.
        person: PersonId,
    },
    /// The user's own word on an action that the plan proposed.
    Marked {
        /// What the user said of it.
        mark: Mark,
        /// The action; elsewhere, so that the events of other kinds need no room for it.
        action: Box<ActionKey>,
    },
}

/// Whether a message of theirs wants an answer: it asks something, invites, or brings a form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WantsAnswer {
    /// It wants none.
    #[default]
    No,
    /// It wants one, by no day that they named.
    Yes,
    /// It wants one by this day.
    By(#[serde(with = "date")] NaiveDate),
}

impl WantsAnswer {
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
    pub(super) fn is_no(&self) -> bool {
        *self == Self::No
    }

    /// The day that they named.
    pub fn by(self) -> Option<NaiveDate> {
        match self {
            Self::By(day) => Some(day),
            Self::No | Self::Yes => None,
        }
    }
}

impl EventKind {
    /// A message of theirs that wants no answer.
    pub const fn reply(person: Option<PersonId>, reply_by: Option<NaiveDate>) -> Self {
        Self::ReplyReceived { person, reply_by, wants_answer: WantsAnswer::No }
    }

    /// The user's own word on an action.
    pub fn marked(mark: Mark, action: ActionKey) -> Self {
        Self::Marked { mark, action: Box::new(action) }
    }

    /// The person whom it names, if it names one.
    pub fn person(&self) -> Option<PersonId> {
        match *self {
            Self::ContactFound { person }
            | Self::ThankYouSent { person, .. }
            | Self::LinkedinSent { person }
            | Self::Connected { person }
            | Self::ContactMade { person } => Some(person),
            Self::FollowUpSent { person }
            | Self::ReplyReceived { person, .. }
            | Self::Rejected { person } => person,
            Self::Assessed { .. }
            | Self::Delivered { .. }
            | Self::Withdrawn
            | Self::ClosedSilent
            | Self::Marked { .. } => None,
        }
    }
}

/// The user's own word on an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It is done.
    Done,
    /// It shall not be done.
    Skipped,
    /// Not now: out of sight until then. The plan is not changed by it, only what Today shows.
    Snoozed(Stamp),
}
