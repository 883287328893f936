//! A form that is sent by its button, by Ctrl or ⌘ with Enter, or by Enter alone, and never leaves the page.

use super::tell;
use crate::ui::type_erased::Content;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A form.
#[component]
pub fn Form(
    /// Its classes.
    class: &'static str,
    /// Whether Enter goes to the next field, as in a long form, in which it would otherwise send what is half typed.
    #[prop(optional)]
    steps: bool,
    /// It was sent.
    submit: Callback<()>,
    /// Its fields, and the button that sends it.
    children: Content,
) -> AnyView {
    let sent = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tell(submit, ());
    };
    let typed = move |event: leptos::ev::KeyboardEvent| {
        // Enter may also be the word of an input method, or of the field itself.
        if event.key() != "Enter" || event.is_composing() || event.default_prevented() {
            return;
        }
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            tell(submit, ());
        } else if steps && go_on(&event) {
            event.prevent_default();
        }
    };
    view! { <form class=class novalidate on:submit=sent on:keydown=typed>{children.0}</form> }.into_any()
}

/// Puts the focus on the next field after the one that was typed in, or on the button that sends the form. `false`
/// where it was no field of a line.
fn go_on(event: &leptos::ev::KeyboardEvent) -> bool {
    const FIELDS: &str = "input:not([type=radio], [type=checkbox]), select, textarea, [type=submit]";
    let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(at) = target.filter(|target| target.matches("input").unwrap_or(false)) else { return false };
    let form = at.closest("form").ok().flatten();
    let Some(Ok(fields)) = form.map(|form| form.query_selector_all(FIELDS)) else { return false };
    let following = web_sys::Node::DOCUMENT_POSITION_FOLLOWING;
    let mut fields = (0..fields.length()).filter_map(|place| fields.item(place));
    let next = fields.find(|field| at.compare_document_position(field) & following != 0);
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = next.focus();
    }
    true
}
