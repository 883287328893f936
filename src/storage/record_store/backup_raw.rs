//! Raw texts: kept before they are overwritten, shown, thrown away.

use super::super::unknown_fields::holds_more;
use super::super::{Quarantined, Store, StoreError, envelope, key};
use super::{Mode, RecordStore};
use crate::model::{Record, Records};

impl<S: Store> RecordStore<S> {
    /// Keeps a text that is about to be overwritten, under a key of its own; `why` is a word without a slash.
    pub(super) fn backup_raw(&mut self, name: &str, text: &str, why: &str) -> Result<(), StoreError> {
        let first = key::backup_name(name, why);
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

    /// Removes a record that cannot be read, at the user's word; no other key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn discard_quarantined(&mut self, name: &str) -> Result<(), StoreError> {
        if self.quarantined.iter().any(|it| it.key == name) {
            self.store.remove(name)?;
            self.quarantined.retain(|it| it.key != name);
        }
        Ok(())
    }

    /// The data of a record for a backup: as it is stored, with what is not known here, where that is how it was last read
    /// or written here; else as it is in memory.
    ///
    /// # Errors
    /// Where it holds something that JSON cannot, which none of the model's records does.
    pub fn data_of(&self, record: &Record) -> Result<String, serde_json::Error> {
        let key = record.key();
        let is_of_now = |text: &str| {
            let revision = envelope::head(text).map(|head| head.revision);
            revision.as_ref() == self.revisions.get(&key) && !self.unsaved.contains_key(&key)
        };
        let stored = self.store.get(&key::name(key)).ok().flatten();
        let more = stored.filter(|text| is_of_now(text) && holds_more(record, text));
        match more.as_deref().and_then(envelope::data) {
            Some(data) => serde_json::to_string(&data),
            None => envelope::in_memory(record),
        }
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

    /// Removes everything of ours, the kept raw texts included. There is no way back.
    ///
    /// # Errors
    /// [`StoreError`]; some of it may be gone then, and nothing else is stored in its place.
    pub fn erase(&mut self, records: &mut Records) -> Result<(), StoreError> {
        for name in self.store.keys()?.iter().filter(|name| key::is_ours(name)) {
            self.store.remove(name)?;
        }
        self.revisions.clear();
        self.gone.clear();
        self.journal.clear();
        self.unsaved.clear();
        self.written.clear();
        self.quarantined.clear();
        self.refused = None;
        self.mode = Mode::Open;
        *records = Records::default();
        Ok(())
    }
}
