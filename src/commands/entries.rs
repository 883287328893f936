//! What happened: noted, edited, removed.

use super::transaction::{Entry, Transaction};
use super::{CommandError, Summary};
use crate::model::{Event, EventId, EventKind, Letter, OpportunityId, PersonId, Stamp, name_and_address};

pub(super) fn log(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    at: Stamp,
    what: EventKind,
    note: Option<Letter>,
) -> Result<Summary, CommandError> {
    let company = tx.company(opportunity);
    let summary = match &what {
        EventKind::Rejected { .. } => Summary::Rejected { company },
        EventKind::Withdrawn => Summary::Withdrawn { company },
        EventKind::ClosedSilent => Summary::Closed { company },
        _ => Summary::Noted { company },
    };
    tx.log(opportunity, Entry { letter: note, ..Entry::new(at, what) })?;
    Ok(summary)
}

pub(super) fn edit(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    event: Event,
) -> Result<Summary, CommandError> {
    let it = tx.opportunity(opportunity)?;
    let id = event.id;
    *it.events.iter_mut().find(|other| other.id == id).ok_or(CommandError::NoEvent(id))? = event;
    Ok(Summary::Noted { company: it.company.clone() })
}

pub(super) fn remove(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: EventId,
) -> Result<Summary, CommandError> {
    let it = tx.opportunity(opportunity)?;
    let count = it.events.len();
    it.events.retain(|event| event.id != id);
    if it.events.len() == count {
        return Err(CommandError::NoEvent(id));
    }
    Ok(Summary::Removed(format!("The entry for {}", it.company)))
}

/// Notes that a way to reach a person was found, and keeps the address with them.
pub(super) fn find_contact(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    id: PersonId,
    email: Option<&str>,
    at: Stamp,
) -> Result<Summary, CommandError> {
    let person = tx.person(id)?;
    let name = person.name.clone();
    let email = email.map(|email| name_and_address(email).1.to_owned());
    if let Some(email) = email.filter(|email| !email.is_empty()) {
        person.email = Some(email);
    }
    tx.log(opportunity, Entry::new(at, EventKind::ContactFound { person: id }))?;
    Ok(Summary::ContactFound { name })
}
