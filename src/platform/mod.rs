//! The browser's corners.

pub mod clock;
pub mod page;
