//! R4: thank each person of the audience, for each round, however the round went.
//!
//! The playbook says whom to thank, and by when. A thank-you to somebody who cannot be reached waits for R5.
//! Sources: all five.

use super::r05_find_contact;
use crate::etiquette::context::{RuleContext, with_context};
use crate::etiquette::history::{Acquaintance, History};
use crate::etiquette::playbook::{Playbook, ThankYouAudience, ThankYouDue};
use crate::etiquette::proposal::Proposal;
use crate::etiquette::zone::{days_after, hours_after};
use crate::etiquette::{Action, Now, Reason, Rule, Window};
use crate::model::{ActionKey, Conversation, PersonId, Role, Round, Settings, Stamp, Task};
use chrono::TimeZone;

/// It closes at the end of this business day after the round.
const CLOSES_AFTER: u32 = 5;
/// A round that ended before this hour is thanked for the same afternoon.
const MORNING_ENDS: i64 = 13;
/// The hours suggested: on the day of a round that ended in the morning, and on the day after any other.
const AFTERNOON: i64 = 16;
const NEXT_MORNING: i64 = 9;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let borrowed = ctx.playbook.thank_you_due().borrowed || ctx.playbook.thank_you_audience().borrowed;
    for round in recorded_rounds(history) {
        let window = window(round.ends, ctx);
        for person in audience(history, round, ctx) {
            let key = key(history, round, person.id);
            let sent = history.thanked(person.id, round.id);
            let said = history.mark_on(key, Stamp::MIN);
            let unsent = sent.is_none() && said.is_none();
            let reachable = r05_find_contact::propose(history, ctx, round, person, window, unsent, out);
            let met = history.met(round).any(|meeting| meeting.met.person == person.id);
            Proposal::new(Rule::R4, key, window, if met { Reason::TheyGaveTime } else { Reason::TheyDecide })
                .borrowed(borrowed)
                .blocked(!reachable)
                .done(sent)
                .marked(said)
                .to(Some(person.id), history.channel())
                .add(out, ctx, Some(history));
        }
    }
}

/// Whether a thank-you to a person, for any round, is neither sent nor skipped.
pub(crate) fn is_unsent(history: &History<'_>, ctx: &RuleContext<'_>, person: PersonId) -> bool {
    recorded_rounds(history).any(|round| {
        history.thanked(person, round.id).is_none()
            && history.mark_on(key(history, round, person), Stamp::MIN).is_none()
            && audience(history, round, ctx).iter().any(|thanked| thanked.id == person)
    })
}

/// When thank-yous for a round are right that ends at that moment, under the playbook and business days of the settings.
/// The round need not be on record.
pub fn thank_you_window<Tz: TimeZone>(ends: Stamp, settings: &Settings, zone: &Tz) -> Window {
    let now = Now::new(ends, zone.clone());
    with_context(Playbook::get(settings.playbook), settings, None, &now, |ctx| window(ends, ctx))
}

fn window(ends: Stamp, ctx: &RuleContext<'_>) -> Window {
    let day = ctx.calendar.day(ends);
    let due = match ctx.playbook.thank_you_due().value {
        ThankYouDue::Hours(hours) => hours_after(ends, hours.into()),
        ThankYouDue::EndOfNextDay => ctx.calendar.end(days_after(day, 1)),
    };
    let morning = ctx.calendar.hour(ends) < MORNING_ENDS;
    let (on, hour) = if morning { (day, AFTERNOON) } else { (days_after(day, 1), NEXT_MORNING) };
    Window::opening(ends)
        .due(due)
        .closes(ctx.end_of_business_day(day, CLOSES_AFTER))
        .suggesting(ctx.calendar.at_hour(on, hour))
}

fn key(history: &History<'_>, round: &Round, person: PersonId) -> ActionKey {
    ActionKey { round: Some(round.id), person: Some(person), ..history.key(Task::ThankYou) }
}

/// The ended rounds of which it is known who took part.
fn recorded_rounds<'a>(history: &History<'a>) -> impl Iterator<Item = &'a Round> {
    history.ended_rounds().filter(|round| history.course(round).is_some())
}

/// Whom to thank for a round, each once: those met, then under ACCRUE the hiring managers who were not met.
fn audience<'a>(history: &History<'a>, round: &'a Round, ctx: &RuleContext<'_>) -> Vec<Acquaintance<'a>> {
    let who_decides = ctx.playbook.thank_you_audience().value == ThankYouAudience::WhoDecides;
    let mut thanked: Vec<Acquaintance<'a>> = Vec::new();
    let mut met_here: Vec<PersonId> = Vec::new();
    for meeting in history.met(round) {
        let Some(person) = history.person(meeting.met.person) else { continue };
        if met_here.contains(&person.id) {
            continue; // named twice in the round
        }
        met_here.push(person.id);
        let significant = meeting.met.conversation == Conversation::Significant;
        let decides = person.is(Role::Interviewer) || person.is(Role::HiringManager);
        if !who_decides || significant || decides {
            thanked.push(person);
        }
    }
    if who_decides {
        thanked.extend(history.of_role(Role::HiringManager).filter(|person| !met_here.contains(&person.id)));
    }
    thanked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan_under;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Mark, Met, Opportunity, PlaybookId};

    fn held(starts: &str, ends: &str) -> Opportunity {
        acme().met(FIRST, starts, ends, &[DANA])
    }

    fn window_after(starts: &str, ends: &str) -> [String; 3] {
        times(&the(Task::ThankYou, &search([held(starts, ends)]), ends))
    }

    #[test]
    fn it_is_due_after_24_hours_and_closes_at_the_end_of_the_5th_business_day() {
        // Friday; the clocks go forward on Sunday.
        let friday = window_after("2026-03-06T13:00", "2026-03-06T14:00");
        assert_eq!(friday, ["2026-03-06T14:00", "2026-03-07T14:00", "2026-03-14T00:00"]);
        let saturday = window_after("2026-03-07T13:00", "2026-03-07T14:00");
        assert_eq!(saturday, ["2026-03-07T14:00", "2026-03-08T15:00", "2026-03-14T00:00"]);
    }

    #[test]
    fn the_form_may_ask_for_the_window_before_the_round_is_on_record() {
        let ends = "2026-03-06T14:00";
        for playbook in PlaybookId::ALL {
            let records = under(playbook, search([held("2026-03-06T13:00", ends)]));
            let window = thank_you_window(at(ends), &records.settings, &now(ends).zone);
            assert_eq!(window, the(Task::ThankYou, &records, ends).window);
        }
    }

    #[test]
    fn holidays_over_the_turn_of_the_year_do_not_count() {
        let mut records = search([held("2026-12-24T10:00", "2026-12-24T11:00")]);
        records.settings.holidays = vec![day("2026-12-25"), day("2027-01-01")];
        let closes = times(&the(Task::ThankYou, &records, "2026-12-24T12:00"))[2].clone();
        assert_eq!(closes, "2027-01-05T00:00");
    }

    #[test]
    fn a_morning_is_thanked_for_the_same_afternoon_a_later_round_first_thing_next_morning() {
        let suggested = |ends| {
            let records = search([held("2026-03-03T09:00", ends)]);
            local(the(Task::ThankYou, &records, ends).window.suggested.unwrap())
        };
        assert_eq!(suggested("2026-03-03T12:59"), "2026-03-03T16:00");
        assert_eq!(suggested("2026-03-03T13:00"), "2026-03-04T09:00");
        assert_eq!(suggested("2026-03-03T17:00"), "2026-03-04T09:00");
    }

    #[test]
    fn it_says_that_a_value_is_considereds_where_the_playbook_is_silent_on_either() {
        let records = search([held("2026-03-03T10:00", "2026-03-03T11:00")]);
        let borrowed = |playbook| {
            let plan = plan_under(Playbook::get(playbook), &records, &now("2026-03-03T12:00"));
            plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap().borrowed
        };
        assert!(borrowed(PlaybookId::Star), "silent on whom to thank");
        assert!(borrowed(PlaybookId::After), "silent on when it is due");
        assert!(!borrowed(PlaybookId::Plan));
        assert!(!borrowed(PlaybookId::Considered));
    }

    #[test]
    fn one_thank_you_for_each_person_of_each_round() {
        let told = held("2026-03-03T10:00", "2026-03-03T11:00");
        let mut told = told.met(SECOND, "2026-03-04T10:00", "2026-03-04T11:00", &[DANA, INES]);
        told.rounds[1].course.as_mut().unwrap().met.push(Met::new(DANA));
        let thanks = all(Task::ThankYou, &search([told]), "2026-03-04T12:00");
        let mut whom: Vec<_> = thanks.iter().map(|thanks| (thanks.key.round, thanks.key.person)).collect();
        whom.sort_unstable();
        let each = [(FIRST, DANA), (SECOND, DANA), (SECOND, INES)];
        assert_eq!(whom, each.map(|(round, person)| (Some(round), Some(person))));
    }

    /// Whether the first follow-up carries thanks, once these words are spoken.
    fn carried(told: Opportunity) -> bool {
        the(Task::FollowUp, &search([told]), "2026-03-12T09:00").carries_thanks
    }

    #[test]
    fn a_follow_up_carries_the_thanks_that_are_still_unsent() {
        let told = || held("2026-03-03T10:00", "2026-03-03T11:00");
        assert!(carried(told()));
        let thanked = EventKind::ThankYouSent { person: DANA, round: FIRST };
        assert!(!carried(told().then("2026-03-03T12:00", thanked)));
        let action = ActionKey {
            opportunity: Some(ACME),
            round: Some(FIRST),
            person: Some(DANA),
            ..ActionKey::new(Task::ThankYou)
        };
        let skipped = EventKind::marked(Mark::Skipped, action);
        assert!(!carried(told().then("2026-03-03T12:00", skipped)));
    }

    #[test]
    fn thanks_owed_to_somebody_else_are_not_carried() {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA, INES]);
        assert!(carried(told.clone()), "owed to both");
        let thanked = EventKind::ThankYouSent { person: DANA, round: FIRST };
        assert!(!carried(told.then("2026-03-03T12:00", thanked)));
    }

    #[test]
    fn the_thanks_of_one_round_do_not_stand_for_those_of_another() {
        let told = held("2026-03-02T10:00", "2026-03-02T11:00");
        let told = told.met(SECOND, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let thanked = EventKind::ThankYouSent { person: DANA, round: SECOND };
        assert!(carried(told.then("2026-03-03T12:00", thanked)));
    }

    #[test]
    fn under_accrue_those_who_interview_and_decide_are_thanked_after_a_brief_talk_too_and_the_manager_unmet()
    {
        let mut told = held("2026-03-03T10:00", "2026-03-03T11:00");
        let met = &mut told.rounds[0].course.as_mut().unwrap().met;
        met.extend([INES, ROB].map(Met::new));
        for met in met.iter_mut() {
            met.conversation = Conversation::Brief;
        }
        let thanks = |told: Opportunity| {
            let all = all(Task::ThankYou, &under(PlaybookId::Accrue, search([told])), "2026-03-03T12:00");
            let mut whom: Vec<_> =
                all.iter().filter_map(|thanks| Some((thanks.to?, thanks.reason))).collect();
            whom.sort_unstable_by_key(|(to, _)| *to);
            whom
        };
        let gave_time = |person| (person, Reason::TheyGaveTime);
        assert_eq!(thanks(told.clone()), [DANA, INES].map(gave_time));
        told.rounds[0].course.as_mut().unwrap().met.remove(0);
        told.people = vec![DANA];
        assert_eq!(thanks(told.clone()), [(DANA, Reason::TheyDecide), gave_time(INES)]);
        told.rounds[0].course = None;
        assert_eq!(thanks(told), [], "nothing is told of the round yet");
    }
}
