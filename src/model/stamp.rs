//! Instants.

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;
use std::num::NonZeroU64;
use std::ops::{Add, Sub};

/// An instant, to the second, within the years 0 to 9999.
///
/// Records are full of them and a plan compares little else, so it is one number, and where there is none
/// (`Option<Stamp>`) takes no more room. It is written down as seconds since 1970 (UTC). Sums stop at [`Self::MIN`]
/// and [`Self::MAX`].
///
/// ```
/// use afterword::model::Stamp;
/// use chrono::TimeDelta;
///
/// let noon = Stamp::from_timestamp(1_772_452_800).unwrap();
/// assert_eq!(noon.utc().to_string(), "2026-03-02 12:00:00 UTC");
/// assert_eq!(noon + TimeDelta::hours(1) - noon, TimeDelta::minutes(60));
/// assert_eq!(Stamp::MAX + TimeDelta::hours(1), Stamp::MAX);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(NonZeroU64);

/// The first and the last second: a day inside the years 0 to 9999, so that in every zone the date has four digits, as
/// fields and records hold it. Nearer to the edges of chrono's own years it could not be told in all zones.
const EDGES: (i64, i64) = (-62_167_132_800, 253_402_214_399);

impl Stamp {
    /// The first.
    pub const MIN: Self = Self::held(EDGES.0);
    /// The last.
    pub const MAX: Self = Self::held(EDGES.1);
    /// The start of 1970.
    pub const UNIX_EPOCH: Self = Self::held(0);

    /// So many seconds after the start of 1970; `None` outside the years 0 to 9999.
    pub const fn from_timestamp(seconds: i64) -> Option<Self> {
        if EDGES.0 <= seconds && seconds <= EDGES.1 { Some(Self::held(seconds)) } else { None }
    }

    /// So many seconds after the start of 1970, or the edge that is nearer.
    const fn held(seconds: i64) -> Self {
        let seconds = if seconds < EDGES.0 {
            EDGES.0
        } else if seconds > EDGES.1 {
            EDGES.1
        } else {
            seconds
        };
        // Counted from the second before the first.
        Self(NonZeroU64::MIN.saturating_add(seconds.abs_diff(EDGES.0)))
    }

    /// Seconds since the start of 1970.
    pub const fn timestamp(self) -> i64 {
        (self.0.get() - 1).cast_signed() + EDGES.0
    }

    /// Milliseconds since the start of 1970, as an id counts them.
    pub const fn timestamp_millis(self) -> i64 {
        self.timestamp() * 1000
    }

    /// As chrono has it.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.timestamp(), 0).unwrap_or_default()
    }

    /// Date and time at Greenwich.
    pub fn naive_utc(self) -> NaiveDateTime {
        self.utc().naive_utc()
    }

    /// As it is told in a zone.
    pub fn with_timezone<Tz: TimeZone>(self, zone: &Tz) -> DateTime<Tz> {
        self.utc().with_timezone(zone)
    }
}

impl From<DateTime<Utc>> for Stamp {
    /// Drops what is less than a second.
    fn from(at: DateTime<Utc>) -> Self {
        Self::held(at.timestamp())
    }
}

impl Add<TimeDelta> for Stamp {
    type Output = Self;

    fn add(self, time: TimeDelta) -> Self {
        Self::held(self.timestamp().saturating_add(time.num_seconds()))
    }
}

impl Sub<TimeDelta> for Stamp {
    type Output = Self;

    fn sub(self, time: TimeDelta) -> Self {
        Self::held(self.timestamp().saturating_sub(time.num_seconds()))
    }
}

impl Sub for Stamp {
    type Output = TimeDelta;

    fn sub(self, earlier: Self) -> TimeDelta {
        TimeDelta::seconds(self.timestamp() - earlier.timestamp())
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.utc(), f)
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(self.timestamp())
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let seconds = i64::deserialize(from)?;
        Self::from_timestamp(seconds).ok_or_else(|| Error::custom("an instant beyond all calendars"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: i64) -> Stamp {
        Stamp::from_timestamp(seconds).unwrap()
    }

    #[test]
    fn an_instant_is_its_seconds_wherever_it_lies() {
        let instants = [EDGES.0, EDGES.0 + 1, -1, 0, 1, 1_772_452_800, EDGES.1 - 1, EDGES.1];
        assert!(instants.map(seconds).is_sorted());
        for at in instants {
            assert_eq!(seconds(at).timestamp(), at);
            assert_eq!(seconds(at).utc().timestamp(), at);
            assert_eq!(Stamp::from(seconds(at).utc()), seconds(at));
            let written = serde_json::to_string(&seconds(at)).unwrap();
            assert_eq!(
                (written.as_str(), serde_json::from_str(&written).ok()),
                (&*at.to_string(), Some(seconds(at)))
            );
        }
        assert_eq!([Stamp::MIN, Stamp::UNIX_EPOCH, Stamp::MAX].map(Stamp::timestamp), [EDGES.0, 0, EDGES.1]);
    }

    #[test]
    fn the_date_of_every_instant_in_every_zone_is_one_that_records_hold() {
        use crate::model::{read_date, write_date};
        for at in [Stamp::MIN, Stamp::UNIX_EPOCH, Stamp::MAX] {
            for hours in [-14, 0, 14] {
                let zone = chrono::FixedOffset::east_opt(hours * 3600).unwrap();
                let date = at.with_timezone(&zone).date_naive();
                assert_eq!(read_date(&write_date(date)), Some(date), "{at:?}, {hours} h");
            }
        }
    }

    #[test]
    fn what_is_beyond_all_calendars_is_refused() {
        let (last_of_chrono, first_of_chrono) = (8_210_266_876_799, -8_334_601_228_800);
        for beyond in [i64::MIN, first_of_chrono, EDGES.0 - 1, EDGES.1 + 1, last_of_chrono, i64::MAX] {
            assert_eq!(Stamp::from_timestamp(beyond), None);
            assert!(serde_json::from_str::<Stamp>(&beyond.to_string()).is_err());
        }
    }

    #[test]
    fn sums_stop_at_the_edges() {
        let hour = TimeDelta::hours(1);
        assert_eq!((seconds(60) + hour, seconds(60) - hour), (seconds(3660), seconds(-3540)));
        assert_eq!((Stamp::MAX - hour + hour * 2, Stamp::MIN + hour - hour * 2), (Stamp::MAX, Stamp::MIN));
        assert_eq!((Stamp::MAX + TimeDelta::MAX, Stamp::MIN - TimeDelta::MAX), (Stamp::MAX, Stamp::MIN));
        assert_eq!(seconds(3660) - seconds(60), hour);
    }

    #[test]
    fn no_instant_takes_no_more_room_than_one() {
        assert_eq!(size_of::<Option<Stamp>>(), size_of::<i64>());
    }

    #[test]
    fn less_than_a_second_is_dropped() {
        let at = DateTime::from_timestamp(1_772_452_800, 999_999_999).unwrap();
        assert_eq!(Stamp::from(at), seconds(1_772_452_800));
    }
}
