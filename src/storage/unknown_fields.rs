//! Fields that this version does not know stay with their record: a newer version wrote them, and will want them.
//!
//! Whoever adds a field raises the schema, so that this is for what was forgotten, and for versions that are tried out.

use super::envelope::{self, Head};
use super::migrations::SCHEMA;
use crate::model::{Record, RecordKey};
use serde_json::{Map, Value};

/// Whether a text that was read as this record holds something that is not known here.
pub(crate) fn holds_more(record: &Record, text: &str) -> bool {
    let is_own = |head: Head| envelope::write(record, head.revision).is_ok_and(|known| known == text);
    envelope::head(text).is_some_and(|head| head.schema == SCHEMA && !is_own(head))
}

/// The text `new`, with what `old` holds that is not known here. `base` is how the record was before its change, as far
/// as that is known.
pub(super) fn keep(key: RecordKey, old: &str, base: Option<&Record>, new: String) -> String {
    // Nearly always the old text holds what this version would write, and nothing else.
    let is_own =
        |record: &Record, revision| envelope::write(record, revision).is_ok_and(|written| written == old);
    let Some(head) = envelope::head(old).filter(|head| head.schema == SCHEMA) else { return new };
    if base.is_some_and(|base| is_own(base, head.revision)) {
        return new;
    }
    let Ok(read) = envelope::read(key, old) else { return new };
    if is_own(&read.record, read.revision) {
        return new;
    }
    with_unknown(old, &read.record, &new).unwrap_or(new)
}

fn with_unknown(old: &str, read: &Record, new: &str) -> Option<String> {
    let known = envelope::write(read, 0).ok()?;
    let (old, known) = (envelope::data(old)?, envelope::data(&known)?);
    let mut data = envelope::data(new)?;
    carry(&old, &known, &mut data);
    envelope::write_data(&data, envelope::head(new)?.revision).ok()
}

/// Puts into `new` what `old` holds and `known`, which is `old` as it was understood, does not.
fn carry(old: &Value, known: &Value, new: &mut Value) {
    match (old, known, new) {
        (Value::Object(old), Value::Object(known), Value::Object(new)) => carry_fields(old, known, new),
        (Value::Array(old), Value::Array(known), Value::Array(new)) if old.len() == known.len() => {
            for (old, known) in old.iter().zip(known).filter(|(old, known)| old != known) {
                if let Some(place) = place_of(known, new) {
                    carry(old, known, place);
                }
            }
        }
        _ => {}
    }
}

fn carry_fields(old: &Map<String, Value>, known: &Map<String, Value>, new: &mut Map<String, Value>) {
    for (name, value) in old {
        match (known.get(name), new.get_mut(name)) {
            (Some(known), Some(new)) => carry(value, known, new),
            (None, None) => drop(new.insert(name.clone(), value.clone())),
            // It was known and is gone, or is set now.
            _ => {}
        }
    }
}

/// Where an element of a list is now: the one with its id, else the one that is as it was.
fn place_of<'n>(known: &Value, new: &'n mut [Value]) -> Option<&'n mut Value> {
    let is_it = |new: &Value| match known.get("id") {
        Some(id) => new.get("id") == Some(id),
        None => new == known,
    };
    new.iter_mut().find(|new| is_it(new))
}
