//! The notices above the screen: something is not stored, or cannot be read. Each stands for as long as it is true.

use super::components::{Button, ButtonLink, Kind};
use super::state::{AppState, state};
use super::type_erased::{derived, memo, shown, shown_if};
use crate::platform::{durable, journal, service_worker};
use crate::storage::{Notice, RecordStore, SaveStatus};
use crate::view_models::Route;
use crate::view_models::data::reminder;
use crate::words::counted;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The notices, the gravest first.
pub fn notices() -> AnyView {
    let state = state();
    view! {
        <div role="region" aria-label="Notices" class="notices" hidden=derived(move || is_calm(state))>
            {shown(move || save_status(state, state.save_status().get()))}
            {shown_if(move || Some(state.removed_elsewhere().get()).filter(|count| *count > 0).map(|_| removed_elsewhere(state)))}
            {shown(move || state.notices().get().into_iter().map(|notice| told(state, notice)).collect::<Vec<_>>().into_any())}
        </div>
        {reminded(state)}
        {newer(state)}
    }
    .into_any()
}

fn is_calm(state: AppState) -> bool {
    state.save_status().get() == SaveStatus::Kept
        && state.removed_elsewhere().get() == 0
        && state.notices().with(|all| all.iter().all(is_standing))
}

/// What was removed in another tab, where the toast is still that of the user's own last change.
fn removed_elsewhere(state: AppState) -> AnyView {
    let back = Callback::new(move |()| state.bring_back());
    let be = Callback::new(move |()| state.let_be_gone());
    view! {
        <div class="notice" data-kind="newer" role="status">
            <p>"Another tab removed something."</p>
            <div class="actions">
                <Button label="Bring it back" press=back />
                <Button kind=Kind::Quiet label="Dismiss" press=be />
            </div>
        </div>
    }
    .into_any()
}

/// Whether the banner of the save status says it already.
fn is_standing(notice: &Notice) -> bool {
    matches!(notice, Notice::InMemory(_) | Notice::ReadOnly { .. })
}

/// What no backup holds, after days of it. It is said once a visit, and not where a backup is saved.
fn reminded(state: AppState) -> AnyView {
    let is_read = RwSignal::new(false);
    let words = memo(move || state.read(|records, _, now| reminder(records, now)));
    let is_told = move || !is_read.get() && state.route().get() != Route::Data;
    shown_if(move || {
        words.get().filter(|_| is_told()).map(|words| {
            view! {
                <div class="notice" data-kind="newer" role="status">
                    <p>{words}</p>
                    <div class="actions">
                        {data()}
                        <Button kind=Kind::Quiet label="Dismiss" press=Callback::new(move |()| is_read.set(true)) />
                    </div>
                </div>
            }
            .into_any()
        })
    })
}

/// A newer version waits. This is said only where loading the page again loses nothing.
fn newer(state: AppState) -> AnyView {
    let is_here = RwSignal::new(false);
    spawn_local(service_worker::when_newer(move || is_here.set(true)));
    let is_told = move || is_here.get() && state.save_status().get() == SaveStatus::Kept;
    shown_if(move || is_told().then(newer_version))
}

fn newer_version() -> AnyView {
    view! {
        <div class="notice" data-kind="newer" role="status">
            <p>"A newer version of Afterword is here."</p>
            <div class="actions">{reload("Reload")}</div>
        </div>
    }
    .into_any()
}

fn save_status(state: AppState, save_status: SaveStatus) -> AnyView {
    let records = |unsaved| counted(unsaved, "change");
    let (words, ways) = match save_status {
        SaveStatus::Kept => return ().into_any(),
        SaveStatus::InMemory => (
            "This browser lets the page store nothing. You can look around, but all of it is gone when you close the page; save a backup before you do.".to_owned(),
            data(),
        ),
        SaveStatus::Unreadable => (
            "This browser could not read what is stored here. Your records are untouched, and nothing is written over them. Load the page again; what you do before that is only in memory.".to_owned(),
            reload("Load again"),
        ),
        SaveStatus::ReadOnly => (
            "A newer version of Afterword has written here, so this one only reads and keeps nothing. Load the page again to get the newer one.".to_owned(),
            reload("Load again"),
        ),
        SaveStatus::Full { unsaved } => (
            format!("This browser has no room left. {} not stored yet; save a backup, or remove something.", is_or_are(&records(unsaved), unsaved)),
            vec![again(state), data()].into_any(),
        ),
        SaveStatus::Failing { unsaved } => (
            format!("This browser did not store it. {} only in memory yet.", is_or_are(&records(unsaved), unsaved)),
            vec![again(state), data()].into_any(),
        ),
        SaveStatus::Emptied { .. } => (
            "What was stored here is gone: another tab or the browser emptied it. What you see is only in memory now.".to_owned(),
            emptied(state),
        ),
    };
    view! {
        <div class="notice" data-kind="grave" role="alert">
            <p>{words}</p>
            <div class="actions">{ways}</div>
        </div>
    }
    .into_any()
}

fn is_or_are(records: &str, count: usize) -> String {
    format!("{} {}", crate::words::capitalized(records), if count == 1 { "is" } else { "are" })
}

fn again(state: AppState) -> AnyView {
    let press = Callback::new(move |()| {
        state.rebuild(RecordStore::retry);
    });
    view! { <Button label="Try again" press /> }.into_any()
}

fn data() -> AnyView {
    view! { <ButtonLink label="Save a backup" href=Route::Data.href() /> }.into_any()
}

fn reload(label: &'static str) -> AnyView {
    let press = Callback::new(|()| spawn_local(service_worker::load_newest()));
    view! { <Button label press /> }.into_any()
}

fn emptied(state: AppState) -> AnyView {
    let store = Callback::new(move |()| {
        state.rebuild(RecordStore::store_again);
    });
    let let_go = Callback::new(move |()| {
        state.rebuild(RecordStore::reload_discarding);
        // What the journal holds would come back at the next start.
        spawn_local(async {
            if !journal::erase().await {
                journal::owe_erasing();
            }
        });
    });
    view! {
        <Button label="Store it again" press=store />
        <Button kind=Kind::Quiet label="Discard it" press=let_go />
    }
    .into_any()
}

/// What was found at the start. It stands until the user puts it away.
fn told(state: AppState, notice: Notice) -> AnyView {
    let (words, way) = match &notice {
        Notice::InMemory(_) | Notice::ReadOnly { .. } => return ().into_any(),
        Notice::Quarantined(broken) => (
            format!(
                "{} cannot be read. Nothing of it is lost: it is kept as it is, and everything else is here.",
                crate::words::capitalized(&counted(broken.len(), "record"))
            ),
            Some(view! { <ButtonLink label="See it" href=Route::Data.href() /> }),
        ),
        Notice::Emptied => (
            "Something was kept here before, and this browser has thrown it away. If you have a backup, it brings everything back.".to_owned(),
            Some(view! { <ButtonLink label="I have a backup" href=Route::Data.href() /> }),
        ),
        Notice::BroughtUpToDate { records } => (
            format!(
                "{} from an older version brought up to date.",
                crate::words::capitalized(&counted(*records, "record"))
            ),
            None,
        ),
    };
    let press = Callback::new(move |()| {
        if notice == Notice::Emptied {
            spawn_local(durable::forget_trace());
        }
        state.put_notice_away(&notice);
    });
    view! {
        <div class="notice" data-kind="late">
            <p>{words}</p>
            <div class="actions">
                {way}
                <Button kind=Kind::Quiet label="Dismiss" press />
            </div>
        </div>
    }
    .into_any()
}
