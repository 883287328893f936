//! Records go to the browser's own storage and come back as they were.

#![allow(clippy::unwrap_used)] // tests fail by panicking

use afterword::model::{NumberedIds, Records, Stamp};
use afterword::platform::local_storage::BrowserStore;
use afterword::storage::{RecordStore, SaveStatus, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

fn example() -> Records {
    let now = Stamp::from_timestamp(1_772_442_000).unwrap();
    afterword::example::search(&afterword::etiquette::Now::new(now, chrono::Utc))
}

#[wasm_bindgen_test]
fn a_search_comes_back_as_it_was_and_goes_when_it_is_erased() {
    let (mut store, loaded) = RecordStore::open(BrowserStore);
    let (mut records, before) = (loaded.records, BrowserStore.keys().unwrap().len());
    let command = afterword::commands::Command::LoadExample(Box::new(example()));
    let now = Stamp::from_timestamp(1_772_442_000).unwrap();
    let change = afterword::commands::apply(&mut records, command, now, &mut NumberedIds::default()).unwrap();
    store.save(&mut records, &change).unwrap();
    assert_eq!(store.save_status(), SaveStatus::Kept);

    let (mut store, loaded) = RecordStore::open(BrowserStore);
    let mut back = loaded.records;
    assert_eq!(back, records);
    store.erase(&mut back).unwrap();
    assert_eq!(BrowserStore.keys().unwrap().len(), before);
}

#[wasm_bindgen_test]
fn s5_the_browsers_own_word_for_no_room_is_understood_and_nothing_is_lost() {
    let mut store = BrowserStore;
    let mut filler = "x".repeat(1 << 20);
    store.set("filler/kept", "kept").unwrap();
    let refused = loop {
        match store.set("filler", &filler) {
            Ok(()) if filler.len() < 1 << 27 => filler = filler.repeat(2),
            other => break other,
        }
    };
    assert_eq!(refused, Err(StoreError::Full));
    assert_eq!(store.get("filler/kept"), Ok(Some("kept".to_owned())));
    store.remove("filler").unwrap();
    store.remove("filler/kept").unwrap();
}
