//! When an opportunity was closed and reopened.

use super::{Closing, Ending, History, Outcome};
use crate::model::{EventKind, Offer, PersonId, Round, Stamp};
use crate::sorting;

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

    /// When it was closed and reopened, by time. A later round or offer reopens it, whatever the outcome was; a later
    /// reply only a closing for silence.
    pub(super) fn find_closings(&self) -> Vec<Closing> {
        let mut closings: Vec<Closing> = Vec::new();
        for (at, turn) in self.turns() {
            let standing = closings.last_mut().filter(|last| last.reopened.is_none());
            match (turn, standing) {
                (Turn::Reply, Some(last)) if last.outcome.ending != Ending::Silent => {}
                (Turn::Reply | Turn::News, Some(last)) => last.reopened = Some(at),
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
    /// silence. An offer that ended with an outcome can neither be declined nor be taken back any more.
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
                is_last.then_some((Ending::Declined, None))
            }
            Turn::TakenBack(offer) => {
                let is_last = self.offers_left(at, closings).next().is_none() && !is_dead(offer, closings);
                let is_a_no = is_last && !self.scheduled.iter().any(|round| is_coming(round, at));
                is_a_no.then_some((Ending::Rejected, offer.made_by))
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
        sorting::by_key(&mut turns, |(at, turn)| (*at, turn.closes()));
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
        outcome_at(told, "2026-03-20T09:00")
    }

    fn outcome_at(told: &Opportunity, when: &str) -> Option<(Ending, String)> {
        let nobody = BTreeMap::new();
        let history = History::of(told, &nobody, at(when));
        history.outcome().map(|outcome| (outcome.ending, local(outcome.at)))
    }

    fn stands(ending: Ending, since: &str) -> (Ending, String) {
        (ending, since.to_owned())
    }

    fn silent() -> Opportunity {
        acme().then("2026-03-10T09:00", EventKind::ClosedSilent)
    }

    const NOS: [(EventKind, Ending); 2] =
        [(REJECTED, Ending::Rejected), (EventKind::Withdrawn, Ending::Withdrawn)];

    fn noted(when: Option<&str>) -> Round {
        let mut noted = round(FIRST, "2026-03-25T10:00", "2026-03-25T11:00");
        noted.known = when.map(at);
        noted
    }

    #[test]
    fn a_later_reply_reopens_only_a_closing_for_silence() {
        assert_eq!(outcome(&silent()), Some(stands(Ending::Silent, "2026-03-10T09:00")));
        assert_eq!(outcome(&silent().then("2026-03-11T09:00", REPLY)), None);
        for (what, ending) in NOS {
            let told = acme().then("2026-03-10T09:00", what).then("2026-03-11T09:00", REPLY);
            assert_eq!(outcome(&told), Some(stands(ending, "2026-03-10T09:00")));
        }
    }

    #[test]
    fn a_later_round_or_offer_reopens_whatever_the_outcome_was() {
        for (what, ending) in NOS.into_iter().chain([(EventKind::ClosedSilent, Ending::Silent)]) {
            let ended = || acme().then("2026-03-10T09:00", what.clone());
            assert_eq!(outcome(&ended().with(noted(Some("2026-03-11T09:00")))), None);
            assert_eq!(outcome(&ended().offered(offer(41, "2026-03-11T09:00"))), None);
            let known_before = Some(stands(ending, "2026-03-10T09:00"));
            assert_eq!(outcome(&ended().with(noted(Some("2026-03-10T09:00")))), known_before);
            assert_eq!(outcome(&ended().with(noted(None))), known_before);
        }
    }

    #[test]
    fn a_round_that_was_to_come_then_is_off_once_it_is_reopened() {
        let told = acme().with(noted(Some("2026-03-05T09:00"))).then("2026-03-10T09:00", REJECTED);
        let mut invited = round(SECOND, "2026-03-26T10:00", "2026-03-26T11:00");
        invited.known = Some(at("2026-03-12T09:00"));
        let told = told.with(invited);
        let nobody = BTreeMap::new();
        let rounds = |when| -> Vec<_> {
            History::of(&told, &nobody, at(when)).rounds().iter().map(|round| round.id).collect()
        };
        assert_eq!(rounds("2026-03-09T09:00"), [FIRST]);
        assert_eq!(rounds("2026-03-12T09:00"), [SECOND]);
    }

    /// An offer of 4 March, made by Dana, that was taken back on the 10th.
    fn taken_back() -> Offer {
        let mut made = offer(41, "2026-03-04T09:00");
        (made.made_by, made.retracted) = (Some(DANA), Some(at("2026-03-10T09:00")));
        made
    }

    #[test]
    fn an_offer_taken_back_is_a_no_of_whoever_had_made_it() {
        let told = acme().offered(taken_back());
        assert_eq!(outcome(&told), Some(stands(Ending::Rejected, "2026-03-10T09:00")));
        let nobody = BTreeMap::new();
        let history = History::of(&told, &nobody, at("2026-03-20T09:00"));
        assert_eq!(history.outcome().and_then(|outcome| outcome.by), Some(DANA));
        assert_eq!(outcome_at(&told, "2026-03-10T08:59"), None);
    }

    #[test]
    fn not_a_no_while_another_offer_is_undecided_or_a_round_is_coming() {
        let beside = |other: Offer| outcome(&acme().offered(taken_back()).offered(other));
        let no = Some(stands(Ending::Rejected, "2026-03-10T09:00"));
        assert_eq!(beside(offer(42, "2026-03-05T09:00")), None);
        let mut declined = offer(42, "2026-03-05T09:00");
        declined.declined = Some(at("2026-03-10T09:00"));
        assert_eq!(beside(declined.clone()).map(|(_, at)| at), no.clone().map(|(_, at)| at));
        declined.declined = Some(at("2026-03-10T09:01"));
        assert_eq!(beside(declined), Some(stands(Ending::Declined, "2026-03-10T09:01")));
        let round = |known| outcome(&acme().offered(taken_back()).with(noted(Some(known))));
        assert_eq!(round("2026-03-10T09:00"), None);
        let mut off = noted(Some("2026-03-05T09:00"));
        off.off = Some(at("2026-03-10T09:00"));
        assert_eq!(outcome(&acme().offered(taken_back()).with(off)), no);
    }

    #[test]
    fn what_was_declined_before_is_not_taken_back() {
        let mut made = taken_back();
        made.declined = Some(at("2026-03-09T09:00"));
        assert_eq!(outcome(&acme().offered(made)), Some(stands(Ending::Declined, "2026-03-09T09:00")));
    }

    #[test]
    fn not_a_no_while_another_offer_is_signed() {
        let mut signed = offer(42, "2026-03-05T09:00");
        signed.signed = Some(at("2026-03-06T09:00"));
        assert_eq!(outcome(&acme().offered(taken_back()).offered(signed)), None);
    }

    #[test]
    fn a_round_that_ends_as_the_offer_is_taken_back_is_not_coming_any_more() {
        let held = |ends| outcome(&acme().offered(taken_back()).with(round(FIRST, "2026-03-10T08:00", ends)));
        assert_eq!(held("2026-03-10T09:00"), Some(stands(Ending::Rejected, "2026-03-10T09:00")));
        assert_eq!(held("2026-03-10T09:01"), None);
    }

    #[test]
    fn an_offer_that_comes_as_another_is_declined_keeps_it_open() {
        let mut made = offer(41, "2026-03-04T09:00");
        made.declined = Some(at("2026-03-10T09:00"));
        let told = |received| acme().offered(made.clone()).offered(offer(42, received));
        assert_eq!(outcome(&told("2026-03-10T09:00")), None);
        assert_eq!(
            outcome_at(&told("2026-03-11T09:00"), "2026-03-10T09:00").map(|(how, _)| how),
            Some(Ending::Declined)
        );
    }

    #[test]
    fn an_old_offer_that_a_no_ended_keeps_nothing_open() {
        let mut made = offer(42, "2026-03-12T09:00");
        made.declined = Some(at("2026-03-14T09:00"));
        let told = acme().offered(offer(41, "2026-03-04T09:00")).then("2026-03-10T09:00", REJECTED);
        assert_eq!(outcome(&told.offered(made)), Some(stands(Ending::Declined, "2026-03-14T09:00")));
    }

    #[test]
    fn what_comes_with_an_outcome_ends_with_it() {
        let told = acme().offered(offer(41, "2026-03-10T09:00")).then("2026-03-10T09:00", REJECTED);
        let nobody = BTreeMap::new();
        let history = History::of(&told, &nobody, at("2026-03-20T09:00"));
        assert_eq!(history.undecided().count(), 0);
        let since = |when| history.first_outcome_since(at(when)).is_some();
        assert_eq!([since("2026-03-10T09:00"), since("2026-03-10T09:01")], [true, false]);
    }

    #[test]
    fn declining_what_a_no_had_ended_is_no_outcome_of_its_own() {
        let mut made = offer(41, "2026-03-04T09:00");
        made.declined = Some(at("2026-03-14T09:00"));
        let told = acme().offered(made).then("2026-03-10T09:00", REJECTED);
        assert_eq!(outcome(&told.with(noted(Some("2026-03-12T09:00")))), None);
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
}
