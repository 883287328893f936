//! The offers of an opportunity, and the user's word on them.

use super::acts::Act;
use crate::commands::Command;
use crate::model::{OfferId, OpportunityId, Stamp};
use crate::platform::clock;
use crate::ui::components::{Actions, Button, ButtonLink, Kind, Menu, MenuItem, Section, paragraph_if};
use crate::ui::type_erased::{nothing, several};
use crate::view_models::event_form::ReplyKind;
use crate::view_models::{OfferLine, OpportunityPage};
use leptos::prelude::*;

/// The offers; nothing where there are none.
pub fn offers(page: &OpportunityPage, act: Callback<Act>) -> AnyView {
    if page.offers.is_empty() {
        return nothing();
    }
    let lines: Vec<AnyView> = page.offers.iter().map(|offer| line(page.id, offer, act)).collect();
    view! {
        <Section title="The offer">
            {lines}
        </Section>
    }
    .into_any()
}

fn line(home: OpportunityId, offer: &OfferLine, act: Callback<Act>) -> AnyView {
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
            {decide(home, offer, act)}
        </article>
    }
    .into_any()
}

fn decide(opportunity: OpportunityId, line: &OfferLine, act: Callback<Act>) -> AnyView {
    let offer = line.id;
    // What is noted is noted as of the moment of the tap.
    let order = move |command: fn(OpportunityId, OfferId, Stamp) -> Command| {
        Callback::new(move |()| act.run(Act::Do(command(opportunity, offer, clock::now()))))
    };
    let written = line.spoken.then(|| {
        let press = order(|opportunity, offer, at| Command::ReceiveInWriting { opportunity, offer, at });
        view! { <Button label="It came in writing" press /> }
    });
    let answer = line.undecided.then(|| {
        let href = line.answer.clone();
        if line.said_yes {
            view! { <ButtonLink kind=Kind::Quiet label="Step back from it" href /> }.into_any()
        } else {
            view! { <ButtonLink label="Write your answer" href /> }.into_any()
        }
    });
    let sign = Callback::new(move |()| act.run(Act::Sign(offer)));
    let to_sign = line.said_yes.then(|| view! { <Button label="I signed it" press=sign /> });
    let signed =
        (line.undecided && !line.said_yes).then(|| view! { <MenuItem label="I signed it" press=sign /> });
    let thanked = line.unthanked.then(|| {
        let press = order(|opportunity, offer, at| Command::AcknowledgeOffer { opportunity, offer, at });
        view! { <MenuItem label="I thanked them for it" press /> }
    });
    let declined = line.undecided.then(|| {
        let press =
            order(|opportunity, offer, at| Command::DeclineOffer { opportunity, offer, at, letter: None });
        view! { <MenuItem label="I declined it" press /> }
    });
    let later = line.undecided.then(|| {
        let press = Callback::new(move |()| act.run(Act::TellReply(ReplyKind::TimeToDecide)));
        view! { <MenuItem label="They gave me more time" press /> }
    });
    let taken_back = line.held.then(|| {
        let press = order(|opportunity, offer, at| Command::RetractOffer { opportunity, offer, at });
        view! { <MenuItem label="They took it back" press /> }
    });
    let amend = Callback::new(move |()| act.run(Act::EditOffer(offer)));
    view! {
        <Actions>
            {to_sign}
            {written}
            {answer}
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
