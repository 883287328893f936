//! What was just done, with the way back; and where it stands, so that it covers nothing that is wanted.

use crate::platform::timing::Timer;
use crate::platform::{events, page};
use crate::ui::components::SaidInDialog;
use crate::ui::shell_state::ShellState;
use crate::ui::type_erased::{derived, effect, shown_if, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// After so long a toast leaves by itself.
const READ_MS: i32 = 8_000;

/// The current toast, if there is one. Its words alone are announced; it stays while somebody is at it.
pub fn current(shell: ShellState) -> AnyView {
    let is_empty = derived(move || shell.toast().with(Option::is_none));
    let words = words(shell);
    let leaving = StoredValue::new_local(Timer::default());
    let leave = move |leaves: bool| {
        leaving.update_value(|timer| {
            if leaves {
                timer.set(READ_MS, move || shell.put_toast_away());
            } else {
                *timer = Timer::default();
            }
        });
    };
    effect(move || {
        if shell.toast().with(Option::is_some) {
            leave(true);
        }
    });
    view! {
        <div class="toasts">
            <div
                class="toast"
                data-empty=derived(move || is_empty.get().then_some(""))
                on:pointerenter=move |_| leave(false)
                on:pointerleave=move |_| leave(true)
                on:focusin=move |_| leave(false)
                on:focusout=move |_| leave(true)
            >
                <p role="status">{text(move || words.get())}</p>
                {shown_if(move || (!is_empty.get()).then(|| buttons(shell)))}
            </div>
        </div>
    }
    .into_any()
}

fn words(shell: ShellState) -> Signal<String> {
    text(move || shell.toast().with(|it| it.as_ref().map(|it| it.words.clone()).unwrap_or_default()))
}

/// What a dialog knows of the toast, which is behind it.
pub fn said_in_dialogs(shell: ShellState) -> SaidInDialog {
    SaidInDialog { words: words(shell), opens: Callback::new(move |()| shell.put_toast_away()) }
}

fn buttons(shell: ShellState) -> AnyView {
    let ways = shell.toast().with(|toast| toast.as_ref().map(|toast| (toast.undo, toast.redo)));
    let (undo, redo) = ways.unwrap_or_default();
    let undo = undo.then(|| view! { <button type="button" on:click=move |_| shell.undo()>"Undo"</button> });
    let redo = redo.then(|| view! { <button type="button" on:click=move |_| shell.redo()>"Redo"</button> });
    view! {
        <div class="toast__ways">
            {undo}
            {redo}
            <button type="button" aria-label="Dismiss" on:click=move |_| shell.put_toast_away()>"×"</button>
        </div>
    }
    .into_any()
}

/// Moves the toast to the top of the screen when it would cover a main action that is in sight, and back.
pub fn keep_clear(shell: ShellState) {
    Effect::new(move |_| {
        shell.route().track();
        if shell.toast().with(Option::is_some) {
            page::after_layout(|| {
                lift(false);
                make_way();
            });
        }
    });
    for name in ["scroll", "resize"] {
        events::on_window(name, move |_| {
            if shell.toast().with_untracked(Option::is_some) {
                page::after_layout(make_way);
            }
        });
    }
}

fn make_way() {
    if covers_a_main_action() {
        let is_up = document().query_selector(".toasts[data-up]").ok().flatten().is_some();
        lift(!is_up);
    }
}

fn lift(up: bool) {
    if let Ok(Some(toasts)) = document().query_selector(".toasts") {
        let _ = toasts.toggle_attribute_with_force("data-up", up);
    }
}

/// What a tap must always reach: the main action, what cannot be taken back, and whatever a dialog asks.
const MAIN_ACTIONS: &str = "main :is([data-kind=primary], [data-kind=grave]), dialog[open] button";

fn covers_a_main_action() -> bool {
    const NEAR: f64 = 8.0;
    let Ok(Some(toast)) = document().query_selector(".toast:not([data-empty])") else { return false };
    let Ok(actions) = document().query_selector_all(MAIN_ACTIONS) else { return false };
    let toast = toast.get_bounding_client_rect();
    let meets = |at: web_sys::DomRect| {
        at.height() > 0.0
            && at.top() < toast.bottom() + NEAR
            && at.bottom() > toast.top() - NEAR
            && at.left() < toast.right()
            && at.right() > toast.left()
    };
    let mut actions =
        (0..actions.length()).filter_map(|place| actions.item(place)?.dyn_into::<Element>().ok());
    actions.any(|action| meets(action.get_bounding_client_rect()))
}
