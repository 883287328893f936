//! An opportunity: one job at one company, from the first word to the last.

use super::{ActionKey, Decision, Event, Letter, Offer, OpportunityId, PersonId, Round, RoundId, Stamp};
use serde::{Deserialize, Serialize};

/// One job at one company, with everything that happened. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Opportunity {
    /// Its id.
    pub id: OpportunityId,
    /// The company.
    pub company: String,
    /// The job.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// When the user applied; `None`: they did, but not on a known day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applied: Option<Stamp>,
    /// The address of the advertisement.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// The user's own notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// People known beside the ones met: a recruiter, the hiring manager.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
    /// The recruiter of an agency through whom it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<PersonId>,
    /// Its rounds, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// What happened, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Its offers, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Letters begun and not sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<Draft>,
    /// Whether it belongs to the example search that can be dropped in one tap.
    #[serde(default, skip_serializing_if = "super::person::is_false")]
    pub example: bool,
}

/// A letter begun and not sent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// The action that it is for.
    pub action: ActionKey,
    /// Of an answer to an offer: which answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The text as typed.
    pub letter: Letter,
    /// The user's own wordings, put aside for another version; the last one comes back first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aside: Vec<Letter>,
    /// When it was last typed at.
    pub touched: Stamp,
    /// Whether a friend has read it.
    #[serde(default, skip_serializing_if = "super::person::is_false")]
    pub proofread: bool,
}

impl Opportunity {
    /// An opportunity of which only the company and the job are known.
    pub fn new(id: OpportunityId, company: impl Into<String>, role: impl Into<String>) -> Self {
        Self {
            id,
            company: company.into(),
            role: role.into(),
            applied: None,
            link: String::new(),
            notes: String::new(),
            people: Vec::new(),
            via: None,
            rounds: Vec::new(),
            events: Vec::new(),
            offers: Vec::new(),
            drafts: Vec::new(),
            example: false,
        }
    }

    /// The round of that id.
    pub fn round(&self, id: RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == id)
    }

    /// Everyone of the opportunity, each once: those met first, in the order met, then those known beside, and last
    /// the agency's recruiter.
    pub fn everyone(&self) -> Vec<PersonId> {
        let met = self.rounds.iter().filter_map(|round| round.course.as_ref()).flat_map(|course| &course.met);
        let expected = self.rounds.iter().flat_map(|round| &round.expected);
        let mut everyone: Vec<PersonId> = Vec::new();
        let beside = self.people.iter().chain(expected).copied().chain(self.via);
        for id in met.map(|met| met.person).chain(beside) {
            if !everyone.contains(&id) {
                everyone.push(id);
            }
        }
        everyone
    }
}
