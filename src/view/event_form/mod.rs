//! What the user tells of an opportunity in a short form: a reply, a no, a contact, an offer; or an entry amended.

mod check;
mod draft;
mod form;
mod reply_kind;

pub use check::EventFormError;
pub use draft::{draft_name, left_open};
pub use form::{EventField, EventForm, split};
pub use reply_kind::ReplyKind;

use crate::model::{Event, EventKind, Offer, Opportunity};

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventFormKind {
    /// They wrote or called.
    Reply,
    /// They said no.
    Rejection,
    /// Some other contact with somebody.
    Contact,
    /// They made an offer.
    Offer,
    /// An entry is amended.
    Event(Box<Event>),
    /// An offer is amended.
    KnownOffer(Box<Offer>),
}

impl EventFormKind {
    /// The form's heading.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Reply => "They wrote",
            Self::Rejection => "They said no",
            Self::Contact => "In contact",
            Self::Offer => "They made an offer",
            Self::Event(_) => "Edit this entry",
            Self::KnownOffer(_) => "Edit the offer",
        }
    }

    /// What the form asks for.
    pub fn asks(&self) -> Asks {
        let mut asks = Asks { person: None, reply_by: false, offer: false, deadline: false, note: true };
        match self {
            Self::Reply => {
                asks.person = Some("Who wrote");
                asks.reply_by = true;
            }
            Self::Rejection => asks.person = Some("Who told you"),
            Self::Contact => asks.person = Some("With whom"),
            Self::Offer | Self::KnownOffer(_) => {
                (asks.offer, asks.deadline, asks.note) = (true, true, false);
            }
            Self::Event(event) => match event.what {
                EventKind::ReplyReceived { .. } => {
                    asks.person = Some("Who wrote");
                    asks.reply_by = true;
                }
                EventKind::Rejected { .. } => asks.person = Some("Who told you"),
                _ => {}
            },
        }
        asks
    }
}

/// What a form asks for beside when it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is asked for or not, whatever the others are
pub struct Asks {
    /// Whom it is about, and how that is asked.
    pub person: Option<&'static str>,
    /// The new day that they named.
    pub reply_by: bool,
    /// The terms of an offer, and how it came.
    pub offer: bool,
    /// By when an offer wants an answer.
    pub deadline: bool,
    /// A note.
    pub note: bool,
}

/// The undecided offer; of several, the latest.
fn undecided_offer(one: &Opportunity) -> Option<&Offer> {
    let open = one.offers.iter().filter(|offer| offer.signed.is_none() && offer.declined.is_none());
    open.max_by_key(|offer| (offer.received, offer.id))
}
