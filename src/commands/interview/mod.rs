//! The form "Just had an interview": as typed, as understood, and noted.

mod check;
mod faults;
mod fill;
mod form;
mod note;
mod recognise;

pub use check::{Checked, Interview, Timing, instant};
pub use faults::{FormError, FormWarning};
pub use fill::{at_company, draft_name};
pub use form::{DeliverRow, InterviewForm, PersonRow};

pub(super) use note::{clear_form, record};
pub(super) use recognise::same_name;
