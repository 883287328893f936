//! The example search beside the user's own: put there, and dropped again.

use super::desk::Desk;
use super::{CommandError, Record, RecordKey, Said};
use crate::model::{Opportunity, PersonId, Records};
use crate::order;

/// Puts an example search beside what is there. An earlier one goes first.
pub(super) fn load(desk: &mut Desk<'_>, example: Records) -> Result<Said, CommandError> {
    drop_it(desk)?;
    for person in example.people.into_values().filter(|person| person.example) {
        desk.put(Record::Person(Box::new(person)));
    }
    for opportunity in example.opportunities.into_values().filter(|it| it.example) {
        desk.put(Record::Opportunity(Box::new(opportunity)));
    }
    Ok(Said::ExampleLoaded)
}

/// Drops everything that is marked as an example. Somebody whom the user's own opportunities mention becomes
/// the user's own.
pub(super) fn drop_it(desk: &mut Desk<'_>) -> Result<Said, CommandError> {
    let records = desk.records();
    let (dropped, own): (Vec<&Opportunity>, Vec<_>) =
        records.opportunities.values().partition(|it| it.example);
    let dropped: Vec<RecordKey> = dropped.iter().map(|it| RecordKey::Opportunity(it.id)).collect();
    let needed = order::set(own.iter().flat_map(|it| it.everyone()));
    let people = records.people.values().filter(|person| person.example);
    let (kept, gone): (Vec<PersonId>, Vec<_>) =
        people.map(|person| person.id).partition(|person| needed.contains(person));
    for key in dropped.into_iter().chain(gone.into_iter().map(RecordKey::Person)) {
        desk.remove(key);
    }
    for person in kept {
        desk.person(person)?.example = false;
    }
    Ok(Said::ExampleDropped)
}
