//! Signatures: those of this opportunity's offers, and what those of the whole search end here.

use super::History;
use crate::etiquette::signature::{Signature, all_signatures};
use crate::model::{Offer, Opportunity, Records, Stamp};

impl<'a> History<'a> {
    /// Reads an opportunity as [`Self::of`], and hears what is signed in the whole search.
    pub fn within(opportunity: &'a Opportunity, records: &'a Records, now: Stamp) -> Self {
        let mut history = Self::of(opportunity, &records.people, now);
        history.hear(&all_signatures(records, now));
        history
    }

    /// Hears what is signed in the whole search. A signature ends things only in what was there when it was given.
    pub(crate) fn hear(&mut self, signatures: &[Signature]) {
        let here = signatures.iter().filter(|signature| self.was_there(signature.at));
        let mut signed_at: Vec<Stamp> = here
            .clone()
            .filter(|signature| signature.ended.is_none())
            .map(|signature| signature.at)
            .collect();
        crate::sorting::by_key(&mut signed_at, |at| *at);
        self.freed = here.filter_map(|signature| signature.ended).max();
        self.signed_at = signed_at;
    }

    /// When a signature, here or elsewhere, ended what was going on here; `None` while nothing is signed, and for what is
    /// a new search after it.
    pub(crate) fn ended_by_signature(&self) -> Option<Stamp> {
        self.signed_at.first().copied()
    }

    /// The same for what came up at a moment: a signature before that does not end it.
    pub(crate) fn ended_by_signature_since(&self, at: Stamp) -> Option<Stamp> {
        self.signed_at.iter().copied().find(|signed| *signed >= at)
    }

    /// When a signature that had ended things here ended itself.
    pub(crate) fn freed(&self) -> Option<Stamp> {
        self.freed
    }

    /// Whether the opportunity was there at a moment: its earliest dated fact is no later, or it has none.
    pub(crate) fn was_there(&self, at: Stamp) -> bool {
        let rounds = self.scheduled.iter().map(|round| round.known.unwrap_or(Stamp::MIN));
        let events = self.events.iter().map(|event| event.at);
        let offers = self.offers.iter().map(|offer| offer.received);
        let facts = rounds.chain(events).chain(offers).chain(self.applied());
        facts.min().is_none_or(|first| first <= at)
    }

    /// The signatures of this opportunity, by time. One ends when the offer is taken back, and with a later outcome.
    pub(crate) fn signatures(&self) -> Vec<Signature> {
        let by_now = |at: Option<Stamp>| at.filter(|at| *at <= self.now);
        let mut signatures: Vec<Signature> = self
            .offers
            .iter()
            .filter_map(|offer| {
                let at = by_now(offer.signed)?;
                let mut closings = self.closings.iter().map(|closing| closing.outcome.at);
                let ended =
                    closings.find(|closed| *closed > at).into_iter().chain(by_now(offer.retracted)).min();
                Some(Signature { at, offer: offer.id, opportunity: self.opportunity.id, ended })
            })
            .collect();
        crate::sorting::by_key(&mut signatures, |signature| *signature);
        signatures
    }

    /// The offer that was signed first, of those whose signature stands.
    pub fn signed(&self) -> Option<Signature> {
        self.signatures().into_iter().find(|signature| signature.ended.is_none())
    }

    /// When an offer was signed or declined.
    pub fn decided_at(&self, offer: &Offer) -> Option<Stamp> {
        [offer.signed, offer.declined].into_iter().flatten().filter(|at| *at <= self.now).min()
    }

    /// When they took an offer back.
    pub fn retracted_at(&self, offer: &Offer) -> Option<Stamp> {
        offer.retracted.filter(|at| *at <= self.now)
    }

    /// The offers that wait for a decision, by when they were received: neither signed, declined nor taken back, and not
    /// ended by an outcome.
    pub fn undecided(&self) -> impl Iterator<Item = &'a Offer> {
        let waits = |offer: &&Offer| {
            self.decided_at(offer).is_none() && self.retracted_at(offer).is_none() && !self.is_over(offer)
        };
        self.offers.iter().copied().filter(waits)
    }

    /// When the user said yes to an offer. Nothing is final before a signature, so it stays undecided.
    pub fn said_yes_at(&self, offer: &Offer) -> Option<Stamp> {
        offer.accepted.filter(|at| *at <= self.now)
    }

    /// The offers that wait for the user's answer: undecided, and without a yes.
    pub fn unanswered_offers(&self) -> impl Iterator<Item = &'a Offer> {
        self.undecided().filter(|offer| self.said_yes_at(offer).is_none())
    }

    /// The offers that stand: undecided or signed.
    pub(crate) fn standing_offers(&self) -> impl Iterator<Item = &'a Offer> {
        let stands = |offer: &&Offer| {
            let declined = offer.declined.is_some_and(|at| at <= self.now);
            !declined && self.retracted_at(offer).is_none() && !self.is_over(offer)
        };
        self.offers.iter().copied().filter(stands)
    }
}
