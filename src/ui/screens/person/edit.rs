//! A person added or edited, in a sheet.

use crate::commands::Command;
use crate::model::{Person, PersonId, Record, RecordKey, Role};
use crate::ui::components::{Field, Options, Select, Takes, TextArea, bound};
use crate::ui::form_draft::{DraftAutosave, DraftSheet, texts_left, was_of};
use crate::ui::state::AppState;
use crate::ui::type_erased::derived;
use crate::view_models::choices::{ROLES, role_name};
use crate::view_models::form_drafts::{self, trimmed};
use leptos::prelude::*;

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
    let (name, mut was) = state.read_untracked(|records, _, _| {
        (form_drafts::person(person.id, records), Record::copy_of(records, RecordKey::Person(person.id)))
    });
    if let (Some(Record::Person(was)), Some(texts)) = (&mut was, was_of(state, &name)) {
        form_drafts::fill_person(was, &texts);
    }
    let form = PersonForm::open(state, name, person);
    let save = Callback::new(move |()| {
        // Whom another tab has added meanwhile is known then, and not added once more.
        state.wake_up_to(None);
        let person = form.checked();
        person.is_some_and(|person| state.dispatch_since(was.clone(), Command::PutPerson(Box::new(person))))
    });
    let line = move |label: &'static str, takes: Takes, of: fn(&mut Person) -> &mut String| {
        let (value, input) = bound(form.person, of);
        view! { <Field label takes value input /> }.into_any()
    };
    let (notes, note) = bound(form.person, |person| &mut person.notes);
    view! {
        <DraftSheet title draft=form.draft save closed=Callback::new(move |()| open.set(false))>
            {form.name()}
            {form.part()}
            {line("Their title", Takes::Text, |person| &mut person.title)}
            {line("Their company, if it is another one", Takes::Name, |person| &mut person.company)}
            {line("Email", Takes::Email, |person| person.email.get_or_insert_default())}
            {line("Phone", Takes::Phone, |person| &mut person.phone)}
            {line("LinkedIn page", Takes::Address, |person| &mut person.linkedin)}
            <TextArea label="Notes" value=notes input=note />
        </DraftSheet>
    }
    .into_any()
}

/// A person while they are typed: a handle.
#[derive(Clone, Copy)]
pub struct PersonForm {
    pub person: RwSignal<Person>,
    pub draft: DraftAutosave,
    /// Whether the user tried to save them without a name.
    nameless: RwSignal<bool>,
}

impl PersonForm {
    /// The form of that person, filled in from the draft of that name where there is one.
    pub fn open(state: AppState, name: String, mut person: Person) -> Self {
        let texts = texts_left(state, &name).unwrap_or_default();
        let found = form_drafts::fill_person(&mut person, &texts);
        let person = RwSignal::new(person);
        let draft = DraftAutosave::start(state, name, found, move || person.with(form_drafts::person_texts));
        Self { person, draft, nameless: RwSignal::new(false) }
    }

    /// The person to be saved. Where there is no name, its field says so.
    pub fn checked(self) -> Option<Person> {
        let person = trimmed(self.person.get_untracked());
        self.nameless.set(person.name.is_empty());
        Some(person).filter(|person| !person.name.is_empty())
    }

    /// The field of the name.
    pub fn name(self) -> AnyView {
        let (value, input) = bound(self.person, |person| &mut person.name);
        let wrong = derived(move || self.nameless.get().then(|| "What is their name?".to_owned()));
        view! { <Field label="Name" takes=Takes::Name value input wrong /> }.into_any()
    }

    /// The choice of the part they play.
    pub fn part(self) -> AnyView {
        let role = move || self.person.with(|person| person.role);
        let options = roles(role, move |role| self.person.update(|person| person.role = role));
        view! { <Select label="Who they are" options /> }.into_any()
    }
}

/// What a person can be.
pub fn roles(
    chosen: impl Fn() -> Role + Send + Sync + 'static,
    choose: impl Fn(Role) + Send + Sync + 'static,
) -> Options {
    let words = ROLES.map(|role| role_name(role).to_owned()).to_vec();
    let place = move || {
        let chosen = chosen();
        ROLES.iter().position(|role| *role == chosen)
    };
    Options::new(words, place, move |place| choose(ROLES.get(place).copied().unwrap_or_default()))
}
