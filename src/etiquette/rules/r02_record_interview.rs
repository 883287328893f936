//! R2: note who was met, what was promised and what was asked for, while it is fresh.
//!
//! Done once somebody met is recorded, and the day of the answer is recorded or marked as not told. It ends with
//! whatever makes it pointless: an outcome, an offer, the end of a round of a later day, or a reply that came
//! after it was due. Source: OWN.

use super::rounds_that_ran_on;
use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::hours_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, ReplyBy, Round, Stamp, Task};

/// It is due this many hours after the round.
const WITHIN: i64 = 2;
/// Business days after the round's day on whose evening it closes.
const CLOSES_AFTER: u32 = 5;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for round in rounds_that_ran_on(history) {
        let due = hours_after(round.ends, WITHIN);
        let closes = ctx.end_of_business_day(ctx.calendar.day(round.ends), CLOSES_AFTER);
        let window = Window::opening(round.ends).due(due).closes(closes);
        let key = ActionKey { round: Some(round.id), ..history.key(Task::RecordInterview) };
        let recorded = history
            .course(round)
            .is_some_and(|course| !course.met.is_empty() && course.reply_by != ReplyBy::NotRecorded);
        Proposal::new(Rule::R2, key, window, Reason::NotRecorded)
            .done(recorded.then_some(round.ends))
            .marked(history.mark_on(key, Stamp::MIN))
            .ending(overtaken_at(history, round, due, ctx))
            .add(out, ctx, Some(history));
    }
}

/// When an offer came, a round of a later day ended, or a reply came that was no answer to the round itself.
fn overtaken_at(history: &History<'_>, round: &Round, due: Stamp, ctx: &RuleContext<'_>) -> Option<Stamp> {
    let offers = history.offers().iter().map(|offer| offer.received).filter(|at| *at >= round.ends);
    let held = history.rounds().iter().map(|other| other.ends).filter(|ends| *ends <= ctx.now);
    let later = held.filter(|ends| ctx.calendar.day(*ends) > ctx.calendar.day(round.ends));
    offers.chain(later).chain(history.replies().filter(|at| *at > due)).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity};

    fn held(people: &[crate::model::PersonId], reply_by: ReplyBy) -> Opportunity {
        let mut acme = acme().met(FIRST, "2026-03-08T00:30", "2026-03-08T01:30", people);
        acme.rounds[0].course.as_mut().unwrap().reply_by = reply_by;
        acme
    }

    #[test]
    fn it_is_due_two_elapsed_hours_after_the_end() {
        // From 02:00 to 03:00 there was no time that night.
        let records = search([held(&[], ReplyBy::NotRecorded)]);
        let action = the(Task::RecordInterview, &records, "2026-03-08T04:29");
        assert_eq!(times(&action), ["2026-03-08T01:30", "2026-03-08T04:30", "2026-03-14T00:00"]);
        assert_eq!(action.status, Status::Open);
    }

    #[test]
    fn it_is_done_once_someone_met_is_recorded_and_the_reply_date_is_recorded_or_not_told() {
        let after = "2026-03-08T09:00";
        let stands = |acme| status(Task::RecordInterview, &search([acme]), after);
        assert_eq!(stands(held(&[DANA], ReplyBy::NotRecorded)), Status::Overdue);
        assert_eq!(stands(held(&[], ReplyBy::NotTold)), Status::Overdue);
        assert_eq!(stands(held(&[DANA], ReplyBy::NotTold)), Status::Done);
        assert_eq!(stands(held(&[DANA], ReplyBy::Date(day("2026-03-13")))), Status::Done);
    }

    #[test]
    fn it_ends_with_an_outcome_an_offer_and_a_reply_that_comes_after_its_due_time() {
        let is_left = |told, when: &str| !all(Task::RecordInterview, &search([told]), when).is_empty();
        let held = || held(&[], ReplyBy::NotRecorded);
        let reply = EventKind::reply(None, None);
        let no = EventKind::Rejected { person: None };
        assert!(!is_left(held().then("2026-03-08T02:00", no), "2026-03-08T09:00"));
        assert!(!is_left(held().offered(offer(41, "2026-03-08T03:30")), "2026-03-08T09:00"));
        assert!(is_left(held().offered(offer(41, "2026-03-06T09:00")), "2026-03-08T09:00"), "an older one");
        assert!(is_left(held().then("2026-03-08T04:30", reply.clone()), "2026-03-08T09:00"));
        assert!(!is_left(held().then("2026-03-08T04:31", reply), "2026-03-08T09:00"));
    }

    #[test]
    fn the_end_of_a_round_of_a_later_day_ends_it_and_not_one_of_the_same_day() {
        let of = |starts, ends, when| {
            let told = held(&[], ReplyBy::NotRecorded).with(round(SECOND, starts, ends));
            let asked = all(Task::RecordInterview, &search([told]), when);
            asked.iter().any(|action| action.key.round == Some(FIRST))
        };
        assert!(of("2026-03-08T22:00", "2026-03-08T23:59", "2026-03-09T09:00"));
        assert!(of("2026-03-09T10:00", "2026-03-09T11:00", "2026-03-09T10:59"));
        assert!(!of("2026-03-09T10:00", "2026-03-09T11:00", "2026-03-09T11:00"));
    }

    #[test]
    fn what_had_closed_before_stays_missed() {
        let no = EventKind::Rejected { person: None };
        let told = held(&[], ReplyBy::NotRecorded).then("2026-03-14T09:00", no);
        assert_eq!(status(Task::RecordInterview, &search([told]), "2026-03-15T09:00"), Status::Missed);
    }
}
