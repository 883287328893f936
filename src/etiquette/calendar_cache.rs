//! A cache of the user's days for one plan: when each starts in their zone, and whether it is a business day.

use super::WorkCalendar;
use super::zone::{Zone, days_after, days_before, within_reason};
use crate::model::Stamp;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use std::cell::Cell;

/// Answers are cached for so many days before now, and for so many after. For other days they are found each time.
const CACHED: (u64, u64) = (730, 366);

/// The user's days and business days.
///
/// The rules ask about the same few weeks again and again. In a browser, the start of a day costs some calls out of
/// WebAssembly (for the zone's offset), and whether it is a business day a search through the holidays.
pub(crate) struct CalendarCache<'a> {
    zone: Zone<'a>,
    work: &'a WorkCalendar,
    /// The first day for which answers are cached.
    first: NaiveDate,
    starts: Vec<Cell<Option<Stamp>>>,
    business_days: Vec<Cell<Option<bool>>>,
}

impl<'a> CalendarCache<'a> {
    pub(crate) fn new(zone: Zone<'a>, work: &'a WorkCalendar, now: Stamp) -> Self {
        let first = days_before(within_reason(now).naive_utc().date(), CACHED.0);
        let count = usize::try_from(CACHED.0 + CACHED.1).unwrap_or(0);
        let (starts, business_days) = (vec![Cell::new(None); count], vec![Cell::new(None); count]);
        Self { zone, work, first, starts, business_days }
    }

    /// The local date of an instant.
    pub(crate) fn day(&self, at: Stamp) -> NaiveDate {
        let at = within_reason(at);
        let guess = at.naive_utc().date();
        if at >= self.end(guess) {
            days_after(guess, 1)
        } else if at >= self.start(guess) {
            guess
        } else {
            days_before(guess, 1)
        }
    }

    /// The local hour of an instant, from 0 to 23.
    pub(crate) fn hour(&self, at: Stamp) -> i64 {
        let day = self.day(at);
        match self.start_if_even(day) {
            Some(start) => (within_reason(at) - start).num_hours(),
            None => self.zone.local(at).hour().into(),
        }
    }

    /// 00:00 of a day.
    pub(crate) fn start(&self, day: NaiveDate) -> Stamp {
        self.cached(&self.starts, day, || self.zone.start(day))
    }

    /// 24:00 of a day, the next midnight.
    pub(crate) fn end(&self, day: NaiveDate) -> Stamp {
        self.start(days_after(day, 1))
    }

    /// The instant at which the clock shows an hour of a day.
    pub(crate) fn at_hour(&self, day: NaiveDate, hour: i64) -> Stamp {
        let hours = TimeDelta::hours(hour);
        match self.start_if_even(day) {
            Some(start) => start + hours,
            None => self.zone.resolve(NaiveDateTime::from(day) + hours),
        }
    }

    /// The `n`th business day after `day`, as [`WorkCalendar::business_days_after`].
    pub(crate) fn business_days_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        WorkCalendar::count_forward(day, n, &|day| self.is_business_day(day))
    }

    /// The `n`th business day before `day`.
    pub(crate) fn business_days_before(&self, day: NaiveDate, n: u32) -> NaiveDate {
        WorkCalendar::count_back(day, n, &|day| self.is_business_day(day))
    }

    /// That day if it is a business day, else the next one.
    pub(crate) fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        if self.is_business_day(day) { day } else { self.business_days_after(day, 1) }
    }

    fn is_business_day(&self, day: NaiveDate) -> bool {
        self.cached(&self.business_days, day, || self.work.is_business_day(day))
    }

    /// 00:00 of a day of 24 hours; `None` on a day on which the clock is changed.
    fn start_if_even(&self, day: NaiveDate) -> Option<Stamp> {
        let start = self.start(day);
        (self.end(day) - start == TimeDelta::days(1)).then_some(start)
    }

    /// The cached answer for a day. Where there is none, it is found, and cached if the day is one of those.
    fn cached<T: Copy>(&self, answers: &[Cell<Option<T>>], day: NaiveDate, find: impl FnOnce() -> T) -> T {
        let place = usize::try_from((day - self.first).num_days()).ok();
        let Some(answer) = place.and_then(|place| answers.get(place)) else { return find() };
        answer.get().unwrap_or_else(|| {
            let found = find();
            answer.set(Some(found));
            found
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::{at, day};
    use crate::etiquette::zone::{hours_after, with_zone};
    use crate::model::{Settings, read_date};
    use chrono::TimeZone;
    use chrono_tz::America::New_York;
    use chrono_tz::Tz;

    const NOW: &str = "2026-03-01T09:00";

    fn with_cache<Z: TimeZone, T>(zone: &Z, work: impl FnOnce(&CalendarCache<'_>) -> T) -> T {
        let calendar = WorkCalendar::default();
        with_zone(zone, |zone| work(&CalendarCache::new(zone, &calendar, at(NOW))))
    }

    #[test]
    fn days_of_23_and_25_hours_start_and_end_where_the_clock_says() {
        with_cache(&New_York, |calendar| {
            let length = |day| (calendar.end(day) - calendar.start(day)).num_hours();
            assert_eq!(
                ["2026-03-08", "2026-11-01", "2026-11-02"].map(|text| length(day(text))),
                [23, 25, 24]
            );
        });
    }

    #[test]
    fn an_instant_falls_on_the_day_and_the_hour_that_its_zone_says() {
        // The last changes its clocks by half an hour.
        for zone in ["America/New_York", "Pacific/Kiritimati", "Pacific/Midway", "Australia/Lord_Howe"] {
            let zone: Tz = zone.parse().unwrap();
            with_cache(&zone, |calendar| {
                for hour in 0..24 * 400 {
                    let at = hours_after(at("2026-01-01T00:30"), hour);
                    let there = at.with_timezone(&zone).naive_local();
                    let found = (calendar.day(at), calendar.hour(at));
                    assert_eq!(found, (there.date(), there.hour().into()), "{at:?} {zone}");
                }
            });
        }
    }

    #[test]
    fn nine_in_the_morning_is_nine_on_the_clock_on_a_day_of_any_length() {
        with_cache(&New_York, |calendar| {
            for date in ["2026-03-07", "2026-03-08", "2026-11-01"] {
                assert_eq!(calendar.at_hour(day(date), 9), at(&format!("{date}T09:00")), "{date}");
            }
        });
    }

    #[test]
    fn days_beyond_the_cached_ones_are_found_each_time() {
        with_cache(&New_York, |calendar| {
            for (year, morning) in [("1969", 9), ("2020", 11), ("2031", 7), ("9998", 9)] {
                let date = read_date(&format!("{year}-12-31")).unwrap();
                let then = calendar.at_hour(date, morning);
                assert_eq!((calendar.day(then), calendar.hour(then)), (date, morning));
            }
        });
    }

    #[test]
    fn a_zone_is_asked_once_about_each_day() {
        let asked = Cell::new(0);
        let work = WorkCalendar::default();
        let offset = |at: Stamp| {
            asked.set(asked.get() + 1);
            if at < Stamp::UNIX_EPOCH { 0 } else { 3600 }
        };
        let calendar = CalendarCache::new(Zone { offset: &offset }, &work, at(NOW));
        let ask = || {
            for day in day("2026-03-10").iter_days().take(230) {
                for hour in 0..24 {
                    let at = calendar.at_hour(day, hour);
                    assert_eq!((calendar.day(at), calendar.hour(at)), (day, hour));
                }
            }
            asked.replace(0)
        };
        assert!(ask() > 0);
        assert_eq!(ask(), 0);
    }

    #[test]
    fn business_days_are_counted_as_the_work_calendar_counts_them() {
        let holidays = ["2026-05-25", "2026-07-03", "2026-12-25"].map(day).to_vec();
        let work = WorkCalendar::of(&Settings { holidays, ..Settings::default() });
        with_zone(&New_York, |zone| {
            let calendar = CalendarCache::new(zone, &work, at(NOW));
            for _ in ["found", "cached"] {
                for day in day("2026-03-01").iter_days().take(700) {
                    for n in 0..=10 {
                        assert_eq!(calendar.business_days_after(day, n), work.business_days_after(day, n));
                        assert_eq!(calendar.business_days_before(day, n), work.business_days_before(day, n));
                    }
                }
            }
        });
    }
}
