//! Today: what is on, the next thing to do, then lines on one axis: what is lost first, what comes, and who is waited
//! for.

mod agenda;
mod merge;
mod order;
mod put_off;
mod unfinished;
mod waiting;

pub use agenda::Appointment;
pub(super) use agenda::joinable;
use order::{Part, Sections};
pub(super) use order::{asked_for, in_order};
pub use unfinished::unfinished;

use super::axis::AxisDays;
use super::{Axis, Card, Line, LineGroup, card, moments, when};
use crate::etiquette::{Action, History, Now, Plan, Reason, Stage, Status, WorkCalendar};
use crate::model::{Opportunity, Records, Task};
use crate::words::{isolated, list};
use chrono::{Days, NaiveDate, TimeZone};

/// What Today shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Today {
    /// The rounds of today and tomorrow, or the next one.
    pub agenda: Vec<Appointment>,
    /// The next thing to do.
    pub next: Option<Card>,
    /// The days on which all lines are drawn.
    pub axis: Axis,
    /// The lines, by `Part`; a group may be empty.
    pub groups: [LineGroup; PARTS],
    /// Kind words at a turning point.
    pub moments: Vec<String>,
    /// What is said where there is nothing to do.
    pub quiet: Option<Quiet>,
    /// The state of the whole search, in a line.
    pub search: Option<String>,
    /// Whether the example search is loaded.
    pub example: bool,
}

/// What is said where there is nothing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quiet {
    /// "Nothing until Tuesday."
    pub line: String,
    /// "Acme promised an answer by Monday; give them that day."
    pub more: Option<String>,
}

/// So many groups of lines there are.
pub const PARTS: usize = 6;

/// What heads the groups of lines.
const HEADINGS: [&str; PARTS] = [
    "By the end of today",
    "Late, and still right",
    "In the next days",
    "Waiting for them",
    "Coming up",
    "Put off",
];

/// How many lines of each group are made: hundreds could be, and nobody would read them.
pub type Limits = [usize; PARTS];

/// The limits until the user asks for more.
pub const FIRST_LINES: Limits = [6, 4, 4, 4, 2, 2];

/// So many lines more, each time that the user asks for more of a group.
pub const MORE_LINES: usize = 10;

/// The limits after the user asked so many times for more of each group.
pub fn limits(asked: impl Fn(usize) -> usize) -> Limits {
    let mut place = 0;
    FIRST_LINES.map(|first| {
        place += 1;
        first + MORE_LINES * asked(place - 1)
    })
}

/// Days before today on the axis, and after it.
pub(super) const DAYS: (u64, u64) = (2, 11);

impl Today {
    /// What Today shows at a moment.
    pub fn of<Tz: TimeZone>(limits: &Limits, records: &Records, plan: &Plan, now: &Now<Tz>) -> Self {
        let histories = order::histories(records, now);
        let Sections { next, open, later, snoozed, bundles } = Sections::of(plan, records, &histories, now);
        let days = AxisDays::around(DAYS.0, DAYS.1, now);
        let mut groups: [Vec<Line>; PARTS] = Default::default();
        let [ends_today, late, later_on, waiting, coming, put_off] = &mut groups;
        let mut in_time = Vec::new();
        for (first, line) in merge::lines(&open, next, &bundles, &days, records, now) {
            match Part::of(first, now) {
                Part::EndsToday => ends_today.push(line),
                Part::Late => late.push(line),
                Part::Later => in_time.push((last_day(first, now), line)),
            }
        }
        // By their days: nothing of tomorrow hides behind what has time until Friday.
        crate::sorting::by_key(&mut in_time, |(day, _)| *day);
        let by_tomorrow = in_time.partition_point(|(day, _)| *day <= when::today(now) + Days::new(1));
        later_on.extend(in_time.into_iter().map(|(_, line)| line));
        waiting.extend(waiting::lines(&later, &days, records, now));
        let soon = later.iter().filter(|action| order::is_this_week(action, now));
        coming.extend(soon.map(|action| card::line(action, &[], &days, records, now)));
        put_off.extend(put_off::lines(&snoozed, records, now));
        let mut groups = groups_of(groups, limits);
        let [_, _, later_on, ..] = &mut groups;
        later_on.soon = by_tomorrow.saturating_sub(later_on.lines.len());
        let is_quiet = next.is_none() && !records.opportunities.is_empty();
        Self {
            agenda: agenda::appointments(&histories, records, now),
            next: next.map(|action| Card::of(action, &bundles, records, now)),
            axis: days.axis(&WorkCalendar::of(&records.settings), now),
            groups,
            moments: moments::today(&histories, now),
            quiet: is_quiet.then(|| quiet(&later, records, now)),
            search: search_health(&histories, plan, now),
            example: records.opportunities.values().any(|opportunity| opportunity.example),
        }
    }

    /// All cards, in the order in which they are seen when every line is opened.
    #[cfg(test)]
    pub(super) fn cards(&self) -> Vec<Card> {
        let lines = self.groups.iter().take(3).flat_map(|group| &group.lines).flat_map(Line::cards);
        self.next.iter().cloned().chain(lines).collect()
    }
}

/// The day on which something is due; the last of all days where it never is.
fn last_day<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> NaiveDate {
    action.window.due.map_or(NaiveDate::MAX, |due| when::last_day(due, now))
}

fn groups_of(groups: [Vec<Line>; PARTS], limits: &Limits) -> [LineGroup; PARTS] {
    let (mut limits, mut headings) = (limits.iter(), HEADINGS.iter());
    groups.map(|lines| {
        let (heading, most) = (headings.next().copied(), limits.next().copied());
        let mut group = LineGroup::whole(heading.unwrap_or_default(), lines);
        group.lines.truncate(most.unwrap_or_default());
        group
    })
}

/// What is said where there is nothing to do now. `later` is what comes, the soonest first.
fn quiet<Tz: TimeZone>(later: &[&Action], records: &Records, now: &Now<Tz>) -> Quiet {
    let next = later.iter().find(|action| action.status == Status::Upcoming);
    let Some(next) = next else {
        return Quiet { line: "Nothing to do now.".to_owned(), more: None };
    };
    let line = format!("Nothing until {}.", when::start(next.window.opens, now));
    let company =
        next.opportunity().and_then(|id| records.opportunities.get(&id)).map(|one| isolated(&one.company));
    let more = match (next.reason, &company) {
        (Reason::PromiseOver(by), Some(company)) if by >= when::today(now) => {
            Some(format!("{company} promised an answer by {}; give them that day.", when::by_day(by, now)))
        }
        _ => Some(format!("Then: “{}”. Until then, the time is yours.", card::title(next, records))),
    };
    Quiet { line, more }
}

/// Who wrote about an application and may wait for word, now that an offer is signed. Only those who interview are
/// withdrawn from as a task (R24); these have a sentence.
fn still_to_be_told(signed: &History<'_>, histories: &[(&Opportunity, History<'_>)]) -> String {
    let Some(signature) = signed.signed() else { return String::new() };
    let waits = |history: &History<'_>| {
        history.stage() == Stage::Applied && history.last_word().is_some() && history.was_there(signature.at)
    };
    let companies: Vec<_> = histories
        .iter()
        .filter(|(_, history)| waits(history))
        .map(|(one, _)| isolated(&one.company))
        .collect();
    if companies.is_empty() {
        return String::new();
    }
    format!(" {} wrote to you, too: it is kind to withdraw there.", list(&companies))
}

/// "3 under way, 2 more applied for. The next step of the search is due from Thursday."
fn search_health<Tz: TimeZone>(
    histories: &[(&Opportunity, History<'_>)],
    plan: &Plan,
    now: &Now<Tz>,
) -> Option<String> {
    if histories.is_empty() {
        return None;
    }
    let (mut live, mut applied) = (0, 0);
    for (one, history) in histories {
        match history.stage() {
            Stage::Interviewing | Stage::Offered => live += 1,
            Stage::Applied => applied += 1,
            Stage::Signed => {
                let signed = format!("Signed with {}. The search is done.", isolated(&one.company));
                return Some(signed + &still_to_be_told(history, histories));
            }
            Stage::Closed => {}
        }
    }
    let counts = match (live, applied) {
        (0, 0) => "Nothing is under way.".to_owned(),
        (live, 0) => format!("{live} under way."),
        (0, applied) => format!("{applied} applied for."),
        (live, applied) => format!("{live} under way, {applied} more applied for."),
    };
    let keep = plan.actions.iter().find(|action| action.task() == Task::KeepSearching);
    let step = match keep {
        Some(keep) if keep.status == Status::Upcoming => {
            format!(" The next step of the search is due from {}.", when::start(keep.window.opens, now))
        }
        _ => String::new(),
    };
    Some(format!("{counts}{step}"))
}

#[cfg(test)]
mod tests;
