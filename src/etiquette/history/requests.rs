//! What the user asked of a company about its offer, and whether they have answered since.

use super::History;
use crate::model::{ActionKey, EventKind, Letter, Mark, Offer, Records, Stamp, Task};

/// Something that was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Request {
    /// When it was last asked.
    pub at: Stamp,
    /// Whether they have answered since.
    pub answered: bool,
}

/// What was asked about an offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OfferRequests {
    /// To have it in writing.
    pub in_writing: Option<Request>,
    /// More time to answer it.
    pub more_time: Option<Request>,
    /// More than it offers.
    pub more: Option<Request>,
}

impl OfferRequests {
    /// What they have not answered yet, and when it was asked: "for more time".
    pub fn waiting(&self) -> impl Iterator<Item = (&'static str, Stamp)> {
        let all = [
            ("for it in writing", self.in_writing),
            ("for more time", self.more_time),
            ("for more", self.more),
        ];
        all.into_iter().filter_map(|(what, asked)| Some((what, asked.filter(|asked| !asked.answered)?.at)))
    }
}

/// Whether thanks for an offer ask to have it in writing.
pub fn asks_for_writing(thanks: &Letter) -> bool {
    thanks.body.to_lowercase().contains("in writing")
}

impl History<'_> {
    /// What was asked about an offer of this opportunity. More time is asked for the sake of other companies: that may
    /// be noted with them.
    pub fn requests(&self, offer: &Offer, records: &Records) -> OfferRequests {
        let did = |what: &EventKind, task| matches!(what, EventKind::Marked { mark: Mark::Done, action } if is(action, task, offer));
        let asked_for_writing = self.events.iter().filter(|event| {
            let thanks = event.letter.as_ref().filter(|_| did(&event.what, Task::AcknowledgeOffer));
            did(&event.what, Task::GetItInWriting) || thanks.is_some_and(|letter| asks_for_writing(letter))
        });
        let everywhere = records.opportunities.values().flat_map(|one| &one.events);
        let asked_for_time =
            everywhere.filter(|event| event.at <= self.now && did(&event.what, Task::AskForTime));
        let is_written = offer.written.is_some_and(|at| at <= self.now);
        let replied = |at: Stamp| self.replies().any(|reply| reply >= at);
        let new_terms = |asked: Stamp| offer.figures.iter().any(|it| it.at.is_some_and(|at| at > asked));
        OfferRequests {
            in_writing: asked_for_writing
                .map(|event| event.at)
                .max()
                .map(|at| Request { at, answered: is_written }),
            more_time: asked_for_time
                .map(|event| event.at)
                .max()
                .map(|at| Request { at, answered: replied(at) }),
            more: offer
                .asked_for_more
                .filter(|at| *at <= self.now)
                .map(|at| Request { at, answered: replied(at) || new_terms(at) }),
        }
    }
}

fn is(action: &ActionKey, task: Task, offer: &Offer) -> bool {
    action.task == task && action.offer == Some(offer.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::Opportunity;

    /// Acme's offer of 2 March; Bolt decides later.
    fn requests(change: impl FnOnce(Opportunity, Opportunity) -> [Opportunity; 2]) -> OfferRequests {
        let records = search(change(acme().offered(offer(41, "2026-03-02T09:00")), bolt()));
        let acme = &records.opportunities[&ACME];
        History::of(acme, &records.people, at("2026-03-06T09:00")).requests(&acme.offers[0], &records)
    }

    fn done(task: Task, opportunity: crate::model::OpportunityId) -> EventKind {
        let offer = Some(offer(41, "2026-03-02T09:00").id);
        let key = ActionKey { opportunity: Some(opportunity), offer, ..ActionKey::new(task) };
        EventKind::marked(Mark::Done, key)
    }

    fn asked(when: &str, answered: bool) -> Request {
        Request { at: at(when), answered }
    }

    #[test]
    fn what_was_asked_waits_until_it_is_there_or_they_write() {
        assert_eq!(requests(|acme, bolt| [acme, bolt]), OfferRequests::default());
        let [wednesday, thursday] = ["2026-03-04T09:00", "2026-03-05T09:00"];
        let ask = |acme: Opportunity, bolt: Opportunity| {
            [
                acme.then(wednesday, done(Task::GetItInWriting, ACME)),
                bolt.then(thursday, done(Task::AskForTime, BOLT)),
            ]
        };
        let both = requests(ask);
        assert_eq!(
            (both.in_writing, both.more_time),
            (Some(asked(wednesday, false)), Some(asked(thursday, false)))
        );
        assert_eq!(both.waiting().count(), 2);
        let replied = requests(|acme, bolt| {
            let [acme, bolt] = ask(acme, bolt);
            [acme.then("2026-03-05T15:00", EventKind::reply(None, None)), bolt]
        });
        assert_eq!(
            (replied.in_writing, replied.more_time),
            (Some(asked(wednesday, false)), Some(asked(thursday, true)))
        );
        let written = requests(|acme, bolt| {
            let [mut acme, bolt] = ask(acme, bolt);
            acme.offers[0].written = Some(at("2026-03-05T15:00"));
            [acme, bolt]
        });
        assert_eq!(
            (written.in_writing, written.more_time),
            (Some(asked(wednesday, true)), Some(asked(thursday, false)))
        );
    }

    #[test]
    fn thanks_that_ask_for_it_in_writing_have_asked() {
        let with = |body: &str| {
            requests(|acme, bolt| {
                let mut acme = acme.then("2026-03-02T12:00", done(Task::AcknowledgeOffer, ACME));
                acme.events[0].letter =
                    Some(Box::new(Letter { subject: String::new(), body: body.to_owned() }));
                [acme, bolt]
            })
        };
        let asks = with("Thank you. Could I have it in writing?");
        assert_eq!(asks.in_writing, Some(asked("2026-03-02T12:00", false)));
        assert_eq!(with("Thank you.").in_writing, None);
    }

    #[test]
    fn better_terms_answer_whoever_asked_for_more() {
        let with = |noted: Option<&str>| {
            requests(|mut acme, bolt| {
                acme.offers[0].asked_for_more = Some(at("2026-03-04T09:00"));
                let terms = |when| crate::model::Terms { at: Some(at(when)), ..Default::default() };
                acme.offers[0].figures.extend(noted.map(terms));
                [acme, bolt]
            })
        };
        assert_eq!(with(None).more, Some(asked("2026-03-04T09:00", false)));
        assert_eq!(with(Some("2026-03-03T09:00")).more, Some(asked("2026-03-04T09:00", false)));
        assert_eq!(with(Some("2026-03-05T09:00")).more, Some(asked("2026-03-04T09:00", true)));
    }
}
