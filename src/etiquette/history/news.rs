//! What they want from the user, and that a round is off: what holds up a question where things stand.

use super::History;
use crate::model::{EventKind, Mark, Round, Stamp, Task, WantsAnswer};

/// What the user still has to send them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owed {
    /// Something that they asked for (R7).
    Delivery,
    /// An answer to a message of theirs (R27).
    Answer,
}

/// A message of theirs that wants an answer.
#[derive(Clone, Copy)]
pub(crate) struct Message<'a> {
    pub(crate) at: Stamp,
    pub(crate) wants: WantsAnswer,
    pub(crate) from: Option<crate::model::PersonId>,
    /// What the user noted of it; may be empty.
    note: &'a str,
}

impl<'a> History<'a> {
    /// What the user owes them: asked for, and neither delivered, answered nor skipped. `None` once it has ended.
    pub fn owed(&self) -> Option<Owed> {
        if self.unanswered().next().is_some() {
            return Some(Owed::Answer);
        }
        let rounds = self.ended_rounds().filter(|round| self.first_outcome_since(round.ends).is_none());
        let mut items = rounds.flat_map(|round| {
            let items = self.course(round).map_or(&[][..], |course| &course.deliver);
            items.iter().map(move |item| (round.id, item.id))
        });
        let is_owed = items.any(|(round, item)| {
            let key = super::ActionKey { round: Some(round), item: Some(item), ..self.key(Task::Deliver) };
            self.when(|what| *what == EventKind::Delivered { round, item }).is_none()
                && self.mark_on(key, Stamp::MIN).is_none()
        });
        (is_owed && self.ended_by_signature().is_none()).then_some(Owed::Delivery)
    }

    /// The messages that want an answer, by time, but for those that an outcome ended.
    pub(crate) fn messages(&self) -> impl Iterator<Item = Message<'a>> {
        let all = self.events.iter().filter_map(|event| match event.what {
            EventKind::ReplyReceived { wants_answer: WantsAnswer::No, .. } => None,
            EventKind::ReplyReceived { person, wants_answer, .. } => {
                let note = event.letter.as_ref().map_or("", |letter| letter.body.trim());
                Some(Message { at: event.at, wants: wants_answer, from: person, note })
            }
            _ => None,
        });
        all.filter(|message| self.first_outcome_since(message.at).is_none())
    }

    /// Those that wait for an answer. Answering, or skipping, settles all that came by then.
    pub(crate) fn unanswered(&self) -> impl Iterator<Item = Message<'a>> {
        let settled = self.mark_on(self.key(Task::AnswerThem), Stamp::MIN).map(|said| said.at);
        self.messages().filter(move |message| settled.is_none_or(|at| message.at > at))
    }

    /// What the user noted of the messages that wait for an answer, the first to come first.
    pub fn unanswered_notes(&self) -> impl Iterator<Item = &'a str> {
        self.unanswered().map(|message| message.note).filter(|note| !note.is_empty())
    }

    /// When the user last sent what they had asked for, or answered them, by a moment.
    pub(crate) fn last_sent_by(&self, by: Stamp) -> Option<Stamp> {
        let answer = self.key(Task::AnswerThem);
        let sent = |what: &EventKind| match what {
            EventKind::Delivered { .. } => true,
            EventKind::Marked { mark, action } => *mark == Mark::Done && **action == answer,
            _ => false,
        };
        self.events.iter().rfind(|event| event.at <= by && sent(&event.what)).map(|event| event.at)
    }

    /// The rounds that are noted as off.
    pub(crate) fn rounds_off(&self) -> impl Iterator<Item = (&'a Round, Stamp)> {
        let all = self.scheduled.iter().copied();
        all.filter_map(|round| Some((round, round.off.filter(|off| *off <= self.now)?)))
    }

    /// When it was last noted that a round is off.
    pub(crate) fn last_called_off(&self, by: Stamp) -> Option<Stamp> {
        self.rounds_off().map(|(_, off)| off).filter(|off| *off <= by).max()
    }

    /// Since when no new day is asked for any more, for a round that was off then: another is known that starts later, or
    /// was noted since; or they wrote, or made an offer.
    pub(crate) fn replaced(&self, round: &Round, off: Stamp) -> Option<Stamp> {
        let others = self.scheduled.iter().filter(|other| other.id != round.id);
        let known = others.filter_map(|other| {
            let known = other.known.unwrap_or(Stamp::MIN).max(off);
            (known > off || other.starts > round.starts || other.known == Some(off)).then_some(known)
        });
        let replies = self.replies().filter(|at| *at > off);
        let offers = self.offers.iter().map(|offer| offer.received).filter(|at| *at > off);
        known.chain(replies).chain(offers).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::Opportunity;

    const OFF: &str = "2026-03-10T09:00";

    /// Acme called off a round of 12 March; since when no new day is asked for, once what follows is known too.
    fn replaced(then: impl FnOnce(Opportunity) -> Opportunity) -> Option<String> {
        let mut off = round(FIRST, "2026-03-12T10:00", "2026-03-12T11:00");
        off.off = Some(at(OFF));
        let records = search([then(acme().with(off.clone()))]);
        let history = History::of(&records.opportunities[&ACME], &records.people, at("2026-03-20T09:00"));
        history.replaced(&off, at(OFF)).map(local)
    }

    #[test]
    fn only_what_came_after_the_news_takes_the_place_of_a_new_day() {
        let reply = |when| replaced(|acme| acme.then(when, EventKind::reply(None, None)));
        assert_eq!(reply(OFF), None, "it is the news itself");
        assert_eq!(reply("2026-03-10T09:01").as_deref(), Some("2026-03-10T09:01"));
        let offered = |when| replaced(|acme| acme.offered(offer(41, when)));
        assert_eq!(offered(OFF), None);
        assert_eq!(offered("2026-03-10T09:01").as_deref(), Some("2026-03-10T09:01"));
    }

    #[test]
    fn a_round_known_before_the_news_takes_its_place_only_where_it_starts_later() {
        let known = |starts: &str, ends: &str| {
            let mut other = round(SECOND, starts, ends);
            other.known = Some(at("2026-03-02T09:00"));
            replaced(|acme| acme.with(other))
        };
        assert_eq!(known("2026-03-12T10:00", "2026-03-12T11:00"), None, "it is beside the one that is off");
        assert_eq!(known("2026-03-12T10:01", "2026-03-12T11:00").as_deref(), Some(OFF));
    }
}
