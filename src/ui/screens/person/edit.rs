//! A person added or edited, in a sheet.

use crate::commands::Command;
use crate::model::{Person, PersonId, Role};
use crate::platform::page;
use crate::ui::components::{Button, Field, Kind, Select, Sheet, Takes, TextArea};
use crate::ui::form_draft::{self, FormDraft, texts_left};
use crate::ui::state::AppState;
use crate::view::choices::{ROLES, role_name};
use crate::view::half_typed;
use crate::view::half_typed::trimmed;
use leptos::{html, prelude::*};

/// A person who is there, to be edited.
pub fn edit(state: AppState, id: PersonId, open: RwSignal<bool>) -> AnyView {
    match state.read_untracked(|records, _, _| records.people.get(&id).cloned()) {
        Some(person) => form(state, "Edit the person", person, open),
        None => ().into_any(),
    }
}

/// Somebody new.
pub fn add(state: AppState, open: RwSignal<bool>) -> AnyView {
    let person = Person::new(PersonId(state.fresh_id()), "", Role::default());
    form(state, "Add somebody", person, open)
}

fn form(state: AppState, title: &'static str, person: Person, open: RwSignal<bool>) -> AnyView {
    let mut person = person;
    let name = state.read_untracked(|records, _, _| half_typed::person(person.id, records));
    let is_left = texts_left(state, &name).is_some_and(|texts| half_typed::fill_person(&mut person, &texts));
    let person = RwSignal::new(person);
    let kept = FormDraft::start(state, name, move || person.with(half_typed::texts_of_person));
    let nameless = RwSignal::new(false);
    let dialog = NodeRef::<html::Dialog>::new();
    let close = move || {
        kept.let_go();
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let closed = Callback::new(move |()| {
        kept.put_aside();
        open.set(false);
    });
    let save = move || {
        nameless.set(person.with_untracked(|person| person.name.trim().is_empty()));
        if nameless.get_untracked() {
            page::after_layout(|| page::focus("dialog [aria-invalid=true]"));
        } else {
            state.dispatch(Command::PutPerson(Box::new(trimmed(person.get_untracked()))));
            close();
        }
    };
    view! {
        <Sheet title closed node=dialog>
            <form
                class="fields"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                {form_draft::found(is_left)}
                {fields(person, nameless)}
                <div class="actions">
                    <button type="submit" class="button" data-kind="primary">"Save"</button>
                    <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| close()) />
                </div>
            </form>
        </Sheet>
    }
    .into_any()
}

fn fields(person: RwSignal<Person>, nameless: RwSignal<bool>) -> AnyView {
    let wrong = Signal::derive(move || nameless.get().then(|| "What is their name?".to_owned()));
    let options = ROLES.map(|role| role_name(role).to_owned()).to_vec();
    let chosen = Signal::derive(move || {
        person.with(|person| ROLES.iter().position(|role| *role == person.role).unwrap_or_default())
    });
    let choose = Callback::new(move |place: usize| {
        person.update(|person| person.role = ROLES.get(place).copied().unwrap_or_default());
    });
    let line = move |label: &'static str, takes: Takes, of: fn(&mut Person) -> &mut String| {
        let value = Signal::derive(move || of(&mut person.get()).clone());
        let input = Callback::new(move |text| person.update(|person| *of(person) = text));
        view! { <Field label takes value input /> }
    };
    view! {
        <Field
            label="Name"
            takes=Takes::Name
            value=Signal::derive(move || person.with(|person| person.name.clone()))
            input=Callback::new(move |text| person.update(|person| person.name = text))
            wrong
        />
        <Select label="Their part" options chosen choose />
        {line("Their title", Takes::Text, |person| &mut person.title)}
        {line("Their company, if it is another one", Takes::Name, |person| &mut person.company)}
        {line("Email", Takes::Email, |person| person.email.get_or_insert_default())}
        {line("Phone", Takes::Phone, |person| &mut person.phone)}
        {line("LinkedIn page", Takes::Address, |person| &mut person.linkedin)}
        <TextArea
            label="Notes"
            value=Signal::derive(move || person.with(|person| person.notes.clone()))
            input=Callback::new(move |text| person.update(|person| person.notes = text))
        />
    }
    .into_any()
}
