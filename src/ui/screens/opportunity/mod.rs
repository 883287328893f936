//! One opportunity: where it stands, what is next, its weeks drawn, what happened; and all that can be told of it.

mod edit;
mod entries;
mod log;
mod offers;
mod timeline;

use super::card::{Cards, Coming};
use crate::commands::Command;
use crate::model::{EventKind, OfferId, OpportunityId};
use crate::platform::{clock, page};
use crate::ui::components::{
    Actions, Button, ButtonLink, Head, Kind, Line, List, Menu, MenuItem, Section, Why,
};
use crate::ui::erased::{derived, memo, several, shown, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::event_form::{EventForm, EventFormKind, left_open};
use crate::view::form_drafts;
use crate::view::{self, MayAsk, OpportunityPage, Route, SignedElsewhere, Stage};
use leptos::prelude::*;

/// What lies open over the page.
#[derive(Clone, PartialEq, Debug)]
enum Open {
    /// The form in which something is told, and whether it was found half-typed.
    Log(EventForm, bool),
    /// The opportunity itself, to be edited.
    Edit,
    /// The question what becomes of the offer that was signed elsewhere.
    Signing(OfferId, SignedElsewhere),
}

/// The page of an opportunity: a handle that its parts share.
#[derive(Clone, Copy)]
struct Here {
    state: AppState,
    id: OpportunityId,
    open: RwSignal<Option<Open>>,
}

impl Here {
    fn log(self, what: EventKind) {
        self.state.dispatch(Command::LogEvent { opportunity: self.id, at: clock::now(), what, note: None });
    }
}

/// One opportunity.
#[component]
pub fn OpportunityScreen(
    /// Which.
    id: OpportunityId,
) -> AnyView {
    let state = state();
    let here = Here { state, id, open: RwSignal::new(what_lay_open(state, id)) };
    let page =
        memo(move || here.state.read(|records, plan, now| OpportunityPage::of(id, records, plan, now)));
    let there = memo(move || page.with(Option::is_some));
    shown(
        move || {
            if there.get() { whole(here, page) } else { super::gone::gone("This opportunity is not here") }
        },
    )
}

/// The form that lay open when the page went away.
fn what_lay_open(state: AppState, id: OpportunityId) -> Option<Open> {
    state.read_untracked(|records, _, now| {
        let told = left_open(records.opportunities.get(&id)?, records, now);
        let edited =
            || form_drafts::is_open(&records.search, &form_drafts::opportunity(id)).then_some(Open::Edit);
        told.map(|form| Open::Log(form, true)).or_else(edited)
    })
}

fn whole(here: Here, page: Memo<Option<OpportunityPage>>) -> AnyView {
    let later =
        derived(move || page.with(|page| page.as_ref().map(|page| page.later.clone()).unwrap_or_default()));
    let rounds = move || {
        page.with(|page| page.as_ref().map(|page| entries::lines(here, &page.rounds)).unwrap_or_default())
    };
    view! {
        <div class="screen opportunity">
            {part(page, move |page| header(here, page))}
            {next(page)}
            <div class="opportunity__side">
                {part(page, move |page| offers::offers(here, &page.offers))}
                {part(page, |page| several(page.timeline.as_ref().map(timeline::timeline)))}
                {part(page, |page| may_ask(&page.may_ask))}
                {part(page, move |page| people(here, &page.people))}
            </div>
            <div class="opportunity__rest">
                <Coming heading="Coming up" lines=later more=Callback::new(|()| ()) first=Box::new(rounds) />
                {part(page, move |page| entries::entries(here, &page.entries))}
            </div>
            {shown_if(move || here.open.get().map(|open| sheet(here, open)))}
        </div>
    }
    .into_any()
}

/// A part of the page, made anew only when something on the page has changed.
fn part(
    page: Memo<Option<OpportunityPage>>,
    make: impl Fn(&OpportunityPage) -> AnyView + Send + 'static,
) -> AnyView {
    let make: Box<dyn Fn(&OpportunityPage) -> AnyView + Send> = Box::new(make);
    shown_if(move || page.with(|page| page.as_ref().map(&make)))
}

fn sheet(here: Here, open: Open) -> AnyView {
    match open {
        Open::Log(form, found) => log::log(here, form, found),
        Open::Edit => edit::edit(here),
        Open::Signing(offer, elsewhere) => offers::signing(here, offer, elsewhere),
    }
}

fn header(here: Here, page: &OpportunityPage) -> AnyView {
    let link = page.link.clone().map(|href| {
        view! { <a href=href target="_blank" rel="noreferrer noopener">"The advertisement"</a> }
    });
    let role =
        (!page.role.is_empty()).then(|| view! { <p class="opportunity__role">{page.role.clone()}</p> });
    let notes =
        (!page.notes.is_empty()).then(|| view! { <p class="opportunity__notes">{page.notes.clone()}</p> });
    view! {
        <Head title=page.company.clone()>
            {role}
            <p class="row small">
                <span class="chip" data-kind=chip(page.stage)>{page.stage.name()}</span>
                {link}
            </p>
            {notes}
            {what_happened(here, page)}
        </Head>
    }
    .into_any()
}

fn chip(stage: Stage) -> &'static str {
    match stage {
        Stage::Interviewing | Stage::Offered | Stage::Signed => "accent",
        Stage::Applied | Stage::Closed => "plain",
    }
}

/// Everything that can have happened, the likeliest first.
fn what_happened(here: Here, page: &OpportunityPage) -> AnyView {
    let again = Route::Interview { opportunity: Some(here.id), round: None }.href();
    let tell = move |about: EventFormKind| Callback::new(move |()| here.tell(about.clone()));
    let log = move |what: EventKind| Callback::new(move |()| here.log(what.clone()));
    let contact = (!page.people.is_empty()).then(
        || view! { <MenuItem label="I was in contact with somebody" press=tell(EventFormKind::Contact) /> },
    );
    view! {
        <Actions>
            <ButtonLink kind=Kind::Primary label="Add a round" href=again />
            <Button label="They wrote" press=tell(EventFormKind::Reply) />
            <Menu label="Something else" side="start">
                {contact}
                <MenuItem label="I withdraw" press=log(EventKind::Withdrawn) />
                <MenuItem label="I take the silence as an answer" press=log(EventKind::ClosedSilent) />
            </Menu>
            <Menu label="Edit" kind=Kind::Quiet>
                <MenuItem label="Edit the opportunity" press=Callback::new(move |()| here.open.set(Some(Open::Edit))) />
                <MenuItem label="Remove it" press=Callback::new(move |()| remove(here)) />
            </Menu>
        </Actions>
    }
    .into_any()
}

fn remove(here: Here) {
    if here.state.try_dispatch(Command::RemoveOpportunity(here.id)).is_ok() {
        page::replace(&Route::Pipeline(crate::view::Filter::default()).href());
    }
}

/// What can be done now, or that there is nothing.
fn next(page: Memo<Option<OpportunityPage>>) -> AnyView {
    let now =
        derived(move || page.with(|page| page.as_ref().map(|page| page.now.clone()).unwrap_or_default()));
    let quiet = memo(move || now.with(|now| now.all == 0));
    view! {
        <div class="opportunity__now">
            {shown_if(move || page.with(|page| page.as_ref()?.rejection_note.clone()).map(super::today::solace))}
            <Cards heading="Now" section=now more=Callback::new(|()| ()) home=false />
            {shown_if(move || quiet.get().then(|| view! { <p class="opportunity__quiet">"Nothing to do here now."</p> }.into_any()))}
        </div>
    }
    .into_any()
}

/// "May I write to them now?"
fn may_ask(may: &MayAsk) -> AnyView {
    let kind = if may.yes { Kind::Plain } else { Kind::Quiet };
    view! {
        <section class="section opportunity__guard" data-yes=may.yes.then_some("")>
            <h2>"May I ask where things stand?"</h2>
            <p class="opportunity__answer">{may.answer.clone()}</p>
            <Why why=may.why.clone() />
            <Actions>
                <ButtonLink kind label=may.write.label href=may.write.href.clone() />
            </Actions>
        </section>
    }
    .into_any()
}

fn people(here: Here, people: &[view::Line]) -> AnyView {
    let items: Vec<AnyView> = people.iter().cloned().map(|line| view! { <Line line /> }.into_any()).collect();
    let lines = (!items.is_empty()).then(|| view! { <List items /> });
    view! {
        <Section title="People">
            {lines}
            {edit::add_person(here)}
        </Section>
    }
    .into_any()
}
