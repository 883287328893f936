//! Keeps the records in a store, beside other tabs that keep theirs there.

use super::envelope::{self, Head, Read, Unread};
use super::load::{self, Found};
use super::migrations::SCHEMA;
use super::{Loaded, Quarantined, RemoteChange, SaveError, SaveStatus, Store, StoreError, key};
use crate::commands::{Change, Undo};
use crate::model::{Merge, Record, RecordKey, Records};
use std::collections::BTreeMap;

/// Keeps the records in a store. There is none without a load, so nothing is ever saved before one.
#[derive(Debug)]
pub struct RecordStore<S> {
    store: S,
    mode: Mode,
    /// The revision of each stored record, as it was last read or written here.
    known: BTreeMap<RecordKey, u64>,
    /// Records whose change is not stored yet, as they were stored before it.
    unsaved: BTreeMap<RecordKey, Option<Record>>,
    /// What was last written here.
    written: BTreeMap<RecordKey, Written>,
    /// What the store said when it last refused.
    refused: Option<StoreError>,
    /// Records that took another tab's change while they were saved.
    stirred: Vec<RecordKey>,
    quarantined: Vec<Quarantined>,
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

/// What became of one record that was to be saved.
enum Settled {
    Stored,
    /// Another tab has removed it.
    RemovedElsewhere,
}

/// Why one record was not saved.
enum Unsettled {
    Refused(StoreError),
    Newer,
    Emptied,
}

impl From<StoreError> for Unsettled {
    fn from(why: StoreError) -> Self {
        Self::Refused(why)
    }
}

impl<S: Store> RecordStore<S> {
    /// Reads everything that is stored. Where that cannot be, all lives in memory, and what is stored is not
    /// touched.
    pub fn open(mut store: S) -> (Self, Loaded) {
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
            Err(why) => (Mode::InMemory, Found::default(), load::nothing(why)),
        };
        let record_store = Self {
            store,
            mode,
            known: found.revisions,
            unsaved: BTreeMap::new(),
            written: BTreeMap::new(),
            refused: None,
            stirred: Vec::new(),
            quarantined: found.quarantined,
        };
        (record_store, loaded)
    }

    /// Stores what a change touched, and what could not be stored before. To be called right after the change.
    ///
    /// Where another tab has stored a newer state of a record, the change is carried over to that: the record in
    /// `records` changes, and is named by [`Self::stirred`]. In memory alone there is nothing to do.
    ///
    /// # Errors
    /// [`SaveError`]. What is not stored is kept in mind, and stored with the next change that can be.
    pub fn save(&mut self, records: &mut Records, change: &Change) -> Result<(), SaveError> {
        for (key, before) in change.undo.before() {
            self.unsaved.entry(key).or_insert_with(|| before.cloned());
        }
        self.retry(records)
    }

    /// Stores what could not be stored before, if anything.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn retry(&mut self, records: &mut Records) -> Result<(), SaveError> {
        match self.mode {
            Mode::InMemory => {
                self.unsaved.clear();
                Ok(())
            }
            Mode::ReadOnly => Err(SaveError::ReadOnly),
            Mode::Emptied => Err(SaveError::Emptied),
            Mode::Open => self.store_unsaved(records),
        }
    }

    /// The records that took another tab's change while they were saved, to be planned and shown anew.
    pub fn stirred(&mut self) -> Vec<RecordKey> {
        std::mem::take(&mut self.stirred)
    }

    /// How safe what the user sees is.
    pub fn save_status(&self) -> SaveStatus {
        let unsaved = self.unsaved.len();
        match (self.mode, &self.refused) {
            (Mode::InMemory, _) => SaveStatus::InMemory,
            (Mode::ReadOnly, _) => SaveStatus::ReadOnly,
            (Mode::Emptied, _) => SaveStatus::Emptied { unsaved },
            (Mode::Open, _) if unsaved == 0 => SaveStatus::Kept,
            (Mode::Open, Some(StoreError::Full)) => SaveStatus::Full { unsaved },
            (Mode::Open, _) => SaveStatus::Failing { unsaved },
        }
    }

    /// Writes first and removes after, so that whatever cuts it off leaves too much rather than too little. Where
    /// there was no room, what was removed may have made some.
    fn store_unsaved(&mut self, records: &mut Records) -> Result<(), SaveError> {
        self.refused = None;
        let (written, removed): (Vec<_>, Vec<_>) =
            self.unsaved.keys().partition(|key| Record::is_in(records, **key));
        let made_room = !removed.is_empty();
        let mut gone = Vec::new();
        for key in written.iter().chain(&removed) {
            self.store_one(*key, records, &mut gone)?;
        }
        if made_room && self.refused == Some(StoreError::Full) {
            self.refused = None;
            for key in written {
                self.store_one(key, records, &mut gone)?;
            }
        }
        self.outcome(gone)
    }

    fn outcome(&self, gone: Vec<Record>) -> Result<(), SaveError> {
        if let Some(why) = self.refused.clone() {
            let unsaved = self.unsaved.keys().copied().collect();
            return Err(SaveError::Refused { why, unsaved });
        }
        if gone.is_empty() {
            return Ok(());
        }
        let keys = gone.iter().map(Record::key).collect();
        Err(SaveError::RemovedElsewhere { keys, offer: Box::new(Undo::of_removed(gone)) })
    }

    /// Stores one record, if it is still to be stored. A refusal of the store is kept in mind; what concerns all
    /// records ends the saving.
    fn store_one(
        &mut self,
        key: RecordKey,
        records: &mut Records,
        gone: &mut Vec<Record>,
    ) -> Result<(), SaveError> {
        let Some(base) = self.unsaved.get(&key).cloned() else { return Ok(()) };
        match self.settle(key, base.as_ref(), records) {
            Ok(Settled::Stored) => {
                self.unsaved.remove(&key);
                match self.known.get(&key) {
                    Some(revision) => self.written.insert(key, Written { revision: *revision, before: base }),
                    None => self.written.remove(&key),
                };
            }
            Ok(Settled::RemovedElsewhere) => {
                self.unsaved.remove(&key);
                self.known.remove(&key);
                gone.extend(Record::copy_of(records, key));
                Record::remove_from(records, key);
            }
            Err(Unsettled::Refused(why)) => self.refused = Some(why),
            Err(Unsettled::Newer) => {
                self.mode = Mode::ReadOnly;
                return Err(SaveError::ReadOnly);
            }
            Err(Unsettled::Emptied) => {
                self.mode = Mode::Emptied;
                return Err(SaveError::Emptied);
            }
        }
        Ok(())
    }

    /// Compares what is stored with what was, and stores the record as it is now on top of it.
    fn settle(
        &mut self,
        key: RecordKey,
        base: Option<&Record>,
        records: &mut Records,
    ) -> Result<Settled, Unsettled> {
        let name = key::name(key);
        let known = self.known.get(&key).copied();
        let Some(text) = self.store.get(&name)? else {
            return self.settle_where_nothing_is(key, &name, known, records);
        };
        let Some(Head { schema, revision }) = envelope::head(&text) else {
            self.put_aside(&name, &text, "broken")?;
            return self.put(key, &name, 1, records);
        };
        if schema > SCHEMA {
            return Err(Unsettled::Newer);
        }
        if schema < SCHEMA {
            self.put_aside(&name, &text, &format!("schema-{schema}"))?;
        }
        if known != Some(revision) {
            match envelope::read(key, &text) {
                Ok(theirs) => self.carry(theirs, base, records),
                Err(Unread::Newer { .. }) => return Err(Unsettled::Newer),
                Err(Unread::Broken(_)) => self.put_aside(&name, &text, "broken")?,
            }
        }
        self.put(key, &name, revision.saturating_add(1), records)
    }

    fn settle_where_nothing_is(
        &mut self,
        key: RecordKey,
        name: &str,
        known: Option<u64>,
        records: &mut Records,
    ) -> Result<Settled, Unsettled> {
        if known.is_none() {
            return self.put(key, name, 1, records);
        }
        if self.nothing_is_left()? {
            return Err(Unsettled::Emptied);
        }
        // The settings and the search are always there: they are written anew.
        if matches!(key, RecordKey::Settings | RecordKey::Search) {
            return self.put(key, name, 1, records);
        }
        if Record::is_in(records, key) {
            return Ok(Settled::RemovedElsewhere);
        }
        self.known.remove(&key);
        Ok(Settled::Stored)
    }

    /// Makes of the record what another tab stored, with the change of this one on top.
    fn carry(&mut self, theirs: Read, base: Option<&Record>, records: &mut Records) {
        let key = theirs.record.key();
        let Some(ours) = Record::copy_of(records, key) else { return };
        let mut merged = theirs.record;
        match base {
            Some(base) => merged.merge(base, &ours),
            None => merged = ours,
        }
        merged.put_into(records);
        self.stirred.push(key);
    }

    /// Writes the record as it is now, or removes it if it is not there any more.
    fn put(
        &mut self,
        key: RecordKey,
        name: &str,
        revision: u64,
        records: &Records,
    ) -> Result<Settled, Unsettled> {
        if let Some(record) = Record::copy_of(records, key) {
            let text = envelope::write(&record, revision)
                .map_err(|why| Unsettled::Refused(StoreError::Failed(why.to_string())))?;
            self.store.set(name, &text)?;
            self.known.insert(key, revision);
        } else {
            self.store.remove(name)?;
            self.known.remove(&key);
        }
        Ok(Settled::Stored)
    }

    /// Keeps a text that is about to be overwritten.
    fn put_aside(&mut self, name: &str, text: &str, why: &str) -> Result<(), StoreError> {
        let first = key::aside(name, why);
        let mut place = first.clone();
        for nth in 2_u32.. {
            match self.store.get(&place)? {
                None => break,
                Some(same) if same == text => return Ok(()),
                Some(_) => place = format!("{first}#{nth}"),
            }
        }
        self.store.set(&place, text)?;
        for it in self.quarantined.iter_mut().filter(|it| it.key == name) {
            it.key.clone_from(&place);
        }
        Ok(())
    }

    fn nothing_is_left(&self) -> Result<bool, StoreError> {
        let left = self.store.keys()?;
        Ok(!left.iter().filter_map(|name| key::record_of(name)).any(|key| self.known.contains_key(&key)))
    }
}

/// Other tabs, and the browser.
impl<S: Store> RecordStore<S> {
    /// Another tab wrote or removed this key, or (`None`) emptied the storage: the browser's `storage` event.
    pub fn heard(&mut self, name: Option<&str>, records: &mut Records) -> RemoteChange {
        if matches!(self.mode, Mode::InMemory | Mode::Emptied) {
            return RemoteChange::default();
        }
        // A store that cannot be read now says so at the next save.
        match name {
            None => self.heard_of_emptying(),
            Some(name) => match (key::record_of(name), self.store.get(name)) {
                (Some(key), Ok(Some(text))) => self.heard_of_writing(key, name, &text, records),
                (Some(key), Ok(None)) => self.heard_of_removal(key, records),
                _ => RemoteChange::default(),
            },
        }
    }

    fn heard_of_emptying(&mut self) -> RemoteChange {
        if !self.known.is_empty() && self.nothing_is_left() == Ok(true) {
            self.mode = Mode::Emptied;
        }
        RemoteChange::default()
    }

    fn heard_of_writing(
        &mut self,
        key: RecordKey,
        name: &str,
        text: &str,
        records: &mut Records,
    ) -> RemoteChange {
        let theirs = match envelope::read(key, text) {
            Ok(theirs) => theirs,
            Err(Unread::Newer { .. }) => {
                self.mode = Mode::ReadOnly;
                return RemoteChange::default();
            }
            Err(Unread::Broken(why)) => {
                let name = name.to_owned();
                self.quarantined.push(Quarantined { key: name.clone(), was: name, why: Some(why) });
                return RemoteChange::default();
            }
        };
        let lost = self.lost_to(&theirs, records);
        if self.known.insert(key, theirs.revision) == Some(theirs.revision) && lost.is_none() {
            return RemoteChange::default();
        }
        let stored = theirs.record.clone();
        let was_lost = lost.is_some();
        match lost.map(|written| written.before).or_else(|| self.unsaved.get(&key).cloned()) {
            // What is not stored yet, or no more, stays on top of what they stored.
            Some(base) => {
                self.carry(theirs, base.as_ref(), records);
                self.stirred.retain(|stirred| *stirred != key);
                self.unsaved.insert(key, Some(stored));
            }
            None => stored.put_into(records),
        }
        if was_lost {
            // Where the store refuses, how things stand says so, and it is tried again with the next change.
            let _ = self.retry(records);
        }
        RemoteChange { touched: vec![key], removed: None }
    }

    /// Two tabs that write at the same moment do not see each other: both write the same revision, and only one of them
    /// is there in the end. What this one wrote, where it is not there.
    fn lost_to(&self, theirs: &Read, records: &Records) -> Option<Written> {
        let key = theirs.record.key();
        let written = self.written.get(&key)?;
        let at_once = theirs.revision <= written.revision && self.known.get(&key) == Some(&written.revision);
        let ours = || match self.unsaved.get(&key) {
            Some(stored) => stored.clone(),
            None => Record::copy_of(records, key),
        };
        (at_once && ours().as_ref() != Some(&theirs.record)).then(|| written.clone())
    }

    fn heard_of_removal(&mut self, key: RecordKey, records: &mut Records) -> RemoteChange {
        if !self.known.contains_key(&key) {
            return RemoteChange::default();
        }
        if self.nothing_is_left() == Ok(true) {
            self.mode = Mode::Emptied;
            return RemoteChange::default();
        }
        self.known.remove(&key);
        // What is changed here and not stored yet is stored as new.
        if self.unsaved.contains_key(&key) {
            return RemoteChange::default();
        }
        let removed = Record::copy_of(records, key).into_iter().collect();
        Record::remove_from(records, key);
        RemoteChange { touched: vec![key], removed: Some(Undo::of_removed(removed)) }
    }

    /// The storage was emptied from outside: stores again what the user sees.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn store_again(&mut self, records: &mut Records) -> Result<(), SaveError> {
        if self.mode == Mode::Emptied {
            self.mode = Mode::Open;
            self.known.clear();
            self.written.clear();
            self.unsaved.clear();
            self.unsaved.extend(RecordKey::all(records).into_iter().map(|key| (key, None)));
        }
        self.retry(records)
    }

    /// The storage was emptied from outside: lets go of what the user sees, and reads what is stored.
    pub fn let_go(&mut self, records: &mut Records) {
        if self.mode != Mode::Emptied {
            return;
        }
        if let Ok(found) = Found::all_of(&self.store) {
            self.mode = if found.newer.is_some() { Mode::ReadOnly } else { Mode::Open };
            self.known = found.revisions;
            self.quarantined = found.quarantined;
            self.unsaved.clear();
            self.written.clear();
            *records = found.records;
        }
    }
}

/// What lies in the store beside the records.
impl<S: Store> RecordStore<S> {
    /// The store itself, given back.
    pub fn into_store(self) -> S {
        self.store
    }

    /// The records that cannot be read.
    pub fn quarantined(&self) -> &[Quarantined] {
        &self.quarantined
    }

    /// The text under a key, as it is stored.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn raw(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.store.get(name)
    }

    /// Throws a record that cannot be read away, at the user's word. No other key is ever removed by it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn throw_away(&mut self, name: &str) -> Result<(), StoreError> {
        if self.quarantined.iter().any(|it| it.key == name) {
            self.store.remove(name)?;
            self.quarantined.retain(|it| it.key != name);
        }
        Ok(())
    }

    /// How many characters are stored by us; browsers count room in them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn used(&self) -> Result<usize, StoreError> {
        let length = |text: &str| text.encode_utf16().count();
        let mut used = 0;
        for name in self.store.keys()?.iter().filter(|name| key::is_ours(name)) {
            used += length(name) + self.store.get(name)?.as_deref().map_or(0, length);
        }
        Ok(used)
    }

    /// Removes everything of ours, what was put aside included. There is no way back.
    ///
    /// # Errors
    /// [`StoreError`]; some of it may be gone then, and nothing else is stored in its place.
    pub fn erase(&mut self, records: &mut Records) -> Result<(), StoreError> {
        for name in self.store.keys()?.iter().filter(|name| key::is_ours(name)) {
            self.store.remove(name)?;
        }
        self.known.clear();
        self.unsaved.clear();
        self.written.clear();
        self.quarantined.clear();
        self.refused = None;
        self.mode = Mode::Open;
        *records = Records::default();
        Ok(())
    }
}
