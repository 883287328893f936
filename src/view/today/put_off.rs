//! What the user put off, and until when.

use super::super::{Card, bundles, when};
use crate::etiquette::{Action, Now, WorkCalendar};
use crate::model::{ActionKey, EventKind, Mark, PersonEventKind, Records, Stamp, Task};
use chrono::TimeZone;

/// An action that the user put off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snoozed {
    /// The action.
    pub key: ActionKey,
    /// The actions that were put off with it.
    pub with: Vec<ActionKey>,
    /// What it is.
    pub title: String,
    /// Until when: "until tomorrow, 09:00".
    pub until: String,
}

/// When what is put off comes back next, so that Today can show it.
pub fn next_snooze_end<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Option<Stamp> {
    put_off(records, now).into_iter().map(|(_, until)| until).min()
}

/// What the user put off, and until when. Most of the time that is nothing, or little: so whether another word
/// came after is asked for those alone.
pub(super) fn put_off<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<(ActionKey, Stamp)> {
    let put_off = |(mark, key)| match mark {
        Mark::Snoozed(until) if until > now.at => Some((until, key)),
        _ => None,
    };
    let snoozes: Vec<_> = words(records).filter_map(|(at, word)| Some((at, put_off(word)?))).collect();
    let is_last = |at: (Stamp, usize), key: ActionKey| {
        words(records).filter(|(_, (_, other))| *other == key).all(|(other, _)| other <= at)
    };
    let last = snoozes.into_iter().filter(|(at, (_, key))| is_last(*at, *key));
    last.map(|(_, (until, key))| (key, until)).collect()
}

/// What the user said of actions: when, what and of which. What was said in one second is told apart by its place.
fn words(records: &Records) -> impl Iterator<Item = ((Stamp, usize), (Mark, ActionKey))> {
    let events = records.opportunities.values().flat_map(|one| &one.events);
    let within = events.filter_map(|event| match &event.what {
        EventKind::Marked { mark, action } => Some((event.at, *mark, **action)),
        _ => None,
    });
    let people =
        records.people.values().flat_map(|person| person.log.iter().map(move |event| (person.id, event)));
    let contacts = people.filter_map(|(person, event)| match event.what {
        PersonEventKind::Marked { mark } => {
            Some((event.at, mark, ActionKey { person: Some(person), ..ActionKey::new(Task::KeepInTouch) }))
        }
        _ => None,
    });
    let across = records.search.marks.iter().map(|mark| (mark.at, mark.mark, mark.action));
    let all = within.chain(contacts).chain(across);
    all.enumerate().map(|(place, (at, mark, key))| ((at, place), (mark, key)))
}

pub(super) fn snoozed_lines<Tz: TimeZone>(
    mut snoozed: Vec<(Stamp, &Action)>,
    records: &Records,
    calendar: &WorkCalendar,
    now: &Now<Tz>,
) -> Vec<Snoozed> {
    crate::order::by_key(&mut snoozed, |(until, action)| (*until, action.key));
    let mut actions: Vec<&Action> = snoozed.iter().map(|(_, action)| *action).collect();
    let bundles = bundles::bundle(&mut actions);
    snoozed.retain(|(_, action)| actions.iter().any(|left| left.key == action.key));
    let line = |(until, action): &(Stamp, &Action)| {
        let card = Card::of(action, records, calendar, now);
        let Card { key, with, title, .. } = bundles::speak_for_all(card, &bundles, records);
        Snoozed { key, with, title, until: format!("until {}", when::start(*until, now)) }
    };
    snoozed.iter().map(line).collect()
}
