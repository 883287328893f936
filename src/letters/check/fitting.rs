//! What does not fit a letter of its kind: pay in a thank-you, a request that does not say where one met, a yes to what
//! is only spoken, the user's own case told from the other side.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::LetterKind;
use crate::letters::noted::PAY;
use crate::model::Letter;
use crate::words;

/// What names the interview, in small letters.
const OCCASION: [&str; 8] =
    ["interview", "role", "position", "application", "applied", "opening", "vacancy", "final round"];
/// What tells an employer that others are being considered, in small letters.
const RIVALS: [&str; 8] = [
    "another offer",
    "other offer",
    "another company",
    "other company",
    "other companies",
    "another employer",
    "another process",
    "competing offer",
];

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let small = letter.body.to_ascii_lowercase();
    if context.kind.thanks_for_talk() {
        pay(letter, &small, context, found);
    }
    if context.kind.is_short() && !names_occasion(&small, context) {
        occasion(letter, context, found);
    }
    if matches!(context.kind, LetterKind::AskForTime | LetterKind::AcknowledgeOffer) {
        rivals(&small, found);
    }
    if context.kind == LetterKind::Accept && context.spoken_offer {
        let reason =
            "The offer is only spoken. Nothing is final before a signature, so ask for it in writing first.";
        if !small.contains("writing") && !small.contains("contract") && !small.contains("letter") {
            found.push(Finding::new(Check::NotInWriting, Weight::Better, Part::Body, reason));
        }
    }
    from_their_side(letter, context, found);
}

/// Pay, and when one could leave: that has its time, and a thank-you is not it.
fn pay(letter: &Letter, small: &str, context: &CheckContext, found: &mut Vec<Finding>) {
    // Whoever works on pay may have talked about it: what the job is called says so.
    let job = context.job.to_lowercase();
    for (at, word) in words::words(&letter.body) {
        let said = word.to_lowercase();
        let is_verb = (said == "pay" || said == "notice" || said == "raise")
            && ["to ", "i ", "you ", "we ", "will "]
                .iter()
                .any(|before| small.get(..at).is_some_and(|head| head.ends_with(before)));
        let pays_attention = small.get(at + word.len()..).is_some_and(|rest| rest.starts_with(" attention"));
        if !PAY.contains(&said.as_str()) || is_verb || pays_attention || job.contains(&said) {
            continue;
        }
        let reason =
            format!("“{word}”: a note of thanks is not the place for it. It has its time with the offer.");
        found.push(Finding::new(Check::Pay, Weight::Better, Part::Body, reason).at(at..at + word.len()));
        return;
    }
}

/// Whether it says on what occasion one met.
fn names_occasion(small: &str, context: &CheckContext) -> bool {
    let job = context.job.to_lowercase();
    OCCASION.iter().any(|word| small.contains(word)) || (!job.is_empty() && small.contains(&job))
}

fn occasion(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let reason = "It names neither the interview nor the job. They meet many people.";
    let words = match context.job.as_str() {
        "" => format!("I interviewed at {}.", context.company),
        job => format!("I interviewed for {}.", words::the_role(job)),
    };
    let end = letter.body.trim_end().len();
    let finding = Finding::new(Check::NoOccasion, Weight::Better, Part::Body, reason);
    found.push(finding.fix("Name it", end..end, format!(" {words}")));
}

fn rivals(small: &str, found: &mut Vec<Finding>) {
    let at = RIVALS.iter().filter_map(|phrase| small.find(phrase).map(|at| at..at + phrase.len()));
    if let Some(at) = at.min_by_key(|at| at.start) {
        let reason = "This tells them that others are in the race. Asking for time needs no such reason.";
        found.push(Finding::new(Check::Pressure, Weight::Better, Part::Body, reason).at(at));
    }
}

/// What they asked for was noted as they said it: "a dashboard you are proud of".
fn from_their_side(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let (typed, told) = &context.item;
    if typed == told || typed.is_empty() {
        return;
    }
    for (part, text) in [(Part::Subject, &letter.subject), (Part::Body, &letter.body)] {
        let Some(start) = text.find(typed.as_str()) else { continue };
        let at = start..start + typed.len();
        let reason = format!("“{typed}” is how they said it. From you it is “{told}”.");
        let finding = Finding::new(Check::ThirdPerson, Weight::Better, part, reason).at(at.clone());
        found.push(finding.fix(format!("Put “{told}”"), at, told.clone()));
    }
}
