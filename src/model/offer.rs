//! An offer, spoken or written.

use super::{CriterionValues, OfferId, PersonId, Stamp, Terms};
use serde::{Deserialize, Serialize};

/// An offer of an opportunity. What became of it follows from its dates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// When it was made.
    pub received: Stamp,
    /// Who made it, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<PersonId>,
    /// Until when it has to be answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respond_by: Option<Stamp>,
    /// When it came in writing; `None` while it is only spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Stamp>,
    /// When the user thanked them for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Stamp>,
    /// When the user asked for more than it offers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_for_more: Option<Stamp>,
    /// When the user said yes to it. Nothing is final before a signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Stamp>,
    /// When the user signed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Stamp>,
    /// When the user declined it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<Stamp>,
    /// When they took it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retracted: Option<Stamp>,
    /// What it offers, in the user's words: pay, benefits, growth.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// What it comes to in figures, version by version: the last one holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Terms>,
    /// How good it is in the user's eyes, from 1 to 5.
    #[serde(default, skip_serializing_if = "CriterionValues::is_empty")]
    pub ratings: CriterionValues,
}

impl Offer {
    /// When each thing happened to it that is on record.
    pub fn dates(&self) -> impl Iterator<Item = Stamp> {
        let steps = [
            self.written,
            self.acknowledged,
            self.asked_for_more,
            self.accepted,
            self.signed,
            self.declined,
            self.retracted,
        ];
        std::iter::once(self.received).chain(steps.into_iter().flatten())
    }

    /// An offer that was just made.
    pub fn new(id: OfferId, received: Stamp) -> Self {
        Self {
            id,
            received,
            made_by: None,
            respond_by: None,
            written: None,
            acknowledged: None,
            asked_for_more: None,
            accepted: None,
            signed: None,
            declined: None,
            retracted: None,
            terms: String::new(),
            figures: Vec::new(),
            ratings: CriterionValues::default(),
        }
    }
}

/// The user's answer to an offer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They take the offer.
    #[default]
    Accept,
    /// They decline it.
    Decline,
    /// They ask for something more first.
    Negotiate,
    /// They accepted it, and step back from that.
    StepBack,
}
