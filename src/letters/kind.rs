//! The kinds of letters.

use crate::model::{ActionKey, Decision, Task};

/// A kind of letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LetterKind {
    /// Thanks for one round, to one person.
    ThankYou,
    /// A request on LinkedIn.
    LinkedinRequest,
    /// Asking how to reach somebody.
    FindContact,
    /// The first question where things stand.
    FollowUp,
    /// The last one.
    LastFollowUp,
    /// What was asked for.
    Deliver,
    /// Thanks for a no.
    ReplyToRejection,
    /// A hello after a long time.
    KeepInTouch,
    /// Thanks for an offer.
    AcknowledgeOffer,
    /// Asking for an offer in writing.
    GetItInWriting,
    /// Asking for more time.
    AskForTime,
    /// Telling another company of an offer.
    TellOthers,
    /// Withdrawing.
    Withdraw,
    /// Saying no to an offer.
    Decline,
    /// Saying yes to an offer.
    Accept,
    /// Asking for something more in an offer.
    Negotiate,
    /// Stepping back from an offer that was accepted.
    StepBack,
    /// Asking for a new day for an interview.
    NewDate,
    /// Answering a message of theirs.
    Answer,
}

impl LetterKind {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::ThankYou,
        Self::LinkedinRequest,
        Self::FindContact,
        Self::FollowUp,
        Self::LastFollowUp,
        Self::Deliver,
        Self::ReplyToRejection,
        Self::KeepInTouch,
        Self::AcknowledgeOffer,
        Self::GetItInWriting,
        Self::AskForTime,
        Self::TellOthers,
        Self::Withdraw,
        Self::Decline,
        Self::Accept,
        Self::Negotiate,
        Self::StepBack,
        Self::NewDate,
        Self::Answer,
    ];

    /// The letter for an action; `None` where nothing is written for it.
    pub fn of(key: &ActionKey, decision: Decision) -> Option<Self> {
        Some(match key.task {
            Task::ThankYou => Self::ThankYou,
            Task::LinkedinRequest => Self::LinkedinRequest,
            Task::FindContact => Self::FindContact,
            Task::FollowUp if key.nth.is_some_and(|nth| nth > 1) => Self::LastFollowUp,
            Task::FollowUp => Self::FollowUp,
            Task::Deliver => Self::Deliver,
            Task::ReplyToRejection => Self::ReplyToRejection,
            Task::KeepInTouch => Self::KeepInTouch,
            Task::AcknowledgeOffer => Self::AcknowledgeOffer,
            Task::GetItInWriting => Self::GetItInWriting,
            Task::AskForTime => Self::AskForTime,
            Task::TellOthers => Self::TellOthers,
            Task::Withdraw => Self::Withdraw,
            Task::DecideOffer => match decision {
                Decision::Accept => Self::Accept,
                Decision::Decline => Self::Decline,
                Decision::Negotiate => Self::Negotiate,
                Decision::StepBack => Self::StepBack,
            },
            Task::AskNewDate => Self::NewDate,
            Task::AnswerThem => Self::Answer,
            Task::AskBeforeLeaving
            | Task::RecordInterview
            | Task::Assess
            | Task::MoveOn
            | Task::KeepSearching
            | Task::CompareOffers
            | Task::ReviewLessons => return None,
        })
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::ThankYou => "Thank-you",
            Self::LinkedinRequest => "LinkedIn request",
            Self::FindContact => "Asking for addresses",
            Self::FollowUp => "Follow-up",
            Self::LastFollowUp => "Last follow-up",
            Self::Deliver => "What they asked for",
            Self::ReplyToRejection => "Reply to a no",
            Self::KeepInTouch => "Keeping in touch",
            Self::AcknowledgeOffer => "Thanks for the offer",
            Self::GetItInWriting => "The offer in writing",
            Self::AskForTime => "Asking for time",
            Self::TellOthers => "Telling them of an offer",
            Self::Withdraw => "Withdrawing",
            Self::Decline => "Declining an offer",
            Self::Accept => "Accepting an offer",
            Self::Negotiate => "Asking for more",
            Self::StepBack => "Stepping back",
            Self::NewDate => "Asking for a new day",
            Self::Answer => "Answer",
        }
    }

    /// Whether it is one short message without subject, greeting line and signature.
    pub fn is_short(self) -> bool {
        self == Self::LinkedinRequest
    }

    /// Whether it is the later letter of its task, the one that closes the matter.
    pub fn is_closing(self) -> bool {
        matches!(self, Self::LastFollowUp | Self::Decline)
    }

    /// Whether it asks where things stand.
    pub fn asks_for_status(self) -> bool {
        matches!(self, Self::FollowUp | Self::LastFollowUp)
    }

    /// Whether it gives thanks for a conversation, where pay has no place.
    pub(super) fn thanks_for_talk(self) -> bool {
        matches!(self, Self::ThankYou | Self::LinkedinRequest | Self::KeepInTouch)
    }

    /// Whether it is about an interview that was: its "today" is the day of that.
    pub(super) fn is_about_talk(self) -> bool {
        matches!(self, Self::ThankYou | Self::LinkedinRequest | Self::FollowUp | Self::LastFollowUp)
    }

    /// How many words it has at least and at most, to be read and to say something.
    pub(super) fn length(self, brief: bool) -> (usize, usize) {
        match self {
            Self::ThankYou if brief => (20, 110),
            Self::ThankYou => (30, 190),
            Self::LinkedinRequest => (6, 60),
            Self::FindContact => (15, 90),
            Self::FollowUp => (30, 150),
            Self::LastFollowUp => (25, 130),
            Self::Deliver => (15, 160),
            Self::Answer => (8, 200),
            Self::ReplyToRejection => (25, 140),
            Self::KeepInTouch => (25, 150),
            _ => (20, 160),
        }
    }

    /// Whether it has to hold something that only this person would get.
    pub(super) fn is_personal(self) -> bool {
        matches!(self, Self::ThankYou | Self::KeepInTouch)
    }

    /// Whether it is incomplete without thanks, without interest, and without a next step. Interest and a next step
    /// are for those whose job is still wanted and open.
    pub(super) fn needs(self, brief: bool, is_wanted: bool) -> (bool, bool, bool) {
        match self {
            Self::ThankYou if brief || !is_wanted => (true, false, false),
            Self::ThankYou => (true, true, true),
            Self::FollowUp | Self::LastFollowUp => (false, true, true),
            Self::FindContact
            | Self::GetItInWriting
            | Self::AskForTime
            | Self::TellOthers
            | Self::Negotiate
            | Self::NewDate
            | Self::Answer => (true, false, true),
            Self::Deliver | Self::Accept => (false, false, true),
            Self::ReplyToRejection
            | Self::AcknowledgeOffer
            | Self::Withdraw
            | Self::Decline
            | Self::StepBack => (true, false, false),
            Self::KeepInTouch | Self::LinkedinRequest => (false, false, false),
        }
    }
}
