//! The user's contact with each person over the whole search: when it was last, and how it stands on LinkedIn.

use super::history::History;
use crate::model::{Opportunity, Permission, Person, PersonEventKind, PersonId, Records, Stamp};
use std::collections::BTreeMap;

/// The user's contact with a person, over all opportunities.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Contact {
    /// When they were last in contact, either way; `None` where they never were.
    pub last: Option<Stamp>,
    /// What is known of them on LinkedIn.
    pub linkedin: Linkedin,
    /// Since when it stands so; `None` where no day is known.
    pub linkedin_since: Option<Stamp>,
    /// When a way to reach them was first found; `None` where nobody noted that.
    pub found: Option<Stamp>,
    /// When they last said yes or no to being added, so that the latest word counts.
    said: Option<Stamp>,
}

/// How it stands with a person on LinkedIn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Linkedin {
    /// They were not asked, or it is not noted.
    #[default]
    Unknown,
    /// They last said no to being added.
    Refused,
    /// They last said yes to being added.
    Allowed,
    /// The user sent them a request.
    Requested,
    /// They are connected.
    Connected,
}

impl Linkedin {
    /// Whether a request was sent, or they are connected, so that no other request is right in any opportunity.
    pub fn is_linked(self) -> bool {
        matches!(self, Self::Requested | Self::Connected)
    }
}

impl Contact {
    /// The contact with one person, at a moment. Reads only the opportunities that mention them.
    pub fn of(person: PersonId, records: &Records, now: Stamp) -> Self {
        let mut contact =
            records.people.get(&person).map(|person| Self::logged(person, now)).unwrap_or_default();
        for opportunity in records.opportunities.values().filter(|one| mentions(one, person)) {
            contact.add(&History::of(opportunity, &records.people, now), person);
        }
        contact
    }

    /// The contact with everyone who is on record or mentioned anywhere, at a moment.
    pub fn all(records: &Records, now: Stamp) -> BTreeMap<PersonId, Self> {
        let opportunities = records.opportunities.values();
        let histories: Vec<_> = opportunities.map(|one| History::of(one, &records.people, now)).collect();
        Self::gather(&records.people, &histories, now)
    }

    /// The same from histories that have been read already.
    pub(crate) fn gather(
        people: &BTreeMap<PersonId, Person>,
        histories: &[History<'_>],
        now: Stamp,
    ) -> BTreeMap<PersonId, Self> {
        let logged = people.iter().map(|(id, person)| (*id, Self::logged(person, now)));
        // One after the other: to collect them would sort them first, by code of their own.
        let mut all: BTreeMap<PersonId, Self> = BTreeMap::new();
        all.extend(logged);
        for history in histories {
            for person in history.people() {
                all.entry(person).or_default().add(history, person);
            }
        }
        all
    }

    /// What a person's own record says. A mark on keeping in touch is no contact.
    fn logged(person: &Person, now: Stamp) -> Self {
        let past = || person.log.iter().filter(|event| event.at <= now);
        let contact = past().filter(|event| !matches!(event.what, PersonEventKind::Marked { .. }));
        let since =
            past().filter(|event| event.what == PersonEventKind::Connected).map(|event| event.at).min();
        let connected = person.connected || since.is_some();
        Self {
            last: contact.map(|event| event.at).max(),
            linkedin: if connected { Linkedin::Connected } else { Linkedin::Unknown },
            linkedin_since: since,
            found: None,
            said: None,
        }
    }

    /// Adds what an opportunity says of the person.
    fn add(&mut self, history: &History<'_>, person: PersonId) {
        self.last = self.last.max(history.last_contact(person));
        self.found = [self.found, history.contact_found(person)].into_iter().flatten().min();
        if let Some(at) = history.linkedin_connected(person) {
            self.link(Linkedin::Connected, at);
        } else if let Some(at) = history.linkedin_requested(person)
            && self.linkedin != Linkedin::Connected
        {
            self.link(Linkedin::Requested, at);
        } else if let Some((word, at)) = history.linkedin_permission(person)
            && !self.linkedin.is_linked()
            && self.said <= Some(at)
        {
            (self.said, self.linkedin_since) = (Some(at), Some(at));
            self.linkedin = if word == Permission::Allowed { Linkedin::Allowed } else { Linkedin::Refused };
        }
    }

    /// It stands so since then, or since what another opportunity says of the same, where that is earlier.
    fn link(&mut self, linkedin: Linkedin, at: Stamp) {
        let before = self.linkedin_since.filter(|_| self.linkedin == linkedin);
        (self.linkedin, self.linkedin_since) = (linkedin, Some(before.map_or(at, |before| before.min(at))));
    }
}

/// Whether an opportunity mentions a person.
fn mentions(opportunity: &Opportunity, person: PersonId) -> bool {
    let mut courses = opportunity.rounds.iter().filter_map(|round| round.course.as_ref());
    opportunity.everyone().contains(&person)
        || courses.any(|course| course.promised_by == Some(person))
        || opportunity.offers.iter().any(|offer| offer.made_by == Some(person))
        || opportunity.events.iter().any(|event| event.what.person() == Some(person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Mark, PersonEvent, PersonEventKind};

    fn contact(records: &Records, person: PersonId, when: &str) -> Contact {
        let one = Contact::of(person, records, at(when));
        assert_eq!(Contact::all(records, at(when))[&person], one);
        one
    }

    fn linkedin(records: &Records) -> Linkedin {
        contact(records, INES, "2026-03-20T09:00").linkedin
    }

    fn met(id: crate::model::RoundId, day: &str, said: Permission) -> Opportunity {
        let told = if id == FIRST { acme() } else { bolt() };
        let mut told = told.met(id, &format!("{day}T10:00"), &format!("{day}T11:00"), &[INES]);
        told.rounds[0].course.as_mut().unwrap().met[0].linkedin = said;
        told
    }

    #[test]
    fn the_last_contact_is_the_last_of_all_opportunities_and_of_the_persons_own_log() {
        let mut records = search([
            met(FIRST, "2026-03-02", Permission::NotAsked),
            met(SECOND, "2026-03-04", Permission::NotAsked),
        ]);
        let last = |records: &Records, when| contact(records, INES, when).last.map(local);
        assert_eq!(last(&records, "2026-03-02T10:59"), None);
        assert_eq!(last(&records, "2026-03-03T09:00").as_deref(), Some("2026-03-02T11:00"));
        assert_eq!(last(&records, "2026-03-05T09:00").as_deref(), Some("2026-03-04T11:00"));
        let log = &mut records.people.get_mut(&INES).unwrap().log;
        let what = PersonEventKind::ContactMade { text: String::new() };
        log.push(PersonEvent { at: at("2026-03-06T09:00"), what });
        let what = PersonEventKind::Marked { mark: Mark::Skipped };
        log.push(PersonEvent { at: at("2026-03-07T09:00"), what });
        assert_eq!(last(&records, "2026-03-08T09:00").as_deref(), Some("2026-03-06T09:00"));
    }

    #[test]
    fn the_latest_word_on_linkedin_counts_until_a_request_or_a_connection() {
        use Permission::{Allowed, NotAsked, Refused};
        let said =
            |first, second| search([met(FIRST, "2026-03-02", first), met(SECOND, "2026-03-04", second)]);
        assert_eq!(linkedin(&said(NotAsked, NotAsked)), Linkedin::Unknown);
        assert_eq!(linkedin(&said(Refused, Allowed)), Linkedin::Allowed);
        assert_eq!(linkedin(&said(Allowed, Refused)), Linkedin::Refused);
        assert_eq!(linkedin(&said(Allowed, NotAsked)), Linkedin::Allowed);
        let sent = EventKind::LinkedinSent { person: INES };
        let asked = met(FIRST, "2026-03-02", Allowed).then("2026-03-03T09:00", sent);
        let mut records = search([asked, met(SECOND, "2026-03-04", Refused)]);
        assert_eq!(linkedin(&records), Linkedin::Requested);
        let since = |records: &Records| contact(records, INES, "2026-03-20T09:00").linkedin_since.map(local);
        assert_eq!(since(&records).as_deref(), Some("2026-03-03T09:00"));
        let connected = PersonEvent { at: at("2026-03-08T09:00"), what: PersonEventKind::Connected };
        records.people.get_mut(&INES).unwrap().log.push(connected);
        assert_eq!(
            (linkedin(&records), since(&records).as_deref()),
            (Linkedin::Connected, Some("2026-03-08T09:00"))
        );
        let person = records.people.get_mut(&INES).unwrap();
        (person.connected, person.log) = (true, Vec::new());
        assert_eq!((linkedin(&records), since(&records)), (Linkedin::Connected, None));
    }

    #[test]
    fn a_follow_up_that_names_nobody_counts_for_whom_the_question_goes_to() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA, INES]);
        let records = search([told.then("2026-03-10T09:00", EventKind::FollowUpSent { person: None })]);
        let last = |person| contact(&records, person, "2026-03-20T09:00").last.map(local);
        assert_eq!(last(DANA).as_deref(), Some("2026-03-10T09:00"));
        assert_eq!(last(INES).as_deref(), Some("2026-03-02T11:00"));
    }
}
