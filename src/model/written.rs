//! How events are written down: as one flat object, whose `what` says which of the other fields there are.
//!
//! Serde's own way to flatten a tagged enumeration reads everything twice, by way of a copy of what it has not
//! understood yet. Here each field has its place from the start, and what belongs together is put together after.

use super::{
    ActionKey, Event, EventId, EventKind, ItemId, Letter, Mark, PersonEvent, PersonEventKind, PersonId,
    RoundId, Stamp, WantsAnswer, maybe_date,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An event, flat.
#[derive(Serialize, Deserialize)]
pub(super) struct WrittenEvent {
    id: EventId,
    at: Stamp,
    what: What,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<RoundId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<ItemId>,
    #[serde(default, with = "maybe_date", skip_serializing_if = "Option::is_none")]
    reply_by: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "WantsAnswer::is_no")]
    wants_answer: WantsAnswer,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<Mark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<Box<ActionKey>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    letter: Option<Box<Letter>>,
    #[serde(default, skip_serializing_if = "super::person::is_false")]
    against_advice: bool,
}

/// What happened, without whom and what it was about.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Assessed,
    ContactFound,
    ThankYouSent,
    LinkedinSent,
    Connected,
    Delivered,
    FollowUpSent,
    ReplyReceived,
    Rejected,
    Withdrawn,
    ClosedSilent,
    ContactMade,
    Marked,
}

/// A written event lacks what its kind cannot be without.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("an event of this kind needs the field `{0}`")]
pub(super) struct Lacks(&'static str);

impl TryFrom<WrittenEvent> for Event {
    type Error = Lacks;

    fn try_from(mut written: WrittenEvent) -> Result<Self, Lacks> {
        let what = written.kind()?;
        let WrittenEvent { id, at, letter, against_advice, .. } = written;
        Ok(Self { id, at, what, letter, against_advice })
    }
}

impl WrittenEvent {
    fn kind(&mut self) -> Result<EventKind, Lacks> {
        let person = || self.person.ok_or(Lacks("person"));
        let round = || self.round.ok_or(Lacks("round"));
        Ok(match self.what {
            What::Assessed => EventKind::Assessed { round: round()? },
            What::ContactFound => EventKind::ContactFound { person: person()? },
            What::ThankYouSent => EventKind::ThankYouSent { person: person()?, round: round()? },
            What::LinkedinSent => EventKind::LinkedinSent { person: person()? },
            What::Connected => EventKind::Connected { person: person()? },
            What::Delivered => {
                EventKind::Delivered { round: round()?, item: self.item.ok_or(Lacks("item"))? }
            }
            What::FollowUpSent => EventKind::FollowUpSent { person: self.person },
            What::ReplyReceived => EventKind::ReplyReceived {
                person: self.person,
                reply_by: self.reply_by,
                wants_answer: self.wants_answer,
            },
            What::Rejected => EventKind::Rejected { person: self.person },
            What::Withdrawn => EventKind::Withdrawn,
            What::ClosedSilent => EventKind::ClosedSilent,
            What::ContactMade => EventKind::ContactMade { person: person()? },
            What::Marked => EventKind::Marked {
                mark: self.mark.ok_or(Lacks("mark"))?,
                action: self.action.take().ok_or(Lacks("action"))?,
            },
        })
    }
}

impl From<Event> for WrittenEvent {
    fn from(event: Event) -> Self {
        let Event { id, at, what, letter, against_advice } = event;
        let written = Self {
            id,
            at,
            what: What::Withdrawn,
            round: None,
            person: None,
            item: None,
            reply_by: None,
            wants_answer: WantsAnswer::No,
            mark: None,
            action: None,
            letter,
            against_advice,
        };
        let about = |what, person: Option<PersonId>| Self { what, person, ..written };
        match what {
            EventKind::Assessed { round } => Self { round: Some(round), ..about(What::Assessed, None) },
            EventKind::ContactFound { person } => about(What::ContactFound, Some(person)),
            EventKind::ThankYouSent { person, round } => {
                Self { round: Some(round), ..about(What::ThankYouSent, Some(person)) }
            }
            EventKind::LinkedinSent { person } => about(What::LinkedinSent, Some(person)),
            EventKind::Connected { person } => about(What::Connected, Some(person)),
            EventKind::Delivered { round, item } => {
                Self { round: Some(round), item: Some(item), ..about(What::Delivered, None) }
            }
            EventKind::FollowUpSent { person } => about(What::FollowUpSent, person),
            EventKind::ReplyReceived { person, reply_by, wants_answer } => {
                Self { reply_by, wants_answer, ..about(What::ReplyReceived, person) }
            }
            EventKind::Rejected { person } => about(What::Rejected, person),
            EventKind::Withdrawn => about(What::Withdrawn, None),
            EventKind::ClosedSilent => about(What::ClosedSilent, None),
            EventKind::ContactMade { person } => about(What::ContactMade, Some(person)),
            EventKind::Marked { mark, action } => {
                Self { mark: Some(mark), action: Some(action), ..about(What::Marked, None) }
            }
        }
    }
}

/// What happened between the user and a person, flat.
#[derive(Serialize, Deserialize)]
pub(super) struct WrittenPersonEvent {
    at: Stamp,
    what: PersonWhat,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<Mark>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum PersonWhat {
    ContactMade,
    Connected,
    Marked,
}

impl TryFrom<WrittenPersonEvent> for PersonEvent {
    type Error = Lacks;

    fn try_from(written: WrittenPersonEvent) -> Result<Self, Lacks> {
        let WrittenPersonEvent { at, what, text, mark } = written;
        let what = match what {
            PersonWhat::ContactMade => PersonEventKind::ContactMade { text },
            PersonWhat::Connected => PersonEventKind::Connected,
            PersonWhat::Marked => PersonEventKind::Marked { mark: mark.ok_or(Lacks("mark"))? },
        };
        Ok(Self { at, what })
    }
}

impl From<PersonEvent> for WrittenPersonEvent {
    fn from(PersonEvent { at, what }: PersonEvent) -> Self {
        let (what, text, mark) = match what {
            PersonEventKind::ContactMade { text } => (PersonWhat::ContactMade, text, None),
            PersonEventKind::Connected => (PersonWhat::Connected, String::new(), None),
            PersonEventKind::Marked { mark } => (PersonWhat::Marked, String::new(), Some(mark)),
        };
        Self { at, what, text, mark }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use uuid::Uuid;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn event(what: EventKind) -> Event {
        let at = Stamp::from_timestamp(1_780_000_000).unwrap();
        let letter = Some(Box::new(Letter { subject: String::new(), body: "Thank you.".to_owned() }));
        Event { id: EventId(id(1)), at, what, letter, against_advice: false }
    }

    #[test]
    fn every_kind_is_read_as_it_was_written() {
        let (person, round, item) = (PersonId(id(2)), RoundId(id(3)), ItemId(id(4)));
        let day = NaiveDate::from_ymd_opt(2026, 3, 13);
        let action = ActionKey { person: Some(person), ..ActionKey::new(super::super::Task::ThankYou) };
        let kinds = [
            EventKind::Assessed { round },
            EventKind::ContactFound { person },
            EventKind::ThankYouSent { person, round },
            EventKind::LinkedinSent { person },
            EventKind::Connected { person },
            EventKind::Delivered { round, item },
            EventKind::FollowUpSent { person: None },
            EventKind::FollowUpSent { person: Some(person) },
            EventKind::reply(None, day),
            EventKind::reply(Some(person), None),
            EventKind::ReplyReceived { person: None, reply_by: day, wants_answer: WantsAnswer::Yes },
            EventKind::ReplyReceived {
                person: Some(person),
                reply_by: None,
                wants_answer: WantsAnswer::By(day.unwrap()),
            },
            EventKind::Rejected { person: Some(person) },
            EventKind::Withdrawn,
            EventKind::ClosedSilent,
            EventKind::ContactMade { person },
            EventKind::marked(Mark::Skipped, action),
        ];
        for kind in kinds {
            let event = event(kind);
            let text = serde_json::to_string(&event).unwrap();
            assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event, "{text}");
        }
    }

    #[test]
    fn an_event_is_one_flat_object() {
        let event = event(EventKind::LinkedinSent { person: PersonId(id(2)) });
        assert_eq!(
            serde_json::to_value(event).unwrap(),
            json!({
                "id": id(1), "at": 1_780_000_000, "what": "linkedin_sent", "person": id(2),
                "letter": { "body": "Thank you." },
            })
        );
    }

    #[test]
    fn an_event_without_whom_it_is_about_is_refused_by_name() {
        let text = json!({ "id": id(1), "at": 0, "what": "thank_you_sent", "round": id(3) }).to_string();
        let failure = serde_json::from_str::<Event>(&text).unwrap_err().to_string();
        assert!(failure.contains("`person`"), "{failure}");
    }

    #[test]
    fn a_persons_log_is_read_as_it_was_written() {
        let at = Stamp::from_timestamp(0).unwrap();
        let kinds = [
            PersonEventKind::ContactMade { text: "Hello.".to_owned() },
            PersonEventKind::Connected,
            PersonEventKind::Marked { mark: Mark::Done },
        ];
        for what in kinds {
            let event = PersonEvent { at, what };
            let text = serde_json::to_string(&event).unwrap();
            assert_eq!(serde_json::from_str::<PersonEvent>(&text).unwrap(), event, "{text}");
        }
    }
}
