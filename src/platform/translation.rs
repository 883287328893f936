//! A page that the browser translates.
//!
//! A translator puts each text into elements of its own (`<font>`), and takes the text that the app knows off the page.
//! What the app writes into that text later would be seen by nobody: a line would keep the words of what stood there
//! before, beside the buttons of something else.

use js_sys::{Array, WeakMap};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

/// Puts a text that changes back into the place that a translator took from it, for as long as the page lives. The
/// translator sees it come, and translates it anew.
pub fn keep_texts_in_place() {
    let Some(body) = document().body() else { return };
    let translated = WeakMap::new();
    let callback = move |changes: Array, observer: MutationObserver| {
        for change in changes.iter() {
            let change: MutationRecord = change.unchecked_into();
            if change.type_() == "characterData" {
                put_back(&change, &translated);
            } else {
                note_what_was_taken(&change, &observer, &translated);
            }
        }
    };
    let callback: Box<dyn FnMut(Array, MutationObserver)> = Box::new(callback);
    let Ok(observer) = MutationObserver::new(Closure::wrap(callback).into_js_value().unchecked_ref()) else {
        return;
    };
    let children = MutationObserverInit::new();
    children.set_child_list(true);
    children.set_subtree(true);
    // It only fails for a node that is none.
    let _ = observer.observe_with_options(&body, &children);
}

/// Notes which element stands where a text was taken away, and watches that text.
fn note_what_was_taken(change: &MutationRecord, observer: &MutationObserver, translated: &WeakMap) {
    let taken = change.removed_nodes();
    let Some(text) = taken.item(0).filter(|node| node.node_type() == Node::TEXT_NODE) else { return };
    let neighbours = [change.added_nodes().item(0), change.previous_sibling(), change.next_sibling()];
    let Some(instead) = neighbours.into_iter().flatten().find(is_translation) else { return };
    translated.set(&text, &instead);
    let words = MutationObserverInit::new();
    words.set_character_data(true);
    let _ = observer.observe_with_options(&text, &words);
}

fn is_translation(node: &Node) -> bool {
    node.node_name() == "FONT"
}

/// The text has new words: it takes its place again.
fn put_back(change: &MutationRecord, translated: &WeakMap) {
    let Some(text) = change.target() else { return };
    let instead: JsValue = translated.get(&text);
    if let Some(instead) = instead.dyn_ref::<Element>() {
        // Where the translation is gone as well, there is no place to take.
        let _ = instead.replace_with_with_node_1(&text);
    }
    translated.delete(&text);
}
