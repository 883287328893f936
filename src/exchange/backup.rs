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

use crate::model::{
    Opportunity, Person, Record, RecordKey, Records, Search, Settings, Stamp, Template, read_date,
    write_date, write_time,
};
use crate::storage::{SCHEMA, bring_up_to_date, from_text, read_stored};
use chrono::{NaiveDate, NaiveDateTime};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
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

#[derive(Serialize)]
struct Written<'a> {
    app: &'static str,
    schema: u32,
    saved: Stamp,
    people: Vec<&'a Person>,
    opportunities: Vec<&'a Opportunity>,
    templates: Vec<&'a Template>,
    settings: &'a Settings,
    search: &'a Search,
}

#[derive(Deserialize)]
struct File {
    app: String,
    schema: u32,
    saved: Stamp,
    #[serde(default)]
    people: Vec<Value>,
    #[serde(default)]
    opportunities: Vec<Value>,
    #[serde(default)]
    templates: Vec<Value>,
    settings: Option<Value>,
    search: Option<Value>,
    /// Texts by their keys, as they lay in storage.
    #[serde(default)]
    stored: BTreeMap<String, String>,
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

/// Writes a backup.
///
/// # Errors
/// Where a record holds something that JSON cannot, which none of the model's does.
pub fn write(records: &Records, saved: Stamp) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Written {
        app: APP,
        schema: SCHEMA,
        saved,
        people: records.people.values().collect(),
        opportunities: records.opportunities.values().collect(),
        templates: records.templates.values().collect(),
        settings: &records.settings,
        search: &records.search,
    })
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
    let file: File = serde_json::from_str(text).map_err(|failure| not_a_backup(text, &failure))?;
    if file.app != APP {
        return Err(BackupError::OtherFile);
    }
    if file.schema > SCHEMA {
        return Err(BackupError::Newer { schema: file.schema });
    }
    Ok(Reading { schema: file.schema, records: Records::default(), unread: Vec::new() }.read(file))
}

fn not_a_backup(text: &str, failure: &serde_json::Error) -> BackupError {
    let (line, column) = (failure.line(), failure.column());
    if failure.is_data() {
        BackupError::OtherFile
    } else if text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
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
    fn read(mut self, file: File) -> Backup {
        self.all("people", file.people, |it| Record::Person(Box::new(it)));
        self.all("opportunities", file.opportunities, |it| Record::Opportunity(Box::new(it)));
        self.all("templates", file.templates, |it| Record::Template(Box::new(it)));
        if let Some(settings) = file.settings {
            self.one("settings", 0, settings, |it| Record::Settings(Box::new(it)));
        }
        if let Some(search) = file.search {
            self.one("search", 0, search, |it| Record::Search(Box::new(it)));
        }
        for (name, text) in file.stored {
            self.as_stored(&name, text);
        }
        Backup { saved: file.saved, records: self.records, unread: self.unread }
    }

    fn all<T: DeserializeOwned>(&mut self, kind: &'static str, list: Vec<Value>, record: fn(T) -> Record) {
        for (place, value) in list.into_iter().enumerate() {
            self.one(kind, place + 1, value, record);
        }
    }

    fn one<T: DeserializeOwned>(
        &mut self,
        kind: &'static str,
        place: usize,
        value: Value,
        record: fn(T) -> Record,
    ) {
        let text = value.to_string();
        let read = match bring_up_to_date(value, self.schema) {
            // By way of its text: a second way to read records would be a good part of the download.
            Ok(value) => from_text(&value.to_string()).map_err(|failure| failure.to_string()),
            Err(failure) => Err(failure.to_string()),
        };
        let why = match read.map(record) {
            Ok(record) if self.is_taken(record.key()) => Unreadable::SameId,
            Ok(record) => return record.put_into(&mut self.records),
            Err(why) => Unreadable::OtherShape(why),
        };
        self.unread.push(UnreadRecord { kind, place, why, text });
    }

    fn as_stored(&mut self, name: &str, text: String) {
        match read_stored(name, &text) {
            Some(Ok(record)) => record.put_into(&mut self.records),
            Some(Err(why)) => {
                let why = Unreadable::OtherShape(why);
                self.unread.push(UnreadRecord { kind: "stored", place: 0, why, text });
            }
            // Texts that were set aside stay in the file.
            None => {}
        }
    }

    fn is_taken(&self, key: RecordKey) -> bool {
        !matches!(key, RecordKey::Settings | RecordKey::Search) && Record::is_in(&self.records, key)
    }
}
