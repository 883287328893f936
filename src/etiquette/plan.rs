//! The scheduler's face: [`plan`], and what it answers with.

use super::context::with_context;
use super::overview::SearchOverview;
use super::snooze::snoozed;
use super::{Action, Playbook, rules};
use crate::model::{OpportunityId, Records, Stamp};
use crate::order;
use crate::words::HourCycle;
use chrono::TimeZone;

/// A moment, seen from a place: an instant and the zone whose days and hours count.
#[derive(Clone, Copy, Debug)]
pub struct Now<Tz: TimeZone> {
    /// The instant.
    pub at: Stamp,
    /// The zone.
    pub zone: Tz,
    /// How the reader's clock counts hours; only words depend on it.
    pub hours: HourCycle,
}

impl<Tz: TimeZone> Now<Tz> {
    /// The instant `at`, seen from `zone`, with hours counted to 24.
    pub fn new(at: Stamp, zone: Tz) -> Self {
        Self { at, zone, hours: HourCycle::TwentyFour }
    }
}

/// What should be done, from what is known at a moment.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Everything, what presses most first ([`Action::urgency`]).
    pub actions: Vec<Action>,
    /// The next moment at which anything in the plan changes by time alone.
    pub valid_until: Option<Stamp>,
}

impl Plan {
    /// The actions that belong to an opportunity, those that another company's offer causes included.
    pub fn of(&self, opportunity: OpportunityId) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |action| action.opportunity() == Some(opportunity))
    }
}

/// What should be done, from what is known at a moment, under the playbook of the settings.
///
/// Work week and holidays are those of the settings, too. Facts dated after the moment do not exist yet.
///
/// ```
/// use afterword::etiquette::{Now, Status, plan};
/// use afterword::model::{Course, Met, Opportunity, Person, Records, Role, Round, Stamp, Task, uuid_v7};
/// use afterword::model::{OpportunityId, PersonId, RoundId};
///
/// let at = |seconds| Stamp::from_timestamp(seconds).unwrap();
/// let dana = PersonId(uuid_v7(0, [1; 10]));
/// let mut round = Round::new(RoundId(uuid_v7(0, [2; 10])), at(1_772_442_000), at(1_772_445_600));
/// round.course = Some(Course { met: vec![Met::new(dana)], ..Course::default() });
/// let mut acme = Opportunity::new(OpportunityId(uuid_v7(0, [3; 10])), "Acme", "Analyst");
/// acme.rounds.push(round);
///
/// let mut records = Records::default();
/// let mut person = Person::new(dana, "Dana Reyes", Role::HiringManager);
/// person.email = Some("dana@example.com".to_owned());
/// records.people.insert(dana, person);
/// records.opportunities.insert(acme.id, acme);
///
/// let now = Now::new(at(1_772_449_200), chrono::Utc);
/// let plan = plan(&records, &now);
/// let thanks = plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap();
/// assert_eq!(thanks.status, Status::Open);
/// assert_eq!(thanks.window.due, Some(at(1_772_445_600 + 24 * 3600)));
/// ```
pub fn plan<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Plan {
    plan_under(Playbook::get(records.settings.playbook), records, now)
}

/// The same under another playbook, whatever the settings say.
pub fn plan_under<Tz: TimeZone>(playbook: &'static Playbook, records: &Records, now: &Now<Tz>) -> Plan {
    let overview = SearchOverview::of(records, now.at);
    let signed = overview.signature.map(|signature| signature.at);
    with_context(playbook, &records.settings, signed, now, |ctx| {
        let mut actions = Vec::new();
        rules::propose_all(&overview, ctx, &mut actions);
        for (key, until) in snoozed(records, now.at) {
            if let Some(action) = actions.iter_mut().find(|action| action.key == key) {
                action.snoozed_until = Some(until);
                ctx.changes_at(until);
            }
        }
        overview.dates().for_each(|date| ctx.changes_at(date));
        order::by_key(&mut actions, Action::urgency);
        Plan { actions, valid_until: ctx.next_change() }
    })
}
