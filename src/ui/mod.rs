//! The screens, and what holds them together.

#![allow(clippy::needless_pass_by_value)] // a component owns what it is given

pub mod autosave;
pub mod components;
pub mod erased;
pub mod form_draft;
mod glance;
mod notices;
mod screens;
mod session;
mod shell;
mod shell_state;
pub mod state;

use crate::platform::{page, store};
use crate::view::Route;
use leptos::prelude::*;
use shell_state::ShellState;
use wasm_bindgen_futures::spawn_local;

/// Puts the app in the page, in place of the frame that was there while it arrived.
///
/// Where nothing is stored, what a first visit shows is here already. Otherwise the frame stays until the part that
/// the address asks for has arrived.
pub fn mount() {
    console_error_panic_hook::set_once();
    let place = Route::read(&page::fragment()).unwrap_or(Route::Today);
    let fresh = store::is_empty();
    if fresh && place == Route::Today {
        show(fresh);
        return;
    }
    spawn_local(async move {
        screens::fetch(&place).await;
        show(fresh);
    });
}

fn show(fresh: bool) {
    leptos::mount::mount_to_body(move || {
        let shell = ShellState::enter(fresh);
        page::after_layout(move || {
            page::mark("afterword:usable");
            spawn_local(screens::fetch_the_rest(shell));
        });
        view! { <shell::Shell /> }
    });
    if let Some(frame) = document().get_element_by_id("frame") {
        frame.remove();
    }
}
