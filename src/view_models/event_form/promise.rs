//! What a reply does to the day by which they promised an answer.

use crate::etiquette::{History, Now};
use crate::model::{Opportunity, Records};
use crate::view_models::when;
use chrono::{NaiveDate, TimeZone};

/// What a plain reply does to the promised day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PromiseWord {
    /// It still holds: "thanks, got it" moves nothing.
    #[default]
    Holds,
    /// They named a new one.
    NewDay,
    /// It no longer holds, and no other was named.
    Gone,
}

/// What can be said of the promised day, in the order offered.
pub const PROMISE_WORDS: [(PromiseWord, &str); 3] = [
    (PromiseWord::Holds, "That day still holds"),
    (PromiseWord::NewDay, "They named a new day"),
    (PromiseWord::Gone, "That day no longer holds"),
];

impl PromiseWord {
    /// Its name in a draft.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Holds => "",
            Self::NewDay => "new day",
            Self::Gone => "gone",
        }
    }

    /// The word of that name in a draft.
    pub(super) fn named(name: &str) -> Self {
        let words = PROMISE_WORDS.into_iter().map(|(word, _)| word);
        words.into_iter().find(|word| word.name() == name).unwrap_or_default()
    }
}

/// The day by which they promised an answer, where it is not over.
pub(super) fn standing<Tz: TimeZone>(
    one: &Opportunity,
    records: &Records,
    now: &Now<Tz>,
) -> Option<NaiveDate> {
    let promise = History::of(one, &records.people, now.at).promise()?;
    Some(promise.day).filter(|day| *day >= when::today(now))
}
