//! The offer that was signed first, anywhere: it ends most of the search.

use crate::model::{OfferId, Opportunity, OpportunityId, Records, Stamp};

/// An offer that was signed. Ordered by when.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Signature {
    /// When it was signed.
    pub at: Stamp,
    /// The offer.
    pub offer: OfferId,
    /// The opportunity that it is of.
    pub opportunity: OpportunityId,
}

/// The first signature of the whole search, at a moment.
pub fn first_signature(records: &Records, now: Stamp) -> Option<Signature> {
    records.opportunities.values().filter_map(|one| signature_of(one, now)).min()
}

/// The first signature of an opportunity's offers. What is not received yet is not signed.
pub(crate) fn signature_of(opportunity: &Opportunity, now: Stamp) -> Option<Signature> {
    let received = opportunity.offers.iter().filter(|offer| offer.received <= now);
    let signed = received.filter_map(|offer| {
        Some(Signature { at: offer.signed?, offer: offer.id, opportunity: opportunity.id })
    });
    signed.filter(|signature| signature.at <= now).min()
}
