//! A screen whose part of the app may still be on its way.

use super::parts::Part;
use crate::ui::components::{Button, Kind};
use crate::ui::part::shown;
use crate::view::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    OnItsWay,
    Here,
    NotFetched,
}

/// The screen of a place; until its part is here, what stands in for it. `arrived` is called when it is seen.
pub fn screen(part: Part, place: Route, arrived: impl Fn() + Send + Sync + 'static) -> AnyView {
    let standing = RwSignal::new(if part.is_here() { Standing::Here } else { Standing::OnItsWay });
    if standing.get_untracked() == Standing::OnItsWay {
        fetch(part, standing);
    }
    shown(move || match standing.get() {
        Standing::OnItsWay => on_its_way(),
        Standing::Here => {
            arrived();
            part.screen(place.clone()).unwrap_or_else(|| not_fetched(part, standing))
        }
        Standing::NotFetched => {
            arrived();
            not_fetched(part, standing)
        }
    })
}

fn fetch(part: Part, standing: RwSignal<Standing>) {
    spawn_local(async move {
        let fetched = part.fetch().await;
        // The user may have gone elsewhere in the meantime.
        standing.try_set(if fetched.is_ok() { Standing::Here } else { Standing::NotFetched });
    });
}

fn on_its_way() -> AnyView {
    view! {
        <div class="screen" aria-busy="true">
            <p class="muted on-its-way" role="status">"One moment."</p>
        </div>
    }
    .into_any()
}

fn not_fetched(part: Part, standing: RwSignal<Standing>) -> AnyView {
    let again = Callback::new(move |()| {
        standing.set(Standing::OnItsWay);
        fetch(part, standing);
    });
    view! {
        <div class="screen">
            <h1 tabindex="-1">"This part did not arrive"</h1>
            <p>
                "It could not be fetched. Check your connection and try again; if that does not help, load the page again, since a new version may just have come out. What you have saved is safe."
            </p>
            <div class="actions">
                <Button kind=Kind::Primary label="Try again" press=again />
            </div>
        </div>
    }
    .into_any()
}
