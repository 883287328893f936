//! What the page of an opportunity shows.

use super::super::{PARTS, Today};
use super::*;
use crate::etiquette::plan;
use crate::model::{Course, Event, EventId, EventKind, Person, PersonId, Role, Round, RoundId, Stamp};
use chrono::{TimeDelta, Utc};
use uuid::Uuid;

/// Monday 2 March 2026, 15:00.
fn now() -> Now<Utc> {
    Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
}

fn acme() -> Opportunity {
    Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst")
}

fn page(one: Opportunity) -> OpportunityPage {
    let (id, mut records) = (one.id, Records::default());
    records.opportunities.insert(id, one);
    OpportunityPage::of(id, &records, &plan(&records, &now()), &now()).unwrap()
}

#[test]
fn a_round_to_come_is_part_of_what_comes_and_not_of_what_happened() {
    let mut acme = acme();
    for (n, (title, days)) in
        [("Final round", 9), ("Phone screen", -1), ("On-site", 3)].into_iter().enumerate()
    {
        let starts = now().at + TimeDelta::days(days);
        let id = RoundId(Uuid::from_u128(10 + n as u128));
        let round = Round { title: title.to_owned(), ..Round::new(id, starts, starts + TimeDelta::hours(1)) };
        acme.rounds.push(round);
    }
    let page = page(acme);
    let lines = |entries: &[HistoryEntry]| entries.iter().map(|entry| entry.what.clone()).collect::<Vec<_>>();
    assert_eq!(lines(&page.rounds), ["On-site", "Final round"]);
    assert_eq!(lines(&page.entries), ["Phone screen"]);
    let drawn = &page.groups[0].lines[0].bar.as_ref().unwrap().marks;
    assert_eq!(drawn.len(), 3, "all of them are drawn");
}

#[test]
fn after_a_no_the_reply_comes_before_the_linkedin_request() {
    let (dana, at) = (PersonId(Uuid::from_u128(5)), now().at - TimeDelta::days(4));
    let mut acme = acme();
    acme.people.push(dana);
    let what = EventKind::Rejected { person: Some(dana) };
    acme.events.push(Event {
        id: EventId(Uuid::from_u128(6)),
        at,
        what,
        letter: None,
        against_advice: false,
    });
    let mut records = Records::default();
    records.people.insert(dana, Person::new(dana, "Dana", Role::Recruiter));
    records.opportunities.insert(acme.id, acme.clone());
    let page = OpportunityPage::of(acme.id, &records, &plan(&records, &now()), &now()).unwrap();
    let tasks: Vec<Task> = page.cards().iter().map(|card| card.key.task).collect();
    assert_eq!(tasks, [Task::ReplyToRejection, Task::LinkedinRequest]);
    assert!(page.moment.is_some());
}

#[test]
fn whoever_can_be_told_of_an_offer_is_let_go_only_otherwise_and_not_today() {
    let hours = |n| now().at - TimeDelta::hours(n);
    // Acme fell silent months ago; Bolt made an offer today.
    let mut acme = acme();
    let round = Round::new(RoundId(Uuid::from_u128(2)), hours(24 * 90), hours(24 * 90 - 1));
    acme.rounds.push(Round { course: Some(Course::default()), ..round });
    let mut bolt = Opportunity::new(OpportunityId(Uuid::from_u128(7)), "Bolt", "Analyst");
    let mut records = Records::default();
    records.opportunities.insert(acme.id, acme.clone());
    let titles = |records: &Records| {
        let plan = plan(records, &now());
        let page = OpportunityPage::of(acme.id, records, &plan, &now()).unwrap();
        let today = Today::of(&[99; PARTS], records, &plan, &now()).cards();
        let of_acme = |cards: &[Card]| -> Vec<String> {
            let both = |card: &&Card| matches!(card.key.task, Task::MoveOn | Task::TellOthers);
            cards.iter().filter(both).map(|card| card.title.clone()).collect()
        };
        (of_acme(&page.cards()), of_acme(&today))
    };
    let alone = vec!["Move on from Acme".to_owned()];
    assert_eq!(titles(&records), (alone.clone(), alone));
    bolt.offers.push(Offer::new(OfferId(Uuid::from_u128(8)), hours(2)));
    records.opportunities.insert(bolt.id, bolt);
    let told = "Tell Acme that you have an offer".to_owned();
    let otherwise = "Otherwise, move on from Acme".to_owned();
    assert_eq!(titles(&records), (vec![told.clone(), otherwise], vec![told]));
}

#[test]
fn what_another_company_has_announced_for_after_a_deadline_is_said_on_both_pages() {
    let days = |n| now().at + TimeDelta::days(n);
    let mut acme = acme();
    acme.offers
        .push(Offer { respond_by: Some(days(3)), ..Offer::new(OfferId(Uuid::from_u128(8)), now().at) });
    let said = |round: Option<i64>, promised: Option<i64>| {
        let mut bolt = Opportunity::new(OpportunityId(Uuid::from_u128(7)), "Bolt", "Analyst");
        let held = Round::new(RoundId(Uuid::from_u128(2)), days(-5), days(-4));
        bolt.rounds.push(Round { course: Some(Course::default()), ..held });
        bolt.rounds.extend(round.map(|n| Round::new(RoundId(Uuid::from_u128(3)), days(n), days(n))));
        let word = promised.map(|n| EventKind::reply(None, Some(when::day_of(days(n), &now()))));
        bolt.events.extend(word.map(|what| Event {
            id: EventId(Uuid::from_u128(4)),
            at: days(-1),
            what,
            letter: None,
            against_advice: false,
        }));
        let mut records = Records::default();
        let ids = [acme.id, bolt.id];
        records.opportunities.extend([(acme.id, acme.clone()), (bolt.id, bolt)]);
        let plan = plan(&records, &now());
        let [acme, bolt] = ids.map(|id| OpportunityPage::of(id, &records, &plan, &now()).unwrap());
        (acme.offers[0].crosses.concat(), bolt.crossed.concat())
    };
    let (here, there) = said(Some(5), None);
    assert_eq!(here, "Round 2 at Bolt is on Saturday, after this deadline.");
    assert_eq!(there, "Acme wants an answer to its offer by 15:00 on Thursday; round 2 here is on Saturday.");
    assert_eq!(said(Some(2), Some(5)), Default::default(), "while a round is coming, its day counts");
    let (here, there) = said(None, Some(5));
    assert_eq!(here, "Bolt answers by Saturday 7 March, after this deadline.");
    assert!(there.ends_with("this answer is promised by Saturday 7 March."), "{there}");
}

#[test]
fn how_a_person_is_reached_is_said_as_far_as_it_is_known() {
    let dana = PersonId(Uuid::from_u128(5));
    let mut one = acme();
    one.people.push(dana);
    let mut person = Person::new(dana, "Dana", Role::Recruiter);
    let reach = |one: &Opportunity, person: &Person| {
        let mut records = Records::default();
        records.people.insert(dana, person.clone());
        timeline::reach(dana, &History::of(one, &records.people, now().at), &records).to_owned()
    };
    assert_eq!(reach(&one, &person), "no address yet");
    let what = EventKind::ContactFound { person: dana };
    one.events.push(Event {
        id: EventId(Uuid::from_u128(6)),
        at: now().at,
        what,
        letter: None,
        against_advice: false,
    });
    assert_eq!(reach(&one, &person), "you can reach them");
    person.linkedin = "linkedin.com/in/dana".to_owned();
    assert_eq!(reach(&one, &person), "on LinkedIn");
    person.phone = "+1 555 0100".to_owned();
    assert_eq!(reach(&one, &person), "+1 555 0100");
    person.email = Some("dana@acme.example".to_owned());
    assert_eq!(reach(&one, &person), "dana@acme.example");
}

#[test]
fn an_offer_that_went_with_a_no_waits_for_no_answer() {
    let mut acme = acme();
    let by = Some(now().at + TimeDelta::days(2));
    let made = now().at - TimeDelta::days(3);
    acme.offers.push(Offer { respond_by: by, ..Offer::new(OfferId(Uuid::from_u128(7)), made) });
    let waits = |acme: &Opportunity| {
        let offer = page(acme.clone()).offers.remove(0);
        (offer.undecided, offer.deadline.is_some())
    };
    assert_eq!(waits(&acme), (true, true));
    acme.events.push(Event {
        id: EventId(Uuid::from_u128(6)),
        at: now().at - TimeDelta::days(1),
        what: EventKind::Rejected { person: None },
        letter: None,
        against_advice: false,
    });
    assert_eq!(waits(&acme), (false, false));
}

#[test]
fn what_is_put_off_is_not_what_comes_first() {
    use crate::commands::{Command, apply};
    use crate::model::{Mark, NumberedIds, Offer, OfferId};
    let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), chrono_tz::America::New_York);
    let id = OpportunityId(uuid::Uuid::from_u128(1));
    let mut acme = Opportunity::new(id, "Acme", "Analyst");
    let received = now.at - chrono::TimeDelta::hours(1);
    let made = Offer::new(OfferId(uuid::Uuid::from_u128(2)), received);
    acme.offers.push(Offer { acknowledged: Some(received), ..made });
    let mut records = Records { opportunities: [(id, acme)].into(), ..Records::default() };
    let page = |records: &Records| {
        OpportunityPage::of(id, records, &crate::etiquette::plan(records, &now), &now).unwrap()
    };
    let first = page(&records).next.unwrap().key;
    assert_eq!(first.task, Task::GetItInWriting);
    let mark = Mark::Snoozed(now.at + chrono::TimeDelta::hours(24));
    apply(&mut records, Command::MarkAction { key: first, mark }, now.at, &mut NumberedIds(9)).unwrap();
    let put_off = page(&records);
    assert_eq!(put_off.next.as_ref().unwrap().key.task, Task::DecideOffer);
    assert!(put_off.groups[1].lines.iter().any(|line| line.title == "Ask Acme for the offer in writing"));
}
