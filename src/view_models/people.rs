//! Everyone met, those first who were in contact last.

use super::{Line, Route, choices, person, when};
use crate::etiquette::{Contact, Now};
use crate::model::{Opportunity, Person, PersonId, Records, Stamp};
use crate::words;
use chrono::TimeZone;
use std::cmp::Reverse;

/// Everyone, those first who were in contact last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeoplePage {
    /// How many there are in all.
    pub all: usize,
    /// How many match the search.
    pub found: usize,
    /// Those that are shown.
    pub lines: Vec<Line>,
}

/// A person who matches the search.
struct Found<'a> {
    person: &'a Person,
    contact: Contact,
    /// The opportunities that they belong to.
    homes: Vec<&'a Opportunity>,
}

impl PeoplePage {
    /// Everyone whose name, role, address or company holds the searched text; no more than `most` lines.
    pub fn of<Tz: TimeZone>(search: &str, most: usize, records: &Records, now: &Now<Tz>) -> Self {
        let contacts = Contact::all(records, now.at);
        let homes = homes(records);
        let sought = search.trim().to_lowercase();
        let people = records.people.values().map(|person| Found {
            person,
            contact: contacts.get(&person.id).copied().unwrap_or_default(),
            homes: homes_of(person.id, &homes),
        });
        let mut found: Vec<Found<'_>> = people.filter(|found| found.fits(&sought)).collect();
        crate::sorting::by_key(&mut found, |found| {
            (Reverse(found.contact.last), found.person.name.to_lowercase(), found.person.id)
        });
        let line = |found: &Found<'_>| {
            let linkedin = person::linkedin_name(found.contact.linkedin);
            let mut side = vec![last(found.contact.last, now)];
            side.extend((!linkedin.is_empty()).then(|| linkedin.to_owned()));
            Line {
                title: found.person.name.clone(),
                href: Some(Route::Person(found.person.id).href()),
                about: person::about(found.person, &found.homes),
                side,
                ..Line::default()
            }
        };
        let lines = found.iter().take(most).map(line);
        Self { all: records.people.len(), lines: lines.collect(), found: found.len() }
    }
}

/// Each person with each of their opportunities, sorted by person.
fn homes(records: &Records) -> Vec<(PersonId, &Opportunity)> {
    let homes = records.opportunities.values();
    let mut homes: Vec<_> =
        homes.flat_map(|home| home.everyone().into_iter().map(move |person| (person, home))).collect();
    crate::sorting::by_key(&mut homes, |(person, _)| *person);
    homes
}

fn homes_of<'a>(person: PersonId, homes: &[(PersonId, &'a Opportunity)]) -> Vec<&'a Opportunity> {
    let from = homes.partition_point(|(other, _)| *other < person);
    let theirs = homes.iter().skip(from).take_while(|(other, _)| *other == person);
    theirs.map(|(_, home)| *home).collect()
}

impl Found<'_> {
    fn fits(&self, sought: &str) -> bool {
        let person = self.person;
        let own = [&person.name, &person.title, &person.company, &person.notes];
        let companies = self.homes.iter().map(|home| &home.company);
        let holds = |text: &str| text.to_lowercase().contains(sought);
        sought.is_empty()
            || own.into_iter().chain(person.email.as_ref()).chain(companies).any(|text| holds(text))
            || holds(choices::role_name(person.role))
    }
}

fn last<Tz: TimeZone>(last: Option<Stamp>, now: &Now<Tz>) -> String {
    match last {
        Some(at) => words::capitalized(&when::back_then(at, now)),
        None => "No contact yet".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Utc;

    fn now() -> Now<Utc> {
        // Friday 6 March 2026, 15:00.
        Now::new(Stamp::from_timestamp(1_772_809_200).unwrap(), Utc)
    }

    fn example() -> Records {
        crate::example::search(&now())
    }

    fn names(search: &str) -> Vec<String> {
        let page = PeoplePage::of(search, 50, &example(), &now());
        page.lines.into_iter().map(|line| line.title).collect()
    }

    #[test]
    fn those_in_contact_last_come_first_and_strangers_last() {
        let page = PeoplePage::of("", 50, &example(), &now());
        assert_eq!((page.all, page.found, page.lines.len()), (15, 15, 15));
        assert_eq!(page.lines[0].side, ["Today"]);
        assert_eq!(page.lines.last().unwrap().side, ["No contact yet"]);
    }

    #[test]
    fn somebody_is_found_by_name_part_company_and_address() {
        assert_eq!(names("priya"), ["Priya Raman"]);
        assert_eq!(names("LEAD DATA ENG"), ["Tomas Lindqvist"]);
        assert_eq!(names("oak & ember"), ["Felix Brandt", "Nadia Petrova"]);
        assert_eq!(names("nadia@"), ["Nadia Petrova"]);
        assert!(names("nobody of that name").is_empty());
    }
}
