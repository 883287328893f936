//! What there is to know before a round: when and where it is, who will be there, what is open between both sides, what
//! the last time taught, and what the user wants to ask.

use super::round_name::the_round;
use super::today::joinable;
use super::{Line, Route, card, choices, lessons, when};
use crate::etiquette::{History, Now, Plan, Status};
use crate::model::{Debrief, Opportunity, OpportunityId, Person, PersonId, Records, Round, RoundId, Task};
use crate::words::{capitalized, clock};
use chrono::TimeZone;

/// So many lessons of other interviews are shown.
const LESSONS: usize = 3;

/// The page to prepare for one round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prepare {
    /// "The final round".
    pub title: String,
    /// The company.
    pub company: String,
    /// The opportunity's page.
    pub home: String,
    /// "Tomorrow, 10:00 to 11:00".
    pub when: String,
    /// Where it is; empty where that is an address of the web, or not known.
    pub place: String,
    /// The address to join it at, where the place names one.
    pub join: Option<String>,
    /// Where its day, place and people are changed.
    pub edit: String,
    /// Who will be there, with what is known of each.
    pub people: Vec<Line>,
    /// What either side still owes the other.
    pub open: Vec<String>,
    /// What the last look back at this company left.
    pub last_time: Vec<String>,
    /// What other interviews taught, the latest first.
    pub lessons: Vec<Line>,
    /// What to ask and to say in the last minutes.
    pub before_leaving: Vec<String>,
    /// What the user wants to ask.
    pub questions: String,
}

impl Prepare {
    /// The page at a moment; `None` where the round or its opportunity was removed.
    pub fn of<Tz: TimeZone>(
        (opportunity, round): (OpportunityId, RoundId),
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let home = records.opportunities.get(&opportunity)?;
        let round = home.round(round)?;
        let join = round.place.split_whitespace().find_map(joinable);
        let people = round.expected.iter().filter_map(|id| records.people.get(id));
        let mut others = lessons(records, None, now);
        others.truncate(LESSONS);
        Some(Self {
            title: capitalized(&the_round(home, round.id)),
            company: home.company.clone(),
            home: Route::Opportunity(home.id).href(),
            when: hours(round, now),
            place: if join.is_some() { String::new() } else { round.place.trim().to_owned() },
            join,
            edit: Route::Interview { opportunity: Some(home.id), round: Some(round.id) }.href(),
            people: people.map(|person| met_before(person, records, now)).collect(),
            open: open_between(home, records, plan, now),
            last_time: last_time(home, round),
            lessons: others,
            before_leaving: card::before_leaving(&round.place),
            questions: round.questions.clone(),
        })
    }
}

/// "Tomorrow, 10:00 to 11:00".
fn hours<Tz: TimeZone>(round: &Round, now: &Now<Tz>) -> String {
    let end = clock(round.ends.with_timezone(&now.zone).time(), now.hours);
    capitalized(&format!("{} to {end}", when::time(round.starts, now)))
}

/// A person, with what came up when they were met.
fn met_before<Tz: TimeZone>(person: &Person, records: &Records, now: &Now<Tz>) -> Line {
    let mut said = vec![choices::role_of(person).to_owned()];
    said.extend(talked_about(person.id, records, now));
    said.extend(Some(person.notes.trim()).filter(|notes| !notes.is_empty()).map(str::to_owned));
    Line {
        title: person.name.clone(),
        href: Some(Route::Person(person.id).href()),
        about: said.join(" · "),
        ..Line::default()
    }
}

fn talked_about<Tz: TimeZone>(id: PersonId, records: &Records, now: &Now<Tz>) -> Vec<String> {
    let rounds = records.opportunities.values().flat_map(|one| &one.rounds);
    let over = rounds.filter(|round| round.ends <= now.at && round.off.is_none());
    let mut met: Vec<_> = over
        .filter_map(|round| {
            Some((round.ends, round.course.as_ref()?.met.iter().find(|met| met.person == id)?))
        })
        .filter(|(_, met)| !met.talked_about.trim().is_empty())
        .collect();
    crate::sorting::by_key(&mut met, |(at, _)| std::cmp::Reverse(*at));
    let said = |(at, met): (_, &crate::model::Met)| {
        format!("{}, {}", met.talked_about.trim(), when::back_then(at, now))
    };
    met.into_iter().map(said).collect()
}

/// Their promise, and what the user is to send or to answer.
fn open_between<Tz: TimeZone>(
    home: &Opportunity,
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> Vec<String> {
    let promise = History::of(home, &records.people, now.at).promise();
    let promised = promise.map(|it| format!("They promised an answer by {}.", when::by_day(it.day, now)));
    let is_owed = |action: &&crate::etiquette::Action| {
        let is_open = matches!(action.status, Status::Open | Status::Overdue | Status::Upcoming);
        is_open && matches!(action.task(), Task::Deliver | Task::AnswerThem)
    };
    let owed = plan.of(home.id).filter(is_owed).map(|action| match action.window.due {
        Some(due) => format!("{}, by {}.", card::title(action, records), when::by(due, now)),
        None => format!("{}.", card::title(action, records)),
    });
    promised.into_iter().chain(owed).collect()
}

/// What the look back at the last round before this one left.
fn last_time(home: &Opportunity, round: &Round) -> Vec<String> {
    let before = home.rounds.iter().filter(|it| it.ends <= round.starts && it.id != round.id);
    let Some(Debrief { went_badly, question, better_answer, point_missed, .. }) =
        before.filter(|it| it.debrief.is_some()).max_by_key(|it| it.ends).and_then(|it| it.debrief.as_ref())
    else {
        return Vec::new();
    };
    let told = [
        ("What did not go well", went_badly),
        ("A point you did not get to make", point_missed),
        ("A question you could answer better", question),
        ("What you would say now", better_answer),
    ];
    let told = told.into_iter().filter(|(_, text)| !text.trim().is_empty());
    told.map(|(what, text)| format!("{what}: {}", text.trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Course, Met, Role, Stamp};
    use chrono::{TimeDelta, Utc};
    use uuid::Uuid;

    const ACME: OpportunityId = OpportunityId(Uuid::from_u128(1));
    const FIRST: RoundId = RoundId(Uuid::from_u128(2));
    const NEXT: RoundId = RoundId(Uuid::from_u128(3));
    const DANA: PersonId = PersonId(Uuid::from_u128(4));

    /// Monday 2 March 2026, 15:00.
    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
    }

    /// Dana was met on Thursday, and is expected tomorrow.
    fn records() -> Records {
        let hours = |n| now().at + TimeDelta::hours(n);
        let mut first = Round::new(FIRST, hours(-97), hours(-96));
        let met = Met { talked_about: "the billing system".to_owned(), ..Met::new(DANA) };
        first.course = Some(Course { met: vec![met], ..Course::default() });
        first.debrief = Some(Debrief {
            point_missed: "the migration".to_owned(),
            lesson: "Ask about the team.".to_owned(),
            ..Debrief::default()
        });
        let mut next = Round::new(NEXT, hours(19), hours(20));
        next.expect(vec![DANA]);
        (next.title, next.place) = ("Panel".to_owned(), "https://meet.example/abc".to_owned());
        next.questions = "Who decides?".to_owned();
        let mut acme = Opportunity::new(ACME, "Acme", "Analyst");
        acme.rounds = vec![first, next];
        Records {
            opportunities: [(ACME, acme)].into(),
            people: [(DANA, Person::new(DANA, "Dana Reyes", Role::HiringManager))].into(),
            ..Records::default()
        }
    }

    fn page(records: &Records) -> Prepare {
        Prepare::of((ACME, NEXT), records, &plan(records, &now()), &now()).unwrap()
    }

    #[test]
    fn who_will_be_there_stands_with_what_was_talked_about() {
        let page = page(&records());
        assert_eq!((page.title.as_str(), page.when.as_str()), ("The panel", "Tomorrow, 10:00 to 11:00"));
        assert_eq!((page.join.as_deref(), page.place.as_str()), (Some("https://meet.example/abc"), ""));
        assert_eq!(page.people[0].title, "Dana Reyes");
        assert_eq!(page.people[0].about, "Hiring manager · the billing system, on Thursday");
        assert_eq!(page.last_time, ["A point you did not get to make: the migration"]);
        assert_eq!(page.lessons[0].title, "Ask about the team.");
        assert_eq!(page.questions, "Who decides?");
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let mut records = records();
        let acme = records.opportunities.get_mut(&ACME).unwrap();
        acme.rounds.remove(0);
        acme.rounds[0].expected.clear();
        let page = page(&records);
        assert!(page.people.is_empty() && page.open.is_empty() && page.last_time.is_empty());
    }
}
