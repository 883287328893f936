//! Templates: the user's own, begun from ours or from nothing.

use crate::commands::Command;
use crate::letters::{LetterKind, PLACEHOLDERS, template_text};
use crate::model::{Record, RecordKey, Task, Template, TemplateId, Tone};
use crate::ui::components::{
    Actions, Button, Field, Head, Kind, List, Options, Select, TextArea, bound, paragraph,
};
use crate::ui::form_draft::{DraftAutosave, DraftSheet};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{memo, several, shown, shown_if};
use crate::view_models::templates::{
    LETTERS, draft_name, left, left_open, letter_of, made_for, place_of, templates, texts_of, unknown_places,
};
use leptos::prelude::*;

/// Templates of the user's own.
#[component]
pub fn TemplatesScreen() -> AnyView {
    let state = state();
    let all = memo(move || state.read(|records, _, _| templates(records)));
    let open = state.read_untracked(|records, _, _| left_open(records));
    let edited = RwSignal::new(open.map(|known| known.unwrap_or_else(|| begin(state))));
    let add = Callback::new(move |()| edited.set(Some(begin(state))));
    let edit = Callback::new(move |template| edited.set(Some(template)));
    let remove = Callback::new(move |id| state.dispatch(Command::RemoveTemplate(id)));
    view! {
        <div class="screen templates">
            <Head title="Your templates">
                <p class="muted">
                    "Afterword writes from templates of its own, a different one for each person. Yours are listed beside them, in the menu of every letter."
                </p>
            </Head>
            {shown(move || list(all.get(), edit, remove))}
            <Actions docked=true>
                <Button kind=Kind::Primary label="Add a template" press=add />
            </Actions>
            {shown_if(move || edited.get().map(|template| editor(state, edited, template)))}
        </div>
    }
    .into_any()
}

/// A fresh template that begins as ours.
fn begin(state: AppState) -> Template {
    let tone = state.read_untracked(|records, _, _| records.settings.tone);
    let (subject, body) = ours(LetterKind::ThankYou, tone);
    let id = TemplateId(state.fresh_id());
    Template { id, task: Task::ThankYou, closing: false, decision: None, name: String::new(), subject, body }
}

fn ours(letter: LetterKind, tone: Tone) -> (String, String) {
    let letter = template_text(letter, tone);
    (letter.subject, letter.body)
}

fn list(
    all: Vec<(Template, &'static str)>,
    edit: Callback<Template>,
    remove: Callback<TemplateId>,
) -> AnyView {
    if all.is_empty() {
        return view! {
            <p>"None yet. Add one and start from our wording, or keep a letter you wrote as a template."</p>
        }
        .into_any();
    }
    let lines = all.into_iter().map(|(template, kind)| {
        let (id, name) = (template.id, template.name.clone());
        let edit = Callback::new(move |()| edit.run(template.clone()));
        let remove = Callback::new(move |()| remove.run(id));
        view! {
            <li class="line">
                <span class="line__main">
                    <span class="line__title">{name.clone()}</span>
                    <span class="line__about">{kind}</span>
                </span>
                <span class="row">
                    <Button label="Edit" about=name.clone() press=edit />
                    <Button kind=Kind::Quiet label="Remove" about=name press=remove />
                </span>
            </li>
        }
        .into_any()
    });
    view! { <List items=lines.collect() /> }.into_any()
}

fn editor(state: AppState, edited: RwSignal<Option<Template>>, template: Template) -> AnyView {
    let (name, left, was) = state.read_untracked(|records, _, _| {
        let was = Record::copy_of(records, RecordKey::Template(template.id));
        (draft_name(&template, records), left(&template, records), was)
    });
    let found = left.is_some();
    let form = RwSignal::new(left.unwrap_or(template));
    let draft = DraftAutosave::start(state, name, found, move || form.with(texts_of));
    let save = Callback::new(move |()| {
        let mut template = form.get_untracked();
        if template.name.trim().is_empty() {
            letter_of(&template).name().clone_into(&mut template.name);
        }
        state.dispatch_since(was.clone(), Command::PutTemplate(Box::new(template)))
    });
    let letters = LETTERS.iter().map(|(_, kind)| kind.name().to_owned()).collect();
    let options = Options::new(
        letters,
        move || Some(form.with(place_of)),
        move |place| {
            let tone = state.read_untracked(|records, _, _| records.settings.tone);
            form.update(|form| choose_letter(form, place, tone));
        },
    );
    let (name, rename) = bound(form, |form| &mut form.name);
    let (subject, put_subject) = bound(form, |form| &mut form.subject);
    let (body, put_body) = bound(form, |form| &mut form.body);
    view! {
        <DraftSheet title="Template" draft save closed=Callback::new(move |()| edited.set(None))>
            <Select label="For" options />
            <Field label="Name" note="for the menu" value=name input=rename />
            <Field label="Subject" value=subject input=put_subject />
            <TextArea label="Text" class="templates__text" value=body input=put_body />
            {shown_if(move || unknown(&form.with(|form| format!("{} {}", form.subject, form.body))))}
            {places()}
        </DraftSheet>
    }
    .into_any()
}

/// Makes it a template for another letter. What was not changed yet is still ours, and ours for another letter is
/// another text.
fn choose_letter(template: &mut Template, place: usize, tone: Tone) {
    let Some((_, letter)) = LETTERS.get(place) else { return };
    if (template.subject.clone(), template.body.clone()) == ours(letter_of(template), tone) {
        (template.subject, template.body) = ours(*letter, tone);
    }
    *template = made_for(template.clone(), place);
}

fn unknown(text: &str) -> Option<AnyView> {
    let unknown = unknown_places(text);
    (!unknown.is_empty()).then(|| {
        let words = format!("There is nothing to fill in for {}.", crate::words::list(&unknown));
        paragraph("field__wrong", words)
    })
}

/// What can be filled in.
fn places() -> AnyView {
    let lines = PLACEHOLDERS.iter().map(|place| {
        view! { <li><code>{format!("{{{}}}", place.name)}</code>" "<span class="muted">{place.meaning}</span></li> }
            .into_any()
    });
    view! {
        <details class="templates__places">
            <summary>"What can be filled in"</summary>
            <ul>{several(lines)}</ul>
            <p class="muted small">
                "In square brackets, a part is left out when what it needs is not known: [I liked our talk about {topic}.|I enjoyed our talk.]"
            </p>
        </details>
    }
    .into_any()
}
