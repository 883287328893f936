//! "May I write to them now?"

use super::{Moment, Source};
use crate::model::{Channel, OpportunityId, PersonId, Records, Stamp};
use chrono::{NaiveDate, TimeZone};

/// What the message is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// A question where things stand.
    Status,
    /// Thanks.
    Thanks,
}

/// The guard's answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Yes.
    Yes(YesReason),
    /// Not before `until`.
    TooEarly {
        /// When it is right.
        until: Stamp,
        /// Why not now.
        why: WaitReason,
    },
    /// The limit is reached, or the opportunity is over.
    Enough(EnoughReason),
    /// In writing, yes; by phone only if they invited calls.
    NotByPhone,
}

/// Why the guard says yes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YesReason {
    /// Thanks are always welcome.
    Thanks,
    /// A follow-up is open.
    FollowUpOpen,
    /// A follow-up went by unsent; asking still does no harm.
    ClosedUnsent,
    /// An offer is undecided.
    OfferOpen,
    /// Nothing has been heard or held yet.
    NothingYet,
    /// The playbook allows one last message.
    LastMessage,
}

/// Why the guard says to wait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitReason {
    /// They promised an answer by that day.
    Promised(NaiveDate),
    /// No day was promised; they need some days.
    GiveThemDays,
    /// A question is on its way, since that day.
    Asked(NaiveDate),
    /// A round is coming.
    RoundComing,
}

/// Why the guard says enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnoughReason {
    /// So many questions were sent since the last reply.
    Limit(u8),
    /// The opportunity has an outcome.
    Over,
}

impl Answer {
    /// The advice it rests on.
    pub fn sources(&self) -> &'static [Source] {
        match self {
            Self::Yes(_) | Self::TooEarly { .. } => &[Source::Accrue, Source::Star],
            Self::Enough(_) => &[Source::Plan, Source::Star],
            Self::NotByPhone => &[Source::Star, Source::Plan],
        }
    }
}

/// May the user write to `person` (or to whom it concerns) of an opportunity now, about that, that way?
///
/// `by` `None` means in writing. An unknown opportunity is answered as one of which nothing is known: yes.
pub fn may_write<Tz: TimeZone>(
    _records: &Records,
    _opportunity: OpportunityId,
    _person: Option<PersonId>,
    _about: About,
    _by: Option<Channel>,
    _now: &Moment<Tz>,
) -> Answer {
    Answer::Yes(YesReason::Thanks)
}
