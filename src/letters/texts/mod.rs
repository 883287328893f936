//! The wording of the letters: data, in the language of [`super::template`]. All of it is our own.

mod answers;
mod linkedin;
mod signed;
mod thanks;
mod waiting;

use super::LetterKind;
use super::template::Facts;

/// The variants of one kind of letter. Any subject goes with any body.
pub(super) struct Wording {
    pub(super) subjects: &'static [&'static str],
    pub(super) bodies: &'static [&'static str],
}

/// The wording of a kind of letter. Where there are several, the facts decide.
pub(super) fn wording(kind: LetterKind, facts: &Facts) -> &'static Wording {
    match kind {
        LetterKind::ThankYou if facts.knows("signed_here") => &signed::JOINING,
        LetterKind::ThankYou if facts.knows("signed_elsewhere") => &signed::SETTLED,
        LetterKind::ThankYou if facts.knows("unmet") => &thanks::UNMET,
        LetterKind::ThankYou if facts.knows("brief") => &thanks::BRIEF,
        LetterKind::ThankYou if facts.knows("recruiter") => &thanks::RECRUITER,
        LetterKind::ThankYou => &thanks::CONVERSATION,
        LetterKind::LinkedinRequest if facts.knows("over") => &linkedin::AFTERWARDS,
        LetterKind::LinkedinRequest if facts.knows("unmet") => &linkedin::RECRUITER,
        LetterKind::LinkedinRequest if facts.knows("agreed") => &linkedin::AGREED,
        LetterKind::LinkedinRequest if facts.knows("announced") => &linkedin::ANNOUNCED,
        LetterKind::LinkedinRequest => &linkedin::MET,
        LetterKind::FindContact => &waiting::FIND_CONTACT,
        LetterKind::FollowUp => &waiting::FOLLOW_UP,
        LetterKind::LastFollowUp => &waiting::LAST_FOLLOW_UP,
        LetterKind::Deliver => &waiting::DELIVER,
        LetterKind::KeepInTouch => &waiting::KEEP_IN_TOUCH,
        LetterKind::ReplyToRejection if facts.knows("signed_elsewhere") => &signed::REJECTION,
        LetterKind::ReplyToRejection => &answers::REJECTION,
        LetterKind::AcknowledgeOffer if facts.knows("signed_elsewhere") => &signed::ACKNOWLEDGE,
        LetterKind::AcknowledgeOffer => &answers::ACKNOWLEDGE,
        LetterKind::GetItInWriting => &answers::IN_WRITING,
        LetterKind::AskForTime => &answers::MORE_TIME,
        LetterKind::TellOthers => &answers::TELL_OTHERS,
        LetterKind::Withdraw if facts.knows("offered") => &signed::WITHDRAW_OFFERED,
        LetterKind::Withdraw => &answers::WITHDRAW,
        LetterKind::Decline => &answers::DECLINE,
        LetterKind::Accept => &answers::ACCEPT,
    }
}
