//! R23: decide on an offer by its deadline. Nothing is final before a signature.
//!
//! A yes answers them, so the deadline is met by it; what is left then is to sign. Source: HKSM.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for offer in history.offers() {
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::DecideOffer) };
        let mut window = Window::opening(offer.received);
        let said_yes = history.said_yes_at(offer);
        let deadline = offer.respond_by.filter(|_| said_yes.is_none());
        window.due = deadline.map(|deadline| deadline.max(offer.received));
        let reason = said_yes.map_or(Reason::DecideBy(deadline), Reason::SaidYes);
        Proposal::new(Rule::R23, key, window, reason)
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
    use crate::model::{Offer, Opportunity, Records};

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
    fn a_yes_meets_the_deadline_and_leaves_the_signature() {
        let mut made = offer(41, "2026-12-30T16:00");
        (made.respond_by, made.accepted) = (Some(at("2027-01-03T17:00")), Some(at("2027-01-02T12:00")));
        let records = search([acme().offered(made)]);
        let action = |now| the(Task::DecideOffer, &records, now);
        assert_eq!(action("2027-01-02T11:59").reason, Reason::DecideBy(Some(at("2027-01-03T17:00"))));
        let after = action("2027-01-05T09:00");
        assert_eq!((after.status, after.reason), (Status::Open, Reason::SaidYes(at("2027-01-02T12:00"))));
        assert_eq!(times(&after), ["2026-12-30T16:00", "–", "–"]);
        assert_eq!(planned(&records, "2027-01-02T11:59").valid_until, Some(at("2027-01-02T12:00")));
    }

    #[test]
    fn after_a_yes_nobody_is_asked_for_time_or_told_of_the_offer_and_nothing_is_compared() {
        let mut made = offer(41, "2026-03-02T09:00");
        made.respond_by = Some(at("2026-03-12T17:00"));
        let calm = Opportunity::new(CALM, "Calm", "Cook").offered(offer(42, "2026-03-02T10:00"));
        let bolt = bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA]).promised("2026-03-13");
        let asked = |made: Offer| -> Vec<Task> {
            let plan =
                planned(&search([acme().offered(made), bolt.clone(), calm.clone()]), "2026-03-03T09:00");
            let about = [Task::TellOthers, Task::AskForTime, Task::CompareOffers];
            let of_it =
                |action: &&Action| action.key.offer.is_none_or(|id| id == offer(41, "2026-03-02T09:00").id);
            let actions = plan.actions.iter().filter(of_it).map(Action::task);
            actions.filter(|task| about.contains(task)).collect()
        };
        let mut before = asked(made.clone());
        before.sort_unstable();
        before.dedup();
        assert_eq!(before.len(), 3, "{before:?}");
        made.accepted = Some(at("2026-03-03T08:00"));
        assert_eq!(asked(made), []);
    }

    #[test]
    fn without_a_deadline_it_has_no_due_time_and_a_deadline_before_the_offer_is_the_offer() {
        let due = |by| times(&the(Task::DecideOffer, &offered(by), "2026-12-31T09:00"))[1].clone();
        assert_eq!(due(None), "–");
        assert_eq!(due(Some("2026-12-29T09:00")), "2026-12-30T16:00");
    }
}
