//! The order of Today, and what it leaves out for now.

use super::super::bundles::{self, Bundle};
use super::super::when;
use crate::etiquette::{Action, Now, Plan, Status};
use crate::model::{ActionKey, OpportunityId, PersonId, Stamp, Task};
use chrono::{TimeDelta, TimeZone};

/// Sorts what Today asks for, the first thing first.
///
/// Rank 0 is what cannot be done once its time is over, when that is soon. Rank 1 is what others wait for, rank 2 a
/// LinkedIn request, rank 3 what concerns the user alone and notes that are no longer fresh, rank 4 what never ends.
pub fn order_key<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> (u8, Status, Stamp, ActionKey) {
    let due_within = |hours| action.window.due.is_some_and(|due| due - now.at < TimeDelta::hours(hours));
    let stale = || action.window.due.is_some_and(|due| now.at - due > TimeDelta::days(1));
    let rank = match action.task() {
        Task::AskBeforeLeaving if due_within(3) => 0,
        Task::DecideOffer | Task::AskForTime if due_within(48) => 0,
        Task::Withdraw => 0,
        Task::KeepSearching | Task::KeepInTouch => 4,
        Task::MoveOn | Task::Assess | Task::ReviewLessons => 3,
        Task::RecordInterview if stale() => 3,
        Task::LinkedinRequest => 2,
        _ => 1,
    };
    let (status, due, key) = action.urgency();
    (rank, status, due, key)
}

/// What the plan asks for, by where Today shows it.
pub(super) struct Sections<'a> {
    /// The next thing to do; it is in none of the others.
    pub(super) next: Option<&'a Action>,
    /// Past due and still right.
    pub(super) late: Vec<&'a Action>,
    /// Due today.
    pub(super) today: Vec<&'a Action>,
    /// Open and due later.
    pub(super) week: Vec<&'a Action>,
    /// Still to come, the soonest first.
    pub(super) later: Vec<&'a Action>,
    /// Put off by the user.
    pub(super) snoozed: Vec<&'a Action>,
    /// Of the next thing, and of what is late, due today or due later.
    pub(super) bundles: Vec<Bundle<'a>>,
}

impl<'a> Sections<'a> {
    pub(super) fn of<Tz: TimeZone>(plan: &'a Plan, now: &Now<Tz>) -> Self {
        let (mut pressing, mut later, mut snoozed) = (Vec::new(), Vec::new(), Vec::new());
        for action in &plan.actions {
            match action.status {
                Status::Open | Status::Overdue if action.snoozed_until.is_some() => snoozed.push(action),
                Status::Open | Status::Overdue => pressing.push(action),
                Status::Upcoming | Status::Blocked => later.push(action),
                Status::Missed | Status::Done | Status::Skipped => {}
            }
        }
        let news = News::of(plan);
        pressing.retain(|action| !news.stands_for(action));
        let bundles = bundles::bundle(&mut pressing);
        crate::order::by_key(&mut pressing, |action| order_key(action, now));
        crate::order::by_key(&mut later, |action| (action.window.opens, action.key));
        let end_of_today = when::end_of_day(when::today(now), now);
        let is_due_today = |action: &&Action| action.window.due.is_some_and(|due| due <= end_of_today);
        let mut pressing = pressing.into_iter();
        let next = pressing.next();
        let (late, open): (Vec<_>, Vec<_>) = pressing.partition(|action| action.status == Status::Overdue);
        let (today, week) = open.into_iter().partition(is_due_today);
        Self { next, late, today, week, later, snoozed, bundles }
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
