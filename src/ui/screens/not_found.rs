//! What stands where an address leads to nothing, or to nothing any more.

use leptos::prelude::*;

/// The way back to Today, under a title that says what is missing.
pub fn gone(title: &'static str) -> AnyView {
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
