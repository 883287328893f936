//! What the screens show: plain structs, made by plain functions from the records and the plan.

pub mod people;
pub mod when;

mod bar;
mod card;
mod later;
mod route;
mod stage;
mod today;
mod why;

pub use bar::{Bar, BarDay, Mille, Span};
pub use card::{Card, Way, done_command, writes};
pub use later::Later;
pub use route::{Filter, Route};
pub use stage::Stage;
pub use today::{Quiet, Snoozed, Today, Waiting, next_waking};
pub use why::why;
