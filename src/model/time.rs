//! How dates are written down in a record.
//!
//! Instants are whole seconds since 1970 (UTC; see [`super::Stamp`]) and civil dates are `YYYY-MM-DD`. Both are read
//! and written without chrono's format machinery, which would be a tenth of the whole download.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// Writes a civil date as `YYYY-MM-DD`.
pub fn write_date(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Writes a time of day as `HH:MM`, as fields hold it; how it is said to the user is another matter.
pub fn write_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Reads `YYYY-MM-DD`; `None` for anything else, a 30 February included.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Reads a time of day as fields hold it, `HH:MM`, with or without seconds, which browsers sometimes add.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let mut part = || {
        let part = parts.next().filter(|part| matches!(part.len(), 1 | 2))?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok())?
    };
    let time = NaiveTime::from_hms_opt(part()?, part()?, 0)?;
    let seconds = parts.next();
    (parts.next().is_none() && seconds.is_none_or(|seconds| seconds.len() >= 2)).then_some(time)
}

/// `#[serde(with = "date")]` for a [`NaiveDate`].
pub mod date {
    use super::{NaiveDate, read_date, write_date};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::borrow::Cow;

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
    pub(crate) fn serialize<S: Serializer>(date: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&write_date(*date))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        read_date(&text).ok_or_else(|| Error::custom("a date must be written YYYY-MM-DD"))
    }
}

/// `#[serde(with = "dates")]` for a list of [`NaiveDate`]s.
pub mod dates {
    use super::{NaiveDate, date};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "date")] NaiveDate);

    pub(crate) fn serialize<S: Serializer>(dates: &[NaiveDate], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(dates.iter().copied().map(Day))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<NaiveDate>, D::Error> {
        Ok(Vec::<Day>::deserialize(from)?.into_iter().map(|day| day.0).collect())
    }
}

/// `#[serde(with = "maybe_date")]` for an optional date.
pub(crate) mod maybe_date {
    use super::{NaiveDate, date};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "date")] NaiveDate);

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)] // serde's signature
    pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Day>::deserialize(from)?.map(|day| day.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_it_was_written() {
        let date = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
        assert_eq!(write_date(date), "2028-02-29");
        assert_eq!(read_date("2028-02-29"), Some(date));
    }

    #[test]
    fn a_time_is_read_as_it_was_written_and_what_is_none_is_refused() {
        let time = NaiveTime::from_hms_opt(9, 5, 0).unwrap();
        assert_eq!(write_time(time), "09:05");
        for text in ["09:05", "9:05", "09:05:59", "09:05:59.999"] {
            assert_eq!(read_time(text), Some(time), "{text:?}");
        }
        for text in ["", "9", "25:00", "12:60", "half two", "9:", ":05", "9:05:1", "9:05:10:10", "+9:05"] {
            assert_eq!(read_time(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026-02-30", "2026-2-3", "26-02-03", "2026-02-03-04", "+026-01-01", "2026-13-01"] {
            assert_eq!(read_date(text), None, "{text:?}");
        }
    }
}
