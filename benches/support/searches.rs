//! Searches of a given size to measure with: a real one, many applications, and nothing but interviews.
//!
//! Ids are made as the app makes them, by when something was put on record; in memory all lies as after loading.

use afterword::model::{
    Conversation, Course, Deliverable, Event, EventId, EventKind, ItemId, Met, Offer, OfferId, Opportunity,
    OpportunityId, Permission, Person, PersonId, Records, ReplyBy, Role, Round, RoundId, Stamp, uuid_v7,
};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

const PEOPLE: u64 = 3;

/// How much there is of what.
#[derive(Clone, Copy)]
pub struct Size {
    /// How many opportunities were interviewed for, in so many rounds of three people each.
    pub interviewed: u64,
    pub rounds: u64,
    /// How many of these, the latest, are not over.
    pub live: u64,
    /// How many were applied for and not answered.
    pub applied: u64,
}

/// What a person who looks for work may have: 60 opportunities.
pub const REAL: Size = Size { interviewed: 25, rounds: 2, live: 12, applied: 35 };

/// So many opportunities, of which 100 led to interviews.
pub const fn many(opportunities: u64) -> Size {
    Size { interviewed: 100, rounds: 2, live: 40, applied: opportunities - 100 }
}

/// Wednesday 10 June 2026, 14:00 UTC.
pub fn now() -> Stamp {
    NaiveDate::from_ymd_opt(2026, 6, 10).unwrap().and_hms_opt(14, 0, 0).unwrap().and_utc().into()
}

/// A search of `n` opportunities, each interviewed for three times, spread over the four months before [`now`]: some
/// quiet, some answered, some rejected, a few with offers.
pub fn search(n: u64) -> Records {
    of(Size { interviewed: n, rounds: 3, live: n, applied: 0 })
}

/// A search of that size.
pub fn of(size: Size) -> Records {
    let mut records = Records::default();
    for i in 0..size.interviewed {
        let mut opportunity = opportunity(i, size, &mut records);
        if i >= size.live {
            close(&mut opportunity);
        }
        records.opportunities.insert(opportunity.id, opportunity);
    }
    for i in 0..size.applied {
        let applied = now() - TimeDelta::hours(12 + i64::try_from(i).unwrap());
        let id = OpportunityId(id(applied, 1, size.interviewed + i, 1));
        let mut opportunity = Opportunity::new(id, format!("Applied {i}"), "Engineer");
        opportunity.applied = Some(applied);
        records.opportunities.insert(id, opportunity);
    }
    // Copied in the order of the ids, as a store is read.
    records.clone()
}

/// They said no, yesterday at the latest.
fn close(opportunity: &mut Opportunity) {
    opportunity.offers.clear();
    let last = opportunity.rounds.iter().map(|round| round.ends).max().unwrap();
    let at = (last + TimeDelta::days(12)).min(now() - TimeDelta::days(1));
    let event = EventId(Uuid::from_u128(opportunity.id.0.as_u128() ^ 1));
    let what = EventKind::Rejected { person: None };
    opportunity.events.push(Event { id: event, at, what, letter: None, against_advice: false });
}

/// An id made then; the other numbers tell it from all that were made in the same second.
fn id(made: Stamp, kind: u8, of: u64, nth: u64) -> Uuid {
    let mixed = of.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let random = [mixed.as_slice(), &[kind, u8::try_from(nth).unwrap()]].concat();
    uuid_v7(u64::try_from(made.timestamp_millis()).unwrap(), random.try_into().unwrap())
}

fn opportunity(i: u64, size: Size, records: &mut Records) -> Opportunity {
    let days_ago = 2 + i64::try_from(118 * i / size.interviewed).unwrap();
    let last = now() - TimeDelta::days(days_ago);
    let rounds: Vec<Round> = (0..size.rounds).map(|nth| round(i, nth, size.rounds, last, records)).collect();
    let offers = if i % 50 == 7 { vec![offer(i, last)] } else { Vec::new() };
    let applied = last - TimeDelta::days(30);
    Opportunity {
        applied: Some(applied),
        events: events(i, &rounds),
        rounds,
        offers,
        ..Opportunity::new(OpportunityId(id(applied, 1, i, 0)), format!("Company {i}"), "Engineer")
    }
}

fn round(i: u64, nth: u64, of: u64, last: Stamp, records: &mut Records) -> Round {
    let ends = last - TimeDelta::days(8 * i64::try_from(of - 1 - nth).unwrap());
    let met = (0..PEOPLE).map(|of| met(i, nth * PEOPLE + of, ends, records)).collect();
    let promised = (ends + TimeDelta::days(6)).utc().date_naive();
    let item =
        Deliverable { id: ItemId(id(ends, 4, i, nth)), what: "a code sample".to_owned(), by: promised };
    Round {
        course: Some(Course {
            presumed: false,
            met,
            reply_by: if i.is_multiple_of(3) { ReplyBy::Date(promised) } else { ReplyBy::NotTold },
            promised_by: None,
            contact_by: None,
            calls_invited: false,
            deliver: if i % 10 == 1 { vec![item] } else { Vec::new() },
        }),
        ..Round::new(RoundId(id(ends, 2, i, nth)), ends - TimeDelta::hours(1), ends)
    }
}

fn met(i: u64, nth: u64, when: Stamp, records: &mut Records) -> Met {
    let person = PersonId(id(when, 3, i, nth));
    let role = match nth {
        0 => Role::Recruiter,
        3 => Role::HiringManager,
        _ => Role::Interviewer,
    };
    let known = Person {
        email: (nth % 4 != 3).then(|| format!("person{nth}@company{i}.example")),
        ..Person::new(person, format!("Person {nth} of {i}"), role)
    };
    records.people.insert(person, known);
    Met {
        conversation: Conversation::Significant,
        linkedin: if nth.is_multiple_of(2) { Permission::Allowed } else { Permission::NotAsked },
        talked_about: "the migration to smaller services".to_owned(),
        ..Met::new(person)
    }
}

fn offer(i: u64, last: Stamp) -> Offer {
    let received = last + TimeDelta::days(1);
    // Nobody leaves dozens of offers undecided: the two latest wait for an answer.
    let declined = (i > 100).then(|| received + TimeDelta::days(3));
    Offer {
        declined,
        respond_by: Some(received + TimeDelta::days(7)),
        written: Some(received),
        ..Offer::new(OfferId(id(received, 5, i, 0)), received)
    }
}

/// Thanks to most people within a day; after that an answer, a no, or nothing.
fn events(i: u64, rounds: &[Round]) -> Vec<Event> {
    let mut events = Vec::new();
    let mut happened = |at: Stamp, what: EventKind| {
        let id = EventId(id(at, 6, i, events.len() as u64));
        events.push(Event { id, at, what, letter: None, against_advice: false });
    };
    for round in rounds {
        let met = round.course.iter().flat_map(|course| &course.met);
        for (nth, met) in met.enumerate().filter(|(nth, _)| !(i + *nth as u64).is_multiple_of(4)) {
            let at = round.ends + TimeDelta::hours(3 + i64::try_from(nth).unwrap());
            happened(at, EventKind::ThankYouSent { person: met.person, round: round.id });
        }
    }
    let last = rounds.iter().map(|round| round.ends).max().unwrap();
    match i % 5 {
        0 => happened(last + TimeDelta::days(12), EventKind::Rejected { person: None }),
        1 => happened(last + TimeDelta::days(5), EventKind::reply(None, None)),
        2 => happened(last + TimeDelta::days(11), EventKind::FollowUpSent { person: None }),
        _ => {}
    }
    events
}
