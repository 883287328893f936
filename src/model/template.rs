//! A letter template of the user's own.

use super::{Decision, Task, TemplateId};
use serde::{Deserialize, Serialize};

/// A letter template of the user's own. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// The letter that it is for.
    pub task: Task,
    /// Whether it is for the letter that closes the matter: the last follow-up, a no to an offer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closing: bool,
    /// What it says to an offer, where that is neither a yes nor a no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// What the user calls it.
    pub name: String,
    /// The subject, with places to fill such as `{company}`.
    #[serde(default)]
    pub subject: String,
    /// The text, with places to fill.
    pub body: String,
}
