//! When an opportunity was live, and when it was active.

use super::History;
use crate::model::Stamp;

/// From when to when, half-open. It ends at [`Stamp::MAX`] while it lasts.
pub(crate) type Span = (Stamp, Stamp);

impl History<'_> {
    /// Whether the company is interviewing the user or has made an offer, and there is no outcome.
    pub fn is_live(&self) -> bool {
        self.outcome().is_none() && self.live_since().is_some()
    }

    /// Whether it is applied for or live, with no outcome.
    pub(crate) fn is_active(&self) -> bool {
        self.outcome().is_none() && self.active_since().is_some()
    }

    /// When it was live.
    pub(crate) fn live_spans(&self) -> Vec<Span> {
        self.spans(self.live_since())
    }

    /// When it was active.
    pub(crate) fn active_spans(&self) -> Vec<Span> {
        self.spans(self.active_since())
    }

    /// When it stopped being live ([`Stamp::MAX`] while it is); `None` if it never was.
    pub(crate) fn live_until(&self) -> Option<Stamp> {
        self.live_spans().last().map(|(_, end)| *end)
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
    fn spans(&self, since: Option<Stamp>) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut open = since;
        for closing in &self.closings {
            // What silence had closed already may be closed once more, by a word.
            if let Some(from) = open.take() {
                spans.push((from, closing.outcome.at));
            }
            let from = since.into_iter().chain(closing.reopened).max();
            open = closing.reopened.and(from);
        }
        spans.extend(open.map(|from| (from, Stamp::MAX)));
        spans.retain(|(from, to)| to > from);
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::EventKind;
    use std::collections::BTreeMap;

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

    #[test]
    fn what_silence_and_then_a_word_closed_is_live_again_once_a_round_is_noted() {
        let mut told = acme()
            .then("2026-03-10T09:00", EventKind::ClosedSilent)
            .then("2026-03-12T09:00", EventKind::Rejected { person: None });
        told.offers = vec![offer(41, "2026-03-05T09:00")];
        let mut noted = round(FIRST, "2026-03-25T10:00", "2026-03-25T11:00");
        noted.known = Some(at("2026-03-15T09:00"));
        let nobody = BTreeMap::new();
        let told = told.with(noted);
        let history = History::of(&told, &nobody, at("2026-03-20T09:00"));
        let [first, again] = history.live_spans().try_into().unwrap();
        assert_eq!(first, (at("2026-03-05T09:00"), at("2026-03-10T09:00")));
        assert_eq!(again, (at("2026-03-15T09:00"), Stamp::MAX));
        assert_eq!(history.undecided().count(), 0, "the offer ended with the no");
    }
}
