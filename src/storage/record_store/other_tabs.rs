//! What other tabs and the browser do to the store.

use super::super::envelope::{self, Read, Unread};
use super::super::load::Found;
use super::super::{Quarantined, RemoteChange, SaveError, Store, key};
use super::{Mode, RecordStore, Unsaved, Written};
use crate::commands::Undo;
use crate::model::{Record, RecordKey, Records};
use std::collections::BTreeSet;

impl<S: Store> RecordStore<S> {
    /// Another tab wrote or removed this key, or (`None`) emptied the storage: the browser's `storage` event.
    pub fn on_remote_change(&mut self, name: Option<&str>, records: &mut Records) -> RemoteChange {
        if matches!(self.mode, Mode::InMemory | Mode::Emptied) {
            return RemoteChange::default();
        }
        // A store that cannot be read now says so at the next save.
        match name {
            None => self.on_emptied(),
            Some(name) => match (key::record_of(name), self.store.get(name)) {
                (Some(key), Ok(Some(text))) => self.on_remote_write(key, name, &text, records),
                (Some(key), Ok(None)) => self.on_remote_removal(key, records),
                _ => RemoteChange::default(),
            },
        }
    }

    /// Takes over what other tabs did while the browser had this one asleep and told it nothing: to one record, or to all.
    /// Whether there was anything.
    pub fn catch_up(&mut self, only: Option<RecordKey>, records: &mut Records) -> bool {
        let mut names: BTreeSet<String> = match only {
            Some(key) => BTreeSet::from([key::name(key)]),
            None => self.revisions.keys().map(|key| key::name(*key)).collect(),
        };
        if only.is_none() {
            // A store that cannot be read now says so at the next save.
            names.extend(self.store.keys().unwrap_or_default());
        }
        let mut is_news = false;
        for name in names.iter().filter(|name| self.is_news(name)).collect::<Vec<_>>() {
            is_news |= !self.on_remote_change(Some(name), records).touched.is_empty();
        }
        is_news
    }

    /// Whether another revision of a record is stored than the one that is known here.
    fn is_news(&self, name: &str) -> bool {
        let Some(key) = key::record_of(name) else { return false };
        let stored = self.store.get(name).ok().flatten();
        let stored = stored.as_deref().and_then(envelope::head).map(|head| head.revision);
        stored != self.revisions.get(&key).copied()
    }

    fn on_emptied(&mut self) -> RemoteChange {
        if !self.revisions.is_empty() && self.nothing_is_left() == Ok(true) {
            self.mode = Mode::Emptied;
        }
        RemoteChange::default()
    }

    pub(super) fn on_remote_write(
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
        let lost = self.lost_update(&theirs, records);
        if self.revisions.insert(key, theirs.revision) == Some(theirs.revision) && lost.is_none() {
            return RemoteChange::default();
        }
        let stored = theirs.record.clone();
        let was_lost = lost.is_some();
        match lost.map(|written| written.before).or_else(|| Some(self.unsaved.get(&key)?.base.clone())) {
            // What is not stored yet, or no more, stays on top of what they stored.
            Some(base) => {
                self.merge_onto(theirs, base.as_ref(), records);
                self.remerged.retain(|remerged| *remerged != key);
                let change = self.unsaved.get(&key).map_or(self.changes, |waiting| waiting.change);
                let waiting = self.unsaved.entry(key).or_insert(Unsaved::new(None, change));
                waiting.base = Some(stored);
            }
            None => stored.put_into(records),
        }
        if was_lost {
            // Where the store refuses, how things stand says so, and it is tried again with the next change.
            let _ = self.retry(records);
        }
        RemoteChange { touched: vec![key], removed: None }
    }

    /// What was written here, where another tab has overwritten it unseen: two tabs that write at the same moment both
    /// write the same revision, and only one of the two texts stays.
    fn lost_update(&self, theirs: &Read, records: &Records) -> Option<Written> {
        let key = theirs.record.key();
        let written = self.written.get(&key)?;
        let at_once =
            theirs.revision <= written.revision && self.revisions.get(&key) == Some(&written.revision);
        let ours = || match self.unsaved.get(&key) {
            Some(waiting) => waiting.base.clone(),
            None => Record::copy_of(records, key),
        };
        (at_once && ours().as_ref() != Some(&theirs.record)).then(|| written.clone())
    }

    fn on_remote_removal(&mut self, key: RecordKey, records: &mut Records) -> RemoteChange {
        if !self.revisions.contains_key(&key) {
            return RemoteChange::default();
        }
        if self.nothing_is_left() == Ok(true) {
            self.mode = Mode::Emptied;
            return RemoteChange::default();
        }
        if let Some(revision) = self.revisions.remove(&key) {
            self.gone.insert(key, revision.saturating_add(1));
        }
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
            let revisions = std::mem::take(&mut self.revisions).into_iter();
            self.gone.extend(revisions.map(|(key, revision)| (key, revision.saturating_add(1))));
            self.written.clear();
            self.unsaved.clear();
            self.changes += 1;
            let change = self.changes;
            let all = RecordKey::all(records).into_iter();
            self.unsaved.extend(all.map(|key| (key, Unsaved::new(None, change))));
        }
        self.retry(records)
    }

    /// The storage was emptied from outside: discards what the user sees, and reads what is stored.
    pub fn reload_discarding(&mut self, records: &mut Records) {
        if self.mode != Mode::Emptied {
            return;
        }
        if let Ok(found) = Found::all_of(&self.store) {
            self.mode = if found.newer.is_some() { Mode::ReadOnly } else { Mode::Open };
            self.revisions = found.revisions;
            self.quarantined = found.quarantined;
            self.unsaved.clear();
            self.written.clear();
            *records = found.records;
        }
    }
}
