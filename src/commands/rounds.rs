//! Rounds: put, removed, looked back at.

use super::transaction::{Entry, Transaction, put_in};
use super::{CommandError, Summary};
use crate::model::{Debrief, EventKind, OpportunityId, Round, RoundId, Stamp};

/// Adds a round, or writes an edited one. One that is new is known from now on (or from its start, if it is
/// noted only afterwards).
pub(super) fn put(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    mut round: Round,
) -> Result<Summary, CommandError> {
    if round.ends < round.starts {
        return Err(CommandError::EndsBeforeStart(round.id));
    }
    let now = tx.now;
    let it = tx.opportunity(opportunity)?;
    if it.round(round.id).is_none() {
        round.known = round.known.or(Some(known_from(round.starts, now)));
    }
    let id = round.id;
    put_in(&mut it.rounds, round, |other| other.id == id);
    Ok(Summary::RoundNoted { company: it.company.clone() })
}

/// Since when a round is known that is noted now.
pub(super) fn known_from(starts: Stamp, now: Stamp) -> Stamp {
    now.min(starts)
}

/// Notes that a round is off.
pub(super) fn call_off(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: RoundId,
    at: Stamp,
) -> Result<Summary, CommandError> {
    tx.round(opportunity, id)?.off = Some(at);
    Ok(Summary::CalledOff { company: tx.company(opportunity) })
}

/// Removes a round, with what happened in it and because of it.
pub(super) fn remove(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: RoundId,
) -> Result<Summary, CommandError> {
    tx.round(opportunity, id)?;
    let it = tx.opportunity(opportunity)?;
    it.rounds.retain(|round| round.id != id);
    it.events.retain(|event| round_of(&event.what) != Some(id));
    it.drafts.retain(|draft| draft.action.round != Some(id));
    Ok(Summary::Removed(format!("The round at {}", it.company)))
}

/// The round that an event belongs to.
fn round_of(what: &EventKind) -> Option<RoundId> {
    match what {
        EventKind::Assessed { round }
        | EventKind::ThankYouSent { round, .. }
        | EventKind::Delivered { round, .. } => Some(*round),
        EventKind::Marked { action, .. } => action.round,
        _ => None,
    }
}

/// Keeps the user's look back at a round, and notes that there was one.
pub(super) fn assess(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: RoundId,
    debrief: Debrief,
) -> Result<Summary, CommandError> {
    tx.round(opportunity, id)?.debrief = Some(debrief);
    note_assessed(tx, opportunity, id)?;
    Ok(Summary::Assessed { company: tx.company(opportunity) })
}

/// Notes once that a round was looked back at.
pub(super) fn note_assessed(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    round: RoundId,
) -> Result<(), CommandError> {
    let assessed = EventKind::Assessed { round };
    if tx.opportunity(opportunity)?.events.iter().any(|event| event.what == assessed) {
        return Ok(());
    }
    let now = tx.now;
    tx.log(opportunity, Entry::new(now, assessed))
}
