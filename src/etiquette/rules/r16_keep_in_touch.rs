//! R16: keep in touch with the recruiters of a rejected or silent opportunity, and with whomever the user marks.
//!
//! Counted from the last contact with that person, either way; any contact starts the count anew. Names the
//! person alone, whatever opportunities they appear in. Sources: STAR, HKSM.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::days::after;
use crate::etiquette::digest::{Digest, Word, last_word};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Channel, Mark, Person, PersonEventKind, PersonId, Stamp, Task};

/// Days after the last contact.
const OPENS: u64 = 90;
/// Days after the day it opens on whose evening it is due.
const DUE: u64 = 14;

/// Proposes to keep in touch with a person who appears in these opportunities.
pub(crate) fn propose(
    id: PersonId,
    person: Option<&Person>,
    appears_in: &[&Digest],
    at: &Circumstances<'_>,
    out: &mut Vec<Action>,
) {
    let recruiter = appears_in.iter().any(|digest| digest.recruiters.iter().any(|(who, _)| *who == id));
    if !recruiter && !person.is_some_and(|person| person.keep_in_touch) {
        return;
    }
    let Some(last) = last_contact(id, person, appears_in, at) else { return };
    let day = at.days.day(last);
    let opens = after(day, OPENS);
    let window = Window::opening(at.days.start(opens)).due(at.days.end(after(opens, DUE)));
    let key = ActionKey { person: Some(id), ..ActionKey::new(Task::KeepInTouch) };
    let said = appears_in.iter().filter_map(|digest| digest.word_on(key, last));
    let word = last_word(said.chain(own_words(key, person, at)), key, last);
    Proposal::new(Rule::R16, key, window, Reason::LastContact(day))
        .word(word.map(|word| (word.mark, word.at)))
        .to(Some(id), Channel::Email)
        .add(out, at, None);
}

/// The last contact either way; for a recruiter who has no other, the no.
fn last_contact(
    id: PersonId,
    person: Option<&Person>,
    appears_in: &[&Digest],
    at: &Circumstances<'_>,
) -> Option<Stamp> {
    let contacts = appears_in.iter().flat_map(|digest| &digest.contacts);
    let contacts = contacts.filter(|(who, _)| *who == id).map(|(_, at)| *at);
    let log = person
        .map_or(&[][..], |person| &person.log)
        .iter()
        .filter(|event| event.at <= at.now && !matches!(event.what, PersonEventKind::Marked { .. }));
    contacts.chain(log.map(|event| event.at)).max().or_else(|| {
        let refusals = appears_in.iter().flat_map(|digest| &digest.recruiters);
        refusals.filter(|(who, _)| *who == id).filter_map(|(_, said_no)| *said_no).max()
    })
}

fn own_words<'a>(
    key: ActionKey,
    person: Option<&'a Person>,
    at: &Circumstances<'_>,
) -> impl Iterator<Item = Word> + 'a {
    let now = at.now;
    person.map_or(&[][..], |person| &person.log).iter().filter_map(move |event| match event.what {
        PersonEventKind::Marked { mark: mark @ (Mark::Done | Mark::Skipped) } if event.at <= now => {
            Some(Word { key, mark, at: event.at })
        }
        _ => None,
    })
}
