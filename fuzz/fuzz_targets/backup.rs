//! Any file opened as a backup: no panic, and what is read of it is read again from what is written of that.
#![no_main]

use afterword::exchange::sealed::Sealed;
use afterword::exchange::{backup, decoded, holidays};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = decoded(bytes.to_vec());
    let _ = Sealed::read(&text);
    let _ = holidays::read(&text, Default::default());
    let Ok(read) = backup::read(&text) else { return };
    let written = backup::write(&read.records, read.saved).expect("records can be written");
    let again = backup::read(&written).expect("what was written can be read");
    assert!(again.unread.is_empty(), "{:?}", again.unread);
    assert_eq!(again.records, read.records);
});
