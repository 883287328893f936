//! Identifiers: one type a kind, so that a round's id cannot be taken for a person's.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map($name)
            }
        }
    )+};
}

ids! {
    /// An opportunity: one job at one company.
    OpportunityId,
    /// A round of interviews within an opportunity.
    RoundId,
    /// A person, known across opportunities.
    PersonId,
    /// An offer within an opportunity.
    OfferId,
    /// Something that the user was asked to send after a round.
    ItemId,
    /// Something that happened.
    EventId,
    /// A letter template of the user's own.
    TemplateId,
}

/// Makes ids (UUID version 7) from the moment and from randomness that the caller brings, so that the pure
/// rooms need neither a clock nor a source of randomness.
pub trait NewId {
    /// A fresh, unique id.
    fn fresh(&mut self) -> Uuid;
}

/// Numbers as ids, the same each time: for commands that make none, and for tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct NumberedIds(pub u64);

impl NewId for NumberedIds {
    fn fresh(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u64_pair(1, self.0)
    }
}

/// A UUIDv7 of a moment (milliseconds since 1970) and ten random bytes.
pub fn uuid_v7(millis: u64, random: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}
