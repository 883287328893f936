//! What an action is about: the one table of tasks.

use super::{ItemId, OfferId, OpportunityId, PersonId, RoundId};
use serde::{Deserialize, Serialize};

macro_rules! tasks {
    ($($(#[doc = $doc:literal])* $task:ident = $name:literal,)+) => {
        /// What an action is about, without the round, person or offer it is for.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Task {
            $($(#[doc = $doc])* $task,)+
        }

        impl Task {
            /// All of them, in the order of the rules.
            pub const ALL: &[Self] = &[$(Self::$task),+];

            /// Its name, as it is stored and as it stands in addresses.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$task => $name,)+
                }
            }
        }
    };
}

tasks! {
    /// R1: what to ask in the last minutes.
    AskBeforeLeaving = "ask_before_leaving",
    /// R2: note who was met and what was promised.
    RecordInterview = "record_interview",
    /// R3: look back, once.
    Assess = "assess",
    /// R4: thank one person for one round.
    ThankYou = "thank_you",
    /// R5: find a way to reach everybody of a round whose address is missing.
    FindContact = "find_contact",
    /// R6 and R15: a short personal request.
    LinkedinRequest = "linkedin_request",
    /// R7: send what was asked for.
    Deliver = "deliver",
    /// R9 and R10: ask where things stand.
    FollowUp = "follow_up",
    /// R11: take silence as an answer.
    MoveOn = "move_on",
    /// R14: thank them for a no.
    ReplyToRejection = "reply_to_rejection",
    /// R16: stay in touch.
    KeepInTouch = "keep_in_touch",
    /// R17: keep the search alive.
    KeepSearching = "keep_searching",
    /// R18: thank them for an offer.
    AcknowledgeOffer = "acknowledge_offer",
    /// R19: have a spoken offer put in writing.
    GetItInWriting = "get_it_in_writing",
    /// R20: tell the other companies.
    TellOthers = "tell_others",
    /// R21: ask for more time.
    AskForTime = "ask_for_time",
    /// R22: compare offers.
    CompareOffers = "compare_offers",
    /// R23: decide on an offer.
    DecideOffer = "decide_offer",
    /// R24: withdraw elsewhere.
    Withdraw = "withdraw",
    /// R25: read the lessons before the next round.
    ReviewLessons = "review_lessons",
    /// R26: ask for a new day for a round that is off.
    AskNewDate = "ask_new_date",
    /// R27: answer a message that wants an answer.
    AnswerThem = "answer_them",
}

impl Task {
    /// The task of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|task| task.name() == name)
    }

    /// Whether it is done by sending a message.
    ///
    /// Two tasks are not, although a letter can be written for them: an address may be asked for, and is found
    /// otherwise just as well; an offer is decided by the decision, not by the letter that tells of it.
    pub const fn is_message(self) -> bool {
        matches!(
            self,
            Self::ThankYou
                | Self::LinkedinRequest
                | Self::Deliver
                | Self::FollowUp
                | Self::ReplyToRejection
                | Self::KeepInTouch
                | Self::AcknowledgeOffer
                | Self::GetItInWriting
                | Self::TellOthers
                | Self::AskForTime
                | Self::Withdraw
                | Self::AskNewDate
                | Self::AnswerThem
        )
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
        assert_eq!(Task::ALL.len(), 22);
        assert!(Task::ALL.is_sorted());
        for task in Task::ALL {
            assert_eq!(Task::named(task.name()), Some(*task));
            assert_eq!(serde_json::to_string(task).unwrap(), format!("\"{}\"", task.name()));
        }
        assert_eq!(Task::named("sing"), None);
    }

    #[test]
    fn finding_an_address_is_no_message_and_nor_is_deciding_on_an_offer() {
        let messages = Task::ALL.iter().filter(|task| task.is_message()).count();
        assert_eq!(messages, 13);
        assert!(!Task::FindContact.is_message() && !Task::DecideOffer.is_message());
    }
}
