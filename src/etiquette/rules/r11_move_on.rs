//! R11: take silence as an answer, close it, and prepare for the next.
//!
//! It opens some days after the last allowed follow-up was sent, or when one closes unsent. A later reply
//! reopens the opportunity. Sources: PLAN, STAR.

use crate::etiquette::follow_up_windows::FollowUps;
use crate::etiquette::history::{Ending, History};
use crate::etiquette::playbook::MoveOn;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::days_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{Stamp, Task};

/// It is due at the end of this business day after the day on which it opens.
const DUE: u32 = 2;

pub(crate) fn propose(
    history: &History<'_>,
    follow_ups: &FollowUps,
    ctx: &RuleContext<'_>,
    out: &mut Vec<Action>,
) {
    let Some((opens, reason)) = opening(follow_ups, ctx).filter(|_| !follow_ups.held) else { return };
    let window = Window::opening(opens).due(ctx.end_of_business_day(ctx.calendar.day(opens), DUE));
    let key = history.key(Task::MoveOn);
    let closed = history.outcome_if(&[Ending::Silent]);
    Proposal::new(Rule::R11, key, window, reason)
        .borrowed(ctx.playbook.move_on().borrowed)
        .done(closed.map(|outcome| outcome.at))
        .marked(history.mark_on(key, follow_ups.since))
        .ending(follow_ups.cancelled)
        .add(out, ctx, Some(history));
}

/// When silence is taken as an answer, and why; `None` while a follow-up may still be sent.
pub(crate) fn opening(follow_ups: &FollowUps, ctx: &RuleContext<'_>) -> Option<(Stamp, Reason)> {
    if let Some(last) = follow_ups.last_allowed() {
        let day = follow_ups.day_after(last, ctx);
        let opens = match ctx.playbook.move_on().value {
            MoveOn::BusinessDays(n) => ctx.calendar.business_days_after(day, n),
            MoveOn::Days(n) => days_after(day, n.into()),
        };
        let opens = follow_ups.not_before().map_or(opens, |first| first.max(opens));
        return Some((ctx.calendar.start(opens), Reason::SilentSince(ctx.calendar.day(last))));
    }
    let (window, _) = follow_ups.window(follow_ups.proposed(), ctx);
    let closes = window.closes?;
    if closes > follow_ups.until {
        // Noted here, because a follow-up that was skipped or has ended does not note its own window.
        ctx.changes_at(closes);
        return None;
    }
    Some((closes, Reason::NeverAsked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, PlaybookId, Records};

    const ASKED: EventKind = EventKind::FollowUpSent { person: None };

    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA])
    }

    fn asked_twice() -> Records {
        search([held().then("2026-03-09T09:00", ASKED).then("2026-03-20T09:00", ASKED)])
    }

    #[test]
    fn it_opens_at_the_start_of_the_10th_business_day_after_the_last_allowed_question() {
        let action = the(Task::MoveOn, &asked_twice(), "2026-03-21T09:00");
        assert_eq!(times(&action), ["2026-04-03T00:00", "2026-04-08T00:00", "–"]);
        assert_eq!(action.reason, Reason::SilentSince(day("2026-03-20")));
        assert!(!action.borrowed);
    }

    #[test]
    fn under_the_star_21_days_after_its_one_question() {
        let told = held().then("2026-03-09T09:00", ASKED);
        let action = the(Task::MoveOn, &under(PlaybookId::Star, search([told])), "2026-03-21T09:00");
        assert_eq!(times(&action), ["2026-03-30T00:00", "2026-04-02T00:00", "–"]);
    }

    #[test]
    fn or_when_a_question_closes_unsent_and_not_a_moment_before() {
        let records = search([held()]);
        let plan = planned(&records, "2026-03-20T09:00");
        assert!(plan.actions.iter().all(|action| action.task() != Task::MoveOn));
        let closes =
            plan.actions.iter().find(|action| action.task() == Task::FollowUp).unwrap().window.closes;
        assert_eq!(closes.map(local).as_deref(), Some("2026-03-31T00:00"));
        assert!(all(Task::MoveOn, &records, "2026-03-30T23:59").is_empty());
        let action = the(Task::MoveOn, &records, "2026-03-31T00:00");
        assert_eq!(times(&action), ["2026-03-31T00:00", "2026-04-03T00:00", "–"]);
        assert_eq!((action.reason, action.status), (Reason::NeverAsked, Status::Open));
    }

    #[test]
    fn closed_for_silence_is_done_and_a_later_reply_reopens() {
        let closed =
            asked_twice().opportunities[&ACME].clone().then("2026-04-06T09:00", EventKind::ClosedSilent);
        assert_eq!(status(Task::MoveOn, &search([closed.clone()]), "2026-04-07T09:00"), Status::Done);
        let reply = EventKind::reply(None, None);
        let records = search([closed.then("2026-04-07T09:00", reply)]);
        assert!(all(Task::MoveOn, &records, "2026-04-07T10:00").is_empty());
        assert_eq!(status(Task::FollowUp, &records, "2026-04-07T10:00"), Status::Upcoming);
    }

    #[test]
    fn a_withdrawal_is_no_silence() {
        let mut told = asked_twice().opportunities[&ACME].clone();
        told = told.then("2026-04-06T09:00", EventKind::Withdrawn);
        assert!(all(Task::MoveOn, &search([told]), "2026-04-07T09:00").is_empty());
    }

    #[test]
    fn it_says_that_a_value_is_considereds_where_the_playbook_is_silent_on_letting_go() {
        let borrowed =
            |playbook| the(Task::MoveOn, &under(playbook, asked_twice()), "2026-04-21T09:00").borrowed;
        assert!(borrowed(PlaybookId::Accrue));
        assert!(borrowed(PlaybookId::Plan), "it says to, but not when");
        assert!(!borrowed(PlaybookId::Star));
    }
}
