//! The way to everything that has no tab, and the settings that have no page.

use crate::commands::Command;
use crate::model::Settings;
use crate::ui::components::{Choice, Field, Takes};
use crate::ui::erased::derived;
use crate::ui::state::{AppState, state};
use crate::view::Route;
use crate::view::choices::{THEMES, TONES, place};
use leptos::prelude::*;

/// The way to everything that has no tab.
#[component]
pub fn MoreScreen() -> AnyView {
    let state = state();
    view! {
        <div class="screen more">
            <header class="screen__head">
                <h1 tabindex="-1">"More"</h1>
            </header>
            {links()}
            <section class="section">
                <h2>"Your letters"</h2>
                {name(state)}
                {tone(state)}
            </section>
            <section class="section">
                <h2>"The page"</h2>
                {theme(state)}
            </section>
            {about()}
        </div>
    }
    .into_any()
}

fn links() -> AnyView {
    let link = |route: Route, title: &'static str, about: &'static str| {
        view! {
            <li>
                <a class="line" href=route.href()>
                    <span class="line__main">
                        <span class="line__title">{title}</span>
                        <span class="line__about">{about}</span>
                    </span>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <nav aria-label="More">
            <ul class="list more__links">
                {link(Route::Playbook, "Playbook", "Whose advice to follow, your work week and holidays")}
                {link(Route::Lessons, "Lessons", "What your interviews so far have taught you")}
                {link(Route::Templates, "Templates", "Letters of your own wording")}
                {link(Route::Data, "Data", "Backup, restore, and what is stored")}
            </ul>
        </nav>
    }
    .into_any()
}

fn settings<T>(state: AppState, look: impl FnOnce(&Settings) -> T) -> T {
    state.read(|records, _, _| look(&records.settings))
}

fn put(state: AppState, change: impl FnOnce(&mut Settings)) {
    let mut settings = state.read_untracked(|records, _, _| records.settings.clone());
    change(&mut settings);
    state.dispatch_silent(Command::PutSettings(Box::new(settings)));
}

/// The name is kept with each letter typed, so that none is lost on the way to another screen.
fn name(state: AppState) -> AnyView {
    let name = RwSignal::new(state.read_untracked(|records, _, _| records.settings.name.clone()));
    let input = Callback::new(move |typed: String| {
        put(state, |settings| typed.trim().clone_into(&mut settings.name));
        name.set(typed);
    });
    view! { <Field label="Your name" note="as you sign a letter" takes=Takes::Name value=name input /> }
        .into_any()
}

fn tone(state: AppState) -> AnyView {
    let chosen = derived(move || settings(state, |settings| place(&TONES, &settings.tone)));
    let choose = Callback::new(move |place: usize| {
        if let Some((tone, _)) = TONES.get(place) {
            put(state, |settings| settings.tone = *tone);
        }
    });
    let options = TONES.map(|(_, name)| name.to_owned()).to_vec();
    view! { <Choice label="How they sound, unless you say otherwise" options chosen choose /> }.into_any()
}

fn theme(state: AppState) -> AnyView {
    let chosen = derived(move || settings(state, |settings| place(&THEMES, &settings.theme)));
    let choose = Callback::new(move |place: usize| {
        if let Some((theme, _)) = THEMES.get(place) {
            state.set_theme(*theme);
        }
    });
    let options = THEMES.map(|(_, name)| name.to_owned()).to_vec();
    view! { <Choice label="Light or dark" options chosen choose /> }.into_any()
}

fn about() -> AnyView {
    view! {
        <section class="section">
            <h2>"About Afterword"</h2>
            <p>
                "What to do after the interview: whom to thank and by when, when to write again, and when to let it rest. Its advice rests on five published sources, each a tap away wherever it is given; where no source speaks, it says so."
            </p>
            <p class="muted">
                {format!("Version {}. Free software, under the MIT or the Apache 2.0 licence. It keeps everything in this browser and sends nothing anywhere.", env!("CARGO_PKG_VERSION"))}
            </p>
        </section>
    }
    .into_any()
}
