//! Any data of schema 1, stored and in a backup: both read the same of it, and a change of it keeps its text.
#![no_main]

mod stored;

use afterword::exchange::backup;
use afterword::model::Records;
use libfuzzer_sys::fuzz_target;
use stored::{KEYS, opened, with};

const LISTS: [&str; 5] = ["opportunities", "people", "templates", "settings", "search"];

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, data)) = bytes.split_first() else { return };
    let Ok(data) = std::str::from_utf8(data) else { return };
    let kind = usize::from(*kind) % KEYS.len();
    let text = format!(r#"{{"schema":1,"revision":1,"data":{data}}}"#);
    let (store, records, notices) = opened(with(&[(KEYS[kind].to_owned(), text.clone())]));
    assert_eq!(store.raw(KEYS[kind]), Ok(Some(text)));
    let list = if kind < 3 { format!("[{data}]") } else { data.to_owned() };
    let file = format!(r#"{{"app":"afterword","schema":1,"saved":0,"{}":{list}}}"#, LISTS[kind]);
    let Ok(backup) = backup::read(&file) else { return };
    // Under its key a record must have that id; in a list it may have any.
    if records != Records::default() && !matches!(notices.first(), Some(afterword::storage::Notice::ReadOnly { .. })) {
        assert_eq!(backup.records, records);
    }
    let written = backup::write(&backup.records, backup.saved).expect("records can be written");
    assert_eq!(backup::read(&written).expect("it can be read").records, backup.records);
});
