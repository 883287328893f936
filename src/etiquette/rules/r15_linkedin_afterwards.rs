//! R15: a request to the recruiters of a rejected or silent opportunity who are not connected yet.
//!
//! It takes the place of their unsent R6 and opens with the outcome, announced or not. A refusal stands.
//! Source: STAR.

use super::r06_linkedin_request::{Opening, permission};
use crate::etiquette::Reason;
use crate::etiquette::history::{History, Outcome};
use crate::model::{Permission, PersonId};

/// From when a recruiter may be asked after an outcome.
pub(crate) fn opening(history: &History<'_>, person: PersonId, outcome: Outcome) -> Option<Opening> {
    let refused = permission(history, person, history.now) == Permission::Refused;
    (!refused).then_some(Opening::At(outcome.at, Reason::RecruiterAfterwards))
}
