//! A store that holds what the fuzzer thinks of.
#![allow(dead_code)] // not each target uses all of it

use afterword::commands::{Command, apply};
use afterword::model::{NumberedIds, Records, Settings, Stamp};
use afterword::storage::{MapStore, Notice, RecordStore, Store};
use std::collections::BTreeMap;

/// One key of each kind.
pub const KEYS: [&str; 5] = [
    "afterword/opportunity/00000000-0000-0000-0000-000000000001",
    "afterword/person/00000000-0000-0000-0000-000000000002",
    "afterword/template/00000000-0000-0000-0000-000000000003",
    "afterword/settings/all",
    "afterword/search/all",
];

pub fn with(texts: &[(String, String)]) -> MapStore {
    let mut store = MapStore::default();
    for (key, text) in texts {
        store.set(key, text).expect("a map has room");
    }
    store
}

pub fn texts(store: MapStore) -> BTreeMap<String, String> {
    let keys = store.keys().expect("a map can be read").into_iter();
    keys.filter_map(|key| Some((key.clone(), store.get(&key).ok()??))).collect()
}

pub fn opened(store: MapStore) -> (RecordStore<MapStore>, Records, Vec<Notice>) {
    let (mut store, loaded) = RecordStore::open(store);
    store.begin_revisions_at(now());
    (store, loaded.records, loaded.notices)
}

pub fn now() -> Stamp {
    Stamp::from_timestamp(1_772_442_000).expect("within the years")
}

/// As the user does at the settings. Where a newer version wrote, it is refused.
pub fn change_settings(store: &mut RecordStore<MapStore>, records: &mut Records, change: fn(&mut Settings)) {
    let mut settings = records.settings.clone();
    change(&mut settings);
    let command = Command::PutSettings(Box::new(settings));
    let change = apply(records, command, now(), &mut NumberedIds(0)).expect("settings can always be put");
    let _ = store.save(records, &change);
}
