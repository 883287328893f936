//! Blanks, and names that belong in another letter: what happens when a note is pasted from one.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::letter_context::LetterContext;
use crate::letters::likeness::main_text;
use crate::letters::template::Facts;
use crate::model::{Letter, Opportunity};
use crate::words;
use std::cmp::Reverse;
use std::ops::Range;

const GREETINGS: [&str; 9] =
    ["hi", "hello", "dear", "hey", "good", "morning", "afternoon", "evening", "greetings"];
const ANYBODY: [&str; 14] = [
    "team",
    "all",
    "everyone",
    "everybody",
    "there",
    "hiring",
    "manager",
    "both",
    "folks",
    "colleagues",
    "the",
    "and",
    "committee",
    "recruiting",
];
const TITLES: [&str; 8] = ["mr", "mrs", "ms", "mx", "dr", "prof", "professor", "miss"];

/// Names of other companies, jobs and people: those that belong in other letters.
#[derive(Clone, Debug, Default)]
pub(super) struct OtherNames {
    /// By their first words; of those with the same first word, the longest first.
    names: Vec<OtherName>,
    /// First names of others as they are written, in order.
    first_names: Vec<String>,
}

#[derive(Clone, Debug)]
struct OtherName {
    /// Its first word, in small letters.
    first_word: String,
    name: String,
    of: NameOf,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NameOf {
    Person,
    Company,
    Role,
}

impl OtherNames {
    pub(super) fn of(context: &LetterContext<'_>, facts: &Facts) -> Self {
        let fact = |name: &str| facts.get(name);
        let own = ["company", "full_name", "job", "me", "whom"].map(fact).join(" ").to_lowercase();
        let mentioned = ["topic", "said", "skill", "missed", "answer", "item"].map(fact).join(" ");
        let known = format!("{own} {}", mentioned.to_lowercase());
        let mut others = Self::default();
        for opportunity in context.records.opportunities.values() {
            if context.opportunity.is_some_and(|here| here.id == opportunity.id) {
                continue;
            }
            others.add(&opportunity.company, NameOf::Company, &known);
            if words::word_count(&opportunity.role) > 1 {
                others.add(&opportunity.role, NameOf::Role, &known);
            }
        }
        let near = context.opportunity.map(Opportunity::everyone).unwrap_or_default();
        for person in context.records.people.values() {
            let first = words::first_name(&person.name);
            let small = first.to_lowercase();
            if !first.is_empty() && words::words(&own).all(|(_, word)| word != small) {
                others.first_names.push(first);
            }
            if !near.contains(&person.id) && words::word_count(&person.name) > 1 {
                others.add(&person.name, NameOf::Person, &known);
            }
        }
        crate::sorting::by_key(&mut others.first_names, String::clone);
        crate::sorting::by_key(&mut others.names, |one| (one.first_word.clone(), Reverse(one.name.len())));
        others
    }

    fn add(&mut self, name: &str, of: NameOf, known: &str) {
        let name = words::one_line(name);
        let Some((_, first)) = words::words(&name).next() else { return };
        if name.chars().count() >= 3 && !known.contains(&name.to_lowercase()) {
            self.names.push(OtherName { first_word: first.to_lowercase(), name, of });
        }
    }

    /// The longest name that stands in the text at the place of that word.
    fn at(&self, text: &str, word: &str, at: usize) -> Option<&OtherName> {
        let word = word.to_lowercase();
        let from = self.names.partition_point(|one| one.first_word < word);
        let begin_with_it = self.names.iter().skip(from).take_while(|one| one.first_word == word);
        begin_with_it.into_iter().find(|one| {
            let end = at + one.name.len();
            let is_it = text.get(at..end).is_some_and(|found| match one.of {
                NameOf::Role => found.eq_ignore_ascii_case(&one.name),
                NameOf::Company | NameOf::Person => found == one.name,
            });
            is_it && !text.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        })
    }

    fn has_first_name(&self, word: &str) -> bool {
        self.first_names.binary_search_by(|name| name.as_str().cmp(word)).is_ok()
    }
}

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    for (part, text) in [(Part::Subject, letter.subject.as_str()), (Part::Body, letter.body.as_str())] {
        blanks(part, text, found);
        other_names(part, text, context, found);
    }
    greeting(&letter.body, context, found);
    unsigned(&letter.body, context, found);
}

/// `{company}`, `[name]`, `<role>`, `XXX`, `____`.
fn blanks(part: Part, text: &str, found: &mut Vec<Finding>) {
    let mut places: Vec<Range<usize>> = Vec::new();
    for (open, close) in [('{', '}'), ('[', ']'), ('<', '>')] {
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at) {
            let end = text.get(start..).and_then(|rest| rest.find(close)).map(|at| start + at + 1);
            let inner = end.and_then(|end| text.get(start + 1..end - 1)).unwrap_or_default();
            let is_blank = !inner.is_empty() && inner.len() < 40 && !inner.contains('\n');
            if let (true, Some(end)) = (is_blank, end) {
                places.push(start..end);
            }
            from = start + 1;
        }
    }
    for (at, word) in words::words(text) {
        if word.len() > 1 && (word.bytes().all(|byte| byte == b'X') || ["TODO", "TBD", "TK"].contains(&word))
        {
            places.push(at..at + word.len());
        }
    }
    if let Some(start) = text.find("___") {
        places.push(start..start + 3);
    }
    crate::sorting::by_key(&mut places, |at| at.start);
    for at in places {
        let blank = text.get(at.clone()).unwrap_or_default();
        let reason = format!("{blank} is still to be filled in.");
        found.push(Finding::new(Check::Blank, Weight::Stop, part, reason).at(at));
    }
}

/// Names of other companies, jobs and people in the text.
fn other_names(part: Part, text: &str, context: &CheckContext, found: &mut Vec<Finding>) {
    let mut behind = 0;
    // The greeting at the top is looked at by itself.
    let greeted = text.find([',', '\n']).unwrap_or(text.len());
    for (at, word) in words::words(text) {
        if at < behind {
            continue;
        }
        if let Some(other) = context.other_names.at(text, word, at) {
            behind = at + other.name.len();
            let begins = begins_sentence(text, at) && words::word_count(&other.name) == 1;
            found.push(misplaced(part, at..behind, other, begins, context));
        } else if context.other_names.has_first_name(word)
            && (is_address(text, at..at + word.len()) || (at > greeted && is_greeted(text, at)))
        {
            let reason = format!("This goes to {}, and here it says {word}.", context.to);
            let finding = Finding::new(Check::WrongName, Weight::Stop, part, reason).at(at..at + word.len());
            found.push(replaced(finding, at..at + word.len(), &context.called));
        }
    }
}

/// A name that belongs in another letter.
fn misplaced(
    part: Part,
    at: Range<usize>,
    other: &OtherName,
    begins: bool,
    context: &CheckContext,
) -> Finding {
    let name = &other.name;
    // "Target audiences matter": at the start of a sentence any word is large, so this may be no name.
    if begins && other.of == NameOf::Company {
        let reason = format!("Is “{name}” the company here? This goes to {}.", context.company);
        return Finding::new(Check::WrongCompany, Weight::Hint, part, reason).at(at);
    }
    let (check, weight, reason, instead) = match other.of {
        NameOf::Company => (
            Check::WrongCompany,
            Weight::Stop,
            format!("{name} is another company of yours. This goes to {}.", context.company),
            context.company.as_str(),
        ),
        NameOf::Role => (
            Check::WrongRole,
            Weight::Stop,
            format!("“{name}” is the job at another company."),
            context.job.as_str(),
        ),
        NameOf::Person => (
            Check::WrongName,
            Weight::Better,
            format!("{name} belongs to another company. Is the name meant to be here?"),
            context.to.as_str(),
        ),
    };
    replaced(Finding::new(check, weight, part, reason).at(at.clone()), at, instead)
}

fn replaced(finding: Finding, at: Range<usize>, instead: &str) -> Finding {
    if instead.is_empty() { finding } else { finding.fix(format!("Put “{instead}”"), at, instead) }
}

/// Whether the word there begins a sentence or a line.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches([' ', '“', '"', '(']);
    before.is_empty() || before.ends_with(['.', '?', '!', ':', '\n'])
}

/// "Hi Ben" further down, where another note was pasted in.
fn is_greeted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    ["Hi", "Hello", "Hey", "Dear"].contains(&word)
}

/// "Thanks again, Ben." speaks to Ben.
fn is_address(text: &str, at: Range<usize>) -> bool {
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    before.ends_with(", ") && (after.is_empty() || after.starts_with(['.', ',', '!', '?', '\n']))
}

/// The name in the greeting has to be the addressee's.
fn greeting(body: &str, context: &CheckContext, found: &mut Vec<Finding>) {
    let end = body.find([',', '\n', '.', ':', ';']).unwrap_or(body.len());
    let line = body.get(..end).unwrap_or_default();
    let is_greeting = |word: &str| GREETINGS.contains(&word.to_lowercase().as_str());
    let mut called = words::words(line).skip_while(|(_, word)| is_greeting(word)).peekable();
    let greets = words::words(line).next().is_some_and(|(_, word)| is_greeting(word));
    let Some((start, _)) = called.peek().copied() else { return };
    if !greets || context.to.is_empty() {
        return;
    }
    let called: Vec<(usize, &str)> = called.collect();
    let own: Vec<String> = words::words(&format!("{} {}", context.to, context.company))
        .map(|(_, word)| word.to_lowercase())
        .collect();
    let fits = |word: &str| {
        let word = word.to_lowercase();
        own.contains(&word) || ANYBODY.contains(&word.as_str()) || TITLES.contains(&word.as_str())
    };
    if called.len() > 5
        || called.iter().all(|(_, word)| fits(word))
        || line.get(start..).is_some_and(|name| context.to.contains(name))
    {
        return;
    }
    let at = start..called.last().map_or(start, |(at, word)| at + word.len());
    let name = line.get(at.clone()).unwrap_or_default();
    let known = called.iter().any(|(_, word)| context.other_names.has_first_name(word));
    let (weight, reason) = if known {
        (Weight::Stop, format!("This goes to {}, and it greets {name}.", context.to))
    } else {
        (Weight::Better, format!("This goes to {}. Is “{name}” what you call them?", context.to))
    };
    let finding = Finding::new(Check::WrongName, weight, Part::Body, reason).at(at.clone());
    found.push(replaced(finding, at, &context.called));
}

/// A letter ends with the user's name.
fn unsigned(body: &str, context: &CheckContext, found: &mut Vec<Finding>) {
    if context.kind.is_short() {
        return;
    }
    let end = body.get(main_text(body).end..).unwrap_or_default();
    if context.me.is_empty() {
        let lines = end.lines().filter(|line| !line.trim().is_empty()).count();
        if lines < 2 {
            let reason = "It is not signed. Once you have told Afterword your name, it signs for you.";
            found.push(Finding::new(Check::Unsigned, Weight::Better, Part::Body, reason));
        }
        return;
    }
    let first = words::first_name(&context.me);
    if !body.trim_end().lines().rev().take(4).any(|line| line.contains(&first)) {
        let gap = if body.trim_end().ends_with(',') { "\n" } else { "\n\n" };
        let at = body.trim_end().len();
        let finding =
            Finding::new(Check::Unsigned, Weight::Better, Part::Body, "Your name is missing at the end.");
        found.push(finding.fix("Sign it", at..body.len(), format!("{gap}{}", context.me)));
    }
}
