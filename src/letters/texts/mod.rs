//! The wording of the letters: data, in the language of [`super::weave`]. All of it is our own.

mod answers;
mod linkedin;
mod signed;
mod thanks;
mod waiting;

use super::Kind;
use super::weave::Facts;

/// The builds of one kind of letter. Any subject goes with any body.
pub(super) struct Wording {
    pub(super) subjects: &'static [&'static str],
    pub(super) bodies: &'static [&'static str],
}

/// The builds for a kind, where it takes more than one set, by what is known.
pub(super) fn wording(kind: Kind, facts: &Facts) -> &'static Wording {
    match kind {
        Kind::ThankYou if facts.knows("joining") => &signed::JOINING,
        Kind::ThankYou if facts.knows("settled") => &signed::SETTLED,
        Kind::ThankYou if facts.knows("unmet") => &thanks::UNMET,
        Kind::ThankYou if facts.knows("brief") => &thanks::BRIEF,
        Kind::ThankYou if facts.knows("recruiter") => &thanks::RECRUITER,
        Kind::ThankYou => &thanks::CONVERSATION,
        Kind::LinkedinRequest if facts.knows("over") => &linkedin::AFTERWARDS,
        Kind::LinkedinRequest if facts.knows("unmet") => &linkedin::RECRUITER,
        Kind::LinkedinRequest if facts.knows("agreed") => &linkedin::AGREED,
        Kind::LinkedinRequest if facts.knows("announced") => &linkedin::ANNOUNCED,
        Kind::LinkedinRequest => &linkedin::MET,
        Kind::FindContact => &waiting::FIND_CONTACT,
        Kind::FollowUp => &waiting::FOLLOW_UP,
        Kind::LastFollowUp => &waiting::LAST_FOLLOW_UP,
        Kind::Deliver => &waiting::DELIVER,
        Kind::KeepInTouch => &waiting::KEEP_IN_TOUCH,
        Kind::ReplyToRejection if facts.knows("settled") => &signed::REJECTION,
        Kind::ReplyToRejection => &answers::REJECTION,
        Kind::AcknowledgeOffer if facts.knows("settled") => &signed::ACKNOWLEDGE,
        Kind::AcknowledgeOffer => &answers::ACKNOWLEDGE,
        Kind::GetItInWriting => &answers::IN_WRITING,
        Kind::AskForTime => &answers::MORE_TIME,
        Kind::TellOthers => &answers::TELL_OTHERS,
        Kind::Withdraw if facts.knows("offered") => &signed::WITHDRAW_OFFERED,
        Kind::Withdraw => &answers::WITHDRAW,
        Kind::Decline => &answers::DECLINE,
        Kind::Accept => &answers::ACCEPT,
    }
}
