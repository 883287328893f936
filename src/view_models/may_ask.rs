//! "May I write to them now?", in words.

use super::line::cited;
use super::{Link, Route, Why};
use crate::etiquette::{About, Advice, Answer, Now, Plan, Playbook, YesReason, may_write};
use crate::model::{ActionKey, Opportunity, Records, Task};
use chrono::TimeZone;

/// The guard's answer about a status question, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MayAsk {
    /// Whether it is right to ask.
    pub yes: bool,
    /// The answer: "Not yet. You may from Tuesday."
    pub answer: String,
    /// Why.
    pub why: Why,
    /// Where the question is written, with the advice or against it.
    pub write: Link,
}

impl MayAsk {
    /// The answer for an opportunity at a moment.
    pub fn of<Tz: TimeZone>(
        opportunity: &Opportunity,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Self {
        let answer = may_write(records, opportunity.id, About::Status, None, now);
        let Advice { answer: words, why: reason } = Advice::of(&answer, now);
        let yes = matches!(answer, Answer::Yes(_));
        // Whose offer is open need not be asked where things stand: they wait for a word about that.
        let offer = (answer == Answer::Yes(YesReason::OfferOpen)).then(|| about_offer(opportunity, plan));
        let label = match (yes, offer) {
            (_, Some(Some(_))) => "Write about the offer",
            (true, _) => "Write to ask",
            (false, _) => "Write anyway",
        };
        let sources = answer.sources(Playbook::get(records.settings.playbook));
        let action = offer.flatten().unwrap_or_else(|| question(opportunity, plan));
        Self {
            yes,
            answer: words,
            why: Why { reason, sources: cited(sources, |_| String::new()), notes: Vec::new() },
            write: Link { label, href: Route::Letter(action).href() },
        }
    }
}

/// What is to be written about an open offer: thanks for it, then for it in writing, then yes or no.
fn about_offer(opportunity: &Opportunity, plan: &Plan) -> Option<ActionKey> {
    use crate::etiquette::Status::{Blocked, Open, Overdue, Upcoming};
    let waits = |task| {
        let mut of = plan.of(opportunity.id).filter(move |action| action.task() == task);
        of.find(|action| matches!(action.status, Open | Overdue | Upcoming | Blocked))
            .map(|action| action.key)
    };
    [Task::AcknowledgeOffer, Task::GetItInWriting, Task::DecideOffer].into_iter().find_map(waits)
}

/// The question that is next in the plan, else the one after the last.
fn question(opportunity: &Opportunity, plan: &Plan) -> ActionKey {
    use crate::etiquette::Status::{Done, Missed, Skipped};
    let asked = plan.of(opportunity.id).filter(|action| action.task() == Task::FollowUp);
    let (mut next, mut last) = (None, 0);
    for action in asked {
        last = last.max(action.key.nth.unwrap_or(0));
        if !matches!(action.status, Done | Missed | Skipped) {
            next = Some(action.key);
        }
    }
    next.unwrap_or_else(|| ActionKey {
        opportunity: Some(opportunity.id),
        nth: Some(last.saturating_add(1)),
        ..ActionKey::new(Task::FollowUp)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Offer, OfferId, OpportunityId, Stamp};
    use chrono::TimeDelta;

    fn may_ask(offer: impl FnOnce(&mut Offer)) -> MayAsk {
        let id = |n| uuid::Uuid::from_u128(n);
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), chrono_tz::America::New_York);
        let mut made = Offer::new(OfferId(id(7)), now.at - TimeDelta::hours(2));
        offer(&mut made);
        let mut acme = Opportunity::new(OpportunityId(id(1)), "Acme", "Analyst");
        acme.offers.push(made);
        let mut records = Records::default();
        records.opportunities.insert(acme.id, acme.clone());
        MayAsk::of(&acme, &records, &plan(&records, &now), &now)
    }

    #[test]
    fn whose_offer_is_open_is_written_to_about_that_and_not_asked_where_things_stand() {
        let fresh = may_ask(|_| ());
        let task = |may: &MayAsk| match Route::read(&may.write.href) {
            Some(Route::Letter(key)) => key.task,
            other => panic!("{other:?}"),
        };
        assert_eq!((fresh.write.label, task(&fresh)), ("Write about the offer", Task::AcknowledgeOffer));
        let thanked = may_ask(|offer| offer.acknowledged = Some(offer.received));
        assert_eq!(task(&thanked), Task::GetItInWriting);
        let written = may_ask(|offer| {
            (offer.acknowledged, offer.written) = (Some(offer.received), Some(offer.received));
        });
        assert_eq!(task(&written), Task::DecideOffer);
        let declined = may_ask(|offer| offer.declined = Some(offer.received));
        assert_eq!(task(&declined), Task::FollowUp);
        assert_ne!(declined.write.label, "Write about the offer");
    }
}
