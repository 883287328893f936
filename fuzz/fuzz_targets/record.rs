//! Any text under the key of a record: it is read, or kept and told; and a change beside it, or of it, loses nothing.
#![no_main]

mod stored;

use afterword::model::Settings;
use libfuzzer_sys::fuzz_target;
use stored::{KEYS, change_settings, opened, with};

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, text)) = bytes.split_first() else { return };
    let key = KEYS[usize::from(*kind) % KEYS.len()];
    let text = String::from_utf8_lossy(text).into_owned();
    let (mut store, mut records, notices) = opened(with(&[(key.to_owned(), text.clone())]));
    assert_eq!(store.raw(key), Ok(Some(text.clone())), "a start writes nothing");
    let is_read = records != Default::default();
    change_settings(&mut store, &mut records, |settings| settings.name.push('x'));
    if !is_read && !notices.is_empty() {
        // It lies where it lay, or aside.
        let texts = stored::texts(store.into_store());
        assert!(texts.values().any(|kept| *kept == text), "{text:?}");
        return;
    }
    let seen = records;
    let (_, again, _) = opened(store.into_store());
    if notices.is_empty() {
        assert_eq!(again, seen);
    }
    let _: Settings = again.settings;
});
