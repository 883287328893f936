//! Everything the user can do, as data: [`apply`] carries a [`Command`] out on the records, all of it or nothing,
//! and [`undo`] takes it back.
//!
//! A screen never writes records; it hands over a command. What comes back names the records that have to be
//! saved, and holds the way back, which is itself a change with a way back: a redo.

mod change;
mod command;
mod error;
mod said;

pub use change::{Change, RecordKey, Undo};
pub use command::{Command, Restoring, Sent};
pub use error::CommandError;
pub use said::Said;

pub mod interview;

use crate::model::{NewId, Records, Stamp};

/// Carries a command out on the records.
///
/// # Errors
/// [`CommandError`]; nothing has changed then.
pub fn apply(
    _records: &mut Records,
    _command: Command,
    _now: Stamp,
    _ids: &mut impl NewId,
) -> Result<Change, CommandError> {
    Err(CommandError::Nameless)
}

/// Takes a change back, leaving alone what happened to its records since. The change that comes back has a way
/// back of its own: a redo.
pub fn undo(_records: &mut Records, undo: Undo) -> Change {
    Change { touched: Vec::new(), said: Said::Undone, undo }
}
