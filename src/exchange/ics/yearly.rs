//! What comes back every year: the part of recurrence rules that holidays use.

use super::day_of;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How an event comes back every year.
pub(in crate::exchange) struct Yearly {
    every: i32,
    count: Option<usize>,
    until: Option<NaiveDate>,
    on: On,
}

/// On which day of the year.
#[derive(Clone, Copy)]
enum On {
    /// The date of the start.
    Date,
    /// The nth weekday of a month; from its end, where negative.
    Weekday(u32, i8, Weekday),
}

impl Yearly {
    /// `FREQ=YEARLY`, on the same date or on the nth weekday of one month; `None` for any other rule.
    pub(in crate::exchange) fn read(rule: &str, start: NaiveDate) -> Option<Self> {
        let mut yearly = Self { every: 1, count: None, until: None, on: On::Date };
        let (mut month, mut weekday, mut is_yearly) = (start.month(), None, false);
        for (name, value) in rule.split(';').filter_map(|part| part.split_once('=')) {
            match name {
                "FREQ" => is_yearly = value == "YEARLY",
                "INTERVAL" => yearly.every = value.parse().ok().filter(|every| (1..100).contains(every))?,
                "COUNT" => yearly.count = Some(value.parse().ok()?),
                "UNTIL" => yearly.until = Some(day_of(value)?),
                "BYMONTH" => month = value.parse().ok().filter(|month| (1..=12).contains(month))?,
                "BYDAY" => weekday = Some(nth_weekday(value)?),
                "BYMONTHDAY" if value.parse() == Ok(start.day()) => {}
                "WKST" => {}
                _ => return None,
            }
        }
        match weekday {
            Some((nth, day)) => yearly.on = On::Weekday(month, nth, day),
            None if month != start.month() => return None,
            None => {}
        }
        is_yearly.then_some(yearly)
    }

    /// The days on which it starts, up to the end of a year.
    pub(in crate::exchange) fn starts(&self, start: NaiveDate, last_year: i32) -> Vec<NaiveDate> {
        let years = (start.year()..=last_year).step_by(usize::try_from(self.every).unwrap_or(1));
        let days = years.filter_map(|year| match self.on {
            // A 29 February comes back in leap years alone.
            On::Date => start.with_year(year),
            On::Weekday(month, nth, day) => nth_of(year, month, nth, day),
        });
        let days = days.filter(|day| *day >= start && self.until.is_none_or(|until| *day <= until));
        days.take(self.count.unwrap_or(usize::MAX)).collect()
    }
}

/// `4TH`, `-1MO`: the fourth Thursday, the last Monday.
fn nth_weekday(value: &str) -> Option<(i8, Weekday)> {
    let (nth, day) = value.split_at_checked(value.len().checked_sub(2)?)?;
    let nth = nth.parse().ok().filter(|nth: &i8| (1..=5).contains(&nth.abs()))?;
    let day = match day {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((nth, day))
}

fn nth_of(year: i32, month: u32, nth: i8, day: Weekday) -> Option<NaiveDate> {
    if let Ok(nth @ 1..) = u8::try_from(nth) {
        return NaiveDate::from_weekday_of_month_opt(year, month, day, nth);
    }
    let next_month = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let last = NaiveDate::from_ymd_opt(next_month.0, next_month.1, 1)?.pred_opt()?;
    let back = (7 + last.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
    let weeks = u64::from(nth.unsigned_abs()).checked_sub(1)?;
    let found = last.checked_sub_days(Days::new(u64::from(back) + weeks * 7))?;
    (found.month() == month).then_some(found)
}
