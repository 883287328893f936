//! A record as it is stored: `{"schema": n, "revision": n, "data": …}`.
//!
//! A record of the schema of today is read straight into its type. Only where that fails is it looked at more
//! closely: whether it is newer, older, of another shape, or no JSON at all.

use super::Why;
use super::migrations::{self, SCHEMA};
use super::objects::from_text;
use crate::model::{Record, RecordKey};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    schema: u32,
    revision: u64,
    data: T,
}

/// A record that was read.
pub(super) struct Read {
    pub(super) record: Record,
    pub(super) revision: u64,
    /// The schema that it was stored in.
    pub(super) schema: u32,
}

/// What a text says of itself, without its data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Head {
    pub(super) schema: u32,
    pub(super) revision: u64,
}

/// Why a text is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unread {
    /// A newer version of the app wrote it.
    Newer {
        /// In this schema.
        schema: u32,
    },
    /// It is broken.
    Broken(Why),
}

/// Reads the record of that name.
pub(super) fn read(key: RecordKey, text: &str) -> Result<Read, Unread> {
    let read = match key {
        RecordKey::Person(_) => read_as(text, |it| Record::Person(Box::new(it))),
        RecordKey::Opportunity(_) => read_as(text, |it| Record::Opportunity(Box::new(it))),
        RecordKey::Template(_) => read_as(text, |it| Record::Template(Box::new(it))),
        RecordKey::Settings => read_as(text, |it| Record::Settings(Box::new(it))),
        RecordKey::Search => read_as(text, |it| Record::Search(Box::new(it))),
    }?;
    if read.record.key() == key { Ok(read) } else { Err(Unread::Broken(Why::OtherId)) }
}

fn read_as<T: DeserializeOwned>(text: &str, record: fn(T) -> Record) -> Result<Read, Unread> {
    let typed = from_text::<Envelope<T>>(text);
    let failure = match typed {
        Ok(Envelope { schema: SCHEMA, revision, data }) => {
            return Ok(Read { record: record(data), revision, schema: SCHEMA });
        }
        Ok(_) => None,
        Err(failure) => Some(failure),
    };
    let (head, data) = brought_up_to_date(text, failure)?;
    // By way of its text: a second way to read records would be a good part of the download.
    let data = from_text(&data.to_string()).map_err(|failure| not_migrated(head.schema, &failure))?;
    Ok(Read { record: record(data), revision: head.revision, schema: head.schema })
}

/// The data of an older record in the schema of today; else what is wrong with it. `failure` is what was wrong
/// with reading it as a record of today.
fn brought_up_to_date(text: &str, failure: Option<serde_json::Error>) -> Result<(Head, Value), Unread> {
    let Envelope { schema, revision, data } =
        serde_json::from_str::<Envelope<Value>>(text).map_err(|failure| Unread::Broken(why(&failure)))?;
    let head = Head { schema, revision };
    match (schema, failure) {
        (SCHEMA, Some(failure)) => Err(Unread::Broken(why(&failure))),
        (schema, _) if schema > SCHEMA => Err(Unread::Newer { schema }),
        _ => match migrations::bring_up_to_date(data, schema) {
            Ok(data) => Ok((head, data)),
            Err(failure) => Err(not_migrated(schema, &failure)),
        },
    }
}

fn not_migrated(schema: u32, reason: &impl ToString) -> Unread {
    Unread::Broken(Why::NotMigrated { schema, reason: reason.to_string() })
}

fn why(failure: &serde_json::Error) -> Why {
    if failure.is_data() { Why::OtherShape(failure.to_string()) } else { Why::Damaged(failure.to_string()) }
}

/// What a text says of itself; the whole of it must be JSON, so that one which is cut off is not taken for whole.
pub(super) fn head(text: &str) -> Option<Head> {
    let Envelope { schema, revision, data: IgnoredAny } = serde_json::from_str(text).ok()?;
    Some(Head { schema, revision })
}

/// What the journal holds in place of a record that was removed.
pub(super) fn removed(revision: u64) -> String {
    format!("{{\"schema\":{SCHEMA},\"revision\":{revision},{NO_DATA}")
}

/// Whether a text says that its record was removed.
pub(super) fn is_removed(text: &str) -> bool {
    text.ends_with(NO_DATA)
}

const NO_DATA: &str = "\"data\":null}";

/// Writes a record down.
pub(super) fn write(record: &Record, revision: u64) -> Result<String, serde_json::Error> {
    let data = in_memory(record)?;
    Ok(format!("{{\"schema\":{SCHEMA},\"revision\":{revision},\"data\":{data}}}"))
}

/// The data of a text, whatever it is.
pub(super) fn data(text: &str) -> Option<Value> {
    serde_json::from_str::<Envelope<Value>>(text).ok().map(|envelope| envelope.data)
}

/// Data that came from elsewhere, as it would be stored.
pub(crate) fn as_stored(data: &str) -> String {
    format!("{{\"schema\":{SCHEMA},\"revision\":0,\"data\":{data}}}")
}

/// The data of a record, as this version writes it.
pub(crate) fn in_memory(record: &Record) -> Result<String, serde_json::Error> {
    match record {
        Record::Person(data) => serde_json::to_string(data),
        Record::Opportunity(data) => serde_json::to_string(data),
        Record::Template(data) => serde_json::to_string(data),
        Record::Settings(data) => serde_json::to_string(data),
        Record::Search(data) => serde_json::to_string(data),
    }
}

/// Writes data down.
pub(super) fn write_data(data: &Value, revision: u64) -> Result<String, serde_json::Error> {
    write_as(data, revision)
}

fn write_as<T: Serialize>(data: &T, revision: u64) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Envelope { schema: SCHEMA, revision, data })
}
