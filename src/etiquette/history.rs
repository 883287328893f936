//! What is known of one opportunity at a moment: the rulebook's words, put as questions to the record.
//!
//! This is the one place where a record is interpreted. The scheduler, the pipeline, the letters and the screens
//! all ask a [`History`] whether an opportunity is over, what was promised, and whom to write to.
//!
//! Facts dated after the moment do not exist yet. A round is known from its `known` time on; what came of it
//! is known from its end on.

use super::circle::{Circle, Member};
use super::days::within_reason;
use crate::model::{
    ActionKey, Channel, Course, Event, EventKind, Mark, Met, Offer, OfferId, Opportunity, OpportunityId,
    Permission, Person, PersonId, Role, Round, RoundId, Stamp, Task,
};
use crate::order;
use chrono::NaiveDate;
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

/// A day by which an answer is promised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Promise {
    /// The last day on which the answer is in time.
    pub day: NaiveDate,
    /// Who promised it, where that is known.
    pub by: Option<PersonId>,
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

/// Somebody whom an opportunity mentions, and what happened between them and the user there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Someone {
    pub(crate) id: PersonId,
    /// Their number in the circle.
    pub(crate) number: usize,
    /// Where in the cast they are.
    pub(crate) spot: Spot,
    /// Their part; `None` where they are not on record.
    pub(crate) role: Option<Role>,
    /// Whether their address is on record.
    pub(crate) has_email: bool,
    /// Whether the user is connected with them, or a request was sent, anywhere.
    pub(crate) linked: bool,
    pub(crate) place: Place,
    /// Between which of the meetings theirs are: from the first of them to after the last.
    met: (usize, usize),
    /// Their last word on being added on LinkedIn, of those who were met; not having asked is no word.
    pub(crate) permission: Permission,
    /// When a way to reach them was first found.
    pub(crate) found: Option<Stamp>,
    /// When a LinkedIn request first went to them.
    pub(crate) requested: Option<Stamp>,
    /// When the opportunity first recorded that they are connected.
    pub(crate) connected: Option<Stamp>,
    /// The last contact, either way (fine print 4).
    pub(crate) last_contact: Option<Stamp>,
}

/// Where in a cast somebody is. The rules look for the same people over and over, and to compare ids takes them longer.
pub(crate) type Spot = usize;

/// How an opportunity comes to mention somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Place {
    /// Met in a round that has ended.
    Met,
    /// Known beside, or expected.
    Beside,
    /// Named by something else alone.
    Named,
}

/// Somebody's part in a round that has ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meeting<'a> {
    pub(crate) round: &'a Round,
    pub(crate) met: &'a Met,
    pub(crate) with: Spot,
    /// Whether the round names them twice, and this is not the first time.
    pub(crate) again: bool,
}

/// A thank-you that was sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Thanks {
    pub(crate) to: Spot,
    pub(crate) round: RoundId,
    pub(crate) at: Stamp,
}

/// The user's own word on an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    pub(crate) key: ActionKey,
    pub(crate) mark: Mark,
    pub(crate) at: Stamp,
}

/// What is known of an opportunity at a moment.
///
/// ```
/// use afterword::etiquette::{Ending, History};
/// use afterword::model::{Event, EventId, EventKind, Opportunity, OpportunityId, Records, Stamp, uuid_v7};
///
/// let at = |seconds| Stamp::from_timestamp(seconds).unwrap();
/// let mut acme = Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst");
/// acme.events.push(Event {
///     id: EventId(uuid_v7(0, [2; 10])),
///     at: at(1_772_442_000),
///     what: EventKind::ClosedSilent,
///     letter: None,
///     against_advice: false,
/// });
/// let people = Records::default().people;
/// assert_eq!(History::of(&acme, &people, at(1_772_441_999)).outcome(), None);
/// let outcome = History::of(&acme, &people, at(1_772_442_000)).outcome().unwrap();
/// assert_eq!((outcome.ending, outcome.at), (Ending::Silent, at(1_772_442_000)));
/// ```
pub struct History<'a> {
    pub(crate) now: Stamp,
    pub(crate) id: OpportunityId,
    /// When the user applied; `None`: they did, but not on a known day.
    pub(crate) applied: Option<Stamp>,
    /// Known rounds, by their end.
    pub(crate) rounds: Vec<&'a Round>,
    /// How many of them have ended: by now, and before any outcome.
    ended: usize,
    /// What happened, by time.
    pub(crate) events: Vec<&'a Event>,
    /// Offers received, by time.
    pub(crate) offers: Vec<&'a Offer>,
    /// When it was closed, and when it was reopened, by time.
    pub(crate) closings: Vec<(Outcome, Option<Stamp>)>,
    /// Who was met, round by round, in the order met. A person may appear more than once.
    pub(crate) meetings: Vec<Meeting<'a>>,
    /// Everyone, each once: those met first, in the order met, then those known beside, then the rest.
    pub(crate) cast: Vec<Someone>,
    /// Thank-yous, by time.
    pub(crate) thanks: Vec<Thanks>,
    /// Status questions, by time.
    follow_ups: Vec<Stamp>,
    /// What the user said of actions, by time; putting off is no word.
    pub(crate) words: Vec<Word>,
    /// What the count of follow-ups starts from: the latest of a round's end and a reply.
    pub(crate) waiting: Option<Waiting<'a>>,
    /// To whom a message about the opportunity goes: whoever promised, else the hiring manager, else the
    /// recruiter, else the first person met, else the first known.
    pub(crate) addressee: Option<PersonId>,
    /// The way that they asked for in the latest ended round that names one; else email.
    pub(crate) channel: Channel,
    /// The soonest moment at which the record itself says more than now.
    pub(crate) says_more_at: Option<Stamp>,
}

impl<'a> History<'a> {
    /// What is known of `opportunity` at `now`. `people` is everyone on record; what other opportunities say of
    /// them is not looked at.
    pub fn of(opportunity: &'a Opportunity, people: &BTreeMap<PersonId, Person>, now: Stamp) -> Self {
        let mut circle = Circle::default();
        circle.put_everyone(opportunity, people);
        let mut history = Self::blank(now);
        history.read(opportunity, &mut circle);
        history
    }

    /// A history that has read nothing yet.
    pub(crate) fn blank(now: Stamp) -> Self {
        Self {
            now,
            id: OpportunityId(uuid::Uuid::nil()),
            applied: None,
            rounds: Vec::new(),
            ended: 0,
            events: Vec::new(),
            offers: Vec::new(),
            closings: Vec::new(),
            meetings: Vec::new(),
            cast: Vec::new(),
            thanks: Vec::new(),
            follow_ups: Vec::new(),
            words: Vec::new(),
            waiting: None,
            addressee: None,
            channel: Channel::Email,
            says_more_at: None,
        }
    }

    /// Reads a record, and forgets the one before.
    pub(crate) fn read(&mut self, opportunity: &'a Opportunity, circle: &mut Circle) {
        (self.id, self.applied) = (opportunity.id, opportunity.applied);
        self.read_what_happened(opportunity);
        self.find_closings();
        let end = self.outcome().map_or(self.now, |outcome| outcome.at.min(self.now));
        self.ended = self.rounds.partition_point(|round| round.ends <= end);
        self.find_meetings(circle);
        self.find_those_beside(opportunity, circle);
        self.waiting = self.find_waiting();
        self.addressee = self.find_addressee();
        self.channel = self.find_channel();
        self.sort_events(circle);
        self.find_later_contacts(circle);
    }

    fn read_what_happened(&mut self, opportunity: &'a Opportunity) {
        let mut later = Later { now: self.now, next: None };
        self.rounds.clear();
        self.rounds.extend(opportunity.rounds.iter().filter(|round| later.known(round.known)));
        order::by_key(&mut self.rounds, |round| (round.ends, round.starts, round.id));
        for round in &self.rounds {
            later.happened(round.starts);
            later.happened(round.ends);
        }
        self.events.clear();
        self.events.extend(opportunity.events.iter().filter(|event| later.happened(event.at)));
        order::by_key(&mut self.events, |event| (event.at, event.id));
        self.offers.clear();
        self.offers.extend(opportunity.offers.iter().filter(|offer| later.happened(offer.received)));
        order::by_key(&mut self.offers, |offer| (offer.received, offer.id));
        for offer in &self.offers {
            for at in [offer.written, offer.acknowledged, offer.signed, offer.declined].into_iter().flatten()
            {
                later.happened(at);
            }
        }
        if let Some(applied) = opportunity.applied {
            later.happened(applied);
        }
        self.says_more_at = later.next;
    }

    /// The key of a task in this opportunity that names nothing further yet.
    pub(crate) fn key(&self, task: Task) -> ActionKey {
        ActionKey { opportunity: Some(self.id), ..ActionKey::new(task) }
    }

    /// When it was closed and reopened. Only a closing for silence is reopened: by a later reply, round or offer.
    fn find_closings(&mut self) {
        self.closings.clear();
        for event in &self.events {
            let ending = match event.what {
                EventKind::Rejected { .. } => Ending::Rejected,
                EventKind::Withdrawn => Ending::Withdrawn,
                EventKind::ClosedSilent => Ending::Silent,
                _ => continue,
            };
            match (self.closings.last(), ending) {
                (Some((outcome, _)), _) if outcome.ending != Ending::Silent => break, // final
                (Some((_, None)), Ending::Silent) => continue,                        // closed already
                _ => {}
            }
            let reopened =
                if ending == Ending::Silent { self.first_sign_of_life_after(event.at) } else { None };
            self.closings.push((Outcome { ending, at: event.at }, reopened));
        }
        let last_standing = self.closings.last().is_some_and(|(_, reopened)| reopened.is_none());
        if let (false, Some(at)) = (last_standing, self.all_declined_at()) {
            self.closings.push((Outcome { ending: Ending::Declined, at }, None));
        }
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
        self.offers.iter().map(declined).try_fold(Stamp::MIN, |last, at| at.map(|at| last.max(at)))
    }

    fn find_meetings(&mut self, circle: &mut Circle) {
        self.cast.clear();
        self.meetings.clear();
        for i in 0..self.ended {
            let Some(round) = self.rounds.get(i).copied() else { break };
            let first = self.meetings.len();
            for met in self.course(round).map_or(&[][..], |course| &course.met) {
                let next = self.meetings.len() + 1;
                let Some(someone) = self.enter(met.person, Place::Met, circle) else { continue };
                someone.met.1 = next;
                someone.last_contact = Some(round.ends);
                if met.linkedin != Permission::NotAsked {
                    someone.permission = met.linkedin;
                }
                let with = someone.spot;
                let before = self.meetings.get(first..).unwrap_or_default();
                let again = before.iter().any(|meeting| meeting.with == with);
                self.meetings.push(Meeting { round, met, with, again });
            }
        }
    }

    fn find_those_beside(&mut self, opportunity: &'a Opportunity, circle: &mut Circle) {
        for person in &opportunity.people {
            self.enter(*person, Place::Beside, circle);
        }
        for i in 0..self.rounds.len() {
            let Some(round) = self.rounds.get(i).copied() else { break };
            for person in &round.expected {
                self.enter(*person, Place::Beside, circle);
            }
        }
    }

    /// Somebody of the cast, who joins it there if nothing named them before.
    fn enter(&mut self, id: PersonId, place: Place, circle: &mut Circle) -> Option<&mut Someone> {
        let known = self.cast.iter().position(|someone| someone.id == id);
        let spot = known.unwrap_or_else(|| {
            let spot = self.cast.len();
            let number = circle.number(id);
            let member = circle.member(number);
            self.cast.push(Someone {
                id,
                number,
                spot,
                role: member.and_then(|member| member.role),
                has_email: member.is_some_and(|member| member.has_email),
                linked: member.is_some_and(Member::is_linked),
                place,
                met: (self.meetings.len(), self.meetings.len()),
                permission: Permission::NotAsked,
                found: None,
                requested: None,
                connected: None,
                last_contact: None,
            });
            spot
        });
        self.cast.get_mut(spot)
    }

    /// Puts what happened where the rules look for it. Contact, either way, is anything sent to a person or received
    /// from them by name, a connection, contact made (fine print 4).
    fn sort_events(&mut self, circle: &mut Circle) {
        self.thanks.clear();
        self.follow_ups.clear();
        self.words.clear();
        for i in 0..self.events.len() {
            let Some(Event { at, what, .. }) = self.events.get(i).copied() else { break };
            let at = *at;
            match *what {
                EventKind::ThankYouSent { person, round } => {
                    let to = self.contact(person, at, circle);
                    self.thanks.extend(to.map(|to| Thanks { to, round, at }));
                }
                EventKind::FollowUpSent { person } => {
                    self.follow_ups.push(at);
                    person.or(self.addressee).and_then(|person| self.contact(person, at, circle));
                }
                EventKind::LinkedinSent { person } => {
                    self.contact(person, at, circle);
                    if let Some(someone) = self.known(person) {
                        someone.requested = someone.requested.or(Some(at));
                    }
                }
                EventKind::ContactFound { person } => {
                    if let Some(someone) = self.known(person) {
                        someone.found = someone.found.or(Some(at));
                    }
                }
                EventKind::Connected { person } => {
                    self.contact(person, at, circle);
                    if let Some(someone) = self.known(person) {
                        someone.connected = someone.connected.or(Some(at));
                    }
                }
                EventKind::ContactMade { person } => {
                    self.contact(person, at, circle);
                }
                EventKind::ReplyReceived { person, .. } | EventKind::Rejected { person } => {
                    person.and_then(|person| self.contact(person, at, circle));
                }
                EventKind::Marked { mark: mark @ (Mark::Done | Mark::Skipped), ref action } => {
                    self.words.push(Word { key: **action, mark, at });
                }
                _ => {}
            }
        }
    }

    /// Whom a round that ended after the outcome brought together.
    fn find_later_contacts(&mut self, circle: &mut Circle) {
        for i in self.ended..self.rounds.len() {
            let Some(round) = self.rounds.get(i).copied() else { break };
            for met in self.course(round).map_or(&[][..], |course| &course.met) {
                self.contact(met.person, round.ends, circle);
            }
        }
    }

    fn contact(&mut self, person: PersonId, at: Stamp, circle: &mut Circle) -> Option<Spot> {
        let someone = self.enter(person, Place::Named, circle)?;
        someone.last_contact = someone.last_contact.max(Some(at));
        Some(someone.spot)
    }

    /// Somebody whom something named before.
    fn known(&mut self, id: PersonId) -> Option<&mut Someone> {
        self.cast.iter_mut().find(|someone| someone.id == id)
    }

    /// The outcome that stands: how the opportunity ended, and when. `None` while it goes on, and once it was reopened.
    pub fn outcome(&self) -> Option<Outcome> {
        self.closings.last().filter(|(_, reopened)| reopened.is_none()).map(|(outcome, _)| *outcome)
    }

    /// When it was last reopened, after silence had been taken for an answer. A later outcome may stand.
    pub fn reopened(&self) -> Option<Stamp> {
        self.closings.iter().rev().find_map(|(_, reopened)| *reopened)
    }

    /// All rounds that are known, by their end, those to come included.
    pub fn rounds(&self) -> &[&'a Round] {
        &self.rounds
    }

    /// The next round that has not started.
    pub fn next_round(&self) -> Option<&'a Round> {
        let ahead = self.rounds.iter().copied().filter(|round| round.starts > self.now);
        ahead.min_by_key(|round| (round.starts, round.id))
    }

    /// Everyone whom the opportunity mentions, each once: those met first, in the order met, then those known
    /// beside, then anybody else whom an event names.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.cast.iter().map(|someone| someone.id)
    }

    /// The day by which they promised an answer, and who promised it. The last ended round and any reply since decide:
    /// one that names no day takes an older promise back. An offer received since is the answer itself: `None`.
    pub fn promise(&self) -> Option<Promise> {
        let waiting = self.waiting?;
        let answered = self.offers.last().is_some_and(|offer| offer.received >= waiting.at);
        let day = waiting.promise.filter(|_| !answered)?;
        Some(Promise { day, by: waiting.promised_by })
    }

    /// Since when the user has been waiting for word: the end of the last round, or the last reply after it. `None`
    /// before any round has ended.
    pub fn waiting_since(&self) -> Option<Stamp> {
        self.waiting.map(|waiting| waiting.at)
    }

    /// To whom a message about the opportunity goes: whoever promised an answer, else the hiring manager, else the
    /// recruiter, else the first person met, else the first known.
    pub fn addressee(&self) -> Option<PersonId> {
        self.addressee
    }

    /// The way that they asked to be reached, in the latest ended round that names one; else email.
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// When the user and a person were last in contact here, either way.
    pub fn last_contact(&self, person: PersonId) -> Option<Stamp> {
        self.someone(person)?.last_contact
    }

    /// When a way to reach a person was found.
    pub fn contact_found(&self, person: PersonId) -> Option<Stamp> {
        self.someone(person)?.found
    }

    /// A person's last word on being added on LinkedIn, and when they said it: yes or no. Not having been asked is no
    /// word.
    pub fn linkedin_permission(&self, person: PersonId) -> Option<(Permission, Stamp)> {
        let mut meetings = self.met_with(self.someone(person)?);
        let said = meetings.rfind(|meeting| meeting.met.linkedin != Permission::NotAsked)?;
        Some((said.met.linkedin, said.round.ends))
    }

    /// When a LinkedIn request first went to a person here.
    pub fn linkedin_requested(&self, person: PersonId) -> Option<Stamp> {
        self.someone(person)?.requested
    }

    /// When it was first noted here that a person is connected on LinkedIn.
    pub fn linkedin_connected(&self, person: PersonId) -> Option<Stamp> {
        self.someone(person)?.connected
    }

    /// When the first thank-you to a person for a round was sent.
    pub fn thanked_person(&self, person: PersonId, round: RoundId) -> Option<Stamp> {
        self.thanked(self.someone(person)?.spot, round)
    }

    /// When the last thank-you for a round was sent, to anybody.
    pub fn last_thanked(&self, round: RoundId) -> Option<Stamp> {
        self.thanks.iter().rfind(|thanks| thanks.round == round).map(|thanks| thanks.at)
    }

    /// When the user first looked back at a round.
    pub fn assessed(&self, round: RoundId) -> Option<Stamp> {
        self.when(|what| matches!(what, EventKind::Assessed { round: of } if *of == round))
    }

    /// When the user last asked where things stand.
    pub fn last_follow_up(&self) -> Option<Stamp> {
        self.follow_ups.last().copied()
    }

    /// When anything last happened: an event, the end of a round, an offer, the application.
    pub fn last_activity(&self) -> Option<Stamp> {
        let event = self.events.last().map(|event| event.at);
        let rounds = self.rounds.iter().map(|round| round.ends).chain(self.applied);
        let offer = self.offers.last().map(|offer| offer.received);
        rounds.chain(event).chain(offer).filter(|at| *at <= self.now).max()
    }

    fn someone(&self, person: PersonId) -> Option<&Someone> {
        self.cast.iter().find(|someone| someone.id == person)
    }

    /// The rounds that have ended: by now, and before any outcome.
    pub fn ended_rounds(&self) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.get(..self.ended).unwrap_or_default().iter().copied()
    }

    /// What came of a round, once it has ended.
    pub(crate) fn course(&self, round: &'a Round) -> Option<&'a Course> {
        round.course.as_ref().filter(|_| round.ends <= self.now)
    }

    /// The rounds that are known and have not ended.
    pub(crate) fn coming_rounds(&self) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.iter().copied().filter(|round| round.ends > self.now)
    }

    /// The meetings of a round.
    pub(crate) fn met_in(&self, round: &'a Round) -> impl Iterator<Item = &Meeting<'a>> {
        self.meetings.iter().filter(move |meeting| std::ptr::eq(meeting.round, round))
    }

    /// The meetings with somebody.
    pub(crate) fn met_with(&self, someone: &Someone) -> impl DoubleEndedIterator<Item = &Meeting<'a>> {
        let ((from, to), spot) = (someone.met, someone.spot);
        self.meetings.get(from..to).unwrap_or_default().iter().filter(move |meeting| meeting.with == spot)
    }

    /// Somebody of the cast.
    pub(crate) fn person(&self, spot: Spot) -> Option<&Someone> {
        self.cast.get(spot)
    }

    /// Everyone of that part, those met first, in the order met; then those known beside.
    pub(crate) fn of_role(&self, role: Role) -> impl Iterator<Item = &Someone> {
        self.cast.iter().filter(move |someone| someone.role == Some(role) && someone.place <= Place::Beside)
    }

    fn find_waiting(&self) -> Option<Waiting<'a>> {
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

    /// When status questions were sent, from one moment to another, both included.
    pub(crate) fn follow_ups_sent(&self, from: Stamp, to: Stamp) -> &[Stamp] {
        let first = self.follow_ups.partition_point(|at| *at < from);
        let end = self.follow_ups.partition_point(|at| *at <= to);
        self.follow_ups.get(first..end).unwrap_or_default()
    }

    fn find_addressee(&self) -> Option<PersonId> {
        self.waiting.and_then(|waiting| waiting.promised_by).or_else(|| {
            let manager = self.of_role(Role::HiringManager).next();
            let first =
                manager.or_else(|| self.of_role(Role::Recruiter).next()).or_else(|| self.cast.first());
            first.map(|someone| someone.id)
        })
    }

    fn find_channel(&self) -> Channel {
        let named = |round| self.course(round).and_then(|course| course.contact_by);
        self.ended_rounds().rev().find_map(named).unwrap_or(Channel::Email)
    }

    /// The way for a status question: a call only if they invited calls.
    pub fn channel_for_status(&self) -> Channel {
        match self.channel {
            Channel::Phone if !self.calls_invited() => Channel::Email,
            channel => channel,
        }
    }

    /// Whether they invited the user to call.
    pub fn calls_invited(&self) -> bool {
        self.ended_rounds().any(|round| self.course(round).is_some_and(|course| course.calls_invited))
    }

    /// When the thank-you to somebody for a round was sent.
    pub(crate) fn thanked(&self, spot: Spot, round: RoundId) -> Option<Stamp> {
        let thanks = self.thanks.iter().find(|thanks| thanks.to == spot && thanks.round == round);
        thanks.map(|thanks| thanks.at)
    }

    /// When something first happened.
    pub(crate) fn when(&self, is: impl Fn(&EventKind) -> bool) -> Option<Stamp> {
        self.events.iter().find(|event| is(&event.what)).map(|event| event.at)
    }

    /// The user's own last word on an action since a moment.
    pub(crate) fn word_on(&self, key: ActionKey, since: Stamp) -> Option<(Mark, Stamp)> {
        let word = self.words.iter().rev().find(|word| word.key == key && word.at >= since);
        word.map(|word| (word.mark, word.at))
    }

    /// When an offer was signed or declined.
    pub fn decided_at(&self, offer: &Offer) -> Option<Stamp> {
        [offer.signed, offer.declined].into_iter().flatten().filter(|at| *at <= self.now).min()
    }

    /// The offers that wait for a decision, by when they were received. After another outcome too: ask [`Self::outcome`].
    pub fn undecided(&self) -> impl Iterator<Item = &'a Offer> {
        self.offers.iter().copied().filter(|offer| self.decided_at(offer).is_none())
    }

    /// The offer that was signed first, and when.
    pub fn signed(&self) -> Option<(OfferId, Stamp)> {
        let signed = self.offers.iter().filter_map(|offer| Some((offer.id, offer.signed?)));
        signed.filter(|(_, at)| *at <= self.now).min_by_key(|(id, at)| (*at, *id))
    }

    /// Since when it is interviewing or offered, whatever came of it. `MIN`: always.
    pub(crate) fn live_since(&self) -> Option<Stamp> {
        let rounds = self.rounds.iter().map(|round| round.known.unwrap_or(Stamp::MIN));
        rounds.chain(self.offers.iter().map(|offer| offer.received)).min()
    }

    /// Since when it is applied for or live, whatever came of it. `MIN`: always.
    pub(crate) fn active_since(&self) -> Option<Stamp> {
        match self.applied {
            Some(applied) => {
                let applied = Some(applied).filter(|at| *at <= self.now);
                applied.into_iter().chain(self.live_since()).min()
            }
            None => Some(Stamp::MIN),
        }
    }

    /// Whether it is interviewing or offered, with no outcome.
    pub fn is_live(&self) -> bool {
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
    fn a_no_is_final_whatever_was_reopened_before_it() {
        let told = silent().then("2026-03-11T09:00", REPLY).then("2026-03-12T09:00", REJECTED);
        let no = Some(stands(Ending::Rejected, "2026-03-12T09:00"));
        assert_eq!(outcome(&told.clone().then("2026-03-13T09:00", EventKind::Withdrawn)), no);
        let mut made = offer(41, "2026-03-11T10:00");
        made.declined = Some(at("2026-03-13T09:00"));
        assert_eq!(outcome(&told.offered(made.clone())), no);
        let declined = Some(stands(Ending::Declined, "2026-03-13T09:00"));
        assert_eq!(outcome(&silent().offered(made)), declined, "what an offer reopened");
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
        let told = told.then("2026-03-10T12:00", EventKind::marked(Mark::Skipped, action));
        let until = at("2026-03-11T09:00");
        let told = told.then("2026-03-10T13:00", EventKind::marked(Mark::Snoozed(until), action));
        let nobody = People::new();
        let history = History::of(&told, &nobody, at("2026-03-10T14:00"));
        assert_eq!(
            history.word_on(action, at("2026-03-10T12:00")),
            Some((Mark::Skipped, at("2026-03-10T12:00")))
        );
        assert_eq!(history.word_on(action, at("2026-03-10T12:01")), None);
    }

    #[test]
    fn questions_are_counted_from_one_moment_to_another_both_included() {
        let days = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"].map(|day| format!("{day}T09:00"));
        let asked = EventKind::FollowUpSent { person: None };
        let told = days.iter().fold(acme(), |told, when| told.then(when, asked.clone()));
        let nobody = People::new();
        let history = History::of(&told, &nobody, at("2026-03-20T09:00"));
        let between = history.follow_ups_sent(at(&days[1]), at(&days[2]));
        assert_eq!(between, [at(&days[1]), at(&days[2])]);
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

    #[test]
    fn a_reply_after_the_no_changes_nothing_of_whom_it_is_about() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA, INES]);
        let late = EventKind::ReplyReceived { person: Some(INES), reply_by: Some(day("2026-03-30")) };
        let told = told.then("2026-03-10T09:00", REJECTED).then("2026-03-12T09:00", late);
        let nobody = People::new();
        assert_eq!(History::of(&told, &nobody, at("2026-03-20T09:00")).addressee, Some(DANA));
    }

    #[test]
    fn a_call_is_invited_for_good_by_any_round_that_has_ended() {
        let mut told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        told.rounds[0].course.as_mut().unwrap().calls_invited = true;
        let told = told.met(SECOND, "2026-03-04T10:00", "2026-03-04T11:00", &[DANA]);
        let nobody = People::new();
        let invited = |when| History::of(&told, &nobody, at(when)).calls_invited();
        assert_eq!([invited("2026-03-02T10:59"), invited("2026-03-02T11:00")], [false, true]);
        assert!(invited("2026-03-05T09:00"), "the second said nothing of calls");
    }

    #[test]
    fn of_two_words_the_later_holds_and_of_two_signatures_the_first() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let nobody = People::new();
        let action = History::of(&told, &nobody, at("2026-03-03T09:00")).key(Task::Assess);
        let said = |mark| EventKind::marked(mark, action);
        let told =
            told.then("2026-03-03T09:00", said(Mark::Skipped)).then("2026-03-03T10:00", said(Mark::Done));
        let signed = |id, when| {
            let mut made = offer(id, "2026-03-03T09:00");
            made.signed = Some(at(when));
            made
        };
        let told = told.offered(signed(41, "2026-03-06T09:00")).offered(signed(42, "2026-03-05T09:00"));
        let history = History::of(&told, &nobody, at("2026-03-07T09:00"));
        assert_eq!(history.word_on(action, Stamp::MIN), Some((Mark::Done, at("2026-03-03T10:00"))));
        assert_eq!(history.signed(), Some((told.offers[1].id, at("2026-03-05T09:00"))));
    }

    #[test]
    fn it_is_live_from_its_first_round_or_offer_on_and_active_from_then_at_the_latest() {
        let known = |id, when| {
            let mut coming = round(id, "2026-03-20T10:00", "2026-03-20T11:00");
            coming.known = Some(at(when));
            coming
        };
        let told = acme().applied("2026-03-05T09:00").offered(offer(41, "2026-03-06T09:00"));
        let told = told.with(known(FIRST, "2026-03-04T09:00")).with(known(SECOND, "2026-03-03T09:00"));
        let nobody = People::new();
        let history = History::of(&told, &nobody, at("2026-03-07T09:00"));
        let first = Some(at("2026-03-03T09:00"));
        assert_eq!((history.live_since(), history.active_since()), (first, first));
    }
}
