//! What the screens' lists and cards have in common.

use super::Bar;
use crate::etiquette::Sources;
use crate::model::ActionKey;

/// A line of a list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// A name, a company, or what is to be done.
    pub title: String,
    /// Where the title leads; `None`: nowhere.
    pub href: Option<String>,
    /// What is said of it in smaller type; may be empty.
    pub about: String,
    /// What stands at the end of the line, row by row.
    pub side: Vec<String>,
    /// Whether it is past due.
    pub late: bool,
    /// A stretch of time that goes with it, drawn.
    pub bar: Option<Bar>,
    /// The advice behind it.
    pub why: Option<Why>,
    /// The actions that it stands for, where they can be brought back.
    pub put_off: Vec<ActionKey>,
}

/// Some lines, of as many as there are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines {
    /// The first of them.
    pub lines: Vec<Line>,
    /// How many there are.
    pub all: usize,
}

/// A reason, and the advice that it rests on.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Why {
    /// The reason, in a sentence.
    pub reason: String,
    /// Where the advice comes from.
    pub sources: Vec<Citation>,
    /// What is to be known of the sources: where the chosen playbook is silent, who says otherwise.
    pub notes: Vec<String>,
}

/// Where a piece of advice comes from.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Citation {
    /// The title as published.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
}

/// What a piece of advice rests on.
pub(super) fn cited(sources: Sources) -> Vec<Citation> {
    sources.iter().map(|source| Citation { title: source.title(), publisher: source.publisher() }).collect()
}

/// A link that looks like a button.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    /// What it says.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
}
