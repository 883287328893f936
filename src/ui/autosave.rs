//! A form that is kept as it is typed: a moment after it was last typed at, and at once when the page goes out of sight
//! or the form goes.

use crate::platform::page;
use leptos::prelude::*;

/// Whether there is something to keep: a handle.
#[derive(Clone, Copy, Default)]
pub struct Autosave {
    touched: StoredValue<bool>,
}

impl Autosave {
    /// From now on `keep` keeps what is typed. `typed` reads the form, and says whether it is worth keeping.
    pub fn start(self, typed: impl Fn() -> bool + 'static, keep: impl Fn() + Copy + Send + Sync + 'static) {
        const PAUSE_MS: i32 = 400;
        let pause = StoredValue::new_local(page::Pause::default());
        let keep = move || {
            if self.settle() {
                keep();
            }
        };
        Effect::new(move |before: Option<()>| {
            if typed() && before.is_some() {
                self.touched.set_value(true);
                pause.update_value(|pause| pause.set(PAUSE_MS, keep));
            }
        });
        let hidden = page::Listening::to_document("visibilitychange", move |_| keep());
        let left = page::Listening::to_window("pagehide", move |_| keep());
        StoredValue::new_local((hidden, left));
        on_cleanup(keep);
    }

    /// What was typed is kept, or thrown away. Whether there was anything.
    pub fn settle(self) -> bool {
        self.touched.try_update_value(std::mem::take).unwrap_or_default()
    }
}
