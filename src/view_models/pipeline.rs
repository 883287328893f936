//! The pipeline: opportunities by stage, filtered, and no more of each stage than are shown.

use super::today::order_key;
use super::{Filter, Line, Route, Tone, card, stage_id, when};
use crate::etiquette::{Action, History, Now, Plan, Stage, Status};
use crate::model::{Opportunity, Records, Stamp};
use chrono::TimeZone;
use std::cmp::Reverse;

/// What the pipeline shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pipeline {
    /// How many opportunities there are in all.
    pub all: usize,
    /// How many match the search.
    pub found: usize,
    /// A column for each stage, in order.
    pub columns: Vec<Column>,
}

/// The opportunities of a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// How many opportunities of this stage match the search.
    pub count: usize,
    /// The first of them; empty where the filter shows another stage.
    pub lines: Vec<Line>,
    /// Whether the filter shows this stage.
    pub shown: bool,
}

impl Pipeline {
    /// What the screen shows, no more than `most` opportunities a stage.
    pub fn of<Tz: TimeZone>(
        filter: &Filter,
        most: usize,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Self {
        let mut open: Vec<&Action> =
            plan.actions.iter().filter(|a| matches!(a.status, Status::Open | Status::Overdue)).collect();
        crate::sorting::by_key(&mut open, |action| (action.opportunity(), order_key(action, records, now)));
        let sought = filter.search.trim().to_lowercase();
        let found = records.opportunities.values().filter(|one| matches(one, &sought, records));
        let mut found: Vec<Found<'_>> = found.map(|one| Found::of(one, &open, records, now)).collect();
        crate::sorting::by_key(&mut found, |found| {
            let next = found.next.map(Action::urgency);
            (next.is_none(), next, Reverse(found.last))
        });
        let column = |stage: Stage| {
            let shown = filter.stage.is_empty() || filter.stage == stage_id(stage);
            let of_stage = || found.iter().filter(move |found| found.stage == stage);
            let shown_first = of_stage().take(if shown { most } else { 0 });
            let lines = shown_first.map(|found| found.line(records, now)).collect();
            Column { stage, count: of_stage().count(), lines, shown }
        };
        Self {
            all: records.opportunities.len(),
            found: found.len(),
            columns: Stage::ALL.into_iter().map(column).collect(),
        }
    }
}

/// An opportunity that matches the search.
struct Found<'a> {
    one: &'a Opportunity,
    stage: Stage,
    /// What Today would ask for first.
    next: Option<&'a Action>,
    /// When something last happened.
    last: Option<Stamp>,
    /// When the next round starts.
    meets: Option<Stamp>,
}

impl<'a> Found<'a> {
    /// `open` are all open actions, sorted by opportunity and, within one, in the order of Today.
    fn of<Tz: TimeZone>(one: &'a Opportunity, open: &[&'a Action], records: &Records, now: &Now<Tz>) -> Self {
        let history = History::of(one, &records.people, now.at);
        let place = open.partition_point(|action| action.opportunity() < Some(one.id));
        Self {
            one,
            stage: history.stage(),
            next: open.get(place).copied().filter(|action| action.opportunity() == Some(one.id)),
            last: history.last_activity(),
            meets: history.next_round().map(|round| round.starts),
        }
    }

    fn line<Tz: TimeZone>(&self, records: &Records, now: &Now<Tz>) -> Line {
        let next = match (self.next, self.meets, self.last) {
            (Some(action), ..) => [card::title(action, records), card::side(action, now)]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            (_, Some(at), _) => format!("You meet {}", when::time(at, now)),
            (.., Some(at)) => format!("Last word {}", when::back_then(at, now)),
            _ => String::new(),
        };
        Line {
            title: self.one.company.clone(),
            href: Some(Route::Opportunity(self.one.id).href()),
            about: self.one.role.clone(),
            side: vec![next],
            tone: match self.next {
                Some(action) if action.status == Status::Overdue => Tone::Late,
                _ => Tone::Plain,
            },
            ..Line::default()
        }
    }
}

fn matches(one: &Opportunity, sought: &str, records: &Records) -> bool {
    let holds = |text: &str| text.to_lowercase().contains(sought);
    let somebody = || {
        let people = one.everyone().into_iter().filter_map(|id| records.people.get(&id));
        people.into_iter().any(|person| holds(&person.name))
    };
    sought.is_empty() || holds(&one.company) || holds(&one.role) || somebody()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Course, Met, OpportunityId, Person, PersonId, Role, Round, RoundId, uuid_v7};
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
        Pipeline::of(filter, most, &records, &plan(&records, &now()), &now())
    }

    fn companies(column: &Column) -> Vec<&str> {
        column.lines.iter().map(|line| line.title.as_str()).collect()
    }

    #[test]
    fn each_stage_has_its_own_the_latest_first() {
        let pipeline = pipeline(&Filter::default(), 10);
        assert_eq!(companies(&pipeline.columns[0]), ["Cedar", "Birch", "Dove"]);
        assert_eq!(companies(&pipeline.columns[1]), ["Acme"]);
        assert_eq!(pipeline.columns[0].lines[0].side, ["Last word yesterday"]);
        assert_eq!(
            pipeline.columns[1].lines[0].side,
            ["Find out how to reach Dana Reyes · by 16:00"],
            "what is next, and until when"
        );
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
