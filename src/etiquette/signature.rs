//! The offers that were signed: most of the search ends with them.

use super::history::History;
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
    /// When it ended: they took the offer back, or the opportunity had an outcome after all.
    pub ended: Option<Stamp>,
}

/// The first signature of the whole search that stands at a moment.
pub fn first_signature(records: &Records, now: Stamp) -> Option<Signature> {
    all_signatures(records, now).into_iter().filter(|signature| signature.ended.is_none()).min()
}

/// When a signature, here or elsewhere, ended what was going on in an opportunity; `None` where none did, and for a new
/// search after it.
pub fn ended_by_signature(opportunity: &Opportunity, records: &Records, now: Stamp) -> Option<Stamp> {
    History::within(opportunity, records, now).ended_by_signature()
}

/// Every signature of the whole search at a moment. What is not received yet is not signed.
pub(crate) fn all_signatures(records: &Records, now: Stamp) -> Vec<Signature> {
    let is_signed = |one: &&Opportunity| one.offers.iter().any(|offer| offer.signed.is_some());
    let signed = records.opportunities.values().filter(is_signed);
    signed.flat_map(|one| History::of(one, &records.people, now).signatures()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Offer};

    fn signed(received: &str, signed: &str) -> Offer {
        let mut made = offer(41, received);
        made.signed = Some(at(signed));
        made
    }

    fn stands(opportunity: Opportunity, now: &str) -> bool {
        first_signature(&search([opportunity]), at(now)).is_some()
    }

    #[test]
    fn what_is_signed_later_or_not_received_yet_is_not_signed() {
        let now = "2026-03-05T09:00";
        assert!(stands(acme().offered(signed(now, now)), now));
        assert!(!stands(acme().offered(signed("2026-03-04T09:00", "2026-03-05T09:01")), now));
        assert!(!stands(acme().offered(signed("2026-03-05T09:01", now)), now));
    }

    #[test]
    fn a_signature_ends_when_the_offer_is_taken_back_or_the_opportunity_ends_after_it() {
        let [received, when] = ["2026-03-04T09:00", "2026-03-05T09:00"];
        let mut made = signed(received, when);
        made.retracted = Some(at("2026-03-06T09:00"));
        assert!(stands(acme().offered(made.clone()), "2026-03-06T08:59"));
        assert!(!stands(acme().offered(made), "2026-03-06T09:00"));
        let left = acme().offered(signed(received, when)).then("2026-03-06T09:00", EventKind::Withdrawn);
        assert!(!stands(left, "2026-03-06T09:00"));
    }

    #[test]
    fn a_signature_ends_only_what_was_there_when_it_was_given() {
        let ended = |other: Opportunity| {
            let records = search([acme().offered(signed("2026-03-04T09:00", "2026-03-05T09:00")), other]);
            ended_by_signature(&records.opportunities[&BOLT], &records, at("2026-03-09T09:00")).is_some()
        };
        assert!(ended(bolt()), "nothing is dated");
        assert!(ended(bolt().applied("2026-03-05T09:00")));
        assert!(!ended(bolt().applied("2026-03-05T09:01")), "a new search");
        assert!(ended(bolt().applied("2026-03-06T09:00").offered(offer(42, "2026-03-05T09:00"))));
    }
}
