//! One action as a card: what, for whom, how long it is still right, and why.

mod points;
mod title;

pub(super) use points::{before_leaving, notes_to_answer};

use super::axis::AxisDays;
use super::bundles::{Bundle, bundled_title};
use super::line::cited;
use super::{Bar, Line, Link, Route, Tone, Why, when};
use crate::etiquette::{self, Action, Now, Playbook, Reason, Status};
use crate::model::{ActionKey, PersonId, Records, Task};
use crate::words::{capitalized, isolated};
use chrono::TimeZone;

/// One action, ready to be shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Card {
    /// The action.
    pub key: ActionKey,
    /// The other actions that the card stands for: they are done, skipped and put off with it.
    pub with: Vec<ActionKey>,
    /// What to do: "Thank Dana Reyes".
    pub title: String,
    /// For whom: "Hiring manager at Northwind, after the panel yesterday".
    pub about: String,
    /// The company in `about`, and the opportunity's page.
    pub home: Option<(String, String)>,
    /// How long it is still right: "By 14:30 tomorrow, right until Friday".
    pub when: String,
    /// Whether it is past due.
    pub late: bool,
    /// The advice behind it.
    pub why: Why,
    /// Where it is done; `None` where there is nothing but to say that it is done.
    pub primary: Option<Link>,
    /// What "it is done" is called; `None` where only the primary link does it.
    pub done: Option<&'static str>,
    /// What there is to go through, for the actions that are a list.
    pub points: Vec<String>,
    /// To whom it goes.
    pub to: Option<PersonId>,
}

impl Card {
    /// The card of an action, which speaks for all that is bundled with it.
    pub(super) fn of<Tz: TimeZone>(
        action: &Action,
        bundles: &[Bundle<'_>],
        records: &Records,
        now: &Now<Tz>,
    ) -> Self {
        let (title, with) = bundled_title(title::title(action, records), action, bundles, records);
        Self {
            key: action.key,
            with,
            title,
            about: title::about(action, records, now),
            home: title::home(action, records),
            when: when_of(action, now),
            late: action.status == Status::Overdue,
            why: why(action, records, now),
            primary: primary(action),
            done: done(action.task()),
            points: points::points(action, records, now),
            to: action.to,
        }
    }
}

/// The line of an action, drawn on the days of its page. It opens to its card.
pub(super) fn line<Tz: TimeZone>(
    action: &Action,
    bundles: &[Bundle<'_>],
    days: &AxisDays,
    records: &Records,
    now: &Now<Tz>,
) -> Line {
    let card = Card::of(action, bundles, records, now);
    Line {
        key: format!("{:?}", action.key),
        title: card.title.clone(),
        about: match action.status {
            Status::Blocked => card.when.clone(),
            _ => title::whose(action, records),
        },
        side: vec![side(action, now)],
        tone: tone(action, now),
        bar: Bar::of(&action.window, action.status, days, now),
        card: Some(Box::new(card)),
        ..Line::default()
    }
}

/// What an action is called: "Thank Dana Reyes".
pub(super) fn title(action: &Action, records: &Records) -> String {
    title::title(action, records)
}

/// How long an action is still right, as short as a glance takes it in: "by 16:00".
pub(super) fn side<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> String {
    let window = &action.window;
    match (action.status, window.due) {
        (Status::Overdue, _) => window
            .closes
            .map_or_else(|| "still right".to_owned(), |closes| format!("until {}", when::short(closes, now))),
        (Status::Open, Some(due)) => match when::short(due, now).as_str() {
            "today" => "today".to_owned(),
            by => format!("by {by}"),
        },
        (Status::Upcoming, _) => format!("from {}", when::short_start(window.opens, now)),
        _ => String::new(),
    }
}

fn tone<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> Tone {
    let today = when::today(now);
    let is_soon = |due| (when::last_day(due, now) - today).num_days() < 1;
    match action.status {
        Status::Overdue => Tone::Late,
        Status::Open if action.window.due.is_some_and(is_soon) => Tone::Soon,
        _ => Tone::Plain,
    }
}

/// Why it is asked for. The notes say where the chosen playbook is silent, where the days are ours, who says otherwise, and what is known beside.
fn why<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> Why {
    let playbook = Playbook::get(records.settings.playbook);
    // A source that is cited says so itself.
    let elsewhere =
        |other: &etiquette::OtherAdvice| !other.sources.iter().all(|it| action.sources.contains(*it));
    let others = etiquette::other_advice(action, playbook).into_iter().filter(elsewhere);
    let mut notes: Vec<String> = etiquette::silence(action, playbook).into_iter().collect();
    notes.extend(etiquette::whose_days(action, playbook).map(str::to_owned));
    notes.extend(others.map(|other| other.sentence()));
    notes.extend(etiquette::evidence(action.task()).map(str::to_owned));
    let sources = cited(action.sources, |source| etiquette::source_says(source, action));
    Why { reason: etiquette::why(action, records, now), sources, notes }
}

/// How long an action is still right: "By 14:30 tomorrow, right until Friday".
pub(super) fn when_of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> String {
    let window = &action.window;
    let until = |after| {
        // An end on the day that was just named says nothing more.
        let closes = window.closes.filter(|closes| when::last_day(*closes, now) > when::last_day(after, now));
        closes.map(|closes| format!(", fine until {}", when::by(closes, now))).unwrap_or_default()
    };
    match action.status {
        Status::Overdue => {
            let is_message = action.task().is_message();
            let still = if is_message { "Still worth sending today" } else { "Still worth doing today" };
            format!("{still}{}", until(now.at))
        }
        Status::Open => {
            let best = window.suggested.filter(|best| *best > now.at);
            let best = best.map(|best| format!("Best {}", when::time(best, now)));
            // Three times in one line would have to be solved: with the best one, the end is not said.
            let due = window.due.map(|due| {
                let end = if best.is_none() { until(due) } else { String::new() };
                format!("by {}{end}", when::by(due, now))
            });
            match (best, due) {
                (Some(best), Some(due)) => format!("{best}; {due}"),
                (None, None) if matches!(action.reason, Reason::SaidYes(_)) => {
                    "Once you have read what you sign".to_owned()
                }
                (None, None) => "Whenever it suits you".to_owned(),
                (one, other) => capitalized(&one.or(other).unwrap_or_default()),
            }
        }
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
        Task::LinkedinRequest => "After your thank-you, which mentions it",
        _ => "Something else comes first",
    }
}

/// Where an action is done; `None` where the user does it without the app.
fn primary(action: &Action) -> Option<Link> {
    let key = action.key;
    let (label, route) = match key.task {
        Task::RecordInterview => {
            ("Note it", Route::Interview { opportunity: key.opportunity, round: key.round })
        }
        Task::Assess => ("Look back", Route::LookBack { opportunity: key.opportunity?, round: key.round? }),
        Task::DecideOffer => ("See the offer", Route::Offers),
        Task::MoveOn => ("See the history", Route::Opportunity(key.opportunity?)),
        Task::ReviewLessons => ("Read them all", Route::Lessons),
        Task::CompareOffers => ("Side by side", Route::Offers),
        Task::AskBeforeLeaving | Task::KeepSearching => return None,
        Task::LinkedinRequest => ("Write the request", Route::Letter(key)),
        Task::FindContact => ("Ask for it", Route::Letter(key)),
        _ => ("Write it", Route::Letter(key)),
    };
    Some(Link { label, href: route.href() })
}

/// What "it is done" is called; `None` where only the primary link does it.
fn done(task: Task) -> Option<&'static str> {
    match task {
        Task::RecordInterview | Task::Assess | Task::DecideOffer => None,
        Task::MoveOn => Some("Close it"),
        Task::FindContact => Some("I can reach them"),
        Task::KeepSearching => Some("I took a step"),
        // They may have called, and an answer may be a call.
        Task::AnswerThem => Some("Answered already"),
        task if task.is_message() => Some("Sent already"),
        _ => Some("Done"),
    }
}

/// The title of letting a company go while it can still be told of an offer elsewhere: that comes first. `beside` are
/// all actions of the opportunity.
pub(super) fn otherwise_let_go(beside: &[&Action], company: &str) -> Option<String> {
    let is_alive =
        |action: &Action| !matches!(action.status, Status::Missed | Status::Done | Status::Skipped);
    let tells = beside.iter().any(|action| action.task() == Task::TellOthers && is_alive(action));
    tells.then(|| format!("Otherwise, move on from {}", isolated(company)))
}
