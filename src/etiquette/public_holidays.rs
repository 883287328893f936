//! Holidays that can be computed for any year.
//!
//! The days are those of 5 U.S.C. 6103 and its "in lieu of" days, and of the Banking and Financial Dealings Act
//! 1971 with the substitute days that England and Wales observe. One-off days (a coronation, a day of
//! mourning) are not computed: the user adds them, or imports a calendar.

use super::zone::{days_after, days_before};
use crate::model::HolidaySet;
use chrono::{Datelike, NaiveDate, Weekday};

/// Whether a day is a holiday of a set, on the day on which it is observed.
pub fn is_holiday(set: HolidaySet, day: NaiveDate) -> bool {
    match set {
        HolidaySet::UsFederal => us_federal(day),
        HolidaySet::EnglandAndWales => england_and_wales(day),
    }
}

/// A holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after.
fn us_federal(day: NaiveDate) -> bool {
    let observed = |fixed: NaiveDate| match fixed.weekday() {
        Weekday::Sat => days_before(fixed, 1),
        Weekday::Sun => days_after(fixed, 1),
        _ => fixed,
    };
    let fixed =
        |year: i32, month, date| NaiveDate::from_ymd_opt(year, month, date).map(observed) == Some(day);
    let year = day.year();
    let nth = |month, weekday, n| is_nth(day, month, weekday, n);
    fixed(year, 1, 1)
        || fixed(year.saturating_add(1), 1, 1)
        || (year >= 2021 && fixed(year, 6, 19))
        || fixed(year, 7, 4)
        || fixed(year, 11, 11)
        || fixed(year, 12, 25)
        || nth(1, Weekday::Mon, 3)
        || nth(2, Weekday::Mon, 3)
        || is_last_monday(day, 5)
        || nth(9, Weekday::Mon, 1)
        || nth(10, Weekday::Mon, 2)
        || nth(11, Weekday::Thu, 4)
}

/// A bank holiday on a weekend moves to the next weekday that is not one already.
fn england_and_wales(day: NaiveDate) -> bool {
    let year = day.year();
    let is = |month, date| day.month() == month && day.day() == date;
    let new_year = is(1, 1) && !weekend(day) || (is(1, 2) || is(1, 3)) && day.weekday() == Weekday::Mon;
    let christmas = (is(12, 25) || is(12, 26)) && !weekend(day)
        // Saturday and Sunday: Monday and Tuesday instead; Sunday alone: the Tuesday; Saturday alone: the Monday.
        || is(12, 27) && matches!(day.weekday(), Weekday::Mon | Weekday::Tue)
        || is(12, 28) && matches!(day.weekday(), Weekday::Mon | Weekday::Tue);
    let easter = easter_sunday(year)
        .is_some_and(|easter| day == days_before(easter, 2) || day == days_after(easter, 1));
    new_year
        || christmas
        || easter
        || is_nth(day, 5, Weekday::Mon, 1)
        || is_last_monday(day, 5)
        || is_last_monday(day, 8)
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn is_nth(day: NaiveDate, month: u32, weekday: Weekday, n: u32) -> bool {
    day.month() == month && day.weekday() == weekday && (day.day() - 1) / 7 + 1 == n
}

fn is_last_monday(day: NaiveDate, month: u32) -> bool {
    day.month() == month && day.weekday() == Weekday::Mon && days_after(day, 7).month() != month
}

/// Easter Sunday of the Gregorian calendar (the "anonymous" computus).
#[allow(clippy::many_single_char_names)] // the computus is known by these letters
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_year(set: HolidaySet, year: i32) -> Vec<String> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(|day| day.year() == year);
        days.filter(|day| is_holiday(set, *day)).map(crate::model::write_date).collect()
    }

    /// Source: the Office of Personnel Management's list for 2026; 4 July 2026 is a Saturday.
    #[test]
    fn us_federal_2026() {
        let days = of_year(HolidaySet::UsFederal, 2026);
        assert_eq!(
            days,
            [
                "2026-01-01",
                "2026-01-19",
                "2026-02-16",
                "2026-05-25",
                "2026-06-19",
                "2026-07-03",
                "2026-09-07",
                "2026-10-12",
                "2026-11-11",
                "2026-11-26",
                "2026-12-25",
            ]
        );
    }

    #[test]
    fn us_holidays_on_a_sunday_are_observed_on_the_monday_after() {
        let days = of_year(HolidaySet::UsFederal, 2027);
        assert!(days.contains(&"2027-07-05".to_owned()) && !days.contains(&"2027-07-04".to_owned()));
    }

    #[test]
    fn juneteenth_is_a_holiday_since_2021() {
        let has = |year, day: &str| of_year(HolidaySet::UsFederal, year).contains(&day.to_owned());
        assert!(!has(2020, "2020-06-19") && has(2021, "2021-06-18"), "19 June 2021 is a Saturday");
    }

    /// 1 January 2028 is a Saturday, so its day in lieu falls in the year before.
    #[test]
    fn us_new_year_may_be_observed_in_december() {
        assert!(of_year(HolidaySet::UsFederal, 2027).contains(&"2027-12-31".to_owned()));
        assert!(!of_year(HolidaySet::UsFederal, 2028).contains(&"2028-01-01".to_owned()));
    }

    /// Source: gov.uk's bank holidays for England and Wales.
    #[test]
    fn england_and_wales_by_year() {
        let of = |year| of_year(HolidaySet::EnglandAndWales, year);
        assert_eq!(
            of(2026),
            [
                "2026-01-01",
                "2026-04-03",
                "2026-04-06",
                "2026-05-04",
                "2026-05-25",
                "2026-08-31",
                "2026-12-25",
                "2026-12-28",
            ]
        );
        assert_eq!(
            of(2027),
            [
                "2027-01-01",
                "2027-03-26",
                "2027-03-29",
                "2027-05-03",
                "2027-05-31",
                "2027-08-30",
                "2027-12-27",
                "2027-12-28",
            ]
        );
        assert!(of(2028).contains(&"2028-01-03".to_owned()));
        assert_eq!(of(2033).iter().filter(|day| day.starts_with("2033-12")).count(), 2);
        assert!(of(2022).contains(&"2022-12-26".to_owned()) && of(2022).contains(&"2022-12-27".to_owned()));
    }

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1961, 4, 2),
            (1981, 4, 19),
            (2010, 4, 4),
            (2021, 4, 4),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2049, 4, 18),
            (2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }
}
