//! A kind word at a turning point, before any task: after a no, an offer, a signature.

use super::when;
use crate::etiquette::{Ending, History, Now};
use crate::model::{Opportunity, Stamp};
use crate::words;
use chrono::{NaiveDate, TimeDelta, TimeZone};

const NO_VERDICT: &str = "That stings, and it is no verdict on you.";

/// For so many days the word stands on the page of the opportunity.
const DAYS: i64 = 14;

/// The words on Today: on the day of a rejection, an offer or a signature and on the day after, the happiest first.
pub fn today<Tz: TimeZone>(histories: &[(&Opportunity, History<'_>)], now: &Now<Tz>) -> Vec<String> {
    let signed = told(histories, signed_at, now)
        .map(|(companies, _)| format!("You signed with {companies}. That took patience; enjoy this."));
    let offered = told(histories, offered_at, now).map(|(companies, _)| {
        format!("{companies} made you an offer. They want you: take a moment before the tasks.")
    });
    let rejected = told(histories, rejected, now).map(|(companies, last)| {
        // The reply to a no is due two business days later at the earliest.
        let rest = if last == when::today(now) { " Nothing has to be done about it today." } else { "" };
        format!("{companies} said no. {NO_VERDICT}{rest}")
    });
    [signed, offered, rejected].into_iter().flatten().collect()
}

/// The companies to which something happened today or yesterday, the first first, and the last day of it.
fn told<Tz: TimeZone>(
    histories: &[(&Opportunity, History<'_>)],
    at: fn(&History<'_>) -> Option<Stamp>,
    now: &Now<Tz>,
) -> Option<(String, NaiveDate)> {
    let today = when::today(now);
    let all = histories.iter().filter_map(|(one, history)| Some((at(history)?, *one)));
    let mut told: Vec<(Stamp, &Opportunity)> = all.collect();
    told.retain(|(at, _)| (today - when::day_of(*at, now)).num_days() < 2);
    crate::sorting::by_key(&mut told, |(at, one)| (*at, one.id));
    let last = when::day_of(told.last()?.0, now);
    let companies: Vec<_> = told.iter().map(|(_, one)| words::isolated(&one.company)).collect();
    Some((words::list(&companies), last))
}

/// The word on the page of the opportunity.
pub fn at<Tz: TimeZone>(history: &History<'_>, now: &Now<Tz>) -> Option<String> {
    let is_fresh = |at: &Stamp| now.at - *at < TimeDelta::days(DAYS);
    if signed_at(history).is_some_and(|at| is_fresh(&at)) {
        return Some("You signed. That took patience; enjoy this.".to_owned());
    }
    if offered_at(history).is_some_and(|at| when::today(now) == when::day_of(at, now)) {
        return Some("They made you an offer. They want you: take a moment before the tasks.".to_owned());
    }
    rejected(history).filter(is_fresh).map(|_| format!("They said no. {NO_VERDICT}"))
}

fn signed_at(history: &History<'_>) -> Option<Stamp> {
    history.signed().map(|signature| signature.at)
}

/// When the last offer came that is undecided. A no before it does not stand any more.
fn offered_at(history: &History<'_>) -> Option<Stamp> {
    let stands = history.outcome().is_none_or(|outcome| outcome.ending == Ending::Rejected);
    history.undecided().filter(|_| stands).map(|offer| offer.received).max()
}

/// When they said no. `None` where it ended otherwise, or where they made an offer all the same.
pub fn rejected(history: &History<'_>) -> Option<Stamp> {
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

    fn said(all: impl IntoIterator<Item = Opportunity>) -> Vec<String> {
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
        assert_eq!(said([turned_down(1, "Acme", 1)]), [word]);
    }

    #[test]
    fn the_word_stands_until_the_end_of_the_next_day() {
        let word = "Acme said no. That stings, and it is no verdict on you.";
        assert_eq!(said([turned_down(1, "Acme", 20)]), [word]);
        assert!(said([turned_down(1, "Acme", 48)]).is_empty());
    }

    #[test]
    fn two_at_once_are_named_together() {
        let said = said([turned_down(1, "Bolt", 1), turned_down(2, "Acme", 3)]);
        assert!(said[0].starts_with("Acme and Bolt said no. "), "{said:?}");
    }

    /// An offer of so many hours ago.
    fn offer(hours_ago: i64) -> Offer {
        Offer::new(OfferId(Uuid::from_u128(3)), now().at - TimeDelta::hours(hours_ago))
    }

    #[test]
    fn who_offers_after_all_has_not_said_no() {
        let mut acme = turned_down(1, "Acme", 2);
        acme.offers.push(offer(1));
        let joy = "They want you: take a moment before the tasks.";
        assert_eq!(at(&history(&acme), &now()), Some(format!("They made you an offer. {joy}")));
        assert_eq!(said([acme]), [format!("Acme made you an offer. {joy}")]);
    }

    #[test]
    fn an_offer_and_a_signature_get_a_joyful_word_that_does_not_stay() {
        let with = |offer: Offer| {
            let mut acme = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst");
            acme.offers.push(offer);
            (at(&history(&acme), &now()).is_some(), said([acme]).len())
        };
        assert_eq!(with(offer(1)), (true, 1));
        assert_eq!(with(offer(20)), (false, 1));
        assert_eq!(with(offer(60)), (false, 0));
        let signed = |hours| Offer { signed: Some(now().at - TimeDelta::hours(hours)), ..offer(90) };
        assert_eq!(with(signed(2)), (true, 1));
        assert_eq!(with(signed(80)), (true, 0));
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
