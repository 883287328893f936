//! The form as typed: its fields, and what they begin with.

use super::super::interview::Promise;
use super::super::{Route, when};
use super::{Asks, EventFormKind, PromiseWord, ReplyKind};
use crate::etiquette::Now;
use crate::model::{EventKind, OpportunityId, PersonId, Stamp, WantsAnswer, write_date, write_time};
use chrono::{NaiveDate, TimeZone};

/// The form as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventForm {
    /// What it is about.
    pub kind: EventFormKind,
    /// What they said, for a reply.
    pub reply_kind: ReplyKind,
    /// The day: "2026-06-09".
    pub date: String,
    /// The time: "14:30".
    pub time: String,
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// The day by which they promised an answer before, where it is not over yet.
    pub standing: Option<NaiveDate>,
    /// What becomes of that day.
    pub promise: PromiseWord,
    /// The day by which they now promise an answer; empty for none.
    pub reply_by: String,
    /// What they said of that day, where it was chosen by its words.
    pub said: String,
    /// Whether they want an answer.
    pub wants_answer: bool,
    /// A note.
    pub note: String,
    /// Whether the offer came in writing; `None` until the user says so, for nothing is assumed.
    pub in_writing: Option<bool>,
    /// The day by which they want an answer: to the message, or to the offer.
    pub answer_by: String,
    /// The time on that day; empty for the end of the day.
    pub answer_at: String,
    /// What it offers.
    pub terms: String,
}

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventField {
    /// The day.
    Date,
    /// The time.
    Time,
    /// The new day that they named.
    ReplyBy,
    /// A note.
    Note,
    /// The day by which they want an answer.
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

impl EventField {
    /// Its text; empty for what is not typed.
    pub fn text(self, form: &EventForm) -> &str {
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

    /// Sets its text.
    pub fn write(self, form: &mut EventForm, text: String) {
        match self {
            Self::Date => form.date = text,
            Self::Time => form.time = text,
            Self::ReplyBy => {
                form.reply_by = text;
                form.said.clear();
            }
            Self::Note => form.note = text,
            Self::AnswerBy => form.answer_by = text,
            Self::AnswerAt => form.answer_at = text,
            Self::Terms => form.terms = text,
            Self::Person | Self::Written => {}
        }
    }
}

impl EventForm {
    /// A form about what happened just now, or about the event or offer that is edited.
    pub fn new<Tz: TimeZone>(kind: EventFormKind, now: &Now<Tz>) -> Self {
        let at = match &kind {
            EventFormKind::Event(event) => event.at,
            EventFormKind::KnownOffer(offer) => offer.received,
            _ => now.at,
        };
        let (date, time) = split(at, now);
        let mut form = Self {
            kind,
            reply_kind: ReplyKind::default(),
            date,
            time,
            person: None,
            standing: None,
            promise: PromiseWord::default(),
            reply_by: String::new(),
            said: String::new(),
            wants_answer: false,
            note: String::new(),
            in_writing: None,
            answer_by: String::new(),
            answer_at: String::new(),
            terms: String::new(),
        };
        form.take_over(now);
        form
    }

    /// Fills in what is on record of the event or offer that is edited.
    fn take_over<Tz: TimeZone>(&mut self, now: &Now<Tz>) {
        match self.kind.clone() {
            EventFormKind::Event(event) => {
                self.note = event.letter.map(|letter| letter.body).unwrap_or_default();
                match event.what {
                    EventKind::ReplyReceived { person, reply_by, wants_answer } => {
                        self.person = person;
                        self.reply_by = reply_by.map(write_date).unwrap_or_default();
                        self.wants_answer = wants_answer != WantsAnswer::No;
                        self.answer_by = wants_answer.by().map(write_date).unwrap_or_default();
                    }
                    EventKind::Rejected { person } => self.person = person,
                    _ => {}
                }
            }
            EventFormKind::KnownOffer(offer) => {
                self.person = offer.made_by;
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

    /// What the reply says. Some messages usually want an answer: then it is ticked.
    pub fn say(&mut self, kind: ReplyKind) {
        self.reply_kind = kind;
        self.wants_answer = kind.wants_answer();
    }

    /// They named a day, in those words.
    pub fn name_day(&mut self, named: Promise) {
        (self.reply_by, self.said) = (write_date(named.day), named.words.to_owned());
    }

    /// What it says, where it is a reply.
    pub(super) fn says(&self) -> Option<ReplyKind> {
        (self.kind == EventFormKind::Reply).then_some(self.reply_kind)
    }

    /// The fields of the form, as it is filled in: a reply asks for what its kind needs.
    pub fn asks(&self) -> Asks {
        let Some(kind) = self.says() else { return self.kind.asks() };
        let asks = kind.asks(self.standing.is_some());
        Asks { reply_by: asks.reply_by && (!asks.promise || self.promise == PromiseWord::NewDay), ..asks }
    }

    /// Where saving leads, if not back to the page: an invitation is followed by the form of its round.
    pub fn then(&self, opportunity: OpportunityId) -> Option<Route> {
        (self.says() == Some(ReplyKind::NextRound)).then_some(Route::NextRound(opportunity))
    }

    /// What its button says.
    pub fn saves(&self) -> &'static str {
        if self.says() == Some(ReplyKind::NextRound) { "Save, and add the round" } else { "Save" }
    }
}

/// The local day and time of an instant, as fields hold them: ("2026-06-09", "14:30").
pub fn split<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> (String, String) {
    let local = at.with_timezone(&now.zone);
    (write_date(local.date_naive()), write_time(local.time()))
}
