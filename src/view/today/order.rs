//! The order of Today, and what it leaves out for now.

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

/// The news to be told now, which makes other letters needless.
#[derive(Default)]
pub(super) struct News {
    /// The opportunities that can be told of an offer elsewhere.
    offer: Vec<OpportunityId>,
    /// Who is told that the user withdraws, and where.
    withdrawal: Vec<(OpportunityId, PersonId)>,
}

impl News {
    pub(super) fn of(plan: &Plan) -> Self {
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
    pub(super) fn stands_for(&self, action: &Action) -> bool {
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
