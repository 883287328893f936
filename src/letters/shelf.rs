//! What was written to others, sent or begun: a new letter is held against it.

use super::likeness::Fingerprint;
use super::occasion::Occasion;
use crate::model::{
    ActionKey, Event, EventKind, Opportunity, Person, PersonEventKind, PersonId, Records, Stamp,
};
use crate::words;
use std::cmp::Reverse;

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
    pub(super) print: Fingerprint,
}

/// What was written to others, sent or begun; what is nearest last, so that it wins among equals.
pub(super) fn shelf(occasion: &Occasion<'_>) -> Vec<Earlier> {
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
    let me = &records.settings.name;
    let elsewhere = elsewhere.iter().map(|letter| letter.kept(me, false));
    elsewhere.chain(close.iter().map(|letter| letter.kept(me, true))).collect()
}

/// What others of the same opportunity got.
pub(super) fn close_prints(occasion: &Occasion<'_>) -> Vec<Fingerprint> {
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

    fn kept(&self, me: &str, close: bool) -> Earlier {
        Earlier {
            who: self.who.map(|person| words::one_line(&person.name)).unwrap_or_default(),
            company: words::one_line(self.company),
            close,
            print: self.print(me),
        }
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
