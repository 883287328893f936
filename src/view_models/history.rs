//! The history of an opportunity: applications, rounds, events and offers, the newest first.

use super::round_name::{round_name, the_round};
use super::when;
use crate::etiquette::Now;
use crate::model::{
    Event, EventId, EventKind, Letter, Mark, Offer, OfferId, Opportunity, PersonId, Records, ReplyBy, Round,
    RoundId, Stamp, Task, WantsAnswer,
};
use crate::words;
use chrono::TimeZone;
use std::borrow::Cow;

/// An entry of the history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HistoryEntry {
    /// The record that it is made from.
    pub of: EntrySource,
    /// When it happened.
    pub at: Stamp,
    /// When, in words: "today, 14:00".
    pub when: String,
    /// What happened: "You thanked Dana Reyes".
    pub what: String,
    /// Further sentences: who was met, what they promised; may be empty.
    pub more: String,
    /// The letter that was sent, or the user's note.
    pub letter: Option<Letter>,
}

/// The record that an entry is made from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EntrySource {
    /// The opportunity itself: when the user applied.
    Applied,
    /// A round.
    Round(RoundId),
    /// An event.
    Event(EventId),
    /// An offer.
    Offer(OfferId),
}

/// All entries, the newest first; rounds to come are among them.
pub fn entries<Tz: TimeZone>(
    opportunity: &Opportunity,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<HistoryEntry> {
    let applied =
        opportunity.applied.map(|at| entry(EntrySource::Applied, at, "You applied".to_owned(), now));
    let rounds = opportunity.rounds.iter().map(|round| of_round(opportunity, round, records, now));
    let offers = opportunity.offers.iter().flat_map(|offer| of_offer(offer, records, now));
    let events = opportunity.events.iter().filter(|event| !is_told_beside(event, opportunity));
    let events = events.filter_map(|event| of_event(opportunity, event, records, now));
    let mut all: Vec<HistoryEntry> = applied.into_iter().chain(rounds).chain(offers).chain(events).collect();
    crate::sorting::by_key(&mut all, |entry| std::cmp::Reverse((entry.at, entry.of)));
    all
}

fn entry<Tz: TimeZone>(of: EntrySource, at: Stamp, what: String, now: &Now<Tz>) -> HistoryEntry {
    HistoryEntry { of, at, when: when::time(at, now), what, more: String::new(), letter: None }
}

fn name(records: &Records, person: Option<PersonId>) -> Cow<'_, str> {
    person.and_then(|id| records.people.get(&id)).map_or("".into(), |person| words::isolated(&person.name))
}

/// The name, or "them".
fn them(records: &Records, person: Option<PersonId>) -> Cow<'_, str> {
    Some(name(records, person)).filter(|name| !name.is_empty()).unwrap_or("them".into())
}

/// The name, or "They".
fn they(records: &Records, person: Option<PersonId>) -> Cow<'_, str> {
    Some(name(records, person)).filter(|name| !name.is_empty()).unwrap_or("They".into())
}

fn of_round<Tz: TimeZone>(
    opportunity: &Opportunity,
    round: &Round,
    records: &Records,
    now: &Now<Tz>,
) -> HistoryEntry {
    let what = words::capitalized(&round_name(opportunity, round.id));
    let mut line = entry(EntrySource::Round(round.id), round.starts, what, now);
    if let Some(off) = round.off {
        // It did not happen: what happened is that it was called off.
        return HistoryEntry {
            more: format!("It was planned for {}.", when::time(round.starts, now)),
            ..entry(EntrySource::Round(round.id), off, format!("{} did not take place", line.what), now)
        };
    }
    if round.start_guessed {
        line.when = format!("ended {}", when::time(round.ends, now));
        line.at = round.ends;
    }
    let people = match &round.course {
        Some(course) => course.met.iter().map(|met| met.person).collect(),
        None => round.expected.clone(),
    };
    let names: Vec<Cow<'_, str>> =
        people.iter().map(|id| name(records, Some(*id))).filter(|name| !name.is_empty()).collect();
    let mut more: Vec<String> =
        round.moved_from.map(|from| moved(from, round.starts, now)).into_iter().collect();
    if !names.is_empty() {
        more.push(format!("With {}.", words::list(&names)));
    }
    if !round.place.is_empty() {
        more.push(format!("{}.", words::isolated(round.place.trim_end_matches('.'))));
    }
    if let Some(course) = &round.course {
        more.extend(match course.reply_by {
            ReplyBy::Date(by) => Some(format!("They promised an answer by {}.", when::by_day(by, now))),
            ReplyBy::NotTold => Some("They named no date.".to_owned()),
            ReplyBy::NotRecorded => None,
        });
    }
    line.more = more.join(" ");
    line
}

/// "It was moved from Tuesday 3 March to Thursday 5 March."
fn moved<Tz: TimeZone>(from: Stamp, to: Stamp, now: &Now<Tz>) -> String {
    let (from, to) = (from.with_timezone(&now.zone), to.with_timezone(&now.zone));
    let (was, is) = if from.date_naive() == to.date_naive() {
        (words::clock(from.time(), now.hours), words::clock(to.time(), now.hours))
    } else {
        let date = |day| words::date(day, when::today(now));
        (date(from.date_naive()), date(to.date_naive()))
    };
    format!("It was moved from {was} to {is}.")
}

/// That an offer was made, and what became of it, each on its day.
fn of_offer<Tz: TimeZone>(offer: &Offer, records: &Records, now: &Now<Tz>) -> Vec<HistoryEntry> {
    let made = format!("{} made you an offer", they(records, offer.made_by));
    let steps = [
        (Some(offer.received), made.as_str()),
        (offer.written.filter(|at| *at > offer.received), "The offer came in writing"),
        (offer.accepted, "You said yes to the offer"),
        (offer.signed, "You signed the offer"),
        (offer.declined, "You declined the offer"),
        (offer.retracted, "They took the offer back"),
    ];
    let dated = steps.into_iter().filter_map(|(at, what)| Some((at?, what)));
    dated.map(|(at, what)| entry(EntrySource::Offer(offer.id), at, what.to_owned(), now)).collect()
}

/// Whether it only says that a letter was contact, of which another event says more.
fn is_told_beside(event: &Event, opportunity: &Opportunity) -> bool {
    let is_contact = |event: &Event| matches!(event.what, EventKind::ContactMade { .. });
    let mut others = opportunity.events.iter().filter(|other| other.at == event.at && !is_contact(other));
    is_contact(event)
        && event.letter.is_none()
        && others.any(|other| !matches!(other.what, EventKind::ContactFound { .. }))
}

fn of_event<Tz: TimeZone>(
    opportunity: &Opportunity,
    event: &Event,
    records: &Records,
    now: &Now<Tz>,
) -> Option<HistoryEntry> {
    let what = what(opportunity, event, records, now)?;
    let against = if event.against_advice { ", against the advice" } else { "" };
    let line = entry(EntrySource::Event(event.id), event.at, format!("{what}{against}"), now);
    Some(HistoryEntry { letter: event.letter.as_deref().cloned(), ..line })
}

/// What happened, in a sentence; `None` for a snooze.
fn what<Tz: TimeZone>(
    opportunity: &Opportunity,
    event: &Event,
    records: &Records,
    now: &Now<Tz>,
) -> Option<String> {
    Some(match &event.what {
        EventKind::Assessed { round } => format!("You looked back at {}", the_round(opportunity, *round)),
        EventKind::ContactFound { person } => {
            format!("You found out how to reach {}", them(records, Some(*person)))
        }
        EventKind::ThankYouSent { person, .. } => format!("You thanked {}", them(records, Some(*person))),
        EventKind::LinkedinSent { person } => {
            format!("You sent {} a LinkedIn request", them(records, Some(*person)))
        }
        EventKind::Connected { person } => {
            format!("{} and you are connected on LinkedIn", they(records, Some(*person)))
        }
        EventKind::Delivered { item, .. } => {
            let courses = opportunity.rounds.iter().filter_map(|round| round.course.as_ref());
            let asked = courses.flat_map(|course| &course.deliver).find(|asked| asked.id == *item);
            format!(
                "You sent {}",
                asked.map_or("what they asked for".into(), |asked| words::isolated(&asked.what))
            )
        }
        EventKind::FollowUpSent { person } => {
            format!("You asked {} where things stand", them(records, *person))
        }
        EventKind::ReplyReceived { person, reply_by, wants_answer } => {
            let by = reply_by.map(|by| format!("named {}", when::day(by, now)));
            let wants = match wants_answer {
                WantsAnswer::No => None,
                WantsAnswer::Yes => Some("wanted an answer".to_owned()),
                WantsAnswer::By(day) => Some(format!("wanted an answer by {}", when::by_day(*day, now))),
            };
            let said = [by, wants].into_iter().flatten().map(|said| format!(", and {said}"));
            format!("{} wrote{}", they(records, *person), said.collect::<String>())
        }
        EventKind::Rejected { person } => format!("{} said no", they(records, *person)),
        EventKind::Withdrawn => "You withdrew".to_owned(),
        EventKind::ClosedSilent => "You took their silence as an answer".to_owned(),
        EventKind::ContactMade { person } => {
            let subject = event.letter.as_ref().map(|letter| letter.subject.trim());
            match subject.filter(|subject| !subject.is_empty()) {
                Some(subject) => format!("You wrote to {}: {subject}", them(records, Some(*person))),
                None => format!("You were in contact with {}", them(records, Some(*person))),
            }
        }
        EventKind::Marked { mark: Mark::Snoozed(_), .. } => return None,
        EventKind::Marked { mark: Mark::Done, action } => {
            let own = |offer| opportunity.offers.iter().any(|own| Some(own.id) == offer);
            match said(action.task) {
                _ if action.task == Task::AskForTime && own(action.offer) => {
                    "You asked for more time".to_owned()
                }
                Some(said) => said.to_owned(),
                None => format!("Done: {}", words::task(action.task)),
            }
        }
        EventKind::Marked { mark: Mark::Skipped, action } => {
            format!("Skipped: {}", words::task(action.task))
        }
    })
}

/// What the user said to them, where a letter that was sent is only marked as done.
fn said(task: Task) -> Option<&'static str> {
    Some(match task {
        Task::ReplyToRejection => "You thanked them for their answer",
        Task::AcknowledgeOffer => "You thanked them for the offer",
        Task::GetItInWriting => "You asked for the offer in writing",
        Task::TellOthers => "You told them that you have an offer",
        Task::AskForTime => "For their sake you asked another company for more time",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Course, OpportunityId};
    use chrono::{TimeDelta, Utc};
    use uuid::Uuid;

    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc) // 2 March 2026, 15:00
    }

    fn acme(round: Round) -> Opportunity {
        let mut acme = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst");
        acme.rounds.push(round);
        acme
    }

    fn round(from_now: i64) -> Round {
        let starts = now().at + TimeDelta::hours(from_now);
        Round::new(RoundId(Uuid::from_u128(2)), starts, starts + TimeDelta::hours(1))
    }

    #[test]
    fn of_a_round_whose_start_nobody_told_the_history_says_only_when_it_ended() {
        let when = |start_guessed| {
            let round = Round { start_guessed, course: Some(Course::default()), ..round(-2) };
            entries(&acme(round), &Records::default(), &now()).remove(0).when
        };
        assert_eq!(when(false), "today, 13:00");
        assert_eq!(when(true), "ended today, 14:00");
    }

    #[test]
    fn a_round_that_was_moved_says_from_when() {
        let more = |hours_before| {
            let round = round(72);
            let moved_from = Some(round.starts - TimeDelta::hours(hours_before));
            entries(&acme(Round { moved_from, ..round }), &Records::default(), &now()).remove(0).more
        };
        assert_eq!(more(48), "It was moved from Tuesday 3 March to Thursday 5 March.");
        assert_eq!(more(2), "It was moved from 13:00 to 15:00.");
        assert_eq!(more(-24 * 300), "It was moved from Wednesday 30 December to Thursday 5 March.");
    }

    #[test]
    fn what_became_of_an_offer_stands_on_its_day() {
        let ago = |days| now().at - TimeDelta::days(days);
        let made = Offer::new(OfferId(Uuid::from_u128(7)), ago(5));
        let made = Offer { written: Some(ago(3)), accepted: Some(ago(2)), signed: Some(ago(1)), ..made };
        let mut acme = acme(round(-24 * 9));
        acme.offers.push(made);
        let entries = entries(&acme, &Records::default(), &now());
        let told: Vec<(&str, Stamp)> = entries.iter().map(|entry| (entry.what.as_str(), entry.at)).collect();
        let offer = [
            ("You signed the offer", ago(1)),
            ("You said yes to the offer", ago(2)),
            ("The offer came in writing", ago(3)),
            ("They made you an offer", ago(5)),
        ];
        assert_eq!(told[..4], offer);
        let in_writing = Offer { written: Some(ago(5)), ..Offer::new(OfferId(Uuid::from_u128(7)), ago(5)) };
        assert_eq!(of_offer(&in_writing, &Records::default(), &now()).len(), 1, "it came so");
    }

    #[test]
    fn what_was_sent_is_said_and_once() {
        use crate::model::ActionKey;
        let dana = PersonId(Uuid::from_u128(5));
        let event = |n, what, letter: Option<&str>| Event {
            id: EventId(Uuid::from_u128(n)),
            at: now().at,
            what,
            letter: letter
                .map(|subject| Box::new(Letter { subject: subject.to_owned(), body: "…".to_owned() })),
            against_advice: false,
        };
        let told = EventKind::marked(Mark::Done, ActionKey::new(Task::TellOthers));
        let contact = EventKind::ContactMade { person: dana };
        let whats = |events: Vec<Event>| -> Vec<String> {
            let mut acme = acme(round(-2));
            acme.rounds.clear();
            acme.events = events;
            entries(&acme, &Records::default(), &now()).into_iter().map(|entry| entry.what).collect()
        };
        assert_eq!(
            whats(vec![event(1, told, Some("News")), event(2, contact.clone(), None)]),
            ["You told them that you have an offer"]
        );
        assert_eq!(
            whats(vec![event(3, contact.clone(), Some("Tomas’ address"))]),
            ["You wrote to them: Tomas’ address"]
        );
        assert_eq!(whats(vec![event(4, contact, None)]), ["You were in contact with them"]);
    }
}
