//! Saving: compares what is stored with what was, merges what another tab has stored since, and writes.

use super::super::envelope::{self, Head, Read, Unread};
use super::super::migrations::SCHEMA;
use super::super::{SaveError, Store, StoreError, key};
use super::{Mode, RecordStore, Written};
use crate::commands::{Change, Undo};
use crate::model::{Merge, Record, RecordKey, Records};

/// What became of one record that was to be saved.
enum Saved {
    Stored,
    /// Another tab has removed it.
    RemovedElsewhere,
}

/// Why one record was not saved.
enum NotSaved {
    Refused(StoreError),
    Newer,
    Emptied,
}

impl From<StoreError> for NotSaved {
    fn from(why: StoreError) -> Self {
        Self::Refused(why)
    }
}

impl<S: Store> RecordStore<S> {
    /// Stores what a change touched, and what could not be stored before. To be called right after the change.
    ///
    /// Where another tab has stored a newer revision of a record, the change is merged into it: the record in
    /// `records` changes, and is named by [`Self::remerged`]. In memory alone there is nothing to do.
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
            Mode::Open => self.save_all(records),
        }
    }

    /// The records that were merged with another tab's revision when they were saved, to be planned and shown anew.
    pub fn remerged(&mut self) -> Vec<RecordKey> {
        std::mem::take(&mut self.remerged)
    }

    /// Writes first and removes after, so that whatever cuts it off leaves too much rather than too little. Where
    /// there was no room, what was removed may have made some.
    fn save_all(&mut self, records: &mut Records) -> Result<(), SaveError> {
        self.refused = None;
        let (written, removed): (Vec<_>, Vec<_>) =
            self.unsaved.keys().partition(|key| Record::is_in(records, **key));
        let made_room = !removed.is_empty();
        let mut gone = Vec::new();
        for key in written.iter().chain(&removed) {
            self.save_one(*key, records, &mut gone)?;
        }
        if made_room && self.refused == Some(StoreError::Full) {
            self.refused = None;
            for key in written {
                self.save_one(key, records, &mut gone)?;
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
    fn save_one(
        &mut self,
        key: RecordKey,
        records: &mut Records,
        gone: &mut Vec<Record>,
    ) -> Result<(), SaveError> {
        let Some(base) = self.unsaved.get(&key).cloned() else { return Ok(()) };
        match self.save_record(key, base.as_ref(), records) {
            Ok(Saved::Stored) => {
                self.unsaved.remove(&key);
                match self.revisions.get(&key) {
                    Some(revision) => self.written.insert(key, Written { revision: *revision, before: base }),
                    None => self.written.remove(&key),
                };
            }
            Ok(Saved::RemovedElsewhere) => {
                self.unsaved.remove(&key);
                self.revisions.remove(&key);
                gone.extend(Record::copy_of(records, key));
                Record::remove_from(records, key);
            }
            Err(NotSaved::Refused(why)) => self.refused = Some(why),
            Err(NotSaved::Newer) => {
                self.mode = Mode::ReadOnly;
                return Err(SaveError::ReadOnly);
            }
            Err(NotSaved::Emptied) => {
                self.mode = Mode::Emptied;
                return Err(SaveError::Emptied);
            }
        }
        Ok(())
    }

    /// Compares what is stored with what was, and stores the record as it is now on top of it.
    fn save_record(
        &mut self,
        key: RecordKey,
        base: Option<&Record>,
        records: &mut Records,
    ) -> Result<Saved, NotSaved> {
        let name = key::name(key);
        let known = self.revisions.get(&key).copied();
        let Some(text) = self.store.get(&name)? else {
            return self.save_where_none_is(key, &name, known, records);
        };
        let Some(Head { schema, revision }) = envelope::head(&text) else {
            self.backup_raw(&name, &text, "broken")?;
            return self.put(key, &name, 1, records);
        };
        if schema > SCHEMA {
            return Err(NotSaved::Newer);
        }
        if schema < SCHEMA {
            self.backup_raw(&name, &text, &format!("schema-{schema}"))?;
        }
        if known != Some(revision) {
            match envelope::read(key, &text) {
                Ok(theirs) => self.merge_onto(theirs, base, records),
                Err(Unread::Newer { .. }) => return Err(NotSaved::Newer),
                Err(Unread::Broken(_)) => self.backup_raw(&name, &text, "broken")?,
            }
        }
        self.put(key, &name, revision.saturating_add(1), records)
    }

    fn save_where_none_is(
        &mut self,
        key: RecordKey,
        name: &str,
        known: Option<u64>,
        records: &mut Records,
    ) -> Result<Saved, NotSaved> {
        if known.is_none() {
            return self.put(key, name, 1, records);
        }
        if self.nothing_is_left()? {
            return Err(NotSaved::Emptied);
        }
        // The settings and the search are always there: they are written anew.
        if matches!(key, RecordKey::Settings | RecordKey::Search) {
            return self.put(key, name, 1, records);
        }
        if Record::is_in(records, key) {
            return Ok(Saved::RemovedElsewhere);
        }
        self.revisions.remove(&key);
        Ok(Saved::Stored)
    }

    /// Merges the change made here into the revision that another tab stored.
    pub(super) fn merge_onto(&mut self, theirs: Read, base: Option<&Record>, records: &mut Records) {
        let key = theirs.record.key();
        let Some(ours) = Record::copy_of(records, key) else { return };
        let mut merged = theirs.record;
        match base {
            Some(base) => merged.merge(base, &ours),
            None => merged = ours,
        }
        merged.put_into(records);
        self.remerged.push(key);
    }

    /// Writes the record as it is now, or removes it if it is not there any more.
    fn put(
        &mut self,
        key: RecordKey,
        name: &str,
        revision: u64,
        records: &Records,
    ) -> Result<Saved, NotSaved> {
        if let Some(record) = Record::copy_of(records, key) {
            let text = envelope::write(&record, revision)
                .map_err(|why| NotSaved::Refused(StoreError::Failed(why.to_string())))?;
            self.store.set(name, &text)?;
            self.revisions.insert(key, revision);
        } else {
            self.store.remove(name)?;
            self.revisions.remove(&key);
        }
        Ok(Saved::Stored)
    }
}
