//! The browser's corners.

pub mod clock;
pub mod download;
pub mod hand;
pub mod offline;
pub mod page;
pub mod store;
