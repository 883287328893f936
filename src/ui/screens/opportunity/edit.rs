//! The opportunity itself, edited; and a person added who was not met.

use super::Here;
use crate::commands::Command;
use crate::model::{Opportunity, Person, PersonId, Record, Role, read_date};
use crate::platform::{clock, page};
use crate::ui::components::{
    Actions, Button, Check, Field, Form, Kind, Options, Pair, Select, Takes, TextArea, bound, setter,
};
use crate::ui::form_draft::{DraftAutosave, DraftSheet, texts_left, was_of};
use crate::ui::screens::person::edit::PersonForm;
use crate::ui::type_erased::{derived, memo, shown, shown_if};
use crate::view_models::event_form::split;
use crate::view_models::form_drafts;
use crate::view_models::interview::instant;
use leptos::prelude::*;

/// The opportunity in a sheet, to be edited.
pub fn edit(here: Here) -> AnyView {
    let known = here.state.read_untracked(|records, _, now| {
        let one = records.opportunities.get(&here.id)?.clone();
        let applied = one.applied.map(|at| split(at, now).0).unwrap_or_default();
        Some((one, applied))
    });
    let Some((mut one, applied)) = known else { return ().into_any() };
    let name = form_drafts::opportunity(here.id);
    let mut was = one.clone();
    let applied_then =
        was_of(here.state, &name).and_then(|texts| form_drafts::fill_opportunity(&mut was, &texts));
    if let Some(applied) = applied_then {
        was = amended(was, &applied);
    }
    let was = Record::Opportunity(Box::new(was));
    let left = texts_left(here.state, &name);
    let left = left.and_then(|texts| form_drafts::fill_opportunity(&mut one, &texts));
    let found = left.is_some();
    let (one, applied) = (RwSignal::new(one), RwSignal::new(left.unwrap_or(applied)));
    let texts = move || one.with(|one| form_drafts::opportunity_texts(one, &applied.get()));
    let draft = DraftAutosave::start(here.state, name, found, texts);
    let nameless = RwSignal::new(false);
    let save = Callback::new(move |()| {
        let amended = amended(one.get_untracked(), &applied.get_untracked());
        nameless.set(amended.company.is_empty());
        if !amended.company.is_empty() {
            here.state.dispatch_since(Some(was.clone()), Command::PutOpportunity(Box::new(amended)));
        }
        !nameless.get_untracked()
    });
    let wrong = derived(move || nameless.get().then(|| "Which company is it?".to_owned()));
    let (company, name_company) = bound(one, |one| &mut one.company);
    let (role, name_role) = bound(one, |one| &mut one.role);
    let (link, put_link) = bound(one, |one| &mut one.link);
    let (notes, note) = bound(one, |one| &mut one.notes);
    view! {
        <DraftSheet title="Edit the opportunity" draft save closed=Callback::new(move |()| here.open.set(None))>
            <Field label="Company" takes=Takes::Name value=company input=name_company wrong />
            <Field label="Role" value=role input=name_role />
            <Field label="Applied on" takes=Takes::Day value=applied input=setter(applied) />
            {via(here, one)}
            <Field label="Link to the job ad" takes=Takes::Address value=link input=put_link />
            <TextArea label="Notes" value=notes input=note />
        </DraftSheet>
    }
    .into_any()
}

/// The recruiter of an agency through whom the job comes, if any.
fn via(here: Here, one: RwSignal<Opportunity>) -> AnyView {
    let people: Vec<(PersonId, String)> = here.state.read_untracked(|records, _, _| {
        let everyone = one.with_untracked(Opportunity::everyone);
        everyone.into_iter().filter_map(|id| Some((id, records.people.get(&id)?.name.clone()))).collect()
    });
    let words = std::iter::once("No agency".to_owned()).chain(people.iter().map(|(_, name)| name.clone()));
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let known = ids.clone();
    let chosen = move || {
        let via = one.with(|one| one.via);
        Some(via.and_then(|via| known.iter().position(|id| *id == via)).map_or(0, |place| place + 1))
    };
    let options = Options::new(words.collect(), chosen, move |place| {
        let via = place.checked_sub(1).and_then(|place| ids.get(place).copied());
        one.update(|one| one.via = via);
    });
    view! { <Select label="It comes through" options /> }.into_any()
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
    let name = form_drafts::added_person(here.id);
    let open = RwSignal::new(
        here.state.read_untracked(|records, _, _| form_drafts::is_open(&records.search, &name)),
    );
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
    let nobody = Person::new(PersonId(here.state.fresh_id()), "", Role::Recruiter);
    let form = PersonForm::open(here.state, form_drafts::added_person(here.id), nobody);
    // Asked of a recruiter, where no agency is known yet; never assumed.
    let agency = RwSignal::new(false);
    let known = here.state.read_untracked(|records, _, _| {
        records.opportunities.get(&here.id).is_some_and(|one| one.via.is_some())
    });
    let asks = memo(move || !known && form.person.with(|person| person.role == Role::Recruiter));
    let close = move || {
        form.draft.discard();
        open.set(false);
    };
    let submit = Callback::new(move |()| match form.checked() {
        Some(person) => {
            let person = Box::new(person);
            let via = asks.get_untracked() && agency.get_untracked();
            // Whom another tab has added meanwhile is known then, and not added once more.
            here.state.wake_up_to(None);
            here.state.dispatch(Command::AddPerson { opportunity: here.id, person, via });
            form.draft.saved();
            open.set(false);
        }
        None => page::after_layout(|| page::focus(".opportunity__person [aria-invalid=true]")),
    });
    let (email, input) = bound(form.person, |person| person.email.get_or_insert_default());
    view! {
        <Form class="fields opportunity__person" submit>
            {form.draft.found()}
            <Pair>
                {form.name()}
                {form.part()}
            </Pair>
            {shown_if(move || asks.get().then(|| view! { <Check label="An agency's: the job comes through them" on=agency switch=Callback::new(move |on| agency.set(on)) /> }.into_any()))}
            <Field label="Email" note="if you have it" takes=Takes::Email value=email input />
            <Actions>
                <button type="submit" class="button" data-kind="primary">"Add"</button>
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| close()) />
            </Actions>
        </Form>
    }
    .into_any()
}
