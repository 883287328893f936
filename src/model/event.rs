//! What happened, and what the user said about what should.

use super::written::WrittenEvent;
use super::{EventId, ItemId, OfferId, OpportunityId, PersonId, RoundId, Stamp};
use chrono::NaiveDate;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
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

impl EventKind {
    /// The user's own word on an action.
    pub fn marked(mark: Mark, action: ActionKey) -> Self {
        Self::Marked { mark, action: Box::new(action) }
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

/// What an action is about, without the round, person or offer it is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// R1: what to ask in the last minutes.
    AskBeforeLeaving,
    /// R2: note who was met and what was promised.
    RecordInterview,
    /// R3: look back, once.
    Assess,
    /// R4: thank one person for one round.
    ThankYou,
    /// R5: find a way to reach somebody.
    FindContact,
    /// R6 and R15: a short personal request.
    LinkedinRequest,
    /// R7: send what was asked for.
    Deliver,
    /// R9 and R10: ask where things stand.
    FollowUp,
    /// R11: take silence as an answer.
    MoveOn,
    /// R14: thank them for a no.
    ReplyToRejection,
    /// R16: stay in touch.
    KeepInTouch,
    /// R17: keep the search alive.
    KeepSearching,
    /// R18: thank them for an offer.
    AcknowledgeOffer,
    /// R19: have a spoken offer put in writing.
    GetItInWriting,
    /// R20: tell the other companies.
    TellOthers,
    /// R21: ask for more time.
    AskForTime,
    /// R22: compare offers.
    CompareOffers,
    /// R23: decide on an offer.
    DecideOffer,
    /// R24: withdraw elsewhere.
    Withdraw,
    /// R25: read the lessons before the next round.
    ReviewLessons,
}

impl Task {
    /// Its name, as it is stored and as it stands in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::AskBeforeLeaving => "ask_before_leaving",
            Self::RecordInterview => "record_interview",
            Self::Assess => "assess",
            Self::ThankYou => "thank_you",
            Self::FindContact => "find_contact",
            Self::LinkedinRequest => "linkedin_request",
            Self::Deliver => "deliver",
            Self::FollowUp => "follow_up",
            Self::MoveOn => "move_on",
            Self::ReplyToRejection => "reply_to_rejection",
            Self::KeepInTouch => "keep_in_touch",
            Self::KeepSearching => "keep_searching",
            Self::AcknowledgeOffer => "acknowledge_offer",
            Self::GetItInWriting => "get_it_in_writing",
            Self::TellOthers => "tell_others",
            Self::AskForTime => "ask_for_time",
            Self::CompareOffers => "compare_offers",
            Self::DecideOffer => "decide_offer",
            Self::Withdraw => "withdraw",
            Self::ReviewLessons => "review_lessons",
        }
    }

    /// The task of that name.
    pub fn named(name: &str) -> Option<Self> {
        let name: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
        Self::deserialize(name).ok()
    }
}

/// Names one action of a plan, the same from plan to plan.
///
/// For [`Task::TellOthers`], [`Task::AskForTime`] and [`Task::Withdraw`] the opportunity is the other
/// company's, and `offer` the offer that causes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ActionKey {
    /// What to do.
    pub task: Task,
    /// In which opportunity; `None` for what concerns the whole search or a person alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opportunity: Option<OpportunityId>,
    /// For which round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundId>,
    /// For whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Which item that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Because of which offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferId>,
    /// Which follow-up since the last reply, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<u8>,
}

impl ActionKey {
    /// The key of a task that names nothing further yet.
    pub fn new(task: Task) -> Self {
        Self { task, opportunity: None, round: None, person: None, item: None, offer: None, nth: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_named_as_it_is_stored_and_found_by_its_name() {
        let names = "ask_before_leaving record_interview assess thank_you find_contact linkedin_request deliver \
                     follow_up move_on reply_to_rejection keep_in_touch keep_searching acknowledge_offer \
                     get_it_in_writing tell_others ask_for_time compare_offers decide_offer withdraw review_lessons";
        let tasks: Vec<Task> = names.split_whitespace().map(|name| Task::named(name).unwrap()).collect();
        assert_eq!(tasks.len(), Task::ReviewLessons as usize + 1);
        assert!(tasks.is_sorted());
        for task in tasks {
            assert_eq!(serde_json::to_string(&task).unwrap(), format!("\"{}\"", task.name()));
        }
        assert_eq!(Task::named("sing"), None);
    }
}
