//! What was noted about the addressee says "she" or "he"; in a letter to them it has to say "you".

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::model::Letter;
use crate::words;

/// What follows "she" or "he", and how both are said to them. The longer ones come first.
const SAID_TO_THEM: [(&str, &str); 4] =
    [(" was ", "you were "), (" is ", "you are "), (" has ", "you have "), (" ", "you ")];

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let Some(start) = letter.body.find(&context.noted).filter(|_| !context.noted.is_empty()) else { return };
    for (at, word) in words::words(&context.noted) {
        if !["she", "he"].contains(&word.to_lowercase().as_str()) {
            continue;
        }
        let from = start + at;
        let rest = letter.body.get(from + word.len()..).unwrap_or_default();
        let Some((verb, to_them)) = SAID_TO_THEM.iter().find(|(verb, _)| rest.starts_with(verb)) else {
            continue;
        };
        let place = from..from + word.len() + verb.len();
        let large = word.starts_with(char::is_uppercase);
        let with = if large { words::capitalized(to_them) } else { (*to_them).to_owned() };
        let reason = format!("“{word}”: if that is {}, say “you”. They read it themselves.", context.called);
        let finding = Finding::new(Check::ThirdPerson, Weight::Better, Part::Body, reason);
        found.push(finding.at(from..from + word.len()).fix(format!("Put “{}”", with.trim()), place, with));
    }
}
