//! An example search: invented, believable, and in the middle of everything.
//!
//! It is told relative to the moment at which it is loaded, so that something is always due. Everything in it is
//! marked as an example and can be dropped in one go.

mod book;
mod stories;

use crate::etiquette::Now;
use crate::model::Records;
use book::Book;
use chrono::TimeZone;

/// An example search as it stands at a moment. Each one has ids of its own.
pub fn search<Tz: TimeZone>(now: &Now<Tz>) -> Records {
    let resolve = |local| crate::etiquette::resolve_local(&now.zone, local);
    let mut book = Book::new(now.at, local_time(now), &resolve);
    stories::tell_all(&mut book);
    book.records
}

fn local_time<Tz: TimeZone>(now: &Now<Tz>) -> chrono::NaiveDateTime {
    use chrono::Offset;
    now.at.naive_utc() + now.zone.offset_from_utc_datetime(&now.at.naive_utc()).fix()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::{Status, plan};
    use crate::model::{Opportunity, Stamp, Task};
    use chrono::{TimeDelta, Utc};
    use std::collections::BTreeSet;

    /// Every hour of ten days, two week ends among them.
    fn moments() -> impl Iterator<Item = Now<Utc>> {
        let start = Stamp::from_timestamp(1_788_480_000).unwrap(); // a Friday
        (0..240).map(move |hour| Now::new(start + TimeDelta::hours(hour), Utc))
    }

    #[test]
    fn it_has_something_to_do_now_whenever_it_is_loaded() {
        for now in moments() {
            let plan = plan(&search(&now), &now);
            let tasks: BTreeSet<Task> = plan
                .actions
                .iter()
                .filter(|action| matches!(action.status, Status::Open | Status::Overdue))
                .map(|action| action.key.task)
                .collect();
            for task in [
                Task::ThankYou,
                Task::FollowUp,
                Task::MoveOn,
                Task::ReplyToRejection,
                Task::DecideOffer,
                Task::KeepInTouch,
            ] {
                assert!(tasks.contains(&task), "{task:?} at {:?}: {tasks:?}", now.at);
            }
        }
    }

    #[test]
    fn nothing_in_it_happened_later_than_now() {
        for now in moments() {
            let records = search(&now);
            for it in records.opportunities.values() {
                assert!(it.applied.is_none_or(|at| at <= now.at), "{} at {:?}", it.company, now.at);
                assert!(it.events.iter().all(|event| event.at <= now.at), "{} at {:?}", it.company, now.at);
                let recorded = it.rounds.iter().filter(|round| round.is_recorded());
                assert!(recorded.into_iter().all(|round| round.ends <= now.at), "{}", it.company);
            }
        }
    }

    #[test]
    fn everything_in_it_is_marked_and_everyone_mentioned_is_there() {
        let now = moments().next().unwrap();
        let records = search(&now);
        assert!(records.opportunities.len() >= 8);
        assert!(records.opportunities.values().all(|it| it.example));
        assert!(records.people.values().all(|person| person.example));
        let mentioned = records.opportunities.values().flat_map(Opportunity::everyone);
        assert!(mentioned.into_iter().all(|id| records.people.contains_key(&id)));
        assert!(records.opportunities.values().any(|it| !it.drafts.is_empty()));
        assert!(records.opportunities.values().any(|it| !it.offers.is_empty()));
    }
}
