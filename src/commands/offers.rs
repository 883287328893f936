//! Offers: put, removed, and carried from spoken to signed or declined.

use super::transaction::{Entry, Transaction, put_in};
use super::{CommandError, Reply, Summary, entries, letter_drafts};
use crate::model::{ActionKey, EventKind, Letter, Mark, Offer, OfferId, OpportunityId, Stamp, Task};

pub(super) fn put(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    offer: Offer,
) -> Result<Summary, CommandError> {
    let it = tx.opportunity(opportunity)?;
    let id = offer.id;
    put_in(&mut it.offers, offer, |other| other.id == id);
    Ok(Summary::Noted { company: it.company.clone() })
}

/// Removes an offer, with the user's word on what it asked for there.
pub(super) fn remove(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
) -> Result<Summary, CommandError> {
    tx.offer(opportunity, id)?;
    let it = tx.opportunity(opportunity)?;
    it.offers.retain(|offer| offer.id != id);
    it.events
        .retain(|event| !matches!(&event.what, EventKind::Marked { action, .. } if action.offer == Some(id)));
    it.drafts.retain(|draft| draft.action.offer != Some(id));
    Ok(Summary::Removed(format!("The offer from {}", it.company)))
}

pub(super) fn acknowledge(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Summary, CommandError> {
    tx.offer(opportunity, id)?.acknowledged = Some(at);
    Ok(Summary::Done(Task::AcknowledgeOffer))
}

pub(super) fn receive_in_writing(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Summary, CommandError> {
    tx.offer(opportunity, id)?.written = Some(at);
    Ok(Summary::Done(Task::GetItInWriting))
}

/// Gives an offer another deadline, and notes the reply that named it.
pub(super) fn extend(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    respond_by: Stamp,
    reply: Reply,
) -> Result<Summary, CommandError> {
    tx.offer(opportunity, id)?.respond_by = Some(respond_by);
    let what = EventKind::reply(reply.person, None);
    entries::log(tx, opportunity, reply.at, what, reply.note)
}

/// Signs an offer. Whether it ever came in writing is for the user to say.
pub(super) fn sign(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Summary, CommandError> {
    let offer = tx.offer(opportunity, id)?;
    offer.signed = Some(at);
    offer.declined = None;
    Ok(Summary::Signed { company: tx.company(opportunity) })
}

/// Notes that they took an offer back.
pub(super) fn retract(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Summary, CommandError> {
    tx.offer(opportunity, id)?.retracted = Some(at);
    Ok(Summary::Retracted { company: tx.company(opportunity) })
}

/// Declines an offer. The letter, if there was one, stays with the opportunity.
pub(super) fn decline(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
    letter: Option<Letter>,
) -> Result<Summary, CommandError> {
    let offer = tx.offer(opportunity, id)?;
    offer.declined = Some(at);
    offer.signed = None;
    if letter.is_some() {
        let action = ActionKey {
            opportunity: Some(opportunity),
            offer: Some(id),
            ..ActionKey::new(Task::DecideOffer)
        };
        let what = EventKind::marked(Mark::Done, action);
        tx.log(opportunity, Entry { letter, ..Entry::new(at, what) })?;
        letter_drafts::take(tx, action)?;
    }
    Ok(Summary::Declined { company: tx.company(opportunity) })
}
