//! Today's frame, and what a first visit finds in it: what the app can show before anything else of it is here.

use crate::ui::components::{Button, ButtonLink, Kind};
use crate::ui::erased::shown_if;
use crate::ui::shell_state::ShellState;
use crate::view::{Route, when};
use leptos::prelude::*;

/// Today: its heading, the first visit's words while nothing is recorded, and below them what is `due`.
pub fn today(shell: ShellState, show_example: Callback<()>, due: AnyView) -> AnyView {
    let date = move || {
        let now = shell.now();
        when::full_day(when::today(&now), &now)
    };
    view! {
        <div class="screen today">
            <header class="screen__head">
                <h1 tabindex="-1">"Today"</h1>
                <p class="muted">{date}</p>
            </header>
            {shown_if(move || shell.fresh().get().then(|| first_visit(show_example)))}
            {due}
        </div>
    }
    .into_any()
}

/// The way straight to the form, and an example to play with.
fn first_visit(show_example: Callback<()>) -> AnyView {
    let interview = Route::Interview { opportunity: None, round: None }.href();
    view! {
        <section class="today__first">
            <p class="today__hello">"You walked out of an interview. The next two weeks decide more than you think."</p>
            <p>
                "Say who you met and when they will answer. Afterword tells you whom to thank and by when, when to write again, and when to let it rest. Everything stays in this browser."
            </p>
            <div class="actions">
                <ButtonLink kind=Kind::Primary label="I just had an interview" href=interview />
                <Button label="Show me an example" press=show_example />
            </div>
        </section>
    }
    .into_any()
}
