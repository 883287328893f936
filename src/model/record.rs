//! One stored record, whichever kind it is.

use super::{
    Merge, Opportunity, OpportunityId, Person, PersonId, Records, Search, Settings, Template, TemplateId,
};

/// Names one stored record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordKey {
    /// A person.
    Person(PersonId),
    /// An opportunity with all that belongs to it.
    Opportunity(OpportunityId),
    /// A template of the user's own.
    Template(TemplateId),
    /// The settings.
    Settings,
    /// What belongs to the search as a whole.
    Search,
}

impl RecordKey {
    /// The names of all records, the settings and the search included.
    pub fn all(records: &Records) -> Vec<Self> {
        let people = records.people.keys().copied().map(Self::Person);
        let opportunities = records.opportunities.keys().copied().map(Self::Opportunity);
        let templates = records.templates.keys().copied().map(Self::Template);
        people.chain(opportunities).chain(templates).chain([Self::Settings, Self::Search]).collect()
    }
}

/// One stored record.
#[derive(Clone, PartialEq, Debug)]
pub enum Record {
    /// A person.
    Person(Box<Person>),
    /// An opportunity.
    Opportunity(Box<Opportunity>),
    /// A template.
    Template(Box<Template>),
    /// The settings.
    Settings(Box<Settings>),
    /// The search.
    Search(Box<Search>),
}

impl Record {
    /// Its name.
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Person(person) => RecordKey::Person(person.id),
            Self::Opportunity(opportunity) => RecordKey::Opportunity(opportunity.id),
            Self::Template(template) => RecordKey::Template(template.id),
            Self::Settings(_) => RecordKey::Settings,
            Self::Search(_) => RecordKey::Search,
        }
    }

    /// A copy of the record of that name. Settings and search are always there.
    pub fn copy_of(records: &Records, key: RecordKey) -> Option<Self> {
        Some(match key {
            RecordKey::Person(id) => Self::Person(Box::new(records.people.get(&id)?.clone())),
            RecordKey::Opportunity(id) => {
                Self::Opportunity(Box::new(records.opportunities.get(&id)?.clone()))
            }
            RecordKey::Template(id) => Self::Template(Box::new(records.templates.get(&id)?.clone())),
            RecordKey::Settings => Self::Settings(Box::new(records.settings.clone())),
            RecordKey::Search => Self::Search(Box::new(records.search.clone())),
        })
    }

    /// Whether there is a record of that name.
    pub(crate) fn is_in(records: &Records, key: RecordKey) -> bool {
        match key {
            RecordKey::Person(id) => records.people.contains_key(&id),
            RecordKey::Opportunity(id) => records.opportunities.contains_key(&id),
            RecordKey::Template(id) => records.templates.contains_key(&id),
            RecordKey::Settings | RecordKey::Search => true,
        }
    }

    /// Puts the record in its place.
    pub fn put_into(self, records: &mut Records) {
        match self {
            Self::Person(person) => drop(records.people.insert(person.id, *person)),
            Self::Opportunity(opportunity) => {
                drop(records.opportunities.insert(opportunity.id, *opportunity));
            }
            Self::Template(template) => drop(records.templates.insert(template.id, *template)),
            Self::Settings(settings) => records.settings = *settings,
            Self::Search(search) => records.search = *search,
        }
    }

    /// Empties the place of that name: settings and search are as on the first day then.
    pub fn remove_from(records: &mut Records, key: RecordKey) {
        match key {
            RecordKey::Person(id) => drop(records.people.remove(&id)),
            RecordKey::Opportunity(id) => drop(records.opportunities.remove(&id)),
            RecordKey::Template(id) => drop(records.templates.remove(&id)),
            RecordKey::Settings => records.settings = Settings::default(),
            RecordKey::Search => records.search = Search::default(),
        }
    }
}

impl Merge for Record {
    fn merge(&mut self, before: &Self, after: &Self) {
        match (self, before, after) {
            (Self::Person(onto), Self::Person(before), Self::Person(after)) => onto.merge(before, after),
            (Self::Opportunity(onto), Self::Opportunity(before), Self::Opportunity(after)) => {
                onto.merge(before, after);
            }
            (Self::Template(onto), Self::Template(before), Self::Template(after)) => {
                onto.merge(before, after);
            }
            (Self::Settings(onto), Self::Settings(before), Self::Settings(after)) => {
                onto.merge(before, after);
            }
            (Self::Search(onto), Self::Search(before), Self::Search(after)) => onto.merge(before, after),
            _ => {} // different kinds have nothing to merge
        }
    }
}
