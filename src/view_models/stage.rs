//! How the stage of an opportunity is called.

use crate::etiquette::Stage;

/// Its name in an address.
pub const fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Applied => "applied",
        Stage::Interviewing => "interviewing",
        Stage::Offered => "offered",
        Stage::Signed => "signed",
        Stage::Closed => "closed",
    }
}

/// Its name on the screen.
pub const fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Applied => "Applied",
        Stage::Interviewing => "Interviewing",
        Stage::Offered => "Offer",
        Stage::Signed => "Signed",
        Stage::Closed => "Closed",
    }
}

#[cfg(test)]
mod tests {
    use crate::etiquette::{Now, Stage, Status, plan};
    use crate::model::PipelineOrder;
    use crate::model::{
        Course, Event, EventId, EventKind, Met, Offer, OfferId, Opportunity, OpportunityId, Person, PersonId,
        Records, Role, Round, RoundId, Stamp, Task,
    };
    use crate::view_models::{FIRST_LINES, Filter, LookBack, Most, OpportunityPage, Pipeline, Today};
    use chrono::{TimeDelta, Utc};
    use uuid::Uuid;

    const MOST: Most = Most { each: 9, closed: 9 };

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
        let pipeline = Pipeline::of(&Filter::default(), PipelineOrder::NextDue, MOST, &records, &plan, &now);
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
}
