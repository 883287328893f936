//! The opportunities in which the company has the next word.

use super::super::{Bar, Line, Lines, Route, when};
use crate::etiquette::{Action, History, Now, Reason, Status, WorkCalendar};
use crate::model::{Records, Task};
use chrono::TimeZone;

/// So many of them get a line.
const NAMED: usize = 8;

/// A line for each: what is waited for, and until when. `later` is what comes, the soonest first.
pub(super) fn lines<Tz: TimeZone>(
    later: &[&Action],
    records: &Records,
    calendar: &WorkCalendar,
    now: &Now<Tz>,
) -> Lines {
    let waits = |action: &&&Action| {
        action.status == Status::Upcoming && matches!(action.task(), Task::FollowUp | Task::MoveOn)
    };
    let waits: Vec<&&Action> = later.iter().filter(waits).collect();
    let line = |action: &&&Action| {
        let home = records.opportunities.get(&action.opportunity()?)?;
        Some(Line {
            title: home.company.clone(),
            href: Some(Route::Opportunity(home.id).href()),
            about: wait_words(action, &History::of(home, &records.people, now.at), now),
            bar: Some(Bar::of_wait(action.window.opens, calendar, now)),
            ..Line::default()
        })
    };
    Lines { lines: waits.iter().take(NAMED).filter_map(line).collect(), all: waits.len() }
}

fn wait_words<Tz: TimeZone>(action: &Action, history: &History<'_>, now: &Now<Tz>) -> String {
    let opens = when::start(action.window.opens, now);
    if let Some(round) = history.next_round() {
        return format!("You meet {}.", when::time(round.starts, now));
    }
    match action.reason {
        Reason::PromiseOver(by) => {
            format!("They promised an answer by {}. Nothing to ask before {opens}.", when::by_day(by, now))
        }
        Reason::NoPromise(_) => format!("They named no date. Give them until {opens}."),
        Reason::SinceReply(_) => format!("They wrote, and named no date. Give them until {opens}."),
        Reason::StillSilent(_) => format!("You asked. Give them until {opens}."),
        _ => format!("You asked for the last time. If they stay silent, let it go from {opens}."),
    }
}
