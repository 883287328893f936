//! Letters: written from the facts, different for each person, and checked while they are typed. Pure.
//!
//! - [`compose`] fills in one of our templates, or one of the user's own; a [`LetterRequest`] says which.
//! - [`check()`] says what could be better, while it is typed: names that belong elsewhere, what is missing, what
//!   grates, slips; and how alike it is to what others got ([`Fingerprint`], [`likeness()`]).
//! - The templates are data under `texts`, in the small language of `template`; `facts` words what they are filled in
//!   with. What the record means is asked of [`History`](crate::etiquette::History).

mod check;
mod compose;
mod days;
mod debrief_placement;
mod earlier_letters;
mod facts;
mod fill;
mod fingerprint_cache;
mod kind;
mod letter_context;
mod likeness;
mod mention;
mod noted;
mod request;
mod signed_offer;
mod template;
mod texts;
mod turned;
mod user_template;
mod variant;

pub use check::{Check, CheckContext, CheckRun, Finding, Fix, Part, Proofreading, Weight, check};
pub use compose::{compose, variants};
pub(crate) use debrief_placement::{DebriefPlacement, debrief_placement};
pub(crate) use earlier_letters::letters_within;
pub use fill::{LINKEDIN_LONG, LINKEDIN_SHORT};
pub use fingerprint_cache::FingerprintCache;
pub use kind::LetterKind;
pub(crate) use letter_context::{opportunity_of, whom_to_ask_for_address};
pub use likeness::{ALIKE, Fingerprint, like_passages, likeness};
pub use request::LetterRequest;
pub use user_template::{PLACEHOLDERS, Placeholder, as_template, template_text};
