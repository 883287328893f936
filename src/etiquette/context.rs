//! What every rule needs beside the records: the moment, the playbook, the calendar.

use super::calendar_cache::CalendarCache;
use super::zone::with_zone;
use super::{Now, Playbook, WorkCalendar};
use crate::model::{Settings, Stamp};
use crate::words;
use chrono::{NaiveDate, TimeZone};
use std::cell::Cell;

/// What every rule needs beside the records.
pub(crate) struct RuleContext<'a> {
    pub(crate) now: Stamp,
    pub(crate) playbook: &'static Playbook,
    pub(crate) calendar: CalendarCache<'a>,
    /// When the first offer was signed, in any opportunity.
    pub(crate) signed: Option<Stamp>,
    /// The soonest moment, noted so far, at which the plan changes by time alone.
    next_change: Cell<Option<Stamp>>,
}

/// Builds the context of a moment, and runs `work` with it. The zone's type ends here.
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
    /// Notes that the plan changes by time alone at a moment. A moment that is past is ignored.
    pub(crate) fn changes_at(&self, at: Stamp) {
        if at > self.now {
            self.next_change.set(Some(self.next_change.get().map_or(at, |next| next.min(at))));
        }
    }

    /// The soonest moment noted at which the plan changes by time alone.
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

    /// The due time of what shall be done `n` business days before a deadline: the end of that day, or the deadline
    /// itself where that day ends before the action opens.
    pub(crate) fn due_before(&self, deadline: Stamp, n: u32, opens: Stamp) -> Stamp {
        let due = self.end_of_business_day_before(deadline, n);
        if due < opens { deadline } else { due }
    }
}

#[cfg(test)]
mod tests {
    use crate::etiquette::testing::*;
    use crate::model::Task;

    #[test]
    fn where_a_due_time_would_fall_before_the_action_opens_it_is_due_at_the_deadline() {
        let due = |received: &str| {
            let mut made = offer(41, received);
            made.respond_by = Some(at("2026-03-12T17:00"));
            let bolt =
                bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA]).promised("2026-03-20");
            let records = search([acme().offered(made), bolt]);
            times(&the(Task::AskForTime, &records, "2026-03-11T09:00"))[1].clone()
        };
        assert_eq!(due("2026-03-10T23:59"), "2026-03-11T00:00");
        assert_eq!(due("2026-03-11T00:00"), "2026-03-11T00:00", "at that very moment is not before it");
        assert_eq!(due("2026-03-11T00:01"), "2026-03-12T17:00");
    }
}
