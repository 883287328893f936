//! The opportunities in which the company has the next word.

use super::super::axis::AxisDays;
use super::super::{Bar, Line, Route, when};
use crate::etiquette::{Action, History, Now, Reason, Status};
use crate::model::{Records, Task};
use chrono::TimeZone;

/// A line for each: what is waited for, and until when. `later` is what comes, the soonest first.
pub(super) fn lines<Tz: TimeZone>(
    later: &[&Action],
    days: &AxisDays,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<Line> {
    let waits = |action: &&&Action| {
        action.status == Status::Upcoming && matches!(action.task(), Task::FollowUp | Task::MoveOn)
    };
    let line = |action: &&Action| {
        let home = records.opportunities.get(&action.opportunity()?)?;
        Some(Line {
            key: format!("wait {:?}", action.key),
            title: home.company.clone(),
            href: Some(Route::Opportunity(home.id).href()),
            about: wait_words(action, &History::of(home, &records.people, now.at), now),
            side: vec![format!("until {}", when::short_start(action.window.opens, now))],
            bar: Some(Bar::of_wait(action.window.opens, days, now)),
            ..Line::default()
        })
    };
    later.iter().filter(waits).filter_map(line).collect()
}

fn wait_words<Tz: TimeZone>(action: &Action, history: &History<'_>, now: &Now<Tz>) -> String {
    if let Some(round) = history.next_round() {
        return format!("You meet {}", when::time(round.starts, now));
    }
    match action.reason {
        Reason::PromiseOver(by) => {
            format!("They promised an answer by {}", when::by_day(by, now))
        }
        Reason::NoPromise(_) => "They named no date; give them time".to_owned(),
        Reason::SinceReply(_) => "They wrote, and named no date".to_owned(),
        Reason::StillSilent(_) => "You asked; give them time".to_owned(),
        _ => "You asked for the last time; then let it go".to_owned(),
    }
}
