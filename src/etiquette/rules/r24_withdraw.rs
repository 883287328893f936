//! R24: withdraw politely from each other live opportunity, once an offer is signed.
//!
//! Of several signatures the latest counts. One of the three months before it is withdrawn from too; an older one is a
//! job. What was noted after the signature is a new search. Source: OWN.

use crate::etiquette::history::{Ending, History};
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// It is due at the end of this business day after it opens.
const DUE: u32 = 2;
/// A signature of so many days before, or fewer, is withdrawn from.
const JUST_SIGNED: i64 = 90;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let Some(signature) = overview.signatures.iter().rfind(|signature| signature.ended.is_none()) else {
        return;
    };
    let signed = signature.at;
    let others = overview.histories.iter().filter(|other| other.opportunity.id != signature.opportunity);
    for other in others.filter(|other| other.was_there(signed)) {
        let withdrawn = withdrawn_since(other, signed);
        let answered = other.undecided().any(|offer| offer.received > signed);
        if (!other.is_live() && withdrawn.is_none()) || answered || is_a_job(other, signed, ctx) {
            continue;
        }
        let live = other.live_spans().last().map_or(signed, |(from, _)| *from);
        let opens = signed.max(live);
        let window = Window::opening(opens).due(ctx.end_of_business_day(ctx.calendar.day(opens), DUE));
        let key = ActionKey { offer: Some(signature.offer), ..other.key(Task::Withdraw) };
        Proposal::new(Rule::R24, key, window, Reason::SignedElsewhere)
            .done(withdrawn)
            .marked(overview.mark_on(key, signed))
            .to(other.addressee(), other.channel())
            .add(out, ctx, None);
    }
}

/// Whether an offer of theirs was signed so long before that it is a job by now.
fn is_a_job(other: &History<'_>, signed: Stamp, ctx: &RuleContext<'_>) -> bool {
    let own = other.signatures();
    let last = own.iter().rfind(|signature| signature.ended.is_none());
    last.is_some_and(|own| (ctx.calendar.day(signed) - ctx.calendar.day(own.at)).num_days() > JUST_SIGNED)
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

    /// The same search with another company, whose offer was signed then.
    fn signed_before(
        when: &str,
    ) -> Vec<(Option<crate::model::OpportunityId>, Option<crate::model::OfferId>)> {
        let mut records = signed(live());
        let mut sooner = offer(42, "2025-11-02T09:00");
        sooner.signed = Some(at(when));
        let calm = Opportunity::new(CALM, "Calm", "Cook").offered(sooner);
        records.opportunities.insert(CALM, calm);
        let withdraw = all(Task::Withdraw, &records, "2026-03-07T09:00");
        let mut from: Vec<_> =
            withdraw.iter().map(|action| (action.key.opportunity, action.key.offer)).collect();
        from.sort_unstable();
        from
    }

    #[test]
    fn of_two_signatures_the_later_is_the_cause_and_one_of_the_90_days_before_is_withdrawn_from() {
        let cause = Some(offer(41, "2026-03-02T09:00").id);
        assert_eq!(signed_before("2026-03-05T12:00"), [(Some(BOLT), cause), (Some(CALM), cause)]);
        assert_eq!(signed_before("2025-12-06T09:00").len(), 2, "the 90th day");
        assert_eq!(signed_before("2025-12-05T23:59"), [(Some(BOLT), cause)], "a job");
    }

    #[test]
    fn from_what_becomes_live_later_it_opens_then_and_not_from_a_new_search() {
        let mut known = round(FIRST, "2026-03-20T10:00", "2026-03-20T11:00");
        known.known = Some(at("2026-03-10T09:00"));
        let later = bolt().applied("2026-03-01T09:00").with(known.clone());
        let action = the(Task::Withdraw, &signed(later), "2026-03-10T09:00");
        assert_eq!(times(&action), ["2026-03-10T09:00", "2026-03-13T00:00", "–"]);
        let new = bolt().applied("2026-03-09T09:00").with(known);
        assert!(all(Task::Withdraw, &signed(new), "2026-03-10T09:00").is_empty());
    }

    #[test]
    fn a_newer_offer_is_declined_and_not_withdrawn_from() {
        let offered = live().offered(offer(42, "2026-03-07T08:00"));
        assert!(all(Task::Withdraw, &signed(offered), "2026-03-07T09:00").is_empty());
    }
}
