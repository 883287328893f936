//! The journal in the browser's own database: the newer text stays, and what is erased is gone.

#![allow(clippy::unwrap_used)] // tests fail by panicking

use afterword::platform::journal::{self, JournalStatus};
use afterword::platform::store::BrowserStore;
use afterword::storage::Store;
use wasm_bindgen_test::wasm_bindgen_test;

const NAME: &str = "afterword/person/00000000-0000-7000-8000-00000000abcd";

fn text(revision: u64) -> String {
    format!("{{\"schema\":1,\"revision\":{revision},\"data\":{{}}}}")
}

fn write(revision: u64) {
    journal::write(vec![(NAME.to_owned(), text(revision))]);
}

/// What the journal has under the name, where the store has something else.
async fn held() -> Option<String> {
    let differences = journal::compare().await.unwrap();
    differences.journal.into_iter().find(|(name, _)| name == NAME).map(|(_, text)| text)
}

#[wasm_bindgen_test]
async fn the_newer_text_stays_until_all_is_erased() {
    journal::erase().await;
    assert_eq!(held().await, None);
    write(2);
    assert_eq!(held().await, Some(text(2)));
    write(1);
    assert_eq!(held().await, Some(text(2)), "what is older takes the place of nothing");
    write(3);
    write(4);
    assert_eq!(held().await, Some(text(4)));
    assert_eq!(journal::status(), JournalStatus::Kept);

    BrowserStore.set(NAME, &text(4)).unwrap();
    assert_eq!(held().await, None, "both have it alike");
    BrowserStore.set(NAME, &text(5)).unwrap();
    let stored = journal::compare().await.unwrap().stored;
    assert!(stored.contains(&(NAME.to_owned(), text(5))), "what the journal lacks is given to it");
    BrowserStore.remove(NAME).unwrap();

    journal::keep("folder", &"papers".into()).await.unwrap();
    assert_eq!(journal::kept("folder").await.and_then(|kept| kept.as_string()).as_deref(), Some("papers"));
    journal::erase().await;
    assert_eq!((held().await, journal::kept("folder").await), (None, None));
}
