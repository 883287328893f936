//! In and out: what leaves for other programs, and what comes from them. Pure text.

pub mod backup;
mod decoded;
pub mod holidays;
pub mod mailto;
pub mod sealed;

mod ics;

pub use decoded::decoded;
