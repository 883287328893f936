//! R15: a request to the recruiters of a rejected or silent opportunity who are not connected yet.
//!
//! It takes the place of their unsent R6 and opens with the outcome, after a no with the answer to it (R14), announced or
//! not. A refusal stands. Source: STAR.

use super::linkedin_request_opening::Opening;
use super::r14_reply_to_rejection;
use crate::etiquette::Reason;
use crate::etiquette::history::{Acquaintance, Ending, History, Outcome};
use crate::etiquette::rule_context::RuleContext;
use crate::model::{Role, Stamp};

/// From when a recruiter may be asked after an outcome. `None` for anybody else, and where a request was `sent` before
/// the outcome.
pub(crate) fn opening(
    history: &History<'_>,
    person: Acquaintance<'_>,
    sent: Option<Stamp>,
    ctx: &RuleContext<'_>,
) -> Option<Opening> {
    let parted = history.outcome_if(&[Ending::Rejected, Ending::Silent])?;
    let unasked = sent.is_none_or(|sent| sent >= parted.at);
    let opens = free_from(parted, ctx);
    (person.is(Role::Recruiter) && unasked).then_some(Opening::At(opens, Reason::RecruiterAfterwards))
}

/// From when an outcome lets a request go: at once, after a no with the answer to it.
pub(super) fn free_from(outcome: Outcome, ctx: &RuleContext<'_>) -> Stamp {
    match outcome.ending {
        Ending::Rejected => r14_reply_to_rejection::opening(outcome.at, ctx),
        Ending::Withdrawn | Ending::Silent | Ending::Declined => outcome.at,
    }
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
    fn it_opens_with_the_answer_to_a_no_or_with_silence_announced_or_not() {
        let request = |how| {
            let records = search([ended(Permission::NotAsked, how)]);
            the(Task::LinkedinRequest, &records, "2026-03-07T09:00")
        };
        let silent = request(EventKind::ClosedSilent);
        assert_eq!((silent.rule, silent.status), (Rule::R15, Status::Open));
        assert_eq!(times(&silent), ["2026-03-06T17:00", "2026-03-11T00:00", "2026-03-21T00:00"]);
        let rejected = request(EventKind::Rejected { person: None });
        assert_eq!((rejected.rule, rejected.status), (Rule::R15, Status::Upcoming));
        assert_eq!(times(&rejected), ["2026-03-09T00:00", "2026-03-12T00:00", "2026-03-24T00:00"]);
    }

    #[test]
    fn a_refusal_stands() {
        let records = search([ended(Permission::Refused, EventKind::ClosedSilent)]);
        assert!(all(Task::LinkedinRequest, &records, "2026-03-07T09:00").is_empty());
    }
}
