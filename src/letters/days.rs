//! Days in a letter, in the user's manner: "13 March" or "March 13".

use crate::model::Manner;
use crate::words;
use chrono::{Datelike, NaiveDate, Weekday};

/// How the days of a letter are said.
#[derive(Clone, Copy)]
pub(super) struct LetterDays {
    pub(super) today: NaiveDate,
    pub(super) manner: Manner,
    /// Whether the day is nearly over: what is written now may be read tomorrow.
    pub(super) is_late: bool,
    /// The day of the week that the letter calls the interview by: no other day may go by its name alone.
    pub(super) taken: Option<Weekday>,
}

impl LetterDays {
    /// "13 March", "March 13", with the year where it is another.
    pub(super) fn date(self, day: NaiveDate) -> String {
        match self.manner {
            Manner::British => words::calendar_day(day, self.today),
            Manner::American => {
                let date = format!("{} {}", words::month(day.month()), day.day());
                if day.year() == self.today.year() { date } else { format!("{date}, {}", day.year()) }
            }
        }
    }

    /// "Friday 13 March", "Friday, March 13".
    pub(super) fn whole(self, day: NaiveDate) -> String {
        let comma = if self.manner == Manner::American { "," } else { "" };
        format!("{}{comma} {}", words::weekday(day), self.date(day))
    }

    /// A day that is over, to somebody who was there: "today", "yesterday", "on Friday", "on 13 March".
    pub(super) fn back_then(self, day: NaiveDate) -> String {
        match (self.today - day).num_days() {
            0 if self.is_late => format!("on {}", words::weekday(day)),
            0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            2..=6 => format!("on {}", words::weekday(day)),
            _ => format!("on {}", self.date(day)),
        }
    }

    /// The day of the week that [`Self::back_then`] says, where it says one.
    pub(super) fn weekday_said(self, day: NaiveDate) -> Option<Weekday> {
        let days = (self.today - day).num_days();
        let said = matches!(days, 2..=6) || (days == 0 && self.is_late);
        said.then(|| day.weekday())
    }

    /// A day near today, to follow "by" or "until": "Friday" within the next six days, else "13 March". The date stands
    /// with the name where the letter calls the interview's day by the same one, and where the day is over: "by Friday"
    /// would be read as the one to come.
    pub(super) fn short(self, day: NaiveDate) -> String {
        match (day - self.today).num_days() {
            0 => "today".to_owned(),
            -6..=-1 => self.whole(day),
            1..=6 if self.taken == Some(day.weekday()) => self.whole(day),
            1..=6 => words::weekday(day).to_owned(),
            _ => self.date(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days(manner: Manner) -> LetterDays {
        LetterDays { today: on(2026, 3, 10), manner, is_late: false, taken: None }
    }

    #[test]
    fn each_manner_has_its_dates() {
        let (gb, us) = (days(Manner::British), days(Manner::American));
        assert_eq!(
            (gb.date(on(2026, 3, 20)), us.date(on(2026, 3, 20))),
            ("20 March".into(), "March 20".into())
        );
        assert_eq!(us.date(on(2025, 12, 30)), "December 30, 2025");
        assert_eq!(gb.whole(on(2026, 3, 20)), "Friday 20 March");
        assert_eq!(us.whole(on(2026, 3, 20)), "Friday, March 20");
    }

    #[test]
    fn there_are_no_two_fridays() {
        let plain = days(Manner::British);
        assert_eq!(plain.back_then(on(2026, 3, 6)), "on Friday");
        assert_eq!(plain.short(on(2026, 3, 13)), "Friday");
        let after = LetterDays { taken: plain.weekday_said(on(2026, 3, 6)), ..plain };
        assert_eq!(after.short(on(2026, 3, 13)), "Friday 13 March");
        assert_eq!(after.short(on(2026, 3, 12)), "Thursday");
        assert_eq!(plain.short(on(2026, 3, 6)), "Friday 6 March", "not the one to come");
    }

    #[test]
    fn what_is_written_late_does_not_say_today() {
        let late = LetterDays { is_late: true, ..days(Manner::British) };
        assert_eq!(late.back_then(on(2026, 3, 10)), "on Tuesday");
        assert_eq!(days(Manner::British).back_then(on(2026, 3, 10)), "today");
        assert_eq!(late.weekday_said(on(2026, 3, 10)), Some(Weekday::Tue));
    }
}
