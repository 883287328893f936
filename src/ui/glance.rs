//! What Today looks like, kept for the next start: the script that starts the app shows it at once, and the app takes
//! its place. It holds only for this very build of the app, and for as long as time alone changes nothing in it.

use super::shell_state::ShellState;
use super::state::AppState;
use crate::etiquette::Now;
use crate::model::Stamp;
use crate::platform::page;
use crate::view::Route;
use chrono::{Local, Offset, TimeZone};
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::JsCast;

/// As `boot.js` reads it.
#[derive(Serialize)]
struct Glance {
    /// The address of the app's first part, which another build has another of.
    app: String,
    /// From when and until when it is right, in milliseconds as the browser counts them.
    from: i64,
    until: i64,
    /// How many minutes the local time is behind that of Greenwich, as the browser counts them.
    offset: i32,
    /// The theme, where the user chose one.
    theme: Option<String>,
    html: String,
}

/// More than this is not a glance any more, but the whole list that somebody asked for.
const MOST_CHARACTERS: usize = 150_000;

/// Keeps what Today looks like whenever that is another thing, once the browser has nothing else to do.
pub fn keep_todays(shell: ShellState, state: AppState) {
    Effect::new(move |_| {
        state.read(|_, _, _| ());
        if shell.place().get() == Route::Today && !shell.fresh().get() && state.notices().with(Vec::is_empty)
        {
            page::when_idle(move || keep(shell, state));
        }
    });
}

fn keep(shell: ShellState, state: AppState) {
    let is_shown = shell.place().get_untracked() == Route::Today && !shell.fresh().get_untracked();
    if let Some(html) = looks().filter(|html| is_shown && html.len() < MOST_CHARACTERS)
        && let Some(glance) = glance(html, state.stays_as_it_is())
        && let Ok(text) = serde_json::to_string(&glance)
    {
        state.keep_glance(&text);
    }
}

fn glance(html: String, (now, until): (Now<Local>, Stamp)) -> Option<Glance> {
    Some(Glance {
        app: document().get_element_by_id("wasm")?.get_attribute("href")?,
        from: now.at.timestamp_millis(),
        until: until.timestamp_millis(),
        offset: -now.zone.offset_from_utc_datetime(&now.at.naive_utc()).fix().local_minus_utc() / 60,
        theme: document().document_element()?.get_attribute("data-theme"),
        html,
    })
}

/// The page without what passes: what was just said, that a newer version is here, what is open, and the link that
/// only the keyboard finds.
fn looks() -> Option<String> {
    let shell = document().query_selector(".shell:has(.today__now)").ok()??;
    let shell: web_sys::Element = shell.clone_node_with_deep(true).ok()?.unchecked_into();
    let passing = shell.query_selector_all(".shell__skip, .toast, .notice[data-kind=newer]").ok()?;
    for element in each(&passing) {
        element.remove();
    }
    for element in each(&shell.query_selector_all("details[open]").ok()?) {
        element.remove_attribute("open").ok()?;
    }
    Some(shell.inner_html())
}

fn each(list: &web_sys::NodeList) -> impl Iterator<Item = web_sys::Element> {
    (0..list.length()).filter_map(|place| list.item(place)).map(JsCast::unchecked_into)
}
