//! The name of a round.

use crate::model::{Opportunity, RoundId};
use crate::words::isolated;

/// Titles that name a kind of round, not this one: in a sentence they take "the".
const USUAL_ROUNDS: [&str; 9] = [
    "phone screen",
    "first interview",
    "second interview",
    "technical interview",
    "on-site",
    "panel",
    "panel interview",
    "final round",
    "final interview",
];

/// A round in a sentence: "the phone screen", "round 2", or its title as the user typed it.
pub(super) fn the_round(opportunity: &Opportunity, id: RoundId) -> String {
    let name = round_name(opportunity, id);
    let is_usual = USUAL_ROUNDS.iter().any(|usual| usual.eq_ignore_ascii_case(&name));
    if is_usual { format!("the {}", name.to_lowercase()) } else { name }
}

/// The title of a round; "round 2" or "the interview" for a round without one.
pub(super) fn round_name(opportunity: &Opportunity, id: RoundId) -> String {
    let mut rounds: Vec<_> = opportunity.rounds.iter().collect();
    crate::sorting::by_key(&mut rounds, |round| (round.starts, round.id));
    match rounds.iter().position(|round| round.id == id) {
        Some(place) => match rounds.get(place) {
            Some(round) if !round.title.is_empty() => isolated(&round.title).into_owned(),
            _ if rounds.len() == 1 => "the interview".to_owned(),
            _ => format!("round {}", place + 1),
        },
        None => "the interview".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{OpportunityId, Round, Stamp};

    #[test]
    fn what_rounds_are_often_called_is_no_name_of_its_own() {
        let mut one = Opportunity::new(OpportunityId(uuid::Uuid::from_u128(1)), "Acme", "Analyst");
        let mut said = |title: &str| {
            let mut round = Round::new(RoundId(uuid::Uuid::from_u128(2)), Stamp::MIN, Stamp::MIN);
            title.clone_into(&mut round.title);
            one.rounds = vec![round];
            the_round(&one, one.rounds[0].id)
        };
        assert_eq!(said("Phone screen"), "the phone screen");
        assert_eq!(said("On-site"), "the on-site");
        assert_eq!(said("Lunch with Dana's team"), "Lunch with Dana's team");
        assert_eq!(said(""), "the interview");
    }
}
