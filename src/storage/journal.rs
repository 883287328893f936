//! The journal: beside the store, and on disk sooner. Browsers hold back what is written to localStorage, some for
//! minutes, so that it is gone where they are killed meanwhile. What the journal is kept in is not known here.
//!
//! It holds the texts of the store under the same keys. Which of two texts is newer, their revisions say; so a removed
//! record has a text as well, which holds its revision and no data.

use super::envelope;

/// Whether a text says that its record is removed.
pub fn says_removed(text: &str) -> bool {
    envelope::is_removed(text)
}

/// Whether a text takes the place of the one that the journal holds under its key.
pub fn supersedes(text: &str, held: &str) -> bool {
    let revision = |text| envelope::head(text).map(|head| head.revision);
    revision(text) >= revision(held)
}
