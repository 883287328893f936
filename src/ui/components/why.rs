//! A reason in a line, what it rests on a tap away.

use leptos::prelude::*;

/// Where a piece of advice comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// The title as published.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
}

/// A reason with its sources.
#[component]
pub fn Why(
    /// The reason.
    #[prop(into)]
    reason: String,
    /// What it rests on.
    sources: Vec<Citation>,
    /// Further words on the sources.
    #[prop(optional)]
    notes: Vec<String>,
) -> AnyView {
    let sources = sources.into_iter().map(|source| {
        view! { <p class="why__source"><cite>{source.title}</cite>", "{source.publisher}"."</p> }
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
