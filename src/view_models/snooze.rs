//! The times that an action can be put off to.

use crate::etiquette::{Now, WorkCalendar, resolve_local};
use crate::model::Stamp;
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};

/// A time that an action can be put off to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SnoozeTime {
    /// At 18:00 today; in three hours, where that is over.
    ThisEvening,
    /// Tomorrow at 09:00.
    TomorrowMorning,
    /// At 09:00 of the first business day in three days or more.
    InSomeDays,
}

impl SnoozeTime {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::ThisEvening, Self::TomorrowMorning, Self::InSomeDays];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ThisEvening => "This evening",
            Self::TomorrowMorning => "Tomorrow morning",
            Self::InSomeDays => "In a few days",
        }
    }

    /// The instant.
    pub fn at<Tz: TimeZone>(self, calendar: &WorkCalendar, now: &Now<Tz>) -> Stamp {
        let today = super::when::today(now);
        let in_days = |n| today.checked_add_days(Days::new(n)).unwrap_or(today);
        match self {
            Self::ThisEvening => {
                let evening = at_hour(today, 18, now);
                if evening > now.at { evening } else { now.at + chrono::TimeDelta::hours(3) }
            }
            Self::TomorrowMorning => at_hour(in_days(1), 9, now),
            Self::InSomeDays => at_hour(calendar.on_or_after(in_days(3)), 9, now),
        }
    }
}

fn at_hour<Tz: TimeZone>(day: NaiveDate, hour: u32, now: &Now<Tz>) -> Stamp {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
    resolve_local(&now.zone, day.and_time(time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Settings;
    use chrono::NaiveDateTime;
    use chrono_tz::Europe::London;

    fn at(text: &str) -> Stamp {
        resolve_local(&London, NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
    }

    fn later(later: SnoozeTime, now: &str) -> Stamp {
        later.at(&WorkCalendar::of(&Settings::default()), &Now::new(at(now), London))
    }

    #[test]
    fn this_evening_is_18_00_and_late_in_the_day_three_hours_on() {
        assert_eq!(later(SnoozeTime::ThisEvening, "2026-06-09T12:00"), at("2026-06-09T18:00"));
        assert_eq!(later(SnoozeTime::ThisEvening, "2026-06-09T19:30"), at("2026-06-09T22:30"));
    }

    #[test]
    fn some_days_from_a_wednesday_are_over_on_monday() {
        assert_eq!(later(SnoozeTime::InSomeDays, "2026-06-10T12:00"), at("2026-06-15T09:00"));
        assert_eq!(later(SnoozeTime::TomorrowMorning, "2026-06-10T12:00"), at("2026-06-11T09:00"));
    }
}
