//! A backup: one JSON file that holds every record, written and read back.
//!
//! ```json
//! {"app": "afterword", "schema": 1, "saved": 1772442000,
//!  "people": […], "opportunities": […], "templates": […], "settings": {…}, "search": {…}}
//! ```
//! Each record is read on its own, so that a broken one harms no other; what cannot be read is named, and its
//! text is given back.

use crate::json::{self, Fields, Json, ObjectWriter, ShapeError, SyntaxError};
use crate::model::{OpportunityId, PersonId, Record, RecordKey, Records, Stamp, TemplateId};
use crate::storage::{SCHEMA, bring_up_to_date};
use uuid::Uuid;

/// No browser's storage holds more than a tenth of this.
const LARGEST: usize = 50 * 1024 * 1024;
const APP: &str = "afterword";

/// A backup that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Backup {
    /// When it was saved.
    pub saved: Stamp,
    /// The records.
    pub records: Records,
    /// What could not be read of it.
    pub unread: Vec<UnreadRecord>,
}

/// A record of a backup that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnreadRecord {
    /// In which list it stood.
    pub kind: &'static str,
    /// At which place, from 1; 0 for what there is only one of.
    pub place: usize,
    /// What is wrong with it.
    pub why: Unreadable,
    /// Its text.
    pub text: String,
}

/// What is wrong with a record of a backup.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is no such record.
    #[error("it is not such a record ({0})")]
    OtherShape(String),
    /// Another record of the file has the same id, and was taken.
    #[error("another one has the same id")]
    SameId,
}

/// Why a file is not read as a backup. Nothing has changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BackupError {
    /// There is nothing in it.
    #[error("This file is empty.")]
    Empty,
    /// It is larger than any backup.
    #[error("This file has {megabytes} MB; a backup of Afterword is never that large.")]
    TooLarge {
        /// Its size.
        megabytes: usize,
    },
    /// It is no text at all, or not as Afterword writes it.
    #[error("This file does not hold plain text, as a backup does. Nothing was changed.")]
    NotText,
    /// It is text, but no JSON.
    #[error("This is a text file, but its text is not in the form of a backup (JSON). Nothing was changed.")]
    NotJson,
    /// It is no JSON, or cut off.
    #[error("This file is damaged or cut off near line {line}, column {column}. Nothing was changed.")]
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON, but no backup of Afterword.
    #[error("This file is in a backup's form (JSON), but Afterword did not save it. Nothing was changed.")]
    OtherFile,
    /// A newer version wrote it.
    #[error(
        "A newer version of Afterword saved this backup. Reload the page to get that version, then try again."
    )]
    Newer {
        /// Its schema.
        schema: u32,
    },
}

/// The name for a backup saved on that day.
pub fn file_name(day: chrono::NaiveDate) -> String {
    format!("afterword-{}.json", crate::model::write_date(day))
}

/// Writes a backup.
pub fn write(records: &Records, saved: Stamp) -> String {
    let mut text = String::new();
    let mut to = ObjectWriter::begin(&mut text);
    to.field("app", &APP).field("schema", &SCHEMA).field("saved", &saved);
    to.field("people", &records.people.values().collect::<Vec<_>>());
    to.field("opportunities", &records.opportunities.values().collect::<Vec<_>>());
    to.field("templates", &records.templates.values().collect::<Vec<_>>());
    to.field("settings", &records.settings).field("search", &records.search).end();
    text
}

/// Reads a backup.
///
/// # Errors
/// [`BackupError`] where the file is none; single records that cannot be read are named in the backup.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(BackupError::Empty);
    }
    if text.len() > LARGEST {
        return Err(BackupError::TooLarge { megabytes: text.len() / 1024 / 1024 });
    }
    let json = json::parse(text).map_err(|error| no_json(text, error))?;
    let mut file = Fields::of(json).map_err(|_| BackupError::OtherFile)?;
    let head = |file: &mut Fields<'_>| -> Result<(String, u32, Stamp), ShapeError> {
        Ok((file.need("app")?, file.need("schema")?, file.need("saved")?))
    };
    let (app, schema, saved) = head(&mut file).map_err(|_| BackupError::OtherFile)?;
    if app != APP {
        return Err(BackupError::OtherFile);
    }
    if schema > SCHEMA {
        return Err(BackupError::Newer { schema });
    }
    let mut reading = Reading { schema, records: Records::default(), unread: Vec::new() };
    let of = Uuid::nil();
    reading.list(&mut file, "people", RecordKey::Person(PersonId(of)))?;
    reading.list(&mut file, "opportunities", RecordKey::Opportunity(OpportunityId(of)))?;
    reading.list(&mut file, "templates", RecordKey::Template(TemplateId(of)))?;
    reading.only(&mut file, "settings", RecordKey::Settings);
    reading.only(&mut file, "search", RecordKey::Search);
    Ok(Backup { saved, records: reading.records, unread: reading.unread })
}

fn no_json(text: &str, SyntaxError { line, column }: SyntaxError) -> BackupError {
    if text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
        BackupError::NotText
    } else if !text.starts_with(['{', '[']) {
        BackupError::NotJson
    } else {
        BackupError::Damaged { line, column }
    }
}

/// The reading of a backup.
struct Reading {
    schema: u32,
    records: Records,
    unread: Vec<UnreadRecord>,
}

impl Reading {
    fn list(&mut self, file: &mut Fields<'_>, kind: &'static str, key: RecordKey) -> Result<(), BackupError> {
        let list = file.take(kind).map_or(Ok(Vec::new()), Json::list).map_err(|_| BackupError::OtherFile)?;
        list.into_iter().zip(1..).for_each(|(json, place)| self.record(kind, place, key, json));
        Ok(())
    }

    fn only(&mut self, file: &mut Fields<'_>, kind: &'static str, key: RecordKey) {
        if let Some(json) = file.take(kind).filter(|json| *json != Json::Null) {
            self.record(kind, 0, key, json);
        }
    }

    fn record(&mut self, kind: &'static str, place: usize, key: RecordKey, json: Json<'_>) {
        let text = json::write(&json);
        let read = match bring_up_to_date(json, self.schema) {
            Ok(json) => Record::decode(key, json).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        let why = match read {
            Ok(record) if self.is_taken(record.key()) => Unreadable::SameId,
            Ok(record) => return record.put_into(&mut self.records),
            Err(why) => Unreadable::OtherShape(why),
        };
        self.unread.push(UnreadRecord { kind, place, why, text });
    }

    fn is_taken(&self, key: RecordKey) -> bool {
        !matches!(key, RecordKey::Settings | RecordKey::Search) && Record::is_in(&self.records, key)
    }
}
