//! The form "Just had an interview": as typed, and as understood.

use crate::model::{
    Channel, Conversation, OpportunityId, Permission, PersonId, ReplyBy, Role, RoundId, Stamp,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The form as typed. Everything but a company and a name may be left empty.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InterviewForm {
    /// The opportunity it belongs to, where it is one that is known.
    pub opportunity: Option<OpportunityId>,
    /// The round it is about, where it is one that was known before it happened.
    pub round: Option<RoundId>,
    /// The company.
    pub company: String,
    /// The job.
    pub role: String,
    /// What the user calls the round.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// The day, `YYYY-MM-DD`; empty: today.
    pub date: String,
    /// When it started, `HH:MM`.
    pub starts: String,
    /// When it ended, `HH:MM`; empty: now, if it was today.
    pub ends: String,
    /// How many minutes it took, where one of the two times is empty; empty: an hour.
    pub minutes: String,
    /// Who was there, or will be.
    pub people: Vec<PersonRow>,
    /// The day by which they answer, `YYYY-MM-DD`.
    pub reply_by: String,
    /// They did not say when they answer.
    pub not_told: bool,
    /// Who said it: which row of `people`.
    pub promised_by: Option<usize>,
    /// How they want to be contacted.
    pub contact_by: Option<Channel>,
    /// Whether they invited the user to call.
    pub calls_invited: bool,
    /// What the user was asked to send.
    pub deliver: Vec<DeliverRow>,
}

/// A person of the form. A row with nothing in it is no person.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonRow {
    /// Who, where they are known already.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: String,
    /// Their part.
    pub role: Role,
    /// Their email address.
    pub email: String,
    /// How real the conversation was.
    pub conversation: Conversation,
    /// May the user add them on LinkedIn?
    pub linkedin: Permission,
    /// The one thing worth mentioning to them.
    pub talked_about: String,
}

/// Something that the user was asked to send.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeliverRow {
    /// What.
    pub what: String,
    /// By which day, `YYYY-MM-DD`.
    pub by: String,
}

/// An interview, understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interview {
    pub(super) opportunity: Option<OpportunityId>,
    pub(super) round: Option<RoundId>,
    pub(super) company: String,
    pub(super) role: String,
    pub(super) title: String,
    pub(super) place: String,
    pub(super) starts: Stamp,
    pub(super) ends: Stamp,
    /// Whether it has begun, so that there is something to tell of its course.
    pub(super) begun: bool,
    pub(super) people: Vec<Attendee>,
    pub(super) reply_by: ReplyBy,
    /// Which of `people`.
    pub(super) promised_by: Option<usize>,
    pub(super) contact_by: Option<Channel>,
    pub(super) calls_invited: bool,
    pub(super) deliver: Vec<(String, NaiveDate)>,
}

/// Somebody who was there, or will be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Attendee {
    pub(super) person: Option<PersonId>,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) email: Option<String>,
    pub(super) conversation: Conversation,
    pub(super) linkedin: Permission,
    pub(super) talked_about: String,
}

/// What is wrong with the form, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FormError {
    /// No company.
    #[error("Which company was it?")]
    CompanyMissing,
    /// Nobody has a name.
    #[error("Who was there? One name is enough; the others can wait.")]
    NobodyNamed,
    /// This row has something in it, but no name.
    #[error("What is their name? A first name will do.")]
    NameMissing(usize),
    /// This row's address is none.
    #[error("This address looks unfinished. It can also be left for later.")]
    Email(usize),
    /// The day is no day.
    #[error("This is not a day in the calendar.")]
    Date,
    /// The day is years away.
    #[error("That is years from today. Is the year right?")]
    DateFarOff,
    /// The time of the start is no time.
    #[error("A time is written like 14:30.")]
    Starts,
    /// The time of the end is no time.
    #[error("A time is written like 14:30.")]
    Ends,
    /// The duration is no number of minutes from 1 to a day.
    #[error("How many minutes did it take? A guess is fine.")]
    Minutes,
    /// It is another day than today, and no time is given.
    #[error("At what time was it? A guess is fine.")]
    TimeMissing,
    /// It would end before it starts, or on another day.
    #[error("It would end before it starts. If it went past midnight, give the start and how long it took.")]
    EndsBeforeStart,
    /// The promised day is no day.
    #[error("This is not a day in the calendar.")]
    ReplyBy,
    /// The promised day is years away.
    #[error("That is years from today. Is the year right?")]
    ReplyByFarOff,
    /// This row says by when, but not what.
    #[error("What did they ask for?")]
    DeliverWhat(usize),
    /// This row's day is missing or no day.
    #[error("By which day do they want it? A guess is fine.")]
    DeliverBy(usize),
}

/// What looks odd about the form, but may be meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FormWarning {
    /// The promised day was over before now.
    #[error("That day is over already. If it is right, you may ask as soon as this is saved.")]
    PromiseOver,
    /// The promised day is the interview's own, or before it.
    #[error("That is the day of the interview itself. Did they mean a later one?")]
    PromiseSameDay,
    /// The round has not begun, and something is told of its course. That part is not kept.
    #[error("This has not begun yet; what came of it can be noted once it is over.")]
    NotBegun,
}
