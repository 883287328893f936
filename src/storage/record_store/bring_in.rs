//! What the journal knows and the store lost.

use super::super::envelope::{self, Head, Unread};
use super::super::{Store, StoreError, key};
use super::{Mode, RecordStore, Unsaved};
use crate::model::{Record, RecordKey, Records};

impl<S: Store> RecordStore<S> {
    /// Brings in what the journal has in a newer revision than the store, removals included. What was changed here in
    /// the meantime stays on top. How many records were brought in.
    pub fn bring_in(&mut self, journal: &[(String, String)], records: &mut Records) -> usize {
        if self.mode != Mode::Open {
            return 0;
        }
        let newer = journal.iter().filter(|(name, text)| {
            let key = key::record_of(name);
            key.is_some_and(|key| self.bring_in_one(key, name, text, records).unwrap_or_default())
        });
        let brought_in = newer.count();
        // Where the store refuses, how things stand says so.
        let _ = self.retry(records);
        brought_in
    }

    /// Whether it was newer.
    fn bring_in_one(
        &mut self,
        key: RecordKey,
        name: &str,
        text: &str,
        records: &mut Records,
    ) -> Result<bool, StoreError> {
        let Some(Head { revision, .. }) = envelope::head(text) else { return Ok(false) };
        // What nobody can read takes no place of what is whole.
        if !envelope::is_removed(text) && matches!(envelope::read(key, text), Err(Unread::Broken(_))) {
            return Ok(false);
        }
        let stored = self.store.get(name)?;
        let known = stored.as_deref().map(envelope::head);
        if envelope::is_removed(text) {
            self.gone.insert(key, revision);
            let is_newer = known.is_some_and(|head| head.is_some_and(|head| head.revision < revision));
            if is_newer {
                self.remove_stored(key, name, records)?;
            }
            return Ok(is_newer);
        }
        if known.is_some_and(|head| head.is_some_and(|head| head.revision >= revision)) {
            return Ok(false);
        }
        if let (Some(None), Some(broken)) = (known, &stored) {
            self.backup_raw(name, broken, "mended")?;
            self.quarantined.retain(|one| one.was != name);
        }
        self.put_changed_on_top(key);
        let is_stored = self.store.set(name, text);
        self.on_remote_write(key, name, text, records);
        if is_stored.is_err() && Record::is_in(records, key) {
            // It is only in memory then, and waits to be stored as any change does.
            self.revisions.remove(&key);
            self.gone.insert(key, revision);
            self.changes += 1;
            self.unsaved.insert(key, Unsaved::new(None, self.changes));
        }
        Ok(true)
    }

    fn remove_stored(&mut self, key: RecordKey, name: &str, records: &mut Records) -> Result<(), StoreError> {
        self.put_changed_on_top(key);
        self.store.remove(name)?;
        self.revisions.remove(&key);
        // What was changed here is stored as new.
        if !self.unsaved.contains_key(&key) {
            Record::remove_from(records, key);
        }
        Ok(())
    }

    /// What was written since the start was written without knowing of the journal: it is merged, and stored again.
    fn put_changed_on_top(&mut self, key: RecordKey) {
        if let Some(written) = self.written.remove(&key) {
            self.changes += 1;
            self.unsaved.entry(key).or_insert(Unsaved::new(written.before, self.changes));
        }
    }
}
