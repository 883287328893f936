//! Each reason in words.

use super::*;
use crate::etiquette::{Plan, plan};
use crate::model::{
    Course, Event, EventId, EventKind, Letter, Met, Opportunity, OpportunityId, Person, ReplyBy, Role, Round,
    RoundId, Task, uuid_v7,
};
use chrono::Utc;

fn on(day: u32, hour: u32) -> Stamp {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap().and_hms_opt(hour, 0, 0).unwrap().and_utc().into()
}

/// Dana Reyes of Acme was met on Tuesday 3 March 2026, and an answer promised by Friday 13 March.
fn records() -> Records {
    let dana = PersonId(uuid_v7(0, [1; 10]));
    let mut round = Round::new(RoundId(uuid_v7(0, [2; 10])), on(3, 10), on(3, 11));
    let reply_by = ReplyBy::Date(NaiveDate::from_ymd_opt(2026, 3, 13).unwrap());
    round.course = Some(Course { met: vec![Met::new(dana)], reply_by, ..Course::default() });
    let mut acme = Opportunity::new(OpportunityId(uuid_v7(0, [3; 10])), "Acme", "Analyst");
    acme.rounds.push(round);
    let mut records = Records::default();
    records.people.insert(dana, Person::new(dana, "Dana Reyes", Role::HiringManager));
    records.opportunities.insert(acme.id, acme);
    records
}

fn planned(at: Stamp) -> Plan {
    plan(&records(), &Now::new(at, Utc))
}

fn said(task: Task, at: Stamp) -> String {
    let plan = planned(at);
    let action = plan.actions.iter().find(|action| action.task() == task).unwrap();
    why(action, &records(), &Now::new(at, Utc))
}

#[test]
fn names_from_right_to_left_are_set_apart() {
    let mut records = records();
    records.people.values_mut().for_each(|person| person.name = "דנה רייס".to_owned());
    let acme = records.opportunities.values_mut().next().unwrap();
    acme.company = "אבגד".to_owned();
    let said = |records: &Records, at: Stamp| -> Vec<String> {
        let now = Now::new(at, Utc);
        plan(records, &now).actions.iter().map(|it| why(it, records, &now)).collect()
    };
    let thanks = said(&records, on(3, 12));
    assert!(thanks.iter().any(|why| why == "\u{2068}דנה\u{2069} made time for you."), "{thanks:?}");
    let (id, what) = (EventId(uuid_v7(0, [8; 10])), EventKind::Rejected { person: None });
    let acme = records.opportunities.values_mut().next().unwrap();
    acme.events.push(Event { id, at: on(9, 10), what, letter: None, against_advice: false });
    let said = said(&records, on(9, 12));
    assert!(said.iter().any(|why| why.starts_with("\u{2068}אבגד\u{2069} said no.")), "{said:?}");
}

#[test]
fn a_promise_is_told_with_its_own_day() {
    assert_eq!(
        said(Task::FollowUp, on(4, 9)),
        "They promised an answer by Friday 13 March; give them that day."
    );
    assert_eq!(
        said(Task::FollowUp, on(14, 9)),
        "They promised an answer by Friday 13 March, and that day is over; give them a little longer.",
        "on the Saturday"
    );
    assert_eq!(
        said(Task::FollowUp, on(17, 9)),
        "They promised an answer by Friday 13 March, and that day is over."
    );
}

#[test]
fn people_go_by_their_first_names() {
    assert_eq!(said(Task::ThankYou, on(3, 12)), "Dana made time for you.");
    assert_eq!(said(Task::FindContact, on(3, 12)), "Your thank-you to Dana waits for an address.");
}

/// An action of Acme and Dana, for that reason, told on 4 March at nine.
fn worded(reason: Reason) -> String {
    worded_at(reason, &Now::new(on(4, 9), Utc))
}

fn worded_at(reason: Reason, now: &Now<Utc>) -> String {
    let plan = planned(on(3, 12));
    let mut action = plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap().clone();
    action.reason = reason;
    why(&action, &records(), now)
}

#[test]
fn each_reason_is_told_with_its_own_facts() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    for (reason, told) in [
        (Reason::TheyDecide, "Dana decides, though you did not meet."),
        (Reason::Announced(Some(on(3, 12))), "Your thank-you went out yesterday; a request may follow it."),
        (Reason::RecruiterAfterwards, "This job is closed, but the recruiter of Acme fills others, too."),
        (Reason::AskedFor(day(5)), "They asked for it by tomorrow."),
        (Reason::StillSilent(day(3)), "You asked yesterday; nothing came so far."),
        (Reason::TheySaidNo, "Acme said no. Thank them and stay open: another job there may come up."),
        (Reason::LastContact(day(3)), "You were last in touch yesterday."),
        (Reason::Quiet(Some(day(3))), "Your last step was yesterday, and nothing is signed yet."),
        (Reason::TheyOffered, "Acme made you an offer."),
        (Reason::Undecided(2), "Two offers wait for your answer; with more than one you can negotiate."),
        (Reason::NotAnnounced, "You did not ask, and no thank-you will announce it. Say where you met."),
        (Reason::SinceSent(day(3)), "You sent them what they wanted yesterday; give them time for it."),
        (
            Reason::SinceNews(day(3)),
            "Things changed yesterday, and they named no date; it often takes longer than they expect.",
        ),
        (
            Reason::DeadlineBeforeRound(on(6, 10)),
            "The offer wants an answer before your next round with Acme, Friday.",
        ),
        (Reason::CalledOff(on(6, 10)), "The round of Friday is off, and no other day is known."),
        (Reason::TheyAsk(day(3)), "They wrote yesterday and want an answer."),
        (Reason::OfferElsewhere(None), "You have an offer, and Acme is still deciding."),
    ] {
        assert_eq!(worded(reason), told);
    }
}

#[test]
fn all_whose_address_is_missing_are_named() {
    let mut records = records();
    let acme = records.opportunities.values_mut().next().unwrap();
    let ivo = PersonId(uuid_v7(0, [5; 10]));
    acme.rounds[0].course.as_mut().unwrap().met.push(Met::new(ivo));
    records.people.insert(ivo, Person::new(ivo, "Ivo Brandt", Role::Interviewer));
    let plan = plan(&records, &Now::new(on(3, 12), Utc));
    let action = plan.actions.iter().find(|action| action.task() == Task::FindContact).unwrap();
    let told = why(action, &records, &Now::new(on(3, 12), Utc));
    assert_eq!(told, "Your thank-yous to Dana and Ivo wait for their addresses.");
    let nobody = Action { people: Vec::new(), ..action.clone() };
    let told = why(&nobody, &records, &Now::new(on(3, 12), Utc));
    assert_eq!(told, "Your thank-yous wait for an address.");
}

#[test]
fn a_thank_you_said_that_a_request_would_come_only_where_it_did() {
    let plan = planned(on(3, 12));
    let mut action = plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap().clone();
    action.reason = Reason::Announced(Some(on(3, 12)));
    let (person, round) = (action.key.person.unwrap(), action.key.round.unwrap());
    let mut records = records();
    let acme = records.opportunities.values_mut().next().unwrap();
    acme.events.push(Event {
        id: EventId(uuid_v7(0, [4; 10])),
        at: on(3, 12),
        what: EventKind::ThankYouSent { person, round },
        letter: Some(Box::new(Letter {
            subject: String::new(),
            body: "May I add you on LinkedIn?".to_owned(),
        })),
        against_advice: false,
    });
    let told = why(&action, &records, &Now::new(on(4, 9), Utc));
    assert_eq!(told, "Your thank-you yesterday said that it would come.");
}

#[test]
fn a_deadline_at_midnight_is_the_end_of_the_day_before() {
    let by = |at| worded(Reason::DecideBy(Some(at)));
    assert_eq!(
        by(on(6, 0)),
        "They wait for your answer until the end of tomorrow; nothing is final before a signature."
    );
    assert_eq!(
        by(on(5, 17)),
        "They wait for your answer until tomorrow, 17:00; nothing is final before a signature."
    );
    let twelve = Now { hours: words::HourCycle::Twelve, ..Now::new(on(4, 9), Utc) };
    let by = |at| worded_at(Reason::DecideBy(Some(at)), &twelve);
    assert_eq!(
        by(on(6, 0)),
        "They wait for your answer until the end of tomorrow; nothing is final before a signature.",
        "however hours are counted"
    );
    assert_eq!(
        by(on(5, 17)),
        "They wait for your answer until tomorrow, 5:00\u{a0}PM; nothing is final before a signature."
    );
}

#[test]
fn too_few_are_counted_in_words() {
    for (active, told) in [(0, "Nothing else is"), (1, "Only one is"), (2, "Only two are")] {
        let said = worded(Reason::TooFew(active));
        assert!(said.starts_with(&format!("{told} under way. ")), "{said}");
    }
}
