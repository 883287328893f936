//! The one axis of a page: days from left to right, on which every line is drawn to the same scale.

use super::when;
use crate::etiquette::{Now, WorkCalendar, resolve_local};
use crate::model::Stamp;
use crate::words::{last_moment, month};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeZone};

/// A place on the axis, in thousandths of its length. What runs on beyond its end lies behind 1000.
pub type Permille = u16;

/// A stretch of the axis.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// Where it starts.
    pub from: Permille,
    /// Where it ends.
    pub to: Permille,
}

/// What is drawn of the axis: its labels once, its ground behind every line.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Axis {
    /// The labels above it.
    pub labels: Vec<AxisLabel>,
    /// Weekends and days off.
    pub off: Vec<Span>,
    /// Where now is.
    pub now: Permille,
}

/// A label of the axis.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AxisLabel {
    /// The middle of its day.
    pub at: Permille,
    /// The day of the week, in a letter; "today" for today.
    pub name: String,
    /// The day of the month; with the month where only Mondays are labelled.
    pub date: String,
    /// Whether it is today's.
    pub is_today: bool,
}

/// Up to so many days, each has its label; more, and only Mondays do.
const LABELLED: i64 = 16;
/// A label of a Monday keeps so far from today's and from both ends.
const LABEL_ROOM: Permille = 120;
/// The narrowest stretch that can be seen on a phone.
const NARROWEST: Permille = 10;
/// A stretch that runs on beyond the axis ends here, out of sight.
const BEYOND: Permille = 1040;

/// The days of an axis: from the start of the first to the end of the last.
pub(super) struct AxisDays {
    first: NaiveDate,
    /// The start of each day, and the end of the last.
    starts: Vec<Stamp>,
    begin: Stamp,
    end: Stamp,
}

impl AxisDays {
    /// So many days before today, today, and so many after it.
    pub(super) fn around<Tz: TimeZone>(before: u64, after: u64, now: &Now<Tz>) -> Self {
        let today = when::today(now);
        let first = today.checked_sub_days(Days::new(before)).unwrap_or(today);
        Self::from(first, before + 1 + after, now)
    }

    /// The days from that of one instant to that of another.
    pub(super) fn over<Tz: TimeZone>(from: Stamp, to: Stamp, now: &Now<Tz>) -> Self {
        let first = when::day_of(from, now);
        // What ends at midnight ends with the day before.
        let last = when::day_of(last_moment(to), now).max(first);
        Self::from(first, (last - first).num_days().unsigned_abs() + 1, now)
    }

    fn from<Tz: TimeZone>(first: NaiveDate, days: u64, now: &Now<Tz>) -> Self {
        let starts: Vec<Stamp> = (0..=days)
            .filter_map(|n| first.checked_add_days(Days::new(n)))
            .map(|day| resolve_local(&now.zone, day.and_time(NaiveTime::MIN)))
            .collect();
        let begin = starts.first().copied().unwrap_or(now.at);
        let end = starts.last().copied().unwrap_or(now.at);
        Self { first, starts, begin, end }
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

    /// What of a stretch lies on it; wide enough to be seen, and without an end where it runs on.
    pub(super) fn span(&self, from: Stamp, to: Stamp) -> Option<Span> {
        if from >= to || from >= self.end || to <= self.begin {
            return None;
        }
        let begin = self.place(from);
        let end = if to > self.end { BEYOND } else { self.place(to).max(begin + NARROWEST) };
        Some(Span { from: begin, to: end })
    }

    /// What is drawn of it.
    pub(super) fn axis<Tz: TimeZone>(&self, calendar: &WorkCalendar, now: &Now<Tz>) -> Axis {
        let today = when::today(now);
        let ends = self.starts.iter().skip(1);
        let spans = self.starts.iter().zip(ends);
        let spans = spans.map(|(from, to)| Span { from: self.place(*from), to: self.place(*to) });
        let days: Vec<(NaiveDate, Span)> = self.first.iter_days().zip(spans).collect();
        let mut off: Vec<Span> = Vec::new();
        for (_, span) in days.iter().filter(|(day, _)| !calendar.is_business_day(*day)) {
            match off.last_mut() {
                Some(last) if last.to == span.from => last.to = span.to,
                _ => off.push(*span),
            }
        }
        let each = i64::try_from(days.len()).is_ok_and(|days| days <= LABELLED);
        let labels = days.iter().map(|(day, span)| label(*day, *span, each, today)).collect();
        Axis { labels: if each { labels } else { mondays(labels, &days) }, off, now: self.place(now.at) }
    }
}

fn label(day: NaiveDate, span: Span, each: bool, today: NaiveDate) -> AxisLabel {
    const LETTERS: [&str; 7] = ["M", "T", "W", "T", "F", "S", "S"];
    let letter = LETTERS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    let is_today = day == today;
    AxisLabel {
        at: span.from.midpoint(span.to),
        name: if is_today {
            "today".to_owned()
        } else if each {
            letter.to_owned()
        } else {
            String::new()
        },
        date: if each {
            day.day().to_string()
        } else {
            format!("{} {}", day.day(), month(day.month()).get(..3).unwrap_or_default())
        },
        is_today,
    }
}

/// Of many days the labels of today and of the Mondays that leave it room.
fn mondays(labels: Vec<AxisLabel>, days: &[(NaiveDate, Span)]) -> Vec<AxisLabel> {
    let today = labels.iter().find(|label| label.is_today).map(|label| label.at);
    let has_room =
        |at: Permille| today.is_none_or(|today| today.abs_diff(at) >= LABEL_ROOM) && (30..=970).contains(&at);
    let mondays = labels.into_iter().zip(days).filter(|(label, (day, _))| {
        label.is_today || day.weekday() == chrono::Weekday::Mon && has_room(label.at)
    });
    mondays.map(|(label, _)| label).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Settings;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Tz};

    fn at(text: &str) -> Stamp {
        resolve_local(&New_York, NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
    }

    fn now(text: &str) -> Now<Tz> {
        Now::new(at(text), New_York)
    }

    fn axis(days: &AxisDays, now: &Now<Tz>) -> Axis {
        days.axis(&WorkCalendar::of(&Settings::default()), now)
    }

    #[test]
    fn today_is_named_once_and_each_day_of_a_fortnight_has_its_letter() {
        let now = now("2026-03-05T12:00");
        let axis = axis(&AxisDays::around(2, 11, &now), &now);
        let names: Vec<&str> = axis.labels.iter().map(|label| label.name.as_str()).collect();
        assert_eq!(names, ["T", "W", "today", "F", "S", "S", "M", "T", "W", "T", "F", "S", "S", "M"]);
        assert_eq!(axis.labels[2].date, "5");
        assert_eq!(axis.now, 179, "noon of the third of 14 days, one of which has 23 hours");
    }

    #[test]
    fn weekends_are_shaded_as_one() {
        let now = now("2026-06-04T12:00");
        let axis = axis(&AxisDays::around(2, 11, &now), &now);
        assert_eq!(axis.off, [Span { from: 285, to: 428 }, Span { from: 785, to: 928 }]);
    }

    #[test]
    fn of_many_days_the_mondays_are_labelled_where_today_leaves_them_room() {
        let now = now("2026-06-09T12:00");
        let axis = axis(&AxisDays::over(at("2026-05-20T09:00"), at("2026-07-01T09:00"), &now), &now);
        let dates: Vec<(&str, bool)> =
            axis.labels.iter().map(|label| (label.date.as_str(), label.is_today)).collect();
        let others = [("25 May", false), ("1 Jun", false), ("9 Jun", true), ("15 Jun", false)];
        assert_eq!(dates[..4], others, "8 June is beside today");
    }

    #[test]
    fn what_is_an_hour_long_can_be_seen_and_what_runs_on_has_no_end() {
        let now = now("2026-06-04T12:00");
        let days = AxisDays::around(2, 11, &now);
        let hour = days.span(at("2026-06-04T12:00"), at("2026-06-04T13:00")).unwrap();
        assert_eq!(hour.to - hour.from, NARROWEST);
        assert_eq!(days.span(at("2026-06-04T12:00"), at("2027-01-01T00:00")).unwrap().to, BEYOND);
        assert_eq!(days.span(at("2026-01-01T00:00"), at("2026-01-02T00:00")), None);
        assert_eq!(days.span(at("2026-06-04T12:00"), at("2026-06-04T12:00")), None);
    }

    #[test]
    fn a_day_of_23_hours_is_drawn_shorter() {
        let now = now("2026-03-07T00:00");
        let days = AxisDays::over(at("2026-03-07T00:00"), at("2026-03-10T00:00"), &now);
        let places = ["2026-03-07T00:00", "2026-03-08T00:00", "2026-03-09T00:00", "2026-03-10T00:00"];
        let [a, b, c, d] = places.map(|day| days.place(at(day)));
        assert_eq!((a, d), (0, 1000));
        assert!(c - b < b - a && c - b < d - c, "8 March 2026 has 23 hours");
    }
}
