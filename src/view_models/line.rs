//! What the screens' lists and cards have in common.

use super::{Bar, Card};
use crate::etiquette::{Source, Sources};
use crate::model::ActionKey;

/// A line of a list: it leads somewhere, or opens in place.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Line {
    /// Tells it from the others of its page; the same from one moment to the next.
    pub key: String,
    /// A name, a company, or what is to be done.
    pub title: String,
    /// Where it leads, where it does not open.
    pub href: Option<String>,
    /// What is said of it in smaller type; may be empty.
    pub about: String,
    /// What stands at the end of the line, row by row.
    pub side: Vec<String>,
    /// How the end of the line is spoken.
    pub tone: Tone,
    /// A stretch of time that goes with it, drawn.
    pub bar: Option<Bar>,
    /// What is seen of it when it is opened.
    pub card: Option<Box<Card>>,
    /// The lines that it stands for, seen when it is opened.
    pub lines: Vec<Line>,
    /// A place beside it, to be found when it is opened.
    pub beside: Option<Link>,
    /// The actions that it stands for, where they can be brought back.
    pub put_off: Vec<ActionKey>,
}

/// How the end of a line is spoken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Tone {
    /// In passing.
    #[default]
    Plain,
    /// It is due today or tomorrow.
    Soon,
    /// It is past due and still right.
    Late,
}

impl Tone {
    /// Its name in `data-tone`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }
}

impl Line {
    /// Whether it opens in place.
    pub fn opens(&self) -> bool {
        self.card.is_some() || !self.lines.is_empty() || !self.put_off.is_empty()
    }

    /// The cards that are seen when it and what it stands for are opened.
    #[cfg(test)]
    pub(super) fn cards(&self) -> Vec<Card> {
        let own = self.card.iter().map(|card| (**card).clone());
        own.chain(self.lines.iter().flat_map(Self::cards)).collect()
    }
}

/// Lines under a heading.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LineGroup {
    /// The heading; empty where the list needs none.
    pub heading: &'static str,
    /// The first of its lines.
    pub lines: Vec<Line>,
    /// How many there are.
    pub all: usize,
    /// How many of those that are not shown end by tomorrow.
    pub soon: usize,
}

impl LineGroup {
    /// A group that shows all of its lines.
    pub fn whole(heading: &'static str, lines: Vec<Line>) -> Self {
        Self { heading, all: lines.len(), lines, soon: 0 }
    }

    /// What the button for the rest says; `None` where all lines are there.
    pub fn show_more(&self) -> Option<String> {
        let rest = self.all.saturating_sub(self.lines.len());
        match (rest, self.soon) {
            (0, _) => None,
            (rest, 0) => Some(format!("Show more ({rest} left)")),
            (rest, soon) => Some(format!("Show more ({rest} left, {soon} by tomorrow)")),
        }
    }
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
    /// What it says, in a sentence of our own; may be empty.
    pub says: String,
    /// The title as published.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
}

/// What a piece of advice rests on, and what each source says.
pub(super) fn cited(sources: Sources, says: impl Fn(Source) -> String) -> Vec<Citation> {
    let cite = |source: Source| Citation {
        says: says(source),
        title: source.title(),
        publisher: source.publisher(),
    };
    sources.iter().map(cite).collect()
}

/// A link that looks like a button.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    /// What it says.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
}
