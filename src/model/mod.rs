//! What the user told us: opportunities with their rounds, people, offers and events; settings.
//!
//! Plain data. An instant is a [`Stamp`] (UTC, whole seconds); a day is chrono's `NaiveDate` in the user's own
//! zone, whichever that is when it is read. Lists that name people hold ids, never copies.

mod address;
mod event;
mod id;
mod merge;
mod offer;
mod opportunity;
mod person;
mod record;
mod round;
mod search;
mod settings;
mod stamp;
mod task;
mod template;
mod terms;
mod time;
mod written;

pub use address::{is_one_address, name_and_address};
pub use event::{Event, EventKind, Letter, Mark, WantsAnswer};
pub use id::{
    EventId, ItemId, NewId, NumberedIds, OfferId, OpportunityId, PersonId, RoundId, TemplateId, uuid_v7,
};
pub(crate) use merge::Merge;
pub use offer::{Decision, Offer};
pub use opportunity::{Draft, Opportunity};
pub use person::{Person, PersonEvent, PersonEventKind, Role};
pub use record::{Record, RecordKey};
pub use round::{
    Channel, Conversation, Course, Debrief, Deliverable, Feeling, Interest, Met, Permission, ReplyBy, Round,
};
pub use search::{FormDraft, Search, SearchMark, SearchStep};
pub use settings::{
    EmptyWeek, HolidaySet, Manner, PipelineOrder, PlaybookId, Settings, Theme, Tone, WorkWeek,
};
pub use stamp::Stamp;
pub use task::{ActionKey, Task};
pub use template::Template;
pub use terms::{
    Amount, ComparisonBasis, Criterion, CriterionValues, NoAmount, PayPeriod, PresentJob, Terms,
};
pub(crate) use time::maybe_date;
pub use time::{date, dates, read_date, read_time, write_date, write_time};

use std::collections::BTreeMap;

/// Everything the user told us, in memory.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Records {
    /// All opportunities.
    pub opportunities: BTreeMap<OpportunityId, Opportunity>,
    /// All people.
    pub people: BTreeMap<PersonId, Person>,
    /// The user's own templates.
    pub templates: BTreeMap<TemplateId, Template>,
    /// What the user set.
    pub settings: Settings,
    /// What belongs to the search as a whole.
    pub search: Search,
}

impl Records {
    /// The opportunity that an offer is of.
    pub fn offering(&self, offer: OfferId) -> Option<&Opportunity> {
        self.opportunities.values().find(|one| one.offers.iter().any(|made| made.id == offer))
    }
}
