//! The screens, and what holds them together. This file puts them in the page.

#![allow(clippy::needless_pass_by_value)] // a component owns what it is given

pub mod autosave;
mod chunks;
pub mod components;
mod folder_copies;
pub mod form_draft;
mod lazy_screen;
mod memo;
mod notices;
mod places;
mod screens;
mod session;
mod shared_draft;
pub mod shell;
pub mod shell_state;
pub mod state;
pub mod type_erased;

use crate::platform::frame::Frame;
use crate::platform::{local_storage, page};
use crate::view_models::Route;
use chunks::Chunk;
use leptos::prelude::*;
use shell_state::ShellState;
use wasm_bindgen_futures::spawn_local;

/// Puts the app in the page, in place of the frame that was there while it arrived.
///
/// Where nothing is stored, what a first visit shows is here already. Otherwise the frame stays until the chunk that
/// the address needs has arrived.
pub fn mount() {
    console_error_panic_hook::set_once();
    let route = Route::read(&page::fragment()).unwrap_or(Route::Today);
    let fresh = local_storage::is_empty();
    if fresh && route == Route::Today {
        show(fresh);
        return;
    }
    spawn_local(async move {
        if let Some(chunk) = Chunk::of(&route) {
            // Where it does not arrive, the screen says so.
            let _ = chunk.fetch().await;
        }
        show(fresh);
    });
}

fn show(fresh: bool) {
    let frame = Frame::find();
    let example_is_wanted = frame.take_wish_for_example();
    let first_visit = frame.first_visit();
    leptos::mount::mount_to_body(move || {
        let shell = ShellState::new(fresh, first_visit);
        if example_is_wanted {
            lazy_screen::show_example(shell);
        }
        page::after_layout(move || {
            page::mark("afterword:usable");
            spawn_local(fetch_the_rest(shell));
        });
        view! { <shell::Shell /> }
    });
    frame.remove();
}

/// Asks the journal for what storage lost, and fetches what was not there from the start, one chunk after the other, so
/// that a tap finds it here. Then the browser keeps the app for a start without a connection: nobody who is here for the
/// first time waits for that.
async fn fetch_the_rest(shell: ShellState) {
    // Where it does not arrive, nothing that is stored is lost.
    let _ = chunks::recall(shell).await;
    for chunk in Chunk::ALL {
        // Who needs it asks again, and is told then.
        let _ = chunk.fetch().await;
    }
    let _ = chunks::keep_offline().await;
}
