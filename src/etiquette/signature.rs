//! The offer that was signed first: most of the search ends with it.

use crate::model::{OfferId, Opportunity, OpportunityId, Records, Stamp};

/// An offer that was signed. Signatures are ordered by time.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;

    #[test]
    fn what_is_signed_later_or_not_received_yet_is_not_signed() {
        let now = "2026-03-05T09:00";
        let signed = |received, signed| {
            let mut made = offer(41, received);
            made.signed = Some(at(signed));
            first_signature(&search([acme().offered(made)]), at(now)).is_some()
        };
        assert!(signed(now, now));
        assert!(!signed("2026-03-04T09:00", "2026-03-05T09:01"));
        assert!(!signed("2026-03-05T09:01", now));
    }
}
