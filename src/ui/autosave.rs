//! Saves a form as it is typed: a moment after the last change, and at once when the page is hidden or the form goes.

use crate::platform::{events, timing};
use leptos::prelude::*;

/// How long nothing must be typed before the form is saved.
const PAUSE_MS: i32 = 500;

/// Saves a form as it is typed: a handle.
#[derive(Clone, Copy)]
pub struct Autosave {
    /// Whether something has changed since the form was last saved.
    dirty: StoredValue<bool>,
    pause: StoredValue<timing::Timer, LocalStorage>,
    save: Callback<()>,
}

impl Autosave {
    /// From now on `save` is called after each change that [`Self::changed`] tells of.
    pub fn new(save: impl Fn() + Send + Sync + 'static) -> Self {
        let autosave = Self {
            dirty: StoredValue::new(false),
            pause: StoredValue::new_local(timing::Timer::default()),
            save: Callback::new(move |()| save()),
        };
        StoredValue::new_local(events::on_hide(move || autosave.flush()));
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
