//! The whole search at a moment: every history, and what the rules need to know across them.

use super::contacts::Contact;
use super::history::{History, UserMark};
use super::signature::Signature;
use crate::model::{
    ActionKey, Channel, Mark, Offer, OpportunityId, PersonEventKind, PersonId, Records, Stamp, Task,
};
use crate::sorting;
use std::collections::BTreeMap;

/// The whole search at a moment.
pub(crate) struct SearchOverview<'a> {
    pub(crate) records: &'a Records,
    pub(crate) histories: Vec<History<'a>>,
    /// Everyone on record, or mentioned anywhere.
    pub(crate) contacts: BTreeMap<PersonId, Contact>,
    /// The offers that wait for the user's answer while the search goes on, the first received first.
    pub(crate) offers: Vec<OpenOffer<'a>>,
    /// Every signature, by time, also those that have ended.
    pub(crate) signatures: Vec<Signature>,
    /// What the user said about actions, sorted by action and time.
    marks: Vec<UserMark>,
}

/// An offer that waits for the user's answer.
#[derive(Clone, Copy)]
pub(crate) struct OpenOffer<'a> {
    pub(crate) offer: &'a Offer,
    pub(crate) opportunity: OpportunityId,
    /// To whom a message about it goes, and which way.
    pub(crate) addressee: Option<PersonId>,
    pub(crate) channel: Channel,
}

impl<'a> SearchOverview<'a> {
    /// Reads all records.
    pub(crate) fn of(records: &'a Records, now: Stamp) -> Self {
        let opportunities = records.opportunities.values();
        let mut histories: Vec<_> = opportunities.map(|one| History::of(one, &records.people, now)).collect();
        let mut signatures: Vec<_> = histories.iter().flat_map(History::signatures).collect();
        sorting::by_key(&mut signatures, |signature| *signature);
        for history in &mut histories {
            history.hear(&signatures);
        }
        Self {
            records,
            contacts: Contact::gather(&records.people, &histories, now),
            offers: open_offers(&histories),
            signatures,
            marks: all_marks(records, &histories, now),
            histories,
        }
    }

    /// The opportunities in which the search goes on: all, or after a signature those of a new search.
    pub(crate) fn searching(&self) -> impl Iterator<Item = &History<'a>> + Clone {
        self.histories.iter().filter(|history| history.ended_by_signature().is_none())
    }

    /// Whether a LinkedIn request went to a person, or they are connected, anywhere.
    pub(crate) fn is_linked(&self, person: PersonId) -> bool {
        self.contacts.get(&person).is_some_and(|contact| contact.linkedin.is_linked())
    }

    /// The last mark since a moment that settles an action, wherever it is noted.
    pub(crate) fn mark_on(&self, action: ActionKey, since: Stamp) -> Option<UserMark> {
        let end = self.marks.partition_point(|said| said.action <= action);
        let marks = self.marks.get(..end)?.iter().rev();
        let mut marks = marks.take_while(|said| said.action == action && said.at >= since);
        marks.find(|said| said.settles()).copied()
    }

    /// The actions that are put off at a moment, each with the instant at which it comes back. Of several marks on an
    /// action the last counts.
    pub(crate) fn snoozed(&self, now: Stamp) -> impl Iterator<Item = (ActionKey, Stamp)> {
        let last_of_each = self.marks.chunk_by(|one, next| one.action == next.action).filter_map(<[_]>::last);
        last_of_each.filter_map(move |said| match said.mark {
            Mark::Snoozed(until) if until > now => Some((said.action, until)),
            _ => None,
        })
    }

    /// The dates of facts that are still to come, at which the plan may change. Past dates may be among them.
    pub(crate) fn dates(&self) -> impl Iterator<Item = Stamp> {
        let search = &self.records.search;
        let facts = self.histories.iter().filter_map(History::next_fact);
        let logs = self.records.people.values().flat_map(|person| &person.log).map(|event| event.at);
        let steps = search.steps.iter().map(|step| step.at);
        facts.chain(logs).chain(steps).chain(search.marks.iter().map(|said| said.at))
    }
}

fn open_offers<'a>(histories: &[History<'a>]) -> Vec<OpenOffer<'a>> {
    let mut offers = Vec::new();
    let searching = histories.iter().filter(|history| history.ended_by_signature().is_none());
    for history in searching.filter(|history| history.outcome().is_none()) {
        offers.extend(history.unanswered_offers().map(|offer| OpenOffer {
            offer,
            opportunity: history.opportunity.id,
            addressee: history.answering(offer.made_by),
            channel: history.channel(),
        }));
    }
    sorting::by_key(&mut offers, |open| (open.offer.received, open.offer.id, open.opportunity));
    offers
}

/// What the user said by now, sorted by action and time: in opportunities, in people's logs, and with the search itself.
fn all_marks(records: &Records, histories: &[History<'_>], now: Stamp) -> Vec<UserMark> {
    let search = records.search.marks.iter();
    let search = search.map(|said| UserMark { action: said.action, mark: said.mark, at: said.at });
    let logs = records.people.values().flat_map(|person| person.log.iter().map(|event| (person.id, event)));
    let people = logs.filter_map(|(person, event)| {
        let PersonEventKind::Marked { mark } = event.what else { return None };
        let action = ActionKey { person: Some(person), ..ActionKey::new(Task::KeepInTouch) };
        Some(UserMark { action, mark, at: event.at })
    });
    let all = search.chain(histories.iter().flat_map(History::marks)).chain(people);
    let mut marks: Vec<_> = all.filter(|said| said.at <= now).collect();
    sorting::by_key(&mut marks, |said| (said.action, said.at));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, PersonEvent, SearchMark};

    const SAID: &str = "2026-03-04T10:00";
    const NOW: &str = "2026-03-05T09:00";

    /// Acme made an offer, of which Bolt is to be told.
    fn offered() -> Records {
        let held = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let interviewing = bolt().met(SECOND, "2026-03-03T14:00", "2026-03-03T15:00", &[DANA]);
        search([held.offered(offer(41, "2026-03-04T09:00")), interviewing])
    }

    #[test]
    fn a_mark_is_heard_wherever_it_is_noted() {
        let action = the(Task::TellOthers, &offered(), NOW).key;
        let mut with_the_search = offered();
        with_the_search.search.marks.push(SearchMark { at: at(SAID), mark: Mark::Skipped, action });
        let with = |id| {
            let mut records = offered();
            let told = records.opportunities[&id].clone();
            let told = told.then(SAID, EventKind::marked(Mark::Skipped, action));
            records.opportunities.insert(id, told);
            records
        };
        for records in [with_the_search, with(ACME), with(BOLT)] {
            assert_eq!(status(Task::TellOthers, &records, NOW), Status::Skipped);
        }
    }

    #[test]
    fn the_last_of_several_marks_counts_and_none_that_is_still_to_come() {
        let action = the(Task::TellOthers, &offered(), NOW).key;
        let said = |local, mark| SearchMark { at: at(local), mark, action };
        let mut records = offered();
        records.search.marks = vec![
            said("2026-03-05T08:00", Mark::Done),
            said(SAID, Mark::Skipped),
            said("2026-03-05T09:01", Mark::Skipped),
        ];
        assert_eq!(status(Task::TellOthers, &records, NOW), Status::Done);
        let mark_since = |since| SearchOverview::of(&records, at(NOW)).mark_on(action, at(since));
        assert!(mark_since("2026-03-05T08:00").is_some());
        assert!(mark_since("2026-03-05T08:01").is_none());
    }

    #[test]
    fn a_request_or_a_connection_counts_everywhere() {
        let request = |records: &Records| {
            let asked = all(Task::LinkedinRequest, records, NOW);
            asked.iter().any(|action| action.to == Some(INES) && action.opportunity() == Some(ACME))
        };
        let held = || acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[INES]);
        assert!(request(&search([held(), bolt()])));
        for what in [EventKind::LinkedinSent { person: INES }, EventKind::Connected { person: INES }] {
            assert!(!request(&search([held(), bolt().then(SAID, what)])));
        }
        let mut connected = search([held(), bolt()]);
        connected.people.get_mut(&INES).unwrap().connected = true;
        assert!(!request(&connected));
    }

    #[test]
    fn the_offers_that_wait_are_those_of_opportunities_that_go_on_the_first_received_first() {
        let withdrawn = Opportunity::new(CALM, "Calm", "Cook").offered(offer(43, "2026-03-01T09:00"));
        let withdrawn = withdrawn.then("2026-03-02T09:00", EventKind::Withdrawn);
        let records = search([
            acme().offered(offer(41, "2026-03-04T09:00")),
            bolt().offered(offer(42, "2026-03-03T09:00")),
            withdrawn,
        ]);
        let overview = SearchOverview::of(&records, at(NOW));
        let waiting: Vec<_> = overview.offers.iter().map(|open| open.opportunity).collect();
        assert_eq!(waiting, [BOLT, ACME]);
    }

    /// Acme after its round; the look back can be put off.
    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA])
    }

    fn look_back(records: &Records, when: &str) -> Option<String> {
        the(Task::Assess, records, when).snoozed_until.map(local)
    }

    #[test]
    fn an_action_that_is_put_off_says_until_when_and_the_plan_changes_then() {
        let key = the(Task::Assess, &search([held()]), "2026-03-02T12:00").key;
        let until = at("2026-03-02T18:00");
        let records = search([held().then("2026-03-02T12:00", EventKind::marked(Mark::Snoozed(until), key))]);
        assert_eq!(look_back(&records, "2026-03-02T11:59"), None);
        assert_eq!(look_back(&records, "2026-03-02T12:00").as_deref(), Some("2026-03-02T18:00"));
        assert!(planned(&records, "2026-03-02T12:00").valid_until <= Some(until));
        assert_eq!(planned(&records, "2026-03-02T17:59").valid_until, Some(until));
        assert_eq!(look_back(&records, "2026-03-02T18:00"), None);
    }

    #[test]
    fn a_later_mark_takes_the_place_of_putting_it_off() {
        let key = the(Task::Assess, &search([held()]), "2026-03-02T12:00").key;
        let until = |hour| EventKind::marked(Mark::Snoozed(at(&format!("2026-03-02T{hour}:00"))), key);
        let twice = held().then("2026-03-02T12:00", until(18)).then("2026-03-02T12:30", until(15));
        assert_eq!(look_back(&search([twice]), "2026-03-02T13:00").as_deref(), Some("2026-03-02T15:00"));
        let skipped = EventKind::marked(Mark::Skipped, key);
        let skipped = held().then("2026-03-02T12:00", until(18)).then("2026-03-02T12:30", skipped);
        assert_eq!(look_back(&search([skipped]), "2026-03-02T13:00"), None);
    }

    #[test]
    fn what_concerns_a_person_or_the_whole_search_is_put_off_too() {
        let (now, until) = ("2026-06-20T12:00", at("2026-06-21T09:00"));
        let mut records = search([held()]);
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
