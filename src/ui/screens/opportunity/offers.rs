//! The offers of an opportunity, and the user's word on them.

use super::{Here, Open};
use crate::commands::Command;
use crate::model::OfferId;
use crate::platform::clock;
use crate::ui::components::{Actions, Button, ButtonLink, Kind, Menu, MenuItem, Section, paragraph_if};
use crate::ui::screens::signing::instead_or_beside;
use crate::ui::type_erased::several;
use crate::view_models::event_form::{EventFormKind, ReplyKind};
use crate::view_models::{OfferLine, SignedElsewhere};
use leptos::prelude::*;

/// The offers; nothing where there are none.
pub fn offers(here: Here, offers: &[OfferLine]) -> AnyView {
    if offers.is_empty() {
        return ().into_any();
    }
    let lines: Vec<AnyView> = offers.iter().map(|offer| line(here, offer)).collect();
    view! {
        <Section title="The offer">
            {lines}
        </Section>
    }
    .into_any()
}

fn line(here: Here, offer: &OfferLine) -> AnyView {
    let deadline = offer.deadline.clone().map(|by| view! { <p class="card__when">{by}</p> });
    let terms =
        (!offer.terms.is_empty()).then(|| view! { <p class="opportunity__notes">{offer.terms.clone()}</p> });
    view! {
        <article class="card">
            <div>
                <h3 class="card__title">{offer.state.clone()}</h3>
                {deadline}
            </div>
            {several(offer.crosses.iter().map(|words| paragraph_if("muted small", words)))}
            {terms}
            {decide(here, offer)}
        </article>
    }
    .into_any()
}

fn decide(here: Here, line: &OfferLine) -> AnyView {
    let (opportunity, offer) = (here.id, line.id);
    let order = move |command: fn(Here, OfferId) -> Command| {
        Callback::new(move |()| here.state.dispatch(command(here, offer)))
    };
    let written = line.spoken.then(|| {
        let press =
            order(|here, offer| Command::ReceiveInWriting { opportunity: here.id, offer, at: clock::now() });
        view! { <Button label="It came in writing" press /> }
    });
    let answer =
        line.undecided.then(|| view! { <ButtonLink label="Write your answer" href=line.answer.clone() /> });
    let signed = line.undecided.then(|| {
        let press = Callback::new(move |()| sign(here, offer));
        view! { <MenuItem label="I signed it" press /> }
    });
    let thanked = line.unthanked.then(|| {
        let press =
            order(|here, offer| Command::AcknowledgeOffer { opportunity: here.id, offer, at: clock::now() });
        view! { <MenuItem label="I thanked them for it" press /> }
    });
    let declined = line.undecided.then(|| {
        let press = order(|here, offer| Command::DeclineOffer {
            opportunity: here.id,
            offer,
            at: clock::now(),
            letter: None,
        });
        view! { <MenuItem label="I declined it" press /> }
    });
    let later = line.undecided.then(|| {
        let press = Callback::new(move |()| here.tell_reply(ReplyKind::TimeToDecide));
        view! { <MenuItem label="They gave me more time" press /> }
    });
    let taken_back = line.held.then(|| {
        let press =
            order(|here, offer| Command::RetractOffer { opportunity: here.id, offer, at: clock::now() });
        view! { <MenuItem label="They took it back" press /> }
    });
    let amend = Callback::new(move |()| {
        let known = here.state.read_untracked(|records, _, _| {
            records.opportunities.get(&opportunity)?.offers.iter().find(|it| it.id == offer).cloned()
        });
        if let Some(offer) = known {
            here.tell(EventFormKind::KnownOffer(Box::new(offer)));
        }
    });
    view! {
        <Actions>
            {answer}
            {written}
            <Menu label="Anything else" about="the offer" kind=Kind::Quiet>
                {signed}
                {thanked}
                {declined}
                {later}
                {taken_back}
                <MenuItem label="Edit it" press=amend />
            </Menu>
        </Actions>
    }
    .into_any()
}

/// Signs an offer. Where one was signed elsewhere not long ago, it is asked first what becomes of that.
fn sign(here: Here, offer: OfferId) {
    let elsewhere = here.state.read_untracked(|records, _, now| SignedElsewhere::of(here.id, records, now));
    match elsewhere {
        Some(elsewhere) => here.open.set(Some(Open::Signing(offer, elsewhere))),
        None => here.state.dispatch(Command::SignOffer { opportunity: here.id, offer, at: clock::now() }),
    }
}

/// What becomes of the offer that was signed elsewhere.
pub fn signing(here: Here, offer: OfferId, elsewhere: SignedElsewhere) -> AnyView {
    let instead = Callback::new(move |()| {
        here.state.dispatch(Command::SignOffer { opportunity: here.id, offer, at: clock::now() });
    });
    let kept = elsewhere.clone();
    let beside = Callback::new(move |()| here.state.dispatch(kept.beside(here.id, offer, clock::now())));
    instead_or_beside(&elsewhere, instead, beside, Callback::new(move |()| here.open.set(None)))
}
