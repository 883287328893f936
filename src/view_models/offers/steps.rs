//! What to do from the first minute of an offer to the signature, in order.

use crate::etiquette::{Action, Now, Plan, Status};
use crate::model::{ActionKey, Decision, Offer, OpportunityId, Records, Stamp, Task};
use crate::view_models::card;
use crate::view_models::offer_state::decision_key;
use crate::view_models::today::in_order;
use crate::view_models::{Route, when};
use crate::words;
use chrono::TimeZone;

/// One step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// "Thank Acme for the offer".
    pub title: String,
    /// Until when, or what it is good for.
    pub about: String,
    /// Where it is taken; `None` where there is nothing to write.
    pub href: Option<String>,
    /// Where it stands.
    pub stage: StepStage,
    /// The action behind it, where there is one.
    pub action: Option<ActionKey>,
}

/// Where a step stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepStage {
    /// It was taken.
    Done,
    /// It is to be taken now, and before the others.
    Next,
    /// It can be taken now.
    Open,
    /// Its time has not come.
    Later,
}

/// The steps of an offer.
pub(super) fn steps<Tz: TimeZone>(
    offer: &Offer,
    home: OpportunityId,
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> Vec<Step> {
    let of = |task: Task| -> Vec<&Action> {
        let about_it = |action: &&Action| action.task() == task && action.key.offer == Some(offer.id);
        plan.actions.iter().filter(about_it).collect()
    };
    let mut steps = Vec::new();
    steps.extend(noted("They were thanked", offer.acknowledged, now));
    if offer.acknowledged.is_none() {
        steps.extend(one(&of(Task::AcknowledgeOffer), records, now));
    }
    steps.extend(noted("It is in writing", offer.written, now));
    if offer.written.is_none() {
        steps.extend(one(&of(Task::GetItInWriting), records, now));
    }
    if let Some(at) = offer.accepted {
        steps.extend(noted("You said yes", Some(at), now));
        steps.extend(one(&of(Task::DecideOffer), records, now).map(|step| Step { href: None, ..step }));
        mark_next(&mut steps, records, plan, now);
        return steps;
    }
    steps.extend(others_told(&of(Task::TellOthers), records, now));
    steps.extend(one(&of(Task::AskForTime), records, now));
    let compare: Vec<&Action> =
        plan.actions.iter().filter(|action| action.task() == Task::CompareOffers).collect();
    steps.extend(one(&compare, records, now).map(|step| Step { href: None, ..step }));
    steps.push(negotiate(offer, home));
    steps.extend(
        one(&of(Task::DecideOffer), records, now)
            .map(|step| Step { href: Some(Route::Letter(decision_key(home, offer)).href()), ..step }),
    );
    mark_next(&mut steps, records, plan, now);
    steps
}

/// Marks what Today would ask for first.
fn mark_next<Tz: TimeZone>(steps: &mut [Step], records: &Records, plan: &Plan, now: &Now<Tz>) {
    let is_open = |key| steps.iter().any(|step| step.stage == StepStage::Open && step.action == Some(key));
    let mut open: Vec<&Action> = plan.actions.iter().filter(|action| is_open(action.key)).collect();
    in_order(&mut open, records, now);
    let first = open.first().map(|action| action.key);
    if let Some(next) = steps.iter_mut().find(|step| step.action.is_some() && step.action == first) {
        next.stage = StepStage::Next;
    }
}

fn noted<Tz: TimeZone>(title: &str, at: Option<Stamp>, now: &Now<Tz>) -> Option<Step> {
    let about = words::capitalized(&when::back_then(at?, now));
    Some(Step { title: title.to_owned(), about, href: None, stage: StepStage::Done, action: None })
}

/// The step of an action that there is once, or of the first that is not done.
fn one<Tz: TimeZone>(actions: &[&Action], records: &Records, now: &Now<Tz>) -> Option<Step> {
    let first = actions.iter().find(|action| stage(action) != Some(StepStage::Done)).or(actions.first())?;
    Some(Step {
        title: card::title(first, records),
        about: card::when_of(first, now),
        href: Some(Route::Letter(first.key).href()),
        stage: stage(first)?,
        action: Some(first.key),
    })
}

fn stage(action: &Action) -> Option<StepStage> {
    match action.status {
        Status::Open | Status::Overdue => Some(StepStage::Open),
        Status::Upcoming | Status::Blocked => Some(StepStage::Later),
        Status::Done => Some(StepStage::Done),
        Status::Missed | Status::Skipped => None,
    }
}

/// One step for all the companies that are to be told.
fn others_told<Tz: TimeZone>(actions: &[&Action], records: &Records, now: &Now<Tz>) -> Option<Step> {
    let open: Vec<&Action> =
        actions.iter().copied().filter(|action| stage(action) == Some(StepStage::Open)).collect();
    let step = one(if open.is_empty() { actions } else { &open }, records, now)?;
    if open.len() < 2 {
        return Some(step);
    }
    let title = format!("Tell {} companies that you have an offer", words::number(open.len()));
    Some(Step { title, ..step })
}

/// Negotiating is no duty, so no rule asks for it: it can be done from the moment at which the terms are known.
fn negotiate(offer: &Offer, home: OpportunityId) -> Step {
    let about = if offer.written.is_some() {
        "If you wish: one thing, with one reason, once"
    } else {
        "If you wish, once you have it in writing"
    };
    Step {
        title: "Ask for more".to_owned(),
        about: about.to_owned(),
        href: Some(Route::Answer(decision_key(home, offer), Decision::Negotiate).href()),
        stage: StepStage::Later,
        action: None,
    }
}
