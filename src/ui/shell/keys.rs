//! What keys do on every screen: Escape closes a menu, arrows move in it, Ctrl+Z takes back what was done, and with
//! Shift does it again; and the single keys.

use super::shortcuts::Keys;
use crate::platform::{events, page};
use crate::ui::components::{leave_menu, move_in_menu};
use crate::ui::shell_state::ShellState;
use wasm_bindgen::JsCast;

/// Listens for as long as the page lives.
pub fn listen(shell: ShellState) {
    let single = Keys::new(shell);
    events::on_document("keydown", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        match event.key().as_str() {
            "Escape" if leave_menu() => event.prevent_default(),
            "ArrowDown" if move_in_menu(1) => event.prevent_default(),
            "ArrowUp" if move_in_menu(-1) => event.prevent_default(),
            // A key held down acts once: what it did may have put something else under the focus.
            "Enter" if event.repeat() && !page::is_typing() => event.prevent_default(),
            "z" | "Z" if (event.ctrl_key() || event.meta_key()) && !page::is_typing() => {
                event.prevent_default();
                if event.shift_key() { shell.redo() } else { shell.undo() }
            }
            _ if !event.default_prevented() && single.press(&event) => event.prevent_default(),
            _ => {}
        }
    });
}
