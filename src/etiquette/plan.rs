//! The scheduler's face: [`plan`], and what it answers with.

use super::{Planner, Playbook, Rule, Sources};
use crate::model::{ActionKey, Channel, OpportunityId, PersonId, Records, Stamp, Task};
use crate::words::HourCycle;
use chrono::{NaiveDate, TimeZone};

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

/// When something is right. Half-open: `[opens, closes)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// From when.
    pub opens: Stamp,
    /// The best moment inside the window, where there is a better one than any other.
    pub suggested: Option<Stamp>,
    /// Until when it is in time; `None` where nothing presses.
    pub due: Option<Stamp>,
    /// Until when it is still right; `None`: until it is done or cancelled.
    pub closes: Option<Stamp>,
}

/// Where an action stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Past due, and still right.
    Overdue,
    /// Its time is now.
    Open,
    /// Something else comes first.
    Blocked,
    /// Its time will come.
    Upcoming,
    /// Its time is over.
    Missed,
    /// The user did it.
    Done,
    /// The user decided against it.
    Skipped,
}

/// Why an action is proposed, with the facts that it rests on. [`super::why`] words it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// R1: a round is about to start, or runs.
    BeforeLeaving,
    /// R2: a round is over and who was there, or when they answer, is not noted.
    NotRecorded,
    /// R3: a round is over; a look back helps while it is fresh.
    WhileFresh,
    /// R4: they gave their time.
    TheyGaveTime,
    /// R4 for somebody not met (ACCRUE's hiring manager).
    TheyDecide,
    /// R5: a thank-you waits for an address.
    NoAddress,
    /// R6: they agreed to it.
    TheyAgreed,
    /// R6: it was not asked; the thank-you announced it, at that moment (`None`: it still has to).
    Announced(Option<Stamp>),
    /// R6: a recruiter who was not met.
    RecruiterOfIt,
    /// R7: they asked for it, by that day.
    AskedFor(NaiveDate),
    /// R9: they promised an answer by that day, and it is over or will be.
    PromiseOver(NaiveDate),
    /// R9: no day was promised; counted from the thank-you or the round's end on that day.
    NoPromise(NaiveDate),
    /// R9: they wrote on that day and named no date.
    SinceReply(NaiveDate),
    /// R10: the last question was on that day, and there was no answer.
    StillSilent(NaiveDate),
    /// R11: the last allowed question was on that day.
    SilentSince(NaiveDate),
    /// R11: the time to ask went by.
    NeverAsked,
    /// R14: they said no.
    TheySaidNo,
    /// R15: a recruiter of an opportunity that ended.
    RecruiterAfterwards,
    /// R16: the last contact was on that day.
    LastContact(NaiveDate),
    /// R17: only so many active opportunities.
    TooFew(u32),
    /// R17: the last step of the search was on that day (`None`: none is known).
    Quiet(Option<NaiveDate>),
    /// R18: they made an offer.
    TheyOffered,
    /// R19: the offer is only spoken.
    OnlySpoken,
    /// R20: there is an offer elsewhere, to be answered by then.
    OfferElsewhere(Option<Stamp>),
    /// R21: the offer's deadline falls before that promised day.
    DeadlineBefore(NaiveDate),
    /// R22: so many offers are undecided.
    Undecided(u32),
    /// R23: until then.
    DecideBy(Option<Stamp>),
    /// R24: an offer is signed.
    SignedElsewhere,
    /// R25: a round starts then.
    RoundAhead(Stamp),
}

/// One thing to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Action {
    /// Its name, the same from plan to plan.
    pub key: ActionKey,
    /// The rule that asks for it.
    pub rule: Rule,
    /// When it is right.
    pub window: Window,
    /// Where it stands at the moment of the plan.
    pub status: Status,
    /// Why.
    pub reason: Reason,
    /// The advice it rests on, the chosen playbook's own first.
    pub sources: Sources,
    /// Whether the chosen playbook is silent and the value is Considered's.
    pub borrowed: bool,
    /// Which way it goes, for what is sent to somebody.
    pub channel: Option<Channel>,
    /// To whom, for what is sent to somebody; for the rest the person it is about.
    pub to: Option<PersonId>,
    /// Whether it carries the thanks that are still unsent.
    pub carries_thanks: bool,
    /// Whether the playbook wants a friend to read it first (`true`) or merely offers that (`false`).
    pub proofread: bool,
    /// When it was done or skipped.
    pub settled: Option<Stamp>,
}

impl Action {
    /// What to do.
    pub fn task(&self) -> Task {
        self.key.task
    }

    /// In which opportunity.
    pub fn opportunity(&self) -> Option<OpportunityId> {
        self.key.opportunity
    }
}

/// What should be done, from what is known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Totally ordered: what presses most first.
    pub actions: Vec<Action>,
    /// The next moment at which anything in it changes by time alone.
    pub valid_until: Option<Stamp>,
}

impl Action {
    /// Sorts what presses most first; total, and the same for the same facts.
    pub fn urgency(&self) -> (Status, Stamp, ActionKey) {
        let (status, due) = self.pressure();
        (status, due, self.key)
    }

    /// How much it presses: what [`Self::urgency`] looks at first.
    pub(crate) fn pressure(&self) -> (Status, Stamp) {
        (self.status, self.window.due.unwrap_or(Stamp::MAX))
    }
}

/// What should be done, from what is known, under a playbook, at a moment.
///
/// Work week and holidays are those of the settings. Facts dated after the moment do not exist yet.
///
/// ```
/// use afterword::etiquette::{Now, Playbook, Status, plan};
/// use afterword::model::{Course, Met, Opportunity, Person, Records, Role, Round, Stamp, Task, uuid_v7};
/// use afterword::model::{OpportunityId, PersonId, PlaybookId, RoundId};
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
/// let plan = plan(&records, Playbook::get(PlaybookId::Considered), &now);
/// let thanks = plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap();
/// assert_eq!(thanks.status, Status::Open);
/// assert_eq!(thanks.window.due, Some(at(1_772_445_600 + 24 * 3600)));
/// ```
pub fn plan<Tz: TimeZone>(records: &Records, playbook: &'static Playbook, now: &Now<Tz>) -> Plan {
    Planner::plan_once(playbook, records, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;

    /// An action that stands so, due then.
    fn standing(status: Status, due: Option<Stamp>) -> Action {
        let records = search([acme().with(round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00"))]);
        let mut action = the(Task::AskBeforeLeaving, &records, "2026-03-02T09:00");
        (action.status, action.window.due) = (status, due);
        action
    }

    #[test]
    fn what_presses_most_comes_first_by_status_then_by_its_due_time() {
        let second = chrono::TimeDelta::seconds(1);
        let noon = at("2026-03-03T12:00");
        let dues = [Stamp::MIN, Stamp::UNIX_EPOCH - second, Stamp::UNIX_EPOCH, noon, noon + second];
        let dues: Vec<_> = dues.into_iter().map(Some).chain([None]).collect();
        let statuses =
            [Status::Overdue, Status::Open, Status::Blocked, Status::Upcoming, Status::Missed, Status::Done];
        let ordered: Vec<Action> =
            statuses.iter().flat_map(|status| dues.iter().map(|due| standing(*status, *due))).collect();
        assert!(ordered.is_sorted_by(|one, next| one.urgency() < next.urgency()));
        assert!(ordered.is_sorted_by(|one, next| one.pressure() < next.pressure()));
    }
}
