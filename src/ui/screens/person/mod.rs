//! One person.

pub mod edit;

use super::card;
use super::not_found::gone;
use crate::commands::Command;
use crate::model::{Person, PersonEvent, PersonEventKind, PersonId};
use crate::platform::{clock, page};
use crate::ui::components::{
    Actions, Button, Check, Kind, List, Menu, MenuItem, Section, address, list_section, paragraph_if,
};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, memo, shown, shown_if};
use crate::view_models::form_drafts::{self, is_open};
use crate::view_models::{ContactEntry, ContactWay, MetIn, PeopleFilter, PersonPage, Route};
use leptos::prelude::*;

/// What can be done with a person.
#[derive(Clone, Copy)]
enum Act {
    Edit,
    InTouch,
    Connected,
    Remove,
    KeepInTouch(bool),
}

/// One person.
#[component]
pub fn PersonScreen(
    /// Who.
    id: PersonId,
) -> AnyView {
    let state = state();
    let page = memo(move || state.read(|records, plan, now| PersonPage::of(id, records, plan, now)));
    let left_open =
        state.read_untracked(|records, _, _| is_open(&records.search, &form_drafts::person(id, records)));
    let editing = RwSignal::new(left_open);
    let act = Callback::new(move |act| match act {
        Act::Edit => editing.set(true),
        act => carry_out(state, id, act),
    });
    view! {
        {person(page, act)}
        {shown_if(move || editing.get().then(|| edit::edit(state, id, editing)))}
    }
    .into_any()
}

fn carry_out(state: AppState, id: PersonId, act: Act) {
    let known = state.read_untracked(|records, _, _| records.people.get(&id).cloned());
    let put = |change: &dyn Fn(&mut Person)| {
        if let Some(mut person) = known {
            change(&mut person);
            state.dispatch(Command::PutPerson(Box::new(person)));
        }
    };
    match act {
        Act::Edit => {}
        Act::InTouch => {
            state.dispatch(Command::RecordContact { person: id, at: clock::now(), text: String::new() });
        }
        // A connection is contact too, and has its day.
        Act::Connected => put(&|person| {
            person.log.push(PersonEvent { at: clock::now(), what: PersonEventKind::Connected });
        }),
        Act::Remove => {
            if state.try_dispatch(Command::RemovePerson(id)).is_ok() {
                page::replace(&Route::People(PeopleFilter::default()).href());
            }
        }
        Act::KeepInTouch(on) => put(&|person| person.keep_in_touch = on),
    }
}

fn person(page: Memo<Option<PersonPage>>, act: Callback<Act>) -> AnyView {
    let there = memo(move || page.with(Option::is_some));
    shown(move || if there.get() { whole(page, act) } else { gone("This person is not here any more") })
}

fn whole(page: Memo<Option<PersonPage>>, act: Callback<Act>) -> AnyView {
    let part = move |make: fn(&PersonPage, Callback<Act>) -> AnyView| {
        shown_if(move || page.with(|page| page.as_ref().map(|page| make(page, act))))
    };
    let due = memo(move || page.with(|page| page.as_ref().map(|page| page.due.clone())).unwrap_or_default());
    let axis =
        memo(move || page.with(|page| page.as_ref().map(|page| page.axis.clone())).unwrap_or_default());
    view! {
        <div class="screen person">
            {part(head)}
            {card::lines(axis, vec![due], Callback::new(|_| ()))}
            {part(known)}
        </div>
    }
    .into_any()
}

fn head(page: &PersonPage, act: Callback<Act>) -> AnyView {
    let linkedin = (!page.linkedin.is_empty()).then(|| format!(" {}.", page.linkedin));
    view! {
        <header class="screen__head">
            <a class="screen__back" href=Route::People(PeopleFilter::default()).href()>"People"</a>
            <h1 tabindex="-1" translate="no">{page.person.name.clone()}</h1>
            <p class="person__about">{page.about.clone()}</p>
            <p class="muted">{page.last.clone()} {linkedin}</p>
            {actions(page, act)}
        </header>
    }
    .into_any()
}

fn known(page: &PersonPage, act: Callback<Act>) -> AnyView {
    let notes = paragraph_if("person__notes", &page.person.notes);
    let notes = (!page.person.notes.is_empty()).then(|| view! { <Section title="Notes">{notes}</Section> });
    view! {
        {reach(&page.ways, page.found)}
        {met(&page.met)}
        {notes}
        {log(&page.log)}
        {staying_in_touch(page.person.keep_in_touch, act)}
    }
    .into_any()
}

fn actions(page: &PersonPage, act: Callback<Act>) -> AnyView {
    let press = |what: Act| Callback::new(move |()| act.run(what));
    let connect = (!page.connected).then(|| {
        view! { <MenuItem label="We are connected on LinkedIn" press=press(Act::Connected) /> }
    });
    view! {
        <Actions>
            <Button label="Edit" press=press(Act::Edit) />
            <Button label="I was in touch" press=press(Act::InTouch) />
            <Menu label="Anything else" kind=Kind::Quiet about=page.person.name.clone()>
                {connect}
                <MenuItem label="Remove from your people" press=press(Act::Remove) />
            </Menu>
        </Actions>
    }
    .into_any()
}

fn reach(ways: &[ContactWay], found: bool) -> AnyView {
    let way = |way: &ContactWay| {
        let target = (way.name == "LinkedIn").then_some("_blank");
        view! {
            <li class="line">
                <span class="muted">{way.name}</span>
                <a class="person__way" translate="no" href=way.href.clone() rel="noopener noreferrer" target=target>
                    {address(&way.text)}
                </a>
            </li>
        }
        .into_any()
    };
    if ways.is_empty() {
        let known = if found { "You can reach them; how is not noted here." } else { "No address yet." };
        return view! { <p class="muted">{known} " Edit adds an email, a number or a LinkedIn page."</p> }
            .into_any();
    }
    let items = ways.iter().map(way).collect();
    view! { <Section title="Reach them"><List class="list person__ways" items /></Section> }.into_any()
}

fn met(met: &[MetIn]) -> AnyView {
    let one = |met: &MetIn| {
        let when = if met.when.is_empty() { "How you know them".to_owned() } else { met.when.clone() };
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
    };
    list_section("Where you met", met.iter().map(one).collect())
}

fn log(log: &[ContactEntry]) -> AnyView {
    let one = |contact: &ContactEntry| {
        let text = paragraph_if("person__notes", &contact.text);
        view! { <li><p>{contact.when.clone()} ": " {contact.what}</p>{text}</li> }.into_any()
    };
    list_section("Your messages", log.iter().map(one).collect())
}

fn staying_in_touch(on: bool, act: Callback<Act>) -> AnyView {
    let switch = Callback::new(move |on| act.run(Act::KeepInTouch(on)));
    view! {
        <Section title="Stay in touch">
            <Check label="Remind me 90 days after we were last in contact" on=Signal::stored(on) switch />
        </Section>
    }
    .into_any()
}
