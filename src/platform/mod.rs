//! What the browser offers: clock, storage and its journal, address and focus, events, timers, files, the worker.

pub mod cipher;
pub mod clock;
pub mod download;
pub mod durable;
pub mod events;
pub mod folder;
pub mod frame;
pub mod ids;
pub mod journal;
pub mod local_storage;
pub mod page;
pub mod service_worker;
pub mod share;
pub mod timing;
pub mod translation;
pub mod zones;
