//! Saving: compares what is stored with what was, merges what another tab has stored since, and writes.

use super::super::envelope::{self, Head, Read, Unread};
use super::super::migrations::SCHEMA;
use super::super::{SaveError, Store, StoreError, key, unknown_fields};
use super::{Mode, RecordStore, Unsaved, Written};
use crate::commands::{Change, Undo};
use crate::model::{Merge, Record, RecordKey, Records};
use std::collections::BTreeMap;

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

/// How things stood before a record was stored, for the way back.
struct Before {
    key: RecordKey,
    text: Option<String>,
    revision: Option<u64>,
    written: Option<Written>,
    unsaved: Option<Unsaved>,
}

impl<S: Store> RecordStore<S> {
    /// Stores what a change touched, and what could not be stored before. To be called right after the change.
    ///
    /// All of a change is stored or none of it: half a note would be worse than none. Where another tab has stored a
    /// newer revision of a record, the change is merged into it: the record in `records` changes, and is named by
    /// [`Self::remerged`].
    ///
    /// # Errors
    /// [`SaveError`]. What is not stored is kept in mind, and stored with the next change that can be.
    pub fn save(&mut self, records: &mut Records, change: &Change) -> Result<(), SaveError> {
        self.changes += 1;
        for (key, before) in change.undo.before() {
            self.await_saving(key, before.cloned(), change.texts.get(&key).cloned());
        }
        self.retry(records)
    }

    /// Has a record wait to be stored, as part of the change that is made now. An earlier change of it that waits still
    /// becomes a part of this one.
    fn await_saving(&mut self, key: RecordKey, base: Option<Record>, text: Option<String>) {
        let change = self.changes;
        let waiting = self.unsaved.entry(key).or_insert(Unsaved::new(base, change));
        if text.is_some() {
            waiting.text = text;
        }
        let earlier = waiting.change;
        for waiting in self.unsaved.values_mut().filter(|waiting| waiting.change == earlier) {
            waiting.change = change;
        }
    }

    /// Stores what could not be stored before, if anything.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn retry(&mut self, records: &mut Records) -> Result<(), SaveError> {
        match self.mode {
            Mode::InMemory => Ok(()),
            Mode::ReadOnly => Err(SaveError::ReadOnly),
            Mode::Emptied => Err(SaveError::Emptied),
            Mode::Open => self.save_all(records),
        }
    }

    /// The records that were merged with another tab's revision when they were saved, to be planned and shown anew.
    pub fn remerged(&mut self) -> Vec<RecordKey> {
        std::mem::take(&mut self.remerged)
    }

    /// One change after the other, and once more where one made room for another.
    fn save_all(&mut self, records: &mut Records) -> Result<(), SaveError> {
        let mut gone = Vec::new();
        loop {
            self.refused = None;
            let waiting = self.unsaved.len();
            let mut changes: Vec<u64> = self.unsaved.values().map(|waiting| waiting.change).collect();
            crate::sorting::by_key(&mut changes, |change| *change);
            changes.dedup();
            for change in changes {
                self.save_change(change, records, &mut gone)?;
            }
            if self.refused != Some(StoreError::Full) || self.unsaved.len() == waiting {
                return self.outcome(gone);
            }
        }
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

    /// Stores all of a change or none of it. It writes first and removes after, so that whatever cuts it off leaves too
    /// much rather than too little. A refusal of the store is kept in mind; what concerns all records ends the saving.
    fn save_change(
        &mut self,
        change: u64,
        records: &mut Records,
        gone: &mut Vec<Record>,
    ) -> Result<(), SaveError> {
        let waiting = self.unsaved.iter().filter(|(_, waiting)| waiting.change == change);
        let (written, removed): (Vec<_>, Vec<_>) =
            waiting.map(|(key, _)| *key).partition(|key| Record::is_in(records, *key));
        let (mut done, journaled) = (Vec::new(), self.journal.len());
        for key in written.into_iter().chain(removed) {
            if let Err(why) = self.save_one(key, records, gone, &mut done) {
                self.take_back(done);
                self.journal.truncate(journaled);
                return self.end_saving(why);
            }
        }
        Ok(())
    }

    fn end_saving(&mut self, why: NotSaved) -> Result<(), SaveError> {
        match why {
            NotSaved::Refused(why) => self.refused = Some(why),
            NotSaved::Newer => {
                self.mode = Mode::ReadOnly;
                return Err(SaveError::ReadOnly);
            }
            NotSaved::Emptied => {
                self.mode = Mode::Emptied;
                return Err(SaveError::Emptied);
            }
        }
        Ok(())
    }

    /// Stores one record.
    fn save_one(
        &mut self,
        key: RecordKey,
        records: &mut Records,
        gone: &mut Vec<Record>,
        done: &mut Vec<Before>,
    ) -> Result<(), NotSaved> {
        let Some(waiting) = self.unsaved.get(&key).cloned() else { return Ok(()) };
        let text = self.store.get(&key::name(key))?;
        let revision = self.revisions.get(&key).copied();
        let saved = self.save_record(key, text.as_deref(), &waiting, records)?;
        let unsaved = self.unsaved.remove(&key);
        let before = match self.revisions.get(&key) {
            Some(revision) => self.written.insert(key, Written { revision: *revision, before: waiting.base }),
            None => self.written.remove(&key),
        };
        match saved {
            Saved::Stored => done.push(Before { key, text, revision, written: before, unsaved }),
            Saved::RemovedElsewhere => {
                self.revisions.remove(&key);
                gone.extend(Record::copy_of(records, key));
                Record::remove_from(records, key);
            }
        }
        Ok(())
    }

    /// Puts back how things stood before a change of which not all could be stored. What was there had room before.
    fn take_back(&mut self, done: Vec<Before>) {
        for Before { key, text, revision, written, unsaved } in done.into_iter().rev() {
            let name = key::name(key);
            // Where even that is refused, the change stands and is stored again with the rest.
            let _ = match text {
                Some(text) => self.store.set(&name, &text),
                None => self.store.remove(&name),
            };
            put_or_remove(&mut self.revisions, key, revision);
            put_or_remove(&mut self.written, key, written);
            put_or_remove(&mut self.unsaved, key, unsaved);
        }
    }

    /// Compares what is stored with what was, and stores the record as it is now on top of it.
    fn save_record(
        &mut self,
        key: RecordKey,
        text: Option<&str>,
        waiting: &Unsaved,
        records: &mut Records,
    ) -> Result<Saved, NotSaved> {
        let name = key::name(key);
        let brought = waiting.text.as_deref();
        let known = self.revisions.get(&key).copied();
        let Some(text) = text else {
            return self.save_where_none_is(key, &name, known, records, brought);
        };
        let Some(Head { schema, revision }) = envelope::head(text) else {
            self.backup_raw(&name, text, "broken")?;
            return self.put(
                key,
                &name,
                self.first_of(key),
                records,
                [None, brought.map(|text| (text, None))],
            );
        };
        if schema > SCHEMA {
            return Err(NotSaved::Newer);
        }
        if schema < SCHEMA {
            self.backup_raw(&name, text, &format!("schema-{schema}"))?;
        }
        if known != Some(revision) {
            match envelope::read(key, text) {
                Ok(theirs) => self.merge_onto(theirs, waiting.base.as_ref(), records),
                Err(Unread::Newer { .. }) => return Err(NotSaved::Newer),
                Err(Unread::Broken(_)) => self.backup_raw(&name, text, "broken")?,
            }
        }
        let old = [Some((text, waiting.base.as_ref())), brought.map(|text| (text, None))];
        self.put(key, &name, revision.saturating_add(1), records, old)
    }

    fn save_where_none_is(
        &mut self,
        key: RecordKey,
        name: &str,
        known: Option<u64>,
        records: &mut Records,
        brought: Option<&str>,
    ) -> Result<Saved, NotSaved> {
        let old = [None, brought.map(|text| (text, None))];
        if known.is_none() {
            return self.put(key, name, self.first_of(key), records, old);
        }
        if self.nothing_is_left()? {
            return Err(NotSaved::Emptied);
        }
        // The settings and the search are always there: they are written anew.
        if matches!(key, RecordKey::Settings | RecordKey::Search) {
            return self.put(key, name, self.first_of(key), records, old);
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

    /// Writes the record as it is now, or removes it if it is not there any more. `old` are the texts that may hold more
    /// of it than is known here, with the record before the change: what it is written over, and what a backup brought.
    fn put(
        &mut self,
        key: RecordKey,
        name: &str,
        revision: u64,
        records: &Records,
        old: [Option<(&str, Option<&Record>)>; 2],
    ) -> Result<Saved, NotSaved> {
        if let Some(record) = Record::copy_of(records, key) {
            let text = envelope::write(&record, revision)
                .map_err(|why| NotSaved::Refused(StoreError::Failed(why.to_string())))?;
            let text = old
                .into_iter()
                .flatten()
                .fold(text, |text, (old, base)| unknown_fields::keep(key, old, base, text));
            self.store.set(name, &text)?;
            self.revisions.insert(key, revision);
            self.journal.push((name.to_owned(), text));
        } else {
            self.store.remove(name)?;
            self.revisions.remove(&key);
            self.gone.insert(key, revision);
            self.journal.push((name.to_owned(), envelope::removed(revision)));
        }
        Ok(Saved::Stored)
    }
}

fn put_or_remove<T>(map: &mut BTreeMap<RecordKey, T>, key: RecordKey, value: Option<T>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}
