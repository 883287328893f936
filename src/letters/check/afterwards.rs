//! What changed after a letter was begun: an offer elsewhere was signed, or the user looked back at the round.

use super::content::appended;
use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::mention::mentions;
use crate::letters::signed_offer::SignedOffer;
use crate::model::Letter;

/// What says that the job is still wanted, in small letters.
const COURTING: [&str; 22] = [
    "interested in",
    "my interest",
    "keen on",
    "keen to",
    "eager to",
    "excited",
    "look forward to the next step",
    "look forward to hearing from you",
    "hope to hear",
    "hope for good news",
    "before you decide",
    "help you decide",
    "be of use",
    "join your team",
    "part of your team",
    "working for you",
    "like to work with",
    "want to work",
    "where i want to be",
    "joining the team",
    "take the next step",
    "next round",
];

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    if context.settled {
        courting(letter, context, found);
    }
    for point in &context.debrief {
        if !mentions(&letter.body, &point.words) {
            let reason = format!("{} is not in it yet. It can still be said.", point.what);
            let finding = appended(Check::DebriefLeftOut, &reason, "Put it in", &point.sentence, letter);
            found.push(Finding { weight: Weight::Hint, ..finding });
        }
    }
}

fn courting(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let small = letter.body.to_ascii_lowercase();
    let mut at: Vec<_> = COURTING
        .iter()
        .flat_map(|phrase| small.match_indices(phrase).map(|(at, phrase)| at..at + phrase.len()))
        .collect();
    crate::sorting::by_key(&mut at, |at| at.start);
    if at.is_empty() {
        return;
    }
    let (weight, why) = match context.signed {
        SignedOffer::Elsewhere => (Weight::Stop, "You have signed elsewhere, and this still"),
        _ => (Weight::Better, "You noted that it may not be for you, and this"),
    };
    let reason = format!("{why} tells {} that you want the job.", context.company);
    let finding = Finding::new(Check::Courting, weight, Part::Body, reason);
    found.push(Finding { at, ..finding });
}
