//! One offer: where it stands, what to do next, what there is to negotiate with.

use super::{Change, before_signing};
use crate::ui::components::{Actions, Button, ButtonLink, Kind, paragraph, paragraph_if};
use crate::ui::type_erased::nothing;
use crate::view_models::offers::{Leverage, OpenOffer, Step, StepStage};
use leptos::prelude::*;

pub fn offer(offer: &OpenOffer, act: Callback<Change>) -> AnyView {
    let id = offer.id;
    let edit = Callback::new(move |()| act.run(Change::EditTerms(id)));
    let next = offer.steps.iter().find(|step| step.stage == StepStage::Next);
    let next = next.and_then(|step| Some((step.title.clone(), step.href.clone()?)));
    let sign = offer.said_yes.then(|| {
        let press = Callback::new(move |()| act.run(Change::Sign(id)));
        let kind = if next.is_some() || !offer.in_writing { Kind::Plain } else { Kind::Primary };
        view! { <Button kind label="I signed it" about=offer.company.clone() press /> }
    });
    let next = next.map(|(label, href)| view! { <ButtonLink kind=Kind::Primary label href /> });
    let written = (!offer.in_writing).then(|| {
        let press = Callback::new(move |()| act.run(Change::ReceiveInWriting(id)));
        view! { <Button label="It came in writing" about=offer.company.clone() press /> }
    });
    let answer_label = if offer.said_yes { "Step back from it" } else { "Write your answer" };
    let steps: Vec<AnyView> = offer.steps.iter().map(step).collect();
    let pay_label = if offer.figures.is_empty() { "Note what it pays" } else { "The terms have changed" };
    let company = offer.company.clone();
    view! {
        <article class="offers__one">
            <h2><a href=offer.home.clone()>{offer.company.clone()}</a></h2>
            {paragraph_if("muted", &offer.role)}
            {paragraph("offers__deadline", &offer.deadline)}
            {paragraph("muted small", &offer.state)}
            {figures(offer)}
            <ol class="offers__steps">{steps}</ol>
            {offer.said_yes.then(|| before_signing(true))}
            <Actions>
                {next}
                {sign}
                {written}
                <Button label=pay_label about=company press=edit />
                <ButtonLink kind=Kind::Quiet label=answer_label href=offer.answer.clone() />
                <ButtonLink kind=Kind::Quiet label="They wrote or called" href=offer.they_wrote.clone() />
            </Actions>
            {(!offer.said_yes).then(|| negotiating(&offer.leverage, offer.in_writing))}
        </article>
    }
    .into_any()
}

fn step(step: &Step) -> AnyView {
    let (stage, said) = match step.stage {
        StepStage::Done => ("done", "Done: "),
        StepStage::Next => ("next", "Next: "),
        StepStage::Open => ("open", ""),
        StepStage::Waiting => ("later", "Waiting for them: "),
        StepStage::Later => ("later", ""),
    };
    let title = match &step.href {
        Some(href) => view! { <a href=href.clone()>{step.title.clone()}</a> }.into_any(),
        None => step.title.clone().into_any(),
    };
    view! {
        <li data-stage=stage>
            <span class="offers__step"><span class="unseen">{said}</span>{title}</span>
            <span class="muted small">{step.about.clone()}</span>
        </li>
    }
    .into_any()
}

/// What it pays, version by version, and what it offers beside.
fn figures(offer: &OpenOffer) -> AnyView {
    let mut versions = offer.figures.iter();
    let latest = versions.next().map(|latest| paragraph("", latest));
    let earlier: Vec<AnyView> =
        versions.map(|version| view! { <li>{version.clone()}</li> }.into_any()).collect();
    let earlier = (!earlier.is_empty()).then(|| {
        view! {
            <details class="offers__more">
                <summary>"What they offered before"</summary>
                <ul class="points">{earlier}</ul>
            </details>
        }
    });
    view! {
        {latest}
        {paragraph_if("muted small", &offer.yearly)}
        {paragraph_if("offers__terms", &offer.terms)}
        {earlier}
    }
    .into_any()
}

/// What there is to negotiate with.
fn negotiating(leverage: &Leverage, in_writing: bool) -> AnyView {
    let lines = |lines: &[String]| -> AnyView {
        let lines: Vec<AnyView> =
            lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
        if lines.is_empty() { nothing() } else { view! { <ul class="points">{lines}</ul> }.into_any() }
    };
    let when = if in_writing {
        "Now, before you say yes, is the time to ask. Many take what they are first offered, and many employers leave room."
    } else {
        "Wait for it in writing; then, before you say yes, is the time to ask."
    };
    let first = if leverage.asks.is_empty() {
        "Say below what it is worth to you, and what to ask for first will stand here."
    } else {
        "What to ask for, the first of these alone; the next only if they cannot move on it:"
    };
    view! {
        <details class="offers__more">
            <summary>"What you have to negotiate with"</summary>
            {paragraph("", when)}
            {lines(&leverage.others)}
            {paragraph("", first)}
            {lines(&leverage.asks)}
            {paragraph(
                "muted",
                "Ask for one thing, give one reason, and say thank you. Ask once, and accept the answer. Never invent another offer: it is found out, and may cost you this one.",
            )}
        </details>
    }
    .into_any()
}
