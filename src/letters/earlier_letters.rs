//! What was written to others, sent or begun: a new letter is compared with it.

use super::context::LetterContext;
use super::likeness::Fingerprint;
use crate::model::{ActionKey, EventKind, Opportunity, PersonEventKind, PersonId, Records, Stamp};
use std::cmp::Reverse;

/// How many letters to people of other opportunities are compared, the latest. Those people will hardly compare theirs,
/// so that an old one does no harm, and to look through thousands of them would be felt while typing.
const ELSEWHERE: usize = 500;

/// A letter to somebody else.
pub(super) struct EarlierLetter<'r> {
    at: Stamp,
    /// The name of whoever got it; empty where that is not known.
    pub(super) who: &'r str,
    pub(super) company: &'r str,
    pub(super) role: &'r str,
    pub(super) body: &'r str,
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
    let mut elsewhere = Vec::new();
    let mut nearby = Vec::new();
    collect_personal(context, &mut elsewhere);
    for opportunity in context.records.opportunities.values() {
        let is_here = context.opportunity.is_some_and(|here| here.id == opportunity.id);
        collect(context, opportunity, if is_here { &mut nearby } else { &mut elsewhere });
    }
    crate::order::by_key(&mut elsewhere, |letter: &EarlierLetter<'_>| Reverse(letter.at));
    elsewhere.truncate(ELSEWHERE);
    elsewhere.append(&mut nearby);
    elsewhere
}

/// The fingerprints of what others of the same opportunity got.
pub(super) fn fingerprints_nearby(context: &LetterContext<'_>) -> Vec<Fingerprint> {
    let mut nearby = Vec::new();
    if let Some(opportunity) = context.opportunity {
        collect(context, opportunity, &mut nearby);
    }
    let me = &context.records.settings.name;
    nearby.iter().map(|letter| Fingerprint::of(letter.body, &letter.names(me))).collect()
}

/// Adds the letters of an opportunity to anybody but the addressee.
fn collect<'r>(context: &LetterContext<'r>, of: &'r Opportunity, into: &mut Vec<EarlierLetter<'r>>) {
    let nearby = context.opportunity.is_some_and(|here| here.id == of.id);
    let mut add = |at, who: Option<PersonId>, body: &'r str| {
        if body.is_empty() || who.is_some_and(|who| is_addressee(context, who)) {
            return;
        }
        let who = who.map_or("", |who| name_of(context.records, who));
        into.push(EarlierLetter { at, who, company: &of.company, role: &of.role, body, nearby });
    };
    for event in &of.events {
        if let Some(letter) = &event.letter {
            add(event.at, sent_to(&event.what), &letter.body);
        }
    }
    for draft in of.drafts.iter().filter(|draft| is_another(context, &draft.action)) {
        add(draft.touched, draft.action.person, &draft.letter.body);
    }
}

/// Adds what was written outside any opportunity to anybody but the addressee: notes to keep in touch.
fn collect_personal<'r>(context: &LetterContext<'r>, into: &mut Vec<EarlierLetter<'r>>) {
    let people = &context.records.people;
    let mut add = |at, who: PersonId, body: &'r str| {
        let Some(person) = people.get(&who).filter(|_| !is_addressee(context, who)) else { return };
        if !body.is_empty() {
            let company = &person.company;
            into.push(EarlierLetter { at, who: &person.name, company, role: "", body, nearby: false });
        }
    };
    for draft in context.records.search.drafts.iter().filter(|draft| is_another(context, &draft.action)) {
        if let Some(who) = draft.action.person {
            add(draft.touched, who, &draft.letter.body);
        }
    }
    for person in people.values() {
        for event in &person.log {
            if let PersonEventKind::ContactMade { text } = &event.what {
                add(event.at, person.id, text);
            }
        }
    }
}

fn is_addressee(context: &LetterContext<'_>, who: PersonId) -> bool {
    context.to.is_some_and(|to| to.id == who)
}

/// Whether an action is another than the one that the letter is for.
fn is_another(context: &LetterContext<'_>, action: &ActionKey) -> bool {
    *action != context.request.key
}

fn name_of(records: &Records, person: PersonId) -> &str {
    records.people.get(&person).map_or("", |person| &person.name)
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
