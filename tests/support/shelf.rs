//! A store that several tabs share, and that fails when it is told to.

use afterword::storage::{Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A handle on the store; each tab has one.
#[derive(Clone, Default)]
pub struct Shelf(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    texts: BTreeMap<String, String>,
    /// How many bytes of texts there is room for.
    room: Option<usize>,
    blocked: bool,
    /// Reading a key with this in its name fails.
    unreadable: Option<String>,
    reads: usize,
    writes: usize,
    /// After so many writes nothing is written any more.
    last_write: Option<usize>,
}

impl Shelf {
    pub fn with(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let shelf = Self::default();
        shelf.0.borrow_mut().texts = texts.into_iter().collect();
        shelf
    }

    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().texts.clone()
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.0.borrow().texts.get(key).cloned()
    }

    /// What somebody else wrote.
    pub fn put(&self, key: &str, text: &str) {
        self.0.borrow_mut().texts.insert(key.to_owned(), text.to_owned());
    }

    pub fn take(&self, key: &str) {
        self.0.borrow_mut().texts.remove(key);
    }

    pub fn clear(&self) {
        self.0.borrow_mut().texts.clear();
    }

    pub fn block(&self) {
        self.0.borrow_mut().blocked = true;
    }

    pub fn make_unreadable(&self, part: &str) {
        self.0.borrow_mut().unreadable = Some(part.to_owned());
    }

    /// No room but for what is there and so many bytes.
    pub fn fill_up_to(&self, more: usize) {
        let mut inner = self.0.borrow_mut();
        inner.room = Some(inner.used() + more);
    }

    pub fn make_room(&self) {
        self.0.borrow_mut().room = None;
    }

    /// As if the browser were killed after so many more writes.
    pub fn die_after(&self, more: usize) {
        let mut inner = self.0.borrow_mut();
        inner.last_write = Some(inner.writes + more);
    }

    pub fn reads(&self) -> usize {
        self.0.borrow().reads
    }

    pub fn writes(&self) -> usize {
        self.0.borrow().writes
    }
}

impl Inner {
    fn used(&self) -> usize {
        self.texts.iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    fn reach(&self) -> Result<(), StoreError> {
        if self.blocked { Err(StoreError::Blocked) } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), StoreError> {
        self.reach()?;
        self.writes += 1;
        match self.last_write {
            Some(last) if self.writes > last => Err(StoreError::Failed("the browser is gone".to_owned())),
            _ => Ok(()),
        }
    }
}

impl Store for Shelf {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.reach()?;
        inner.reads += 1;
        if inner.unreadable.as_ref().is_some_and(|part| key.contains(part)) {
            return Err(StoreError::Failed("the disk is gone".to_owned()));
        }
        Ok(inner.texts.get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.write()?;
        let before = inner.texts.get(key).map_or(0, |text| key.len() + text.len());
        let after = inner.used() - before + key.len() + text.len();
        if inner.room.is_some_and(|room| after > room) {
            return Err(StoreError::Full);
        }
        inner.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.write()?;
        inner.texts.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let inner = self.0.borrow();
        inner.reach()?;
        Ok(inner.texts.keys().cloned().collect())
    }
}
