//! The live opportunities in which the next word is theirs.

use super::super::{Bar, Route, when};
use crate::etiquette::{Action, History, Now, Reason, Status, WorkCalendar};
use crate::model::{Records, Task};
use chrono::TimeZone;

/// Somebody whose turn it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// The company.
    pub company: String,
    /// What is waited for, and until when.
    pub words: String,
    /// The wait, drawn.
    pub bar: Bar,
    /// The opportunity's page.
    pub home: Route,
}

/// So many of those whose turn it is are named.
pub(super) const WAITING: usize = 8;

/// The live opportunities in which the next word is theirs.
pub(super) fn waits<'a>(later: &[&'a Action]) -> Vec<&'a Action> {
    let waits = |action: &&Action| {
        action.status == Status::Upcoming && matches!(action.task(), Task::FollowUp | Task::MoveOn)
    };
    later.iter().copied().filter(waits).collect()
}

pub(super) fn waiting<Tz: TimeZone>(
    waits: &[&Action],
    records: &Records,
    calendar: &WorkCalendar,
    now: &Now<Tz>,
) -> Vec<Waiting> {
    let line = |action: &&Action| {
        let opportunity = records.opportunities.get(&action.opportunity()?)?;
        Some(Waiting {
            company: opportunity.company.clone(),
            words: wait_words(action, &History::of(opportunity, &records.people, now.at), now),
            bar: Bar::of_wait(action.window.opens, calendar, now),
            home: Route::Opportunity(opportunity.id),
        })
    };
    waits.iter().take(WAITING).filter_map(line).collect()
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
