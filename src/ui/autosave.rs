//! Saves a form as it is typed: a moment after the last change, and at once when the page is hidden or the form goes.

use crate::platform::page;
use leptos::prelude::*;

/// How long nothing must be typed before the form is saved.
const PAUSE_MS: i32 = 500;

/// Saves a form as it is typed: a handle.
#[derive(Clone, Copy)]
pub struct Autosave {
    /// Whether something has changed since the form was last saved.
    dirty: StoredValue<bool>,
    pause: StoredValue<page::Pause, LocalStorage>,
    save: Callback<()>,
}

impl Autosave {
    /// From now on `save` is called after each change that [`Self::changed`] tells of.
    pub fn new(save: impl Fn() + Send + Sync + 'static) -> Self {
        let autosave = Self {
            dirty: StoredValue::new(false),
            pause: StoredValue::new_local(page::Pause::default()),
            save: Callback::new(move |()| save()),
        };
        let hidden = page::Listening::to_document("visibilitychange", move |_| autosave.flush());
        let left = page::Listening::to_window("pagehide", move |_| autosave.flush());
        StoredValue::new_local((hidden, left));
        on_cleanup(move || autosave.flush());
        autosave
    }

    /// Something was typed.
    pub fn changed(self) {
        self.dirty.set_value(true);
        self.pause.update_value(|pause| pause.set(PAUSE_MS, move || self.flush()));
    }

    /// Whether something has changed since the form was last saved.
    pub fn is_dirty(self) -> bool {
        self.dirty.try_get_value().unwrap_or_default()
    }

    /// Saves what is not saved yet.
    pub fn flush(self) {
        if self.take_dirty() {
            self.save.try_run(());
        }
    }

    /// Counts what was typed as saved, or as thrown away. Whether there was anything.
    pub fn take_dirty(self) -> bool {
        self.dirty.try_update_value(std::mem::take).unwrap_or_default()
    }
}
