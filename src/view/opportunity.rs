//! One opportunity: where it stands, what is next, its weeks, what happened.

use super::may_ask::MayAsk;
use super::today::order_key;
use super::{
    Card, EntrySource, HistoryEntry, Line, Lines, Route, Section, Stage, Timeline, bundles, card, choices,
    history, rejection_note, when,
};
use crate::etiquette::{Action, History, Now, Plan, Status, WorkCalendar};
use crate::model::{ActionKey, Offer, OfferId, Opportunity, OpportunityId, PersonId, Records, Task};
use chrono::TimeZone;

/// What the screen of one opportunity shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpportunityPage {
    /// The id of the opportunity.
    pub id: OpportunityId,
    /// The company.
    pub company: String,
    /// The job.
    pub role: String,
    /// Its stage.
    pub stage: Stage,
    /// The advertisement's address, where it is one that may be opened.
    pub link: Option<String>,
    /// The user's notes.
    pub notes: String,
    /// A kind word after a rejection.
    pub rejection_note: Option<String>,
    /// What can be done now, in the order in which Today asks for it.
    pub now: Section,
    /// The rounds that are still to come, the next one first.
    pub rounds: Vec<HistoryEntry>,
    /// What comes later.
    pub later: Lines,
    /// Its weeks, drawn.
    pub timeline: Option<Timeline>,
    /// Whether the user may ask where things stand.
    pub may_ask: MayAsk,
    /// Its offers.
    pub offers: Vec<OfferLine>,
    /// Its people, each with a way to reach them.
    pub people: Vec<Line>,
    /// What happened, the newest first.
    pub entries: Vec<HistoryEntry>,
}

/// An offer, and what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is said of it or not, whatever the others are
pub struct OfferLine {
    /// The offer.
    pub id: OfferId,
    /// "In writing, since Tuesday".
    pub state: String,
    /// "Answer by the end of Friday".
    pub deadline: Option<String>,
    /// What it offers.
    pub terms: String,
    /// Whether it is neither signed nor declined.
    pub undecided: bool,
    /// The address of the letter that answers it.
    pub answer: String,
    /// Whether it is undecided and not yet in writing.
    pub spoken: bool,
    /// Whether it is undecided and they were not thanked for it.
    pub unthanked: bool,
    /// Whether it is signed or undecided, so that they can take it back.
    pub held: bool,
}

impl OpportunityPage {
    /// The page at a moment; `None` where the opportunity was removed.
    pub fn of<Tz: TimeZone>(
        id: OpportunityId,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let one = records.opportunities.get(&id)?;
        let history = History::of(one, &records.people, now.at);
        let mut actions: Vec<&Action> = plan.of(id).collect();
        crate::order::by_key(&mut actions, |action| order_key(action, now));
        let (cards, coming) = cards_and_lines(&actions, one, records, plan, now);
        let entries = history::entries(one, records, now);
        let timeline = Timeline::of(one, &actions, &entries, records, now);
        let (mut rounds, entries): (Vec<HistoryEntry>, Vec<HistoryEntry>) = entries
            .into_iter()
            .partition(|entry| matches!(entry.of, EntrySource::Round(_)) && entry.at > now.at);
        rounds.reverse();
        Some(Self {
            id,
            company: one.company.clone(),
            role: one.role.clone(),
            stage: Stage::of(&history),
            link: safe_link(&one.link),
            notes: one.notes.clone(),
            rejection_note: rejection_note::at(&history, now),
            now: Section { all: cards.len(), cards },
            later: Lines { all: coming.len(), lines: coming },
            rounds,
            timeline,
            may_ask: MayAsk::of(one, records, plan, now),
            offers: offers(one, &history, now),
            people: one.everyone().into_iter().filter_map(|id| person(id, &history, records)).collect(),
            entries,
        })
    }
}

/// A card for each action that can be done now, and a line for each that is still to come.
fn cards_and_lines<Tz: TimeZone>(
    actions: &[&Action],
    one: &Opportunity,
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> (Vec<Card>, Vec<Line>) {
    let calendar = WorkCalendar::of(&records.settings);
    let otherwise = card::otherwise_let_go(actions, &one.company);
    let (mut cards, mut lines) = (Vec::new(), Vec::new());
    for action in actions {
        let bundles = [bundles::around(action, plan)];
        let otherwise = otherwise.as_ref().filter(|_| action.task() == Task::MoveOn);
        match action.status {
            Status::Open | Status::Overdue => {
                let mut card = Card::of(action, &bundles, records, &calendar, now);
                if let Some(title) = otherwise {
                    card.title.clone_from(title);
                    "If they stay silent about your offer, too".clone_into(&mut card.about);
                }
                cards.push(card);
            }
            Status::Upcoming | Status::Blocked => {
                let mut line = card::coming(action, &bundles, records, now);
                if let Some(title) = otherwise {
                    line.title.clone_from(title);
                }
                lines.push(line);
            }
            Status::Missed | Status::Done | Status::Skipped => {}
        }
    }
    (cards, lines)
}

fn offers<Tz: TimeZone>(one: &Opportunity, history: &History<'_>, now: &Now<Tz>) -> Vec<OfferLine> {
    let mut offers: Vec<&Offer> = one.offers.iter().collect();
    crate::order::by_key(&mut offers, |offer| std::cmp::Reverse((offer.received, offer.id)));
    offers
        .into_iter()
        .map(|offer| {
            let undecided = history.decided_at(offer).is_none() && offer.retracted.is_none();
            offer_line(one.id, offer, undecided, now)
        })
        .collect()
}

fn offer_line<Tz: TimeZone>(home: OpportunityId, offer: &Offer, undecided: bool, now: &Now<Tz>) -> OfferLine {
    let (word, since) = match (offer.retracted, offer.signed, offer.declined, offer.written) {
        (Some(at), ..) => ("Taken back", at),
        (_, Some(at), ..) => ("Signed", at),
        (_, _, Some(at), _) => ("Declined", at),
        (.., Some(at)) => ("In writing", at),
        _ => ("Spoken", offer.received),
    };
    OfferLine {
        id: offer.id,
        state: format!("{word} {}", when::back_then(since, now)),
        deadline: offer
            .respond_by
            .filter(|_| undecided)
            .map(|by| format!("They want your answer by {}", when::end(by, now))),
        terms: offer.terms.clone(),
        undecided,
        answer: Route::Write(ActionKey {
            opportunity: Some(home),
            offer: Some(offer.id),
            ..ActionKey::new(Task::DecideOffer)
        })
        .href(),
        spoken: undecided && offer.written.is_none(),
        unthanked: undecided && offer.acknowledged.is_none(),
        held: offer.retracted.is_none() && offer.declined.is_none(),
    }
}

fn person(id: PersonId, history: &History<'_>, records: &Records) -> Option<Line> {
    let person = records.people.get(&id)?;
    let noted = [person.email.as_deref().unwrap_or_default(), person.phone.as_str()];
    let noted = noted.into_iter().map(str::trim).find(|way| !way.is_empty());
    let reach = match noted {
        Some(way) => way,
        None if !person.linkedin.trim().is_empty() => "on LinkedIn",
        None if history.contact_found(id).is_some() => "you can reach them",
        None => "no address yet",
    };
    Some(Line {
        title: person.name.clone(),
        href: Some(Route::Person(id).href()),
        about: choices::role_of(person).to_owned(),
        side: vec![reach.to_owned()],
        ..Line::default()
    })
}

/// A link as it may be opened: http or https, and nothing that a browser would run. `None` for anything else.
pub fn safe_link(link: &str) -> Option<String> {
    let link = link.trim();
    let scheme = link.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https") => Some(link.to_owned()),
        Some(_) => None,
        None if link.contains(':') || !link.contains('.') || link.contains(char::is_whitespace) => None,
        None => Some(format!("https://{link}")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, Today};
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Course, Event, EventId, EventKind, Person, Role, Round, RoundId, Stamp};
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
            let round =
                Round { title: title.to_owned(), ..Round::new(id, starts, starts + TimeDelta::hours(1)) };
            acme.rounds.push(round);
        }
        let page = page(acme);
        let lines =
            |entries: &[HistoryEntry]| entries.iter().map(|entry| entry.what.clone()).collect::<Vec<_>>();
        assert_eq!(lines(&page.rounds), ["On-site", "Final round"]);
        assert_eq!(lines(&page.entries), ["Phone screen"]);
        assert_eq!(page.timeline.unwrap().marks.len(), 3, "all of them are drawn");
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
        let tasks: Vec<Task> = page.now.cards.iter().map(|card| card.key.task).collect();
        assert_eq!(tasks, [Task::ReplyToRejection, Task::LinkedinRequest]);
        assert!(page.rejection_note.is_some());
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
            let today = Today::of(&Limits::default(), records, &plan, &now());
            let today: Vec<Card> = [today.late, today.today, today.week]
                .into_iter()
                .flat_map(|it| it.cards)
                .chain(today.next)
                .collect();
            let of_acme = |cards: &[Card]| -> Vec<String> {
                let both = |card: &&Card| matches!(card.key.task, Task::MoveOn | Task::TellOthers);
                cards.iter().filter(both).map(|card| card.title.clone()).collect()
            };
            let weeks: Vec<String> = page.timeline.unwrap().rows.into_iter().map(|row| row.title).collect();
            let let_go = page.now.cards.iter().find(|card| card.key.task == Task::MoveOn).unwrap();
            assert!(weeks.contains(&let_go.title), "the weeks call it as the card does: {weeks:?}");
            (of_acme(&page.now.cards), of_acme(&today))
        };
        let alone = vec!["Let Acme go".to_owned()];
        assert_eq!(titles(&records), (alone.clone(), alone));
        bolt.offers.push(Offer::new(OfferId(Uuid::from_u128(8)), hours(2)));
        records.opportunities.insert(bolt.id, bolt);
        let told = "Tell Acme that you have an offer".to_owned();
        let otherwise = "Otherwise, let Acme go".to_owned();
        assert_eq!(titles(&records), (vec![told.clone(), otherwise], vec![told]));
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
            super::person(dana, &History::of(one, &records.people, now().at), &records)
                .unwrap()
                .side
                .remove(0)
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
    fn only_addresses_of_the_web_are_opened() {
        assert_eq!(safe_link("https://acme.example/jobs/1").as_deref(), Some("https://acme.example/jobs/1"));
        assert_eq!(safe_link(" acme.example/jobs ").as_deref(), Some("https://acme.example/jobs"));
        for link in
            ["javascript:alert(1)", "data:text/html,<p>", " JavaScript://x.y/%0aalert(1)", "ask Dana", ""]
        {
            assert_eq!(safe_link(link), None, "{link}");
        }
    }
}
