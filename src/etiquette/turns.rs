//! When the pages of a plan change next by time alone.
//!
//! Most change at the same few moments, at the starts and ends of days, so it is counted how many do.

use crate::model::Stamp;
use std::collections::BTreeMap;

/// How many pages change next at each moment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turns(BTreeMap<Stamp, usize>);

impl Turns {
    /// A page changes next at `next` instead of `before`.
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

    /// The first moment at which a page changes.
    pub(crate) fn first(&self) -> Option<Stamp> {
        self.0.keys().next().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::at;

    #[test]
    fn the_first_turn_is_that_of_the_last_page_that_still_changes_then() {
        let [noon, later] = ["2026-03-03T12:00", "2026-03-03T13:00"].map(|time| Some(at(time)));
        let mut turns = Turns::default();
        assert_eq!(turns.first(), None);
        turns.instead(None, later);
        turns.instead(None, noon);
        turns.instead(None, noon);
        turns.instead(noon, noon);
        turns.instead(noon, later);
        assert_eq!(turns.first(), noon, "one page still changes then");
        turns.instead(noon, None);
        assert_eq!(turns.first(), later);
        turns.instead(later, None);
        assert_eq!(turns.first(), later, "there were two");
        turns.instead(later, None);
        assert_eq!(turns.first(), None);
    }
}
