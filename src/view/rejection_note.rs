//! A kind word after a no: it comes before any task.

use super::{Stage, when};
use crate::etiquette::Now;
use crate::model::{EventKind, Opportunity, Records, Stamp};
use crate::words;
use chrono::{TimeDelta, TimeZone};

const NO_VERDICT: &str = "That stings, and it is no verdict on you.";

/// On the page of an opportunity the word stands for so long.
const DAYS: i64 = 14;

/// On Today, on the day of the no and the day after.
pub fn today<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Option<String> {
    let today = when::today(now);
    let said_no = |one| said_no(one, now.at).map(|at| (at, one));
    let mut told: Vec<(Stamp, &Opportunity)> = records.opportunities.values().filter_map(said_no).collect();
    told.retain(|(at, _)| (today - when::day_of(*at, now)).num_days() < 2);
    crate::order::by_key(&mut told, |(at, one)| (*at, one.id));
    let last = when::day_of(told.last()?.0, now);
    let companies: Vec<_> = told.iter().map(|(_, one)| words::isolated(&one.company)).collect();
    // The reply to a no is due two business days later at the earliest.
    let rest = if last == today { " Nothing has to be done about it today." } else { "" };
    Some(format!("{} said no. {NO_VERDICT}{rest}", words::list(&companies)))
}

/// On the page of the opportunity.
pub fn at<Tz: TimeZone>(one: &Opportunity, now: &Now<Tz>) -> Option<String> {
    let at = said_no(one, now.at)?;
    (now.at - at < TimeDelta::days(DAYS)).then(|| format!("They said no. {NO_VERDICT}"))
}

/// When they said no, where that is how it stands.
fn said_no(one: &Opportunity, now: Stamp) -> Option<Stamp> {
    let no = |what: &EventKind| matches!(what, EventKind::Rejected { .. });
    let last =
        one.events.iter().filter(|event| event.at <= now && no(&event.what)).map(|event| event.at).max()?;
    (Stage::of(one, now) == Stage::Closed).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, EventId, Offer, OfferId, OpportunityId};
    use chrono::Utc;
    use uuid::Uuid;

    /// Monday 2 March 2026, 15:00.
    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
    }

    fn rejected(n: u128, company: &str, hours_ago: i64) -> Opportunity {
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
        today(&records, &now())
    }

    #[test]
    fn a_no_of_today_gets_a_kind_word_and_no_haste() {
        let word =
            "Acme said no. That stings, and it is no verdict on you. Nothing has to be done about it today.";
        assert_eq!(said([rejected(1, "Acme", 1)]).as_deref(), Some(word));
    }

    #[test]
    fn the_word_stands_until_the_end_of_the_next_day() {
        let word = "Acme said no. That stings, and it is no verdict on you.";
        assert_eq!(said([rejected(1, "Acme", 20)]).as_deref(), Some(word));
        assert_eq!(said([rejected(1, "Acme", 48)]), None);
    }

    #[test]
    fn two_at_once_are_named_together() {
        let said = said([rejected(1, "Bolt", 1), rejected(2, "Acme", 3)]).unwrap();
        assert!(said.starts_with("Acme and Bolt said no. "), "{said}");
    }

    #[test]
    fn who_offers_after_all_has_not_said_no() {
        let mut acme = rejected(1, "Acme", 2);
        acme.offers.push(Offer::new(OfferId(Uuid::from_u128(3)), now().at - TimeDelta::hours(1)));
        assert_eq!((at(&acme, &now()), said([acme])), (None, None));
    }

    #[test]
    fn on_its_own_page_the_word_stays_for_two_weeks() {
        assert_eq!(
            at(&rejected(1, "Acme", 24 * 13), &now()).as_deref(),
            Some("They said no. That stings, and it is no verdict on you.")
        );
        assert_eq!(at(&rejected(1, "Acme", 24 * 14), &now()), None);
    }
}
