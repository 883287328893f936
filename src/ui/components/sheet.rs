//! A dialog.

use super::field::fresh_id;
use super::tell;
use crate::ui::type_erased::Content;
use leptos::{html, prelude::*};

/// What the app says while a dialog is open: outside of it nobody could read or hear it. In context.
#[derive(Clone, Copy)]
pub struct SaidInDialog {
    /// The words; empty where there are none.
    pub words: Signal<String>,
    /// A dialog opens: what was said before it is dimmed behind it, and goes.
    pub opens: Callback<()>,
}

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
    let said = use_context::<SaidInDialog>();
    node.on_load(move |dialog| {
        // It only fails where it is open already.
        let _ = dialog.show_modal();
        if let Some(said) = said {
            said.opens.run(());
        }
    });
    let said = said.map(|said| {
        view! { <p class="sheet__said" role="status">{move || said.words.get()}</p> }
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
            {said}
        </dialog>
    }
    .into_any()
}
