//! Records to and from the browser's storage, one key a record; the core of it is pure and knows no browser.
//!
//! What cannot be read is never thrown away: a record from a newer version makes the app read-only, one from an
//! older version is kept aside before it is brought up to date, and a broken one is quarantined with its raw
//! text. There is no [`RecordStore`] without a load, so that nothing is saved before one; and nothing that another tab
//! wrote is overwritten.

mod envelope;
mod journal;
mod key;
mod load;
mod migrations;
mod notice;
mod objects;
mod record_store;
mod store;
mod unknown_fields;

pub use journal::{says_removed, supersedes};
pub use key::{is_ours, is_record, owed_about, owed_name};
pub use notice::{Loaded, Notice, Quarantined, RemoteChange, SaveError, SaveStatus, Why};
pub use record_store::RecordStore;
pub use store::{MapStore, Store, StoreError, means_full};

pub(crate) use envelope::{as_stored, in_memory};
pub(crate) use load::read_stored;
pub(crate) use migrations::{SCHEMA, bring_up_to_date};
pub(crate) use objects::from_text;
pub(crate) use unknown_fields::holds_more;
