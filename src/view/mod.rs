//! What the screens show: plain structs, made by plain functions from the records and the plan.

pub mod choices;
pub mod data;
pub mod event_form;
pub mod half_typed;
pub mod interview;
pub mod playbook;
pub mod templates;
pub mod when;

mod bar;
mod bundles;
mod card;
mod history;
mod look_back;
mod marked_text;
mod may_ask;
mod opportunity;
mod people;
mod person;
mod pipeline;
mod rejection_note;
mod round_name;
mod route;
mod snooze;
mod stage;
mod timeline;
mod today;
mod write;

pub use bar::{Bar, BarDay, Permille, Span};
pub use bundles::{bundled_with, for_all};
pub use card::{Card, Way};
pub use data::DataPage;
pub use history::{EntrySource, HistoryEntry};
pub use look_back::{Lesson, LookBack, all_lessons};
pub use marked_text::{MarkedSpan, marked_spans, utf16_offset};
pub use may_ask::MayAsk;
pub use opportunity::{OfferLine, OpportunityPage, PersonLine, safe_link};
pub use people::{PeopleLine, PeoplePage};
pub use person::{ContactEntry, ContactWay, MetIn, PersonPage};
pub use pipeline::{Column, Pipeline, PipelineRow};
pub use route::{Filter, Route};
pub use snooze::SnoozeTime;
pub use stage::Stage;
pub use timeline::{MarkKind, Timeline, TimelineMark, TimelineRow};
pub use today::{Limits, Quiet, Section, Snoozed, Today, Waiting, next_snooze_end};
pub use write::{ConversationNotes, OtherLetter, Withdrawal, WritePage, draft_of};
