//! When an opportunity was closed and reopened, and when it was live.

use super::{Closing, Ending, History, Outcome};
use crate::model::{EventKind, Offer, PersonId, Round, Stamp};
use crate::order;

/// From when to when, half-open. It ends at [`Stamp::MAX`] while it lasts.
pub(crate) type Span = (Stamp, Stamp);

impl<'a> History<'a> {
    /// How the opportunity ended, and when. `None` while it goes on, also after it was reopened.
    pub fn outcome(&self) -> Option<Outcome> {
        self.closings.last().filter(|closing| closing.reopened.is_none()).map(|closing| closing.outcome)
    }

    /// The outcome, where it is of one of these kinds.
    pub(crate) fn outcome_if(&self, endings: &[Ending]) -> Option<Outcome> {
        self.outcome().filter(|outcome| endings.contains(&outcome.ending))
    }

    /// The first outcome at a moment or after it, also where it was undone since: what it ended stays ended.
    pub(crate) fn first_outcome_since(&self, at: Stamp) -> Option<Outcome> {
        let mut outcomes = self.closings.iter().map(|closing| closing.outcome);
        outcomes.find(|outcome| outcome.at >= at)
    }

    /// When it was last reopened. It may have been closed again since.
    pub fn reopened(&self) -> Option<Stamp> {
        self.closings.iter().rev().find_map(|closing| closing.reopened)
    }

    /// Whether the company is interviewing the user or has made an offer, and there is no outcome.
    pub fn is_live(&self) -> bool {
        self.outcome().is_none() && self.live_since().is_some()
    }

    /// Whether it is applied for or live, with no outcome.
    pub(crate) fn is_active(&self) -> bool {
        self.outcome().is_none() && self.active_since().is_some()
    }

    /// When it was live.
    pub(crate) fn live_spans(&self) -> impl Iterator<Item = Span> {
        self.spans(self.live_since())
    }

    /// When it was active.
    pub(crate) fn active_spans(&self) -> impl Iterator<Item = Span> {
        self.spans(self.active_since())
    }

    /// When it stopped being live ([`Stamp::MAX`] while it is); `None` if it never was.
    pub(crate) fn live_until(&self) -> Option<Stamp> {
        self.live_spans().last().map(|(_, end)| end)
    }

    /// Since when there is a round or an offer, whatever came of it. [`Stamp::MIN`]: always.
    fn live_since(&self) -> Option<Stamp> {
        let rounds = self.scheduled.iter().map(|round| round.known.unwrap_or(Stamp::MIN));
        rounds.chain(self.offers.iter().map(|offer| offer.received)).min()
    }

    /// Since when it is applied for or live, whatever came of it. [`Stamp::MIN`]: always.
    fn active_since(&self) -> Option<Stamp> {
        match self.opportunity.applied {
            Some(_) => self.applied().into_iter().chain(self.live_since()).min(),
            None => Some(Stamp::MIN),
        }
    }

    /// The times from `since` on at which it was not closed.
    fn spans(&self, since: Option<Stamp>) -> impl Iterator<Item = Span> {
        let opened = self.closings.iter().map(|closing| closing.reopened);
        let closed = self.closings.iter().map(|closing| closing.outcome.at).chain([Stamp::MAX]);
        let opened = [since].into_iter().chain(opened).map_while(|from| from);
        let opened = opened.scan(Stamp::MIN, |latest, from| {
            *latest = from.max(*latest);
            Some(*latest)
        });
        opened.zip(closed).filter(|(from, to)| to > from)
    }

    /// When it was closed and reopened, by time. A later round or offer reopens it, whatever the outcome was; a later
    /// reply only a closing for silence.
    pub(super) fn find_closings(&self) -> Vec<Closing> {
        let mut closings: Vec<Closing> = Vec::new();
        for (at, turn) in self.turns() {
            let standing = closings.last_mut().filter(|last| last.reopened.is_none());
            match (turn, standing) {
                (Turn::Reply, Some(last)) if last.outcome.ending != Ending::Silent => {}
                (Turn::Reply | Turn::News, Some(last)) => {
                    last.reopened = Some(at).filter(|at| *at > last.outcome.at);
                }
                (_, standing) => {
                    let standing = standing.map(|last| last.outcome.ending);
                    if let Some((ending, by)) = self.ending(turn, at, standing, &closings) {
                        closings.push(Closing { outcome: Outcome { ending, at, by }, reopened: None });
                    }
                }
            }
        }
        closings
    }

    /// How it ends with a turn, and by whose word. What is closed already is not closed again, but a word is more than
    /// silence.
    fn ending(
        &self,
        turn: Turn<'_>,
        at: Stamp,
        standing: Option<Ending>,
        closings: &[Closing],
    ) -> Option<(Ending, Option<PersonId>)> {
        match turn {
            Turn::Reply | Turn::News => None,
            Turn::Ended(ending, by) => {
                let is_more = |standing| standing == Ending::Silent && ending != Ending::Silent;
                standing.is_none_or(is_more).then_some((ending, by))
            }
            Turn::Declined(offer) => {
                let is_last = self.offers_left(at, closings).next().is_none() && !is_dead(offer, closings);
                (standing.is_none() && is_last).then_some((Ending::Declined, None))
            }
            Turn::TakenBack(offer) => {
                let mut others = self.offers_left(at, closings);
                let is_a_no = others.all(|other| other.signed.is_some_and(|signed| signed <= at))
                    && !self.scheduled.iter().any(|round| is_coming(round, at))
                    && offer.declined.is_none_or(|declined| declined > at)
                    && !is_dead(offer, closings);
                (standing.is_none() && is_a_no).then_some((Ending::Rejected, offer.made_by))
            }
        }
    }

    /// The offers that are neither declined nor taken back at a moment, nor ended before.
    fn offers_left(&self, at: Stamp, closings: &[Closing]) -> impl Iterator<Item = &'a Offer> {
        let offers = self.offers.iter().copied().filter(move |offer| offer.received <= at);
        offers.filter(move |offer| !is_gone(offer, at) && !is_dead(offer, closings))
    }

    /// What may close or reopen it, by time. At one moment what reopens comes first: it is no later than the closing.
    fn turns(&self) -> Vec<(Stamp, Turn<'a>)> {
        let mut turns: Vec<(Stamp, Turn<'a>)> = Vec::new();
        for event in &self.events {
            let turn = match event.what {
                EventKind::ReplyReceived { .. } => Turn::Reply,
                EventKind::Rejected { person } => Turn::Ended(Ending::Rejected, person),
                EventKind::Withdrawn => Turn::Ended(Ending::Withdrawn, None),
                EventKind::ClosedSilent => Turn::Ended(Ending::Silent, None),
                _ => continue,
            };
            turns.push((event.at, turn));
        }
        let noted = self.scheduled.iter().filter_map(|round| round.known);
        let offered = self.offers.iter().map(|offer| offer.received);
        turns.extend(noted.chain(offered).map(|at| (at, Turn::News)));
        for offer in &self.offers {
            let declined = offer.declined.map(|at| (at, Turn::Declined(offer)));
            let retracted = offer.retracted.map(|at| (at, Turn::TakenBack(offer)));
            turns.extend(declined.into_iter().chain(retracted).filter(|(at, _)| *at <= self.now));
        }
        order::by_key(&mut turns, |(at, turn)| (*at, turn.closes()));
        turns
    }

    /// The rounds that count: neither called off by now, nor to come when an outcome came that was undone since.
    pub(super) fn find_rounds(&self) -> Vec<&'a Round> {
        let undone = self.closings.iter().filter(|closing| closing.reopened.is_some());
        let ended: Vec<Stamp> = undone.map(|closing| closing.outcome.at).collect();
        let counts = |round: &&Round| {
            round.off.is_none_or(|off| off > self.now) && !ended.iter().any(|at| is_coming(round, *at))
        };
        self.scheduled.iter().copied().filter(counts).collect()
    }

    /// Whether an outcome came after an offer, so that the offer ended with it.
    pub(super) fn is_over(&self, offer: &Offer) -> bool {
        is_dead(offer, &self.closings)
    }
}

/// What may close or reopen an opportunity.
#[derive(Clone, Copy)]
enum Turn<'a> {
    /// A reply came.
    Reply,
    /// A round was noted, or an offer came.
    News,
    /// It ended, by the word of that person.
    Ended(Ending, Option<PersonId>),
    /// The user declined an offer.
    Declined(&'a Offer),
    /// They took an offer back.
    TakenBack(&'a Offer),
}

impl Turn<'_> {
    fn closes(self) -> bool {
        !matches!(self, Self::Reply | Self::News)
    }
}

/// Whether a round was known and to come at a moment.
fn is_coming(round: &Round, at: Stamp) -> bool {
    round.known.is_none_or(|known| known <= at) && round.ends > at && round.off.is_none_or(|off| off > at)
}

/// Whether an offer was declined or taken back by a moment.
fn is_gone(offer: &Offer, by: Stamp) -> bool {
    [offer.declined, offer.retracted].into_iter().flatten().any(|at| at <= by)
}

/// Whether an offer ended with an outcome.
fn is_dead(offer: &Offer, closings: &[Closing]) -> bool {
    closings.iter().any(|closing| closing.outcome.at >= offer.received)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::Opportunity;
    use std::collections::BTreeMap;

    const REJECTED: EventKind = EventKind::Rejected { person: None };
    const REPLY: EventKind = EventKind::reply(None, None);

    /// The outcome on 20 March, and since when it stands.
    fn outcome(told: &Opportunity) -> Option<(Ending, String)> {
        let nobody = BTreeMap::new();
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
    fn it_is_live_from_its_first_round_or_offer_on_and_active_from_then_at_the_latest() {
        let known = |id, when| {
            let mut coming = round(id, "2026-03-20T10:00", "2026-03-20T11:00");
            coming.known = Some(at(when));
            coming
        };
        let told = acme().applied("2026-03-05T09:00").offered(offer(41, "2026-03-06T09:00"));
        let told = told.with(known(FIRST, "2026-03-04T09:00")).with(known(SECOND, "2026-03-03T09:00"));
        let nobody = BTreeMap::new();
        let history = History::of(&told, &nobody, at("2026-03-07T09:00"));
        let first = Some(at("2026-03-03T09:00"));
        assert_eq!((history.live_since(), history.active_since()), (first, first));
    }
}
