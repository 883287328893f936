//! Moments, each with how many there are of it.
//!
//! Most of what a plan is dated by falls on the same few moments, such as the starts and ends of days, so to keep the
//! first and the last of thousands costs little.

use crate::model::Stamp;
use std::collections::BTreeMap;

/// How many there are of each moment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moments(BTreeMap<Stamp, usize>);

impl Moments {
    /// One at `next` instead of one at `before`.
    pub(crate) fn instead(&mut self, before: Option<Stamp>, next: Option<Stamp>) {
        if before == next {
            return;
        }
        if let Some(at) = next {
            *self.0.entry(at).or_default() += 1;
        }
        let Some(at) = before else { return };
        if let Some(count) = self.0.get_mut(&at) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(&at);
            }
        }
    }

    /// One more, if there is one.
    pub(crate) fn add(&mut self, at: Option<Stamp>) {
        self.instead(None, at);
    }

    /// One less, if there is one.
    pub(crate) fn remove(&mut self, at: Option<Stamp>) {
        self.instead(at, None);
    }

    /// The first.
    pub(crate) fn first(&self) -> Option<Stamp> {
        self.0.keys().next().copied()
    }

    /// The last.
    pub(crate) fn last(&self) -> Option<Stamp> {
        self.0.keys().next_back().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::at;

    #[test]
    fn the_first_turn_is_that_of_the_last_page_that_still_changes_then() {
        let [noon, later] = ["2026-03-03T12:00", "2026-03-03T13:00"].map(|time| Some(at(time)));
        let mut moments = Moments::default();
        assert_eq!(moments.first(), None);
        moments.instead(None, later);
        moments.instead(None, noon);
        moments.instead(None, noon);
        moments.instead(noon, noon);
        moments.instead(noon, later);
        assert_eq!(moments.first(), noon, "one is still there");
        moments.instead(noon, None);
        assert_eq!(moments.first(), later);
        moments.instead(later, None);
        assert_eq!(moments.first(), later, "there were two");
        moments.instead(later, None);
        assert_eq!(moments.first(), None);
    }
}
