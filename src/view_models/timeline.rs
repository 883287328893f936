//! The timeline of one opportunity: its process and its people as lines on the axis of its page.

use super::axis::AxisDays;
use super::round_name::the_round;
use super::{
    Bar, EntrySource, HistoryEntry, Line, Link, Mark, MarkKind, PieceKind, Route, Tone, choices, when,
};
use crate::etiquette::{Action, History, Now, WorkCalendar};
use crate::model::{EventKind, Opportunity, PersonId, Records, Stamp};
use crate::words::{capitalized, counted, isolated};
use chrono::{TimeDelta, TimeZone};

/// So many days back it reaches at most.
const BACK: i64 = 28;
/// So many days ahead it reaches at least, and at most.
const AHEAD: (i64, i64) = (7, 28);

/// The days of the page: from the first thing that happened to the end of the last window, within bounds.
pub(super) fn days<Tz: TimeZone>(
    entries: &[HistoryEntry],
    actions: &[&Action],
    promised: Option<Stamp>,
    now: &Now<Tz>,
) -> AxisDays {
    let (earliest, latest) = (now.at - TimeDelta::days(BACK), now.at + TimeDelta::days(AHEAD.1));
    let first = entries.iter().map(|entry| entry.at).filter(|at| *at >= earliest).min();
    let ends = actions.iter().filter_map(|action| action.window.due.or(action.window.closes));
    let last = ends.chain(entries.iter().map(|entry| entry.at)).chain(promised);
    let last = last.filter(|at| *at <= latest).max().unwrap_or(now.at);
    let from = first.unwrap_or(now.at).min(now.at) - TimeDelta::days(1);
    AxisDays::over(from, last.max(now.at + TimeDelta::days(AHEAD.0)) + TimeDelta::days(1), now)
}

/// The line of the whole process: what happened as marks, and the wait for an answer.
pub(super) fn process<Tz: TimeZone>(
    history: &History<'_>,
    entries: &[HistoryEntry],
    days: &AxisDays,
    now: &Now<Tz>,
) -> Line {
    let mut bar =
        Bar { marks: entries.iter().filter_map(|entry| mark(entry, days)).collect(), ..Bar::default() };
    let one = history.opportunity();
    let promise = history.promise().filter(|_| history.is_live()).map(|promise| promise.day);
    if let (Some(day), Some(since)) = (promise, history.waiting_since()) {
        let end = when::end_of_day(day, now);
        bar.add(PieceKind::Wait, days, since, end);
        let words = format!("They promised an answer by {}", when::by_day(day, now));
        bar.marks.extend(days.holds(end).then(|| Mark {
            kind: MarkKind::Promise,
            at: days.place(end),
            words,
        }));
    }
    let deadlines = history.unanswered_offers().filter_map(|offer| offer.respond_by);
    bar.marks.extend(deadlines.filter(|at| days.holds(*at)).map(|at| Mark {
        kind: MarkKind::Promise,
        at: days.place(at),
        words: format!("They want your answer by {}", when::by(at, now)),
    }));
    let rounds = counted(one.rounds.len(), "round");
    let about = match (one.rounds.len(), promise) {
        (0, _) => one.applied.map_or_else(String::new, |at| format!("applied {}", when::back_then(at, now))),
        (_, Some(day)) => format!("{rounds}, answer promised by {}", when::by_day(day, now)),
        (_, None) => rounds,
    };
    Line {
        key: "process".to_owned(),
        title: "The process".to_owned(),
        about,
        bar: Some(bar),
        ..Line::default()
    }
}

/// The line of a person: where they were met and written to, and what is due to them now, which is among `lines`.
pub(super) fn person(
    id: PersonId,
    history: &History<'_>,
    mut lines: Vec<Line>,
    days: &AxisDays,
    records: &Records,
) -> Option<Line> {
    let person = records.people.get(&id)?;
    let one = history.opportunity();
    let met = one.rounds.iter().filter(|round| {
        let took_part = round.course.as_ref().map(|course| course.met.iter().any(|met| met.person == id));
        took_part.unwrap_or_else(|| round.expected.contains(&id))
    });
    let mut moments: Vec<(MarkKind, Stamp)> = met.map(|round| (MarkKind::Round, round.starts)).collect();
    let words = one.events.iter().filter(|event| event.what.person() == Some(id));
    let words = words.filter(|event| !matches!(event.what, EventKind::ContactFound { .. }));
    moments.extend(words.map(|event| (MarkKind::Word, event.at)));
    moments.retain(|(_, at)| days.holds(*at));
    let marks = moments.into_iter().map(|(kind, at)| Mark { kind, at: days.place(at), words: String::new() });
    let mut bar = Bar { marks: marks.collect(), ..Bar::default() };
    // What is due to them first, says so at the end of their line.
    let first = lines.first().cloned().unwrap_or_default();
    if let Some(due) = first.bar {
        bar.pieces = due.pieces;
        bar.marks.extend(due.marks);
    }
    let (side, tone) = if first.title.is_empty() {
        (vec![reach(id, history, records).to_owned()], Tone::Plain)
    } else {
        (first.side, first.tone)
    };
    let card = if lines.len() == 1 { lines.pop().and_then(|line| line.card) } else { None };
    Some(Line {
        key: format!("{id}"),
        title: person.name.clone(),
        beside: Some(Link { label: "Everything about them", href: Route::Person(id).href() }),
        href: Some(Route::Person(id).href()),
        about: isolated(choices::role_of(person)).into_owned(),
        side,
        tone,
        bar: Some(bar),
        card,
        lines,
        ..Line::default()
    })
}

/// How a person is reached, as far as it is known.
pub(super) fn reach<'a>(id: PersonId, history: &History<'_>, records: &'a Records) -> &'a str {
    let Some(person) = records.people.get(&id) else { return "" };
    let noted = [person.email.as_deref().unwrap_or_default(), person.phone.as_str()];
    match noted.into_iter().map(str::trim).find(|way| !way.is_empty()) {
        Some(way) => way,
        None if !person.linkedin.trim().is_empty() => "on LinkedIn",
        None if history.contact_found(id).is_some() => "you can reach them",
        None => "no address yet",
    }
}

/// The axis of the page, drawn on the calendar of the settings.
pub(super) fn axis<Tz: TimeZone>(days: &AxisDays, records: &Records, now: &Now<Tz>) -> super::Axis {
    days.axis(&WorkCalendar::of(&records.settings), now)
}

fn mark(entry: &HistoryEntry, days: &AxisDays) -> Option<Mark> {
    let kind = match entry.of {
        EntrySource::Round(_) => MarkKind::Round,
        EntrySource::Offer(_) => MarkKind::Offer,
        EntrySource::Applied | EntrySource::Event(_) => MarkKind::Word,
    };
    let words = format!("{}, {}", entry.what, entry.when);
    days.holds(entry.at).then(|| Mark { kind, at: days.place(entry.at), words })
}

/// What other companies have announced for after the deadline of an offer: the next round, or, while none is coming, the
/// answer. A sentence for each, the first first.
pub(super) fn crossings<Tz: TimeZone>(
    one: &Opportunity,
    by: Stamp,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<String> {
    let others = records.opportunities.values().filter(|other| other.id != one.id);
    let mut later: Vec<(chrono::NaiveDate, String)> = others
        .filter_map(|other| {
            let history = History::of(other, &records.people, now.at);
            let company = isolated(&other.company);
            if let Some(round) = history.next_round().filter(|_| history.is_live()) {
                let (day, what) = (when::day_of(round.starts, now), capitalized(&the_round(other, round.id)));
                let words =
                    format!("{what} at {company} is {}, after this deadline.", when::on_day(day, now));
                return (round.ends > by).then_some((day, words));
            }
            let day = history.promise().filter(|_| history.is_live())?.day;
            (when::end_of_day(day, now) > by).then(|| {
                (day, format!("{company} answers by {}, after this deadline.", when::by_day(day, now)))
            })
        })
        .collect();
    crate::sorting::by_key(&mut later, |(day, words)| (*day, words.clone()));
    later.into_iter().map(|(_, words)| words).collect()
}

/// The deadlines of offers elsewhere that fall before the next round of this company, or, while none is coming, before the
/// answer that it promised.
pub(super) fn crossed<Tz: TimeZone>(history: &History<'_>, records: &Records, now: &Now<Tz>) -> Vec<String> {
    let one = history.opportunity();
    let (end, what) = match (history.next_round(), history.promise()) {
        _ if !history.is_live() => return Vec::new(),
        (Some(round), _) => {
            let day = when::on_day(when::day_of(round.starts, now), now);
            (round.ends, format!("{} here is {day}", the_round(one, round.id)))
        }
        (None, Some(promise)) => {
            let by_day = when::by_day(promise.day, now);
            (when::end_of_day(promise.day, now), format!("this answer is promised by {by_day}"))
        }
        (None, None) => return Vec::new(),
    };
    let others = records.opportunities.values().filter(|other| other.id != one.id);
    let mut crossed: Vec<(Stamp, String)> = Vec::new();
    for other in others {
        let theirs = History::of(other, &records.people, now.at);
        let open = theirs.unanswered_offers().filter(|_| theirs.outcome().is_none());
        for by in open.filter_map(|offer| offer.respond_by).filter(|by| now.at < *by && *by < end) {
            let company = isolated(&other.company);
            let words = format!("{company} wants an answer to its offer by {}; {what}.", when::by(by, now));
            crossed.push((by, words));
        }
    }
    crate::sorting::by_key(&mut crossed, |(by, words)| (*by, words.clone()));
    crossed.into_iter().map(|(_, words)| words).collect()
}
