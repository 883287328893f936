//! The screens, and what holds them together.

#![allow(clippy::needless_pass_by_value)] // a component owns what it is given

pub mod components;
mod house;
mod notices;
pub mod part;
mod screens;
mod shell;
pub mod state;

use crate::platform::page;
use leptos::prelude::*;
use state::AppState;

/// Puts the app in the page, in place of the frame that was there while it arrived.
pub fn mount() {
    console_error_panic_hook::set_once();
    crate::words::count_hours(crate::platform::clock::hour_cycle());
    let state = AppState::open();
    leptos::mount::mount_to_body(move || {
        provide_context(state);
        view! { <shell::Shell /> }
    });
    if let Some(frame) = document().get_element_by_id("frame") {
        frame.remove();
    }
    page::after_layout(|| {
        page::mark("afterword:usable");
        screens::fetch_the_rest();
    });
}
