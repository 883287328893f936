//! One opportunity: where it stands, what is next, its people and rounds on one axis, what happened; and all that can
//! be told of it.

mod acts;
mod edit;
mod entries;
mod log;
mod offers;

use super::card;
use super::signing::{Signing, instead_or_beside};
use crate::etiquette::Stage;
use crate::model::{EventKind, Interest, OpportunityId};
use crate::platform::page;
use crate::ui::components::{
    Actions, Button, ButtonLink, Kind, List, Menu, MenuItem, Notice, Section, Why, paragraph_if,
};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, memo, nothing, several, shown, shown_if};
use crate::view_models::event_form::{EventForm, EventFormKind, ReplyKind, left_open};
use crate::view_models::form_drafts;
use crate::view_models::{EntrySource, MayAsk, OpportunityPage, Route, SignedElsewhere};
use acts::Act;
use leptos::prelude::*;

/// What is to be told of an opportunity as soon as its page is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// They made an offer.
    Offer,
    /// They wrote or called.
    Reply,
}

/// What lies open over the page.
#[derive(Clone, PartialEq, Debug)]
enum Open {
    /// The form in which something is told, and whether it was found as a draft.
    Log(EventForm, bool),
    /// The opportunity itself, to be edited.
    Edit,
    /// The question what becomes of the offer that was signed elsewhere.
    Signing(Signing, SignedElsewhere),
}

/// The page of an opportunity: a handle that its parts share.
#[derive(Clone, Copy)]
struct Here {
    state: AppState,
    id: OpportunityId,
    open: RwSignal<Option<Open>>,
}

/// One opportunity.
#[component]
pub fn OpportunityScreen(
    /// Which.
    id: OpportunityId,
    /// What is to be told of it at once.
    #[prop(optional)]
    tells: Option<Tells>,
) -> AnyView {
    let state = state();
    let here = Here { state, id, open: RwSignal::new(what_lay_open(state, id)) };
    if let Some(tells) = tells {
        match tells {
            Tells::Offer => here.tell_reply(ReplyKind::Offer),
            Tells::Reply => here.tell(EventFormKind::Reply),
        }
        // Who comes back to this entry finds the page, and no form over it.
        page::rename_entry(&Route::Opportunity(id).href());
    }
    let page =
        memo(move || here.state.read(|records, plan, now| OpportunityPage::of(id, records, plan, now)));
    let there = memo(move || page.with(Option::is_some));
    shown(move || {
        if there.get() { whole(here, page) } else { super::not_found::gone("This opportunity is not here") }
    })
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
    let axis =
        memo(move || page.with(|page| page.as_ref().map(|page| page.axis.clone()).unwrap_or_default()));
    let groups = [0, 1].map(|place| {
        memo(move || page.with(|page| page.as_ref()?.groups.get(place).cloned()).unwrap_or_default())
    });
    let act = Callback::new(move |act| here.act(act));
    view! {
        <div class="screen opportunity">
            {part(page, head)}
            {part(page, |page| may_ask(&page.may_ask))}
            {part(page, |page| page.moment.clone().map_or_else(nothing, super::today::kind_word))}
            {next(page)}
            {part(page, |page| crossed(&page.crossed))}
            {part(page, move |page| offers::offers(page, act))}
            {card::lines(axis, groups.to_vec(), Callback::new(|_| ()))}
            <p class="small muted" aria-hidden="true">"Tall line: a round. Dot: a message. Diamond: an offer. Flag: a promised day."</p>
            {part(page, move |page| rounds(page, act))}
            {edit::add_person(here)}
            {part(page, move |page| what_happened(page, act))}
            {part(page, |page| notes(&page.notes))}
            {part(page, move |page| history(page, act))}
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
        Open::Signing(signing, elsewhere) => {
            let closed = Callback::new(move |()| here.open.set(None));
            instead_or_beside(here.state, signing, &elsewhere, closed)
        }
    }
}

fn head(page: &OpportunityPage) -> AnyView {
    let link = page.link.clone().map(|href| {
        view! { <a href=href target="_blank" rel="noreferrer noopener">"The job ad"</a> }
    });
    view! {
        <header class="screen__head">
            <h1 tabindex="-1" translate="no">{page.company.clone()}</h1>
            <span class="chip" data-kind=chip(page.stage)>{page.stage_words.clone()}</span>
            <p class="row muted">
                {(!page.role.is_empty()).then(|| view! { <span>{page.role.clone()}</span> })}
                {link}
            </p>
        </header>
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
fn what_happened(page: &OpportunityPage, act: Callback<Act>) -> AnyView {
    let again = Route::Interview { opportunity: Some(page.id), round: None }.href();
    let tell = move |about: EventFormKind| Callback::new(move |()| act.run(Act::Tell(about.clone())));
    let log = move |what: EventKind| Callback::new(move |()| act.run(Act::Log(what.clone())));
    let contact = page.has_people.then(
        || view! { <MenuItem label="I was in contact with somebody" press=tell(EventFormKind::Contact) /> },
    );
    let interests = page.interest.into_iter().flat_map(|now| {
        let others = WANTED.iter().filter(move |(interest, _)| *interest != now);
        others.map(|(interest, label)| {
            let press = Callback::new(move |()| act.run(Act::Want(*interest)));
            view! { <MenuItem label=*label press /> }.into_any()
        })
    });
    let interests = several(interests.collect::<Vec<_>>());
    view! {
        <Actions>
            <Button label="They wrote or called" press=tell(EventFormKind::Reply) />
            <ButtonLink label="Add a round" href=again />
            <Menu label="Something else" side="start">
                {contact}
                {interests}
                <a href=page.withdraw.clone()>"Withdraw, in a letter"</a>
                <MenuItem label="I withdrew" press=log(EventKind::Withdrawn) />
                <MenuItem label="Close it: no answer came" press=log(EventKind::ClosedSilent) />
            </Menu>
            <Menu label="Edit" kind=Kind::Quiet>
                <MenuItem label="Edit the opportunity" press=Callback::new(move |()| act.run(Act::Edit)) />
                <MenuItem label="Remove it" press=Callback::new(move |()| act.run(Act::Remove)) />
            </Menu>
        </Actions>
    }
    .into_any()
}

/// What the user says of the job after a round.
const WANTED: [(Interest, &str); 3] = [
    (Interest::Keen, "I want this job"),
    (Interest::NotSure, "I am not sure that I want it"),
    (Interest::NotForMe, "It is not for me"),
];

/// What comes first here, or that there is nothing.
fn next(page: Memo<Option<OpportunityPage>>) -> AnyView {
    let next = memo(move || page.with(|page| page.as_ref()?.next.clone()));
    let quiet = memo(move || next.with(Option::is_none));
    view! {
        {card::next(next)}
        {shown_if(move || quiet.get().then(|| view! { <p class="opportunity__quiet">"Nothing to do here now."</p> }.into_any()))}
    }
    .into_any()
}

/// "May I write to them now?"
fn may_ask(may: &MayAsk) -> AnyView {
    view! {
        <section class="opportunity__guard" data-yes=may.yes.then_some("")>
            <div class="row">
                <h2>"May I ask?"</h2>
                <p class="opportunity__answer">{may.answer.clone()}</p>
                <a href=may.write.href.clone()>{may.write.label}</a>
            </div>
            <Why why=may.why.clone() />
        </section>
    }
    .into_any()
}

/// The offers elsewhere that want an answer before this company has decided.
fn crossed(crossed: &[String]) -> AnyView {
    let lines: Vec<AnyView> = crossed.iter().map(|words| paragraph_if("", words)).collect();
    if lines.is_empty() { nothing() } else { view! { <Notice>{lines}</Notice> }.into_any() }
}

/// The rounds that are still to come, to be edited.
fn rounds(page: &OpportunityPage, act: Callback<Act>) -> AnyView {
    let items = entries::lines(page.id, &page.rounds, act);
    if items.is_empty() {
        return nothing();
    }
    let prepare = page.rounds.iter().find_map(|entry| match entry.of {
        EntrySource::Round(round) => {
            let href = Route::Prepare { opportunity: page.id, round }.href();
            Some(view! { <Actions><ButtonLink label="Prepare" about=entry.what.clone() href /></Actions> })
        }
        _ => None,
    });
    view! { <Section title="Rounds to come"><List items />{prepare}</Section> }.into_any()
}

fn notes(notes: &str) -> AnyView {
    if notes.is_empty() {
        return nothing();
    }
    view! {
        <Section title="Notes">
            <p class="opportunity__notes">{notes.to_owned()}</p>
        </Section>
    }
    .into_any()
}

/// What happened, folded: it says how much there is of it.
fn history(page: &OpportunityPage, act: Callback<Act>) -> AnyView {
    if page.entries.is_empty() {
        return nothing();
    }
    view! {
        <details class="fold">
            <summary>
                <h2>"What happened"</h2>
                <span class="muted">{page.happened.clone()}</span>
            </summary>
            <ol class="list">{entries::lines(page.id, &page.entries, act)}</ol>
        </details>
    }
    .into_any()
}
