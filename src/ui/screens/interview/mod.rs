//! Just had an interview: the minute-and-a-half form, one column, nothing lost when the phone locks.

mod form_state;
mod people;
mod promise;
mod times;

use crate::commands::interview::at_company;
use crate::model::{OpportunityId, RoundId};
use crate::ui::components::{Button, Field, Kind, Takes};
use crate::ui::erased::{shown, shown_if};
use crate::view::Route;
use crate::view::interview::{InterviewField, companies};
use crate::words::isolated;
use form_state::InterviewFormState;
use leptos::prelude::*;

/// Just had an interview, of a known opportunity or a new one; with `round`, that round is completed.
#[component]
pub fn InterviewScreen(
    /// The opportunity, where it is known already.
    opportunity: Option<OpportunityId>,
    /// The round, where it is known already.
    round: Option<RoundId>,
    /// Whether it is a round to which they invited the user just now.
    #[prop(optional)]
    next: bool,
) -> AnyView {
    let form = InterviewFormState::open(opportunity, round, next);
    view! {
        <form
            class="screen interview"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                form.save();
            }
        >
            <header class="screen__head">
                <h1 tabindex="-1">{move || title(form, round)}</h1>
                <p class="muted">{line(form, opportunity, next)}</p>
            </header>
            {shown_if(move || form.found.get().then(|| found(form)))}
            {which(form, opportunity)}
            {times::times(form)}
            {people::people(form)}
            {shown(move || if form.to_come.get() { ().into_any() } else { promise::afterwards(form) })}
            <div class="actions" data-dock="">
                <button type="submit" class="button" data-kind="primary">"Save"</button>
                {way_out(form)}
            </div>
        </form>
    }
    .into_any()
}

fn title(form: InterviewFormState, round: Option<RoundId>) -> &'static str {
    match (form.to_come.get(), round) {
        _ if form.editing => "Edit the interview",
        (true, _) => "An interview to come",
        (false, Some(_)) => "How was it?",
        (false, None) => "Just had an interview",
    }
}

fn line(form: InterviewFormState, opportunity: Option<OpportunityId>, next: bool) -> &'static str {
    match opportunity {
        _ if next => {
            "When they want to see you, as far as you know. If there is no day yet, come back to it."
        }
        _ if form.editing => "This is what you noted. Change what is not right; the rest stays as it is.",
        Some(_) => "One name is enough. The rest can wait.",
        None => "A company and one name are enough. The rest can wait.",
    }
}

/// A form can be emptied; a record is merely left as it was.
fn way_out(form: InterviewFormState) -> AnyView {
    if form.editing {
        let press = Callback::new(move |()| form.cancel());
        return view! { <Button kind=Kind::Quiet label="Cancel changes" press /> }.into_any();
    }
    let press = Callback::new(move |()| form.start_over());
    view! { <Button kind=Kind::Quiet label="Start over" press /> }.into_any()
}

fn found(form: InterviewFormState) -> AnyView {
    view! {
        <div class="notice">
            <p>"This is as you left it. Nothing was lost."</p>
            <Button
                kind=Kind::Quiet
                label="Put this note away"
                press=Callback::new(move |()| form.found.set(false))
            />
        </div>
    }
    .into_any()
}

/// The company and the job; for a known opportunity both are said, not asked.
fn which(form: InterviewFormState, opportunity: Option<OpportunityId>) -> AnyView {
    if let Some(id) = opportunity {
        let about = form.form.with_untracked(|form| {
            let (company, role) = (isolated(&form.company), isolated(&form.role));
            if role.is_empty() { company.into_owned() } else { format!("{company}, {role}") }
        });
        let href = Route::Opportunity(id).href();
        return view! { <p class="interview__which"><a href=href>{about}</a></p> }.into_any();
    }
    let known = Signal::derive(move || form.state.read_untracked(|records, _, _| companies(records)));
    view! {
        <section class="fields">
            <Field
                label="Company"
                takes=Takes::Name
                value=form.text(InterviewField::Company)
                input=form.typing(InterviewField::Company)
                wrong=form.wrong(InterviewField::Company)
                suggestions=known
            />
            {shown_if(move || same_company(form))}
            {form.field(InterviewField::Role, "Role", "as advertised", Takes::Text)}
        </section>
    }
    .into_any()
}

/// Asks whether it belongs to an opportunity that is known at that company.
fn same_company(form: InterviewFormState) -> Option<AnyView> {
    let company = form.form.with(|form| {
        (form.opportunity.is_none() && !form.company.is_empty()).then(|| form.company.clone())
    })?;
    let found = form.state.read_untracked(|records, _, _| {
        let one = at_company(records, &company).first().and_then(|id| records.opportunities.get(id))?;
        Some((one.id, if one.role.is_empty() { one.company.clone() } else { one.role.clone() }))
    });
    let (id, role) = found?;
    let href = Route::Interview { opportunity: Some(id), round: None }.href();
    Some(
        view! {
            <p class="field__hint">
                "You have " <bdi>{role}</bdi> " there already. "
                <a href=href>"This was a round of it"</a>
            </p>
        }
        .into_any(),
    )
}
