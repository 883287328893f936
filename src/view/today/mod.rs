//! Today: the next thing to do, then what is late, due today and due later, what comes, and who is waited for.

mod order;
mod put_off;
mod waiting;

use order::Sections;
pub(super) use order::order_key;

use super::{Card, Line, Lines, Stage, card, rejection_note, when};
use crate::etiquette::{Action, History, Now, Plan, Reason, Status, WorkCalendar};
use crate::model::{Opportunity, Records, Task};
use crate::words::isolated;
use chrono::TimeZone;

/// What Today shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Today {
    /// The next thing to do.
    pub next: Option<Card>,
    /// What is past due and still right.
    pub late: Section,
    /// What is due today.
    pub today: Section,
    /// What is open already and due later.
    pub week: Section,
    /// What opens within a week, or waits for something else of the user's.
    pub soon: Lines,
    /// What the user put off.
    pub snoozed: Vec<Line>,
    /// The companies whose turn it is.
    pub waiting: Lines,
    /// A kind word after a rejection.
    pub rejection_note: Option<String>,
    /// What is said where there is nothing to do.
    pub quiet: Option<Quiet>,
    /// The state of the whole search, in a line.
    pub search: Option<String>,
    /// Whether the example search is loaded.
    pub example: bool,
}

/// What is said where there is nothing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quiet {
    /// "Nothing until Tuesday."
    pub line: String,
    /// "Acme promised an answer by Monday; give them that day."
    pub more: Option<String>,
}

/// The first cards of a section.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Section {
    /// No more than the limit.
    pub cards: Vec<Card>,
    /// How many there are in all.
    pub all: usize,
}

/// How many cards or lines of each section are made: thousands could be, and nobody would see them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Of what is past due.
    pub late: usize,
    /// Of what is due today.
    pub today: usize,
    /// Of what is open and due later.
    pub week: usize,
    /// Of what is still to come.
    pub soon: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { late: 4, today: 4, week: 4, soon: 5 }
    }
}

impl Today {
    /// What Today shows at a moment.
    pub fn of<Tz: TimeZone>(limits: &Limits, records: &Records, plan: &Plan, now: &Now<Tz>) -> Self {
        let calendar = WorkCalendar::of(&records.settings);
        let histories: Vec<(&Opportunity, History<'_>)> = records
            .opportunities
            .values()
            .map(|one| (one, History::of(one, &records.people, now.at)))
            .collect();
        let Sections { next, late, today, week, later, snoozed, bundles } = Sections::of(plan, now);
        let card = |action: &&Action| Card::of(action, &bundles, records, &calendar, now);
        let section = |actions: &[&Action], most: usize| Section {
            cards: actions.iter().take(most).map(card).collect(),
            all: actions.len(),
        };
        let soon: Vec<&Action> =
            later.iter().copied().filter(|action| order::is_this_week(action, now)).collect();
        let coming = soon.iter().take(limits.soon).map(|action| card::coming(action, &[], records, now));
        let is_quiet = next.is_none() && !records.opportunities.is_empty();
        Self {
            next: next.as_ref().map(card),
            late: section(&late, limits.late),
            today: section(&today, limits.today),
            week: section(&week, limits.week),
            soon: Lines { lines: coming.collect(), all: soon.len() },
            snoozed: put_off::lines(&snoozed, records, now),
            waiting: waiting::lines(&later, records, &calendar, now),
            rejection_note: rejection_note::today(&histories, now),
            quiet: is_quiet.then(|| quiet(&later, records, now)),
            search: search_health(&histories, plan, now),
            example: records.opportunities.values().any(|opportunity| opportunity.example),
        }
    }
}

/// What is said where there is nothing to do now. `later` is what comes, the soonest first.
fn quiet<Tz: TimeZone>(later: &[&Action], records: &Records, now: &Now<Tz>) -> Quiet {
    let next = later.iter().find(|action| action.status == Status::Upcoming);
    let Some(next) = next else {
        return Quiet { line: "Nothing to do now.".to_owned(), more: None };
    };
    let line = format!("Nothing until {}.", when::start(next.window.opens, now));
    let company =
        next.opportunity().and_then(|id| records.opportunities.get(&id)).map(|one| isolated(&one.company));
    let more = match (next.reason, &company) {
        (Reason::PromiseOver(by), Some(company)) if by >= when::today(now) => {
            Some(format!("{company} promised an answer by {}; give them that day.", when::by_day(by, now)))
        }
        (_, Some(company)) => Some(format!("Then {company} is next. Until then, the time is yours.")),
        _ => None,
    };
    Quiet { line, more }
}

/// "3 under way, 2 more applied for. The next step of the search is due from Thursday."
fn search_health<Tz: TimeZone>(
    histories: &[(&Opportunity, History<'_>)],
    plan: &Plan,
    now: &Now<Tz>,
) -> Option<String> {
    if histories.is_empty() {
        return None;
    }
    let (mut live, mut applied) = (0, 0);
    for (_, history) in histories {
        match Stage::of(history) {
            Stage::Interviewing | Stage::Offered => live += 1,
            Stage::Applied => applied += 1,
            Stage::Signed | Stage::Closed => {}
        }
    }
    let counts = match (live, applied) {
        (0, 0) => "Nothing is under way.".to_owned(),
        (live, 0) => format!("{live} under way."),
        (0, applied) => format!("{applied} applied for."),
        (live, applied) => format!("{live} under way, {applied} more applied for."),
    };
    let keep = plan.actions.iter().find(|action| action.task() == Task::KeepSearching)?;
    let step = match keep.status {
        Status::Upcoming => {
            format!(" The next step of the search is due from {}.", when::start(keep.window.opens, now))
        }
        _ => String::new(),
    };
    Some(format!("{counts}{step}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Command, apply};
    use crate::etiquette::plan;
    use crate::model::{ActionKey, Mark, OpportunityId, PersonId, Stamp};
    use crate::model::{NewId, NumberedIds};
    use chrono::TimeDelta;
    use chrono_tz::{America::New_York, Tz};

    /// A Tuesday morning.
    fn now() -> Now<Tz> {
        Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York)
    }

    fn today(records: &Records, now: &Now<Tz>) -> Today {
        Today::of(&Limits::default(), records, &plan(records, now), now)
    }

    fn mark(records: &mut Records, key: ActionKey, mark: Mark) {
        apply(records, Command::MarkAction { key, mark }, now().at, &mut NumberedIds(0)).unwrap();
    }

    #[test]
    fn an_empty_browser_is_neither_quiet_nor_busy() {
        let today = today(&Records::default(), &now());
        assert!(today.next.is_none() && today.quiet.is_none() && today.search.is_none());
    }

    #[test]
    fn a_search_with_nothing_to_do_says_that_it_is_quiet() {
        let mut records = Records::default();
        let mut signed = Opportunity::new(OpportunityId(NumberedIds(6).fresh()), "Acme", "Analyst");
        signed.applied = Some(now().at - TimeDelta::days(30));
        records.opportunities.insert(signed.id, signed);
        let today = today(&records, &now());
        assert_eq!(today.next, None);
        assert!(today.quiet.is_some());
    }

    #[test]
    fn what_is_put_off_is_out_of_sight_until_its_time() {
        let mut records = crate::example::search(&now());
        let before = today(&records, &now());
        let key = before.next.unwrap().key;
        let until = now().at + TimeDelta::hours(5);
        mark(&mut records, key, Mark::Snoozed(until));
        let put_off = today(&records, &now());
        assert_ne!(put_off.next.unwrap().key, key);
        assert_eq!(put_off.snoozed.iter().map(|line| line.put_off.clone()).collect::<Vec<_>>(), [[key]]);
        assert!(plan(&records, &now()).valid_until <= Some(until));
        let later = Now::new(until, New_York);
        assert!(today(&records, &later).snoozed.is_empty());
    }

    #[test]
    fn a_later_word_takes_the_place_of_putting_it_off() {
        let mut records = crate::example::search(&now());
        let key = today(&records, &now()).next.unwrap().key;
        mark(&mut records, key, Mark::Snoozed(now().at + TimeDelta::hours(5)));
        mark(&mut records, key, Mark::Skipped);
        let today = today(&records, &now());
        assert!(today.snoozed.is_empty());
        assert_ne!(today.next.unwrap().key, key);
    }

    #[test]
    fn only_so_many_cards_are_made_and_all_are_counted() {
        let records = crate::example::search(&now());
        let most = Limits { week: 1, ..Limits::default() };
        let cut = Today::of(&most, &records, &plan(&records, &now()), &now());
        assert_eq!(cut.week.cards.len(), 1);
        assert!(cut.week.all > 1);
    }

    /// An offer to answer within so many hours, beside a thank-you that is late.
    fn an_offer_beside_late_thanks(hours: i64) -> Records {
        use crate::model::{Course, Met, Offer, OfferId, Person, Role, Round, RoundId};
        let mut ids = NumberedIds(20);
        let dana = PersonId(ids.fresh());
        let mut dated = Person::new(dana, "Dana Reyes", Role::Interviewer);
        dated.email = Some("dana@acme.example".to_owned());
        let ends = now().at - TimeDelta::days(3);
        let mut round = Round::new(RoundId(ids.fresh()), ends - TimeDelta::hours(1), ends);
        round.course = Some(Course { met: vec![Met::new(dana)], ..Course::default() });
        let mut acme = Opportunity::new(OpportunityId(ids.fresh()), "Acme", "Analyst");
        acme.rounds.push(round);
        let mut globex = Opportunity::new(OpportunityId(ids.fresh()), "Globex", "Analyst");
        let mut offer = Offer::new(OfferId(ids.fresh()), now().at - TimeDelta::days(2));
        offer.respond_by = Some(now().at + TimeDelta::hours(hours));
        (offer.written, offer.acknowledged) = (Some(offer.received), Some(offer.received));
        globex.offers.push(offer);
        let mut records = Records::default();
        records.people.insert(dana, dated);
        records.opportunities = [(acme.id, acme), (globex.id, globex)].into();
        records
    }

    #[test]
    fn an_offer_that_runs_out_comes_before_all_that_is_late() {
        let next = |hours| today(&an_offer_beside_late_thanks(hours), &now()).next.unwrap().key.task;
        assert_eq!(next(1), Task::DecideOffer);
        assert_eq!(next(24 * 14), Task::ThankYou, "there is time for that one");
    }

    #[test]
    fn whoever_is_told_of_a_withdrawal_is_not_thanked_beside_it() {
        let mut records = an_offer_beside_late_thanks(24 * 14);
        let globex = records.opportunities.values_mut().find(|one| one.company == "Globex").unwrap();
        globex.offers[0].signed = Some(now().at - TimeDelta::hours(1));
        let today = today(&records, &now());
        assert_eq!(today.next.unwrap().key.task, Task::Withdraw);
        assert_eq!(today.late.all, 0, "one letter does for both");
    }

    #[test]
    fn what_others_wait_for_comes_before_what_concerns_the_user_alone() {
        let records = crate::example::search(&now());
        let limits = Limits { late: 99, today: 99, week: 99, soon: 99 };
        let today = Today::of(&limits, &records, &plan(&records, &now()), &now());
        let next = today.next.unwrap();
        assert_eq!(next.title, "Thank Calder Transit for the offer");
        let tasks = |section: &Section| section.cards.iter().map(|card| card.key.task).collect::<Vec<_>>();
        let late = [Task::FindContact, Task::LinkedinRequest, Task::LinkedinRequest, Task::Assess];
        assert_eq!(tasks(&today.late), late);
        assert_eq!(tasks(&today.today), [Task::ThankYou, Task::ThankYou, Task::ReplyToRejection]);
        let last = [
            Task::LinkedinRequest,
            Task::LinkedinRequest,
            Task::ReviewLessons,
            Task::MoveOn,
            Task::KeepInTouch,
        ];
        assert!(tasks(&today.week).ends_with(&last), "{:?}", tasks(&today.week));
    }
}
