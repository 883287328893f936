//! Which variant of the wording a letter gets, so that two people of one company never get the same.

use super::LetterKind;
use super::earlier_letters::fingerprints_nearby;
use super::fill::letter_with;
use super::letter_context::LetterContext;
use super::likeness::{ALIKE, Fingerprint, likeness};
use super::signed_offer::SignedOffer;
use super::template::Facts;
use super::texts::wording;
use crate::model::{Conversation, Met, PersonId, Role, RoundId};

/// The letter's own variant comes first: its place in the row of those who get the same kind. Then come those that
/// nobody in the row has, then the others'. Variants that would read like a note that somebody of the company got
/// already come after the rest.
pub(super) fn variant(context: &LetterContext<'_>, facts: &Facts) -> usize {
    let count = wording(context.kind, facts).bodies.len().max(1);
    let (place, row) = place_in_row(context);
    let own = place % count;
    let others = (row..count).chain(0..row.min(count)).filter(|variant| *variant != own);
    let written = if context.request.template.is_none() { fingerprints_nearby(context) } else { Vec::new() };
    let (mut order, mut alike) = (Vec::new(), Vec::new());
    for variant in std::iter::once(own).chain(others) {
        let list = if is_alike(context, facts, variant, &written) { &mut alike } else { &mut order };
        list.push(variant);
    }
    order.append(&mut alike);
    order.get(context.request.variant % count).copied().unwrap_or(own)
}

/// Whether the letter in this variant is too like one of those that were written.
fn is_alike(context: &LetterContext<'_>, facts: &Facts, variant: usize, written: &[Fingerprint]) -> bool {
    if written.is_empty() {
        return false;
    }
    let letter = letter_with(context, facts.clone(), variant);
    let names = ["full_name", "company", "job", "me"].map(|name| facts.get(name)).join(" ");
    let fingerprint = Fingerprint::of(&letter.body, &names);
    written.iter().any(|other| likeness(&fingerprint, other) >= ALIKE)
}

/// The letter's place in the row of those who get the same wording, and how long that row is.
fn place_in_row(context: &LetterContext<'_>) -> (usize, usize) {
    let records = context.records;
    let Some(opportunity) = context.opportunity else {
        let place = context.to.and_then(|to| records.people.keys().position(|id| *id == to.id));
        return (place.unwrap_or(0), 1);
    };
    let key = &context.request.key;
    let place_of = |person: &PersonId| Some(*person) == key.person;
    match context.kind {
        LetterKind::ThankYou => {
            let row = row_of_thanks(context);
            let place = row.iter().position(|(person, round)| place_of(person) && Some(*round) == key.round);
            (place.unwrap_or(row.len()), row.len())
        }
        LetterKind::LinkedinRequest | LetterKind::FindContact => {
            let everyone = opportunity.everyone();
            let place = everyone.iter().position(place_of).unwrap_or(everyone.len());
            (place, if context.kind == LetterKind::LinkedinRequest { everyone.len() } else { 1 })
        }
        _ => {
            let place = records.opportunities.keys().position(|id| *id == opportunity.id);
            (place.unwrap_or(0), 1)
        }
    }
}

/// Everyone of the opportunity who is thanked in the same wording, round by round, in the order met.
fn row_of_thanks(context: &LetterContext<'_>) -> Vec<(PersonId, RoundId)> {
    let same_as = context.met().map(|met| wording_for(context, met));
    let mut row = Vec::new();
    for round in context.rounds() {
        for met in round.course.iter().flat_map(|course| &course.met) {
            if Some(wording_for(context, met)) == same_as {
                row.push((met.person, round.id));
            }
        }
    }
    row
}

/// Which wording somebody is thanked in, as far as the row goes: whether it is that for a brief meeting, and whether
/// it is that for recruiters.
fn wording_for(context: &LetterContext<'_>, met: &Met) -> (bool, bool) {
    if context.signed != SignedOffer::None {
        return (false, false);
    }
    let role = context.records.people.get(&met.person).map_or(Role::Other, |person| person.role);
    let brief = met.conversation == Conversation::Brief;
    (brief, !brief && matches!(role, Role::Recruiter | Role::Coordinator))
}
