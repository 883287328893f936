//! When something runs: after a wait, or when there is nothing else to do.

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle, window};
use std::time::Duration;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A timer for one callback: setting it again takes the place of what was set before, and dropping it ends it.
#[derive(Default)]
pub struct Timer(Option<TimeoutHandle>);

impl Timer {
    /// Runs `work` once, after so many milliseconds; a browser's timer can hold no more.
    pub fn set(&mut self, millis: i32, work: impl FnOnce() + 'static) {
        self.clear();
        let wait = Duration::from_millis(millis.max(0).unsigned_abs().into());
        self.0 = set_timeout_with_handle(work, wait).ok();
    }

    fn clear(&mut self) {
        if let Some(handle) = self.0.take() {
            handle.clear();
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Runs `work` when the browser has nothing else to do. Where it does not tell (Safari), a moment later.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let work: Box<dyn FnOnce()> = Box::new(work);
    let work = Closure::once_into_js(work);
    if window().request_idle_callback(work.unchecked_ref()).is_err() {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 200);
    }
}

/// Does a slice of work after the other, as long as there is more, and lets the browser do other things in between.
pub async fn in_slices(slice: &mut dyn FnMut() -> bool) {
    while slice() {
        let pause = js_sys::Promise::new(&mut |resume, _| {
            // It only fails for a page that is gone.
            let _ = window().set_timeout_with_callback(&resume);
        });
        let _ = JsFuture::from(pause).await;
    }
}

/// Milliseconds since the page was opened, whatever happens to the clock.
pub fn uptime() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
