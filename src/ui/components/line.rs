//! A line of a list: it leads somewhere, or opens in place.

use super::{WindowBar, address};
use crate::ui::type_erased::{derived, memo, nothing, several, shown_if};
use crate::view_models::{self, Axis};
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;

/// A line that leads somewhere.
#[component]
pub fn Line(
    /// What it says.
    line: view_models::Line,
) -> AnyView {
    view! {
        <li>
            <a class="line" href=line.href.clone()>
                <span class="line__main">
                    <span class="line__title">{line.title.clone()}</span>
                    <span class="line__about">{line.about.clone()}</span>
                </span>
                {side(&line)}
            </a>
        </li>
    }
    .into_any()
}

/// The lines of the page that are open, by their keys. In context, so that they are open again when one comes back.
#[derive(Clone, Copy)]
pub struct OpenLines(pub RwSignal<BTreeSet<String>>);

/// A line on the axis of the page.
#[component]
pub fn AxisLine(
    /// What it says.
    line: view_models::Line,
    /// The axis.
    axis: Axis,
    /// What is seen when it is opened.
    body: fn(&view_models::Line, &Axis) -> AnyView,
) -> AnyView {
    if !line.opens() {
        let row = row(&line, axis);
        let row = match line.href {
            Some(href) => view! { <a class="track" href=href>{row}</a> }.into_any(),
            None => view! { <div class="track">{row}</div> }.into_any(),
        };
        return view! { <li>{row}</li> }.into_any();
    }
    let OpenLines(opened) = expect_context();
    let key = StoredValue::new(line.key.clone());
    let is_open = memo(move || key.with_value(|key| opened.with(|opened| opened.contains(key))));
    let toggled = move |event: web_sys::Event| {
        let details = event_target::<web_sys::Element>(&event);
        let open = details.has_attribute("open");
        if open != is_open.get_untracked() {
            opened.update(|opened| {
                key.with_value(|key| if open { opened.insert(key.clone()) } else { opened.remove(key) });
            });
        }
    };
    let row = row(&line, axis.clone());
    view! {
        <li>
            <details open=derived(move || is_open.get()) on:toggle=toggled>
                <summary class="track">{row}</summary>
                {shown_if(move || is_open.get().then(|| body(&line, &axis)))}
            </details>
        </li>
    }
    .into_any()
}

fn row(line: &view_models::Line, axis: Axis) -> AnyView {
    let about =
        (!line.about.is_empty()).then(|| view! { <span class="line__about">{line.about.clone()}</span> });
    view! {
        <span class="track__title">{line.title.clone()}</span>
        {side(line)}
        {about}
        <WindowBar bar=line.bar.clone() axis />
    }
    .into_any()
}

fn side(line: &view_models::Line) -> AnyView {
    let side = line.side.iter().filter(|text| !text.is_empty()).enumerate().map(|(row, text)| {
        let new_row = (row > 0).then(|| view! { <br /> });
        view! { {new_row}{address(text)} }.into_any()
    });
    let side: Vec<AnyView> = side.collect();
    if side.is_empty() {
        return nothing();
    }
    view! { <span class="line__side" data-tone=line.tone.name()>{several(side)}</span> }.into_any()
}

/// The line that follows the one which has the focus, or stands before it.
pub fn next_line() -> Option<web_sys::Element> {
    let line = document().active_element()?.closest(".list > li").ok()??;
    let next = line.next_element_sibling().or_else(|| line.previous_element_sibling())?;
    next.query_selector("summary, a").ok()?.map(JsCast::unchecked_into)
}

/// What the focus goes to from line to line: the titles of cards, and lines of any kind.
const LINES: &str = "main :is(.card__title a, .track:is(a, summary), a.line, .pipeline__one, .line__title a, .agenda > li > a:first-child)";

/// Puts the focus on the next line that is seen, or on the one before; from elsewhere on the first that follows.
pub fn move_among_lines(forward: bool) {
    let Ok(lines) = document().query_selector_all(LINES) else { return };
    let lines =
        (0..lines.length()).filter_map(|place| lines.item(place)?.dyn_into::<web_sys::HtmlElement>().ok());
    let is_seen = |line: &web_sys::HtmlElement| {
        // Of what is folded the head alone is seen.
        let folded = line.closest("details:not([open]) > :not(summary), [hidden]");
        // What the style leaves out has no box.
        matches!(folded, Ok(None)) && line.offset_parent().is_some()
    };
    let Some(at) = document().active_element() else { return };
    let wanted = if forward {
        web_sys::Node::DOCUMENT_POSITION_FOLLOWING
    } else {
        web_sys::Node::DOCUMENT_POSITION_PRECEDING
    };
    let lies_there = |line: &web_sys::HtmlElement| {
        // Where nothing has the focus the page itself has, and what is in it follows.
        at.compare_document_position(line) & wanted != 0 && !line.contains(Some(&at))
    };
    let mut lines = lines.filter(|line| is_seen(line) && lies_there(line));
    let next = if forward { lines.next() } else { lines.next_back() };
    if let Some(next) = next {
        let _ = next.focus();
    }
}
