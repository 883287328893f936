//! A backup's records put in place.

use super::transaction::Transaction;
use super::{Restoring, Summary};
use crate::model::{Opportunity, Person, Record, RecordKey, Records, Search, Settings};

/// Puts a backup's records in place of what is there, or adds what is not there yet.
pub(super) fn restore(tx: &mut Transaction<'_>, records: Records, how: Restoring) -> Summary {
    let summary = Summary::Restored { opportunities: records.opportunities.len() };
    match how {
        Restoring::Replace => replace(tx, records),
        Restoring::Merge => merge(tx, records),
    }
    summary
}

fn replace(tx: &mut Transaction<'_>, records: Records) {
    let mut gone = RecordKey::all(tx.records());
    gone.retain(|key| Record::copy_of(&records, *key).is_none());
    for key in gone {
        tx.remove(key);
    }
    put_all(tx, records);
}

/// What is known on both sides stays as it is here, and takes what only the backup knows. Doing it twice is
/// as doing it once.
fn merge(tx: &mut Transaction<'_>, mut records: Records) {
    let here = tx.records();
    for (id, theirs) in &mut records.opportunities {
        if let Some(ours) = here.opportunities.get(id) {
            *theirs =
                merged_opportunity(ours.clone(), std::mem::replace(theirs, Opportunity::new(*id, "", "")));
        }
    }
    for (id, theirs) in &mut records.people {
        if let Some(ours) = here.people.get(id) {
            *theirs = merged_person(ours.clone(), theirs);
        }
    }
    records.templates.retain(|id, _| !here.templates.contains_key(id));
    records.search = merged_search(here.search.clone(), records.search);
    records.settings = merged_settings(here, records.settings);
    put_all(tx, records);
}

fn put_all(tx: &mut Transaction<'_>, records: Records) {
    let Records { people, opportunities, templates, settings, search } = records;
    let people = people.into_values().map(|it| Record::Person(Box::new(it)));
    let opportunities = opportunities.into_values().map(|it| Record::Opportunity(Box::new(it)));
    let templates = templates.into_values().map(|it| Record::Template(Box::new(it)));
    let rest = [Record::Settings(Box::new(settings)), Record::Search(Box::new(search))];
    for record in people.chain(opportunities).chain(templates).chain(rest) {
        tx.put(record);
    }
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

fn merged_person(mut ours: Person, theirs: &Person) -> Person {
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
