//! The page itself: its address, its frames, its focus, its theme.

use crate::model::Theme;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, closure::Closure};

/// The part of the address after `#`, the sign included.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another part of the app, as a link would.
pub fn navigate(fragment: &str) {
    // It only fails for a document that is gone.
    let _ = window().location().set_hash(fragment);
}

/// Goes there in place of where one is, so that "back" leads past it.
pub fn replace(fragment: &str) {
    let _ = window().location().replace(fragment);
}

/// Loads the page again.
pub fn reload() {
    // It only fails for a document that is gone.
    let _ = window().location().reload();
}

/// Runs `work` once the browser has laid out what was changed.
pub fn after_layout(work: impl FnOnce() + 'static) {
    let work: Box<dyn FnOnce()> = Box::new(work);
    let _ = window().request_animation_frame(Closure::once_into_js(work).unchecked_ref());
}

/// Runs `work` once the browser has painted what was changed.
pub fn after_paint(work: impl FnOnce() + 'static) {
    after_layout(move || set_timeout(work, Duration::ZERO));
}

/// Puts the focus on the first element that the selector finds.
pub fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Presses the first button or link that the selector finds.
pub fn press(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.unchecked_into::<web_sys::HtmlElement>().click();
    }
}

/// Moves the page as far as it takes to see the first element that the selector finds.
pub fn bring_into_view(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Puts the focus on an element, or on the first that the selector finds, without moving the page.
pub fn focus_at_rest(element: Option<web_sys::Element>, or: &str) {
    let stay = web_sys::FocusOptions::new();
    stay.set_prevent_scroll(true);
    if let Some(element) = element.or_else(|| document().query_selector(or).ok().flatten()) {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus_with_options(&stay);
    }
}

/// Takes the focus away from where it is. A field that is left so tells its listeners that the typing is over.
pub fn let_go_of_focus() {
    if let Some(at) = document().active_element().and_then(|at| at.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = at.blur();
    }
}

/// Whether a field has the focus.
pub fn is_typing() -> bool {
    let focused = document().active_element().map(|at| at.tag_name()).unwrap_or_default();
    matches!(focused.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// Whether the focus is nowhere: on the page itself.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|at| at.tag_name() == "BODY")
}

/// Applies a theme.
pub fn apply_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Sets an attribute of the main part of the page, or takes it away.
pub fn mark_main(attribute: &str, is_set: bool) {
    if let Some(main) = document().get_element_by_id("main") {
        let _ = main.toggle_attribute_with_force(attribute, is_set);
    }
}

/// Whether the browser gives a field of several lines the height of its text.
pub fn fields_grow() -> bool {
    web_sys::css::supports_with_value("field-sizing", "content").unwrap_or(false)
}

/// Leaves a mark on the browser's own time line.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Leaves on the browser's own time line how long ago a mark was left.
pub fn measure(name: &str, since: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.measure_with_start_mark(name, since);
    }
}

/// How far the page is scrolled down.
pub fn scroll() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// The link in the main part that has the focus: its address, and its place among those that lead there.
pub fn focused_link() -> Option<(String, u32)> {
    let link = document().active_element()?.closest("main a[href]").ok()??;
    let href = link.get_attribute("href")?;
    let alike = links_to(&href)?;
    let place = (0..alike.length()).find(|place| alike.item(*place).as_ref() == Some(&link))?;
    Some((href, place))
}

/// That link again, if it is there.
pub fn link_again((href, place): &(String, u32)) -> Option<web_sys::Element> {
    links_to(href)?.item(*place)?.dyn_into().ok()
}

fn links_to(href: &str) -> Option<web_sys::NodeList> {
    document().query_selector_all(&format!("main a[href=\"{href}\"]")).ok()
}

/// The number that was given to this entry of the browser's history.
pub fn entry() -> Option<u32> {
    let number = window().history().ok()?.state().ok()?.as_f64()?;
    // It was a whole number when it was given.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u32)
}

/// Gives this entry of the browser's history a number, to know it again, and gives it back.
pub fn number_entry(number: u32) -> u32 {
    if let Ok(history) = window().history() {
        // It only fails for a document that is gone.
        let _ = history.replace_state(&number.into(), "");
    }
    number
}

/// Gives this entry of the browser's history another address, and leaves what is seen as it is.
pub fn rename_entry(fragment: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        // It only fails for a document that is gone.
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

/// Has the browser leave the page where it is when one goes back: what is to be seen there is not here yet.
pub fn keep_scroll_ourselves() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// How high the window is.
pub fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Whether there is room for a rail beside the page.
pub fn is_wide() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= 960.0)
}

/// How much of the window's foot the tabs and the bar of a main action cover.
pub fn foot() -> f64 {
    let height = |selector: &str| {
        let bar = document().query_selector(selector).ok().flatten()?;
        let position = window().get_computed_style(&bar).ok()??.get_property_value("position").ok()?;
        let at = bar.get_bounding_client_rect();
        // A rail at the side covers nothing, however long it is, nor does a bar that stands in the page.
        let covers = matches!(position.as_str(), "fixed" | "sticky") && at.top() > self::height() / 2.0;
        covers.then(|| at.height())
    };
    height(".shell__nav").unwrap_or_default() + height("main > .screen > [data-dock]").unwrap_or_default()
}

/// Keeps what gets the focus clear of what covers the window's foot.
pub fn keep_focus_clear() {
    let Some(root) = document().document_element() else { return };
    let root: web_sys::HtmlElement = root.unchecked_into();
    // As a whole number: the code that writes any other is 13 KB, and nothing else needs it.
    #[expect(clippy::cast_possible_truncation, reason = "what covers the foot is no higher than a screen")]
    let covered = foot().ceil() as i32 + 16;
    let _ = root.style().set_property("scroll-padding-block-end", &format!("{covered}px"));
}
