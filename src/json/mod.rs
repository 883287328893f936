//! JSON: how records are written down and read back.
//!
//! A text is parsed once, into a [`Json`], and each type takes its fields out of that. A type lists its fields in
//! [`json_object`], or its variants' names in [`json_names`], and so says once how it is written and read.
//!
//! serde compiled a reader and a writer anew for every type: they were 140 of the 1,983 KB of code in the module.

mod codec;
mod decode;
mod encode;
mod parse;

pub use decode::{Decode, Fields, ShapeError};
pub use encode::{Encode, ObjectWriter};
pub use parse::{Json, SyntaxError, parse};

pub(crate) use codec::{json_names, json_object};

/// Writes something down.
///
/// ```
/// assert_eq!(afterword::json::write(&vec![Some(true), None]), "[true,null]");
/// ```
pub fn write(value: &impl Encode) -> String {
    let mut text = String::new();
    value.encode(&mut text);
    text
}

/// Reads something back.
///
/// ```
/// assert_eq!(afterword::json::read::<Vec<bool>>("[true, false]"), Ok(vec![true, false]));
/// ```
///
/// # Errors
/// [`ReadError`] where the text is no JSON, or something else.
pub fn read<T: Decode>(text: &str) -> Result<T, ReadError> {
    Ok(T::decode(parse(text)?)?)
}

/// Why a text is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(transparent)]
pub enum ReadError {
    /// It is no JSON.
    Syntax(#[from] SyntaxError),
    /// It is something else.
    Shape(#[from] ShapeError),
}

/// A JSON value that is kept as its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawJson(pub String);

impl Encode for RawJson {
    fn encode(&self, to: &mut String) {
        to.push_str(&self.0);
    }
}

impl Decode for RawJson {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        Ok(Self(write(&json)))
    }
}
