//! The example search beside the user's own: put there, and dropped again.

use super::transaction::Transaction;
use super::{CommandError, Summary};
use crate::model::{Opportunity, PersonId, Record, RecordKey, Records};

/// Puts an example search beside what is there. An earlier one goes first.
pub(super) fn load(tx: &mut Transaction<'_>, example: Records) -> Result<Summary, CommandError> {
    drop_it(tx)?;
    for person in example.people.into_values().filter(|person| person.example) {
        tx.put(Record::Person(Box::new(person)));
    }
    for opportunity in example.opportunities.into_values().filter(|it| it.example) {
        tx.put(Record::Opportunity(Box::new(opportunity)));
    }
    Ok(Summary::ExampleLoaded)
}

/// Drops everything that is marked as an example. Somebody whom the user's own opportunities mention becomes
/// the user's own.
pub(super) fn drop_it(tx: &mut Transaction<'_>) -> Result<Summary, CommandError> {
    let records = tx.records();
    let (dropped, own): (Vec<&Opportunity>, Vec<_>) =
        records.opportunities.values().partition(|it| it.example);
    let dropped: Vec<RecordKey> = dropped.iter().map(|it| RecordKey::Opportunity(it.id)).collect();
    let people = records.people.values().filter(|person| person.example);
    let (kept, gone): (Vec<PersonId>, Vec<_>) = people
        .map(|person| person.id)
        .partition(|person| own.iter().any(|it| it.everyone().contains(person)));
    for key in dropped.into_iter().chain(gone.into_iter().map(RecordKey::Person)) {
        tx.remove(key);
    }
    for person in kept {
        tx.person(person)?.example = false;
    }
    Ok(Summary::ExampleDropped)
}
