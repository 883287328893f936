//! Any journal beside any store: no panic; what is brought in is brought in once; and the next start shows the same.
#![no_main]

mod stored;

use afterword::storage::SaveStatus;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use stored::{KEYS, change_settings, opened, with};

fuzz_target!(|bytes: &[u8]| {
    // Lines, each a text under one of the keys; the first letter says where.
    let text = String::from_utf8_lossy(bytes);
    let (mut in_store, mut journal) = (Vec::new(), BTreeMap::new());
    for line in text.split('\n') {
        let Some(place) = line.bytes().next() else { continue };
        let key = KEYS[usize::from(place >> 1) % KEYS.len()].to_owned();
        let text = line.get(1..).unwrap_or_default().to_owned();
        if place & 1 == 0 {
            in_store.push((key, text));
        } else {
            journal.insert(key, text);
        }
    }
    let journal: Vec<_> = journal.into_iter().collect();
    let (mut store, mut records, _) = opened(with(&in_store));
    if bytes.len() % 2 == 0 {
        change_settings(&mut store, &mut records, |settings| settings.name.push('x'));
    }
    store.bring_in(&journal, &mut records);
    assert_eq!(store.bring_in(&journal, &mut records), 0, "brought in twice");
    if store.save_status() == SaveStatus::ReadOnly {
        // A newer version wrote it: what was read before stays to be seen, and the next start cannot read it.
        return;
    }
    let seen = records.clone();
    let (mut again, mut next, _) = opened(store.into_store());
    assert_eq!(next, seen, "the next start");
    assert_eq!(again.bring_in(&journal, &mut next), 0, "at the next start");
    assert_eq!(next, seen);
});
