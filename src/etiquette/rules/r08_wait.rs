//! R8: no status question before the promised date is over. A wait, not an action: the guard speaks it, and
//! the follow-up (R9) opens no earlier.
//!
//! Sources: ACCRUE, STAR.

use crate::etiquette::WaitReason;
use crate::etiquette::follow_up_windows::FollowUps;
use crate::etiquette::rule_context::RuleContext;

/// Why a status question has to wait for the next follow-up.
pub(crate) fn reason(follow_ups: &FollowUps, ctx: &RuleContext<'_>) -> WaitReason {
    match (follow_ups.sent.last(), follow_ups.promise) {
        (Some(asked), _) => WaitReason::Asked(ctx.calendar.day(*asked)),
        (None, Some(promise)) => WaitReason::Promised(promise.day),
        (None, None) => WaitReason::GiveThemDays,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{About, Answer, may_write};
    use crate::model::{EventKind, Opportunity};

    fn wait(told: Opportunity, when: &str) -> Option<(String, WaitReason)> {
        match may_write(&search([told]), ACME, About::Status, None, &now(when)) {
            Answer::TooEarly { until, why } => Some((local(until), why)),
            _ => None,
        }
    }

    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA])
    }

    #[test]
    fn no_status_question_before_the_promised_date_is_over() {
        let promised = || held().promised("2026-03-13");
        let until = Some(("2026-03-16T00:00".to_owned(), WaitReason::Promised(day("2026-03-13"))));
        assert_eq!(wait(promised(), "2026-03-15T23:59"), until);
        assert_eq!(wait(promised(), "2026-03-16T00:00"), None);
    }

    #[test]
    fn some_days_where_none_was_promised_and_again_after_a_question() {
        let until = Some(("2026-03-10T00:00".to_owned(), WaitReason::GiveThemDays));
        assert_eq!(wait(held(), "2026-03-04T09:00"), until);
        let asked = held().then("2026-03-10T09:00", EventKind::FollowUpSent { person: None });
        let until = Some(("2026-03-17T00:00".to_owned(), WaitReason::Asked(day("2026-03-10"))));
        assert_eq!(wait(asked, "2026-03-11T09:00"), until);
    }
}
