//! One person: how to reach them, where they were met, when there was contact.

use super::axis::AxisDays;
use super::today::{DAYS, asked_for};
use super::{Axis, Line, LineGroup, Route, bundles, card, choices, safe_link, when};
use crate::etiquette::{Action, Contact, History, Linkedin, Now, Plan, WorkCalendar};
use crate::model::{Opportunity, Person, PersonEventKind, PersonId, Records, Round, Stamp};
use crate::words;
use chrono::TimeZone;
use std::cmp::Reverse;

/// One person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonPage {
    /// As they are stored.
    pub person: Person,
    /// "Head of Analytics, Halden & Moor".
    pub about: String,
    /// When there was contact last, in a sentence.
    pub last: String,
    /// How it stands on LinkedIn, and since when; empty where nothing is known.
    pub linkedin: String,
    /// What is due to them, drawn as on Today.
    pub due: LineGroup,
    /// The days that it is drawn on.
    pub axis: Axis,
    /// Whether they are connected, so that there is nothing to note any more.
    pub connected: bool,
    /// The ways to reach them that may be opened.
    pub ways: Vec<ContactWay>,
    /// Whether the user can reach them, as they said.
    pub found: bool,
    /// Where they were met, and where they are known from, the latest first.
    pub met: Vec<MetIn>,
    /// Contact outside any opportunity, the latest first.
    pub log: Vec<ContactEntry>,
}

/// A way to reach somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContactWay {
    /// What it is: "Email".
    pub name: &'static str,
    /// As it is read.
    pub text: String,
    /// As it is opened.
    pub href: String,
}

/// Where somebody was met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MetIn {
    /// The company.
    pub company: String,
    /// The opportunity's page.
    pub href: String,
    /// "Panel, yesterday"; empty where they are only known from there.
    pub when: String,
    /// What was talked about.
    pub talked_about: String,
}

/// One contact with a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContactEntry {
    /// When, in words.
    pub when: String,
    /// What it was.
    pub what: &'static str,
    /// What was written.
    pub text: String,
}

impl PersonPage {
    /// One person at a moment; `None` where they are not there (any more).
    pub fn of<Tz: TimeZone>(id: PersonId, records: &Records, plan: &Plan, now: &Now<Tz>) -> Option<Self> {
        let person = records.people.get(&id)?;
        let contact = Contact::of(id, records, now.at);
        let homes = records.opportunities.values().filter(|home| home.everyone().contains(&id));
        let homes: Vec<&Opportunity> = homes.collect();
        let is_found =
            |home: &&Opportunity| History::of(home, &records.people, now.at).contact_found(id).is_some();
        let days = AxisDays::around(DAYS.0, DAYS.1, now);
        let due = due(id, &days, records, plan, now);
        Some(Self {
            axis: days.axis(&WorkCalendar::of(&records.settings), now),
            due: LineGroup::whole("What is due to them", due),
            about: about(person, &homes),
            last: match contact.last {
                Some(at) => format!("Last in contact {}.", when::back_then(at, now)),
                None => "No contact noted yet.".to_owned(),
            },
            linkedin: linkedin(&contact, now),
            connected: contact.linkedin == Linkedin::Connected,
            ways: ways(person),
            found: homes.iter().any(is_found),
            met: met(id, &homes, now),
            log: log(person, now),
            person: person.clone(),
        })
    }
}

/// Whether an action is about somebody, or goes to them.
pub(super) fn is_about(action: &Action, person: PersonId) -> bool {
    action.key.person.or(action.to) == Some(person)
}

/// What is due to them: the lines that Today has of it, in the same order.
fn due<Tz: TimeZone>(
    id: PersonId,
    days: &AxisDays,
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> Vec<Line> {
    let due = asked_for(plan, records, now).into_iter().filter(|action| is_about(action, id));
    due.map(|action| card::line(action, &[bundles::around(action, plan)], days, records, now)).collect()
}

/// "Connected on LinkedIn since 3 March": how it stands, with its day where one is known.
fn linkedin<Tz: TimeZone>(contact: &Contact, now: &Now<Tz>) -> String {
    let name = linkedin_name(contact.linkedin);
    let since = contact.linkedin_since.map(|at| when::back_then(at, now));
    match since {
        _ if name.is_empty() => String::new(),
        Some(since) => format!("{name}, {since}"),
        None => name.to_owned(),
    }
}

fn ways(person: &Person) -> Vec<ContactWay> {
    let way = |name, text: &str, href| ContactWay { name, text: text.to_owned(), href };
    let email = person.email.as_deref().filter(|email| crate::model::is_one_address(email));
    let email = email.and_then(|email| {
        let address = crate::exchange::mailto::mailto(Some(email), &crate::model::Letter::default())?;
        // A letter begins empty here; the address alone is enough.
        let address = address.split_once('?').map_or(address.as_str(), |(address, _)| address);
        Some(way("Email", email, address.to_owned()))
    });
    let digits: String = person.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let phone = (digits.len() > 2).then(|| way("Phone", &person.phone, format!("tel:{digits}")));
    let linkedin = safe_link(&person.linkedin).map(|link| way("LinkedIn", &person.linkedin, link));
    [email, phone, linkedin].into_iter().flatten().collect()
}

fn met<Tz: TimeZone>(id: PersonId, homes: &[&Opportunity], now: &Now<Tz>) -> Vec<MetIn> {
    let mut all: Vec<(Option<Stamp>, MetIn)> = Vec::new();
    for opportunity in homes {
        let at = |when: String, talked_about: &str| MetIn {
            company: opportunity.company.clone(),
            href: Route::Opportunity(opportunity.id).href(),
            when,
            talked_about: talked_about.to_owned(),
        };
        let before = all.len();
        for (round, met) in opportunity.rounds.iter().filter_map(|round| Some((round, part_in(round, id)?))) {
            let day = when::back_then(round.ends, now);
            let name = words::titled(&round.title, "Interview");
            all.push((Some(round.ends), at(format!("{name}, {day}"), met)));
        }
        if all.len() == before {
            all.push((None, at(String::new(), "")));
        }
    }
    crate::sorting::by_key(&mut all, |(ended, _)| Reverse(*ended));
    all.into_iter().map(|(_, met)| met).collect()
}

/// What was talked about with them in a round, if they took part.
fn part_in(round: &Round, id: PersonId) -> Option<&str> {
    let met = round.course.as_ref()?.met.iter().find(|met| met.person == id)?;
    Some(&met.talked_about)
}

fn log<Tz: TimeZone>(person: &Person, now: &Now<Tz>) -> Vec<ContactEntry> {
    let mut log: Vec<_> = person.log.iter().filter(|event| event.at <= now.at).collect();
    crate::sorting::by_key(&mut log, |event| Reverse(event.at));
    let contact = log.into_iter().filter_map(|event| {
        let when = words::capitalized(&when::back_then(event.at, now));
        match &event.what {
            PersonEventKind::ContactMade { text } => {
                Some(ContactEntry { when, what: "In contact", text: text.clone() })
            }
            PersonEventKind::Connected => {
                Some(ContactEntry { when, what: "Connected on LinkedIn", text: String::new() })
            }
            PersonEventKind::Marked { .. } => None,
        }
    });
    contact.collect()
}

/// How it stands on LinkedIn, in words; empty where nothing is known.
pub(super) fn linkedin_name(linkedin: Linkedin) -> &'static str {
    match linkedin {
        Linkedin::Unknown => "",
        Linkedin::Refused => "Said no to LinkedIn",
        Linkedin::Allowed => "Not yet on LinkedIn",
        Linkedin::Requested => "Asked on LinkedIn",
        Linkedin::Connected => "Connected",
    }
}

/// Their role and company: their own company, else those of the opportunities that they belong to.
pub(super) fn about(person: &Person, homes: &[&Opportunity]) -> String {
    let mut companies: Vec<_> = homes.iter().map(|home| words::isolated(&home.company)).collect();
    companies.dedup();
    let own = words::isolated(&person.company);
    let company = if own.is_empty() { words::list(&companies) } else { own.into_owned() };
    let part = words::isolated(choices::role_of(person));
    if company.is_empty() { part.into_owned() } else { format!("{part}, {company}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{PersonEvent, Role};
    use chrono::{TimeDelta, Utc};
    use uuid::Uuid;

    fn now() -> Now<Utc> {
        // Friday 6 March 2026, 15:00.
        Now::new(Stamp::from_timestamp(1_772_809_200).unwrap(), Utc)
    }

    fn example() -> Records {
        crate::example::search(&now())
    }

    fn page(records: &Records, name: &str) -> PersonPage {
        let id = records.people.values().find(|person| person.name == name).unwrap().id;
        PersonPage::of(id, records, &plan(records, &now()), &now()).unwrap()
    }

    #[test]
    fn a_person_says_where_they_were_met_and_how_it_stands() {
        let records = example();
        let grace = page(&records, "Grace Okafor");
        assert_eq!(grace.about, "Talent Partner, Halden & Moor");
        let met: Vec<_> = grace.met.iter().map(|met| met.when.as_str()).collect();
        assert_eq!(met[0], "Panel, today");
        assert!(met[1].starts_with("Phone screen, "));
        assert_eq!(grace.ways[0].href, "mailto:grace.okafor@halden-moor.example");
        assert_eq!(page(&records, "Priya Raman").linkedin, "Not yet on LinkedIn, today");
        let due: Vec<_> = grace.due.lines.iter().map(|line| line.title.as_str()).collect();
        assert_eq!(due[0], "Thank Grace Okafor");
        assert!(page(&records, "Felix Brandt").due.lines.is_empty());
        assert!(page(&records, "Ruth Calloway").connected);
        assert_eq!(page(&records, "Felix Brandt").met[0].when, "");
    }

    #[test]
    fn i11_an_address_that_a_browser_would_run_is_no_way_to_reach_somebody() {
        let mut records = Records::default();
        let mut person = Person::new(PersonId(Uuid::nil()), "Mallory", Role::Other);
        "javascript:alert(1)".clone_into(&mut person.linkedin);
        person.email = Some("a@example.com?bcc=b@example.com\r\nBcc: c@example.com".to_owned());
        "<b>".clone_into(&mut person.phone);
        records.people.insert(person.id, person);
        assert!(page(&records, "Mallory").ways.is_empty());
    }

    #[test]
    fn contact_outside_any_opportunity_counts_as_contact() {
        let mut records = Records::default();
        let mut person = Person::new(PersonId(Uuid::nil()), "Dana", Role::Other);
        let what = PersonEventKind::ContactMade { text: "Hello".to_owned() };
        person.log.push(PersonEvent { at: now().at - TimeDelta::days(1), what });
        records.people.insert(person.id, person);
        let dana = page(&records, "Dana");
        assert_eq!(dana.last, "Last in contact yesterday.");
        assert_eq!(dana.log[0].text, "Hello");
    }
}
