//! The shared etiquette scheduler: pure, and of use to anyone who plans the weeks after an interview.
//!
//! From the records and a [`Now`], [`plan`] says what is due now, until when it is right, and why, citing the
//! advice it rests on; [`may_write`] answers "may I write to them now?"; [`Planner`] keeps a plan up to date at the
//! cost of what changed. Nothing in here knows a browser or a clock.
//!
//! - whose advice to follow: [`Playbook`], six of them, as data;
//! - business days: [`WorkCalendar`], with computed [`holidays`];
//! - the twenty-five rules: one a file under `rules`; each names its etiquette and its sources.

mod advice;
mod calendar;
mod circle;
mod circumstances;
mod contacts;
mod days;
mod digest;
mod follow_ups;
mod guard;
mod history;
pub mod holidays;
mod ledger;
mod moments;
mod plan;
mod planner;
mod playbook;
mod ranking;
mod rule;
mod rules;
mod signature;
mod source;
#[cfg(test)]
mod testing;
mod why;
mod workdays;

pub use advice::Advice;
pub use calendar::WorkCalendar;
pub use contacts::{Contact, Linkedin, thanks_announce_linkedin};
pub use days::resolve_local;
pub use guard::{About, Answer, EnoughReason, WaitReason, YesReason, may_write};
pub use history::{Ending, History, Outcome, Promise};
pub use plan::{Action, Now, Plan, Reason, Status, Window, plan};
pub use planner::{Planner, Touched};
pub use playbook::{
    CONSIDERED, FirstFollowUp, LinkedinAudience, MoveOn, Playbook, Proofread, Ruling, Setting,
    ThankYouAudience, ThankYouDue,
};
pub use rule::{Rule, Sources};
pub use rules::thank_you_window;
pub use signature::{Signature, first_signature};
pub use source::Source;
pub use why::{OtherAdvice, evidence, in_words, other_advice, why};
