//! R21: ask for more time, where an offer's deadline falls before another live opportunity's promised date, or before the
//! end of a round that is coming there.
//!
//! The message goes to the company that made the offer; the key names the opportunity waited for. A deadline on
//! the promised day itself is not before it; a promised day counts while no round is coming. Source: OWN.

use crate::etiquette::history::History;
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::{Part, RuleContext};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// It is due this many business days before the deadline.
const DUE: u32 = 2;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for open in &overview.offers {
        let offer = open.offer;
        let Some(deadline) = offer.respond_by else { continue };
        let others = overview.searching().filter(|other| other.opportunity.id != open.opportunity);
        for other in others.filter(|other| other.is_live()) {
            let Some((known, reason)) = awaited(other, deadline, ctx) else { continue };
            let opens = offer.received.max(known);
            let window = Window::opening(opens).due(ctx.due_before(deadline, DUE, opens, Part::Half));
            let key = ActionKey { offer: Some(offer.id), ..other.key(Task::AskForTime) };
            Proposal::new(Rule::R21, key, window, reason)
                .marked(overview.mark_on(key, offer.received))
                .to(open.addressee, open.channel)
                .add(out, ctx, None);
        }
    }
}

/// What the other company has announced for after a deadline, and since when that is known: the next of its rounds, or,
/// while none is coming, the day that it promised. Of several rounds, the one that was known first.
fn awaited(other: &History<'_>, deadline: Stamp, ctx: &RuleContext<'_>) -> Option<(Stamp, Reason)> {
    let mut coming = other.coming_rounds().peekable();
    if coming.peek().is_none() {
        let promise = other.promise().filter(|promise| ctx.deadline_day(deadline) < promise.day)?;
        return Some((other.waiting_since()?, Reason::DeadlineBefore(promise.day)));
    }
    let late = coming.filter(|round| round.ends > deadline);
    let known = |round: &&crate::model::Round| round.known.unwrap_or(Stamp::MIN);
    let first = late.min_by_key(|round| (known(round), round.starts))?;
    Some((known(&first), Reason::DeadlineBeforeRound(first.starts)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Records};

    /// Acme's offer of Monday 2 March, to be answered by then; Bolt promised an answer by Friday 13 March.
    fn offered(by: &str) -> Records {
        let mut made = offer(41, "2026-03-02T09:00");
        made.respond_by = Some(at(by));
        let acme = acme().met(SECOND, "2026-02-25T10:00", "2026-02-25T11:00", &[INES]).offered(made);
        let bolt = bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA]);
        search([acme, bolt.promised("2026-03-13")])
    }

    #[test]
    fn due_2_business_days_before_a_deadline_that_falls_before_the_promised_date() {
        let mut records = offered("2026-03-12T17:00");
        records.settings.holidays = vec![day("2026-03-11")];
        let action = the(Task::AskForTime, &records, "2026-03-03T09:00");
        assert_eq!(times(&action), ["2026-03-02T09:00", "2026-03-10T00:00", "–"]);
        assert_eq!(action.reason, Reason::DeadlineBefore(day("2026-03-13")));
        assert_eq!((action.key.opportunity, action.to), (Some(BOLT), Some(INES)), "of one, to the other");
    }

    #[test]
    fn a_deadline_on_the_promised_day_itself_is_not_before_it() {
        assert!(all(Task::AskForTime, &offered("2026-03-13T09:00"), "2026-03-03T09:00").is_empty());
    }

    #[test]
    fn a_deadline_at_midnight_is_on_the_day_that_ends_there() {
        let eve = the(Task::AskForTime, &offered("2026-03-13T00:00"), "2026-03-03T09:00");
        assert_eq!(times(&eve), ["2026-03-02T09:00", "2026-03-11T00:00", "–"], "as for any time on the 12th");
        assert!(all(Task::AskForTime, &offered("2026-03-14T00:00"), "2026-03-03T09:00").is_empty());
    }

    #[test]
    fn nothing_is_waited_for_where_the_other_has_ended_or_answered_with_an_offer() {
        let mut records = offered("2026-03-12T17:00");
        let bolt = records.opportunities[&BOLT].clone();
        let ended = bolt.clone().then("2026-03-02T10:00", EventKind::Rejected { person: None });
        records.opportunities.insert(BOLT, ended);
        assert!(all(Task::AskForTime, &records, "2026-03-03T09:00").is_empty());
        records.opportunities.insert(BOLT, bolt.offered(offer(42, "2026-03-02T10:00")));
        assert!(all(Task::AskForTime, &records, "2026-03-03T09:00").is_empty());
    }

    #[test]
    fn a_promise_given_after_one_offer_is_answered_by_the_next() {
        let mut records = offered("2026-03-12T17:00");
        let promised = EventKind::reply(None, Some(day("2026-03-16")));
        let bolt = records.opportunities[&BOLT].clone().offered(offer(42, "2026-02-27T10:00"));
        let bolt = bolt.then("2026-03-01T10:00", promised);
        records.opportunities.insert(BOLT, bolt.clone());
        let asked = |records: &Records| all(Task::AskForTime, records, "2026-03-03T09:00");
        assert!(asked(&records).iter().any(|action| action.key.opportunity == Some(BOLT)));
        records.opportunities.insert(BOLT, bolt.offered(offer(43, "2026-03-02T10:00")));
        assert!(asked(&records).is_empty());
    }
}
