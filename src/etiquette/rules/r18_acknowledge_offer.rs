//! R18: thank them for an offer, and ask for what is unclear.
//!
//! Within a day, or a quarter of the time that they gave, where that is less. Source: OWN.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::{Part, RuleContext};
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// It is due this many hours after the offer.
const WITHIN: i64 = 24;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for offer in history.offers() {
        let acknowledged = offer.acknowledged.filter(|at| *at <= history.now);
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::AcknowledgeOffer) };
        let received = offer.received;
        let due = ctx.due_within(hours_after(received, WITHIN), Part::Quarter, received, offer.respond_by);
        let window = Window::opening(received).due(due);
        Proposal::new(Rule::R18, key, window, Reason::TheyOffered)
            .done(acknowledged)
            .marked(history.mark_on(key, offer.received))
            .ending([history.decided_at(offer), history.retracted_at(offer)].into_iter().flatten().min())
            .to(history.answering(offer.made_by), history.channel())
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
    fn of_a_short_time_to_answer_a_quarter_is_for_the_thanks_and_none_of_it_at_night() {
        let due = |received: &str, by: &str| {
            let mut made = offer(41, received);
            made.respond_by = Some(at(by));
            times(&the(Task::AcknowledgeOffer, &search([acme().offered(made)]), received))[1].clone()
        };
        assert_eq!(due("2026-03-03T09:00", "2026-03-04T09:01"), "2026-03-03T15:00", "to the minute, down");
        assert_eq!(due("2026-03-03T09:00", "2026-03-07T09:00"), "2026-03-04T09:00", "24 hours are a quarter");
        assert_eq!(due("2026-03-03T17:00", "2026-03-04T17:00"), "2026-03-03T21:00", "not at eleven at night");
        assert_eq!(due("2026-03-03T22:00", "2026-03-04T10:00"), "2026-03-04T01:00", "no evening is left");
        assert_eq!(due("2026-03-03T20:00", "2026-03-05T20:00"), "2026-03-04T08:00", "at eight it is day");
        assert_eq!(due("2026-03-03T09:00", "2026-03-03T08:00"), "2026-03-03T09:00", "past already");
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
