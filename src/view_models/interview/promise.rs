//! The day of a promised answer: as said in words, and when the day of the interview is corrected.

use super::day_of;
use crate::commands::interview::{FormWarning, InterviewForm};
use crate::etiquette::{Now, WorkCalendar};
use crate::model::{read_date, write_date};
use crate::words;
use chrono::{Datelike, Days, NaiveDate, TimeZone};

/// A usual way to promise an answer, and the day that it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Promise {
    /// The words: "The end of this week".
    pub words: &'static str,
    /// The day that they mean.
    pub day: NaiveDate,
}

/// The usual promises on the day `met` of an interview, each day once.
pub fn promises(met: NaiveDate, calendar: &WorkCalendar) -> Vec<Promise> {
    let mut promises: Vec<Promise> = Vec::new();
    for one in all(met, calendar) {
        if promises.iter().all(|other| other.day != one.day) {
            promises.push(one);
        }
    }
    promises
}

/// All of them, also where two mean the same day.
fn all(met: NaiveDate, calendar: &WorkCalendar) -> impl Iterator<Item = Promise> {
    let after = |days| met.checked_add_days(Days::new(days)).unwrap_or(met);
    let until_friday = (4 + 7 - u64::from(met.weekday().num_days_from_monday())) % 7;
    let friday = |weeks: u64| after(until_friday + 7 * weeks);
    let next_friday = if met.weekday().num_days_from_monday() <= 4 { friday(1) } else { friday(0) };
    let tomorrow = calendar.on_or_after(after(1));
    let said = [
        (if tomorrow == after(1) { "Tomorrow" } else { "The next working day" }, tomorrow),
        // On a Friday the week is over.
        ("The end of this week", friday(0)),
        ("The end of next week", next_friday),
        ("In two weeks", calendar.on_or_after(after(14))),
    ];
    said.into_iter().map(|(words, day)| Promise { words, day }).filter(move |one| one.day > met)
}

/// The promised day while the day of the interview is corrected. Words move with that day ("the end of this week"); a
/// day that was typed stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PromisedDay {
    /// The chosen words, and the day that the form has for them.
    said: Option<Promise>,
    /// Whether the correction moved the promised day.
    moved: bool,
}

impl PromisedDay {
    /// Moves the promised day after the day of the interview was corrected; `before` is the day that it was.
    pub fn follow<Tz: TimeZone>(
        &mut self,
        form: &mut InterviewForm,
        before: NaiveDate,
        calendar: &WorkCalendar,
        now: &Now<Tz>,
    ) {
        let promised = read_date(form.reply_by.trim());
        // A day that is being typed passes through others, on which the words may mean nothing: they are kept.
        let said = self.said.filter(|said| Some(said.day) == promised);
        let said =
            said.or_else(|| promises(before, calendar).into_iter().find(|one| Some(one.day) == promised));
        let met = day_of(form, now);
        let then = said.and_then(|said| all(met, calendar).find(|one| one.words == said.words));
        self.moved = then.is_some_and(|then| Some(then.day) != promised) || (self.moved && said.is_some());
        if let Some(then) = then {
            form.reply_by = write_date(then.day);
        }
        self.said = then.or(said);
    }

    /// A word about the promised day, to stand at its field: that it lies oddly, as the check of the form found, or
    /// that it moved. It is no error.
    pub fn note<Tz: TimeZone>(
        &self,
        form: &InterviewForm,
        warnings: &[FormWarning],
        now: &Now<Tz>,
    ) -> Option<String> {
        let promised = read_date(form.reply_by.trim())?;
        let odd = [FormWarning::PromiseBefore, FormWarning::PromiseSameDay];
        if let Some(warning) = warnings.iter().find(|warning| odd.contains(warning)) {
            return Some(warning.to_string());
        }
        let moved = self.moved && self.said.is_some_and(|said| said.day == promised);
        moved.then(|| {
            let day = words::date(promised, super::when::today(now));
            format!("This moved to {day}, along with the day of the interview.")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::interview::Timing;
    use crate::etiquette::resolve_local;
    use crate::model::Settings;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Tz};

    fn calendar() -> WorkCalendar {
        WorkCalendar::of(&Settings::default())
    }

    /// Thursday 26 November 2026.
    fn now() -> Now<Tz> {
        let local = NaiveDateTime::parse_from_str("2026-11-26T09:00", "%Y-%m-%dT%H:%M").unwrap();
        Now::new(resolve_local(&New_York, local), New_York)
    }

    fn said(met: &str) -> Vec<String> {
        let said = promises(read_date(met).unwrap(), &calendar());
        said.iter().map(|one| format!("{}: {}", one.words, write_date(one.day))).collect()
    }

    #[test]
    fn what_they_said_on_a_tuesday_becomes_days() {
        assert_eq!(
            said("2026-06-09"),
            [
                "Tomorrow: 2026-06-10",
                "The end of this week: 2026-06-12",
                "The end of next week: 2026-06-19",
                "In two weeks: 2026-06-23"
            ]
        );
    }

    #[test]
    fn on_a_friday_the_next_working_day_is_monday_and_the_week_is_over() {
        assert_eq!(
            said("2026-06-12"),
            [
                "The next working day: 2026-06-15",
                "The end of next week: 2026-06-19",
                "In two weeks: 2026-06-26"
            ]
        );
    }

    #[test]
    fn on_a_thursday_tomorrow_is_the_end_of_the_week_and_is_offered_once() {
        assert_eq!(
            said("2026-06-11"),
            ["Tomorrow: 2026-06-12", "The end of next week: 2026-06-19", "In two weeks: 2026-06-25"]
        );
    }

    /// The promised day after the interview's day was typed as each of these, and the word about it.
    fn corrected(first: &str, promised: &str, days: &[&str]) -> (String, Option<String>) {
        let text = str::to_owned;
        let mut form =
            InterviewForm { date: text(first), reply_by: text(promised), ..InterviewForm::default() };
        let mut kept = PromisedDay::default();
        for day in days {
            let before = day_of(&form, &now());
            form.date = text(day);
            kept.follow(&mut form, before, &calendar(), &now());
        }
        let note = kept.note(&form, &form.check(Timing::Over, &now()).warnings, &now());
        (form.reply_by, note)
    }

    #[test]
    fn the_end_of_this_week_moves_with_the_day_of_the_interview() {
        let (promised, note) = corrected("2026-11-18", "2026-11-20", &["2026-11-25"]);
        assert_eq!(promised, "2026-11-27");
        let moved = "This moved to Friday 27 November, along with the day of the interview.";
        assert_eq!(note.as_deref(), Some(moved));
    }

    #[test]
    fn each_of_the_words_moves_and_so_does_not_a_day_that_was_typed() {
        let moved = |promised| corrected("2026-11-17", promised, &["2026-11-24"]).0;
        assert_eq!(moved("2026-11-18"), "2026-11-25", "tomorrow");
        assert_eq!(moved("2026-11-27"), "2026-12-04", "the end of next week");
        assert_eq!(moved("2026-12-01"), "2026-12-08", "in two weeks");
        assert_eq!(moved("2026-11-25"), "2026-11-25", "typed");
    }

    #[test]
    fn words_outlast_a_day_on_which_they_mean_nothing() {
        // The 25th is typed over the 18th: a Friday, a day that is none, and years ago come between.
        let between = ["2026-11-20", "", "0002-11-25", "2026-11-25"];
        assert_eq!(corrected("2026-11-18", "2026-11-20", &between).0, "2026-11-27");
        // And back again, as if nothing had been.
        let back = ["2026-11-25", "2026-11-18"];
        assert_eq!(corrected("2026-11-18", "2026-11-20", &back).0, "2026-11-20");
    }

    #[test]
    fn a_typed_day_before_the_interview_is_told_and_no_error() {
        let (promised, note) = corrected("2026-11-12", "2026-11-24", &["2026-11-25"]);
        assert_eq!(promised, "2026-11-24");
        assert_eq!(note.as_deref(), Some("That is before the interview. Did they mean a later day?"));
        let form = InterviewForm {
            company: "Acme".to_owned(),
            date: "2026-11-25".to_owned(),
            ends: "10:00".to_owned(),
            reply_by: promised,
            people: vec![crate::commands::interview::PersonRow {
                name: "Dana".to_owned(),
                ..Default::default()
            }],
            ..InterviewForm::default()
        };
        assert_eq!(form.check(Timing::Over, &now()).errors, []);
    }

    #[test]
    fn a_promised_day_that_is_merely_over_needs_no_word() {
        let form = InterviewForm {
            date: "2026-11-18".to_owned(),
            reply_by: "2026-11-20".to_owned(),
            ..InterviewForm::default()
        };
        let warnings = form.check(Timing::Over, &now()).warnings;
        assert_eq!(PromisedDay::default().note(&form, &warnings, &now()), None);
    }
}
