//! Just had an interview: the minute-and-a-half form, one column, nothing lost when the phone locks.

mod drafts;
mod editor;
mod known;
mod off;
mod people;
mod promise;
mod times;
mod typed;

use crate::model::{OpportunityId, RoundId};
use crate::ui::components::{Actions, Button, Field, Form, Kind, Takes};
use crate::ui::type_erased::{derived, shown, shown_if, text};
use crate::view_models::Route;
use crate::view_models::interview::InterviewField;
use crate::words::isolated;
use editor::InterviewEditor;
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
    let editor = InterviewEditor::open(opportunity, round, next);
    view! {
        <Form class="screen interview" steps=true submit=Callback::new(move |()| editor.save())>
            <header class="screen__head">
<h1 tabindex="-1">{text(move || title(editor, round).to_owned())}</h1>
                <p class="muted">{line(editor, opportunity, next)}</p>
            </header>
            {shown_if(move || editor.is_found().then(|| found(editor)))}
            {editor.elsewhere()}
            {which(editor, opportunity)}
            {opportunity.zip(round).map(|(opportunity, round)| off::off(editor, opportunity, round))}
            {times::times(editor)}
            {people::people(editor)}
            {shown(move || if editor.to_come.get() { ().into_any() } else { promise::afterwards(editor) })}
            <Actions docked=true>
                {shown_if(move || editor.refusal().map(|words| view! { <p class="field__wrong" role="status">{words}</p> }.into_any()))}
                <button type="submit" class="button" data-kind="primary">"Save"</button>
                {way_out(editor)}
            </Actions>
        </Form>
    }
    .into_any()
}

fn title(editor: InterviewEditor, round: Option<RoundId>) -> &'static str {
    match (editor.to_come.get(), round) {
        _ if editor.editing => "Edit the interview",
        (true, _) => "An interview to come",
        (false, Some(_)) => "How was it?",
        (false, None) => "Just had an interview",
    }
}

fn line(editor: InterviewEditor, opportunity: Option<OpportunityId>, next: bool) -> &'static str {
    match opportunity {
        _ if next => {
            "When they want to see you, as far as you know. If there is no day yet, come back to it."
        }
        _ if editor.editing => "This is what you noted. Change what is not right; the rest stays as it is.",
        Some(_) => "One name is enough. The rest can wait.",
        None => "A company and one name are enough. The rest can wait.",
    }
}

/// A form can be emptied; a record is merely left as it was.
fn way_out(editor: InterviewEditor) -> AnyView {
    if editor.editing {
        let press = Callback::new(move |()| editor.cancel());
        return view! { <Button kind=Kind::Quiet label="Cancel changes" press /> }.into_any();
    }
    let press = Callback::new(move |()| editor.start_over());
    view! { <Button kind=Kind::Quiet label="Start over" press /> }.into_any()
}

fn found(editor: InterviewEditor) -> AnyView {
    view! {
        <div class="notice">
            <p>"This is as you left it. Nothing was lost."</p>
            <Button
                kind=Kind::Quiet
                label="Dismiss"
                press=Callback::new(move |()| editor.put_note_away())
            />
        </div>
    }
    .into_any()
}

/// The company and the job; for a known opportunity both are said, not asked.
fn which(editor: InterviewEditor, opportunity: Option<OpportunityId>) -> AnyView {
    if let Some(id) = opportunity {
        let about = untrack(|| {
            editor.with(|form| {
                let (company, role) = (isolated(&form.company), isolated(&form.role));
                if role.is_empty() { company.into_owned() } else { format!("{company}, {role}") }
            })
        });
        let href = Route::Opportunity(id).href();
        return view! { <p class="interview__which"><a href=href>{about}</a></p> }.into_any();
    }
    let known = derived(move || editor.companies());
    view! {
        <section class="fields">
            <Field
                label="Company"
                takes=Takes::Name
                value=editor.text(InterviewField::Company)
                input=editor.typing(InterviewField::Company)
                wrong=editor.wrong(InterviewField::Company)
                needed=Signal::stored(true)
                suggestions=known
            />
            {shown_if(move || same_company(editor))}
            {editor.field(InterviewField::Role, "Role", "as advertised", Takes::Text)}
        </section>
    }
    .into_any()
}

/// Asks whether it belongs to an opportunity that is known at that company.
fn same_company(editor: InterviewEditor) -> Option<AnyView> {
    let company = editor.with(|form| {
        (form.opportunity.is_none() && !form.company.is_empty()).then(|| form.company.clone())
    })?;
    let (id, role) = editor.known_at(&company)?;
    let press = Callback::new(move |()| editor.belongs_to(id));
    Some(
        view! {
            <div class="interview__instead">
                <p class="field__hint">"You have " <bdi>{role}</bdi> " there already."</p>
                <Button kind=Kind::Quiet label="This was a round of it" press />
            </div>
        }
        .into_any(),
    )
}
