//! R8: no status question before the promised date is over. A wait, not an action: the guard speaks it, and
//! the follow-up (R9) opens no earlier.
//!
//! Sources: ACCRUE, STAR.

use crate::etiquette::follow_ups::FollowUps;
use crate::etiquette::{WaitReason, circumstances::Circumstances};

/// Why a status question has to wait for the next follow-up.
pub(crate) fn reason(follow_ups: &FollowUps<'_>, at: &Circumstances<'_>) -> WaitReason {
    match (follow_ups.sent.last(), follow_ups.waiting.promise) {
        (Some(asked), _) => WaitReason::Asked(at.days.day(*asked)),
        (None, Some(promise)) => WaitReason::Promised(promise),
        (None, None) => WaitReason::GiveThemDays,
    }
}
