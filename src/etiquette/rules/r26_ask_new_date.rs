//! R26: ask for a new day, where a round was called off or did not take place, and no other is known.
//!
//! It is there while no other round is coming, until one is noted or known that starts later, they write, make an offer
//! or say no. Source: OWN.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Round, Stamp, Task};

/// It is due, and closes, at the end of these business days after the news.
const DUE: u32 = 1;
const CLOSES: u32 = 5;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    if history.coming_rounds().next().is_some() {
        return;
    }
    for (round, off) in history.rounds_off() {
        let key = key(history, round);
        Proposal::new(Rule::R26, key, window(off, ctx), Reason::CalledOff(round.starts))
            .marked(history.mark_on(key, off))
            .ending(history.replaced(round, off))
            .to(history.addressee(), history.channel())
            .add(out, ctx, Some(history));
    }
}

/// Until when it is there and not done, so that a question where things stand has to wait; `None` where it is not.
pub(crate) fn waits_until(history: &History<'_>, ctx: &RuleContext<'_>) -> Option<Stamp> {
    let over = history.coming_rounds().next().is_some() || history.outcome().is_some();
    let mut asked_for = history.rounds_off().filter(|(round, off)| {
        history.replaced(round, *off).is_none()
            && history.first_outcome_since(*off).is_none()
            && history.mark_on(key(history, round), *off).is_none()
    });
    let closes = asked_for.find_map(|(_, off)| window(off, ctx).closes.filter(|closes| ctx.now < *closes));
    closes.filter(|_| !over && history.ended_by_signature().is_none())
}

fn window(off: Stamp, ctx: &RuleContext<'_>) -> Window {
    let day = ctx.calendar.day(off);
    Window::opening(off).due(ctx.end_of_business_day(day, DUE)).closes(ctx.end_of_business_day(day, CLOSES))
}

fn key(history: &History<'_>, round: &Round) -> ActionKey {
    ActionKey { round: Some(round.id), ..history.key(Task::AskNewDate) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{About, Answer, Status, WaitReason, may_write};
    use crate::model::{EventKind, Mark, Opportunity};

    /// A round held on 3 March; the next one, of 12 March, is called off on the 10th.
    fn called_off() -> Opportunity {
        let mut off = round(SECOND, "2026-03-12T10:00", "2026-03-12T11:00");
        off.off = Some(at("2026-03-10T09:00"));
        acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]).with(off)
    }

    fn asked(told: Opportunity, when: &str) -> Option<Status> {
        all(Task::AskNewDate, &search([told]), when).first().map(|action| action.status)
    }

    #[test]
    fn it_opens_with_the_news_due_on_the_next_business_day_and_closes_on_the_5th() {
        let action = the(Task::AskNewDate, &search([called_off()]), "2026-03-10T09:00");
        assert_eq!(times(&action), ["2026-03-10T09:00", "2026-03-12T00:00", "2026-03-18T00:00"]);
        assert_eq!((action.to, action.key.round), (Some(DANA), Some(SECOND)));
        assert_eq!(asked(called_off(), "2026-03-10T08:59"), None);
        assert_eq!(asked(called_off(), "2026-03-18T00:00"), Some(Status::Missed));
    }

    #[test]
    fn a_question_where_things_stand_waits_for_it() {
        let records = search([called_off()]);
        let wait = |until| Answer::TooEarly { until: at(until), why: WaitReason::CalledOff };
        let answer = |records, when| may_write(records, ACME, About::Status, None, &now(when));
        assert_eq!(answer(&records, "2026-03-11T09:00"), wait("2026-03-18T00:00"));
        assert!(all(Task::FollowUp, &records, "2026-03-17T09:00").is_empty());
        let key = the(Task::AskNewDate, &records, "2026-03-11T09:00").key;
        let done = called_off().then("2026-03-11T10:00", EventKind::marked(Mark::Done, key));
        let first = the(Task::FollowUp, &search([done]), "2026-03-11T10:00");
        assert_eq!(times(&first)[0], "2026-03-17T00:00");
        assert_eq!(first.reason, Reason::SinceNews(day("2026-03-10")));
    }

    #[test]
    fn another_round_a_reply_an_offer_or_an_outcome_ends_it() {
        let when = "2026-03-11T10:00";
        assert_eq!(asked(called_off(), when), Some(Status::Open));
        assert_eq!(asked(called_off().then(when, EventKind::reply(None, None)), when), None);
        assert_eq!(asked(called_off().then(when, EventKind::Withdrawn), when), None);
        assert_eq!(asked(called_off().offered(offer(41, when)), when), None);
        let third = crate::model::RoundId(uuid::Uuid::from_u128(23));
        let mut noted = round(third, "2026-03-11T12:00", "2026-03-11T13:00");
        noted.known = Some(at(when));
        assert_eq!(asked(called_off().with(noted.clone()), when), None, "noted since");
        noted.known = Some(at("2026-03-02T09:00"));
        assert_eq!(asked(called_off().with(noted.clone()), when), None, "while it is coming");
        assert_eq!(asked(called_off().with(noted), "2026-03-11T13:00"), Some(Status::Open));
        let later = round(third, "2026-03-20T12:00", "2026-03-20T13:00");
        assert_eq!(asked(called_off().with(later), when), None, "known already");
    }
}
