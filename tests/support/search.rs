//! Generated searches: any facts that the model can hold, from a seed.

use afterword::model::{
    ActionKey, Channel, Conversation, Course, Debrief, Deliverable, Event, EventId, EventKind, HolidaySet,
    Interest, ItemId, Mark, Met, Offer, OfferId, Opportunity, OpportunityId, Permission, Person, PersonEvent,
    PersonEventKind, PersonId, PlaybookId, Records, ReplyBy, Role, Round, RoundId, SearchMark, SearchStep,
    Stamp, Task, WantsAnswer, WorkWeek,
};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

/// 2 March 2026, 09:00 UTC: a Monday, six days before the clocks change in New York.
pub const ORIGIN: i64 = 1_772_442_000;

/// Splitmix64: small, and the same everywhere.
#[derive(Clone)]
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, usize::try_from(self.below(i as u64 + 1)).unwrap());
        }
    }

    fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.next(), self.next())
    }

    /// A moment within half a year of the origin, on a full quarter of an hour so that moments often meet.
    pub fn moment(&mut self) -> Stamp {
        let quarters = i64::try_from(self.below(4 * 24 * 180)).unwrap();
        Stamp::from_timestamp(ORIGIN).unwrap() + TimeDelta::minutes(15 * quarters)
    }

    fn day(&mut self) -> NaiveDate {
        self.moment().utc().date_naive()
    }

    /// Mostly no.
    pub fn wants_answer(&mut self) -> WantsAnswer {
        match self.below(6) {
            0 => WantsAnswer::Yes,
            1 => WantsAnswer::By(self.day()),
            _ => WantsAnswer::No,
        }
    }

    fn maybe<T>(&mut self, percent: u64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(percent).then(|| make(self))
    }
}

/// A search of so many opportunities, with people shared between them.
pub fn search(random: &mut Random, opportunities: usize) -> Records {
    let mut records = Records::default();
    let crowd = opportunities * 2 + 2;
    let people: Vec<PersonId> = (0..crowd).map(|_| PersonId(random.uuid())).collect();
    for id in &people {
        let person = person(random, *id);
        records.people.insert(*id, person);
    }
    for _ in 0..opportunities {
        let opportunity = opportunity(random, &people);
        records.opportunities.insert(opportunity.id, opportunity);
    }
    settings(random, &mut records);
    records.search.steps =
        (0..random.below(3)).map(|_| SearchStep { at: random.moment(), what: String::new() }).collect();
    if random.chance(20) {
        let action = ActionKey::new(random.pick(&[Task::KeepSearching, Task::CompareOffers]));
        let mark = random.pick(&[Mark::Done, Mark::Skipped]);
        records.search.marks.push(SearchMark { at: random.moment(), mark, action });
    }
    records
}

fn settings(random: &mut Random, records: &mut Records) {
    records.settings.playbook = random.pick(&PlaybookId::ALL);
    if random.chance(30) {
        let mut week = [false; 7];
        for day in &mut week {
            *day = random.chance(60);
        }
        records.settings.work_week = WorkWeek::try_from(week).unwrap_or_default();
    }
    records.settings.quiet_year_end = random.chance(70);
    records.settings.holidays = (0..random.below(12)).map(|_| random.day()).collect();
    if random.chance(30) {
        records.settings.holiday_sets =
            vec![random.pick(&[HolidaySet::UsFederal, HolidaySet::EnglandAndWales])];
    }
}

fn person(random: &mut Random, id: PersonId) -> Person {
    let role = random.pick(&[
        Role::Interviewer,
        Role::Interviewer,
        Role::HiringManager,
        Role::Recruiter,
        Role::Recruiter,
        Role::Coordinator,
        Role::Other,
    ]);
    let mut person = Person::new(id, format!("Person {}", id.0.as_fields().0), role);
    person.email = random.maybe(70, |_| "someone@example.com".to_owned());
    person.connected = random.chance(10);
    person.keep_in_touch = random.chance(10);
    for _ in 0..random.below(2) {
        let what = match random.below(3) {
            0 => PersonEventKind::ContactMade { text: String::new() },
            1 => PersonEventKind::Connected,
            _ => PersonEventKind::Marked { mark: random.pick(&[Mark::Done, Mark::Skipped]) },
        };
        person.log.push(PersonEvent { at: random.moment(), what });
    }
    person
}

/// An opportunity with any of the given people.
pub fn opportunity(random: &mut Random, people: &[PersonId]) -> Opportunity {
    let mut opportunity = Opportunity::new(OpportunityId(random.uuid()), "Company", "Role");
    opportunity.applied = random.maybe(50, Random::moment);
    opportunity.people = (0..random.below(3)).map(|_| random.pick(people)).collect();
    opportunity.via = random.maybe(15, |random| random.pick(people));
    opportunity.rounds = (0..random.below(4)).map(|_| round(random, people)).collect();
    opportunity.offers = (0..[0, 0, 0, 0, 1, 2][usize::try_from(random.below(6)).unwrap()])
        .map(|_| offer(random, people))
        .collect();
    for _ in 0..random.below(10) {
        if let Some(event) = event(random, &opportunity, people) {
            opportunity.events.push(event);
        }
    }
    opportunity
}

fn round(random: &mut Random, people: &[PersonId]) -> Round {
    let starts = random.moment();
    // A few end before they start: the form refuses that, a damaged file may hold it.
    let minutes = if random.chance(3) { -30 } else { 15 * i64::try_from(random.below(16)).unwrap() };
    let mut round = Round::new(RoundId(random.uuid()), starts, starts + TimeDelta::minutes(minutes));
    round.start_guessed = minutes == 60;
    round.known = random.maybe(60, |random| {
        let ahead = i64::try_from(random.below(20)).unwrap();
        starts - TimeDelta::days(ahead - 2)
    });
    round.off = random.maybe(8, Random::moment);
    round.course = random.maybe(85, |random| course(random, people));
    round.debrief = random.maybe(30, |random| {
        let interest = random.pick(&[Interest::Keen, Interest::Keen, Interest::NotSure, Interest::NotForMe]);
        Debrief { lesson: "Sleep first.".to_owned(), interest, ..Debrief::default() }
    });
    round
}

fn course(random: &mut Random, people: &[PersonId]) -> Course {
    let mut course = Course {
        reply_by: match random.below(3) {
            0 => ReplyBy::NotRecorded,
            1 => ReplyBy::NotTold,
            _ => ReplyBy::Date(random.day()),
        },
        promised_by: random.maybe(30, |random| random.pick(people)),
        contact_by: random.maybe(40, |random| {
            random.pick(&[Channel::Email, Channel::Phone, Channel::Linkedin, Channel::Text])
        }),
        calls_invited: random.chance(20),
        ..Course::default()
    };
    for _ in 0..random.below(5) {
        course.met.push(Met {
            conversation: random.pick(&[Conversation::Significant, Conversation::Brief]),
            linkedin: random.pick(&[Permission::Allowed, Permission::NotAsked, Permission::Refused]),
            ..Met::new(random.pick(people))
        });
    }
    if random.chance(20) {
        let by = random.day();
        course.deliver.push(Deliverable { id: ItemId(random.uuid()), what: "references".to_owned(), by });
    }
    course
}

fn offer(random: &mut Random, people: &[PersonId]) -> Offer {
    let mut offer = Offer::new(OfferId(random.uuid()), random.moment());
    offer.made_by = random.maybe(40, |random| random.pick(people));
    offer.respond_by = random.maybe(70, Random::moment);
    offer.written = random.maybe(50, Random::moment);
    offer.acknowledged = random.maybe(50, Random::moment);
    offer.declined = random.maybe(25, Random::moment);
    offer.signed = random.maybe(8, Random::moment);
    offer.retracted = random.maybe(8, Random::moment);
    offer
}

/// Something that could happen to an opportunity.
pub fn event(random: &mut Random, opportunity: &Opportunity, people: &[PersonId]) -> Option<Event> {
    let round = |random: &mut Random| {
        let rounds: Vec<RoundId> = opportunity.rounds.iter().map(|round| round.id).collect();
        (!rounds.is_empty()).then(|| random.pick(&rounds))
    };
    let person = random.pick(people);
    let what = match random.below(18) {
        0 => EventKind::Assessed { round: round(random)? },
        1 => EventKind::ContactFound { person },
        2..=4 => EventKind::ThankYouSent { person, round: round(random)? },
        5 => EventKind::LinkedinSent { person },
        6 => EventKind::Connected { person },
        7..=9 => EventKind::FollowUpSent { person: random.maybe(50, |_| person) },
        10..=11 => EventKind::ReplyReceived {
            person: random.maybe(50, |_| person),
            reply_by: random.maybe(50, Random::day),
            wants_answer: random.wants_answer(),
        },
        12 => EventKind::Rejected { person: random.maybe(50, |_| person) },
        13 => random
            .pick(&[EventKind::Withdrawn, EventKind::ClosedSilent, EventKind::ClosedSilent].each_ref())
            .clone(),
        14 => EventKind::ContactMade { person },
        15 => {
            let round = round(random)?;
            let items = &opportunity.round(round)?.course.as_ref()?.deliver;
            EventKind::Delivered { round, item: items.first()?.id }
        }
        _ => EventKind::marked(
            random.pick(&[Mark::Done, Mark::Skipped]),
            ActionKey { opportunity: Some(opportunity.id), nth: Some(1), ..ActionKey::new(Task::FollowUp) },
        ),
    };
    Some(Event { id: EventId(random.uuid()), at: random.moment(), what, letter: None, against_advice: false })
}
