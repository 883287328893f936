//! Who was there: a row a person, the next one at Enter.

use super::form_state::InterviewFormState;
use crate::platform::page;
use crate::ui::components::{Button, Choice, Field, Kind, Select, Takes};
use crate::ui::erased::shown_if;
use crate::view::Route;
use crate::view::choices::{CONVERSATIONS, PERMISSIONS, ROLES, role_name};
use crate::view::interview::{InterviewField, people_at, row, spread_names};

use leptos::prelude::*;

/// Who was there, or will be.
pub fn people(form: InterviewFormState) -> AnyView {
    let count = Memo::new(move |_| form.form.with(|form| form.people.len().max(1)));
    let heading = move || if form.to_come.get() { "Who you will meet" } else { "Who was there" };
    view! {
        <section class="group" aria-labelledby="who">
            <h2 class="group__title" id="who">{heading}</h2>
            <ul class="interview__people">
                <For each=move || 0..count.get() key=|row| *row let:row>
                    <li>{person(form, row, count)}</li>
                </For>
            </ul>
            <Button label="Add another person" press=Callback::new(move |()| add(form, count.get_untracked())) />
        </section>
    }
    .into_any()
}

fn add(form: InterviewFormState, at: usize) {
    form.form.update(|form| {
        row(&mut form.people, at);
    });
    focus_name(at);
}

fn focus_name(row: usize) {
    page::after_layout(move || page::focus(&format!("[data-person='{row}'] input")));
}

fn person(form: InterviewFormState, row: usize, count: Memo<usize>) -> AnyView {
    let known = Signal::derive(move || {
        let company = form.form.with(|form| form.company.clone());
        form.state.read_untracked(|records, _, _| people_at(records, &company))
    });
    let next = Callback::new(move |()| {
        let next = form.form.try_update(|form| spread_names(form, row)).unwrap_or(row);
        focus_name(next);
    });
    let said = move || {
        let name = form.text(InterviewField::Name(row)).get();
        if name.is_empty() { format!("Person {}", row + 1) } else { name }
    };
    view! {
        <fieldset class="interview__person" data-person=row.to_string()>
            <legend class="unseen">{said}</legend>
            <div class="fields" data-pair="" on:change=move |_| form.tell_apart()>
                <Field
                    label="Name"
                    takes=Takes::Name
                    value=form.text(InterviewField::Name(row))
                    input=form.typing(InterviewField::Name(row))
                    wrong=form.wrong(InterviewField::Name(row))
                    suggestions=known
                    enter=next
                />
                {part(form, row)}
            </div>
            {shown_if(move || instead_of(form, row))}
            {form.field(InterviewField::Email(row), "Email", "if you have it", Takes::Email)}
            {shown_if(move || (!form.to_come.get()).then(|| conversation(form, row)))}
            {shown_if(move || (count.get() > 1).then(|| remove(form, row, said())))}
        </fieldset>
    }
    .into_any()
}

/// Says that another name is another person, and offers the way back.
fn instead_of(form: InterviewFormState, row: usize) -> Option<AnyView> {
    let id = form.person(row, |person| person.instead_of)?;
    let known =
        form.state.read_untracked(|records, _, _| records.people.get(&id).map(|known| known.name.clone()))?;
    let label = format!("It is {known}");
    let (name, href) = (known.clone(), Route::Person(id).href());
    let back = Callback::new(move |()| {
        form.set_person(row, |person| person.name.clone_from(&known));
        form.tell_apart();
        focus_name(row);
    });
    Some(
        view! {
            <div class="interview__instead" role="status">
                <p class="field__hint">
                    "This will be somebody else than " <bdi>{name}</bdi> ". " <a href=href>"Their own page"</a>
                    " is the place to change a name."
                </p>
                <Button kind=Kind::Quiet label press=back />
            </div>
        }
        .into_any(),
    )
}

fn part(form: InterviewFormState, row: usize) -> AnyView {
    let options = ROLES.map(|role| role_name(role).to_owned()).to_vec();
    let chosen = Signal::derive(move || form.person(row, |person| place(&ROLES, person.role)));
    let choose = Callback::new(move |place: usize| {
        if let Some(part) = ROLES.get(place) {
            form.set_person(row, |person| person.role = *part);
        }
    });
    view! { <Select label="Their part" options chosen choose /> }.into_any()
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or_default()
}

/// What there is to say of the conversation, once it is over.
fn conversation(form: InterviewFormState, row: usize) -> AnyView {
    let words = |all: &[&'static str]| all.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let permission = Signal::derive(move || {
        Some(form.person(row, |person| place(&PERMISSIONS.map(|(it, _)| it), person.linkedin)))
    });
    let permit = Callback::new(move |place: usize| {
        if let Some((permission, _)) = PERMISSIONS.get(place) {
            form.set_person(row, |person| person.linkedin = *permission);
        }
    });
    let real = Signal::derive(move || {
        Some(form.person(row, |person| place(&CONVERSATIONS.map(|(it, _)| it), person.conversation)))
    });
    let judge = Callback::new(move |place: usize| {
        if let Some((conversation, _)) = CONVERSATIONS.get(place) {
            form.set_person(row, |person| person.conversation = *conversation);
        }
    });
    view! {
        {form.field(InterviewField::TalkedAbout(row), "One thing worth mentioning", "for the thank-you", Takes::Text)}
        <Choice
            label="May you add them on LinkedIn?"
            options=words(&PERMISSIONS.map(|(_, words)| words))
            chosen=permission
            choose=permit
        />
        <Choice label="Your conversation" options=words(&CONVERSATIONS.map(|(_, words)| words)) chosen=real choose=judge />
    }
    .into_any()
}

fn remove(form: InterviewFormState, row: usize, name: String) -> AnyView {
    let press = Callback::new(move |()| {
        form.form.update(|form| {
            if row < form.people.len() {
                form.people.remove(row);
            }
            form.promised_by = None;
        });
        focus_name(row.saturating_sub(1));
    });
    view! { <Button kind=Kind::Quiet label="Remove" about=name press /> }.into_any()
}
