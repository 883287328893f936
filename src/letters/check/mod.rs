//! Checks that speak while the letter is typed. Each says why, and where it can, what to put instead.

mod afterwards;
mod alike;
mod check_context;
mod content;
mod days;
mod fitting;
mod names;
mod phrases;
mod spelling;
mod third_person;

pub use check_context::{CheckContext, Proofreading};

use crate::model::Letter;
use std::ops::Range;

/// What a check looks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Check {
    /// A place that is still to be filled.
    Blank,
    /// Somebody else's name.
    WrongName,
    /// Another company's name.
    WrongCompany,
    /// Another job's name.
    WrongRole,
    /// They are spoken of, not to.
    ThirdPerson,
    /// Too much of a note to somebody else.
    Alike,
    /// A status question before its time.
    TooEarly,
    /// It courts a company although an offer of others is signed.
    Courting,
    /// Nothing that only this person would get.
    Impersonal,
    /// No thanks in it.
    NoThanks,
    /// No interest in it.
    NoInterest,
    /// No next step in it.
    NoNextStep,
    /// More than people read, or than fits.
    TooLong,
    /// Too little to say something.
    TooShort,
    /// No name at its end.
    Unsigned,
    /// A phrase that grates.
    Grating,
    /// A phrase that presses.
    Pressure,
    /// The same word twice.
    Doubled,
    /// A space too many.
    Spacing,
    /// A small letter at the start of a sentence.
    SentenceCase,
    /// "a" for "an", or the other way round.
    Article,
    /// Something that the look-back found is not in it.
    DebriefLeftOut,
    /// A day that is right no more, or that may be two.
    StaleDay,
    /// A subject that somebody else there got too.
    SubjectAlike,
    /// Pay, where thanks are given.
    Pay,
    /// It does not say on what occasion one met.
    NoOccasion,
    /// A yes to an offer that is only spoken.
    NotInWriting,
    /// Nobody has read it yet, and the playbook wants somebody to.
    NotProofread,
}

/// How much it matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Weight {
    /// It would be embarrassing.
    Stop,
    /// It would be better otherwise.
    Better,
    /// A matter of taste.
    Hint,
}

/// Which part of the letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// The subject.
    Subject,
    /// The text.
    Body,
}

/// Something that a check found.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Finding {
    /// What was looked for.
    pub check: Check,
    /// How much it matters.
    pub weight: Weight,
    /// The part of the letter that it is in.
    pub part: Part,
    /// The places in that part, as byte ranges; empty where it is about the whole.
    pub at: Vec<Range<usize>>,
    /// Why it matters, for the user.
    pub reason: String,
    /// What would mend it, where one tap can.
    pub fix: Option<Fix>,
}

/// A change that mends a finding.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// Which bytes of the part are replaced; an empty range inserts.
    pub at: Range<usize>,
    /// By what.
    pub with: String,
}

impl Finding {
    pub(super) fn new(check: Check, weight: Weight, part: Part, reason: impl Into<String>) -> Self {
        Self { check, weight, part, at: Vec::new(), reason: reason.into(), fix: None }
    }

    pub(super) fn at(mut self, at: Range<usize>) -> Self {
        self.at.push(at);
        self
    }

    pub(super) fn fix(mut self, label: impl Into<String>, at: Range<usize>, with: impl Into<String>) -> Self {
        self.fix = Some(Fix { label: label.into(), at, with: with.into() });
        self
    }
}

impl Fix {
    /// The text with the fix made; unchanged where the text is no longer the one that was checked.
    pub fn made(&self, text: &str) -> String {
        match (text.get(..self.at.start), text.get(self.at.end..)) {
            (Some(head), Some(tail)) => format!("{head}{}{tail}", self.with),
            _ => text.to_owned(),
        }
    }
}

/// A check: it adds what it finds.
type CheckFn = fn(&Letter, &CheckContext, &mut Vec<Finding>);

/// All checks. Each is quick; all of them in a row can be felt on a slow phone.
const CHECKS: [CheckFn; 9] = [
    names::check,
    third_person::check,
    content::check,
    alike::check,
    afterwards::check,
    days::check,
    fitting::check,
    phrases::check,
    spelling::check,
];

/// Checks a letter. The findings come by weight, then by what was looked for, then in the order of the text.
pub fn check(letter: &Letter, context: &CheckContext) -> Vec<Finding> {
    let mut run = CheckRun::of(letter.clone());
    while run.step(context) {}
    run.found()
}

/// A letter that is checked step by step, so that whoever types need not wait for all checks.
#[derive(Clone, Debug)]
pub struct CheckRun {
    letter: Letter,
    next: usize,
    found: Vec<Finding>,
}

impl CheckRun {
    /// No check has run yet.
    pub fn of(letter: Letter) -> Self {
        Self { letter, next: 0, found: Vec::new() }
    }

    /// Runs the next check, and says whether one is left. An empty page is no fault.
    pub fn step(&mut self, context: &CheckContext) -> bool {
        let Some(check) = CHECKS.get(self.next).filter(|_| !self.letter.body.trim().is_empty()) else {
            return false;
        };
        check(&self.letter, context, &mut self.found);
        self.next += 1;
        self.next < CHECKS.len()
    }

    /// The letter that is checked.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// What was found so far, in the order of [`check`].
    pub fn found(mut self) -> Vec<Finding> {
        crate::sorting::by_key(&mut self.found, |one| {
            (one.weight, one.check, one.part, one.at.first().map_or(0, |at| at.start))
        });
        self.found
    }
}
