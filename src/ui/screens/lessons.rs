//! What every interview so far has taught, to be read before the next one.

use super::look_back;
use crate::ui::components::{Head, paragraph};
use crate::ui::state::state;
use crate::view_models::lessons;
use leptos::prelude::*;

/// All lessons.
#[component]
pub fn LessonsScreen() -> AnyView {
    let all = state().read_untracked(|records, _, now| lessons(records, None, now));
    let about = if all.is_empty() {
        "Nothing yet. When you look back at an interview, write down one thing to remember; you will find it here, and again before your next interview."
    } else {
        "One thing from each interview, the latest first."
    };
    view! {
        <div class="screen lessons">
            <Head title="What you have learned">{paragraph("muted", about)}</Head>
            {(!all.is_empty()).then(|| look_back::lessons(all))}
        </div>
    }
    .into_any()
}
