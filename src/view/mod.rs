//! What the screens show: plain structs, made by plain functions from the records and the plan.

pub mod data;
pub mod half_typed;
pub mod interview;
pub mod log;
pub mod more;
pub mod people;
pub mod playbook;
pub mod templates;
pub mod when;

mod bar;
mod card;
mod entry;
mod guard;
mod later;
mod let_go;
mod look_back;
mod opportunity;
mod person;
mod pipeline;
mod route;
mod solace;
mod stage;
mod timeline;
mod today;
mod together;
mod write;

pub use bar::{Bar, BarDay, Mille, Span};
pub use card::{Card, Way, done_command, writes};
pub use data::DataPage;
pub use entry::{Entry, EntryOf};
pub use guard::MayAsk;
pub use later::Later;
pub use look_back::{Lesson, LookBack, all_lessons};
pub use opportunity::{OfferLine, OpportunityPage, PersonLine, safe_link};
pub use person::{Contact, MetAt, PeopleLine, PeoplePage, PersonPage, WayTo};
pub use pipeline::{Column, PipeLine, Pipeline};
pub use route::{Filter, Route};
pub use stage::Stage;
pub use timeline::{MarkKind, TimeMark, TimeRow, Timeline};
pub use today::{Most, Quiet, Section, Snoozed, Today, Waiting, next_waking};
pub use together::{done_with, for_all};
pub use write::{Noted, Other, Piece, Withdrawal, WritePage, begun, pieces, utf16_place};
