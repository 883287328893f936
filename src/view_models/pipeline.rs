//! The pipeline: opportunities by stage, filtered, and no more of each stage than are shown.

mod moves;

pub use moves::Move;

use super::today::asked_for;
use super::{Filter, Line, Pressing, Route, Tone, card, stage_id, when};
use crate::etiquette::{Action, History, Now, Plan, Stage, Status};
use crate::model::{Opportunity, OpportunityId, PipelineOrder, Records, Stamp};
use chrono::TimeZone;
use std::cmp::Reverse;

/// What the pipeline shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pipeline {
    /// How many opportunities there are in all.
    pub all: usize,
    /// How many the filter lets through, whatever their stage.
    pub found: usize,
    /// How many of those that match the search have something due; with it, how many of them are late.
    pub pressing: [usize; 2],
    /// A column for each stage, in order.
    pub columns: Vec<Column>,
}

/// The opportunities of a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// How many opportunities of this stage the filter lets through.
    pub count: usize,
    /// The first of them; empty where the filter shows another stage.
    pub cards: Vec<PipelineCard>,
    /// Whether the filter shows this stage.
    pub shown: bool,
    /// Whether it lies folded among the others, as what is closed does.
    pub folded: bool,
}

/// An opportunity in a column.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PipelineCard {
    /// The opportunity.
    pub id: OpportunityId,
    /// What is said of it.
    pub line: Line,
    /// When one meets them next: "You meet tomorrow, 10:00"; may be empty.
    pub meets: String,
    /// Where it can be moved.
    pub moves: &'static [Move],
}

/// How many opportunities of a stage are shown. What is closed lies folded, until it is asked or searched for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Most {
    /// Of each stage.
    pub each: usize,
    /// Of those that are closed, among all the others.
    pub closed: usize,
}

impl Pipeline {
    /// What the screen shows, in that order.
    pub fn of<Tz: TimeZone>(
        filter: &Filter,
        order: PipelineOrder,
        most: Most,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Self {
        let mut open = asked_for(plan, records, now);
        crate::sorting::by_key(&mut open, |action| action.opportunity());
        let sought = filter.search.trim().to_lowercase();
        let found = records.opportunities.values().filter(|one| matches(one, &sought, records));
        let mut found: Vec<Found<'_>> = found.map(|one| Found::of(one, &open, records, now)).collect();
        let pressing =
            [Pressing::Due, Pressing::Late].map(|by| found.iter().filter(|it| it.presses(by)).count());
        found.retain(|found| found.presses(filter.pressing));
        sort(&mut found, order);
        let is_narrowed = !sought.is_empty() || filter.pressing != Pressing::Any;
        let column = |stage: Stage| {
            let shown = filter.stage.is_empty() || filter.stage == stage_id(stage);
            let folded = stage == Stage::Closed && filter.stage.is_empty() && !is_narrowed;
            let most = if folded { most.closed } else { most.each };
            let of_stage = || found.iter().filter(move |found| found.stage == stage);
            let shown_first = of_stage().take(if shown { most } else { 0 });
            let cards = shown_first.map(|found| found.card(records, now)).collect();
            Column { stage, count: of_stage().count(), cards, shown, folded }
        };
        Self {
            all: records.opportunities.len(),
            found: found.len(),
            pressing,
            columns: Stage::ALL.into_iter().map(column).collect(),
        }
    }
}

fn sort(found: &mut [Found<'_>], order: PipelineOrder) {
    match order {
        PipelineOrder::NextDue => crate::sorting::by_key(found, |found| {
            let next = found.next.map(Action::urgency);
            (next.is_none(), next, Reverse(found.last))
        }),
        PipelineOrder::LastWord => crate::sorting::by_key(found, |found| Reverse(found.last)),
        PipelineOrder::Company => crate::sorting::by_key(found, |found| found.one.company.to_lowercase()),
    }
}

/// An opportunity that matches the search.
struct Found<'a> {
    one: &'a Opportunity,
    stage: Stage,
    /// What Today would ask for first.
    next: Option<&'a Action>,
    /// Whether anything that it asks for is late.
    is_late: bool,
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
        let mut own = open.iter().skip(place).copied().take_while(|it| it.opportunity() == Some(one.id));
        Self {
            one,
            stage: history.stage(),
            is_late: own.clone().any(|action| action.status == Status::Overdue),
            next: own.next(),
            last: history.last_activity(),
            meets: history.next_round().map(|round| round.starts),
        }
    }

    /// Whether it has something due, or late.
    fn presses(&self, by: Pressing) -> bool {
        match by {
            Pressing::Any => true,
            Pressing::Due => self.next.is_some(),
            Pressing::Late => self.is_late,
        }
    }

    fn card<Tz: TimeZone>(&self, records: &Records, now: &Now<Tz>) -> PipelineCard {
        let meets = self.meets.map_or_else(String::new, |at| format!("You meet {}", when::time(at, now)));
        PipelineCard { id: self.one.id, line: self.line(records, now), meets, moves: Move::from(self.stage) }
    }

    fn line<Tz: TimeZone>(&self, records: &Records, now: &Now<Tz>) -> Line {
        let next = self.next.map(|action| {
            let words = [card::title(action, records), card::side(action, now)];
            words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        let next = match (next, self.meets, self.last) {
            (Some(next), ..) => next,
            (None, None, Some(at)) => format!("Last word {}", when::back_then(at, now)),
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

/// Whether the company, the job or a person holds what is sought, in small letters.
pub(super) fn matches(one: &Opportunity, sought: &str, records: &Records) -> bool {
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

    fn pipeline(filter: &Filter, each: usize) -> Pipeline {
        sorted(filter, PipelineOrder::NextDue, each, &records())
    }

    fn sorted(filter: &Filter, order: PipelineOrder, each: usize, records: &Records) -> Pipeline {
        let most = Most { each, closed: 0 };
        Pipeline::of(filter, order, most, records, &plan(records, &now()), &now())
    }

    fn companies(column: &Column) -> Vec<&str> {
        column.cards.iter().map(|card| card.line.title.as_str()).collect()
    }

    #[test]
    fn each_stage_has_its_own_the_latest_first() {
        let pipeline = pipeline(&Filter::default(), 10);
        assert_eq!(companies(&pipeline.columns[0]), ["Cedar", "Birch", "Dove"]);
        assert_eq!(companies(&pipeline.columns[1]), ["Acme"]);
        assert_eq!(pipeline.columns[0].cards[0].line.side, ["Last word yesterday"]);
        assert_eq!(
            pipeline.columns[1].cards[0].line.side,
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

    #[test]
    fn it_is_sorted_by_what_is_due_by_the_last_word_or_by_name() {
        let by = |order| {
            let pipeline = sorted(&Filter::default(), order, 9, &records());
            pipeline.columns[0].cards.iter().map(|card| card.line.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(by(PipelineOrder::LastWord), ["Cedar", "Birch", "Dove"]);
        assert_eq!(by(PipelineOrder::Company), ["Birch", "Cedar", "Dove"]);
    }

    #[test]
    fn what_is_due_and_what_is_late_can_be_seen_alone() {
        let filter = |pressing| Filter { pressing, ..Filter::default() };
        let all = pipeline(&Filter::default(), 9);
        assert_eq!((all.found, all.pressing), (4, [1, 1]));
        let due = pipeline(&filter(Pressing::Due), 9);
        assert_eq!((companies(&due.columns[1]), due.found), (vec!["Acme"], 1));
        assert_eq!(due.columns.len(), 5, "all columns stay, empty ones at 0");
        assert_eq!(pipeline(&filter(Pressing::Late), 9).found, 1, "noting who was there was due by now");
    }

    #[test]
    fn a_card_says_when_one_meets_beside_what_is_next_and_is_late_where_anything_is() {
        let mut records = records();
        let ahead = now().at + TimeDelta::days(12);
        let acme = records.opportunities.values_mut().find(|one| one.company == "Acme").unwrap();
        acme.rounds.push(Round::new(RoundId(id(7)), ahead, ahead + TimeDelta::hours(1)));
        let later = Now::new(now().at + TimeDelta::days(4), Utc);
        let plan = plan(&records, &later);
        let most = Most { each: 9, closed: 0 };
        let all = Pipeline::of(&Filter::default(), PipelineOrder::NextDue, most, &records, &plan, &later);
        let card = &all.columns[1].cards[0];
        assert!(card.meets.starts_with("You meet ") && !card.line.side[0].is_empty(), "{card:?}");
        let late = asked_for(&plan, &records, &later);
        assert!(late.iter().any(|action| action.status == Status::Overdue), "the address is still missing");
        assert_eq!(all.pressing[1], 1);
    }

    #[test]
    fn what_is_closed_lies_folded_until_it_is_asked_or_searched_for() {
        let mut records = records();
        let mut ended = applied(5, "Elm", 30);
        ended.events.push(crate::model::Event {
            id: crate::model::EventId(id(6)),
            at: now().at - TimeDelta::days(1),
            what: crate::model::EventKind::Withdrawn,
            letter: None,
            against_advice: false,
        });
        records.opportunities.insert(ended.id, ended);
        let closed = |filter: Filter| {
            let column = sorted(&filter, PipelineOrder::NextDue, 9, &records).columns.remove(4);
            (column.cards.len(), column.count)
        };
        assert_eq!(closed(Filter::default()), (0, 1));
        assert_eq!(closed(Filter { stage: "closed".to_owned(), ..Filter::default() }), (1, 1));
        assert_eq!(closed(Filter { search: "elm".to_owned(), ..Filter::default() }), (1, 1));
    }
}
