//! A file or a folder a screen.

mod today;

use crate::view::Route;
use leptos::prelude::*;

/// The screen of a place.
pub fn of(place: &Route) -> AnyView {
    match place {
        Route::Today => view! { <today::TodayScreen /> }.into_any(),
        _ => nowhere(),
    }
}

fn nowhere() -> AnyView {
    view! {
        <div class="screen">
            <h1 tabindex="-1">"There is nothing here"</h1>
            <p>"This address leads nowhere. What you have saved is safe."</p>
            <p><a class="button" data-kind="primary" href="#/today">"Go to Today"</a></p>
        </div>
    }
    .into_any()
}
