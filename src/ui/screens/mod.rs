//! A file or a folder a screen.

mod card;
mod chunks;
mod data;
mod first;
mod interview;
mod lazy_screen;
mod lessons;
mod look_back;
mod more;
mod opportunity;
mod people;
mod person;
mod pipeline;
mod playbook;
mod templates;
mod today;
mod write;

use crate::platform::page;
use crate::ui::shell_state::ShellState;
use crate::view::Route;
use chunks::Chunk;
use leptos::prelude::*;
use leptos::task::spawn_local;
pub use today::Due;

/// The screen of a place. `arrived` is called when it is seen, which is later where a part of the app has to be
/// fetched first.
pub fn of(place: &Route, arrived: impl Fn() + Send + Sync + 'static) -> AnyView {
    match Chunk::of(place) {
        Some(Chunk::Today) => {
            arrived();
            first::today()
        }
        Some(part) => lazy_screen::screen(part, place.clone(), arrived),
        None => {
            arrived();
            gone("There is nothing here")
        }
    }
}

/// Fetches what a place needs. Where it does not arrive, the screen says so.
pub async fn fetch(place: &Route) {
    if let Some(part) = Chunk::of(place) {
        let _ = part.fetch().await;
    }
}

/// Fetches what was not there from the start, one part after the other, so that a tap finds it here.
///
/// Then a first tap is rehearsed, and the app kept for a start without a connection: whoever is here for the first
/// time waits for neither.
pub async fn fetch_the_rest(shell: ShellState) {
    for part in Chunk::ALL {
        // Whoever needs it asks again, and is told then.
        let _ = part.fetch().await;
    }
    // It lives as long as the page.
    shell.within(|| rehearse_at_today(shell));
    let _ = chunks::keep_offline().await;
}

/// Rehearses what a tap does on Today, once. Where the user is elsewhere by now, and may be typing, that waits until
/// they are there.
fn rehearse_at_today(shell: ShellState) {
    let rehearsed = StoredValue::new(false);
    Effect::new(move |_| {
        if shell.place().get() == Route::Today && !rehearsed.get_value() {
            page::when_idle(move || {
                let is_there = shell.place().get_untracked() == Route::Today;
                if is_there && rehearsed.try_update_value(|done| !std::mem::replace(done, true)) == Some(true)
                {
                    spawn_local(async move {
                        let _ = chunks::rehearse(shell).await;
                    });
                }
            });
        }
    });
}

/// What stands where an address leads to nothing, or to nothing any more.
fn gone(title: &'static str) -> AnyView {
    view! {
        <div class="screen">
            <h1 tabindex="-1">{title}</h1>
            <p>"This address leads nowhere, or to something that was removed. What you have saved is safe."</p>
            <p>
                <a class="button" data-kind="primary" href="#/today">"Go to Today"</a>
            </p>
        </div>
    }
    .into_any()
}
