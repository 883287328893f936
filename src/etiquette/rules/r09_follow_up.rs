//! R9 and R10: ask where things stand, one message for the whole opportunity, and once more if there is no
//! answer.
//!
//! The first opens after the promised date, or, where none was promised, some business days after the last
//! thank-you of the round; the second, where the playbook allows one, is counted from the first. A reply, and a
//! round's end, start the count anew. Sources: R9 ACCRUE, STAR, AFTER, PLAN; R10 PLAN.

use super::r04_thank_you;
use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::follow_ups::FollowUps;
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule};
use crate::model::{ActionKey, PersonId, Task};

pub(crate) fn propose(
    history: &History<'_>,
    follow_ups: &FollowUps<'_>,
    at: &Circumstances<'_>,
    out: &mut Vec<Action>,
) {
    let to = history.addressee();
    let owes_thanks = |person: PersonId| r04_thank_you::is_unsent(history, at, person);
    for nth in 1..=follow_ups.proposed() {
        let key = key(history, nth);
        let (window, reason) = follow_ups.window(nth, at);
        let rule = if nth == 1 { Rule::R9 } else { Rule::R10 };
        let silent =
            nth == 1 && follow_ups.waiting.promise.is_none() && at.playbook.first_follow_up().borrowed;
        let sent = follow_ups.sent.get(usize::from(nth) - 1).copied();
        Proposal::new(rule, key, window, reason)
            .borrowed(silent || nth > 1 && at.playbook.follow_ups().borrowed)
            .done(sent)
            .word(history.word_on(key, follow_ups.waiting.at))
            .ending(follow_ups.cancelled)
            .to(to, history.channel_for_status())
            .carrying_thanks(sent.is_none() && to.is_some_and(owes_thanks))
            .add(out, at, Some(history));
    }
}

/// The key of the nth follow-up since the last reply.
pub(crate) fn key(history: &History<'_>, nth: u8) -> ActionKey {
    ActionKey { nth: Some(nth), ..history.key(Task::FollowUp) }
}

/// Why the nth follow-up is right, given what it is counted from.
pub(crate) fn reason(follow_ups: &FollowUps<'_>, nth: u8, counted_from: chrono::NaiveDate) -> Reason {
    match (nth, follow_ups.waiting.promise, follow_ups.waiting.round) {
        (2.., _, _) => Reason::StillSilent(counted_from),
        (_, Some(promise), _) => Reason::PromiseOver(promise),
        (_, None, Some(_)) => Reason::NoPromise(counted_from),
        (_, None, None) => Reason::SinceReply(counted_from),
    }
}
