//! The shared etiquette scheduler: pure, and of use to anyone who plans the weeks after an interview.
//!
//! From the records and a [`Now`], [`plan`] says what is due now, until when it is right, and why, citing the
//! advice it rests on; [`may_write`] answers "may I write to them now?"; a [`History`] says what is known of one
//! opportunity. Nothing in here knows a browser or a clock.
//!
//! Where to start:
//! - `plan.rs`: the way through. Every record is read into a [`History`], the histories into an overview of the
//!   search; the rules propose actions from these; what presses most comes first.
//! - `rules/`: the twenty-seven rules, one a file; each names its etiquette and its sources.
//! - [`Playbook`]: whose advice to follow, six of them, as data.
//! - [`WorkCalendar`]: business days, with computed [`public_holidays`].

mod action;
mod advice;
mod application;
mod calendar;
mod calendar_cache;
mod contacts;
mod dissent;
mod follow_up_windows;
mod history;
mod may_write;
mod overview;
mod plan;
mod playbook;
mod proposal;
pub mod public_holidays;
mod rule;
mod rule_context;
mod rules;
mod signature;
mod source;
mod source_says;
mod stage;
#[cfg(test)]
mod testing;
mod whose_advice;
mod why;
mod zone;

pub use action::{Action, Reason, Status, Window};
pub use advice::Advice;
pub use calendar::WorkCalendar;
pub use contacts::{Contact, Linkedin};
pub use dissent::{OtherAdvice, evidence, in_words, other_advice};
pub use history::{Ending, History, OfferRequests, Outcome, Owed, Promise, Request, asks_for_writing};
pub use may_write::{About, Answer, EnoughReason, WaitReason, YesReason, may_write};
pub use plan::{Now, Plan, plan, plan_under};
pub use playbook::{
    CONSIDERED, FirstFollowUp, LinkedinAudience, MoveOn, NotePurpose, Playbook, Proofread, Ruling, Setting,
    ThankYouAudience, ThankYouDue,
};
pub use rule::{Rule, Sources};
pub use rules::{thank_you_window, thanks_announce_linkedin, thanks_announced_linkedin};
pub use signature::{Signature, ended_by_signature, first_signature};
pub use source::Source;
pub use source_says::source_says;
pub use stage::Stage;
pub use whose_advice::{silence, whose_days};
pub use why::why;
pub use zone::{resolve_by, resolve_local};
