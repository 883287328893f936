//! The state behind the screens: one session, one trigger, one way back.

#![allow(clippy::unwrap_used)] // tests fail by panicking

use afterword::commands::{Command, CommandError};
use afterword::model::{NewId, Opportunity, OpportunityId};
use afterword::platform::ids::Ids;
use afterword::storage::RecordStore;
use afterword::ui::shell_state::ShellState;
use afterword::ui::state::AppState;
use leptos::prelude::*;
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

#[wasm_bindgen_test]
fn readers_rerun_after_each_change_and_after_its_undo() {
    with_shell(|shell| {
        let state = open(shell);
        let count = Memo::new(move |_| companies(state));
        assert_eq!(count.get_untracked(), 0);
        state.dispatch(Command::PutOpportunity(Box::new(opportunity("Northwind"))));
        assert_eq!(count.get_untracked(), 1);
        assert!(!shell.fresh().get_untracked());
        assert!(shell.toast().get_untracked().is_some_and(|toast| toast.undo));
        state.undo();
        assert_eq!(count.get_untracked(), 0);
        assert!(shell.fresh().get_untracked());
        state.redo();
        assert_eq!(count.get_untracked(), 1);
    });
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
