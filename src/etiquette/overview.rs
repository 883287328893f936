//! The whole search at a moment: every history, and what the rules that look across the search ask of all of them.

use super::contacts::Contact;
use super::history::{History, UserMark};
use super::signature::Signature;
use crate::model::{ActionKey, Channel, Mark, Offer, OpportunityId, PersonId, Records, Stamp, Task};
use crate::order;
use std::collections::BTreeMap;

/// The whole search at a moment.
pub(crate) struct SearchOverview<'a> {
    pub(crate) records: &'a Records,
    pub(crate) histories: Vec<History<'a>>,
    /// Everyone on record, or mentioned anywhere.
    pub(crate) contacts: BTreeMap<PersonId, Contact>,
    /// The offers that wait for a decision, the first received first.
    pub(crate) offers: Vec<OpenOffer<'a>>,
    /// The offer that was signed first, anywhere.
    pub(crate) signature: Option<Signature>,
    /// What the user said about actions that look across the search, by action and time.
    marks: Vec<UserMark>,
}

/// An offer that waits for a decision.
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
        let histories: Vec<_> = opportunities.map(|one| History::of(one, &records.people, now)).collect();
        Self {
            records,
            contacts: Contact::gather(&records.people, &histories, now),
            offers: open_offers(&histories),
            signature: histories.iter().filter_map(History::signed).min(),
            marks: marks_across(records, &histories, now),
            histories,
        }
    }

    /// Whether a LinkedIn request went to a person, or they are connected, anywhere.
    pub(crate) fn is_linked(&self, person: PersonId) -> bool {
        self.contacts.get(&person).is_some_and(|contact| contact.linkedin.is_linked())
    }

    /// What the user last said about an action since a moment, wherever it is noted.
    pub(crate) fn mark_on(&self, action: ActionKey, since: Stamp) -> Option<UserMark> {
        let end = self.marks.partition_point(|said| said.action <= action);
        let last = self.marks.get(end.checked_sub(1)?)?;
        (last.action == action && last.at >= since).then_some(*last)
    }

    /// Every date on which the records say more by themselves; past ones may be among them.
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
    for history in histories.iter().filter(|history| history.outcome().is_none()) {
        offers.extend(history.undecided().map(|offer| OpenOffer {
            offer,
            opportunity: history.opportunity.id,
            addressee: history.addressee(),
            channel: history.channel(),
        }));
    }
    order::by_key(&mut offers, |open| (open.offer.received, open.offer.id, open.opportunity));
    offers
}

/// What was said about actions that look across the search, with the search itself or with any opportunity.
fn marks_across(records: &Records, histories: &[History<'_>], now: Stamp) -> Vec<UserMark> {
    use Task::{AskForTime, CompareOffers, KeepInTouch, KeepSearching, ReviewLessons, TellOthers, Withdraw};
    let said = records.search.marks.iter().filter(|said| said.at <= now);
    let said = said.filter(|said| matches!(said.mark, Mark::Done | Mark::Skipped));
    let said = said.map(|said| UserMark { action: said.action, mark: said.mark, at: said.at });
    let mut marks: Vec<_> = said.chain(histories.iter().flat_map(History::marks)).collect();
    marks.retain(|said| {
        matches!(
            said.action.task,
            AskForTime | CompareOffers | KeepInTouch | KeepSearching | ReviewLessons | TellOthers | Withdraw
        )
    });
    order::by_key(&mut marks, |said| (said.action, said.at));
    marks
}
