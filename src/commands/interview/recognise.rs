//! Who was typed again: a person on record is told from their name, never from a shared mailbox alone.

use super::check::Attendee;
use super::{InterviewForm, PersonRow, at_company};
use crate::model::{Person, PersonId, Records, name_and_address};

/// The person on record who was typed again: somebody of the opportunity with that name, or anybody with that
/// name and address. An agency's people share a mailbox, so another name is another person.
/// One interview may have two people of one first name, so nobody is recognised twice.
pub(super) fn recognised(
    records: &Records,
    known: &[PersonId],
    taken: &[PersonId],
    attendee: &Attendee,
) -> Option<PersonId> {
    let by_name = known.iter().filter_map(|id| records.people.get(id));
    let by_name = by_name.filter(|person| same_name(&person.name, &attendee.name));
    let by_address = records.people.values().filter(|person| is_at_address(person, attendee));
    by_address.chain(by_name).map(|person| person.id).find(|id| !taken.contains(id))
}

/// The person of that id, unless another name was typed for them: renaming is for their own page.
pub(super) fn picked(records: &Records, attendee: &Attendee) -> Option<PersonId> {
    let person = attendee.person?;
    let known = records.people.get(&person);
    known.is_none_or(|known| is_still(known, &attendee.name)).then_some(person)
}

impl InterviewForm {
    /// Takes addresses apart as mail programs copy them; the name fills one that is empty.
    pub fn take_addresses_apart(&mut self) {
        for row in &mut self.people {
            let (name, address) = name_and_address(&row.email);
            let (name, address) = (name.to_owned(), address.to_owned());
            if row.name.trim().is_empty() && !name.is_empty() {
                row.name = name;
            }
            if row.email.trim() != address {
                row.email = address;
            }
        }
    }

    /// Takes the opportunity that is meant: at a company with one, where no other role is typed.
    pub fn take_known_opportunity(&mut self, records: &Records) {
        let known = at_company(records, &self.company);
        let (None, [one]) = (self.opportunity, known.as_slice()) else { return };
        let role = records.opportunities.get(one).map_or("", |one| one.role.trim());
        let typed = self.role.trim();
        if typed.is_empty() || typed.to_lowercase() == role.to_lowercase() {
            self.opportunity = Some(*one);
        }
    }

    /// Makes another person of whoever stands under another name than the person who was there; and that person
    /// again where their name comes back.
    pub fn tell_apart(&mut self, records: &Records) {
        self.people.iter_mut().for_each(|row| row.tell_apart(records));
    }
}

impl PersonRow {
    fn tell_apart(&mut self, records: &Records) {
        let Some(known) = self.person.or(self.instead_of).and_then(|id| records.people.get(&id)) else {
            return;
        };
        let (still, address) = (is_still(known, &self.name), known.email.as_deref().unwrap_or_default());
        match self.person {
            Some(id) if !still => {
                (self.person, self.instead_of) = (None, Some(id));
                // A letter to the one must not go to the other.
                if self.email.trim() == address.trim() {
                    self.email.clear();
                }
            }
            None if still => {
                (self.person, self.instead_of) = (Some(known.id), None);
                if self.email.trim().is_empty() {
                    address.clone_into(&mut self.email);
                }
            }
            _ => {}
        }
    }
}

/// Whether a name can be that person's: nothing typed, the same, or theirs in full where less of it was known.
fn is_still(known: &Person, typed: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(letters).collect::<Vec<_>>();
    let typed_words = words(typed);
    typed_words.is_empty()
        || same_name(&known.name, typed)
        || words(&known.name).iter().all(|word| typed_words.contains(word))
}

/// Whether they have the same address and no two names.
fn is_at_address(person: &Person, attendee: &Attendee) -> bool {
    let (Some(theirs), Some(typed)) = (&person.email, &attendee.email) else { return false };
    let unnamed = [&person.name, &attendee.name].iter().any(|name| name.trim().is_empty());
    theirs.trim().to_lowercase() == typed.trim().to_lowercase()
        && (unnamed || same_name(&person.name, &attendee.name))
}

/// Whether two names are the same but for capitals, spaces and accents.
pub(in crate::commands) fn same_name(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

fn letters(name: &str) -> String {
    name.to_lowercase().chars().filter_map(plain).collect()
}

/// The small letters that are typed without their accents where a keyboard lacks them.
const ACCENTED: [(char, &str); 16] = [
    ('a', "àáâãäåāăą"),
    ('c', "çćčċ"),
    ('d', "ďđ"),
    ('e', "èéêëēėęě"),
    ('g', "ğģġ"),
    ('i', "ìíîïīįı"),
    ('k', "ķ"),
    ('l', "łĺļľ"),
    ('n', "ñńňņ"),
    ('o', "òóôõöøōő"),
    ('r', "řŕ"),
    ('s', "śšşș"),
    ('t', "ťţț"),
    ('u', "ùúûüūůűų"),
    ('y', "ýÿ"),
    ('z', "źžż"),
];

/// A small letter without its accent; nothing for spaces, and for accents that stand alone.
fn plain(letter: char) -> Option<char> {
    if letter.is_whitespace() || ('\u{300}'..='\u{36f}').contains(&letter) {
        return None;
    }
    let bare = ACCENTED.iter().find(|(_, accented)| accented.contains(letter));
    Some(bare.map_or(letter, |(bare, _)| *bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_whatever_its_case_spaces_and_accents() {
        for typed in ["jose nunez", " JOSÉ  NÚÑEZ ", "Jose\u{301} Nu\u{301}n\u{303}ez"] {
            assert!(same_name("José Núñez", typed), "{typed}");
        }
        for other in ["José", "Josef Núñez", "José Muñez", ""] {
            assert!(!same_name("José Núñez", other), "{other}");
        }
        assert!(!same_name("王芳", "王伟"));
    }
}
