//! What a letter of its kind should hold, how long it is, and whether it is too like another.

use super::{Check, CheckContext, Finding, Part, Proofreading, Weight};
use crate::letters::compose::{LINKEDIN_LONG, LINKEDIN_SHORT};
use crate::letters::likeness::{ALIKE, Fingerprint, like_passages, likeness, main_text};
use crate::model::{Letter, Tone};
use crate::words;

const THANKS: [&str; 5] = ["thank", "grateful", "appreciat", "gratitude", "obliged"];
const INTEREST: [&str; 31] = [
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
const NEXT_STEP: [&str; 24] = [
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
/// A letter with at least this share of words that our bare template has not is somebody's own.
const OWN: f32 = 0.25;

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    let small = letter.body.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|phrase| small.contains(phrase));
    let (thanks, interest, next_step) = context.kind.needs(context.brief, context.signed);
    if thanks && !has(&THANKS) {
        let words = match context.tone {
            Tone::Formal => "Thank you very much for your time.",
            Tone::Plain => "Thank you for your time.",
            Tone::Warm => "Thank you so much for your time.",
        };
        let finding =
            Finding::new(Check::NoThanks, Weight::Better, Part::Body, "There is no thanks in it yet.");
        let at = main_text(&letter.body).start;
        found.push(finding.fix("Add a thank-you", at..at, opening(&letter.body, at, words)));
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

/// A sentence at the start of the text proper.
fn opening(body: &str, at: usize, words: &str) -> String {
    let rest = body.get(at..).unwrap_or_default();
    let gap = if at > 0 { "\n\n" } else { "" };
    if rest.starts_with("\n\n") || rest.trim().is_empty() {
        format!("{gap}{words}")
    } else {
        format!("{gap}{words} ")
    }
}

/// A finding that one more sentence at the end of the text proper mends.
pub(super) fn appended(check: Check, reason: &str, label: &str, words: &str, letter: &Letter) -> Finding {
    let core = main_text(&letter.body);
    let text = letter.body.get(core.clone()).unwrap_or_default().trim_end();
    let at = core.start + text.len();
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
    let (least, most) = context.kind.length(context.brief);
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

/// Too like what somebody else got.
pub(super) fn alike(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    if context.kind.is_short() && letter.body.len() < 60 {
        return;
    }
    let names = context.names();
    let print = Fingerprint::of(&letter.body, &names);
    let all = context.earlier.iter().map(|earlier| (earlier, likeness(&print, &earlier.fingerprint)));
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
