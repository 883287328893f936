//! Letters: written from the facts, different for each person, and checked while they are typed. Pure.
//!
//! - [`compose`] fills one of our templates in, or one of the user's own; what an [`LetterRequest`] asks for decides which.
//! - [`check()`] says what could be better, while it is typed: names that belong elsewhere, what is missing, what
//!   grates, slips; and how alike it is to what others got ([`Fingerprint`], [`likeness()`]).
//! - The templates are data under `texts`, in the small language of `weave`.

mod check;
mod compose;
mod context;
mod debrief_placement;
mod fingerprint_cache;
mod kind;
mod likeness;
mod signed_offer;
mod template;
mod texts;

pub use check::{Check, CheckContext, CheckRun, Finding, Fix, Part, Proofreading, Weight, check};
pub use compose::{
    LINKEDIN_LONG, LINKEDIN_SHORT, LetterRequest, PLACEHOLDERS, Placeholder, as_template, compose,
    template_text, variants,
};
pub(crate) use context::{opportunity_of, whom_to_ask_for_address};
pub(crate) use debrief_placement::{DebriefPlacement, debrief_placement};
pub use fingerprint_cache::FingerprintCache;
pub use kind::{Decision, LetterKind};
pub use likeness::{ALIKE, Fingerprint, like_passages, likeness};
