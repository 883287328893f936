//! Builds the model's own types from a scenario, through the public API, and asks the plan what it says.

use afterword::etiquette::{About, Action, Answer, Now, Source, Status, may_write, plan, resolve_local};
use afterword::model::{
    ActionKey, Channel, Conversation, Course, Debrief, Deliverable, Event, EventId, EventKind, ItemId, Mark,
    Met, Offer, OfferId, Opportunity, OpportunityId, Permission, Person, PersonId, PlaybookId, Records,
    ReplyBy, Role, Round, RoundId, SearchStep, Settings, Stamp, Task, WantsAnswer, WorkWeek,
};
use chrono::{NaiveDate, NaiveDateTime, Weekday};
use chrono_tz::Tz;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use uuid::Uuid;

/// A time local to the scenario's zone.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Local(NaiveDateTime);

impl<'de> Deserialize<'de> for Local {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let time = NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M");
        time.map(Local).map_err(|_| D::Error::custom(format!("{text:?} is no time YYYY-MM-DDTHH:MM")))
    }
}

/// A civil date.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Day(NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let day = afterword::model::read_date(&text);
        day.map(Day).ok_or_else(|| D::Error::custom(format!("{text:?} is no date YYYY-MM-DD")))
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum DayOfWeek {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl From<DayOfWeek> for Weekday {
    fn from(day: DayOfWeek) -> Self {
        match day {
            DayOfWeek::Mon => Self::Mon,
            DayOfWeek::Tue => Self::Tue,
            DayOfWeek::Wed => Self::Wed,
            DayOfWeek::Thu => Self::Thu,
            DayOfWeek::Fri => Self::Fri,
            DayOfWeek::Sat => Self::Sat,
            DayOfWeek::Sun => Self::Sun,
        }
    }
}

/// Who wrote a scenario.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Whoever wrote the rules.
    First,
    /// Someone who had read the rulebook and not the rules' code.
    Second,
    /// Someone who had read the rulebook's second edition and no code.
    #[serde(rename = "second edition")]
    SecondEdition,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub title: String,
    /// Where it comes from. Each of the project's own says it.
    pub origin: Option<Origin>,
    /// The sentence of the rulebook that it checks.
    pub sentence: Option<String>,
    pub rules: Vec<String>,
    #[serde(default)]
    pub playbook: PlaybookId,
    zone: Option<String>,
    work_week: Option<Vec<DayOfWeek>>,
    #[serde(default)]
    holidays: Vec<Day>,
    #[serde(default)]
    quiet_year_end: bool,
    #[serde(default)]
    people: Vec<PersonFacts>,
    #[serde(default)]
    opportunities: Vec<OpportunityFacts>,
    #[serde(default)]
    search_steps: Vec<Local>,
    checks: Vec<Check>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFacts {
    id: String,
    name: String,
    role: Role,
    email: Option<String>,
    #[serde(default)]
    connected: bool,
    #[serde(default)]
    keep_in_touch: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpportunityFacts {
    id: String,
    company: String,
    role: String,
    applied: Option<Local>,
    #[serde(default)]
    people: Vec<String>,
    via: Option<String>,
    #[serde(default)]
    rounds: Vec<RoundFacts>,
    #[serde(default)]
    events: Vec<EventFacts>,
    #[serde(default)]
    offers: Vec<OfferFacts>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundFacts {
    id: String,
    starts: Local,
    ends: Local,
    known: Option<Local>,
    recorded: Option<bool>,
    #[serde(default)]
    met: Vec<MetFacts>,
    reply_by: Option<ReplyByFacts>,
    promised_by: Option<String>,
    contact_by: Option<Channel>,
    #[serde(default)]
    calls_invited: bool,
    #[serde(default)]
    deliver: Vec<DeliverFacts>,
    #[serde(default)]
    lessons: bool,
    off: Option<Local>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MetFacts {
    person: String,
    #[serde(default)]
    conversation: Conversation,
    #[serde(default)]
    linkedin: Permission,
}

#[derive(Debug)]
enum ReplyByFacts {
    NotTold,
    Date(NaiveDate),
}

impl<'de> Deserialize<'de> for ReplyByFacts {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == "not_told" {
            return Ok(Self::NotTold);
        }
        let day = afterword::model::read_date(&text);
        day.map(Self::Date)
            .ok_or_else(|| D::Error::custom(format!("{text:?} is neither a date nor not_told")))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeliverFacts {
    id: String,
    what: String,
    by: Day,
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Assessed,
    ContactFound,
    ThankYouSent,
    LinkedinSent,
    Connected,
    Delivered,
    FollowUpSent,
    ReplyReceived,
    Rejected,
    Withdrawn,
    ClosedSilent,
    ContactMade,
    Skipped,
    Done,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFacts {
    at: Local,
    what: What,
    action: Option<Task>,
    opportunity: Option<String>,
    person: Option<String>,
    round: Option<String>,
    item: Option<String>,
    offer: Option<String>,
    nth: Option<u8>,
    reply_by: Option<Day>,
    #[serde(default)]
    wants_answer: bool,
    answer_by: Option<Day>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfferFacts {
    id: String,
    received: Local,
    person: Option<String>,
    respond_by: Option<Local>,
    written: Option<Local>,
    signed: Option<Local>,
    declined: Option<Local>,
    acknowledged: Option<Local>,
    retracted: Option<Local>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    now: Local,
    #[serde(default)]
    expect: Vec<Expectation>,
    #[serde(default)]
    absent: Vec<Absence>,
    #[serde(default)]
    may_write: Vec<Question>,
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StatusWord {
    Upcoming,
    Open,
    Overdue,
    Missed,
    Blocked,
    Done,
    Skipped,
}

impl From<StatusWord> for Status {
    fn from(word: StatusWord) -> Self {
        match word {
            StatusWord::Upcoming => Self::Upcoming,
            StatusWord::Open => Self::Open,
            StatusWord::Overdue => Self::Overdue,
            StatusWord::Missed => Self::Missed,
            StatusWord::Blocked => Self::Blocked,
            StatusWord::Done => Self::Done,
            StatusWord::Skipped => Self::Skipped,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum SourceWord {
    Hksm,
    Accrue,
    Star,
    After,
    Plan,
    Own,
}

impl From<SourceWord> for Source {
    fn from(word: SourceWord) -> Self {
        match word {
            SourceWord::Hksm => Self::Hksm,
            SourceWord::Accrue => Self::Accrue,
            SourceWord::Star => Self::Star,
            SourceWord::After => Self::After,
            SourceWord::Plan => Self::Plan,
            SourceWord::Own => Self::Own,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    action: Task,
    opportunity: Option<String>,
    round: Option<String>,
    person: Option<String>,
    item: Option<String>,
    offer: Option<String>,
    nth: Option<u8>,
    status: Option<StatusWord>,
    opens: Option<Local>,
    due: Option<Local>,
    closes: Option<Local>,
    suggested: Option<Local>,
    channel: Option<Channel>,
    to: Option<String>,
    /// By whom it is handed on; null: by nobody.
    #[serde(default)]
    through: Through,
    /// Of a request for addresses: whose are still to be found.
    people: Option<Vec<String>>,
    #[serde(default)]
    sources: Vec<SourceWord>,
    #[serde(default)]
    not_sources: Vec<SourceWord>,
}

/// Who is expected to hand a message on.
#[derive(Debug, Default)]
enum Through {
    /// Nothing is expected.
    #[default]
    Anyone,
    Nobody,
    Person(String),
}

impl<'de> Deserialize<'de> for Through {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(from)?.map_or(Self::Nobody, Self::Person))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Absence {
    action: Task,
    opportunity: Option<String>,
    round: Option<String>,
    person: Option<String>,
    item: Option<String>,
    offer: Option<String>,
    nth: Option<u8>,
    status: Option<StatusWord>,
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AboutWord {
    Status,
    Thanks,
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum By {
    Email,
    Phone,
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AnswerWord {
    Yes,
    TooEarly,
    Enough,
    Owed,
    NotByPhone,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    opportunity: String,
    person: Option<String>,
    about: AboutWord,
    by: Option<By>,
    answer: AnswerWord,
    until: Option<Local>,
}

impl EventFacts {
    fn wants(&self, place: &str) -> Result<WantsAnswer, String> {
        match (self.wants_answer, self.answer_by) {
            (true, None) => Ok(WantsAnswer::Yes),
            (true, Some(day)) => Ok(WantsAnswer::By(day.0)),
            (false, None) => Ok(WantsAnswer::No),
            (false, Some(_)) => Err(format!("{place}.answer_by: of what wants no answer")),
        }
    }
}

/// The names by which a scenario calls an action.
#[derive(Clone, Copy)]
struct Names<'a> {
    action: Task,
    opportunity: Option<&'a str>,
    round: Option<&'a str>,
    person: Option<&'a str>,
    item: Option<&'a str>,
    offer: Option<&'a str>,
    nth: Option<u8>,
}

macro_rules! names {
    ($from:expr, $action:expr) => {
        Names {
            action: $action,
            opportunity: $from.opportunity.as_deref(),
            round: $from.round.as_deref(),
            person: $from.person.as_deref(),
            item: $from.item.as_deref(),
            offer: $from.offer.as_deref(),
            nth: $from.nth,
        }
    };
}

/// What kind of thing an id names; rounds, items and offers belong to their opportunity.
fn id(kind: &str, path: &[&str]) -> Uuid {
    // FNV-1a, twice: deterministic, and without meaning.
    let mut hash = [0xcbf2_9ce4_8422_2325_u64, 0x8422_2325_cbf2_9ce4];
    for (i, hash) in hash.iter_mut().enumerate() {
        for byte in std::iter::once(kind).chain(path.iter().copied()).flat_map(|part| part.bytes().chain([0]))
        {
            *hash = (*hash ^ u64::from(byte) ^ (i as u64)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Uuid::from_u64_pair(hash[0], hash[1])
}

/// A scenario's facts as records, and the words that it uses for them.
pub struct World<'a> {
    scenario: &'a Scenario,
    zone: Tz,
    records: Records,
}

impl Scenario {
    /// Checks the scenario.
    ///
    /// # Errors
    /// Every unknown word, and every expectation that does not hold, a line each.
    pub fn check(&self) -> Result<(), String> {
        self.check_rules()?;
        let world = World::of(self)?;
        let mut wrong = String::new();
        for (i, check) in self.checks.iter().enumerate() {
            for problem in world.problems(check, &format!("checks[{i}]"))? {
                writeln!(wrong, "at {}: {problem}", check.now.0).map_err(|error| error.to_string())?;
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    fn check_rules(&self) -> Result<(), String> {
        let unknown = self.rules.iter().find(|rule| {
            !rule.strip_prefix('R').and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| (1..=27).contains(&n))
        });
        match unknown {
            Some(rule) => Err(format!("rules: {rule:?} is no rule")),
            None if self.checks.is_empty() => Err("checks: there are none".to_owned()),
            None => Ok(()),
        }
    }

    fn person(&self, name: &str, place: &str) -> Result<PersonId, String> {
        let known = self.people.iter().any(|person| person.id == name);
        if known { Ok(PersonId(id("person", &[name]))) } else { Err(format!("{place}: no person {name:?}")) }
    }

    fn opportunity(&self, name: &str, place: &str) -> Result<&OpportunityFacts, String> {
        let found = self.opportunities.iter().find(|opportunity| opportunity.id == name);
        found.ok_or_else(|| format!("{place}: no opportunity {name:?}"))
    }

    /// The opportunities that a name may mean: the one, or all where none is named.
    fn scope(&self, name: Option<&str>, place: &str) -> Result<Vec<&OpportunityFacts>, String> {
        match name {
            Some(name) => Ok(vec![self.opportunity(name, place)?]),
            None => Ok(self.opportunities.iter().collect()),
        }
    }
}

fn no<T>(found: Vec<T>, what: &str, name: &str, place: &str) -> Result<Vec<T>, String> {
    if found.is_empty() { Err(format!("{place}: no {what} {name:?}")) } else { Ok(found) }
}

/// The keys that a scenario's names may mean; an action matches if each of its parts is among them.
struct Meant {
    task: Task,
    opportunity: Option<OpportunityId>,
    rounds: Option<Vec<RoundId>>,
    person: Option<PersonId>,
    items: Option<Vec<ItemId>>,
    offers: Option<Vec<OfferId>>,
    nth: Option<u8>,
}

fn among<T: PartialEq>(meant: Option<&Vec<T>>, is: Option<T>) -> bool {
    meant.is_none_or(|meant| is.is_some_and(|is| meant.contains(&is)))
}

impl Meant {
    fn of(scenario: &Scenario, names: Names<'_>, place: &str) -> Result<Self, String> {
        let scope = scenario.scope(names.opportunity, &format!("{place}.opportunity"))?;
        let round_ids = |name: &str| -> Vec<RoundId> {
            let rounds = scope.iter().flat_map(|o| o.rounds.iter().map(move |round| (o, round)));
            rounds.filter(|(_, r)| r.id == name).map(|(o, r)| RoundId(id("round", &[&o.id, &r.id]))).collect()
        };
        let item_ids = |name: &str| -> Vec<ItemId> {
            let rounds = scope.iter().flat_map(|o| o.rounds.iter().map(move |round| (o, round)));
            let all = rounds.flat_map(|(o, r)| r.deliver.iter().map(move |item| (o, r, item)));
            all.filter(|(.., item)| item.id == name)
                .map(|(o, r, item)| ItemId(id("item", &[&o.id, &r.id, &item.id])))
                .collect()
        };
        // An offer may belong to another opportunity than the one it makes the user write to.
        let offer_ids = |name: &str| -> Vec<OfferId> {
            let offers =
                scenario.opportunities.iter().flat_map(|o| o.offers.iter().map(move |offer| (o, offer)));
            offers.filter(|(_, f)| f.id == name).map(|(o, f)| OfferId(id("offer", &[&o.id, &f.id]))).collect()
        };
        let find = |what: &str, name: Option<&str>, ids: &dyn Fn(&str) -> Vec<Uuid>| {
            name.map(|name| no(ids(name), what, name, &format!("{place}.{what}"))).transpose()
        };
        let rounds =
            find("round", names.round, &|name| round_ids(name).into_iter().map(|id| id.0).collect())?;
        let items = find("item", names.item, &|name| item_ids(name).into_iter().map(|id| id.0).collect())?;
        let offers =
            find("offer", names.offer, &|name| offer_ids(name).into_iter().map(|id| id.0).collect())?;
        Ok(Self {
            task: names.action,
            opportunity: names.opportunity.map(|name| OpportunityId(id("opportunity", &[name]))),
            rounds: rounds.map(|ids| ids.into_iter().map(RoundId).collect()),
            person: names.person.map(|name| scenario.person(name, &format!("{place}.person"))).transpose()?,
            items: items.map(|ids| ids.into_iter().map(ItemId).collect()),
            offers: offers.map(|ids| ids.into_iter().map(OfferId).collect()),
            nth: names.nth,
        })
    }

    fn is(&self, key: ActionKey) -> bool {
        key.task == self.task
            && (self.opportunity.is_none() || key.opportunity == self.opportunity)
            && among(self.rounds.as_ref(), key.round)
            && (self.person.is_none() || key.person == self.person)
            && among(self.items.as_ref(), key.item)
            && among(self.offers.as_ref(), key.offer)
            && (self.nth.is_none() || key.nth == self.nth)
    }

    /// The key that the names spell out.
    fn spelled_out(&self) -> ActionKey {
        ActionKey {
            opportunity: self.opportunity,
            round: self.rounds.as_ref().and_then(|rounds| rounds.first().copied()),
            person: self.person,
            item: self.items.as_ref().and_then(|items| items.first().copied()),
            offer: self.offers.as_ref().and_then(|offers| offers.first().copied()),
            nth: self.nth,
            ..ActionKey::new(self.task)
        }
    }
}

impl<'a> World<'a> {
    pub fn of(scenario: &'a Scenario) -> Result<Self, String> {
        let zone = scenario.zone.as_deref().unwrap_or("UTC");
        let zone: Tz = zone.parse().map_err(|_| format!("zone: no zone {zone:?}"))?;
        let mut world = Self { scenario, zone, records: Records::default() };
        world.records.settings = world.settings()?;
        world.records.search.steps = scenario
            .search_steps
            .iter()
            .map(|at| SearchStep { at: world.at(*at), what: String::new() })
            .collect();
        for person in &scenario.people {
            let person = Self::person(person);
            world.records.people.insert(person.id, person);
        }
        for opportunity in &scenario.opportunities {
            let opportunity = world.opportunity(opportunity)?;
            world.records.opportunities.insert(opportunity.id, opportunity);
        }
        world.mark()?;
        Ok(world)
    }

    fn at(&self, local: Local) -> Stamp {
        resolve_local(&self.zone, local.0)
    }

    fn settings(&self) -> Result<Settings, String> {
        let mut settings = Settings {
            playbook: self.scenario.playbook,
            quiet_year_end: self.scenario.quiet_year_end,
            ..Settings::default()
        };
        settings.holidays = self.scenario.holidays.iter().map(|day| day.0).collect();
        if let Some(week) = &self.scenario.work_week {
            let week: Vec<Weekday> = week.iter().map(|day| Weekday::from(*day)).collect();
            settings.work_week = WorkWeek::of(&week).map_err(|error| format!("work_week: {error}"))?;
        }
        Ok(settings)
    }

    fn person(facts: &PersonFacts) -> Person {
        let mut person = Person::new(PersonId(id("person", &[&facts.id])), facts.name.clone(), facts.role);
        person.email.clone_from(&facts.email);
        person.connected = facts.connected;
        person.keep_in_touch = facts.keep_in_touch;
        person
    }

    fn opportunity(&self, facts: &OpportunityFacts) -> Result<Opportunity, String> {
        let place = format!("opportunity {}", facts.id);
        let own_id = OpportunityId(id("opportunity", &[&facts.id]));
        let mut opportunity = Opportunity::new(own_id, facts.company.clone(), facts.role.clone());
        opportunity.applied = facts.applied.map(|at| self.at(at));
        opportunity.people = self.people(&facts.people, &format!("{place}.people"))?;
        opportunity.via = self.maybe_person(facts.via.as_deref(), &format!("{place}.via"))?;
        for round in &facts.rounds {
            opportunity.rounds.push(self.round(facts, round)?);
        }
        for (i, event) in facts.events.iter().enumerate() {
            if let Some(what) = self.event(facts, event, &format!("{place}.events[{i}]"))? {
                let id = EventId(id("event", &[&facts.id, &i.to_string()]));
                let at = self.at(event.at);
                opportunity.events.push(Event { id, at, what, letter: None, against_advice: false });
            }
        }
        for offer in &facts.offers {
            opportunity.offers.push(self.offer(facts, offer)?);
        }
        Ok(opportunity)
    }

    fn maybe_person(&self, name: Option<&str>, place: &str) -> Result<Option<PersonId>, String> {
        name.map(|name| self.scenario.person(name, place)).transpose()
    }

    fn people(&self, names: &[String], place: &str) -> Result<Vec<PersonId>, String> {
        names.iter().map(|name| self.scenario.person(name, place)).collect()
    }

    fn round(&self, of: &OpportunityFacts, facts: &RoundFacts) -> Result<Round, String> {
        let place = format!("opportunity {}, round {}", of.id, facts.id);
        let own_id = RoundId(id("round", &[&of.id, &facts.id]));
        let mut round = Round::new(own_id, self.at(facts.starts), self.at(facts.ends));
        round.known = facts.known.map(|at| self.at(at));
        round.off = facts.off.map(|at| self.at(at));
        if facts.recorded.unwrap_or(true) {
            round.course = Some(self.course(of, facts, &place)?);
        }
        if facts.lessons {
            round.debrief =
                Some(Debrief { lesson: "Ask about the team first.".to_owned(), ..Debrief::default() });
        }
        Ok(round)
    }

    fn course(&self, of: &OpportunityFacts, facts: &RoundFacts, place: &str) -> Result<Course, String> {
        let mut course = Course {
            reply_by: match facts.reply_by {
                None => ReplyBy::NotRecorded,
                Some(ReplyByFacts::NotTold) => ReplyBy::NotTold,
                Some(ReplyByFacts::Date(day)) => ReplyBy::Date(day),
            },
            contact_by: facts.contact_by,
            calls_invited: facts.calls_invited,
            ..Course::default()
        };
        course.promised_by =
            self.maybe_person(facts.promised_by.as_deref(), &format!("{place}.promised_by"))?;
        for met in &facts.met {
            let person = self.scenario.person(&met.person, &format!("{place}.met"))?;
            let (conversation, linkedin) = (met.conversation, met.linkedin);
            course.met.push(Met { conversation, linkedin, ..Met::new(person) });
        }
        for item in &facts.deliver {
            let own_id = ItemId(id("item", &[&of.id, &facts.id, &item.id]));
            course.deliver.push(Deliverable { id: own_id, what: item.what.clone(), by: item.by.0 });
        }
        Ok(course)
    }

    fn offer(&self, of: &OpportunityFacts, facts: &OfferFacts) -> Result<Offer, String> {
        let mut offer = Offer::new(OfferId(id("offer", &[&of.id, &facts.id])), self.at(facts.received));
        offer.respond_by = facts.respond_by.map(|at| self.at(at));
        offer.written = facts.written.map(|at| self.at(at));
        offer.signed = facts.signed.map(|at| self.at(at));
        offer.declined = facts.declined.map(|at| self.at(at));
        offer.acknowledged = facts.acknowledged.map(|at| self.at(at));
        offer.retracted = facts.retracted.map(|at| self.at(at));
        let place = format!("opportunity {}, offer {}.person", of.id, facts.id);
        offer.made_by = self.maybe_person(facts.person.as_deref(), &place)?;
        Ok(offer)
    }

    /// What an event says happened; `None` for the user's own word, which [`World::mark`] adds.
    fn event(
        &self,
        of: &OpportunityFacts,
        event: &EventFacts,
        place: &str,
    ) -> Result<Option<EventKind>, String> {
        let person = self.maybe_person(event.person.as_deref(), &format!("{place}.person"))?;
        let some_person = || person.ok_or_else(|| format!("{place}: a person must be named"));
        let round = || -> Result<RoundId, String> {
            let name = event.round.as_deref().ok_or_else(|| format!("{place}: a round must be named"))?;
            let known = of.rounds.iter().any(|round| round.id == name);
            known
                .then(|| RoundId(id("round", &[&of.id, name])))
                .ok_or_else(|| format!("{place}.round: no round {name:?}"))
        };
        let item = || -> Result<ItemId, String> {
            let (round, item) = (event.round.as_deref().unwrap_or_default(), event.item.as_deref());
            let item = item.ok_or_else(|| format!("{place}: an item must be named"))?;
            let rounds = of.rounds.iter().filter(|known| known.id == round);
            let known = rounds.flat_map(|round| &round.deliver).any(|known| known.id == item);
            known
                .then(|| ItemId(id("item", &[&of.id, round, item])))
                .ok_or_else(|| format!("{place}.item: no item {item:?}"))
        };
        Ok(Some(match event.what {
            What::Assessed => EventKind::Assessed { round: round()? },
            What::ContactFound => EventKind::ContactFound { person: some_person()? },
            What::ThankYouSent => EventKind::ThankYouSent { person: some_person()?, round: round()? },
            What::LinkedinSent => EventKind::LinkedinSent { person: some_person()? },
            What::Connected => EventKind::Connected { person: some_person()? },
            What::Delivered => EventKind::Delivered { round: round()?, item: item()? },
            What::FollowUpSent => EventKind::FollowUpSent { person },
            What::ReplyReceived => EventKind::ReplyReceived {
                person,
                reply_by: event.reply_by.map(|day| day.0),
                wants_answer: event.wants(place)?,
            },
            What::Rejected => EventKind::Rejected { person },
            What::Withdrawn => EventKind::Withdrawn,
            What::ClosedSilent => EventKind::ClosedSilent,
            What::ContactMade => EventKind::ContactMade { person: some_person()? },
            What::Skipped | What::Done => return Ok(None),
        }))
    }

    /// Adds the user's own words, the earliest first, each to the action that the plan showed by that name.
    fn mark(&mut self) -> Result<(), String> {
        let (scenario, zone) = (self.scenario, self.zone);
        let said = scenario.opportunities.iter().flat_map(|opportunity| {
            let events = opportunity.events.iter().enumerate();
            let words = events.filter(|(_, event)| matches!(event.what, What::Skipped | What::Done));
            words.map(move |(i, event)| (resolve_local(&zone, event.at.0), opportunity, i, event))
        });
        let mut said: Vec<_> = said.collect();
        said.sort_by_key(|(at, ..)| *at);
        for (at, opportunity, i, event) in said {
            let place = format!("opportunity {}.events[{i}]", opportunity.id);
            let task = event.action.ok_or_else(|| format!("{place}: an action must be named"))?;
            let mut names = names!(event, task);
            if !matches!(task, Task::KeepInTouch | Task::KeepSearching | Task::CompareOffers) {
                names.opportunity = names.opportunity.or(Some(opportunity.id.as_str()));
            }
            let action = self.named(&Meant::of(scenario, names, &place)?, at, &place)?;
            let mark = if event.what == What::Done { Mark::Done } else { Mark::Skipped };
            let event = Event {
                id: EventId(id("event", &[&opportunity.id, &i.to_string()])),
                at,
                what: EventKind::marked(mark, action),
                letter: None,
                against_advice: false,
            };
            let own_id = OpportunityId(id("opportunity", &[&opportunity.id]));
            if let Some(opportunity) = self.records.opportunities.get_mut(&own_id) {
                opportunity.events.push(event);
            }
        }
        Ok(())
    }

    fn named(&self, meant: &Meant, at: Stamp, place: &str) -> Result<ActionKey, String> {
        let plan = self.plan(at);
        let mut shown = plan.iter().filter(|action| !settled(action) && meant.is(action.key));
        match (shown.next(), shown.next()) {
            (Some(action), None) => Ok(action.key),
            (None, _) => Ok(meant.spelled_out()),
            (Some(_), Some(_)) => Err(format!("{place}: more than one action goes by that name")),
        }
    }

    fn plan(&self, at: Stamp) -> Vec<Action> {
        plan(&self.records, &Now::new(at, self.zone)).actions
    }

    fn problems(&self, check: &Check, place: &str) -> Result<Vec<String>, String> {
        let now = self.at(check.now);
        let plan = self.plan(now);
        let mut problems = Vec::new();
        for (i, expected) in check.expect.iter().enumerate() {
            let place = format!("{place}.expect[{i}]");
            let meant = Meant::of(self.scenario, names!(expected, expected.action), &place)?;
            problems.extend(self.mismatch(&plan, expected, &meant, &place)?);
        }
        for (i, absent) in check.absent.iter().enumerate() {
            let place = format!("{place}.absent[{i}]");
            let meant = Meant::of(self.scenario, names!(absent, absent.action), &place)?;
            let alive = [Status::Upcoming, Status::Open, Status::Overdue, Status::Blocked];
            let status = absent.status.map(Status::from);
            let found = plan.iter().find(|action| {
                meant.is(action.key)
                    && alive.contains(&action.status)
                    && status.is_none_or(|status| action.status == status)
            });
            problems.extend(found.map(|action| format!("{place}: there is {}", self.describe(action))));
        }
        for (i, question) in check.may_write.iter().enumerate() {
            problems.extend(self.wrong_answer(now, question, &format!("{place}.may_write[{i}]"))?);
        }
        Ok(problems)
    }

    fn mismatch(
        &self,
        plan: &[Action],
        expected: &Expectation,
        meant: &Meant,
        place: &str,
    ) -> Result<Option<String>, String> {
        let status = expected.status.map(Status::from);
        let wants_settled = matches!(status, Some(Status::Done | Status::Skipped));
        let named: Vec<&Action> = plan
            .iter()
            .filter(|action| meant.is(action.key))
            .filter(|action| if wants_settled { Some(action.status) == status } else { !settled(action) })
            .collect();
        let [action] = named.as_slice() else {
            let all: Vec<String> =
                plan.iter().filter(|a| a.key.task == meant.task).map(|a| self.describe(a)).collect();
            return Ok(Some(format!("{place}: {} match; of that task: {}", named.len(), all.join("; "))));
        };
        let time = |local: Option<Local>| local.map(|local| self.at(local));
        let to = self.maybe_person(expected.to.as_deref(), &format!("{place}.to"))?;
        let through = match &expected.through {
            Through::Person(name) => Some(Some(self.scenario.person(name, &format!("{place}.through"))?)),
            Through::Nobody => Some(None),
            Through::Anyone => None,
        };
        let people = expected.people.as_ref().map(|names| self.people(names, &format!("{place}.people")));
        let people = people.transpose()?.map(|people| people.into_iter().collect::<BTreeSet<_>>());
        let window = action.window;
        let cites = |source: SourceWord| action.sources.contains(Source::from(source));
        let holds = status.is_none_or(|status| action.status == status)
            && time(expected.opens).is_none_or(|at| window.opens == at)
            && time(expected.due).is_none_or(|at| window.due == Some(at))
            && time(expected.closes).is_none_or(|at| window.closes == Some(at))
            && time(expected.suggested).is_none_or(|at| window.suggested == Some(at))
            && expected.channel.is_none_or(|channel| action.channel == Some(channel))
            && to.is_none_or(|to| action.to == Some(to))
            && through.is_none_or(|through| action.through == through)
            && people.is_none_or(|people| people == action.people.iter().copied().collect())
            && expected.sources.iter().all(|source| cites(*source))
            && !expected.not_sources.iter().any(|source| cites(*source));
        let wanted = || {
            let time = |local: Option<Local>| local.map_or_else(String::new, |local| local.0.to_string());
            format!(
                "status {:?} opens {} suggested {} due {} closes {} channel {:?} to {:?} people {:?} sources {:?} not {:?}",
                expected.status,
                time(expected.opens),
                time(expected.suggested),
                time(expected.due),
                time(expected.closes),
                expected.channel,
                expected.to,
                expected.people,
                expected.sources,
                expected.not_sources
            )
        };
        Ok((!holds).then(|| format!("{place}: wanted {}; is {}", wanted(), self.describe(action))))
    }

    fn wrong_answer(&self, now: Stamp, question: &Question, place: &str) -> Result<Option<String>, String> {
        self.scenario.opportunity(&question.opportunity, &format!("{place}.opportunity"))?;
        let person = question.person.as_deref();
        // Whom it goes to changes nothing of the answer, but a scenario names only people that it knows.
        person.map(|name| self.scenario.person(name, &format!("{place}.person"))).transpose()?;
        let opportunity = OpportunityId(id("opportunity", &[&question.opportunity]));
        let about = match question.about {
            AboutWord::Status => About::Status,
            AboutWord::Thanks => About::Thanks,
        };
        let by = question.by.map(|by| match by {
            By::Email => Channel::Email,
            By::Phone => Channel::Phone,
        });
        let moment = Now::new(now, self.zone);
        let answer = may_write(&self.records, opportunity, about, by, &moment);
        let (word, until) = match answer {
            Answer::Yes(_) => (AnswerWord::Yes, None),
            Answer::TooEarly { until, .. } => (AnswerWord::TooEarly, Some(until)),
            Answer::Owed(_) => (AnswerWord::Owed, None),
            Answer::Enough(_) => (AnswerWord::Enough, None),
            Answer::NotByPhone => (AnswerWord::NotByPhone, None),
        };
        let wanted = question.until.map(|local| self.at(local));
        let holds = word == question.answer && (wanted.is_none() || until == wanted);
        let told = || until.map(|until| until.with_timezone(&self.zone).naive_local().to_string());
        Ok((!holds).then(|| {
            format!(
                "{place}: wanted {:?} until {:?}; is {word:?} until {:?} ({answer:?})",
                question.answer,
                question.until.map(|local| local.0.to_string()),
                told()
            )
        }))
    }

    fn describe(&self, action: &Action) -> String {
        let local =
            |at: Stamp| at.with_timezone(&self.zone).naive_local().format("%Y-%m-%dT%H:%M").to_string();
        let person = |id: PersonId| self.records.people.get(&id).map_or("?", |person| person.name.as_str());
        format!(
            "{:?} {:?} of {} (nth {:?}, for {}, to {}, by {:?}, seeking {}) opens {} suggested {} due {} closes {} says {}",
            action.status,
            action.key.task,
            action
                .key
                .opportunity
                .and_then(|id| self.records.opportunities.get(&id))
                .map_or("the search", |opportunity| opportunity.company.as_str()),
            action.key.nth,
            action.key.person.map_or("nobody", person),
            action.to.map_or("nobody", person),
            action.channel,
            action.people.iter().map(|id| person(*id)).collect::<Vec<_>>().join(", "),
            local(action.window.opens),
            action.window.suggested.map_or_else(|| "-".to_owned(), local),
            action.window.due.map_or_else(|| "-".to_owned(), local),
            action.window.closes.map_or_else(|| "-".to_owned(), local),
            action.sources.iter().map(Source::id).collect::<Vec<_>>().join(", "),
        )
    }
}

fn settled(action: &Action) -> bool {
    matches!(action.status, Status::Done | Status::Skipped)
}
