//! The parts of the app that are fetched when they are first needed, so that a first visit waits for an empty Today alone.
//!
//! Each function here is where a part begins: the build cuts the module there, and what only that part uses goes
//! into a file of its own. Each part is fetched once; a fetch that failed can be tried again.

// The attribute writes the calls from one file into the other, which Rust cannot check. Nothing else here does.
#![allow(unsafe_code)]
// What can fail is the fetching, which the attribute adds.
#![allow(clippy::unnecessary_wraps)]

use super::{
    data, interview, lessons, look_back, more, opportunity, people, person, pipeline, playbook, templates,
    today, write,
};
use crate::commands::Command;
use crate::platform::{clock, offline, page};
use crate::ui::shell_state::{ShellState, shell};
use crate::ui::state::AppState;
use crate::view::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// A part of the app that is not there from the start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chunk {
    /// What is due, and with it the records, the plan and the commands, which every other part needs too.
    Today,
    /// Who was met, when, and what came of it.
    Search,
    /// What is written to them.
    Letters,
    /// How the app behaves, and what it keeps.
    Settings,
}

/// A part that could not be fetched.
pub type ChunkLoadError = SplitLoaderError;

type ChunkFuture<T> = Pin<Box<dyn Future<Output = Result<T, ChunkLoadError>>>>;

impl Chunk {
    /// In the order in which they are most likely wanted.
    pub const ALL: [Self; 4] = [Self::Today, Self::Search, Self::Letters, Self::Settings];

    /// The part that a place needs, if it needs any.
    pub fn of(place: &Route) -> Option<Self> {
        match place {
            Route::Unknown => None,
            Route::Today => Some(Self::Today),
            Route::Interview { .. }
            | Route::NextRound(_)
            | Route::Opportunity(_)
            | Route::LookBack { .. }
            | Route::Lessons
            | Route::Pipeline(_)
            | Route::People
            | Route::Person(_) => Some(Self::Search),
            Route::Write(_) | Route::Templates => Some(Self::Letters),
            Route::More | Route::Playbook | Route::Data => Some(Self::Settings),
        }
    }

    /// Fetches it, unless it is here already.
    pub fn fetch(self) -> ChunkFuture<()> {
        match self {
            Self::Today => Box::pin(fetch_today()),
            Self::Search => Box::pin(fetch_search()),
            Self::Letters => Box::pin(fetch_letters()),
            Self::Settings => Box::pin(fetch_settings()),
        }
    }

    /// Whether it is here. Asking fetches it.
    pub fn is_here(self) -> bool {
        at_once(self.fetch()).is_some_and(|fetched| fetched.is_ok())
    }

    /// The screen of a place of this part, once it is here.
    pub fn screen(self, place: Route) -> Option<AnyView> {
        let screen: ChunkFuture<AnyView> = match self {
            Self::Today => Box::pin(due(place)),
            Self::Search => Box::pin(search(place)),
            Self::Letters => Box::pin(letters(place)),
            Self::Settings => Box::pin(settings(place)),
        };
        at_once(screen)?.ok()
    }
}

/// What is ready without waiting.
fn at_once<T>(coming: ChunkFuture<T>) -> Option<Result<T, ChunkLoadError>> {
    match pin!(coming).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

/// What a part shows, once the session is open.
///
/// Each part could show Today as well. So what Today needs, which is most of what any part needs, is cut into one
/// file that all of them share.
fn with_session(place: Route, screen: fn(Route) -> AnyView) -> Result<AnyView, ChunkLoadError> {
    AppState::of(shell());
    Ok(match place {
        Route::Today => view! { <today::Due /> }.into_any(),
        place => screen(place),
    })
}

#[wasm_split(today, fallible, preload(fetch_today))]
fn due(place: Route) -> Result<AnyView, ChunkLoadError> {
    with_session(place, |_| crate::ui::erased::nothing())
}

/// Rehearses what a first tap does, once everything else is here.
#[wasm_split(today, fallible)]
pub fn rehearse(shell: ShellState) -> Result<(), ChunkLoadError> {
    // On a first visit there is no session yet.
    if let Some(state) = shell.within(use_context::<AppState>) {
        state.rehearse();
    }
    Ok(())
}

/// Has the app kept in the browser, so that it starts without a connection.
#[wasm_split(today, fallible)]
pub fn keep_offline() -> Result<(), ChunkLoadError> {
    page::when_idle(|| spawn_local(offline::keep()));
    Ok(())
}

#[wasm_split(search, fallible, preload(fetch_search))]
fn search(place: Route) -> Result<AnyView, ChunkLoadError> {
    with_session(place, |place| match place {
        Route::Interview { opportunity, round } => {
            view! { <interview::InterviewScreen opportunity round /> }.into_any()
        }
        Route::NextRound(id) => {
            view! { <interview::InterviewScreen opportunity=Some(id) round=None next=true /> }.into_any()
        }
        Route::Pipeline(_) => view! { <pipeline::PipelineScreen /> }.into_any(),
        Route::Opportunity(id) => view! { <opportunity::OpportunityScreen id /> }.into_any(),
        Route::LookBack { opportunity, round } => {
            view! { <look_back::LookBackScreen opportunity round /> }.into_any()
        }
        Route::Lessons => view! { <lessons::LessonsScreen /> }.into_any(),
        Route::Person(id) => view! { <person::PersonScreen id /> }.into_any(),
        _ => view! { <people::PeopleScreen /> }.into_any(),
    })
}

#[wasm_split(letters, fallible, preload(fetch_letters))]
fn letters(place: Route) -> Result<AnyView, ChunkLoadError> {
    with_session(place, |place| match place {
        Route::Write(action) => view! { <write::WriteScreen action /> }.into_any(),
        _ => view! { <templates::TemplatesScreen /> }.into_any(),
    })
}

#[wasm_split(settings, fallible, preload(fetch_settings))]
fn settings(place: Route) -> Result<AnyView, ChunkLoadError> {
    with_session(place, |place| match place {
        Route::Playbook => view! { <playbook::PlaybookScreen /> }.into_any(),
        Route::Data => view! { <data::DataScreen /> }.into_any(),
        _ => view! { <more::MoreScreen /> }.into_any(),
    })
}

/// Loads the example search: its stories are in a part that few ask for, and once.
#[wasm_split(settings, fallible)]
pub fn example(shell: ShellState) -> Result<(), ChunkLoadError> {
    let example = crate::example::search(&clock::local_now());
    AppState::of(shell).dispatch(Command::LoadExample(Box::new(example)));
    Ok(())
}
