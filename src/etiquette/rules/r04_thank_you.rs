//! R4: thank each person of the audience, for each round, however the round went.
//!
//! Whom, and by when, is the playbook's to say. A thank-you to somebody who cannot be reached waits for R5.
//! Sources: all five.

use super::r05_find_contact;
use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::{after, hours_after};
use crate::etiquette::history::History;
use crate::etiquette::playbook::{ThankYouAudience, ThankYouDue};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Conversation, PersonId, Role, Round, Stamp, Task};
use chrono::{NaiveTime, Timelike};

/// Business days after the round's day on whose evening it closes.
const CLOSES_AFTER: u32 = 5;
/// A round that ended before this hour is thanked for the same afternoon.
const MORNING_ENDS: u32 = 13;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let silent = at.playbook.thank_you_due().borrowed || at.playbook.thank_you_audience().borrowed;
    for round in history.ended_rounds().filter(|round| history.course(round).is_some()) {
        let window = window(round, at);
        for (person, met) in audience(history, round, at.playbook.thank_you_audience().value) {
            let key = key(history, round, person);
            let sent = history.thanked(person, round.id);
            let word = history.word_on(key, Stamp::MIN_UTC);
            let unsent = sent.is_none() && word.is_none();
            let reachable = r05_find_contact::propose(history, at, round, person, window, unsent, out);
            Proposal::new(Rule::R4, key, window, if met { Reason::TheyGaveTime } else { Reason::TheyDecide })
                .borrowed(silent)
                .blocked(!reachable)
                .done(sent)
                .word(word)
                .to(Some(person), history.channel())
                .add(out, at, Some(history));
        }
    }
}

fn key(history: &History<'_>, round: &Round, person: PersonId) -> ActionKey {
    ActionKey { round: Some(round.id), person: Some(person), ..history.key(Task::ThankYou) }
}

/// Whether the thanks to a person for any round are neither sent nor waived.
pub(crate) fn is_unsent(history: &History<'_>, at: &Circumstances<'_>, person: PersonId) -> bool {
    let rounds = history.ended_rounds().filter(|round| history.course(round).is_some());
    rounds.into_iter().any(|round| {
        audience(history, round, at.playbook.thank_you_audience().value).any(|(someone, _)| someone == person)
            && history.thanked(person, round.id).is_none()
            && history.word_on(key(history, round, person), Stamp::MIN_UTC).is_none()
    })
}

fn window(round: &Round, at: &Circumstances<'_>) -> Window {
    let day = at.days.day(round.ends);
    let due = match at.playbook.thank_you_due().value {
        ThankYouDue::Hours(hours) => hours_after(round.ends, hours.into()),
        ThankYouDue::EndOfNextDay => at.days.end(after(day, 1)),
    };
    let morning = at.days.local(round.ends).hour() < MORNING_ENDS;
    let (on, hour) = if morning { (day, 16) } else { (after(day, 1), 9) };
    let suggested = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
    Window::opening(round.ends)
        .due(due)
        .closes(at.end_of_business_day(day, CLOSES_AFTER))
        .suggesting(at.days.resolve(on.and_time(suggested)))
}

/// Whom to thank for a round, each once, and whether they were met.
fn audience<'a>(
    history: &History<'a>,
    round: &'a Round,
    audience: ThankYouAudience,
) -> impl Iterator<Item = (PersonId, bool)> {
    let met = history.course(round).map_or(&[][..], |course| &course.met);
    let belongs = move |met: &crate::model::Met| match audience {
        ThankYouAudience::EveryoneMet => true,
        ThankYouAudience::WhoDecides => {
            met.conversation == Conversation::Significant
                || matches!(history.role(met.person), Some(Role::Interviewer | Role::HiringManager))
        }
    };
    let first = move |i: usize, person| met.iter().take(i).all(|other| other.person != person);
    let thanked = met.iter().enumerate().filter(move |(i, met)| first(*i, met.person) && belongs(met));
    let unmet = match audience {
        ThankYouAudience::EveryoneMet => Vec::new(),
        ThankYouAudience::WhoDecides => history.of_role(Role::HiringManager),
    };
    let unmet = unmet.into_iter().filter(move |person| met.iter().all(|met| met.person != *person));
    thanked.map(|(_, met)| (met.person, true)).chain(unmet.map(|person| (person, false)))
}
