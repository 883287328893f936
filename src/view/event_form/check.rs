//! The check of the form, and the command that it becomes.

use super::super::interview::instant;
use super::super::when;
use super::{EventField, EventForm, EventFormKind, undecided_offer};
use crate::commands::{Command, Reply};
use crate::etiquette::Now;
use crate::model::{Event, EventKind, Letter, Offer, OfferId, Opportunity, Stamp, read_date};
use chrono::{NaiveDate, TimeZone};

/// A mistake in the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EventFormError {
    /// The day or the time cannot be read.
    #[error("When was it? A day and a time like 14:30; a guess is fine.")]
    When,
    /// Day and time are still ahead.
    #[error("That is still to come. When did it happen?")]
    ToCome,
    /// No person is chosen.
    #[error("With whom?")]
    Nobody,
    /// Spoken or in writing is not chosen.
    #[error("Did they say it, or is it in writing? It decides what to ask for next.")]
    HowItCame,
    /// The promised day cannot be read.
    #[error("This is not a day in the calendar.")]
    ReplyBy,
    /// The day of the deadline cannot be read.
    #[error("This is not a day in the calendar.")]
    AnswerBy,
    /// The time of the deadline cannot be read.
    #[error("A time is written like 14:30.")]
    AnswerAt,
    /// The deadline is before the offer.
    #[error("That is before the offer itself.")]
    AnswerTooEarly,
    /// A reply gives more time, and no day is named.
    #[error("Until when do you have now?")]
    AnswerByMissing,
}

impl EventFormError {
    /// The field that it is shown at.
    pub fn slot(self) -> EventField {
        match self {
            Self::When | Self::ToCome => EventField::Date,
            Self::Nobody => EventField::Person,
            Self::HowItCame => EventField::Written,
            Self::ReplyBy => EventField::ReplyBy,
            Self::AnswerBy | Self::AnswerTooEarly | Self::AnswerByMissing => EventField::AnswerBy,
            Self::AnswerAt => EventField::AnswerAt,
        }
    }
}

impl EventForm {
    /// The command that the form becomes. `offer` is the id for a new offer.
    ///
    /// # Errors
    /// All mistakes, from top to bottom.
    pub fn check<Tz: TimeZone>(
        &self,
        opportunity: &Opportunity,
        offer: OfferId,
        now: &Now<Tz>,
    ) -> Result<Command, Vec<EventFormError>> {
        let mut errors = Vec::new();
        let at = instant(&self.date, &self.time, now).filter(|_| !self.date.trim().is_empty());
        match at {
            None => errors.push(EventFormError::When),
            Some(at) if at > now.at => errors.push(EventFormError::ToCome),
            Some(_) => {}
        }
        if self.kind == EventFormKind::Contact && self.person.is_none() {
            errors.push(EventFormError::Nobody);
        }
        let asks = self.asks();
        if asks.offer && self.in_writing.is_none() {
            errors.push(EventFormError::HowItCame);
        }
        let reply_by = asks.reply_by.then(|| Self::day(&self.reply_by, EventFormError::ReplyBy, &mut errors));
        let made = self.offer_made(opportunity, at);
        let respond_by = asks.deadline.then(|| self.deadline(made, now, &mut errors));
        let (reply_by, respond_by) = (reply_by.flatten(), respond_by.flatten());
        match at {
            Some(at) if errors.is_empty() => Ok(self.command(opportunity, at, reply_by, respond_by, offer)),
            _ => Err(errors),
        }
    }

    /// When the offer of the form was made: `at`, or, for a reply, when the undecided offer was received.
    fn offer_made(&self, opportunity: &Opportunity, at: Option<Stamp>) -> Option<Stamp> {
        let is_new_time = self.kind == EventFormKind::Reply;
        if is_new_time { undecided_offer(opportunity).map(|offer| offer.received) } else { at }
    }

    fn day(text: &str, error: EventFormError, errors: &mut Vec<EventFormError>) -> Option<NaiveDate> {
        let text = text.trim();
        let day = read_date(text);
        if day.is_none() && !text.is_empty() {
            errors.push(error);
        }
        day
    }

    /// The deadline: the time on its day, or the end of the day where no time is typed.
    fn deadline<Tz: TimeZone>(
        &self,
        received: Option<Stamp>,
        now: &Now<Tz>,
        errors: &mut Vec<EventFormError>,
    ) -> Option<Stamp> {
        if self.kind == EventFormKind::Reply && self.answer_by.trim().is_empty() {
            errors.push(EventFormError::AnswerByMissing);
        }
        let day = Self::day(&self.answer_by, EventFormError::AnswerBy, errors)?;
        let by = if self.answer_at.trim().is_empty() {
            when::end_of_day(day, now)
        } else if let Some(at) = instant(&self.answer_by, &self.answer_at, now) {
            at
        } else {
            errors.push(EventFormError::AnswerAt);
            return None;
        };
        if received.is_some_and(|received| by < received) {
            errors.push(EventFormError::AnswerTooEarly);
        }
        Some(by)
    }

    fn command(
        &self,
        opportunity: &Opportunity,
        at: Stamp,
        reply_by: Option<NaiveDate>,
        respond_by: Option<Stamp>,
        offer: OfferId,
    ) -> Command {
        let person = self.person;
        let open = undecided_offer(opportunity).map(|offer| offer.id);
        let what = match (&self.kind, person) {
            (EventFormKind::Reply, person) => EventKind::reply(person, reply_by),
            (EventFormKind::Rejection, person) => EventKind::Rejected { person },
            (EventFormKind::Contact, Some(person)) => EventKind::ContactMade { person },
            (EventFormKind::Contact, None) => EventKind::reply(person, reply_by),
            (EventFormKind::Event(event), _) => return self.amended(opportunity, event, at, reply_by),
            (EventFormKind::Offer, _) => {
                return self.offer(opportunity, &Offer::new(offer, at), at, respond_by);
            }
            (EventFormKind::KnownOffer(offer), _) => {
                return self.offer(opportunity, offer, at, respond_by);
            }
        };
        let (opportunity, note) = (opportunity.id, self.noted());
        match open.zip(respond_by) {
            Some((offer, respond_by)) => {
                let reply = Box::new(Reply { at, person, note });
                Command::ExtendOffer { opportunity, offer, respond_by, reply }
            }
            None => Command::LogEvent { opportunity, at, what, note },
        }
    }

    /// The user's note, else that of the kind of reply.
    fn noted(&self) -> Option<Letter> {
        let note = match self.note.trim() {
            "" if self.kind == EventFormKind::Reply => self.reply_kind.note(),
            note => note,
        };
        (!note.is_empty()).then(|| Letter { subject: String::new(), body: note.to_owned() })
    }

    fn amended(
        &self,
        opportunity: &Opportunity,
        event: &Event,
        at: Stamp,
        reply_by: Option<NaiveDate>,
    ) -> Command {
        let mut event = event.clone();
        event.at = at;
        match &mut event.what {
            EventKind::ReplyReceived { person, reply_by: by, .. } => (*person, *by) = (self.person, reply_by),
            EventKind::Rejected { person } => *person = self.person,
            _ => {}
        }
        let subject = event.letter.take().map(|letter| letter.subject).unwrap_or_default();
        if !(self.note.trim().is_empty() && subject.is_empty()) {
            event.letter = Some(Box::new(Letter { subject, body: self.note.clone() }));
        }
        Command::EditEvent { opportunity: opportunity.id, event: Box::new(event) }
    }

    fn offer(
        &self,
        opportunity: &Opportunity,
        offer: &Offer,
        at: Stamp,
        respond_by: Option<Stamp>,
    ) -> Command {
        let written = self.in_writing.unwrap_or_default().then(|| offer.written.unwrap_or(at));
        let terms = self.terms.trim().to_owned();
        let offer = Offer { received: at, written, respond_by, terms, ..offer.clone() };
        Command::PutOffer { opportunity: opportunity.id, offer: Box::new(offer) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Route;
    use super::super::ReplyKind;
    use super::*;
    use crate::etiquette::resolve_local;
    use crate::model::{EventId, OpportunityId, uuid_v7};
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Tz};

    fn at(text: &str) -> Stamp {
        resolve_local(&New_York, NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
    }

    fn now() -> Now<Tz> {
        Now::new(at("2026-06-09T14:30"), New_York)
    }

    fn acme() -> Opportunity {
        Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst")
    }

    fn check(form: &EventForm) -> Result<Command, Vec<EventFormError>> {
        form.check(&acme(), OfferId(uuid_v7(0, [2; 10])), &now())
    }

    #[test]
    fn a_reply_of_just_now_needs_nothing_typed() {
        let form = EventForm::new(EventFormKind::Reply, &now());
        let what = EventKind::reply(None, None);
        let told = Command::LogEvent { opportunity: acme().id, at: now().at, what, note: None };
        assert_eq!(check(&form), Ok(told));
    }

    #[test]
    fn a_new_day_is_part_of_the_reply() {
        let form =
            EventForm { reply_by: "2026-06-19".to_owned(), ..EventForm::new(EventFormKind::Reply, &now()) };
        let Ok(Command::LogEvent { what, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(what, EventKind::reply(None, read_date("2026-06-19")));
    }

    /// Acme, whose offer wants an answer by the end of Friday 12 June.
    fn acme_offers() -> Opportunity {
        let mut offer = Offer::new(OfferId(uuid_v7(0, [3; 10])), at("2026-06-08T10:00"));
        offer.respond_by = Some(at("2026-06-13T00:00"));
        Opportunity { offers: vec![offer], ..acme() }
    }

    fn reply(reply_kind: ReplyKind) -> EventForm {
        EventForm { reply_kind, ..EventForm::new(EventFormKind::Reply, &now()) }
    }

    #[test]
    fn more_time_for_an_offer_is_among_the_replies_only_where_one_waits_for_an_answer() {
        let plain = [ReplyKind::NextRound, ReplyKind::MoreTime, ReplyKind::Else];
        assert_eq!(ReplyKind::offered(&acme()), plain);
        let mut offers = acme_offers();
        assert!(ReplyKind::offered(&offers).contains(&ReplyKind::TimeToDecide));
        offers.offers[0].declined = Some(now().at);
        assert_eq!(ReplyKind::offered(&offers), plain);
    }

    #[test]
    fn an_invitation_is_noted_and_leads_to_its_round() {
        let form = reply(ReplyKind::NextRound);
        let Ok(Command::LogEvent { what, note, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(what, EventKind::reply(None, None));
        assert_eq!(note.unwrap().body, "An invitation to a next round.");
        assert_eq!(form.then(acme().id), Some(Route::NextRound(acme().id)));
        assert_eq!(reply(ReplyKind::MoreTime).then(acme().id), None);
    }

    #[test]
    fn they_need_more_time_with_a_day_or_without_and_the_users_own_note_goes_before() {
        let form = EventForm { note: "The panel is away.".to_owned(), ..reply(ReplyKind::MoreTime) };
        let Ok(Command::LogEvent { what, note, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!((what, note.unwrap().body.as_str()), (EventKind::reply(None, None), "The panel is away."));
        let form = EventForm { reply_by: "2026-06-19".to_owned(), ..form };
        let Ok(Command::LogEvent { what, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(what, EventKind::reply(None, read_date("2026-06-19")));
    }

    #[test]
    fn more_time_for_an_offer_moves_its_deadline_and_asks_until_when() {
        let check = |form: &EventForm| form.check(&acme_offers(), OfferId(uuid_v7(0, [2; 10])), &now());
        let form = reply(ReplyKind::TimeToDecide);
        assert_eq!(check(&form), Err(vec![EventFormError::AnswerByMissing]));
        let early = EventForm { answer_by: "2026-06-01".to_owned(), ..form.clone() };
        assert_eq!(check(&early), Err(vec![EventFormError::AnswerTooEarly]));
        let form = EventForm { answer_by: "2026-06-19".to_owned(), ..form };
        let Ok(Command::ExtendOffer { offer, respond_by, reply, .. }) = check(&form) else {
            panic!("more time")
        };
        assert_eq!((offer, respond_by), (acme_offers().offers[0].id, at("2026-06-20T00:00")));
        assert_eq!(reply.note.unwrap().body, "More time to answer their offer.");
    }

    #[test]
    fn a_day_that_the_form_no_longer_asks_for_does_not_count() {
        let form = EventForm { reply_by: "2026-02-30".to_owned(), ..reply(ReplyKind::NextRound) };
        assert!(check(&form).is_ok());
    }

    #[test]
    fn a_deadline_is_the_end_of_its_day_unless_it_names_a_time() {
        let form = EventForm {
            answer_by: "2026-06-12".to_owned(),
            in_writing: Some(true),
            ..EventForm::new(EventFormKind::Offer, &now())
        };
        let Ok(Command::PutOffer { offer, .. }) = check(&form) else { panic!("an offer") };
        assert_eq!((offer.respond_by, offer.written), (Some(at("2026-06-13T00:00")), Some(now().at)));
        let form = EventForm { answer_at: "17:00".to_owned(), in_writing: Some(false), ..form };
        let Ok(Command::PutOffer { offer, .. }) = check(&form) else { panic!("an offer") };
        assert_eq!((offer.respond_by, offer.written), (Some(at("2026-06-12T17:00")), None));
    }

    #[test]
    fn an_offer_amended_reads_back_as_it_was() {
        let mut offer = Offer::new(OfferId(uuid_v7(0, [3; 10])), at("2026-06-08T10:00"));
        (offer.respond_by, offer.written) = (Some(at("2026-06-13T00:00")), Some(at("2026-06-08T12:00")));
        offer.terms = "52,000 and Fridays off".to_owned();
        let form = EventForm::new(EventFormKind::KnownOffer(Box::new(offer.clone())), &now());
        let told = Command::PutOffer { opportunity: acme().id, offer: Box::new(offer) };
        assert_eq!(check(&form), Ok(told));
    }

    #[test]
    fn an_entry_amended_keeps_what_the_form_does_not_ask() {
        let event = Event {
            id: EventId(uuid_v7(0, [4; 10])),
            at: at("2026-06-08T10:00"),
            what: EventKind::Withdrawn,
            letter: Some(Box::new(Letter {
                subject: "My application".to_owned(),
                body: "Thank you".to_owned(),
            })),
            against_advice: false,
        };
        let form = EventForm::new(EventFormKind::Event(Box::new(event.clone())), &now());
        let told = Command::EditEvent { opportunity: acme().id, event: Box::new(event) };
        assert_eq!(check(&form), Ok(told));
    }

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        let form = EventForm {
            date: "2026-06-10".to_owned(),
            reply_by: "2026-02-30".to_owned(),
            ..EventForm::new(EventFormKind::Reply, &now())
        };
        assert_eq!(check(&form), Err(vec![EventFormError::ToCome, EventFormError::ReplyBy]));
        let form = EventForm { time: "soon".to_owned(), ..EventForm::new(EventFormKind::Contact, &now()) };
        assert_eq!(check(&form), Err(vec![EventFormError::When, EventFormError::Nobody]));
        let form =
            EventForm { answer_by: "2026-06-01".to_owned(), ..EventForm::new(EventFormKind::Offer, &now()) };
        assert_eq!(check(&form), Err(vec![EventFormError::HowItCame, EventFormError::AnswerTooEarly]));
    }
}
