//! R15: a request to the recruiters of a rejected or silent opportunity who are not connected yet.
//!
//! It takes the place of their unsent R6 and opens with the outcome, announced or not. A refusal stands.
//! Source: STAR.

use super::request_opening::Opening;
use crate::etiquette::Reason;
use crate::etiquette::history::{Acquaintance, Ending, History};
use crate::model::{Role, Stamp};

/// From when a recruiter may be asked after an outcome. `None` for anybody else, and where a request was `sent` before
/// the outcome.
pub(crate) fn opening(
    history: &History<'_>,
    person: Acquaintance<'_>,
    sent: Option<Stamp>,
) -> Option<Opening> {
    let parted = history.outcome_if(&[Ending::Rejected, Ending::Silent])?;
    let unasked = sent.is_none_or(|sent| sent >= parted.at);
    (person.is(Role::Recruiter) && unasked).then_some(Opening::At(parted.at, Reason::RecruiterAfterwards))
}

#[cfg(test)]
mod tests {
    use crate::etiquette::testing::*;
    use crate::etiquette::{Rule, Status};
    use crate::model::{EventKind, Opportunity, Permission, Task};

    fn ended(permission: Permission, how: EventKind) -> Opportunity {
        let mut told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[ROB]);
        told.rounds[0].course.as_mut().unwrap().met[0].linkedin = permission;
        told.then("2026-03-06T17:00", how)
    }

    #[test]
    fn it_opens_with_a_no_or_with_silence_announced_or_not() {
        for how in [EventKind::Rejected { person: None }, EventKind::ClosedSilent] {
            let records = search([ended(Permission::NotAsked, how)]);
            let action = the(Task::LinkedinRequest, &records, "2026-03-07T09:00");
            assert_eq!((action.rule, action.status), (Rule::R15, Status::Open));
            assert_eq!(times(&action), ["2026-03-06T17:00", "2026-03-11T00:00", "2026-03-21T00:00"]);
        }
    }

    #[test]
    fn a_refusal_stands() {
        let records = search([ended(Permission::Refused, EventKind::ClosedSilent)]);
        assert!(all(Task::LinkedinRequest, &records, "2026-03-07T09:00").is_empty());
    }
}
