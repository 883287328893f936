//! Offers: put, removed, and carried from spoken to signed or declined.

use super::desk::{Desk, Entry, put_in};
use super::{CommandError, Reply, Said};
use crate::model::{ActionKey, EventKind, Letter, Mark, Offer, OfferId, OpportunityId, Stamp, Task};

pub(super) fn put(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    offer: Offer,
) -> Result<Said, CommandError> {
    let it = desk.opportunity(opportunity)?;
    let id = offer.id;
    put_in(&mut it.offers, offer, |other| other.id == id);
    Ok(Said::Noted { company: it.company.clone() })
}

/// Removes an offer, with the user's word on what it asked for there.
pub(super) fn remove(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: OfferId,
) -> Result<Said, CommandError> {
    desk.offer(opportunity, id)?;
    let it = desk.opportunity(opportunity)?;
    it.offers.retain(|offer| offer.id != id);
    it.events
        .retain(|event| !matches!(&event.what, EventKind::Marked { action, .. } if action.offer == Some(id)));
    it.drafts.retain(|draft| draft.action.offer != Some(id));
    Ok(Said::Removed(format!("The offer from {}", it.company)))
}

pub(super) fn acknowledge(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Said, CommandError> {
    desk.offer(opportunity, id)?.acknowledged = Some(at);
    Ok(Said::Done(Task::AcknowledgeOffer))
}

pub(super) fn receive_in_writing(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Said, CommandError> {
    desk.offer(opportunity, id)?.written = Some(at);
    Ok(Said::Done(Task::GetItInWriting))
}

/// Gives an offer another deadline, and notes the reply that named it.
pub(super) fn extend(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    respond_by: Stamp,
    reply: Reply,
) -> Result<Said, CommandError> {
    desk.offer(opportunity, id)?.respond_by = Some(respond_by);
    let what = EventKind::ReplyReceived { person: reply.person, reply_by: None };
    super::entries::log(desk, opportunity, reply.at, what, reply.note)
}

/// Signs an offer. Whether it ever came in writing is for the user to say.
pub(super) fn sign(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
) -> Result<Said, CommandError> {
    let offer = desk.offer(opportunity, id)?;
    offer.signed = Some(at);
    offer.declined = None;
    Ok(Said::Signed { company: desk.company(opportunity) })
}

/// Declines an offer. The letter, if there was one, stays with the opportunity.
pub(super) fn decline(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: OfferId,
    at: Stamp,
    letter: Option<Letter>,
) -> Result<Said, CommandError> {
    let offer = desk.offer(opportunity, id)?;
    offer.declined = Some(at);
    offer.signed = None;
    if letter.is_some() {
        let action = ActionKey {
            opportunity: Some(opportunity),
            offer: Some(id),
            ..ActionKey::new(Task::DecideOffer)
        };
        let what = EventKind::marked(Mark::Done, action);
        desk.log(opportunity, Entry { letter, ..Entry::new(at, what) })?;
        super::letters::forget_draft(desk, action)?;
    }
    Ok(Said::Declined { company: desk.company(opportunity) })
}
