//! What screens are laid out with.

use crate::ui::type_erased::{Content, nothing};
use leptos::prelude::*;

/// The head of a screen: its title, and what stands below it.
#[component]
pub fn Head(
    /// The title.
    #[prop(into)]
    title: String,
    /// What stands below it.
    #[prop(default = Content::none())]
    children: Content,
) -> AnyView {
    view! {
        <header class="screen__head">
            <h1 tabindex="-1">{title}</h1>
            {children.0}
        </header>
    }
    .into_any()
}

/// A part of a screen, under a heading.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: String,
    /// What stands below it.
    children: Content,
) -> AnyView {
    view! {
        <section class="section">
            <h2>{title}</h2>
            {children.0}
        </section>
    }
    .into_any()
}

/// A list.
#[component]
pub fn List(
    /// Its items.
    items: Vec<AnyView>,
    /// Its classes.
    #[prop(default = "list")]
    class: &'static str,
) -> AnyView {
    view! { <ul class=class>{items}</ul> }.into_any()
}

/// A list under a heading; nothing where it is empty.
pub fn list_section(title: &str, items: Vec<AnyView>) -> AnyView {
    if items.is_empty() {
        return nothing();
    }
    view! { <Section title><List items /></Section> }.into_any()
}

/// Buttons in a row.
#[component]
pub fn Actions(
    /// Whether it stays in sight, at the lower edge of a small screen.
    #[prop(optional)]
    docked: bool,
    /// The buttons.
    children: Content,
) -> AnyView {
    view! { <div class="actions" data-dock=docked.then_some("")>{children.0}</div> }.into_any()
}

/// Fields side by side, where there is room.
#[component]
pub fn Pair(
    /// The fields.
    children: Content,
) -> AnyView {
    view! { <div class="fields" data-pair="">{children.0}</div> }.into_any()
}

/// Something to be noticed before one goes on.
#[component]
pub fn Notice(
    /// What it says, and what can be done about it.
    children: Content,
) -> AnyView {
    view! { <div class="notice">{children.0}</div> }.into_any()
}

/// A paragraph.
pub fn paragraph(class: &'static str, text: impl Into<String>) -> AnyView {
    fn made(class: &'static str, text: String) -> AnyView {
        view! { <p class=class>{text}</p> }.into_any()
    }
    made(class, text.into())
}

/// A paragraph, where there is something to say.
pub fn paragraph_if(class: &'static str, text: &str) -> AnyView {
    if text.is_empty() { nothing() } else { paragraph(class, text) }
}
