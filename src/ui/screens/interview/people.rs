//! Who was there: a row a person, the next one at Enter.

use super::editor::InterviewEditor;
use crate::platform::page;
use crate::ui::components::{Button, Choice, Field, Kind, Options, Select, Takes};
use crate::ui::screens::person::edit::roles;
use crate::ui::type_erased::{derived, memo, shown_if};
use crate::view_models::Route;
use crate::view_models::choices::{AGENCY, CONVERSATIONS, PERMISSIONS};
use crate::view_models::interview::{InterviewField, people_at, row, spread_names};
use leptos::prelude::*;

/// Who was there, or will be.
pub fn people(editor: InterviewEditor) -> AnyView {
    let count = memo(move || editor.with(|form| form.people.len().max(1)));
    let heading = move || if editor.to_come.get() { "Who you will meet" } else { "Who was there" };
    view! {
        <section class="group" aria-labelledby="who">
            <h2 class="group__title" id="who">{heading}</h2>
            <ul class="interview__people">
                <For each=move || 0..count.get() key=|row| *row let:row>
                    <li>{person(editor, row, count)}</li>
                </For>
            </ul>
            <Button label="Add another person" press=Callback::new(move |()| add(editor, count.get_untracked())) />
        </section>
    }
    .into_any()
}

fn add(editor: InterviewEditor, at: usize) {
    editor.update(|form| {
        row(&mut form.people, at);
    });
    focus_name(at);
}

fn focus_name(row: usize) {
    page::after_layout(move || page::focus(&format!("[data-person='{row}'] input")));
}

fn person(editor: InterviewEditor, row: usize, count: Memo<usize>) -> AnyView {
    let known = derived(move || {
        let company = editor.with(|form| form.company.clone());
        editor.state.read_untracked(|records, _, _| people_at(records, &company))
    });
    let next = Callback::new(move |()| {
        let mut next = row;
        editor.update(|form| next = spread_names(form, row));
        focus_name(next);
    });
    let said = move || {
        let name = editor.text(InterviewField::Name(row)).get();
        if name.is_empty() { format!("Person {}", row + 1) } else { name }
    };
    view! {
        <fieldset class="interview__person" data-person=row.to_string()>
            <legend class="unseen">{said}</legend>
            <div class="fields" data-pair="" on:change=move |_| editor.tell_apart()>
                <Field
                    label="Name"
                    takes=Takes::Name
                    value=editor.text(InterviewField::Name(row))
                    input=editor.typing(InterviewField::Name(row))
                    wrong=editor.wrong(InterviewField::Name(row))
                    suggestions=known
                    enter=next
                />
                {part(editor, row)}
            </div>
            {shown_if(move || instead_of(editor, row))}
            {shown_if(move || editor.asks_for_agency(row).then(|| agency(editor, row)))}
            <div class="fields" on:change=move |_| editor.tell_apart()>
                {editor.field(InterviewField::Email(row), "Email", "if you have it", Takes::Email)}
            </div>
            {shown_if(move || (!editor.to_come.get()).then(|| conversation(editor, row)))}
            {shown_if(move || (count.get() > 1).then(|| remove(editor, row, said())))}
        </fieldset>
    }
    .into_any()
}

/// Says that another name is another person, and offers the way back.
fn instead_of(editor: InterviewEditor, row: usize) -> Option<AnyView> {
    let id = editor.person(row, |person| person.instead_of)?;
    let known = editor
        .state
        .read_untracked(|records, _, _| records.people.get(&id).map(|known| known.name.clone()))?;
    let label = format!("It is {known}");
    let (name, href) = (known.clone(), Route::Person(id).href());
    let back = Callback::new(move |()| {
        editor.set_person(row, |person| person.name.clone_from(&known));
        editor.tell_apart();
        focus_name(row);
    });
    Some(
        view! {
            <div class="interview__instead" role="status">
                <p class="field__hint">
                    "This will be a new person, not " <bdi>{name}</bdi> ". " <a href=href>"Their own page"</a>
                    " is the place to change a name."
                </p>
                <Button kind=Kind::Quiet label press=back />
            </div>
        }
        .into_any(),
    )
}

fn part(editor: InterviewEditor, row: usize) -> AnyView {
    let role = move || editor.person(row, |person| person.role);
    let options = roles(role, move |role| editor.set_person(row, |person| person.role = role));
    view! { <Select label="Who they are" options /> }.into_any()
}

/// Whether the job comes through them: of a recruiter who is new here, asked once and never assumed.
fn agency(editor: InterviewEditor, row: usize) -> AnyView {
    let options = Options::of(
        &AGENCY,
        move || Some(editor.person(row, |person| person.agency)),
        move |agency| editor.set_person(row, |person| person.agency = agency),
    );
    view! { <Choice label="Does the job come through them?" options /> }.into_any()
}

/// What there is to say of the conversation, once it is over.
fn conversation(editor: InterviewEditor, row: usize) -> AnyView {
    let permission = Options::of(
        &PERMISSIONS,
        move || Some(editor.person(row, |person| person.linkedin)),
        move |permission| editor.set_person(row, |person| person.linkedin = permission),
    );
    let conversation = Options::of(
        &CONVERSATIONS,
        move || Some(editor.person(row, |person| person.conversation)),
        move |conversation| editor.set_person(row, |person| person.conversation = conversation),
    );
    view! {
        {editor.field(InterviewField::TalkedAbout(row), "One thing worth mentioning", "for the thank-you", Takes::Text)}
        <Choice label="May you add them on LinkedIn?" options=permission />
        <Choice label="Your conversation" options=conversation />
    }
    .into_any()
}

fn remove(editor: InterviewEditor, row: usize, name: String) -> AnyView {
    let press = Callback::new(move |()| {
        editor.update(|form| {
            if row < form.people.len() {
                form.people.remove(row);
            }
            form.promised_by = None;
        });
        focus_name(row.saturating_sub(1));
    });
    view! { <Button kind=Kind::Quiet label="Remove" about=name press /> }.into_any()
}
