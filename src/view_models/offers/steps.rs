//! What to do from the first minute of an offer to the signature, in order.

use crate::etiquette::{Action, History, Now, Plan, Request, Status};
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
    /// It was asked of them, and they have not answered.
    Waiting,
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
    let home_history = records.opportunities.get(&home).map(|one| History::of(one, &records.people, now.at));
    let asked = home_history.map(|history| history.requests(offer, records)).unwrap_or_default();
    if offer.written.is_none() {
        let words = ("You asked for it in writing", "");
        steps.extend(request(asked.in_writing, words, &of(Task::GetItInWriting), records, now));
    }
    if let Some(at) = offer.accepted {
        steps.extend(noted("You said yes", Some(at), now));
        steps.extend(one(&of(Task::DecideOffer), records, now).map(|step| Step { href: None, ..step }));
        mark_next(&mut steps, records, plan, now);
        return steps;
    }
    steps.extend(others_told(&of(Task::TellOthers), records, now));
    let words = ("You asked for more time", "You asked for more time");
    steps.extend(request(asked.more_time, words, &of(Task::AskForTime), records, now));
    let compare: Vec<&Action> =
        plan.actions.iter().filter(|action| action.task() == Task::CompareOffers).collect();
    steps.extend(one(&compare, records, now).map(|step| Step { href: None, ..step }));
    let words = ("You asked for more", "You asked for more, and they answered");
    steps.push(request(asked.more, words, &[], records, now).unwrap_or_else(|| negotiate(offer, home)));
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

/// The step of asking them for something: to be taken, or taken and waiting for them, or answered. `words` are for the
/// last two.
fn request<Tz: TimeZone>(
    asked: Option<Request>,
    (waits, answered): (&str, &str),
    actions: &[&Action],
    records: &Records,
    now: &Now<Tz>,
) -> Option<Step> {
    let is_put_off = |action: &Action| action.snoozed_until.is_some_and(|until| until > now.at);
    let due: Vec<&Action> = actions
        .iter()
        .copied()
        .filter(|action| stage(action) == Some(StepStage::Open) && !is_put_off(action))
        .collect();
    match asked {
        Some(asked) if due.is_empty() && asked.answered => noted(answered, Some(asked.at), now),
        Some(asked) if due.is_empty() => {
            let about = format!("Asked {}; no answer noted yet", when::back_then(asked.at, now));
            let title = waits.to_owned();
            Some(Step { title, about, href: None, stage: StepStage::Waiting, action: None })
        }
        _ => one(if due.is_empty() { actions } else { &due }, records, now),
    }
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
    if step.stage == StepStage::Done {
        let told: Vec<&Action> =
            actions.iter().copied().filter(|action| stage(action) == Some(StepStage::Done)).collect();
        return others_know(&told, records, now);
    }
    if open.len() < 2 {
        return Some(step);
    }
    let title = format!("Tell {} companies that you have an offer", words::number(open.len()));
    Some(Step { title, ..step })
}

/// Nobody is left to be told.
fn others_know<Tz: TimeZone>(told: &[&Action], records: &Records, now: &Now<Tz>) -> Option<Step> {
    let home = |action: &&Action| records.opportunities.get(&action.opportunity()?);
    let title = match told {
        [one] => format!("You told {} of it", words::isolated(&home(one)?.company)),
        more => format!("You told {} companies of it", words::number(more.len())),
    };
    noted(&title, told.iter().filter_map(|action| action.settled).max(), now)
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
