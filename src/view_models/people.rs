//! Everyone met: who of them is shown, and in which order.

use super::today::asked_for;
use super::{Line, PeopleFilter, PeopleOf, PeopleOrder, Route, choices, person, when};
use crate::etiquette::{Contact, Linkedin, Now, Plan};
use crate::model::{Opportunity, Person, PersonId, Records, Role, Stamp};
use crate::words;
use chrono::{TimeDelta, TimeZone};
use std::cmp::Reverse;

/// Everyone whom a filter lets through.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeoplePage {
    /// How many there are in all.
    pub all: usize,
    /// How many the filter lets through.
    pub found: usize,
    /// Of those who match the search, how many there are of each kind, as in [`KINDS`].
    pub counts: [usize; KINDS.len()],
    /// The letters that a name begins with, where there are so many people that one jumps by them.
    pub letters: Vec<String>,
    /// Those that are shown.
    pub lines: Vec<Line>,
}

/// The kinds of people that can be seen alone, and what each is called.
pub const KINDS: [(PeopleOf, &str); 4] = [
    (PeopleOf::Due, "Due"),
    (PeopleOf::Recruiters, "Recruiters"),
    (PeopleOf::NotLinked, "Not yet on LinkedIn"),
    (PeopleOf::Quiet, "Quiet for 90 days"),
];

/// From so many people on one jumps by letters, where they are sorted by name.
const MANY: usize = 30;
/// After so many days without a word it is quiet.
const QUIET: TimeDelta = TimeDelta::days(90);

/// A person who matches the search.
struct Found<'a> {
    person: &'a Person,
    contact: Contact,
    /// The opportunities that they belong to.
    homes: Vec<&'a Opportunity>,
    /// Whether something is to be done about them now.
    due: bool,
}

impl PeoplePage {
    /// Everyone whom the filter lets through; no more than `most` lines.
    pub fn of<Tz: TimeZone>(
        filter: &PeopleFilter,
        most: usize,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Self {
        let contacts = Contact::all(records, now.at);
        let homes = homes(records);
        let due = asked_for(plan, records, now);
        let sought = filter.search.trim().to_lowercase();
        let people = records.people.values().map(|person| Found {
            person,
            contact: contacts.get(&person.id).copied().unwrap_or_default(),
            homes: homes_of(person.id, &homes),
            due: due.iter().any(|action| person::is_about(action, person.id)),
        });
        let mut found: Vec<Found<'_>> = people.filter(|found| found.fits(&sought)).collect();
        let counts = KINDS.map(|(of, _)| found.iter().filter(|it| it.is(of, now.at)).count());
        found.retain(|it| it.is(filter.of, now.at));
        let letters = letters(&found, filter);
        found.retain(|it| filter.letter.is_empty() || it.letter() == filter.letter);
        sort(&mut found, filter.order);
        let lines = found.iter().take(most).map(|found| found.line(now));
        Self { all: records.people.len(), counts, letters, lines: lines.collect(), found: found.len() }
    }
}

fn letters(found: &[Found<'_>], filter: &PeopleFilter) -> Vec<String> {
    if filter.order != PeopleOrder::Name || found.len() < MANY {
        return Vec::new();
    }
    let mut letters: Vec<String> =
        found.iter().map(Found::letter).filter(|letter| !letter.is_empty()).collect();
    crate::sorting::by_key(&mut letters, String::clone);
    letters.dedup();
    letters
}

fn sort(found: &mut [Found<'_>], order: PeopleOrder) {
    crate::sorting::by_key(found, |found| {
        let last = (order == PeopleOrder::LastContact).then_some(Reverse(found.contact.last));
        (last, found.person.name.to_lowercase(), found.person.id)
    });
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
    /// Whether they are of a kind.
    fn is(&self, of: PeopleOf, now: Stamp) -> bool {
        match of {
            PeopleOf::All => true,
            PeopleOf::Due => self.due,
            PeopleOf::Recruiters => self.person.role == Role::Recruiter,
            PeopleOf::NotLinked => {
                let unasked = matches!(self.contact.linkedin, Linkedin::Unknown | Linkedin::Allowed);
                unasked && self.contact.last.is_some()
            }
            PeopleOf::Quiet => self.contact.last.is_some_and(|last| now - last >= QUIET),
        }
    }

    /// What their name begins with.
    fn letter(&self) -> String {
        self.person
            .name
            .trim()
            .chars()
            .next()
            .map(|first| first.to_uppercase().to_string())
            .unwrap_or_default()
    }

    fn line<Tz: TimeZone>(&self, now: &Now<Tz>) -> Line {
        let linkedin = person::linkedin_name(self.contact.linkedin);
        let mut side = vec![last(self.contact.last, now)];
        side.extend((!linkedin.is_empty()).then(|| linkedin.to_owned()));
        Line {
            title: self.person.name.clone(),
            href: Some(Route::Person(self.person.id).href()),
            about: person::about(self.person, &self.homes),
            side,
            ..Line::default()
        }
    }

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
    use crate::etiquette::plan;
    use crate::model::{PersonEvent, PersonEventKind};
    use chrono::Utc;
    use uuid::Uuid;

    fn now() -> Now<Utc> {
        // Friday 6 March 2026, 15:00.
        Now::new(Stamp::from_timestamp(1_772_809_200).unwrap(), Utc)
    }

    fn example() -> Records {
        crate::example::search(&now())
    }

    fn page(filter: &PeopleFilter, records: &Records) -> PeoplePage {
        PeoplePage::of(filter, 50, records, &plan(records, &now()), &now())
    }

    fn shown(filter: &PeopleFilter) -> Vec<String> {
        page(filter, &example()).lines.into_iter().map(|line| line.title).collect()
    }

    fn names(search: &str) -> Vec<String> {
        shown(&PeopleFilter { search: search.to_owned(), ..PeopleFilter::default() })
    }

    fn kind(of: PeopleOf) -> Vec<String> {
        shown(&PeopleFilter { of, ..PeopleFilter::default() })
    }

    #[test]
    fn those_in_contact_last_come_first_and_strangers_last() {
        let page = page(&PeopleFilter::default(), &example());
        assert_eq!((page.all, page.found, page.lines.len()), (15, 15, 15));
        assert_eq!(page.lines[0].side, ["Today"]);
        assert_eq!(page.lines.last().unwrap().side, ["No contact yet"]);
        assert!(page.letters.is_empty());
    }

    #[test]
    fn each_kind_is_seen_alone_and_counted() {
        let whole = page(&PeopleFilter::default(), &example());
        for ((of, name), count) in KINDS.into_iter().zip(whole.counts) {
            assert_eq!(kind(of).len(), count, "{name}");
        }
        assert!(kind(PeopleOf::Due).contains(&"Grace Okafor".to_owned()));
        let recruiters = example().people.values().filter(|person| person.role == Role::Recruiter).count();
        assert!(recruiters > 0 && kind(PeopleOf::Recruiters).len() == recruiters);
        let unasked = kind(PeopleOf::NotLinked);
        assert!(
            unasked.contains(&"Priya Raman".to_owned()) && !unasked.contains(&"Ruth Calloway".to_owned())
        );
    }

    #[test]
    fn after_ninety_days_without_a_word_it_is_quiet() {
        let mut records = Records::default();
        for (n, days) in [(1, 89), (2, 90)] {
            let mut person = Person::new(PersonId(Uuid::from_u128(n)), format!("{days} days"), Role::Other);
            let what = PersonEventKind::ContactMade { text: String::new() };
            person.log.push(PersonEvent { at: now().at - TimeDelta::days(days), what });
            records.people.insert(person.id, person);
        }
        let quiet = page(&PeopleFilter { of: PeopleOf::Quiet, ..PeopleFilter::default() }, &records);
        assert_eq!(quiet.lines.iter().map(|line| line.title.as_str()).collect::<Vec<_>>(), ["90 days"]);
    }

    #[test]
    fn many_people_sorted_by_name_are_jumped_to_by_letter() {
        let mut records = Records::default();
        for n in 0..40_u8 {
            let name = format!("{} Person", char::from(b'a' + n % 3));
            let person = Person::new(PersonId(Uuid::from_u128(n.into())), name, Role::Other);
            records.people.insert(person.id, person);
        }
        let by_name = PeopleFilter { order: PeopleOrder::Name, ..PeopleFilter::default() };
        assert_eq!(page(&by_name, &records).letters, ["A", "B", "C"]);
        let at_b = page(&PeopleFilter { letter: "B".to_owned(), ..by_name }, &records);
        assert_eq!((at_b.found, at_b.letters.len()), (13, 3), "the other letters stay");
        assert!(
            page(&PeopleFilter::default(), &records).letters.is_empty(),
            "nothing to jump to by last contact"
        );
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
