//! Today's heading, and the words of a first visit below it: what is here from the start.

use crate::platform::events;
use crate::ui::shell_state::ShellState;
use crate::ui::type_erased::shown_if;
use crate::view_models::when;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Today: its heading, the words of a first visit while nothing is recorded, and below them what is `due`.
pub fn today(shell: ShellState, show_example: fn(ShellState), due: AnyView) -> AnyView {
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
            {shown_if(move || shell.fresh().get().then(|| first_visit(shell, show_example)))}
            {due}
        </div>
    }
    .into_any()
}

/// The words stand in `index.html`, with a link to the form and a button for the example.
fn first_visit(shell: ShellState, show_example: fn(ShellState)) -> AnyView {
    let press = move |event: MouseEvent| {
        let button = events::element_at(&event).and_then(|at| at.closest("button").ok().flatten());
        if button.is_some() {
            show_example(shell);
        }
    };
    view! { <section class="first-visit" inner_html=shell.first_visit() on:click=press></section> }.into_any()
}
