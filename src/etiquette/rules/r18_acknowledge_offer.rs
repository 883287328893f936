//! R18: thank them for an offer, and ask for what is unclear.
//!
//! Source: OWN.

use crate::etiquette::context::RuleContext;
use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// It is due this many hours after the offer.
const WITHIN: i64 = 24;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for offer in history.offers() {
        let acknowledged = offer.acknowledged.filter(|at| *at <= history.now);
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::AcknowledgeOffer) };
        let window = Window::opening(offer.received).due(hours_after(offer.received, WITHIN));
        Proposal::new(Rule::R18, key, window, Reason::TheyOffered)
            .done(acknowledged)
            .marked(history.mark_on(key, offer.received))
            .ending(history.decided_at(offer))
            .to(history.addressee(), history.channel())
            .add(out, ctx, Some(history));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;

    #[test]
    fn it_opens_with_the_offer_and_is_due_after_24_elapsed_hours() {
        // The night between loses an hour.
        let mut made = offer(41, "2026-03-07T16:00");
        made.acknowledged = Some(at("2026-03-08T12:00"));
        let records = search([acme().offered(made)]);
        let action = the(Task::AcknowledgeOffer, &records, "2026-03-08T11:59");
        assert_eq!(times(&action), ["2026-03-07T16:00", "2026-03-08T17:00", "–"]);
        assert_eq!(action.status, Status::Open);
        assert_eq!(status(Task::AcknowledgeOffer, &records, "2026-03-08T12:00"), Status::Done);
    }

    #[test]
    fn declining_ends_it() {
        let mut made = offer(41, "2026-03-07T16:00");
        made.declined = Some(at("2026-03-08T12:00"));
        let records = search([acme().offered(made)]);
        assert_eq!(status(Task::AcknowledgeOffer, &records, "2026-03-08T11:59"), Status::Open);
        assert!(all(Task::AcknowledgeOffer, &records, "2026-03-08T12:00").is_empty());
    }

    #[test]
    fn declining_one_of_two_offers_ends_it_for_that_one_alone() {
        let mut made = offer(41, "2026-03-03T09:00");
        made.declined = Some(at("2026-03-04T09:00"));
        let records = search([acme().offered(made).offered(offer(42, "2026-03-03T10:00"))]);
        let of = |now| {
            all(Task::AcknowledgeOffer, &records, now)
                .iter()
                .map(|action| action.key.offer)
                .collect::<Vec<_>>()
        };
        assert_eq!(of("2026-03-04T08:59").len(), 2);
        assert_eq!(of("2026-03-04T09:00"), [Some(offer(42, "2026-03-03T10:00").id)]);
    }
}
