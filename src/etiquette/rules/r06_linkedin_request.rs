//! R6: a short personal request on LinkedIn. One for a person and an opportunity.
//!
//! With permission it opens at the end of the round. Where it was not asked, the thank-you announces it, and
//! sending that opens it. A recruiter who was not met may be asked from the first round's end on. A refusal is
//! final, until a later word. Sources: HKSM, ACCRUE, STAR, AFTER.

use super::r15_linkedin_afterwards;
use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::history::{Ending, History};
use crate::etiquette::playbook::LinkedinAudience;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{
    ActionKey, Channel, Conversation, EventKind, Met, Permission, PersonId, Role, Round, Stamp, Task,
};

/// Business days after it opens: due at the end of the one, closed at the end of the other.
const DUE: u32 = 2;
const CLOSES: u32 = 10;

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    let audience = at.playbook.linkedin_audience();
    let afterwards =
        history.outcome().filter(|outcome| matches!(outcome.ending, Ending::Rejected | Ending::Silent));
    for person in candidates(history) {
        let key = ActionKey { person: Some(person), ..history.key(Task::LinkedinRequest) };
        let sent = history.when(|what| *what == EventKind::LinkedinSent { person });
        if sent.is_none() && at.linked.contains(person) {
            continue;
        }
        let takes_over = afterwards.filter(|outcome| {
            history.role(person) == Some(Role::Recruiter) && sent.is_none_or(|sent| sent >= outcome.at)
        });
        let (rule, borrowed, found) = match takes_over {
            Some(outcome) => (Rule::R15, false, r15_linkedin_afterwards::opening(history, person, outcome)),
            None => (Rule::R6, audience.borrowed, opening(history, person, audience.value)),
        };
        let Some(opening) = found else { continue };
        let (window, blocked, reason) = opening.window(at);
        Proposal::new(rule, key, window, reason)
            .borrowed(borrowed)
            .blocked(blocked)
            .done(sent)
            .word(history.word_on(key, Stamp::MIN_UTC))
            .to(Some(person), Channel::Linkedin)
            .add(out, at, Some(history));
    }
}

/// From when a request is right.
pub(crate) enum Opening {
    /// From then on, for that reason.
    At(Stamp, Reason),
    /// Not before the thank-you that announces it. The round ended then.
    AfterThanks(Stamp),
}

impl Opening {
    fn window(self, at: &Circumstances<'_>) -> (Window, bool, Reason) {
        match self {
            Self::At(opens, reason) => {
                let day = at.days.day(opens);
                let window = Window::opening(opens)
                    .due(at.end_of_business_day(day, DUE))
                    .closes(at.end_of_business_day(day, CLOSES));
                (window, false, reason)
            }
            Self::AfterThanks(ended) => (Window::opening(ended), true, Reason::Announced(None)),
        }
    }
}

/// Everyone who was met, and the recruiters, each once.
fn candidates(history: &History<'_>) -> Vec<PersonId> {
    let mut found: Vec<PersonId> = Vec::new();
    for person in history.met().map(|(_, met)| met.person).chain(history.of_role(Role::Recruiter)) {
        if !found.contains(&person) {
            found.push(person);
        }
    }
    found
}

/// The latest word on permission by a moment: a yes or a no; not having asked is no word.
pub(crate) fn permission(history: &History<'_>, person: PersonId, by: Stamp) -> Permission {
    let mut words = history.met().filter(|(round, met)| met.person == person && round.ends <= by);
    let word = words.rfind(|(_, met)| met.linkedin != Permission::NotAsked);
    word.map_or(Permission::NotAsked, |(_, met)| met.linkedin)
}

fn opening(history: &History<'_>, person: PersonId, audience: LinkedinAudience) -> Option<Opening> {
    if permission(history, person, history.now) == Permission::Refused {
        return None;
    }
    let recruiter = history.role(person) == Some(Role::Recruiter);
    let mut meetings = history.met().filter(|(_, met)| met.person == person).peekable();
    if meetings.peek().is_none() {
        let belongs = matches!(audience, LinkedinAudience::Recruiters | LinkedinAudience::Considered);
        let first = history.ended_rounds().next()?;
        return (recruiter && belongs).then_some(Opening::At(first.ends, Reason::RecruiterOfIt));
    }
    let thanked = thanked_unless_refused(history, person);
    let openings = meetings
        .filter(|(_, met)| belongs(met, recruiter, audience))
        .map(|(round, met)| opening_of(round, met, thanked));
    openings.min_by_key(|opening| match opening {
        Opening::At(opens, _) => (false, *opens),
        Opening::AfterThanks(ended) => (true, *ended),
    })
}

fn belongs(met: &Met, recruiter: bool, audience: LinkedinAudience) -> bool {
    let significant = met.conversation == Conversation::Significant;
    match audience {
        LinkedinAudience::EveryoneMet => true,
        LinkedinAudience::Significant => significant,
        LinkedinAudience::Recruiters => recruiter,
        LinkedinAudience::Considered => significant || recruiter || met.linkedin == Permission::Allowed,
    }
}

fn opening_of(round: &Round, met: &Met, thanked: Option<Stamp>) -> Opening {
    match (met.linkedin, thanked) {
        (Permission::Allowed, _) => Opening::At(round.ends, Reason::TheyAgreed),
        (_, Some(sent)) => Opening::At(sent.max(round.ends), Reason::Announced(Some(sent))),
        (_, None) => Opening::AfterThanks(round.ends),
    }
}

/// When the first thank-you went to them that was not sent against a refusal.
fn thanked_unless_refused(history: &History<'_>, person: PersonId) -> Option<Stamp> {
    let thanks = history
        .events
        .iter()
        .filter(|event| matches!(event.what, EventKind::ThankYouSent { person: to, .. } if to == person));
    thanks.map(|event| event.at).find(|sent| permission(history, person, *sent) != Permission::Refused)
}
