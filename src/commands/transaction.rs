//! Where a command works: the records, and how the touched ones were before.

use super::{Change, CommandError, Summary};
use crate::model::{
    Event, EventId, EventKind, Letter, NewId, Offer, OfferId, Opportunity, OpportunityId, Person, PersonId,
    Record, RecordKey, Records, Round, RoundId, Search, Stamp,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The records while a command is carried out. Whoever asks for one to write in it has it remembered first.
pub(super) struct Transaction<'a> {
    records: &'a mut Records,
    before: BTreeMap<RecordKey, Option<Record>>,
    ids: &'a mut dyn NewId,
    /// Of records that come from a backup: their texts there, where those hold more than is known here.
    pub(super) texts: BTreeMap<RecordKey, String>,
    /// The moment of the command.
    pub(super) now: Stamp,
}

impl<'a> Transaction<'a> {
    pub(super) fn new(records: &'a mut Records, ids: &'a mut dyn NewId, now: Stamp) -> Self {
        Self { records, before: BTreeMap::new(), ids, texts: BTreeMap::new(), now }
    }

    /// The change that was made.
    pub(super) fn done(self, summary: Summary) -> Change {
        Change::since(self.before, self.records, summary, self.texts)
    }

    /// Puts everything back as it was.
    pub(super) fn roll_back(self) {
        for (key, before) in self.before {
            match before {
                Some(record) => record.put_into(self.records),
                None => Record::remove_from(self.records, key),
            }
        }
    }

    fn remember(&mut self, key: RecordKey) {
        self.before.entry(key).or_insert_with(|| Record::copy_of(self.records, key));
    }

    /// The records, to look at.
    pub(super) fn records(&self) -> &Records {
        self.records
    }

    pub(super) fn fresh(&mut self) -> Uuid {
        self.ids.fresh()
    }

    /// Adds a record, or writes it over the one of its name.
    pub(super) fn put(&mut self, record: Record) {
        self.remember(record.key());
        record.put_into(self.records);
    }

    /// Removes the record of that name, if it is there.
    pub(super) fn remove(&mut self, key: RecordKey) {
        self.remember(key);
        Record::remove_from(self.records, key);
    }

    /// An opportunity, to write in.
    pub(super) fn opportunity(&mut self, id: OpportunityId) -> Result<&mut Opportunity, CommandError> {
        self.remember(RecordKey::Opportunity(id));
        self.records.opportunities.get_mut(&id).ok_or(CommandError::NoOpportunity(id))
    }

    /// A person, to write in.
    pub(super) fn person(&mut self, id: PersonId) -> Result<&mut Person, CommandError> {
        self.remember(RecordKey::Person(id));
        self.records.people.get_mut(&id).ok_or(CommandError::NoPerson(id))
    }

    /// The search, to write in.
    pub(super) fn search(&mut self) -> &mut Search {
        self.remember(RecordKey::Search);
        &mut self.records.search
    }

    /// A round, to write in.
    pub(super) fn round(
        &mut self,
        opportunity: OpportunityId,
        id: RoundId,
    ) -> Result<&mut Round, CommandError> {
        let rounds = &mut self.opportunity(opportunity)?.rounds;
        rounds.iter_mut().find(|round| round.id == id).ok_or(CommandError::NoRound(id))
    }

    /// An offer, to write in.
    pub(super) fn offer(
        &mut self,
        opportunity: OpportunityId,
        id: OfferId,
    ) -> Result<&mut Offer, CommandError> {
        let offers = &mut self.opportunity(opportunity)?.offers;
        offers.iter_mut().find(|offer| offer.id == id).ok_or(CommandError::NoOffer(id))
    }

    /// Adds something that happened.
    pub(super) fn log(&mut self, opportunity: OpportunityId, entry: Entry) -> Result<(), CommandError> {
        let id = EventId(self.fresh());
        let Entry { at, what, letter, against_advice } = entry;
        self.opportunity(opportunity)?.events.push(Event {
            id,
            at,
            what,
            letter: letter.map(Box::new),
            against_advice,
        });
        Ok(())
    }

    /// The company's name, for the user.
    pub(super) fn company(&self, id: OpportunityId) -> String {
        self.records.opportunities.get(&id).map_or_else(String::new, |it| it.company.clone())
    }

    /// A person's name, for the user.
    pub(super) fn name(&self, id: PersonId) -> Option<String> {
        self.records.people.get(&id).map(|person| person.name.clone())
    }
}

/// Something that happened, without an id yet.
pub(super) struct Entry {
    pub(super) at: Stamp,
    pub(super) what: EventKind,
    pub(super) letter: Option<Letter>,
    pub(super) against_advice: bool,
}

impl Entry {
    pub(super) fn new(at: Stamp, what: EventKind) -> Self {
        Self { at, what, letter: None, against_advice: false }
    }
}

/// Writes an element over the one that is the same, or adds it.
pub(super) fn put_in<T>(list: &mut Vec<T>, new: T, same: impl Fn(&T) -> bool) {
    match list.iter_mut().find(|element| same(element)) {
        Some(element) => *element = new,
        None => list.push(new),
    }
}
