//! What an action is called, wherever it is named in passing: in toasts and in the history.

use crate::model::Task;

/// An action in a few words: "Done: the thank-you".
pub fn task(task: Task) -> &'static str {
    match task {
        Task::AskBeforeLeaving => "what to ask before leaving",
        Task::RecordInterview => "noting the interview",
        Task::Assess => "looking back",
        Task::ThankYou => "the thank-you",
        Task::FindContact => "finding an address",
        Task::LinkedinRequest => "the LinkedIn request",
        Task::Deliver => "sending what they asked for",
        Task::FollowUp => "asking where things stand",
        Task::MoveOn => "letting it go",
        Task::ReplyToRejection => "the reply to their no",
        Task::KeepInTouch => "keeping in touch",
        Task::KeepSearching => "the next step of your search",
        Task::AcknowledgeOffer => "thanks for the offer",
        Task::GetItInWriting => "asking for the offer in writing",
        Task::TellOthers => "telling them of your offer",
        Task::AskForTime => "asking for more time",
        Task::CompareOffers => "comparing your offers",
        Task::DecideOffer => "the decision",
        Task::Withdraw => "withdrawing",
        Task::ReviewLessons => "reading your lessons",
        Task::AskNewDate => "asking for a new day",
        Task::AnswerThem => "the answer to them",
    }
}

/// The letter that a task is done with, up to its addressee: "Thank-you to".
pub fn letter_to(task: Task) -> &'static str {
    match task {
        Task::ThankYou => "Thank-you to",
        Task::LinkedinRequest => "LinkedIn request to",
        Task::FollowUp => "Follow-up to",
        Task::ReplyToRejection => "Reply to",
        Task::Deliver => "What was asked for, to",
        Task::Withdraw => "Withdrawal to",
        Task::AnswerThem => "Answer to",
        _ => "Message to",
    }
}
