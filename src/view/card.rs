//! One action as a card: what, for whom, how long it is still right, and why.

use super::{Bar, Filter, Route, Stage, when};
use crate::commands::{Command, Sent};
use crate::etiquette::{self, Action, Now, Playbook, Source, Status, WorkCalendar};
use crate::model::{
    ActionKey, EventKind, Mark, Offer, Opportunity, Person, PersonId, Records, RoundId, Stamp, Task,
};
use crate::words::{capitalized, isolated, possessive};
use chrono::{TimeDelta, TimeZone};
use std::borrow::Cow;

/// One thing to do, ready to be shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Card {
    /// The action.
    pub key: ActionKey,
    /// The actions that are done with it, being one thing to the user.
    pub with: Vec<ActionKey>,
    /// What to do: "Thank Dana Reyes".
    pub title: String,
    /// For whom: "Hiring manager at Northwind, Analyst".
    pub about: String,
    /// How long it is still right.
    pub when: String,
    /// Whether it is past due.
    pub late: bool,
    /// Its window, drawn; `None` where nothing presses.
    pub bar: Option<Bar>,
    /// Why.
    pub why: String,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// A word on the sources: where the chosen playbook is silent, who says otherwise, what is known beside.
    pub notes: Vec<String>,
    /// The main way to do it.
    pub way: Way,
    /// What "it is done" is called here; `None` where only the main way does it.
    pub done: Option<&'static str>,
    /// What there is to go through.
    pub points: Vec<String>,
    /// To whom it goes.
    pub to: Option<PersonId>,
    /// Whether it can be done now; else its time is still to come.
    pub now: bool,
    /// The opportunity's page.
    pub home: Option<Route>,
}

/// The main way to do an action.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Way {
    /// Go somewhere.
    Go {
        /// What the link says.
        label: &'static str,
        /// Where it leads.
        to: Route,
    },
    /// Nothing but do it; then say so.
    Tick,
}

impl Card {
    /// The card of an action.
    pub fn of<Tz: TimeZone>(
        action: &Action,
        records: &Records,
        calendar: &WorkCalendar,
        now: &Now<Tz>,
    ) -> Self {
        let names = Names::of(action, records);
        let window = &action.window;
        Self {
            key: action.key,
            with: Vec::new(),
            title: title(action, &names),
            about: about(action, &names, now),
            when: when_of(action, now),
            late: action.status == Status::Overdue,
            bar: is_drawn(action, now).then(|| Bar::of(window, calendar, now)),
            why: etiquette::why(action, records, now),
            sources: action.sources.iter().collect(),
            notes: notes(action, records),
            way: way(action),
            done: done(action.task()),
            points: points(action, records, now),
            to: action.to,
            now: matches!(action.status, Status::Open | Status::Overdue),
            home: action.opportunity().map(Route::Opportunity),
        }
    }
}

/// A window without an end says nothing once its due time is long over, nor does one without any end at all.
fn is_drawn<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> bool {
    let (due, closes) = (action.window.due, action.window.closes);
    closes.is_some() || due.is_some_and(|due| now.at - due < TimeDelta::days(7))
}

/// Where the chosen playbook is silent, who says otherwise, and what is known beside.
fn notes(action: &Action, records: &Records) -> Vec<String> {
    let silent = "Your playbook says nothing here; this is what Considered says.";
    let others = etiquette::other_advice(action, Playbook::get(records.settings.playbook));
    let mut notes: Vec<String> = action.borrowed.then(|| silent.to_owned()).into_iter().collect();
    notes.extend(others.iter().map(etiquette::OtherAdvice::sentence));
    notes.extend(etiquette::evidence(action.task()).map(str::to_owned));
    notes
}

/// Who and what an action is about, as far as it is known.
struct Names<'a> {
    opportunity: Option<&'a Opportunity>,
    person: Option<&'a Person>,
    /// The company whose offer causes it, where that is another one.
    offering: Option<Cow<'a, str>>,
    deliverable: Option<Cow<'a, str>>,
}

impl<'a> Names<'a> {
    fn of(action: &Action, records: &'a Records) -> Self {
        let key = &action.key;
        let opportunity = key.opportunity.and_then(|id| records.opportunities.get(&id));
        let person = key.person.or(action.to).and_then(|id| records.people.get(&id));
        let offering = key.offer.and_then(|offer| records.offering(offer));
        // More time is asked for where the offer is; for whose sake does not concern them.
        let opportunity = if key.task == Task::AskForTime { offering.or(opportunity) } else { opportunity };
        let deliverable = opportunity.zip(key.item).and_then(|(opportunity, item)| {
            let courses = opportunity.rounds.iter().filter_map(|round| round.course.as_ref());
            courses.flat_map(|course| &course.deliver).find(|asked| asked.id == item)
        });
        Self {
            opportunity,
            person,
            offering: offering.map(|one| isolated(&one.company)),
            deliverable: deliverable.map(|asked| isolated(&asked.what)),
        }
    }

    /// Whether somebody is noted for the round of an action.
    fn knows_who_was_there(&self, action: &Action) -> bool {
        let round = self.opportunity.zip(action.key.round).and_then(|(home, id)| home.round(id));
        round.and_then(|round| round.course.as_ref()).is_some_and(|course| !course.met.is_empty())
    }

    fn company(&self) -> Cow<'a, str> {
        self.opportunity.map_or("them".into(), |opportunity| isolated(&opportunity.company))
    }

    fn person(&self) -> Cow<'a, str> {
        self.person.map_or("them".into(), |person| isolated(&person.name))
    }
}

/// "Thank Dana Reyes".
fn title(action: &Action, names: &Names<'_>) -> String {
    let (company, person) = (names.company(), names.person());
    match action.task() {
        Task::AskBeforeLeaving => format!("Ask before you leave {company}"),
        Task::RecordInterview if names.knows_who_was_there(action) => {
            format!("Note when {company} will answer")
        }
        Task::RecordInterview => format!("Note who was there at {company}"),
        Task::Assess => format!("Look back at {company}, once"),
        Task::ThankYou => format!("Thank {person}"),
        Task::FindContact => format!("Find out how to reach {person}"),
        Task::LinkedinRequest => format!("Add {person} on LinkedIn"),
        Task::Deliver => {
            format!("Send {company} {}", names.deliverable.as_deref().unwrap_or("what they asked for"))
        }
        Task::FollowUp if action.key.nth == Some(1) => format!("Ask {company} where things stand"),
        Task::FollowUp => format!("Ask {company} once more, for the last time"),
        Task::MoveOn => format!("Let {company} go"),
        Task::ReplyToRejection => format!("Thank {company} for their answer"),
        Task::KeepInTouch => format!("Say hello to {person}"),
        Task::KeepSearching => "Keep the search going".to_owned(),
        Task::AcknowledgeOffer => format!("Thank {company} for the offer"),
        Task::GetItInWriting => format!("Ask {company} for the offer in writing"),
        Task::TellOthers => format!("Tell {company} that you have an offer"),
        Task::AskForTime => format!("Ask {} for more time", names.offering.as_deref().unwrap_or("them")),
        Task::CompareOffers => "Compare your offers".to_owned(),
        Task::DecideOffer => format!("Decide on {} offer", possessive(&company)),
        Task::Withdraw => format!("Withdraw at {company}"),
        Task::ReviewLessons => format!("Read your lessons before {company}"),
    }
}

/// "Hiring manager at Northwind, after the interview yesterday".
fn about<Tz: TimeZone>(action: &Action, names: &Names<'_>, now: &Now<Tz>) -> String {
    let Some(opportunity) = names.opportunity else {
        return names.person.map(|person| person.company.clone()).unwrap_or_default();
    };
    let (company, role) = (isolated(&opportunity.company), isolated(&opportunity.role));
    let place = match names.person {
        Some(person) if action.key.person == Some(person.id) => {
            format!("{} at {company}", isolated(super::people::part(person)))
        }
        Some(person) => join(&role, &format!("to {}", isolated(&person.name))),
        None if role.is_empty() => company.into_owned(),
        None => role.into_owned(),
    };
    let round = action.key.round.and_then(|id| opportunity.round(id));
    match round {
        Some(round) if round.ends <= now.at => {
            let day = when::day_of(round.ends, now);
            format!("{place}, after {} {}", the_round(opportunity, round.id), when::on_day(day, now))
        }
        Some(round) => {
            format!("{place}, {} {}", the_round(opportunity, round.id), when::time(round.starts, now))
        }
        None => place,
    }
}

fn join(first: &str, second: &str) -> String {
    if first.is_empty() { capitalized(second) } else { format!("{first}, {second}") }
}

/// What rounds are often called; such a name is no name of its own.
const USUAL_ROUNDS: [&str; 9] = [
    "phone screen",
    "first interview",
    "second interview",
    "technical interview",
    "on-site",
    "panel",
    "panel interview",
    "final round",
    "final interview",
];

/// A round in a sentence: "the phone screen", "round 2", or the name that the user gave it.
pub(super) fn the_round(opportunity: &Opportunity, id: RoundId) -> String {
    let name = round_name(opportunity, id);
    let is_usual = USUAL_ROUNDS.iter().any(|usual| usual.eq_ignore_ascii_case(&name));
    if is_usual { format!("the {}", name.to_lowercase()) } else { name }
}

/// "Phone screen", or "round 2" of a round without a name.
pub(super) fn round_name(opportunity: &Opportunity, id: RoundId) -> String {
    let mut rounds: Vec<_> = opportunity.rounds.iter().collect();
    crate::order::by_key(&mut rounds, |round| (round.starts, round.id));
    match rounds.iter().position(|round| round.id == id) {
        Some(place) => match rounds.get(place) {
            Some(round) if !round.title.is_empty() => isolated(&round.title).into_owned(),
            _ if rounds.len() == 1 => "the interview".to_owned(),
            _ => format!("round {}", place + 1),
        },
        None => "the interview".to_owned(),
    }
}

/// How long it is still right.
fn when_of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> String {
    let window = &action.window;
    match action.status {
        Status::Overdue => {
            let still =
                if writes(action.task()) { "Still worth sending today" } else { "Still worth doing today" };
            match window.closes {
                Some(closes) if closes > now.at => {
                    format!("{still}, and right until {}", when::end(closes, now))
                }
                _ => still.to_owned(),
            }
        }
        Status::Open => match (window.due, window.suggested.filter(|best| *best > now.at)) {
            (Some(due), Some(best)) => {
                format!("In time until {}; best {}", when::end(due, now), when::time(best, now))
            }
            (Some(due), None) => format!("In time until {}", when::end(due, now)),
            (None, _) => "Whenever it suits you".to_owned(),
        },
        Status::Blocked => blocked(action.task()).to_owned(),
        Status::Upcoming => format!("From {}", when::start(window.opens, now)),
        Status::Missed => "Its time has passed".to_owned(),
        Status::Done => "Done".to_owned(),
        Status::Skipped => "Skipped".to_owned(),
    }
}

fn blocked(task: Task) -> &'static str {
    match task {
        Task::ThankYou => "Once you know how to reach them",
        Task::LinkedinRequest => "Once your thank-you has told them that it is coming",
        _ => "Something else comes first",
    }
}

/// An action in two or three words, wherever it is named in passing.
pub(super) fn step(task: Task) -> &'static str {
    match task {
        Task::AskBeforeLeaving => "what to ask before leaving",
        Task::RecordInterview => "noting the interview",
        Task::Assess => "the look back",
        Task::ThankYou => "the thank-you",
        Task::FindContact => "finding an address",
        Task::LinkedinRequest => "the LinkedIn request",
        Task::Deliver => "sending what they asked for",
        Task::FollowUp => "asking where things stand",
        Task::MoveOn => "letting it go",
        Task::ReplyToRejection => "the reply to their no",
        Task::KeepInTouch => "staying in touch",
        Task::KeepSearching => "the next step of the search",
        Task::AcknowledgeOffer => "thanks for the offer",
        Task::GetItInWriting => "asking for it in writing",
        Task::TellOthers => "telling them of an offer",
        Task::AskForTime => "asking for more time",
        Task::CompareOffers => "comparing the offers",
        Task::DecideOffer => "the decision",
        Task::Withdraw => "the withdrawal",
        Task::ReviewLessons => "reading the lessons",
    }
}

/// Whether the action is a message to somebody.
pub fn writes(task: Task) -> bool {
    !matches!(
        task,
        Task::AskBeforeLeaving
            | Task::RecordInterview
            | Task::Assess
            | Task::MoveOn
            | Task::KeepSearching
            | Task::CompareOffers
            | Task::DecideOffer
            | Task::ReviewLessons
    )
}

fn way(action: &Action) -> Way {
    let key = action.key;
    let go = |label, to| Way::Go { label, to };
    let home = |label| key.opportunity.map_or(Way::Tick, |id| go(label, Route::Opportunity(id)));
    match key.task {
        Task::RecordInterview => {
            go("Note it", Route::Interview { opportunity: key.opportunity, round: key.round })
        }
        Task::Assess => match key.opportunity.zip(key.round) {
            Some((opportunity, round)) => go("Look back", Route::LookBack { opportunity, round }),
            None => Way::Tick,
        },
        Task::DecideOffer => home("See the offer"),
        Task::MoveOn => home("See what was"),
        Task::ReviewLessons => go("Read them all", Route::Lessons),
        Task::CompareOffers => {
            let stage = Stage::Offered.id().to_owned();
            go("See them", Route::Pipeline(Filter { stage, ..Filter::default() }))
        }
        Task::AskBeforeLeaving | Task::KeepSearching => Way::Tick,
        Task::LinkedinRequest => go("Write the request", Route::Write(key)),
        Task::FindContact => go("Ask for it", Route::Write(key)),
        _ => go("Write it", Route::Write(key)),
    }
}

/// What "it is done" is called.
fn done(task: Task) -> Option<&'static str> {
    match task {
        Task::RecordInterview | Task::Assess | Task::DecideOffer => None,
        Task::MoveOn => Some("Close it"),
        Task::FindContact => Some("I can reach them"),
        Task::KeepSearching => Some("I took a step"),
        task if writes(task) => Some("Sent already"),
        _ => Some("Done"),
    }
}

/// What there is to go through, for the actions that are a list.
fn points<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> Vec<String> {
    match action.task() {
        Task::AskBeforeLeaving => BEFORE_LEAVING.iter().map(|point| (*point).to_owned()).collect(),
        Task::ReviewLessons => lessons(records),
        Task::CompareOffers => offers_beside_each_other(records, now),
        Task::KeepSearching => STEPS_OF_A_SEARCH.iter().map(|point| (*point).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The undecided offers, those that want an answer first; then what to hold them against.
fn offers_beside_each_other<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<String> {
    let of = |home: &Opportunity| {
        let open = home.offers.iter().filter(|offer| offer.signed.is_none() && offer.declined.is_none());
        let line = |offer: &Offer| {
            let by = offer.respond_by.map(|by| format!("an answer by {}", when::end(by, now)));
            let terms = Some(offer.terms.trim())
                .filter(|terms| !terms.is_empty())
                .map(|terms| isolated(terms).into_owned());
            let said: Vec<String> = [by, terms].into_iter().flatten().collect();
            let said = if said.is_empty() { "no deadline".to_owned() } else { said.join("; ") };
            (offer.respond_by.unwrap_or(Stamp::MAX), format!("{}: {said}", isolated(&home.company)))
        };
        open.map(line).collect::<Vec<_>>()
    };
    let offered = records.opportunities.values().filter(|home| Stage::of(home, now.at) == Stage::Offered);
    let mut offers: Vec<(Stamp, String)> = offered.flat_map(of).collect();
    crate::order::by_key(&mut offers, |(by, line)| (*by, line.clone()));
    let against =
        "Compare pay, benefits, the people, the work itself, room to grow, and the rest of your life.";
    offers.into_iter().map(|(_, line)| line).chain([against.to_owned()]).collect()
}

const BEFORE_LEAVING: [&str; 6] = [
    "What happens next?",
    "When will you hear from them?",
    "How do they like to be contacted?",
    "May you add them on LinkedIn?",
    "Each person's name and email address, or a card",
    "Thank them in person",
];

const STEPS_OF_A_SEARCH: [&str; 3] =
    ["Apply somewhere", "Say yes to another interview", "Meet somebody who works where you would like to"];

/// The latest lessons first, each once, and no more than fit a glance.
fn lessons(records: &Records) -> Vec<String> {
    let mut rounds: Vec<_> = records.opportunities.values().flat_map(|one| &one.rounds).collect();
    crate::order::by_key(&mut rounds, |round| std::cmp::Reverse(round.ends));
    let mut lessons: Vec<String> = Vec::new();
    for debrief in rounds.iter().filter_map(|round| round.debrief.as_ref()) {
        if !debrief.lesson.is_empty() && !lessons.contains(&debrief.lesson) && lessons.len() < 5 {
            lessons.push(debrief.lesson.clone());
        }
    }
    lessons
}

/// What "it is done" does.
pub fn done_command(key: ActionKey, to: Option<PersonId>, at: Stamp) -> Command {
    match (key.task, key.opportunity) {
        (Task::MoveOn, Some(opportunity)) => {
            Command::LogEvent { opportunity, at, what: EventKind::ClosedSilent, note: None }
        }
        (Task::FindContact, Some(opportunity)) => match key.person {
            Some(person) => Command::FindContact { opportunity, person, email: None, at },
            None => Command::MarkAction { key, mark: Mark::Done },
        },
        (Task::KeepSearching, _) => Command::AddSearchStep { at, what: String::new() },
        (task, _) if writes(task) => {
            let sent =
                Sent { key, to: key.person.or(to), at, letter: None, against_advice: false, settles: None };
            Command::RecordSent(Box::new(sent))
        }
        _ => Command::MarkAction { key, mark: Mark::Done },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{OfferId, OpportunityId, PersonId};
    use chrono_tz::America::New_York;

    #[test]
    fn offers_are_compared_beside_each_other_the_first_deadline_first() {
        let id = uuid::Uuid::from_u128;
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let mut records = Records::default();
        let deadlines = [("Acme", None, ""), ("Bolt", Some(4), "62,000 and a bike")];
        for ((company, days, terms), n) in deadlines.into_iter().zip(1..) {
            let mut one = Opportunity::new(OpportunityId(id(n)), company, "Analyst");
            let mut offer = Offer::new(OfferId(id(10 + n)), now.at - TimeDelta::hours(2));
            // Four in the morning in Greenwich is midnight in New York.
            let midnight = Stamp::from_timestamp(1_780_977_600).unwrap();
            offer.respond_by = days.map(|days| midnight + TimeDelta::days(days));
            terms.clone_into(&mut offer.terms);
            let mut declined = Offer::new(OfferId(id(20 + n)), now.at - TimeDelta::days(9));
            declined.declined = Some(now.at - TimeDelta::days(8));
            one.offers = vec![declined, offer];
            records.opportunities.insert(one.id, one);
        }
        let planner = etiquette::Planner::new(&records, &now);
        let action = planner.actions().find(|action| action.task() == Task::CompareOffers).unwrap();
        let card = Card::of(action, &records, &WorkCalendar::of(&records.settings), &now);
        let [first, second, against] = card.points.as_slice() else { panic!("{:?}", card.points) };
        assert_eq!(first, "Bolt: an answer by the end of Friday; 62,000 and a bike");
        assert_eq!(second, "Acme: no deadline");
        assert!(against.contains("room to grow"));
        assert_eq!(
            card.way,
            Way::Go { label: "See them", to: Route::read("#/pipeline?stage=offered").unwrap() }
        );
    }

    /// The title and the place of the one open action at a company of that name.
    fn deciding(company: &str, role: &str) -> (String, String) {
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let mut one = Opportunity::new(OpportunityId(uuid::Uuid::from_u128(1)), company, role);
        let mut offer = Offer::new(OfferId(uuid::Uuid::from_u128(2)), now.at - TimeDelta::hours(2));
        (offer.written, offer.acknowledged) = (Some(now.at), Some(now.at));
        one.offers.push(offer);
        let mut records = Records::default();
        records.opportunities.insert(one.id, one);
        let planner = etiquette::Planner::new(&records, &now);
        let action = planner.actions().find(|action| action.task() == Task::DecideOffer).unwrap();
        let card = Card::of(action, &records, &WorkCalendar::of(&records.settings), &now);
        (card.title, card.about)
    }

    #[test]
    fn where_who_was_there_is_known_only_the_answer_is_still_to_be_noted() {
        use crate::model::{Course, Met, Round, RoundId};
        let id = uuid::Uuid::from_u128;
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let noted = |met: Vec<Met>| {
            let mut round =
                Round::new(RoundId(id(2)), now.at - TimeDelta::hours(2), now.at - TimeDelta::hours(1));
            round.course = Some(Course { met, ..Course::default() });
            let mut one = Opportunity::new(OpportunityId(id(1)), "Acme", "Analyst");
            one.rounds.push(round);
            let mut records = Records::default();
            records.opportunities.insert(one.id, one);
            let planner = etiquette::Planner::new(&records, &now);
            let action = planner.actions().find(|action| action.task() == Task::RecordInterview).unwrap();
            Card::of(action, &records, &WorkCalendar::of(&records.settings), &now).title
        };
        assert_eq!(noted(Vec::new()), "Note who was there at Acme");
        assert_eq!(noted(vec![Met::new(PersonId(id(3)))]), "Note when Acme will answer");
    }

    #[test]
    fn a_company_that_ends_in_s_has_its_offer_too() {
        assert_eq!(deciding("Northwind Analytics", "Analyst").0, "Decide on Northwind Analytics’ offer");
        assert_eq!(deciding("Acme", "Analyst").0, "Decide on Acme’s offer");
    }

    #[test]
    fn a_name_from_right_to_left_is_set_apart_in_a_title() {
        let (title, about) = deciding("אבגד", "مهندس");
        assert_eq!(title, "Decide on \u{2068}אבגד\u{2069}’s offer");
        assert_eq!(about, "\u{2068}مهندس\u{2069}");
    }

    #[test]
    fn what_rounds_are_often_called_is_no_name_of_its_own() {
        let mut one = Opportunity::new(OpportunityId(uuid::Uuid::from_u128(1)), "Acme", "Analyst");
        let mut said = |title: &str| {
            let mut round =
                crate::model::Round::new(RoundId(uuid::Uuid::from_u128(2)), Stamp::MIN, Stamp::MIN);
            title.clone_into(&mut round.title);
            one.rounds = vec![round];
            the_round(&one, one.rounds[0].id)
        };
        assert_eq!(said("Phone screen"), "the phone screen");
        assert_eq!(said("On-site"), "the on-site");
        assert_eq!(said("Lunch with Dana's team"), "Lunch with Dana's team");
        assert_eq!(said(""), "the interview");
    }

    #[test]
    fn to_whom_it_goes_begins_the_line_where_no_job_is_named() {
        assert_eq!(join("", "to Dana Reyes"), "To Dana Reyes");
        assert_eq!(join("Analyst", "to Dana Reyes"), "Analyst, to Dana Reyes");
    }
}
