//! A form that is sent by its button, by Ctrl or ⌘ with Enter, or by Enter alone, and never leaves the page.

use super::tell;
use crate::platform::events;
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
    let entered = move |event: leptos::ev::FocusEvent| say_what_enter_does(&event, steps);
    view! { <form class=class novalidate on:submit=sent on:keydown=typed on:focusin=entered>{children.0}</form> }
        .into_any()
}

/// Has the keyboard of a phone say what its Enter does: which that is depends on the form, and on what follows there.
fn say_what_enter_does(event: &leptos::ev::FocusEvent, steps: bool) {
    let Some(at) = line_at(event) else { return };
    let goes_on = steps && next_field(&at).is_some_and(|next| !next.matches(SUBMIT).unwrap_or(false));
    // It only fails for a name that is no attribute's.
    let _ = at.set_attribute("enterkeyhint", if goes_on { "next" } else { "done" });
}

const SUBMIT: &str = "[type=submit]";

/// Puts the focus on the next field after the one that was typed in, or on the button that sends the form. `false`
/// where it was no field of a line.
fn go_on(event: &leptos::ev::KeyboardEvent) -> bool {
    let Some(at) = line_at(event) else { return false };
    if let Some(next) = next_field(&at).and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = next.focus();
    }
    true
}

/// The field of a line that an event happened to.
fn line_at(event: &web_sys::Event) -> Option<web_sys::Element> {
    events::element_at(event).filter(|target| target.matches("input").unwrap_or(false))
}

/// What follows a field in its form: another field, as far as it is not folded away, or the button that sends it.
fn next_field(at: &web_sys::Element) -> Option<web_sys::Element> {
    const FIELDS: &str = "input:not([type=radio], [type=checkbox]), select, textarea, [type=submit]";
    let fields = at.closest("form").ok()??.query_selector_all(FIELDS).ok()?;
    let following = web_sys::Node::DOCUMENT_POSITION_FOLLOWING;
    let mut fields =
        (0..fields.length()).filter_map(|place| fields.item(place)?.dyn_into::<web_sys::Element>().ok());
    fields.find(|field| {
        let follows = at.compare_document_position(field) & following != 0;
        follows && matches!(field.closest("details:not([open])"), Ok(None))
    })
}
