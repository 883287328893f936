//! In and out: what leaves for other programs, and what comes from them. Pure text.

pub mod applications;
pub mod backup;
pub mod csv;
mod cutting;
mod decoded;
pub mod holidays;
pub mod mailto;
pub mod sealed;

mod ics;

pub use decoded::decoded;
