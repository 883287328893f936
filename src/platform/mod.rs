//! What the browser offers: clock, storage, address and focus, events, timers, files, the worker.

pub mod clock;
pub mod download;
pub mod events;
pub mod frame;
pub mod ids;
pub mod offline;
pub mod page;
pub mod share;
pub mod store;
pub mod timing;
