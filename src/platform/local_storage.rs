//! The browser's localStorage as a [`Store`].

use crate::storage::{Store, StoreError, is_ours, means_full};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::window;

/// The browser's localStorage, which may be blocked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BrowserStore;

impl BrowserStore {
    /// The storage. Where it is blocked, asking for it throws or gives nothing, and gloo's `raw` would panic: so
    /// the browser is asked first.
    fn reach() -> Result<web_sys::Storage, StoreError> {
        match window().map(|window| window.local_storage()) {
            Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
            _ => Err(StoreError::Blocked),
        }
    }
}

/// Whether nothing of ours is stored; `false` where that cannot be told.
pub fn is_empty() -> bool {
    let Ok(storage) = BrowserStore::reach() else { return false };
    let ours = |place| storage.key(place).map(|name| name.is_some_and(|name| is_ours(&name)));
    storage.length().is_ok_and(|count| !(0..count).any(|place| ours(place).unwrap_or(true)))
}

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Self::reach()?.get_item(key).map_err(|error| failed(&error))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        Self::reach()?.set_item(key, text).map_err(|error| failed(&error))
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        Self::reach()?.remove_item(key).map_err(|error| failed(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = Self::reach()?;
        let count = storage.length().map_err(|error| failed(&error))?;
        let mut keys = Vec::with_capacity(count as usize);
        for place in 0..count {
            keys.extend(storage.key(place).map_err(|error| failed(&error))?);
        }
        Ok(keys)
    }
}

/// The error that the browser threw.
fn failed(error: &JsValue) -> StoreError {
    let Some(error) = error.dyn_ref::<web_sys::DomException>() else {
        return StoreError::Failed(format!("{error:?}"));
    };
    let name = error.name();
    if means_full(&name, error.code()) {
        StoreError::Full
    } else if name == "SecurityError" {
        StoreError::Blocked
    } else {
        StoreError::Failed(name)
    }
}
