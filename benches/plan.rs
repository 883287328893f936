//! What a plan costs, and an answer of the guard.
//!
//! Aims: 1,000 opportunities planned within 20 ms, growth linear to 10,000.

#![allow(clippy::unwrap_used)] // a measurement fails by panicking
#![allow(missing_docs)] // criterion's macros make public functions

#[allow(dead_code)] // other measurements use the rest
#[path = "support/searches.rs"]
mod searches;

use afterword::etiquette::{About, Now, may_write, plan};
use chrono_tz::{America::New_York, Tz};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use searches::{REAL, Size, many};
use std::hint::black_box;

fn now() -> Now<Tz> {
    Now::new(searches::now(), New_York)
}

fn everything(c: &mut Criterion) {
    let mut group = c.benchmark_group("plan");
    let of = |size: Size| (size.interviewed + size.applied, searches::of(size));
    let sizes = [("real", REAL), ("1000", many(1_000)), ("10000", many(10_000))];
    let sizes = sizes.map(|(name, size)| (name.to_owned(), of(size)));
    let interviewed = [100, 1_000, 10_000].map(|n| (format!("{n} interviewed"), (n, searches::search(n))));
    for (name, (n, records)) in sizes.into_iter().chain(interviewed) {
        group.throughput(Throughput::Elements(n));
        group.bench_with_input(BenchmarkId::from_parameter(name), &records, |b, records| {
            b.iter(|| plan(black_box(records), &now()));
        });
    }
    group.finish();
}

fn guard(c: &mut Criterion) {
    let records = searches::search(1_000);
    let id = *records.opportunities.keys().next().unwrap();
    c.bench_function("may I write to them now, of 1000", |b| {
        b.iter(|| may_write(black_box(&records), id, About::Status, None, &now()));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).without_plots();
    targets = everything, guard
}
criterion_main!(benches);
