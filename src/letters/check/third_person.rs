//! What was noted about the addressee says "she", "he" or "they"; in a letter to them it has to say "you".

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::turned::for_you;
use crate::model::Letter;
use crate::words;
use std::ops::Range;

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let Some(start) = letter.body.find(&context.noted).filter(|_| !context.noted.is_empty()) else { return };
    let end = start + context.noted.len();
    let all: Vec<(usize, &str)> = words::words(letter.body.get(start..end).unwrap_or_default()).collect();
    for (place, (at, word)) in all.iter().enumerate() {
        let small = word.to_lowercase();
        let next = all.get(place + 1).map(|(next, verb)| (start + next..start + next + verb.len(), *verb));
        let at = start + at..start + at + word.len();
        let (range, to_them) = match (small.as_str(), next) {
            ("she" | "he", Some((next, verb))) => (at.start..next.end, format!("you {}", for_you(verb))),
            ("their", _) | ("his" | "her", Some(_)) => (at.clone(), "your".to_owned()),
            ("they", _) => (at.clone(), "you".to_owned()),
            _ => continue,
        };
        found.push(finding(word, at, range, &to_them, context));
    }
}

fn finding(
    word: &str,
    at: Range<usize>,
    range: Range<usize>,
    to_them: &str,
    context: &CheckContext,
) -> Finding {
    let with =
        if word.starts_with(char::is_uppercase) { words::capitalized(to_them) } else { to_them.to_owned() };
    // "They" may be the company, or other people that were spoken of; "her" may be "them" rather than "their".
    let (weight, who) = match word.to_lowercase().as_str() {
        "his" | "her" => (Weight::Hint, context.called.clone()),
        "she" | "he" => (Weight::Better, context.called.clone()),
        _ => (Weight::Hint, format!("{} or {}", context.called, context.company)),
    };
    let reason = format!("“{word}”: if that is {who}, say “{with}”. They read it themselves.");
    let label = format!("Put “{with}”");
    Finding::new(Check::ThirdPerson, weight, Part::Body, reason).at(at).fix(label, range, with)
}
