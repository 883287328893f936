//! The rules, one a file. Each file's head says the etiquette and its sources.
//!
//! A rule that concerns one opportunity reads that opportunity's history and adds its actions. Those that look
//! across the whole search (R16, R17, R20 to R22, R24, R25) read digests and the ledger made of them instead. R8, R12 and R13
//! are no actions: they shape the others, the guard's answer and the letters' checks.

mod r01_ask_before_leaving;
mod r02_record_interview;
mod r03_assess;
mod r04_thank_you;
mod r05_find_contact;
mod r06_linkedin_request;
mod r07_deliver;
pub(crate) mod r08_wait;
pub(crate) mod r09_follow_up;
pub(crate) mod r11_move_on;
pub(crate) mod r12_channel;
mod r14_reply_to_rejection;
mod r15_linkedin_afterwards;
pub(crate) mod r16_keep_in_touch;
mod r17_keep_searching;
mod r18_acknowledge_offer;
mod r19_get_it_in_writing;
mod r20_tell_others;
mod r21_ask_for_time;
mod r22_compare_offers;
mod r23_decide_offer;
mod r24_withdraw;
mod r25_review_lessons;

use super::Action;
use super::circumstances::Circumstances;
use super::digest::Digest;
use super::follow_ups::FollowUps;
use super::history::History;
use super::ledger::{Errand, Ledger, Overview};
use crate::model::Round;

/// What the rules ask for in one opportunity.
pub(crate) fn within(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    r01_ask_before_leaving::propose(history, at, out);
    r02_record_interview::propose(history, at, out);
    r03_assess::propose(history, at, out);
    r04_thank_you::propose(history, at, out);
    r06_linkedin_request::propose(history, at, out);
    r07_deliver::propose(history, at, out);
    if let Some(follow_ups) = FollowUps::of(history, at) {
        r09_follow_up::propose(history, &follow_ups, at, out);
        r11_move_on::propose(history, &follow_ups, at, out);
    }
    r14_reply_to_rejection::propose(history, at, out);
    r18_acknowledge_offer::propose(history, at, out);
    r19_get_it_in_writing::propose(history, at, out);
    r23_decide_offer::propose(history, at, out);
}

/// What an offer asks for in another opportunity.
pub(crate) fn on_errand(
    errand: Errand,
    other: &Digest,
    ledger: &Ledger,
    at: &Circumstances<'_>,
) -> Option<Action> {
    match errand {
        Errand::TellOthers(offering) => r20_tell_others::propose(other, &offering, ledger, at),
        Errand::AskForTime(offering) => r21_ask_for_time::propose(other, &offering, ledger, at),
        Errand::Withdraw(signature) => r24_withdraw::propose(other, signature, ledger, at),
    }
}

/// What the rules ask for of the search as a whole.
pub(crate) fn across(overview: Overview<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    r17_keep_searching::propose(overview, at, out);
    r22_compare_offers::propose(overview, at, out);
    r25_review_lessons::propose(overview, at, out);
}

/// The rounds of which R2 and R3 speak: after an outcome only those that had ended by then.
fn rounds_that_ran_on<'a>(history: &History<'a>) -> impl Iterator<Item = &'a Round> {
    let end = history.outcome().map(|outcome| outcome.at);
    history.rounds.iter().copied().filter(move |round| end.is_none_or(|end| round.ends <= end))
}
