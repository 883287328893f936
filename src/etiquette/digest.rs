//! What the rest of the search needs to know of an opportunity, so that a rule that looks across the whole
//! search reads no histories.

use super::history::{Ending, History, Place, Someone, Word};
use crate::model::{
    ActionKey, Channel, EventKind, OfferId, OpportunityId, PersonId, Role, RoundId, Stamp, Task,
};
use chrono::NaiveDate;

/// An offer that waits for a decision.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct OpenOffer {
    pub(crate) id: OfferId,
    pub(crate) received: Stamp,
    pub(crate) respond_by: Option<Stamp>,
}

/// Somebody whom an opportunity mentions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Appearance {
    pub(crate) person: PersonId,
    /// The last contact there, either way.
    pub(crate) last_contact: Option<Stamp>,
    /// Whether they are a recruiter to stay in touch with.
    pub(crate) recruiter: bool,
}

/// From when to when, half-open; `MIN` and `MAX` where it has no such end.
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
    /// Since when it is live and active, whatever came of it.
    live_since: Option<Stamp>,
    active_since: Option<Stamp>,
    /// When it was closed, and when it was reopened.
    closings: Vec<(Stamp, Option<Stamp>)>,
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
    /// Everyone whom it mentions, each once.
    pub(crate) people: Vec<Appearance>,
    /// When the recruiters to stay in touch with said no.
    pub(crate) said_no: Option<Stamp>,
    /// The user's word on actions that look across the search.
    pub(crate) words: Vec<Word>,
}

impl Digest {
    pub(crate) fn of(history: &History<'_>) -> Self {
        let outcome = history.outcome();
        let next_round = history.coming_rounds().filter(|round| round.starts > history.now);
        let next_round = next_round.map(|round| (round.starts, round.id)).min();
        Self {
            opportunity: history.id,
            live: history.is_live(),
            active: outcome.is_none() && history.active_since().is_some(),
            live_since: history.live_since(),
            active_since: history.active_since(),
            closings: history.closings.iter().map(|(outcome, reopened)| (outcome.at, *reopened)).collect(),
            last_step: last_step(history),
            first_fact: first_fact(history),
            offered: !history.offers.is_empty(),
            undecided: if outcome.is_some() { Vec::new() } else { undecided(history) },
            signed: history.signed(),
            withdrawn: outcome
                .filter(|outcome| outcome.ending == Ending::Withdrawn)
                .map(|outcome| outcome.at),
            promise: history.promise().map(|promise| promise.day),
            addressee: history.addressee,
            channel: history.channel,
            next_round: next_round.filter(|_| outcome.is_none()),
            lessons: history.rounds.iter().any(|round| {
                round.ends <= history.now
                    && round.debrief.as_ref().is_some_and(|debrief| !debrief.lesson.is_empty())
            }),
            people: people(history),
            said_no: outcome.filter(|outcome| outcome.ending == Ending::Rejected).map(|outcome| outcome.at),
            words: words(history),
        }
    }

    /// The recruiters to stay in touch with.
    pub(crate) fn recruiters(&self) -> impl Iterator<Item = PersonId> {
        self.people.iter().filter(|appearance| appearance.recruiter).map(|appearance| appearance.person)
    }

    /// When it was live.
    pub(crate) fn live_spans(&self) -> impl Iterator<Item = Span> {
        self.spans(self.live_since)
    }

    /// When it was active.
    pub(crate) fn active_spans(&self) -> impl Iterator<Item = Span> {
        self.spans(self.active_since)
    }

    /// The times from `since` on at which the opportunity was not closed.
    fn spans(&self, since: Option<Stamp>) -> impl Iterator<Item = Span> {
        let opened = self.closings.iter().map(|(_, reopened)| *reopened);
        let closed = self.closings.iter().map(|(at, _)| *at).chain([Stamp::MAX]);
        let opened = [since].into_iter().chain(opened).map_while(|from| from);
        let opened = opened.scan(Stamp::MIN, |latest, from| {
            *latest = from.max(*latest);
            Some(*latest)
        });
        opened.zip(closed).filter(|(from, to)| to > from)
    }

    /// When it stopped being live (`MAX` while it is); `None` if it never was.
    pub(crate) fn live_until(&self) -> Option<Stamp> {
        self.live_spans().last().map(|(_, end)| end)
    }

    /// The user's last word on an action since a moment.
    pub(crate) fn word_on(&self, key: ActionKey, since: Stamp) -> Option<Word> {
        last_word(self.words.iter().copied(), key, since)
    }
}

pub(crate) fn last_word(words: impl Iterator<Item = Word>, key: ActionKey, since: Stamp) -> Option<Word> {
    words.filter(|word| word.key == key && word.at >= since).max_by_key(|word| word.at)
}

/// An application, a round scheduled, a contact made.
fn last_step(history: &History<'_>) -> Option<Stamp> {
    let applied = history.applied.filter(|at| *at <= history.now);
    let scheduled = history.rounds.iter().filter_map(|round| round.known);
    let contact = history.events.iter().rfind(|event| matches!(event.what, EventKind::ContactMade { .. }));
    applied.into_iter().chain(scheduled).chain(contact.map(|event| event.at)).max()
}

/// What stands in for a step where none is dated, so steps are not looked at.
fn first_fact(history: &History<'_>) -> Option<Stamp> {
    let round = history.rounds.iter().map(|round| round.starts).min();
    let event = history.events.first().map(|event| event.at);
    let offer = history.offers.first().map(|offer| offer.received);
    [round, event, offer].into_iter().flatten().min()
}

fn undecided(history: &History<'_>) -> Vec<OpenOffer> {
    let open = history.undecided();
    open.map(|offer| OpenOffer { id: offer.id, received: offer.received, respond_by: offer.respond_by })
        .collect()
}

/// Recruiters are stayed in touch with after a no, and after silence.
fn people(history: &History<'_>) -> Vec<Appearance> {
    let outcome = history.outcome();
    let parted = outcome.is_some_and(|outcome| matches!(outcome.ending, Ending::Rejected | Ending::Silent));
    let recruits =
        |someone: &Someone| someone.role == Some(Role::Recruiter) && someone.place <= Place::Beside;
    let appearance = |someone: &Someone| Appearance {
        person: someone.id,
        last_contact: someone.last_contact,
        recruiter: parted && recruits(someone),
    };
    history.cast.iter().map(appearance).collect()
}

/// On actions that look across the search.
fn words(history: &History<'_>) -> Vec<Word> {
    use Task::{AskForTime, CompareOffers, KeepInTouch, KeepSearching, ReviewLessons, TellOthers, Withdraw};
    let across = |word: &&Word| {
        matches!(
            word.key.task,
            AskForTime | CompareOffers | KeepInTouch | KeepSearching | ReviewLessons | TellOthers | Withdraw
        )
    };
    history.words.iter().filter(across).copied().collect()
}
