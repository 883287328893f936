//! The offers of an opportunity, and the user's word on them.

use super::Here;
use crate::commands::Command;
use crate::model::OfferId;
use crate::platform::clock;
use crate::ui::components::{Actions, Button, ButtonLink, Kind, Menu, MenuItem, Section};
use crate::view::OfferLine;
use crate::view::event_form::{EventFormKind, ReplyKind};
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
        let press = order(|here, offer| Command::SignOffer { opportunity: here.id, offer, at: clock::now() });
        view! { <Button kind=Kind::Primary label="I signed it" press /> }
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
            {signed}
            {answer}
            {written}
            <Menu label="Anything else" about="the offer" kind=Kind::Quiet>
                {thanked}
                {declined}
                {later}
                <MenuItem label="Edit it" press=amend />
            </Menu>
        </Actions>
    }
    .into_any()
}
