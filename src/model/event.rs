//! What happened, and what the user said about what should.

use super::{ActionKey, EventId, ItemId, PersonId, RoundId, Stamp};
use crate::json::{Decode, Encode, Fields, Json, ObjectWriter, ShapeError, json_object};
use chrono::NaiveDate;

/// Something that happened in an opportunity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// When it happened.
    pub at: Stamp,
    /// What happened.
    pub what: EventKind,
    /// The letter that was sent, or the user's note on what happened.
    pub letter: Option<Box<Letter>>,
    /// Whether the guard advised against it and the user wrote all the same.
    pub against_advice: bool,
}

/// A letter as it was sent, or as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Letter {
    /// The subject; empty where the channel has none.
    pub subject: String,
    /// The text.
    pub body: String,
}

json_object! { Letter {
    needed: ;
    optional: subject, body;
} }

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// The user looked back at a round.
    Assessed {
        /// The round.
        round: RoundId,
    },
    /// A way to reach a person was found.
    ContactFound {
        /// The person.
        person: PersonId,
    },
    /// A thank-you was sent.
    ThankYouSent {
        /// To whom.
        person: PersonId,
        /// For which round.
        round: RoundId,
    },
    /// A LinkedIn request was sent.
    LinkedinSent {
        /// To whom.
        person: PersonId,
    },
    /// A person is connected on LinkedIn now.
    Connected {
        /// Who.
        person: PersonId,
    },
    /// What was asked for was delivered.
    Delivered {
        /// The round in which it was asked for.
        round: RoundId,
        /// What was delivered.
        item: ItemId,
    },
    /// A status question was sent.
    FollowUpSent {
        /// To whom, where it is known.
        person: Option<PersonId>,
    },
    /// Any message from the company about the process.
    ReplyReceived {
        /// From whom, where it is known.
        person: Option<PersonId>,
        /// The new date that it promises.
        reply_by: Option<NaiveDate>,
    },
    /// The company said no.
    Rejected {
        /// Who said so, where it is known.
        person: Option<PersonId>,
    },
    /// The user withdrew.
    Withdrawn,
    /// The user took silence for an answer.
    ClosedSilent,
    /// Any other contact with a person, either way.
    ContactMade {
        /// With whom.
        person: PersonId,
    },
    /// The user's own word on an action that the plan proposed.
    Marked {
        /// What the user said of it.
        mark: Mark,
        /// The action; elsewhere, so that the events of other kinds need no room for it.
        action: Box<ActionKey>,
    },
}

impl EventKind {
    /// The user's own word on an action.
    pub fn marked(mark: Mark, action: ActionKey) -> Self {
        Self::Marked { mark, action: Box::new(action) }
    }

    /// The person whom it names, if it names one.
    pub fn person(&self) -> Option<PersonId> {
        match *self {
            Self::ContactFound { person }
            | Self::ThankYouSent { person, .. }
            | Self::LinkedinSent { person }
            | Self::Connected { person }
            | Self::ContactMade { person } => Some(person),
            Self::FollowUpSent { person }
            | Self::ReplyReceived { person, .. }
            | Self::Rejected { person } => person,
            Self::Assessed { .. }
            | Self::Delivered { .. }
            | Self::Withdrawn
            | Self::ClosedSilent
            | Self::Marked { .. } => None,
        }
    }
}

/// The user's own word on an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// It is done.
    Done,
    /// It shall not be done.
    Skipped,
    /// Not now: out of sight until then. The plan is not changed by it, only what Today shows.
    Snoozed(Stamp),
}

impl Encode for Mark {
    fn encode(&self, to: &mut String) {
        match self {
            Self::Done => "done".encode(to),
            Self::Skipped => "skipped".encode(to),
            Self::Snoozed(until) => ObjectWriter::begin(to).field("snoozed", until).end(),
        }
    }
}

impl Decode for Mark {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        match json.variant()? {
            (name, _) if name == "done" => Ok(Self::Done),
            (name, _) if name == "skipped" => Ok(Self::Skipped),
            (name, until) if name == "snoozed" => Stamp::decode(until).map(Self::Snoozed),
            _ => Err(ShapeError::NO_VARIANT),
        }
    }
}

/// An event is one flat object, whose `what` says which other fields there are.
impl Encode for Event {
    fn encode(&self, to: &mut String) {
        let mut to = ObjectWriter::begin(to);
        to.field("id", &self.id).field("at", &self.at).field("what", &self.what.name());
        match &self.what {
            EventKind::Assessed { round } => to.field("round", round),
            EventKind::ContactFound { person }
            | EventKind::LinkedinSent { person }
            | EventKind::Connected { person }
            | EventKind::ContactMade { person } => to.field("person", person),
            EventKind::ThankYouSent { person, round } => to.field("person", person).field("round", round),
            EventKind::Delivered { round, item } => to.field("round", round).field("item", item),
            EventKind::FollowUpSent { person } | EventKind::Rejected { person } => to.maybe("person", person),
            EventKind::ReplyReceived { person, reply_by } => {
                to.maybe("person", person).maybe("reply_by", reply_by)
            }
            EventKind::Withdrawn | EventKind::ClosedSilent => &mut to,
            EventKind::Marked { mark, action } => to.field("mark", mark).field("action", action),
        };
        to.maybe("letter", &self.letter).maybe("against_advice", &self.against_advice).end();
    }
}

impl EventKind {
    fn name(&self) -> &'static str {
        match self {
            Self::Assessed { .. } => "assessed",
            Self::ContactFound { .. } => "contact_found",
            Self::ThankYouSent { .. } => "thank_you_sent",
            Self::LinkedinSent { .. } => "linkedin_sent",
            Self::Connected { .. } => "connected",
            Self::Delivered { .. } => "delivered",
            Self::FollowUpSent { .. } => "follow_up_sent",
            Self::ReplyReceived { .. } => "reply_received",
            Self::Rejected { .. } => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::ClosedSilent => "closed_silent",
            Self::ContactMade { .. } => "contact_made",
            Self::Marked { .. } => "marked",
        }
    }
}

impl Decode for Event {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        let mut from = Fields::of(json)?;
        let what = match &*from.need::<String>("what")? {
            "assessed" => EventKind::Assessed { round: from.need("round")? },
            "contact_found" => EventKind::ContactFound { person: from.need("person")? },
            "thank_you_sent" => {
                EventKind::ThankYouSent { person: from.need("person")?, round: from.need("round")? }
            }
            "linkedin_sent" => EventKind::LinkedinSent { person: from.need("person")? },
            "connected" => EventKind::Connected { person: from.need("person")? },
            "delivered" => EventKind::Delivered { round: from.need("round")?, item: from.need("item")? },
            "follow_up_sent" => EventKind::FollowUpSent { person: from.maybe("person")? },
            "reply_received" => {
                EventKind::ReplyReceived { person: from.maybe("person")?, reply_by: from.maybe("reply_by")? }
            }
            "rejected" => EventKind::Rejected { person: from.maybe("person")? },
            "withdrawn" => EventKind::Withdrawn,
            "closed_silent" => EventKind::ClosedSilent,
            "contact_made" => EventKind::ContactMade { person: from.need("person")? },
            "marked" => EventKind::Marked { mark: from.need("mark")?, action: from.need("action")? },
            _ => return Err(ShapeError::unknown("what")),
        };
        Ok(Self {
            id: from.need("id")?,
            at: from.need("at")?,
            what,
            letter: from.maybe("letter")?,
            against_advice: from.maybe("against_advice")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{read, write};
    use crate::model::{PersonEvent, PersonEventKind, Task};
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
        let action = ActionKey { person: Some(person), ..ActionKey::new(Task::ThankYou) };
        let kinds = [
            EventKind::Assessed { round },
            EventKind::ContactFound { person },
            EventKind::ThankYouSent { person, round },
            EventKind::LinkedinSent { person },
            EventKind::Connected { person },
            EventKind::Delivered { round, item },
            EventKind::FollowUpSent { person: None },
            EventKind::FollowUpSent { person: Some(person) },
            EventKind::ReplyReceived { person: None, reply_by: NaiveDate::from_ymd_opt(2026, 3, 13) },
            EventKind::ReplyReceived { person: Some(person), reply_by: None },
            EventKind::Rejected { person: Some(person) },
            EventKind::Withdrawn,
            EventKind::ClosedSilent,
            EventKind::ContactMade { person },
            EventKind::marked(Mark::Skipped, action),
        ];
        for kind in kinds {
            let event = event(kind);
            let text = write(&event);
            assert_eq!(read(&text), Ok(event), "{text}");
        }
    }

    #[test]
    fn an_event_is_one_flat_object() {
        let event = event(EventKind::LinkedinSent { person: PersonId(id(2)) });
        let [event_id, person] = [id(1), id(2)];
        assert_eq!(
            write(&event),
            format!(
                r#"{{"id":"{event_id}","at":1780000000,"what":"linkedin_sent","person":"{person}","letter":{{"body":"Thank you."}}}}"#
            )
        );
    }

    #[test]
    fn an_event_without_whom_it_is_about_is_refused_by_name() {
        let text =
            format!(r#"{{ "id": "{}", "at": 0, "what": "thank_you_sent", "round": "{}" }}"#, id(1), id(3));
        assert_eq!(read::<Event>(&text).unwrap_err().to_string(), "`person` is missing");
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
            let text = write(&event);
            assert_eq!(read(&text), Ok(event), "{text}");
        }
    }
}
