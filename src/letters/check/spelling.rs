//! Slips that are cheap to find; the browser's spell checker does the rest.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::likeness::main_text;
use crate::model::Letter;
use crate::words;

/// Words that may stand twice.
const TWICE: [&str; 4] = ["that", "had", "is", "very"];
/// Behind these a full stop ends no sentence.
const SHORT_FORMS: [&str; 12] =
    ["e.g", "i.e", "etc", "dr", "mr", "mrs", "ms", "prof", "vs", "approx", "no", "st"];

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    for (part, text) in [(Part::Subject, letter.subject.as_str()), (Part::Body, letter.body.as_str())] {
        pairs(part, text, found);
        spaces(part, text, found);
        small_starts(part, text, found);
    }
    if !context.kind.is_short() {
        small_after_greeting(&letter.body, found);
    }
}

/// In English the line after "Hello Priya," begins with a large letter.
fn small_after_greeting(body: &str, found: &mut Vec<Finding>) {
    let main = main_text(body);
    let text = body.get(main.clone()).unwrap_or_default();
    let start = main.start + (text.len() - text.trim_start().len());
    let Some(first) = text.trim_start().chars().next().filter(|first| first.is_lowercase()) else { return };
    if main.start == 0 || is_name(body.get(start..).unwrap_or_default()) {
        return;
    }
    let large: String = first.to_uppercase().collect();
    let at = start..start + first.len_utf8();
    let reason = "After the greeting, English begins with a capital letter.";
    let finding = Finding::new(Check::SentenceCase, Weight::Hint, Part::Body, reason).at(at.clone());
    found.push(finding.fix(format!("Put “{large}”"), at, large));
}

/// "iPhone", "eBay", "acme.com": a large letter inside, or a dot, makes it a name.
fn is_name(text: &str) -> bool {
    text.split([' ', '\n'])
        .next()
        .is_some_and(|word| word.chars().skip(1).any(char::is_uppercase) || word.contains(['.', '@', '/']))
}

/// Two words in a row: the same twice, "a" before a vowel, a small "i".
fn pairs(part: Part, text: &str, found: &mut Vec<Finding>) {
    let mut before: Option<(usize, &str)> = None;
    for (at, word) in words::words(text) {
        if word == "i" || word.starts_with("i'") || word.starts_with("i’") {
            let is_short_form = text.get(at + 1..).is_some_and(|rest| rest.starts_with(".e"));
            if !is_short_form {
                let finding =
                    Finding::new(Check::SentenceCase, Weight::Hint, part, "“I” is always a capital letter.");
                found.push(finding.at(at..at + 1).fix("Put “I”", at..at + 1, "I"));
            }
        }
        if let Some((start, one)) = before
            && text.get(start + one.len()..at).is_some_and(|gap| gap.trim_matches([' ', '\n']).is_empty())
        {
            let same = one.to_lowercase() == word.to_lowercase() && one.chars().all(char::is_alphabetic);
            if same && !TWICE.contains(&word.to_lowercase().as_str()) {
                let finding =
                    Finding::new(Check::Doubled, Weight::Better, part, format!("“{word}” stands twice."));
                found.push(finding.at(start..at + word.len()).fix(
                    "Once is enough",
                    start + one.len()..at + word.len(),
                    "",
                ));
            }
            let article = words::article(word);
            if matches!(one, "a" | "an" | "A" | "An") && one.to_lowercase() != article {
                let right =
                    if one.starts_with('A') { words::capitalized(article) } else { article.to_owned() };
                let reason = format!("It is “{right} {word}”.");
                let finding = Finding::new(Check::Article, Weight::Hint, part, reason);
                let at = start..start + one.len();
                found.push(finding.at(at.clone()).fix(format!("Put “{right}”"), at, right));
            }
        }
        before = Some((at, word));
    }
}

/// Two spaces in a row, a space before a comma.
fn spaces(part: Part, text: &str, found: &mut Vec<Finding>) {
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(' ')).map(|at| from + at) {
        let rest = text.get(start..).unwrap_or_default();
        let after = rest.trim_start_matches(' ');
        let end = start + rest.len() - after.len();
        let inside = start > 0 && !text.get(..start).is_some_and(|head| head.ends_with('\n'));
        if end - start > 1 && inside && !after.is_empty() && !after.starts_with('\n') {
            let finding = Finding::new(Check::Spacing, Weight::Hint, part, "One space is enough.");
            found.push(finding.at(start..end).fix("Put one space", start..end, " "));
        } else if after.starts_with([',', ';', '.']) && !after.starts_with("..") && inside {
            let finding = Finding::new(Check::Spacing, Weight::Hint, part, "No space before it.");
            found.push(finding.at(start..end + 1).fix("Close the gap", start..end, ""));
        }
        from = end;
    }
}

/// A sentence begins with a large letter.
fn small_starts(part: Part, text: &str, found: &mut Vec<Finding>) {
    for (at, mark) in text.match_indices(['.', '?', '!']) {
        let rest = text.get(at + mark.len()..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start_matches([' ', '\n']).len();
        let start = at + mark.len() + gap;
        let Some(first) = text.get(start..).and_then(|rest| rest.chars().next()) else { continue };
        let before = text.get(..at).unwrap_or_default();
        let word = before.rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
        let short_form = mark == "." && (SHORT_FORMS.contains(&word.as_str()) || word.chars().count() < 2);
        let name = text.get(start..).is_some_and(is_name);
        if gap > 0 && first.is_lowercase() && !short_form && !name && !before.ends_with('.') {
            let large: String = first.to_uppercase().collect();
            let end = start + first.len_utf8();
            let finding = Finding::new(Check::SentenceCase, Weight::Hint, part, "A sentence begins large.");
            found.push(finding.at(start..end).fix(format!("Put “{large}”"), start..end, large));
        }
    }
}
