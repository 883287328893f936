//! Everything the user can do, as data: [`apply`] carries a [`Command`] out on the records, all of it or nothing,
//! and [`undo`] takes it back.
//!
//! A screen never writes records; it hands over a command. What comes back names the records that have to be
//! saved, and holds the way back, which is itself a change with a way back: a redo.

mod apply;
mod change;
mod command;
mod drafts;
mod entries;
mod error;
mod example;
mod half_typed;
pub mod interview;
mod letters;
mod marks;
mod offers;
mod people;
mod restore;
mod rounds;
mod summary;
mod transaction;

pub use apply::apply;
pub use change::{Change, Undo, undo};
pub use command::{Command, Reply, Restoring, Sent};
pub use error::CommandError;
pub use half_typed::editor_of;
pub use summary::Summary;
