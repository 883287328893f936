//! What the single keys do, and the list of them.

use crate::platform::{page, timing};
use crate::ui::components::{Sheet, move_among_lines};
use crate::ui::shell_state::ShellState;
use crate::ui::type_erased::{several, shown_if};
use crate::view_models::shortcuts::{Meaning, SHORTCUTS, Shortcut, keys, meaning};
use crate::view_models::{Filter, Route};
use leptos::prelude::*;
use std::cell::Cell;

/// For so long the key of a place waits for its second one.
const WAIT_MS: f64 = 1_500.0;

/// The field to find something on a screen that has one.
const FIND: &str = "main input[type=search]";

/// Hears keys, and knows whether one of two was pressed before.
pub struct Keys {
    shell: ShellState,
    /// When the first of two keys was pressed.
    waits: Cell<f64>,
}

impl Keys {
    /// Nothing is pressed yet.
    pub fn new(shell: ShellState) -> Self {
        Self { shell, waits: Cell::new(f64::NEG_INFINITY) }
    }

    /// Does what a key means, if it means anything here: with another key held, while one types or chooses, while an
    /// input method composes, and in a dialog it means nothing. Whether it did something.
    pub fn press(&self, event: &web_sys::KeyboardEvent) -> bool {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        // A key that is only held beside another has a name of several letters.
        if held || event.is_composing() || event.key() == "Shift" {
            return false;
        }
        let after_go = timing::uptime() - self.waits.replace(f64::NEG_INFINITY) < WAIT_MS;
        let is_here = self.shell.has_shortcuts() && !page::is_typing() && !is_in_dialog();
        let meant = if is_here { meaning(&event.key(), after_go) } else { None };
        match meant {
            Some(Meaning::Waits) => self.waits.set(timing::uptime()),
            Some(Meaning::Does(shortcut)) => act(self.shell, shortcut),
            None => return false,
        }
        true
    }
}

fn is_in_dialog() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

fn act(shell: ShellState, shortcut: Shortcut) {
    match shortcut {
        Shortcut::NewInterview => {
            page::navigate(&Route::Interview { opportunity: None, round: None }.href());
        }
        Shortcut::TheyWrote => page::navigate(&Route::TheyWrote.href()),
        Shortcut::Find => find(shell),
        Shortcut::Help => shell.help().set(true),
        Shortcut::NextLine => move_among_lines(true),
        Shortcut::LineBefore => move_among_lines(false),
        Shortcut::Go(place) => page::navigate(&place.route().href()),
    }
}

/// On a screen without such a field the pipeline has one.
fn find(shell: ShellState) {
    if document().query_selector(FIND).ok().flatten().is_some() {
        page::focus(FIND);
    } else if matches!(shell.route().get_untracked(), Route::Pipeline(_)) {
        page::focus("main h1");
    } else {
        shell.want_focus(FIND);
        page::navigate(&Route::Pipeline(Filter::default()).href());
    }
}

/// The list of the keys, in a dialog.
pub fn help(shell: ShellState) -> AnyView {
    let close = Callback::new(move |()| shell.help().set(false));
    shown_if(move || {
        shell.help().get().then(|| {
            view! {
                <Sheet title="Keys" closed=close>
                    {list()}
                    <p class="small muted">"They can be turned off under More."</p>
                    <form method="dialog" class="actions"><button class="button">"Close"</button></form>
                </Sheet>
            }
            .into_any()
        })
    })
}

/// Each key, and what it does.
pub fn list() -> AnyView {
    let line = |(key, shortcut, words): &(char, Shortcut, &'static str)| {
        let keys = keys(*key, *shortcut).into_iter().enumerate().map(|(place, key)| {
            let then = (place > 0).then_some(" then ");
            view! { {then}<kbd>{key}</kbd> }.into_any()
        });
        view! { <li>{*words}<span>{several(keys)}</span></li> }.into_any()
    };
    view! {
        <ul class="keys">{several(SHORTCUTS.iter().map(line))}</ul>
        <p class="small muted">"Ctrl or ⌘ with Enter saves a form or opens a letter in mail, with Z takes back what was done."</p>
    }
    .into_any()
}
