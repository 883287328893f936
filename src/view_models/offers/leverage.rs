//! What there is to negotiate with.

use super::side_by_side::criterion_name;
use crate::etiquette::{History, Now, Plan};
use crate::model::{Offer, OpportunityId, Records};
use crate::offers::{Ask, Candidate, MOST_WEIGHT, asks};
use crate::view_models::round_name::the_round;
use crate::view_models::when;
use crate::words::isolated;
use chrono::TimeZone;

/// What there is to negotiate with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Leverage {
    /// Other offers and processes, with their dates.
    pub others: Vec<String>,
    /// What to ask for, in order: what counts most and is weakest here comes first.
    pub asks: Vec<String>,
}

impl Leverage {
    pub(super) fn of<Tz: TimeZone>(
        offer: &Offer,
        home: OpportunityId,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Self {
        let elsewhere = records.opportunities.values().filter(|one| one.id != home);
        let others = elsewhere.filter_map(|one| other(&History::of(one, &records.people, now.at), plan, now));
        let candidate = Candidate { terms: offer.figures.last(), ratings: &offer.ratings };
        Self {
            others: others.collect(),
            asks: asks(&candidate, &records.search.comparing.weights).into_iter().map(asked).collect(),
        }
    }
}

/// "Bolt made you an offer, too; it wants an answer by Friday.", "At Calder, the final round is on Monday."
fn other<Tz: TimeZone>(history: &History<'_>, plan: &Plan, now: &Now<Tz>) -> Option<String> {
    let one = history.opportunity();
    let company = isolated(&one.company);
    if !history.is_live() {
        return None;
    }
    if let Some(offer) = history.undecided().next() {
        let by = offer.respond_by.filter(|by| *by > now.at && history.said_yes_at(offer).is_none());
        let by = by.map(|by| format!("; it wants an answer by {}", when::by(by, now)));
        return Some(format!("{company} made you an offer, too{}.", by.unwrap_or_default()));
    }
    if let Some(round) = history.next_round() {
        let day = when::on_day(when::day_of(round.starts, now), now);
        return Some(format!("At {company}, {} is {day}.", the_round(one, round.id)));
    }
    match history.promise() {
        Some(promise) if promise.day >= when::today(now) => {
            Some(format!("{company} promised you an answer by {}.", when::by_day(promise.day, now)))
        }
        // Whoever has long been silent is nothing to negotiate with.
        _ if super::is_silent(plan, one.id) => None,
        _ => Some(format!("{company} is still deciding.")),
    }
}

/// "Room to grow: it counts most for you, and you gave it 2 of 5".
fn asked(ask: Ask) -> String {
    let (name, _) = criterion_name(ask.criterion);
    let rating = ask.rating.unwrap_or_default();
    if ask.weight >= MOST_WEIGHT {
        format!("{name}: it counts most for you, and you gave it {rating} of 5")
    } else {
        format!("{name}: you gave it {rating} of 5")
    }
}
