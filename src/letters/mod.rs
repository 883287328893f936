//! Letters: written from the facts, different for each person, and checked while they are typed. Pure.
//!
//! - [`compose`] fills one of our templates in, or one of the user's own; what an [`Order`] asks for decides which.
//! - [`check()`] says what could be better, while it is typed: names that belong elsewhere, what is missing, what
//!   grates, slips; and how alike it is to what others got ([`Fingerprint`], [`likeness()`]).
//! - The templates are data under `texts`, in the small language of `weave`.

mod afterthoughts;
mod check;
mod compose;
mod kind;
mod likeness;
mod occasion;
mod shelf;
mod standing;
mod texts;
mod weave;

pub(crate) use afterthoughts::{Afterthoughts, afterthoughts_go};
pub use check::{Check, Checking, Context, Finding, Fix, Part, Reading, Weight, check};
pub use compose::{
    LINKEDIN_LONG, LINKEDIN_SHORT, Order, PLACES, Place, as_template, compose, template_text, variants,
};
pub use kind::{Decision, Kind};
pub use likeness::{ALIKE, Fingerprint, like_passages, likeness};
pub(crate) use occasion::{home_of, who_knows};
pub use shelf::Fingerprints;
