//! "May I write to them now?", in words.

use super::{Route, when};
use crate::etiquette::{
    About, Answer, EnoughReason, Moment, Planner, Playbook, Source, WaitReason, YesReason, may_write,
};
use crate::model::{ActionKey, Opportunity, Records, Task};
use crate::words;
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
        Self {
            yes: matches!(answer, Answer::Yes(_)),
            answer: worded(answer, now),
            why: reason(answer, now),
            sources: answer.sources(Playbook::get(records.settings.playbook)).iter().collect(),
            write: Route::Write(question(opportunity, planner)),
        }
    }
}

fn worded<Tz: TimeZone>(answer: Answer, now: &Moment<Tz>) -> String {
    match answer {
        Answer::Yes(YesReason::LastMessage) => "Yes, once more, and then no more.".to_owned(),
        Answer::Yes(_) => "Yes, you may ask.".to_owned(),
        Answer::TooEarly { until, .. } => format!("Not yet. It is right from {}.", when::start(until, now)),
        Answer::Enough(EnoughReason::Limit(_)) => "Better not. Leave it with them.".to_owned(),
        Answer::Enough(_) => "No. There is nothing left to ask.".to_owned(),
        Answer::NotByPhone => "In writing, yes. Not by phone.".to_owned(),
    }
}

fn reason<Tz: TimeZone>(answer: Answer, now: &Moment<Tz>) -> String {
    match answer {
        Answer::Yes(YesReason::Thanks) => "Thanks are always welcome.".to_owned(),
        Answer::Yes(YesReason::FollowUpOpen) => {
            "They have had their time; a short question is fair.".to_owned()
        }
        Answer::Yes(YesReason::ClosedUnsent) => {
            "The best time went by, but asking still does no harm.".to_owned()
        }
        Answer::Yes(YesReason::OfferOpen) => "Their offer is open, and they wait for your word.".to_owned(),
        Answer::Yes(YesReason::NothingYet) => "Nothing has been heard or held yet.".to_owned(),
        Answer::Yes(YesReason::LastMessage) => "Your playbook allows one last message.".to_owned(),
        Answer::TooEarly { why, .. } => wait(why, now),
        Answer::Enough(EnoughReason::Limit(count)) => format!(
            "You asked {} since they last wrote. One more rarely helps; silence is common, and not about you.",
            times(count)
        ),
        Answer::Enough(EnoughReason::Over) => "It is over. Thanks are still welcome.".to_owned(),
        Answer::Enough(EnoughReason::Signed) => "You have signed an offer.".to_owned(),
        Answer::NotByPhone => "They did not invite you to call.".to_owned(),
    }
}

fn wait<Tz: TimeZone>(why: WaitReason, now: &Moment<Tz>) -> String {
    let today = when::today(now);
    match why {
        WaitReason::Promised(day) if day >= today => {
            format!("They said {}; give them that day.", when::day(day, now))
        }
        WaitReason::Promised(day) => {
            format!("They said {}; give them a working day more.", when::day(day, now))
        }
        WaitReason::GiveThemDays => "They named no date, and such things take days.".to_owned(),
        WaitReason::Asked(day) => {
            format!("You asked {}; give them time to answer.", when::back_then(day, now))
        }
        WaitReason::RoundComing => "You meet them before. Ask there.".to_owned(),
    }
}

fn times(count: u8) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{} times", words::number(count.into())),
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
