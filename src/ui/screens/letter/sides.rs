//! What stands around the letter: what only this person would get, how it sounds, what others got, the signature.

use super::state::LetterEditor;
use crate::commands::Command;
use crate::letters::LetterKind;
use crate::model::{Decision, OpportunityId, PersonId, Task};
use crate::platform::{clock, page};
use crate::ui::autosave::Autosave;
use crate::ui::components::{
    Button, Choice, Field, Kind, Menu, MenuItem, Notice, Options, Takes, list_section, setter,
};
use crate::ui::type_erased::{Memo, derived, memo, nothing, several, shown_if};
use crate::view_models::choices::TONES;
use crate::view_models::{LetterPage, Route};
use crate::words;
use leptos::prelude::*;

/// Two lines that make the letter theirs.
pub fn noted(editor: LetterEditor, page: &LetterPage) -> Option<AnyView> {
    let noted = page.noted.clone()?;
    let short = page.kind.is_short();
    let talked = RwSignal::new(noted.talked_about.clone());
    let skill = RwSignal::new(noted.skill.clone());
    let save = move || editor.note(&noted, talked.get_untracked(), skill.get_untracked());
    let autosave = Autosave::new(save);
    let typing = |into: RwSignal<String>| {
        Callback::new(move |text: String| {
            into.set(text);
            autosave.changed();
        })
    };
    let (type_talked, type_skill) = (typing(talked), typing(skill));
    Some(
        view! {
            <div class="fields">
                <Field label="What you talked about" note="“the move to Postgres”" value=talked input=type_talked />
                {(!short).then(|| view! {
                    <Field label="What you bring that fits" note="“calm with upset customers”" value=skill input=type_skill />
                })}
            </div>
        }
        .into_any(),
    )
}

/// How it sounds, which version, which template.
pub fn voices(editor: LetterEditor, page: &LetterPage) -> AnyView {
    let variants = page.variants;
    let chosen = move || Some(editor.state.with(|state| state.request.tone));
    let tones = Options::of(&TONES, chosen, move |tone| editor.rewrite(|request| request.tone = tone));
    let another = (variants > 1).then(|| {
        let press = Callback::new(move |()| {
            editor.rewrite(|request| {
                request.template = None;
                request.variant = (request.variant + 1) % variants;
            });
        });
        view! { <Button label="Another version" press /> }
    });
    view! {
        <div class="letter__voices">
            <Choice label="Tone" options=tones />
            {decision(editor, page)}
            {room(editor, page)}
            <div class="row">{another}{templates(editor, page)}</div>
        </div>
    }
    .into_any()
}

/// Which answer to an offer this is, what follows from it, and the way to another.
fn decision(editor: LetterEditor, page: &LetterPage) -> Option<AnyView> {
    let key = page.request.key;
    (key.task == Task::DecideOffer).then(|| {
        let follows = derived(move || match editor.state.with(|state| state.request.decision) {
            Decision::Accept => "You say yes. Once it is sent, that is noted, and Afterword asks whether you have signed, too.",
            Decision::Decline => "You say no. Once it is sent, the offer counts as declined here, too.",
            Decision::Negotiate => {
                "You ask for more. Once it is sent, the offer goes on waiting for your answer."
            }
            Decision::StepBack => "You step back. Once it is sent, your signature no longer counts here.",
        });
        view! { <p class="field__hint">{follows}" "<a href=Route::Letter(key).href()>"Another answer"</a></p> }
            .into_any()
    })
}

/// How much LinkedIn takes.
fn room(editor: LetterEditor, page: &LetterPage) -> Option<AnyView> {
    page.kind.is_short().then(|| {
        const ROOM: [(bool, &str); 2] = [(false, "Free account (200)"), (true, "Premium (300)")];
        let chosen = move || Some(editor.state.with(|state| state.request.long));
        let options = Options::of(&ROOM, chosen, move |long| editor.rewrite(|request| request.long = long));
        view! { <Choice label="Length of the note" options /> }.into_any()
    })
}

fn templates(editor: LetterEditor, page: &LetterPage) -> AnyView {
    let own = page.templates.iter().cloned().map(|template| {
        let label = words::titled(&template.name, "A template").to_owned();
        let press = Callback::new(move |()| editor.rewrite_from(&template));
        view! { <MenuItem label press /> }.into_any()
    });
    let own: Vec<AnyView> = own.collect();
    view! {
        <Menu label="Templates" kind=Kind::Quiet>
            {several(own)}
            <MenuItem label="Keep this as a template" press=Callback::new(move |()| editor.keep_as_template()) />
            <MenuItem label="Your templates" press=Callback::new(move |()| page::navigate(&Route::Templates.href())) />
        </Menu>
    }
    .into_any()
}

/// The way back to the user's own wording.
pub fn aside(editor: LetterEditor) -> AnyView {
    view! {
        <Notice>
            <p>"Your own wording is put aside."</p>
            <Button label="Put it back" press=Callback::new(move |()| editor.put_back()) />
        </Notice>
    }
    .into_any()
}

/// The user's name, where it is not known yet.
pub fn signature(editor: LetterEditor, page: &LetterPage) -> Option<AnyView> {
    (!page.named && !page.kind.is_short()).then(|| {
        let name = RwSignal::new(String::new());
        let keep = Callback::new(move |()| {
            let name = name.get_untracked();
            if !name.trim().is_empty() {
                editor.sign(name);
            }
        });
        inline("Your name".to_owned(), "for every letter", Takes::OwnName, name, "Sign with it", keep)
    })
}

/// The addresses that are looked for, once they are found.
pub fn sought(editor: LetterEditor, page: &LetterPage) -> Vec<AnyView> {
    let only = page.sought.len() == 1;
    let one = |(opportunity, person, name)| sought_one(editor, (opportunity, person), name, only);
    page.sought.iter().cloned().map(one).collect()
}

fn sought_one(
    editor: LetterEditor,
    (opportunity, person): (OpportunityId, PersonId),
    name: String,
    only: bool,
) -> AnyView {
    let email = RwSignal::new(String::new());
    let keep = Callback::new(move |()| {
        let email = email.get_untracked().trim().to_owned();
        let email = (!email.is_empty()).then_some(email);
        let found = Command::FindContact { opportunity, person, email, at: clock::now() };
        if editor.app.try_dispatch(found).is_ok() && only {
            page::navigate(&Route::Today.href());
        }
    });
    inline(format!("The address of {name}"), "once you have it", Takes::Email, email, "I have it", keep)
}

/// The address that the letter goes to, where none is known yet: without one it can only be copied.
pub fn address(editor: LetterEditor, page: &LetterPage, email: Memo<Option<String>>) -> AnyView {
    let to = page.mailed_to.clone().filter(|_| !page.by_linkedin && page.sought.is_empty());
    let opportunity = page.request.key.opportunity;
    let Some(((person, name), opportunity)) = to.zip(opportunity) else { return nothing() };
    let missing = memo(move || email.with(Option::is_none));
    shown_if(move || {
        let typed = RwSignal::new(String::new());
        let keep = Callback::new(move |()| {
            let email = typed.get_untracked().trim().to_owned();
            if !email.is_empty() {
                let at = clock::now();
                editor.app.dispatch(Command::FindContact { opportunity, person, email: Some(email), at });
            }
        });
        let label = format!("The email address of {name}");
        missing.get().then(|| inline(label, "if you have it", Takes::Email, typed, "Keep it", keep))
    })
}

/// A field with the button that keeps what is typed there.
fn inline(
    label: String,
    note: &'static str,
    takes: Takes,
    value: RwSignal<String>,
    button: &'static str,
    keep: Callback<()>,
) -> AnyView {
    view! {
        <div class="letter__inline">
            <Field label note takes value input=setter(value) enter=keep />
            <Button label=button press=keep />
        </div>
    }
    .into_any()
}

/// What others of the company got.
pub fn others(page: &LetterPage) -> AnyView {
    let title = if page.kind == LetterKind::ThankYou { "What the others get" } else { "Written before" };
    let lines = page.others.iter().cloned().map(|other| {
        view! {
            <li>
                <details class="letter__other">
                    <summary>{other.who}" "<span class="muted small">{other.when}</span></summary>
                    <p class="letter__text" translate="no">{other.body}</p>
                </details>
            </li>
        }
        .into_any()
    });
    list_section(title, lines.collect())
}
