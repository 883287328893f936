//! The state behind the screens: one session, one trigger, one way back.

#![allow(clippy::unwrap_used)] // tests fail by panicking

use afterword::commands::{Command, CommandError};
use afterword::model::{NewId, Opportunity, OpportunityId};
use afterword::platform::ids::Ids;
use afterword::platform::page;
use afterword::storage::RecordStore;
use afterword::ui::shell_state::ShellState;
use afterword::ui::state::AppState;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Runs a test on a shell whose session is not open yet, and leaves nothing stored.
fn with_shell(test: impl FnOnce(ShellState)) {
    leptos::mount::mount_to_body(|| ());
    Owner::new().with(|| {
        let shell = ShellState::new(true, String::new());
        test(shell);
        open(shell).rebuild(RecordStore::erase).unwrap().unwrap();
    });
}

fn open(shell: ShellState) -> AppState {
    AppState::open(shell, || ().into_any())
}

fn opportunity(company: &str) -> Opportunity {
    Opportunity::new(OpportunityId(Ids::default().fresh()), company, "Data engineer")
}

fn companies(state: AppState) -> usize {
    state.read(|records, _, _| records.opportunities.len())
}

/// Waits until the browser has painted, and what waited for that is done.
async fn painted() {
    let painted = js_sys::Promise::new(&mut |done, _| {
        page::after_paint(move || drop(done.call0(&JsValue::UNDEFINED)));
    });
    JsFuture::from(painted).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_change_is_told_at_once_and_readers_rerun_when_that_is_painted() {
    leptos::mount::mount_to_body(|| ());
    let owner = Owner::new();
    let (shell, state, count) = owner.with(|| {
        let shell = ShellState::new(true, String::new());
        let state = open(shell);
        (shell, state, Memo::new(move |_| companies(state)))
    });
    assert_eq!(count.get_untracked(), 0);
    owner.with(|| state.dispatch(Command::PutOpportunity(Box::new(opportunity("Northwind")))));
    assert!(shell.toast().get_untracked().is_some_and(|toast| toast.undo));
    assert!(state.is_behind() && count.get_untracked() == 0);
    painted().await;
    assert!(!state.is_behind() && count.get_untracked() == 1);
    assert!(!shell.fresh().get_untracked());
    state.undo();
    painted().await;
    assert_eq!(count.get_untracked(), 0);
    assert!(shell.fresh().get_untracked());
    state.redo();
    painted().await;
    assert_eq!(count.get_untracked(), 1);
    owner.with(|| state.rebuild(RecordStore::erase)).unwrap().unwrap();
}

#[wasm_bindgen_test]
fn the_session_is_opened_once_and_reads_what_an_earlier_one_stored() {
    with_shell(|shell| {
        open(shell).dispatch(Command::PutOpportunity(Box::new(opportunity("Northwind"))));
        assert_eq!(companies(open(shell)), 1);
        Owner::new_root(None).with(|| {
            let later = ShellState::new(false, String::new());
            assert_eq!(companies(open(later)), 1);
        });
    });
}

#[wasm_bindgen_test]
fn a_refused_command_changes_nothing_and_is_said() {
    with_shell(|shell| {
        let state = open(shell);
        let gone = opportunity("Northwind").id;
        let refused = state.try_dispatch(Command::RemoveOpportunity(gone));
        assert_eq!(refused, Err(CommandError::NoOpportunity(gone)));
        let toast = shell.toast().get_untracked().unwrap();
        assert_eq!((toast.words, toast.undo), (refused.unwrap_err().to_string(), false));
    });
}

#[wasm_bindgen_test]
fn what_saves_itself_says_nothing() {
    with_shell(|shell| {
        let state = open(shell);
        state.dispatch_silent(Command::PutOpportunity(Box::new(opportunity("Northwind"))));
        assert_eq!(companies(state), 1);
        assert_eq!(shell.toast().get_untracked(), None);
    });
}
