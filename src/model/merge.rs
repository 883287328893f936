//! The three-way merge: applies a change to a record that has also changed otherwise, by another tab or since the
//! change that is now taken back.
//!
//! It goes field by field: a field that the change left alone stays as it is. In lists, elements are the same if
//! their ids are, or else if they are equal. Where both sides changed the same field, the change being applied wins.

use super::{
    Course, Debrief, Draft, Event, FormDraft, Offer, Opportunity, Person, Round, Search, Settings, Template,
};
use serde_json::Value;

/// Something to which a change of another copy can be applied.
pub(crate) trait Merge {
    /// Applies to `self` the change from `before` to `after`.
    fn merge(&mut self, before: &Self, after: &Self);
}

/// Merges fields that are taken whole.
macro_rules! merge_fields {
    ($onto:ident, $before:ident, $after:ident: $($field:ident),+ $(,)?) => {$(
        if $before.$field != $after.$field {
            $onto.$field.clone_from(&$after.$field);
        }
    )+};
}

impl Merge for Opportunity {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: company, role, applied, link, notes, via, example);
        merge_list(&mut self.people, &before.people, &after.people, PartialEq::eq, replace);
        merge_list(&mut self.rounds, &before.rounds, &after.rounds, |a, b| a.id == b.id, Merge::merge);
        let events = once(&self.events, &before.events, &after.events);
        merge_list(&mut self.events, &before.events, &events, |a, b| a.id == b.id, Merge::merge);
        merge_list(&mut self.offers, &before.offers, &after.offers, |a, b| a.id == b.id, Merge::merge);
        merge_drafts(&mut self.drafts, &before.drafts, &after.drafts);
    }
}

impl Merge for Round {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: title, place, starts, start_guessed, ends, moved_from, known, off);
        merge_list(&mut self.expected, &before.expected, &after.expected, PartialEq::eq, replace);
        match (&mut self.course, &before.course, &after.course) {
            (Some(onto), Some(before), Some(after)) => onto.merge(before, after),
            (onto, before, after) if before != after => onto.clone_from(after),
            _ => {}
        }
        match (&mut self.debrief, &before.debrief, &after.debrief) {
            (Some(onto), Some(before), Some(after)) => onto.merge(before, after),
            (Some(onto), None, Some(after)) => onto.merge(&Debrief::default(), after),
            (onto, before, after) if before != after => onto.clone_from(after),
            _ => {}
        }
    }
}

impl Merge for Debrief {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(
            self, before, after:
            feeling, interest, went_well, went_badly, question, better_answer, point_missed, lesson
        );
    }
}

impl Merge for Course {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: presumed, reply_by, promised_by, contact_by, calls_invited);
        merge_list(&mut self.met, &before.met, &after.met, |a, b| a.person == b.person, replace);
        merge_list(&mut self.deliver, &before.deliver, &after.deliver, |a, b| a.id == b.id, replace);
    }
}

impl Merge for Event {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: at, what, letter, against_advice);
    }
}

impl Merge for Offer {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(
            self, before, after:
            received, made_by, respond_by, written, acknowledged, asked_for_more, accepted, signed, declined,
            retracted, terms, ratings
        );
        merge_list(&mut self.figures, &before.figures, &after.figures, PartialEq::eq, replace);
    }
}

impl Merge for Person {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(
            self, before, after:
            name, role, title, company, email, phone, linkedin, connected, keep_in_touch, notes, example
        );
        merge_list(&mut self.log, &before.log, &after.log, PartialEq::eq, replace);
    }
}

impl Merge for Template {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: task, closing, decision, name, subject, body);
    }
}

impl Merge for Settings {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: name, playbook, work_week, holidays_told, quiet_year_end, tone, manner, theme, shortcuts, order, backed_up);
        merge_list(&mut self.holidays, &before.holidays, &after.holidays, PartialEq::eq, replace);
        merge_list(&mut self.holiday_sets, &before.holiday_sets, &after.holiday_sets, PartialEq::eq, replace);
    }
}

impl Merge for Search {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: form, comparing);
        merge_list(&mut self.steps, &before.steps, &after.steps, PartialEq::eq, replace);
        merge_list(&mut self.marks, &before.marks, &after.marks, PartialEq::eq, replace);
        merge_drafts(&mut self.drafts, &before.drafts, &after.drafts);
        merge_form_drafts(&mut self.form_drafts, &before.form_drafts, &after.form_drafts);
    }
}

impl Merge for FormDraft {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: open);
        merge_texts(&mut self.was, &before.was, &after.was);
        merge_texts(&mut self.texts, &before.texts, &after.texts);
    }
}

/// Merges what stands in the places of a form, place by place.
fn merge_texts(onto: &mut Vec<String>, before: &[String], after: &[String]) {
    if before == after {
        return;
    }
    if onto.len() != after.len() || before.len() != after.len() {
        after.clone_into(onto);
        return;
    }
    for ((onto, before), after) in onto.iter_mut().zip(before).zip(after) {
        if before == after {
            continue;
        }
        match (parsed(onto), parsed(before), parsed(after)) {
            (Some(mut form), Some(before), Some(after)) => {
                merge_json(&mut form, &before, &after);
                *onto = form.to_string();
            }
            _ => onto.clone_from(after),
        }
    }
}

/// A text that holds a whole form.
fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(Value::is_object)
}

/// Merges the fields of a form. Rows are the same if they stand in the same place; rows that both sides added come one
/// after the other.
fn merge_json(onto: &mut Value, before: &Value, after: &Value) {
    if before == after {
        return;
    }
    match (onto, before, after) {
        (Value::Object(onto), Value::Object(before), Value::Object(after)) => {
            for (name, new) in after {
                let onto = onto.entry(name.as_str()).or_insert(Value::Null);
                merge_json(onto, before.get(name).unwrap_or(&Value::Null), new);
            }
        }
        (Value::Array(onto), Value::Array(before), Value::Array(after))
            if after.len() >= before.len() && onto.len() >= before.len() =>
        {
            for ((onto, before), new) in onto.iter_mut().zip(before).zip(after) {
                merge_json(onto, before, new);
            }
            let added = after.iter().skip(before.len()).filter(|new| !onto.contains(new)).cloned();
            onto.extend(added.collect::<Vec<_>>());
        }
        (onto, ..) => onto.clone_from(after),
    }
}

/// Merges forms while they are typed. Where both sides began one, what stood in it when it was opened is how it was
/// before.
fn merge_form_drafts(onto: &mut Vec<FormDraft>, before: &[FormDraft], after: &[FormDraft]) {
    let same = |a: &FormDraft, b: &FormDraft| a.form == b.form;
    let begun = after.iter().filter(|new| !before.iter().any(|old| same(old, new)));
    let begun = begun.filter(|new| onto.iter().any(|theirs| same(theirs, new)));
    let begun = begun.map(|new| FormDraft { texts: new.was.clone(), ..new.clone() });
    let before: Vec<_> = before.iter().cloned().chain(begun).collect();
    merge_list(onto, &before, after, same, Merge::merge);
}

impl Merge for Draft {
    fn merge(&mut self, before: &Self, after: &Self) {
        merge_fields!(self, before, after: decision, letter, touched, proofread);
        merge_list(&mut self.aside, &before.aside, &after.aside, PartialEq::eq, replace);
    }
}

/// Merges letters that are being written. Where both sides changed the same letter, the other side's wording is kept
/// in the draft's `aside`: nothing that was typed is lost.
fn merge_drafts(onto: &mut Vec<Draft>, before: &[Draft], after: &[Draft]) {
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
    merge_list(onto, before, after, |a, b| a.action == b.action, Merge::merge);
    for theirs in other_wordings {
        let ours = onto.iter_mut().find(|draft| draft.action == theirs.action);
        if let Some(ours) = ours.filter(|ours| ours.letter != theirs.letter)
            && !ours.aside.contains(&theirs.letter)
        {
            ours.aside.push(theirs.letter);
        }
    }
}

/// What the change made of the events, without those that the other side noted at the same time: a letter that was
/// marked as sent in two tabs went out once.
fn once(onto: &[Event], before: &[Event], after: &[Event]) -> Vec<Event> {
    let is_new = |event: &Event| before.iter().all(|old| old.id != event.id);
    let is_theirs = |ours: &Event| {
        onto.iter().any(|theirs| {
            is_new(theirs)
                && theirs.id != ours.id
                && theirs.what == ours.what
                && (ours.letter.is_none() || ours.letter == theirs.letter)
                && (theirs.at - ours.at).num_minutes().abs() < 10
        })
    };
    after.iter().filter(|event| !(is_new(event) && is_theirs(event))).cloned().collect()
}

/// Merges an element that is taken whole.
fn replace<T: Clone>(onto: &mut T, _before: &T, after: &T) {
    onto.clone_from(after);
}

/// Merges a list: removes the elements that `after` lacks, inserts those that `before` lacked, at their place where it
/// is still there, and merges the others by `change`. `same` says which elements are the same one. An element that the
/// change altered comes back where it is gone from `onto`; one that the change removed goes, altered or not.
fn merge_list<T: Clone + PartialEq>(
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
