//! How long it takes to load a long search, and to save one change of it.

use afterword::commands::{Command, apply};
use afterword::model::{NumberedIds, Opportunity, Records, Stamp};
use afterword::storage::{MapStore, RecordStore};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use uuid::Uuid;

#[path = "../tests/support/search.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]
mod search;

/// So many opportunities, one in ten with interviews, as a store holds them.
fn store(opportunities: usize) -> MapStore {
    let mut random = search::Random(7);
    let mut records = search::search(&mut random, opportunities / 10);
    while records.opportunities.len() < opportunities {
        let id = afterword::model::OpportunityId(Uuid::from_u64_pair(random.next(), random.next()));
        let mut it = Opportunity::new(id, format!("Company {}", random.below(10_000)), "Analyst");
        it.applied = Stamp::from_timestamp(search::ORIGIN);
        records.opportunities.insert(id, it);
    }
    let (mut keeper, loaded) = RecordStore::open(MapStore::default());
    let mut empty = loaded.records;
    let how = afterword::commands::Restoring::Replace;
    save(
        &mut keeper,
        &mut empty,
        Command::RestoreBackup { records: Box::new(records), how, texts: std::collections::BTreeMap::new() },
    );
    keeper.into_store()
}

fn save(keeper: &mut RecordStore<MapStore>, records: &mut Records, command: Command) {
    let now = Stamp::from_timestamp(search::ORIGIN).unwrap_or(Stamp::UNIX_EPOCH);
    if let Ok(change) = apply(records, command, now, &mut NumberedIds::default()) {
        // A map never refuses.
        let _ = keeper.save(records, &change);
    }
}

fn loading(criterion: &mut Criterion) {
    for size in [1_000, 5_000] {
        let store = store(size);
        criterion.bench_function(&format!("load {size}"), |bench| {
            bench.iter_batched(
                || store.clone(),
                |store| black_box(RecordStore::open(store)),
                BatchSize::LargeInput,
            );
        });
    }
}

fn saving(criterion: &mut Criterion) {
    for size in [100, 5_000] {
        let (mut keeper, loaded) = RecordStore::open(store(size));
        let mut records = loaded.records;
        let busiest = records.opportunities.values().max_by_key(|it| it.events.len() + it.rounds.len());
        let Some(mut it) = busiest.cloned() else { return };
        let mut turn = 0_u32;
        criterion.bench_function(&format!("save one of {size}"), |bench| {
            bench.iter(|| {
                // Another text each time, since a change that changes nothing is not stored.
                turn += 1;
                it.notes = turn.to_string();
                save(&mut keeper, &mut records, Command::PutOpportunity(Box::new(it.clone())));
            });
        });
    }
}

criterion_group!(benches, loading, saving);
criterion_main!(benches);
