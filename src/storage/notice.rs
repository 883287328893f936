//! What there is to tell about loading and saving.

use super::StoreError;
use crate::commands::Undo;
use crate::model::RecordKey;
use crate::model::Records;

/// Everything that was read, and what there is to tell about it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Loaded {
    /// The records.
    pub records: Records,
    /// What there is to tell, the gravest first.
    pub notices: Vec<Notice>,
}

/// What there is to tell after a load.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// Nothing can be stored; everything lives in memory until the page closes.
    InMemory(StoreError),
    /// A newer version of the app wrote here; this one only reads.
    ReadOnly {
        /// The newest schema found.
        schema: u32,
    },
    /// Some records cannot be read. They are kept as they are, and can be downloaded.
    Quarantined(Vec<Quarantined>),
    /// Something was stored here once, and the browser has thrown it away.
    Emptied,
    /// Records of an older version were brought up to date; how they were is kept.
    BroughtUpToDate {
        /// How many.
        records: usize,
    },
}

/// A record that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quarantined {
    /// The key under which its raw text is found now.
    pub key: String,
    /// The key under which it was stored.
    pub was: String,
    /// What is wrong with it; `None` for one quarantined on an earlier visit.
    pub why: Option<Why>,
}

/// What is wrong with a record.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Why {
    /// It is not JSON, or the JSON is cut off.
    #[error("the text is damaged ({0})")]
    Damaged(String),
    /// It is JSON, but not such a record.
    #[error("it is not such a record ({0})")]
    OtherShape(String),
    /// It says that it is another record than its key says.
    #[error("it carries another record's id")]
    OtherId,
    /// It could not be brought up to date from the schema that it was written in.
    #[error("it could not be brought up to date from schema {schema} ({reason})")]
    NotMigrated {
        /// The schema it was in.
        schema: u32,
        /// What was wrong.
        reason: String,
    },
}

/// What another tab did.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RemoteChange {
    /// The records that changed here because of it, to be planned and shown anew.
    pub touched: Vec<RecordKey>,
    /// The way back to a record that it removed.
    pub removed: Option<Undo>,
}

/// How safe what the user sees is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SaveStatus {
    /// Everything is stored.
    #[default]
    Kept,
    /// Nothing can be stored at all.
    InMemory,
    /// What is stored cannot be read, so that nothing is written over it.
    Unreadable,
    /// A newer version of the app wrote here; nothing is stored by this one.
    ReadOnly,
    /// There is no room: so many records are only in memory until there is.
    Full {
        /// How many records.
        unsaved: usize,
    },
    /// The storage failed at the last save: so many records are only in memory.
    Failing {
        /// How many records.
        unsaved: usize,
    },
    /// Another tab, or the browser, emptied the storage. What is seen is only in memory until the user decides.
    Emptied {
        /// How many records.
        unsaved: usize,
    },
}

/// Why a change is not stored. Except for [`Self::RemovedElsewhere`] it is still there in memory.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum SaveError {
    /// A newer version of the app wrote here.
    #[error("a newer version of Afterword wrote here, so this one only reads; reload the page to get it")]
    ReadOnly,
    /// The store refused. The records it names are saved with the next change that can be.
    #[error("{why}")]
    Refused {
        /// Why.
        why: StoreError,
        /// The records that are not stored.
        unsaved: Vec<RecordKey>,
    },
    /// Storage was emptied from outside, and the user has not said yet what shall become of what they see.
    #[error("this browser's storage was emptied from outside")]
    Emptied,
    /// Another tab removed a record that this change edits. It is gone here too; the way back is offered.
    #[error("another tab removed this in the meantime")]
    RemovedElsewhere {
        /// The records that are gone.
        keys: Vec<RecordKey>,
        /// Undone, they are back, with the change.
        offer: Box<Undo>,
    },
}
