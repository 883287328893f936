//! Days and times in words, as seen from now: near days by name, a midnight as the end of a day.

use crate::etiquette::{Now, resolve_local};
use crate::model::Stamp;
use crate::words;
use chrono::{NaiveDate, NaiveTime, TimeZone};

/// The local day of an instant.
pub fn day_of<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> NaiveDate {
    at.with_timezone(&now.zone).date_naive()
}

/// The local day of now.
pub fn today<Tz: TimeZone>(now: &Now<Tz>) -> NaiveDate {
    day_of(now.at, now)
}

/// The end of a day: the next midnight.
pub fn end_of_day<Tz: TimeZone>(day: NaiveDate, now: &Now<Tz>) -> Stamp {
    let next = day.succ_opt().unwrap_or(day);
    resolve_local(&now.zone, next.and_time(NaiveTime::MIN))
}

/// "Tuesday 9 June", with the year where it is another one.
pub fn full_day<Tz: TimeZone>(day: NaiveDate, now: &Now<Tz>) -> String {
    words::date(day, today(now))
}

/// "today", "tomorrow", "Thursday", "Thursday 18 June".
pub fn day<Tz: TimeZone>(day: NaiveDate, now: &Now<Tz>) -> String {
    words::day(day, today(now))
}

/// A promised day, to follow "by": "tomorrow", "Friday 4 December".
pub fn by_day<Tz: TimeZone>(day: NaiveDate, now: &Now<Tz>) -> String {
    words::by_day(day, today(now))
}

/// As [`day`], to follow a verb: "on Thursday", but "today".
pub fn on_day<Tz: TimeZone>(day: NaiveDate, now: &Now<Tz>) -> String {
    words::on_day(day, today(now))
}

/// The day of a past instant: "yesterday", "on Friday", "on 13 March".
pub fn back_then<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    words::back_then(day_of(at, now), today(now))
}

/// "today, 16:00", "tomorrow, 10 AM".
pub fn time<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    format!("{}, {}", day(day_of(at, now), now), hour(at, now))
}

/// The end of something, to follow "until": "tomorrow, 11:00"; "the end of Thursday" for a midnight.
pub fn end<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    words::end(at.with_timezone(&now.zone).naive_local(), last_day(at, now), today(now), now.hours)
}

/// The beginning of something, to follow "from": "today, 16:00"; "Thursday" for a midnight.
pub fn start<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    let local = at.with_timezone(&now.zone);
    if local.time() == NaiveTime::MIN { day(local.date_naive(), now) } else { time(at, now) }
}

/// The end of something, to follow "by": "16:00 today", "11:00 on Thursday"; for a midnight "the end of today",
/// "Thursday"; a day that is nearly a week away with its date.
pub fn by<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    let (local, last, today) = (at.with_timezone(&now.zone), last_day(at, now), today(now));
    if last == local.date_naive() {
        let on = if matches!((last - today).num_days(), -1..=1) { "" } else { "on " };
        format!("{} {on}{}", hour(at, now), words::last_day(last, today))
    } else if last == today {
        "the end of today".to_owned()
    } else {
        words::last_day(last, today)
    }
}

/// As [`by`], as short as a glance takes it in: "16:00" and "today" for today, "11:00 tomorrow", else the day alone.
pub fn short<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    let (last, today) = (last_day(at, now), today(now));
    let is_midnight = last != day_of(at, now);
    match (last - today).num_days() {
        0 if !is_midnight => hour(at, now),
        1 if !is_midnight => format!("{} tomorrow", hour(at, now)),
        1 => "tomorrow".to_owned(),
        _ => short_day(last, today),
    }
}

/// "today", "Friday" within six days of today, else "13 March".
fn short_day(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -6..=6 => words::weekday(day).to_owned(),
        _ => words::calendar_day(day, today),
    }
}

/// The time of day, without minutes that say nothing: "16:00", "4 PM".
pub fn hour<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    clock(at.with_timezone(&now.zone).time(), now)
}

/// The same of what a clock shows.
pub fn clock<Tz: TimeZone>(time: NaiveTime, now: &Now<Tz>) -> String {
    let clock = words::clock(time, now.hours);
    if now.hours == words::HourCycle::Twelve { clock.replacen(":00", "", 1) } else { clock }
}

/// The beginning of something as short as a glance takes it in: "16:00", "9:00 tomorrow", "Thursday".
pub fn short_start<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    let is_midnight = at.with_timezone(&now.zone).time() == NaiveTime::MIN;
    if is_midnight { short_day(day_of(at, now), today(now)) } else { short(at, now) }
}

/// The last day that an end touches: the day before, for a midnight.
pub fn last_day<Tz: TimeZone>(end: Stamp, now: &Now<Tz>) -> NaiveDate {
    day_of(words::last_moment(end), now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Tz};

    fn at(text: &str) -> Stamp {
        resolve_local(&New_York, NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
    }

    fn now() -> Now<Tz> {
        Now::new(at("2026-06-09T14:00"), New_York)
    }

    #[test]
    fn near_days_have_names_and_far_ones_dates() {
        let said = |text: &str| time(at(text), &now());
        assert_eq!(said("2026-06-08T10:00"), "yesterday, 10:00");
        assert_eq!(said("2026-06-09T16:05"), "today, 16:05");
        assert_eq!(said("2026-06-10T11:00"), "tomorrow, 11:00");
        assert_eq!(said("2026-06-15T09:00"), "Monday, 09:00");
        assert_eq!(said("2026-06-16T09:00"), "Tuesday 16 June, 09:00");
        assert_eq!(said("2027-01-04T09:00"), "Monday 4 January 2027, 09:00");
    }

    #[test]
    fn a_midnight_is_the_end_of_the_day_before() {
        assert_eq!(end(at("2026-06-12T00:00"), &now()), "the end of Thursday");
        assert_eq!(end(at("2026-06-10T00:00"), &now()), "the end of today");
        assert_eq!(end(at("2026-06-10T11:00"), &now()), "tomorrow, 11:00");
    }

    #[test]
    fn where_midnight_is_left_out_the_day_before_still_ends() {
        // On 26 April 2024 the clocks of Cairo went from 00:00 to 01:00.
        let cairo = Now::new(at("2024-04-22T12:00"), chrono_tz::Africa::Cairo);
        let eve = NaiveDate::from_ymd_opt(2024, 4, 25).unwrap();
        assert_eq!(end(end_of_day(eve, &cairo), &cairo), "the end of Thursday");
    }

    #[test]
    fn what_something_is_due_by_is_said_in_full_and_for_a_glance() {
        let said = |text: &str| (by(at(text), &now()), short(at(text), &now()));
        let both = |full: &str, glance: &str| (full.to_owned(), glance.to_owned());
        assert_eq!(said("2026-06-09T16:00"), both("16:00 today", "16:00"));
        assert_eq!(said("2026-06-10T00:00"), both("the end of today", "today"));
        assert_eq!(said("2026-06-10T11:00"), both("11:00 tomorrow", "11:00 tomorrow"));
        assert_eq!(said("2026-06-11T00:00"), both("tomorrow", "tomorrow"));
        assert_eq!(said("2026-06-12T11:30"), both("11:30 on Friday", "Friday"));
        assert_eq!(said("2026-06-15T17:00"), both("17:00 on Monday 15 June", "Monday"));
        assert_eq!(said("2026-06-15T00:00"), both("Sunday 14 June", "Sunday"));
        assert_eq!(said("2026-06-19T00:00"), both("Thursday 18 June", "18 June"));
        let twelve = Now { hours: words::HourCycle::Twelve, ..now() };
        assert_eq!(by(at("2026-06-09T16:00"), &twelve), "4\u{a0}PM today");
        assert_eq!(by(at("2026-06-09T16:30"), &twelve), "4:30\u{a0}PM today");
    }

    #[test]
    fn a_start_at_midnight_is_the_day_itself() {
        assert_eq!(start(at("2026-06-12T00:00"), &now()), "Friday");
        assert_eq!(start(at("2026-06-12T11:30"), &now()), "Friday, 11:30");
    }
}
