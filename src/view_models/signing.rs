//! A signature where another one stands already: is it instead of that one?

use crate::commands::Command;
use crate::etiquette::{History, Now};
use crate::model::{ActionKey, Mark, OfferId, OpportunityId, Records, Stamp, Task};
use chrono::{TimeDelta, TimeZone};

/// A signature older than this is a job that the user has, and nothing to step back from.
const RECENT: TimeDelta = TimeDelta::days(90);

/// What was signed elsewhere not long ago.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedElsewhere {
    /// The opportunity of that offer.
    pub opportunity: OpportunityId,
    /// The company.
    pub company: String,
}

impl SignedElsewhere {
    /// The latest signature at another company that still stands.
    pub fn of<Tz: TimeZone>(here: OpportunityId, records: &Records, now: &Now<Tz>) -> Option<Self> {
        let others = records.opportunities.values().filter(|other| other.id != here);
        let signed = others.filter_map(|other| {
            let signature = History::of(other, &records.people, now.at).signed()?;
            (now.at - signature.at <= RECENT).then_some((signature.at, other))
        });
        let (_, other) = signed.max_by_key(|(at, other)| (*at, other.id))?;
        Some(Self { opportunity: other.id, company: other.company.clone() })
    }

    /// What it means to sign an offer and keep the other job, too.
    pub fn beside(&self, here: OpportunityId, offer: OfferId, at: Stamp) -> Command {
        let sign = Command::SignOffer { opportunity: here, offer, at };
        // Nothing is to be withdrawn there.
        let withdrawal = ActionKey {
            opportunity: Some(self.opportunity),
            offer: Some(offer),
            ..ActionKey::new(Task::Withdraw)
        };
        let kept = Command::MarkAction { key: withdrawal, mark: Mark::Skipped };
        Command::Batch(Box::new(sign), vec![kept])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Offer, Opportunity};
    use chrono::Utc;
    use uuid::Uuid;

    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
    }

    /// An opportunity whose offer was signed so many days ago.
    fn signed(n: u128, company: &str, days: i64) -> Opportunity {
        let at = now().at - TimeDelta::days(days);
        let offer = Offer { signed: Some(at), ..Offer::new(OfferId(Uuid::from_u128(n + 100)), at) };
        let id = OpportunityId(Uuid::from_u128(n));
        Opportunity { offers: vec![offer], ..Opportunity::new(id, company, "Analyst") }
    }

    fn elsewhere(opportunities: impl IntoIterator<Item = Opportunity>) -> Option<String> {
        let opportunities = opportunities.into_iter().map(|one| (one.id, one)).collect();
        let records = Records { opportunities, ..Records::default() };
        let here = OpportunityId(Uuid::from_u128(1));
        SignedElsewhere::of(here, &records, &now()).map(|signed| signed.company)
    }

    #[test]
    fn the_latest_signature_elsewhere_is_asked_about_and_an_old_one_is_a_job() {
        assert_eq!(elsewhere([signed(1, "Acme", 3)]), None, "this one is here");
        let both = [signed(1, "Acme", 3), signed(2, "Bolt", 20), signed(3, "Cedar", 5)];
        assert_eq!(elsewhere(both).as_deref(), Some("Cedar"));
        assert_eq!(elsewhere([signed(2, "Bolt", 90)]).as_deref(), Some("Bolt"));
        assert_eq!(elsewhere([signed(2, "Bolt", 91)]), None);
    }
}
