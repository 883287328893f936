//! Reading everything that is stored, once, without writing anything.

use super::envelope::{self, Unread};
use super::migrations::SCHEMA;
use super::{Loaded, Notice, Quarantined, Store, StoreError, key};
use crate::model::{Record, RecordKey, Records};
use crate::sorting;
use std::collections::BTreeMap;

/// What a load found.
#[derive(Default)]
pub(super) struct Found {
    pub(super) records: Records,
    /// The revision of each record that was read.
    pub(super) revisions: BTreeMap<RecordKey, u64>,
    pub(super) quarantined: Vec<Quarantined>,
    /// The newest schema, where it is newer than this version's.
    pub(super) newer: Option<u32>,
    /// How many records are in an older schema.
    pub(super) older: usize,
    /// Whether an older version has left its picture of Today.
    pub(super) picture: bool,
}

impl Found {
    /// Reads everything.
    ///
    /// # Errors
    /// [`StoreError`] as soon as something cannot be got at: what was not read might be overwritten later.
    pub(super) fn all_of(store: &impl Store) -> Result<Self, StoreError> {
        let mut found = Self::default();
        let wanted = |name: &str| key::record_of(name).is_some() || is_broken(name) || name == key::GLANCE;
        store.texts(&wanted, &mut |name, text| {
            if let Some(key) = key::record_of(name) {
                found.take(key, name, text);
            } else if let Some((was, _)) = key::backed_up_from(name) {
                found.quarantined.push(Quarantined { was, key: name.to_owned(), why: None });
            } else {
                found.picture = true;
            }
        })?;
        sorting::by_key(&mut found.quarantined, |one| one.key.clone());
        Ok(found)
    }

    fn take(&mut self, key: RecordKey, name: &str, text: &str) {
        match envelope::read(key, text) {
            Ok(read) => {
                self.older += usize::from(read.schema < SCHEMA);
                self.revisions.insert(key, read.revision);
                read.record.put_into(&mut self.records);
            }
            Err(Unread::Newer { schema }) => self.newer = self.newer.max(Some(schema)),
            Err(Unread::Broken(why)) => {
                let name = name.to_owned();
                self.quarantined.push(Quarantined { key: name.clone(), was: name, why: Some(why) });
            }
        }
    }

    /// What there is to tell, the gravest first.
    pub(super) fn notices(&self) -> Vec<Notice> {
        let read_only = self.newer.map(|schema| Notice::ReadOnly { schema });
        let quarantined = Some(&self.quarantined).filter(|list| !list.is_empty());
        let quarantined = quarantined.map(|list| Notice::Quarantined(list.clone()));
        let older = Some(Notice::BroughtUpToDate { records: self.older }).filter(|_| self.older > 0);
        [read_only, quarantined, older].into_iter().flatten().collect()
    }
}

/// Whether a broken text is kept under that name.
fn is_broken(name: &str) -> bool {
    matches!(key::backed_up_from(name), Some((_, "broken")))
}

/// A record as it lies in a store, from its key and its text; `None` for a key of another kind.
pub(crate) fn read_stored(name: &str, text: &str) -> Option<Result<Record, String>> {
    let read = match envelope::read(key::record_of(name)?, text) {
        Ok(read) => Ok(read.record),
        Err(Unread::Newer { schema }) => Err(format!("a newer version wrote it, in schema {schema}")),
        Err(Unread::Broken(why)) => Err(why.to_string()),
    };
    Some(read)
}

/// What is told where nothing can be read.
pub(super) fn nothing(why: StoreError) -> Loaded {
    Loaded { records: Records::default(), notices: vec![Notice::InMemory(why)] }
}
