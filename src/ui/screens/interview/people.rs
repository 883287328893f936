//! Who was there: a row a person, the next one at Enter.

use super::editor::InterviewEditor;
use crate::platform::page;
use crate::ui::components::{Button, Choice, Field, Kind, Options, Select, Takes};
use crate::ui::screens::person::edit::roles;
use crate::ui::type_erased::{Memo, derived, memo, shown_if, text};
use crate::view_models::Route;
use crate::view_models::choices::{AGENCY, CONVERSATIONS, PERMISSIONS};
use crate::view_models::interview::{self, InterviewField, folded_line, row, spread_names, wanted_next};
use crate::words::first_name;
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
    focus_name(editor, at);
}

/// Takes the row of a person in hand, and puts the focus on its name.
fn focus_name(editor: InterviewEditor, row: usize) {
    editor.at_hand.set(Some(row));
    page::after_layout(move || page::focus(&format!("[data-person='{row}'] input")));
}

/// Takes the row of a person in hand, and puts the focus on what is still empty and wanted first.
fn take_in_hand(editor: InterviewEditor, row: usize) {
    editor.at_hand.set(Some(row));
    let to_come = editor.to_come.get_untracked();
    let field = match untrack(|| editor.with(|form| wanted_next(form.people.get(row)?, row, to_come))) {
        Some(InterviewField::Email(_)) => "input[type=email]",
        Some(InterviewField::TalkedAbout(_)) => "[data-mention] input",
        Some(_) => "input",
        None => return,
    };
    page::after_layout(move || page::focus(&format!("[data-person='{row}'] {field}")));
}

fn person(editor: InterviewEditor, row: usize, count: Memo<usize>) -> AnyView {
    let line = memo(move || editor.person(row, |person| folded_line(person, row)));
    let (name, known) = (text(move || line.get().0), text(move || line.get().1));
    let is_open = memo(move || {
        let wrong = [InterviewField::Name(row), InterviewField::Email(row)].map(|field| editor.wrong(field));
        let is_wrong = wrong.iter().any(|wrong| wrong.with(Option::is_some));
        editor.with(|form| interview::is_open(form, row, editor.at_hand.get(), is_wrong))
    });
    let toggled = move |event: leptos::ev::Event| {
        let open = event_target::<web_sys::Element>(&event).has_attribute("open");
        if open && !is_open.get_untracked() {
            take_in_hand(editor, row);
        } else if !open && editor.at_hand.get_untracked() == Some(row) {
            editor.at_hand.set(None);
        }
    };
    view! {
        <fieldset class="interview__person" data-person=row.to_string()>
            <legend class="unseen">{name}</legend>
            <details open=move || is_open.get() data-alone=move || (count.get() <= 1).then_some("") on:toggle=toggled>
                <summary class="line">
                    <span class="line__main">
                        <span class="line__title">{name}</span>
                        <span class="line__about">{known}</span>
                    </span>
                </summary>
                {fields(editor, row, count, name)}
            </details>
        </fieldset>
    }
    .into_any()
}

fn fields(editor: InterviewEditor, row: usize, count: Memo<usize>, name: Signal<String>) -> AnyView {
    let known = derived(move || {
        let company = editor.with(|form| form.company.clone());
        editor.people_at(&company)
    });
    let next = Callback::new(move |()| {
        let mut next = row;
        editor.update(|form| next = spread_names(form, row));
        focus_name(editor, next);
    });
    view! {
        <div class="interview__fields">
            <div class="fields" data-pair="" on:change=move |_| editor.tell_apart()>
                <Field
                    label="Name"
                    takes=Takes::Name
                    value=editor.text(InterviewField::Name(row))
                    input=editor.typing(InterviewField::Name(row))
                    wrong=editor.wrong(InterviewField::Name(row))
                    needed=derived(move || row == 0 && !editor.to_come.get())
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
            {shown_if(move || (!editor.to_come.get()).then(|| conversation(editor, row, count)))}
            {shown_if(move || (count.get() > 1).then(|| remove(editor, row, name.get())))}
        </div>
    }
    .into_any()
}

/// Says that another name is another person, and offers the way back.
fn instead_of(editor: InterviewEditor, row: usize) -> Option<AnyView> {
    let id = editor.person(row, |person| person.instead_of)?;
    let known = editor.name_of(id)?;
    let label = format!("It is {known}");
    let (name, href) = (known.clone(), Route::Person(id).href());
    let back = Callback::new(move |()| {
        editor.set_person(row, |person| person.name.clone_from(&known));
        editor.tell_apart();
        focus_name(editor, row);
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

/// What there is to say of the conversation, once it is over; what few change is folded.
fn conversation(editor: InterviewEditor, row: usize, count: Memo<usize>) -> AnyView {
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
    let more = text(move || match editor.person(row, |person| first_name(&person.name)) {
        name if name.is_empty() => "More about them".to_owned(),
        name => format!("More about {name}"),
    });
    // Enter goes on to the next person, as it does at a name.
    let enter = Callback::new(move |()| match row + 1 {
        next if next < count.get_untracked() => take_in_hand(editor, next),
        next => add(editor, next),
    });
    view! {
        <div data-mention="">
            <Field
                label="One thing worth mentioning"
                note="for the thank-you"
                value=editor.text(InterviewField::TalkedAbout(row))
                input=editor.typing(InterviewField::TalkedAbout(row))
                enter
            />
        </div>
        <details class="why interview__more">
            <summary>{more}</summary>
            <div class="fields">
                <Choice label="May you add them on LinkedIn?" options=permission />
                <Choice label="Your conversation" options=conversation />
            </div>
        </details>
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
        focus_name(editor, row.saturating_sub(1));
    });
    view! { <Button kind=Kind::Quiet label="Remove" about=name press /> }.into_any()
}
