//! Phrases that grate, phrases that press, and questions that come too early.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::model::Letter;
use std::ops::Range;

/// A phrase in small letters, why it is better left out, and what to put instead ("" removes it).
struct Phrase(&'static str, Why, Option<&'static str>);

#[derive(Clone, Copy)]
enum Why {
    Worn,
    Chat,
    Stiff,
    Small,
    Boast,
    Hurry,
    Demand,
    Blame,
    Lever,
}

impl Why {
    fn reason(self) -> &'static str {
        match self {
            Self::Worn => "is worn. Say what you want to know.",
            Self::Chat => "is for a chat. Spell it out in a letter.",
            Self::Stiff => "sounds like a form. Write as you would speak.",
            Self::Small => "makes you smaller than you are.",
            Self::Boast => "is for them to judge. Give the fact instead.",
            Self::Hurry => "puts them under pressure.",
            Self::Demand => "sounds like a demand.",
            Self::Blame => "sounds like a reproach.",
            Self::Lever => "sounds like a threat. If there is an offer, tell them in a letter of its own.",
        }
    }

    fn check(self) -> Check {
        match self {
            Self::Worn | Self::Chat | Self::Stiff | Self::Small | Self::Boast => Check::Grating,
            Self::Hurry | Self::Demand | Self::Blame | Self::Lever => Check::Pressure,
        }
    }
}

const PHRASES: [Phrase; 57] = [
    Phrase("i am just checking in", Why::Worn, None),
    Phrase("just checking in", Why::Worn, Some("I would like to ask where things stand")),
    Phrase("checking in on", Why::Worn, Some("asking about")),
    Phrase("checking in", Why::Worn, None),
    Phrase("touching base", Why::Worn, Some("writing")),
    Phrase("touch base", Why::Worn, Some("talk")),
    Phrase("circling back", Why::Worn, Some("coming back")),
    Phrase("circle back", Why::Worn, Some("come back")),
    Phrase("just following up", Why::Worn, Some("writing again")),
    Phrase("bumping this", Why::Worn, None),
    Phrase("pinging you", Why::Worn, Some("writing to you")),
    Phrase("reach out", Why::Worn, Some("write")),
    Phrase("reaching out", Why::Worn, Some("writing")),
    Phrase("pick your brain", Why::Worn, Some("ask for your view")),
    Phrase("hope this email finds you well", Why::Worn, Some("hope you are well")),
    Phrase("hope this finds you well", Why::Worn, Some("hope you are well")),
    Phrase("any updates", Why::Worn, Some("any news")),
    Phrase("to whom it may concern", Why::Stiff, None),
    Phrase("dear sir or madam", Why::Stiff, None),
    Phrase("please find attached", Why::Stiff, Some("attached is")),
    Phrase("please be advised", Why::Stiff, Some("")),
    Phrase("please advise", Why::Stiff, Some("please let me know")),
    Phrase("pursuant to", Why::Stiff, Some("after")),
    Phrase("kindly revert", Why::Stiff, Some("please write back")),
    Phrase("per my last email", Why::Blame, Some("as I wrote")),
    Phrase("as per our conversation", Why::Stiff, Some("as we discussed")),
    Phrase("do not hesitate to contact me", Why::Stiff, Some("write to me at any time")),
    Phrase("don't hesitate to contact me", Why::Stiff, Some("write to me at any time")),
    Phrase("sorry to bother you", Why::Small, Some("")),
    Phrase("sorry for bothering", Why::Small, None),
    Phrase("i know you are busy", Why::Small, None),
    Phrase("i know you're busy", Why::Small, None),
    Phrase("you probably don't remember me", Why::Small, None),
    Phrase("i am desperate", Why::Small, None),
    Phrase("perfect candidate", Why::Boast, None),
    Phrase("perfect fit", Why::Boast, Some("good fit")),
    Phrase("ideal candidate", Why::Boast, None),
    Phrase("best candidate", Why::Boast, None),
    Phrase("asap", Why::Hurry, Some("when you can")),
    Phrase("as soon as possible", Why::Hurry, Some("when you can")),
    Phrase("at your earliest convenience", Why::Hurry, Some("when it suits you")),
    Phrase("urgent", Why::Hurry, None),
    Phrase("i need to know", Why::Demand, Some("I would be glad to know")),
    Phrase("i need an answer", Why::Demand, Some("I would be glad of an answer")),
    Phrase("i expect", Why::Demand, None),
    Phrase("i deserve", Why::Demand, None),
    Phrase("you must", Why::Demand, None),
    Phrase("i still have not heard", Why::Blame, Some("I have not heard")),
    Phrase("i still haven't heard", Why::Blame, Some("I have not heard")),
    Phrase("you promised", Why::Blame, Some("you mentioned")),
    Phrase("ghost", Why::Blame, None),
    Phrase("have other offers", Why::Lever, None),
    Phrase("lol", Why::Chat, Some("")),
    Phrase("w/", Why::Chat, Some("with")),
    Phrase("w/o", Why::Chat, Some("without")),
    Phrase("thx", Why::Chat, Some("thank you")),
    Phrase("btw", Why::Chat, Some("by the way")),
];

/// Questions about where things stand.
const STATUS: [&str; 14] = [
    "any update",
    "any news",
    "have you decided",
    "made a decision",
    "made your decision",
    "where things stand",
    "status of my",
    "the status",
    "when will i hear",
    "when can i expect",
    "heard back",
    "hear back",
    "has the date moved",
    "how are things going with the",
];

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    for (part, text) in [(Part::Subject, letter.subject.as_str()), (Part::Body, letter.body.as_str())] {
        let small = plain(text);
        let mut taken: Vec<Range<usize>> = Vec::new();
        for Phrase(phrase, why, instead) in &PHRASES {
            for at in places(&small, phrase) {
                if taken.iter().any(|other| other.start < at.end && at.start < other.end) {
                    continue;
                }
                taken.push(at.clone());
                found.push(finding(text, part, at, *why, *instead));
            }
        }
        shouting(part, text, found);
    }
    too_early(letter, context, found);
}

/// In small letters, with straight apostrophes: no byte changes its place.
fn plain(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Where a phrase stands by itself. An apostrophe may be typed either way.
fn places(small: &str, phrase: &str) -> Vec<Range<usize>> {
    let curly = phrase.contains('\'').then(|| phrase.replace('\'', "’"));
    let mut places = Vec::new();
    for phrase in std::iter::once(phrase).chain(curly.as_deref()) {
        for (at, _) in small.match_indices(phrase) {
            let end = at + phrase.len();
            let before = small.get(..at).is_some_and(|head| head.ends_with(char::is_alphanumeric));
            let after = small.get(end..).is_some_and(|tail| tail.starts_with(char::is_alphanumeric));
            let inflected = phrase == "ghost" && small.get(end..).is_some_and(|tail| tail.starts_with("ed"));
            if !before && (!after || inflected) {
                places.push(at..end);
            }
        }
    }
    places
}

fn finding(text: &str, part: Part, at: Range<usize>, why: Why, instead: Option<&str>) -> Finding {
    let said = text.get(at.clone()).unwrap_or_default();
    let reason = format!("“{said}” {}", why.reason());
    let finding = Finding::new(why.check(), Weight::Better, part, reason).at(at.clone());
    match instead {
        Some("") => {
            let rest = text.get(at.end..).unwrap_or_default();
            let gap = rest.len() - rest.trim_start_matches([',', ' ']).len();
            // Before a stop the space in front of it goes too.
            let stops = gap == 0 && text.get(..at.start).is_some_and(|head| head.ends_with(' '));
            finding.fix("Leave it out", at.start - usize::from(stops)..at.end + gap, "")
        }
        Some(instead) => {
            let large = said.starts_with(char::is_uppercase);
            let with = if large { crate::words::capitalized(instead) } else { instead.to_owned() };
            finding.fix(format!("Put “{with}”"), at, with)
        }
        None => finding,
    }
}

/// More than one exclamation mark, or one after the other.
fn shouting(part: Part, text: &str, found: &mut Vec<Finding>) {
    if let Some(start) = text.find("!!") {
        let rest = text.get(start..).unwrap_or_default();
        let end = start + (rest.len() - rest.trim_start_matches('!').len());
        let finding = Finding::new(Check::Grating, Weight::Better, part, "One mark says it as well.");
        found.push(finding.at(start..end).fix("Put “!”", start..end, "!"));
    }
}

/// A question where things stand, before its time.
fn too_early(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let Some(advice) = &context.too_early else { return };
    if context.kind.asks_for_status() {
        found.push(Finding::new(Check::TooEarly, Weight::Better, Part::Body, advice.clone()));
        return;
    }
    let small = plain(&letter.body);
    let places = STATUS.iter().flat_map(|phrase| places(&small, phrase)).min_by_key(|at| at.start);
    if let Some(at) = places {
        let reason = format!("This asks where things stand. {advice}");
        found.push(Finding::new(Check::TooEarly, Weight::Better, Part::Body, reason).at(at));
    }
}
