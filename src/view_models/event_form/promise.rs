//! What a reply does to the day by which they promised an answer.

use crate::etiquette::{History, Now, WorkCalendar};
use crate::model::{Opportunity, Records};
use crate::view_models::interview::{Promise, promises};
use crate::view_models::when;
use chrono::{Days, NaiveDate, TimeZone};

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

/// The days that are named most, in words, as seen from the day on which they wrote; each day once.
pub fn usual_days(wrote: NaiveDate, calendar: &WorkCalendar) -> Vec<Promise> {
    let mut usual = promises(wrote, calendar);
    let day = calendar.on_or_after(wrote.checked_add_days(Days::new(2)).unwrap_or(wrote));
    if usual.iter().all(|one| one.day != day) {
        let place = usual.iter().position(|one| one.day > day).unwrap_or(usual.len());
        usual.insert(place, Promise { words: "In two days", day });
    }
    usual
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Settings, read_date, write_date};

    #[test]
    fn the_usual_days_are_each_named_once_in_order() {
        let calendar = WorkCalendar::of(&Settings::default());
        let said = |wrote: &str| -> Vec<String> {
            let usual = usual_days(read_date(wrote).unwrap(), &calendar);
            usual.iter().map(|one| format!("{} {}", one.words, write_date(one.day))).collect()
        };
        assert_eq!(
            said("2026-06-09"),
            [
                "Tomorrow 2026-06-10",
                "In two days 2026-06-11",
                "The end of this week 2026-06-12",
                "The end of next week 2026-06-19",
                "In two weeks 2026-06-23"
            ]
        );
        // From a Wednesday, in two days is the end of the week.
        assert!(!said("2026-06-10").iter().any(|one| one.starts_with("In two days")));
        // From a Friday, both are the next working day.
        assert_eq!(said("2026-06-12")[0], "The next working day 2026-06-15");
    }
}
