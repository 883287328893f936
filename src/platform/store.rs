//! The browser's localStorage as a [`Store`].

use crate::storage::{Store, StoreError, is_ours, means_full};
use gloo_storage::{LocalStorage, Storage};
use js_sys::{Array, JsString, Object, Uint8Array};
use std::ops::Range;
use wasm_bindgen::prelude::wasm_bindgen;
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
        let storage: Handles = Self::reach()?.unchecked_into();
        let text = storage.get_item(&key.into()).map_err(|error| failed(&error))?;
        Ok(text.dyn_ref().map(encoded))
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
        let storage: Handles = Self::reach()?.unchecked_into();
        // All names first: an index is good only as long as nothing is stored or removed.
        let count = storage.length().map_err(|error| failed(&error))?;
        let handles = Array::new_with_length(count);
        for place in 0..count {
            handles.set(place, storage.key(place).map_err(|error| failed(&error))?);
        }
        let names = Brought::over(&handles);
        let (texts, mut found) = (Array::new(), Vec::new());
        for (place, name) in (0..).zip(names.each()).filter(|(_, name)| wanted(name)) {
            let text = storage.get_item(&handles.get(place)).map_err(|error| failed(&error))?;
            if !text.is_null() {
                texts.push(&text);
                found.push(name);
            }
        }
        found.into_iter().zip(Brought::over(&texts).each()).for_each(|(name, text)| take(name, text));
        Ok(())
    }
}

/// Texts brought over from the browser's side, all at once: one by one, thousands of short ones take longer than
/// reading what they say.
struct Brought {
    all: String,
    /// Where each begins and ends.
    spans: Vec<Range<usize>>,
}

/// What stands between two of them. Ours never hold it; where another one does, they are brought one by one.
const GAP: char = '\n';

impl Brought {
    fn over(texts: &Array) -> Self {
        let count = texts.length() as usize;
        let all = encoded(&texts.join("\n"));
        let mut ends: Vec<usize> = all.match_indices(GAP).map(|(place, _)| place).collect();
        ends.push(all.len());
        if ends.len() != count {
            return Self::one_by_one(texts);
        }
        let begins = std::iter::once(0).chain(ends.iter().map(|end| end + GAP.len_utf8()));
        Self { spans: begins.zip(&ends).map(|(begin, end)| begin..*end).collect(), all }
    }

    fn one_by_one(texts: &Array) -> Self {
        let (mut all, mut spans) = (String::new(), Vec::new());
        for text in texts.iter() {
            let begin = all.len();
            all.push_str(&text.as_string().unwrap_or_default());
            spans.push(begin..all.len());
        }
        Self { all, spans }
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter_map(|span| self.all.get(span.clone()))
    }
}

/// A text, encoded by the browser: the bindings' own way looks at each letter.
fn encoded(text: &JsString) -> String {
    String::from_utf8(TextEncoder::new().encode(text).to_vec()).unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    /// The browser's storage once more, with texts that stay on the browser's side.
    #[wasm_bindgen(extends = Object, js_name = Storage)]
    type Handles;

    #[wasm_bindgen(method, getter, catch)]
    fn length(this: &Handles) -> Result<u32, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn key(this: &Handles, place: u32) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_item(this: &Handles, name: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;
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
