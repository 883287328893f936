//! A person whom the user met, or should know of.

use super::{Mark, PersonId, Stamp};
use crate::json::{Decode, Encode, Fields, Json, ObjectWriter, ShapeError, json_names, json_object};

/// The part that a person plays in a hiring process.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
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

json_names! { Role {
    Interviewer = "interviewer",
    HiringManager = "hiring_manager",
    Recruiter = "recruiter",
    Coordinator = "coordinator",
    Other = "other",
} }

/// A person. One record, shared by all opportunities in which they appear.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as the user would write it.
    pub name: String,
    /// Their part.
    pub role: Role,
    /// Their job title, in their own words.
    pub title: String,
    /// The company they work for; empty where it is the opportunity's.
    pub company: String,
    /// Their email address; `None` while it has to be found.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: String,
    /// The address of their LinkedIn page.
    pub linkedin: String,
    /// Whether the user is connected with them already, since before anything recorded here.
    pub connected: bool,
    /// Whether the user wants to stay in touch with them.
    pub keep_in_touch: bool,
    /// The user's own notes.
    pub notes: String,
    /// Contact outside any opportunity, and the user's word on keeping in touch.
    pub log: Vec<PersonEvent>,
    /// Whether they belong to the example search that can be dropped in one tap.
    pub example: bool,
}

json_object! { Person {
    needed: id, name;
    optional: role, title, company, email, phone, linkedin, connected, keep_in_touch, notes, log, example;
} }

/// Something between the user and a person that belongs to no opportunity.
#[derive(Clone, PartialEq, Eq, Debug)]
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

/// An event is one flat object, whose `what` says which other fields there are.
impl Encode for PersonEvent {
    fn encode(&self, to: &mut String) {
        let mut to = ObjectWriter::begin(to);
        to.field("at", &self.at);
        match &self.what {
            PersonEventKind::ContactMade { text } => to.field("what", &"contact_made").maybe("text", text),
            PersonEventKind::Connected => to.field("what", &"connected"),
            PersonEventKind::Marked { mark } => to.field("what", &"marked").field("mark", mark),
        };
        to.end();
    }
}

impl Decode for PersonEvent {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        let mut from = Fields::of(json)?;
        let what = match &*from.need::<String>("what")? {
            "contact_made" => PersonEventKind::ContactMade { text: from.maybe("text")? },
            "connected" => PersonEventKind::Connected,
            "marked" => PersonEventKind::Marked { mark: from.need("mark")? },
            _ => return Err(ShapeError::unknown("what")),
        };
        Ok(Self { at: from.need("at")?, what })
    }
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
