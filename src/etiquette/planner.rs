//! Plans kept up to date: after one change only what it touches is planned anew.

use super::{Action, Moment, Plan, plan};
use crate::model::{OpportunityId, PersonId, Records, Stamp};
use chrono::TimeZone;

/// What a change touched, so that only that is planned anew.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Touched {
    /// One opportunity (added, changed or removed).
    Opportunity(OpportunityId),
    /// One person.
    Person(PersonId),
    /// The search record.
    Search,
    /// Settings, or more than can be told: everything.
    Everything,
}

/// The plan of all records, kept by opportunity.
#[derive(Clone, Debug, Default)]
pub struct Planner {
    all: Plan,
}

impl Planner {
    /// Plans everything.
    pub fn new<Tz: TimeZone>(records: &Records, now: &Moment<Tz>) -> Self {
        Self { all: plan(records, now) }
    }

    /// Plans anew what a change touched. `records` is the state after the change.
    pub fn refresh<Tz: TimeZone>(&mut self, records: &Records, _touched: &[Touched], now: &Moment<Tz>) {
        self.all = plan(records, now);
    }

    /// All actions, in no particular order (sort what is shown by [`Action::urgency`]).
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.all.actions.iter()
    }

    /// The actions of one opportunity, those that another opportunity's offer causes included.
    pub fn of(&self, id: OpportunityId) -> impl Iterator<Item = &Action> {
        self.all.actions.iter().filter(move |action| action.key.opportunity == Some(id))
    }

    /// The next moment at which anything changes by time alone.
    pub fn valid_until(&self) -> Option<Stamp> {
        self.all.valid_until
    }
}

impl Action {
    /// Sorts what presses most first; total and the same for the same facts.
    pub fn urgency(&self) -> (super::Status, Stamp, crate::model::ActionKey) {
        (self.status, self.window.due.unwrap_or(Stamp::MAX_UTC), self.key)
    }
}
