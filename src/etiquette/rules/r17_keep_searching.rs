//! R17: keep the search alive until an offer letter is signed.
//!
//! While an opportunity is live, or was in the last 30 days: fewer than three active opportunities, or seven
//! days without a step of the search (an application, a round scheduled, a contact made). Sources: HKSM,
//! AFTER, PLAN.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::after;
use crate::etiquette::ledger::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Stamp, Task};

/// So many active opportunities are enough.
const ENOUGH: usize = 3;
/// Days after the last step at whose start it opens, where they are enough.
const QUIET: u64 = 7;
/// Days after the day it opens on whose evening it is due.
const DUE: u64 = 3;
/// Days for which an opportunity that was live still counts.
const LINGERS: u64 = 30;

pub(crate) fn propose(overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let Some(until) = lively_until(overview, at) else { return };
    let active = overview.ledger.active;
    let step = last_step(overview, at);
    let too_few = active < ENOUGH;
    let since = if too_few { too_few_since(overview, at) } else { Stamp::MIN_UTC };
    // Where neither a step nor the beginning is dated, the first dated fact stands in for both.
    let counted_from = Some(step.unwrap_or(Stamp::MIN_UTC).max(since))
        .filter(|from| *from > Stamp::MIN_UTC)
        .or_else(|| overview.ledger.first_fact())
        .unwrap_or(at.now);
    let opens = if too_few { counted_from } else { at.days.start(after(at.days.day(counted_from), QUIET)) };
    let window = Window::opening(opens).due(at.days.end(after(at.days.day(opens), DUE)));
    let reason = if too_few {
        Reason::TooFew(u32::try_from(active).unwrap_or(u32::MAX))
    } else {
        Reason::Quiet(step.map(|step| at.days.day(step)))
    };
    let key = ActionKey::new(Task::KeepSearching);
    at.changes_at(until);
    Proposal::new(Rule::R17, key, window, reason)
        .word(overview.ledger.word_on(key, counted_from))
        .add(out, at, None);
}

/// Until when the rule speaks: while one is live, or was in the last 30 days.
fn lively_until(overview: Overview<'_>, at: &Circumstances<'_>) -> Option<Stamp> {
    if overview.ledger.live > 0 {
        return Some(Stamp::MAX_UTC);
    }
    overview.ledger.last_live().map(|end| lingers(end, at)).filter(|until| at.now < *until)
}

/// The end of the 30th day after a day on which one stopped being live.
fn lingers(end: Stamp, at: &Circumstances<'_>) -> Stamp {
    if end == Stamp::MAX_UTC { end } else { at.days.end(after(at.days.day(end), LINGERS)) }
}

fn last_step(overview: Overview<'_>, at: &Circumstances<'_>) -> Option<Stamp> {
    let beside = overview.search.steps.iter().map(|step| step.at).filter(|step| *step <= at.now);
    overview.ledger.last_step().into_iter().chain(beside).max()
}

/// The moment from which, without a break until now, one was live (or had just been) and they were too few.
fn too_few_since(overview: Overview<'_>, at: &Circumstances<'_>) -> Stamp {
    let mut changes: Vec<(Stamp, i32, i32)> = Vec::new();
    for digest in overview.ledger.digests() {
        for (from, to) in &digest.active_spans {
            changes.extend([(*from, 1, 0), (*to, -1, 0)]);
        }
        for (from, to) in &digest.live_spans {
            changes.extend([(*from, 0, 1), (lingers(*to, at), 0, -1)]);
        }
    }
    changes.sort_unstable();
    let (mut active, mut lively, mut since) = (0, 0, None);
    let mut changes = changes.into_iter().take_while(|(when, ..)| *when <= at.now).peekable();
    while let Some((when, more_active, more_lively)) = changes.next() {
        active += more_active;
        lively += more_lively;
        if changes.peek().is_some_and(|(next, ..)| *next == when) {
            continue;
        }
        let holds = lively > 0 && usize::try_from(active).is_ok_and(|active| active < ENOUGH);
        since = if holds { since.or(Some(when)) } else { None };
    }
    since.unwrap_or(Stamp::MIN_UTC)
}
