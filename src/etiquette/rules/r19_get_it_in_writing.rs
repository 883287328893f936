//! R19: have a spoken offer put in writing, at the latest when half of the time to answer it has gone by.
//!
//! Source: HKSM.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::{Part, RuleContext};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// It is due at the end of this business day after the offer.
const DUE: u32 = 3;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for offer in history.offers() {
        let written = offer.written.filter(|at| *at <= history.now);
        if written.is_some_and(|written| written <= offer.received) {
            continue; // it was never only spoken
        }
        let key = ActionKey { offer: Some(offer.id), ..history.key(Task::GetItInWriting) };
        let due = ctx.end_of_business_day(ctx.calendar.day(offer.received), DUE);
        let due = ctx.due_within(due, Part::Half, offer.received, offer.respond_by);
        Proposal::new(Rule::R19, key, Window::opening(offer.received).due(due), Reason::OnlySpoken)
            .since(offer.received)
            .done(written)
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
    use crate::model::Records;

    fn offered(written: Option<&str>) -> Records {
        let mut made = offer(41, "2026-12-30T16:00");
        made.written = written.map(at);
        let mut records = search([acme().offered(made)]);
        records.settings.holidays = vec![day("2027-01-01")];
        records
    }

    #[test]
    fn while_it_is_only_spoken_due_at_the_end_of_the_3rd_business_day_after() {
        let action = the(Task::GetItInWriting, &offered(None), "2026-12-30T17:00");
        assert_eq!(times(&action), ["2026-12-30T16:00", "2027-01-06T00:00", "–"]);
        let records = offered(Some("2026-12-31T10:00"));
        assert_eq!(status(Task::GetItInWriting, &records, "2026-12-31T09:59"), Status::Open);
        assert_eq!(status(Task::GetItInWriting, &records, "2026-12-31T10:00"), Status::Done);
    }

    #[test]
    fn at_the_latest_after_half_of_the_time_to_answer() {
        let mut made = offer(41, "2026-03-03T09:00");
        made.respond_by = Some(at("2026-03-05T17:00"));
        let action = the(Task::GetItInWriting, &search([acme().offered(made)]), "2026-03-03T09:00");
        assert_eq!(times(&action), ["2026-03-03T09:00", "2026-03-04T13:00", "–"]);
    }

    #[test]
    fn an_offer_written_from_the_start_needs_none() {
        let records = offered(Some("2026-12-30T16:00"));
        assert!(all(Task::GetItInWriting, &records, "2026-12-30T17:00").is_empty());
    }

    #[test]
    fn declining_one_of_two_offers_ends_it_for_that_one_alone() {
        let mut made = offer(41, "2026-03-03T09:00");
        made.declined = Some(at("2026-03-04T09:00"));
        let records = search([acme().offered(made).offered(offer(42, "2026-03-03T10:00"))]);
        let of = |now| {
            all(Task::GetItInWriting, &records, now).iter().map(|action| action.key.offer).collect::<Vec<_>>()
        };
        assert_eq!(of("2026-03-04T08:59").len(), 2);
        assert_eq!(of("2026-03-04T09:00"), [Some(offer(42, "2026-03-03T10:00").id)]);
    }
}
