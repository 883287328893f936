//! What every rule has to hand beside the records: the moment, the playbook, the days by which it counts.

use super::calendar_cache::CalendarCache;
use super::zone::with_zone;
use super::{Now, Playbook, WorkCalendar};
use crate::model::{Settings, Stamp};
use crate::words;
use chrono::{NaiveDate, TimeZone};
use std::cell::Cell;

/// What every rule has to hand.
pub(crate) struct RuleContext<'a> {
    pub(crate) now: Stamp,
    pub(crate) playbook: &'static Playbook,
    pub(crate) calendar: CalendarCache<'a>,
    /// When an offer was first signed, anywhere.
    pub(crate) signed: Option<Stamp>,
    next_change: Cell<Option<Stamp>>,
}

/// Runs `work` with the context of a moment.
pub(crate) fn with_context<Tz: TimeZone, T>(
    playbook: &'static Playbook,
    settings: &Settings,
    signed: Option<Stamp>,
    now: &Now<Tz>,
    work: impl FnOnce(&RuleContext<'_>) -> T,
) -> T {
    let business_days = WorkCalendar::of(settings);
    with_zone(&now.zone, |zone| {
        let calendar = CalendarCache::new(zone, &business_days, now.at);
        work(&RuleContext { now: now.at, playbook, calendar, signed, next_change: Cell::new(None) })
    })
}

impl RuleContext<'_> {
    /// Notes that something changes by time alone at a moment. Moments that are past are ignored.
    pub(crate) fn changes_at(&self, at: Stamp) {
        if at > self.now {
            self.next_change.set(Some(self.next_change.get().map_or(at, |next| next.min(at))));
        }
    }

    /// The soonest moment noted so far at which something changes by time alone.
    pub(crate) fn next_change(&self) -> Option<Stamp> {
        self.next_change.get()
    }

    /// The start of the `n`th business day after a day.
    pub(crate) fn start_of_business_day(&self, day: NaiveDate, n: u32) -> Stamp {
        self.calendar.start(self.calendar.business_days_after(day, n))
    }

    /// The end of the `n`th business day after a day.
    pub(crate) fn end_of_business_day(&self, day: NaiveDate, n: u32) -> Stamp {
        self.calendar.end(self.calendar.business_days_after(day, n))
    }

    /// The end of the `n`th business day before a deadline.
    pub(crate) fn end_of_business_day_before(&self, deadline: Stamp, n: u32) -> Stamp {
        self.calendar.end(self.calendar.business_days_before(self.deadline_day(deadline), n))
    }

    /// The day of a deadline: a midnight belongs to the day that it ends.
    pub(crate) fn deadline_day(&self, deadline: Stamp) -> NaiveDate {
        self.calendar.day(words::last_moment(deadline))
    }

    /// When something is due that shall be done `n` business days before a deadline: at the end of the day it
    /// reaches, or at the deadline itself where that would be before the action opens.
    pub(crate) fn due_before(&self, deadline: Stamp, n: u32, opens: Stamp) -> Stamp {
        let due = self.end_of_business_day_before(deadline, n);
        if due < opens { deadline } else { due }
    }
}
