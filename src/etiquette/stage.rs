//! How far an opportunity has come.

use super::History;

/// How far an opportunity has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Applied for; no round is known.
    Applied,
    /// A round is known.
    Interviewing,
    /// An offer is undecided.
    Offered,
    /// An offer is signed.
    Signed,
    /// It has an outcome, and no offer is signed.
    Closed,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Applied, Self::Interviewing, Self::Offered, Self::Signed, Self::Closed];
}

impl History<'_> {
    /// The stage that the opportunity has reached.
    pub fn stage(&self) -> Stage {
        if self.signed().is_some() {
            Stage::Signed
        } else if self.outcome().is_some() {
            Stage::Closed
        } else if self.undecided().next().is_some() {
            Stage::Offered
        } else if self.is_live() {
            Stage::Interviewing // also once its only round is off
        } else {
            Stage::Applied
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Offer, Opportunity};

    const NOW: &str = "2026-03-05T09:00";

    fn stage(acme: Opportunity) -> Stage {
        let records = search([acme]);
        History::of(&records.opportunities[&ACME], &records.people, at(NOW)).stage()
    }

    #[test]
    fn an_outcome_closes_and_a_signature_counts_more() {
        let (received, answered) = ("2026-03-03T09:00", "2026-03-04T09:00");
        let offer = offer(41, received);
        let signed = Offer { signed: Some(at(answered)), ..offer.clone() };
        let declined = Offer { declined: Some(at(answered)), ..offer.clone() };
        let withdrawn = |acme: Opportunity| acme.then(answered, EventKind::Withdrawn);
        assert_eq!(stage(acme()), Stage::Applied);
        assert_eq!(stage(acme().offered(offer.clone())), Stage::Offered);
        assert_eq!(stage(acme().offered(declined)), Stage::Closed);
        assert_eq!(stage(withdrawn(acme().offered(offer))), Stage::Closed);
        assert_eq!(stage(withdrawn(acme().offered(signed))), Stage::Signed);
    }

    #[test]
    fn a_round_is_a_process_also_once_it_is_off() {
        let held = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        assert_eq!(stage(held.clone()), Stage::Interviewing);
        let mut off = held;
        off.rounds[0].course = None;
        off.rounds[0].off = Some(at("2026-03-02T10:00"));
        assert_eq!(stage(off), Stage::Interviewing);
    }
}
