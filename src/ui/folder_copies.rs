//! The copy of the day, in a folder of the user's: it is written by itself, a while after a change.

use crate::exchange::backup;
use crate::platform::{clock, folder, timing};
use crate::ui::state::AppState;
use crate::view_models::when;
use leptos::task::spawn_local;
use std::cell::RefCell;

/// How long nothing must be changed before the copy is written.
const PAUSE_MS: i32 = 20_000;

thread_local! {
    static PAUSE: RefCell<timing::Timer> = RefCell::default();
}

/// Something was changed.
pub fn after_change(state: AppState) {
    if folder::can_be_chosen() {
        let copy = move || {
            spawn_local(async move {
                write(state, false).await;
            });
        };
        PAUSE.with_borrow_mut(|pause| pause.set(PAUSE_MS, copy));
    }
}

/// Writes the copy at the user's word, and says whether it is there. `ask`: the browser may ask for permission.
pub async fn copy_now(state: AppState, ask: bool) {
    let words = match write(state, ask).await {
        Some(true) => "A copy is in the folder",
        _ => "The copy could not be written. Choose the folder again.",
    };
    state.say(words);
}

/// Whether it was written; `None` where there is no folder, or where the browser wants to be asked.
async fn write(state: AppState, ask: bool) -> Option<bool> {
    let folder = folder::chosen().await?;
    if !folder.may_write(ask).await {
        return None;
    }
    let now = clock::local_now();
    let text = state.read_untracked(|records, _, _| backup::write(records, now.at)).ok()?;
    let is_written = folder.write(&backup::copy_name(when::today(&now)), &text).await.is_ok();
    if is_written {
        state.note_backup();
    }
    Some(is_written)
}
