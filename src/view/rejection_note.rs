//! A kind word after a rejection, before any task.

use super::when;
use crate::etiquette::{Ending, History, Now};
use crate::model::{Opportunity, Stamp};
use crate::words;
use chrono::{TimeDelta, TimeZone};

const NO_VERDICT: &str = "That stings, and it is no verdict on you.";

/// For so many days the word stands on the page of the opportunity.
const DAYS: i64 = 14;

/// The word on Today: on the day of a rejection and on the day after.
pub fn today<Tz: TimeZone>(histories: &[(&Opportunity, History<'_>)], now: &Now<Tz>) -> Option<String> {
    let today = when::today(now);
    let rejected = histories.iter().filter_map(|(one, history)| Some((rejected(history)?, *one)));
    let mut told: Vec<(Stamp, &Opportunity)> = rejected.collect();
    told.retain(|(at, _)| (today - when::day_of(*at, now)).num_days() < 2);
    crate::order::by_key(&mut told, |(at, one)| (*at, one.id));
    let last = when::day_of(told.last()?.0, now);
    let companies: Vec<_> = told.iter().map(|(_, one)| words::isolated(&one.company)).collect();
    // The reply to a no is due two business days later at the earliest.
    let rest = if last == today { " Nothing has to be done about it today." } else { "" };
    Some(format!("{} said no. {NO_VERDICT}{rest}", words::list(&companies)))
}

/// The word on the page of the opportunity.
pub fn at<Tz: TimeZone>(history: &History<'_>, now: &Now<Tz>) -> Option<String> {
    let at = rejected(history)?;
    (now.at - at < TimeDelta::days(DAYS)).then(|| format!("They said no. {NO_VERDICT}"))
}

/// When they said no. `None` where it ended otherwise, or where they made an offer all the same.
fn rejected(history: &History<'_>) -> Option<Stamp> {
    let outcome = history.outcome().filter(|outcome| outcome.ending == Ending::Rejected)?;
    let offered = history.undecided().next().is_some() || history.signed().is_some();
    (!offered).then_some(outcome.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, EventId, EventKind, Offer, OfferId, OpportunityId, Records};
    use crate::model::{Person, PersonId};
    use chrono::Utc;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    /// Monday 2 March 2026, 15:00.
    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
    }

    fn turned_down(n: u128, company: &str, hours_ago: i64) -> Opportunity {
        let mut one = Opportunity::new(OpportunityId(Uuid::from_u128(n)), company, "Analyst");
        let at = now().at - TimeDelta::hours(hours_ago);
        let what = EventKind::Rejected { person: None };
        one.events.push(Event {
            id: EventId(Uuid::from_u128(n)),
            at,
            what,
            letter: None,
            against_advice: false,
        });
        one
    }

    fn said(all: impl IntoIterator<Item = Opportunity>) -> Option<String> {
        let mut records = Records::default();
        records.opportunities.extend(all.into_iter().map(|one| (one.id, one)));
        let histories: Vec<_> = records.opportunities.values().map(|one| (one, history(one))).collect();
        today(&histories, &now())
    }

    fn history(one: &Opportunity) -> History<'_> {
        static NOBODY: BTreeMap<PersonId, Person> = BTreeMap::new();
        History::of(one, &NOBODY, now().at)
    }

    #[test]
    fn a_no_of_today_gets_a_kind_word_and_no_haste() {
        let word =
            "Acme said no. That stings, and it is no verdict on you. Nothing has to be done about it today.";
        assert_eq!(said([turned_down(1, "Acme", 1)]).as_deref(), Some(word));
    }

    #[test]
    fn the_word_stands_until_the_end_of_the_next_day() {
        let word = "Acme said no. That stings, and it is no verdict on you.";
        assert_eq!(said([turned_down(1, "Acme", 20)]).as_deref(), Some(word));
        assert_eq!(said([turned_down(1, "Acme", 48)]), None);
    }

    #[test]
    fn two_at_once_are_named_together() {
        let said = said([turned_down(1, "Bolt", 1), turned_down(2, "Acme", 3)]).unwrap();
        assert!(said.starts_with("Acme and Bolt said no. "), "{said}");
    }

    #[test]
    fn who_offers_after_all_has_not_said_no() {
        let mut acme = turned_down(1, "Acme", 2);
        acme.offers.push(Offer::new(OfferId(Uuid::from_u128(3)), now().at - TimeDelta::hours(1)));
        assert_eq!((at(&history(&acme), &now()), said([acme])), (None, None));
    }

    #[test]
    fn on_its_own_page_the_word_stays_for_two_weeks() {
        assert_eq!(
            at(&history(&turned_down(1, "Acme", 24 * 13)), &now()).as_deref(),
            Some("They said no. That stings, and it is no verdict on you.")
        );
        assert_eq!(at(&history(&turned_down(1, "Acme", 24 * 14)), &now()), None);
    }
}
