//! What the rest of the search needs to know of an opportunity, so that a rule that looks across the whole
//! search reads no histories.

use super::history::{Ending, History};
use crate::model::{
    ActionKey, Channel, EventKind, Mark, OfferId, OpportunityId, PersonId, Role, RoundId, Stamp, Task,
};
use chrono::NaiveDate;

/// An offer that waits for a decision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct OpenOffer {
    pub(crate) id: OfferId,
    pub(crate) received: Stamp,
    pub(crate) respond_by: Option<Stamp>,
}

/// The user's own word on an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    pub(crate) key: ActionKey,
    pub(crate) mark: Mark,
    pub(crate) at: Stamp,
}

/// From when to when, half-open; `MIN_UTC` and `MAX_UTC` where it has no such end.
pub(crate) type Span = (Stamp, Stamp);

/// What the rest of the search needs to know of an opportunity.
#[allow(clippy::struct_excessive_bools)] // independent facts: any of them may hold beside any other
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Digest {
    pub(crate) opportunity: OpportunityId,
    /// Interviewing or offered, with no outcome.
    pub(crate) live: bool,
    /// Applied for or live, with no outcome.
    pub(crate) active: bool,
    /// When it was live.
    pub(crate) live_spans: Vec<Span>,
    /// When it was active.
    pub(crate) active_spans: Vec<Span>,
    /// The last step of the search that it shows.
    pub(crate) last_step: Option<Stamp>,
    /// The first dated fact of it.
    pub(crate) first_fact: Option<Stamp>,
    /// Whether it made an offer.
    pub(crate) offered: bool,
    pub(crate) undecided: Vec<OpenOffer>,
    pub(crate) signed: Option<(OfferId, Stamp)>,
    pub(crate) withdrawn: Option<Stamp>,
    /// The day on which an answer is promised, unless the offer was the answer.
    pub(crate) promise: Option<NaiveDate>,
    pub(crate) addressee: Option<PersonId>,
    pub(crate) channel: Channel,
    /// The next round that has not started.
    pub(crate) next_round: Option<(Stamp, RoundId)>,
    /// Whether a lesson is on record.
    pub(crate) lessons: bool,
    /// The last contact with each person who appears in it.
    pub(crate) contacts: Vec<(PersonId, Stamp)>,
    /// The recruiters to stay in touch with, and when they said no.
    pub(crate) recruiters: Vec<(PersonId, Option<Stamp>)>,
    /// The user's word on actions that look across the search.
    pub(crate) words: Vec<Word>,
}

impl Digest {
    pub(crate) fn of(history: &History<'_>) -> Self {
        let outcome = history.outcome();
        let waiting = history.waiting();
        let offered_since = history.offers.last().map(|offer| offer.received);
        let answered = waiting.is_some_and(|waiting| offered_since.is_some_and(|at| at >= waiting.at));
        let next_round = history.coming_rounds().filter(|round| round.starts > history.now);
        let next_round = next_round.map(|round| (round.starts, round.id)).min();
        Self {
            opportunity: history.opportunity.id,
            live: history.is_live(),
            active: outcome.is_none() && history.active_since().is_some(),
            live_spans: spans(history, history.live_since()),
            active_spans: spans(history, history.active_since()),
            last_step: last_step(history),
            first_fact: first_fact(history),
            offered: !history.offers.is_empty(),
            undecided: if outcome.is_some() { Vec::new() } else { undecided(history) },
            signed: history.signed(),
            withdrawn: outcome
                .filter(|outcome| outcome.ending == Ending::Withdrawn)
                .map(|outcome| outcome.at),
            promise: waiting.filter(|_| !answered).and_then(|waiting| waiting.promise),
            addressee: history.addressee(),
            channel: history.channel(),
            next_round: next_round.filter(|_| outcome.is_none()),
            lessons: history.rounds.iter().any(|round| {
                round.ends <= history.now
                    && round.debrief.as_ref().is_some_and(|debrief| !debrief.lesson.is_empty())
            }),
            contacts: contacts(history),
            recruiters: recruiters(history),
            words: words(history),
        }
    }

    /// Everyone with whom there was contact, and the recruiters to stay in touch with. May name one twice.
    pub(crate) fn people(&self) -> impl Iterator<Item = PersonId> {
        let contacts = self.contacts.iter().map(|(person, _)| *person);
        contacts.chain(self.recruiters.iter().map(|(person, _)| *person))
    }

    /// When it stopped being live (`MAX_UTC` while it is); `None` if it never was.
    pub(crate) fn live_until(&self) -> Option<Stamp> {
        self.live_spans.last().map(|(_, end)| *end)
    }

    /// The user's last word on an action since a moment.
    pub(crate) fn word_on(&self, key: ActionKey, since: Stamp) -> Option<Word> {
        last_word(self.words.iter().copied(), key, since)
    }
}

pub(crate) fn last_word(words: impl Iterator<Item = Word>, key: ActionKey, since: Stamp) -> Option<Word> {
    words.filter(|word| word.key == key && word.at >= since).max_by_key(|word| word.at)
}

/// The times from `since` on at which the opportunity was not closed.
fn spans(history: &History<'_>, since: Option<Stamp>) -> Vec<Span> {
    let mut spans = Vec::new();
    let Some(mut from) = since else { return spans };
    for (outcome, reopened) in &history.closings {
        if outcome.at > from {
            spans.push((from, outcome.at));
        }
        let Some(reopened) = *reopened else { return spans };
        from = from.max(reopened);
    }
    spans.push((from, Stamp::MAX_UTC));
    spans
}

/// An application, a round scheduled, a contact made.
fn last_step(history: &History<'_>) -> Option<Stamp> {
    let applied = history.opportunity.applied.filter(|at| *at <= history.now);
    let scheduled = history.rounds.iter().filter_map(|round| round.known);
    let contacts = history.events.iter().filter(|event| matches!(event.what, EventKind::ContactMade { .. }));
    applied.into_iter().chain(scheduled).chain(contacts.map(|event| event.at)).max()
}

/// What stands in for a step where none is dated, so steps are not looked at.
fn first_fact(history: &History<'_>) -> Option<Stamp> {
    let rounds = history.rounds.iter().map(|round| round.starts);
    let events = history.events.iter().map(|event| event.at);
    let offers = history.offers.iter().map(|offer| offer.received);
    rounds.chain(events).chain(offers).min()
}

fn undecided(history: &History<'_>) -> Vec<OpenOffer> {
    let open = history.undecided();
    open.map(|offer| OpenOffer { id: offer.id, received: offer.received, respond_by: offer.respond_by })
        .collect()
}

/// Fine print 4: met, anything sent to them or received from them by name, a connection, contact made.
fn contacts(history: &History<'_>) -> Vec<(PersonId, Stamp)> {
    let mut last: Vec<(PersonId, Stamp)> = Vec::new();
    let mut note = |person: PersonId, at: Stamp| match last.iter_mut().find(|(known, _)| *known == person) {
        Some((_, known)) => *known = (*known).max(at),
        None => last.push((person, at)),
    };
    for round in history.rounds.iter().filter(|round| round.ends <= history.now) {
        for met in history.course(round).map_or(&[][..], |course| &course.met) {
            note(met.person, round.ends);
        }
    }
    for event in &history.events {
        let with = match event.what {
            EventKind::ThankYouSent { person, .. }
            | EventKind::LinkedinSent { person }
            | EventKind::Connected { person }
            | EventKind::ContactMade { person } => Some(person),
            EventKind::FollowUpSent { person } => person.or_else(|| history.addressee()),
            EventKind::ReplyReceived { person, .. } | EventKind::Rejected { person } => person,
            _ => None,
        };
        if let Some(person) = with {
            note(person, event.at);
        }
    }
    last
}

fn recruiters(history: &History<'_>) -> Vec<(PersonId, Option<Stamp>)> {
    let Some(outcome) = history.outcome() else { return Vec::new() };
    let said_no = match outcome.ending {
        Ending::Rejected => Some(outcome.at),
        Ending::Silent => None,
        Ending::Withdrawn | Ending::Declined => return Vec::new(),
    };
    history.of_role(Role::Recruiter).into_iter().map(|person| (person, said_no)).collect()
}

fn words(history: &History<'_>) -> Vec<Word> {
    use Task::{AskForTime, CompareOffers, KeepInTouch, KeepSearching, ReviewLessons, TellOthers, Withdraw};
    let marked = history.events.iter().filter_map(|event| match event.what {
        EventKind::Marked { mark: mark @ (Mark::Done | Mark::Skipped), action } => {
            Some(Word { key: action, mark, at: event.at })
        }
        _ => None,
    });
    let across = |word: &Word| {
        matches!(
            word.key.task,
            AskForTime | CompareOffers | KeepInTouch | KeepSearching | ReviewLessons | TellOthers | Withdraw
        )
    };
    marked.filter(across).collect()
}
