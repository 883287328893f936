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

/// A chunk of the app that is not there from the start. The form for an interview has one to itself, since it is what a
/// first visit waits for; every chunk more makes the whole larger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chunk {
    /// The form for an interview.
    Interview,
    /// What is due.
    Today,
    /// All other screens.
    Others,
}

type ChunkFuture<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

impl Chunk {
    /// In the order in which they are most likely wanted.
    pub const ALL: [Self; 3] = [Self::Interview, Self::Today, Self::Others];

    /// The chunk that a route needs, if it needs any.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Unknown => None,
            Route::Today => Some(Self::Today),
            Route::Interview { .. } | Route::NextRound(_) => Some(Self::Interview),
            _ => Some(Self::Others),
        }
    }

    /// Fetches it, unless it is here already.
    pub fn fetch(self) -> ChunkFuture<()> {
        match self {
            Self::Interview => Box::pin(split_points::fetch_interview()),
            Self::Today => Box::pin(split_points::fetch_today()),
            Self::Others => Box::pin(split_points::fetch_others()),
        }
    }

    /// Whether it is here. Where it is not, this begins to fetch it.
    pub fn is_here(self) -> bool {
        poll_once(self.fetch()).is_some()
    }

    /// The screen of a route of this chunk, once the chunk is here.
    pub fn screen(self, route: Route) -> Option<AnyView> {
        match self {
            Self::Interview => poll_once(Box::pin(split_points::interview(route))),
            Self::Today => poll_once(Box::pin(split_points::today())),
            Self::Others => poll_once(Box::pin(split_points::others(route))),
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
