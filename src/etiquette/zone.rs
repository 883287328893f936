//! Local time: where an instant falls in the user's zone, and when a day starts there.

use crate::model::Stamp;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};

/// A time zone with its type erased: no rule depends on which one it is.
pub(crate) struct Zone<'z> {
    /// Seconds east of Greenwich at an instant. In a browser, each question is a call out of WebAssembly.
    pub(super) offset: &'z dyn Fn(Stamp) -> i32,
}

/// Runs `work` with a zone.
pub(crate) fn with_zone<Tz: TimeZone, T>(zone: &Tz, work: impl FnOnce(Zone<'_>) -> T) -> T {
    let offset = |at: Stamp| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
    work(Zone { offset: &offset })
}

/// The instant of a local time. Of a time that the clock repeats, it is the first; a time that the clock skips is
/// moved forward by the gap. Times outside the years 1 to 9998 are held at that edge.
pub fn resolve_local<Tz: TimeZone>(zone: &Tz, local: NaiveDateTime) -> Stamp {
    with_zone(zone, |zone| zone.resolve(local))
}

/// As [`resolve_local`], in a zone that is so many seconds east of Greenwich.
pub fn resolve_by(offset: &dyn Fn(Stamp) -> i32, local: NaiveDateTime) -> Stamp {
    Zone { offset }.resolve(local)
}

impl Zone<'_> {
    /// The local date and time of an instant.
    pub(crate) fn local(&self, at: Stamp) -> NaiveDateTime {
        let at = within_reason(at);
        at.naive_utc() + self.offset(at)
    }

    /// The instant of a local time, as [`resolve_local`].
    pub(crate) fn resolve(&self, local: NaiveDateTime) -> Stamp {
        let as_utc = within_reason(local.and_utc().into());
        let (earlier, later) = (self.offset(hours_after(as_utc, -24)), self.offset(hours_after(as_utc, 24)));
        let by_earlier = as_utc - earlier;
        if earlier == later || self.offset(by_earlier) == earlier {
            return by_earlier;
        }
        let by_later = as_utc - later;
        // If neither offset holds at the instant it leads to, the clock skips this time: the offset from
        // before the gap moves it forward by just the gap.
        if self.offset(by_later) == later { by_later } else { by_earlier }
    }

    /// 00:00 of a day.
    pub(crate) fn start(&self, day: NaiveDate) -> Stamp {
        self.resolve(day.and_time(NaiveTime::MIN))
    }

    fn offset(&self, at: Stamp) -> TimeDelta {
        TimeDelta::seconds((self.offset)(at).into())
    }
}

/// `n` days after a day.
pub(crate) fn days_after(day: NaiveDate, n: u64) -> NaiveDate {
    day.checked_add_days(Days::new(n)).unwrap_or(NaiveDate::MAX)
}

/// `n` days before a day.
pub(crate) fn days_before(day: NaiveDate, n: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(n)).unwrap_or(NaiveDate::MIN)
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
    use chrono_tz::{America::New_York, Pacific::Apia};

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
    fn what_no_calendar_of_ours_reaches_is_held_at_its_edge() {
        let (first, last) = (utc("0001-01-01T00:00"), utc("9999-01-01T00:00"));
        assert_eq!([Stamp::MIN, Stamp::MAX].map(within_reason), [first, last]);
        with_zone(&chrono::Utc, |zone| {
            assert_eq!([NaiveDate::MIN, NaiveDate::MAX].map(|day| zone.start(day)), [first, last]);
        });
    }
}
