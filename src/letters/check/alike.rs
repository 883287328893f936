//! Whether a letter is too like what somebody else got.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::likeness::{ALIKE, Fingerprint, like_passages, likeness};
use crate::model::Letter;

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    if context.kind.is_short() && letter.body.len() < 60 {
        return;
    }
    let names = context.names();
    let fingerprint = Fingerprint::of(&letter.body, &names);
    let all = context.earlier.iter().map(|earlier| (earlier, likeness(&fingerprint, &earlier.fingerprint)));
    let alike = all.filter(|(_, likeness)| *likeness >= ALIKE);
    // Those who talk to each other first, then the most alike.
    let Some((earlier, likeness)) = alike.max_by(|(a, x), (b, y)| {
        (a.nearby, *x).partial_cmp(&(b.nearby, *y)).unwrap_or(std::cmp::Ordering::Equal)
    }) else {
        return;
    };
    let who = match (earlier.who.is_empty(), earlier.nearby) {
        (true, _) => format!("the one to {}", earlier.company),
        (false, true) => format!("your note to {}", earlier.who),
        (false, false) if earlier.company.is_empty() => format!("your note to {}", earlier.who),
        (false, false) => format!("your note to {} at {}", earlier.who, earlier.company),
    };
    let share = match likeness {
        share if share >= 0.85 => "Nearly all of it is",
        share if share >= 0.6 => "Most of it is",
        share if share >= 0.45 => "Half of it is",
        _ => "A good part of it is",
    };
    let (weight, why) = if earlier.nearby {
        (Weight::Stop, "They may compare.")
    } else {
        (Weight::Hint, "They will hardly compare, but it may not fit here.")
    };
    let mut finding = Finding::new(Check::Alike, weight, Part::Body, format!("{share} also in {who}. {why}"));
    finding.at = like_passages(&letter.body, &names, &earlier.fingerprint);
    found.push(finding);
}
