//! The rules, one a file. Each file's head says the etiquette and its sources.
//!
//! A rule that concerns one opportunity reads its history. Those that look across the search (R16, R17, R20 to R22,
//! R24, R25) read the overview of all of them. R8, R12 and R13 are no actions: they shape the others, the guard's
//! answer and the letters' checks.

mod announcement;
mod linkedin_request_opening;
mod r01_ask_before_leaving;
mod r02_record_interview;
mod r03_assess;
mod r04_thank_you;
mod r05_find_contact;
mod r06_linkedin_request;
mod r07_deliver;
pub(crate) mod r08_wait;
mod r09_r10_follow_ups;
pub(crate) mod r11_move_on;
pub(crate) mod r12_channel;
mod r14_reply_to_rejection;
mod r15_linkedin_afterwards;
mod r16_keep_in_touch;
mod r17_keep_searching;
mod r18_acknowledge_offer;
mod r19_get_it_in_writing;
mod r20_tell_others;
mod r21_ask_for_time;
mod r22_compare_offers;
mod r23_decide_offer;
mod r24_withdraw;
mod r25_review_lessons;
pub(crate) mod r26_ask_new_date;
mod r27_answer_them;

pub use announcement::{thanks_announce_linkedin, thanks_announced_linkedin};
pub use r04_thank_you::thank_you_window;

use super::Action;
use super::application;
use super::follow_up_windows::FollowUps;
use super::history::History;
use super::overview::SearchOverview;
use super::rule_context::RuleContext;
use crate::model::Round;

/// All that the rules ask for, in no particular order.
pub(crate) fn propose_all(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for history in &overview.histories {
        propose_within(history, overview, ctx, out);
    }
    r16_keep_in_touch::propose(overview, ctx, out);
    r17_keep_searching::propose(overview, ctx, out);
    r20_tell_others::propose(overview, ctx, out);
    r21_ask_for_time::propose(overview, ctx, out);
    r22_compare_offers::propose(overview, ctx, out);
    r24_withdraw::propose(overview, ctx, out);
    r25_review_lessons::propose(overview, ctx, out);
}

/// What the rules ask for in one opportunity.
fn propose_within(
    history: &History<'_>,
    overview: &SearchOverview<'_>,
    ctx: &RuleContext<'_>,
    out: &mut Vec<Action>,
) {
    r01_ask_before_leaving::propose(history, ctx, out);
    r02_record_interview::propose(history, ctx, out);
    r03_assess::propose(history, ctx, out);
    let notes = r04_thank_you::notes(history, ctx);
    let waits =
        |note: &r04_thank_you::Note<'_>| r05_find_contact::is_awaited_by(history, note, &overview.contacts);
    r04_thank_you::propose(history, &notes, waits, ctx, out);
    r05_find_contact::propose(history, &notes, &overview.contacts, ctx, out);
    r06_linkedin_request::propose(history, &notes, overview, ctx, out); // and R15
    r07_deliver::propose(history, ctx, out);
    if let Some(follow_ups) = FollowUps::of(history, ctx) {
        r09_r10_follow_ups::propose(history, &follow_ups, &notes, ctx, out); // and R10
        r11_move_on::propose(history, &follow_ups, ctx, out);
    } else if let Some(until) = application::too_early_until(history, ctx) {
        ctx.changes_at(until); // nothing is proposed then, but a question is right
    }
    r14_reply_to_rejection::propose(history, ctx, out);
    r18_acknowledge_offer::propose(history, ctx, out);
    r19_get_it_in_writing::propose(history, ctx, out);
    r23_decide_offer::propose(history, ctx, out);
    r26_ask_new_date::propose(history, ctx, out);
    r27_answer_them::propose(history, ctx, out);
}

/// The rounds that R2 and R3 are about: with an outcome, those that had ended by then.
fn rounds_that_ran_on<'a>(history: &History<'a>) -> impl Iterator<Item = &'a Round> {
    let end = history.outcome().map(|outcome| outcome.at);
    history.rounds().iter().copied().filter(move |round| end.is_none_or(|end| round.ends <= end))
}

#[cfg(test)]
mod tests {
    use crate::etiquette::testing::*;
    use crate::etiquette::{Action, Status};
    use crate::model::{
        ActionKey, Debrief, Deliverable, EventKind, ItemId, Mark, Opportunity, PersonEvent, PersonEventKind,
        Records, SearchMark, Task, WantsAnswer,
    };
    use std::collections::BTreeSet;
    use uuid::Uuid;

    const NOW: &str = "2026-03-05T09:00";

    /// A first round with Sam, who has no address, and a sample promised; a round elsewhere on the next day.
    fn between_rounds() -> Records {
        let mut held = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[SAM]);
        held.rounds[0].debrief = Some(Debrief { lesson: "Sleep first.".to_owned(), ..Debrief::default() });
        let sample = Deliverable {
            id: ItemId(Uuid::from_u128(31)),
            what: "A sample".to_owned(),
            by: day("2026-03-06"),
        };
        held.rounds[0].course.as_mut().unwrap().deliver = vec![sample];
        search([held, bolt().with(round(SECOND, "2026-03-06T08:00", "2026-03-06T09:00"))])
    }

    /// Two spoken offers, to be answered before a third company has promised to decide.
    fn offered() -> Records {
        let waiting = Opportunity::new(CALM, "Calm", "Cook");
        let waiting =
            waiting.met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]).promised("2026-03-20");
        let made = |n| {
            let mut made = offer(n, "2026-03-04T09:00");
            made.respond_by = Some(at("2026-03-18T09:00"));
            made
        };
        search([acme().offered(made(41)), bolt().offered(made(42)), waiting])
    }

    /// One offer is signed while another company is interviewing.
    fn signed() -> Records {
        let mut made = offer(41, "2026-03-03T09:00");
        made.signed = Some(at("2026-03-04T09:00"));
        search([acme().offered(made), bolt().met(SECOND, "2026-03-03T14:00", "2026-03-03T15:00", &[DANA])])
    }

    /// A no through a recruiter, and a silence that has lasted since autumn.
    fn over() -> Records {
        let mut rejected = acme().then("2026-03-04T09:00", EventKind::Rejected { person: None });
        rejected.people = vec![ROB];
        search([rejected, bolt().met(SECOND, "2025-10-03T14:00", "2025-10-03T15:00", &[DANA])])
    }

    /// A round is called off here, and a question is asked there.
    fn asked() -> Records {
        let mut off = round(SECOND, "2026-03-06T10:00", "2026-03-06T11:00");
        off.off = Some(at("2026-03-04T09:00"));
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]).with(off);
        let asks = EventKind::ReplyReceived { person: None, reply_by: None, wants_answer: WantsAnswer::Yes };
        search([told, bolt().then("2026-03-04T09:00", asks)])
    }

    /// Notes the user's mark where the app keeps it: with the opportunity, the person or the search.
    fn say(records: &mut Records, action: ActionKey, mark: Mark) {
        let when = at(NOW);
        if let Some(told) = action.opportunity.and_then(|id| records.opportunities.get_mut(&id)) {
            *told = told.clone().then(NOW, EventKind::marked(mark, action));
        } else if let Some(person) = action.person.and_then(|id| records.people.get_mut(&id)) {
            person.log.push(PersonEvent { at: when, what: PersonEventKind::Marked { mark } });
        } else {
            records.search.marks.push(SearchMark { at: when, mark, action });
        }
    }

    #[test]
    fn whatever_is_still_to_do_the_users_word_settles_it() {
        let mut settled = BTreeSet::new();
        for records in [between_rounds(), offered(), signed(), over(), asked()] {
            let asked = planned(&records, NOW).actions.into_iter();
            for Action { key, .. } in asked.filter(|action| action.status != Status::Done) {
                for (mark, status) in [(Mark::Skipped, Status::Skipped), (Mark::Done, Status::Done)] {
                    let mut records = records.clone();
                    say(&mut records, key, mark);
                    let after = planned(&records, NOW).actions;
                    let stands = after.iter().find(|action| action.key == key).map(|action| action.status);
                    assert_eq!(stands, Some(status), "{key:?}");
                }
                settled.insert(key.task);
            }
        }
        assert_eq!(settled.len(), Task::AnswerThem as usize + 1, "{settled:?}");
    }
}
