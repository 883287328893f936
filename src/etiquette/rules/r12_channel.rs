//! R12: the channel. The one that they asked for, else email; a status question by phone only if they invited
//! calls. It shapes every message (`History::channel`) and the guard's answer.
//!
//! Sources: STAR, PLAN.

use crate::etiquette::history::History;
use crate::model::Channel;

/// Whether a status question may go by a channel; `None` is in writing.
pub(crate) fn may_ask_by(history: &History<'_>, by: Option<Channel>) -> bool {
    by != Some(Channel::Phone) || history.calls_invited()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{About, Answer, may_write};
    use crate::model::{Opportunity, Task};

    /// A round after which they like to be reached that way.
    fn held(by: Option<Channel>, invited: bool) -> Opportunity {
        let mut acme = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let course = acme.rounds[0].course.as_mut().unwrap();
        (course.contact_by, course.calls_invited) = (by, invited);
        acme
    }

    fn ways(told: Opportunity) -> (Option<Channel>, Option<Channel>) {
        let records = search([told]);
        let way = |task| the(task, &records, "2026-03-03T12:00").channel;
        (way(Task::ThankYou), way(Task::FollowUp))
    }

    #[test]
    fn the_one_that_they_asked_for_else_email_and_a_question_by_phone_only_if_they_invited_calls() {
        use Channel::{Email, Phone, Text};
        assert_eq!(ways(held(None, false)), (Some(Email), Some(Email)));
        assert_eq!(ways(held(Some(Text), false)), (Some(Text), Some(Text)));
        assert_eq!(ways(held(Some(Phone), false)), (Some(Phone), Some(Email)));
        assert_eq!(ways(held(Some(Phone), true)), (Some(Phone), Some(Phone)));
    }

    #[test]
    fn the_guard_says_not_by_phone_unless_they_invited_calls() {
        let asked = |invited, by| {
            let records = search([held(None, invited)]);
            may_write(&records, ACME, About::Status, by, &now("2026-03-10T09:00"))
        };
        assert_eq!(asked(false, Some(Channel::Phone)), Answer::NotByPhone);
        for (invited, by) in [(true, Some(Channel::Phone)), (false, Some(Channel::Email)), (false, None)] {
            assert!(matches!(asked(invited, by), Answer::Yes(_)), "{invited} {by:?}");
        }
    }
}
