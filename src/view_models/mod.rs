//! What the screens show: plain structs, made by plain functions from the records and the plan.

pub mod choices;
pub mod data;
pub mod event_form;
pub mod form_drafts;

pub mod interview;
pub mod offers;
pub mod playbook;
pub mod shortcuts;
pub mod templates;
pub mod when;

mod axis;
mod bar;
mod bundles;
mod card;
mod history;
mod import;
mod letter;
mod line;
mod look_back;
mod marked_text;
mod may_ask;
mod moments;
mod offer_state;
mod opportunity;
mod people;
mod person;
mod pipeline;
mod prepare;
mod round_name;
mod route;
mod safe_link;
mod senders;
mod signing;
mod snooze;
mod stage;
mod timeline;
mod today;

pub use axis::{Axis, AxisLabel, Permille, Span};
pub use bar::{Bar, Mark, MarkKind, Piece, PieceKind};
pub use bundles::{asked_in_thanks, bundled_with, for_all};
pub use card::Card;
pub use data::DataPage;
pub use history::{EntrySource, HistoryEntry};
pub use import::{Import, ImportLine};
pub use letter::{ConversationNotes, LetterPage, OtherLetter, Withdrawal, draft_of};
pub use line::{Citation, Line, LineGroup, Link, Tone, Why};
pub use look_back::{LookBack, find_lessons, lessons};
pub use marked_text::{MarkedSpan, marked_spans, utf16_offset};
pub use may_ask::MayAsk;
pub use opportunity::{OfferLine, OpportunityPage, say_interest};
pub use people::{KINDS, PeoplePage};
pub use person::{ContactEntry, ContactWay, MetIn, PersonPage};
pub use pipeline::{Column, Most, Move, Pipeline, PipelineCard};
pub use prepare::Prepare;
pub use route::{Filter, PeopleFilter, PeopleOf, PeopleOrder, Pressing, Route};
pub use safe_link::safe_link;
pub use senders::Senders;
pub use signing::SignedElsewhere;
pub use snooze::SnoozeTime;
pub use stage::{stage_id, stage_name};
#[cfg(test)]
pub(crate) use today::FIRST_LINES;
pub use today::{Appointment, Limits, PARTS, Quiet, Today, limits, unfinished};
