//! An interview that is said to be over while its day is still ahead.

use super::{instant, when};
use crate::commands::interview::InterviewForm;
use crate::etiquette::Now;
use crate::model::read_date;
use chrono::{TimeDelta, TimeZone};

/// How long an interview takes, where nobody says.
const USUAL: TimeDelta = TimeDelta::minutes(60);

/// Whether the interview of the form cannot have begun yet: its day is after today, or it starts later today.
pub fn is_ahead<Tz: TimeZone>(form: &InterviewForm, now: &Now<Tz>) -> bool {
    if read_date(form.date.trim()).is_some_and(|day| day > when::today(now)) {
        return true;
    }
    let started = instant(&form.date, &form.starts, now).or_else(|| {
        let took = form.minutes.trim().parse().ok().and_then(TimeDelta::try_minutes).unwrap_or(USUAL);
        Some(instant(&form.date, &form.ends, now)? - took)
    });
    started.is_some_and(|at| at > now.at)
}

/// Makes it an interview to come: the day and whatever time was typed stay. `offered` is the end that the form came
/// with, which nobody typed.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::resolve_local;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Pacific::Auckland, Tz};

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
    fn a_day_after_today_is_ahead_and_today_is_not() {
        let ahead = |date, starts, ends| is_ahead(&form(date, starts, ends), &now(New_York));
        assert!(ahead("2026-11-25", "", "18:30"));
        assert!(ahead("2026-11-25", "", ""));
        assert!(!ahead("2026-11-24", "", "18:30"));
        assert!(!ahead("", "", ""), "an empty form is about just now");
        assert!(!ahead("2026-11-24", "18:00", "19:00"), "it is under way");
        assert!(ahead("2026-11-24", "19:00", ""));
        assert!(!ahead("2026-11-23", "", "23:59"));
    }

    #[test]
    fn which_day_it_is_depends_on_where_the_user_is() {
        // In New York it is Tuesday evening, in Auckland Wednesday.
        assert!(!is_ahead(&form("2026-11-25", "", "10:00"), &now(Auckland)));
        assert!(is_ahead(&form("2026-11-26", "", "10:00"), &now(Auckland)));
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
