//! An offer, spoken or written.

use super::{OfferId, Stamp};
use crate::json::json_object;

/// An offer of an opportunity. What became of it follows from its dates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// When it was made.
    pub received: Stamp,
    /// Until when it has to be answered.
    pub respond_by: Option<Stamp>,
    /// When it came in writing; `None` while it is only spoken.
    pub written: Option<Stamp>,
    /// When the user thanked them for it.
    pub acknowledged: Option<Stamp>,
    /// When the user signed it.
    pub signed: Option<Stamp>,
    /// When the user declined it.
    pub declined: Option<Stamp>,
    /// What it offers, in the user's words: pay, benefits, growth.
    pub terms: String,
}

json_object! { Offer {
    needed: id, received;
    optional: respond_by, written, acknowledged, signed, declined, terms;
} }

impl Offer {
    /// An offer that was just made.
    pub fn new(id: OfferId, received: Stamp) -> Self {
        Self {
            id,
            received,
            respond_by: None,
            written: None,
            acknowledged: None,
            signed: None,
            declined: None,
            terms: String::new(),
        }
    }
}
