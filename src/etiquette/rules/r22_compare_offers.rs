//! R22: compare offers that are undecided: pay, benefits, culture, responsibilities, growth, work-life balance.
//!
//! Sources: HKSM, AFTER.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::ledger::Overview;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// Business days before the earliest deadline by which it is due.
const DUE: u32 = 1;

pub(crate) fn propose(overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let offers = &overview.offers.undecided;
    let Some(second) = offers.get(1) else { return };
    let opens = second.offer.received;
    let mut window = Window::opening(opens);
    if let Some(deadline) = offers.iter().filter_map(|offering| offering.offer.respond_by).min() {
        window = window.due(at.before_deadline(deadline, DUE, opens));
    }
    let key = ActionKey::new(Task::CompareOffers);
    let undecided = u32::try_from(offers.len()).unwrap_or(u32::MAX);
    Proposal::new(Rule::R22, key, window, Reason::Undecided(undecided))
        .word(overview.ledger.word_on(key, opens))
        .add(out, at, None);
}
