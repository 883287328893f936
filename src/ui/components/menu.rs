//! A short list of further actions.

use super::{Kind, tell};
use crate::ui::erased::Content;
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

/// Hangs the list of an open menu at its other side, where it would run over the edge of the screen.
fn keep_in_sight(menu: &web_sys::Element) {
    let Ok(Some(list)) = menu.query_selector(".menu__list") else { return };
    let (list, page) = (list.get_bounding_client_rect(), document().document_element());
    let width = page.map_or(f64::INFINITY, |page| f64::from(page.client_width()));
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
