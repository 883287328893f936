//! What was written to others, sent or begun: a new letter is held against it.

use super::likeness::Fingerprint;
use super::occasion::Occasion;
use crate::model::{ActionKey, Event, EventKind, Opportunity, PersonEventKind, PersonId, Records};
use crate::words;

/// A letter to somebody else.
#[derive(Clone, Debug)]
pub(super) struct Earlier {
    pub(super) who: String,
    pub(super) company: String,
    /// Whether it is about the same opportunity: those people talk to each other.
    pub(super) close: bool,
    pub(super) print: Fingerprint,
}

/// Everything written to others, sent or begun; what is nearest last, so that it wins among equals.
pub(super) fn shelf(occasion: &Occasion<'_>) -> Vec<Earlier> {
    let records = occasion.records;
    let to = occasion.to.map(|person| person.id);
    let own = occasion.order.key;
    let mut shelf = Vec::new();
    for home in records.opportunities.values() {
        let close = occasion.home.is_some_and(|here| here.id == home.id);
        for (who, body) in written(home, to, own) {
            shelf.push(earlier(records, home, who, close, body));
        }
    }
    shelf.extend(beside_opportunities(records, to, own));
    crate::order::by_key(&mut shelf, |earlier| earlier.close);
    shelf
}

/// What others of the same opportunity got.
pub(super) fn close_prints(occasion: &Occasion<'_>) -> Vec<Fingerprint> {
    let to = occasion.to.map(|person| person.id);
    let mut prints = Vec::new();
    if let Some(home) = occasion.home {
        for (who, body) in written(home, to, occasion.order.key) {
            prints.push(earlier(occasion.records, home, who, true, body).print);
        }
    }
    prints
}

/// The letters of an opportunity to anybody else, sent or begun, and to whom.
fn written(
    home: &Opportunity,
    to: Option<PersonId>,
    own: ActionKey,
) -> impl Iterator<Item = (Option<PersonId>, &str)> {
    let sent = home
        .events
        .iter()
        .filter_map(|event| event.letter.as_ref().map(|letter| (addressee(event), letter.body.as_str())));
    let begun = home.drafts.iter().filter(move |draft| draft.action != own);
    let begun = begun.map(|draft| (draft.action.person, draft.letter.body.as_str()));
    sent.chain(begun).filter(move |(who, body)| (who.is_none() || *who != to) && !body.is_empty())
}

/// What was written outside any opportunity: notes to keep in touch, sent or begun.
fn beside_opportunities(records: &Records, to: Option<PersonId>, own: ActionKey) -> Vec<Earlier> {
    let me = &records.settings.name;
    let begun = records.search.drafts.iter().filter(|draft| draft.action != own);
    let begun = begun
        .filter_map(|draft| Some((records.people.get(&draft.action.person?)?, draft.letter.body.as_str())));
    let sent = records.people.values().flat_map(|person| {
        person.log.iter().filter_map(move |event| match &event.what {
            PersonEventKind::ContactMade { text } => Some((person, text.as_str())),
            _ => None,
        })
    });
    let others = begun.chain(sent).filter(|(person, body)| Some(person.id) != to && !body.is_empty());
    others
        .map(|(person, body)| Earlier {
            who: words::one_line(&person.name),
            company: words::one_line(&person.company),
            close: false,
            print: Fingerprint::of(body, &format!("{} {} {me}", person.name, person.company)),
        })
        .collect()
}

fn earlier(records: &Records, home: &Opportunity, who: Option<PersonId>, close: bool, body: &str) -> Earlier {
    let name = who.and_then(|id| records.people.get(&id)).map(|person| words::one_line(&person.name));
    let name = name.unwrap_or_default();
    let names = format!("{name} {} {} {}", home.company, home.role, records.settings.name);
    Earlier {
        who: name,
        company: words::one_line(&home.company),
        close,
        print: Fingerprint::of(body, &names),
    }
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
