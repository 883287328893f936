//! What is said of an offer wherever it is shown.

use super::when;
use crate::etiquette::Now;
use crate::model::{ActionKey, Offer, OpportunityId, Task};
use chrono::TimeZone;

/// "In writing yesterday", "Signed on Tuesday": the last that became of it.
pub(super) fn offer_state<Tz: TimeZone>(offer: &Offer, now: &Now<Tz>) -> String {
    let stages = [
        ("Taken back", offer.retracted),
        ("Signed", offer.signed),
        ("Declined", offer.declined),
        ("You said yes", offer.accepted),
        ("In writing", offer.written),
    ];
    let last = stages.into_iter().find_map(|(word, at)| Some((word, at?)));
    let (word, since) = last.unwrap_or(("Spoken", offer.received));
    format!("{word} {}", when::back_then(since, now))
}

/// The action that an answer to an offer is written for.
pub(super) fn decision_key(home: OpportunityId, offer: &Offer) -> ActionKey {
    ActionKey { opportunity: Some(home), offer: Some(offer.id), ..ActionKey::new(Task::DecideOffer) }
}
