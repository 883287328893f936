//! What keys do on every screen: Escape closes a menu, Ctrl+Z takes back what was done.

use crate::platform::events;
use crate::ui::components::leave_menu;
use crate::ui::shell_state::ShellState;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Listens for as long as the page lives.
pub fn listen(shell: ShellState) {
    events::on_document("keydown", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        match event.key().as_str() {
            "Escape" if leave_menu() => event.prevent_default(),
            // A key held down acts once: what it did may have put something else under the focus.
            "Enter" if event.repeat() && !is_typing() => event.prevent_default(),
            "z" if (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !is_typing() => {
                event.prevent_default();
                shell.undo();
            }
            _ => {}
        }
    });
}

fn is_typing() -> bool {
    let focused = document().active_element().map(|at| at.tag_name()).unwrap_or_default();
    matches!(focused.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}
