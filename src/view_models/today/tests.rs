//! What Today shows, and in which order.

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
    Today::of(&FIRST_LINES, records, &plan(records, now), now)
}

fn snoozed(today: &Today) -> Vec<Vec<ActionKey>> {
    today.groups[5].lines.iter().map(|line| line.put_off.clone()).collect()
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
    assert_ne!(put_off.next.as_ref().unwrap().key, key);
    assert_eq!(snoozed(&put_off), [[key]]);
    assert!(plan(&records, &now()).valid_until <= Some(until));
    let later = Now::new(until, New_York);
    assert!(snoozed(&today(&records, &later)).is_empty());
}

#[test]
fn a_later_word_takes_the_place_of_putting_it_off() {
    let mut records = crate::example::search(&now());
    let key = today(&records, &now()).next.unwrap().key;
    mark(&mut records, key, Mark::Snoozed(now().at + TimeDelta::hours(5)));
    mark(&mut records, key, Mark::Skipped);
    let today = today(&records, &now());
    assert!(snoozed(&today).is_empty());
    assert_ne!(today.next.unwrap().key, key);
}

#[test]
fn only_so_many_lines_are_made_and_all_are_counted() {
    let records = crate::example::search(&now());
    let most = [1; PARTS];
    let cut = Today::of(&most, &records, &plan(&records, &now()), &now());
    assert!(cut.groups.iter().all(|group| group.lines.len() <= 1));
    assert!(cut.groups[2].all > 1);
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
    assert_eq!(today.next.as_ref().unwrap().key.task, Task::Withdraw);
    assert!(today.cards().iter().all(|card| card.key.task != Task::ThankYou), "one letter does for both");
}

/// What Today shows of the example, a line each: "heading | title | end of the line".
fn example() -> (Today, Vec<String>) {
    let records = crate::example::search(&now());
    let today = Today::of(&[99; PARTS], &records, &plan(&records, &now()), &now());
    let lines = today.groups.iter().flat_map(|group| {
        let told = |line: &Line| format!("{} | {} | {}", group.heading, line.title, line.side.concat());
        group.lines.iter().map(told).collect::<Vec<_>>()
    });
    let lines = lines.collect();
    (today, lines)
}

#[test]
fn what_is_lost_first_stands_first_and_same_things_are_one_line() {
    let (today, lines) = example();
    assert_eq!(today.next.unwrap().title, "Thank Priya Raman", "the hiring manager first");
    insta::assert_snapshot!(lines.join("\n"), @r#"
    By the end of today | Thank Grace Okafor | by 16:00
    By the end of today | Thank Lumen Street Bank for their answer | today
    Late, and still right | Find out how to reach Tomas Lindqvist | still right
    In the next days | Ask Calder Transit for the offer in writing | by 17:05 tomorrow
    In the next days | Tell four companies that you have an offer | by tomorrow
    In the next days | Add four people on LinkedIn | by tomorrow
    In the next days | Read your lessons before Oak & Ember | by 10:00 tomorrow
    In the next days | Ask what comes next at Oak & Ember | by 11:30 tomorrow
    In the next days | Move on from Northgate Museums | by tomorrow
    In the next days | Ask Calder Transit for more time | by Thursday
    In the next days | Send Halden & Moor a dashboard of mine, with the names removed | by Friday
    In the next days | Decide on Calder Transit’s offer | by Monday
    In the next days | Say hello to Bea Lindholm | by 18 June
    Coming up | Thank Tomas Lindqvist | 
    Coming up | Add Tomas Lindqvist on LinkedIn | 
    Coming up | Note who was there at Oak & Ember | from 11:30 tomorrow
    Coming up | Look back at Oak & Ember, once | from 11:30 tomorrow
    "#);
}

#[test]
fn what_a_person_and_the_pipeline_show_as_due_is_what_today_asks_for() {
    use crate::model::{Event, EventId, EventKind, PipelineOrder};
    use crate::view_models::{Filter, Most, PersonPage, Pipeline};
    let mut records = crate::example::search(&now());
    let no = |one: &mut crate::model::Opportunity| {
        one.events.push(Event {
            id: EventId(NumberedIds(9).fresh()),
            at: now().at,
            what: EventKind::Rejected { person: None },
            letter: None,
            against_advice: false,
        });
    };
    // One company said no today: nothing of it waits, wherever one looks.
    no(records.opportunities.values_mut().find(|one| one.company == "Halden & Moor").unwrap());
    let plan = plan(&records, &now());
    let asked: Vec<ActionKey> = asked_for(&plan, &records, &now()).iter().map(|action| action.key).collect();
    let mut due = 0;
    for id in records.people.keys() {
        let person = PersonPage::of(*id, &records, &plan, &now()).unwrap();
        for card in person.due.lines.iter().flat_map(Line::cards) {
            assert!(asked.contains(&card.key), "{}", card.title);
            due += 1;
        }
    }
    assert!(due > 5, "{due}");
    let most = Most { each: 9, closed: 9 };
    let pipeline = Pipeline::of(&Filter::default(), PipelineOrder::default(), most, &records, &plan, &now());
    let asked_of = |id| asked.iter().any(|key| key.opportunity == Some(id));
    let waiting = records.opportunities.keys().filter(|id| asked_of(**id)).count();
    assert_eq!(pipeline.pressing[0], waiting);
}

#[test]
fn what_is_on_tomorrow_says_where_and_with_whom_and_where_one_prepares() {
    let (today, _) = example();
    let [tomorrow] = today.agenda.as_slice() else { panic!("{:?}", today.agenda) };
    assert_eq!(tomorrow.when, "Tomorrow, 10:00");
    assert_eq!(tomorrow.what, "Interview on site at Oak & Ember");
    assert_eq!(tomorrow.about, "With Nadia Petrova · Ember House, ask for Felix at the desk");
    assert_eq!(tomorrow.join, None);
    assert!(tomorrow.prepare.as_ref().unwrap().starts_with("#/prepare/"), "{tomorrow:?}");
}

#[test]
fn a_round_without_anything_to_do_is_on_the_agenda_until_it_is_over_and_its_link_is_joined() {
    use crate::model::{Round, RoundId};
    let mut acme = Opportunity::new(OpportunityId(NumberedIds(6).fresh()), "Acme", "Analyst");
    let starts = now().at + TimeDelta::hours(2);
    let mut round = Round::new(RoundId(NumberedIds(7).fresh()), starts, starts + TimeDelta::hours(1));
    "Video, meet.example.com/abc".clone_into(&mut round.place);
    acme.rounds.push(round);
    let mut records = Records::default();
    records.opportunities.insert(acme.id, acme);
    let agenda = |hours| today(&records, &Now::new(now().at + TimeDelta::hours(hours), New_York)).agenda;
    assert_eq!(agenda(0)[0].when, "Today, 12:00");
    assert_eq!(agenda(0)[0].join.as_deref(), Some("https://meet.example.com/abc"));
    assert_eq!(agenda(2)[0].when, "Now, until 13:00");
    assert_eq!(agenda(2)[0].prepare, None);
    assert!(agenda(3).is_empty());
    assert_eq!(agenda(-20).len(), 1, "the eve");
    assert_eq!(agenda(-40)[0].when, "Tuesday, 12:00", "the next one, where none is near");
    assert_eq!(agenda(-24 * 9)[0].when, "Tuesday 9 June, 12:00", "however far it is");
}

#[test]
fn the_search_has_its_line_where_nothing_is_live_and_where_it_is_done() {
    use crate::model::{Offer, OfferId};
    let mut records = Records::default();
    let mut acme = Opportunity::new(OpportunityId(NumberedIds(6).fresh()), "Acme", "Analyst");
    acme.applied = Some(now().at - TimeDelta::days(1));
    records.opportunities.insert(acme.id, acme.clone());
    assert!(today(&records, &now()).search.unwrap().starts_with("1 applied for."));
    let mut offer = Offer::new(OfferId(NumberedIds(8).fresh()), now().at - TimeDelta::days(9));
    offer.signed = Some(now().at - TimeDelta::days(8));
    acme.offers.push(offer);
    records.opportunities.insert(acme.id, acme);
    let search = |records: &Records| today(records, &now()).search.unwrap();
    assert_eq!(search(&records), "Signed with Acme. The search is done.");
    // Who only got an application waits for nothing; who wrote about it does, until the user withdraws there.
    let mut globex = Opportunity::new(OpportunityId(NumberedIds(9).fresh()), "Globex", "Analyst");
    globex.applied = Some(now().at - TimeDelta::days(20));
    let id = globex.id;
    records.opportunities.insert(id, globex);
    assert_eq!(search(&records), "Signed with Acme. The search is done.");
    let log = |records: &mut Records, days, what| {
        let at = now().at - TimeDelta::days(days);
        let command = Command::LogEvent { opportunity: id, at, what, note: None };
        apply(records, command, now().at, &mut NumberedIds(50)).unwrap();
    };
    log(&mut records, 10, crate::model::EventKind::reply(None, None));
    let told =
        "Signed with Acme. The search is done. Globex wrote to you, too: it is kind to withdraw there.";
    assert_eq!(search(&records), told);
    log(&mut records, 1, crate::model::EventKind::Withdrawn);
    assert_eq!(search(&records), "Signed with Acme. The search is done.");
}

/// So many companies, each of which met three people yesterday.
fn met_three_each(companies: u128) -> Records {
    use crate::model::{Course, Met, Person, Role, Round, RoundId};
    let mut records = Records::default();
    let id = uuid::Uuid::from_u128;
    for n in 1..=companies {
        let ends = now().at - TimeDelta::hours(20);
        let mut round = Round::new(RoundId(id(1000 + n)), ends - TimeDelta::hours(1), ends);
        let mut course = Course::default();
        for place in 0..3 {
            let mut person =
                Person::new(PersonId(id(2000 + 10 * n + place)), format!("P{n}{place}"), Role::Interviewer);
            person.email = Some(format!("p{n}{place}@acme.example"));
            course.met.push(Met::new(person.id));
            records.people.insert(person.id, person);
        }
        round.course = Some(course);
        let mut one = Opportunity::new(OpportunityId(id(n)), format!("Company {n}"), "Analyst");
        one.rounds.push(round);
        records.opportunities.insert(one.id, one);
    }
    records
}

#[test]
fn notes_that_are_due_together_stand_in_the_order_met_the_hiring_manager_before_all() {
    use crate::model::Role;
    let mut records = met_three_each(1);
    let round = &mut records.opportunities.values_mut().next().unwrap().rounds[0];
    let met = &mut round.course.as_mut().unwrap().met;
    met.reverse();
    let first_met = met[1].person;
    let thanks = |records: &Records| -> Vec<String> {
        let all = today(records, &now()).cards().into_iter();
        all.filter(|card| card.key.task == Task::ThankYou).map(|card| card.title).collect()
    };
    assert_eq!(thanks(&records), ["Thank P12", "Thank P11", "Thank P10"]);
    records.people.get_mut(&first_met).unwrap().role = Role::HiringManager;
    assert_eq!(thanks(&records), ["Thank P11", "Thank P12", "Thank P10"]);
}

#[test]
fn where_there_is_much_to_do_what_belongs_to_one_company_is_one_line() {
    let titles = |companies| -> Vec<String> {
        let records = met_three_each(companies);
        let today = Today::of(&[99; PARTS], &records, &plan(&records, &now()), &now());
        today.groups[0].lines.iter().map(|line| line.title.clone()).collect()
    };
    assert!(titles(1).contains(&"Thank P11".to_owned()), "{:?}", titles(1));
    let many = titles(20);
    assert!(many.contains(&"Thank three people at Company 2".to_owned()), "{many:?}");
    assert!(many.len() <= 22, "{many:?}");
}

#[test]
fn forty_live_processes_are_few_enough_lines_to_read_and_every_card_can_be_reached() {
    let records = met_three_each(40);
    let planned = plan(&records, &now());
    let today = Today::of(&FIRST_LINES, &records, &planned, &now());
    let lines: usize = today.groups.iter().map(|group| group.lines.len()).sum();
    assert!(lines <= 25, "{lines}");
    let all = Today::of(&[99; PARTS], &records, &planned, &now());
    let open = planned.actions.iter().filter(|it| matches!(it.status, Status::Open | Status::Overdue));
    assert_eq!(all.cards().len(), open.count());
    let mut keys: Vec<&String> =
        all.groups.iter().flat_map(|group| &group.lines).map(|line| &line.key).collect();
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count, "each line is told from the others");
}
