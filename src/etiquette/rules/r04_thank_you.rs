//! R4: thank each person of the audience, for each round, however the round went.
//!
//! The playbook says whom to thank, and by when. Whoever was met in several rounds of one day gets one note, for the last
//! of them. A thank-you to somebody who cannot be reached waits for R5. Sources: all five.

use crate::etiquette::history::{Acquaintance, History, Mention, UserMark};
use crate::etiquette::playbook::{Playbook, ThankYouAudience, ThankYouDue};
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::{RuleContext, with_context};
use crate::etiquette::zone::{days_after, hours_after};
use crate::etiquette::{Action, Now, Reason, Rule, Window};
use crate::model::{ActionKey, Conversation, Role, Round, Settings, Stamp, Task};
use chrono::TimeZone;

/// It closes at the end of this business day after the round.
const CLOSES_AFTER: u32 = 5;
/// A round that ended before this hour is thanked for the same afternoon.
const MORNING_ENDS: i64 = 13;
/// The hours suggested: on the day of a round that ended in the morning, and on the day after any other.
const AFTERNOON: i64 = 16;
const NEXT_MORNING: i64 = 9;
/// Where the day after is no business day: so many hours after the round, but not after this hour.
const SOON: i64 = 2;
const LATEST: i64 = 21;

/// A thank-you of the plan: for whom, for which round, and what became of it.
pub(super) struct Note<'a> {
    pub(super) round: &'a Round,
    pub(super) person: Acquaintance<'a>,
    pub(super) window: Window,
    /// When it was sent: for this round, or for an earlier one of its day.
    sent: Option<Stamp>,
    /// That it was skipped, if it was.
    said: Option<UserMark>,
    /// When an outcome ended it, if one did.
    ended: Option<Stamp>,
    key: ActionKey,
}

impl Note<'_> {
    /// Whether it is neither sent nor skipped.
    pub(super) fn is_unsent(&self) -> bool {
        self.sent.is_none() && self.said.is_none()
    }

    /// When it was sent, skipped or missed, if it was.
    pub(super) fn settled_by(&self, now: Stamp) -> Option<Stamp> {
        self.sent.or(self.lapsed_by(now))
    }

    /// When it was skipped or missed, if it was.
    pub(super) fn lapsed_by(&self, now: Stamp) -> Option<Stamp> {
        let missed = self.window.closes.filter(|closes| *closes <= now);
        let missed = missed.filter(|closes| self.ended.is_none_or(|ended| ended >= *closes));
        self.said.map(|said| said.at).or(missed).filter(|_| self.sent.is_none())
    }
}

/// `waits` says whether a note has to wait until an address is found.
pub(super) fn propose(
    history: &History<'_>,
    notes: &[Note<'_>],
    waits: impl Fn(&Note<'_>) -> bool,
    ctx: &RuleContext<'_>,
    out: &mut Vec<Action>,
) {
    let borrowed = ctx.playbook.thank_you_due().borrowed || ctx.playbook.thank_you_audience().borrowed;
    for note in notes {
        let met = history.met(note.round).any(|meeting| meeting.met.person == note.person.id);
        let reason = if met { Reason::TheyGaveTime } else { Reason::TheyDecide };
        Proposal::new(Rule::R4, note.key, note.window, reason)
            .borrowed(borrowed)
            .blocked(waits(note))
            .done(note.sent)
            .marked(note.said)
            .to(Some(note.person.id), history.channel())
            .through(history.via().filter(|via| *via != note.person.id))
            .add(out, ctx, Some(history));
    }
}

/// When thank-yous for a round are right that ends at that moment, under the playbook and business days of the settings.
/// The round need not be on record.
pub fn thank_you_window<Tz: TimeZone>(ends: Stamp, settings: &Settings, zone: &Tz) -> Window {
    let now = Now::new(ends, zone.clone());
    with_context(Playbook::get(settings.playbook), settings, &now, |ctx| window(ends, ctx))
}

fn window(ends: Stamp, ctx: &RuleContext<'_>) -> Window {
    let day = ctx.calendar.day(ends);
    let due = match ctx.playbook.thank_you_due().value {
        ThankYouDue::Hours(hours) => hours_after(ends, hours.into()),
        ThankYouDue::EndOfNextDay => ctx.calendar.end(days_after(day, 1)),
    };
    Window::opening(ends)
        .due(due)
        .closes(ctx.end_of_business_day(day, CLOSES_AFTER))
        .suggesting(best_moment(ends, ctx))
}

/// The best moment for the thank-yous of a round: the same afternoon, the next morning if people work then, or soon.
pub(super) fn best_moment(ends: Stamp, ctx: &RuleContext<'_>) -> Stamp {
    let (day, next) = (ctx.calendar.day(ends), days_after(ctx.calendar.day(ends), 1));
    let next_morning = ctx.calendar.at_hour(next, NEXT_MORNING);
    if ctx.calendar.hour(ends) < MORNING_ENDS {
        ctx.calendar.at_hour(day, AFTERNOON)
    } else if ctx.calendar.business_days_after(day, 1) == next {
        next_morning
    } else {
        let soon = hours_after(ends, SOON);
        if soon <= ctx.calendar.at_hour(day, LATEST) { soon } else { next_morning }
    }
}

/// All thank-yous of an opportunity, by round. For somebody in several rounds of one day, that of the last.
pub(super) fn notes<'a>(history: &History<'a>, ctx: &RuleContext<'_>) -> Vec<Note<'a>> {
    let rounds: Vec<_> =
        recorded_rounds(history).map(|round| (round, audience(history, round, ctx))).collect();
    let day = |round: &Round| ctx.calendar.day(round.ends);
    let mut notes = Vec::new();
    for (i, (round, thanked)) in rounds.iter().enumerate() {
        let later = rounds.iter().skip(i + 1).filter(|(later, _)| day(later) == day(round));
        let earlier = rounds.iter().take(i + 1).filter(|(earlier, _)| day(earlier) == day(round));
        for person in thanked {
            if later.clone().any(|(_, thanked)| thanked.iter().any(|one| one.id == person.id)) {
                continue;
            }
            let key =
                ActionKey { round: Some(round.id), person: Some(person.id), ..history.key(Task::ThankYou) };
            notes.push(Note {
                round,
                person: *person,
                window: window(round.ends, ctx),
                sent: earlier.clone().filter_map(|(of, _)| history.thanked(person.id, of.id)).min(),
                said: history.mark_on(key, Stamp::MIN),
                ended: history.first_outcome_since(round.ends).map(|outcome| outcome.at),
                key,
            });
        }
    }
    notes
}

/// The ended rounds of which it is known who took part.
fn recorded_rounds<'a>(history: &History<'a>) -> impl Iterator<Item = &'a Round> {
    history.ended_rounds().filter(|round| history.course(round).is_some())
}

/// Whom to thank for a round, each once: those met; under ACCRUE, for the first round, also the hiring managers and
/// recruiters who were met in none.
fn audience<'a>(history: &History<'a>, round: &'a Round, ctx: &RuleContext<'_>) -> Vec<Acquaintance<'a>> {
    let who_decides = ctx.playbook.thank_you_audience().value == ThankYouAudience::WhoDecides;
    let decides = |person: Acquaintance<'_>| person.is(Role::HiringManager) || person.is(Role::Recruiter);
    let mut thanked: Vec<Acquaintance<'a>> = Vec::new();
    for meeting in history.met(round) {
        let Some(person) = history.person(meeting.met.person) else { continue };
        if thanked.iter().any(|known| known.id == person.id) {
            continue; // named twice in the round
        }
        let significant = meeting.met.conversation == Conversation::Significant;
        if !who_decides || significant || decides(person) || person.is(Role::Interviewer) {
            thanked.push(person);
        }
    }
    if who_decides && recorded_rounds(history).next().is_some_and(|first| first.id == round.id) {
        let unmet = history.people.iter().copied().filter(|person| person.mention == Mention::Known);
        thanked.extend(unmet.filter(|person| decides(*person)));
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
    fn under_accrue_those_who_interview_and_decide_are_thanked_after_a_brief_talk_too_and_unmet() {
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
        assert_eq!(thanks(told.clone()), [DANA, INES, ROB].map(gave_time));
        told.rounds[0].course.as_mut().unwrap().met.retain(|met| met.person == INES);
        told.people = vec![DANA, ROB];
        let unmet = [(DANA, Reason::TheyDecide), gave_time(INES), (ROB, Reason::TheyDecide)];
        assert_eq!(thanks(told.clone()), unmet);
        told.rounds[0].course = None;
        assert_eq!(thanks(told), [], "nothing is told of the round yet");
    }
}
