//! The screen of a route, whose chunk of the app may still be on its way.

use super::chunks::{Chunk, load_example};
use super::components::{Button, Kind};
use super::screens::{not_found, today};
use super::shell_state::{ShellState, shell};
use super::type_erased::{nothing, shown};
use crate::platform::page;
use crate::view_models::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, PartialEq, Eq)]
enum LoadState {
    Loading,
    Ready,
    Failed,
}

/// The screen of a route. `arrived` is called when it is seen, which is later where its chunk has to be fetched first.
pub fn screen(route: &Route, arrived: impl Fn() + Send + Sync + 'static) -> AnyView {
    match Chunk::of(route) {
        None => {
            arrived();
            not_found::gone("There is nothing here")
        }
        Some(Chunk::Today) => {
            arrived();
            let shell = shell();
            today::empty::today(shell, show_example, due(shell))
        }
        Some(chunk) => screen_of_chunk(chunk, route.clone(), arrived),
    }
}

fn screen_of_chunk(chunk: Chunk, route: Route, arrived: impl Fn() + Send + Sync + 'static) -> AnyView {
    let load_state = RwSignal::new(LoadState::Ready);
    if !chunk.is_here() {
        fetch(chunk, load_state);
    }
    shown(move || match load_state.get() {
        LoadState::Loading => view! { <div class="screen" aria-busy="true">{on_its_way()}</div> }.into_any(),
        LoadState::Ready => {
            arrived();
            chunk.screen(route.clone()).unwrap_or_else(|| not_fetched(chunk, load_state))
        }
        LoadState::Failed => {
            arrived();
            not_fetched(chunk, load_state)
        }
    })
}

/// What Today shows below its heading. Where nothing is recorded that is nothing, so nobody waits for it.
fn due(shell: ShellState) -> AnyView {
    let (chunk, fresh) = (Chunk::Today, shell.fresh());
    let load_state = RwSignal::new(LoadState::Ready);
    if fresh.get_untracked() {
        load_state.set(LoadState::Loading);
        page::after_paint(move || fetch(chunk, load_state));
    } else if !chunk.is_here() {
        fetch(chunk, load_state);
    }
    // Whatever opens the session, the example say, brings most of this chunk.
    Effect::new(move |_| {
        if shell.session().is_some() && load_state.get_untracked() == LoadState::Failed {
            fetch(chunk, load_state);
        }
    });
    shown(move || match load_state.get() {
        LoadState::Ready => chunk.screen(Route::Today).unwrap_or_else(nothing),
        _ if fresh.get() => nothing(),
        LoadState::Loading => on_its_way(),
        LoadState::Failed => explained(chunk, load_state),
    })
}

/// Fetches a chunk. Another attempt may succeed where one failed.
fn fetch(chunk: Chunk, load_state: RwSignal<LoadState>) {
    load_state.try_set(LoadState::Loading);
    spawn_local(async move {
        let fetched = chunk.fetch().await;
        // The user may have gone elsewhere in the meantime.
        load_state.try_set(if fetched.is_ok() { LoadState::Ready } else { LoadState::Failed });
    });
}

/// Loads the example search, with its chunk if need be.
pub fn show_example(shell: ShellState) {
    spawn_local(async move {
        if load_example(shell).await.is_err() {
            shell.say("The example could not be fetched. Check your connection and try again.");
        }
    });
}

fn on_its_way() -> AnyView {
    view! { <p class="muted on-its-way" role="status">"One moment."</p> }.into_any()
}

fn not_fetched(chunk: Chunk, load_state: RwSignal<LoadState>) -> AnyView {
    view! {
        <div class="screen">
            <h1 tabindex="-1">"This part did not arrive"</h1>
            {explained(chunk, load_state)}
        </div>
    }
    .into_any()
}

fn explained(chunk: Chunk, load_state: RwSignal<LoadState>) -> AnyView {
    let again = Callback::new(move |()| fetch(chunk, load_state));
    view! {
        <p>
            "It could not be fetched. Check your connection and try again; if that does not help, load the page again, since a new version may just have come out. What you have saved is safe."
        </p>
        <div class="actions">
            <Button kind=Kind::Primary label="Try again" press=again />
        </div>
    }
    .into_any()
}
