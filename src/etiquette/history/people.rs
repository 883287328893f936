//! Whom an opportunity mentions, and what happened between them and the user.

use super::{Acquaintance, History, Meeting, Mention};
use crate::model::{Event, EventKind, Permission, Person, PersonId, Role, Round, Stamp};
use std::collections::BTreeMap;

impl<'a> History<'a> {
    /// Everyone whom the opportunity mentions, each once: those met first, in the order met, then those known
    /// beside, then anybody else whom an event names.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.people.iter().map(|person| person.id)
    }

    /// To whom a message about the opportunity goes: to the agency through which it came, if it did; else whoever promised an answer, else the hiring manager, else the
    /// recruiter, else the first person met, else the first person known.
    pub fn addressee(&self) -> Option<PersonId> {
        self.addressee
    }

    /// When the user and a person were last in contact in this opportunity, either way (fine print 4).
    pub fn last_contact(&self, person: PersonId) -> Option<Stamp> {
        // Those met in a round that ended after the outcome count as well.
        let met = self.rounds.iter().filter(|round| self.met(round).any(|met| met.met.person == person));
        let events = self.events.iter().filter(|event| contact_with(event) == Some(person));
        let asked = self.asked.iter().filter(|(_, to)| *to == Some(person)).map(|(at, _)| *at);
        let offers = self.offers.iter().filter(|offer| offer.made_by == Some(person));
        let offered = offers.map(|offer| offer.received);
        met.map(|round| round.ends).chain(events.map(|event| event.at)).chain(asked).chain(offered).max()
    }

    /// When a way to reach a person was first found.
    pub fn contact_found(&self, person: PersonId) -> Option<Stamp> {
        self.when(|what| matches!(what, EventKind::ContactFound { person: found } if *found == person))
    }

    /// What a person last said about being added on LinkedIn, yes or no, and when. `None` where nobody asked them.
    pub fn linkedin_permission(&self, person: PersonId) -> Option<(Permission, Stamp)> {
        self.linkedin_permission_by(person, Stamp::MAX)
    }

    /// The same, from the rounds that had ended by a moment.
    pub(crate) fn linkedin_permission_by(&self, person: PersonId, by: Stamp) -> Option<(Permission, Stamp)> {
        let asked = |meeting: &Meeting<'_>| meeting.met.linkedin != Permission::NotAsked;
        let last =
            self.met_with(person).filter(|meeting| meeting.round.ends <= by && asked(meeting)).last()?;
        Some((last.met.linkedin, last.round.ends))
    }

    /// Whether a person's last word on LinkedIn, by a moment, was no.
    pub(crate) fn is_linkedin_refused(&self, person: PersonId, by: Stamp) -> bool {
        let said = self.linkedin_permission_by(person, by);
        said.is_some_and(|(permission, _)| permission == Permission::Refused)
    }

    /// When a LinkedIn request first went to a person from this opportunity.
    pub fn linkedin_requested(&self, person: PersonId) -> Option<Stamp> {
        self.when(|what| matches!(what, EventKind::LinkedinSent { person: to } if *to == person))
    }

    /// When this opportunity first noted that a person is connected on LinkedIn.
    pub fn linkedin_connected(&self, person: PersonId) -> Option<Stamp> {
        self.when(|what| matches!(what, EventKind::Connected { person: with } if *with == person))
    }

    /// Everyone with that role, those met first, in the order met; then those known beside.
    pub(crate) fn of_role(&self, role: Role) -> impl Iterator<Item = Acquaintance<'a>> {
        let known = self.people.iter().filter(|person| person.mention <= Mention::Known);
        known.copied().filter(move |person| person.is(role))
    }

    /// A person, if the opportunity mentions them.
    pub(crate) fn person(&self, id: PersonId) -> Option<Acquaintance<'a>> {
        self.people.iter().copied().find(|person| person.id == id)
    }

    /// Who took part in a round that has ended. Somebody whom the round names twice comes twice.
    pub(crate) fn met(&self, round: &'a Round) -> impl Iterator<Item = Meeting<'a>> {
        let met = self.course(round).map_or(&[][..], |course| &course.met);
        met.iter().map(move |met| Meeting { round, met })
    }

    /// The meetings with a person in the rounds that ended before any outcome, by time.
    pub(crate) fn met_with(&self, person: PersonId) -> impl Iterator<Item = Meeting<'a>> {
        let all = self.ended_rounds().flat_map(|round| self.met(round));
        all.filter(move |meeting| meeting.met.person == person)
    }

    /// When status questions that name nobody were sent, and to whom they would have gone at that moment.
    pub(super) fn find_asked(
        &self,
        people: &'a BTreeMap<PersonId, Person>,
    ) -> Vec<(Stamp, Option<PersonId>)> {
        let unnamed = |event: &&&Event| matches!(event.what, EventKind::FollowUpSent { person: None });
        let asked = self.events.iter().filter(unnamed).map(|event| event.at);
        asked.map(|at| (at, Self::read(self.opportunity, people, at).addressee)).collect()
    }

    pub(super) fn find_people(&self, records: &'a BTreeMap<PersonId, Person>) -> Vec<Acquaintance<'a>> {
        let mut people: Vec<Acquaintance<'a>> = Vec::new();
        let mut mention = |id: PersonId, mention: Mention| {
            if !people.iter().any(|person| person.id == id) {
                people.push(Acquaintance::new(id, mention, records.get(&id)));
            }
        };
        for meeting in self.ended_rounds().flat_map(|round| self.met(round)) {
            mention(meeting.met.person, Mention::Met);
        }
        let expected = self.rounds.iter().flat_map(|round| &round.expected);
        for id in self.opportunity.people.iter().chain(expected) {
            mention(*id, Mention::Known);
        }
        if let Some(via) = self.via() {
            mention(via, Mention::Known);
        }
        for id in self.events.iter().filter_map(|event| event.what.person()) {
            mention(id, Mention::Named);
        }
        for maker in self.offers.iter().filter_map(|offer| offer.made_by) {
            mention(maker, Mention::Named);
        }
        for round in &self.rounds {
            let promised_by = self.course(round).and_then(|course| course.promised_by);
            for id in self.met(round).map(|meeting| meeting.met.person).chain(promised_by) {
                mention(id, Mention::Named);
            }
        }
        people
    }

    /// To whom a message goes that answers somebody: them, if that is known, else whom a question would go to. Whatever
    /// goes to the company goes to the agency, where it came through one.
    pub(crate) fn answering(&self, person: Option<PersonId>) -> Option<PersonId> {
        self.via().or(person).or(self.addressee)
    }

    pub(super) fn find_addressee(&self) -> Option<PersonId> {
        if let Some(via) = self.via() {
            return Some(via);
        }
        let promised_by = self.waiting.and_then(|waiting| waiting.promise).and_then(|promise| promise.by);
        promised_by.or_else(|| {
            let manager = self.of_role(Role::HiringManager).next();
            let recruiter = || self.of_role(Role::Recruiter).next();
            let first = || self.people.first().copied().filter(|person| person.mention <= Mention::Known);
            manager.or_else(recruiter).or_else(first).map(|person| person.id)
        })
    }
}

/// The person with whom an event was a contact, either way (fine print 4). A no is one only for lack of any other.
fn contact_with(event: &Event) -> Option<PersonId> {
    match event.what {
        EventKind::ContactFound { .. } | EventKind::Rejected { .. } => None,
        ref what => what.person(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;

    #[test]
    fn a_reply_after_the_no_changes_nothing_of_whom_it_is_about() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA, INES]);
        let late = EventKind::reply(Some(INES), Some(day("2026-03-30")));
        let no = EventKind::Rejected { person: None };
        let told = told.then("2026-03-10T09:00", no).then("2026-03-12T09:00", late);
        let nobody = BTreeMap::new();
        assert_eq!(History::of(&told, &nobody, at("2026-03-20T09:00")).addressee(), Some(DANA));
    }

    #[test]
    fn each_person_is_mentioned_once_those_met_first_in_the_order_met() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[INES, DANA]);
        let mut told = told.met(SECOND, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA, INES]);
        told.people = vec![DANA, ROB];
        let told = told.then("2026-03-04T09:00", EventKind::ContactMade { person: SAM });
        let records = search([]);
        let people = |when| History::of(&told, &records.people, at(when)).people().collect::<Vec<_>>();
        assert_eq!(people("2026-03-02T09:00"), [DANA, ROB]);
        assert_eq!(people("2026-03-05T09:00"), [INES, DANA, ROB, SAM]);
    }

    #[test]
    fn whom_a_question_went_to_is_mentioned_even_when_nothing_else_does_any_more() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let told = told.then("2026-03-09T09:00", EventKind::FollowUpSent { person: None });
        let mut told = told;
        told.rounds[0].course.as_mut().unwrap().promised_by = Some(INES);
        told.rounds[0].course.as_mut().unwrap().reply_by = crate::model::ReplyBy::Date(day("2026-03-06"));
        told.rounds[0].off = Some(at("2026-03-10T09:00"));
        let nobody = BTreeMap::new();
        let history = History::of(&told, &nobody, at("2026-03-20T09:00"));
        assert_eq!(history.people().collect::<Vec<_>>(), [INES]);
        assert_eq!(history.last_contact(INES), Some(at("2026-03-09T09:00")));
    }

    #[test]
    fn whom_only_an_event_names_is_written_to_by_nobody() {
        let told = acme().then("2026-03-04T09:00", EventKind::ContactMade { person: ROB });
        let records = search([]);
        assert_eq!(History::of(&told, &records.people, at("2026-03-05T09:00")).addressee(), None);
    }

    #[test]
    fn a_word_on_linkedin_counts_from_the_end_of_its_round_on() {
        let ends = "2026-03-03T11:00";
        let mut asked = acme().met(FIRST, "2026-03-03T10:00", ends, &[DANA]);
        asked.rounds[0].course.as_mut().unwrap().met[0].linkedin = Permission::Refused;
        let records = search([asked]);
        let history = History::of(&records.opportunities[&ACME], &records.people, at("2026-03-05T09:00"));
        assert!(history.is_linkedin_refused(DANA, at(ends)));
        assert!(!history.is_linkedin_refused(DANA, at("2026-03-03T10:59")));
    }
}
