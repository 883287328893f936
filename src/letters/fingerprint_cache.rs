//! The fingerprints of earlier letters, each made once.

use super::LetterRequest;
use super::earlier_letters::{EarlierLetter, earlier_letters};
use super::letter_context::LetterContext;
use super::likeness::Fingerprint;
use crate::etiquette::Now;
use crate::model::Records;
use chrono::TimeZone;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// The fingerprints of what was written, each made once: from letter to letter nearly all of it stays the same.
///
/// They are found by a hash of what they were made of, so that whatever changes is simply made anew.
#[derive(Clone, Debug, Default)]
pub struct FingerprintCache {
    /// In the order of the hashes.
    made: Vec<(u64, Rc<Fingerprint>)>,
}

impl FingerprintCache {
    /// Makes the fingerprints that the letter of a request will be compared with, from the `from`th on, for as long as
    /// `has_time` says so. The place to go on from; `None` once all of them are made.
    pub fn prepare<Tz: TimeZone>(
        &mut self,
        records: &Records,
        request: &LetterRequest,
        now: &Now<Tz>,
        from: usize,
        has_time: &mut dyn FnMut() -> bool,
    ) -> Option<usize> {
        let context = LetterContext::of(records, request, now)?;
        for (place, letter) in earlier_letters(&context).iter().enumerate().skip(from) {
            self.of(letter, &records.settings.name);
            if !has_time() {
                return Some(place + 1);
            }
        }
        None
    }

    /// The fingerprint of a letter, `me` being the user's name.
    pub(super) fn of(&mut self, letter: &EarlierLetter<'_>, me: &str) -> Rc<Fingerprint> {
        let names = letter.names(me);
        let mut hasher = DefaultHasher::new();
        (letter.body, &names).hash(&mut hasher);
        let hash = hasher.finish();
        let place = self.made.partition_point(|(other, _)| *other < hash);
        if let Some((found, fingerprint)) = self.made.get(place)
            && *found == hash
        {
            return Rc::clone(fingerprint);
        }
        let fingerprint = Rc::new(Fingerprint::of(letter.body, &names));
        self.made.insert(place, (hash, Rc::clone(&fingerprint)));
        fingerprint
    }
}
