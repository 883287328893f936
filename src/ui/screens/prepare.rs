//! What there is to know before a round, and the user's own questions.

use crate::commands::Command;
use crate::model::{OpportunityId, Record, Round, RoundId};
use crate::ui::autosave::Autosave;
use crate::ui::components::{
    Actions, ButtonLink, Head, Kind, Line, Section, TextArea, list_section, paragraph_if,
};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::nothing;
use crate::view_models::{self, Prepare};
use leptos::prelude::*;

/// What there is to know before a round.
#[component]
pub fn PrepareScreen(
    /// Where.
    opportunity: OpportunityId,
    /// Which round.
    round: RoundId,
) -> AnyView {
    let place = (opportunity, round);
    match state().read_untracked(|records, plan, now| Prepare::of(place, records, plan, now)) {
        Some(page) => view(place, page),
        None => super::not_found::gone("There is nothing to prepare for here"),
    }
}

fn view(place: (OpportunityId, RoundId), page: Prepare) -> AnyView {
    let Prepare { title, company, home, when, join, edit, .. } = page;
    let join = join.map(|href| {
        view! { <a class="button" data-kind="primary" href=href target="_blank" rel="noreferrer noopener">"Join"</a> }
    });
    view! {
        <div class="screen">
            <Head title=format!("Prepare: {title}")>
                <p><a href=home>{company}</a>" · "{when}</p>
                {paragraph_if("", &page.place)}
                <Actions>
                    {join}
                    <ButtonLink kind=Kind::Quiet label="Change day, place or people" href=edit />
                </Actions>
            </Head>
            {list_section("Who will be there", lines(page.people))}
            {points("Open between you", page.open)}
            {points("From last time here", page.last_time)}
            {list_section("What you have learned", lines(page.lessons))}
            {questions(place, page.questions)}
            {points("Before it ends", page.before_leaving)}
        </div>
    }
    .into_any()
}

fn lines(lines: Vec<view_models::Line>) -> Vec<AnyView> {
    lines.into_iter().map(|line| view! { <Line line /> }.into_any()).collect()
}

fn points(title: &'static str, points: Vec<String>) -> AnyView {
    if points.is_empty() {
        return nothing();
    }
    let points: Vec<AnyView> = points.into_iter().map(|it| view! { <li>{it}</li> }.into_any()).collect();
    view! { <Section title><ul class="points">{points}</ul></Section> }.into_any()
}

/// Kept as they are typed.
fn questions((opportunity, round): (OpportunityId, RoundId), known: String) -> AnyView {
    let (state, typed) = (state(), RwSignal::new(known.clone()));
    let saved = StoredValue::new(known);
    let autosave = Autosave::new(move || save(state, opportunity, round, typed.get_untracked(), saved));
    let input = Callback::new(move |text| {
        typed.set(text);
        autosave.changed();
    });
    view! {
        <section class="fields">
            <TextArea
                label="What you want to ask"
                note="two or three questions are plenty"
                value=typed
                input
            />
        </section>
    }
    .into_any()
}

/// Puts the questions on the round, upon whatever another tab changed since they were last saved here.
fn save(
    state: AppState,
    opportunity: OpportunityId,
    id: RoundId,
    questions: String,
    saved: StoredValue<String>,
) {
    let home = state.read_untracked(|records, _, _| records.opportunities.get(&opportunity).cloned());
    let Some(mut was) = home else { return };
    let Some(round) = was.rounds.iter_mut().find(|round| round.id == id) else { return };
    let put = Round { questions: questions.clone(), ..round.clone() };
    round.questions = saved.try_get_value().unwrap_or_default();
    let put = Command::PutRound { opportunity, round: Box::new(put) };
    let was = Record::Opportunity(Box::new(was));
    state.dispatch_silent(Command::Since(Box::new(was), Box::new(put)));
    saved.try_set_value(questions);
}
