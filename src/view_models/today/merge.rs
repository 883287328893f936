//! Same things are one line, and so are those of one company where Today is long.

use super::super::axis::AxisDays;
use super::super::bundles::Bundle;
use super::super::{Line, Link, Route, card};
use super::order::{self, Part, Rank};
use crate::etiquette::{Action, Now};
use crate::model::{OpportunityId, Records, Task};
use crate::words::{isolated, list, number};
use chrono::TimeZone;
use std::borrow::Cow;

/// With more lines than this, those of one company are one line, too.
const LONG: usize = 8;
/// So many lines of one company are one then.
const MANY: usize = 3;
/// So many companies are named in a line.
const NAMED: usize = 2;

/// Whether something presses, and the heading that it stands under.
type Pressing = (bool, Part);

/// Lines that are shown as one.
enum Merged<'a> {
    One(&'a Action),
    Kind(Task, Vec<&'a Action>),
    Home(OpportunityId, Vec<&'a Action>),
}

impl<'a> Merged<'a> {
    /// The first of its actions: where it stands, the line stands.
    fn first(&self) -> Option<&'a Action> {
        match self {
            Self::One(action) => Some(action),
            Self::Kind(_, all) | Self::Home(_, all) => all.first().copied(),
        }
    }
}

/// The lines of actions that are in order, each with the action that stands first in it. `next` is what the card above
/// them asks for.
pub(super) fn lines<'a, Tz: TimeZone>(
    actions: &[&'a Action],
    next: Option<&Action>,
    bundles: &[Bundle<'_>],
    days: &AxisDays,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<(&'a Action, Line)> {
    let line = |action: &Action| card::line(action, bundles, days, records, now);
    let whole = |title: String, about: String, all: &[&Action]| {
        let lines: Vec<Line> = all.iter().map(|action| line(action)).collect();
        let first = lines.first().cloned().unwrap_or_default();
        let key = format!("all {}", first.key);
        Line { key, title, about, lines, card: None, ..first }
    };
    let presses =
        |action: &Action| (order::rank(action, records, now) <= Rank::DueToday, Part::of(action, now));
    let lines = merged(actions, &presses).into_iter().filter_map(|merged| {
        let first = merged.first()?;
        let line = match merged {
            Merged::One(action) => line(action),
            Merged::Kind(task, all) => {
                let more = next.is_some_and(|next| next.task() == task);
                whole(kind_title(task, all.len(), more), companies(&all, records), &all)
            }
            Merged::Home(id, all) => {
                let company = records.opportunities.get(&id).map(|one| isolated(&one.company));
                let title = home_title(&company.unwrap_or_default(), &all);
                let about: Vec<String> =
                    all.iter().take(NAMED).map(|action| card::title(action, records)).collect();
                let about = format!("{}, …", about.join(", "));
                let beside = Link { label: "Everything about it", href: Route::Opportunity(id).href() };
                Line { beside: Some(beside), ..whole(title, about, &all) }
            }
        };
        Some((first, line))
    });
    lines.collect()
}

fn merged<'a>(actions: &[&'a Action], presses: &dyn Fn(&Action) -> Pressing) -> Vec<Merged<'a>> {
    let mut all: Vec<Merged<'a>> = Vec::new();
    for action in actions.iter().copied() {
        let alike = all.iter_mut().find_map(|merged| match merged {
            Merged::Kind(task, alike) if *task == action.task() => Some(alike),
            _ => None,
        });
        match alike {
            Some(alike) => alike.push(action),
            None if is_one_of_a_kind(action.task()) => {
                all.push(Merged::Kind(action.task(), vec![action]));
            }
            None => all.push(Merged::One(action)),
        }
    }
    let lonely = |merged: Merged<'a>| match merged {
        Merged::Kind(_, alike) if alike.len() == 1 => alike.into_iter().next().map(Merged::One),
        merged => Some(merged),
    };
    let all: Vec<Merged<'a>> = all.into_iter().filter_map(lonely).collect();
    if all.len() > LONG { by_company(all, presses) } else { all }
}

/// What presses is one line only with what else presses there, and stands under the same heading: it is not to be looked
/// for.
fn by_company<'a>(all: Vec<Merged<'a>>, presses: &dyn Fn(&Action) -> Pressing) -> Vec<Merged<'a>> {
    let home = |merged: &Merged<'a>| match merged {
        Merged::One(action) => action.opportunity().map(|id| (id, presses(action))),
        _ => None,
    };
    let homes: Vec<Option<(OpportunityId, Pressing)>> = all.iter().map(home).collect();
    let mut merged: Vec<(Option<(OpportunityId, Pressing)>, Merged<'a>)> = Vec::new();
    for (one, home) in all.into_iter().zip(&homes) {
        let (Merged::One(action), Some((id, _))) = (&one, home) else {
            merged.push((None, one));
            continue;
        };
        if homes.iter().filter(|other| *other == home).count() < MANY {
            merged.push((None, one));
            continue;
        }
        let there = merged.iter_mut().find_map(|(of, merged)| match merged {
            Merged::Home(_, all) if of == home => Some(all),
            _ => None,
        });
        match there {
            Some(all) => all.push(action),
            None => merged.push((*home, Merged::Home(*id, vec![action]))),
        }
    }
    merged.into_iter().map(|(_, merged)| merged).collect()
}

/// Whether one line can stand for all of a kind. Thanks are not among them: each is another note, and they go first.
fn is_one_of_a_kind(task: Task) -> bool {
    kind_of(task).is_some()
}

/// What is done with several of a kind, and what they are: "Tell {} companies that you have an offer".
fn kind_of(task: Task) -> Option<(&'static str, &'static str)> {
    Some(match task {
        Task::TellOthers => ("Tell", "companies that you have an offer"),
        Task::Withdraw => ("Withdraw at", "companies"),
        Task::LinkedinRequest => ("Add", "people on LinkedIn"),
        Task::FindContact => ("Find addresses at", "companies"),
        Task::Assess => ("Look back at", "interviews, once"),
        Task::MoveOn => ("Move on from", "companies"),
        Task::FollowUp => ("Ask", "companies where things stand"),
        Task::KeepInTouch => ("Say hello to", "people"),
        Task::RecordInterview => ("Complete your notes of", "interviews"),
        Task::ReplyToRejection => ("Thank", "companies for their answer"),
        _ => return None,
    })
}

fn kind_title(task: Task, count: usize, more: bool) -> String {
    let (does, whom) = kind_of(task).unwrap_or_default();
    format!("{does} {}{} {whom}", number(count), if more { " more" } else { "" })
}

/// "Thank three people at Acme", "Four things at Acme".
fn home_title(company: &str, all: &[&Action]) -> String {
    let count = number(all.len());
    if all.iter().all(|action| action.task() == Task::ThankYou) {
        format!("Thank {count} people at {company}")
    } else {
        crate::words::capitalized(&format!("{count} things at {company}"))
    }
}

/// "Acme, Bolt and two others".
fn companies(all: &[&Action], records: &Records) -> String {
    let mut names: Vec<Cow<'_, str>> = Vec::new();
    for action in all {
        let home = action.opportunity().and_then(|id| records.opportunities.get(&id));
        let person = action.key.person.and_then(|id| records.people.get(&id));
        let name = home.map(|home| &home.company).or(person.map(|person| &person.name));
        let name = name.map(|name| isolated(name)).unwrap_or_default();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > NAMED + 1 {
        let others = names.split_off(NAMED).len();
        names.push(format!("{} others", number(others)).into());
    }
    list(&names)
}
