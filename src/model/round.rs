//! A round of interviews: one meeting, with everyone who took part.

use super::person::is_false;
use super::{ItemId, PersonId, RoundId, Stamp, date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A round. It is known before it happens; what came of it is its [`Course`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// What the user calls it ("Phone screen"); may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Where it is: an address, a link, a number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// When it starts.
    pub starts: Stamp,
    /// Whether nobody said when it started, and `starts` is only an hour before its end.
    #[serde(default, skip_serializing_if = "is_false")]
    pub start_guessed: bool,
    /// When it ends.
    pub ends: Stamp,
    /// When it was to start before it was moved to another time, the last time that it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Stamp>,
    /// When the user learnt of it; `None`: always known, without a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Stamp>,
    /// When it was noted that it was called off or did not take place. Nothing of its course counts then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Stamp>,
    /// Who is expected, for a round to come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<PersonId>,
    /// What the user wants to ask there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub questions: String,
    /// What came of it; `None` while nothing is known of it. It counts from the end of the round on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Course>,
    /// How the user looks back on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debrief: Option<Debrief>,
}

/// What came of a round.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Course {
    /// Whether the user has told nothing of it yet: those who were expected count as those who were there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub presumed: bool,
    /// Who took part, in the order met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<Met>,
    /// When they said they would answer.
    #[serde(default, skip_serializing_if = "ReplyBy::is_not_recorded")]
    pub reply_by: ReplyBy,
    /// Who said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_by: Option<PersonId>,
    /// How they asked to be contacted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_by: Option<Channel>,
    /// Whether they invited the user to call.
    #[serde(default, skip_serializing_if = "is_false")]
    pub calls_invited: bool,
    /// What the user was asked to send.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliver: Vec<Deliverable>,
}

/// One person's part in a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Met {
    /// Who.
    pub person: PersonId,
    /// How real the conversation was.
    #[serde(default)]
    pub conversation: Conversation,
    /// Whether they agreed to be added on LinkedIn.
    #[serde(default)]
    pub linkedin: Permission,
    /// The one thing worth mentioning to them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub talked_about: String,
    /// What the user brings that fits what this person needs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub skill: String,
}

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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conversation {
    /// A real conversation.
    #[default]
    Significant,
    /// A greeting, or little more.
    Brief,
}

/// A person's word on being added on LinkedIn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// They said yes.
    Allowed,
    /// It did not come up.
    #[default]
    NotAsked,
    /// They said no.
    Refused,
}

/// A way to reach somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

/// When the company said that it would answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyBy {
    /// The user has not said yet.
    #[default]
    NotRecorded,
    /// They did not say.
    NotTold,
    /// By this day.
    Date(#[serde(with = "date")] NaiveDate),
}

impl ReplyBy {
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
    fn is_not_recorded(&self) -> bool {
        *self == Self::NotRecorded
    }

    /// The promised day, where there is one.
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::NotRecorded | Self::NotTold => None,
        }
    }
}

/// Something that the user was asked to send: a work sample, references.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deliverable {
    /// Its id.
    pub id: ItemId,
    /// What it is.
    pub what: String,
    /// The day by which it was asked for.
    #[serde(with = "date")]
    pub by: NaiveDate,
}

/// How a round felt.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feeling {
    /// It went well.
    Well,
    /// Some of it did.
    #[default]
    Mixed,
    /// It went badly.
    Badly,
}

/// Whether the user would still take the job.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// They want it.
    #[default]
    Keen,
    /// They do not know.
    NotSure,
    /// They do not want it.
    NotForMe,
}

impl Interest {
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
    fn is_keen(&self) -> bool {
        *self == Self::Keen
    }
}

/// The user's look back at a round: one pass, then forward.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Debrief {
    /// How it felt.
    #[serde(default)]
    pub feeling: Feeling,
    /// Whether they would still take the job.
    #[serde(default, skip_serializing_if = "Interest::is_keen")]
    pub interest: Interest,
    /// What went well.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub went_well: String,
    /// What did not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub went_badly: String,
    /// The question whose answer could be better.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The answer that the user would give now.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub better_answer: String,
    /// What the user meant to say and did not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub point_missed: String,
    /// What to remember for the next round, anywhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lesson: String,
}

impl Debrief {
    /// The first text in which this one says something else than another.
    pub fn differing_text(&self, other: &Self) -> Option<&str> {
        let pairs = self.texts().into_iter().zip(other.texts());
        pairs.into_iter().find(|(own, other)| own != other).map(|(own, _)| own)
    }

    fn texts(&self) -> [&str; 6] {
        [
            &self.went_well,
            &self.went_badly,
            &self.point_missed,
            &self.question,
            &self.better_answer,
            &self.lesson,
        ]
    }
}

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
            moved_from: None,
            known: None,
            off: None,
            expected: Vec::new(),
            questions: String::new(),
            course: None,
            debrief: None,
        }
    }

    /// Notes who is expected. They count as those who were there once the round is over, until the user tells of its
    /// course: nobody should miss their thank-you because a form was not filled in.
    pub fn expect(&mut self, people: Vec<PersonId>) {
        let met = people.iter().copied().map(Met::new).collect();
        self.course = (!people.is_empty()).then(|| Course { presumed: true, met, ..Course::default() });
        self.expected = people;
    }

    /// Whether the user has told what came of it.
    pub fn is_recorded(&self) -> bool {
        self.course.as_ref().is_some_and(|course| !course.presumed)
    }
}
