//! What is restored of a place when one comes back to it: how far it was scrolled, what was opened and asked for, and
//! where the focus was.

use crate::platform::page;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is kept of a place.
#[derive(Clone, Default)]
struct Place {
    scroll: f64,
    opened: BTreeSet<String>,
    asked: Vec<usize>,
    /// The link that had the focus.
    link: Option<(String, u32)>,
}

/// The places one has been to, one for each entry of the browser's history: a handle.
#[derive(Clone, Copy)]
pub struct Places {
    /// The lines that are open here, by their keys.
    pub opened: RwSignal<BTreeSet<String>>,
    /// How many times more was asked for, list by list.
    asked: RwSignal<Vec<usize>>,
    left: StoredValue<BTreeMap<u32, Place>>,
    here: StoredValue<u32>,
    /// What is to be restored as soon as the screen is seen.
    back: StoredValue<Option<Place>>,
}

impl Places {
    /// The first place.
    pub fn new() -> Self {
        let here = page::entry().unwrap_or_else(|| page::number_entry(0));
        page::keep_scroll_ourselves();
        Self {
            opened: RwSignal::new(BTreeSet::new()),
            asked: RwSignal::new(Vec::new()),
            left: StoredValue::new(BTreeMap::new()),
            here: StoredValue::new(here),
            back: StoredValue::new(None),
        }
    }

    /// How many times more was asked for of a list of this place.
    pub fn asked(self, list: usize) -> usize {
        self.asked.with(|asked| asked.get(list).copied().unwrap_or_default())
    }

    /// Asks for more of a list of this place.
    pub fn ask_for_more(self, list: usize) {
        self.asked.update(|asked| {
            asked.resize(asked.len().max(list + 1), 0);
            asked.iter_mut().skip(list).take(1).for_each(|times| *times += 1);
        });
    }

    /// The address has changed. Keeps what is still seen for the entry that is left, and prepares what was seen at the
    /// new one, if one comes back to it. On the same screen, with another filter say, nothing moves.
    pub fn change(self, is_same_screen: bool) {
        let left = Place {
            scroll: page::scroll(),
            opened: self.opened.get_untracked(),
            asked: self.asked.get_untracked(),
            link: page::focused_link(),
        };
        let from = self.here.get_value();
        self.left.update_value(|all| {
            all.insert(from, left.clone());
        });
        let entry = page::entry();
        let here = entry.unwrap_or_else(|| {
            let newest = self.left.with_value(|all| all.keys().next_back().copied().unwrap_or_default());
            page::number_entry(newest.max(from).wrapping_add(1))
        });
        self.here.set_value(here);
        let back = entry.and_then(|entry| self.left.with_value(|all| all.get(&entry).cloned()));
        if !is_same_screen {
            let place = back.clone().unwrap_or_default();
            self.opened.set(place.opened);
            self.asked.set(place.asked);
            self.back.set_value(back);
        }
    }

    /// The screen is seen. Restores it, if one came back to it; whether that was so.
    pub fn restore(self) -> bool {
        let Some(place) = self.back.try_update_value(Option::take).flatten() else { return false };
        page::focus_at_rest(place.link.as_ref().and_then(page::link_again), "main h1");
        window().scroll_to_with_x_and_y(0.0, place.scroll);
        true
    }
}
