//! A backup's records put in place.

use super::transaction::Transaction;
use super::{Restoring, Summary};
use crate::model::{Opportunity, Person, Record, RecordKey, Records, Search, Settings};
use std::collections::BTreeMap;

/// Puts a backup's records in place of what is there, or adds what is not there yet. Doing it twice is as doing it once.
pub(super) fn restore(
    tx: &mut Transaction<'_>,
    records: Records,
    how: Restoring,
    texts: BTreeMap<RecordKey, String>,
) -> Summary {
    let summary = Summary::Restored { opportunities: records.opportunities.len() };
    tx.texts = texts;
    for key in removed(tx.records(), &records, how) {
        tx.remove(key);
    }
    let here = tx.records();
    let restored: Vec<Record> = all_of(records).map(|theirs| restored(here, theirs, how)).collect();
    for record in restored {
        tx.put(record);
    }
    summary
}

/// The records that go when a backup is restored.
pub fn removed(here: &Records, backup: &Records, how: Restoring) -> Vec<RecordKey> {
    let mut gone = RecordKey::all(here);
    gone.retain(|key| how == Restoring::Replace && !Record::is_in(backup, *key));
    gone
}

/// A record of a backup as it will be once that is restored beside what is here. In a merge what is known on both sides
/// stays as it is here, and takes what only the backup knows.
pub fn restored(here: &Records, theirs: Record, how: Restoring) -> Record {
    let ours = Record::copy_of(here, theirs.key()).filter(|_| how == Restoring::Merge);
    match (ours, theirs) {
        (Some(Record::Opportunity(ours)), Record::Opportunity(theirs)) => {
            Record::Opportunity(Box::new(merged_opportunity(*ours, *theirs)))
        }
        (Some(Record::Person(ours)), Record::Person(theirs)) => {
            Record::Person(Box::new(merged_person(*ours, &theirs)))
        }
        (Some(Record::Search(ours)), Record::Search(theirs)) => {
            Record::Search(Box::new(merged_search(*ours, *theirs)))
        }
        (Some(Record::Settings(_)), Record::Settings(theirs)) => {
            Record::Settings(Box::new(merged_settings(here, *theirs)))
        }
        (Some(ours), _) => ours,
        (None, theirs) => theirs,
    }
}

fn all_of(records: Records) -> impl Iterator<Item = Record> {
    let Records { people, opportunities, templates, settings, search } = records;
    let people = people.into_values().map(|it| Record::Person(Box::new(it)));
    let opportunities = opportunities.into_values().map(|it| Record::Opportunity(Box::new(it)));
    let templates = templates.into_values().map(|it| Record::Template(Box::new(it)));
    let rest = [Record::Settings(Box::new(settings)), Record::Search(Box::new(search))];
    people.chain(opportunities).chain(templates).chain(rest)
}

fn merged_opportunity(mut ours: Opportunity, theirs: Opportunity) -> Opportunity {
    add_missing(&mut ours.people, theirs.people, |a, b| a == b);
    add_missing(&mut ours.rounds, theirs.rounds, |a, b| a.id == b.id);
    add_missing(&mut ours.events, theirs.events, |a, b| a.id == b.id);
    add_missing(&mut ours.offers, theirs.offers, |a, b| a.id == b.id);
    add_missing(&mut ours.drafts, theirs.drafts, |a, b| a.action == b.action);
    ours.applied = ours.applied.or(theirs.applied);
    fill(&mut ours.role, &theirs.role);
    fill(&mut ours.link, &theirs.link);
    fill(&mut ours.notes, &theirs.notes);
    ours
}

pub(super) fn merged_person(mut ours: Person, theirs: &Person) -> Person {
    add_missing(&mut ours.log, theirs.log.clone(), |a, b| a == b);
    ours.email = ours.email.or_else(|| theirs.email.clone());
    fill(&mut ours.title, &theirs.title);
    fill(&mut ours.company, &theirs.company);
    fill(&mut ours.phone, &theirs.phone);
    fill(&mut ours.linkedin, &theirs.linkedin);
    fill(&mut ours.notes, &theirs.notes);
    ours.connected |= theirs.connected;
    ours
}

fn merged_search(mut ours: Search, theirs: Search) -> Search {
    add_missing(&mut ours.steps, theirs.steps, |a, b| a == b);
    add_missing(&mut ours.marks, theirs.marks, |a, b| a.action == b.action);
    add_missing(&mut ours.drafts, theirs.drafts, |a, b| a.action == b.action);
    ours.form = ours.form.or(theirs.form);
    add_missing(&mut ours.form_drafts, theirs.form_drafts, |a, b| a.form == b.form);
    ours
}

/// What was set here stays as it was set; what was never touched is as in the backup.
fn merged_settings(here: &Records, theirs: Settings) -> Settings {
    let mut holidays = here.settings.holidays.clone();
    add_missing(&mut holidays, theirs.holidays, |a, b| a == b);
    let ours = here.settings.clone();
    // The day of a backup tells of the records that were in it, so it says nothing of others that are here.
    let nothing_here = here.opportunities.is_empty() && here.people.is_empty() && here.templates.is_empty();
    Settings {
        name: set_or(ours.name, theirs.name),
        playbook: set_or(ours.playbook, theirs.playbook),
        work_week: set_or(ours.work_week, theirs.work_week),
        holidays,
        holiday_sets: set_or(ours.holiday_sets, theirs.holiday_sets),
        holidays_told: ours.holidays_told || theirs.holidays_told,
        // Quiet is how it is on the first day.
        quiet_year_end: ours.quiet_year_end && theirs.quiet_year_end,
        tone: set_or(ours.tone, theirs.tone),
        manner: ours.manner.or(theirs.manner),
        theme: set_or(ours.theme, theirs.theme),
        // They are on on the first day.
        shortcuts: ours.shortcuts && theirs.shortcuts,
        order: set_or(ours.order, theirs.order),
        backed_up: ours.backed_up.or(theirs.backed_up.filter(|_| nothing_here)),
    }
}

/// What was set here, or theirs where it is as on the first day.
fn set_or<T: Default + PartialEq>(ours: T, theirs: T) -> T {
    if ours == T::default() { theirs } else { ours }
}

fn add_missing<T>(ours: &mut Vec<T>, theirs: Vec<T>, same: fn(&T, &T) -> bool) {
    for element in theirs {
        if !ours.iter().any(|known| same(known, &element)) {
            ours.push(element);
        }
    }
}

fn fill(ours: &mut String, theirs: &str) {
    if ours.is_empty() {
        theirs.clone_into(ours);
    }
}
