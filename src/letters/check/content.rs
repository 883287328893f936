//! What a letter of its kind should hold, and how long it is.

use super::{Check, CheckContext, Finding, Part, Proofreading, Weight};
use crate::letters::fill::{LINKEDIN_LONG, LINKEDIN_SHORT};
use crate::letters::likeness::{Fingerprint, main_text};
use crate::model::{Letter, Tone};
use crate::words;

const THANKS: [&str; 5] = ["thank", "grateful", "appreciat", "gratitude", "obliged"];
const INTEREST: [&str; 32] = [
    "be part of",
    "interest",
    "look forward",
    "looking forward",
    "keen",
    "excite",
    "eager",
    "would like to",
    "’d like to",
    "'d like to",
    "would enjoy",
    "’d enjoy",
    "would love",
    "enthusias",
    "drawn to",
    "want to",
    "happy to",
    "hope we",
    "want me",
    "good match",
    "suits me",
    "makes me want",
    "fingers are crossed",
    "see myself",
    "be colleagues",
    "imagine myself",
    "very much like",
    "be glad to",
    "be pleased to",
    "still like to",
    "like to work",
    "pleased to answer",
];
const NEXT_STEP: [&str; 27] = [
    "just write",
    "next conversation",
    "please ask",
    "look forward",
    "looking forward",
    "next step",
    "hear from you",
    "let me know",
    "hear by",
    "tell me",
    "?",
    "happy to",
    "glad to",
    "pleased to",
    "at hand",
    "i will ",
    "i’ll ",
    "i'll ",
    "word by",
    "decision comes",
    "just ask",
    "gladly send",
    "news by",
    "what happens next",
    "good week",
    "before long",
    "would like",
];
/// From this share on of wording that our bare template does not have, a letter counts as the user's own.
const OWN: f32 = 0.25;

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let small = letter.body.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|phrase| small.contains(phrase));
    let (thanks, interest, next_step) = context.kind.needs(context.brief, context.is_wanted());
    if thanks && !has(&THANKS) {
        let words = match context.tone {
            Tone::Formal => "Thank you very much for your time.",
            Tone::Plain => "Thank you for your time.",
            Tone::Warm => "Thank you so much for your time.",
        };
        let finding =
            Finding::new(Check::NoThanks, Weight::Better, Part::Body, "There is no thanks in it yet.");
        let at = main_text(&letter.body).start;
        found.push(finding.fix("Add a thank-you", at..at, at_start(&letter.body, at, words)));
    }
    if interest && !has(&INTEREST) {
        let reason = "They cannot see that you still want the job.";
        let words = if context.job.is_empty() {
            format!("I remain very interested in working at {}.", context.company)
        } else {
            format!("I remain very interested in the {} role.", context.job)
        };
        found.push(appended(Check::NoInterest, reason, "Say that you do", &words, letter));
    }
    if next_step && !has(&NEXT_STEP) {
        let reason = "It does not say what happens next.";
        found.push(appended(
            Check::NoNextStep,
            reason,
            "Add a next step",
            "I look forward to hearing from you.",
            letter,
        ));
    }
    personal(&small, letter, context, found);
    length(letter, context, found);
    if context.proofreading() == Proofreading::Wanted {
        let reason = "Your playbook wants a friend to read it first. Share the draft, then mark it as read.";
        found.push(Finding::new(Check::NotProofread, Weight::Better, Part::Body, reason));
    }
}

/// What to insert for a sentence at the start of the main text.
fn at_start(body: &str, at: usize, words: &str) -> String {
    let rest = body.get(at..).unwrap_or_default();
    let gap = if at > 0 { "\n\n" } else { "" };
    if rest.starts_with("\n\n") || rest.trim().is_empty() {
        format!("{gap}{words}")
    } else {
        format!("{gap}{words} ")
    }
}

/// A finding that one more sentence at the end of the main text mends.
pub(super) fn appended(check: Check, reason: &str, label: &str, words: &str, letter: &Letter) -> Finding {
    let main = main_text(&letter.body);
    let text = letter.body.get(main.clone()).unwrap_or_default().trim_end();
    let at = main.start + text.len();
    let gap = if text.is_empty() { "" } else { " " };
    Finding::new(check, Weight::Better, Part::Body, reason).fix(label, at..at, format!("{gap}{words}"))
}

/// Something that only this person would get.
fn personal(small: &str, letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    if !context.kind.is_personal()
        || context.unmet
        || context.personal.iter().any(|word| small.contains(word))
    {
        return;
    }
    let print = Fingerprint::of(&letter.body, &context.names());
    if context.personal.is_empty() && print.own_share(&context.bare) >= OWN {
        return;
    }
    let reason =
        "Nothing in it is only about your conversation. One thing that you talked about makes it theirs.";
    let finding = if context.topic.is_empty() {
        Finding::new(Check::Impersonal, Weight::Better, Part::Body, reason)
    } else {
        let words = format!("It was good to talk about {}.", context.topic);
        appended(Check::Impersonal, reason, "Mention it", &words, letter)
    };
    found.push(finding);
}

fn length(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let mut say = |check, weight, reason: String| found.push(Finding::new(check, weight, Part::Body, reason));
    if context.kind.is_short() {
        let letters = letter.body.chars().count();
        if letters > LINKEDIN_LONG {
            let over = letters - LINKEDIN_LONG;
            say(
                Check::TooLong,
                Weight::Stop,
                format!("LinkedIn takes {LINKEDIN_LONG} characters; {over} too many."),
            );
        } else if letters > LINKEDIN_SHORT && !context.long {
            let over = letters - LINKEDIN_SHORT;
            say(
                Check::TooLong,
                Weight::Better,
                format!(
                    "Without a paid account LinkedIn takes {LINKEDIN_SHORT} characters; {over} too many."
                ),
            );
        }
    }
    let count = words::word_count(letter.body.get(main_text(&letter.body)).unwrap_or_default());
    let (least, most) = context.kind.length(context.brief || !context.is_wanted());
    if count < least {
        say(
            Check::TooShort,
            Weight::Hint,
            format!("With {count} words it may seem hurried. {least} are plenty."),
        );
    } else if count > most && !context.kind.is_short() {
        say(
            Check::TooLong,
            Weight::Better,
            format!("{count} words; people read about {most} of such a letter."),
        );
    }
}
