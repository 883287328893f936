//! Before any round has ended, and while none is coming: one question is right, after some weeks (fine print 16).
//!
//! No source speaks of it. No action comes of it: the guard alone answers.

use super::history::{History, Word};
use super::rule_context::RuleContext;
use super::rules::r26_ask_new_date;
use super::{Answer, EnoughReason, WaitReason, YesReason};
use crate::model::Stamp;

/// The business days that an application, or a reply to it that names no day, is given.
const APPLICATION: u32 = 10;

/// May the user ask where things stand, in writing?
pub(super) fn answer(history: &History<'_>, ctx: &RuleContext<'_>) -> Answer {
    let heard = history.last_word();
    if let Some(until) = too_early_until(history, ctx).filter(|until| ctx.now < *until) {
        let day = heard.and_then(|word| word.promise).map(|promise| promise.day);
        let asks_first = r26_ask_new_date::waits_until(history, ctx).is_some();
        let why = if asks_first { WaitReason::CalledOff } else { WaitReason::Application(day) };
        return Answer::TooEarly { until, why };
    }
    let since = heard.map_or(Stamp::MIN, |word| word.at);
    if history.follow_ups().any(|asked| asked >= since) {
        Answer::Enough(EnoughReason::Application)
    } else {
        Answer::Yes(YesReason::NothingYet)
    }
}

/// Until when it is too early for a question before any round: the day that they named is over, or else two weeks since
/// they wrote, or since the user applied. `None` where none of these is known.
pub(crate) fn too_early_until(history: &History<'_>, ctx: &RuleContext<'_>) -> Option<Stamp> {
    let heard = history.last_word();
    // That a round is off is like a reply that names no day.
    let off = history.last_called_off(ctx.now).filter(|off| heard.is_none_or(|word| word.at < *off));
    let heard = off.map(|at| Word { at, promise: None }).or(heard);
    match heard {
        Some(Word { promise: Some(promise), .. }) => Some(ctx.start_of_business_day(promise.day, 1)),
        Some(Word { at, .. }) => Some(ctx.start_of_business_day(ctx.calendar.day(at), APPLICATION)),
        None => {
            let applied = history.applied()?;
            Some(ctx.start_of_business_day(ctx.calendar.day(applied), APPLICATION))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{About, may_write};
    use crate::model::{EventKind, Opportunity};

    fn asked(told: Opportunity, when: &str) -> Answer {
        may_write(&search([told]), ACME, About::Status, None, &now(when))
    }

    #[test]
    fn before_any_round_has_ended_and_none_is_coming_one_question_after_ten_business_days() {
        assert_eq!(
            asked(acme(), "2026-03-04T09:00"),
            Answer::Yes(YesReason::NothingYet),
            "applied who knows when"
        );
        let told = acme().applied("2026-03-02T09:00");
        let early = |until, day| Answer::TooEarly { until: at(until), why: WaitReason::Application(day) };
        assert_eq!(asked(told.clone(), "2026-03-15T23:59"), early("2026-03-16T00:00", None));
        let woken = planned(&search([told.clone()]), "2026-03-15T23:59").valid_until;
        assert_eq!(woken, Some(at("2026-03-16T00:00")));
        assert_eq!(asked(told.clone(), "2026-03-16T00:00"), Answer::Yes(YesReason::NothingYet));
        let told = told.then("2026-03-16T09:00", EventKind::FollowUpSent { person: None });
        assert_eq!(asked(told.clone(), "2026-03-16T09:00"), Answer::Enough(EnoughReason::Application));
        let reply = EventKind::reply(None, Some(day("2026-03-20")));
        let told = told.then("2026-03-17T09:00", reply);
        assert_eq!(
            asked(told.clone(), "2026-03-18T09:00"),
            early("2026-03-23T00:00", Some(day("2026-03-20")))
        );
        assert_eq!(asked(told, "2026-03-23T00:00"), Answer::Yes(YesReason::NothingYet));
    }
}
