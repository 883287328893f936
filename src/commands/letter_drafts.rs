//! Letters while they are written.

use super::transaction::{Transaction, put_in};
use super::{CommandError, Summary};
use crate::model::{ActionKey, Decision, Draft, Letter};

/// Keeps a letter as it stands. A changed text has to be read by a friend anew.
pub(super) fn save(
    tx: &mut Transaction<'_>,
    key: ActionKey,
    decision: Option<Decision>,
    letter: Letter,
    aside: Vec<Letter>,
) -> Result<Summary, CommandError> {
    let touched = tx.now;
    let drafts = drafts(tx, key)?;
    let is_it = |draft: &Draft| {
        draft.action == key && draft.decision == decision && draft.letter == letter && draft.aside == aside
    };
    if !drafts.iter().any(is_it) {
        let draft = Draft { action: key, decision, letter, aside, touched, proofread: false };
        put_in(drafts, draft, |other| other.action == key);
    }
    Ok(Summary::DraftSaved)
}

pub(super) fn discard(tx: &mut Transaction<'_>, key: ActionKey) -> Result<Summary, CommandError> {
    take(tx, key)?.map(|_| Summary::DraftDropped).ok_or(CommandError::NoDraft(key))
}

pub(super) fn mark_proofread(tx: &mut Transaction<'_>, key: ActionKey) -> Result<Summary, CommandError> {
    let drafts = drafts(tx, key)?;
    let draft = drafts.iter_mut().find(|draft| draft.action == key).ok_or(CommandError::NoDraft(key))?;
    draft.proofread = true;
    Ok(Summary::Proofread)
}

/// Removes the draft for an action, and hands its text over, if there is one.
pub(super) fn take(tx: &mut Transaction<'_>, key: ActionKey) -> Result<Option<Letter>, CommandError> {
    let drafts = drafts(tx, key)?;
    let Some(place) = drafts.iter().position(|draft| draft.action == key) else { return Ok(None) };
    Ok(Some(drafts.remove(place).letter))
}

/// Where drafts for such an action live: with its opportunity, else with the search.
fn drafts<'d>(tx: &'d mut Transaction<'_>, key: ActionKey) -> Result<&'d mut Vec<Draft>, CommandError> {
    Ok(match key.opportunity {
        Some(opportunity) => &mut tx.opportunity(opportunity)?.drafts,
        None => &mut tx.search().drafts,
    })
}
