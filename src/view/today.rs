//! Today: the one next thing, then what is late, due today and due this week, and what is waited for.

use super::{Bar, Card, Route, when};
use crate::etiquette::{Action, Moment, Planner, Reason, Status, WorkCalendar};
use crate::model::{ActionKey, EventKind, Mark, Opportunity, PersonEventKind, Records, Stamp, Task};
use chrono::{TimeDelta, TimeZone};

/// What Today shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Today {
    /// "Tuesday, 9 June".
    pub date: String,
    /// The one next thing.
    pub next: Option<Card>,
    /// What is still worth doing.
    pub late: Vec<Card>,
    /// What is due today.
    pub today: Vec<Card>,
    /// What is open already and due later.
    pub week: Vec<Card>,
    /// What opens within a week, or waits for something else of the user's.
    pub soon: Vec<Card>,
    /// What is put off.
    pub snoozed: Vec<Snoozed>,
    /// Whose turn it is that is not the user's.
    pub waiting: Vec<Waiting>,
    /// What to say where there is nothing to do.
    pub quiet: Option<Quiet>,
    /// The search's health in a line.
    pub search: Option<String>,
    /// Whether nothing is recorded at all.
    pub empty: bool,
    /// Whether the example search is loaded.
    pub example: bool,
}

/// An action that the user put off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snoozed {
    /// The action.
    pub key: ActionKey,
    /// What it is.
    pub title: String,
    /// Until when: "until tomorrow, 09:00".
    pub until: String,
}

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

/// What to say where there is nothing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quiet {
    /// "Nothing until Tuesday."
    pub line: String,
    /// "They said Monday; give them that day."
    pub more: Option<String>,
}

impl Today {
    /// What Today shows at a moment.
    pub fn of<Tz: TimeZone>(records: &Records, planner: &Planner, now: &Moment<Tz>) -> Self {
        let calendar = WorkCalendar::of(&records.settings);
        let card = |action: &&Action| Card::of(action, records, &calendar, now);
        let (mut pressing, mut later, mut snoozed) = (Vec::new(), Vec::new(), Vec::new());
        for action in planner.actions() {
            match action.status {
                Status::Open | Status::Overdue => match snoozed_until(records, &action.key, now) {
                    Some(until) => snoozed.push((until, action)),
                    None => pressing.push(action),
                },
                Status::Upcoming | Status::Blocked => later.push(action),
                Status::Missed | Status::Done | Status::Skipped => {}
            }
        }
        pressing.sort_by_key(|action| press(action, now));
        later.sort_by_key(|action| (action.window.opens, action.key));
        let empty = records.opportunities.is_empty();
        let quiet = (pressing.is_empty() && !empty).then(|| quiet(&later, records, now));
        let mut pressing = pressing.into_iter();
        let next = pressing.next();
        let end_of_today = when::end_of_day(when::today(now), now);
        let (late, open): (Vec<&Action>, Vec<&Action>) = pressing.partition(|a| a.status == Status::Overdue);
        let (today, week): (Vec<&Action>, Vec<&Action>) =
            open.into_iter().partition(|action| action.window.due.is_some_and(|due| due <= end_of_today));
        Self {
            date: when::full_day(when::today(now), now),
            next: next.as_ref().map(card),
            late: late.iter().map(card).collect(),
            today: today.iter().map(card).collect(),
            week: week.iter().map(card).collect(),
            soon: later.iter().filter(|action| is_this_week(action, now)).map(card).collect(),
            snoozed: snoozed_lines(snoozed, records, &calendar, now),
            waiting: waiting(&later, records, &calendar, now),
            quiet,
            search: search_health(records, planner, now),
            empty,
            example: records.opportunities.values().any(|opportunity| opportunity.example),
        }
    }
}

/// When what is put off comes back next, so that Today can show it.
pub fn next_waking<Tz: TimeZone>(records: &Records, planner: &Planner, now: &Moment<Tz>) -> Option<Stamp> {
    let open = planner.actions().filter(|action| matches!(action.status, Status::Open | Status::Overdue));
    open.filter_map(|action| snoozed_until(records, &action.key, now)).min()
}

/// What presses most comes first. What concerns the user alone gives way to what others wait for; so does what was
/// not noted while it was fresh.
fn press<Tz: TimeZone>(action: &Action, now: &Moment<Tz>) -> (bool, Status, Stamp, ActionKey) {
    let stale = || action.window.due.is_some_and(|due| now.at - due > TimeDelta::days(1));
    let alone = match action.task() {
        Task::KeepSearching | Task::KeepInTouch | Task::MoveOn | Task::Assess | Task::ReviewLessons => true,
        Task::RecordInterview => stale(),
        _ => false,
    };
    let (status, due, key) = action.urgency();
    (alone, status, due, key)
}

/// Until when the user put the action off, if that is still to come.
fn snoozed_until<Tz: TimeZone>(records: &Records, key: &ActionKey, now: &Moment<Tz>) -> Option<Stamp> {
    let mark = last_mark(records, key)?;
    match mark {
        Mark::Snoozed(until) if until > now.at => Some(until),
        Mark::Snoozed(_) | Mark::Done | Mark::Skipped => None,
    }
}

fn last_mark(records: &Records, key: &ActionKey) -> Option<Mark> {
    if let Some(opportunity) = key.opportunity {
        let events = &records.opportunities.get(&opportunity)?.events;
        let marks = events.iter().filter_map(|event| match &event.what {
            EventKind::Marked { mark, action } if action == key => Some((event.at, *mark)),
            _ => None,
        });
        return last(marks);
    }
    if let (Task::KeepInTouch, Some(person)) = (key.task, key.person) {
        let log = &records.people.get(&person)?.log;
        return last(log.iter().filter_map(|event| match event.what {
            PersonEventKind::Marked { mark } => Some((event.at, mark)),
            _ => None,
        }));
    }
    last(records.search.marks.iter().filter(|mark| mark.action == *key).map(|mark| (mark.at, mark.mark)))
}

fn last(marks: impl Iterator<Item = (Stamp, Mark)>) -> Option<Mark> {
    marks.max_by_key(|(at, _)| *at).map(|(_, mark)| mark)
}

/// What opens within a week is shown, except what only waits for the company.
fn is_this_week<Tz: TimeZone>(action: &Action, now: &Moment<Tz>) -> bool {
    let soon = now.at.checked_add_signed(TimeDelta::days(7)).unwrap_or(now.at);
    let waits = matches!(action.task(), Task::FollowUp | Task::MoveOn | Task::KeepSearching);
    !waits && action.window.opens <= soon
}

fn snoozed_lines<Tz: TimeZone>(
    mut snoozed: Vec<(Stamp, &Action)>,
    records: &Records,
    calendar: &WorkCalendar,
    now: &Moment<Tz>,
) -> Vec<Snoozed> {
    snoozed.sort_by_key(|(until, action)| (*until, action.key));
    let line = |(until, action): &(Stamp, &Action)| Snoozed {
        key: action.key,
        title: Card::of(action, records, calendar, now).title,
        until: format!("until {}", when::time(*until, now)),
    };
    snoozed.iter().map(line).collect()
}

/// Each live opportunity in which the next word is theirs.
fn waiting<Tz: TimeZone>(
    later: &[&Action],
    records: &Records,
    calendar: &WorkCalendar,
    now: &Moment<Tz>,
) -> Vec<Waiting> {
    let waits = later.iter().filter(|action| {
        action.status == Status::Upcoming && matches!(action.task(), Task::FollowUp | Task::MoveOn)
    });
    waits
        .filter_map(|action| {
            let opportunity = records.opportunities.get(&action.opportunity()?)?;
            Some(Waiting {
                company: opportunity.company.clone(),
                words: wait_words(action, opportunity, now),
                bar: Bar::of_wait(action.window.opens, calendar, now),
                home: Route::Opportunity(opportunity.id),
            })
        })
        .collect()
}

fn wait_words<Tz: TimeZone>(action: &Action, opportunity: &Opportunity, now: &Moment<Tz>) -> String {
    let opens = when::start(action.window.opens, now);
    let next_round = opportunity.rounds.iter().filter(|round| round.starts > now.at).min_by_key(|r| r.starts);
    if let Some(round) = next_round {
        return format!("You meet {}.", when::time(round.starts, now));
    }
    match action.reason {
        Reason::PromiseOver(by) => {
            format!("They said {}. Nothing to ask before {opens}.", when::day(by, now))
        }
        Reason::NoPromise(_) => format!("They named no date. Give them until {opens}."),
        Reason::SinceReply(_) => format!("They wrote, and named no date. Give them until {opens}."),
        Reason::StillSilent(_) => format!("You asked. Give them until {opens}."),
        _ => format!("You asked for the last time. If they stay silent, let it go from {opens}."),
    }
}

/// What to say where there is nothing to do now.
fn quiet<Tz: TimeZone>(later: &[&Action], records: &Records, now: &Moment<Tz>) -> Quiet {
    let next = later.iter().find(|action| action.status == Status::Upcoming);
    let Some(next) = next else {
        return Quiet { line: "Nothing to do now.".to_owned(), more: None };
    };
    let line = format!("Nothing until {}.", when::start(next.window.opens, now));
    let company =
        next.opportunity().and_then(|id| records.opportunities.get(&id)).map(|one| one.company.as_str());
    let more = match (next.reason, company) {
        (Reason::PromiseOver(by), Some(company)) if by >= when::today(now) => {
            Some(format!("{company} said {}; give them that day.", when::day(by, now)))
        }
        (_, Some(company)) => Some(format!("Then it is about {company}. Until then, the day is yours.")),
        _ => None,
    };
    Quiet { line, more }
}

/// "3 live, 2 applied for. Your last step was on Thursday."
fn search_health<Tz: TimeZone>(records: &Records, planner: &Planner, now: &Moment<Tz>) -> Option<String> {
    if records.opportunities.is_empty() {
        return None;
    }
    let stages = records.opportunities.values().map(|one| super::Stage::of(one, now.at));
    let (mut live, mut applied) = (0, 0);
    for stage in stages {
        match stage {
            super::Stage::Interviewing | super::Stage::Offered => live += 1,
            super::Stage::Applied => applied += 1,
            super::Stage::Signed | super::Stage::Closed => {}
        }
    }
    let counts = match (live, applied) {
        (0, 0) => "Nothing is under way.".to_owned(),
        (live, 0) => format!("{live} under way."),
        (0, applied) => format!("{applied} applied for."),
        (live, applied) => format!("{live} under way, {applied} more applied for."),
    };
    let keep = planner.actions().find(|action| action.task() == Task::KeepSearching)?;
    let step = match keep.status {
        Status::Upcoming => {
            format!(" The next step of the search is due from {}.", when::start(keep.window.opens, now))
        }
        _ => String::new(),
    };
    Some(format!("{counts}{step}"))
}
