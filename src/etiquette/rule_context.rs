//! What every rule needs beside the records: the moment, the playbook, the calendar.

use super::calendar_cache::CalendarCache;
use super::zone::{days_before, with_zone, within_reason};
use super::{Now, Playbook, WorkCalendar};
use crate::model::{Settings, Stamp};
use crate::words;
use chrono::{NaiveDate, TimeDelta, TimeZone};
use std::cell::Cell;

/// The local hour from which it is night.
const NIGHT_FALLS: i64 = 21;
/// The local hour from which it is day.
const DAY_BREAKS: i64 = 8;

/// A part of a span of time, in quarters.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Quarter = 1,
    Half = 2,
    ThreeQuarters = 3,
}

impl Part {
    /// The end of this part of a span, rounded down to the minute; `from` where the span ends before it begins.
    fn of(self, from: Stamp, to: Stamp) -> Stamp {
        let minutes = (within_reason(to) - within_reason(from)).num_seconds() * self as i64 / (4 * 60);
        within_reason(from) + TimeDelta::minutes(minutes.max(0))
    }
}

/// What every rule needs beside the records.
pub(crate) struct RuleContext<'a> {
    pub(crate) now: Stamp,
    pub(crate) playbook: &'static Playbook,
    pub(crate) calendar: CalendarCache<'a>,
    /// The soonest moment, noted so far, at which the plan changes by time alone.
    next_change: Cell<Option<Stamp>>,
}

/// Builds the context of a moment, and runs `work` with it. The zone's type ends here.
pub(crate) fn with_context<Tz: TimeZone, T>(
    playbook: &'static Playbook,
    settings: &Settings,
    now: &Now<Tz>,
    work: impl FnOnce(&RuleContext<'_>) -> T,
) -> T {
    let business_days = WorkCalendar::of(settings);
    with_zone(&now.zone, |zone| {
        let calendar = CalendarCache::new(zone, &business_days, now.at);
        work(&RuleContext { now: now.at, playbook, calendar, next_change: Cell::new(None) })
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

    /// The due time of what shall be done `n` business days before a deadline: the end of that day, or, where that
    /// would be no later than the action opens, the end of a part of the time that is left.
    pub(crate) fn due_before(&self, deadline: Stamp, n: u32, opens: Stamp, part: Part) -> Stamp {
        let due = self.end_of_business_day_before(deadline, n);
        if due <= opens { self.after_part(part, opens, deadline) } else { due }
    }

    /// The due time of what shall be done by `due`, and at the latest after a part of the time to the deadline.
    pub(crate) fn due_within(&self, due: Stamp, part: Part, opens: Stamp, deadline: Option<Stamp>) -> Stamp {
        let Some(deadline) = deadline else { return due };
        if part.of(opens, deadline) < due { self.after_part(part, opens, deadline) } else { due }
    }

    /// The end of a part of the time from one moment to another. At night it moves back to the evening before, unless
    /// the time begins after that.
    fn after_part(&self, part: Part, from: Stamp, to: Stamp) -> Stamp {
        let at = part.of(from, to);
        let (day, hour) = (self.calendar.day(at), self.calendar.hour(at));
        let evening = match hour {
            NIGHT_FALLS.. => self.calendar.at_hour(day, NIGHT_FALLS),
            DAY_BREAKS.. => return at,
            _ => self.calendar.at_hour(days_before(day, 1), NIGHT_FALLS),
        };
        if evening > from { evening } else { at }
    }
}

#[cfg(test)]
mod tests {
    use crate::etiquette::testing::*;
    use crate::model::Task;

    #[test]
    fn where_a_due_time_would_fall_before_the_action_opens_half_of_the_time_is_left() {
        let due = |received: &str| {
            let mut made = offer(41, received);
            made.respond_by = Some(at("2026-03-12T17:00"));
            let bolt =
                bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA]).promised("2026-03-20");
            let records = search([acme().offered(made), bolt]);
            times(&the(Task::AskForTime, &records, "2026-03-11T09:00"))[1].clone()
        };
        assert_eq!(due("2026-03-10T23:59"), "2026-03-11T00:00");
        assert_eq!(due("2026-03-11T00:00"), "2026-03-11T20:30", "no time at all is too little as well");
        assert_eq!(due("2026-03-11T00:01"), "2026-03-11T20:30");
    }
}
