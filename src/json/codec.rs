//! How types of the standard library and of others are written and read, and how ours are said to be.

use super::encode::{write_list, write_text};
use super::{Decode, Encode, Json, ShapeError};
use uuid::Uuid;

/// Writes and reads a structure as an object: fields that have to be there, and fields that are left out where they
/// say nothing and are as by default where they are absent.
macro_rules! json_object {
    ($type:ident { needed: $($needed:ident),*; optional: $($optional:ident),*; }) => {
        impl $crate::json::Encode for $type {
            fn encode(&self, to: &mut String) {
                let mut to = $crate::json::ObjectWriter::begin(to);
                $(to.field(stringify!($needed), &self.$needed);)*
                $(to.maybe(stringify!($optional), &self.$optional);)*
                to.end();
            }
        }

        impl $crate::json::Decode for $type {
            fn decode(json: $crate::json::Json<'_>) -> Result<Self, $crate::json::ShapeError> {
                let mut from = $crate::json::Fields::of(json)?;
                Ok(Self {
                    $($needed: from.need(stringify!($needed))?,)*
                    $($optional: from.maybe(stringify!($optional))?,)*
                })
            }
        }
    };
}

/// Writes and reads an enumeration as the names of its variants.
macro_rules! json_names {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $crate::json::Encode for $type {
            fn encode(&self, to: &mut String) {
                match self {
                    $(Self::$variant => $name,)+
                }
                .encode(to);
            }
        }

        impl $crate::json::Decode for $type {
            fn decode(json: $crate::json::Json<'_>) -> Result<Self, $crate::json::ShapeError> {
                match &*json.text()? {
                    $($name => Ok(Self::$variant),)+
                    _ => Err($crate::json::ShapeError::NO_VARIANT),
                }
            }
        }
    };
}

pub(crate) use {json_names, json_object};

impl Encode for str {
    fn encode(&self, to: &mut String) {
        write_text(self, to);
    }
}

impl Encode for String {
    fn encode(&self, to: &mut String) {
        write_text(self, to);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Decode for String {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        json.text().map(std::borrow::Cow::into_owned)
    }
}

impl Encode for bool {
    fn encode(&self, to: &mut String) {
        to.push_str(if *self { "true" } else { "false" });
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

impl Decode for bool {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        if let Json::Bool(value) = json {
            Ok(value)
        } else {
            Err(ShapeError::new("is neither true nor false"))
        }
    }
}

/// Writes and reads whole numbers.
macro_rules! json_numbers {
    ($($type:ident),+) => {$(
        impl Encode for $type {
            fn encode(&self, to: &mut String) {
                to.push_str(&self.to_string());
            }
        }

        impl Decode for $type {
            fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
                Self::try_from(json.integer()?).map_err(|_| ShapeError::new("is no such number"))
            }
        }
    )+};
}

json_numbers!(u8, u32, u64, i64, usize);

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, to: &mut String) {
        match self {
            Some(value) => value.encode(to),
            None => to.push_str("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        if json == Json::Null { Ok(None) } else { T::decode(json).map(Some) }
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, to: &mut String) {
        write_list('[', ']', self, to, T::encode);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, to: &mut String) {
        self.as_slice().encode(to);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        json.list()?.into_iter().map(T::decode).collect()
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self, to: &mut String) {
        (**self).encode(to);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, to: &mut String) {
        (**self).encode(to);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        T::decode(json).map(Self::new)
    }
}

impl Encode for Uuid {
    fn encode(&self, to: &mut String) {
        self.hyphenated().encode_lower(&mut Self::encode_buffer()).encode(to);
    }
}

impl Decode for Uuid {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        Self::parse_str(&json.text()?).map_err(|_| ShapeError::new("is not an id"))
    }
}
