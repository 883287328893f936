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

/// "They want your answer by 15:00 on Thursday"; a yes meets that. `None` where they named no day. Without a full stop.
pub(super) fn answer_by<Tz: TimeZone>(offer: &Offer, now: &Now<Tz>) -> Option<String> {
    if let Some(at) = offer.accepted {
        return Some(format!("You said yes {}. Left: the signature", when::back_then(at, now)));
    }
    let by = offer.respond_by?;
    let end = when::by(by, now);
    Some(if by <= now.at {
        format!("They wanted your answer by {end}. Call them now, if you still want it")
    } else {
        format!("They want your answer by {end}")
    })
}

/// The action that an answer to an offer is written for.
pub(super) fn decision_key(home: OpportunityId, offer: &Offer) -> ActionKey {
    ActionKey { opportunity: Some(home), offer: Some(offer.id), ..ActionKey::new(Task::DecideOffer) }
}
