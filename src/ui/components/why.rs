//! A reason in a line, what it rests on a tap away.

use crate::view_models;
use leptos::prelude::*;

/// A reason with its sources.
#[component]
pub fn Why(
    /// The reason, and what it rests on.
    why: view_models::Why,
) -> AnyView {
    let view_models::Why { reason, sources, notes } = why;
    let sources = sources.into_iter().map(|source| {
        let says = (!source.says.is_empty()).then(|| view! { <span>{source.says}</span> });
        view! { <p class="why__source">{says}<cite>{source.title}</cite>", "{source.publisher}"."</p> }
    });
    view! {
        <details class="why">
            <summary><span>{reason}</span></summary>
            <div class="why__body">
                {sources.collect_view()}
                {notes.into_iter().map(|note| view! { <p class="muted">{note}</p> }).collect_view()}
            </div>
        </details>
    }
    .into_any()
}
