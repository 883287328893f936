//! Afterword: what to do after the interview.
//!
//! # A map of the session
//! Data goes round once: storage → records → [`etiquette::plan`] → view models → screens → commands → storage.
//! Lower rooms never import from higher ones.
//!
//! - [`model`]: what the user told us. Plain data.
//! - [`etiquette`]: the shared scheduler. What is due now, until when it is right, and why. Pure.
//! - [`commands`]: everything the user can do, carried out on the records, and taken back. Pure.
//! - [`exchange`]: in and out, for other programs. Pure text.
//! - [`letters`]: written from the facts, checked while they are typed. Pure.
//! - [`example`]: an invented search to try things with. Pure.
//! - [`words`]: days, times, lists, counts and names in words. Pure.
//! - [`order`]: sorting, compiled once. Pure.
//! - [`storage`]: records to and from the browser's storage, with nothing lost on the way. Its core is pure.
//! - [`view`]: what the screens show, made from the records and the plan. Pure.
//! - `platform`, `ui`: the browser's corners and the screens; for the browser only. An empty Today is there from the
//!   start; the records, the plan and the other screens are fetched in chunks (`ui::chunks`). Once all are here, the
//!   browser keeps them for a start without a connection (`platform::offline`).

#![deny(missing_docs)]

pub mod commands;
pub mod etiquette;
pub mod example;
pub mod exchange;
pub mod letters;
pub mod model;
pub mod order;
pub mod storage;
pub mod view;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
