//! The weeks of one opportunity, drawn: entries of its history as marks, the windows of its actions as bars.

use super::bar::{DayAxis, Span};
use super::{BarDay, EntrySource, HistoryEntry, Permille, card, when};
use crate::etiquette::{Action, Now, Status, WorkCalendar};
use crate::model::{Opportunity, Records, Stamp, Task};
use chrono::{TimeDelta, TimeZone};

/// The drawing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timeline {
    /// The days.
    pub days: Vec<BarDay>,
    /// Where now is.
    pub now: Permille,
    /// What happened.
    pub marks: Vec<TimelineMark>,
    /// The windows of its actions.
    pub rows: Vec<TimelineRow>,
    /// The drawing in a sentence, for a screen reader.
    pub words: String,
}

/// A mark: an entry of the history, or a promised day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimelineMark {
    /// Its place on the line.
    pub at: Permille,
    /// What kind it is.
    pub kind: MarkKind,
    /// What it stands for: "They wrote, yesterday, 10:00".
    pub words: String,
}

/// What a mark stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    /// A round.
    Round,
    /// A message, a call, an outcome.
    Word,
    /// An offer.
    Offer,
    /// A day by which they promised an answer.
    Promise,
}

impl MarkKind {
    /// Its name in `data-kind`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Word => "word",
            Self::Offer => "offer",
            Self::Promise => "promise",
        }
    }
}

/// The window of an action.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimelineRow {
    /// What is to be done.
    pub title: String,
    /// Until when, in words.
    pub when: String,
    /// From its opening until it is due.
    pub open: Option<Span>,
    /// From then until it closes.
    pub grace: Option<Span>,
    /// When it is due.
    pub due: Option<Permille>,
    /// Whether it is past due.
    pub late: bool,
    /// Whether its time is still to come.
    pub later: bool,
}

const BACK: i64 = 42;
const AHEAD: i64 = 28;
const ROWS: usize = 10;

impl Timeline {
    /// The weeks of an opportunity: from its first days, six weeks back at most, to the end of its windows, four
    /// weeks ahead at most. `None` where there is nothing to draw.
    pub fn of<Tz: TimeZone>(
        opportunity: &Opportunity,
        actions: &[&Action],
        entries: &[HistoryEntry],
        records: &Records,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let calendar = WorkCalendar::of(&records.settings);
        let mut windows: Vec<&&Action> = actions.iter().filter(|action| is_drawn(action)).collect();
        crate::order::by_key(&mut windows, |action| (action.window.opens, action.key));
        if windows.is_empty() && opportunity.rounds.is_empty() {
            return None;
        }
        let line = Self::line(entries, &windows, now);
        let otherwise = card::otherwise_let_go(actions, &opportunity.company);
        let row = |action: &&&Action| {
            let row = row(action, &line, records, now);
            let title = otherwise.clone().filter(|_| action.task() == Task::MoveOn);
            TimelineRow { title: title.unwrap_or_else(|| row.title.clone()), ..row }
        };
        let rows = windows.iter().take(ROWS).map(row);
        let mut marks: Vec<TimelineMark> = entries.iter().filter_map(|entry| mark(entry, &line)).collect();
        marks.extend(promises(opportunity, &line, now));
        Some(Self {
            days: line.days(&calendar),
            now: line.place(now.at),
            words: in_words(&line, marks.len(), windows.len(), now),
            rows: rows.collect(),
            marks,
        })
    }

    fn line<Tz: TimeZone>(entries: &[HistoryEntry], windows: &[&&Action], now: &Now<Tz>) -> DayAxis {
        let days = |n| TimeDelta::days(n);
        let earliest = now.at - days(BACK);
        let latest = now.at + days(AHEAD);
        let first = entries.iter().map(|entry| entry.at).filter(|at| *at >= earliest).min();
        let ends = windows.iter().filter_map(|action| action.window.closes.or(action.window.due));
        let last = ends.chain(entries.iter().map(|entry| entry.at)).filter(|at| *at <= latest).max();
        let from = first.unwrap_or(now.at).min(now.at);
        let to = last.unwrap_or(now.at).max(now.at).max(from + days(6));
        DayAxis::over(from, to, BACK + AHEAD + 2, now)
    }
}

fn is_drawn(action: &Action) -> bool {
    let alive = matches!(action.status, Status::Open | Status::Overdue | Status::Upcoming | Status::Blocked);
    alive && action.window.due.or(action.window.closes).is_some()
}

fn row<Tz: TimeZone>(action: &Action, line: &DayAxis, records: &Records, now: &Now<Tz>) -> TimelineRow {
    let window = &action.window;
    let due = window.due.unwrap_or(window.opens);
    TimelineRow {
        title: card::title(action, records),
        when: card::when_of(action, now),
        open: line.span(window.opens, due),
        grace: line.span(due, window.closes.unwrap_or(due)),
        due: window.due.filter(|due| line.holds(*due)).map(|due| line.place(due)),
        late: action.status == Status::Overdue,
        later: matches!(action.status, Status::Upcoming | Status::Blocked),
    }
}

fn mark(entry: &HistoryEntry, line: &DayAxis) -> Option<TimelineMark> {
    let kind = match entry.of {
        EntrySource::Round(_) => MarkKind::Round,
        EntrySource::Offer(_) => MarkKind::Offer,
        EntrySource::Applied | EntrySource::Event(_) => MarkKind::Word,
    };
    let words = format!("{}, {}", entry.what, entry.when);
    line.holds(entry.at).then(|| TimelineMark { at: line.place(entry.at), kind, words })
}

fn promises<Tz: TimeZone>(opportunity: &Opportunity, line: &DayAxis, now: &Now<Tz>) -> Vec<TimelineMark> {
    let said = opportunity.rounds.iter().filter_map(|round| round.course.as_ref()?.reply_by.date());
    let wrote = opportunity.events.iter().filter_map(|event| match event.what {
        crate::model::EventKind::ReplyReceived { reply_by, .. } => reply_by,
        _ => None,
    });
    let end = |day| -> Stamp { when::end_of_day(day, now) };
    let days = said.chain(wrote).filter(|day| line.holds(end(*day)));
    days.map(|day| TimelineMark {
        at: line.place(end(day)),
        kind: MarkKind::Promise,
        words: format!("They promised an answer by {}", when::by_day(day, now)),
    })
    .collect()
}

fn in_words<Tz: TimeZone>(line: &DayAxis, marks: usize, windows: usize, now: &Now<Tz>) -> String {
    let day = |at| when::day(when::day_of(at, now), now);
    let last = when::last_day(line.end(), now);
    format!(
        "From {} to {}: {}, {}.",
        day(line.begin()),
        when::day(last, now),
        crate::words::counted(marks, "entry").replace("entrys", "entries"),
        crate::words::counted(windows, "thing to do").replace("thing to dos", "things to do"),
    )
}
