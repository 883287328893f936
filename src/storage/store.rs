//! A place that keeps texts under keys: the browser's localStorage, or a map.

use std::collections::BTreeMap;

/// Why a store did not do as asked.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be reached at all: blocked by the browser's settings, or absent.
    #[error("this browser does not let the page store anything")]
    Blocked,
    /// There is no room left.
    #[error("there is no room left in this browser's storage")]
    Full,
    /// Anything else, in the browser's words.
    #[error("this browser's storage failed: {0}")]
    Failed(String),
}

/// A place that keeps texts under keys.
pub trait Store {
    /// The text under a key; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError`], never [`StoreError::Full`].
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// [`StoreError`]; what was there is still there then.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes a key; one that is not there is fine.
    ///
    /// # Errors
    /// [`StoreError`], never [`StoreError::Full`].
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;

    /// All keys, other apps' included, in any order.
    ///
    /// # Errors
    /// [`StoreError`], never [`StoreError::Full`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Every text whose key is wanted, with its key, in any order.
    ///
    /// # Errors
    /// [`StoreError`], never [`StoreError::Full`], as soon as one text cannot be got at.
    fn texts(
        &self,
        wanted: &dyn Fn(&str) -> bool,
        take: &mut dyn FnMut(&str, &str),
    ) -> Result<(), StoreError> {
        for key in self.keys()?.iter().filter(|key| wanted(key)) {
            if let Some(text) = self.get(key)? {
                take(key, &text);
            }
        }
        Ok(())
    }
}

/// Whether an error that a browser names so, under that code, means that there is no room. Each spelling is some
/// browser's: the name of today, Firefox's own, and the codes of both from before names were used.
pub fn means_full(name: &str, code: u16) -> bool {
    matches!(name, "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") || matches!(code, 22 | 1014)
}

/// A store in memory, gone with the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MapStore {
    texts: BTreeMap<String, String>,
}

impl Store for MapStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.texts.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.keys().cloned().collect())
    }
}
