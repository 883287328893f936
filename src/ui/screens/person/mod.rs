//! One person.

pub mod edit;

use super::gone::gone;
use crate::commands::Command;
use crate::model::{Person, PersonEvent, PersonEventKind, PersonId};
use crate::platform::{clock, page};
use crate::ui::components::{Button, Check, Kind, Menu, MenuItem, address};
use crate::ui::erased::{memo, shown, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::form_drafts::{self, is_open};
use crate::view::{ContactEntry, ContactWay, MetIn, PersonPage, Route};
use leptos::prelude::*;

/// One person.
#[component]
pub fn PersonScreen(
    /// Who.
    id: PersonId,
) -> AnyView {
    let state = state();
    let page = memo(move || state.read(|records, _, now| PersonPage::of(id, records, now)));
    let left_open =
        state.read_untracked(|records, _, _| is_open(&records.search, &form_drafts::person(id, records)));
    let editing = RwSignal::new(left_open);
    view! {
        {shown(move || page.with(|page| match page {
            Some(page) => person(state, page, editing),
            None => gone("This person is not here any more"),
        }))}
        {shown_if(move || editing.get().then(|| edit::edit(state, id, editing)))}
    }
    .into_any()
}

fn person(state: AppState, page: &PersonPage, editing: RwSignal<bool>) -> AnyView {
    let notes = page.person.notes.clone();
    let notes = (!notes.is_empty()).then(|| {
        view! { <section class="section"><h2>"Notes"</h2><p class="person__notes">{notes}</p></section> }
    });
    view! {
        <div class="screen person">
            <header class="screen__head">
                <a class="screen__back" href=Route::People.href()>"People"</a>
                <h1 tabindex="-1">{page.person.name.clone()}</h1>
                <p class="person__about">{page.about.clone()}</p>
                <p class="muted">{page.last.clone()} {(!page.linkedin.is_empty()).then(|| format!(" {}.", page.linkedin))}</p>
                {actions(state, page, editing)}
            </header>
            {reach(&page.ways, page.found)}
            {met(&page.met)}
            {notes}
            {log(&page.log)}
            {staying_in_touch(state, &page.person)}
        </div>
    }
    .into_any()
}

fn actions(state: AppState, page: &PersonPage, editing: RwSignal<bool>) -> AnyView {
    let id = page.person.id;
    let edit = Callback::new(move |()| editing.set(true));
    let contact = Callback::new(move |()| {
        state.dispatch(Command::RecordContact { person: id, at: clock::now(), text: String::new() });
    });
    let remove = Callback::new(move |()| {
        if state.try_dispatch(Command::RemovePerson(id)).is_ok() {
            page::replace(&Route::People.href());
        }
    });
    let connect = (!page.connected).then(|| {
        let press = Callback::new(move |()| connected(state, id));
        view! { <MenuItem label="We are connected on LinkedIn" press /> }
    });
    view! {
        <div class="actions">
            <Button label="Edit" press=edit />
            <Button label="I was in touch" press=contact />
            <Menu label="Anything else" kind=Kind::Quiet about=page.person.name.clone()>
                {connect}
                <MenuItem label="Remove from your people" press=remove />
            </Menu>
        </div>
    }
    .into_any()
}

/// A connection is contact too, and has its day.
fn connected(state: AppState, id: PersonId) {
    if let Some(mut person) = state.read_untracked(|records, _, _| records.people.get(&id).cloned()) {
        person.log.push(PersonEvent { at: clock::now(), what: PersonEventKind::Connected });
        state.dispatch(Command::PutPerson(Box::new(person)));
    }
}

fn reach(ways: &[ContactWay], found: bool) -> AnyView {
    let lines = ways.iter().map(|way| {
        view! {
            <li class="line">
                <span class="muted">{way.name}</span>
                <a class="person__way" href=way.href.clone() rel="noopener noreferrer" target=(way.name == "LinkedIn").then_some("_blank")>
                    {address(&way.text)}
                </a>
            </li>
        }
        .into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    if lines.is_empty() {
        let known = if found { "You can reach them; how is not noted here." } else { "No address yet." };
        return view! { <p class="muted">{known} " Edit adds an email, a number or a LinkedIn page."</p> }
            .into_any();
    }
    view! {
        <section class="section">
            <h2>"Reach them"</h2>
            <ul class="list person__ways">{lines}</ul>
        </section>
    }
    .into_any()
}

fn met(met: &[MetIn]) -> AnyView {
    let lines = met.iter().map(|met| {
        let when = if met.when.is_empty() { "Known from here".to_owned() } else { met.when.clone() };
        let talked = (!met.talked_about.is_empty())
            .then(|| view! { <p>"You talked about " <bdi>{met.talked_about.clone()}</bdi> "."</p> });
        view! {
            <li>
                <p class="line__title"><a href=met.href.clone()>{met.company.clone()}</a></p>
                <p class="line__about">{when}</p>
                {talked}
            </li>
        }
        .into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>"Where you met"</h2>
            <ul class="list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn log(log: &[ContactEntry]) -> AnyView {
    let lines = log.iter().map(|contact| {
        let text = contact.text.clone();
        let text = (!text.is_empty()).then(|| view! { <p class="person__notes">{text}</p> });
        view! { <li><p>{contact.when.clone()} ": " {contact.what}</p>{text}</li> }.into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>"Between you"</h2>
            <ul class="list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn staying_in_touch(state: AppState, person: &Person) -> AnyView {
    let (id, on) = (person.id, person.keep_in_touch);
    let switch = Callback::new(move |keep_in_touch| {
        if let Some(person) = state.read_untracked(|records, _, _| records.people.get(&id).cloned()) {
            state.dispatch(Command::PutPerson(Box::new(Person { keep_in_touch, ..person })));
        }
    });
    view! {
        <section class="section">
            <h2>"Stay in touch"</h2>
            <Check label="Remind me 90 days after we were last in contact" on=Signal::stored(on) switch />
        </section>
    }
    .into_any()
}
