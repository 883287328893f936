//! What a history is made of.

use crate::model::{ActionKey, Mark, Met, Person, PersonId, Role, Round, Stamp};
use chrono::NaiveDate;

/// How an opportunity ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// The company said no.
    Rejected,
    /// The user withdrew.
    Withdrawn,
    /// The user took silence for an answer.
    Silent,
    /// The user declined every offer.
    Declined,
}

/// How an opportunity ended, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// How it ended.
    pub ending: Ending,
    /// When it ended.
    pub at: Stamp,
    /// Who said so: of a no whoever said it, of an offer taken back whoever had made it; where that is known.
    pub by: Option<PersonId>,
}

/// An outcome, and when it was undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Closing {
    pub(crate) outcome: Outcome,
    /// When the opportunity was reopened; `None` while the outcome stands.
    pub(crate) reopened: Option<Stamp>,
}

/// A day by which the company promised an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Promise {
    /// The last day on which the answer is in time.
    pub day: NaiveDate,
    /// Who promised it, where that is known.
    pub by: Option<PersonId>,
}

/// A reply: when it came, and what it promised.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) at: Stamp,
    pub(crate) promise: Option<Promise>,
}

/// What the count of follow-ups starts from: the end of a round, or a reply after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waiting<'a> {
    /// Since when the user waits.
    pub(crate) since: Stamp,
    /// The round, where the count starts from its end.
    pub(crate) round: Option<&'a Round>,
    /// What was promised then.
    pub(crate) promise: Option<Promise>,
}

/// How an opportunity comes to mention somebody. What comes first takes precedence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Mention {
    /// They took part in a round that has ended.
    Met,
    /// They are known from the opportunity, or expected in a round.
    Known,
    /// Only an event or a promise names them, or a round that ended after the outcome.
    Named,
}

/// Somebody whom an opportunity mentions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Acquaintance<'a> {
    pub(crate) id: PersonId,
    pub(crate) mention: Mention,
    /// Their record; `None` where they are not on record.
    record: Option<&'a Person>,
}

impl<'a> Acquaintance<'a> {
    pub(crate) fn new(id: PersonId, mention: Mention, record: Option<&'a Person>) -> Self {
        Self { id, mention, record }
    }

    /// Whether they are on record with that role.
    pub(crate) fn is(self, role: Role) -> bool {
        self.record.is_some_and(|person| person.role == role)
    }

    /// Whether their email address is on record.
    pub(crate) fn has_email(self) -> bool {
        self.record.is_some_and(|person| person.email.is_some())
    }
}

/// One person's part in a round that has ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meeting<'a> {
    pub(crate) round: &'a Round,
    pub(crate) met: &'a Met,
}

/// What the user said about an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct UserMark {
    pub(crate) action: ActionKey,
    pub(crate) mark: Mark,
    pub(crate) at: Stamp,
}

impl UserMark {
    /// Whether it settles the action. Putting it off does not.
    pub(crate) fn settles(self) -> bool {
        matches!(self.mark, Mark::Done | Mark::Skipped)
    }
}
