//! Days of a zone: where an instant falls, and when a day starts.

use crate::model::Stamp;
use chrono::{
    DateTime, Datelike, Days as CivilDays, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
};
use std::cell::Cell;

/// How many days are remembered. A search rarely spans more than a year.
const REMEMBERED: usize = 512;

/// Seconds of a day on which no clock is changed.
const DAY: i64 = 24 * 60 * 60;

/// The days of a zone.
///
/// Zone look-ups are slow (in a browser each is a call out of WebAssembly), and a plan asks for the same few
/// days over and over, so starts of days, and days on which no clock is changed, are remembered. The zone's type is
/// erased here: no rule depends on it.
pub(crate) struct Days<'z> {
    /// Seconds east of Greenwich at an instant.
    offset: &'z dyn Fn(Stamp) -> i32,
    starts: Memory<NaiveDate, Stamp>,
    /// The offset that holds all through a day of Greenwich.
    steady: Memory<DayNumber, Option<i64>>,
    dates: Memory<DayNumber, NaiveDate>,
}

/// Days since the start of 1970.
type DayNumber = i64;

/// What is known of a day, where it was asked for lately.
type Memory<D, T> = Box<[Cell<Option<(D, T)>>]>;

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
        Self { offset, starts: memory(), steady: memory(), dates: memory() }
    }

    /// Seconds east of Greenwich at an instant.
    pub(crate) fn offset(&self, at: Stamp) -> i32 {
        (self.offset)(within_reason(at))
    }

    /// The local date of an instant.
    pub(crate) fn day(&self, at: Stamp) -> NaiveDate {
        self.steady_local(at).map_or_else(|| self.day_by_starts(at), |local| self.date(local.div_euclid(DAY)))
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
        let local = self.steady_local(at).unwrap_or_else(|| self.local(at).and_utc().timestamp());
        u32::try_from(local.rem_euclid(DAY) / 3600).unwrap_or(0)
    }

    /// What the clock shows at an instant, as seconds since it showed the start of 1970; `None` on a day on which it is
    /// changed.
    fn steady_local(&self, at: Stamp) -> Option<i64> {
        let at = within_reason(at).timestamp();
        let day = at.div_euclid(DAY);
        let offset = remembered(&self.steady, spread(day), day, || {
            let midnight = |day: DayNumber| Stamp::from_timestamp(day * DAY).map(|at| self.offset(at));
            midnight(day).filter(|_| midnight(day) == midnight(day + 1)).map(i64::from)
        });
        offset.map(|offset| at + offset)
    }

    fn date(&self, day: DayNumber) -> NaiveDate {
        remembered(&self.dates, spread(day), day, || {
            DateTime::from_timestamp(day * DAY, 0).unwrap_or_default().date_naive()
        })
    }

    /// The local date and time of an instant.
    pub(crate) fn local(&self, at: Stamp) -> NaiveDateTime {
        let at = within_reason(at);
        at.naive_utc() + TimeDelta::seconds(i64::from((self.offset)(at)))
    }

    /// 00:00 of a day.
    pub(crate) fn start(&self, day: NaiveDate) -> Stamp {
        remembered(&self.starts, number(day), day, || self.resolve(day.and_time(NaiveTime::MIN)))
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
        let as_utc = within_reason(local.and_utc().into());
        let offset_at =
            |hours: i64| TimeDelta::seconds((self.offset)(as_utc + TimeDelta::hours(hours)).into());
        let (earlier, later) = (offset_at(-24), offset_at(24));
        let offset = |at: Stamp| TimeDelta::seconds((self.offset)(at).into());
        let by_earlier = as_utc - earlier;
        if earlier == later || offset(by_earlier) == earlier {
            return by_earlier;
        }
        let by_later = as_utc - later;
        // If neither offset holds at the instant it leads to, the clock skips this time: the offset from
        // before the gap moves it forward by just the gap.
        if offset(by_later) == later { by_later } else { by_earlier }
    }
}

fn memory<D: Copy, T: Copy>() -> Memory<D, T> {
    vec![Cell::new(None); REMEMBERED].into_boxed_slice()
}

/// What is remembered of a day; else it is found, and remembered from now on.
fn remembered<D: Copy + Eq, T: Copy>(
    memory: &Memory<D, T>,
    number: usize,
    day: D,
    find: impl FnOnce() -> T,
) -> T {
    let Some(slot) = memory.get(number % REMEMBERED) else { return find() };
    if let Some((known, what)) = slot.get()
        && known == day
    {
        return what;
    }
    let what = find();
    slot.set(Some((day, what)));
    what
}

/// A number that no day near a day shares with it, quicker than counting days.
pub(crate) fn number(day: NaiveDate) -> usize {
    usize::try_from(i64::from(day.year() & 0xffff) * 366 + i64::from(day.ordinal())).unwrap_or(0)
}

fn spread(day: DayNumber) -> usize {
    usize::try_from(day.cast_unsigned() % (1 << 16)).unwrap_or(0)
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

/// Holds an instant within the years 1 to 9998, so that whatever is near it has a date.
pub(crate) fn within_reason(at: Stamp) -> Stamp {
    const FIRST: Stamp = edge(-62_135_596_800);
    const LAST: Stamp = edge(253_370_764_800);
    at.clamp(FIRST, LAST)
}

const fn edge(seconds: i64) -> Stamp {
    match Stamp::from_timestamp(seconds) {
        Some(at) => at,
        None => Stamp::UNIX_EPOCH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Timelike;
    use chrono_tz::{America::New_York, Pacific::Apia, Tz};

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn utc(text: &str) -> Stamp {
        local(text).and_utc().into()
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
                    assert_eq!(told, (there, there.date(), there.hour()), "{at:?} {zone}");
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
    fn there_were_days_before_1970() {
        with_days(&chrono::Utc, |days| {
            let (day, noon) = (local("1969-12-31T00:00").date(), utc("1969-12-31T12:00"));
            assert_eq!((days.day(noon), days.hour(noon)), (day, 12));
        });
    }

    #[test]
    fn what_is_known_of_a_day_is_told_again_and_never_of_another() {
        let memory = memory();
        let told = |day: usize, found: &'static str| remembered(&memory, day, day, || found);
        assert_eq!([told(1, "one"), told(1, "found again")], ["one", "one"]);
        assert_eq!(told(1 + REMEMBERED, "another"), "another", "at the same place");
        assert_eq!(told(1, "forgotten"), "forgotten");
    }

    #[test]
    fn a_zone_is_asked_once_about_days_on_which_no_clock_is_changed() {
        let asked = Cell::new(0);
        let offset = |at: Stamp| {
            asked.set(asked.get() + 1);
            New_York.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
        };
        let days = Days::new(&offset);
        let ask = || {
            for day in local("2026-03-10T00:00").date().iter_days().take(230) {
                for hour in 0..24 {
                    let at = days.at_hour(day, hour);
                    assert_eq!((days.day(at), days.hour(at)), (day, hour));
                }
            }
        };
        ask();
        let once = asked.replace(0);
        ask();
        assert!(once > 0 && asked.get() == 0, "{once} times, then {} times", asked.get());
    }

    #[test]
    fn what_no_calendar_of_ours_reaches_is_held_at_its_edge() {
        let (first, last) = (utc("0001-01-01T00:00"), utc("9999-01-01T00:00"));
        assert_eq!([Stamp::MIN, Stamp::MAX].map(within_reason), [first, last]);
        with_days(&chrono::Utc, |days| {
            assert_eq!([NaiveDate::MIN, NaiveDate::MAX].map(|day| days.start(day)), [first, last]);
        });
    }
}
