//! What the user tells of an opportunity in a short form: what they wrote, whatever it says, or a contact; or an entry
//! amended.

mod check;
mod command;
mod draft;
mod form;
mod promise;
mod reply_kind;

pub use check::EventFormError;
pub use draft::{draft_name, left_open};
pub use form::{EventField, EventForm, split};
pub use promise::{PROMISE_WORDS, PromiseWord, usual_days};
pub use reply_kind::ReplyKind;

use crate::model::{Event, EventKind, Offer, Opportunity, Round, Stamp};

/// What the form is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventFormKind {
    /// They wrote or called: an invitation, a no, an offer, anything.
    Reply,
    /// Some other contact with somebody.
    Contact,
    /// An event on record is edited.
    Event(Box<Event>),
    /// An offer on record is edited.
    KnownOffer(Box<Offer>),
}

impl EventFormKind {
    /// The form's heading.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Reply => "They wrote or called",
            Self::Contact => "In contact",
            Self::Event(_) => "Edit this entry",
            Self::KnownOffer(_) => "Edit the offer",
        }
    }

    /// The fields of a form that is about an entry on record, or a contact.
    fn asks(&self) -> Asks {
        let nothing = Asks { note: true, ..Asks::default() };
        match self {
            Self::Reply => nothing,
            Self::Contact => Asks { person: Some("With whom"), ..nothing },
            Self::KnownOffer(_) => {
                Asks { person: Some("Who made it"), offer: true, deadline: true, ..Asks::default() }
            }
            Self::Event(event) => match event.what {
                EventKind::ReplyReceived { .. } => {
                    Asks { person: Some("Who wrote"), reply_by: true, answer: true, ..nothing }
                }
                EventKind::Rejected { .. } => Asks { person: Some("Who said no"), ..nothing },
                _ => nothing,
            },
        }
    }
}

/// The fields of a form, besides day and time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is asked for or not, whatever the others are
pub struct Asks {
    /// The label of the person's field; `None` where nobody is asked for.
    pub person: Option<&'static str>,
    /// What becomes of the day by which they promised an answer.
    pub promise: bool,
    /// The day by which they now promise an answer.
    pub reply_by: bool,
    /// Whether it wants an answer, and by when.
    pub answer: bool,
    /// The terms of an offer, and how it came.
    pub offer: bool,
    /// Day and time by which an offer wants an answer.
    pub deadline: bool,
    /// A note.
    pub note: bool,
}

/// The offer that is neither signed nor declined nor taken back; of several, the latest.
fn undecided_offer(one: &Opportunity) -> Option<&Offer> {
    let decided = |offer: &Offer| [offer.signed, offer.declined, offer.retracted].iter().any(Option::is_some);
    latest(one.offers.iter().filter(|offer| !decided(offer)))
}

/// The offer that they can take back: signed or not, and not declined; of several, the latest.
fn held_offer(one: &Opportunity) -> Option<&Offer> {
    latest(one.offers.iter().filter(|offer| offer.declined.is_none() && offer.retracted.is_none()))
}

fn latest<'a>(offers: impl Iterator<Item = &'a Offer>) -> Option<&'a Offer> {
    offers.max_by_key(|offer| (offer.received, offer.id))
}

/// The round that can be off: the next one to come, else the last that is over without a word on its course.
pub fn round_in_question(one: &Opportunity, now: Stamp) -> Option<&Round> {
    let on = || one.rounds.iter().filter(|round| round.off.is_none());
    let coming = on().filter(|round| round.ends > now).min_by_key(|round| (round.starts, round.id));
    coming.or_else(|| on().filter(|round| !round.is_recorded()).max_by_key(|round| (round.ends, round.id)))
}
