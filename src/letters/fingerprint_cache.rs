//! What was written to others, sent or begun: a new letter is held against it.

use super::LetterRequest;
use super::context::{LetterContext, with_letter_context};
use super::likeness::Fingerprint;
use crate::etiquette::Now;
use crate::model::{
    ActionKey, Event, EventKind, Opportunity, Person, PersonEventKind, PersonId, Records, Stamp,
};
use crate::words;
use chrono::TimeZone;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// Of what people elsewhere got, so many letters are looked at, the latest. They will hardly compare, so that an old
/// one is no harm, and looking through thousands of them would be felt while typing.
const ELSEWHERE: usize = 500;

/// A letter to somebody else.
#[derive(Clone, Debug)]
pub(super) struct Earlier {
    pub(super) who: String,
    pub(super) company: String,
    /// Whether it is about the same opportunity: those people talk to each other.
    pub(super) close: bool,
    pub(super) print: Rc<Fingerprint>,
}

/// The fingerprints of what was written, each made once: from letter to letter nearly all of it stays as it is.
///
/// They are found by what they were made of, so that whatever changes is simply made anew.
#[derive(Clone, Debug, Default)]
pub struct FingerprintCache {
    made: BTreeMap<u64, Rc<Fingerprint>>,
}

impl FingerprintCache {
    /// Makes what the letter of an order will be held against, from the place where it was left, for as long as there
    /// is `time`. The place to go on from; `None` once all of it is made.
    pub fn prepare<Tz: TimeZone>(
        &mut self,
        records: &Records,
        order: &LetterRequest,
        now: &Now<Tz>,
        from: usize,
        mut time: impl FnMut() -> bool,
    ) -> Option<usize> {
        let me = &records.settings.name;
        let left = with_letter_context(records, order, now, |occasion| {
            let letters = lying_there(occasion).into_iter().enumerate().skip(from);
            for (place, (letter, _)) in letters {
                self.of(&letter, me);
                if !time() {
                    return Some(place + 1);
                }
            }
            None
        });
        left.flatten()
    }

    fn of(&mut self, letter: &Written<'_>, me: &str) -> Rc<Fingerprint> {
        let made = self.made.entry(letter.mark(me)).or_insert_with(|| Rc::new(letter.print(me)));
        Rc::clone(made)
    }
}

/// What was written to others, sent or begun; what is nearest last, so that it wins among equals.
pub(super) fn shelf(occasion: &LetterContext<'_>, prints: &mut FingerprintCache) -> Vec<Earlier> {
    let me = &occasion.records.settings.name;
    let letters = lying_there(occasion).into_iter();
    letters
        .map(|(letter, close)| Earlier {
            who: letter.who.map(|person| words::one_line(&person.name)).unwrap_or_default(),
            company: words::one_line(letter.company),
            close,
            print: prints.of(&letter, me),
        })
        .collect()
}

/// The letters on the shelf, and whether each is about the same opportunity.
fn lying_there<'r>(occasion: &LetterContext<'r>) -> Vec<(Written<'r>, bool)> {
    let records = occasion.records;
    let (to, own) = (occasion.to.map(|person| person.id), occasion.order.key);
    let mut elsewhere = beside_opportunities(records, to, own);
    let mut close = Vec::new();
    for home in records.opportunities.values() {
        let here = occasion.home.is_some_and(|here| here.id == home.id);
        let shelf = if here { &mut close } else { &mut elsewhere };
        shelf.extend(within(records, home, to, own));
    }
    crate::order::by_key(&mut elsewhere, |letter| Reverse(letter.at));
    elsewhere.truncate(ELSEWHERE);
    let elsewhere = elsewhere.into_iter().map(|letter| (letter, false));
    elsewhere.chain(close.into_iter().map(|letter| (letter, true))).collect()
}

/// What others of the same opportunity got.
pub(super) fn close_prints(occasion: &LetterContext<'_>) -> Vec<Fingerprint> {
    let to = occasion.to.map(|person| person.id);
    let Some(home) = occasion.home else { return Vec::new() };
    let me = &occasion.records.settings.name;
    let letters = within(occasion.records, home, to, occasion.order.key);
    letters.map(|letter| letter.print(me)).collect()
}

/// A letter as it lies in the records.
struct Written<'r> {
    at: Stamp,
    who: Option<&'r Person>,
    company: &'r str,
    role: &'r str,
    body: &'r str,
}

impl Written<'_> {
    fn print(&self, me: &str) -> Fingerprint {
        let name = self.who.map_or("", |person| person.name.as_str());
        Fingerprint::of(self.body, &format!("{name} {} {} {me}", self.company, self.role))
    }

    /// What its fingerprint is found by: all that it is made of.
    fn mark(&self, me: &str) -> u64 {
        let mut mark = DefaultHasher::new();
        let name = self.who.map(|person| person.name.as_str());
        (self.body, name, self.company, self.role, me).hash(&mut mark);
        mark.finish()
    }
}

/// The letters of an opportunity to anybody else.
fn within<'r>(
    records: &'r Records,
    home: &'r Opportunity,
    to: Option<PersonId>,
    own: ActionKey,
) -> impl Iterator<Item = Written<'r>> {
    let sent = home.events.iter().filter_map(|event| {
        event.letter.as_ref().map(|letter| (event.at, addressee(event), letter.body.as_str()))
    });
    let begun = home.drafts.iter().filter(move |draft| draft.action != own);
    let begun = begun.map(|draft| (draft.touched, draft.action.person, draft.letter.body.as_str()));
    let others = sent.chain(begun).filter(move |(_, who, _)| who.is_none() || *who != to);
    others.filter(|(.., body)| !body.is_empty()).map(|(at, who, body)| Written {
        at,
        who: who.and_then(|id| records.people.get(&id)),
        company: &home.company,
        role: &home.role,
        body,
    })
}

/// What was written outside any opportunity: notes to keep in touch, sent or begun.
fn beside_opportunities(records: &Records, to: Option<PersonId>, own: ActionKey) -> Vec<Written<'_>> {
    let begun = records.search.drafts.iter().filter(|draft| draft.action != own);
    let begun = begun.filter_map(|draft| {
        let person = records.people.get(&draft.action.person?)?;
        Some((draft.touched, person, draft.letter.body.as_str()))
    });
    let sent = records.people.values().flat_map(|person| {
        person.log.iter().filter_map(move |event| match &event.what {
            PersonEventKind::ContactMade { text } => Some((event.at, person, text.as_str())),
            _ => None,
        })
    });
    let others = begun.chain(sent).filter(|(_, who, body)| Some(who.id) != to && !body.is_empty());
    others
        .map(|(at, who, body)| Written { at, who: Some(who), company: &who.company, role: "", body })
        .collect()
}

fn addressee(event: &Event) -> Option<PersonId> {
    match event.what {
        EventKind::ThankYouSent { person, .. }
        | EventKind::LinkedinSent { person }
        | EventKind::ContactMade { person } => Some(person),
        EventKind::FollowUpSent { person } => person,
        _ => None,
    }
}
