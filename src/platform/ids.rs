//! New ids, from the browser's randomness.

use super::clock;
use crate::model::{NewId, uuid_v7};
use leptos::prelude::window;

/// Makes ids. It asks the browser for the random bytes of sixteen ids at once, since each asking takes its time.
#[derive(Default)]
pub struct Ids {
    random: Vec<[u8; 10]>,
}

impl NewId for Ids {
    fn fresh(&mut self) -> uuid::Uuid {
        if self.random.is_empty() {
            self.random.extend_from_slice(random::<160>().as_chunks().0);
        }
        let random = self.random.pop().unwrap_or_default();
        uuid_v7(clock::now().timestamp_millis().unsigned_abs(), random)
    }
}

fn random<const COUNT: usize>() -> [u8; COUNT] {
    let mut random = [0; COUNT];
    let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random));
    // Without a secure source, ids are only as random as the browser's own numbers.
    if filled.is_err() {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 255
        random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    random
}
