//! What the user noted, told from the other side: what they asked of the user, and what is about them.

use super::noted::{PREPOSITIONS, small};
use crate::words;

/// What they asked for, as the user says it to them: "a dashboard you are proud of" is "a dashboard I am proud of".
/// What speaks of the user as "I" or "my" stays as it is.
pub(super) fn mine(noted: &str) -> String {
    let text = words::fragment(noted);
    let is_theirs = |word: &&str| {
        matches!(small(Some(word)).as_str(), "you" | "your" | "you're" | "you’re" | "you've" | "you’ve")
    };
    let is_mine = |word: &str| matches!(small(Some(word)).as_str(), "i" | "my" | "me" | "i’m" | "i'm");
    if !text.split(' ').any(|word| is_theirs(&word)) || text.split(' ').any(is_mine) {
        return text;
    }
    let mut told: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', '.', ';', ')']);
        let tail = word.get(bare.len()..).unwrap_or_default();
        let before = told.last().map(|last| small(Some(last))).unwrap_or_default();
        let mine = match (small(Some(bare)).as_str(), before.as_str()) {
            ("you", before) if PREPOSITIONS.contains(&before) => "me",
            ("you", _) => "I",
            ("your", _) => "my",
            ("yourself", _) => "myself",
            ("you're" | "you’re", _) => "I am",
            ("you've" | "you’ve", _) => "I have",
            ("are", "i") => "am",
            ("were", "i") => "was",
            ("us" | "we", _) => "you",
            ("our", _) => "your",
            _ => bare,
        };
        told.push(format!("{mine}{tail}"));
    }
    told.join(" ")
}

/// A sentence of theirs that was noted, as it is told to them: "we need to scale" is "You mentioned that you need to
/// scale". A sentence in which the user speaks stays as it is, and so do several.
pub(super) fn reported(noted: &str) -> String {
    const NOW: [&str; 14] = [
        "need", "want", "have", "are", "plan", "will", "can", "use", "must", "should", "could", "hope",
        "hire", "run",
    ];
    const OWN: [&str; 9] = ["i", "i’m", "i'm", "i’d", "my", "me", "you", "your", "you’re"];
    let text = noted.strip_suffix('.').unwrap_or(noted);
    let mut all = text.split(' ');
    let (first, second) = (small(all.next()), small(all.next()));
    let by_them = matches!(first.as_str(), "we" | "they") && NOW.contains(&second.as_str());
    let is_own = text.split(' ').any(|word| OWN.contains(&small(Some(word)).as_str()));
    if is_own || text.contains(['.', '?', '!']) || !(by_them || words::has_verb(text)) {
        return noted.to_owned();
    }
    let told: Vec<&str> = text
        .split(' ')
        .map(|word| match small(Some(word)).as_str() {
            "we" | "us" => "you",
            "they" | "them" if by_them => "you",
            "our" | "their" => "your",
            _ => word,
        })
        .collect();
    format!("You mentioned that {}.", words::lowered(&told.join(" ")))
}

/// What was noted about somebody, as it is said to them: "their migration" is "your migration", "how they plan" is "how
/// you plan". Only what begins with them is surely about them.
pub(super) fn said_to_them(noted: &str) -> String {
    const ASKING: [&str; 7] = ["how", "what", "why", "where", "when", "which", "whether"];
    let mut words = noted.split(' ').peekable();
    let mut told: Vec<String> = Vec::new();
    let Some(first) = words.next() else { return String::new() };
    let begins = small(Some(first));
    if matches!(begins.as_str(), "their" | "his" | "her") {
        told.push("your".to_owned());
    } else if ASKING.contains(&begins.as_str())
        && matches!(words.peek().copied(), Some("they" | "he" | "she" | "their" | "his" | "her"))
    {
        told.push(first.to_owned());
    } else {
        return noted.to_owned();
    }
    let mut about_one = false;
    for word in words {
        let you = match word {
            "they" | "he" | "she" => Some("you"),
            "their" | "his" | "her" => Some("your"),
            "themselves" | "himself" | "herself" => Some("yourself"),
            _ => None,
        };
        match you {
            Some(you) => told.push(you.to_owned()),
            None if about_one => told.push(for_you(word)),
            None => told.push(word.to_owned()),
        }
        about_one = matches!(word, "he" | "she");
    }
    told.join(" ")
}

/// What follows "she" or "he", as it follows "you": "leads" is "lead".
pub(super) fn for_you(verb: &str) -> String {
    match verb {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        "does" => "do".to_owned(),
        "goes" => "go".to_owned(),
        _ => match (verb.strip_suffix("ies"), verb.strip_suffix('s')) {
            (Some(stem), _) => format!("{stem}y"),
            (None, Some(stem)) if ["she", "che", "sse", "xe"].iter().any(|end| stem.ends_with(end)) => {
                stem.trim_end_matches('e').to_owned()
            }
            (None, Some(stem)) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
            _ => verb.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_theirs_is_told_as_theirs() {
        for (noted, told) in [
            ("We need to scale.", "You mentioned that you need to scale."),
            ("They want to open in Leeds.", "You mentioned that you want to open in Leeds."),
            ("The team needs to grow.", "You mentioned that the team needs to grow."),
            ("Their backlog is a year long.", "You mentioned that your backlog is a year long."),
            ("Postgres is slow for us.", "You mentioned that Postgres is slow for you."),
            ("We laughed about the printer.", "We laughed about the printer."),
            ("I liked the tour.", "I liked the tour."),
            ("You run it all by hand.", "You run it all by hand."),
            ("We have a map. It hangs by the door.", "We have a map. It hangs by the door."),
            ("", ""),
        ] {
            assert_eq!(reported(noted), told, "{noted}");
        }
    }

    #[test]
    fn what_is_asked_for_is_told_from_the_users_side() {
        for (noted, said) in [
            (
                "a dashboard you are proud of, with the names removed",
                "a dashboard I am proud of, with the names removed",
            ),
            ("Your references", "my references"),
            ("the deck you showed us", "the deck I showed you"),
            ("a page about you, and what you've built", "a page about me, and what I have built"),
            ("my portfolio, as you asked", "my portfolio, as you asked"),
            ("Two work samples", "two work samples"),
        ] {
            assert_eq!(mine(noted), said, "{noted:?}");
        }
    }

    #[test]
    fn what_is_about_them_is_said_to_them() {
        for (noted, said) in [
            ("their migration", "your migration"),
            ("how they plan to join their numbers", "how you plan to join your numbers"),
            ("how she leads her team", "how you lead your team"),
            ("why he teaches", "why you teach"),
            ("his way from teaching into the job", "your way from teaching into the job"),
            (
                "people who do not write in, and what they want",
                "people who do not write in, and what they want",
            ),
            ("theirs", "theirs"),
        ] {
            assert_eq!(said_to_them(noted), said, "{noted:?}");
        }
    }
}
