//! Holidays from a calendar file (.ics), such as any country's holiday calendar.
//!
//! Only what holidays need of RFC 5545 is read: events with a day or a range of days, and those that come back
//! every year. What is not understood is counted and told, never guessed at.

use super::ics::{Property, Yearly, day_of, last_day, unescaped, unfolded, whole_days};
use crate::sorting;
use chrono::{Datelike, NaiveDate};

/// No holiday calendar is larger.
const LARGEST: usize = 10 * 1024 * 1024;
/// A longer event is a season, not a holiday.
const LONGEST_DAYS: i64 = 14;
/// Days that come back every year are taken for so many years to come.
const YEARS_AHEAD: i32 = 10;

/// The holidays of a calendar file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HolidayCalendar {
    /// The calendar's name; may be empty.
    pub name: String,
    /// Each day once, with its name, from the start of last year on, in order.
    pub days: Vec<(NaiveDate, String)>,
    /// How many events are no days off: observances, and what was cancelled.
    pub no_days_off: usize,
    /// How many events are not understood, or last too long to be a holiday.
    pub unclear: usize,
}

/// Why a file gives no holidays. Nothing has changed then.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CalendarError {
    /// There is nothing in it.
    #[error("This file is empty.")]
    Empty,
    /// It is larger than any holiday calendar.
    #[error("This file is too large to be a holiday calendar.")]
    TooLarge,
    /// It is no calendar.
    #[error("This is not a calendar. A calendar's name ends in .ics.")]
    NotACalendar,
    /// It is cut off.
    #[error("This calendar is cut off. Download it again, then try once more.")]
    CutOff,
    /// There is no day in it from last year on.
    #[error("There is no holiday in this calendar from last year on.")]
    NoDays,
}

/// Reads the holidays of a calendar file.
///
/// ```
/// use afterword::exchange::holidays::read;
/// use chrono::NaiveDate;
///
/// let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Epiphany\nDTSTART;VALUE=DATE:20260106\nEND:VEVENT\nEND:VCALENDAR";
/// let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
/// let calendar = read(text, today).unwrap();
/// let epiphany = NaiveDate::from_ymd_opt(2026, 1, 6).unwrap();
/// assert_eq!(calendar.days, [(epiphany, "Epiphany".to_owned())]);
/// ```
///
/// # Errors
/// [`CalendarError`].
pub fn read(text: &str, today: NaiveDate) -> Result<HolidayCalendar, CalendarError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(CalendarError::Empty);
    }
    if text.len() > LARGEST {
        return Err(CalendarError::TooLarge);
    }
    let lines = unfolded(text);
    let is =
        |line: Option<&String>, tag: &str| line.is_some_and(|line| line.trim().eq_ignore_ascii_case(tag));
    if !is(lines.first(), "BEGIN:VCALENDAR") {
        return Err(CalendarError::NotACalendar);
    }
    if !is(lines.last(), "END:VCALENDAR") {
        return Err(CalendarError::CutOff);
    }
    let calendar = collect(&lines, today.year());
    if calendar.days.is_empty() { Err(CalendarError::NoDays) } else { Ok(calendar) }
}

fn collect(lines: &[String], year: i32) -> HolidayCalendar {
    let mut calendar = HolidayCalendar::default();
    let mut event: Option<Event> = None;
    // What lies in an event (an alarm) has lines of the same names.
    let mut inside = 0;
    for property in lines.iter().filter_map(|line| Property::read(line)) {
        match (property.name.as_str(), property.value.to_ascii_uppercase().as_str()) {
            ("BEGIN", "VEVENT") if event.is_none() => event = Some(Event::default()),
            ("END", "VEVENT") => {
                if let Some(event) = event.take() {
                    calendar.take(&event, year);
                }
                inside = 0;
            }
            ("BEGIN", _) if event.is_some() => inside += 1,
            ("END", _) if event.is_some() => inside -= 1,
            ("X-WR-CALNAME", _) if event.is_none() => calendar.name = unescaped(property.value),
            _ => {
                if let (Some(event), 0) = (&mut event, inside) {
                    event.note(&property);
                }
            }
        }
    }
    sorting::by_key(&mut calendar.days, |(day, _)| *day);
    // Of two names for one day the first stands.
    calendar.days.dedup_by_key(|(day, _)| *day);
    calendar
}

impl HolidayCalendar {
    fn take(&mut self, event: &Event, year: i32) {
        if event.no_day_off {
            self.no_days_off += 1;
            return;
        }
        let Some(days) = event.days(year) else {
            self.unclear += 1;
            return;
        };
        let from = NaiveDate::from_ymd_opt(year - 1, 1, 1).unwrap_or_default();
        self.days.extend(days.into_iter().filter(|day| *day >= from).map(|day| (day, event.name.clone())));
    }
}

/// An event while it is read.
#[derive(Default)]
struct Event {
    name: String,
    start: Option<NaiveDate>,
    /// The last day, where an end is given; `Err` where it cannot be read.
    last: Option<Result<NaiveDate, ()>>,
    days: Option<Result<i64, ()>>,
    repeats: Option<String>,
    left_out: Vec<NaiveDate>,
    added: Vec<NaiveDate>,
    no_day_off: bool,
}

impl Event {
    fn note(&mut self, property: &Property<'_>) {
        let value = property.value;
        match property.name.as_str() {
            "SUMMARY" => self.name = unescaped(value),
            "DTSTART" => self.start = day_of(value),
            "DTEND" => self.last = Some(last_day(value).ok_or(())),
            "DURATION" => self.days = Some(whole_days(value).ok_or(())),
            "RRULE" => self.repeats = Some(value.to_ascii_uppercase()),
            "EXDATE" => self.left_out.extend(value.split(',').filter_map(day_of)),
            "RDATE" => self.added.extend(value.split(',').filter_map(day_of)),
            "STATUS" => self.no_day_off |= value.eq_ignore_ascii_case("CANCELLED"),
            // Widespread holiday calendars mark the days that nobody has off so.
            "DESCRIPTION" => self.no_day_off |= value.to_ascii_lowercase().starts_with("observance"),
            _ => {}
        }
    }

    /// Its days; `None` where they cannot be told.
    fn days(&self, year: i32) -> Option<Vec<NaiveDate>> {
        let start = self.start?;
        let length = self.length(start)?;
        let mut firsts = match &self.repeats {
            Some(rule) => Yearly::read(rule, start)?.starts(start, year + YEARS_AHEAD),
            None => vec![start],
        };
        firsts.extend(&self.added);
        firsts.retain(|first| !self.left_out.contains(first));
        let days = firsts.into_iter().flat_map(|first| first.iter_days().take(length));
        Some(days.collect())
    }

    /// How many days it lasts; `None` for none, or too many for a holiday.
    fn length(&self, start: NaiveDate) -> Option<usize> {
        let length = match (self.last, self.days) {
            (Some(last), _) => (last.ok()? - start).num_days() + 1,
            (None, Some(days)) => days.ok()?,
            (None, None) => 1,
        };
        (1..=LONGEST_DAYS).contains(&length).then_some(usize::try_from(length).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, date: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, date).unwrap()
    }

    /// A calendar of 2 March 2026 with these lines as its only event.
    fn event(lines: &str) -> Result<HolidayCalendar, CalendarError> {
        read(
            &format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            ),
            day(2026, 3, 2),
        )
    }

    fn days(lines: &str) -> Vec<NaiveDate> {
        event(lines).unwrap().days.into_iter().map(|(day, _)| day).collect()
    }

    #[test]
    fn a_day_and_its_name_are_read() {
        let calendar = event("SUMMARY:Bob\\, Sue\\; and\\nall\r\nDTSTART;VALUE=DATE:20261225").unwrap();
        assert_eq!(calendar.days, [(day(2026, 12, 25), "Bob, Sue; and all".to_owned())]);
    }

    #[test]
    fn folded_lines_of_any_ending_are_read() {
        for end in ["\r\n", "\n", "\r"] {
            let text = [
                "BEGIN:VCALENDAR",
                "X-WR-CALNAME:Feier",
                " tage",
                "BEGIN:VEVENT",
                "SUMMARY:Fronleich",
                "\tnam",
                "DTSTART;X-NOTE=\"a:b;c\";VAL",
                " UE=DATE:202606",
                " 04",
                "END:VEVENT",
                "END:VCALENDAR",
            ];
            let calendar = read(&text.join(end), day(2026, 3, 2)).unwrap();
            assert_eq!(calendar.name, "Feiertage");
            assert_eq!(calendar.days, [(day(2026, 6, 4), "Fronleichnam".to_owned())]);
        }
    }

    #[test]
    fn an_end_is_exclusive_and_a_range_gives_each_day() {
        let range = [day(2026, 5, 1), day(2026, 5, 2), day(2026, 5, 3)];
        assert_eq!(days("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260504"), range);
        assert_eq!(days("DTSTART;VALUE=DATE:20260501\r\nDURATION:P3D"), range);
        assert_eq!(days("DTSTART:20260501T000000\r\nDTEND:20260504T000000"), range);
        assert_eq!(days("DTSTART:20260501T090000Z\r\nDTEND:20260501T170000Z"), [day(2026, 5, 1)]);
        assert_eq!(days("DTSTART;TZID=Europe/Berlin:20260501T090000"), [day(2026, 5, 1)]);
    }

    #[test]
    fn a_day_that_comes_back_every_year_is_taken_from_last_year_on() {
        let all = days("DTSTART;VALUE=DATE:19900501\r\nRRULE:FREQ=YEARLY");
        assert_eq!((all[0], all.len()), (day(2025, 5, 1), 12));
        let until = days("DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY;UNTIL=20270501");
        assert_eq!(until, [day(2025, 5, 1), day(2026, 5, 1), day(2027, 5, 1)]);
        let count = days("DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY;COUNT=2;INTERVAL=2");
        assert_eq!(count, [day(2025, 5, 1), day(2027, 5, 1)]);
    }

    #[test]
    fn a_leap_day_comes_back_in_leap_years() {
        let all = days("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY");
        assert_eq!(all, [day(2028, 2, 29), day(2032, 2, 29), day(2036, 2, 29)]);
    }

    #[test]
    fn the_nth_and_the_last_weekday_of_a_month_come_back() {
        let thanks = days("DTSTART;VALUE=DATE:20251127\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2");
        assert_eq!(thanks, [day(2025, 11, 27), day(2026, 11, 26)]);
        let last = days("DTSTART;VALUE=DATE:20250526\r\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2");
        assert_eq!(last, [day(2025, 5, 26), day(2026, 5, 25)]);
    }

    #[test]
    fn a_day_left_out_is_left_out() {
        let all =
            days("DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nEXDATE;VALUE=DATE:20260501");
        assert_eq!(all, [day(2025, 5, 1), day(2027, 5, 1)]);
    }

    #[test]
    fn what_is_no_day_off_or_not_understood_is_counted_and_not_taken() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260214\nDESCRIPTION:Observance\\nTo hide them\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260215\nSTATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260216\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260230\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260901\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:No day\nEND:VEVENT\nEND:VCALENDAR";
        let calendar = read(text, day(2026, 3, 2)).unwrap();
        assert_eq!(calendar.days.len(), 1);
        assert_eq!((calendar.no_days_off, calendar.unclear), (2, 4));
    }

    #[test]
    fn the_lines_of_an_alarm_are_not_the_events() {
        let alarm = "SUMMARY:Day\r\nBEGIN:VALARM\r\nSUMMARY:Alarm\r\nDURATION:P9D\r\nEND:VALARM\r\nDTSTART;VALUE=DATE:20260501";
        assert_eq!(event(alarm).unwrap().days, [(day(2026, 5, 1), "Day".to_owned())]);
    }

    #[test]
    fn i15_an_event_without_an_end_lasts_its_day_and_one_that_ends_before_it_starts_is_unclear() {
        assert_eq!(days("DTSTART;VALUE=DATE:20260501"), [day(2026, 5, 1)]);
        assert_eq!(
            event("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260430"),
            Err(CalendarError::NoDays)
        );
    }

    #[test]
    fn i17_what_is_no_calendar_says_so() {
        let today = day(2026, 3, 2);
        assert_eq!(read("", today), Err(CalendarError::Empty));
        assert_eq!(read("name,day\nEpiphany,2026-01-06", today), Err(CalendarError::NotACalendar));
        assert_eq!(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026", today), Err(CalendarError::CutOff));
        assert_eq!(read("BEGIN:VCALENDAR\nEND:VCALENDAR", today), Err(CalendarError::NoDays));
        assert_eq!(event("DTSTART;VALUE=DATE:19990101"), Err(CalendarError::NoDays));
        assert_eq!(read(&"x".repeat(11 * 1024 * 1024), today), Err(CalendarError::TooLarge));
    }
}
