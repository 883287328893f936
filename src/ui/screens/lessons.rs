//! What every interview so far has taught, to be read before the next one.

use super::look_back;
use crate::ui::components::{Actions, ButtonLink, Head, Kind, paragraph};
use crate::ui::state::state;
use crate::view_models::{Route, lessons};
use leptos::prelude::*;

fn first_step() -> AnyView {
    let href = Route::Interview { opportunity: None, round: None }.href();
    view! { <Actions><ButtonLink kind=Kind::Primary label="I just had an interview" href /></Actions> }
        .into_any()
}

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
            {if all.is_empty() { first_step() } else { look_back::lessons(all) }}
        </div>
    }
    .into_any()
}
