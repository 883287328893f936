//! Everything the user can do, as data: [`apply`] carries a [`Command`] out on the records, all of it or nothing,
//! and [`undo`] takes it back.
//!
//! A screen never writes records; it hands over a command. What comes back names the records that have to be
//! saved, and holds the way back, which is itself a change with a way back: a redo.

mod apply;
mod bring_in;
mod command;
mod entries;
mod error;
mod example;
mod form_drafts;
pub mod interview;
mod letter_drafts;
mod letters;
mod marks;
mod offers;
mod people;
mod restore;
mod rounds;
mod summary;
mod transaction;
mod undo;

pub use apply::apply;
pub use bring_in::ListedApplication;
pub use command::{Command, Reply, Restoring, Sent};
pub use error::CommandError;
pub use form_drafts::editor_of;
pub use restore::{removed, restored};
pub use summary::Summary;
pub use undo::{Change, Undo, undo};
