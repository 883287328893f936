//! "May I write to them now?"

use super::circumstances::Circumstances;
use super::days::with_days;
use super::follow_ups::{FollowUps, unpromised};
use super::history::History;
use super::ledger::Links;
use super::rules::{r08_wait, r11_move_on, r12_channel};
use super::{Moment, Playbook, Rule, Sources, WorkCalendar};
use crate::model::{Channel, OpportunityId, PersonId, Records, Stamp};
use chrono::{NaiveDate, TimeZone};
use std::cell::Cell;

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
    /// An offer is signed.
    Signed,
}

impl Answer {
    /// The advice it rests on, under a playbook.
    pub fn sources(&self, playbook: &Playbook) -> Sources {
        let rule = match self {
            Self::Yes(YesReason::Thanks) => Rule::R4,
            Self::Yes(YesReason::OfferOpen) => Rule::R18,
            Self::TooEarly { .. } => Rule::R8,
            Self::Enough(EnoughReason::Limit(2..)) => Rule::R10,
            Self::Yes(YesReason::LastMessage) | Self::Enough(EnoughReason::Over | EnoughReason::Signed) => {
                Rule::R11
            }
            Self::Yes(_) | Self::Enough(EnoughReason::Limit(_)) => Rule::R9,
            Self::NotByPhone => Rule::R12,
        };
        Sources::of(rule, playbook.source())
    }
}

/// May the user write to `person` (or to whom it concerns) of an opportunity now, about that, that way?
///
/// The playbook, work week and holidays are those of the settings. `by` `None` means in writing. An opportunity
/// that is not on record is answered as one of which nothing is known: yes. Time is judged first, then the limit,
/// then the phone (rulebook, fine print 1).
///
/// ```
/// use afterword::etiquette::{About, Answer, Moment, YesReason, may_write};
/// use afterword::model::{Opportunity, OpportunityId, Records, Stamp, uuid_v7};
///
/// let mut records = Records::default();
/// let acme = Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst");
/// let id = acme.id;
/// records.opportunities.insert(id, acme);
/// let now = Moment::new(Stamp::UNIX_EPOCH, chrono::Utc);
/// let answer = may_write(&records, id, None, About::Status, None, &now);
/// assert_eq!(answer, Answer::Yes(YesReason::NothingYet));
/// ```
pub fn may_write<Tz: TimeZone>(
    records: &Records,
    opportunity: OpportunityId,
    _person: Option<PersonId>,
    about: About,
    by: Option<Channel>,
    now: &Moment<Tz>,
) -> Answer {
    if about == About::Thanks {
        return Answer::Yes(YesReason::Thanks);
    }
    let Some(opportunity) = records.opportunities.get(&opportunity) else {
        return Answer::Yes(YesReason::NothingYet);
    };
    let offers = records.opportunities.values().flat_map(|opportunity| &opportunity.offers);
    let signed = offers.filter(|offer| offer.received <= now.at).filter_map(|offer| offer.signed);
    with_days(&now.zone, |days| {
        let at = Circumstances {
            now: now.at,
            days,
            calendar: &WorkCalendar::of(&records.settings),
            playbook: Playbook::get(records.settings.playbook),
            signed: signed.filter(|at| *at <= now.at).min(),
            linked: &Links::default(),
            next_change: Cell::new(None),
        };
        let history = History::of(opportunity, &records.people, now.at);
        match may_ask(&history, &at) {
            Answer::Yes(_) if !r12_channel::may_ask_by(&history, by) => Answer::NotByPhone,
            answer => answer,
        }
    })
}

/// May the user ask where things stand, in writing?
fn may_ask(history: &History<'_>, at: &Circumstances<'_>) -> Answer {
    if history.outcome().is_some() {
        return Answer::Enough(EnoughReason::Over);
    }
    if at.signed.is_some() {
        return Answer::Enough(EnoughReason::Signed);
    }
    if let Some(round) = history.coming_rounds().next_back() {
        let (opens, _) = unpromised(at.days.day(round.ends), at);
        return Answer::TooEarly { until: at.days.start(opens), why: WaitReason::RoundComing };
    }
    if history.undecided().next().is_some() {
        return Answer::Yes(YesReason::OfferOpen);
    }
    let Some(follow_ups) = FollowUps::of(history, at) else { return Answer::Yes(YesReason::NothingYet) };
    let sent = u8::try_from(follow_ups.sent.len()).unwrap_or(u8::MAX);
    if sent >= follow_ups.allowed {
        return after_the_last(&follow_ups, sent, at);
    }
    let (window, _) = follow_ups.window(sent + 1, at);
    if at.now < window.opens {
        Answer::TooEarly { until: window.opens, why: r08_wait::reason(&follow_ups, at) }
    } else if window.closes.is_some_and(|closes| at.now >= closes) {
        Answer::Yes(YesReason::ClosedUnsent)
    } else {
        Answer::Yes(YesReason::FollowUpOpen)
    }
}

/// Once all allowed follow-ups are sent: enough, but for the one last message that a playbook may allow while
/// `move_on` is open.
fn after_the_last(follow_ups: &FollowUps<'_>, sent: u8, at: &Circumstances<'_>) -> Answer {
    let moving_on = r11_move_on::opening(follow_ups, at).is_some_and(|(opens, _)| at.now >= opens);
    if at.playbook.last_message().value && sent == follow_ups.allowed && moving_on {
        Answer::Yes(YesReason::LastMessage)
    } else {
        Answer::Enough(EnoughReason::Limit(follow_ups.allowed))
    }
}
