//! Keeps the records in a store, beside other tabs that keep theirs there.

mod backup_raw;
mod bring_in;
mod other_tabs;
mod save;

use super::load::{self, Found};
use super::{Loaded, Quarantined, SaveStatus, Store, StoreError, key};
use crate::model::{Record, RecordKey, Stamp};
use std::collections::BTreeMap;

/// Keeps the records in a store. There is none without a load, so nothing is ever saved before one.
#[derive(Debug)]
pub struct RecordStore<S> {
    store: S,
    mode: Mode,
    /// The revision of each stored record, as it was last read or written here.
    revisions: BTreeMap<RecordKey, u64>,
    /// The revision of the removal of each record that was removed while this is open.
    gone: BTreeMap<RecordKey, u64>,
    /// The revision of a record that is stored for the first time.
    first: u64,
    /// Records whose change is not stored yet.
    unsaved: BTreeMap<RecordKey, Unsaved>,
    /// How many changes were to be saved.
    changes: u64,
    /// What was last written here.
    written: BTreeMap<RecordKey, Written>,
    /// What the store said when it last refused.
    refused: Option<StoreError>,
    /// Records that were merged with another tab's newer revision at the last save.
    remerged: Vec<RecordKey>,
    quarantined: Vec<Quarantined>,
    /// What was stored and removed, by key and text, until the journal takes it.
    journal: Vec<(String, String)>,
}

/// A record whose change is not stored yet.
#[derive(Clone, Debug)]
struct Unsaved {
    /// As it was stored before the change.
    base: Option<Record>,
    /// Which change it is a part of; all of a change is stored at once.
    change: u64,
    /// Its text in the backup that it came from, where that holds more than is known here.
    text: Option<String>,
}

impl Unsaved {
    fn new(base: Option<Record>, change: u64) -> Self {
        Self { base, change, text: None }
    }
}

/// How the store is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    /// Read and written.
    Open,
    /// Not at all.
    InMemory,
    /// Read alone.
    ReadOnly,
    /// Emptied from outside; waits for the user's word.
    Emptied,
}

/// A record that was written.
#[derive(Clone, Debug)]
struct Written {
    revision: u64,
    /// As it was stored before the change.
    before: Option<Record>,
}

impl<S: Store> RecordStore<S> {
    /// Reads everything that is stored. Where that cannot be, all lives in memory, and what is stored is not
    /// touched.
    pub fn open(mut store: S) -> (Self, Loaded) {
        let mut refused = None;
        let (mode, found, loaded) = match Found::all_of(&store) {
            Ok(mut found) => {
                let mode = if found.newer.is_some() { Mode::ReadOnly } else { Mode::Open };
                if found.picture && mode == Mode::Open {
                    // It is no record, so that nothing is lost where it stays.
                    let _ = store.remove(key::GLANCE);
                }
                let loaded = Loaded { notices: found.notices(), records: std::mem::take(&mut found.records) };
                (mode, found, loaded)
            }
            Err(why) => {
                refused = Some(why.clone());
                (Mode::InMemory, Found::default(), load::nothing(why))
            }
        };
        let record_store = Self {
            store,
            mode,
            revisions: found.revisions,
            gone: BTreeMap::new(),
            first: 1,
            unsaved: BTreeMap::new(),
            changes: 0,
            written: BTreeMap::new(),
            refused,
            remerged: Vec::new(),
            quarantined: found.quarantined,
            journal: Vec::new(),
        };
        (record_store, loaded)
    }

    /// When records are stored for the first time from now on. Their revisions begin with the seconds until then, so
    /// that they are above those of an earlier record of the same name, which the journal may know.
    pub fn begin_revisions_at(&mut self, now: Stamp) {
        self.first = u64::try_from(now.timestamp()).unwrap_or(1).max(1);
    }

    /// The revision of a record that is stored where there is none.
    fn first_of(&self, key: RecordKey) -> u64 {
        self.gone.get(&key).map_or(self.first, |gone| self.first.max(gone.saturating_add(1)))
    }

    /// What was stored and removed since this was last asked, by key and text, for the journal.
    pub fn take_journal(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.journal)
    }

    /// Whether something would be lost if the page closed now.
    pub fn would_lose(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// How safe what the user sees is.
    pub fn save_status(&self) -> SaveStatus {
        let unsaved = self.unsaved.len();
        match (self.mode, &self.refused) {
            (Mode::InMemory, Some(StoreError::Failed(_))) => SaveStatus::Unreadable,
            (Mode::InMemory, _) => SaveStatus::InMemory,
            (Mode::ReadOnly, _) => SaveStatus::ReadOnly,
            (Mode::Emptied, _) => SaveStatus::Emptied { unsaved },
            (Mode::Open, _) if unsaved == 0 => SaveStatus::Kept,
            (Mode::Open, Some(StoreError::Full)) => SaveStatus::Full { unsaved },
            (Mode::Open, _) => SaveStatus::Failing { unsaved },
        }
    }

    /// The store itself, given back.
    pub fn into_store(self) -> S {
        self.store
    }

    /// Whether no record that was stored is there any more.
    fn nothing_is_left(&self) -> Result<bool, StoreError> {
        let left = self.store.keys()?;
        Ok(!left.iter().filter_map(|name| key::record_of(name)).any(|key| self.revisions.contains_key(&key)))
    }
}
