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

/// What the form is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventFormKind {
    /// They wrote or called: `EventKind::ReplyReceived`.
    Reply,
    /// They said no.
    Rejection,
    /// Some other contact with somebody.
    Contact,
    /// They made an offer.
    Offer,
    /// An event on record is edited.
    Event(Box<Event>),
    /// An offer on record is edited.
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

    /// The fields of the form, whatever is typed in it.
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

/// The fields of a form, besides day and time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is asked for or not, whatever the others are
pub struct Asks {
    /// The label of the person's field; `None` where nobody is asked for.
    pub person: Option<&'static str>,
    /// The day by which they now promise an answer.
    pub reply_by: bool,
    /// The terms of an offer, and how it came.
    pub offer: bool,
    /// Day and time by which an offer wants an answer.
    pub deadline: bool,
    /// A note.
    pub note: bool,
}

/// The offer that is neither signed nor declined; of several, the latest.
fn undecided_offer(one: &Opportunity) -> Option<&Offer> {
    let open = one.offers.iter().filter(|offer| offer.signed.is_none() && offer.declined.is_none());
    open.max_by_key(|offer| (offer.received, offer.id))
}
