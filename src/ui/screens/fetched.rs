//! A screen whose part of the app may still be on its way.

use super::parts::Part;
use crate::platform::page;
use crate::ui::components::{Button, Kind};
use crate::ui::hall::Hall;
use crate::ui::part::{nothing, shown};
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
        Standing::OnItsWay => view! { <div class="screen" aria-busy="true">{on_its_way()}</div> }.into_any(),
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

/// What Today shows below its heading. Where nothing is recorded that is nothing, so nobody waits for it.
pub fn due(hall: Hall) -> AnyView {
    let fresh = hall.fresh();
    let here = !fresh.get_untracked() && Part::Today.is_here();
    let standing = RwSignal::new(if here { Standing::Here } else { Standing::OnItsWay });
    if fresh.get_untracked() {
        page::after_paint(move || fetch(Part::Today, standing));
    } else if !here {
        fetch(Part::Today, standing);
    }
    // Whatever opens the house, the example search say, brings most of this part.
    Effect::new(move |_| {
        if hall.house().is_some() && standing.get_untracked() == Standing::NotFetched {
            standing.set(Standing::OnItsWay);
            fetch(Part::Today, standing);
        }
    });
    shown(move || match standing.get() {
        Standing::Here => Part::Today.screen(Route::Today).unwrap_or_else(nothing),
        _ if fresh.get() => nothing(),
        Standing::OnItsWay => on_its_way(),
        Standing::NotFetched => explained(Part::Today, standing),
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
    view! { <p class="muted on-its-way" role="status">"One moment."</p> }.into_any()
}

fn not_fetched(part: Part, standing: RwSignal<Standing>) -> AnyView {
    view! {
        <div class="screen">
            <h1 tabindex="-1">"This part did not arrive"</h1>
            {explained(part, standing)}
        </div>
    }
    .into_any()
}

fn explained(part: Part, standing: RwSignal<Standing>) -> AnyView {
    let again = Callback::new(move |()| {
        standing.set(Standing::OnItsWay);
        fetch(part, standing);
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
