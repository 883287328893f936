//! A dialog.

use super::field::fresh_id;
use super::tell;
use crate::ui::type_erased::Content;
use leptos::{html, prelude::*};

/// A dialog that opens as it appears. Escape and a tap beside it close it.
#[component]
pub fn Sheet(
    /// Its heading.
    #[prop(into)]
    title: String,
    /// It was closed.
    closed: Callback<()>,
    /// Takes the element, for buttons inside that close it.
    #[prop(optional)]
    node: NodeRef<html::Dialog>,
    /// What it holds.
    children: Content,
) -> AnyView {
    let id = fresh_id("sheet");
    let heading = id.clone();
    node.on_load(|dialog| {
        // It only fails where it is open already.
        let _ = dialog.show_modal();
    });
    let beside = move |event: leptos::ev::MouseEvent| {
        if let Some(dialog) = node.get_untracked().filter(|dialog| event.target().as_ref() == Some(dialog)) {
            dialog.close();
        }
    };
    view! {
        <dialog class="sheet" node_ref=node aria-labelledby=id on:close=move |_| tell(closed, ()) on:click=beside>
            <h2 id=heading>{title}</h2>
            {children.0}
        </dialog>
    }
    .into_any()
}
