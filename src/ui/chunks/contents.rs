//! What each chunk is for: the screens of its routes, once the session is open, and a few tasks.

use crate::commands::Command;
use crate::platform::{clock, durable, journal, local_storage, service_worker, timing};
use crate::storage::Notice;
use crate::ui::notices;
use crate::ui::screens::opportunity::Tells;
use crate::ui::screens::{
    data, interview, lessons, letter, look_back, more, offers, opportunity, people, person, pipeline,
    playbook, prepare, templates, they_wrote, today,
};
use crate::ui::shell_state::{ShellState, shell};
use crate::ui::state::AppState;
use crate::view_models::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn today() -> AnyView {
    open_session(shell());
    view! { <today::Due /> }.into_any()
}

pub fn interview(route: Route) -> AnyView {
    open_session(shell());
    match route {
        Route::NextRound(id) => {
            view! { <interview::InterviewScreen opportunity=Some(id) round=None next=true /> }.into_any()
        }
        Route::Interview { opportunity, round } => {
            view! { <interview::InterviewScreen opportunity round /> }.into_any()
        }
        _ => ().into_any(),
    }
}

pub fn others(route: Route) -> AnyView {
    open_session(shell());
    match route {
        Route::Pipeline(_) => view! { <pipeline::PipelineScreen /> }.into_any(),
        Route::Opportunity(id) => view! { <opportunity::OpportunityScreen id /> }.into_any(),
        Route::NewOffer(id) => view! { <opportunity::OpportunityScreen id tells=Tells::Offer /> }.into_any(),
        Route::Reply(id) => view! { <opportunity::OpportunityScreen id tells=Tells::Reply /> }.into_any(),
        Route::TheyWrote => view! { <they_wrote::TheyWroteScreen /> }.into_any(),
        Route::LookBack { opportunity, round } => {
            view! { <look_back::LookBackScreen opportunity round /> }.into_any()
        }
        Route::Prepare { opportunity, round } => {
            view! { <prepare::PrepareScreen opportunity round /> }.into_any()
        }
        Route::Lessons => view! { <lessons::LessonsScreen /> }.into_any(),
        Route::Offers => view! { <offers::OffersScreen /> }.into_any(),
        Route::People(_) => view! { <people::PeopleScreen /> }.into_any(),
        Route::Person(id) => view! { <person::PersonScreen id /> }.into_any(),
        Route::Letter(action) => view! { <letter::LetterScreen action answer=None /> }.into_any(),
        Route::Answer(action, answer) => {
            view! { <letter::LetterScreen action answer=Some(answer) /> }.into_any()
        }
        Route::Templates => view! { <templates::TemplatesScreen /> }.into_any(),
        Route::Playbook => view! { <playbook::PlaybookScreen /> }.into_any(),
        Route::Data => view! { <data::DataScreen /> }.into_any(),
        Route::More => view! { <more::MoreScreen /> }.into_any(),
        Route::Today | Route::Interview { .. } | Route::NextRound(_) | Route::Unknown => ().into_any(),
    }
}

fn open_session(shell: ShellState) -> AppState {
    AppState::open(shell, notices::notices)
}

/// Brings in what the journal has and the store lost, and the other way round. Where nothing is stored, the session is
/// opened only if the journal has something.
pub fn recall(shell: ShellState) {
    spawn_local(async move {
        if let Some(differences) = journal::compare().await {
            if !differences.journal.is_empty() {
                open_session(shell).bring_in(&differences.journal);
            }
            journal::write(differences.stored);
        }
        if local_storage::is_empty() && durable::has_trace().await {
            open_session(shell).give_notice(Notice::Emptied);
        }
    });
}

/// Has the browser keep the app, so that it starts without a connection.
pub fn keep_offline() {
    timing::when_idle(|| spawn_local(service_worker::keep()));
}

/// Loads the example search. Its stories are asked for once and by few.
pub fn load_example(shell: ShellState) {
    let example = crate::example::search(&clock::local_now());
    open_session(shell).dispatch(Command::LoadExample(Box::new(example)));
}
