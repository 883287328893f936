//! Letters: written from the facts, different for each person, and checked while they are typed. Pure.
//!
//! - [`compose`] fills one of our templates in, or one of the user's own; what an [`Order`] asks for decides which.
//! - The templates are data under `texts`, in the small language of `weave`.

mod compose;
mod kind;
mod occasion;
mod texts;
mod weave;

pub use compose::{LINKEDIN_LONG, LINKEDIN_SHORT, Order, PLACES, Place, compose, template_text, variants};
pub use kind::{Decision, Kind};
