//! Of whom a message or a call can be: every opportunity, the likeliest first.

use super::pipeline::matches;
use super::{Line, Route, stage_name, when};
use crate::etiquette::{History, Now, Stage};
use crate::model::{Opportunity, Records};
use chrono::{NaiveDate, TimeZone};
use std::cmp::Reverse;

/// Of whom a message or a call can be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Senders {
    /// How many opportunities there are in all.
    pub all: usize,
    /// How many match what is sought.
    pub found: usize,
    /// The first of these. Each leads to the form in which it is noted what they said.
    pub lines: Vec<Line>,
}

impl Senders {
    /// No more than `most` of those that match what is sought.
    pub fn of<Tz: TimeZone>(sought: &str, most: usize, records: &Records, now: &Now<Tz>) -> Self {
        let sought = sought.trim().to_lowercase();
        let found = records.opportunities.values().filter(|one| matches(one, &sought, records));
        let mut found: Vec<_> = found.map(|one| (one, History::of(one, &records.people, now.at))).collect();
        crate::sorting::by_key(&mut found, |(_, history)| likelihood(history, when::today(now)));
        Self {
            all: records.opportunities.len(),
            found: found.len(),
            lines: found.iter().take(most).map(|(one, history)| line(one, history, now)).collect(),
        }
    }
}

/// The least comes first: who is in talks with the user, and of those who promised an answer the one whose day is
/// nearest; then who was heard of last.
fn likelihood(history: &History<'_>, today: NaiveDate) -> impl Ord + use<> {
    let rank = match history.stage() {
        Stage::Interviewing | Stage::Offered => 0,
        Stage::Applied => 1,
        Stage::Signed => 2,
        Stage::Closed => 3,
    };
    let promised = history.promise().map(|promise| (promise.day - today).num_days().abs());
    (rank, promised.is_none(), promised, Reverse(history.last_activity()))
}

fn line<Tz: TimeZone>(one: &Opportunity, history: &History<'_>, now: &Now<Tz>) -> Line {
    let side = match (history.stage(), history.promise(), history.last_activity()) {
        (stage @ (Stage::Signed | Stage::Closed), ..) => stage_name(stage).to_owned(),
        (_, Some(promise), _) if promise.day < when::today(now) => {
            format!("Answer was due {}", when::on_day(promise.day, now))
        }
        (_, Some(promise), _) => format!("Answer by {}", when::by_day(promise.day, now)),
        (.., Some(at)) => format!("Last word {}", when::back_then(at, now)),
        _ => String::new(),
    };
    Line {
        title: one.company.clone(),
        href: Some(Route::Reply(one.id).href()),
        about: one.role.clone(),
        side: vec![side],
        ..Line::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, EventId, EventKind, OpportunityId, Round, RoundId, Stamp, read_date, uuid_v7};
    use chrono::{TimeDelta, Utc};

    /// Tuesday 9 June 2026.
    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), Utc)
    }

    fn applied(n: u8, company: &str, days: i64) -> Opportunity {
        let mut one = Opportunity::new(OpportunityId(uuid_v7(0, [n; 10])), company, "Analyst");
        one.applied = Some(now().at - TimeDelta::days(days));
        one
    }

    fn told(one: Opportunity, n: u8, what: EventKind) -> Opportunity {
        let id = EventId(uuid_v7(0, [n; 10]));
        let at = now().at - TimeDelta::days(1);
        let mut events = one.events.clone();
        events.push(Event { id, at, what, letter: None, against_advice: false });
        Opportunity { events, ..one }
    }

    fn met(n: u8, company: &str, days: i64) -> Opportunity {
        let mut one = applied(n, company, 30);
        let ended = now().at - TimeDelta::days(days);
        one.rounds.push(Round::new(RoundId(uuid_v7(0, [n + 50; 10])), ended - TimeDelta::hours(1), ended));
        one
    }

    fn records() -> Records {
        let promised =
            |n, company, day| told(met(n, company, 9), n + 100, EventKind::reply(None, read_date(day)));
        let mut records = Records::default();
        let all = [
            applied(1, "Older", 9),
            applied(2, "Newer", 2),
            told(met(3, "Over", 20), 103, EventKind::Withdrawn),
            met(4, "Met", 8),
            promised(5, "Friday", "2026-06-05"),
            promised(6, "Wednesday", "2026-06-10"),
        ];
        records.opportunities.extend(all.map(|one| (one.id, one)));
        records
    }

    fn found(sought: &str, most: usize) -> Vec<(String, String)> {
        let lines = Senders::of(sought, most, &records(), &now()).lines;
        lines.into_iter().map(|line| (line.title, line.side.concat())).collect()
    }

    #[test]
    fn who_promised_an_answer_comes_first_then_who_was_met_and_what_is_over_last() {
        let said = found("", 9);
        let companies: Vec<&str> = said.iter().map(|(company, _)| company.as_str()).collect();
        assert_eq!(companies, ["Wednesday", "Friday", "Met", "Newer", "Older", "Over"]);
        let sides: Vec<&str> = said.iter().map(|(_, side)| side.as_str()).collect();
        assert_eq!(sides[..2], ["Answer by tomorrow", "Answer was due on Friday 5 June"]);
        assert_eq!(sides[5], "Closed");
    }

    #[test]
    fn one_of_many_is_found_by_its_name_and_what_is_cut_is_counted() {
        assert_eq!(found("old", 9).len(), 1);
        let cut = Senders::of("", 2, &records(), &now());
        assert_eq!((cut.lines.len(), cut.found, cut.all), (2, 6, 6));
    }

    #[test]
    fn each_leads_to_the_form_of_its_own() {
        let records = records();
        let cut = Senders::of("newer", 9, &records, &now());
        let id = OpportunityId(uuid_v7(0, [2; 10]));
        assert_eq!(cut.lines[0].href, Some(Route::Reply(id).href()));
    }
}
