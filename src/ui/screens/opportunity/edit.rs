//! The opportunity itself, edited; and a person added who was not met.

use super::Here;
use crate::commands::Command;
use crate::model::{Opportunity, Person, PersonId, Role, read_date};
use crate::platform::{clock, page};
use crate::ui::components::{Button, Field, Kind, Select, Sheet, Takes, TextArea};
use crate::ui::erased::shown;
use crate::ui::form_draft::{self, FormDraft, texts_left};
use crate::view::choices::{ROLES, role_name};
use crate::view::event_form::split;
use crate::view::half_typed;
use crate::view::half_typed::trimmed;
use crate::view::interview::instant;
use leptos::{html, prelude::*};

/// The opportunity in a sheet, to be edited.
pub fn edit(here: Here) -> AnyView {
    let found = here.state.read_untracked(|records, _, now| {
        let one = records.opportunities.get(&here.id)?.clone();
        let applied = one.applied.map(|at| split(at, now).0).unwrap_or_default();
        Some((one, applied))
    });
    let Some((mut one, mut applied)) = found else { return ().into_any() };
    let name = half_typed::editor_of(here.id);
    let left = texts_left(here.state, &name);
    let left = left.and_then(|texts| half_typed::fill_opportunity(&mut one, &texts));
    let is_left = left.is_some();
    applied = left.unwrap_or(applied);
    let (one, applied) = (RwSignal::new(one), RwSignal::new(applied));
    let texts = move || one.with(|one| half_typed::texts_of_opportunity(one, &applied.get()));
    let kept = FormDraft::start(here.state, name, texts);
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
        here.open.set(None);
    });
    let save = move || {
        nameless.set(one.with_untracked(|one| one.company.trim().is_empty()));
        if nameless.get_untracked() {
            page::after_layout(|| page::focus("dialog [aria-invalid=true]"));
        } else {
            here.state.dispatch(Command::PutOpportunity(Box::new(amended(
                one.get_untracked(),
                &applied.get_untracked(),
            ))));
            close();
        }
    };
    let wrong = Signal::derive(move || nameless.get().then(|| "Which company is it?".to_owned()));
    view! {
        <Sheet title="Edit the opportunity" closed node=dialog>
            <form
                class="fields"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                {form_draft::found(is_left)}
                <Field
                    label="Company"
                    takes=Takes::Name
                    value=Signal::derive(move || one.with(|one| one.company.clone()))
                    input=Callback::new(move |text| one.update(|one| one.company = text))
                    wrong
                />
                <Field
                    label="Role"
                    value=Signal::derive(move || one.with(|one| one.role.clone()))
                    input=Callback::new(move |text| one.update(|one| one.role = text))
                />
                <Field
                    label="Applied on"
                    takes=Takes::Day
                    value=applied
                    input=Callback::new(move |text| applied.set(text))
                />
                <Field
                    label="Address of the advertisement"
                    takes=Takes::Address
                    value=Signal::derive(move || one.with(|one| one.link.clone()))
                    input=Callback::new(move |text| one.update(|one| one.link = text))
                />
                <TextArea
                    label="Notes"
                    value=Signal::derive(move || one.with(|one| one.notes.clone()))
                    input=Callback::new(move |text| one.update(|one| one.notes = text))
                />
                <div class="actions">
                    <button type="submit" class="button" data-kind="primary">"Save"</button>
                    <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| close()) />
                </div>
            </form>
        </Sheet>
    }
    .into_any()
}

/// The opportunity with the day typed; a day that did not change keeps its hour.
fn amended(mut one: Opportunity, applied: &str) -> Opportunity {
    let now = clock::local_now();
    let was = one.applied.map(|at| split(at, &now).0).unwrap_or_default();
    if applied != was {
        one.applied = read_date(applied.trim()).and_then(|_| instant(applied, "12:00", &now));
    }
    Opportunity { company: one.company.trim().to_owned(), ..one }
}

/// A short form for somebody who was not met: a recruiter, the hiring manager.
pub fn add_person(here: Here) -> AnyView {
    let name = half_typed::somebody_at(here.id);
    let open =
        RwSignal::new(here.state.read_untracked(|records, _, _| half_typed::is_open(&records.search, &name)));
    shown(move || {
        if open.get() {
            person_form(here, open)
        } else {
            let press = Callback::new(move |()| {
                open.set(true);
                page::after_layout(|| page::focus(".opportunity__person input"));
            });
            view! { <div><Button label="Add somebody" press /></div> }.into_any()
        }
    })
}

fn person_form(here: Here, open: RwSignal<bool>) -> AnyView {
    let form = half_typed::somebody_at(here.id);
    let mut person = Person::new(PersonId(here.state.fresh_id()), "", Role::Recruiter);
    let is_left = texts_left(here.state, &form).is_some_and(|it| half_typed::fill_person(&mut person, &it));
    let person = RwSignal::new(person);
    let kept = FormDraft::start(here.state, form, move || person.with(half_typed::texts_of_person));
    let done = move || {
        kept.let_go();
        open.set(false);
    };
    let nameless = RwSignal::new(false);
    let save = move || {
        nameless.set(person.with_untracked(|person| person.name.trim().is_empty()));
        if nameless.get_untracked() {
            page::after_layout(|| page::focus(".opportunity__person [aria-invalid=true]"));
            return;
        }
        let person = Box::new(trimmed(person.get_untracked()));
        here.state.dispatch(Command::AddPerson { opportunity: here.id, person });
        done();
    };
    let options = ROLES.map(|role| role_name(role).to_owned()).to_vec();
    let chosen = Signal::derive(move || {
        person.with(|person| ROLES.iter().position(|it| *it == person.role).unwrap_or_default())
    });
    let choose = Callback::new(move |place: usize| {
        person.update(|person| person.role = ROLES.get(place).copied().unwrap_or_default());
    });
    let name = Signal::derive(move || person.with(|person| person.name.clone()));
    let rename = Callback::new(move |text| person.update(|person| person.name = text));
    let email = Signal::derive(move || person.with(|person| person.email.clone().unwrap_or_default()));
    let readdress = Callback::new(move |text| person.update(|person| person.email = Some(text)));
    let wrong = Signal::derive(move || nameless.get().then(|| "What is their name?".to_owned()));
    view! {
        <form
            class="fields opportunity__person"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            {form_draft::found(is_left)}
            <div class="fields" data-pair="">
                <Field label="Name" takes=Takes::Name value=name input=rename wrong />
                <Select label="Their part" options chosen choose />
            </div>
            <Field label="Email" note="if you have it" takes=Takes::Email value=email input=readdress />
            <div class="actions">
                <button type="submit" class="button" data-kind="primary">"Add"</button>
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| done()) />
            </div>
        </form>
    }
    .into_any()
}
