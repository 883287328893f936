//! What the user tells of an opportunity in a short form: a reply, a no, a contact, an offer; or an entry amended.

mod gist;

pub use gist::Gist;

use super::interview::instant;
use super::{Route, when};
use crate::commands::{Command, Reply};
use crate::etiquette::Now;
use crate::model::{
    Event, EventKind, HalfTyped, Letter, Offer, OfferId, Opportunity, OpportunityId, PersonId, Search, Stamp,
    read_date, write_date, write_time,
};
use chrono::{NaiveDate, TimeZone};

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
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

impl About {
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

/// The form as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogForm {
    /// What is told.
    pub about: About,
    /// What a reply comes down to.
    pub gist: Gist,
    /// The day.
    pub date: String,
    /// The time.
    pub time: String,
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// The new day that they named.
    pub reply_by: String,
    /// A note.
    pub note: String,
    /// Whether the offer came in writing or is only spoken, once the user says so: most are spoken first, by far not all.
    pub in_writing: Option<bool>,
    /// The day by which the offer wants an answer.
    pub answer_by: String,
    /// The time by which it does; empty: the end of that day.
    pub answer_at: String,
    /// What it offers.
    pub terms: String,
}

/// A place of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LogSlot {
    /// The day.
    Date,
    /// The time.
    Time,
    /// The new day that they named.
    ReplyBy,
    /// A note.
    Note,
    /// The day by which the offer wants an answer.
    AnswerBy,
    /// The time by which it does.
    AnswerAt,
    /// What it offers.
    Terms,
    /// Whom it is about.
    Person,
    /// How the offer came.
    Written,
}

impl LogSlot {
    /// What stands there.
    pub fn text(self, form: &LogForm) -> &str {
        match self {
            Self::Date => &form.date,
            Self::Time => &form.time,
            Self::ReplyBy => &form.reply_by,
            Self::Note => &form.note,
            Self::AnswerBy => &form.answer_by,
            Self::AnswerAt => &form.answer_at,
            Self::Terms => &form.terms,
            Self::Person | Self::Written => "",
        }
    }

    /// Types there.
    pub fn write(self, form: &mut LogForm, text: String) {
        match self {
            Self::Date => form.date = text,
            Self::Time => form.time = text,
            Self::ReplyBy => form.reply_by = text,
            Self::Note => form.note = text,
            Self::AnswerBy => form.answer_by = text,
            Self::AnswerAt => form.answer_at = text,
            Self::Terms => form.terms = text,
            Self::Person | Self::Written => {}
        }
    }
}

/// What is wrong with the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LogError {
    /// The day or the time is none.
    #[error("When was it? A day and a time like 14:30; a guess is fine.")]
    When,
    /// It is still to come.
    #[error("That is still to come. When did it happen?")]
    ToCome,
    /// Nobody is chosen.
    #[error("With whom?")]
    Nobody,
    /// Nobody said how the offer came.
    #[error("Did they say it, or is it in writing? It decides what to ask for next.")]
    HowItCame,
    /// The promised day is no day.
    #[error("This is not a day in the calendar.")]
    ReplyBy,
    /// The deadline is no day.
    #[error("This is not a day in the calendar.")]
    AnswerBy,
    /// The deadline's time is none.
    #[error("A time is written like 14:30.")]
    AnswerAt,
    /// The deadline is before the offer.
    #[error("That is before the offer itself.")]
    AnswerTooEarly,
    /// There is more time, and no day is named.
    #[error("Until when do you have now?")]
    AnswerByMissing,
}

impl LogError {
    /// Where it belongs.
    pub fn slot(self) -> LogSlot {
        match self {
            Self::When | Self::ToCome => LogSlot::Date,
            Self::Nobody => LogSlot::Person,
            Self::HowItCame => LogSlot::Written,
            Self::ReplyBy => LogSlot::ReplyBy,
            Self::AnswerBy | Self::AnswerTooEarly | Self::AnswerByMissing => LogSlot::AnswerBy,
            Self::AnswerAt => LogSlot::AnswerAt,
        }
    }
}

/// The places of the form that are texts, in the order in which they are kept.
const TEXTS: [LogSlot; 7] = [
    LogSlot::Date,
    LogSlot::Time,
    LogSlot::ReplyBy,
    LogSlot::Note,
    LogSlot::AnswerBy,
    LogSlot::AnswerAt,
    LogSlot::Terms,
];

/// Under which name the form about that is kept while it is half-typed.
pub fn kept_as(opportunity: OpportunityId, about: &About) -> String {
    let about = match about {
        About::Reply => "reply".to_owned(),
        About::Rejection => "rejection".to_owned(),
        About::Contact => "contact".to_owned(),
        About::Offer => "offer".to_owned(),
        About::Event(event) => event.id.to_string(),
        About::KnownOffer(offer) => offer.id.to_string(),
    };
    format!("{opportunity}/{about}")
}

/// The form of an opportunity that lay open when the page went away, as it was left.
pub fn left_open<Tz: TimeZone>(opportunity: &Opportunity, search: &Search, now: &Now<Tz>) -> Option<LogForm> {
    let events = opportunity.events.iter().map(|event| About::Event(Box::new(event.clone())));
    let offers = opportunity.offers.iter().map(|offer| About::KnownOffer(Box::new(offer.clone())));
    let all = [About::Reply, About::Rejection, About::Contact, About::Offer]
        .into_iter()
        .chain(events)
        .chain(offers);
    let open: Vec<&str> =
        search.half_typed.iter().filter(|left| left.open).map(|left| left.form.as_str()).collect();
    let about = all.into_iter().find(|about| open.contains(&kept_as(opportunity.id, about).as_str()))?;
    Some(LogForm::left(opportunity.id, about, search, now).0)
}

impl LogForm {
    /// The form about that as it was left half-typed, or a new one; and whether it was left.
    pub fn left<Tz: TimeZone>(
        opportunity: OpportunityId,
        about: About,
        search: &Search,
        now: &Now<Tz>,
    ) -> (Self, bool) {
        let name = kept_as(opportunity, &about);
        let mut form = Self::new(about, now);
        let left = search.half_typed.iter().find(|left| left.form == name);
        if let Some(left) = left {
            form.fill(&left.texts);
        }
        (form, left.is_some())
    }

    /// What is kept of it while it is half-typed.
    pub fn half_typed(&self, opportunity: OpportunityId, open: bool) -> HalfTyped {
        let person = self.person.map(|person| person.to_string()).unwrap_or_default();
        let written = self.in_writing.map_or("", |written| if written { "written" } else { "spoken" });
        let texts = TEXTS.iter().map(|slot| slot.text(self).to_owned());
        let texts = texts.chain([person, written.to_owned(), self.gist.name().to_owned()]).collect();
        HalfTyped { form: kept_as(opportunity, &self.about), texts, open }
    }

    fn fill(&mut self, texts: &[String]) {
        let mut texts = texts.iter().cloned();
        for (slot, text) in TEXTS.into_iter().zip(texts.by_ref()) {
            slot.write(self, text);
        }
        self.person = texts.next().and_then(|person| person.parse().ok());
        self.in_writing = texts.next().filter(|it| !it.is_empty()).map(|it| it == "written");
        self.gist = texts.next().map(|gist| Gist::named(&gist)).unwrap_or_default();
    }

    /// A form about something that happened just now, or the entry that is amended.
    pub fn new<Tz: TimeZone>(about: About, now: &Now<Tz>) -> Self {
        let at = match &about {
            About::Event(event) => event.at,
            About::KnownOffer(offer) => offer.received,
            _ => now.at,
        };
        let (date, time) = split(at, now);
        let mut form = Self {
            about,
            gist: Gist::default(),
            date,
            time,
            person: None,
            reply_by: String::new(),
            note: String::new(),
            in_writing: None,
            answer_by: String::new(),
            answer_at: String::new(),
            terms: String::new(),
        };
        form.take_over(now);
        form
    }

    /// Takes over what is known of the entry that is amended.
    fn take_over<Tz: TimeZone>(&mut self, now: &Now<Tz>) {
        match self.about.clone() {
            About::Event(event) => {
                self.note = event.letter.map(|letter| letter.body).unwrap_or_default();
                match event.what {
                    EventKind::ReplyReceived { person, reply_by } => {
                        self.person = person;
                        self.reply_by = reply_by.map(write_date).unwrap_or_default();
                    }
                    EventKind::Rejected { person } => self.person = person,
                    _ => {}
                }
            }
            About::KnownOffer(offer) => {
                self.in_writing = Some(offer.written.is_some());
                self.terms = offer.terms;
                if let Some(by) = offer.respond_by {
                    let day = when::last_day(by, now);
                    let ends_with_day = when::end_of_day(day, now) == by;
                    self.answer_by = write_date(day);
                    self.answer_at = if ends_with_day { String::new() } else { split(by, now).1 };
                }
            }
            _ => {}
        }
    }

    /// What the form asks for, as far as it is filled in.
    pub fn asks(&self) -> Asks {
        let asks = self.about.asks();
        if self.about == About::Reply { self.gist.asks(asks) } else { asks }
    }

    /// Where it leads once it is saved, if not back to the page: an invitation is followed by its round.
    pub fn then(&self, opportunity: OpportunityId) -> Option<Route> {
        let invited = self.about == About::Reply && self.gist == Gist::NextRound;
        invited.then_some(Route::NextRound(opportunity))
    }

    /// What its button says.
    pub fn saves(&self) -> &'static str {
        if self.about == About::Reply && self.gist == Gist::NextRound {
            "Save, and add the round"
        } else {
            "Save"
        }
    }

    /// The form, understood: what is to be done. `offer` is the id of an offer that is new.
    ///
    /// # Errors
    /// Everything that is wrong with it, from top to bottom.
    pub fn check<Tz: TimeZone>(
        &self,
        opportunity: &Opportunity,
        offer: OfferId,
        now: &Now<Tz>,
    ) -> Result<Command, Vec<LogError>> {
        let mut errors = Vec::new();
        let at = instant(&self.date, &self.time, now).filter(|_| !self.date.trim().is_empty());
        match at {
            None => errors.push(LogError::When),
            Some(at) if at > now.at => errors.push(LogError::ToCome),
            Some(_) => {}
        }
        if self.about == About::Contact && self.person.is_none() {
            errors.push(LogError::Nobody);
        }
        let asks = self.asks();
        if asks.offer && self.in_writing.is_none() {
            errors.push(LogError::HowItCame);
        }
        let reply_by = asks.reply_by.then(|| Self::day(&self.reply_by, LogError::ReplyBy, &mut errors));
        let made = self.offer_made(opportunity, at);
        let respond_by = asks.deadline.then(|| self.deadline(made, now, &mut errors));
        let (reply_by, respond_by) = (reply_by.flatten(), respond_by.flatten());
        match at {
            Some(at) if errors.is_empty() => Ok(self.command(opportunity, at, reply_by, respond_by, offer)),
            _ => Err(errors),
        }
    }

    /// When the offer was made that the form is about; it happened `at`.
    fn offer_made(&self, opportunity: &Opportunity, at: Option<Stamp>) -> Option<Stamp> {
        let is_new_time = self.about == About::Reply;
        if is_new_time { gist::open_offer(opportunity).map(|offer| offer.received) } else { at }
    }

    fn day(text: &str, error: LogError, errors: &mut Vec<LogError>) -> Option<NaiveDate> {
        let text = text.trim();
        let day = read_date(text);
        if day.is_none() && !text.is_empty() {
            errors.push(error);
        }
        day
    }

    /// The end of the day named, or the time named on it.
    fn deadline<Tz: TimeZone>(
        &self,
        received: Option<Stamp>,
        now: &Now<Tz>,
        errors: &mut Vec<LogError>,
    ) -> Option<Stamp> {
        if self.about == About::Reply && self.answer_by.trim().is_empty() {
            errors.push(LogError::AnswerByMissing);
        }
        let day = Self::day(&self.answer_by, LogError::AnswerBy, errors)?;
        let by = if self.answer_at.trim().is_empty() {
            when::end_of_day(day, now)
        } else if let Some(at) = instant(&self.answer_by, &self.answer_at, now) {
            at
        } else {
            errors.push(LogError::AnswerAt);
            return None;
        };
        if received.is_some_and(|received| by < received) {
            errors.push(LogError::AnswerTooEarly);
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
        let open = gist::open_offer(opportunity).map(|offer| offer.id);
        let what = match (&self.about, person) {
            (About::Reply, person) => EventKind::ReplyReceived { person, reply_by },
            (About::Rejection, person) => EventKind::Rejected { person },
            (About::Contact, Some(person)) => EventKind::ContactMade { person },
            (About::Contact, None) => EventKind::ReplyReceived { person, reply_by },
            (About::Event(event), _) => return self.amended(opportunity, event, at, reply_by),
            (About::Offer, _) => return self.offer(opportunity, &Offer::new(offer, at), at, respond_by),
            (About::KnownOffer(offer), _) => {
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

    /// The user's note; without one, what a reply comes down to.
    fn noted(&self) -> Option<Letter> {
        let note = match self.note.trim() {
            "" if self.about == About::Reply => self.gist.note(),
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
            EventKind::ReplyReceived { person, reply_by: by } => (*person, *by) = (self.person, reply_by),
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

/// The local day and time of an instant, as fields hold them.
pub fn split<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> (String, String) {
    let local = at.with_timezone(&now.zone);
    (write_date(local.date_naive()), write_time(local.time()))
}

#[cfg(test)]
mod tests {
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

    fn check(form: &LogForm) -> Result<Command, Vec<LogError>> {
        form.check(&acme(), OfferId(uuid_v7(0, [2; 10])), &now())
    }

    #[test]
    fn a_reply_of_just_now_needs_nothing_typed() {
        let form = LogForm::new(About::Reply, &now());
        let what = EventKind::ReplyReceived { person: None, reply_by: None };
        let told = Command::LogEvent { opportunity: acme().id, at: now().at, what, note: None };
        assert_eq!(check(&form), Ok(told));
    }

    #[test]
    fn a_new_day_is_part_of_the_reply() {
        let form = LogForm { reply_by: "2026-06-19".to_owned(), ..LogForm::new(About::Reply, &now()) };
        let Ok(Command::LogEvent { what, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(what, EventKind::ReplyReceived { person: None, reply_by: read_date("2026-06-19") });
    }

    /// Acme, whose offer wants an answer by the end of Friday 12 June.
    fn acme_offers() -> Opportunity {
        let mut offer = Offer::new(OfferId(uuid_v7(0, [3; 10])), at("2026-06-08T10:00"));
        offer.respond_by = Some(at("2026-06-13T00:00"));
        Opportunity { offers: vec![offer], ..acme() }
    }

    fn reply(gist: Gist) -> LogForm {
        LogForm { gist, ..LogForm::new(About::Reply, &now()) }
    }

    #[test]
    fn more_time_for_an_offer_is_among_the_replies_only_where_one_waits_for_an_answer() {
        let plain = [Gist::NextRound, Gist::MoreTime, Gist::Else];
        assert_eq!(Gist::offered(&acme()), plain);
        let mut offers = acme_offers();
        assert!(Gist::offered(&offers).contains(&Gist::TimeToDecide));
        offers.offers[0].declined = Some(now().at);
        assert_eq!(Gist::offered(&offers), plain);
    }

    #[test]
    fn an_invitation_is_noted_and_leads_to_its_round() {
        let form = reply(Gist::NextRound);
        let Ok(Command::LogEvent { what, note, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(what, EventKind::ReplyReceived { person: None, reply_by: None });
        assert_eq!(note.unwrap().body, "An invitation to a next round.");
        assert_eq!(form.then(acme().id), Some(Route::NextRound(acme().id)));
        assert_eq!(reply(Gist::MoreTime).then(acme().id), None);
    }

    #[test]
    fn they_need_more_time_with_a_day_or_without_and_the_users_own_note_goes_before() {
        let form = LogForm { note: "The panel is away.".to_owned(), ..reply(Gist::MoreTime) };
        let Ok(Command::LogEvent { what, note, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(
            (what, note.unwrap().body.as_str()),
            (EventKind::ReplyReceived { person: None, reply_by: None }, "The panel is away.")
        );
        let form = LogForm { reply_by: "2026-06-19".to_owned(), ..form };
        let Ok(Command::LogEvent { what, .. }) = check(&form) else { panic!("a reply") };
        assert_eq!(what, EventKind::ReplyReceived { person: None, reply_by: read_date("2026-06-19") });
    }

    #[test]
    fn more_time_for_an_offer_moves_its_deadline_and_asks_until_when() {
        let check = |form: &LogForm| form.check(&acme_offers(), OfferId(uuid_v7(0, [2; 10])), &now());
        let form = reply(Gist::TimeToDecide);
        assert_eq!(check(&form), Err(vec![LogError::AnswerByMissing]));
        let early = LogForm { answer_by: "2026-06-01".to_owned(), ..form.clone() };
        assert_eq!(check(&early), Err(vec![LogError::AnswerTooEarly]));
        let form = LogForm { answer_by: "2026-06-19".to_owned(), ..form };
        let Ok(Command::ExtendOffer { offer, respond_by, reply, .. }) = check(&form) else {
            panic!("more time")
        };
        assert_eq!((offer, respond_by), (acme_offers().offers[0].id, at("2026-06-20T00:00")));
        assert_eq!(reply.note.unwrap().body, "More time to answer their offer.");
    }

    #[test]
    fn a_day_that_the_form_no_longer_asks_for_does_not_count() {
        let form = LogForm { reply_by: "2026-02-30".to_owned(), ..reply(Gist::NextRound) };
        assert!(check(&form).is_ok());
    }

    #[test]
    fn a_deadline_is_the_end_of_its_day_unless_it_names_a_time() {
        let form = LogForm {
            answer_by: "2026-06-12".to_owned(),
            in_writing: Some(true),
            ..LogForm::new(About::Offer, &now())
        };
        let Ok(Command::PutOffer { offer, .. }) = check(&form) else { panic!("an offer") };
        assert_eq!((offer.respond_by, offer.written), (Some(at("2026-06-13T00:00")), Some(now().at)));
        let form = LogForm { answer_at: "17:00".to_owned(), in_writing: Some(false), ..form };
        let Ok(Command::PutOffer { offer, .. }) = check(&form) else { panic!("an offer") };
        assert_eq!((offer.respond_by, offer.written), (Some(at("2026-06-12T17:00")), None));
    }

    #[test]
    fn an_offer_amended_reads_back_as_it_was() {
        let mut offer = Offer::new(OfferId(uuid_v7(0, [3; 10])), at("2026-06-08T10:00"));
        (offer.respond_by, offer.written) = (Some(at("2026-06-13T00:00")), Some(at("2026-06-08T12:00")));
        offer.terms = "52,000 and Fridays off".to_owned();
        let form = LogForm::new(About::KnownOffer(Box::new(offer.clone())), &now());
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
        let form = LogForm::new(About::Event(Box::new(event.clone())), &now());
        let told = Command::EditEvent { opportunity: acme().id, event: Box::new(event) };
        assert_eq!(check(&form), Ok(told));
    }

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        let form = LogForm {
            date: "2026-06-10".to_owned(),
            reply_by: "2026-02-30".to_owned(),
            ..LogForm::new(About::Reply, &now())
        };
        assert_eq!(check(&form), Err(vec![LogError::ToCome, LogError::ReplyBy]));
        let form = LogForm { time: "soon".to_owned(), ..LogForm::new(About::Contact, &now()) };
        assert_eq!(check(&form), Err(vec![LogError::When, LogError::Nobody]));
        let form = LogForm { answer_by: "2026-06-01".to_owned(), ..LogForm::new(About::Offer, &now()) };
        assert_eq!(check(&form), Err(vec![LogError::HowItCame, LogError::AnswerTooEarly]));
    }

    #[test]
    fn a_form_that_was_left_comes_back_as_it_was_for_that_alone() {
        let dana = PersonId(uuid_v7(0, [5; 10]));
        let form = LogForm {
            person: Some(dana),
            note: "They liked the sample,\nand ask for a call.".to_owned(),
            reply_by: "2026-06-19".to_owned(),
            in_writing: Some(false),
            gist: Gist::MoreTime,
            ..LogForm::new(About::Reply, &now())
        };
        let mut search = Search::default();
        search.half_typed.push(form.half_typed(acme().id, true));
        assert_eq!(LogForm::left(acme().id, About::Reply, &search, &now()), (form.clone(), true));
        assert!(!LogForm::left(acme().id, About::Rejection, &search, &now()).1);
        assert_eq!(left_open(&acme(), &search, &now()), Some(form));
        let other = Opportunity::new(OpportunityId(uuid_v7(0, [9; 10])), "Bolt", "Analyst");
        assert_eq!(left_open(&other, &search, &now()), None);
        search.half_typed[0].open = false;
        assert_eq!(left_open(&acme(), &search, &now()), None);
    }
}
