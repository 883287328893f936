//! Carries a change over to a record that has changed otherwise in the meantime: by another tab, or since the
//! change that is now taken back.
//!
//! Field by field: one that the change left alone stays as it is. In lists the elements are told apart by their
//! ids, or by what they are. Where both sides changed the very same thing, the change that is carried wins.

use crate::model::{
    Course, Draft, Event, HalfTyped, Offer, Opportunity, Person, Round, Search, Settings, Template,
};

/// Something onto which a change can be carried.
pub(crate) trait Carry {
    /// Makes of `self` what it would be, had it been changed as `before` was to become `after`.
    fn carry(&mut self, before: &Self, after: &Self);
}

/// Carries fields that are taken whole.
macro_rules! carry_fields {
    ($onto:ident, $before:ident, $after:ident: $($field:ident),+ $(,)?) => {$(
        if $before.$field != $after.$field {
            $onto.$field.clone_from(&$after.$field);
        }
    )+};
}

impl Carry for Opportunity {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: company, role, applied, link, notes, example);
        carry_list(&mut self.people, &before.people, &after.people, PartialEq::eq, replace);
        carry_list(&mut self.rounds, &before.rounds, &after.rounds, |a, b| a.id == b.id, Carry::carry);
        carry_list(&mut self.events, &before.events, &after.events, |a, b| a.id == b.id, Carry::carry);
        carry_list(&mut self.offers, &before.offers, &after.offers, |a, b| a.id == b.id, Carry::carry);
        carry_drafts(&mut self.drafts, &before.drafts, &after.drafts);
    }
}

impl Carry for Round {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: title, place, starts, start_guessed, ends, known, debrief);
        carry_list(&mut self.expected, &before.expected, &after.expected, PartialEq::eq, replace);
        match (&mut self.course, &before.course, &after.course) {
            (Some(onto), Some(before), Some(after)) => onto.carry(before, after),
            (onto, before, after) if before != after => onto.clone_from(after),
            _ => {}
        }
    }
}

impl Carry for Course {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: reply_by, promised_by, contact_by, calls_invited);
        carry_list(&mut self.met, &before.met, &after.met, |a, b| a.person == b.person, replace);
        carry_list(&mut self.deliver, &before.deliver, &after.deliver, |a, b| a.id == b.id, replace);
    }
}

impl Carry for Event {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: at, what, letter, against_advice);
    }
}

impl Carry for Offer {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(
            self, before, after: received, respond_by, written, acknowledged, signed, declined, terms
        );
    }
}

impl Carry for Person {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(
            self, before, after:
            name, role, title, company, email, phone, linkedin, connected, keep_in_touch, notes, example
        );
        carry_list(&mut self.log, &before.log, &after.log, PartialEq::eq, replace);
    }
}

impl Carry for Template {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: task, closing, name, subject, body);
    }
}

impl Carry for Settings {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: name, playbook, work_week, tone, theme, backed_up);
        carry_list(&mut self.holidays, &before.holidays, &after.holidays, PartialEq::eq, replace);
        carry_list(&mut self.holiday_sets, &before.holiday_sets, &after.holiday_sets, PartialEq::eq, replace);
    }
}

impl Carry for Search {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: form);
        carry_list(&mut self.steps, &before.steps, &after.steps, PartialEq::eq, replace);
        carry_list(&mut self.marks, &before.marks, &after.marks, PartialEq::eq, replace);
        carry_drafts(&mut self.drafts, &before.drafts, &after.drafts);
        let same = |a: &HalfTyped, b: &HalfTyped| a.form == b.form;
        carry_list(&mut self.half_typed, &before.half_typed, &after.half_typed, same, replace);
    }
}

impl Carry for Draft {
    fn carry(&mut self, before: &Self, after: &Self) {
        carry_fields!(self, before, after: letter, touched, proofread);
        carry_list(&mut self.aside, &before.aside, &after.aside, PartialEq::eq, replace);
    }
}

/// Carries letters that are being written. Where both sides wrote the very same one, the other wording is put aside for
/// the one that is carried: nothing that was typed is lost.
fn carry_drafts(onto: &mut Vec<Draft>, before: &[Draft], after: &[Draft]) {
    let letter_in = |drafts: &[Draft], of: &Draft| {
        drafts.iter().find(|draft| draft.action == of.action).map(|draft| draft.letter.clone())
    };
    let other_wordings: Vec<Draft> = onto
        .iter()
        .filter(|theirs| {
            let (was, ours) = (letter_in(before, theirs), letter_in(after, theirs));
            ours.is_some() && ours != was && Some(&theirs.letter) != was.as_ref()
        })
        .cloned()
        .collect();
    carry_list(onto, before, after, |a, b| a.action == b.action, Carry::carry);
    for theirs in other_wordings {
        let ours = onto.iter_mut().find(|draft| draft.action == theirs.action);
        if let Some(ours) = ours.filter(|ours| ours.letter != theirs.letter)
            && !ours.aside.contains(&theirs.letter)
        {
            ours.aside.push(theirs.letter);
        }
    }
}

/// Carries an element that is taken whole.
fn replace<T: Clone>(onto: &mut T, _before: &T, after: &T) {
    onto.clone_from(after);
}

/// Carries a list: what went goes, what came comes, at its place where that can be told, and what changed is
/// changed by `change`; `same` says which elements are one and the same. An element that was changed here and
/// removed there is kept.
fn carry_list<T: Clone + PartialEq>(
    onto: &mut Vec<T>,
    before: &[T],
    after: &[T],
    same: fn(&T, &T) -> bool,
    change: fn(&mut T, &T, &T),
) {
    if onto == before {
        after.clone_into(onto);
        return;
    }
    onto.retain(|element| {
        let was = before.iter().any(|old| same(old, element));
        !was || after.iter().any(|new| same(new, element))
    });
    for (place, new) in after.iter().enumerate() {
        let old = before.iter().find(|old| same(old, new));
        if old == Some(new) {
            continue;
        }
        match (onto.iter_mut().find(|element| same(element, new)), old) {
            (Some(element), Some(old)) => change(element, old, new),
            (Some(element), None) => element.clone_from(new),
            (None, _) => onto.insert(place.min(onto.len()), new.clone()),
        }
    }
}
