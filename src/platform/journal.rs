//! The journal of the records, in `IndexedDB`: what is put there is on disk within a moment, while browsers hold back what
//! is written to localStorage.
//!
//! The app goes on without it where the browser does not give it; [`status`] says so.

use super::events;
use super::local_storage::BrowserStore;
use crate::storage::{Store, is_record, owed_about, owed_name, says_removed, supersedes};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const DATABASE: &str = "afterword";
/// Texts as the store holds them, under the same keys.
const RECORDS: &str = "records";

/// As if it were the key of a record: all of them.
const ALL: &str = "afterword/all";

/// A record by its key and its text.
type Entry = (String, String);

/// How far the journal can be relied on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum JournalStatus {
    /// It was not asked for yet.
    #[default]
    Unknown,
    /// What was handed to it is on disk, or will be in a moment.
    Kept,
    /// The browser did not give it, or refused to write.
    Unavailable,
}

thread_local! {
    static WAITING: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
    static OPENED: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    static STATUS: Cell<JournalStatus> = const { Cell::new(JournalStatus::Unknown) };
}

/// How far the journal can be relied on.
pub fn status() -> JournalStatus {
    STATUS.get()
}

/// Puts what was stored and removed into the journal. Nothing waits for it.
pub fn write(entries: Vec<Entry>) {
    if entries.is_empty() {
        return;
    }
    let is_first = WAITING.with_borrow_mut(|waiting| {
        let is_first = waiting.is_empty();
        waiting.extend(entries);
        is_first
    });
    if is_first {
        spawn_local(async {
            if noted(write_waiting().await).is_none() {
                WAITING.take().iter().filter(|(_, text)| says_removed(text)).for_each(owe);
            }
        });
    }
}

/// Keeps in mind that a record is removed: the journal still has it, and would bring it back at a later start.
fn owe((name, text): &Entry) {
    // Where even that is refused, the record comes back: nothing is lost.
    let _ = BrowserStore.set(&owed_name(name), text);
}

/// What the journal and the store do not have alike.
pub struct Differences {
    /// As the journal has it.
    pub journal: Vec<Entry>,
    /// As the store has it. Of what is newer in the journal it is older, and [`write`] then leaves the journal as it is.
    pub stored: Vec<Entry>,
}

/// Compares the journal with the store, `None` where there is no journal.
pub async fn compare() -> Option<Differences> {
    noted(pay().await)?;
    noted(differences().await)
}

/// Empties the journal and removes it. Whether that could be done.
pub async fn erase() -> bool {
    WAITING.take();
    noted(remove_all().await).is_some()
}

/// Keeps in mind that the journal is to be emptied, once it can be had again.
pub fn owe_erasing() {
    owe(&(ALL.to_owned(), String::new()));
}

/// Tells the journal what it could not be told when it happened.
async fn pay() -> Result<(), JsValue> {
    let mut owed = Vec::new();
    let wanted = |name: &str| owed_about(name).is_some();
    let take = &mut |name: &str, text: &str| {
        owed.extend(owed_about(name).map(|about| (name.to_owned(), about, text.to_owned())));
    };
    if BrowserStore.texts(&wanted, take).is_err() || owed.is_empty() {
        return Ok(());
    }
    if owed.iter().any(|(_, about, _)| about == ALL) {
        let (records, transaction) = begin("readwrite").await?;
        records.clear()?;
        complete(&transaction).await?;
    }
    let removed = owed.iter().filter(|(_, about, _)| is_record(about));
    put(removed.map(|(_, about, text)| (about.clone(), text.clone())).collect()).await?;
    for (name, ..) in &owed {
        // What stays is told once more at the next start, which changes nothing.
        let _ = BrowserStore.remove(name);
    }
    Ok(())
}

/// Keeps something beside the records that no text can hold.
///
/// # Errors
/// Where the browser gives no journal.
pub async fn keep(name: &str, value: &JsValue) -> Result<(), JsValue> {
    let (records, transaction) = begin("readwrite").await?;
    records.put_with_key(value, &name.into())?;
    complete(&transaction).await
}

/// What [`keep`] kept.
pub async fn kept(name: &str) -> Option<JsValue> {
    let (records, _transaction) = begin("readonly").await.ok()?;
    let asked = records.get(&name.into()).ok()?;
    answer(&asked).await.ok()?;
    asked.result().ok().filter(|value| !value.is_undefined())
}

/// Lets go of what [`keep`] kept.
///
/// # Errors
/// As [`keep`].
pub async fn let_be_gone(name: &str) -> Result<(), JsValue> {
    let (records, transaction) = begin("readwrite").await?;
    records.delete(&name.into())?;
    complete(&transaction).await
}

fn noted<T>(done: Result<T, JsValue>) -> Option<T> {
    STATUS.set(if done.is_ok() { JournalStatus::Kept } else { JournalStatus::Unavailable });
    done.ok()
}

async fn write_waiting() -> Result<(), JsValue> {
    // All that waits goes in one: more may come while the journal is opened.
    opened().await?;
    let entries = WAITING.take();
    put(entries.clone()).await.inspect_err(|_| {
        WAITING.with_borrow_mut(|waiting| waiting.splice(..0, entries.iter().cloned()).for_each(drop));
    })
}

async fn put(entries: Vec<Entry>) -> Result<(), JsValue> {
    let (records, transaction) = begin("readwrite").await?;
    let held = entries.iter().map(|(name, _)| records.get(&name.into())).collect::<Result<Vec<_>, _>>()?;
    // The requests of a transaction are answered in their order.
    if let Some(last) = held.last() {
        answer(last).await?;
    }
    for ((name, text), held) in entries.iter().zip(held) {
        let held = held.result()?.as_string();
        if held.is_none_or(|held| supersedes(text, &held)) {
            records.put_with_key(&text.into(), &name.into())?;
        }
    }
    complete(&transaction).await
}

async fn differences() -> Result<Differences, JsValue> {
    let (records, _transaction) = begin("readonly").await?;
    let (names, texts) = (records.get_all_keys()?, records.get_all()?);
    answer(&texts).await?;
    let (names, texts): (Array, Array) = (names.result()?.unchecked_into(), texts.result()?.unchecked_into());
    let storage = Reflect::get(&window(), &"localStorage".into())?;
    let (mut journal, mut known) = (Vec::new(), BTreeSet::new());
    for (name, text) in names.iter().zip(texts.iter()) {
        // Compared by the browser, so that of thousands that are alike no text comes here.
        let is_alike = Reflect::get(&storage, &name)? == text;
        let Some(name) = name.as_string() else { continue };
        if is_alike {
            known.insert(name);
        } else {
            journal.extend(text.as_string().map(|text| (name, text)));
        }
    }
    let mut stored = Vec::new();
    let wanted = |name: &str| is_record(name) && !known.contains(name);
    BrowserStore
        .texts(&wanted, &mut |name, text| stored.push((name.to_owned(), text.to_owned())))
        .map_err(|why| JsValue::from(why.to_string()))?;
    Ok(Differences { journal, stored })
}

async fn remove_all() -> Result<(), JsValue> {
    // Emptied first: where another tab still uses it, it is removed only later.
    let (records, transaction) = begin("readwrite").await?;
    records.clear()?;
    complete(&transaction).await?;
    let_go();
    factory()?.delete_database(DATABASE).map(drop)
}

async fn begin(mode: &str) -> Result<(IdbObjectStore, IdbTransaction), JsValue> {
    let database = opened().await?;
    let (named, options) = (JsValue::from("transaction"), Object::new());
    // On disk, and not only with the system, when it says that it is done.
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction: Function = Reflect::get(&database, &named)?.unchecked_into();
    let transaction = transaction.call3(&database, &RECORDS.into(), &mode.into(), &options);
    // A connection that the browser has closed is no use any more.
    let transaction: IdbTransaction = transaction.inspect_err(|_| let_go())?.unchecked_into();
    Ok((transaction.object_store(RECORDS)?, transaction))
}

async fn opened() -> Result<IdbDatabase, JsValue> {
    if let Some(database) = OPENED.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let asking = factory()?.open_with_u32(DATABASE, 1)?;
    let same = asking.clone();
    let prepare = Closure::once_into_js(move || prepare(&same));
    asking.set_onupgradeneeded(Some(prepare.unchecked_ref()));
    answer(&asking).await?;
    let database: IdbDatabase = asking.result()?.unchecked_into();
    // Another tab erases everything, or the browser does.
    for name in ["versionchange", "close"] {
        let same = database.clone();
        events::on(&database, name, move |_| {
            same.close();
            let_go();
        });
    }
    OPENED.set(Some(database.clone()));
    Ok(database)
}

fn prepare(asking: &IdbOpenDbRequest) {
    if let Ok(database) = asking.result() {
        // It only fails where there is one, and there is none in a database that is new.
        let _ = database.unchecked_into::<IdbDatabase>().create_object_store(RECORDS);
    }
}

/// Lets go of the connection. The next one who needs it opens it anew.
pub fn let_go() {
    if let Some(database) = OPENED.take() {
        database.close();
    }
}

/// Some browsers have none in a private window, and some throw.
fn factory() -> Result<IdbFactory, JsValue> {
    Reflect::get(&window(), &"indexedDB".into())?.dyn_into()
}

async fn answer(request: &IdbRequest) -> Result<(), JsValue> {
    let coming = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(coming).await.map(drop)
}

async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let coming = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(coming).await.map(drop)
}
