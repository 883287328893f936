//! Where the count of follow-ups stands: what R9 to R11 and the guard all read.

use super::circumstances::Circumstances;
use super::days::after;
use super::history::{History, Waiting};
use super::playbook::FirstFollowUp;
use super::rules::r09_follow_up;
use super::{Reason, Window};
use crate::model::Stamp;
use chrono::NaiveDate;

/// After a promised date: opens at the start of the one business day, due at the end of the other.
const AFTER_PROMISE: (u32, u32) = (1, 3);
/// After a question without an answer, likewise.
const AFTER_QUESTION: (u32, u32) = (5, 10);
/// Business days after the day on which it is due, on whose evening it closes.
const CLOSES: u32 = 10;

/// Where the count stands.
pub(crate) struct FollowUps<'a> {
    /// What it is counted from.
    pub(crate) waiting: Waiting<'a>,
    /// When status questions were sent since.
    pub(crate) sent: &'a [Stamp],
    /// How many are allowed.
    pub(crate) allowed: u8,
    /// When a coming round, or an offer, put an end to asking.
    pub(crate) cancelled: Option<Stamp>,
    /// Up to when the record counts: now, or the outcome.
    pub(crate) until: Stamp,
    /// The day from which the first is counted where none was promised.
    base: NaiveDate,
}

impl<'a> FollowUps<'a> {
    /// Where the count stands; `None` before any round has ended.
    pub(crate) fn of(history: &'a History<'_>, at: &Circumstances<'_>) -> Option<Self> {
        let waiting = history.waiting?;
        let until = history.outcome().map_or(at.now, |outcome| outcome.at);
        let rounds = history.coming_rounds().map(|round| round.known.unwrap_or(Stamp::MIN));
        let offers = history.offers.iter().map(|offer| offer.received);
        let base = waiting.round.and_then(|round| {
            let thanks = history.thanks.iter().filter(|thanks| thanks.round == round.id);
            thanks.map(|thanks| thanks.at).rfind(|sent| *sent <= until)
        });
        Some(Self {
            waiting,
            sent: history.follow_ups_sent(waiting.at, until),
            allowed: at.playbook.follow_ups().value,
            cancelled: rounds.chain(offers).min(),
            until,
            base: at.days.day(base.unwrap_or(waiting.at)),
        })
    }

    /// How many follow-ups have come into view: those sent, and the next.
    pub(crate) fn proposed(&self) -> u8 {
        let sent = u8::try_from(self.sent.len()).unwrap_or(u8::MAX);
        sent.saturating_add(1).min(self.allowed)
    }

    /// When the last allowed follow-up was sent.
    pub(crate) fn last_allowed(&self) -> Option<Stamp> {
        self.sent.get(usize::from(self.allowed).checked_sub(1)?).copied()
    }

    /// When the nth follow-up is right, and why.
    pub(crate) fn window(&self, nth: u8, at: &Circumstances<'_>) -> (Window, Reason) {
        let asked = usize::from(nth).checked_sub(2).and_then(|before| self.sent.get(before));
        let counted_from = match (asked, self.waiting.promise) {
            (Some(asked), _) => at.days.day(*asked),
            (None, Some(promise)) => promise,
            (None, None) => self.base,
        };
        let after_promise = self.waiting.promise.map(|promise| business_days(promise, AFTER_PROMISE, at));
        let (opens, due) = match (asked, after_promise) {
            (None, Some(after_promise)) => after_promise,
            (None, None) => unpromised(counted_from, at),
            (Some(_), after_promise) => {
                let (opens, due) = business_days(counted_from, AFTER_QUESTION, at);
                // A question sent too soon does not make the next one right before the promised date is over.
                after_promise.map_or((opens, due), |(first, last)| (opens.max(first), due.max(last)))
            }
        };
        let window = Window::opening(at.days.start(opens))
            .due(at.days.end(due))
            .closes(at.end_of_business_day(due, CLOSES));
        (window, r09_follow_up::reason(self, nth, counted_from))
    }
}

/// The day on which the first follow-up opens, and the one on which it is due, where no date was promised.
pub(crate) fn unpromised(base: NaiveDate, at: &Circumstances<'_>) -> (NaiveDate, NaiveDate) {
    match at.playbook.first_follow_up().value {
        FirstFollowUp::BusinessDays { opens, due } => business_days(base, (opens, due), at),
        FirstFollowUp::DaysThenBusinessDay { opens, due } => {
            let opens = at.workdays.on_or_after(after(base, opens.into()));
            (opens, at.workdays.after(opens, due))
        }
    }
}

fn business_days(
    base: NaiveDate,
    (opens, due): (u32, u32),
    at: &Circumstances<'_>,
) -> (NaiveDate, NaiveDate) {
    (at.workdays.after(base, opens), at.workdays.after(base, due))
}
