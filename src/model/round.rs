//! A round of interviews: one meeting, with everyone who took part.

use super::{ItemId, PersonId, RoundId, Stamp};
use crate::json::{Decode, Encode, Json, ObjectWriter, ShapeError, json_names, json_object};
use chrono::NaiveDate;

/// A round. It is known before it happens; what came of it is its [`Course`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// What the user calls it ("Phone screen"); may be empty.
    pub title: String,
    /// Where it is: an address, a link, a number.
    pub place: String,
    /// When it starts.
    pub starts: Stamp,
    /// Whether nobody said when it started, and `starts` is only an hour before its end.
    pub start_guessed: bool,
    /// When it ends.
    pub ends: Stamp,
    /// When the user learnt of it; `None`: always known, without a date.
    pub known: Option<Stamp>,
    /// Who is expected, for a round to come.
    pub expected: Vec<PersonId>,
    /// What came of it; `None` while it is not recorded. It counts from the end of the round on.
    pub course: Option<Course>,
    /// How the user looks back on it.
    pub debrief: Option<Debrief>,
}

json_object! { Round {
    needed: id, starts, ends;
    optional: title, place, start_guessed, known, expected, course, debrief;
} }

/// What came of a round.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Course {
    /// Who took part, in the order met.
    pub met: Vec<Met>,
    /// When they said they would answer.
    pub reply_by: ReplyBy,
    /// Who said so.
    pub promised_by: Option<PersonId>,
    /// How they asked to be contacted.
    pub contact_by: Option<Channel>,
    /// Whether they invited the user to call.
    pub calls_invited: bool,
    /// What the user was asked to send.
    pub deliver: Vec<Deliverable>,
}

json_object! { Course {
    needed: ;
    optional: met, reply_by, promised_by, contact_by, calls_invited, deliver;
} }

/// One person's part in a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Met {
    /// Who.
    pub person: PersonId,
    /// How real the conversation was.
    pub conversation: Conversation,
    /// Whether they agreed to be added on LinkedIn.
    pub linkedin: Permission,
    /// The one thing worth mentioning to them.
    pub talked_about: String,
    /// What the user brings that fits what this person needs.
    pub skill: String,
}

json_object! { Met {
    needed: person;
    optional: conversation, linkedin, talked_about, skill;
} }

impl Met {
    /// A person with whom there was a real conversation; LinkedIn was not asked.
    pub fn new(person: PersonId) -> Self {
        Self {
            person,
            conversation: Conversation::default(),
            linkedin: Permission::default(),
            talked_about: String::new(),
            skill: String::new(),
        }
    }
}

/// How real a conversation was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Conversation {
    /// A real conversation.
    #[default]
    Significant,
    /// A greeting, or little more.
    Brief,
}

json_names! { Conversation { Significant = "significant", Brief = "brief" } }

/// A person's word on being added on LinkedIn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Permission {
    /// They said yes.
    Allowed,
    /// It did not come up.
    #[default]
    NotAsked,
    /// They said no.
    Refused,
}

json_names! { Permission { Allowed = "allowed", NotAsked = "not_asked", Refused = "refused" } }

/// A way to reach somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Channel {
    /// Email.
    Email,
    /// A call.
    Phone,
    /// A message on LinkedIn.
    Linkedin,
    /// A text message.
    Text,
}

json_names! { Channel { Email = "email", Phone = "phone", Linkedin = "linkedin", Text = "text" } }

/// When the company said that it would answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ReplyBy {
    /// The user has not said yet.
    #[default]
    NotRecorded,
    /// They did not say.
    NotTold,
    /// By this day.
    Date(NaiveDate),
}

impl Encode for ReplyBy {
    fn encode(&self, to: &mut String) {
        match self {
            Self::NotRecorded => "not_recorded".encode(to),
            Self::NotTold => "not_told".encode(to),
            Self::Date(date) => ObjectWriter::begin(to).field("date", date).end(),
        }
    }

    fn is_absent(&self) -> bool {
        *self == Self::NotRecorded
    }
}

impl Decode for ReplyBy {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        match json.variant()? {
            (name, _) if name == "not_recorded" => Ok(Self::NotRecorded),
            (name, _) if name == "not_told" => Ok(Self::NotTold),
            (name, date) if name == "date" => NaiveDate::decode(date).map(Self::Date),
            _ => Err(ShapeError::NO_VARIANT),
        }
    }
}

impl ReplyBy {
    /// The promised day, where there is one.
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::NotRecorded | Self::NotTold => None,
        }
    }
}

/// Something that the user was asked to send: a work sample, references.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deliverable {
    /// Its id.
    pub id: ItemId,
    /// What it is.
    pub what: String,
    /// The day by which it was asked for.
    pub by: NaiveDate,
}

json_object! { Deliverable {
    needed: id, what, by;
    optional: ;
} }

/// How a round felt.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Feeling {
    /// It went well.
    Well,
    /// Some of it did.
    #[default]
    Mixed,
    /// It went badly.
    Badly,
}

json_names! { Feeling { Well = "well", Mixed = "mixed", Badly = "badly" } }

/// The user's look back at a round: one pass, then forward.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Debrief {
    /// How it felt.
    pub feeling: Feeling,
    /// What went well.
    pub went_well: String,
    /// What did not.
    pub went_badly: String,
    /// The question whose answer could be better.
    pub question: String,
    /// The answer that the user would give now.
    pub better_answer: String,
    /// What the user meant to say and did not.
    pub point_missed: String,
    /// What to remember for the next round, anywhere.
    pub lesson: String,
}

json_object! { Debrief {
    needed: ;
    optional: feeling, went_well, went_badly, question, better_answer, point_missed, lesson;
} }

impl Round {
    /// A round that is known, of which nothing has come yet.
    pub fn new(id: RoundId, starts: Stamp, ends: Stamp) -> Self {
        Self {
            id,
            title: String::new(),
            place: String::new(),
            starts,
            start_guessed: false,
            ends,
            known: None,
            expected: Vec::new(),
            course: None,
            debrief: None,
        }
    }
}
