//! The copy of the day, in a folder of the user's: it is written by itself, a while after a change.

use crate::exchange::backup;
use crate::platform::{clock, folder, timing};
use crate::view_models::when;
use leptos::task::spawn_local;
use std::cell::RefCell;

/// How long nothing must be changed before the copy is written.
const PAUSE_MS: i32 = 20_000;

thread_local! {
    static PAUSE: RefCell<timing::Timer> = RefCell::default();
}

/// Something was changed: writes the copy after the pause, without asking the browser for anything. `text` gives what
/// is then in it, and `written` runs once it is there.
pub fn write_after_pause(
    text: impl Fn() -> Option<String> + Clone + 'static,
    written: impl Fn() + Copy + 'static,
) {
    if folder::can_be_chosen() {
        let copy = move || {
            let text = text.clone();
            spawn_local(async move {
                if write(text, false).await == Some(true) {
                    written();
                }
            });
        };
        PAUSE.with_borrow_mut(|pause| pause.set(PAUSE_MS, copy));
    }
}

/// Writes the copy now, and says whether it is there; `None` where there is no folder, or where the browser wants to
/// be asked. `may_ask`: the browser may be.
pub async fn write(text: impl FnOnce() -> Option<String>, may_ask: bool) -> Option<bool> {
    let folder = folder::chosen().await?;
    if !folder.may_write(may_ask).await {
        return None;
    }
    let name = backup::copy_name(when::today(&clock::local_now()));
    Some(folder.write(&name, &text()?).await.is_ok())
}
