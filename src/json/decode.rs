//! Reading back.

use super::Json;
use std::borrow::Cow;

/// Something that can be read.
pub trait Decode: Sized {
    /// Takes it out of a parsed value.
    ///
    /// # Errors
    /// [`ShapeError`] where the value is something else.
    fn decode(json: Json<'_>) -> Result<Self, ShapeError>;
}

/// A value is of another shape than it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{field}` {problem}")]
pub struct ShapeError {
    /// The innermost field that it is about; empty for a value that lies in none.
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: &'static str,
}

impl ShapeError {
    /// Something is wrong with a value whose field its caller knows.
    pub const fn new(problem: &'static str) -> Self {
        Self { field: "", problem }
    }

    /// A value is none of an enumeration's variants.
    pub const NO_VARIANT: Self = Self::new("is none of the names that it can be");

    /// A field is missing.
    pub const fn missing(field: &'static str) -> Self {
        Self { field, problem: "is missing" }
    }

    /// A field names none of an enumeration's variants.
    pub const fn unknown(field: &'static str) -> Self {
        Self { field, ..Self::NO_VARIANT }
    }

    fn within(self, field: &'static str) -> Self {
        Self { field: if self.field.is_empty() { field } else { self.field }, ..self }
    }
}

impl<'t> Json<'t> {
    /// The text that it is.
    ///
    /// # Errors
    /// [`ShapeError`] where it is something else.
    pub fn text(self) -> Result<Cow<'t, str>, ShapeError> {
        if let Self::Text(text) = self { Ok(text) } else { Err(ShapeError::new("is not a text")) }
    }

    /// The whole number that it is.
    ///
    /// # Errors
    /// [`ShapeError`] where it is something else, or too large.
    pub fn integer(self) -> Result<i64, ShapeError> {
        let number = if let Self::Number(number) = self { number.parse().ok() } else { None };
        number.ok_or(ShapeError::new("is not a whole number"))
    }

    /// The list that it is.
    ///
    /// # Errors
    /// [`ShapeError`] where it is something else.
    pub fn list(self) -> Result<Vec<Self>, ShapeError> {
        if let Self::List(list) = self { Ok(list) } else { Err(ShapeError::new("is not a list")) }
    }

    /// The name of a variant with what it holds: `"name"`, or `{"name": …}`.
    ///
    /// # Errors
    /// [`ShapeError`] where it is something else.
    pub fn variant(self) -> Result<(Cow<'t, str>, Self), ShapeError> {
        match self {
            Self::Text(name) => Ok((name, Self::Null)),
            Self::Object(mut fields) if fields.len() == 1 => {
                fields.pop().ok_or(ShapeError::new("is not a name"))
            }
            _ => Err(ShapeError::new("is not a name")),
        }
    }
}

/// The fields of an object, to be taken out one by one. Those that nobody takes are ignored.
pub struct Fields<'t>(Vec<(Cow<'t, str>, Json<'t>)>);

impl<'t> Fields<'t> {
    /// The fields of a value.
    ///
    /// # Errors
    /// [`ShapeError`] where it is no object.
    pub fn of(json: Json<'t>) -> Result<Self, ShapeError> {
        if let Json::Object(fields) = json {
            Ok(Self(fields))
        } else {
            Err(ShapeError::new("is not an object"))
        }
    }

    /// Takes a field out as it is.
    pub fn take(&mut self, name: &str) -> Option<Json<'t>> {
        let (_, value) = self.0.iter_mut().find(|(other, _)| other == name)?;
        Some(std::mem::replace(value, Json::Null))
    }

    /// Takes a field out that has to be there.
    ///
    /// # Errors
    /// [`ShapeError`] where it is not, or is something else.
    pub fn need<T: Decode>(&mut self, name: &'static str) -> Result<T, ShapeError> {
        let value = self.take(name).ok_or(ShapeError::missing(name))?;
        T::decode(value).map_err(|error| error.within(name))
    }

    /// Takes a field out; where it is absent, it is as by default.
    ///
    /// # Errors
    /// [`ShapeError`] where it is something else.
    pub fn maybe<T: Decode + Default>(&mut self, name: &'static str) -> Result<T, ShapeError> {
        let Some(value) = self.take(name) else { return Ok(T::default()) };
        T::decode(value).map_err(|error| error.within(name))
    }
}
