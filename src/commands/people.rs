//! People: removed with every mention of them, and in contact outside any opportunity.

use super::interview::same_name;
use super::restore::merged_person;
use super::transaction::Transaction;
use super::{CommandError, Summary, form_drafts};
use crate::model::{
    EventKind, Opportunity, OpportunityId, Person, PersonEvent, PersonEventKind, PersonId, Record, RecordKey,
    Records, Search, Stamp, Task,
};

/// Adds a person to an opportunity.
pub(super) fn add(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    person: Person,
    via: bool,
) -> Result<Summary, CommandError> {
    let known = tx.opportunity(opportunity)?.everyone();
    let person = as_known(tx.records(), &known, person);
    let it = tx.opportunity(opportunity)?;
    if !it.everyone().contains(&person.id) {
        it.people.push(person.id);
    }
    if via {
        it.via = Some(person.id);
    }
    let summary = Summary::Saved(person.name.clone());
    tx.put(Record::Person(Box::new(person)));
    Ok(summary)
}

/// Adds a person, or writes an edited one.
pub(super) fn put(tx: &mut Transaction<'_>, person: Person) -> Summary {
    let person = as_known(tx.records(), &[], person);
    let summary = Summary::Saved(person.name.clone());
    tx.put(Record::Person(Box::new(person)));
    summary
}

/// Who is added; where they are known already, with what is new about them. They were typed in two tabs then, say, and
/// saved in both. Their address tells who they are, and among the people of one opportunity their name.
fn as_known(records: &Records, of_the_opportunity: &[PersonId], person: Person) -> Person {
    let is_known = |known: &&Person| {
        let by_name = of_the_opportunity.contains(&known.id);
        same_name(&known.name, &person.name)
            && match (&known.email, &person.email) {
                (Some(known), Some(typed)) => known.trim().to_lowercase() == typed.trim().to_lowercase(),
                _ => by_name,
            }
    };
    let known = (!records.people.contains_key(&person.id)).then(|| records.people.values().find(is_known));
    match known.flatten() {
        Some(known) => merged_person(known.clone(), &person),
        None => person,
    }
}

/// Removes a person and every mention of them. What was sent to them goes with them; what merely names them
/// stays without the name.
pub(super) fn remove(tx: &mut Transaction<'_>, id: PersonId) -> Result<Summary, CommandError> {
    let name = tx.name(id).ok_or(CommandError::NoPerson(id))?;
    tx.remove(RecordKey::Person(id));
    let mentioning = tx.records().opportunities.values().filter(|it| mentions(it, id));
    for opportunity in mentioning.map(|it| it.id).collect::<Vec<_>>() {
        forget_in(tx.opportunity(opportunity)?, id);
    }
    if search_mentions(&tx.records().search, id) {
        let search = tx.search();
        search.drafts.retain(|draft| draft.action.person != Some(id));
        search.marks.retain(|mark| mark.action.person != Some(id));
    }
    form_drafts::discard(tx, &form_drafts::editor_of(id));
    Ok(Summary::Removed(name))
}

/// Notes a contact with a person that belongs to no opportunity.
pub(super) fn record_contact(
    tx: &mut Transaction<'_>,
    id: PersonId,
    at: Stamp,
    text: String,
) -> Result<Summary, CommandError> {
    let person = tx.person(id)?;
    person.log.push(PersonEvent { at, what: PersonEventKind::ContactMade { text } });
    let to = person.name.clone();
    Ok(Summary::Sent { task: Task::KeepInTouch, to })
}

fn mentions(opportunity: &Opportunity, id: PersonId) -> bool {
    opportunity.everyone().contains(&id)
        || opportunity.events.iter().any(|event| is_about(&event.what, id) || names(&event.what, id))
        || opportunity.drafts.iter().any(|draft| draft.action.person == Some(id))
        || opportunity.offers.iter().any(|offer| offer.made_by == Some(id))
        || opportunity
            .rounds
            .iter()
            .any(|round| round.course.as_ref().is_some_and(|course| course.promised_by == Some(id)))
}

fn search_mentions(search: &Search, id: PersonId) -> bool {
    search.drafts.iter().any(|draft| draft.action.person == Some(id))
        || search.marks.iter().any(|mark| mark.action.person == Some(id))
}

fn forget_in(opportunity: &mut Opportunity, id: PersonId) {
    opportunity.people.retain(|person| *person != id);
    opportunity.via = opportunity.via.filter(|person| *person != id);
    for offer in &mut opportunity.offers {
        offer.made_by = offer.made_by.filter(|person| *person != id);
    }
    for round in &mut opportunity.rounds {
        round.expected.retain(|person| *person != id);
        if let Some(course) = &mut round.course {
            course.met.retain(|met| met.person != id);
            course.promised_by = course.promised_by.filter(|person| *person != id);
        }
    }
    opportunity.events.retain(|event| !is_about(&event.what, id));
    for event in &mut opportunity.events {
        forget_name(&mut event.what, id);
    }
    opportunity.drafts.retain(|draft| draft.action.person != Some(id));
}

/// Whether an event is about that person, and means nothing without them.
fn is_about(what: &EventKind, id: PersonId) -> bool {
    match what {
        EventKind::ContactFound { person }
        | EventKind::ThankYouSent { person, .. }
        | EventKind::LinkedinSent { person }
        | EventKind::Connected { person }
        | EventKind::ContactMade { person } => *person == id,
        EventKind::Marked { action, .. } => action.person == Some(id),
        _ => false,
    }
}

/// Whether an event names that person, and still means something without them.
fn names(what: &EventKind, id: PersonId) -> bool {
    match what {
        EventKind::FollowUpSent { person }
        | EventKind::ReplyReceived { person, .. }
        | EventKind::Rejected { person } => *person == Some(id),
        _ => false,
    }
}

fn forget_name(what: &mut EventKind, id: PersonId) {
    if let EventKind::FollowUpSent { person }
    | EventKind::ReplyReceived { person, .. }
    | EventKind::Rejected { person } = what
    {
        *person = person.filter(|person| *person != id);
    }
}
