//! The opportunity itself, edited; and a person added who was not met.

use super::Here;
use crate::commands::Command;
use crate::model::{Opportunity, Person, PersonId, Role, read_date};
use crate::platform::{clock, page};
use crate::ui::components::{Button, Field, Kind, Select, Sheet, Takes, TextArea};
use crate::ui::part::shown;
use crate::view::interview::{ROLES, instant};
use crate::view::log::split;
use crate::view::people::role;
use leptos::{html, prelude::*};

/// The opportunity in a sheet, to be edited.
pub fn edit(here: Here) -> AnyView {
    let found = here.state.peek(|records, _, now| {
        let one = records.opportunities.get(&here.id)?.clone();
        let applied = one.applied.map(|at| split(at, now).0).unwrap_or_default();
        Some((one, applied))
    });
    let Some((one, applied)) = found else { return ().into_any() };
    let (one, applied) = (RwSignal::new(one), RwSignal::new(applied));
    let nameless = RwSignal::new(false);
    let dialog = NodeRef::<html::Dialog>::new();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let save = move || {
        nameless.set(one.with_untracked(|one| one.company.trim().is_empty()));
        if nameless.get_untracked() {
            page::after_layout(|| page::focus("dialog [aria-invalid=true]"));
        } else {
            here.state.order(Command::PutOpportunity(Box::new(amended(
                one.get_untracked(),
                &applied.get_untracked(),
            ))));
            close();
        }
    };
    let wrong = Signal::derive(move || nameless.get().then(|| "Which company is it?".to_owned()));
    view! {
        <Sheet title="Edit the opportunity" closed=Callback::new(move |()| here.open.set(None)) node=dialog>
            <form
                class="fields"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
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
    let now = clock::moment();
    let was = one.applied.map(|at| split(at, &now).0).unwrap_or_default();
    if applied != was {
        one.applied = read_date(applied.trim()).and_then(|_| instant(applied, "12:00", &now));
    }
    Opportunity { company: one.company.trim().to_owned(), ..one }
}

/// A short form for somebody who was not met: a recruiter, the hiring manager.
pub fn add_person(here: Here) -> AnyView {
    let open = RwSignal::new(false);
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
    let (name, email, part) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(Role::Recruiter));
    let nameless = RwSignal::new(false);
    let save = move || {
        nameless.set(name.with_untracked(|name| name.trim().is_empty()));
        if nameless.get_untracked() {
            page::after_layout(|| page::focus(".opportunity__person [aria-invalid=true]"));
            return;
        }
        let mut person =
            Person::new(PersonId(here.state.fresh_id()), name.get_untracked().trim(), part.get_untracked());
        person.email = Some(email.get_untracked().trim().to_owned()).filter(|email| !email.is_empty());
        here.state.order(Command::AddPerson { opportunity: here.id, person: Box::new(person) });
        open.set(false);
    };
    let options = ROLES.map(|part| role(part).to_owned()).to_vec();
    let chosen = Signal::derive(move || ROLES.iter().position(|it| *it == part.get()).unwrap_or_default());
    let choose = Callback::new(move |place: usize| part.set(ROLES.get(place).copied().unwrap_or_default()));
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
            <div class="fields" data-pair="">
                <Field label="Name" takes=Takes::Name value=name input=Callback::new(move |text| name.set(text)) wrong />
                <Select label="Their part" options chosen choose />
            </div>
            <Field label="Email" note="if you have it" takes=Takes::Email value=email input=Callback::new(move |text| email.set(text)) />
            <div class="actions">
                <button type="submit" class="button" data-kind="primary">"Add"</button>
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| open.set(false)) />
            </div>
        </form>
    }
    .into_any()
}
