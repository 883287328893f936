//! A field to find something by. What is sought stands in the address: it is there a moment after it was typed, and
//! what comes from the address goes into the field.

use crate::platform::timing;
use crate::ui::components::{Field, Takes};
use crate::ui::type_erased::effect;
use leptos::prelude::*;

/// So long a pause in the typing sends what was typed.
const PAUSE_MS: i32 = 150;

/// The field. `sought` is what the address says, and `go` puts another word there.
pub fn find(note: &'static str, sought: Signal<String>, go: Callback<String>) -> AnyView {
    let text = RwSignal::new(sought.get_untracked());
    let sent = StoredValue::new(text.get_untracked());
    let pause = StoredValue::new_local(timing::Timer::default());
    effect(move || {
        let sought = sought.get();
        if sent.with_value(|sent| *sent != sought) {
            sent.set_value(sought.clone());
            text.set(sought);
        }
    });
    let go_there = move || {
        let typed = text.get_untracked();
        sent.set_value(typed.clone());
        go.run(typed);
    };
    let input = Callback::new(move |typed| {
        text.set(typed);
        pause.update_value(|pause| pause.set(PAUSE_MS, go_there));
    });
    view! { <Field label="Find" note takes=Takes::Search value=text input /> }.into_any()
}
