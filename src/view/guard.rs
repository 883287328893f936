//! "May I write to them now?", in words.

use super::Route;
use crate::etiquette::{About, Advice, Answer, Moment, Planner, Playbook, Source, may_write};
use crate::model::{ActionKey, Opportunity, Records, Task};
use chrono::TimeZone;

/// The guard's answer about a status question, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MayAsk {
    /// Whether it is right to ask.
    pub yes: bool,
    /// The answer: "Not yet. It is right from Tuesday."
    pub answer: String,
    /// Why.
    pub why: String,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Where the question is written, with the advice or against it.
    pub write: Route,
}

impl MayAsk {
    /// The answer for an opportunity at a moment.
    pub fn of<Tz: TimeZone>(
        opportunity: &Opportunity,
        records: &Records,
        planner: &Planner,
        now: &Moment<Tz>,
    ) -> Self {
        let answer = may_write(records, opportunity.id, None, About::Status, None, now);
        let Advice { answer: words, why } = Advice::of(&answer, now);
        Self {
            yes: matches!(answer, Answer::Yes(_)),
            answer: words,
            why,
            sources: answer.sources(Playbook::get(records.settings.playbook)).iter().collect(),
            write: Route::Write(question(opportunity, planner)),
        }
    }
}

/// The question that is next in the plan, else the one after the last.
fn question(opportunity: &Opportunity, planner: &Planner) -> ActionKey {
    use crate::etiquette::Status::{Done, Missed, Skipped};
    let asked = planner.of(opportunity.id).filter(|action| action.task() == Task::FollowUp);
    let (mut next, mut last) = (None, 0);
    for action in asked {
        last = last.max(action.key.nth.unwrap_or(0));
        if !matches!(action.status, Done | Missed | Skipped) {
            next = Some(action.key);
        }
    }
    next.unwrap_or_else(|| ActionKey {
        opportunity: Some(opportunity.id),
        nth: Some(last.saturating_add(1)),
        ..ActionKey::new(Task::FollowUp)
    })
}
