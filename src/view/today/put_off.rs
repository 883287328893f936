//! What the user put off, and until when.

use super::super::{Line, bundles, when};
use crate::etiquette::{Action, Now};
use crate::model::{ActionKey, EventKind, Mark, PersonEventKind, Records, Stamp, Task};
use chrono::TimeZone;

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

/// A line for each action that is put off, with the time when it comes back.
pub(super) fn lines<Tz: TimeZone>(
    mut snoozed: Vec<(Stamp, &Action)>,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<Line> {
    crate::order::by_key(&mut snoozed, |(until, action)| (*until, action.key));
    let mut actions: Vec<&Action> = snoozed.iter().map(|(_, action)| *action).collect();
    let bundles = bundles::bundle(&mut actions);
    snoozed.retain(|(_, action)| actions.iter().any(|left| left.key == action.key));
    let line = |(until, action): &(Stamp, &Action)| {
        let (title, mut put_off) = bundles::bundled_title(action, &bundles, records);
        put_off.insert(0, action.key);
        Line { title, about: format!("until {}", when::start(*until, now)), put_off, ..Line::default() }
    };
    snoozed.iter().map(line).collect()
}
