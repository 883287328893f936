//! Reads a record: what has happened by now, sorted by time.

use super::{Acquaintance, History, Mention};
use crate::etiquette::zone::within_reason;
use crate::model::{Opportunity, Person, PersonId, Stamp};
use crate::sorting;
use std::collections::BTreeMap;

impl<'a> History<'a> {
    /// Reads what is known of `opportunity` at `now`. `people` are all people on record; what other opportunities say
    /// about them is not looked at.
    pub fn of(opportunity: &'a Opportunity, people: &'a BTreeMap<PersonId, Person>, now: Stamp) -> Self {
        let mut history = Self::read(opportunity, people, now);
        history.asked = history.find_asked(people);
        let to: Vec<PersonId> = history.asked.iter().filter_map(|(_, to)| *to).collect();
        for id in to {
            if history.person(id).is_none() {
                history.people.push(Acquaintance::new(id, Mention::Named, people.get(&id)));
            }
        }
        history
    }

    /// The same, without knowing to whom a status question went that names nobody.
    pub(super) fn read(
        opportunity: &'a Opportunity,
        people: &'a BTreeMap<PersonId, Person>,
        now: Stamp,
    ) -> Self {
        let mut rounds: Vec<_> = opportunity.rounds.iter().collect();
        rounds.retain(|round| round.known.is_none_or(|known| known <= now));
        sorting::by_key(&mut rounds, |round| (round.ends, round.starts, round.id));
        let mut events: Vec<_> = opportunity.events.iter().filter(|event| event.at <= now).collect();
        sorting::by_key(&mut events, |event| (event.at, event.id));
        let mut offers: Vec<_> = opportunity.offers.iter().filter(|offer| offer.received <= now).collect();
        sorting::by_key(&mut offers, |offer| (offer.received, offer.id));
        let mut history = Self {
            now,
            opportunity,
            scheduled: rounds,
            rounds: Vec::new(),
            events,
            offers,
            ended: 0,
            closings: Vec::new(),
            people: Vec::new(),
            waiting: None,
            addressee: None,
            signed_at: Vec::new(),
            freed: None,
            asked: Vec::new(),
        };
        // Each of these builds on those before it.
        history.closings = history.find_closings();
        history.rounds = history.find_rounds();
        let end = history.outcome().map_or(now, |outcome| outcome.at);
        history.ended = history.rounds.partition_point(|round| round.ends <= end);
        history.people = history.find_people(people);
        history.waiting = history.find_waiting();
        history.addressee = history.find_addressee();
        history
    }

    /// The date of the next fact that is still to come, at which more will be known.
    pub(crate) fn next_fact(&self) -> Option<Stamp> {
        let one = self.opportunity;
        let learnt = one.rounds.iter().flat_map(|round| [round.known, round.off]).flatten();
        let held = self.scheduled.iter().flat_map(|round| [round.starts, round.ends]);
        let events = one.events.iter().map(|event| event.at);
        let offers = one.offers.iter().flat_map(crate::model::Offer::dates);
        let facts = learnt.chain(held).chain(events).chain(offers);
        facts.chain(one.applied).map(within_reason).filter(|at| *at > self.now).min()
    }
}

#[cfg(test)]
mod tests {
    use crate::etiquette::History;
    use crate::etiquette::testing::*;
    use crate::model::EventKind;
    use std::collections::BTreeMap;

    #[test]
    fn the_record_says_more_at_the_next_fact_to_come_never_at_this_moment() {
        let mut later = round(FIRST, "2026-03-12T10:00", "2026-03-12T11:00");
        later.known = Some(at("2026-03-11T09:00"));
        let reply = EventKind::reply(None, None);
        let told = acme().with(later).then("2026-03-14T09:00", reply);
        let next_fact = |when| History::of(&told, &BTreeMap::new(), at(when)).next_fact().map(local);
        assert_eq!(next_fact("2026-03-11T08:59").as_deref(), Some("2026-03-11T09:00"));
        assert_eq!(next_fact("2026-03-11T09:00").as_deref(), Some("2026-03-12T10:00"));
        assert_eq!(next_fact("2026-03-12T10:00").as_deref(), Some("2026-03-12T11:00"));
        assert_eq!(next_fact("2026-03-12T11:00").as_deref(), Some("2026-03-14T09:00"));
        assert_eq!(next_fact("2026-03-14T09:00"), None);
    }
}
