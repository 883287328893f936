//! The points of the actions that are a list to go through.

use super::super::{Stage, lessons, when};
use crate::etiquette::{Action, History, Now};
use crate::model::{Offer, Opportunity, Records, Stamp, Task};
use crate::words::isolated;
use chrono::TimeZone;

/// The points of an action; empty for most.
pub(super) fn points<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> Vec<String> {
    match action.task() {
        Task::AskBeforeLeaving => BEFORE_LEAVING.iter().map(|point| (*point).to_owned()).collect(),
        Task::ReviewLessons => last_lessons(records, now),
        Task::CompareOffers => offers_beside_each_other(records, now),
        Task::KeepSearching => STEPS_OF_A_SEARCH.iter().map(|point| (*point).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The undecided offers, the earliest deadline first; then what to compare them by.
fn offers_beside_each_other<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<String> {
    let of = |home: &Opportunity| {
        let history = History::of(home, &records.people, now.at);
        let open = history.undecided().filter(|_| Stage::of(&history) == Stage::Offered);
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
    let mut offers: Vec<(Stamp, String)> = records.opportunities.values().flat_map(of).collect();
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

/// The last five lessons, the latest first, each once.
fn last_lessons<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<String> {
    let mut last: Vec<String> = Vec::new();
    for lesson in lessons(records, None, now) {
        if !last.contains(&lesson.title) && last.len() < 5 {
            last.push(lesson.title);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{OfferId, OpportunityId};
    use crate::view::Link;
    use chrono::TimeDelta;
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
        let plan = plan(&records, &now);
        let action = plan.actions.iter().find(|action| action.task() == Task::CompareOffers).unwrap();
        let points = points(action, &records, &now);
        let [first, second, against] = points.as_slice() else { panic!("{points:?}") };
        assert_eq!(first, "Bolt: an answer by the end of Friday; 62,000 and a bike");
        assert_eq!(second, "Acme: no deadline");
        assert!(against.contains("room to grow"));
        let link = Link { label: "Side by side", href: "#/offers".to_owned() };
        assert_eq!(super::super::primary(action), Some(link));
    }
}
