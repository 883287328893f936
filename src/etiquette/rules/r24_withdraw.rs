//! R24: withdraw politely from each other live opportunity, once an offer is signed.
//!
//! Source: OWN.

use crate::etiquette::context::RuleContext;
use crate::etiquette::history::{Ending, History};
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// It is due at the end of this business day after the signature.
const DUE: u32 = 2;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let Some(signature) = overview.signature else { return };
    let signed = signature.at;
    let window = Window::opening(signed).due(ctx.end_of_business_day(ctx.calendar.day(signed), DUE));
    let others = overview.histories.iter().filter(|other| other.opportunity.id != signature.opportunity);
    for other in others {
        let withdrawn = withdrawn_since(other, signed);
        if !other.is_live() && withdrawn.is_none() {
            continue;
        }
        let key = ActionKey { offer: Some(signature.offer), ..other.key(Task::Withdraw) };
        Proposal::new(Rule::R24, key, window, Reason::SignedElsewhere)
            .done(withdrawn)
            .marked(overview.mark_on(key, signed))
            .to(other.addressee(), other.channel())
            .add(out, ctx, None);
    }
}

/// When the user withdrew from what had been live, if it was after the signature.
fn withdrawn_since(other: &History<'_>, signed: Stamp) -> Option<Stamp> {
    let withdrawn = other.outcome_if(&[Ending::Withdrawn]).filter(|outcome| outcome.at >= signed);
    withdrawn.filter(|_| other.live_until().is_some()).map(|outcome| outcome.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, Records};

    /// Acme's offer was signed on Friday 6 March; Monday is a holiday.
    fn signed(other: Opportunity) -> Records {
        let mut made = offer(41, "2026-03-02T09:00");
        made.signed = Some(at("2026-03-06T12:00"));
        let mut records = search([acme().offered(made), other]);
        records.settings.holidays = vec![day("2026-03-09")];
        records
    }

    fn live() -> Opportunity {
        bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA])
    }

    #[test]
    fn it_opens_when_an_offer_is_signed_and_is_due_at_the_end_of_the_2nd_business_day_after() {
        let records = signed(live());
        assert!(all(Task::Withdraw, &records, "2026-03-06T11:59").is_empty());
        let action = the(Task::Withdraw, &records, "2026-03-06T12:00");
        assert_eq!(times(&action), ["2026-03-06T12:00", "2026-03-12T00:00", "–"]);
        assert_eq!((action.key.opportunity, action.to), (Some(BOLT), Some(DANA)), "not from one's own");
    }

    #[test]
    fn withdrawing_then_or_later_is_doing_it_and_before_leaves_nothing_to_do() {
        let with = |when| signed(live().then(when, EventKind::Withdrawn));
        assert_eq!(status(Task::Withdraw, &with("2026-03-06T12:00"), "2026-03-07T09:00"), Status::Done);
        assert_eq!(status(Task::Withdraw, &with("2026-03-06T18:00"), "2026-03-07T09:00"), Status::Done);
        assert!(all(Task::Withdraw, &with("2026-03-06T11:59"), "2026-03-07T09:00").is_empty());
    }

    #[test]
    fn only_from_what_is_or_was_live() {
        assert!(all(Task::Withdraw, &signed(bolt()), "2026-03-07T09:00").is_empty());
        let applied = bolt().applied("2026-03-01T09:00").then("2026-03-06T18:00", EventKind::Withdrawn);
        assert!(all(Task::Withdraw, &signed(applied), "2026-03-07T09:00").is_empty());
        let rejected = live().then("2026-03-06T18:00", EventKind::Rejected { person: None });
        assert!(all(Task::Withdraw, &signed(rejected), "2026-03-07T09:00").is_empty());
    }

    #[test]
    fn of_two_offers_signed_the_first_one_is_the_cause() {
        let mut records = signed(live());
        let mut sooner = offer(42, "2026-03-02T09:00");
        sooner.signed = Some(at("2026-03-05T12:00"));
        let calm = Opportunity::new(CALM, "Calm", "Cook").offered(sooner.clone());
        records.opportunities.insert(CALM, calm);
        let withdraw = all(Task::Withdraw, &records, "2026-03-07T09:00");
        let from_bolt = withdraw.iter().find(|action| action.key.opportunity == Some(BOLT)).unwrap();
        assert_eq!(
            (from_bolt.key.offer, times(from_bolt)[0].as_str()),
            (Some(sooner.id), "2026-03-05T12:00")
        );
    }
}
