//! What was written to others, sent or begun: a new letter is compared with it.

use super::letter_context::LetterContext;
use super::likeness::Fingerprint;
use crate::model::{
    ActionKey, EventKind, Letter, Opportunity, Person, PersonEventKind, PersonId, Records, Stamp, Task,
};
use std::cmp::Reverse;

/// How many letters to people of other opportunities are compared, the latest. Those people will hardly compare theirs,
/// so that an old one does no harm, and to look through thousands of them would be felt while typing.
const ELSEWHERE: usize = 500;

/// A letter to somebody else.
pub(crate) struct EarlierLetter<'r> {
    /// When it was sent, or last typed at.
    pub(crate) at: Stamp,
    /// Whether it is begun, and not sent yet.
    pub(crate) begun: bool,
    /// To whom it went, where it went to somebody by name.
    pub(crate) to: Option<PersonId>,
    /// That person's name; empty where it is not on record.
    pub(crate) who: &'r str,
    pub(super) company: &'r str,
    pub(super) role: &'r str,
    pub(super) subject: &'r str,
    pub(crate) body: &'r str,
    /// Whether it thanks for an interview.
    pub(crate) thanks: bool,
    /// Whether it is about the same opportunity: those people talk to each other.
    pub(super) nearby: bool,
}

impl EarlierLetter<'_> {
    /// The words that stand for whom and what it is about, `me` being the user's name.
    pub(super) fn names(&self, me: &str) -> String {
        [self.who, self.company, self.role, me].join(" ")
    }
}

/// The letters that a new one is compared with. What is nearest comes last, so that it wins among equals.
pub(super) fn earlier_letters<'r>(context: &LetterContext<'r>) -> Vec<EarlierLetter<'r>> {
    let (records, key, to) = (context.records, &context.request.key, context.to.map(|to| to.id));
    let (mut elsewhere, mut nearby) = (personal_letters(records, key, to), Vec::new());
    for opportunity in records.opportunities.values() {
        let mut letters = letters_within(records, opportunity, key, to);
        if context.opportunity.is_some_and(|here| here.id == opportunity.id) {
            nearby = letters;
            for letter in &mut nearby {
                letter.nearby = true;
            }
        } else {
            elsewhere.append(&mut letters);
        }
    }
    crate::sorting::by_key(&mut elsewhere, |letter| Reverse(letter.at));
    elsewhere.truncate(ELSEWHERE);
    elsewhere.append(&mut nearby);
    elsewhere
}

/// The fingerprints of what others of the same opportunity got.
pub(super) fn fingerprints_nearby(context: &LetterContext<'_>) -> Vec<Fingerprint> {
    let Some(opportunity) = context.opportunity else { return Vec::new() };
    let (records, to) = (context.records, context.to.map(|to| to.id));
    let letters = letters_within(records, opportunity, &context.request.key, to);
    letters.iter().map(|one| Fingerprint::of(one.body, &one.names(&records.settings.name))).collect()
}

/// The subjects that others of the same opportunity got.
pub(super) fn subjects_nearby<'r>(context: &LetterContext<'r>) -> Vec<&'r str> {
    let Some(opportunity) = context.opportunity else { return Vec::new() };
    let (key, to) = (&context.request.key, context.to.map(|to| to.id));
    letters_within(context.records, opportunity, key, to).iter().map(|one| one.subject).collect()
}

/// The letters of an opportunity, sent or begun, but for those to the addressee and the one for the action itself.
pub(crate) fn letters_within<'r>(
    records: &'r Records,
    opportunity: &'r Opportunity,
    key: &ActionKey,
    addressee: Option<PersonId>,
) -> Vec<EarlierLetter<'r>> {
    let mut letters = Vec::new();
    let mut add = |at, begun, thanks, to: Option<PersonId>, letter: &'r Letter| {
        let (subject, body) = (letter.subject.as_str(), letter.body.as_str());
        if !body.is_empty() && (to.is_none() || to != addressee) {
            let who = to.and_then(|to| records.people.get(&to)).map_or("", |person| &person.name);
            let (company, role) = (&opportunity.company, &opportunity.role);
            letters.push(EarlierLetter {
                at,
                begun,
                to,
                who,
                company,
                role,
                subject,
                body,
                thanks,
                nearby: false,
            });
        }
    };
    for event in &opportunity.events {
        if let Some(letter) = &event.letter {
            let thanks = matches!(event.what, EventKind::ThankYouSent { .. });
            add(event.at, false, thanks, sent_to(&event.what), letter);
        }
    }
    for draft in opportunity.drafts.iter().filter(|draft| draft.action != *key) {
        let thanks = draft.action.task == Task::ThankYou;
        add(draft.touched, true, thanks, draft.action.person, &draft.letter);
    }
    letters
}

/// As [`letters_within`], of what was written outside any opportunity: notes to keep in touch.
fn personal_letters<'r>(
    records: &'r Records,
    key: &ActionKey,
    addressee: Option<PersonId>,
) -> Vec<EarlierLetter<'r>> {
    let mut letters = Vec::new();
    let mut add = |at, begun, person: &'r Person, body: &'r str| {
        if !body.is_empty() && Some(person.id) != addressee {
            let (to, who, company) = (Some(person.id), &person.name, &person.company);
            letters.push(EarlierLetter {
                at,
                begun,
                to,
                who,
                company,
                role: "",
                subject: "",
                body,
                thanks: false,
                nearby: false,
            });
        }
    };
    for draft in records.search.drafts.iter().filter(|draft| draft.action != *key) {
        if let Some(person) = draft.action.person.and_then(|id| records.people.get(&id)) {
            add(draft.touched, true, person, &draft.letter.body);
        }
    }
    for person in records.people.values() {
        for event in &person.log {
            if let PersonEventKind::ContactMade { text } = &event.what {
                add(event.at, false, person, text);
            }
        }
    }
    letters
}

/// To whom a message went.
fn sent_to(what: &EventKind) -> Option<PersonId> {
    match *what {
        EventKind::ThankYouSent { person, .. }
        | EventKind::LinkedinSent { person }
        | EventKind::ContactMade { person } => Some(person),
        EventKind::FollowUpSent { person } => person,
        _ => None,
    }
}
