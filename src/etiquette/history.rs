//! What is known of one opportunity at a moment: the rulebook's words, put as questions to the record.
//!
//! Facts dated after the moment do not exist yet. A round is known from its `known` time on; what came of it
//! is known from its end on.

use super::days::within_reason;
use crate::model::{
    ActionKey, Channel, Course, Event, EventKind, Mark, Met, Offer, OfferId, Opportunity, Person, PersonId,
    Role, Round, RoundId, Stamp, Task,
};
use chrono::NaiveDate;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

/// People by their ids.
pub(crate) type People = BTreeMap<PersonId, Person>;

/// How an opportunity ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// The company said no.
    Rejected,
    /// The user withdrew.
    Withdrawn,
    /// Silence was taken for an answer.
    Silent,
    /// Every offer was declined.
    Declined,
}

/// An outcome, and since when it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// How it ended.
    pub ending: Ending,
    /// When.
    pub at: Stamp,
}

/// What the count of follow-ups starts from: a round's end, or a reply.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waiting<'a> {
    /// Since when.
    pub(crate) at: Stamp,
    /// The round, where it is a round's end.
    pub(crate) round: Option<&'a Round>,
    /// The day that was promised.
    pub(crate) promise: Option<NaiveDate>,
    /// Who promised it.
    pub(crate) promised_by: Option<PersonId>,
}

/// What is known of an opportunity at a moment.
pub(crate) struct History<'a> {
    pub(crate) opportunity: &'a Opportunity,
    people: &'a People,
    /// The people looked up already: the same few are asked about again and again.
    cast: RefCell<Vec<(PersonId, Option<&'a Person>)>>,
    channel: OnceCell<Channel>,
    pub(crate) now: Stamp,
    /// Known rounds, by their end.
    pub(crate) rounds: Vec<&'a Round>,
    /// What happened, by time.
    pub(crate) events: Vec<&'a Event>,
    /// Offers received, by time.
    pub(crate) offers: Vec<&'a Offer>,
    /// When it was closed, and when it was reopened, by time.
    pub(crate) closings: Vec<(Outcome, Option<Stamp>)>,
    /// The soonest moment at which the record itself says more than now.
    pub(crate) says_more_at: Option<Stamp>,
}

impl<'a> History<'a> {
    /// What is known of `opportunity` at `now`.
    pub(crate) fn of(opportunity: &'a Opportunity, people: &'a People, now: Stamp) -> Self {
        let mut later = Later { now, next: None };
        let mut rounds: Vec<&Round> =
            opportunity.rounds.iter().filter(|round| later.known(round.known)).collect();
        crate::order::by_key(&mut rounds, |round| (round.ends, round.starts, round.id));
        for round in &rounds {
            later.happened(round.starts);
            later.happened(round.ends);
        }
        let mut events: Vec<&Event> =
            opportunity.events.iter().filter(|event| later.happened(event.at)).collect();
        crate::order::by_key(&mut events, |event| (event.at, event.id));
        let mut offers: Vec<&Offer> =
            opportunity.offers.iter().filter(|offer| later.happened(offer.received)).collect();
        crate::order::by_key(&mut offers, |offer| (offer.received, offer.id));
        for offer in &offers {
            for at in [offer.written, offer.acknowledged, offer.signed, offer.declined].into_iter().flatten()
            {
                later.happened(at);
            }
        }
        if let Some(applied) = opportunity.applied {
            later.happened(applied);
        }
        let says_more_at = later.next;
        let mut history = Self {
            opportunity,
            people,
            cast: RefCell::default(),
            channel: OnceCell::new(),
            now,
            rounds,
            events,
            offers,
            closings: Vec::new(),
            says_more_at,
        };
        history.closings = history.find_closings();
        history
    }

    /// The key of a task in this opportunity that names nothing further yet.
    pub(crate) fn key(&self, task: Task) -> ActionKey {
        ActionKey { opportunity: Some(self.opportunity.id), ..ActionKey::new(task) }
    }

    /// When it was closed and reopened. Only a closing for silence is reopened: by a later reply, round or offer.
    fn find_closings(&self) -> Vec<(Outcome, Option<Stamp>)> {
        let mut closings: Vec<(Outcome, Option<Stamp>)> = Vec::new();
        for event in &self.events {
            let ending = match event.what {
                EventKind::Rejected { .. } => Ending::Rejected,
                EventKind::Withdrawn => Ending::Withdrawn,
                EventKind::ClosedSilent => Ending::Silent,
                _ => continue,
            };
            match (closings.last(), ending) {
                (Some((outcome, _)), _) if outcome.ending != Ending::Silent => break, // final
                (Some((_, None)), Ending::Silent) => continue,                        // closed already
                _ => {}
            }
            let reopened =
                if ending == Ending::Silent { self.first_sign_of_life_after(event.at) } else { None };
            closings.push((Outcome { ending, at: event.at }, reopened));
        }
        let last_standing = closings.last().is_some_and(|(_, reopened)| reopened.is_none());
        if let (false, Some(at)) = (last_standing, self.all_declined_at()) {
            closings.push((Outcome { ending: Ending::Declined, at }, None));
        }
        closings
    }

    fn first_sign_of_life_after(&self, closed: Stamp) -> Option<Stamp> {
        let replies =
            self.events.iter().filter(|event| matches!(event.what, EventKind::ReplyReceived { .. }));
        let replies = replies.map(|event| event.at);
        let rounds = self.rounds.iter().map(|round| round.known.unwrap_or(round.starts));
        let offers = self.offers.iter().map(|offer| offer.received);
        replies.chain(rounds).chain(offers).filter(|at| *at > closed && *at <= self.now).min()
    }

    fn all_declined_at(&self) -> Option<Stamp> {
        let declined = |offer: &&Offer| offer.declined.filter(|at| *at <= self.now);
        if self.offers.is_empty() {
            return None;
        }
        self.offers.iter().map(declined).try_fold(Stamp::MIN_UTC, |last, at| at.map(|at| last.max(at)))
    }

    /// The outcome that stands.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.closings.last().filter(|(_, reopened)| reopened.is_none()).map(|(outcome, _)| *outcome)
    }

    /// The rounds that have ended: by now, and before any outcome.
    pub(crate) fn ended_rounds(&self) -> impl DoubleEndedIterator<Item = &'a Round> {
        let end = self.outcome().map_or(self.now, |outcome| outcome.at.min(self.now));
        self.rounds.iter().copied().filter(move |round| round.ends <= end)
    }

    /// What came of a round, once it has ended.
    pub(crate) fn course(&self, round: &'a Round) -> Option<&'a Course> {
        round.course.as_ref().filter(|_| round.ends <= self.now)
    }

    /// The rounds that are known and have not ended.
    pub(crate) fn coming_rounds(&self) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.iter().copied().filter(|round| round.ends > self.now)
    }

    /// Everyone met, round by round, in the order met. A person may appear more than once.
    pub(crate) fn met(&self) -> impl DoubleEndedIterator<Item = (&'a Round, &'a Met)> {
        self.ended_rounds()
            .filter_map(|round| self.course(round).map(|course| (round, course)))
            .flat_map(|(round, course)| course.met.iter().map(move |met| (round, met)))
    }

    /// What is on record of a person.
    pub(crate) fn person(&self, id: PersonId) -> Option<&'a Person> {
        let mut cast = self.cast.borrow_mut();
        if let Some((_, person)) = cast.iter().find(|(known, _)| *known == id) {
            return *person;
        }
        let person = self.people.get(&id);
        cast.push((id, person));
        person
    }

    /// The part that a person plays.
    pub(crate) fn role(&self, person: PersonId) -> Option<Role> {
        self.person(person).map(|person| person.role)
    }

    /// Everyone of that part, those met first, in the order met; then those known beside.
    pub(crate) fn of_role(&self, role: Role) -> Vec<PersonId> {
        let mut found: Vec<PersonId> = Vec::new();
        let met = self.met().map(|(_, met)| met.person);
        let expected = self.rounds.iter().flat_map(|round| round.expected.iter().copied());
        for person in met.chain(self.opportunity.people.iter().copied()).chain(expected) {
            if self.role(person) == Some(role) && !found.contains(&person) {
                found.push(person);
            }
        }
        found
    }

    /// What the count of follow-ups starts from: the latest of a round's end and a reply.
    pub(crate) fn waiting(&self) -> Option<Waiting<'a>> {
        let round = self.ended_rounds().next_back()?;
        let until = self.outcome().map_or(self.now, |outcome| outcome.at);
        let reply =
            self.events.iter().rev().filter(|event| event.at <= until).find_map(|event| match event.what {
                EventKind::ReplyReceived { person, reply_by } => Some((event.at, person, reply_by)),
                _ => None,
            });
        if let Some((at, person, promise)) = reply.filter(|(at, ..)| *at >= round.ends) {
            let promised_by = promise.and(person);
            return Some(Waiting { at, round: None, promise, promised_by });
        }
        let course = self.course(round);
        let promise = course.and_then(|course| course.reply_by.date());
        let promised_by = promise.and(course).and_then(|course| course.promised_by);
        Some(Waiting { at: round.ends, round: Some(round), promise, promised_by })
    }

    /// When status questions were sent since a moment.
    pub(crate) fn follow_ups_sent_since(&self, since: Stamp) -> impl Iterator<Item = Stamp> {
        let sent =
            move |event: &&&Event| event.at >= since && matches!(event.what, EventKind::FollowUpSent { .. });
        self.events.iter().filter(sent).map(|event| event.at)
    }

    /// To whom a message about the opportunity goes: whoever promised, else the hiring manager, else the
    /// recruiter, else the first person met, else the first known.
    pub(crate) fn addressee(&self) -> Option<PersonId> {
        self.waiting()
            .and_then(|waiting| waiting.promised_by)
            .or_else(|| self.of_role(Role::HiringManager).first().copied())
            .or_else(|| self.of_role(Role::Recruiter).first().copied())
            .or_else(|| self.met().next().map(|(_, met)| met.person))
            .or_else(|| self.opportunity.people.first().copied())
            .or_else(|| self.rounds.iter().find_map(|round| round.expected.first().copied()))
    }

    /// The way that they asked for in the latest ended round that names one; else email.
    pub(crate) fn channel(&self) -> Channel {
        *self.channel.get_or_init(|| self.find_channel())
    }

    fn find_channel(&self) -> Channel {
        let named = |round| self.course(round).and_then(|course| course.contact_by);
        self.ended_rounds().rev().find_map(named).unwrap_or(Channel::Email)
    }

    /// The way for a status question: a call only if they invited calls.
    pub(crate) fn channel_for_status(&self) -> Channel {
        match self.channel() {
            Channel::Phone if !self.calls_invited() => Channel::Email,
            channel => channel,
        }
    }

    /// Whether they invited the user to call.
    pub(crate) fn calls_invited(&self) -> bool {
        self.ended_rounds().any(|round| self.course(round).is_some_and(|course| course.calls_invited))
    }

    /// When the thank-you to a person for a round was sent.
    pub(crate) fn thanked(&self, person: PersonId, round: RoundId) -> Option<Stamp> {
        self.when(|what| matches!(what, EventKind::ThankYouSent { person: p, round: r } if (*p, *r) == (person, round)))
    }

    /// When something first happened.
    pub(crate) fn when(&self, is: impl Fn(&EventKind) -> bool) -> Option<Stamp> {
        self.events.iter().find(|event| is(&event.what)).map(|event| event.at)
    }

    /// The user's own last word on an action since a moment.
    pub(crate) fn word_on(&self, key: ActionKey, since: Stamp) -> Option<(Mark, Stamp)> {
        self.events.iter().rev().find_map(|event| match event.what {
            EventKind::Marked { mark: Mark::Snoozed(_), .. } => None,
            EventKind::Marked { mark, action } if action == key && event.at >= since => {
                Some((mark, event.at))
            }
            _ => None,
        })
    }

    /// When an offer was signed or declined.
    pub(crate) fn decided_at(&self, offer: &Offer) -> Option<Stamp> {
        [offer.signed, offer.declined].into_iter().flatten().filter(|at| *at <= self.now).min()
    }

    /// The offers that wait for a decision.
    pub(crate) fn undecided(&self) -> impl Iterator<Item = &'a Offer> {
        self.offers.iter().copied().filter(|offer| self.decided_at(offer).is_none())
    }

    /// The offer that was signed first.
    pub(crate) fn signed(&self) -> Option<(OfferId, Stamp)> {
        let signed = self.offers.iter().filter_map(|offer| Some((offer.id, offer.signed?)));
        signed.filter(|(_, at)| *at <= self.now).min_by_key(|(id, at)| (*at, *id))
    }

    /// Since when it is interviewing or offered, whatever came of it. `MIN_UTC`: always.
    pub(crate) fn live_since(&self) -> Option<Stamp> {
        let rounds = self.rounds.iter().map(|round| round.known.unwrap_or(Stamp::MIN_UTC));
        rounds.chain(self.offers.iter().map(|offer| offer.received)).min()
    }

    /// Since when it is applied for or live, whatever came of it. `MIN_UTC`: always.
    pub(crate) fn active_since(&self) -> Option<Stamp> {
        match self.opportunity.applied {
            Some(applied) => {
                let applied = Some(applied).filter(|at| *at <= self.now);
                applied.into_iter().chain(self.live_since()).min()
            }
            None => Some(Stamp::MIN_UTC),
        }
    }

    /// Whether it is interviewing or offered, with no outcome.
    pub(crate) fn is_live(&self) -> bool {
        self.outcome().is_none() && self.live_since().is_some()
    }
}

/// Sorts what has happened from what has not, and remembers the soonest of the latter.
struct Later {
    now: Stamp,
    next: Option<Stamp>,
}

impl Later {
    fn happened(&mut self, at: Stamp) -> bool {
        let at = within_reason(at);
        if at > self.now {
            self.next = Some(self.next.map_or(at, |next| next.min(at)));
        }
        at <= self.now
    }

    fn known(&mut self, at: Option<Stamp>) -> bool {
        at.is_none_or(|at| self.happened(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;

    const REJECTED: EventKind = EventKind::Rejected { person: None };
    const REPLY: EventKind = EventKind::ReplyReceived { person: None, reply_by: None };

    /// The outcome on 20 March, and since when it stands.
    fn outcome(told: &Opportunity) -> Option<(Ending, String)> {
        let nobody = People::new();
        let history = History::of(told, &nobody, at("2026-03-20T09:00"));
        history.outcome().map(|outcome| (outcome.ending, local(outcome.at)))
    }

    fn stands(ending: Ending, since: &str) -> (Ending, String) {
        (ending, since.to_owned())
    }

    fn silent() -> Opportunity {
        acme().then("2026-03-10T09:00", EventKind::ClosedSilent)
    }

    #[test]
    fn only_a_closing_for_silence_is_reopened_by_a_later_reply_round_or_offer() {
        assert_eq!(outcome(&silent()), Some(stands(Ending::Silent, "2026-03-10T09:00")));
        assert_eq!(outcome(&silent().then("2026-03-11T09:00", REPLY)), None);
        let mut scheduled = round(FIRST, "2026-03-25T10:00", "2026-03-25T11:00");
        scheduled.known = Some(at("2026-03-11T09:00"));
        assert_eq!(outcome(&silent().with(scheduled)), None);
        assert_eq!(outcome(&silent().offered(offer(41, "2026-03-11T09:00"))), None);
        for (what, ending) in [(REJECTED, Ending::Rejected), (EventKind::Withdrawn, Ending::Withdrawn)] {
            let told = acme().then("2026-03-10T09:00", what).then("2026-03-11T09:00", REPLY);
            assert_eq!(outcome(&told), Some(stands(ending, "2026-03-10T09:00")));
        }
    }

    #[test]
    fn a_reply_that_came_with_the_closing_is_no_later_one() {
        let told = silent().then("2026-03-10T09:00", REPLY);
        assert_eq!(outcome(&told), Some(stands(Ending::Silent, "2026-03-10T09:00")));
    }

    #[test]
    fn what_is_closed_already_is_not_closed_again() {
        let told = silent().then("2026-03-12T09:00", EventKind::ClosedSilent);
        assert_eq!(outcome(&told), Some(stands(Ending::Silent, "2026-03-10T09:00")));
        let told = acme().then("2026-03-10T09:00", REJECTED).then("2026-03-12T09:00", EventKind::Withdrawn);
        assert_eq!(outcome(&told), Some(stands(Ending::Rejected, "2026-03-10T09:00")));
    }

    #[test]
    fn what_was_reopened_may_be_closed_again() {
        let reopened = || silent().then("2026-03-11T09:00", REPLY);
        let told = reopened().then("2026-03-12T09:00", EventKind::ClosedSilent);
        assert_eq!(outcome(&told), Some(stands(Ending::Silent, "2026-03-12T09:00")));
        let told = reopened().then("2026-03-12T09:00", EventKind::Withdrawn);
        assert_eq!(outcome(&told), Some(stands(Ending::Withdrawn, "2026-03-12T09:00")));
    }

    #[test]
    fn a_no_after_silence_is_a_no() {
        let told = silent().then("2026-03-12T09:00", REJECTED);
        assert_eq!(outcome(&told), Some(stands(Ending::Rejected, "2026-03-12T09:00")));
    }

    #[test]
    fn all_offers_declined_is_an_outcome_once_the_last_one_is() {
        let [mut one, mut other] = [offer(41, "2026-03-10T09:00"), offer(42, "2026-03-10T10:00")];
        one.declined = Some(at("2026-03-14T09:00"));
        let told = acme().offered(one.clone()).offered(other.clone());
        assert_eq!(outcome(&told), None);
        other.declined = Some(at("2026-03-13T09:00"));
        let told = acme().offered(one).offered(other);
        assert_eq!(outcome(&told), Some(stands(Ending::Declined, "2026-03-14T09:00")));
    }

    #[test]
    fn putting_off_is_no_word_on_what_stands() {
        let told = acme().with(round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00"));
        let action = History::of(&told, &People::new(), at("2026-03-10T11:00")).key(Task::Assess);
        let told = told.then("2026-03-10T12:00", EventKind::Marked { mark: Mark::Skipped, action });
        let until = at("2026-03-11T09:00");
        let told = told.then("2026-03-10T13:00", EventKind::Marked { mark: Mark::Snoozed(until), action });
        let nobody = People::new();
        let history = History::of(&told, &nobody, at("2026-03-10T14:00"));
        assert_eq!(
            history.word_on(action, at("2026-03-10T12:00")),
            Some((Mark::Skipped, at("2026-03-10T12:00")))
        );
        assert_eq!(history.word_on(action, at("2026-03-10T12:01")), None);
    }

    #[test]
    fn the_record_says_more_at_the_next_fact_to_come_never_at_this_moment() {
        let mut later = round(FIRST, "2026-03-12T10:00", "2026-03-12T11:00");
        later.known = Some(at("2026-03-11T09:00"));
        let told = acme().with(later).then("2026-03-14T09:00", REPLY);
        let says_more = |when| {
            let nobody = People::new();
            let history = History::of(&told, &nobody, at(when));
            history.says_more_at.map(local)
        };
        assert_eq!(says_more("2026-03-11T08:59").as_deref(), Some("2026-03-11T09:00"));
        assert_eq!(says_more("2026-03-11T09:00").as_deref(), Some("2026-03-12T10:00"));
        assert_eq!(says_more("2026-03-12T10:00").as_deref(), Some("2026-03-12T11:00"));
        assert_eq!(says_more("2026-03-12T11:00").as_deref(), Some("2026-03-14T09:00"));
        assert_eq!(says_more("2026-03-14T09:00"), None);
    }
}
