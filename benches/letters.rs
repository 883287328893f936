//! What a letter costs: filling it in, opening it among many earlier ones, and checking it at each pause of typing.
//!
//! Aim: all checks on a note of 300 words against 500 earlier ones within 5 ms.

#![allow(clippy::unwrap_used)] // a measurement fails by panicking
#![allow(missing_docs)] // criterion's macros make public functions

use afterword::etiquette::Now;
use afterword::letters::{CheckContext, LetterRequest, check, compose};
use afterword::model::{
    ActionKey, Course, Event, EventId, EventKind, Letter, Met, Opportunity, OpportunityId, Person, PersonId,
    Records, Role, Round, RoundId, Stamp, Task, Tone, uuid_v7,
};
use chrono::{TimeZone, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use uuid::Uuid;

const EARLIER: u64 = 500;
const WORDS: usize = 300;

fn id(n: u64) -> Uuid {
    uuid_v7(1_700_000_000_000 + n, [7; 10])
}

fn at(day: u32) -> Stamp {
    Utc.with_ymd_and_hms(2026, 3, day, 11, 0, 0).unwrap().into()
}

/// A note of so many words, another for each seed.
fn note(seed: usize) -> Letter {
    const SYLLABLES: [&str; 16] = [
        "ta", "re", "mi", "so", "ku", "len", "dar", "fi", "os", "pra", "vel", "in", "gor", "ash", "ne", "tu",
    ];
    let mut body = String::from("Hi Dana,\n\nThank you for the conversation.");
    let mut random = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    for word in 0..WORDS {
        body.push(' ');
        for _ in 0..3 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            body.push_str(SYLLABLES.get(random >> 33 & 15).unwrap());
        }
        if word % 12 == 11 {
            body.push_str(". I am interested");
        }
    }
    body.push_str(".\n\nBest wishes,\nSam Field");
    Letter { subject: "Thank you".to_owned(), body }
}

/// A search with a letter sent in each of 500 opportunities, and one to be written.
fn records() -> (Records, LetterRequest) {
    let mut records = Records::default();
    "Sam Field".clone_into(&mut records.settings.name);
    for n in 0..=EARLIER {
        let person = PersonId(id(n));
        records.people.insert(person, Person::new(person, format!("Dana{n} Reyes{n}"), Role::Interviewer));
        let mut round = Round::new(RoundId(id(1_000 + n)), at(5), at(6));
        round.course = Some(Course { met: vec![Met::new(person)], ..Course::default() });
        let sent = EventKind::ThankYouSent { person, round: round.id };
        let mut one = Opportunity::new(
            OpportunityId(id(2_000 + n)),
            format!("Company {n} Ltd"),
            format!("Analyst {n}"),
        );
        one.rounds.push(round);
        if n > 0 {
            let letter = Some(Box::new(note(usize::try_from(n).unwrap())));
            one.events.push(Event {
                id: EventId(id(n)),
                at: at(6),
                what: sent,
                letter,
                against_advice: false,
            });
        }
        records.opportunities.insert(one.id, one);
    }
    let key = ActionKey {
        opportunity: Some(OpportunityId(id(2_000))),
        round: Some(RoundId(id(1_000))),
        person: Some(PersonId(id(0))),
        ..ActionKey::new(Task::ThankYou)
    };
    (records, LetterRequest::new(key, Tone::Warm))
}

fn letters(c: &mut Criterion) {
    let (records, request) = records();
    let now = Now::new(at(7), Utc);
    let context = CheckContext::of(&records, &request, &now).unwrap();
    let letter = note(0);
    c.bench_function("fill a letter in", |b| b.iter(|| compose(black_box(&records), &request, &now)));
    c.bench_function("open it beside 500 earlier ones", |b| {
        b.iter(|| CheckContext::of(black_box(&records), &request, &now));
    });
    c.bench_function("all checks on 300 words against 500 earlier ones", |b| {
        b.iter(|| check(black_box(&letter), &context));
    });
}

criterion_group!(benches, letters);
criterion_main!(benches);
