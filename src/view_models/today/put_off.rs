//! What the user put off, and until when.

use super::super::{Line, bundles, card, when};
use crate::etiquette::{Action, Now};
use crate::model::Records;
use chrono::TimeZone;

/// A line for each action that is put off, with the time when it comes back.
pub(super) fn lines<Tz: TimeZone>(snoozed: &[&Action], records: &Records, now: &Now<Tz>) -> Vec<Line> {
    let mut snoozed = snoozed.to_vec();
    crate::sorting::by_key(&mut snoozed, |action| (action.snoozed_until, action.key));
    let bundles = bundles::bundle(&mut snoozed);
    let line = |action: &&Action| {
        let until = action.snoozed_until.map(|until| when::start(until, now)).unwrap_or_default();
        let (title, mut put_off) =
            bundles::bundled_title(card::title(action, records), action, &bundles, records);
        put_off.insert(0, action.key);
        let key = format!("later {:?}", action.key);
        Line { key, title, side: vec![format!("until {until}")], put_off, ..Line::default() }
    };
    snoozed.iter().map(line).collect()
}
