//! A person whom the user met, or should know of.

use super::written::WrittenPersonEvent;
use super::{Mark, PersonId, Stamp};
use serde::{Deserialize, Serialize};

/// The part that a person plays in a hiring process.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Asks the questions; often a future colleague.
    #[default]
    Interviewer,
    /// Decides, and would be the manager.
    HiringManager,
    /// A recruiter, of the company or of an agency.
    Recruiter,
    /// Arranges dates and rooms.
    Coordinator,
    /// Anyone else.
    Other,
}

/// A person. One record, shared by all opportunities in which they appear.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as the user would write it.
    pub name: String,
    /// Their part.
    #[serde(default)]
    pub role: Role,
    /// Their job title, in their own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The company they work for; empty where it is the opportunity's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub company: String,
    /// Their email address; `None` while it has to be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Their telephone number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The address of their LinkedIn page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub linkedin: String,
    /// Whether the user is connected with them already, since before anything recorded here.
    #[serde(default, skip_serializing_if = "is_false")]
    pub connected: bool,
    /// Whether the user wants to stay in touch with them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep_in_touch: bool,
    /// The user's own notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Contact outside any opportunity, and the user's word on keeping in touch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<PersonEvent>,
    /// Whether they belong to the example search that can be dropped in one tap.
    #[serde(default, skip_serializing_if = "is_false")]
    pub example: bool,
}

/// Something between the user and a person that belongs to no opportunity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "WrittenPersonEvent", into = "WrittenPersonEvent")]
pub struct PersonEvent {
    /// When it happened.
    pub at: Stamp,
    /// What happened.
    pub what: PersonEventKind,
}

/// What happened between the user and a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PersonEventKind {
    /// They were in contact, either way.
    ContactMade {
        /// What was sent, where Afterword wrote it; empty otherwise.
        text: String,
    },
    /// They are connected on LinkedIn now.
    Connected,
    /// The user's own word on `keep_in_touch` with them.
    Marked {
        /// What the user said.
        mark: Mark,
    },
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}

impl Person {
    /// A person of whom only the name and the part are known.
    pub fn new(id: PersonId, name: impl Into<String>, role: Role) -> Self {
        Self {
            id,
            name: name.into(),
            role,
            title: String::new(),
            company: String::new(),
            email: None,
            phone: String::new(),
            linkedin: String::new(),
            connected: false,
            keep_in_touch: false,
            notes: String::new(),
            log: Vec::new(),
            example: false,
        }
    }
}
