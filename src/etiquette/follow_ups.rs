//! How many follow-ups were sent, and when the next is right: what R9 to R11 and the guard all read.

use super::context::RuleContext;
use super::history::{History, Waiting};
use super::playbook::FirstFollowUp;
use super::zone::days_after;
use super::{Reason, Window};
use crate::model::{Round, Stamp};
use chrono::NaiveDate;

/// Business days after a promised date: the follow-up opens at the start of the first, and is due at the end of the
/// second.
const AFTER_PROMISE: (u32, u32) = (1, 3);
/// The same, after a follow-up without an answer.
const AFTER_QUESTION: (u32, u32) = (5, 10);
/// A follow-up closes at the end of this business day after the day on which it is due.
const CLOSES: u32 = 10;

/// The follow-ups of an opportunity: those sent, and those to come.
pub(crate) struct FollowUps<'a> {
    /// What they are counted from.
    pub(crate) waiting: Waiting<'a>,
    /// When follow-ups were sent since then.
    pub(crate) sent: Vec<Stamp>,
    /// How many the playbook allows.
    pub(crate) allowed: u8,
    /// When a coming round or an offer cancelled those that are unsent, if one did.
    pub(crate) cancelled: Option<Stamp>,
    /// Up to when events count: until now, or until the outcome.
    pub(crate) until: Stamp,
    /// The day from which the first is counted where no day was promised.
    base: NaiveDate,
}

impl<'a> FollowUps<'a> {
    /// Counts the follow-ups; `None` before any round has ended.
    pub(crate) fn of(history: &History<'a>, ctx: &RuleContext<'_>) -> Option<Self> {
        let waiting = history.waiting?;
        let until = history.outcome().map_or(ctx.now, |outcome| outcome.at);
        let rounds = history.coming_rounds().map(|round| round.known.unwrap_or(Stamp::MIN));
        let offers = history.offers().iter().map(|offer| offer.received);
        let of_its_day = |round: &'a Round| {
            let day = ctx.calendar.day(round.ends);
            history.ended_rounds().filter(move |other| ctx.calendar.day(other.ends) == day)
        };
        let rounds_of_the_day = waiting.round.into_iter().flat_map(of_its_day);
        let thanked = rounds_of_the_day.filter_map(|round| history.last_thanked_by(round.id, until)).max();
        Some(Self {
            waiting,
            sent: history.follow_ups().filter(|at| (waiting.since..=until).contains(at)).collect(),
            allowed: ctx.playbook.follow_ups().value,
            cancelled: rounds.chain(offers).min(),
            until,
            base: ctx.calendar.day(thanked.unwrap_or(waiting.since)),
        })
    }

    /// How many belong in the plan: those sent, and the next.
    pub(crate) fn proposed(&self) -> u8 {
        let sent = u8::try_from(self.sent.len()).unwrap_or(u8::MAX);
        sent.saturating_add(1).min(self.allowed)
    }

    /// When the last allowed follow-up was sent.
    pub(crate) fn last_allowed(&self) -> Option<Stamp> {
        self.sent.get(usize::from(self.allowed).checked_sub(1)?).copied()
    }

    /// When the nth follow-up is right, and why.
    pub(crate) fn window(&self, nth: u8, ctx: &RuleContext<'_>) -> (Window, Reason) {
        let asked = usize::from(nth).checked_sub(2).and_then(|before| self.sent.get(before));
        let promise = self.waiting.promise.map(|promise| promise.day);
        let counted_from = match (asked, promise) {
            (Some(asked), _) => ctx.calendar.day(*asked),
            (None, Some(promise)) => promise,
            (None, None) => self.base,
        };
        let after_promise = promise.map(|promise| business_days(promise, AFTER_PROMISE, ctx));
        let (opens, due) = match (asked, after_promise) {
            (None, Some(after_promise)) => after_promise,
            (None, None) => unpromised(counted_from, ctx),
            (Some(_), after_promise) => {
                let (opens, due) = business_days(counted_from, AFTER_QUESTION, ctx);
                // A question sent too soon does not make the next one right before the promised date is over.
                after_promise.map_or((opens, due), |(first, last)| (opens.max(first), due.max(last)))
            }
        };
        let window = Window::opening(ctx.calendar.start(opens))
            .due(ctx.calendar.end(due))
            .closes(ctx.end_of_business_day(due, CLOSES));
        let reason = match (nth, promise, self.waiting.round) {
            (2.., _, _) => Reason::StillSilent(counted_from),
            (_, Some(promise), _) => Reason::PromiseOver(promise),
            (_, None, Some(_)) => Reason::NoPromise(counted_from),
            (_, None, None) => Reason::SinceReply(counted_from),
        };
        (window, reason)
    }
}

/// The day on which the first follow-up opens, and the one on which it is due, where no date was promised.
pub(crate) fn unpromised(base: NaiveDate, ctx: &RuleContext<'_>) -> (NaiveDate, NaiveDate) {
    match ctx.playbook.first_follow_up().value {
        FirstFollowUp::BusinessDays { opens, due } => business_days(base, (opens, due), ctx),
        FirstFollowUp::DaysThenBusinessDay { opens, due } => {
            let opens = ctx.calendar.on_or_after(days_after(base, opens.into()));
            (opens, ctx.calendar.business_days_after(opens, due))
        }
    }
}

fn business_days(base: NaiveDate, (opens, due): (u32, u32), ctx: &RuleContext<'_>) -> (NaiveDate, NaiveDate) {
    (ctx.calendar.business_days_after(base, opens), ctx.calendar.business_days_after(base, due))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::context::with_context;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Settings};
    use std::collections::BTreeMap;

    #[test]
    fn questions_are_counted_from_the_last_word_to_the_outcome_both_included() {
        let asked = EventKind::FollowUpSent { person: None };
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let told = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"]
            .iter()
            .fold(told, |told, day| told.then(&format!("{day}T09:00"), asked.clone()));
        let reply = EventKind::reply(None, None);
        let told = told.then("2026-03-10T09:00", reply).then("2026-03-11T09:00", EventKind::Withdrawn);
        let nobody = BTreeMap::new();
        let now = now("2026-03-20T09:00");
        let history = History::of(&told, &nobody, now.at);
        let sent = with_context(&crate::etiquette::CONSIDERED, &Settings::default(), None, &now, |ctx| {
            FollowUps::of(&history, ctx).unwrap().sent
        });
        assert_eq!(sent, ["2026-03-10T09:00", "2026-03-11T09:00"].map(at));
    }
}
