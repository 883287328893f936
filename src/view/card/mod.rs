//! One action as a card: what, for whom, how long it is still right, and why.

mod points;
mod title;

use super::{Bar, Filter, Route, Stage, when};
use crate::etiquette::{self, Action, Now, Playbook, Source, Status, WorkCalendar};
use crate::model::{ActionKey, PersonId, Records, Task};
use crate::words::isolated;
use chrono::{TimeDelta, TimeZone};

/// One thing to do, ready to be shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Card {
    /// The action.
    pub key: ActionKey,
    /// The actions that are done with it, being one thing to the user.
    pub with: Vec<ActionKey>,
    /// What to do: "Thank Dana Reyes".
    pub title: String,
    /// For whom: "Hiring manager at Northwind, Analyst".
    pub about: String,
    /// How long it is still right.
    pub when: String,
    /// Whether it is past due.
    pub late: bool,
    /// Its window, drawn; `None` where nothing presses.
    pub bar: Option<Bar>,
    /// Why.
    pub why: String,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// A word on the sources: where the chosen playbook is silent, who says otherwise, what is known beside.
    pub notes: Vec<String>,
    /// The main way to do it.
    pub way: Way,
    /// What "it is done" is called here; `None` where only the main way does it.
    pub done: Option<&'static str>,
    /// What there is to go through.
    pub points: Vec<String>,
    /// To whom it goes.
    pub to: Option<PersonId>,
    /// Whether it can be done now; else its time is still to come.
    pub now: bool,
    /// The opportunity's page.
    pub home: Option<Route>,
}

/// The main way to do an action.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Way {
    /// Go somewhere.
    Go {
        /// What the link says.
        label: &'static str,
        /// Where it leads.
        to: Route,
    },
    /// Nothing but do it; then say so.
    Tick,
}

impl Card {
    /// The card of an action.
    pub fn of<Tz: TimeZone>(
        action: &Action,
        records: &Records,
        calendar: &WorkCalendar,
        now: &Now<Tz>,
    ) -> Self {
        let names = title::Names::of(action, records);
        let window = &action.window;
        Self {
            key: action.key,
            with: Vec::new(),
            title: title::title(action, &names),
            about: title::about(action, &names, now),
            when: when_of(action, now),
            late: action.status == Status::Overdue,
            bar: is_drawn(action, now).then(|| Bar::of(window, calendar, now)),
            why: etiquette::why(action, records, now),
            sources: action.sources.iter().collect(),
            notes: notes(action, records),
            way: way(action),
            done: done(action.task()),
            points: points::points(action, records, now),
            to: action.to,
            now: matches!(action.status, Status::Open | Status::Overdue),
            home: action.opportunity().map(Route::Opportunity),
        }
    }
}

/// What an action is called: "Thank Dana Reyes".
pub(super) fn title(action: &Action, records: &Records) -> String {
    title::title(action, &title::Names::of(action, records))
}

/// A window without an end says nothing once its due time is long over, nor does one without any end at all.
fn is_drawn<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> bool {
    let (due, closes) = (action.window.due, action.window.closes);
    closes.is_some() || due.is_some_and(|due| now.at - due < TimeDelta::days(7))
}

/// Where the chosen playbook is silent, who says otherwise, and what is known beside.
fn notes(action: &Action, records: &Records) -> Vec<String> {
    let silent = "Your playbook says nothing here; this is what Considered says.";
    let others = etiquette::other_advice(action, Playbook::get(records.settings.playbook));
    let mut notes: Vec<String> = action.borrowed.then(|| silent.to_owned()).into_iter().collect();
    notes.extend(others.iter().map(etiquette::OtherAdvice::sentence));
    notes.extend(etiquette::evidence(action.task()).map(str::to_owned));
    notes
}

/// How long it is still right.
pub(super) fn when_of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> String {
    let window = &action.window;
    match action.status {
        Status::Overdue => {
            let is_message = action.task().is_message();
            let still = if is_message { "Still worth sending today" } else { "Still worth doing today" };
            match window.closes {
                Some(closes) if closes > now.at => {
                    format!("{still}, and right until {}", when::end(closes, now))
                }
                _ => still.to_owned(),
            }
        }
        Status::Open => match (window.due, window.suggested.filter(|best| *best > now.at)) {
            (Some(due), Some(best)) => {
                format!("In time until {}; best {}", when::end(due, now), when::time(best, now))
            }
            (Some(due), None) => format!("In time until {}", when::end(due, now)),
            (None, _) => "Whenever it suits you".to_owned(),
        },
        Status::Blocked => blocked(action.task()).to_owned(),
        Status::Upcoming => format!("From {}", when::start(window.opens, now)),
        Status::Missed => "Its time has passed".to_owned(),
        Status::Done => "Done".to_owned(),
        Status::Skipped => "Skipped".to_owned(),
    }
}

fn blocked(task: Task) -> &'static str {
    match task {
        Task::ThankYou => "Once you know how to reach them",
        Task::LinkedinRequest => "Once your thank-you has told them that it is coming",
        _ => "Something else comes first",
    }
}

fn way(action: &Action) -> Way {
    let key = action.key;
    let go = |label, to| Way::Go { label, to };
    let home = |label| key.opportunity.map_or(Way::Tick, |id| go(label, Route::Opportunity(id)));
    match key.task {
        Task::RecordInterview => {
            go("Note it", Route::Interview { opportunity: key.opportunity, round: key.round })
        }
        Task::Assess => match key.opportunity.zip(key.round) {
            Some((opportunity, round)) => go("Look back", Route::LookBack { opportunity, round }),
            None => Way::Tick,
        },
        Task::DecideOffer => home("See the offer"),
        Task::MoveOn => home("See what was"),
        Task::ReviewLessons => go("Read them all", Route::Lessons),
        Task::CompareOffers => {
            let stage = Stage::Offered.id().to_owned();
            go("See them", Route::Pipeline(Filter { stage, ..Filter::default() }))
        }
        Task::AskBeforeLeaving | Task::KeepSearching => Way::Tick,
        Task::LinkedinRequest => go("Write the request", Route::Write(key)),
        Task::FindContact => go("Ask for it", Route::Write(key)),
        _ => go("Write it", Route::Write(key)),
    }
}

/// What "it is done" is called.
fn done(task: Task) -> Option<&'static str> {
    match task {
        Task::RecordInterview | Task::Assess | Task::DecideOffer => None,
        Task::MoveOn => Some("Close it"),
        Task::FindContact => Some("I can reach them"),
        Task::KeepSearching => Some("I took a step"),
        task if task.is_message() => Some("Sent already"),
        _ => Some("Done"),
    }
}

/// Where they can be told of an offer, to let them go is what is left if they do not answer that: what it is called
/// then, if that is so.
pub(super) fn otherwise_let_go(beside: &[&Action], company: &str) -> Option<String> {
    let is_alive =
        |action: &Action| !matches!(action.status, Status::Missed | Status::Done | Status::Skipped);
    let tells = beside.iter().any(|action| action.task() == Task::TellOthers && is_alive(action));
    tells.then(|| format!("Otherwise, let {} go", isolated(company)))
}
