//! The one place for words that are put together: days, times, lists, counts, names.
//!
//! Pure: a day is worded against "today", and a time in an [`HourCycle`], both of which the caller brings. Chrono's
//! format machinery is not used, because it would weigh more than everything in here.

use crate::model::Stamp;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

mod clock;
mod money;
mod name;
mod note;
mod phrase;
mod task;

pub use clock::{HourCycle, clock};
pub use money::money;
pub use name::{company_name, family_name, first_name, formal_name, isolated, possessive, well_written};
pub use note::{fragment, has_verb, left_unsaid, topic};
pub use phrase::{
    article, capitalized, ended, lowered, one_line, plain_text, stopped, stopped_as_question, the_role,
    titled, word_count, words,
};
pub use task::{letter_to, task};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const NUMBERS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// "Tuesday".
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// "Tuesday", of a day.
pub fn weekday(day: NaiveDate) -> &'static str {
    weekday_name(day.weekday())
}

/// "March", of the months 1 to 12.
pub fn month(number: u32) -> &'static str {
    let slot = number.checked_sub(1).and_then(|slot| usize::try_from(slot).ok());
    slot.and_then(|slot| MONTHS.get(slot)).copied().unwrap_or_default()
}

/// "13 March".
pub fn day_and_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month(day.month()))
}

/// "13 March", with the year where it is another than today's.
pub fn calendar_day(day: NaiveDate, today: NaiveDate) -> String {
    let date = day_and_month(day);
    if day.year() == today.year() { date } else { format!("{date} {}", day.year()) }
}

/// "Friday 13 March", with the year where it is another than today's.
pub fn date(day: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", weekday(day), calendar_day(day, today))
}

/// As short as it is clear: "today", "tomorrow", "yesterday", "Friday" within the week ahead, "Friday 13 March".
pub fn day(day: NaiveDate, today: NaiveDate) -> String {
    near(day, today).map_or_else(
        || if is_this_week(day, today) { weekday(day).to_owned() } else { date(day, today) },
        str::to_owned,
    )
}

/// As [`day`], standing by itself in a sentence: "today", "on Friday", "on Friday 13 March".
pub fn on_day(day: NaiveDate, today: NaiveDate) -> String {
    match near(day, today) {
        Some(near) => near.to_owned(),
        None => format!("on {}", self::day(day, today)),
    }
}

/// A promised or wanted day, to follow "by": near ones by name, all others with their date, so that none is taken for
/// the day on which the word was given: "today", "Wednesday", "Friday 4 December".
pub fn by_day(day: NaiveDate, today: NaiveDate) -> String {
    if matches!((day - today).num_days(), 0..=2) { self::day(day, today) } else { date(day, today) }
}

/// A day that is over, as one says it to somebody who was there: "today", "yesterday", "on Friday" within the
/// last six days, else "on 13 March".
pub fn back_then(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => format!("on {}", weekday(day)),
        _ => format!("on {}", calendar_day(day, today)),
    }
}

/// "March", with the year where it is another than today's.
pub fn month_and_year(day: NaiveDate, today: NaiveDate) -> String {
    let name = month(day.month());
    if day.year() == today.year() { name.to_owned() } else { format!("{name} {}", day.year()) }
}

/// The last moment before an end; its day is the one that a deadline is said to be on, for a midnight belongs to the
/// day that it ends.
pub fn last_moment(end: Stamp) -> Stamp {
    end - TimeDelta::seconds(1)
}

/// A moment at which something ends, to follow "until" or "by": "tomorrow, 11:00"; "the end of Thursday" where the
/// last day that it touches is another than its own.
pub fn end(at: NaiveDateTime, last: NaiveDate, today: NaiveDate, hours: HourCycle) -> String {
    let day = last_day(last, today);
    if last < at.date() { format!("the end of {day}") } else { format!("{day}, {}", clock(at.time(), hours)) }
}

/// The last day of something, as [`day`]: nearly a week away with its date, for said on a Thursday "Wednesday" alone
/// would sound like yesterday.
pub fn last_day(last: NaiveDate, today: NaiveDate) -> String {
    if matches!((last - today).num_days(), 5..=6) { date(last, today) } else { day(last, today) }
}

fn near(day: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    match (day - today).num_days() {
        -1 => Some("yesterday"),
        0 => Some("today"),
        1 => Some("tomorrow"),
        _ => None,
    }
}

fn is_this_week(day: NaiveDate, today: NaiveDate) -> bool {
    matches!((day - today).num_days(), 2..=6)
}

/// "a", "a and b", "a, b and c".
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push_str(if at + 1 == items.len() { " and " } else { ", " });
        }
        text.push_str(item.as_ref());
    }
    text
}

/// A number in words up to twelve, then in figures: "no", "one", "twelve", "13".
pub fn number(count: usize) -> String {
    NUMBERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The numbers of one sentence: in words where all of them go in words, else all in figures.
pub fn numbers(counts: impl Iterator<Item = usize> + Clone) -> impl Iterator<Item = String> {
    let in_words = counts.clone().all(|count| count < NUMBERS.len());
    counts.map(move |count| if in_words { number(count) } else { count.to_string() })
}

/// "one day", "three days", "no days".
pub fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", number(count), if count == 1 { "" } else { "s" })
}

/// "1st", "2nd", "3rd", "11th".
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_date_names_its_year_only_where_it_is_another() {
        let today = on(2026, 3, 9);
        assert_eq!(date(on(2026, 3, 13), today), "Friday 13 March");
        assert_eq!(date(on(2027, 1, 4), today), "Monday 4 January 2027");
    }

    #[test]
    fn near_days_go_by_name() {
        let today = on(2026, 3, 9);
        let said = |day| on_day(day, today);
        assert_eq!(said(on(2026, 3, 8)), "yesterday");
        assert_eq!(said(today), "today");
        assert_eq!(said(on(2026, 3, 10)), "tomorrow");
        assert_eq!(said(on(2026, 3, 15)), "on Sunday");
        assert_eq!(said(on(2026, 3, 16)), "on Monday 16 March", "a week ahead the name alone would mislead");
        assert_eq!(said(on(2026, 3, 6)), "on Friday 6 March");
    }

    #[test]
    fn a_promised_day_has_its_date_unless_it_is_near() {
        let said = |day| by_day(day, on(2026, 11, 30));
        let days = [(11, 30), (12, 1), (12, 2), (12, 3), (12, 4), (11, 27)];
        assert_eq!(
            days.map(|(month, day)| said(on(2026, month, day))),
            [
                "today",
                "tomorrow",
                "Wednesday",
                "Thursday 3 December",
                "Friday 4 December",
                "Friday 27 November"
            ]
        );
    }

    #[test]
    fn an_end_most_of_a_week_ahead_has_its_date() {
        let thursday = on(2026, 11, 26);
        let hours = HourCycle::TwentyFour;
        let midnight = |last: NaiveDate| last.succ_opt().unwrap().and_time(chrono::NaiveTime::MIN);
        let said = |last: NaiveDate| end(midnight(last), last, thursday, hours);
        assert_eq!(said(on(2026, 11, 30)), "the end of Monday");
        assert_eq!(said(on(2026, 12, 1)), "the end of Tuesday 1 December");
        assert_eq!(said(on(2026, 12, 2)), "the end of Wednesday 2 December");
        let at = on(2026, 12, 2).and_hms_opt(11, 0, 0).unwrap();
        assert_eq!(end(at, at.date(), thursday, hours), "Wednesday 2 December, 11:00");
    }

    #[test]
    fn a_day_that_is_over_goes_by_its_name_within_a_week() {
        let today = on(2026, 3, 9);
        assert_eq!(back_then(on(2026, 3, 6), today), "on Friday");
        assert_eq!(back_then(on(2026, 3, 2), today), "on 2 March");
        assert_eq!(back_then(on(2025, 12, 30), today), "on 30 December 2025");
    }

    #[test]
    fn a_month_names_its_year_only_where_it_is_another() {
        let said = |day| month_and_year(day, on(2026, 3, 9));
        assert_eq!([on(2026, 1, 5), on(2025, 12, 30)].map(said), ["January", "December 2025"]);
    }

    #[test]
    fn lists_and_counts_read_aloud() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["Ana"]), "Ana");
        assert_eq!(list(&["Ana", "Bo"]), "Ana and Bo");
        assert_eq!(list(&["Ana", "Bo", "Cy"]), "Ana, Bo and Cy");
        assert_eq!(counted(1, "day"), "one day");
        assert_eq!(counted(3, "person's note"), "three person's notes");
        assert_eq!(counted(14, "day"), "14 days");
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal).join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 21st 112th"
        );
        assert_eq!(month(0), "");
        assert_eq!(month(12), "December");
    }
}
