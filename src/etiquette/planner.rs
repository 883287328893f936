//! Plans kept up to date: after one change only what it touches is planned anew.
//!
//! A plan is made of chapters, one an opportunity; of what the rules that look across the search say, read from the
//! chapters' digests; and of the people to keep in touch with.

use super::circumstances::Circumstances;
use super::days::{Days, with_days};
use super::digest::{Digest, Overview};
use super::history::{History, People};
use super::rules::{self, r16_keep_in_touch};
use super::{Action, Moment, Plan, Playbook, WorkCalendar};
use crate::model::{EventKind, Opportunity, OpportunityId, PersonEventKind, PersonId, Records, Stamp};
use chrono::TimeZone;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// What a change touched, so that only that is planned anew.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Touched {
    /// One opportunity (added, changed or removed).
    Opportunity(OpportunityId),
    /// One person.
    Person(PersonId),
    /// The search record.
    Search,
    /// Settings, or more than can be told: everything.
    Everything,
}

/// The plan of all records, kept by opportunity.
#[derive(Clone, Debug)]
pub struct Planner {
    playbook: &'static Playbook,
    calendar: WorkCalendar,
    planned_at: Stamp,
    signed: Option<Stamp>,
    linked: BTreeSet<PersonId>,
    chapters: BTreeMap<OpportunityId, Chapter>,
    across: Page,
    contacts: BTreeMap<PersonId, Contact>,
    /// When which chapter changes next, by time alone.
    turns: BTreeSet<(Stamp, OpportunityId)>,
}

/// Actions, and when they change next by time alone.
#[derive(Clone, Debug, Default)]
struct Page {
    actions: Vec<Action>,
    next_change: Option<Stamp>,
}

#[derive(Clone, Debug)]
struct Chapter {
    page: Page,
    digest: Digest,
    links: Vec<PersonId>,
}

/// Somebody with whom to keep in touch.
#[derive(Clone, Debug, Default)]
struct Contact {
    appears_in: BTreeSet<OpportunityId>,
    page: Page,
}

impl Planner {
    /// Plans everything, under the playbook of the settings.
    pub fn new<Tz: TimeZone>(records: &Records, now: &Moment<Tz>) -> Self {
        Self::under(Playbook::get(records.settings.playbook), records, now)
    }

    /// Plans everything, under a playbook.
    pub fn under<Tz: TimeZone>(playbook: &'static Playbook, records: &Records, now: &Moment<Tz>) -> Self {
        let mut planner = Self {
            playbook,
            calendar: WorkCalendar::of(&records.settings),
            planned_at: now.at,
            signed: None,
            linked: BTreeSet::new(),
            chapters: BTreeMap::new(),
            across: Page::default(),
            contacts: BTreeMap::new(),
            turns: BTreeSet::new(),
        };
        with_days(&now.zone, |days| planner.plan_everything(records, days));
        planner
    }

    /// Plans anew what a change touched. `records` is the state after the change. Where time itself has changed
    /// the plan, everything is planned anew.
    pub fn refresh<Tz: TimeZone>(&mut self, records: &Records, touched: &[Touched], now: &Moment<Tz>) {
        let turned = self.valid_until().is_some_and(|until| now.at >= until) || now.at < self.planned_at;
        if turned || touched.contains(&Touched::Everything) {
            *self = Self::new(records, now);
            return;
        }
        self.planned_at = now.at;
        with_days(&now.zone, |days| self.plan_touched(records, touched, days));
    }

    /// All actions, in no particular order (sort what is shown by [`Action::urgency`]).
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        let chapters = self.chapters.values().flat_map(|chapter| &chapter.page.actions);
        let contacts = self.contacts.values().flat_map(|contact| &contact.page.actions);
        chapters.chain(&self.across.actions).chain(contacts)
    }

    /// The actions of one opportunity, those that another opportunity's offer causes included.
    pub fn of(&self, id: OpportunityId) -> impl Iterator<Item = &Action> {
        let own = self.chapters.get(&id).into_iter().flat_map(|chapter| &chapter.page.actions);
        own.chain(self.across.actions.iter().filter(move |action| action.key.opportunity == Some(id)))
    }

    /// The next moment at which anything changes by time alone.
    pub fn valid_until(&self) -> Option<Stamp> {
        let chapters = self.turns.first().map(|(at, _)| *at);
        let contacts = self.contacts.values().filter_map(|contact| contact.page.next_change);
        chapters.into_iter().chain(self.across.next_change).chain(contacts).min()
    }

    /// The plan, in order.
    pub fn into_plan(self) -> Plan {
        let valid_until = self.valid_until();
        let chapters = self.chapters.into_values().flat_map(|chapter| chapter.page.actions);
        let contacts = self.contacts.into_values().flat_map(|contact| contact.page.actions);
        let mut actions: Vec<Action> = chapters.chain(self.across.actions).chain(contacts).collect();
        actions.sort_unstable_by_key(Action::urgency);
        Plan { actions, valid_until }
    }

    fn plan_everything(&mut self, records: &Records, days: &Days<'_>) {
        self.chapters.clear();
        self.turns.clear();
        let opportunities = || records.opportunities.values();
        self.signed = opportunities().filter_map(|opportunity| signed_at(opportunity, self.planned_at)).min();
        self.linked = opportunities().flat_map(|opportunity| links(opportunity, self.planned_at)).collect();
        self.linked.extend(links_of_people(&records.people, self.planned_at));
        for opportunity in opportunities() {
            self.plan_chapter(opportunity, &records.people, days);
        }
        self.plan_across(records, days);
        let flagged = records.people.values().filter(|person| person.keep_in_touch).map(|person| person.id);
        let recruiters = self.chapters.values().flat_map(|chapter| &chapter.digest.recruiters);
        let wanted: BTreeSet<PersonId> = flagged.chain(recruiters.map(|(id, _)| *id)).collect();
        self.contacts = wanted.iter().map(|id| (*id, Contact::default())).collect();
        for (id, chapter) in &self.chapters {
            for person in chapter.digest.people() {
                if let Some(contact) = self.contacts.get_mut(&person) {
                    contact.appears_in.insert(*id);
                }
            }
        }
        for person in wanted {
            self.plan_contact(person, &BTreeSet::new(), records, days);
        }
    }

    fn plan_touched(&mut self, records: &Records, touched: &[Touched], days: &Days<'_>) {
        let mut stale: BTreeSet<OpportunityId> = BTreeSet::new();
        let mut people: BTreeSet<PersonId> = BTreeSet::new();
        for touched in touched {
            match touched {
                Touched::Opportunity(id) => {
                    stale.insert(*id);
                }
                Touched::Person(id) => {
                    people.insert(*id);
                    stale.extend(mentioning(*id, records));
                }
                Touched::Search | Touched::Everything => {}
            }
        }
        if self.rewire(records, &mut stale, !people.is_empty()) {
            self.plan_everything(records, days);
            return;
        }
        let mut across = touched.contains(&Touched::Search) || !people.is_empty();
        for id in stale.iter().copied() {
            let before = self.remove_chapter(id);
            if let Some(opportunity) = records.opportunities.get(&id) {
                self.plan_chapter(opportunity, &records.people, days);
            }
            let after = self.chapters.get(&id).map(|chapter| &chapter.digest);
            across |= !Digest::looks_the_same(before.as_ref(), after);
            people.extend(before.iter().chain(after).flat_map(Digest::people));
        }
        if across {
            self.plan_across(records, days);
        }
        for person in people {
            self.plan_contact(person, &stale, records, days);
        }
    }

    /// Keeps what all chapters share (signatures, connections) true. Adds the chapters that a new connection
    /// makes stale; returns whether all are.
    fn rewire(
        &mut self,
        records: &Records,
        stale: &mut BTreeSet<OpportunityId>,
        people_changed: bool,
    ) -> bool {
        let at = self.planned_at;
        let fresh = |id: &OpportunityId| records.opportunities.get(id);
        let signed = |id: &OpportunityId| fresh(id).and_then(|opportunity| signed_at(opportunity, at));
        let was_signed = |id: &OpportunityId| self.chapters.get(id).and_then(|chapter| chapter.digest.signed);
        if stale.iter().any(|id| signed(id) != was_signed(id).map(|(_, at)| at)) {
            return true;
        }
        let links_of =
            |id: &OpportunityId| fresh(id).map(|opportunity| links(opportunity, at)).unwrap_or_default();
        let same = |id: &OpportunityId| {
            self.chapters.get(id).map_or(&[][..], |chapter| &chapter.links) == links_of(id).as_slice()
        };
        if !people_changed && stale.iter().all(same) {
            return false;
        }
        let mut linked: BTreeSet<PersonId> = links_of_people(&records.people, at).collect();
        let untouched = self.chapters.iter().filter(|(id, _)| !stale.contains(id));
        linked.extend(untouched.flat_map(|(_, chapter)| &chapter.links));
        linked.extend(stale.iter().flat_map(links_of));
        for person in linked.symmetric_difference(&self.linked) {
            stale.extend(mentioning(*person, records));
        }
        self.linked = linked;
        false
    }

    fn circumstances<'a>(&'a self, days: &'a Days<'a>) -> Circumstances<'a> {
        Circumstances {
            now: self.planned_at,
            days,
            calendar: &self.calendar,
            playbook: self.playbook,
            signed: self.signed,
            linked: &self.linked,
            next_change: Cell::new(None),
        }
    }

    fn remove_chapter(&mut self, id: OpportunityId) -> Option<Digest> {
        let chapter = self.chapters.remove(&id)?;
        if let Some(at) = chapter.page.next_change {
            self.turns.remove(&(at, id));
        }
        Some(chapter.digest)
    }

    fn plan_chapter(&mut self, opportunity: &Opportunity, people: &People, days: &Days<'_>) {
        let history = History::of(opportunity, people, self.planned_at);
        let at = self.circumstances(days);
        let mut actions = Vec::new();
        rules::within(&history, &at, &mut actions);
        let next_change = at.next_change.get().into_iter().chain(history.says_more_at).min();
        let page = Page { actions, next_change };
        let links = links(opportunity, self.planned_at);
        self.chapters.insert(opportunity.id, Chapter { page, digest: Digest::of(&history), links });
        if let Some(at) = next_change {
            self.turns.insert((at, opportunity.id));
        }
    }

    fn plan_across(&mut self, records: &Records, days: &Days<'_>) {
        let digests: Vec<&Digest> = self.chapters.values().map(|chapter| &chapter.digest).collect();
        let overview = Overview { digests: &digests, people: &records.people, search: &records.search };
        let at = self.circumstances(days);
        let search = &records.search;
        let said = search.steps.iter().map(|step| step.at).chain(search.marks.iter().map(|mark| mark.at));
        let log = records.people.values().flat_map(|person| &person.log).map(|event| event.at);
        said.chain(log).for_each(|moment| at.changes_at(moment));
        let mut actions = Vec::new();
        rules::across(&overview, &at, &mut actions);
        self.across = Page { actions, next_change: at.next_change.get() };
    }

    fn plan_contact(
        &mut self,
        id: PersonId,
        stale: &BTreeSet<OpportunityId>,
        records: &Records,
        days: &Days<'_>,
    ) {
        let person = records.people.get(&id);
        let known = self.contacts.remove(&id);
        let recruits = |chapter: &Chapter| chapter.digest.recruiters.iter().any(|(who, _)| *who == id);
        let wanted = known.is_some()
            || person.is_some_and(|person| person.keep_in_touch)
            || self.chapters.values().any(recruits);
        if !wanted {
            return;
        }
        let mentions = |chapter: &Chapter| chapter.digest.people().any(|person| person == id);
        let appears_in: BTreeSet<OpportunityId> = match known {
            // Who was known to matter is looked up only where the change may have moved them.
            Some(known) => known.appears_in.into_iter().chain(stale.iter().copied()).collect(),
            None => self.chapters.keys().copied().collect(),
        };
        let appears_in: BTreeSet<OpportunityId> =
            appears_in.into_iter().filter(|id| self.chapters.get(id).is_some_and(mentions)).collect();
        let digests: Vec<&Digest> =
            appears_in.iter().filter_map(|id| self.chapters.get(id)).map(|chapter| &chapter.digest).collect();
        let at = self.circumstances(days);
        let mut actions = Vec::new();
        r16_keep_in_touch::propose(id, person, &digests, &at, &mut actions);
        let page = Page { actions, next_change: at.next_change.get() };
        self.contacts.insert(id, Contact { appears_in, page });
    }
}

fn signed_at(opportunity: &Opportunity, now: Stamp) -> Option<Stamp> {
    let received = opportunity.offers.iter().filter(|offer| offer.received <= now);
    received.filter_map(|offer| offer.signed).filter(|at| *at <= now).min()
}

/// The people of an opportunity to whom a request was sent, or with whom a connection was made.
fn links(opportunity: &Opportunity, now: Stamp) -> Vec<PersonId> {
    let events = opportunity.events.iter().filter(|event| event.at <= now);
    let linked = events.filter_map(|event| match event.what {
        EventKind::LinkedinSent { person } | EventKind::Connected { person } => Some(person),
        _ => None,
    });
    linked.collect()
}

fn links_of_people(people: &People, now: Stamp) -> impl Iterator<Item = PersonId> {
    let linked = people.values().filter(move |person| {
        let said =
            |event: &crate::model::PersonEvent| event.at <= now && event.what == PersonEventKind::Connected;
        person.connected || person.log.iter().any(said)
    });
    linked.map(|person| person.id)
}

/// The opportunities in which a person appears.
fn mentioning(person: PersonId, records: &Records) -> impl Iterator<Item = OpportunityId> {
    let appears = move |opportunity: &&Opportunity| {
        let met = opportunity
            .rounds
            .iter()
            .filter_map(|round| round.course.as_ref())
            .flat_map(|course| &course.met);
        opportunity.people.contains(&person)
            || met.into_iter().any(|met| met.person == person)
            || opportunity.rounds.iter().any(|round| round.expected.contains(&person))
    };
    records.opportunities.values().filter(appears).map(|opportunity| opportunity.id)
}
