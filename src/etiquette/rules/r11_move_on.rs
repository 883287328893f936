//! R11: take silence as an answer, close it, and prepare for the next.
//!
//! It opens some days after the last allowed follow-up was sent, or when one closes unsent. A later reply
//! reopens the opportunity. Sources: PLAN, STAR.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::after;
use crate::etiquette::follow_ups::FollowUps;
use crate::etiquette::history::{Ending, History};
use crate::etiquette::playbook::MoveOn;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{Stamp, Task};

/// Business days after the day it opens on whose evening it is due.
const DUE: u32 = 2;

pub(crate) fn propose(
    history: &History<'_>,
    follow_ups: &FollowUps<'_>,
    at: &Circumstances<'_>,
    out: &mut Vec<Action>,
) {
    let Some((opens, reason)) = opening(follow_ups, at) else { return };
    let window = Window::opening(opens).due(at.end_of_business_day(at.days.day(opens), DUE));
    let key = history.key(Task::MoveOn);
    let closed = history.outcome().filter(|outcome| outcome.ending == Ending::Silent);
    Proposal::new(Rule::R11, key, window, reason)
        .borrowed(at.playbook.move_on().borrowed)
        .done(closed.map(|outcome| outcome.at))
        .word(history.word_on(key, follow_ups.waiting.at))
        .ending(follow_ups.cancelled)
        .add(out, at, Some(history));
}

/// When silence is taken as an answer, once that is determined.
pub(crate) fn opening(follow_ups: &FollowUps<'_>, at: &Circumstances<'_>) -> Option<(Stamp, Reason)> {
    if let Some(last) = follow_ups.last_allowed() {
        let day = at.days.day(last);
        let opens = match at.playbook.move_on().value {
            MoveOn::BusinessDays(n) => at.start_of_business_day(day, n),
            MoveOn::Days(n) => at.days.start(after(day, n.into())),
        };
        return Some((opens, Reason::SilentSince(day)));
    }
    let (window, _) = follow_ups.window(follow_ups.proposed(), at);
    let closes = window.closes?;
    if closes > follow_ups.until {
        // Nobody else may say so: a follow-up that was skipped, or cut by an end, changes no more of itself.
        at.changes_at(closes);
        return None;
    }
    Some((closes, Reason::NeverAsked))
}
