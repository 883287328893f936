//! What can be done on the page, and how it is done: the parts of the page know none of it.

use super::{Here, Open};
use crate::commands::Command;
use crate::model::{EventId, EventKind, Interest, Offer, OfferId, Opportunity};
use crate::platform::{clock, page};
use crate::ui::screens::signing::Signing;
use crate::view_models::event_form::{EventFormKind, ReplyKind};
use crate::view_models::{Filter, Route, say_interest};
use leptos::prelude::*;

/// What can be done on the page.
pub enum Act {
    /// Opens the form about what they wrote, or about a contact.
    Tell(EventFormKind),
    /// Opens the form of a reply that comes down to that.
    TellReply(ReplyKind),
    /// Opens the form of an entry on record.
    EditEntry(EventId),
    /// Opens the form of an offer on record.
    EditOffer(OfferId),
    /// Opens the opportunity itself, to be edited.
    Edit,
    /// Removes it.
    Remove,
    /// Notes that it happened now.
    Log(EventKind),
    /// Notes whether the user wants the job.
    Want(Interest),
    /// Signs an offer.
    Sign(OfferId),
    /// Does something else to an offer.
    Do(Command),
}

impl Here {
    /// Does it.
    pub fn act(self, act: Act) {
        match act {
            Act::Tell(kind) => self.tell(kind),
            Act::TellReply(kind) => self.tell_reply(kind),
            Act::EditEntry(id) => {
                let event = self.look(|one, _| one.events.iter().find(|event| event.id == id).cloned());
                self.tell_if(event.map(|event| EventFormKind::Event(Box::new(event))));
            }
            Act::EditOffer(id) => {
                let offer: Option<Offer> =
                    self.look(|one, _| one.offers.iter().find(|offer| offer.id == id).cloned());
                self.tell_if(offer.map(|offer| EventFormKind::KnownOffer(Box::new(offer))));
            }
            Act::Edit => self.open.set(Some(Open::Edit)),
            Act::Remove => self.remove(),
            Act::Log(what) => {
                let at = clock::now();
                self.state.dispatch(Command::LogEvent { opportunity: self.id, at, what, note: None });
            }
            Act::Want(interest) => {
                if let Some(said) = self.look(|one, at| say_interest(one, interest, at)) {
                    self.state.dispatch(said);
                }
            }
            Act::Sign(offer) => self.sign(offer),
            Act::Do(command) => self.state.dispatch(command),
        }
    }

    /// Looks at the opportunity as it is on record, now.
    fn look<T>(self, look: impl FnOnce(&Opportunity, crate::model::Stamp) -> Option<T>) -> Option<T> {
        self.state.read_untracked(|records, _, now| look(records.opportunities.get(&self.id)?, now.at))
    }

    fn tell_if(self, kind: Option<EventFormKind>) {
        if let Some(kind) = kind {
            self.tell(kind);
        }
    }

    fn remove(self) {
        if self.state.try_dispatch(Command::RemoveOpportunity(self.id)).is_ok() {
            page::replace(&Route::Pipeline(Filter::default()).href());
        }
    }

    /// Signs an offer. Where one was signed elsewhere not long ago, it is asked first what becomes of that.
    fn sign(self, offer: OfferId) {
        let signing = Signing { home: self.id, offer, at: clock::now() };
        if let Some(elsewhere) = signing.note(self.state) {
            self.open.set(Some(Open::Signing(signing, elsewhere)));
        }
    }
}
