//! What the scheduler, the letters and the screens ask about rounds, messages, offers and the user's own marks.

use super::{History, Promise, UserMark, Waiting, Word};
use crate::model::{
    ActionKey, Channel, Course, Event, EventKind, Offer, Opportunity, PersonId, Round, RoundId, Stamp, Task,
};

impl<'a> History<'a> {
    /// The record that was read.
    pub fn opportunity(&self) -> &'a Opportunity {
        self.opportunity
    }

    /// All rounds that are known, by their end, those to come included.
    pub fn rounds(&self) -> &[&'a Round] {
        &self.rounds
    }

    /// The rounds that have ended: by now, and before any outcome.
    pub fn ended_rounds(&self) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.get(..self.ended).unwrap_or_default().iter().copied()
    }

    /// The rounds that are known and have not ended.
    pub(crate) fn coming_rounds(&self) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.iter().copied().filter(|round| round.ends > self.now)
    }

    /// The next round that has not started.
    pub fn next_round(&self) -> Option<&'a Round> {
        let ahead = self.rounds.iter().copied().filter(|round| round.starts > self.now);
        ahead.min_by_key(|round| (round.starts, round.id))
    }

    /// What came of a round; `None` before it has ended.
    pub(crate) fn course(&self, round: &'a Round) -> Option<&'a Course> {
        round.course.as_ref().filter(|_| round.ends <= self.now)
    }

    /// Whether the look back at a round that has ended left a lesson.
    pub(crate) fn has_lesson(&self) -> bool {
        let over = self.rounds.iter().filter(|round| round.ends <= self.now);
        over.filter_map(|round| round.debrief.as_ref()).any(|debrief| !debrief.lesson.is_empty())
    }

    /// The day by which they promised an answer, and who promised it. The last ended round and any reply since then
    /// decide: one that names no day takes an older promise back. `None` once an offer came, for that is the answer.
    pub fn promise(&self) -> Option<Promise> {
        let waiting = self.waiting?;
        let answered = self.offers.last().is_some_and(|offer| offer.received >= waiting.since);
        waiting.promise.filter(|_| !answered)
    }

    /// Since when the user has been waiting for word: the end of the last round, or the last reply after it. `None`
    /// before any round has ended.
    pub fn waiting_since(&self) -> Option<Stamp> {
        self.waiting.map(|waiting| waiting.since)
    }

    /// The recruiter of an agency through whom it came.
    pub fn via(&self) -> Option<PersonId> {
        self.opportunity.via
    }

    /// The way that they asked to be reached, in the latest ended round that names one; else, and to an agency, email.
    pub fn channel(&self) -> Channel {
        let named = |round| self.course(round).and_then(|course| course.contact_by);
        let asked_for = self.ended_rounds().rev().find_map(named).filter(|_| self.via().is_none());
        asked_for.unwrap_or(Channel::Email)
    }

    /// The way for a status question: a call only if they invited calls.
    pub fn channel_for_status(&self) -> Channel {
        match self.channel() {
            Channel::Phone if !self.calls_invited() => Channel::Email,
            channel => channel,
        }
    }

    /// Whether they invited the user to call, in any round that has ended. An agency may always be called.
    pub fn calls_invited(&self) -> bool {
        let invited = |round| self.course(round).is_some_and(|course| course.calls_invited);
        self.via().is_some() || self.ended_rounds().any(invited)
    }

    /// When the first thank-you to a person for a round was sent.
    pub fn thanked(&self, person: PersonId, round: RoundId) -> Option<Stamp> {
        self.when(|what| *what == EventKind::ThankYouSent { person, round })
    }

    /// When thank-yous to a person were sent, for whichever round, by time.
    pub(crate) fn thanked_at(&self, person: PersonId) -> impl Iterator<Item = Stamp> {
        let thanks = self.events.iter().filter(
            move |event| matches!(event.what, EventKind::ThankYouSent { person: to, .. } if to == person),
        );
        thanks.map(|event| event.at)
    }

    /// When the last thank-you for a round was sent, to anybody, up to a moment.
    pub(crate) fn last_thanked_by(&self, round: RoundId, by: Stamp) -> Option<Stamp> {
        let thanks = |event: &&&Event| {
            event.at <= by && matches!(event.what, EventKind::ThankYouSent { round: of, .. } if of == round)
        };
        self.events.iter().rfind(thanks).map(|event| event.at)
    }

    /// When the last thank-you for a round was sent, to anybody.
    pub fn last_thanked(&self, round: RoundId) -> Option<Stamp> {
        self.last_thanked_by(round, self.now)
    }

    /// When the user first looked back at a round.
    pub fn assessed(&self, round: RoundId) -> Option<Stamp> {
        self.when(|what| *what == EventKind::Assessed { round })
    }

    /// When replies came, by time.
    pub(crate) fn replies(&self) -> impl Iterator<Item = Stamp> {
        let replies =
            self.events.iter().filter(|event| matches!(event.what, EventKind::ReplyReceived { .. }));
        replies.map(|event| event.at)
    }

    /// When status questions were sent, by time.
    pub(crate) fn follow_ups(&self) -> impl DoubleEndedIterator<Item = Stamp> {
        let sent = self.events.iter().filter(|event| matches!(event.what, EventKind::FollowUpSent { .. }));
        sent.map(|event| event.at)
    }

    /// When the user last asked where things stand.
    pub fn last_follow_up(&self) -> Option<Stamp> {
        self.follow_ups().next_back()
    }

    /// The offers received, by when.
    pub fn offers(&self) -> &[&'a Offer] {
        &self.offers
    }

    /// When anything last happened: an event, the end of a round, an offer and what became of it, the application.
    pub fn last_activity(&self) -> Option<Stamp> {
        let event = self.events.last().map(|event| event.at);
        let rounds = self.rounds.iter().map(|round| round.ends);
        let offers = self.offers.iter().flat_map(|offer| offer.dates());
        let all = rounds.chain(event).chain(offers).chain(self.opportunity.applied);
        all.filter(|at| *at <= self.now).max()
    }

    /// When the user applied, if that is known.
    pub(crate) fn applied(&self) -> Option<Stamp> {
        self.opportunity.applied.filter(|at| *at <= self.now)
    }

    /// The last step of the search that it shows: an application, a round scheduled, a contact made.
    pub(crate) fn last_step(&self) -> Option<Stamp> {
        let applied = self.applied();
        let scheduled = self.scheduled.iter().filter_map(|round| round.known);
        let contact = self.events.iter().rfind(|event| matches!(event.what, EventKind::ContactMade { .. }));
        applied.into_iter().chain(scheduled).chain(contact.map(|event| event.at)).max()
    }

    /// The first dated fact: the start of a round, an event, an offer.
    pub(crate) fn first_fact(&self) -> Option<Stamp> {
        let round = self.scheduled.iter().map(|round| round.starts).min();
        let event = self.events.first().map(|event| event.at);
        let offer = self.offers.first().map(|offer| offer.received);
        [round, event, offer].into_iter().flatten().min()
    }

    /// When something first happened.
    pub(crate) fn when(&self, is: impl Fn(&EventKind) -> bool) -> Option<Stamp> {
        self.events.iter().find(|event| is(&event.what)).map(|event| event.at)
    }

    /// The key of a task in this opportunity; round, person or offer are still to be set.
    pub(crate) fn key(&self, task: Task) -> ActionKey {
        ActionKey { opportunity: Some(self.opportunity.id), ..ActionKey::new(task) }
    }

    /// What the user said about actions, by time.
    pub(crate) fn marks(&self) -> impl DoubleEndedIterator<Item = UserMark> {
        self.events.iter().filter_map(|event| match &event.what {
            EventKind::Marked { mark, action } => {
                Some(UserMark { action: **action, mark: *mark, at: event.at })
            }
            _ => None,
        })
    }

    /// The last mark since a moment that settles an action.
    pub(crate) fn mark_on(&self, action: ActionKey, since: Stamp) -> Option<UserMark> {
        self.marks().rfind(|said| said.action == action && said.at >= since && said.settles())
    }

    /// Their last reply.
    pub(crate) fn last_word(&self) -> Option<Word> {
        self.last_word_by(self.now)
    }

    /// Their last reply, up to a moment.
    fn last_word_by(&self, by: Stamp) -> Option<Word> {
        self.events.iter().rev().filter(|event| event.at <= by).find_map(|event| {
            let EventKind::ReplyReceived { person, reply_by, .. } = event.what else { return None };
            Some(Word { at: event.at, promise: reply_by.map(|day| Promise { day, by: person }) })
        })
    }

    pub(super) fn find_waiting(&self) -> Option<Waiting<'a>> {
        let round = self.ended_rounds().next_back()?;
        let until = self.outcome().map_or(self.now, |outcome| outcome.at);
        let reopened = self.reopened().unwrap_or(Stamp::MIN);
        let is_latest = |word: &Word| word.at >= round.ends && word.at >= reopened;
        if let Some(word) = self.last_word_by(until).filter(is_latest) {
            return Some(Waiting { since: word.at, round: None, promise: word.promise });
        }
        let undone =
            self.closings.iter().rev().find_map(|closing| Some((closing.outcome.at, closing.reopened?)));
        if let Some((_, reopened)) = undone.filter(|(closed, _)| round.ends <= *closed) {
            return Some(Waiting { since: reopened, round: None, promise: None });
        }
        let promise = self
            .course(round)
            .and_then(|course| Some(Promise { day: course.reply_by.date()?, by: course.promised_by }));
        Some(Waiting { since: round.ends, round: Some(round), promise })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::Mark;
    use std::collections::BTreeMap;

    #[test]
    fn putting_off_settles_nothing() {
        let told = acme().with(round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00"));
        let action = ActionKey { opportunity: Some(ACME), ..ActionKey::new(Task::Assess) };
        let told = told.then("2026-03-10T12:00", EventKind::marked(Mark::Skipped, action));
        let until = at("2026-03-11T09:00");
        let told = told.then("2026-03-10T13:00", EventKind::marked(Mark::Snoozed(until), action));
        let nobody = BTreeMap::new();
        let history = History::of(&told, &nobody, at("2026-03-10T14:00"));
        let said = history.mark_on(action, at("2026-03-10T12:00")).map(|said| (said.mark, said.at));
        assert_eq!(said, Some((Mark::Skipped, at("2026-03-10T12:00"))));
        assert_eq!(history.mark_on(action, at("2026-03-10T12:01")), None);
    }

    #[test]
    fn an_offer_made_as_the_round_ends_is_the_answer_that_was_promised() {
        let promise = |received: &str| {
            let told =
                acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]).promised("2026-03-06");
            let told = told.offered(offer(41, received));
            let nobody = BTreeMap::new();
            History::of(&told, &nobody, at("2026-03-03T09:00")).promise().map(|promise| promise.day)
        };
        assert_eq!(promise("2026-03-02T11:00"), None);
        assert_eq!(promise("2026-03-02T10:59"), Some(day("2026-03-06")), "they promised after it");
    }

    #[test]
    fn a_call_is_invited_for_good_by_any_round_that_has_ended() {
        let mut told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        told.rounds[0].course.as_mut().unwrap().calls_invited = true;
        let told = told.met(SECOND, "2026-03-04T10:00", "2026-03-04T11:00", &[DANA]);
        let nobody = BTreeMap::new();
        let invited = |when| History::of(&told, &nobody, at(when)).calls_invited();
        assert_eq!([invited("2026-03-02T10:59"), invited("2026-03-02T11:00")], [false, true]);
        assert!(invited("2026-03-05T09:00"), "the second said nothing of calls");
    }

    #[test]
    fn of_two_marks_the_later_holds_and_of_two_signatures_the_first() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let nobody = BTreeMap::new();
        let action = ActionKey { opportunity: Some(ACME), ..ActionKey::new(Task::Assess) };
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
        let last = history.mark_on(action, Stamp::MIN).map(|said| (said.mark, said.at));
        assert_eq!(last, Some((Mark::Done, at("2026-03-03T10:00"))));
        let first = history.signed().map(|signature| (signature.offer, signature.at));
        assert_eq!(first, Some((told.offers[1].id, at("2026-03-05T09:00"))));
    }

    #[test]
    fn what_is_promised_last_counts_and_an_offer_answers_it() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]).promised("2026-03-10");
        let nobody = BTreeMap::new();
        let promise = |told: &Opportunity| {
            History::of(told, &nobody, at("2026-03-20T09:00")).promise().map(|promise| promise.day)
        };
        assert_eq!(promise(&told), Some(day("2026-03-10")));
        let reply = |reply_by| EventKind::reply(None, reply_by);
        let later = told.clone().then("2026-03-05T09:00", reply(Some(day("2026-03-16"))));
        assert_eq!(promise(&later), Some(day("2026-03-16")));
        assert_eq!(promise(&told.clone().then("2026-03-05T09:00", reply(None))), None, "they took it back");
        let unnoted = told.clone().with(round(SECOND, "2026-03-04T10:00", "2026-03-04T11:00"));
        assert_eq!(promise(&unnoted), None, "a later round takes it back, though nothing of it is noted");
        assert_eq!(promise(&told.offered(offer(41, "2026-03-05T09:00"))), None, "answered");
    }

    #[test]
    fn anything_that_happened_is_activity_and_what_is_to_come_is_not() {
        let told =
            acme().applied("2026-03-01T09:00").met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let told = told.then("2026-03-03T09:00", EventKind::ContactFound { person: DANA });
        let told = told.offered(offer(41, "2026-03-04T09:00"));
        let nobody = BTreeMap::new();
        let last = |when| History::of(&told, &nobody, at(when)).last_activity().map(local);
        for (when, last_one) in [
            ("2026-03-02T10:59", "2026-03-01T09:00"),
            ("2026-03-02T11:00", "2026-03-02T11:00"),
            ("2026-03-03T09:00", "2026-03-03T09:00"),
            ("2026-03-04T09:00", "2026-03-04T09:00"),
        ] {
            assert_eq!(last(when).as_deref(), Some(last_one));
        }
        assert_eq!(last("2026-03-01T08:59"), None);
        let mut signed = told.clone();
        signed.offers[0].signed = Some(at("2026-03-06T09:00"));
        let history = History::of(&signed, &nobody, at("2026-03-07T09:00"));
        assert_eq!(history.last_activity(), Some(at("2026-03-06T09:00")), "a signature, too");
    }
}
