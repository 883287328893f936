//! Events of the page, and of what it talks to.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget};

/// A listener that is taken away when this is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(target: EventTarget, name: &'static str, callback: Box<dyn FnMut(Event)>) -> Self {
        let callback = Closure::wrap(callback);
        // It only fails for a listener that is none.
        let _ = target.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
        Self { target, name, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, callback);
    }
}

/// Calls back whenever the page goes out of sight or is left, until what this gives is dropped.
pub fn on_hide(callback: impl Fn() + Copy + 'static) -> [Listener; 2] {
    [
        Listener::new(document().into(), "visibilitychange", Box::new(move |_| callback())),
        Listener::new(window().into(), "pagehide", Box::new(move |_| callback())),
    ]
}

/// Calls back whenever the user comes back to the page from another window or program, until what this gives is dropped.
pub fn on_return(callback: impl Fn() + Copy + 'static) -> [Listener; 2] {
    let seen = move || {
        if document().visibility_state() == web_sys::VisibilityState::Visible {
            callback();
        }
    };
    [
        Listener::new(document().into(), "visibilitychange", Box::new(move |_| seen())),
        Listener::new(window().into(), "focus", Box::new(move |_| callback())),
    ]
}

/// Calls back at each event of that name, for as long as the page lives.
pub fn on(target: &EventTarget, name: &'static str, callback: impl FnMut(Event) + 'static) {
    std::mem::forget(Listener::new(target.clone(), name, Box::new(callback)));
}

/// As [`on`], for events of the window.
pub fn on_window(name: &'static str, callback: impl FnMut(Event) + 'static) {
    on(&window(), name, callback);
}

/// As [`on`], for events of the document.
pub fn on_document(name: &'static str, callback: impl FnMut(Event) + 'static) {
    on(&document(), name, callback);
}

/// The element that an event happened to.
pub fn element_at(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
