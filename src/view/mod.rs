//! What the screens show: plain structs, made by plain functions from the records and the plan.

pub mod interview;
pub mod log;
pub mod people;
pub mod when;

mod bar;
mod card;
mod entry;
mod guard;
mod later;
mod opportunity;
mod pipeline;
mod route;
mod stage;
mod timeline;
mod today;
mod why;

pub use bar::{Bar, BarDay, Mille, Span};
pub use card::{Card, Way, done_command, writes};
pub use entry::{Entry, EntryOf};
pub use guard::MayAsk;
pub use later::Later;
pub use opportunity::{OfferLine, OpportunityPage, PersonLine, safe_link};
pub use pipeline::{Column, PipeLine, Pipeline};
pub use route::{Filter, Route};
pub use stage::Stage;
pub use timeline::{MarkKind, TimeMark, TimeRow, Timeline};
pub use today::{Quiet, Snoozed, Today, Waiting, next_waking};
pub use why::why;
