//! The draft of the form: its name, and its texts.

use super::{EventField, EventForm, EventFormKind, PromiseWord, ReplyKind, promise};
use crate::etiquette::Now;
use crate::model::{Opportunity, OpportunityId, Records};
use chrono::TimeZone;

/// The fields that are texts, in the order in which the draft keeps them.
const TEXTS: [EventField; 7] = [
    EventField::Date,
    EventField::Time,
    EventField::ReplyBy,
    EventField::Note,
    EventField::AnswerBy,
    EventField::AnswerAt,
    EventField::Terms,
];

/// The name of the draft of a form.
pub fn draft_name(opportunity: OpportunityId, kind: &EventFormKind) -> String {
    let kind = match kind {
        EventFormKind::Reply => "reply".to_owned(),
        EventFormKind::Contact => "contact".to_owned(),
        EventFormKind::Event(event) => event.id.to_string(),
        EventFormKind::KnownOffer(offer) => offer.id.to_string(),
    };
    format!("{opportunity}/{kind}")
}

/// The form of an opportunity that was open when the page was left, filled from its draft.
pub fn left_open<Tz: TimeZone>(
    opportunity: &Opportunity,
    records: &Records,
    now: &Now<Tz>,
) -> Option<EventForm> {
    let events = opportunity.events.iter().map(|event| EventFormKind::Event(Box::new(event.clone())));
    let offers = opportunity.offers.iter().map(|offer| EventFormKind::KnownOffer(Box::new(offer.clone())));
    let all = [EventFormKind::Reply, EventFormKind::Contact].into_iter().chain(events).chain(offers);
    let form_drafts = &records.search.form_drafts;
    let open: Vec<&str> =
        form_drafts.iter().filter(|left| left.open).map(|left| left.form.as_str()).collect();
    let kind = all.into_iter().find(|kind| open.contains(&draft_name(opportunity.id, kind).as_str()))?;
    Some(EventForm::left(opportunity.id, kind, records, now).0)
}

impl EventForm {
    /// The form about that as its draft has it, or a new one; and whether there is a draft.
    pub fn left<Tz: TimeZone>(
        opportunity: OpportunityId,
        kind: EventFormKind,
        records: &Records,
        now: &Now<Tz>,
    ) -> (Self, bool) {
        let name = draft_name(opportunity, &kind);
        let mut form = Self::new(kind, now);
        let one = records.opportunities.get(&opportunity);
        form.standing = one.and_then(|one| promise::standing(one, records, now));
        let left = records.search.form_drafts.iter().find(|left| left.form == name);
        if let Some(left) = left {
            form.fill(&left.texts);
        }
        (form, left.is_some())
    }

    /// Its draft.
    pub fn texts(&self) -> Vec<String> {
        let person = self.person.map(|person| person.to_string()).unwrap_or_default();
        let written = self.in_writing.map_or("", |written| if written { "written" } else { "spoken" });
        let texts = TEXTS.iter().map(|slot| slot.text(self).to_owned());
        let wants = if self.wants_answer { "wants an answer" } else { "" };
        let words = [written, self.reply_kind.name(), self.promise.name(), wants, self.said.as_str()];
        let words = words.map(str::to_owned);
        texts.chain([person]).chain(words).collect()
    }

    fn fill(&mut self, texts: &[String]) {
        let mut texts = texts.iter().cloned();
        for (slot, text) in TEXTS.into_iter().zip(texts.by_ref()) {
            slot.write(self, text);
        }
        self.person = texts.next().and_then(|person| person.parse().ok());
        self.in_writing = texts.next().filter(|it| !it.is_empty()).map(|it| it == "written");
        self.reply_kind = texts.next().map(|kind| ReplyKind::named(&kind)).unwrap_or_default();
        self.promise = texts.next().map(|word| PromiseWord::named(&word)).unwrap_or_default();
        self.wants_answer = texts.next().is_some_and(|wants| !wants.is_empty());
        self.said = texts.next().unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FormDraft, PersonId, Stamp, uuid_v7};
    use chrono::Utc;

    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), Utc)
    }

    fn acme() -> Opportunity {
        Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst")
    }

    #[test]
    fn a_form_that_was_left_comes_back_as_it_was_for_that_alone() {
        let dana = PersonId(uuid_v7(0, [5; 10]));
        let form = EventForm {
            person: Some(dana),
            note: "They liked the sample,\nand ask for a call.".to_owned(),
            reply_by: "2026-06-19".to_owned(),
            in_writing: Some(false),
            reply_kind: ReplyKind::Question,
            promise: PromiseWord::Gone,
            wants_answer: true,
            answer_by: "2026-06-12".to_owned(),
            ..EventForm::new(EventFormKind::Reply, &now())
        };
        let mut records = Records::default();
        let name = draft_name(acme().id, &form.kind);
        records.search.form_drafts.push(FormDraft {
            form: name,
            texts: form.texts(),
            was: Vec::new(),
            open: true,
        });
        assert_eq!(EventForm::left(acme().id, EventFormKind::Reply, &records, &now()), (form.clone(), true));
        assert!(!EventForm::left(acme().id, EventFormKind::Contact, &records, &now()).1);
        assert_eq!(left_open(&acme(), &records, &now()), Some(form));
        let other = Opportunity::new(OpportunityId(uuid_v7(0, [9; 10])), "Bolt", "Analyst");
        assert_eq!(left_open(&other, &records, &now()), None);
        records.search.form_drafts[0].open = false;
        assert_eq!(left_open(&acme(), &records, &now()), None);
    }
}
