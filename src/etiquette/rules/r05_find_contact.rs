//! R5: find a way to reach somebody whose thank-you is waiting: ask the recruiter or HR, or look on LinkedIn.
//!
//! That thank-you is blocked until the contact is found, or R5 is skipped. R5 ends when its thank-you is
//! sent, skipped or missed. Sources: PLAN, AFTER.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::hours_after;
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, EventKind, PersonId, Round, Stamp, Task};

/// How long after the round it is due, in hours.
const WITHIN: i64 = 12;

/// Proposes to find a contact where one is missing. Returns whether the person can be thanked.
pub(crate) fn propose(
    history: &History<'_>,
    at: &Circumstances<'_>,
    round: &Round,
    person: PersonId,
    thank_you: Window,
    unsent: bool,
    out: &mut Vec<Action>,
) -> bool {
    let known = history.person(person).is_some_and(|person| person.email.is_some());
    let found = history.when(|what| *what == EventKind::ContactFound { person });
    if known || found.is_some_and(|found| found <= round.ends) {
        return true;
    }
    let key = ActionKey { round: Some(round.id), person: Some(person), ..history.key(Task::FindContact) };
    let word = history.word_on(key, Stamp::MIN_UTC);
    let reachable = found.is_some() || word.is_some();
    let over = !unsent || thank_you.closes.is_some_and(|closes| at.now >= closes);
    if reachable || !over {
        let window = Window::opening(round.ends).due(hours_after(round.ends, WITHIN));
        // A thank-you missed before an outcome took its search for an address along; so does the outcome.
        Proposal::new(Rule::R5, key, window, Reason::NoAddress).done(found).word(word).add(
            out,
            at,
            Some(history),
        );
    }
    reachable
}
