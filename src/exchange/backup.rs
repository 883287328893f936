//! A backup: one JSON file that holds every record, written and read back.
//!
//! ```json
//! {"app": "afterword", "schema": 1, "saved": 1772442000,
//!  "people": […], "opportunities": […], "templates": […], "settings": {…}, "search": {…}}
//! ```
//! Each record is read on its own, so that a broken one harms no other; what cannot be read is named, and its
//! text is given back.
//!
//! Where the app has died, `boot.js` saves what is stored as it lies there: `"stored": {"afterword/person/…": "…"}` in
//! place of the lists. That is read as well.

use super::cutting::{Cutting, Damage, Piece};
use crate::model::{Record, RecordKey, Records, Stamp, read_date, write_date, write_time};
use crate::storage::{
    RecordStore, SCHEMA, Store, as_stored, bring_up_to_date, from_text, holds_more, in_memory, read_stored,
};
use chrono::{NaiveDate, NaiveDateTime};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

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
    /// The texts of those records that hold more than is known here, as they would be stored.
    pub texts: BTreeMap<RecordKey, String>,
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

/// The name for a backup saved at that local time: `afterword-2026-06-09-1433-12-opportunities.json`.
pub fn file_name(records: &Records, at: NaiveDateTime) -> String {
    let (day, time) = (write_date(at.date()), write_time(at.time()).replace(':', ""));
    let opportunities = match records.opportunities.len() {
        1 => "1-opportunity".to_owned(),
        count => format!("{count}-opportunities"),
    };
    format!("afterword-{day}-{time}-{opportunities}.json")
}

/// The name for the copy of a day in a folder: the later one of a day takes the place of the earlier.
pub fn copy_name(day: NaiveDate) -> String {
    format!("{COPY}{}.json", write_date(day))
}

/// Of the files in a folder, the copies that are older than the last so many.
pub fn old_copies(mut names: Vec<String>, kept: usize) -> Vec<String> {
    names.retain(|name| is_copy(name));
    crate::sorting::by_key(&mut names, String::clone);
    names.truncate(names.len().saturating_sub(kept));
    names
}

const COPY: &str = "afterword-copy-";

fn is_copy(name: &str) -> bool {
    let day = name.strip_prefix(COPY).and_then(|rest| rest.strip_suffix(".json"));
    day.and_then(read_date).is_some()
}

/// Writes a backup of records that lie in no store.
///
/// # Errors
/// Where a record holds something that JSON cannot, which none of the model's does.
pub fn write(records: &Records, saved: Stamp) -> Result<String, serde_json::Error> {
    compose(records, saved, &in_memory)
}

/// Writes a backup of records as they are stored, with what a newer version noted and this one does not know.
///
/// # Errors
/// As `write`.
pub fn write_stored(
    store: &RecordStore<impl Store>,
    records: &Records,
    saved: Stamp,
) -> Result<String, serde_json::Error> {
    compose(records, saved, &|record| store.data_of(record))
}

fn compose(
    records: &Records,
    saved: Stamp,
    data_of: &dyn Fn(&Record) -> Result<String, serde_json::Error>,
) -> Result<String, serde_json::Error> {
    let mut lists = [const { String::new() }; 5];
    for key in RecordKey::all(records) {
        let [people, opportunities, templates, settings, search] = &mut lists;
        let list = match key {
            RecordKey::Person(_) => people,
            RecordKey::Opportunity(_) => opportunities,
            RecordKey::Template(_) => templates,
            RecordKey::Settings => settings,
            RecordKey::Search => search,
        };
        if let Some(record) = Record::copy_of(records, key) {
            if !list.is_empty() {
                list.push(',');
            }
            list.push_str(&data_of(&record)?);
        }
    }
    let [people, opportunities, templates, settings, search] = lists;
    let saved = serde_json::to_string(&saved)?;
    Ok([
        &format!(r#"{{"app":"{APP}","schema":{SCHEMA},"saved":{saved},"people":["#),
        &people,
        r#"],"opportunities":["#,
        &opportunities,
        r#"],"templates":["#,
        &templates,
        r#"],"settings":"#,
        &settings,
        r#","search":"#,
        &search,
        "}",
    ]
    .concat())
}

/// Reads a backup.
///
/// # Errors
/// [`BackupError`] where the file is none; single records that cannot be read are named in the backup.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let mut reading = Reading::begin(text);
    while reading.read_on() {}
    reading.done()
}

/// A backup that is being read, some of it at a time: all at once would hold the page up.
pub struct Reading<'t> {
    text: &'t str,
    cutting: Cutting<'t>,
    /// What is still to be read.
    pieces: std::vec::IntoIter<Piece<'t>>,
    /// The schema of the file, once all of it is cut.
    schema: Option<u32>,
    read: Result<Backup, BackupError>,
}

/// So much text is read in one go, in bytes: it takes some ten milliseconds. Cutting it is much quicker.
const SLICE: usize = 128 * 1024;
const CUT_IN_ONE_GO: usize = 4 * SLICE;

impl<'t> Reading<'t> {
    /// Begins with a file.
    pub fn begin(text: &'t str) -> Self {
        let text = text.trim_start_matches('\u{feff}').trim();
        let nothing = Backup {
            saved: Stamp::MIN,
            records: Records::default(),
            unread: Vec::new(),
            texts: BTreeMap::new(),
        };
        let read = if text.is_empty() {
            Err(BackupError::Empty)
        } else if text.len() > LARGEST {
            Err(BackupError::TooLarge { megabytes: text.len() / 1024 / 1024 })
        } else {
            Ok(nothing)
        };
        let pieces = Vec::new().into_iter();
        Self { text, cutting: Cutting::begin(text), pieces, schema: None, read }
    }

    /// Reads on; whether there is more to read.
    pub fn read_on(&mut self) -> bool {
        if self.read.is_err() {
            return false;
        }
        if self.schema.is_none() {
            self.cut_on().unwrap_or_else(|why| self.read = Err(why));
            return self.read.is_ok();
        }
        let mut size = 0;
        while let Some(piece) = self.pieces.next() {
            size += piece.text.len();
            self.one(piece);
            if size >= SLICE {
                break;
            }
        }
        self.pieces.len() > 0
    }

    /// What was read.
    ///
    /// # Errors
    /// As [`read`].
    pub fn done(self) -> Result<Backup, BackupError> {
        self.read
    }

    fn cut_on(&mut self) -> Result<(), BackupError> {
        let cut = self.cutting.cut_on(CUT_IN_ONE_GO).map_err(|damage| no_backup(self.text, damage))?;
        let Some(pieces) = cut else { return Ok(()) };
        let field = |name| pieces.iter().find(|piece| piece.field == name).map(|piece| piece.text);
        let app: Option<String> = field("app").and_then(value);
        let schema: Option<u32> = field("schema").and_then(value);
        let (Some(schema), Some(saved)) = (schema, field("saved").and_then(value)) else {
            return Err(BackupError::OtherFile);
        };
        let is_no_list = |piece: &Piece<'_>| {
            piece.place == 0 && matches!(piece.field, "people" | "opportunities" | "templates" | "stored")
        };
        if app.as_deref() != Some(APP) || pieces.iter().any(is_no_list) {
            return Err(BackupError::OtherFile);
        }
        if schema > SCHEMA {
            return Err(BackupError::Newer { schema });
        }
        (self.schema, self.pieces) = (Some(schema), pieces.into_iter());
        if let Ok(backup) = &mut self.read {
            backup.saved = saved;
        }
        Ok(())
    }

    fn one(&mut self, piece: Piece<'t>) {
        let (Ok(backup), Some(schema)) = (&mut self.read, self.schema) else { return };
        // Texts that were set aside stay in the file, and so does what no version wrote.
        let Some((kind, text, record)) = record_of(piece, schema) else { return };
        let why = match record {
            Ok((record, _)) if is_taken(&backup.records, record.key()) => Unreadable::SameId,
            Ok((record, stored)) => {
                if holds_more(&record, &stored) {
                    backup.texts.insert(record.key(), stored);
                }
                return record.put_into(&mut backup.records);
            }
            Err(why) => Unreadable::OtherShape(why),
        };
        let place = if kind == "stored" { 0 } else { piece.place };
        backup.unread.push(UnreadRecord { kind, place, why, text });
    }
}

/// A record, and its text as it would be stored.
type WithText = (Record, String);

/// The record of a piece, with the name of its list and its text; `None` where it is none.
fn record_of(piece: Piece<'_>, schema: u32) -> Option<(&'static str, String, Result<WithText, String>)> {
    let text = piece.text;
    let data = |read| data(text, schema, read);
    let (kind, record) = match piece.field {
        "people" => ("people", data(|text| read_as(text, Record::Person))),
        "opportunities" => ("opportunities", data(|text| read_as(text, Record::Opportunity))),
        "templates" => ("templates", data(|text| read_as(text, Record::Template))),
        "settings" | "search" if text == "null" => return None,
        "settings" => ("settings", data(|text| read_as(text, Record::Settings))),
        "search" => ("search", data(|text| read_as(text, Record::Search))),
        "stored" => {
            let stored = value::<String>(text).unwrap_or_else(|| text.to_owned());
            let record = read_stored(&value::<String>(piece.name?)?, &stored)?;
            return Some(("stored", stored.clone(), record.map(|record| (record, stored))));
        }
        _ => return None,
    };
    Some((kind, text.to_owned(), record))
}

fn data(
    text: &str,
    schema: u32,
    read: fn(&str) -> Result<Record, serde_json::Error>,
) -> Result<WithText, String> {
    let of_today = if schema == SCHEMA {
        text.to_owned()
    } else {
        let data = serde_json::from_str(text).map_err(|failure| failure.to_string())?;
        // By way of its text: a second way to read records would be a good part of the download.
        bring_up_to_date(data, schema).map_err(|failure| failure.to_string())?.to_string()
    };
    let record = read(&of_today).map_err(|failure| failure.to_string())?;
    Ok((record, as_stored(&of_today)))
}

fn read_as<T: DeserializeOwned>(
    text: &str,
    record: fn(Box<T>) -> Record,
) -> Result<Record, serde_json::Error> {
    from_text(text).map(|it| record(Box::new(it)))
}

fn value<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn is_taken(records: &Records, key: RecordKey) -> bool {
    !matches!(key, RecordKey::Settings | RecordKey::Search) && Record::is_in(records, key)
}

/// What is wrong with a text that cannot be cut.
fn no_backup(text: &str, Damage(at): Damage) -> BackupError {
    if text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
        BackupError::NotText
    } else if text.starts_with('[') {
        BackupError::OtherFile
    } else if !text.starts_with('{') {
        BackupError::NotJson
    } else {
        let before = text.get(..at).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        BackupError::Damaged { line: before.matches('\n').count() + 1, column: line.chars().count() }
    }
}
