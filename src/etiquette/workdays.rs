//! Business days counted, each count made once.

use super::WorkCalendar;
use super::days::number;
use chrono::NaiveDate;
use std::cell::Cell;

/// How many counts are remembered: seven a day for nine months. Those of a plan differ in little but the day.
const REMEMBERED: usize = 2048;
/// From which day, how many (those before it: less than none), and which day that is.
type Counted = (NaiveDate, i64, NaiveDate);

/// The user's business days, for as long as one plan is made.
///
/// A plan counts the same few business days from the same few days over and over, and to count a day is to look up
/// holidays, so what was counted is remembered.
pub(crate) struct Workdays<'c> {
    calendar: &'c WorkCalendar,
    counted: Box<[Cell<Counted>]>,
}

impl<'c> Workdays<'c> {
    pub(crate) fn of(calendar: &'c WorkCalendar) -> Self {
        let nothing = Cell::new((NaiveDate::MIN, 0, NaiveDate::MIN));
        Self { calendar, counted: vec![nothing; REMEMBERED].into_boxed_slice() }
    }

    /// The `n`th business day after `day`, as [`WorkCalendar::business_days_after`].
    pub(crate) fn after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.count(day, n.into(), |calendar| calendar.business_days_after(day, n))
    }

    /// The `n`th business day before `day`.
    pub(crate) fn before(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.count(day, -i64::from(n), |calendar| calendar.business_days_before(day, n))
    }

    /// That day if it is a business day, else the next one.
    pub(crate) fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.calendar.on_or_after(day)
    }

    fn count(&self, day: NaiveDate, n: i64, count: impl Fn(&WorkCalendar) -> NaiveDate) -> NaiveDate {
        let place = number(day) * 7 + usize::try_from(n.rem_euclid(7)).unwrap_or(0);
        let Some(place) = self.counted.get(place % REMEMBERED) else { return count(self.calendar) };
        let (from, steps, to) = place.get();
        if (from, steps) == (day, n) {
            return to;
        }
        let to = count(self.calendar);
        place.set((day, n, to));
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::day;
    use crate::model::Settings;

    #[test]
    fn what_was_counted_before_is_told_as_the_calendar_tells_it() {
        let holidays = ["2026-05-25", "2026-07-03", "2026-12-25"].map(day).to_vec();
        let calendar = WorkCalendar::of(&Settings { holidays, ..Settings::default() });
        let counted = Workdays::of(&calendar);
        for _ in ["counted", "remembered"] {
            for day in day("2026-03-01").iter_days().take(700) {
                for n in 0..=10 {
                    assert_eq!(
                        counted.after(day, n),
                        calendar.business_days_after(day, n),
                        "{n} after {day}"
                    );
                    assert_eq!(
                        counted.before(day, n),
                        calendar.business_days_before(day, n),
                        "{n} before {day}"
                    );
                }
            }
        }
    }

    #[test]
    fn each_count_of_the_weeks_that_a_plan_looks_at_is_made_once() {
        let calendar = WorkCalendar::default();
        let counted = Workdays::of(&calendar);
        let counts = Cell::new(0);
        let count_all = || {
            for day in day("2026-01-01").iter_days().take(270) {
                for n in -3..=3 {
                    counted.count(day, n, |_| {
                        counts.set(counts.get() + 1);
                        day
                    });
                }
            }
            counts.replace(0)
        };
        assert_eq!([count_all(), count_all()], [270 * 7, 0]);
    }
}
