//! Phrases that grate, phrases that press, and questions that come too early.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::model::Letter;
use std::ops::Range;

/// A phrase in small letters, why it is better left out, and what to put instead ("" removes it).
struct Phrase(&'static str, Objection, Option<&'static str>);

#[derive(Clone, Copy)]
enum Objection {
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

impl Objection {
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
    Phrase("i am just checking in", Objection::Worn, None),
    Phrase("just checking in", Objection::Worn, Some("I would like to ask where things stand")),
    Phrase("checking in on", Objection::Worn, Some("asking about")),
    Phrase("checking in", Objection::Worn, None),
    Phrase("touching base", Objection::Worn, Some("writing")),
    Phrase("touch base", Objection::Worn, Some("talk")),
    Phrase("circling back", Objection::Worn, Some("coming back")),
    Phrase("circle back", Objection::Worn, Some("come back")),
    Phrase("just following up", Objection::Worn, Some("writing again")),
    Phrase("bumping this", Objection::Worn, None),
    Phrase("pinging you", Objection::Worn, Some("writing to you")),
    Phrase("reach out", Objection::Worn, Some("write")),
    Phrase("reaching out", Objection::Worn, Some("writing")),
    Phrase("pick your brain", Objection::Worn, Some("ask for your view")),
    Phrase("hope this email finds you well", Objection::Worn, Some("hope you are well")),
    Phrase("hope this finds you well", Objection::Worn, Some("hope you are well")),
    Phrase("any updates", Objection::Worn, Some("any news")),
    Phrase("to whom it may concern", Objection::Stiff, None),
    Phrase("dear sir or madam", Objection::Stiff, None),
    Phrase("please find attached", Objection::Stiff, Some("attached is")),
    Phrase("please be advised", Objection::Stiff, Some("")),
    Phrase("please advise", Objection::Stiff, Some("please let me know")),
    Phrase("pursuant to", Objection::Stiff, Some("after")),
    Phrase("kindly revert", Objection::Stiff, Some("please write back")),
    Phrase("per my last email", Objection::Blame, Some("as I wrote")),
    Phrase("as per our conversation", Objection::Stiff, Some("as we discussed")),
    Phrase("do not hesitate to contact me", Objection::Stiff, Some("write to me at any time")),
    Phrase("don't hesitate to contact me", Objection::Stiff, Some("write to me at any time")),
    Phrase("sorry to bother you", Objection::Small, Some("")),
    Phrase("sorry for bothering", Objection::Small, None),
    Phrase("i know you are busy", Objection::Small, None),
    Phrase("i know you're busy", Objection::Small, None),
    Phrase("you probably don't remember me", Objection::Small, None),
    Phrase("i am desperate", Objection::Small, None),
    Phrase("perfect candidate", Objection::Boast, None),
    Phrase("perfect fit", Objection::Boast, Some("good fit")),
    Phrase("ideal candidate", Objection::Boast, None),
    Phrase("best candidate", Objection::Boast, None),
    Phrase("asap", Objection::Hurry, Some("when you can")),
    Phrase("as soon as possible", Objection::Hurry, Some("when you can")),
    Phrase("at your earliest convenience", Objection::Hurry, Some("when it suits you")),
    Phrase("urgent", Objection::Hurry, None),
    Phrase("i need to know", Objection::Demand, Some("I would be glad to know")),
    Phrase("i need an answer", Objection::Demand, Some("I would be glad of an answer")),
    Phrase("i expect", Objection::Demand, None),
    Phrase("i deserve", Objection::Demand, None),
    Phrase("you must", Objection::Demand, None),
    Phrase("i still have not heard", Objection::Blame, Some("I have not heard")),
    Phrase("i still haven't heard", Objection::Blame, Some("I have not heard")),
    Phrase("you promised", Objection::Blame, Some("you mentioned")),
    Phrase("ghost", Objection::Blame, None),
    Phrase("have other offers", Objection::Lever, None),
    Phrase("lol", Objection::Chat, Some("")),
    Phrase("w/", Objection::Chat, Some("with")),
    Phrase("w/o", Objection::Chat, Some("without")),
    Phrase("thx", Objection::Chat, Some("thank you")),
    Phrase("btw", Objection::Chat, Some("by the way")),
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

fn finding(text: &str, part: Part, at: Range<usize>, why: Objection, instead: Option<&str>) -> Finding {
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
