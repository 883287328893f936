//! R23: decide on an offer by its deadline. Nothing is final before a signature.
//!
//! Source: HKSM.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for offer in history.offers() {
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::DecideOffer) };
        let mut window = Window::opening(offer.received);
        window.due = offer.respond_by.map(|deadline| deadline.max(offer.received));
        Proposal::new(Rule::R23, key, window, Reason::DecideBy(offer.respond_by))
            .since(offer.received)
            .done(history.decided_at(offer))
            .marked(history.mark_on(key, offer.received))
            .ending(history.retracted_at(offer))
            .add(out, ctx, Some(history));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::Records;

    fn offered(by: Option<&str>) -> Records {
        let mut made = offer(41, "2026-12-30T16:00");
        made.respond_by = by.map(at);
        made.declined = Some(at("2027-01-04T12:00"));
        search([acme().offered(made)])
    }

    #[test]
    fn it_is_due_at_the_deadline_and_done_with_the_decision() {
        let records = offered(Some("2027-01-03T17:00"));
        let action = the(Task::DecideOffer, &records, "2027-01-03T16:59");
        assert_eq!(times(&action), ["2026-12-30T16:00", "2027-01-03T17:00", "–"]);
        assert_eq!(action.status, Status::Open);
        assert_eq!(status(Task::DecideOffer, &records, "2027-01-03T17:00"), Status::Overdue);
        assert_eq!(status(Task::DecideOffer, &records, "2027-01-04T12:00"), Status::Done);
    }

    #[test]
    fn without_a_deadline_it_has_no_due_time_and_a_deadline_before_the_offer_is_the_offer() {
        let due = |by| times(&the(Task::DecideOffer, &offered(by), "2026-12-31T09:00"))[1].clone();
        assert_eq!(due(None), "–");
        assert_eq!(due(Some("2026-12-29T09:00")), "2026-12-30T16:00");
    }
}
