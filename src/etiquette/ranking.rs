//! Putting the actions of a plan in order.
//!
//! Tens of thousands are sorted while hardly looking at them twice: what [`Action::urgency`] says of status, due time
//! and task becomes one number for each, these numbers are sorted digit by digit, and each action moves once, to where
//! it belongs. Only among equals does the rest of a key decide.

use super::Action;
use crate::model::Stamp;
use std::mem;

/// Bits of the number of a second, of a task, and of the place at which an action was. A status takes the three left.
const SECOND: u32 = 32;
const TASK: u32 = 5;
const PLACE: u32 = 24;
/// Bits to a digit.
const DIGIT: u32 = 10;
/// The number of a second that never comes.
const NEVER: u64 = (1 << SECOND) - 1;

/// How much an action presses, and after that where it is.
type Rank = u64;

/// All actions by their urgency.
pub(super) fn in_order(mut actions: Vec<Action>) -> Vec<Action> {
    match ranks(&actions) {
        Some(ranks) => put_by_rank(&mut actions, &by_digits(ranks)),
        None => actions.sort_unstable_by_key(Action::urgency),
    }
    actions
}

/// `None` where numbers do not tell them apart: more of them, or other times, than are ever met with.
fn ranks(actions: &[Action]) -> Option<Vec<Rank>> {
    let mut ranks = Vec::with_capacity(actions.len());
    for (action, place) in actions.iter().zip(0..) {
        let (status, due) = action.pressure();
        let pressure = ((status as u64) << SECOND | second(due)?) << TASK | action.task() as u64;
        ranks.push(pressure << PLACE | place);
    }
    (actions.len() < 1 << PLACE).then_some(ranks)
}

/// The number of a second from 1970 on; `None` before that, and after 2106.
fn second(at: Stamp) -> Option<u64> {
    if at == Stamp::MAX {
        return Some(NEVER);
    }
    u64::try_from(at.timestamp()).ok().filter(|second| *second < NEVER)
}

/// Sorts by all but the place, from the last digit to the first; equals keep their order.
fn by_digits(mut ranks: Vec<Rank>) -> Vec<Rank> {
    let mut sorted = vec![0; ranks.len()];
    for shift in [PLACE, PLACE + DIGIT, PLACE + 2 * DIGIT, PLACE + 3 * DIGIT] {
        let digit = |rank: &Rank| usize::try_from((rank >> shift) % (1 << DIGIT)).unwrap_or(0);
        let mut next = [0_usize; 1 << DIGIT];
        for rank in &ranks {
            if let Some(count) = next.get_mut(digit(rank)) {
                *count += 1;
            }
        }
        let mut before = 0;
        for slot in &mut next {
            before += mem::replace(slot, before);
        }
        for rank in &ranks {
            let Some(place) = next.get_mut(digit(rank)) else { continue };
            if let Some(slot) = sorted.get_mut(*place) {
                *slot = *rank;
            }
            *place += 1;
        }
        mem::swap(&mut ranks, &mut sorted);
    }
    ranks
}

/// Puts each action where its rank stands, and those of one pressure by their keys.
fn put_by_rank(actions: &mut [Action], ranks: &[Rank]) {
    let place = |rank: &Rank| usize::try_from(rank % (1 << PLACE)).unwrap_or(0);
    follow(actions, ranks.iter().map(place).collect());
    let mut rest = actions;
    for equals in ranks.chunk_by(|one, next| one >> PLACE == next >> PLACE) {
        let Some((equals, others)) = rest.split_at_mut_checked(equals.len()) else { break };
        if equals.len() > 1 {
            equals.sort_unstable_by_key(|action| action.key);
        }
        rest = others;
    }
}

/// Puts at each place the action that was at the place named there, copying each once.
fn follow(actions: &mut [Action], mut places: Vec<usize>) {
    for start in 0..places.len() {
        let first = actions.get(start).filter(|_| places.get(start) != Some(&start)).copied();
        let Some(first) = first else { continue };
        // Those that change places do so in a circle: along it, until it is back at its start.
        let mut at = start;
        while let Some(from) = places.get_mut(at).map(|place| mem::replace(place, at))
            && from != start
        {
            actions.copy_within(from..=from, at);
            at = from;
        }
        if let Some(last) = actions.get_mut(at) {
            *last = first;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DIGIT, PLACE, Rank, TASK, in_order};
    use crate::etiquette::testing::*;
    use crate::etiquette::{Action, Status};
    use crate::model::{Stamp, Task};
    use chrono::TimeDelta;

    /// Some of everything, as far from its order as can be.
    fn some() -> Vec<Action> {
        let told = |told: crate::model::Opportunity| {
            told.met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[SAM, ROB, DANA, INES])
        };
        let records = search([told(acme()), told(bolt())]);
        planned(&records, "2026-03-03T09:00").actions.into_iter().rev().collect()
    }

    fn in_order_as_urgency_says(actions: Vec<Action>) -> bool {
        let mut expected = actions.clone();
        expected.sort_by_key(Action::urgency);
        in_order(actions) == expected && expected.len() > 20
    }

    #[test]
    fn what_is_equal_but_for_the_key_is_in_the_order_of_the_key() {
        assert!(in_order_as_urgency_says(some()));
    }

    #[test]
    fn what_is_met_with_is_told_apart_by_numbers() {
        assert!(super::ranks(&some()).is_some());
    }

    #[test]
    fn any_time_finds_its_place_and_so_does_none() {
        let noon = at("2026-03-03T12:00");
        let (second, later) = (TimeDelta::seconds(1), [1, 300, 25_000, 3_000_000].map(TimeDelta::seconds));
        let last_told = Stamp::from_timestamp(u32::MAX.into()).unwrap();
        let [early, far] = ["1970-01-02", "3110-01-01"].map(|day| at(&format!("{day}T00:00")));
        let seldom = [Stamp::MIN, early, last_told, last_told - second, far, Stamp::MAX - second];
        for seldom in seldom {
            let mut dues = vec![Some(noon), None, Some(noon - second), Some(seldom)];
            dues.extend(later.map(|later| Some(noon + later)));
            let mut actions = some();
            for (action, n) in actions.iter_mut().zip(0..) {
                action.window.due = dues[n * 5 % dues.len()];
                action.status = [Status::Missed, Status::Overdue, Status::Open][n % 3];
            }
            assert!(in_order_as_urgency_says(actions), "{seldom:?}");
        }
    }

    #[test]
    fn there_is_room_for_every_task_and_status() {
        assert!(u64::from(Task::ReviewLessons as u8) < 1 << TASK);
        assert!((Status::Skipped as u64) < 1 << (Rank::BITS - super::SECOND - TASK - PLACE));
        assert_eq!(PLACE + 4 * DIGIT, Rank::BITS, "all of it is sorted by");
    }
}
