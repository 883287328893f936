//! What happened: noted, edited, removed.

use super::desk::{Desk, Entry};
use super::{CommandError, Said};
use crate::model::{Event, EventId, EventKind, Letter, OpportunityId, PersonId, Stamp};

pub(super) fn log(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    at: Stamp,
    what: EventKind,
    note: Option<Letter>,
) -> Result<Said, CommandError> {
    let company = desk.company(opportunity);
    let said = match &what {
        EventKind::Rejected { .. } => Said::Rejected { company },
        EventKind::Withdrawn => Said::Withdrawn { company },
        EventKind::ClosedSilent => Said::Closed { company },
        _ => Said::Noted { company },
    };
    desk.log(opportunity, Entry { letter: note, ..Entry::new(at, what) })?;
    Ok(said)
}

pub(super) fn edit(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    event: Event,
) -> Result<Said, CommandError> {
    let it = desk.opportunity(opportunity)?;
    let id = event.id;
    *it.events.iter_mut().find(|other| other.id == id).ok_or(CommandError::NoEvent(id))? = event;
    Ok(Said::Noted { company: it.company.clone() })
}

pub(super) fn remove(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: EventId,
) -> Result<Said, CommandError> {
    let it = desk.opportunity(opportunity)?;
    let count = it.events.len();
    it.events.retain(|event| event.id != id);
    if it.events.len() == count {
        return Err(CommandError::NoEvent(id));
    }
    Ok(Said::Removed(format!("The entry for {}", it.company)))
}

/// Notes that a way to reach a person was found, and keeps the address with them.
pub(super) fn find_contact(
    desk: &mut Desk<'_>,
    opportunity: OpportunityId,
    id: PersonId,
    email: Option<String>,
    at: Stamp,
) -> Result<Said, CommandError> {
    let person = desk.person(id)?;
    let name = person.name.clone();
    if let Some(email) = email.map(|email| email.trim().to_owned()).filter(|email| !email.is_empty()) {
        person.email = Some(email);
    }
    desk.log(opportunity, Entry::new(at, EventKind::ContactFound { person: id }))?;
    Ok(Said::ContactFound { name })
}
