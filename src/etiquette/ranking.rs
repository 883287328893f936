//! Putting the actions of a plan in order.
//!
//! Tens of thousands are sorted while hardly looking at them twice: what [`Action::urgency`] says of status, due time
//! and task becomes one number for each, and these numbers are sorted digit by digit. Equals keep their order
//! meanwhile, and opportunities come in theirs already, so the rest of a key only decides within a page.

use super::Action;
use crate::model::Stamp;

/// Bits to a digit.
const DIGIT: u32 = 11;
/// Bits of the number of a task, and of a second.
const TASK: u32 = 5;
const SECOND: u32 = 45;
/// The number of a second that never comes.
const NEVER: u64 = (1 << SECOND) - 1;

/// An action to be put in order, by where it is.
#[derive(Clone, Copy, Default)]
struct Entry {
    rank: u64,
    page: u32,
    place: u32,
}

/// All actions of these pages by their urgency.
///
/// Where actions of one task are on several pages, these come in the order of their keys.
pub(super) fn in_order(pages: &[&[Action]]) -> Vec<Action> {
    let (entries, to_the_second) = entries(pages);
    let entries = by_digits(tightened(entries));
    let mut actions: Vec<Action> = Vec::with_capacity(entries.len());
    for equals in entries.chunk_by(|one, next| (one.rank, one.page) == (next.rank, next.page)) {
        let first = actions.len();
        let action = |entry: &Entry| pages.get(entry.page as usize)?.get(entry.place as usize).copied();
        for entry in equals {
            actions.extend(action(entry));
        }
        if let Some(equals @ [_, _, ..]) = actions.get_mut(first..) {
            equals.sort_unstable_by_key(|action| action.key);
        }
    }
    if !to_the_second {
        actions.sort_unstable_by_key(Action::urgency);
    }
    actions
}

/// Facts are dated to the second; should one not be, more than the seconds decides, which is told beside.
fn entries(pages: &[&[Action]]) -> (Vec<Entry>, bool) {
    let mut to_the_second = true;
    let mut entries = Vec::with_capacity(pages.iter().map(|actions| actions.len()).sum());
    for (actions, page) in pages.iter().zip(0..) {
        for (action, place) in actions.iter().zip(0..) {
            let (status, due) = action.pressure();
            let rank = (status as u64) << SECOND | second(due);
            to_the_second &= action.window.due.is_none() || due.timestamp_subsec_nanos() == 0;
            entries.push(Entry { rank: rank << TASK | action.task() as u64, page, place });
        }
    }
    (entries, to_the_second)
}

/// The number of a second, from the first that there is.
fn second(at: Stamp) -> u64 {
    let number = at.timestamp() - Stamp::MIN_UTC.timestamp();
    if at == Stamp::MAX_UTC { NEVER } else { u64::try_from(number).unwrap_or(0) }
}

/// Numbers the seconds from the first that is named to the last, so that there are fewer digits to sort by.
fn tightened(mut entries: Vec<Entry>) -> Vec<Entry> {
    let seconds = |entry: &Entry| entry.rank >> TASK & NEVER;
    let named = || entries.iter().map(seconds).filter(|second| *second < NEVER);
    let (first, last) = (named().min().unwrap_or(0), named().max().unwrap_or(0));
    let never = last - first + 1;
    let bits = u64::BITS - never.leading_zeros();
    for entry in &mut entries {
        let (status, task) = (entry.rank >> (SECOND + TASK), entry.rank & ((1 << TASK) - 1));
        let second =
            Some(seconds(entry)).filter(|second| *second < NEVER).map_or(never, |second| second - first);
        entry.rank = (status << bits | second) << TASK | task;
    }
    entries
}

/// Sorts by rank, from the last digit to the first; equals keep their order.
fn by_digits(mut entries: Vec<Entry>) -> Vec<Entry> {
    let highest = entries.iter().map(|entry| entry.rank).max().unwrap_or(0);
    let mut sorted = vec![Entry::default(); entries.len()];
    let mut shift = 0;
    while highest >> shift > 0 {
        let digit = |entry: &Entry| usize::try_from((entry.rank >> shift) % (1 << DIGIT)).unwrap_or(0);
        let mut next = [0_usize; 1 << DIGIT];
        for entry in &entries {
            if let Some(count) = next.get_mut(digit(entry)) {
                *count += 1;
            }
        }
        let mut before = 0;
        for slot in &mut next {
            before += std::mem::replace(slot, before);
        }
        for entry in &entries {
            let Some(place) = next.get_mut(digit(entry)) else { continue };
            if let Some(slot) = sorted.get_mut(*place) {
                *slot = *entry;
            }
            *place += 1;
        }
        std::mem::swap(&mut entries, &mut sorted);
        shift += DIGIT;
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::Task;
    use chrono::TimeDelta;

    /// Some of everything, on pages that come in the order of their opportunities.
    fn pages() -> Vec<Vec<Action>> {
        let told = |told: crate::model::Opportunity| {
            told.met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[SAM, ROB, DANA, INES])
        };
        let records = search([told(acme()), told(bolt())]);
        let all = planned(&records, "2026-03-03T09:00").actions;
        let of = |opportunity| {
            let of = all.iter().filter(move |action| action.opportunity() == opportunity);
            of.rev().copied().collect()
        };
        vec![of(None), of(Some(ACME)), Vec::new(), of(Some(BOLT))]
    }

    fn in_order_as_urgency_says(pages: &[Vec<Action>]) -> bool {
        let mut expected: Vec<Action> = pages.iter().flatten().copied().collect();
        expected.sort_by_key(Action::urgency);
        let pages: Vec<&[Action]> = pages.iter().map(Vec::as_slice).collect();
        in_order(&pages) == expected && expected.len() > 20
    }

    #[test]
    fn what_is_equal_but_for_the_key_is_in_the_order_of_the_key() {
        assert!(in_order_as_urgency_says(&pages()));
    }

    #[test]
    fn any_time_finds_its_place_and_so_does_none() {
        let noon = at("2026-03-03T12:00");
        let second = TimeDelta::seconds(1);
        let far = at("3110-01-01T00:00");
        for seldom in [Stamp::MIN_UTC, Stamp::MAX_UTC - second, noon + second / 2, far] {
            let mut pages = pages();
            for (action, n) in pages.iter_mut().flatten().zip(0..) {
                let dues = [Some(noon), None, Some(noon - second), Some(seldom), Some(noon + second)];
                action.window.due = dues[n % 5];
                action.status = [Status::Missed, Status::Overdue, Status::Open][n % 3];
            }
            assert!(in_order_as_urgency_says(&pages), "{seldom}");
        }
    }

    #[test]
    fn times_that_differ_by_less_than_a_second_are_in_their_order() {
        let noon = at("2026-03-03T12:00");
        let mut pages = pages();
        for (action, n) in pages.iter_mut().flatten().zip(1..) {
            action.window.due = Some(noon + TimeDelta::milliseconds(n * 271 % 1000));
            action.status = Status::Open;
        }
        assert!(in_order_as_urgency_says(&pages));
    }

    #[test]
    fn there_is_room_for_every_task_and_status() {
        assert!(u64::from(Task::ReviewLessons as u8) < 1 << TASK);
        assert!(second(Stamp::MAX_UTC - TimeDelta::seconds(1)) < NEVER);
    }
}
