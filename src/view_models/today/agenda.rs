//! What is on today and tomorrow, or next.

use super::super::round_name::round_name;
use super::super::{Route, safe_link, when};
use crate::etiquette::{History, Now};
use crate::model::{Opportunity, Records, Round, Stamp};
use crate::words::{capitalized, clock, isolated, list};
use chrono::TimeZone;

/// A round of today or tomorrow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Appointment {
    /// "Tomorrow, 10:00".
    pub when: String,
    /// "Second round at Oak & Ember".
    pub what: String,
    /// The opportunity's page.
    pub href: String,
    /// Who will be there, and where it is; may be empty.
    pub about: String,
    /// The address to join it at, where the place names one.
    pub join: Option<String>,
    /// Where one prepares for it; `None` while it runs.
    pub prepare: Option<String>,
}

/// The rounds of today and tomorrow that are not over, the next one first; where there is none, the next of all.
pub(super) fn appointments<Tz: TimeZone>(
    histories: &[(&Opportunity, History<'_>)],
    records: &Records,
    now: &Now<Tz>,
) -> Vec<Appointment> {
    let today = when::today(now);
    let days_until = |round: &Round| (when::day_of(round.starts, now) - today).num_days();
    let live = histories.iter().filter(|(_, history)| history.is_live());
    let rounds = live.flat_map(|(one, history)| history.rounds().iter().copied().map(move |it| (*one, it)));
    let mut soon: Vec<(&Opportunity, &Round)> = rounds.filter(|(_, round)| now.at < round.ends).collect();
    crate::sorting::by_key(&mut soon, |(_, round)| (round.starts, round.id));
    let near = soon.iter().filter(|(_, round)| days_until(round) <= 1).count();
    soon.truncate(near.max(1));
    soon.into_iter().map(|(one, round)| appointment(one, round, records, now)).collect()
}

fn appointment<Tz: TimeZone>(
    one: &Opportunity,
    round: &Round,
    records: &Records,
    now: &Now<Tz>,
) -> Appointment {
    let runs = round.starts <= now.at;
    let people = round.expected.iter().filter_map(|id| records.people.get(id));
    let people: Vec<_> = people.map(|person| isolated(&person.name)).collect();
    let place = round.place.trim().trim_end_matches('.');
    let join = place.split_whitespace().find_map(joinable);
    let about: Vec<String> = [
        (!people.is_empty()).then(|| format!("with {}", list(&people))),
        (!place.is_empty() && join.is_none()).then(|| isolated(place).into_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    Appointment {
        when: if runs {
            format!("Now, until {}", time(round.ends, now))
        } else {
            capitalized(&when::time(round.starts, now))
        },
        what: format!("{} at {}", capitalized(&round_name(one, round.id)), isolated(&one.company)),
        href: Route::Opportunity(one.id).href(),
        about: capitalized(&about.join(" · ")),
        join,
        prepare: (!runs).then(|| Route::Prepare { opportunity: one.id, round: round.id }.href()),
    }
}

fn time<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    clock(at.with_timezone(&now.zone).time(), now.hours)
}

/// A word that is an address of the web, and no abbreviation.
pub(in crate::view_models) fn joinable(word: &str) -> Option<String> {
    let is_address = word.contains("://") || word.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    safe_link(word).filter(|_| is_address)
}
