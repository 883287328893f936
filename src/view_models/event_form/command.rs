//! The command that the form becomes.

use super::{EventForm, EventFormKind, ReplyKind, held_offer, round_in_question, undecided_offer};
use crate::commands::{Command, Reply};
use crate::model::{Event, EventKind, Letter, Offer, OfferId, Opportunity, Stamp, WantsAnswer};
use chrono::NaiveDate;

/// What the texts of the form come down to.
pub(super) struct Told {
    /// When it happened.
    pub(super) at: Stamp,
    /// The moment at which it is told.
    pub(super) now: Stamp,
    /// The day by which they promise an answer.
    pub(super) reply_by: Option<NaiveDate>,
    /// Whether they want an answer.
    pub(super) wants_answer: WantsAnswer,
    /// Until when an offer has to be answered.
    pub(super) respond_by: Option<Stamp>,
    /// The id of a new offer.
    pub(super) offer: OfferId,
}

impl EventForm {
    /// The command that the form becomes.
    pub(super) fn command(&self, opportunity: &Opportunity, told: &Told) -> Command {
        match &self.kind {
            EventFormKind::Reply => self.reply(opportunity, told),
            EventFormKind::Contact => match self.person {
                Some(person) => self.log(opportunity, told, EventKind::ContactMade { person }),
                None => self.log(opportunity, told, EventKind::reply(None, told.reply_by)),
            },
            EventFormKind::Event(event) => self.amended(opportunity, event, told),
            EventFormKind::KnownOffer(offer) => self.offer(opportunity, offer, told),
        }
    }

    fn reply(&self, opportunity: &Opportunity, told: &Told) -> Command {
        let (id, person, at) = (opportunity.id, self.person, told.at);
        let other = || {
            let Told { reply_by, wants_answer, .. } = *told;
            self.log(opportunity, told, EventKind::ReplyReceived { person, reply_by, wants_answer })
        };
        match self.reply_kind {
            ReplyKind::Rejection => self.log(opportunity, told, EventKind::Rejected { person }),
            ReplyKind::Offer => self.offer(opportunity, &Offer::new(told.offer, at), told),
            ReplyKind::TimeToDecide => match undecided_offer(opportunity).zip(told.respond_by) {
                Some((offer, respond_by)) => {
                    let reply = Box::new(Reply { at, person, note: self.noted() });
                    Command::ExtendOffer { opportunity: id, offer: offer.id, respond_by, reply }
                }
                None => other(),
            },
            ReplyKind::TakenBack => match held_offer(opportunity) {
                Some(offer) => Command::RetractOffer { opportunity: id, offer: offer.id, at },
                None => other(),
            },
            ReplyKind::CalledOff => match round_in_question(opportunity, told.now) {
                Some(round) => Command::CallOffRound { opportunity: id, round: round.id, at },
                None => other(),
            },
            ReplyKind::NextRound | ReplyKind::MoreTime | ReplyKind::Question | ReplyKind::Else => other(),
        }
    }

    fn log(&self, opportunity: &Opportunity, told: &Told, what: EventKind) -> Command {
        Command::LogEvent { opportunity: opportunity.id, at: told.at, what, note: self.noted() }
    }

    /// The user's note, else that of the kind of reply; and the words in which they named a day.
    fn noted(&self) -> Option<Letter> {
        let note = match self.note.trim() {
            "" => self.says().map_or("", ReplyKind::note),
            note => note,
        };
        let said = Some(&self.said).filter(|said| !said.is_empty() && self.asks().reply_by);
        let said = said.map(|said| format!("They said: {}.", said.to_lowercase()));
        let parts = [note, said.as_deref().unwrap_or_default()].into_iter().filter(|part| !part.is_empty());
        let body = parts.collect::<Vec<_>>().join(" ");
        (!body.is_empty()).then(|| Letter { subject: String::new(), body })
    }

    fn amended(&self, opportunity: &Opportunity, event: &Event, told: &Told) -> Command {
        let mut event = event.clone();
        event.at = told.at;
        match &mut event.what {
            EventKind::ReplyReceived { person, reply_by, wants_answer } => {
                (*person, *reply_by, *wants_answer) = (self.person, told.reply_by, told.wants_answer);
            }
            EventKind::Rejected { person } => *person = self.person,
            _ => {}
        }
        let subject = event.letter.take().map(|letter| letter.subject).unwrap_or_default();
        if !(self.note.trim().is_empty() && subject.is_empty()) {
            event.letter = Some(Box::new(Letter { subject, body: self.note.clone() }));
        }
        Command::EditEvent { opportunity: opportunity.id, event: Box::new(event) }
    }

    fn offer(&self, opportunity: &Opportunity, offer: &Offer, told: &Told) -> Command {
        let Told { at, respond_by, .. } = *told;
        let written = self.in_writing.unwrap_or_default().then(|| offer.written.unwrap_or(at));
        let terms = self.terms.trim().to_owned();
        let made_by = self.person;
        let offer = Offer { received: at, made_by, written, respond_by, terms, ..offer.clone() };
        Command::PutOffer { opportunity: opportunity.id, offer: Box::new(offer) }
    }
}
