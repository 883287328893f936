//! All opportunities by stage, those that the filter lets through, cut to what is shown.

use super::today::order_key;
use super::{Card, Filter, Stage, when};
use crate::etiquette::{Action, Now, Planner, Status, WorkCalendar};
use crate::model::{Opportunity, OpportunityId, Records, Stamp};
use chrono::TimeZone;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All opportunities by stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pipeline {
    /// How many there are at all.
    pub all: usize,
    /// How many the search lets through.
    pub found: usize,
    /// The stages, in order, each with its opportunities.
    pub columns: Vec<Column>,
}

/// The opportunities of a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// How many the search lets through.
    pub count: usize,
    /// The first of them; none where the filter shows another stage only.
    pub lines: Vec<PipelineRow>,
    /// Whether the filter shows this stage.
    pub shown: bool,
}

/// An opportunity in a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PipelineRow {
    /// Which.
    pub id: OpportunityId,
    /// The company.
    pub company: String,
    /// The job.
    pub role: String,
    /// What is next, or when the last thing was.
    pub next: String,
    /// Whether that is past due.
    pub late: bool,
}

impl Pipeline {
    /// What the screen shows, no more than `most` opportunities a stage.
    pub fn of<Tz: TimeZone>(
        filter: &Filter,
        most: usize,
        records: &Records,
        planner: &Planner,
        now: &Now<Tz>,
    ) -> Self {
        let urgent = most_urgent(planner, now);
        let sought = filter.search.trim().to_lowercase();
        let mut stages: BTreeMap<Stage, Vec<(&Opportunity, Stamp)>> = BTreeMap::new();
        for one in records.opportunities.values().filter(|one| matches(one, &sought, records)) {
            stages.entry(Stage::of(one, now.at)).or_default().push((one, last_word(one, now.at)));
        }
        let calendar = WorkCalendar::of(&records.settings);
        let line = |(one, last): &(&Opportunity, Stamp)| {
            let card = urgent.get(&one.id).map(|action| Card::of(action, records, &calendar, now));
            pipe_line(one, *last, card.as_ref(), now)
        };
        let column = |stage: Stage| {
            let mut of_stage = stages.get(&stage).cloned().unwrap_or_default();
            crate::order::by_key(&mut of_stage, |(one, last)| {
                (
                    urgent.get(&one.id).map_or((true, None), |action| (false, Some(action.urgency()))),
                    Reverse(*last),
                )
            });
            let shown = filter.stage.is_empty() || filter.stage == stage.id();
            let lines = of_stage.iter().take(if shown { most } else { 0 }).map(line).collect();
            Column { stage, count: of_stage.len(), lines, shown }
        };
        let columns: Vec<Column> = Stage::ALL.into_iter().map(column).collect();
        Self {
            all: records.opportunities.len(),
            found: columns.iter().map(|column| column.count).sum(),
            columns,
        }
    }
}

/// What Today would ask for first in each opportunity that has something open.
fn most_urgent<'p, Tz: TimeZone>(planner: &'p Planner, now: &Now<Tz>) -> BTreeMap<OpportunityId, &'p Action> {
    let mut urgent: BTreeMap<OpportunityId, &Action> = BTreeMap::new();
    for action in planner.actions().filter(|a| matches!(a.status, Status::Open | Status::Overdue)) {
        if let Some(id) = action.opportunity() {
            let first = urgent.entry(id).or_insert(action);
            if order_key(action, now) < order_key(first, now) {
                *first = action;
            }
        }
    }
    urgent
}

fn matches(one: &Opportunity, sought: &str, records: &Records) -> bool {
    let holds = |text: &str| text.to_lowercase().contains(sought);
    let somebody = || {
        let people = one.everyone().into_iter().filter_map(|id| records.people.get(&id));
        people.into_iter().any(|person| holds(&person.name))
    };
    sought.is_empty() || holds(&one.company) || holds(&one.role) || somebody()
}

/// When something last happened, up to now.
fn last_word(one: &Opportunity, now: Stamp) -> Stamp {
    let events = one.events.iter().map(|event| event.at);
    let rounds = one.rounds.iter().map(|round| round.ends);
    let offers = one.offers.iter().map(|offer| offer.received);
    let all = events.chain(rounds).chain(offers).chain(one.applied);
    all.filter(|at| *at <= now).max().unwrap_or(Stamp::MIN)
}

fn pipe_line<Tz: TimeZone>(
    one: &Opportunity,
    last: Stamp,
    next: Option<&Card>,
    now: &Now<Tz>,
) -> PipelineRow {
    let quiet = || {
        let coming = one.rounds.iter().map(|round| round.starts).filter(|at| *at > now.at).min();
        match coming {
            Some(at) => format!("You meet {}", when::time(at, now)),
            None if last == Stamp::MIN => String::new(),
            None => format!("Last word {}", when::back_then(when::day_of(last, now), now)),
        }
    };
    PipelineRow {
        id: one.id,
        company: one.company.clone(),
        role: one.role.clone(),
        next: next.map_or_else(quiet, |card| card.title.clone()),
        late: next.is_some_and(|card| card.late),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Course, Met, Person, PersonId, Role, Round, RoundId, uuid_v7};
    use chrono::{TimeDelta, Utc};

    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_781_000_000).unwrap(), Utc)
    }

    fn id(n: u8) -> uuid::Uuid {
        uuid_v7(0, [n; 10])
    }

    /// An application of so many days ago.
    fn applied(n: u8, company: &str, days: i64) -> Opportunity {
        let mut one = Opportunity::new(OpportunityId(id(n)), company, "Analyst");
        one.applied = Some(now().at - TimeDelta::days(days));
        one
    }

    fn records() -> Records {
        let mut records = Records::default();
        let dana = Person::new(PersonId(id(9)), "Dana Reyes", Role::HiringManager);
        let mut met = applied(1, "Acme", 20);
        let ended = now().at - TimeDelta::hours(2);
        let mut round = Round::new(RoundId(id(8)), ended - TimeDelta::hours(1), ended);
        round.course = Some(Course { met: vec![Met::new(dana.id)], ..Course::default() });
        met.rounds.push(round);
        for one in [met, applied(2, "Birch", 3), applied(3, "Cedar", 1), applied(4, "Dove", 9)] {
            records.opportunities.insert(one.id, one);
        }
        records.people.insert(dana.id, dana);
        records
    }

    fn pipeline(filter: &Filter, most: usize) -> Pipeline {
        let records = records();
        Pipeline::of(filter, most, &records, &Planner::new(&records, &now()), &now())
    }

    fn companies(column: &Column) -> Vec<&str> {
        column.lines.iter().map(|line| line.company.as_str()).collect()
    }

    #[test]
    fn each_stage_has_its_own_the_latest_first() {
        let pipeline = pipeline(&Filter::default(), 10);
        assert_eq!(companies(&pipeline.columns[0]), ["Cedar", "Birch", "Dove"]);
        assert_eq!(companies(&pipeline.columns[1]), ["Acme"]);
        assert_eq!(pipeline.columns[0].lines[0].next, "Last word yesterday");
        assert!(!pipeline.columns[1].lines[0].next.is_empty());
    }

    #[test]
    fn what_is_cut_is_still_counted() {
        let pipeline = pipeline(&Filter::default(), 2);
        assert_eq!((companies(&pipeline.columns[0]).len(), pipeline.columns[0].count), (2, 3));
    }

    #[test]
    fn the_search_looks_at_companies_jobs_and_people() {
        let found =
            |search: &str| pipeline(&Filter { search: search.to_owned(), ..Filter::default() }, 9).found;
        assert_eq!((found("birch"), found("ANALYST"), found("reyes"), found("nobody")), (1, 4, 1, 0));
    }

    #[test]
    fn a_stage_chosen_hides_the_others_and_counts_them() {
        let pipeline = pipeline(&Filter { stage: "interviewing".to_owned(), ..Filter::default() }, 9);
        assert!(companies(&pipeline.columns[0]).is_empty());
        assert_eq!(pipeline.columns[0].count, 3);
        assert_eq!(companies(&pipeline.columns[1]), ["Acme"]);
    }
}
