//! Plans kept up to date: after one change only what it touches is planned anew.
//!
//! A plan is made of chapters, one an opportunity; of the errands on which offers send the user to the others; of
//! what the search as a whole asks for; and of a page for each person to keep in touch with. What a rule needs to
//! know of the rest of the search it reads in the [`Ledger`].
//!
//! Errands are kept by the offer, not by the chapter: when an offer comes or goes, what other offers ask for stands.
//! That everyone interviewing is to hear of it is one action for each of them, and costs that.

use super::circle::Circle;
use super::circumstances::Circumstances;
use super::days::{Days, with_days};
use super::digest::{Appearance, Digest};
use super::history::History;
use super::ledger::{Errand, Ledger, Offers, Overview};
use super::moments::Moments;
use super::rules::{self, r16_keep_in_touch};
use super::signature::first_signature;
use super::workdays::Workdays;
use super::{Action, Now, Plan, Playbook, WorkCalendar, ranking};
use crate::model::{EventKind, Opportunity, OpportunityId, PersonId, Records, Stamp};
use crate::order;
use chrono::{TimeDelta, TimeZone};
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
    /// By which the zone is told from others.
    offsets: Offsets,
    ledger: Ledger,
    /// Who is mentioned where, and linked.
    circle: Circle,
    chapters: BTreeMap<OpportunityId, Chapter>,
    offers: Offers,
    errands: BTreeMap<Errand, Asks>,
    across: Page,
    contacts: BTreeMap<PersonId, Page>,
    /// When pages change next by time alone.
    turns: Moments,
}

/// How the actions of the chapters are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Binding {
    /// Each chapter holds its own, so that it can be planned anew.
    ByChapter,
    /// All in one, for a plan that is made once: they are many, and to lay them out and gather them again would take
    /// longer than anything else.
    Loose,
}

/// More actions than most opportunities ask for.
const A_LOT: usize = 64;

/// Seconds east of Greenwich at the moment of the plan, and half a year before and after.
type Offsets = [i32; 3];

/// The days by which a plan counts.
#[derive(Clone, Copy)]
struct Almanac<'a> {
    days: &'a Days<'a>,
    workdays: &'a Workdays<'a>,
}

/// Actions, and when they change next by time alone.
#[derive(Clone, Debug, Default)]
struct Page {
    actions: Vec<Action>,
    next_change: Option<Stamp>,
}

#[derive(Clone, Debug)]
struct Chapter {
    own: Page,
    links: Vec<PersonId>,
}

/// What an errand asks for, by the opportunity to which it leads.
type Asks = BTreeMap<OpportunityId, Ask>;

/// One action, and when it changes next by time alone.
#[derive(Clone, Debug)]
struct Ask {
    action: Action,
    next_change: Option<Stamp>,
}

impl Planner {
    /// Plans everything, under the playbook of the settings.
    pub fn new<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Self {
        Self::under(Playbook::get(records.settings.playbook), records, now)
    }

    /// Plans everything, under a playbook.
    pub fn under<Tz: TimeZone>(playbook: &'static Playbook, records: &Records, now: &Now<Tz>) -> Self {
        let (planner, _) = Self::planned(playbook, records, now, Binding::ByChapter);
        planner
    }

    /// The plan of everything, for whoever needs it once.
    pub(super) fn plan_once<Tz: TimeZone>(
        playbook: &'static Playbook,
        records: &Records,
        now: &Now<Tz>,
    ) -> Plan {
        let (planner, actions) = Self::planned(playbook, records, now, Binding::Loose);
        planner.bound(actions)
    }

    /// Everything planned, and the actions of the chapters that it does not hold itself.
    fn planned<Tz: TimeZone>(
        playbook: &'static Playbook,
        records: &Records,
        now: &Now<Tz>,
        binding: Binding,
    ) -> (Self, Vec<Action>) {
        with_days(&now.zone, |days| {
            let mut planner = Self {
                playbook,
                calendar: WorkCalendar::of(&records.settings),
                planned_at: now.at,
                offsets: offsets(now.at, days),
                ledger: Ledger::default(),
                circle: Circle::with_room_for(records.people.len()),
                chapters: BTreeMap::new(),
                offers: Offers::default(),
                errands: BTreeMap::new(),
                across: Page::default(),
                contacts: BTreeMap::new(),
                turns: Moments::default(),
            };
            let calendar = planner.calendar.clone();
            let almanac = Almanac { days, workdays: &Workdays::of(&calendar) };
            let loose = planner.plan_everything(records, almanac, binding);
            (planner, loose)
        })
    }

    /// Plans anew what a change touched. `records` is the state after the change. Where time itself has changed
    /// the plan, or the user is in another zone, everything is planned anew, under the playbook of the settings.
    pub fn refresh<Tz: TimeZone>(&mut self, records: &Records, touched: &[Touched], now: &Now<Tz>) {
        let turned = self.valid_until().is_some_and(|until| now.at >= until) || now.at < self.planned_at;
        let moved = || with_days(&now.zone, |days| offsets(self.planned_at, days) != self.offsets);
        if turned || touched.contains(&Touched::Everything) || moved() {
            *self = Self::new(records, now);
            return;
        }
        with_days(&now.zone, |days| {
            self.planned_at = now.at;
            self.offsets = offsets(now.at, days);
            let calendar = self.calendar.clone();
            let almanac = Almanac { days, workdays: &Workdays::of(&calendar) };
            if self.plan_touched(records, touched, almanac).is_err() {
                *self = Self::new(records, now);
            }
        });
    }

    /// All actions, in no particular order (sort what is shown by [`Action::urgency`]).
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        let chapters = self.chapters.values().flat_map(|chapter| &chapter.own.actions);
        let errands = self.errands.values().flat_map(BTreeMap::values).map(|ask| &ask.action);
        let contacts = self.contacts.values().flat_map(|page| &page.actions);
        chapters.chain(errands).chain(&self.across.actions).chain(contacts)
    }

    /// The actions of one opportunity, those that another opportunity's offer causes included.
    pub fn of(&self, id: OpportunityId) -> impl Iterator<Item = &Action> {
        let own = self.chapters.get(&id).into_iter().flat_map(|chapter| &chapter.own.actions);
        let errands = self.errands.values().filter_map(move |asks| asks.get(&id)).map(|ask| &ask.action);
        let across = self.across.actions.iter().filter(move |action| action.key.opportunity == Some(id));
        own.chain(errands).chain(across)
    }

    /// The next moment at which anything changes by time alone.
    pub fn valid_until(&self) -> Option<Stamp> {
        self.turns.first().into_iter().chain(self.across.next_change).min()
    }

    /// The plan, in order.
    pub fn into_plan(self) -> Plan {
        let mut actions = Vec::with_capacity(self.actions().count());
        for chapter in self.chapters.values() {
            actions.extend_from_slice(&chapter.own.actions);
        }
        self.bound(actions)
    }

    /// The plan, in order, with these actions as those of its chapters.
    fn bound(self, mut actions: Vec<Action>) -> Plan {
        actions.extend(self.errands.values().flat_map(BTreeMap::values).map(|ask| ask.action));
        actions.extend(self.contacts.values().flat_map(|page| &page.actions));
        actions.extend_from_slice(&self.across.actions);
        Plan { actions: ranking::in_order(actions), valid_until: self.valid_until() }
    }

    /// Returns the actions of the chapters, where they are to be loose.
    fn plan_everything(&mut self, records: &Records, almanac: Almanac<'_>, binding: Binding) -> Vec<Action> {
        for (id, person) in &records.people {
            self.circle.put(*id, Some(person));
            if person.connected || !person.log.is_empty() {
                let (_, connected) = self.ledger.put_person(*id, Some(person), self.planned_at);
                if connected {
                    self.circle.link(*id);
                }
            }
        }
        for opportunity in records.opportunities.values() {
            for person in links(opportunity, self.planned_at) {
                self.circle.link(person);
            }
        }
        self.offers.signed = first_signature(records, self.planned_at);
        let loose = self.plan_chapters(&records.opportunities, almanac, binding);
        self.offers = self.ledger.offers();
        self.ledger.put_search(&records.search, self.planned_at);
        self.plan_errands(&BTreeSet::new(), almanac);
        self.plan_across(records, almanac);
        for person in order::set(self.circle.flagged().chain(self.ledger.recruiters())) {
            self.plan_contact(person, records, almanac);
        }
        loose
    }

    fn plan_chapters(
        &mut self,
        opportunities: &BTreeMap<OpportunityId, Opportunity>,
        almanac: Almanac<'_>,
        binding: Binding,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        let mut history = History::blank(self.planned_at);
        for (opportunity, done) in opportunities.values().zip(0..) {
            if actions.capacity() - actions.len() < A_LOT {
                // Room for the others, should they ask for a quarter more than these at most: growing later would copy
                // all that is there.
                let others = actions.len() / done.max(1) * (opportunities.len() - done);
                actions.reserve(A_LOT + others + others / 4);
            }
            history.read(opportunity, &mut self.circle);
            let next_change = self.plan_chapter(&history, almanac, &mut actions);
            if binding == Binding::ByChapter {
                self.keep_chapter(opportunity, Page { actions: actions.clone(), next_change });
                actions.clear();
            }
        }
        actions
    }

    /// Plans anew what was touched.
    ///
    /// # Errors
    /// [`SignedAnew`]: nothing was planned that counts; everything has to be.
    fn plan_touched(
        &mut self,
        records: &Records,
        touched: &[Touched],
        almanac: Almanac<'_>,
    ) -> Result<(), SignedAnew> {
        let mut stale: BTreeSet<OpportunityId> = BTreeSet::new();
        let mut people: BTreeSet<PersonId> = BTreeSet::new();
        // Where what offers elsewhere ask for is planned anew.
        let mut told: BTreeSet<OpportunityId> = BTreeSet::new();
        for touched in touched {
            match touched {
                Touched::Opportunity(id) => {
                    stale.insert(*id);
                }
                Touched::Person(id) => {
                    people.insert(*id);
                    stale.extend(self.circle.mentioning(*id));
                }
                Touched::Search => told.extend(self.ledger.put_search(&records.search, self.planned_at)),
                Touched::Everything => {}
            }
        }
        self.rewire(records, &mut stale, &people);
        let mut history = History::blank(self.planned_at);
        for id in stale.iter().copied() {
            let struck = self.remove_chapter(id);
            if let Some(opportunity) = records.opportunities.get(&id) {
                self.circle.put_everyone(opportunity, &records.people);
                history.read(opportunity, &mut self.circle);
                let mut actions = Vec::with_capacity(A_LOT);
                let next_change = self.plan_chapter(&history, almanac, &mut actions);
                self.keep_chapter(opportunity, Page { actions, next_change });
            }
            let entered = self.ledger.digest(id);
            for digest in struck.iter().chain(entered) {
                people.extend(digest.people.iter().map(|appearance| appearance.person));
                told.extend(digest.words.iter().filter_map(|word| word.key.opportunity));
            }
        }
        let offers = self.ledger.offers();
        if offers.signed != self.offers.signed {
            return Err(SignedAnew);
        }
        self.offers = offers;
        told.extend(stale);
        self.plan_errands(&told, almanac);
        self.plan_across(records, almanac);
        for person in people {
            self.plan_contact(person, records, almanac);
        }
        Ok(())
    }

    /// Keeps the connections true, and adds the chapters that a new one (or one that went) makes stale.
    fn rewire(
        &mut self,
        records: &Records,
        stale: &mut BTreeSet<OpportunityId>,
        people: &BTreeSet<PersonId>,
    ) {
        let at = self.planned_at;
        let mut changed: Vec<PersonId> = Vec::new();
        for id in people {
            let person = records.people.get(id);
            self.circle.put(*id, person);
            match self.ledger.put_person(*id, person, at) {
                (false, true) => changed.extend(Some(*id).filter(|id| self.circle.link(*id))),
                (true, false) => changed.extend(Some(*id).filter(|id| self.circle.unlink(*id))),
                _ => {}
            }
        }
        for id in stale.iter() {
            let before = self.chapters.get_mut(id).map(|chapter| std::mem::take(&mut chapter.links));
            let before = before.unwrap_or_default();
            let after = records.opportunities.get(id).into_iter();
            let after: Vec<PersonId> = after.flat_map(|opportunity| links(opportunity, at)).collect();
            if before != after {
                // Those that stay are added before they are removed, so that they never seem to have gone.
                let added = after.iter().filter(|person| self.circle.link(**person)).collect::<Vec<_>>();
                let removed = before.iter().filter(|person| self.circle.unlink(**person));
                changed.extend(added.into_iter().chain(removed));
            }
        }
        for person in changed {
            stale.extend(self.circle.mentioning(person));
        }
    }

    fn circumstances<'a>(&'a self, almanac: Almanac<'a>) -> Circumstances<'a> {
        Circumstances {
            now: self.planned_at,
            days: almanac.days,
            workdays: almanac.workdays,
            playbook: self.playbook,
            signed: self.offers.signed.map(|signature| signature.at),
            next_change: Cell::new(None),
        }
    }

    fn remove_chapter(&mut self, id: OpportunityId) -> Option<Digest> {
        let chapter = self.chapters.remove(&id)?;
        self.turns.remove(chapter.own.next_change);
        let digest = self.ledger.strike(id)?;
        for appearance in &digest.people {
            self.circle.unmention(appearance.person, id);
        }
        Some(digest)
    }

    /// Plans the chapter of an opportunity that has none, and enters it in the ledger. Returns when it changes next by
    /// time alone.
    fn plan_chapter(
        &mut self,
        history: &History<'_>,
        almanac: Almanac<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Stamp> {
        let at = self.circumstances(almanac);
        rules::within(history, &at, actions);
        let next_change = at.next_change.get().into_iter().chain(history.says_more_at).min();
        for someone in &history.cast {
            self.circle.mention(someone.number, history.id);
        }
        self.ledger.enter(Digest::of(history));
        self.turns.add(next_change);
        next_change
    }

    fn keep_chapter(&mut self, opportunity: &Opportunity, own: Page) {
        let links = links(opportunity, self.planned_at).collect();
        self.chapters.insert(opportunity.id, Chapter { own, links });
    }

    fn overview<'a>(&'a self, records: &'a Records) -> Overview<'a> {
        Overview { ledger: &self.ledger, offers: &self.offers, search: &records.search }
    }

    /// Plans the errands of the offers that are here now: of those that came whole, of those that stand for `told`.
    fn plan_errands(&mut self, told: &BTreeSet<OpportunityId>, almanac: Almanac<'_>) {
        let mut before = std::mem::take(&mut self.errands);
        for errand in self.offers.errands() {
            let asks = match before.remove(&errand) {
                Some(asks) => self.told(errand, asks, told, almanac),
                None => self.told_everyone(errand, almanac),
            };
            self.errands.insert(errand, asks);
        }
        for ask in before.values().flat_map(BTreeMap::values) {
            self.turns.remove(ask.next_change);
        }
    }

    /// What an errand that is new asks for.
    fn told_everyone(&mut self, errand: Errand, almanac: Almanac<'_>) -> Asks {
        let asks = self.ledger.digests().filter_map(|other| {
            let ask = self.ask(errand, other, almanac)?;
            Some((other.opportunity, ask))
        });
        let asks = asks.collect::<Asks>();
        for ask in asks.values() {
            self.turns.add(ask.next_change);
        }
        asks
    }

    /// What an errand asks for, after something changed in some of the opportunities to which it may lead.
    fn told(
        &mut self,
        errand: Errand,
        mut asks: Asks,
        told: &BTreeSet<OpportunityId>,
        almanac: Almanac<'_>,
    ) -> Asks {
        for id in told {
            let ask = self.ledger.digest(*id).and_then(|other| self.ask(errand, other, almanac));
            let next_change = ask.as_ref().and_then(|ask| ask.next_change);
            let before = match ask {
                Some(ask) => asks.insert(*id, ask),
                None => asks.remove(id),
            };
            self.turns.instead(before.and_then(|ask| ask.next_change), next_change);
        }
        asks
    }

    fn ask(&self, errand: Errand, other: &Digest, almanac: Almanac<'_>) -> Option<Ask> {
        let at = self.circumstances(almanac);
        let action = rules::on_errand(errand, other, &self.ledger, &at)?;
        Some(Ask { action, next_change: at.next_change.get() })
    }

    fn plan_across(&mut self, records: &Records, almanac: Almanac<'_>) {
        let search = &records.search;
        let at = self.circumstances(almanac);
        let said = search.steps.iter().map(|step| step.at).chain(search.marks.iter().map(|mark| mark.at));
        said.chain(self.ledger.says_more_at()).for_each(|moment| at.changes_at(moment));
        let mut actions = Vec::new();
        rules::across(self.overview(records), &at, &mut actions);
        self.across = Page { actions, next_change: at.next_change.get() };
    }

    fn plan_contact(&mut self, id: PersonId, records: &Records, almanac: Almanac<'_>) {
        let mut appears_in: Vec<(&Digest, &Appearance)> = self
            .circle
            .mentioning(id)
            .filter_map(|place| {
                let digest = self.ledger.digest(place)?;
                Some((digest, digest.people.iter().find(|appearance| appearance.person == id)?))
            })
            .collect();
        order::by_key(&mut appears_in, |(digest, _)| digest.opportunity);
        let at = self.circumstances(almanac);
        let mut actions = Vec::new();
        r16_keep_in_touch::propose(id, records.people.get(&id), &appears_in, &at, &mut actions);
        let page = Page { actions, next_change: at.next_change.get() };
        let next_change = page.next_change;
        let before = self.contacts.insert(id, page);
        self.turns.instead(before.and_then(|page| page.next_change), next_change);
    }
}

/// Another offer was signed first than before, which bears on every chapter.
struct SignedAnew;

fn offsets(at: Stamp, days: &Days<'_>) -> Offsets {
    let half_a_year = TimeDelta::days(182);
    [at, at - half_a_year, at + half_a_year].map(|at| days.offset(at))
}

/// The people of an opportunity to whom a request was sent, or with whom a connection was made.
fn links(opportunity: &Opportunity, now: Stamp) -> impl Iterator<Item = PersonId> {
    let events = opportunity.events.iter().filter(move |event| event.at <= now);
    events.filter_map(|event| match event.what {
        EventKind::LinkedinSent { person } | EventKind::Connected { person } => Some(person),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{CONSIDERED, Playbook, Status, plan};
    use crate::model::{
        Debrief, Mark, OfferId, Person, PersonEvent, PersonEventKind, Records, Role, SearchMark, Task,
    };
    use chrono_tz::Africa::{Cairo, Tripoli};
    use chrono_tz::America::{Costa_Rica, Mexico_City, New_York};
    use chrono_tz::{Europe::London, Tz};
    use uuid::Uuid;

    const NOW: &str = "2026-03-05T09:00";

    /// A planner that is kept up to date, and checked against planning everything.
    struct Kept {
        planner: Planner,
        records: Records,
    }

    impl Kept {
        fn of(records: Records) -> Self {
            Self { planner: Planner::new(&records, &now(NOW)), records }
        }

        fn change(&mut self, touched: Touched, change: impl FnOnce(&mut Records)) {
            change(&mut self.records);
            self.refresh(&[touched], now(NOW));
        }

        fn refresh(&mut self, touched: &[Touched], now: Now<Tz>) {
            self.planner.refresh(&self.records, touched, &now);
            let anew = plan(&self.records, Playbook::get(self.records.settings.playbook), &now);
            assert_eq!(self.planner.clone().into_plan(), anew);
        }

        fn count(&self, task: Task) -> usize {
            self.planner.actions().filter(|action| action.task() == task).count()
        }

        fn acme(records: &mut Records) -> &mut Opportunity {
            records.opportunities.get_mut(&ACME).unwrap()
        }
    }

    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA, INES])
    }

    fn interviewing() -> Opportunity {
        bolt().met(SECOND, "2026-03-03T14:00", "2026-03-03T15:00", &[DANA])
    }

    #[test]
    fn a_lesson_taken_back_is_no_longer_to_be_read() {
        let mut told = held();
        told.rounds[0].debrief = Some(Debrief { lesson: "Sleep first.".to_owned(), ..Debrief::default() });
        let mut kept =
            Kept::of(search([told, bolt().with(round(SECOND, "2026-03-06T10:00", "2026-03-06T11:00"))]));
        assert_eq!(kept.count(Task::ReviewLessons), 1);
        kept.change(Touched::Opportunity(ACME), |records| Kept::acme(records).rounds[0].debrief = None);
        assert_eq!(kept.count(Task::ReviewLessons), 0);
    }

    #[test]
    fn a_word_in_the_search_record_is_heard_where_it_is_about_and_so_is_taking_it_back() {
        let mut kept = Kept::of(search([held().offered(offer(41, "2026-03-04T09:00")), interviewing()]));
        let tell = *kept.planner.actions().find(|action| action.task() == Task::TellOthers).unwrap();
        kept.change(Touched::Search, |records| {
            records.search.marks =
                vec![SearchMark { at: at("2026-03-04T10:00"), mark: Mark::Done, action: tell.key }];
        });
        let stands = |kept: &Kept| {
            let mut all = kept.planner.actions();
            all.find(|action| action.task() == Task::TellOthers).unwrap().status
        };
        assert_eq!(stands(&kept), Status::Done);
        kept.change(Touched::Search, |records| records.search.marks.clear());
        assert_eq!(stands(&kept), Status::Open);
    }

    #[test]
    fn a_word_with_the_opportunity_is_heard_and_so_is_taking_it_back() {
        let mut kept = Kept::of(search([held().offered(offer(41, "2026-03-04T09:00")), interviewing()]));
        let tell = *kept.planner.actions().find(|action| action.task() == Task::TellOthers).unwrap();
        for home in [ACME, BOLT] {
            let before = kept.records.opportunities[&home].clone();
            let said = EventKind::marked(Mark::Skipped, tell.key);
            let told = before.clone().then("2026-03-04T10:00", said);
            for (told, stands) in [(told, Status::Skipped), (before, Status::Open)] {
                kept.change(Touched::Opportunity(home), |records| {
                    records.opportunities.insert(home, told);
                });
                let asked = kept.planner.actions().find(|action| action.key == tell.key);
                assert_eq!(asked.map(|action| action.status), Some(stands), "said with {home:?}");
            }
        }
    }

    #[test]
    fn what_starts_the_count_goes_with_what_told_it() {
        // Neither was applied for on a known day, and both are known from before.
        let earlier = bolt().met(SECOND, "2026-02-25T14:00", "2026-02-25T15:00", &[DANA]);
        let mut kept = Kept::of(search([held(), earlier]));
        let contact = |at| PersonEvent { at, what: PersonEventKind::ContactMade { text: String::new() } };
        for days in [[3, 4].as_slice(), &[4], &[]] {
            kept.change(Touched::Person(INES), |records| {
                let log = days.iter().map(|day| contact(at(&format!("2026-03-0{day}T09:00"))));
                records.people.get_mut(&INES).unwrap().log = log.collect();
            });
        }
        kept.change(Touched::Opportunity(BOLT), |records| {
            records.opportunities.remove(&BOLT);
        });
    }

    #[test]
    fn who_is_linked_in_several_records_is_so_until_the_last_of_them_goes() {
        let sent = EventKind::LinkedinSent { person: INES };
        let mut kept = Kept::of(search([held(), bolt().then("2026-03-04T09:00", sent)]));
        let requests = |kept: &Kept| {
            let all = kept.planner.actions();
            all.filter(|action| action.task() == Task::LinkedinRequest && action.to == Some(INES))
                .filter(|action| action.key.opportunity == Some(ACME))
                .count()
        };
        assert_eq!(requests(&kept), 0);
        let ines = |connected| {
            move |records: &mut Records| {
                records.people.get_mut(&INES).unwrap().connected = connected;
            }
        };
        kept.change(Touched::Person(INES), ines(true));
        kept.change(Touched::Opportunity(BOLT), |records| {
            records.opportunities.get_mut(&BOLT).unwrap().events.clear();
        });
        assert_eq!(requests(&kept), 0);
        kept.change(Touched::Person(INES), ines(false));
        assert_eq!(requests(&kept), 1);
    }

    #[test]
    fn the_first_request_to_somebody_is_heard_wherever_they_appear() {
        let mut kept = Kept::of(search([held(), bolt()]));
        let before = kept.count(Task::LinkedinRequest);
        kept.change(Touched::Opportunity(BOLT), |records| {
            let told = bolt().then("2026-03-04T09:00", EventKind::LinkedinSent { person: INES });
            records.opportunities.insert(BOLT, told);
        });
        assert_eq!(kept.count(Task::LinkedinRequest), before - 1);
    }

    #[test]
    fn a_signature_is_heard_everywhere_and_so_is_taking_it_back() {
        let mut kept = Kept::of(search([held().offered(offer(41, "2026-03-04T09:00")), interviewing()]));
        let signed = |at| move |records: &mut Records| Kept::acme(records).offers[0].signed = at;
        kept.change(Touched::Opportunity(ACME), signed(Some(at("2026-03-04T12:00"))));
        assert_eq!((kept.count(Task::Withdraw), kept.count(Task::FollowUp)), (1, 0));
        kept.change(Touched::Opportunity(ACME), signed(None));
        assert_eq!((kept.count(Task::Withdraw), kept.count(Task::FollowUp)), (0, 1));
    }

    #[test]
    fn what_is_signed_later_or_not_received_yet_is_not_signed() {
        for (received, signature) in [("2026-03-04T09:00", "2026-03-05T09:01"), ("2026-03-05T09:01", NOW)] {
            let mut made = offer(41, received);
            made.signed = Some(at(signature));
            let kept = Kept::of(search([held().offered(made), interviewing()]));
            assert_eq!(kept.count(Task::Withdraw), 0, "received {received}, signed {signature}");
        }
        let mut made = offer(41, NOW);
        made.signed = Some(at(NOW));
        assert_eq!(Kept::of(search([held().offered(made), interviewing()])).count(Task::Withdraw), 1);
    }

    #[test]
    fn an_offer_that_comes_and_goes_is_told_elsewhere_and_not_any_more() {
        let mut kept = Kept::of(search([held(), interviewing()]));
        kept.change(Touched::Opportunity(ACME), |records| {
            Kept::acme(records).offers.push(offer(41, "2026-03-04T09:00"));
        });
        assert_eq!(kept.count(Task::TellOthers), 1);
        kept.change(Touched::Opportunity(ACME), |records| {
            let mut other = offer(42, "2026-03-04T09:00");
            other.id = OfferId(Uuid::from_u128(42));
            Kept::acme(records).offers[0] = other;
        });
        kept.change(Touched::Opportunity(ACME), |records| Kept::acme(records).offers.clear());
        assert_eq!(kept.count(Task::TellOthers), 0);
    }

    #[test]
    fn whoever_is_put_on_record_with_an_opportunity_is_known_there_at_once() {
        let mut kept = Kept::of(search([held()]));
        let nina = PersonId(Uuid::from_u128(5));
        let asked = |kept: &Kept| kept.planner.actions().any(|action| action.to == Some(nina));
        assert!(!asked(&kept));
        kept.change(Touched::Opportunity(ACME), |records| {
            records.people.insert(nina, Person::new(nina, "Nina Roth", Role::Recruiter));
            Kept::acme(records).people = vec![nina];
        });
        assert!(asked(&kept), "a recruiter of it may be asked on LinkedIn");
    }

    #[test]
    fn what_others_were_to_be_told_of_an_offer_no_longer_changes_the_plan_once_it_is_gone() {
        // To be told by the end of today: nothing else changes that soon.
        let mut made = offer(41, "2026-03-04T09:00");
        made.respond_by = Some(at("2026-03-06T17:00"));
        for gone in [ACME, BOLT] {
            let mut kept = Kept::of(search([held().offered(made.clone()), interviewing()]));
            assert_eq!(kept.planner.valid_until(), Some(at("2026-03-06T00:00")));
            assert!(kept.planner.of(BOLT).any(|action| action.task() == Task::TellOthers));
            kept.change(Touched::Opportunity(gone), |records| {
                records.opportunities.remove(&gone);
            });
            assert_eq!(kept.count(Task::TellOthers), 0);
        }
    }

    #[test]
    fn the_lessons_to_read_before_a_round_are_of_its_opportunity() {
        let mut told = held();
        told.rounds[0].debrief = Some(Debrief { lesson: "Sleep first.".to_owned(), ..Debrief::default() });
        let kept =
            Kept::of(search([told, bolt().with(round(SECOND, "2026-03-06T10:00", "2026-03-06T11:00"))]));
        let lessons = |id| kept.planner.of(id).filter(|action| action.task() == Task::ReviewLessons).count();
        assert_eq!([lessons(ACME), lessons(BOLT)], [0, 1]);
    }

    #[test]
    fn an_opportunity_added_or_removed_is_in_the_plan_or_not() {
        let mut kept = Kept::of(search([held()]));
        kept.change(Touched::Opportunity(BOLT), |records| {
            records.opportunities.insert(BOLT, interviewing());
        });
        assert!(kept.planner.of(BOLT).count() > 0);
        kept.change(Touched::Opportunity(BOLT), |records| {
            records.opportunities.remove(&BOLT);
        });
        assert_eq!(kept.planner.of(BOLT).count(), 0);
        assert!(kept.planner.of(ACME).count() > 0);
    }

    #[test]
    fn whom_to_keep_in_touch_with_follows_the_person_and_every_contact() {
        let mut kept = Kept::of(search([held(), interviewing()]));
        let flagged = |yes| {
            move |records: &mut Records| {
                records.people.get_mut(&DANA).unwrap().keep_in_touch = yes;
            }
        };
        kept.change(Touched::Person(DANA), flagged(true));
        assert_eq!(kept.count(Task::KeepInTouch), 1);
        kept.change(Touched::Opportunity(ACME), |records| {
            Kept::acme(records).rounds[0].course.as_mut().unwrap().met.clear();
        });
        kept.change(Touched::Opportunity(BOLT), |records| {
            records.opportunities.remove(&BOLT);
        });
        assert_eq!(kept.count(Task::KeepInTouch), 0, "no contact is on record");
        kept.change(Touched::Person(DANA), |records| {
            let what = PersonEventKind::ContactMade { text: String::new() };
            let log = &mut records.people.get_mut(&DANA).unwrap().log;
            log.push(PersonEvent { at: at("2026-03-04T09:00"), what });
        });
        kept.change(Touched::Person(DANA), flagged(false));
        assert_eq!(kept.count(Task::KeepInTouch), 0);
    }

    #[test]
    fn the_actions_of_an_opportunity_are_its_own_and_those_that_name_it() {
        let mut told = held();
        told.rounds[0].debrief = Some(Debrief { lesson: "Sleep first.".to_owned(), ..Debrief::default() });
        let ahead = bolt().with(round(SECOND, "2026-03-06T10:00", "2026-03-06T11:00"));
        let kept = Kept::of(search([told, ahead]));
        let of = |id| kept.planner.of(id).map(Action::task).collect::<Vec<_>>();
        assert!(of(BOLT).contains(&Task::ReviewLessons) && !of(ACME).contains(&Task::ReviewLessons));
        assert!(of(ACME).contains(&Task::ThankYou) && !of(BOLT).contains(&Task::ThankYou));
        assert!(kept.planner.of(ACME).all(|action| action.key.opportunity == Some(ACME)));
    }

    #[test]
    fn when_time_has_changed_the_plan_everything_is_planned_anew_forwards_and_back() {
        let mut kept = Kept::of(search([held()]));
        let until = kept.planner.valid_until().unwrap();
        kept.refresh(&[], Now::new(until, New_York));
        kept.refresh(&[], now("2026-06-01T09:00"));
        kept.refresh(&[], now(NOW));
        kept.refresh(&[], now("2026-03-01T09:00"));
    }

    #[test]
    fn in_another_zone_everything_is_planned_anew() {
        let mut kept = Kept::of(search([held()]));
        kept.refresh(&[], Now::new(at(NOW), London));
        kept.refresh(&[], Now::new(at(NOW), chrono_tz::UTC));
        kept.refresh(&[], now(NOW));
    }

    #[test]
    fn a_zone_with_other_summers_is_another_zone() {
        let told = |starts, ends, by| search([acme().met(FIRST, starts, ends, &[DANA]).promised(by)]);
        let move_house = |records: Records, when, from, to| {
            let planner = Planner::new(&records, &Now::new(at(when), from));
            Kept { planner, records }.refresh(&[], Now::new(at(when), to));
        };
        // Clocks went forward in Mexico in the summer of 2022 for the last time, in Egypt in that of 2023 again.
        let since_june = told("2022-06-20T10:00", "2022-06-20T11:00", "2022-06-24");
        move_house(since_june, "2022-12-09T12:00", Mexico_City, Costa_Rica);
        let until_july = told("2023-01-02T10:00", "2023-01-02T11:00", "2023-07-05");
        move_house(until_july, "2023-01-03T12:00", Cairo, Tripoli);
    }

    #[test]
    fn room_for_what_a_search_asks_for_is_laid_early_and_little_more_of_it() {
        let laid = |first: Opportunity| {
            let mut records = search([first]);
            for n in 100..400 {
                let id = OpportunityId(Uuid::from_u128(n));
                records.opportunities.insert(id, Opportunity { id, ..held() });
            }
            let (_, actions) = Planner::planned(&CONSIDERED, &records, &now(NOW), Binding::Loose);
            (actions.len(), actions.capacity())
        };
        let (asked, room) = laid(held());
        assert!(room <= asked + asked / 4 + 2 * A_LOT, "for {asked} actions room for {room}");
        let (asked, room) = laid(acme());
        assert!(room <= 2 * asked, "for {asked} actions room for {room}, where the first asks for none");
    }

    #[test]
    fn other_settings_change_everything() {
        let mut kept = Kept::of(search([held()]));
        kept.change(Touched::Everything, |records| {
            records.settings.holidays = vec![day("2026-03-06")];
        });
    }

    #[test]
    fn while_time_has_changed_nothing_only_what_was_touched_is_planned_anew() {
        let mut kept = Kept::of(search([held(), interviewing()]));
        let before = kept.count(Task::FollowUp);
        // A change that nobody told of is not seen, at this moment or a little later.
        kept.records.opportunities.remove(&BOLT);
        kept.planner.refresh(&kept.records, &[], &now(NOW));
        kept.planner.refresh(&kept.records, &[], &now("2026-03-05T09:01"));
        assert_eq!(kept.count(Task::FollowUp), before);
        kept.planner.refresh(&kept.records, &[], &now(NOW));
        assert_eq!(kept.count(Task::FollowUp), before - 1, "the clock was set back");
    }

    #[test]
    fn a_persons_log_says_more_at_its_next_entry_never_at_this_moment() {
        let mut records = search([]);
        let what = || PersonEventKind::ContactMade { text: String::new() };
        records.people.get_mut(&DANA).unwrap().log = vec![
            PersonEvent { at: at(NOW), what: what() },
            PersonEvent { at: at("2026-03-06T09:00"), what: what() },
        ];
        assert_eq!(Kept::of(records).planner.valid_until(), Some(at("2026-03-06T09:00")));
    }
}
