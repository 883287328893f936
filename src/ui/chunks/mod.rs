//! The chunks of the app that are fetched when they are first needed, so that a first visit waits for an empty Today
//! alone. Each is fetched once; a fetch that failed can be tried again.

mod contents;
mod split_points;

use crate::view_models::Route;
use leptos::prelude::AnyView;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::SplitLoaderError;

pub use split_points::{keep_offline, load_example, recall};

/// A chunk of the app that is not there from the start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chunk {
    /// What is due, and with it the records, the plan and the commands, which every other chunk needs too.
    Today,
    /// Who was met, when, and what came of it.
    Search,
    /// What is written to them.
    Letters,
    /// How the app behaves, and what it stores.
    Settings,
}

type ChunkFuture<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

impl Chunk {
    /// In the order in which they are most likely wanted.
    pub const ALL: [Self; 4] = [Self::Today, Self::Search, Self::Letters, Self::Settings];

    /// The chunk that a route needs, if it needs any.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Unknown => None,
            Route::Today => Some(Self::Today),
            Route::Interview { .. }
            | Route::NextRound(_)
            | Route::Opportunity(_)
            | Route::NewOffer(_)
            | Route::LookBack { .. }
            | Route::Prepare { .. }
            | Route::Lessons
            | Route::Pipeline(_)
            | Route::Offers
            | Route::People(_)
            | Route::Person(_) => Some(Self::Search),
            Route::Letter(_) | Route::Answer(..) | Route::Templates => Some(Self::Letters),
            Route::More | Route::Playbook | Route::Data => Some(Self::Settings),
        }
    }

    /// Fetches it, unless it is here already.
    pub fn fetch(self) -> ChunkFuture<()> {
        match self {
            Self::Today => Box::pin(split_points::fetch_today()),
            Self::Search => Box::pin(split_points::fetch_search()),
            Self::Letters => Box::pin(split_points::fetch_letters()),
            Self::Settings => Box::pin(split_points::fetch_settings()),
        }
    }

    /// Whether it is here. Where it is not, this begins to fetch it.
    pub fn is_here(self) -> bool {
        poll_once(self.fetch()).is_some()
    }

    /// The screen of a route of this chunk, once the chunk is here.
    pub fn screen(self, route: Route) -> Option<AnyView> {
        match self {
            Self::Today => poll_once(Box::pin(split_points::today(route))),
            Self::Search => poll_once(Box::pin(split_points::search(route))),
            Self::Letters => poll_once(Box::pin(split_points::letters(route))),
            Self::Settings => poll_once(Box::pin(split_points::settings(route))),
        }
    }
}

/// What a future gives without waiting. A call into a chunk that is here is ready at once.
fn poll_once<T>(mut future: ChunkFuture<T>) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.ok(),
        Poll::Pending => None,
    }
}
