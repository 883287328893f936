//! The shared etiquette scheduler: pure, and of use to anyone who plans the weeks after an interview.
//!
//! From the records and a [`Moment`], [`plan`] says what is due now, until when it is right, and why;
//! [`may_write`] answers "may I write to them now?". Nothing in here knows a browser or a clock.

mod guard;
mod plan;
mod planner;
mod rule;
mod source;

pub use guard::{About, Answer, EnoughReason, WaitReason, YesReason, may_write};
pub use plan::{Action, Moment, Plan, Reason, Status, Window, plan};
pub use planner::{Planner, Touched};
pub use rule::Rule;
pub use source::Source;
