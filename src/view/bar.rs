//! A window of time, drawn as a thin bar on a line of days.

use crate::etiquette::{Now, Window, WorkCalendar, resolve_local};
use crate::model::Stamp;
use crate::words::last_moment;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeZone};

/// A place on the line, in thousandths of its length.
pub type Permille = u16;

/// A stretch of the line.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// Where it starts.
    pub from: Permille,
    /// Where it ends.
    pub to: Permille,
}

/// A day of the line.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct BarDay {
    /// Its stretch.
    pub span: Span,
    /// Its name; empty where there is no room for one.
    pub name: String,
    /// Whether no business runs on it.
    pub off: bool,
}

impl BarDay {
    /// Whether its name, begun at its start, would run over the end of the line on a phone.
    pub fn runs_over(&self) -> bool {
        // "Mon 14" is some 38 of the 358 pixels of such a line, "Mon" 24.
        let room = 1000 - self.span.from;
        room < if self.name.len() > 3 { 120 } else { 75 }
    }
}

/// A line of days with a window on it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Bar {
    /// Its days.
    pub days: Vec<BarDay>,
    /// From the opening until it is due.
    pub open: Option<Span>,
    /// From then on, while it is still right.
    pub grace: Option<Span>,
    /// A stretch of waiting.
    pub wait: Option<Span>,
    /// When it is due.
    pub due: Option<Permille>,
    /// Where now is.
    pub now: Option<Permille>,
}

/// No line is longer than this; a longer window runs off its end.
const LONGEST: i64 = 35;
/// Up to so many days each has its name; more, and only Mondays do.
const NAMED: i64 = 9;

impl Bar {
    /// The line of a window, from its opening or now, whichever comes first, to its end.
    pub fn of<Tz: TimeZone>(window: &Window, calendar: &WorkCalendar, now: &Now<Tz>) -> Self {
        let line = DayAxis::over(window.opens.min(now.at), last(window).max(now.at), LONGEST, now);
        let due = window.due.unwrap_or(line.end);
        let grace_end = window.closes.unwrap_or(due);
        Self {
            days: line.days(calendar),
            open: line.span(window.opens, due),
            grace: line.span(due, grace_end),
            wait: None,
            due: window.due.map(|due| line.place(due)),
            now: Some(line.place(now.at)),
        }
    }

    /// The line of a wait that ends at `until`.
    pub fn of_wait<Tz: TimeZone>(until: Stamp, calendar: &WorkCalendar, now: &Now<Tz>) -> Self {
        let line = DayAxis::over(now.at, until, LONGEST, now);
        Self {
            days: line.days(calendar),
            wait: line.span(now.at, until),
            now: Some(line.place(now.at)),
            ..Self::default()
        }
    }
}

fn last(window: &Window) -> Stamp {
    window.closes.or(window.due).unwrap_or(window.opens).max(window.opens)
}

/// Whole days, from the start of the first to the end of the last.
pub(super) struct DayAxis {
    first: NaiveDate,
    /// The start of each day, and the end of the last.
    starts: Vec<Stamp>,
    begin: Stamp,
    end: Stamp,
}

impl DayAxis {
    /// The days from one instant to another, no more than `longest` of them.
    pub(super) fn over<Tz: TimeZone>(from: Stamp, to: Stamp, longest: i64, now: &Now<Tz>) -> Self {
        let day = |at: Stamp| at.with_timezone(&now.zone).date_naive();
        let first = day(from);
        // A window that ends at midnight ends with the day before.
        let last = day(last_moment(to)).max(first);
        let days = (last - first).num_days().clamp(0, longest - 1) + 1;
        let starts: Vec<Stamp> = (0..=days)
            .filter_map(|n| first.checked_add_days(Days::new(n.unsigned_abs())))
            .map(|day| resolve_local(&now.zone, day.and_time(NaiveTime::MIN)))
            .collect();
        let begin = starts.first().copied().unwrap_or(from);
        let end = starts.last().copied().unwrap_or(to);
        Self { first, starts, begin, end }
    }

    /// Where it begins.
    pub(super) fn begin(&self) -> Stamp {
        self.begin
    }

    /// Where it ends.
    pub(super) fn end(&self) -> Stamp {
        self.end
    }

    /// Whether an instant lies on it.
    pub(super) fn holds(&self, at: Stamp) -> bool {
        self.begin <= at && at <= self.end
    }

    /// The place of an instant; one beyond an end is at that end.
    pub(super) fn place(&self, at: Stamp) -> Permille {
        let whole = (self.end - self.begin).num_seconds().max(1);
        let part = (at.clamp(self.begin, self.end.max(self.begin)) - self.begin).num_seconds();
        Permille::try_from(part * 1000 / whole).unwrap_or(1000)
    }

    /// What of a stretch lies on it.
    pub(super) fn span(&self, from: Stamp, to: Stamp) -> Option<Span> {
        let span = Span { from: self.place(from), to: self.place(to) };
        (span.from < span.to).then_some(span)
    }

    /// Its days.
    pub(super) fn days(&self, calendar: &WorkCalendar) -> Vec<BarDay> {
        let all = i64::try_from(self.starts.len()).unwrap_or(i64::MAX) - 1;
        let monday = |day: NaiveDate| day.weekday() == chrono::Weekday::Mon;
        let named = |day: NaiveDate| {
            all <= NAMED || monday(day) && (all <= LONGEST || day.iso_week().week().is_multiple_of(2))
        };
        let ends = self.starts.iter().skip(1);
        let days = self.first.iter_days().zip(self.starts.iter().zip(ends));
        days.map(|(day, (from, to))| BarDay {
            span: Span { from: self.place(*from), to: self.place(*to) },
            name: if named(day) { day_name(day, all) } else { String::new() },
            off: !calendar.is_business_day(day),
        })
        .collect()
    }
}

/// The shorter, the more days share the line.
fn day_name(day: NaiveDate, all: i64) -> String {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let name = NAMES.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    if all > 5 && all <= NAMED { name.to_owned() } else { format!("{name} {}", day.day()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Settings;
    use chrono::NaiveDateTime;
    use chrono_tz::America::New_York;

    fn at(text: &str) -> Stamp {
        resolve_local(&New_York, NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
    }

    fn bar(window: Window, now: &str) -> Bar {
        Bar::of(&window, &WorkCalendar::of(&Settings::default()), &Now::new(at(now), New_York))
    }

    fn thanks() -> Window {
        Window {
            opens: at("2026-03-05T12:00"),
            suggested: None,
            due: Some(at("2026-03-06T12:00")),
            closes: Some(at("2026-03-13T00:00")),
        }
    }

    #[test]
    fn the_line_runs_from_the_day_it_opens_to_the_day_it_closes() {
        let bar = bar(thanks(), "2026-03-05T12:00");
        let names: Vec<&str> = bar.days.iter().map(|day| day.name.as_str()).collect();
        assert_eq!(names, ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed", "Thu"]);
    }

    #[test]
    fn a_name_at_the_end_of_the_line_is_known_to_need_more_room() {
        let named =
            |from, name: &str| BarDay { span: Span { from, to: 1000 }, name: name.to_owned(), off: false };
        assert!(named(960, "Mon 14").runs_over() && named(881, "Mon 14").runs_over());
        assert!(!named(880, "Mon 14").runs_over() && !named(889, "Thu").runs_over());
        let weeks = Window { closes: Some(at("2026-03-30T23:00")), ..thanks() };
        let days = bar(weeks, "2026-03-05T12:00").days;
        assert!(days.last().is_some_and(|day| day.name == "Mon 30" && day.runs_over()));
        assert_eq!(days.iter().filter(|day| !day.name.is_empty() && day.runs_over()).count(), 1);
    }

    #[test]
    fn days_off_are_told_apart() {
        let bar = bar(thanks(), "2026-03-05T12:00");
        let off: Vec<bool> = bar.days.iter().map(|day| day.off).collect();
        assert_eq!(off, [false, false, true, true, false, false, false, false]);
    }

    #[test]
    fn the_bar_is_open_until_due_and_grace_until_it_closes() {
        let bar = bar(thanks(), "2026-03-05T12:00");
        let (open, grace) = (bar.open.unwrap(), bar.grace.unwrap());
        assert_eq!((open.to, grace.from, grace.to), (grace.from, bar.due.unwrap(), 1000));
        assert_eq!(bar.now, Some(open.from));
    }

    #[test]
    fn a_day_of_23_hours_is_drawn_shorter() {
        let window = Window { due: Some(at("2026-03-10T00:00")), closes: None, ..thanks() };
        let bar = bar(window, "2026-03-07T00:00");
        let length = |place: usize| bar.days[place].span.to - bar.days[place].span.from;
        assert!(length(3) < length(2), "8 March 2026 has 23 hours");
    }

    #[test]
    fn a_window_of_months_runs_off_the_end_of_the_line() {
        let bar = bar(Window { closes: Some(at("2027-03-05T12:00")), ..thanks() }, "2026-03-05T13:00");
        assert_eq!(bar.days.len(), 35);
        assert_eq!(bar.grace.unwrap().to, 1000);
    }

    #[test]
    fn a_window_that_ends_before_it_opens_is_still_a_line() {
        let window = Window { due: Some(at("2026-03-01T12:00")), closes: None, ..thanks() };
        assert_eq!(bar(window, "2026-03-05T13:00").open, None);
    }
}
