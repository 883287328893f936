//! Business days: the user's work week, less their holidays.

use super::public_holidays;
use crate::model::{HolidaySet, Settings, WorkWeek};
use crate::sorting;
use chrono::{Datelike, NaiveDate};

/// The user's business days.
///
/// ```
/// use afterword::{etiquette::WorkCalendar, model::Settings};
/// use chrono::NaiveDate;
///
/// let calendar = WorkCalendar::of(&Settings::default());
/// let friday = NaiveDate::from_ymd_opt(2026, 3, 13).unwrap();
/// assert_eq!(calendar.business_days_after(friday, 1), NaiveDate::from_ymd_opt(2026, 3, 16).unwrap());
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WorkCalendar {
    week: WorkWeek,
    /// The user's own days off, sorted.
    holidays: Vec<NaiveDate>,
    sets: Vec<HolidaySet>,
    /// Whether nobody works from 24 December to 1 January.
    quiet_year_end: bool,
}

impl WorkCalendar {
    /// Reads work week and holidays from the settings.
    pub fn of(settings: &Settings) -> Self {
        let mut holidays = settings.holidays.clone();
        sorting::by_key(&mut holidays, |day| *day);
        Self {
            week: settings.work_week,
            holidays,
            sets: settings.holiday_sets.clone(),
            quiet_year_end: settings.quiet_year_end,
        }
    }

    /// Whether that day is a business day.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        self.week.contains(day.weekday())
            && self.holidays.binary_search(&day).is_err()
            && !(self.quiet_year_end && matches!((day.month(), day.day()), (12, 24..) | (1, 1)))
            && !self.sets.iter().any(|set| public_holidays::is_holiday(*set, day))
    }

    /// The `n`th business day after `day`, which is itself day 0 whether it is a business day or not.
    pub fn business_days_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        Self::count_forward(day, n, &|day| self.is_business_day(day))
    }

    /// The `n`th business day before `day`.
    pub fn business_days_before(&self, day: NaiveDate, n: u32) -> NaiveDate {
        Self::count_back(day, n, &|day| self.is_business_day(day))
    }

    /// That day if it is a business day, else the next one.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        if self.is_business_day(day) { day } else { self.business_days_after(day, 1) }
    }

    /// The `n`th business day after `day`, where `is_business_day` says which days are business days.
    pub(crate) fn count_forward(
        day: NaiveDate,
        n: u32,
        is_business_day: &dyn Fn(NaiveDate) -> bool,
    ) -> NaiveDate {
        walk(day, n, |day| day.succ_opt(), is_business_day)
    }

    /// The `n`th business day before `day`, likewise.
    pub(crate) fn count_back(
        day: NaiveDate,
        n: u32,
        is_business_day: &dyn Fn(NaiveDate) -> bool,
    ) -> NaiveDate {
        walk(day, n, |day| day.pred_opt(), is_business_day)
    }
}

/// Goes from day to day until `n` business days are counted, or the calendar ends.
fn walk(
    from: NaiveDate,
    n: u32,
    step: fn(NaiveDate) -> Option<NaiveDate>,
    is_business_day: &dyn Fn(NaiveDate) -> bool,
) -> NaiveDate {
    let (mut day, mut left) = (from, n);
    while left > 0 {
        let Some(next) = step(day) else { break };
        day = next;
        if is_business_day(day) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::zone::days_after;
    use chrono::Weekday::{Mon, Sun, Thu, Tue, Wed};
    use proptest::prelude::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_weekend_is_stepped_over_and_day_0_need_not_be_a_business_day() {
        let calendar = WorkCalendar::default();
        assert_eq!(calendar.business_days_after(day(3, 13), 1), day(3, 16));
        assert_eq!(calendar.business_days_after(day(3, 14), 1), day(3, 16));
        assert_eq!(calendar.business_days_before(day(3, 15), 1), day(3, 13));
        assert_eq!(calendar.business_days_after(day(3, 14), 0), day(3, 14));
    }

    #[test]
    fn a_run_of_holidays_is_stepped_over() {
        let settings = Settings {
            holidays: vec![day(12, 25), day(12, 24), day(12, 28)],
            quiet_year_end: false,
            ..Settings::default()
        };
        let calendar = WorkCalendar::of(&settings);
        assert_eq!(calendar.business_days_after(day(12, 23), 1), day(12, 29));
    }

    #[test]
    fn the_quiet_end_of_the_year_is_stepped_over_unless_the_user_says_otherwise() {
        let after = |quiet_year_end| {
            let calendar = WorkCalendar::of(&Settings { quiet_year_end, ..Settings::default() });
            calendar.business_days_after(day(12, 23), 1)
        };
        assert_eq!(after(true), NaiveDate::from_ymd_opt(2027, 1, 4).unwrap(), "2 January is a Saturday");
        assert_eq!(after(false), day(12, 24));
    }

    #[test]
    fn the_week_is_the_users() {
        let week = WorkWeek::of(&[Sun, Mon, Tue, Wed, Thu]).unwrap();
        let calendar = WorkCalendar::of(&Settings { work_week: week, ..Settings::default() });
        assert_eq!(calendar.business_days_after(day(3, 12), 1), day(3, 15));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_business_day_is_never_a_day_off(
            offset in 0u64..4000, n in 1u32..30,
            days in proptest::array::uniform7(any::<bool>()),
            holidays in proptest::collection::vec(0u64..4000, 0..40),
            sets in proptest::sample::subsequence(vec![HolidaySet::UsFederal, HolidaySet::EnglandAndWales], 0..=2),
        ) {
            let start = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
            let Ok(week) = WorkWeek::try_from(days) else { return Ok(()) };
            let holidays: Vec<_> = holidays.into_iter().map(|n| days_after(start, n)).collect();
            let settings = Settings { work_week: week, holidays: holidays.clone(), holiday_sets: sets, ..Settings::default() };
            let calendar = WorkCalendar::of(&settings);
            let from = days_after(start, offset);
            let to = calendar.business_days_after(from, n);
            prop_assert!(week.contains(to.weekday()) && !holidays.contains(&to));
            let between = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| calendar.is_business_day(*day));
            prop_assert_eq!(between.count(), n as usize);
            // Counting back from there leads to the first business day after the start, or to the start's side of it.
            prop_assert!(calendar.business_days_before(to, n) <= from);
            prop_assert!(calendar.business_days_before(to, n - 1) > from);
        }
    }
}
