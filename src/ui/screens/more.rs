//! The way to everything that has no tab, and the settings that have no page.

use crate::commands::Command;
use crate::model::{Manner, Settings, Theme, Tone};
use crate::ui::components::{Check, Choice, Field, Head, Line, Options, Section, Takes};
use crate::ui::shell::shortcuts;
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, derived, memo, several};
use crate::view_models::choices::{MANNERS, THEMES, TONES};
use crate::view_models::{self, Route};
use leptos::prelude::*;

/// A setting that is changed here.
enum Change {
    Name(String),
    Tone(Tone),
    Manner(Option<Manner>),
    Theme(Theme),
    Shortcuts(bool),
}

/// The way to everything that has no tab.
#[component]
pub fn MoreScreen() -> AnyView {
    let state = state();
    let settings = memo(move || state.read(|records, _, _| records.settings.clone()));
    more(settings, Callback::new(move |change| put(state, change)))
}

fn put(state: AppState, change: Change) {
    let mut settings = state.read_untracked(|records, _, _| records.settings.clone());
    match change {
        Change::Name(name) => name.trim().clone_into(&mut settings.name),
        Change::Tone(tone) => settings.tone = tone,
        Change::Manner(manner) => settings.manner = manner,
        Change::Shortcuts(on) => settings.shortcuts = on,
        Change::Theme(theme) => return state.set_theme(theme),
    }
    state.dispatch_silent(Command::PutSettings(Box::new(settings)));
}

fn more(settings: Memo<Settings>, change: Callback<Change>) -> AnyView {
    // The name is saved with each letter typed, so that none is lost on the way to another screen.
    let name = RwSignal::new(settings.with_untracked(|settings| settings.name.clone()));
    let input = Callback::new(move |typed: String| {
        name.set(typed.clone());
        change.run(Change::Name(typed));
    });
    let tone = move || Some(settings.with(|settings| settings.tone));
    let manner = move || Some(settings.with(|settings| settings.manner));
    let theme = move || Some(settings.with(|settings| settings.theme));
    view! {
        <div class="screen more">
            <Head title="More" />
            {links()}
            <Section title="Your letters">
                <Field label="Your name" note="as you sign a letter" takes=Takes::OwnName value=name input />
                <Choice
                    label="Usual tone of your letters"
                    options=Options::of(&TONES, tone, move |tone| change.run(Change::Tone(tone)))
                />
                <Choice
                    label="Their English"
                    options=Options::of(&MANNERS, manner, move |manner| change.run(Change::Manner(manner)))
                />
            </Section>
            <Section title="The page">
                <Choice
                    label="Light or dark"
                    options=Options::of(&THEMES, theme, move |theme| change.run(Change::Theme(theme)))
                />
            </Section>
            <Section title="Keys">
                <Check
                    label="Single keys go places: press ? for the list"
                    on=derived(move || settings.with(|settings| settings.shortcuts))
                    switch=Callback::new(move |on| change.run(Change::Shortcuts(on)))
                />
                <details class="why">
                    <summary>"Which keys"</summary>
                    {shortcuts::list()}
                </details>
            </Section>
            {about()}
        </div>
    }
    .into_any()
}

fn links() -> AnyView {
    let links = [
        (Route::Playbook, "Playbook", "Whose advice to follow, your work week and holidays"),
        (Route::Offers, "Offers", "What to do about them, side by side, what to ask for"),
        (Route::Lessons, "Lessons", "What your interviews so far have taught you"),
        (Route::Templates, "Templates", "Letters of your own wording"),
        (Route::Data, "Data", "Backup, restore, and what is stored"),
    ];
    let items = links.into_iter().map(|(route, title, about)| {
        let (title, about) = (title.to_owned(), about.to_owned());
        let line =
            view_models::Line { href: Some(route.href()), title, about, ..view_models::Line::default() };
        view! { <Line line /> }.into_any()
    });
    view! {
        <nav aria-label="More">
            <ul class="list more__links">{several(items)}</ul>
        </nav>
    }
    .into_any()
}

fn about() -> AnyView {
    view! {
        <Section title="About Afterword">
            <p>
                "What to do after the interview: whom to thank and by when, when to write again, and when to let it rest. Its advice rests on five published sources, each a tap away wherever it is given; where no source speaks, it says so."
            </p>
            <p class="muted">
                {format!("Version {}. Free software, under the MIT or the Apache 2.0 licence. It keeps everything in this browser and sends nothing anywhere.", env!("CARGO_PKG_VERSION"))}
            </p>
        </Section>
    }
    .into_any()
}
