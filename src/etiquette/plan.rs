//! [`plan`], the entry to the scheduler, and what it returns.

use super::overview::SearchOverview;
use super::rule_context::with_context;
use super::{Action, Playbook, rules};
use crate::model::{Manner, OpportunityId, Records, Stamp};
use crate::sorting;
use crate::words::HourCycle;
use chrono::TimeZone;

/// The current instant, and the zone whose days and hours count.
#[derive(Clone, Copy, Debug)]
pub struct Now<Tz: TimeZone> {
    /// The instant.
    pub at: Stamp,
    /// The zone.
    pub zone: Tz,
    /// How the reader's clock counts hours; only words depend on it.
    pub hours: HourCycle,
    /// Whose English the browser's language suggests for letters.
    pub manner: Manner,
}

impl<Tz: TimeZone> Now<Tz> {
    /// The instant `at`, seen from `zone`, with hours counted to 24 and British letters.
    pub fn new(at: Stamp, zone: Tz) -> Self {
        Self { at, zone, hours: HourCycle::TwentyFour, manner: Manner::British }
    }
}

/// What should be done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// All actions, the most urgent first ([`Action::urgency`]).
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

/// As [`plan`], under a given playbook instead of that of the settings.
pub fn plan_under<Tz: TimeZone>(playbook: &'static Playbook, records: &Records, now: &Now<Tz>) -> Plan {
    let overview = SearchOverview::of(records, now.at);
    with_context(playbook, &records.settings, now, |ctx| {
        let mut actions = Vec::new();
        rules::propose_all(&overview, ctx, &mut actions);
        for (key, until) in overview.snoozed(now.at) {
            if let Some(action) = actions.iter_mut().find(|action| action.key == key) {
                action.snoozed_until = Some(until);
                ctx.changes_at(until);
            }
        }
        overview.dates().for_each(|date| ctx.changes_at(date));
        sorting::by_key(&mut actions, Action::urgency);
        Plan { actions, valid_until: ctx.next_change() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{Debrief, PersonEvent, PersonEventKind, Task};

    #[test]
    fn a_plan_says_when_it_changes_next_by_time_alone() {
        // One round, and every moment at which anything of it opens, is due or closes.
        let records = search([acme().with(round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00"))]);
        let mut moments = vec![at("2026-03-02T09:00")];
        while let Some(next) = planned(&records, &local(*moments.last().unwrap())).valid_until {
            moments.push(next);
            assert!(moments.len() < 30, "each is later than the one before: {moments:?}");
        }
        assert_eq!(
            moments.into_iter().map(local).collect::<Vec<_>>(),
            [
                "2026-03-02T09:00",
                "2026-03-09T10:00", // R1 opens
                "2026-03-10T10:00", // the round starts; R17 counts from there
                "2026-03-10T11:00", // it ends: R1 closes, R2 and R3 open
                "2026-03-10T13:00", // R2 is due
                "2026-03-11T00:00", // R3 is due
                "2026-03-14T00:00", // R17 is due
                "2026-03-17T00:00", // R9 opens
                "2026-03-18T00:00", // R3 closes
                "2026-03-25T00:00", // R9 is due
                "2026-04-08T00:00", // R9 closes; R11 opens
                "2026-04-11T00:00", // R11 is due
            ]
        );
    }

    #[test]
    fn a_plan_changes_with_the_next_entry_of_a_persons_log_never_at_this_moment() {
        let now = "2026-03-05T09:00";
        let mut records = search([]);
        let contact =
            |when| PersonEvent { at: at(when), what: PersonEventKind::ContactMade { text: String::new() } };
        records.people.get_mut(&DANA).unwrap().log = vec![contact(now), contact("2026-03-06T09:00")];
        assert_eq!(planned(&records, now).valid_until, Some(at("2026-03-06T09:00")));
    }

    #[test]
    fn the_actions_of_an_opportunity_are_all_that_name_it() {
        let mut held = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        held.rounds[0].debrief = Some(Debrief { lesson: "Sleep first.".to_owned(), ..Debrief::default() });
        let ahead = bolt().with(round(SECOND, "2026-03-06T10:00", "2026-03-06T11:00"));
        let records = search([held.offered(offer(41, "2026-03-04T09:00")), ahead]);
        let plan = planned(&records, "2026-03-05T09:00");
        let of = |id| plan.of(id).map(Action::task).collect::<Vec<_>>();
        assert!(of(ACME).contains(&Task::ThankYou) && !of(BOLT).contains(&Task::ThankYou));
        // A lesson of Acme's is read before Bolt's round, and Bolt is told of Acme's offer.
        for task in [Task::ReviewLessons, Task::TellOthers] {
            assert!(of(BOLT).contains(&task) && !of(ACME).contains(&task), "{task:?}");
        }
    }

    #[test]
    fn other_playbooks_may_be_compared_whatever_the_settings_say() {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let (records, now) = (search([told]), now("2026-03-05T09:00"));
        for playbook in crate::model::PlaybookId::ALL {
            let under = plan(&under(playbook, records.clone()), &now);
            assert_eq!(plan_under(Playbook::get(playbook), &records, &now), under);
        }
    }
}
