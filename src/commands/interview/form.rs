//! The form "Just had an interview" as typed.

use crate::model::{Channel, Conversation, Feeling, OpportunityId, Permission, PersonId, Role, RoundId};
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
    /// The zone in which a start to come is told; empty: that of the device.
    pub zone: String,
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
    /// How it felt, if the user says so at once.
    pub feeling: Option<Feeling>,
    /// What the user was asked to send.
    pub deliver: Vec<DeliverRow>,
}

/// A person of the form. A row with nothing in it is no person.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonRow {
    /// Who, where they are known already.
    pub person: Option<PersonId>,
    /// Who stood here before another name was typed.
    pub instead_of: Option<PersonId>,
    /// Their name.
    pub name: String,
    /// Their part.
    pub role: Role,
    /// Whether they are of an agency through which the job comes; `None`: not said.
    pub agency: Option<bool>,
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
