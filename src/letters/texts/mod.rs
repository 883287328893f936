//! The wording of the letters: data, in the language of [`super::template`]. All of it is our own.

mod agency;
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
    if facts.knows("agency")
        && let Some(wording) = to_agency(kind)
    {
        return wording;
    }
    match kind {
        LetterKind::ThankYou if facts.knows("signed_here") => &signed::JOINING,
        LetterKind::ThankYou if facts.knows("settled") && facts.knows("unmet") => &signed::SETTLED_UNMET,
        LetterKind::ThankYou if facts.knows("settled") && facts.knows("brief") => &signed::SETTLED_BRIEF,
        LetterKind::ThankYou if facts.knows("settled") => &signed::SETTLED,
        LetterKind::ThankYou if facts.knows("unmet") => &thanks::UNMET,
        LetterKind::ThankYou if facts.knows("brief") => &thanks::BRIEF,
        LetterKind::ThankYou if facts.knows("recruiter") => &thanks::RECRUITER,
        LetterKind::ThankYou => &thanks::CONVERSATION,
        LetterKind::LinkedinRequest if facts.knows("over") => &linkedin::AFTERWARDS,
        LetterKind::LinkedinRequest if facts.knows("unmet") => &linkedin::RECRUITER,
        LetterKind::LinkedinRequest => &linkedin::MET,
        LetterKind::FindContact => &waiting::FIND_CONTACT,
        LetterKind::FollowUp => &waiting::FOLLOW_UP,
        LetterKind::LastFollowUp => &waiting::LAST_FOLLOW_UP,
        LetterKind::Deliver => &waiting::DELIVER,
        LetterKind::KeepInTouch => &waiting::KEEP_IN_TOUCH,
        LetterKind::NewDate => &waiting::NEW_DATE,
        LetterKind::Answer if facts.knows("coming") => &waiting::CONFIRM,
        LetterKind::Answer => &waiting::ANSWER,
        LetterKind::ReplyToRejection if facts.knows("signed_elsewhere") => &signed::REJECTION,
        LetterKind::ReplyToRejection => &answers::REJECTION,
        LetterKind::AcknowledgeOffer if facts.knows("signed_elsewhere") => &signed::ACKNOWLEDGE,
        LetterKind::AcknowledgeOffer => &answers::ACKNOWLEDGE,
        LetterKind::GetItInWriting => &answers::IN_WRITING,
        LetterKind::AskForTime => &answers::MORE_TIME,
        LetterKind::TellOthers => &answers::TELL_OTHERS,
        LetterKind::Withdraw if facts.knows("signed_here") => &answers::STEP_BACK,
        LetterKind::Withdraw if facts.knows("offered") => &signed::WITHDRAW_OFFERED,
        LetterKind::Withdraw if facts.knows("signed_elsewhere") => &answers::WITHDRAW,
        LetterKind::Withdraw => &answers::WITHDRAW_UNSIGNED,
        LetterKind::Decline => &answers::DECLINE,
        LetterKind::Accept if facts.knows("spoken_offer") => &answers::ACCEPT_SPOKEN,
        LetterKind::Accept => &answers::ACCEPT,
        LetterKind::Negotiate => &answers::NEGOTIATE,
        LetterKind::StepBack => &answers::STEP_BACK,
    }
}

/// What goes to the agency's recruiter instead, where it is about the company.
fn to_agency(kind: LetterKind) -> Option<&'static Wording> {
    Some(match kind {
        LetterKind::FollowUp => &agency::FOLLOW_UP,
        LetterKind::LastFollowUp => &agency::LAST_FOLLOW_UP,
        LetterKind::ReplyToRejection => &agency::REJECTION,
        LetterKind::AcknowledgeOffer => &agency::ACKNOWLEDGE,
        LetterKind::GetItInWriting => &agency::IN_WRITING,
        LetterKind::AskForTime => &agency::MORE_TIME,
        LetterKind::TellOthers => &agency::TELL_OTHERS,
        LetterKind::Withdraw => &agency::WITHDRAW,
        LetterKind::Decline => &agency::DECLINE,
        LetterKind::Accept => &agency::ACCEPT,
        _ => return None,
    })
}
