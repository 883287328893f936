//! Whether a letter is too like what somebody else got.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::LetterKind;
use crate::letters::likeness::{ALIKE, Fingerprint, like_passages, likeness};
use crate::model::Letter;

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    bodies(letter, context, found);
    subjects(letter, context, found);
}

/// Two people of one company who got mails under the same subject see a form.
fn subjects(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let plain = |subject: &str| subject.trim().to_lowercase();
    let subject = plain(&letter.subject);
    let same =
        context.earlier.iter().rev().find(|earlier| earlier.nearby && plain(&earlier.subject) == subject);
    if let Some(same) = same
        .filter(|same| !subject.is_empty() && !same.who.is_empty() && context.kind == LetterKind::ThankYou)
    {
        let reason = format!("Your note to {} has the same subject. They may compare.", same.who);
        found.push(
            Finding::new(Check::SubjectAlike, Weight::Better, Part::Subject, reason)
                .at(0..letter.subject.len()),
        );
    }
}

fn bodies(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
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
