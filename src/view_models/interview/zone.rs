//! An interview to come that was agreed on by somebody else's clock. It is kept as the instant that it is, so the form
//! alone knows the other zone.

use super::super::when;
use crate::commands::interview::InterviewForm;
use crate::etiquette::{Now, resolve_by};
use crate::model::{Stamp, read_date, read_time, write_date, write_time};
use chrono::TimeZone;

/// Where the time of an interview may hold: the name of the zone, and a city that everybody knows. Empty: here.
pub const ZONES: [(&str, &str); 22] = [
    ("", "Here"),
    ("Pacific/Honolulu", "Honolulu"),
    ("America/Los_Angeles", "Los Angeles"),
    ("America/Denver", "Denver"),
    ("America/Chicago", "Chicago"),
    ("America/New_York", "New York"),
    ("America/Sao_Paulo", "São Paulo"),
    ("UTC", "UTC"),
    ("Europe/London", "London"),
    ("Africa/Lagos", "Lagos"),
    ("Europe/Berlin", "Paris, Berlin, Rome"),
    ("Europe/Athens", "Athens, Helsinki"),
    ("Africa/Johannesburg", "Johannesburg"),
    ("Europe/Istanbul", "Istanbul"),
    ("Asia/Dubai", "Dubai"),
    ("Asia/Karachi", "Karachi"),
    ("Asia/Kolkata", "Mumbai, Delhi"),
    ("Asia/Bangkok", "Bangkok, Jakarta"),
    ("Asia/Shanghai", "Singapore, Hong Kong"),
    ("Asia/Tokyo", "Tokyo, Seoul"),
    ("Australia/Sydney", "Sydney"),
    ("Pacific/Auckland", "Auckland"),
];

/// The seconds east of Greenwich of an offset as browsers write it: "GMT", "GMT-05:00".
pub fn read_offset(text: &str) -> Option<i32> {
    let offset = text.rsplit_once("GMT")?.1.trim();
    let (sign, offset) = match offset.strip_prefix('+') {
        _ if offset.is_empty() => return Some(0),
        Some(offset) => (1, offset),
        // Some write a true minus sign.
        None => (-1, offset.strip_prefix(['-', '\u{2212}'])?),
    };
    let time = read_time(offset)?;
    Some(sign * i32::try_from((time - chrono::NaiveTime::MIN).num_seconds()).ok()?)
}

/// When the interview starts, its day and time being those of a zone that is so many seconds east of Greenwich.
fn starts(form: &InterviewForm, offset: &dyn Fn(Stamp) -> i32) -> Option<Stamp> {
    let (day, time) = (read_date(form.date.trim())?, read_time(form.starts.trim())?);
    Some(resolve_by(offset, day.and_time(time)))
}

/// The form with its day and time as the clock shows them here.
pub fn by_the_clock_here<Tz: TimeZone>(
    form: &InterviewForm,
    offset: &dyn Fn(Stamp) -> i32,
    now: &Now<Tz>,
) -> InterviewForm {
    let mut here = form.clone();
    if let Some(starts) = starts(form, offset) {
        let local = starts.with_timezone(&now.zone);
        (here.date, here.starts) = (write_date(local.date_naive()), write_time(local.time()));
    }
    here
}

/// "15:00 in New York is today, 21:00, here."; nothing where both clocks show the same.
pub fn in_both<Tz: TimeZone>(
    form: &InterviewForm,
    offset: &dyn Fn(Stamp) -> i32,
    now: &Now<Tz>,
) -> Option<String> {
    let (_, city) = ZONES.iter().find(|(zone, _)| *zone == form.zone && !zone.is_empty())?;
    let (at, there) = (starts(form, offset)?, read_time(form.starts.trim())?);
    // Where the clock there shows the same as here, there is nothing to say.
    let is_same = write_time(at.with_timezone(&now.zone).time()) == form.starts.trim();
    (!is_same).then(|| format!("{} in {city} is {}, here.", when::clock(there, now), when::time(at, now)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::resolve_local;
    use chrono::{NaiveDateTime, Offset};
    use chrono_tz::{America::New_York, Asia::Kolkata, Europe::Berlin, Tz};

    fn now() -> Now<Tz> {
        let local = NaiveDateTime::parse_from_str("2026-03-24T10:00", "%Y-%m-%dT%H:%M").unwrap();
        Now::new(resolve_local(&Berlin, local), Berlin)
    }

    fn offset(zone: Tz) -> impl Fn(Stamp) -> i32 {
        move |at| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
    }

    fn form(date: &str, starts: &str) -> InterviewForm {
        InterviewForm {
            date: date.to_owned(),
            starts: starts.to_owned(),
            zone: "America/New_York".to_owned(),
            ..InterviewForm::default()
        }
    }

    #[test]
    fn a_time_there_is_told_as_it_is_here_across_days_and_changes_of_the_clock() {
        let here = |zone, date, starts| {
            let form = by_the_clock_here(&form(date, starts), &offset(zone), &now());
            (form.date, form.starts)
        };
        let texts = |date: &str, time: &str| (date.to_owned(), time.to_owned());
        // Five hours in the weeks in which New York alone has moved its clocks, six else.
        assert_eq!(here(New_York, "2026-03-25", "15:00"), texts("2026-03-25", "20:00"));
        assert_eq!(here(New_York, "2026-03-31", "15:00"), texts("2026-03-31", "21:00"));
        assert_eq!(here(New_York, "2026-03-31", "19:30"), texts("2026-04-01", "01:30"));
        assert_eq!(here(Kolkata, "2026-03-25", "01:00"), texts("2026-03-24", "20:30"));
        assert_eq!(
            here(New_York, "soon", "15:00"),
            texts("soon", "15:00"),
            "what is no day is left as it is"
        );
    }

    #[test]
    fn both_times_are_said() {
        let said = |form: &InterviewForm| in_both(form, &offset(New_York), &now());
        let words = "15:00 in New York is tomorrow, 20:00, here.";
        assert_eq!(said(&form("2026-03-25", "15:00")).as_deref(), Some(words));
        assert_eq!(said(&InterviewForm { zone: String::new(), ..form("2026-03-25", "15:00") }), None);
        assert_eq!(said(&form("2026-03-25", "")), None);
        assert_eq!(in_both(&form("2026-03-25", "15:00"), &offset(Berlin), &now()), None);
    }

    #[test]
    fn an_offset_is_read_as_browsers_write_it() {
        let read = ["6/9/2026, GMT-04:00", "GMT+05:30", "GMT", "9.6.2026, GMT\u{2212}03:00"].map(read_offset);
        assert_eq!(read, [Some(-14_400), Some(19_800), Some(0), Some(-10_800)]);
        assert_eq!([read_offset("EST"), read_offset("GMT five")], [None, None]);
    }

    #[test]
    fn every_zone_of_the_list_is_one() {
        for (zone, city) in ZONES.iter().skip(1) {
            assert!(zone.parse::<Tz>().is_ok() && !city.is_empty(), "{zone}");
        }
    }
}
