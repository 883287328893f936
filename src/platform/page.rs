//! The page itself: its address, its title, its theme, what it is told of.

use crate::model::Theme;
use leptos::prelude::*;
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

/// Calls `told` for each event of that name, for as long as the page lives.
pub fn on_window(name: &str, told: impl FnMut(web_sys::Event) + 'static) {
    on(window().as_ref(), name, told);
}

/// As [`on_window`], for events of the document.
pub fn on_document(name: &str, told: impl FnMut(web_sys::Event) + 'static) {
    on(document().as_ref(), name, told);
}

/// The element that an event happened to.
pub fn element_at(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}

/// As [`on_window`], for events of anything else.
pub fn on(target: &web_sys::EventTarget, name: &str, told: impl FnMut(web_sys::Event) + 'static) {
    let told: Box<dyn FnMut(web_sys::Event)> = Box::new(told);
    let told = Closure::wrap(told);
    // It only fails for a listener that is none.
    let _ = target.add_event_listener_with_callback(name, told.as_ref().unchecked_ref());
    told.forget();
}

/// A listener that is taken away when this is dropped.
pub struct Listening {
    target: web_sys::EventTarget,
    name: &'static str,
    told: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listening {
    /// To events of the window.
    pub fn to_window(name: &'static str, told: impl FnMut(web_sys::Event) + 'static) -> Self {
        Self::to(window().into(), name, told)
    }

    /// To events of the document.
    pub fn to_document(name: &'static str, told: impl FnMut(web_sys::Event) + 'static) -> Self {
        Self::to(document().into(), name, told)
    }

    fn to(
        target: web_sys::EventTarget,
        name: &'static str,
        told: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let told: Box<dyn FnMut(web_sys::Event)> = Box::new(told);
        let told = Closure::wrap(told);
        // It only fails for a listener that is none.
        let _ = target.add_event_listener_with_callback(name, told.as_ref().unchecked_ref());
        Self { target, name, told }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ =
            self.target.remove_event_listener_with_callback(self.name, self.told.as_ref().unchecked_ref());
    }
}

/// Runs `work` once the browser has laid out what was changed.
pub fn after_layout(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let _ = window().request_animation_frame(work.unchecked_ref());
}

/// Runs `work` once the browser has painted what was changed.
pub fn after_paint(work: impl FnOnce() + 'static) {
    after_layout(move || set_timeout(work, std::time::Duration::ZERO));
}

/// Runs `work` when the browser has nothing else to do. Where it does not tell (Safari), a moment later.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let work = work.unchecked_ref();
    if window().request_idle_callback(work).is_err() {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(work, 200);
    }
}

/// Puts the focus on the first element that the selector finds.
pub fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
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

/// Takes the focus away from where it is. Whoever waits for the end of the typing there hears of it now.
pub fn let_go_of_focus() {
    if let Some(at) = document().active_element().and_then(|at| at.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = at.blur();
    }
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

/// Milliseconds since the page was opened, whatever happens to the clock.
pub fn uptime() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Leaves a mark on the browser's own time line.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// A timer of which there is never more than one.
#[derive(Default)]
pub struct Alarm {
    handle: Option<TimeoutHandle>,
}

/// The longest wait that a browser's timer can hold.
const LONGEST_WAIT_MS: i64 = i32::MAX as i64;

impl Alarm {
    /// Rings once after so many seconds (at once, if they are over), in place of what was set before.
    pub fn set(&mut self, seconds: i64, ring: impl FnOnce() + 'static) {
        if let Some(handle) = self.handle.take() {
            handle.clear();
        }
        // Half a second late rather than a moment early: then the plan has surely changed.
        let wait = seconds.max(0).saturating_mul(1000).saturating_add(500).min(LONGEST_WAIT_MS);
        let wait = std::time::Duration::from_millis(wait.unsigned_abs());
        self.handle = set_timeout_with_handle(ring, wait).ok();
    }
}

/// A wait for the user to pause: each new one takes the place of the one before.
#[derive(Default)]
pub struct Pause {
    handle: Option<TimeoutHandle>,
}

impl Pause {
    /// Runs `then` once nothing was set for so long.
    pub fn set(&mut self, millis: i32, then: impl FnOnce() + 'static) {
        if let Some(handle) = self.handle.take() {
            handle.clear();
        }
        let wait = std::time::Duration::from_millis(u64::from(millis.unsigned_abs()));
        self.handle = set_timeout_with_handle(then, wait).ok();
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.clear();
        }
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.clear();
        }
    }
}
