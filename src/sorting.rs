//! Putting in order, compiled once.
//!
//! The standard library's sort is compiled anew for every type and every key, at some 4 KB each in the download.
//! Here the places are sorted, by one and the same code, and the items follow.

use std::cmp::Ordering;
use std::mem;

/// Puts items in the order of their keys; equals keep theirs.
///
/// ```
/// let mut words = vec!["three", "on", "a"];
/// afterword::sorting::by_key(&mut words, |word| word.len());
/// assert_eq!(words, ["a", "on", "three"]);
/// ```
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = sorted(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    follow(items, places);
}

/// The places `0..count` in order.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Puts at each place the item that was at the place named there.
fn follow<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..places.len() {
        // Those that change places do so in a circle: along it, until it is back at its start.
        let mut at = start;
        while let Some(from) = places.get_mut(at).map(|place| mem::replace(place, at))
            && from != start
        {
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_orders_as_the_standard_library_does(items: Vec<(u8, u32)>) {
            let mut ours = items.clone();
            by_key(&mut ours, |item| item.0);
            let mut theirs = items;
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
