//! Records to and from the browser's storage, one key a record; the core of it is pure and knows no browser.
//!
//! What cannot be read is never thrown away: a record from a newer version makes the app read-only, one from an
//! older version is kept aside before it is brought up to date, and a broken one is quarantined with its raw
//! text. Nothing is saved before a load succeeded, and nothing that another tab wrote is overwritten.

mod notice;
mod store;

pub use notice::{Loaded, Notice, Quarantined, SaveError, Standing, Why};
pub use store::{MapStore, Store, StoreError};
