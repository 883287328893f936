//! A record as it is stored: `{"schema": n, "revision": n, "data": …}`.

use super::Why;
use super::migrations::{self, SCHEMA};
use crate::json::{self, Fields, Json, ObjectWriter, ShapeError, SyntaxError};
use crate::model::{Record, RecordKey};

/// A stored text, parsed as far as the envelope goes.
pub(super) struct Envelope<'t> {
    pub(super) schema: u32,
    pub(super) revision: u64,
    data: Json<'t>,
}

/// A record that was read.
pub(super) struct Read {
    pub(super) record: Record,
    pub(super) revision: u64,
    /// The schema that it was stored in.
    pub(super) schema: u32,
}

/// Why a text is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unread {
    /// A newer version of the app wrote it.
    Newer {
        /// In this schema.
        schema: u32,
    },
    /// It is broken.
    Broken(Why),
}

impl From<SyntaxError> for Why {
    fn from(error: SyntaxError) -> Self {
        Self::Damaged(error)
    }
}

impl From<ShapeError> for Why {
    fn from(error: ShapeError) -> Self {
        Self::OtherShape(error)
    }
}

impl<'t> Envelope<'t> {
    /// Opens a text. The whole of it must be JSON, so that one which is cut off is not taken for whole.
    pub(super) fn open(text: &'t str) -> Result<Self, Why> {
        let mut fields = Fields::of(json::parse(text)?)?;
        Ok(Self {
            schema: fields.need("schema")?,
            revision: fields.need("revision")?,
            data: fields.take("data").ok_or(ShapeError::missing("data"))?,
        })
    }

    /// Reads the record of that name, and brings it up to date where it is older.
    pub(super) fn read(self, key: RecordKey) -> Result<Read, Unread> {
        let Self { schema, revision, data } = self;
        if schema > SCHEMA {
            return Err(Unread::Newer { schema });
        }
        let record = match schema {
            SCHEMA => Record::decode(key, data).map_err(Why::from),
            _ => migrated(key, data, schema).map_err(|reason| Why::NotMigrated { schema, reason }),
        };
        match record {
            Ok(record) if record.key() == key => Ok(Read { record, revision, schema }),
            Ok(_) => Err(Unread::Broken(Why::OtherId)),
            Err(why) => Err(Unread::Broken(why)),
        }
    }
}

fn migrated(key: RecordKey, data: Json<'_>, schema: u32) -> Result<Record, String> {
    let data = migrations::bring_up_to_date(data, schema).map_err(|error| error.to_string())?;
    Record::decode(key, data).map_err(|error| error.to_string())
}

/// Reads the record of that name.
pub(super) fn read(key: RecordKey, text: &str) -> Result<Read, Unread> {
    Envelope::open(text).map_err(Unread::Broken)?.read(key)
}

/// Writes a record down.
pub(super) fn write(record: &Record, revision: u64) -> String {
    let mut text = String::new();
    let mut to = ObjectWriter::begin(&mut text);
    to.field("schema", &SCHEMA).field("revision", &revision).field("data", record).end();
    text
}
