//! What the user put off, and until when.

use crate::model::{ActionKey, EventKind, Mark, PersonEventKind, Records, Stamp, Task};
use crate::order;

/// The actions that are put off at a moment, each with the instant at which it comes back. Of several marks on an action
/// the last counts: one that is done or skipped since is put off no more.
pub(crate) fn snoozed(records: &Records, now: Stamp) -> Vec<(ActionKey, Stamp)> {
    let mut marks: Vec<(ActionKey, Stamp, Mark)> = marks(records).filter(|(_, at, _)| *at <= now).collect();
    order::by_key(&mut marks, |(action, at, _)| (*action, *at));
    let last_of_each = marks.chunk_by(|one, next| one.0 == next.0).filter_map(<[_]>::last);
    let snoozed = last_of_each.filter_map(|(action, _, mark)| match mark {
        Mark::Snoozed(until) if *until > now => Some((*action, *until)),
        _ => None,
    });
    snoozed.collect()
}

/// What the user said about actions, when, and what: in opportunities, in people's logs, and about the whole search.
fn marks(records: &Records) -> impl Iterator<Item = (ActionKey, Stamp, Mark)> {
    let events = records.opportunities.values().flat_map(|one| &one.events);
    let within = events.filter_map(|event| match &event.what {
        EventKind::Marked { mark, action } => Some((**action, event.at, *mark)),
        _ => None,
    });
    let logs = records.people.values().flat_map(|person| person.log.iter().map(|event| (person.id, event)));
    let people = logs.filter_map(|(person, event)| match event.what {
        PersonEventKind::Marked { mark } => {
            let action = ActionKey { person: Some(person), ..ActionKey::new(Task::KeepInTouch) };
            Some((action, event.at, mark))
        }
        _ => None,
    });
    let search = records.search.marks.iter().map(|said| (said.action, said.at, said.mark));
    within.chain(people).chain(search)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{Opportunity, PersonEvent, SearchMark};

    /// Acme after its round; the look back can be put off.
    fn told() -> Opportunity {
        acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA])
    }

    fn look_back(records: &Records, when: &str) -> Option<String> {
        the(Task::Assess, records, when).snoozed_until.map(local)
    }

    #[test]
    fn an_action_that_is_put_off_says_until_when_and_the_plan_changes_then() {
        let key = the(Task::Assess, &search([told()]), "2026-03-02T12:00").key;
        let until = at("2026-03-02T18:00");
        let records = search([told().then("2026-03-02T12:00", EventKind::marked(Mark::Snoozed(until), key))]);
        assert_eq!(look_back(&records, "2026-03-02T11:59"), None);
        assert_eq!(look_back(&records, "2026-03-02T12:00").as_deref(), Some("2026-03-02T18:00"));
        assert!(planned(&records, "2026-03-02T12:00").valid_until <= Some(until));
        assert_eq!(planned(&records, "2026-03-02T17:59").valid_until, Some(until));
        assert_eq!(look_back(&records, "2026-03-02T18:00"), None);
    }

    #[test]
    fn a_later_mark_takes_the_place_of_putting_it_off() {
        let key = the(Task::Assess, &search([told()]), "2026-03-02T12:00").key;
        let until = |hour| EventKind::marked(Mark::Snoozed(at(&format!("2026-03-02T{hour}:00"))), key);
        let twice = told().then("2026-03-02T12:00", until(18)).then("2026-03-02T12:30", until(15));
        assert_eq!(look_back(&search([twice]), "2026-03-02T13:00").as_deref(), Some("2026-03-02T15:00"));
        let skipped = EventKind::marked(Mark::Skipped, key);
        let skipped = told().then("2026-03-02T12:00", until(18)).then("2026-03-02T12:30", skipped);
        assert_eq!(look_back(&search([skipped]), "2026-03-02T13:00"), None);
    }

    #[test]
    fn what_concerns_a_person_or_the_whole_search_is_put_off_too() {
        let (now, until) = ("2026-06-20T12:00", at("2026-06-21T09:00"));
        let mut records = search([told()]);
        records.people.get_mut(&DANA).unwrap().keep_in_touch = true;
        let what = PersonEventKind::Marked { mark: Mark::Snoozed(until) };
        records.people.get_mut(&DANA).unwrap().log.push(PersonEvent { at: at(now), what });
        let action = the(Task::KeepSearching, &records, now).key;
        records.search.marks.push(SearchMark { at: at(now), mark: Mark::Snoozed(until), action });
        for task in [Task::KeepInTouch, Task::KeepSearching] {
            assert_eq!(the(task, &records, now).snoozed_until, Some(until), "{task:?}");
        }
    }
}
