//! R4: thank each person of the audience, for each round, however the round went.
//!
//! Whom, and by when, is the playbook's to say. A thank-you to somebody who cannot be reached waits for R5.
//! Sources: all five.

use super::r05_find_contact;
use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::{Days, after, hours_after, with_days};
use crate::etiquette::history::{History, Someone};
use crate::etiquette::playbook::{ThankYouAudience, ThankYouDue};
use crate::etiquette::workdays::Workdays;
use crate::etiquette::{Action, Playbook, Reason, Rule, Window, WorkCalendar};
use crate::model::{ActionKey, Conversation, Met, PersonId, Role, Round, Settings, Stamp, Task};
use chrono::TimeZone;

/// Business days after the round's day on whose evening it closes.
const CLOSES_AFTER: u32 = 5;
/// A round that ended before this hour is thanked for the same afternoon.
const MORNING_ENDS: u32 = 13;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let silent = at.playbook.thank_you_due().borrowed || at.playbook.thank_you_audience().borrowed;
    for round in history.ended_rounds().filter(|round| history.course(round).is_some()) {
        let window = window(round.ends, at.playbook, at.days, at.workdays);
        for (person, met) in audience(history, round, at.playbook.thank_you_audience().value) {
            let key = key(history, round, person.id);
            let sent = history.thanked(person.spot, round.id);
            let word = history.word_on(key, Stamp::MIN);
            let unsent = sent.is_none() && word.is_none();
            let reachable = r05_find_contact::propose(history, at, round, person, window, unsent, out);
            Proposal::new(Rule::R4, key, window, if met { Reason::TheyGaveTime } else { Reason::TheyDecide })
                .borrowed(silent)
                .blocked(!reachable)
                .done(sent)
                .word(word)
                .to(Some(person.id), history.channel)
                .add(out, at, Some(history));
        }
    }
}

fn key(history: &History<'_>, round: &Round, person: PersonId) -> ActionKey {
    ActionKey { round: Some(round.id), person: Some(person), ..history.key(Task::ThankYou) }
}

/// Whether the thanks to a person for any round are neither sent nor waived.
pub(crate) fn is_unsent(history: &History<'_>, at: &Circumstances<'_>, person: PersonId) -> bool {
    let mut rounds = history.ended_rounds().filter(|round| history.course(round).is_some());
    rounds.any(|round| {
        audience(history, round, at.playbook.thank_you_audience().value)
            .any(|(someone, _)| someone.id == person && history.thanked(someone.spot, round.id).is_none())
            && history.word_on(key(history, round, person), Stamp::MIN).is_none()
    })
}

/// When thank-yous for a round that ends then are right, under the playbook and the business days of the settings.
pub fn thank_you_window<Tz: TimeZone>(ends: Stamp, settings: &Settings, zone: &Tz) -> Window {
    let calendar = WorkCalendar::of(settings);
    with_days(zone, |days| window(ends, Playbook::get(settings.playbook), days, &Workdays::of(&calendar)))
}

fn window(ends: Stamp, playbook: &Playbook, days: &Days<'_>, workdays: &Workdays<'_>) -> Window {
    let day = days.day(ends);
    let due = match playbook.thank_you_due().value {
        ThankYouDue::Hours(hours) => hours_after(ends, hours.into()),
        ThankYouDue::EndOfNextDay => days.end(after(day, 1)),
    };
    let morning = days.hour(ends) < MORNING_ENDS;
    let (on, hour) = if morning { (day, 16) } else { (after(day, 1), 9) };
    Window::opening(ends)
        .due(due)
        .closes(days.end(workdays.after(day, CLOSES_AFTER)))
        .suggesting(days.at_hour(on, hour))
}

/// Whom to thank for a round, each once, and whether they were met.
fn audience<'a>(
    history: &'a History<'_>,
    round: &'a Round,
    audience: ThankYouAudience,
) -> impl Iterator<Item = (&'a Someone, bool)> {
    let belongs = move |met: &Met, someone: &Someone| match audience {
        ThankYouAudience::EveryoneMet => true,
        ThankYouAudience::WhoDecides => {
            met.conversation == Conversation::Significant
                || matches!(someone.role, Some(Role::Interviewer | Role::HiringManager))
        }
    };
    let thanked = history.met_in(round).filter(|meeting| !meeting.again).filter_map(move |meeting| {
        let someone = history.person(meeting.with)?;
        belongs(meeting.met, someone).then_some((someone, true))
    });
    let deciders = match audience {
        ThankYouAudience::EveryoneMet => None,
        ThankYouAudience::WhoDecides => Some(Role::HiringManager),
    };
    let unmet = deciders.into_iter().flat_map(|role| history.of_role(role));
    let unmet = unmet.filter(|someone| history.met_in(round).all(|meeting| meeting.with != someone.spot));
    thanked.chain(unmet.map(|someone| (someone, false)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Mark, Opportunity, PlaybookId};

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
            let plan = plan(&records, Playbook::get(playbook), &now("2026-03-03T12:00"));
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
