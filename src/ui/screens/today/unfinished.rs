//! The way back to a form that was begun.

use crate::ui::components::{ButtonLink, Notice};
use crate::ui::state::AppState;
use crate::ui::type_erased::{memo, shown_if};
use crate::view_models::unfinished;
use leptos::prelude::*;

/// One line, where the form of an interview is left half-typed.
pub fn line(state: AppState) -> AnyView {
    let left = memo(move || state.read(|records, _, _| unfinished(&records.search)));
    shown_if(move || {
        let (words, link) = left.get()?;
        Some(
            view! { <Notice><p>{words}</p><ButtonLink label=link.label href=link.href /></Notice> }
                .into_any(),
        )
    })
}
