//! An interview that was said to be over and is still to come after all, or that is held on another day.

use super::instant;
use crate::commands::interview::InterviewForm;
use crate::etiquette::Now;
use chrono::TimeZone;

/// Makes the form one of an interview to come. Its day and typed times stay; `offered` is the end that the form began
/// with, which the user did not type.
pub fn still_to_come<Tz: TimeZone>(form: &mut InterviewForm, offered: &str, now: &Now<Tz>) {
    let (starts, ends) = (instant(&form.date, &form.starts, now), instant(&form.date, &form.ends, now));
    let typed_end = ends.is_some() && form.ends != offered;
    match (starts, ends) {
        (Some(starts), Some(ends)) if typed_end && ends > starts => {
            form.minutes = (ends - starts).num_minutes().to_string();
        }
        // A time that was typed for a day ahead is when they meet.
        (None, Some(_)) if typed_end => form.starts = form.ends.clone(),
        _ => {}
    }
    form.ends.clear();
}

/// Makes the form one of an interview to come, on a day that is still to be typed.
pub fn new_day<Tz: TimeZone>(form: &mut InterviewForm, now: &Now<Tz>) {
    let (starts, ends) = (instant(&form.date, &form.starts, now), instant(&form.date, &form.ends, now));
    let took = starts.zip(ends).map(|(starts, ends)| (ends - starts).num_minutes());
    if let Some(minutes) = took.filter(|minutes| *minutes > 0) {
        form.minutes = minutes.to_string();
    }
    form.date.clear();
    form.ends.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::resolve_local;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Tz};

    fn now(zone: Tz) -> Now<Tz> {
        let local = NaiveDateTime::parse_from_str("2026-11-24T18:30", "%Y-%m-%dT%H:%M").unwrap();
        Now::new(resolve_local(&New_York, local), zone)
    }

    fn form(date: &str, starts: &str, ends: &str) -> InterviewForm {
        InterviewForm {
            date: date.to_owned(),
            starts: starts.to_owned(),
            ends: ends.to_owned(),
            ..InterviewForm::default()
        }
    }

    #[test]
    fn an_interview_that_did_not_take_place_keeps_its_hour_and_its_length_for_the_new_day() {
        let moved = |starts, ends| {
            let mut form = form("2026-11-24", starts, ends);
            new_day(&mut form, &now(New_York));
            (form.date, form.starts, form.minutes, form.ends)
        };
        let texts = |starts: &str, minutes: &str| {
            (String::new(), starts.to_owned(), minutes.to_owned(), String::new())
        };
        assert_eq!(moved("14:00", "14:45"), texts("14:00", "45"));
        assert_eq!(moved("", "14:45"), texts("", ""));
        assert_eq!(moved("23:30", "00:30"), texts("23:30", ""));
    }

    #[test]
    fn what_is_still_to_come_keeps_its_day_and_its_typed_times() {
        let made = |starts, ends| {
            let mut form = form("2026-11-25", starts, ends);
            form.reply_by = "2026-11-27".to_owned();
            still_to_come(&mut form, "18:30", &now(New_York));
            assert_eq!((form.date.as_str(), form.reply_by.as_str()), ("2026-11-25", "2026-11-27"));
            (form.starts, form.minutes, form.ends)
        };
        let texts = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(made("14:00", "14:45"), texts("14:00", "45", ""));
        assert_eq!(made("14:00", "18:30"), texts("14:00", "", ""));
        assert_eq!(made("", "14:45"), texts("14:45", "", ""));
        assert_eq!(made("", "18:30"), texts("", "", ""), "the end that the form came with is nobody's word");
    }
}
