//! The check of the form.

use super::super::interview::instant;
use super::super::when;
use super::command::Told;
use super::{EventField, EventForm, EventFormKind, PromiseWord, ReplyKind, undecided_offer};
use crate::commands::Command;
use crate::etiquette::Now;
use crate::model::{OfferId, Opportunity, Stamp, WantsAnswer, read_date};
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
    /// They named a new day, and it is not typed.
    #[error("Which day did they name?")]
    ReplyByMissing,
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
            Self::ReplyBy | Self::ReplyByMissing => EventField::ReplyBy,
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
        let reply_by = self.promised(&mut errors);
        let wants_answer = if asks.answer { self.wants(&mut errors) } else { WantsAnswer::No };
        let made = self.offer_made(opportunity, at);
        let respond_by = asks.deadline.then(|| self.deadline(made, now, &mut errors)).flatten();
        match at {
            Some(at) if errors.is_empty() => Ok(self
                .command(opportunity, &Told { at, now: now.at, reply_by, wants_answer, respond_by, offer })),
            _ => Err(errors),
        }
    }

    /// The day by which they promise an answer from now on: a plain reply leaves it as it is, unless the user says
    /// otherwise.
    fn promised(&self, errors: &mut Vec<EventFormError>) -> Option<NaiveDate> {
        let asks = self.asks();
        if asks.promise && self.promise == PromiseWord::Holds {
            return self.standing;
        }
        if !asks.reply_by {
            return None;
        }
        let day = Self::day(&self.reply_by, EventFormError::ReplyBy, errors);
        if asks.promise && self.reply_by.trim().is_empty() {
            errors.push(EventFormError::ReplyByMissing);
        }
        day
    }

    /// Whether they want an answer, and by when.
    fn wants(&self, errors: &mut Vec<EventFormError>) -> WantsAnswer {
        if !self.wants_answer {
            return WantsAnswer::No;
        }
        Self::day(&self.answer_by, EventFormError::AnswerBy, errors).map_or(WantsAnswer::Yes, WantsAnswer::By)
    }

    /// When the offer of the form was made: `at`, or, for a reply, when the undecided offer was received.
    fn offer_made(&self, opportunity: &Opportunity, at: Option<Stamp>) -> Option<Stamp> {
        if self.says() == Some(ReplyKind::TimeToDecide) {
            undecided_offer(opportunity).map(|offer| offer.received)
        } else {
            at
        }
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
        if self.says() == Some(ReplyKind::TimeToDecide) && self.answer_by.trim().is_empty() {
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
}

#[cfg(test)]
mod tests {
    use super::super::super::Route;
    use super::super::ReplyKind;
    use super::*;
    use crate::etiquette::resolve_local;
    use crate::model::{
        Event, EventId, EventKind, Letter, Offer, OpportunityId, PersonId, Round, RoundId, uuid_v7,
    };
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

    fn reply(kind: ReplyKind) -> EventForm {
        let mut form = EventForm::new(EventFormKind::Reply, &now());
        form.say(kind);
        form
    }

    /// What a reply at Acme is noted as.
    fn noted(form: &EventForm) -> EventKind {
        let Ok(Command::LogEvent { what, .. }) = check(form) else { panic!("a reply") };
        what
    }

    #[test]
    fn they_wrote_offers_what_they_can_have_written_and_nothing_else() {
        use ReplyKind::{
            CalledOff, Else, MoreTime, NextRound, Offer, Question, Rejection, TakenBack, TimeToDecide,
        };
        let plain = [NextRound, Rejection, Offer, MoreTime, Question, Else];
        let offered = |one: &Opportunity| ReplyKind::offered(one, now().at);
        assert_eq!(offered(&acme()), plain);
        let mut offers = acme_offers();
        let with_offer = [NextRound, Rejection, Offer, MoreTime, Question, TimeToDecide, TakenBack, Else];
        assert_eq!(offered(&offers), with_offer);
        offers.offers[0].signed = Some(now().at);
        assert!(offered(&offers).contains(&TakenBack) && !offered(&offers).contains(&TimeToDecide));
        offers.offers[0].retracted = Some(now().at);
        assert_eq!(offered(&offers), plain);
        offers.offers[0] = self::Offer { declined: Some(now().at), ..acme_offers().offers.remove(0) };
        assert_eq!(offered(&offers), plain);
        let mut rounds = acme();
        rounds.rounds.push(Round::new(
            RoundId(uuid_v7(0, [6; 10])),
            at("2026-06-12T10:00"),
            at("2026-06-12T11:00"),
        ));
        assert!(offered(&rounds).contains(&CalledOff));
        rounds.rounds[0].off = Some(now().at);
        assert_eq!(offered(&rounds), plain);
    }

    #[test]
    fn a_no_and_an_offer_name_who_spoke() {
        let dana = Some(PersonId(uuid_v7(0, [5; 10])));
        let no = EventForm { person: dana, ..reply(ReplyKind::Rejection) };
        assert_eq!(noted(&no), EventKind::Rejected { person: dana });
        let offer = EventForm { person: dana, in_writing: Some(false), ..reply(ReplyKind::Offer) };
        let Ok(Command::PutOffer { offer, .. }) = check(&offer) else { panic!("an offer") };
        assert_eq!((offer.made_by, offer.received, offer.written), (dana, now().at, None));
    }

    #[test]
    fn an_offer_taken_back_and_a_round_called_off_are_noted_as_that() {
        let mut acme = acme_offers();
        let round = Round::new(RoundId(uuid_v7(0, [6; 10])), at("2026-06-12T10:00"), at("2026-06-12T11:00"));
        acme.rounds.push(round);
        let told = |kind| reply(kind).check(&acme, OfferId(uuid_v7(0, [2; 10])), &now());
        let (opportunity, at) = (acme.id, now().at);
        let offer = acme.offers[0].id;
        assert_eq!(told(ReplyKind::TakenBack), Ok(Command::RetractOffer { opportunity, offer, at }));
        let round = acme.rounds[0].id;
        assert_eq!(told(ReplyKind::CalledOff), Ok(Command::CallOffRound { opportunity, round, at }));
    }

    #[test]
    fn a_plain_reply_keeps_the_promised_day_unless_the_user_says_otherwise() {
        let friday = read_date("2026-06-12");
        for kind in [ReplyKind::Else, ReplyKind::Question] {
            let said = |promise, reply_by: &str| EventForm {
                standing: friday,
                promise,
                reply_by: reply_by.to_owned(),
                wants_answer: false,
                ..reply(kind)
            };
            assert_eq!(noted(&said(PromiseWord::Holds, "")), EventKind::reply(None, friday));
            assert_eq!(noted(&said(PromiseWord::Holds, "2026-02-30")), EventKind::reply(None, friday));
            let later = EventKind::reply(None, read_date("2026-06-19"));
            assert_eq!(noted(&said(PromiseWord::NewDay, "2026-06-19")), later);
            assert_eq!(noted(&said(PromiseWord::Gone, "2026-06-19")), EventKind::reply(None, None));
            let unsaid = check(&said(PromiseWord::NewDay, ""));
            assert_eq!(unsaid, Err(vec![EventFormError::ReplyByMissing]));
        }
        let more_time = EventForm { standing: friday, ..reply(ReplyKind::MoreTime) };
        assert_eq!(noted(&more_time), EventKind::reply(None, None), "that day is off");
    }

    #[test]
    fn what_wants_an_answer_is_noted_with_the_day_if_they_named_one() {
        let wants = |form: &EventForm| match noted(form) {
            EventKind::ReplyReceived { wants_answer, .. } => wants_answer,
            other => panic!("{other:?}"),
        };
        assert_eq!(wants(&reply(ReplyKind::Question)), WantsAnswer::Yes);
        assert_eq!(wants(&reply(ReplyKind::NextRound)), WantsAnswer::Yes, "an invitation is confirmed");
        assert_eq!(wants(&reply(ReplyKind::Else)), WantsAnswer::No);
        let by = EventForm { answer_by: "2026-06-12".to_owned(), ..reply(ReplyKind::Question) };
        assert_eq!(wants(&by), WantsAnswer::By(read_date("2026-06-12").unwrap()));
        assert_eq!(wants(&EventForm { wants_answer: false, ..by.clone() }), WantsAnswer::No);
        let wrong = EventForm { answer_by: "2026-02-30".to_owned(), ..by };
        assert_eq!(check(&wrong), Err(vec![EventFormError::AnswerBy]));
    }

    #[test]
    fn an_invitation_is_noted_and_leads_to_its_round() {
        let form = reply(ReplyKind::NextRound);
        let Ok(Command::LogEvent { what, note, .. }) = check(&form) else { panic!("a reply") };
        let wants_answer = WantsAnswer::Yes;
        assert_eq!(what, EventKind::ReplyReceived { person: None, reply_by: None, wants_answer });
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
            ..reply(ReplyKind::Offer)
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
        let form = EventForm { answer_by: "2026-06-01".to_owned(), ..reply(ReplyKind::Offer) };
        assert_eq!(check(&form), Err(vec![EventFormError::HowItCame, EventFormError::AnswerTooEarly]));
    }
}
