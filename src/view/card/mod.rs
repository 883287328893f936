//! One action as a card: what, for whom, how long it is still right, and why.

mod points;
mod title;

use super::{Bar, Filter, Route, Stage, when};
use crate::commands::{Command, Sent};
use crate::etiquette::{self, Action, Now, Playbook, Source, Status, WorkCalendar};
use crate::model::{ActionKey, EventKind, Mark, PersonId, Records, Stamp, Task};
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
fn when_of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> String {
    let window = &action.window;
    match action.status {
        Status::Overdue => {
            let still =
                if writes(action.task()) { "Still worth sending today" } else { "Still worth doing today" };
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

/// An action in two or three words, wherever it is named in passing.
pub(super) fn step(task: Task) -> &'static str {
    match task {
        Task::AskBeforeLeaving => "what to ask before leaving",
        Task::RecordInterview => "noting the interview",
        Task::Assess => "the look back",
        Task::ThankYou => "the thank-you",
        Task::FindContact => "finding an address",
        Task::LinkedinRequest => "the LinkedIn request",
        Task::Deliver => "sending what they asked for",
        Task::FollowUp => "asking where things stand",
        Task::MoveOn => "letting it go",
        Task::ReplyToRejection => "the reply to their no",
        Task::KeepInTouch => "staying in touch",
        Task::KeepSearching => "the next step of the search",
        Task::AcknowledgeOffer => "thanks for the offer",
        Task::GetItInWriting => "asking for it in writing",
        Task::TellOthers => "telling them of an offer",
        Task::AskForTime => "asking for more time",
        Task::CompareOffers => "comparing the offers",
        Task::DecideOffer => "the decision",
        Task::Withdraw => "the withdrawal",
        Task::ReviewLessons => "reading the lessons",
    }
}

/// Whether the action is a message to somebody.
pub fn writes(task: Task) -> bool {
    !matches!(
        task,
        Task::AskBeforeLeaving
            | Task::RecordInterview
            | Task::Assess
            | Task::MoveOn
            | Task::KeepSearching
            | Task::CompareOffers
            | Task::DecideOffer
            | Task::ReviewLessons
    )
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
        task if writes(task) => Some("Sent already"),
        _ => Some("Done"),
    }
}

/// What "it is done" does.
pub fn done_command(key: ActionKey, to: Option<PersonId>, at: Stamp) -> Command {
    match (key.task, key.opportunity) {
        (Task::MoveOn, Some(opportunity)) => {
            Command::LogEvent { opportunity, at, what: EventKind::ClosedSilent, note: None }
        }
        (Task::FindContact, Some(opportunity)) => match key.person {
            Some(person) => Command::FindContact { opportunity, person, email: None, at },
            None => Command::MarkAction { key, mark: Mark::Done },
        },
        (Task::KeepSearching, _) => Command::AddSearchStep { at, what: String::new() },
        (task, _) if writes(task) => {
            let sent =
                Sent { key, to: key.person.or(to), at, letter: None, against_advice: false, settles: None };
            Command::RecordSent(Box::new(sent))
        }
        _ => Command::MarkAction { key, mark: Mark::Done },
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
