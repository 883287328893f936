//! What a command changed, and the way back.

use super::Said;
use crate::etiquette::Touched;
use crate::model::{Opportunity, OpportunityId, Person, PersonId, Search, Settings, Template, TemplateId};

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

/// What a command did.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The records to be saved, each once.
    pub touched: Vec<RecordKey>,
    /// The way back.
    pub undo: Undo,
    /// What to tell the user.
    pub said: Said,
}

impl Change {
    /// What has to be planned anew.
    pub fn replan(&self) -> Vec<Touched> {
        self.touched.iter().filter_map(|key| key.replan()).collect()
    }
}

impl RecordKey {
    /// What has to be planned anew when this record changes; a template changes no plan.
    pub fn replan(self) -> Option<Touched> {
        Some(match self {
            Self::Opportunity(id) => Touched::Opportunity(id),
            Self::Person(id) => Touched::Person(id),
            Self::Search => Touched::Search,
            Self::Settings => Touched::Everything,
            Self::Template(_) => return None,
        })
    }
}

/// The way back from a change: the touched records as they were before and after it.
///
/// It holds both, so that what happened to a record since then is left alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Undo {
    pub(super) steps: Vec<Step>,
    pub(super) said: Said,
}

/// One record before and after; `None` where there was none.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Step {
    Opportunity(OpportunityId, Box<BeforeAfter<Option<Opportunity>>>),
    Person(PersonId, Box<BeforeAfter<Option<Person>>>),
    Template(TemplateId, Box<BeforeAfter<Option<Template>>>),
    Settings(Box<BeforeAfter<Settings>>),
    Search(Box<BeforeAfter<Search>>),
}

/// A record before and after a change.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct BeforeAfter<T> {
    pub(super) before: T,
    pub(super) after: T,
}
