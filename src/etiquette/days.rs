//! Days of a zone: where an instant falls, and when a day starts.

use crate::model::Stamp;
use chrono::{
    DateTime, Datelike, Days as CivilDays, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset,
    TimeDelta, TimeZone, Timelike, Utc,
};
use std::cell::Cell;

/// How many days are remembered. A search rarely spans more than a year.
const REMEMBERED: usize = 512;

/// The days of a zone.
///
/// Zone look-ups are slow (in a browser each is a call out of WebAssembly), and a plan asks for the same few
/// days over and over, so starts of days, and days on which no clock is changed, are remembered. The zone's type is
/// erased here: no rule depends on it.
pub(crate) struct Days<'z> {
    /// Seconds east of Greenwich at an instant.
    offset: &'z dyn Fn(Stamp) -> i32,
    starts: Memory<Stamp>,
    /// The offset that holds all through a day of Greenwich.
    steady: Memory<Option<FixedOffset>>,
}

/// What is known of a day, where it was asked for lately.
type Memory<T> = Box<[Cell<(NaiveDate, T)>]>;

/// Runs `work` with the days of a zone.
pub(crate) fn with_days<Tz: TimeZone, T>(zone: &Tz, work: impl FnOnce(&Days<'_>) -> T) -> T {
    let offset = |at: Stamp| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
    work(&Days::new(&offset))
}

/// The instant of a local time: of one that the clock repeats the first, one that it skips moved forward by
/// the gap. Times outside the years 1 to 9998 are held at that edge.
pub fn resolve_local<Tz: TimeZone>(zone: &Tz, local: NaiveDateTime) -> Stamp {
    with_days(zone, |days| days.resolve(local))
}

impl<'z> Days<'z> {
    fn new(offset: &'z dyn Fn(Stamp) -> i32) -> Self {
        Self { offset, starts: memory(Stamp::MIN_UTC), steady: memory(None) }
    }

    /// Seconds east of Greenwich at an instant.
    pub(crate) fn offset(&self, at: Stamp) -> i32 {
        (self.offset)(within_reason(at))
    }

    /// The local date of an instant.
    pub(crate) fn day(&self, at: Stamp) -> NaiveDate {
        self.steady_local(at).map_or_else(|| self.day_by_starts(at), |local| local.date())
    }

    fn day_by_starts(&self, at: Stamp) -> NaiveDate {
        let at = within_reason(at);
        let guess = at.naive_utc().date();
        let next = guess.succ_opt().unwrap_or(guess);
        if at >= self.start(next) {
            next
        } else if at >= self.start(guess) {
            guess
        } else {
            before(guess, 1)
        }
    }

    /// The local hour of an instant.
    pub(crate) fn hour(&self, at: Stamp) -> u32 {
        self.steady_local(at).unwrap_or_else(|| self.local(at)).hour()
    }

    /// The local date and time of an instant, where no clock is changed on its day.
    fn steady_local(&self, at: Stamp) -> Option<NaiveDateTime> {
        let at = within_reason(at).naive_utc();
        at.checked_add_offset(self.steady_offset(at.date())?)
    }

    fn steady_offset(&self, day: NaiveDate) -> Option<FixedOffset> {
        remembered(&self.steady, day, || {
            let midnight = |day: NaiveDate| self.offset(day.and_time(NaiveTime::MIN).and_utc());
            let offset = midnight(day);
            FixedOffset::east_opt(offset).filter(|_| midnight(after(day, 1)) == offset)
        })
    }

    /// The local date and time of an instant.
    pub(crate) fn local(&self, at: Stamp) -> NaiveDateTime {
        let at = within_reason(at);
        at.naive_utc() + TimeDelta::seconds(i64::from((self.offset)(at)))
    }

    /// 00:00 of a day.
    pub(crate) fn start(&self, day: NaiveDate) -> Stamp {
        remembered(&self.starts, day, || self.resolve(day.and_time(NaiveTime::MIN)))
    }

    /// 24:00 of a day: the next midnight.
    pub(crate) fn end(&self, day: NaiveDate) -> Stamp {
        self.start(day.succ_opt().unwrap_or(day))
    }

    /// That hour of a day.
    pub(crate) fn at_hour(&self, day: NaiveDate, hour: u32) -> Stamp {
        match self.even_day(day) {
            Some(start) => start + TimeDelta::hours(hour.into()),
            None => self.resolve(day.and_hms_opt(hour, 0, 0).unwrap_or(day.and_time(NaiveTime::MIN))),
        }
    }

    /// 00:00 of a day on which no clock is changed: it has its 24 hours.
    fn even_day(&self, day: NaiveDate) -> Option<Stamp> {
        let start = self.start(day);
        (self.end(day) - start == TimeDelta::days(1)).then_some(start)
    }

    /// The instant of a local time, as [`resolve_local`].
    pub(crate) fn resolve(&self, local: NaiveDateTime) -> Stamp {
        let as_utc = within_reason(local.and_utc());
        let offset_at = |hours: i64| i64::from((self.offset)(as_utc + TimeDelta::hours(hours)));
        let (earlier, later) = (offset_at(-24), offset_at(24));
        let by_earlier = as_utc - TimeDelta::seconds(earlier);
        if earlier == later || i64::from((self.offset)(by_earlier)) == earlier {
            return by_earlier;
        }
        let by_later = as_utc - TimeDelta::seconds(later);
        // If neither offset holds at the instant it leads to, the clock skips this time: the offset from
        // before the gap moves it forward by just the gap.
        if i64::from((self.offset)(by_later)) == later { by_later } else { by_earlier }
    }
}

fn memory<T: Copy>(nothing: T) -> Memory<T> {
    vec![Cell::new((NaiveDate::MIN, nothing)); REMEMBERED].into_boxed_slice()
}

/// What is remembered of a day; else it is found, and remembered from now on.
fn remembered<T: Copy>(memory: &Memory<T>, day: NaiveDate, find: impl FnOnce() -> T) -> T {
    let Some(slot) = memory.get(number(day) % REMEMBERED) else { return find() };
    let (known, what) = slot.get();
    if known == day && day > NaiveDate::MIN {
        return what;
    }
    let what = find();
    slot.set((day, what));
    what
}

/// A number that no day near a day shares with it, quicker than counting days.
pub(crate) fn number(day: NaiveDate) -> usize {
    usize::try_from(i64::from(day.year() & 0xffff) * 366 + i64::from(day.ordinal())).unwrap_or(0)
}

/// `n` days after a day.
pub(crate) fn after(day: NaiveDate, n: u64) -> NaiveDate {
    day.checked_add_days(CivilDays::new(n)).unwrap_or(NaiveDate::MAX)
}

/// `n` days before a day.
pub(crate) fn before(day: NaiveDate, n: u64) -> NaiveDate {
    day.checked_sub_days(CivilDays::new(n)).unwrap_or(NaiveDate::MIN)
}

/// `n` elapsed hours after an instant (before it, where `n` is negative).
pub(crate) fn hours_after(at: Stamp, n: i64) -> Stamp {
    within_reason(at) + TimeDelta::hours(n)
}

/// Holds an instant within the years 1 to 9998, so that no sum with it can overflow.
pub(crate) fn within_reason(at: Stamp) -> Stamp {
    const FIRST: Stamp = edge(-62_135_596_800);
    const LAST: Stamp = edge(253_370_764_800);
    // Nearly all are, and to see that from the year is quick.
    if (1..9999).contains(&at.naive_utc().year()) { at } else { at.clamp(FIRST, LAST) }
}

const fn edge(seconds: i64) -> Stamp {
    match DateTime::<Utc>::from_timestamp(seconds, 0) {
        Some(at) => at,
        None => Stamp::UNIX_EPOCH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{America::New_York, Pacific::Apia, Tz};

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn utc(text: &str) -> Stamp {
        local(text).and_utc()
    }

    #[test]
    fn a_skipped_time_moves_forward_by_the_gap() {
        assert_eq!(resolve_local(&New_York, local("2026-03-08T02:30")), utc("2026-03-08T07:30"));
        assert_eq!(resolve_local(&Apia, local("2011-12-30T00:00")), utc("2011-12-30T10:00"));
    }

    #[test]
    fn a_repeated_time_is_the_first_of_the_two() {
        assert_eq!(resolve_local(&New_York, local("2026-11-01T01:30")), utc("2026-11-01T05:30"));
        assert_eq!(resolve_local(&New_York, local("2026-11-01T02:30")), utc("2026-11-01T07:30"));
    }

    #[test]
    fn days_of_23_and_25_hours_start_and_end_where_the_clock_says() {
        with_days(&New_York, |days| {
            let (spring, autumn) =
                (NaiveDate::from_ymd_opt(2026, 3, 8), NaiveDate::from_ymd_opt(2026, 11, 1));
            let length = |day| (days.end(day) - days.start(day)).num_hours();
            assert_eq!((length(spring.unwrap()), length(autumn.unwrap())), (23, 25));
        });
    }

    #[test]
    fn an_instant_falls_on_the_day_and_the_hour_that_its_zone_says() {
        // The last changes its clocks by half an hour.
        for zone in ["America/New_York", "Pacific/Kiritimati", "Pacific/Midway", "Australia/Lord_Howe"] {
            let zone: Tz = zone.parse().unwrap();
            with_days(&zone, |days| {
                for hour in 0..24 * 400 {
                    let at = hours_after(utc("2026-01-01T00:30"), hour);
                    let there = at.with_timezone(&zone).naive_local();
                    let told = (days.local(at), days.day(at), days.hour(at));
                    assert_eq!(told, (there, there.date(), there.hour()), "{at} {zone}");
                }
            });
        }
    }

    #[test]
    fn nine_in_the_morning_is_nine_on_the_clock_on_a_day_of_any_length() {
        with_days(&New_York, |days| {
            let nine = |day| days.at_hour(local(day).date(), 9);
            assert_eq!(nine("2026-03-07T00:00"), utc("2026-03-07T14:00"));
            assert_eq!(nine("2026-03-08T00:00"), utc("2026-03-08T13:00"), "23 hours");
            assert_eq!(nine("2026-11-01T00:00"), utc("2026-11-01T14:00"), "25 hours");
        });
    }

    #[test]
    fn what_no_calendar_of_ours_reaches_is_held_at_its_edge() {
        let (first, last) = (utc("0001-01-01T00:00"), utc("9999-01-01T00:00"));
        assert_eq!([Stamp::MIN_UTC, Stamp::MAX_UTC].map(within_reason), [first, last]);
        with_days(&Utc, |days| {
            assert_eq!([NaiveDate::MIN, NaiveDate::MAX].map(|day| days.start(day)), [first, last]);
        });
    }
}
