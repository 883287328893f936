//! What a plan costs: of everything, and anew after one change.
//!
//! Aims: 1,000 opportunities planned within 5 ms, growth linear; after one change within 0.1 ms whatever the rest.
//! Linear is the work: by `valgrind --tool=callgrind`, at 10,000 each action takes about a ninth more instructions than
//! at 1,000. The time grows faster where a search and its plan no longer fit a processor's caches: 10,000 of these fill
//! more than 100 MB, and a third of that time goes to the system, for fresh memory at every plan.
//! One change is about the rest itself: when an offer comes, each opportunity that waits for an answer is told (R20),
//! nearly 800 of 1,000 here. It costs what writing one action for each of them does, and nothing for the others.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a measurement fails by panicking
#![allow(missing_docs)] // criterion's macros make public functions

#[allow(dead_code)] // examples/search.rs uses the rest
#[path = "support/searches.rs"]
mod searches;

use afterword::etiquette::{About, CONSIDERED, Now, Planner, Touched, may_write, plan};
use afterword::model::{Event, EventId, EventKind, Mark, Offer, OfferId, OpportunityId, Records, Task};
use chrono::TimeDelta;
use chrono_tz::{America::New_York, Tz};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use searches::{REAL, Size, many};
use std::hint::black_box;
use uuid::Uuid;

const SIZES: [u64; 3] = [100, 1_000, 10_000];

fn now() -> Now<Tz> {
    Now::new(searches::now(), New_York)
}

fn everything(c: &mut Criterion) {
    let mut group = c.benchmark_group("plan");
    let of = |size: Size| (size.interviewed + size.applied, searches::of(size));
    let sizes = [("real", REAL), ("1000", many(1_000)), ("10000", many(10_000))];
    let sizes = sizes.map(|(name, size)| (name.to_owned(), of(size)));
    let interviewed = SIZES.map(|n| (format!("{n} interviewed"), (n, searches::search(n))));
    for (name, (n, records)) in sizes.into_iter().chain(interviewed) {
        group.throughput(Throughput::Elements(n));
        group.bench_with_input(BenchmarkId::from_parameter(name), &records, |b, records| {
            b.iter(|| plan(black_box(records), &CONSIDERED, &now()));
        });
    }
    group.finish();
}

/// Changes one opportunity, and says which.
type Change = fn(&mut Records) -> OpportunityId;

/// What may happen, by the name that the bench calls it.
fn changes() -> Vec<(&'static str, Change)> {
    vec![
        ("a thank-you is sent", |records| {
            let (person, round) = someone_met(records);
            log(records, EventKind::ThankYouSent { person, round })
        }),
        ("a reply comes", |records| log(records, EventKind::ReplyReceived { person: None, reply_by: None })),
        ("they say no", |records| log(records, EventKind::Rejected { person: None })),
        ("a connection is made", |records| {
            let (person, _) = someone_met(records);
            log(records, EventKind::Connected { person })
        }),
        ("an action is skipped", |records| {
            let mut action = afterword::model::ActionKey::new(Task::FollowUp);
            action.opportunity = Some(chosen(records));
            action.nth = Some(1);
            log(records, EventKind::marked(Mark::Skipped, action))
        }),
        ("an offer comes", |records| {
            let id = chosen(records);
            let offer = Offer::new(OfferId(Uuid::from_u128(7)), searches::now() - TimeDelta::hours(1));
            records.opportunities.get_mut(&id).unwrap().offers.push(offer);
            id
        }),
    ]
}

fn chosen(records: &Records) -> OpportunityId {
    // A recent one: what is recent is what changes. 3 mod 5: nothing came of it yet.
    let company = format!("Company {}", records.opportunities.len() / 10 + 3);
    *records.opportunities.iter().find(|(_, opportunity)| opportunity.company == company).unwrap().0
}

fn someone_met(records: &Records) -> (afterword::model::PersonId, afterword::model::RoundId) {
    let round = records.opportunities[&chosen(records)].rounds.last().unwrap();
    (round.course.as_ref().unwrap().met[0].person, round.id)
}

fn log(records: &mut Records, what: EventKind) -> OpportunityId {
    let id = chosen(records);
    let at = searches::now() - TimeDelta::minutes(1);
    let event = Event { id: EventId(Uuid::from_u128(9)), at, what, letter: None, against_advice: false };
    records.opportunities.get_mut(&id).unwrap().events.push(event);
    id
}

fn one_change(c: &mut Criterion) {
    for (name, change) in changes() {
        let mut group = c.benchmark_group(format!("after one change: {name}"));
        for n in SIZES {
            let mut records = searches::search(n);
            let before = Planner::new(&records, &now());
            let touched = [Touched::Opportunity(change(&mut records))];
            group.bench_function(BenchmarkId::from_parameter(n), |b| {
                b.iter_batched_ref(
                    || before.clone(),
                    |planner| planner.refresh(&records, &touched, &now()),
                    BatchSize::LargeInput,
                );
            });
        }
        group.finish();
    }
}

fn guard(c: &mut Criterion) {
    let records = searches::search(1_000);
    let id = chosen(&records);
    c.bench_function("may I write to them now, of 1000", |b| {
        b.iter(|| may_write(black_box(&records), id, About::Status, None, &now()));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).without_plots();
    targets = everything, one_change, guard
}
criterion_main!(benches);
