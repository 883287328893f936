//! A form that is sent by Enter or its button, and never leaves the page.

use super::tell;
use crate::ui::erased::Content;
use leptos::prelude::*;

/// A form.
#[component]
pub fn Form(
    /// Its classes.
    class: &'static str,
    /// It was sent.
    submit: Callback<()>,
    /// Its fields, and the button that sends it.
    children: Content,
) -> AnyView {
    let sent = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tell(submit, ());
    };
    view! { <form class=class novalidate on:submit=sent>{children.0}</form> }.into_any()
}
