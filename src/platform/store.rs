//! The browser's localStorage as a [`Store`].

use crate::storage::{Store, StoreError, is_ours, means_full};
use gloo_storage::{LocalStorage, Storage};
use js_sys::{JsString, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::window;

/// The browser's localStorage, which may be blocked.
#[derive(Clone, Copy, Debug, Default)]
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
    BrowserStore.keys().is_ok_and(|names| !names.iter().any(|name| is_ours(name)))
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

    fn texts(
        &self,
        wanted: &dyn Fn(&str) -> bool,
        take: &mut dyn FnMut(&str, &str),
    ) -> Result<(), StoreError> {
        let storage: Texts = Self::reach()?.unchecked_into();
        // All names first: an index is good only as long as nothing is stored or removed.
        let count = storage.length().map_err(|error| failed(&error))?;
        let mut names = Vec::with_capacity(count as usize);
        for place in 0..count {
            names.extend(storage.key(place).map_err(|error| failed(&error))?);
        }
        for name in names {
            let key = String::from(&name);
            if wanted(&key)
                && let Some(text) = storage.get_item(&name).map_err(|error| failed(&error))?
            {
                take(&key, &text);
            }
        }
        Ok(())
    }
}

#[wasm_bindgen]
extern "C" {
    /// The browser's storage once more, with names that stay on the browser's side: on the way into a module and
    /// out again, those of thousands of records take longer than the records.
    #[wasm_bindgen(extends = Object, js_name = Storage)]
    type Texts;

    #[wasm_bindgen(method, getter, catch)]
    fn length(this: &Texts) -> Result<u32, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn key(this: &Texts, place: u32) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_item(this: &Texts, name: &JsString) -> Result<Option<String>, JsValue>;
}

/// What the browser threw, understood.
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
