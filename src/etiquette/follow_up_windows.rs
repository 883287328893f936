//! How many follow-ups were sent, and when the next is right: what R9 to R11 and the guard all read.

use super::history::{History, Promise, Waiting};
use super::playbook::FirstFollowUp;
use super::rule_context::RuleContext;
use super::rules::r26_ask_new_date;
use super::zone::days_after;
use super::{Reason, Window};
use crate::model::Stamp;
use chrono::NaiveDate;

/// Business days after a promised date: the follow-up opens at the start of the first, and is due at the end of the
/// second.
const AFTER_PROMISE: (u32, u32) = (1, 3);
/// The same, after a follow-up without an answer.
const AFTER_QUESTION: (u32, u32) = (5, 10);
/// A follow-up closes at the end of this business day after the day on which it is due.
const CLOSES: u32 = 10;

/// The follow-ups of an opportunity: those sent, and those to come.
pub(crate) struct FollowUps {
    /// The promised day that is waited for, if there is one.
    pub(crate) promise: Option<Promise>,
    /// Since when the user waits: what is counted and marked before that is of an earlier count.
    pub(crate) since: Stamp,
    /// When follow-ups were sent since then.
    pub(crate) sent: Vec<Stamp>,
    /// How many the playbook allows.
    pub(crate) allowed: u8,
    /// When a coming round or an offer cancelled those that are unsent, if one did.
    pub(crate) cancelled: Option<Stamp>,
    /// Whether none is right now, because something is owed, or a new day for a round is still to be asked for.
    pub(crate) held: bool,
    /// Up to when events count: until now, or until the outcome.
    pub(crate) until: Stamp,
    /// From when the first is counted where no day was promised, and why.
    base: (NaiveDate, Base),
    /// The first follow-up after the promised day: when it opens and is due.
    promised: Option<(NaiveDate, NaiveDate)>,
    /// When the user last sent what they had asked for, or answered them.
    last_sent: Option<Stamp>,
}

/// What a first follow-up is counted from, where no day was promised.
#[derive(Clone, Copy)]
enum Base {
    /// The last thank-you of a round, or its end.
    Round,
    /// A reply.
    Reply,
    /// What the user sent that they had asked for, or an answer.
    Sent,
    /// That a round is off, that the opportunity is open again, or that a signature elsewhere ended.
    News,
}

impl FollowUps {
    /// Counts the follow-ups; `None` before any round has ended.
    pub(crate) fn of(history: &History<'_>, ctx: &RuleContext<'_>) -> Option<Self> {
        let waiting = history.waiting?;
        let until = history.outcome().map_or(ctx.now, |outcome| outcome.at);
        let rounds = history.coming_rounds().map(|round| round.known.unwrap_or(Stamp::MIN));
        let offers = history.standing_offers().map(|offer| offer.received);
        let last_sent = history.last_sent_by(until);
        let count = Self {
            promise: waiting.promise,
            since: waiting.since,
            sent: Vec::new(),
            allowed: ctx.playbook.follow_ups().value,
            cancelled: rounds.chain(offers).min(),
            held: history.owed().is_some() || r26_ask_new_date::waits_until(history, ctx).is_some(),
            until,
            base: first_base(history, &waiting, until, ctx),
            promised: None,
            last_sent,
        };
        Some(count.anew(history, ctx).counted(history, waiting.since, ctx))
    }

    /// The same, counted from news that came later: a round that is off is like a reply that names no day; so is the end
    /// of a signature, but what they promised stays while that day is not over.
    fn anew(mut self, history: &History<'_>, ctx: &RuleContext<'_>) -> Self {
        let freed = history.freed().filter(|freed| *freed > self.since && *freed <= self.until);
        if let Some(freed) = freed {
            self.promise = self.promise.filter(|promise| ctx.calendar.end(promise.day) > freed);
            (self.since, self.base) = (freed, (ctx.calendar.day(freed), Base::News));
        }
        if let Some(off) = history.last_called_off(self.until).filter(|off| *off > self.since) {
            self.promise = None;
            (self.since, self.base) = (off, (ctx.calendar.day(off), Base::News));
        }
        self
    }

    /// The same, with the questions sent since then, and with what the user sent them. `promised_at` is when they promised.
    fn counted(mut self, history: &History<'_>, promised_at: Stamp, ctx: &RuleContext<'_>) -> Self {
        self.sent = history.follow_ups().filter(|at| (self.since..=self.until).contains(at)).collect();
        let sent = self.last_sent.map(|at| (at, ctx.calendar.day(at)));
        if let Some((_, day)) = sent.filter(|(_, day)| *day > self.base.0) {
            self.base = (day, Base::Sent);
        }
        self.promised = self.promise.map(|promise| {
            let by_promise = business_days(promise.day, AFTER_PROMISE, ctx);
            let by_sent = sent.filter(|(at, _)| *at >= promised_at).map(|(_, day)| unpromised(day, ctx));
            by_sent.filter(|(opens, _)| *opens > by_promise.0).unwrap_or(by_promise)
        });
        self
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

    /// The day from which what comes after a follow-up is counted: that of the follow-up, or of a later delivery or
    /// answer.
    pub(crate) fn day_after(&self, asked: Stamp, ctx: &RuleContext<'_>) -> NaiveDate {
        ctx.calendar.day(self.last_sent.map_or(asked, |sent| sent.max(asked)))
    }

    /// The day before which nothing follows a question that was sent before the promised day was over.
    pub(crate) fn not_before(&self) -> Option<NaiveDate> {
        self.promised.map(|(opens, _)| opens)
    }

    /// When the nth follow-up is right, and why.
    pub(crate) fn window(&self, nth: u8, ctx: &RuleContext<'_>) -> (Window, Reason) {
        let asked = usize::from(nth).checked_sub(2).and_then(|before| self.sent.get(before)).copied();
        let (opens, due) = match (asked, self.promised) {
            (None, Some(promised)) => promised,
            (None, None) => unpromised(self.base.0, ctx),
            (Some(asked), promised) => {
                let (opens, due) = business_days(self.day_after(asked, ctx), AFTER_QUESTION, ctx);
                // A question sent too soon does not make the next one right before the promised date is over.
                promised.map_or((opens, due), |(first, last)| (opens.max(first), due.max(last)))
            }
        };
        let window = Window::opening(ctx.calendar.start(opens))
            .due(ctx.calendar.end(due))
            .closes(ctx.end_of_business_day(due, CLOSES));
        (window, self.reason(asked, ctx))
    }

    fn reason(&self, asked: Option<Stamp>, ctx: &RuleContext<'_>) -> Reason {
        let (day, base) = self.base;
        match (asked, self.promise, base) {
            (Some(asked), ..) => Reason::StillSilent(ctx.calendar.day(asked)),
            (None, Some(promise), _) => Reason::PromiseOver(promise.day),
            (None, None, Base::Round) => Reason::NoPromise(day),
            (None, None, Base::Reply) => Reason::SinceReply(day),
            (None, None, Base::Sent) => Reason::SinceSent(day),
            (None, None, Base::News) => Reason::SinceNews(day),
        }
    }
}

/// From when a first follow-up is counted where no day was promised: the last thank-you of the rounds of that day, or
/// else the last round's end; or what came after it.
fn first_base(
    history: &History<'_>,
    waiting: &Waiting<'_>,
    until: Stamp,
    ctx: &RuleContext<'_>,
) -> (NaiveDate, Base) {
    let since = ctx.calendar.day(waiting.since);
    let Some(round) = waiting.round else {
        let reopened = history.reopened() == Some(waiting.since);
        let replied = history.replies().any(|at| at == waiting.since);
        return (since, if reopened && !replied { Base::News } else { Base::Reply });
    };
    let day = ctx.calendar.day(round.ends);
    let of_the_day = history.ended_rounds().filter(|other| ctx.calendar.day(other.ends) == day);
    let thanked = of_the_day.filter_map(|round| history.last_thanked_by(round.id, until)).max();
    (thanked.map_or(since, |thanked| ctx.calendar.day(thanked)), Base::Round)
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
    use crate::etiquette::rule_context::with_context;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Settings};
    use std::collections::BTreeMap;

    #[test]
    fn what_is_sent_or_called_off_after_an_outcome_moves_nothing() {
        let item = crate::model::ItemId(uuid::Uuid::from_u128(31));
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let told = told.then("2026-04-20T09:00", EventKind::Withdrawn);
        let told = told.then("2026-04-21T09:00", EventKind::Delivered { round: FIRST, item });
        let mut off = round(SECOND, "2026-04-23T10:00", "2026-04-23T11:00");
        (off.known, off.off) = (Some(at("2026-04-19T09:00")), Some(at("2026-04-21T10:00")));
        let missed = the(crate::model::Task::FollowUp, &search([told.with(off)]), "2026-04-22T09:00");
        assert_eq!(times(&missed)[0], "2026-03-09T00:00");
    }

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
        let sent = with_context(&crate::etiquette::CONSIDERED, &Settings::default(), &now, |ctx| {
            FollowUps::of(&history, ctx).unwrap().sent
        });
        assert_eq!(sent, ["2026-03-10T09:00", "2026-03-11T09:00"].map(at));
    }
}
