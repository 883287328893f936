//! How far an opportunity has come.

use crate::etiquette::History;

/// How far an opportunity has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Applied for; no round is known.
    Applied,
    /// A round is known.
    Interviewing,
    /// An offer is undecided.
    Offered,
    /// An offer is signed.
    Signed,
    /// It has an outcome, and no offer is signed.
    Closed,
}

impl Stage {
    /// All of them, in the order of the pipeline.
    pub const ALL: [Self; 5] = [Self::Applied, Self::Interviewing, Self::Offered, Self::Signed, Self::Closed];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Interviewing => "interviewing",
            Self::Offered => "offered",
            Self::Signed => "signed",
            Self::Closed => "closed",
        }
    }

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Applied => "Applied",
            Self::Interviewing => "Interviewing",
            Self::Offered => "Offer",
            Self::Signed => "Signed",
            Self::Closed => "Closed",
        }
    }

    /// The stage that an opportunity has reached, as etiquette reads its record.
    pub fn of(history: &History<'_>) -> Self {
        if history.signed().is_some() {
            Self::Signed
        } else if history.outcome().is_some() {
            Self::Closed
        } else if history.undecided().next().is_some() {
            Self::Offered
        } else if history.is_live() {
            Self::Interviewing // also once its only round is off
        } else {
            Self::Applied
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::{Now, Status, plan};
    use crate::model::{
        Course, Event, EventId, EventKind, Met, Offer, OfferId, Opportunity, OpportunityId, Person, PersonId,
        Records, Role, Round, RoundId, Stamp, Task,
    };
    use crate::view_models::{FIRST_LINES, Filter, LookBack, OpportunityPage, Pipeline, Today};
    use chrono::{TimeDelta, Utc};
    use uuid::Uuid;

    /// Monday 2 March 2026, 15:00.
    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
    }

    fn days_ago(days: i64) -> Stamp {
        now().at - TimeDelta::days(days)
    }

    fn event(n: u128, at: Stamp, what: EventKind) -> Event {
        Event { id: EventId(Uuid::from_u128(n)), at, what, letter: None, against_advice: false }
    }

    /// Acme was interviewed for 40 days ago, and its silence was taken for an answer 10 days ago.
    fn silent() -> Opportunity {
        let dana = PersonId(Uuid::from_u128(2));
        let mut round = Round::new(RoundId(Uuid::from_u128(3)), days_ago(41), days_ago(40));
        round.course = Some(Course { met: vec![Met::new(dana)], ..Course::default() });
        let mut acme = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst");
        acme.rounds.push(round);
        acme.events.push(event(4, days_ago(10), EventKind::ClosedSilent));
        acme
    }

    /// How the pipeline, the page, Today, the plan and the letters see it: the stage twice, the line about the search,
    /// whether the plan has anything left to ask or to decide, and where a look back goes.
    fn seen(acme: &Opportunity) -> (Stage, Stage, String, bool, String) {
        let (now, mut records) = (now(), Records::default());
        let dana = Person::new(PersonId(Uuid::from_u128(2)), "Dana Reyes", Role::HiringManager);
        records.people.insert(dana.id, dana);
        records.opportunities.insert(acme.id, acme.clone());
        let plan = plan(&records, &now);
        let pipeline = Pipeline::of(&Filter::default(), 9, &records, &plan, &now);
        let column = pipeline.columns.iter().find(|column| column.count == 1).unwrap();
        let page = OpportunityPage::of(acme.id, &records, &plan, &now).unwrap();
        let today = Today::of(&FIRST_LINES, &records, &plan, &now);
        let goes_on = plan.of(acme.id).any(|action| {
            matches!(action.task(), Task::FollowUp | Task::AskBeforeLeaving | Task::AcknowledgeOffer)
                && matches!(action.status, Status::Open | Status::Overdue | Status::Upcoming)
        });
        let look_back = LookBack::of(&records, acme.id, acme.rounds[0].id, &now).unwrap();
        (column.stage, page.stage, today.search.unwrap(), goes_on, look_back.reaches)
    }

    #[test]
    fn a_reply_a_round_or_an_offer_reopens_what_silence_had_closed_everywhere_alike() {
        const STAYS: &str = "These stay with you, for the next time.";
        let (column, page, search, goes_on, reaches) = seen(&silent());
        assert_eq!((column, page, goes_on, reaches.as_str()), (Stage::Closed, Stage::Closed, false, STAYS));
        assert!(search.starts_with("Nothing is under way."), "{search}");

        let mut replied = silent();
        let reply = EventKind::reply(None, None);
        replied.events.push(event(5, days_ago(1), reply));
        let mut met_again = silent();
        let mut round = Round::new(
            RoundId(Uuid::from_u128(6)),
            now().at + TimeDelta::days(3),
            now().at + TimeDelta::days(4),
        );
        round.known = Some(days_ago(1));
        met_again.rounds.push(round);
        let mut offered = silent();
        offered.offers.push(Offer::new(OfferId(Uuid::from_u128(7)), days_ago(1)));

        let reopened =
            [(replied, Stage::Interviewing), (met_again, Stage::Interviewing), (offered, Stage::Offered)];
        for (acme, stage) in reopened {
            let (column, page, search, goes_on, reaches) = seen(&acme);
            assert_eq!((column, page, goes_on), (stage, stage, true));
            assert!(search.starts_with("1 under way."), "{search}");
            assert_ne!(reaches, STAYS, "{stage:?}");
        }
    }

    #[test]
    fn an_outcome_closes_and_a_signature_counts_more() {
        let stage = |offer: Option<&Offer>, event: Option<&Event>| {
            let mut acme = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst");
            acme.offers.extend(offer.cloned());
            acme.events.extend(event.cloned());
            Stage::of(&History::of(&acme, &Records::default().people, now().at))
        };
        let offer = Offer::new(OfferId(Uuid::from_u128(7)), days_ago(2));
        let signed = Offer { signed: Some(days_ago(1)), ..offer.clone() };
        let declined = Offer { declined: Some(days_ago(1)), ..offer.clone() };
        let withdrawn = event(8, days_ago(1), EventKind::Withdrawn);
        assert_eq!(stage(None, None), Stage::Applied);
        assert_eq!(stage(Some(&offer), None), Stage::Offered);
        assert_eq!(stage(Some(&declined), None), Stage::Closed);
        assert_eq!(stage(Some(&offer), Some(&withdrawn)), Stage::Closed);
        assert_eq!(stage(Some(&signed), Some(&withdrawn)), Stage::Signed);
    }
}
