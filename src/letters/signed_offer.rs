//! Where a letter's job stands with the user: wanted, taken, or given up for another.

use crate::model::{Opportunity, Records, Stamp};

/// Whether the user still wants the job that a letter is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SignedOffer {
    /// Nothing is signed: they do.
    None,
    /// Its offer is signed: they have it.
    Here,
    /// An offer of others is signed. What is written now gives thanks, and courts nobody.
    Elsewhere,
}

impl SignedOffer {
    /// How it stands with an opportunity.
    pub(super) fn of(records: &Records, home: &Opportunity, now: Stamp) -> Self {
        let signed =
            |one: &Opportunity| one.offers.iter().any(|offer| offer.signed.is_some_and(|at| at <= now));
        if signed(home) {
            Self::Here
        } else if records.opportunities.values().any(signed) {
            Self::Elsewhere
        } else {
            Self::None
        }
    }
}
