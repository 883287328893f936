//! A search in a few words, for the tests of the rules: three people, two companies, New York, March 2026.

use super::{Action, Now, Plan, Status, plan, resolve_local};
use crate::model::{
    Course, Event, EventId, EventKind, Met, Offer, OfferId, Opportunity, OpportunityId, Person, PersonId,
    PlaybookId, Records, ReplyBy, Role, Round, RoundId, Stamp, Task, read_date,
};
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::America::New_York;
use uuid::Uuid;

/// The hiring manager, with an address.
pub(crate) const DANA: PersonId = PersonId(Uuid::from_u128(1));
/// An interviewer, with an address.
pub(crate) const INES: PersonId = PersonId(Uuid::from_u128(2));
/// A recruiter, with an address.
pub(crate) const ROB: PersonId = PersonId(Uuid::from_u128(3));
/// An interviewer without an address.
pub(crate) const SAM: PersonId = PersonId(Uuid::from_u128(4));

pub(crate) const ACME: OpportunityId = OpportunityId(Uuid::from_u128(11));
pub(crate) const BOLT: OpportunityId = OpportunityId(Uuid::from_u128(12));
pub(crate) const CALM: OpportunityId = OpportunityId(Uuid::from_u128(13));

pub(crate) const FIRST: RoundId = RoundId(Uuid::from_u128(21));
pub(crate) const SECOND: RoundId = RoundId(Uuid::from_u128(22));

/// A moment by its local time in New York: "2026-03-03T11:00".
pub(crate) fn at(local: &str) -> Stamp {
    resolve_local(&New_York, NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").unwrap())
}

/// A day: "2026-03-13".
pub(crate) fn day(text: &str) -> NaiveDate {
    read_date(text).unwrap()
}

/// A moment seen from New York.
pub(crate) fn now(local: &str) -> Now<chrono_tz::Tz> {
    Now::new(at(local), New_York)
}

pub(crate) fn acme() -> Opportunity {
    Opportunity::new(ACME, "Acme", "Analyst")
}

pub(crate) fn bolt() -> Opportunity {
    Opportunity::new(BOLT, "Bolt", "Baker")
}

/// A round that nobody has told of yet.
pub(crate) fn round(id: RoundId, starts: &str, ends: &str) -> Round {
    Round::new(id, at(starts), at(ends))
}

/// Who was met, with no word on when they answer.
pub(crate) fn met(people: &[PersonId]) -> Course {
    Course { met: people.iter().copied().map(Met::new).collect(), ..Course::default() }
}

/// An offer received then, with nothing more known of it.
pub(crate) fn offer(id: u128, received: &str) -> Offer {
    Offer::new(OfferId(Uuid::from_u128(id)), at(received))
}

/// What happens to an opportunity, one sentence after the other.
pub(crate) trait Told {
    /// A round is on record.
    fn with(self, round: Round) -> Self;
    /// A round of an hour has taken place, with these people.
    fn met(self, round: RoundId, starts: &str, ends: &str, people: &[PersonId]) -> Self;
    /// They promised, in the last round, to answer by that day.
    fn promised(self, by: &str) -> Self;
    /// Something happened then.
    fn then(self, at: &str, what: EventKind) -> Self;
    /// An offer was made.
    fn offered(self, offer: Offer) -> Self;
    /// It was applied for then.
    fn applied(self, at: &str) -> Self;
}

impl Told for Opportunity {
    fn with(mut self, round: Round) -> Self {
        self.rounds.push(round);
        self
    }

    fn met(self, id: RoundId, starts: &str, ends: &str, people: &[PersonId]) -> Self {
        let mut ended = round(id, starts, ends);
        ended.course = Some(met(people));
        self.with(ended)
    }

    fn promised(mut self, by: &str) -> Self {
        let course = self.rounds.last_mut().and_then(|round| round.course.as_mut());
        course.unwrap().reply_by = ReplyBy::Date(day(by));
        self
    }

    fn then(mut self, when: &str, what: EventKind) -> Self {
        let id = EventId(Uuid::from_u128(100 + self.events.len() as u128));
        self.events.push(Event { id, at: at(when), what, letter: None, against_advice: false });
        self
    }

    fn offered(mut self, offer: Offer) -> Self {
        self.offers.push(offer);
        self
    }

    fn applied(mut self, when: &str) -> Self {
        self.applied = Some(at(when));
        self
    }
}

/// The records of these opportunities, and of everyone named above.
pub(crate) fn search<const N: usize>(opportunities: [Opportunity; N]) -> Records {
    let mut records = Records::default();
    records.settings.quiet_year_end = false;
    for (id, name, role) in [
        (DANA, "Dana Reyes", Role::HiringManager),
        (INES, "Ines Okafor", Role::Interviewer),
        (ROB, "Rob Lind", Role::Recruiter),
        (SAM, "Sam Ito", Role::Interviewer),
    ] {
        let mut person = Person::new(id, name, role);
        person.email = Some("someone@example.com".to_owned()).filter(|_| id != SAM);
        records.people.insert(id, person);
    }
    records.opportunities = opportunities.map(|opportunity| (opportunity.id, opportunity)).into();
    records
}

/// The plan, under the playbook of the settings.
pub(crate) fn planned(records: &Records, local: &str) -> Plan {
    plan(records, &now(local))
}

/// All that a plan says on a task.
pub(crate) fn all(task: Task, records: &Records, local: &str) -> Vec<Action> {
    planned(records, local).actions.into_iter().filter(|action| action.task() == task).collect()
}

/// The one action of a task.
pub(crate) fn the(task: Task, records: &Records, local: &str) -> Action {
    let mut found = all(task, records, local);
    assert_eq!(found.len(), 1, "{task:?} at {local}: {found:#?}");
    found.remove(0)
}

/// Where the one action of a task stands.
pub(crate) fn status(task: Task, records: &Records, local: &str) -> Status {
    the(task, records, local).status
}

/// When an action opens, is due and closes, by the local time in New York; "–" where it does not.
pub(crate) fn times(action: &Action) -> [String; 3] {
    let window = action.window;
    [Some(window.opens), window.due, window.closes].map(|at| at.map_or_else(|| "–".to_owned(), local))
}

/// The local time of a moment in New York.
pub(crate) fn local(at: Stamp) -> String {
    at.with_timezone(&New_York).format("%Y-%m-%dT%H:%M").to_string()
}

/// The same search under another playbook.
pub(crate) fn under(playbook: PlaybookId, mut records: Records) -> Records {
    records.settings.playbook = playbook;
    records
}
