//! Whether an offer is signed, seen from the opportunity that a letter is about.

use crate::etiquette::{History, ended_by_signature};
use crate::model::{Records, Stamp};

/// Where the user has signed an offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SignedOffer {
    /// Nowhere: the user still wants the job.
    None,
    /// With the company that the letter goes to: the user has the job.
    Here,
    /// With another company. What is written now gives thanks, and courts nobody.
    Elsewhere,
}

impl SignedOffer {
    /// Where an offer is signed at a moment. `history` is that of the letter's opportunity, where it has one.
    pub(super) fn of(records: &Records, history: Option<&History<'_>>, now: Stamp) -> Self {
        match history {
            Some(history) if history.signed().is_some() => Self::Here,
            Some(history) if ended_by_signature(history.opportunity(), records, now).is_some() => {
                Self::Elsewhere
            }
            _ => Self::None,
        }
    }
}
