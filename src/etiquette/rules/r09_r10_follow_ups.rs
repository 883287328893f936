//! R9 and R10: ask where things stand, one message for the whole opportunity, and once more if there is no
//! answer.
//!
//! The first opens after the promised date, or, where none was promised, some business days after the last
//! thank-you of the round; the second, where the playbook allows one, is counted from the first. A reply, and a
//! round's end, start the count anew. While something is owed to them (R7, R27), or a new day is to be asked for (R26),
//! there is none; what the user sends them moves it. Sources: R9 with a promised date ACCRUE, without one STAR, PLAN, AFTER; R10 PLAN.

use super::r04_thank_you::Note;
use crate::etiquette::follow_up_windows::FollowUps;
use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule::cases;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Rule};
use crate::model::{ActionKey, PersonId, Task};

pub(super) fn propose(
    history: &History<'_>,
    follow_ups: &FollowUps,
    notes: &[Note<'_>],
    ctx: &RuleContext<'_>,
    out: &mut Vec<Action>,
) {
    let to = history.addressee();
    let promised = follow_ups.promise.is_some();
    let advice = if promised { cases::QUESTION_AFTER_PROMISE } else { cases::QUESTION_WITHOUT_PROMISE };
    // Only one source advises a second follow-up at all, so `Proposal` marks R10 as borrowed under the others.
    let borrowed = !promised && ctx.playbook.first_follow_up().borrowed;
    let owes_thanks =
        |person: PersonId| notes.iter().any(|note| note.person.id == person && note.is_unsent());
    for nth in 1..=follow_ups.proposed() {
        let key = ActionKey { nth: Some(nth), ..history.key(Task::FollowUp) };
        let (window, reason) = follow_ups.window(nth, ctx);
        let rule = if nth == 1 { Rule::R9 } else { Rule::R10 };
        let sent = follow_ups.sent.get(usize::from(nth) - 1).copied();
        if sent.is_none() && follow_ups.held {
            continue;
        }
        Proposal::new(rule, key, window, reason)
            .citing(if nth == 1 { advice } else { rule.sources() })
            .borrowed(borrowed)
            .done(sent)
            .marked(history.mark_on(key, follow_ups.since))
            .ending(follow_ups.cancelled)
            .to(to, history.channel_for_status())
            .carrying_thanks(sent.is_none() && to.is_some_and(owes_thanks))
            .add(out, ctx, Some(history));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{Reason, Status};
    use crate::model::{EventKind, Mark, Opportunity, PlaybookId, Records};

    const ASKED: EventKind = EventKind::FollowUpSent { person: None };

    /// A round on Tuesday 3 March, thanked for the next day.
    fn held() -> Opportunity {
        let thanked = EventKind::ThankYouSent { person: DANA, round: FIRST };
        acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]).then("2026-03-04T09:00", thanked)
    }

    fn questions(records: &Records, now: &str) -> Vec<Action> {
        let mut found = all(Task::FollowUp, records, now);
        found.sort_unstable_by_key(|action| action.key.nth);
        found
    }

    #[test]
    fn a_promised_date_was_over_the_1st_business_day_after_it_to_the_3rd() {
        let records = search([held().promised("2026-03-13")]);
        let first = the(Task::FollowUp, &records, "2026-03-05T09:00");
        assert_eq!(times(&first), ["2026-03-16T00:00", "2026-03-19T00:00", "2026-04-02T00:00"]);
        assert_eq!(first.reason, Reason::PromiseOver(day("2026-03-13")));
        assert_eq!((first.rule, first.status), (Rule::R9, Status::Upcoming));
    }

    #[test]
    fn a_promise_before_the_turn_of_the_year_steps_over_its_holidays() {
        let told = acme().met(FIRST, "2026-12-15T10:00", "2026-12-15T11:00", &[DANA]).promised("2026-12-24");
        let mut records = search([told]);
        records.settings.holidays = vec![day("2026-12-25"), day("2027-01-01")];
        let first = the(Task::FollowUp, &records, "2026-12-16T09:00");
        assert_eq!(times(&first), ["2026-12-28T00:00", "2026-12-31T00:00", "2027-01-15T00:00"]);
    }

    #[test]
    fn none_promised_it_is_counted_from_the_last_thank_you_of_the_round_or_else_its_end() {
        let first = the(Task::FollowUp, &search([held()]), "2026-03-05T09:00");
        assert_eq!(times(&first), ["2026-03-11T00:00", "2026-03-19T00:00", "2026-04-02T00:00"]);
        assert_eq!(first.reason, Reason::NoPromise(day("2026-03-04")));
        let mut unthanked = held();
        unthanked.events.clear();
        let first = the(Task::FollowUp, &search([unthanked]), "2026-03-05T09:00");
        assert_eq!(times(&first)[0], "2026-03-10T00:00");
    }

    #[test]
    fn a_second_one_is_counted_from_the_first_which_stays_done() {
        let records = search([held().promised("2026-03-05").then("2026-03-06T09:00", ASKED)]);
        let asked = questions(&records, "2026-03-09T09:00");
        assert_eq!(
            asked.iter().map(|action| action.status).collect::<Vec<_>>(),
            [Status::Done, Status::Upcoming]
        );
        assert_eq!(asked.iter().map(|action| action.rule).collect::<Vec<_>>(), [Rule::R9, Rule::R10]);
        assert_eq!(times(&asked[1]), ["2026-03-13T00:00", "2026-03-21T00:00", "2026-04-04T00:00"]);
        assert_eq!(asked[1].reason, Reason::StillSilent(day("2026-03-06")));
    }

    #[test]
    fn a_question_sent_too_soon_does_not_make_the_next_one_right_before_the_promised_date_is_over() {
        let records = search([held().promised("2026-03-20").then("2026-03-05T09:00", ASKED)]);
        let asked = questions(&records, "2026-03-09T09:00");
        assert_eq!(times(&asked[1]), ["2026-03-23T00:00", "2026-03-26T00:00", "2026-04-09T00:00"]);
    }

    #[test]
    fn a_reply_starts_the_count_anew() {
        let reply = EventKind::reply(None, None);
        let records = search([held().then("2026-03-11T09:00", ASKED).then("2026-03-12T16:00", reply)]);
        let first = the(Task::FollowUp, &records, "2026-03-13T09:00");
        assert_eq!(times(&first), ["2026-03-19T00:00", "2026-03-27T00:00", "2026-04-10T00:00"]);
        assert_eq!((first.key.nth, first.reason), (Some(1), Reason::SinceReply(day("2026-03-12"))));
    }

    #[test]
    fn it_says_that_a_value_is_considereds_only_where_it_rests_on_it() {
        let borrowed = |playbook, told: Opportunity| {
            the(Task::FollowUp, &under(playbook, search([told])), "2026-03-05T09:00").borrowed
        };
        assert!(borrowed(PlaybookId::Accrue, held()), "silent where no date was promised");
        assert!(!borrowed(PlaybookId::Accrue, held().promised("2026-03-13")), "speaks where one was");
        assert!(!borrowed(PlaybookId::Star, held()));
        assert!(borrowed(PlaybookId::Hksm, held().promised("2026-03-13")), "silent on asking altogether");
    }

    #[test]
    fn thanks_ride_on_the_question_that_is_still_to_go_only() {
        let mut told = held().promised("2026-03-05").then("2026-03-06T09:00", ASKED);
        told.events.remove(0);
        let carries: Vec<_> = questions(&search([told]), "2026-03-09T09:00")
            .iter()
            .map(|action| action.carries_thanks)
            .collect();
        assert_eq!(carries, [false, true]);
    }

    #[test]
    fn a_skipped_question_of_an_earlier_count_says_nothing_on_this_one() {
        let action = the(Task::FollowUp, &search([held()]), "2026-03-05T09:00").key;
        let skipped = EventKind::marked(Mark::Skipped, action);
        let reply = EventKind::reply(None, None);
        let told = held().then("2026-03-05T09:00", skipped);
        assert_eq!(status(Task::FollowUp, &search([told.clone()]), "2026-03-05T10:00"), Status::Skipped);
        let told = told.then("2026-03-06T09:00", reply);
        assert_eq!(status(Task::FollowUp, &search([told]), "2026-03-06T10:00"), Status::Upcoming);
    }

    #[test]
    fn a_rounds_end_starts_the_count_anew_as_a_reply_does() {
        let promised = EventKind::reply(None, Some(day("2026-03-20")));
        let told = acme().then("2026-03-01T09:00", promised);
        let told = told.met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let first = the(Task::FollowUp, &search([told]), "2026-03-05T09:00");
        assert_eq!(times(&first)[0], "2026-03-10T00:00");
        assert_eq!(first.reason, Reason::NoPromise(day("2026-03-03")));
    }
}
