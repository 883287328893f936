//! Where each chunk begins: the build cuts the module at these functions, and what only one chunk uses goes into a file
//! of its own.

// The attribute writes the calls from one file into the other, which Rust cannot check. Nothing else stands here.
#![allow(unsafe_code)]
// What can fail is the fetching, which the attribute adds.
#![allow(clippy::unnecessary_wraps)]

use super::contents;
use crate::ui::shell_state::ShellState;
use crate::view_models::Route;
use leptos::prelude::AnyView;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

#[wasm_split(today, fallible, preload(fetch_today))]
pub fn today() -> Result<AnyView, SplitLoaderError> {
    Ok(contents::today())
}

#[wasm_split(interview, fallible, preload(fetch_interview))]
pub fn interview(route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(contents::interview(route))
}

#[wasm_split(others, fallible, preload(fetch_others))]
pub fn others(route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(contents::others(route))
}

// Each task is in the chunk that is here, or wanted, when it is done.

#[wasm_split(interview, fallible)]
pub fn recall(shell: ShellState) -> Result<(), SplitLoaderError> {
    contents::recall(shell);
    Ok(())
}

#[wasm_split(interview, fallible)]
pub fn keep_offline() -> Result<(), SplitLoaderError> {
    contents::keep_offline();
    Ok(())
}

#[wasm_split(today, fallible)]
pub fn load_example(shell: ShellState) -> Result<(), SplitLoaderError> {
    contents::load_example(shell);
    Ok(())
}
