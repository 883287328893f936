//! What is known of one opportunity at a moment. The rulebook's words are questions here: is it live, who promised?
//!
//! This is the one place where a record is interpreted. The scheduler, the pipeline, the letters and the screens
//! all ask a [`History`] whether an opportunity is over, what was promised, and whom to write to.
//!
//! Facts dated after the moment do not exist yet. A round is known from its `known` time on; what came of it
//! is known from its end on.

mod closings;
mod facts;
mod news;
mod people;
mod questions;
mod reading;
mod requests;
mod signing;
mod spans;

pub(crate) use facts::{Acquaintance, Closing, Meeting, Mention, UserMark, Waiting, Word};
pub use facts::{Ending, Outcome, Promise};

pub(crate) use news::Message;
pub use news::Owed;
pub use requests::{OfferRequests, Request, asks_for_writing};

use crate::model::{ActionKey, Event, Offer, Opportunity, PersonId, Round, Stamp};

/// What is known of an opportunity at a moment.
///
/// ```
/// use afterword::etiquette::{Ending, History};
/// use afterword::model::{Event, EventId, EventKind, Opportunity, OpportunityId, Records, Stamp, uuid_v7};
///
/// let at = |seconds| Stamp::from_timestamp(seconds).unwrap();
/// let mut acme = Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst");
/// acme.events.push(Event {
///     id: EventId(uuid_v7(0, [2; 10])),
///     at: at(1_772_442_000),
///     what: EventKind::ClosedSilent,
///     letter: None,
///     against_advice: false,
/// });
/// let people = Records::default().people;
/// assert_eq!(History::of(&acme, &people, at(1_772_441_999)).outcome(), None);
/// let outcome = History::of(&acme, &people, at(1_772_442_000)).outcome().unwrap();
/// assert_eq!((outcome.ending, outcome.at), (Ending::Silent, at(1_772_442_000)));
/// ```
pub struct History<'a> {
    pub(crate) now: Stamp,
    pub(crate) opportunity: &'a Opportunity,
    /// All rounds that are known, by their end, whatever became of them.
    scheduled: Vec<&'a Round>,
    /// Those among them that count: neither called off nor cancelled by an outcome that was undone since.
    rounds: Vec<&'a Round>,
    /// How many of the rounds have ended, by now and before any outcome.
    ended: usize,
    /// What has happened, by time.
    events: Vec<&'a Event>,
    /// The offers received, by time.
    offers: Vec<&'a Offer>,
    /// When the opportunity was closed and reopened, by time.
    closings: Vec<Closing>,
    /// Everyone whom the opportunity mentions, each once, in the order of [`Mention`].
    pub(crate) people: Vec<Acquaintance<'a>>,
    /// What the count of follow-ups starts from; `None` before any round has ended.
    pub(crate) waiting: Option<Waiting<'a>>,
    addressee: Option<PersonId>,
    /// When offers were signed, anywhere, that end things here; by time. Known after [`Self::hear`].
    signed_at: Vec<Stamp>,
    /// When such a signature last ended.
    freed: Option<Stamp>,
    /// The status questions that name nobody: when each was sent, and to whom it went.
    asked: Vec<(Stamp, Option<PersonId>)>,
}
