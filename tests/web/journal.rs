//! The journal in the browser's own database.
//!
//! Nothing here waits for a time: what is asked of the journal later is answered after what it was told before.

#![allow(clippy::unwrap_used)] // tests fail by panicking

use afterword::platform::journal::{self, JournalStatus};
use afterword::platform::local_storage::BrowserStore;
use afterword::storage::Store;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const KEY: &str = "afterword/opportunity/00000000-0000-7000-8000-000000000001";
const OWED: &str = "afterword/owed/opportunity/00000000-0000-7000-8000-000000000001";

fn record(revision: u64) -> String {
    format!(
        r#"{{"schema":2,"revision":{revision},"data":{{"id":"00000000-0000-7000-8000-000000000001","company":"Northwind"}}}}"#
    )
}

fn removed(revision: u64) -> String {
    format!(r#"{{"schema":2,"revision":{revision},"data":null}}"#)
}

/// Writes it. Once this returns, the journal has been asked to; what is asked of it then is answered after that.
async fn write(text: String) {
    journal::write(vec![(KEY.to_owned(), text)]);
    turn().await;
}

/// What the journal holds of the record, while nothing is stored.
async fn held() -> Option<String> {
    let all = journal::compare().await.unwrap().journal;
    all.into_iter().find(|(key, _)| key == KEY).map(|(_, text)| text)
}

/// What was begun is done as far as it goes without the database.
async fn turn() {
    for _ in 0..20 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
}

/// While this lives, the browser gives no database.
struct Blocked(JsValue);

impl Blocked {
    fn begin() -> Self {
        let window = web_sys::window().unwrap();
        let given = Reflect::get(&window, &"indexedDB".into()).unwrap();
        give(&JsValue::UNDEFINED);
        Self(given)
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        give(&self.0);
    }
}

/// Has the browser give that for its database.
fn give(database: &JsValue) {
    let property = Object::new();
    Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
    Reflect::set(&property, &"value".into(), database).unwrap();
    Object::define_property(web_sys::window().unwrap().as_ref(), &"indexedDB".into(), &property);
}

#[wasm_bindgen_test]
async fn what_is_written_is_there_and_of_two_the_newer_stays() {
    journal::erase().await;
    write(record(3)).await;
    assert_eq!(held().await, Some(record(3)));
    assert_eq!(journal::status(), JournalStatus::Kept);
    write(record(2)).await;
    assert_eq!(held().await, Some(record(3)));
    write(record(4)).await;
    write(removed(5)).await;
    assert_eq!(held().await, Some(removed(5)));
    assert!(journal::erase().await);
    assert_eq!(held().await, None);
}

#[wasm_bindgen_test]
async fn what_is_removed_while_the_journal_is_not_to_be_had_does_not_come_back() {
    journal::erase().await;
    write(record(3)).await;
    assert_eq!(held().await, Some(record(3)));
    journal::let_go();
    {
        let _blocked = Blocked::begin();
        write(removed(4)).await;
        assert_eq!(journal::status(), JournalStatus::Unavailable);
        assert_eq!(BrowserStore.get(OWED), Ok(Some(removed(4))));
        assert!(journal::compare().await.is_none());
    }
    assert_eq!(held().await, Some(removed(4)), "it is told at the next start");
    assert_eq!(BrowserStore.get(OWED), Ok(None));
    // And so is that all was erased.
    journal::let_go();
    {
        let _blocked = Blocked::begin();
        assert!(!journal::erase().await);
        journal::owe_erasing();
    }
    assert_eq!(held().await, None);
    assert!(BrowserStore.keys().unwrap().iter().all(|key| !key.contains("owed")));
    assert!(journal::erase().await);
}
