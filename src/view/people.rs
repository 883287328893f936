//! Everyone met, those first who were in contact last.

use super::person::{Ties, about};
use super::{choices, when};
use crate::etiquette::Now;
use crate::model::{Person, PersonId, Records, Stamp};
use crate::words;
use chrono::TimeZone;
use std::cmp::Reverse;

/// Everyone, those first who were in contact last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeoplePage {
    /// How many there are in all.
    pub all: usize,
    /// How many fit what is looked for.
    pub found: usize,
    /// So many of those as are shown.
    pub lines: Vec<PeopleLine>,
}

/// Somebody in a line.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PeopleLine {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// "Head of Analytics, Halden & Moor".
    pub about: String,
    /// When there was contact last.
    pub last: String,
    /// How it stands on LinkedIn; empty where nothing is known.
    pub linkedin: &'static str,
}

impl PeoplePage {
    /// Everyone whose name, part, address or company holds what is looked for; no more than `most` lines.
    pub fn of<Tz: TimeZone>(search: &str, most: usize, records: &Records, now: &Now<Tz>) -> Self {
        let ties = Ties::of_all(records, now.at);
        let looked_for = search.trim().to_lowercase();
        let mut found: Vec<(&Person, &Ties<'_>)> = records
            .people
            .values()
            .filter_map(|person| Some((person, ties.get(&person.id)?)))
            .filter(|(person, ties)| fits(person, ties, &looked_for))
            .collect();
        found.sort_by_key(|(person, ties)| (Reverse(ties.last), person.name.to_lowercase(), person.id));
        let lines = found.iter().take(most).map(|(person, ties)| PeopleLine {
            id: person.id,
            name: person.name.clone(),
            about: about(person, ties),
            last: last(ties.last, now),
            linkedin: ties.linkedin.words(),
        });
        Self { all: records.people.len(), lines: lines.collect(), found: found.len() }
    }
}

fn fits(person: &Person, ties: &Ties<'_>, looked_for: &str) -> bool {
    if looked_for.is_empty() {
        return true;
    }
    let own = [&person.name, &person.title, &person.company, &person.notes];
    let companies = ties.opportunities.iter().map(|it| &it.company);
    let holds = |text: &str| text.to_lowercase().contains(looked_for);
    own.into_iter().chain(person.email.as_ref()).chain(companies).any(|text| holds(text))
        || holds(choices::role_name(person.role))
}

fn last<Tz: TimeZone>(last: Option<Stamp>, now: &Now<Tz>) -> String {
    match last {
        Some(at) => words::capitalized(&when::back_then(when::day_of(at, now), now)),
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
        page.lines.into_iter().map(|line| line.name).collect()
    }

    #[test]
    fn those_in_contact_last_come_first_and_strangers_last() {
        let page = PeoplePage::of("", 50, &example(), &now());
        assert_eq!((page.all, page.found, page.lines.len()), (15, 15, 15));
        assert_eq!(page.lines[0].last, "Today");
        assert_eq!(page.lines.last().unwrap().last, "No contact yet");
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
