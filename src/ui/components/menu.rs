//! A short list of further actions.

use super::{Kind, tell};
use crate::platform::page;
use crate::ui::type_erased::Content;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A menu, closed by Escape, by a choice and by a tap elsewhere (see [`close_menus`]).
#[component]
pub fn Menu(
    /// What its button says.
    #[prop(into)]
    label: String,
    /// What follows its label for those who do not see where it stands.
    #[prop(optional, into)]
    about: String,
    /// How much its button asks for attention.
    #[prop(optional)]
    kind: Kind,
    /// Where its list hangs: `start`, or at the end.
    #[prop(optional)]
    side: &'static str,
    /// [`MenuItem`]s.
    children: Content,
) -> AnyView {
    let about = (!about.is_empty()).then(|| view! { <span class="unseen">{format!(": {about}")}</span> });
    view! {
        <details class="menu" data-side=side on:toggle=move |event| keep_in_sight(&event_target(&event))>
            <summary class="button" data-kind=kind.name()>
                {label}
                {about}
            </summary>
            <div class="menu__list">{children.0}</div>
        </details>
    }
    .into_any()
}

/// Hangs the list of an open menu at its other side, where it would run over the edge of the screen, and above its
/// button where there is no room below.
fn keep_in_sight(menu: &web_sys::Element) {
    let Ok(Some(list)) = menu.query_selector(".menu__list") else { return };
    let (list, page) = (list.get_bounding_client_rect(), document().document_element());
    let width = page.map_or(f64::INFINITY, |page| f64::from(page.client_width()));
    let foot = page::height() - page::foot();
    let _ = menu.toggle_attribute_with_force("data-up", list.bottom() > foot && list.height() < list.top());
    if list.left() < 0.0 {
        let _ = menu.set_attribute("data-side", "start");
    } else if list.right() > width {
        let _ = menu.set_attribute("data-side", "");
    }
}

/// One action of a menu.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    label: String,
    /// Does it.
    press: Callback<()>,
) -> AnyView {
    view! { <button type="button" on:click=move |_| tell(press, ())>{label}</button> }.into_any()
}

/// Closes each open menu that `target` does not lie in the button of.
pub fn close_menus(target: Option<&web_sys::Element>) {
    let Ok(open) = document().query_selector_all("details.menu[open]") else { return };
    let pressed = target.and_then(|target| target.closest("summary").ok().flatten());
    for menu in (0..open.length()).filter_map(|place| open.item(place)) {
        let menu: web_sys::Element = menu.unchecked_into();
        if !pressed.as_ref().is_some_and(|summary| menu.contains(Some(summary))) {
            // It only fails for a name that is no attribute's.
            let _ = menu.remove_attribute("open");
        }
    }
}

/// Moves the focus by so many entries of the open menu that it is in, round its ends; whether it is in one.
pub fn move_in_menu(by: i32) -> bool {
    let Some(at) = document().active_element() else { return false };
    let Some(menu) = at.closest("details.menu[open]").ok().flatten() else { return false };
    let Ok(entries) = menu.query_selector_all(".menu__list :is(button, a)") else { return false };
    let entries: Vec<web_sys::HtmlElement> = (0..entries.length())
        .filter_map(|place| entries.item(place)?.dyn_into::<web_sys::HtmlElement>().ok())
        .collect();
    let here = entries.iter().position(|entry| **entry == at);
    let count = entries.len();
    // From the button, down leads to the first and up to the last.
    let next = match (here, by > 0) {
        (Some(here), true) => (here + 1) % count.max(1),
        (Some(here), false) => (here + count).saturating_sub(1) % count.max(1),
        (None, true) => 0,
        (None, false) => count.saturating_sub(1),
    };
    entries.get(next).is_some_and(|entry| entry.focus().is_ok())
}

/// Closes each open menu that the focus has left for another element.
pub fn leave_menus_without_focus(to: Option<&web_sys::Element>) {
    let Some(to) = to else { return };
    let Ok(open) = document().query_selector_all("details.menu[open]") else { return };
    for menu in (0..open.length()).filter_map(|place| open.item(place)) {
        if !menu.contains(Some(to)) {
            let _ = menu.unchecked_into::<web_sys::Element>().remove_attribute("open");
        }
    }
}

/// Closes the menu that holds the focus, and puts the focus on its button; whether there was one.
pub fn leave_menu() -> bool {
    let menu = document().active_element().and_then(|at| at.closest("details.menu[open]").ok().flatten());
    let Some(menu) = menu else { return false };
    let _ = menu.remove_attribute("open");
    if let Ok(Some(summary)) = menu.query_selector("summary") {
        let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
    }
    true
}
