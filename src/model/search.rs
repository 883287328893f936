//! What belongs to the search as a whole: its steps, the user's word on it, forms that are half-typed.

use super::{ActionKey, ComparisonBasis, Draft, Mark, Stamp};
use serde::{Deserialize, Serialize};

/// What belongs to the search as a whole. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Search {
    /// Steps of the search that no opportunity shows.
    pub steps: Vec<SearchStep>,
    /// The user's own word on `keep_searching` and `compare_offers`.
    pub marks: Vec<SearchMark>,
    /// Letters begun and not sent that belong to no opportunity: keeping in touch.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<Draft>,
    /// Where older versions kept the form "Just had an interview" while it was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<serde_json::Value>,
    /// Unsaved work of forms, the one that was typed at last comes last.
    #[serde(rename = "half_typed", skip_serializing_if = "Vec::is_empty")]
    pub form_drafts: Vec<FormDraft>,
    /// What the user compares offers by, and with.
    pub comparing: ComparisonBasis,
}

/// A form that was typed at and not saved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FormDraft {
    /// Which form: the screen's own name for it; of an opportunity it begins with that one's id and a slash.
    pub form: String,
    /// What stands in its places, in the screen's own order.
    pub texts: Vec<String>,
    /// What stood there when the form was opened. What came to the record since, is none of the user's typing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<String>,
    /// Whether the form lies open, so that it opens by itself when its screen comes back.
    #[serde(default, skip_serializing_if = "super::person::is_false")]
    pub open: bool,
}

/// A step of the search: an application elsewhere, somebody met.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SearchStep {
    /// When.
    pub at: Stamp,
    /// What it was, in the user's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
}

/// The user's own word on an action of the whole search.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SearchMark {
    /// When it was said.
    pub at: Stamp,
    /// What was said.
    pub mark: Mark,
    /// Of which action.
    pub action: ActionKey,
}
