//! The order of Today: what is lost first, first.

use super::super::bundles::{self, Bundle};
use super::super::when;
use crate::etiquette::{Action, Now, Plan, Status};
use crate::model::{ActionKey, Course, OpportunityId, PersonId, Records, Role, Stamp, Task};
use chrono::{TimeDelta, TimeZone};

/// How soon an action is lost: what is first is asked for first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// It cannot be done once its time is over, and that is soon.
    LostSoon,
    /// Others wait for it, and it is best by the end of today.
    DueToday,
    /// Others wait for it, it is late, and right for some days yet.
    Late,
    /// Others wait for it, and there is time.
    DueLater,
    /// Something that helps, and that nobody waits for.
    Helps,
    /// It concerns the user alone.
    Own,
    /// It never ends.
    Endless,
}

/// Sorts what Today asks for, the first thing first: by rank, then by when it ends; of two notes that are due together
/// that to the hiring manager goes first, then in the order met.
pub fn order_key<Tz: TimeZone>(
    action: &Action,
    records: &Records,
    now: &Now<Tz>,
) -> (Rank, Stamp, (u8, usize), ActionKey) {
    let ends = match action.status {
        Status::Overdue => action.window.closes,
        _ => action.window.due,
    };
    let person = action.key.person.or(action.to).and_then(|id| records.people.get(&id));
    let seniority = match person.map(|person| person.role) {
        Some(Role::HiringManager) => 0,
        Some(Role::Interviewer) => 1,
        _ => 2,
    };
    let place = course(action, records)
        .and_then(|course| course.met.iter().position(|met| Some(met.person) == action.key.person))
        .unwrap_or(usize::MAX);
    (rank(action, records, now), ends.unwrap_or(Stamp::MAX), (seniority, place), action.key)
}

/// What came of the round of an action.
fn course<'a>(action: &Action, records: &'a Records) -> Option<&'a Course> {
    let home = records.opportunities.get(&action.opportunity()?)?;
    home.round(action.key.round?)?.course.as_ref()
}

/// How soon an action is lost.
pub(super) fn rank<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> Rank {
    let (due, closes) = (action.window.due, action.window.closes);
    let due_within = |hours| due.is_some_and(|due| due - now.at < TimeDelta::hours(hours));
    match action.task() {
        Task::AskBeforeLeaving if due_within(3) => Rank::LostSoon,
        Task::DecideOffer | Task::AskForTime if due_within(48) => Rank::LostSoon,
        Task::Withdraw => Rank::LostSoon,
        Task::KeepSearching | Task::KeepInTouch => Rank::Endless,
        Task::MoveOn | Task::Assess | Task::ReviewLessons => Rank::Own,
        Task::RecordInterview if due.is_some_and(|due| now.at - due > TimeDelta::days(1)) => Rank::Own,
        Task::RecordInterview if knows_who_was_there(action, records) => Rank::Helps,
        Task::LinkedinRequest | Task::FindContact => Rank::Helps,
        _ if action.status == Status::Overdue && ends_today(closes, now) => Rank::LostSoon,
        _ if action.status == Status::Overdue => Rank::Late,
        _ if ends_today(due, now) => Rank::DueToday,
        _ => Rank::DueLater,
    }
}

/// Whether the thanks can be written without the note that is asked for.
fn knows_who_was_there(action: &Action, records: &Records) -> bool {
    course(action, records).is_some_and(|course| !course.met.is_empty())
}

fn ends_today<Tz: TimeZone>(end: Option<Stamp>, now: &Now<Tz>) -> bool {
    end.is_some_and(|end| end <= when::end_of_day(when::today(now), now))
}

/// What the plan asks for, by where Today shows it.
pub(super) struct Sections<'a> {
    /// The next thing to do; it is in none of the others.
    pub(super) next: Option<&'a Action>,
    /// What is open besides, the first thing first.
    pub(super) open: Vec<&'a Action>,
    /// Still to come, the soonest first.
    pub(super) later: Vec<&'a Action>,
    /// Put off by the user.
    pub(super) snoozed: Vec<&'a Action>,
    /// Of what is open.
    pub(super) bundles: Vec<Bundle<'a>>,
}

impl<'a> Sections<'a> {
    pub(super) fn of<Tz: TimeZone>(plan: &'a Plan, records: &Records, now: &Now<Tz>) -> Self {
        let (mut open, mut later, mut snoozed) = (Vec::new(), Vec::new(), Vec::new());
        for action in &plan.actions {
            match action.status {
                Status::Open | Status::Overdue if action.snoozed_until.is_some() => snoozed.push(action),
                Status::Open | Status::Overdue => open.push(action),
                Status::Upcoming | Status::Blocked => later.push(action),
                Status::Missed | Status::Done | Status::Skipped => {}
            }
        }
        let news = News::of(plan);
        open.retain(|action| !news.stands_for(action));
        let bundles = bundles::bundle(&mut open);
        crate::sorting::by_key(&mut open, |action| order_key(action, records, now));
        crate::sorting::by_key(&mut later, |action| (action.window.opens, action.key));
        let next = (!open.is_empty()).then(|| open.remove(0));
        Self { next, open, later, snoozed, bundles }
    }
}

/// Under which heading of Today something open stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// It is due or over by the end of today.
    EndsToday,
    /// It is late, and right for some days yet.
    Late,
    /// It is due later.
    Later,
}

impl Part {
    pub(super) fn of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> Self {
        let is_late = action.status == Status::Overdue;
        let end = if is_late { action.window.closes } else { action.window.due };
        if ends_today(end, now) {
            Self::EndsToday
        } else if is_late {
            Self::Late
        } else {
            Self::Later
        }
    }
}

/// The news to be told now, which makes other letters needless.
#[derive(Default)]
struct News {
    /// The opportunities that can be told of an offer elsewhere.
    offer: Vec<OpportunityId>,
    /// Who is told that the user withdraws, and where.
    withdrawal: Vec<(OpportunityId, PersonId)>,
}

impl News {
    fn of(plan: &Plan) -> Self {
        let mut news = Self::default();
        let pressing = |action: &&Action| matches!(action.status, Status::Open | Status::Overdue);
        for action in plan.actions.iter().filter(pressing) {
            let Some(id) = action.opportunity() else { continue };
            match action.task() {
                Task::TellOthers => news.offer.push(id),
                Task::Withdraw => news.withdrawal.extend(action.to.map(|to| (id, to))),
                _ => {}
            }
        }
        news
    }

    /// Whether the news makes an action needless for now. A company that can be told of an offer need not be let go:
    /// the offer is the better reason to write. A person who is told of a withdrawal is thanked in the same letter.
    fn stands_for(&self, action: &Action) -> bool {
        let Some(id) = action.opportunity() else { return false };
        match action.task() {
            Task::MoveOn => self.offer.contains(&id),
            Task::ThankYou | Task::AcknowledgeOffer => {
                action.to.or(action.key.person).is_some_and(|to| self.withdrawal.contains(&(id, to)))
            }
            _ => false,
        }
    }
}

/// Whether something that is still to come is shown: it opens within a week, and is not a wait for the company.
pub(super) fn is_this_week<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> bool {
    let soon = now.at + TimeDelta::days(7);
    let waits = matches!(action.task(), Task::FollowUp | Task::MoveOn | Task::KeepSearching);
    !waits && action.window.opens <= soon
}
