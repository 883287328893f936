//! Afterword: what to do after the interview.
//!
//! # Where to start
//! Data goes round once: storage → records → [`etiquette::plan`] → view models → screens → commands → storage.
//! Lower rooms never import from higher ones.
//!
//! - [`model`]: what the user told us. Plain data.
//! - [`etiquette`]: the shared scheduler. What is due now, until when it is right, and why. Pure.
//! - [`commands`]: everything the user can do, carried out on the records, and taken back. Pure.
//! - [`exchange`]: in and out, for other programs. Pure text.
//! - [`letters`]: written from the facts, checked while they are typed. Pure.
//! - [`offers`]: yearly pay, comparison, what there is to ask for. Pure.
//! - [`example`]: an invented search to try things with. Pure.
//! - [`words`]: days, times, lists, counts and names in words. Pure.
//! - [`sorting`]: sorting, compiled once. Pure.
//! - [`storage`]: records to and from the browser's storage, with nothing lost on the way. Its core is pure.
//! - [`view_models`]: what the screens show, made from the records and the plan. Pure.
//! - `platform`: the browser's corners: clock, storage, timers, events, files. For the browser only.
//! - `ui`: the screens. `ui::state` reads and dispatches, `ui::shell` stands around every screen, `ui::screens` has a
//!   file or a folder a screen, `ui::components` know no domain. An empty Today is there from the start; everything else
//!   is fetched in chunks (`ui::chunks`), which the browser then keeps for a start without a connection.
//!
//! A tap on *Sent* goes from `ui::screens::card` to `AppState::dispatch`, [`commands::apply`],
//! [`storage::RecordStore::save`] and `platform::journal`. The toast is painted; then every reader reruns, the first of
//! them has [`etiquette::plan`] make the plan, and the screens change.

#![deny(missing_docs)]

pub mod commands;
pub mod etiquette;
pub mod example;
pub mod exchange;
pub mod letters;
pub mod model;
pub mod offers;
pub mod sorting;
pub mod storage;
pub mod view_models;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
