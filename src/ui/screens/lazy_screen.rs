//! A screen whose part of the app may still be on its way.

use super::chunks::Chunk;
use crate::platform::page;
use crate::ui::components::{Button, Kind};
use crate::ui::erased::{nothing, shown};
use crate::ui::shell_state::ShellState;
use crate::view::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, PartialEq, Eq)]
enum LoadState {
    Loading,
    Ready,
    Failed,
}

/// The screen of a place; until its part is here, what stands in for it. `arrived` is called when it is seen.
pub fn screen(part: Chunk, place: Route, arrived: impl Fn() + Send + Sync + 'static) -> AnyView {
    let load_state = RwSignal::new(if part.is_here() { LoadState::Ready } else { LoadState::Loading });
    if load_state.get_untracked() == LoadState::Loading {
        fetch(part, load_state);
    }
    shown(move || match load_state.get() {
        LoadState::Loading => view! { <div class="screen" aria-busy="true">{on_its_way()}</div> }.into_any(),
        LoadState::Ready => {
            arrived();
            part.screen(place.clone()).unwrap_or_else(|| not_fetched(part, load_state))
        }
        LoadState::Failed => {
            arrived();
            not_fetched(part, load_state)
        }
    })
}

/// What Today shows below its heading. Where nothing is recorded that is nothing, so nobody waits for it.
pub fn due(shell: ShellState) -> AnyView {
    let fresh = shell.fresh();
    let here = !fresh.get_untracked() && Chunk::Today.is_here();
    let load_state = RwSignal::new(if here { LoadState::Ready } else { LoadState::Loading });
    if fresh.get_untracked() {
        page::after_paint(move || fetch(Chunk::Today, load_state));
    } else if !here {
        fetch(Chunk::Today, load_state);
    }
    // Whatever opens the session, the example search say, brings most of this part.
    Effect::new(move |_| {
        if shell.session().is_some() && load_state.get_untracked() == LoadState::Failed {
            load_state.set(LoadState::Loading);
            fetch(Chunk::Today, load_state);
        }
    });
    shown(move || match load_state.get() {
        LoadState::Ready => Chunk::Today.screen(Route::Today).unwrap_or_else(nothing),
        _ if fresh.get() => nothing(),
        LoadState::Loading => on_its_way(),
        LoadState::Failed => explained(Chunk::Today, load_state),
    })
}

fn fetch(part: Chunk, load_state: RwSignal<LoadState>) {
    spawn_local(async move {
        let fetched = part.fetch().await;
        // The user may have gone elsewhere in the meantime.
        load_state.try_set(if fetched.is_ok() { LoadState::Ready } else { LoadState::Failed });
    });
}

fn on_its_way() -> AnyView {
    view! { <p class="muted on-its-way" role="status">"One moment."</p> }.into_any()
}

fn not_fetched(part: Chunk, load_state: RwSignal<LoadState>) -> AnyView {
    view! {
        <div class="screen">
            <h1 tabindex="-1">"This part did not arrive"</h1>
            {explained(part, load_state)}
        </div>
    }
    .into_any()
}

fn explained(part: Chunk, load_state: RwSignal<LoadState>) -> AnyView {
    let again = Callback::new(move |()| {
        load_state.set(LoadState::Loading);
        fetch(part, load_state);
    });
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
