//! Each command to the place that carries it out.

use super::transaction::Transaction;
use super::{Change, Command, CommandError, Summary};
use super::{
    bring_in, entries, example, form_drafts, interview, letter_drafts, letters, marks, offers, people,
    restore, rounds,
};
use crate::model::{ComparisonBasis, Merge, NewId, Record, RecordKey, Records, Stamp};

/// Carries a command out on the records.
///
/// # Errors
/// [`CommandError`]; nothing has changed then.
pub fn apply(
    records: &mut Records,
    command: Command,
    now: Stamp,
    ids: &mut impl NewId,
) -> Result<Change, CommandError> {
    let mut tx = Transaction::new(records, ids, now);
    match carry_out(&mut tx, command) {
        Ok(summary) => Ok(tx.done(summary)),
        Err(error) => {
            tx.roll_back();
            Err(error)
        }
    }
}

#[allow(clippy::too_many_lines)] // one line a command: a table, not a function to follow
fn carry_out(tx: &mut Transaction<'_>, command: Command) -> Result<Summary, CommandError> {
    match command {
        Command::RecordInterview(interview) => interview::record(tx, &interview),
        Command::ClearForm { opportunity, round } => Ok(interview::clear_form(tx, opportunity, round)),

        Command::PutOpportunity(opportunity) => {
            named(&opportunity.company)?;
            let summary = Summary::Saved(opportunity.company.clone());
            tx.put(Record::Opportunity(opportunity));
            Ok(summary)
        }
        Command::BringIn(list) => bring_in::bring_in(tx, list),
        Command::RemoveOpportunity(id) => {
            let summary = Summary::Removed(tx.opportunity(id)?.company.clone());
            tx.remove(RecordKey::Opportunity(id));
            form_drafts::discard_all_of(tx, id);
            Ok(summary)
        }
        Command::PutPerson(person) => {
            named(&person.name)?;
            Ok(people::put(tx, *person))
        }
        Command::AddPerson { opportunity, person, via } => {
            named(&person.name)?;
            people::add(tx, opportunity, *person, via)
        }
        Command::RemovePerson(id) => people::remove(tx, id),
        Command::PutRound { opportunity, round } => rounds::put(tx, opportunity, *round),
        Command::RemoveRound { opportunity, round } => rounds::remove(tx, opportunity, round),
        Command::CallOffRound { opportunity, round, at } => rounds::call_off(tx, opportunity, round, at),

        Command::RecordSent(sent) => letters::record_sent(tx, *sent),
        Command::LogEvent { opportunity, at, what, note } => entries::log(tx, opportunity, at, what, note),
        Command::EditEvent { opportunity, event } => entries::edit(tx, opportunity, *event),
        Command::RemoveEvent { opportunity, event } => entries::remove(tx, opportunity, event),
        Command::FindContact { opportunity, person, email, at } => {
            entries::find_contact(tx, opportunity, person, email.as_deref(), at)
        }
        Command::Assess { opportunity, round, debrief } => rounds::assess(tx, opportunity, round, *debrief),
        Command::MarkDone { action, to } => marks::done(tx, action, to),
        Command::MarkAction { key, mark } => marks::mark(tx, key, mark),
        Command::UnmarkAction(key) => marks::unmark(tx, key),
        Command::RecordContact { person, at, text } => people::record_contact(tx, person, at, text),

        Command::PutOffer { opportunity, offer } => offers::put(tx, opportunity, *offer),
        Command::RemoveOffer { opportunity, offer } => offers::remove(tx, opportunity, offer),
        Command::AcknowledgeOffer { opportunity, offer, at } => {
            offers::acknowledge(tx, opportunity, offer, at)
        }
        Command::ReceiveInWriting { opportunity, offer, at } => {
            offers::receive_in_writing(tx, opportunity, offer, at)
        }
        Command::ExtendOffer { opportunity, offer, respond_by, reply } => {
            offers::extend(tx, opportunity, offer, respond_by, *reply)
        }
        Command::SignOffer { opportunity, offer, at } => offers::sign(tx, opportunity, offer, at),
        Command::RetractOffer { opportunity, offer, at } => offers::retract(tx, opportunity, offer, at),
        Command::DeclineOffer { opportunity, offer, at, letter } => {
            offers::decline(tx, opportunity, offer, at, letter)
        }

        Command::PutComparisonBasis(comparing) => {
            let before = std::mem::replace(&mut tx.search().comparing, *comparing);
            Ok(summary_of_comparing(&before, &tx.search().comparing))
        }

        Command::SaveDraft { key, decision, letter, aside } => {
            letter_drafts::save(tx, key, decision, letter, aside)
        }
        Command::DropDraft(key) => letter_drafts::discard(tx, key),
        Command::MarkProofread(key) => letter_drafts::mark_proofread(tx, key),

        Command::SaveFormDraft(form) => Ok(form_drafts::keep(tx, form)),
        Command::DropFormDraft(form) => Ok(form_drafts::discard(tx, &form)),

        Command::PutTemplate(template) => {
            named(&template.name)?;
            let summary = Summary::Saved(template.name.clone());
            tx.put(Record::Template(template));
            Ok(summary)
        }
        Command::RemoveTemplate(id) => {
            let template = tx.records().templates.get(&id).ok_or(CommandError::NoTemplate(id))?;
            let summary = Summary::Removed(template.name.clone());
            tx.remove(RecordKey::Template(id));
            Ok(summary)
        }
        Command::PutSettings(settings) => {
            tx.put(Record::Settings(settings));
            Ok(Summary::SettingsSaved)
        }
        Command::AddSearchStep { at, what } => Ok(marks::add_search_step(tx, at, what)),

        Command::Since(was, command) => since(tx, &was, *command),
        Command::Batch(first, rest) => {
            let summary = carry_out(tx, *first)?;
            rest.into_iter().try_for_each(|one| carry_out(tx, one).map(drop))?;
            Ok(summary)
        }
        Command::LoadExample(records) => example::load(tx, *records),
        Command::DropExample => example::drop_it(tx),
        Command::RestoreBackup { records, how, texts } => Ok(restore::restore(tx, *records, how, texts)),
    }
}

/// Carries a command out on a record as it was, and applies what it changed to the record as it is.
fn since(tx: &mut Transaction<'_>, was: &Record, command: Command) -> Result<Summary, CommandError> {
    let key = was.key();
    let current = Record::copy_of(tx.records(), key).filter(|current| current != was);
    let Some(mut current) = current else { return carry_out(tx, command) };
    tx.put(was.clone());
    let summary = carry_out(tx, command)?;
    if let Some(after) = Record::copy_of(tx.records(), key) {
        current.merge(was, &after);
        tx.put(current);
    }
    Ok(summary)
}

/// Refuses what has no name.
fn named(name: &str) -> Result<(), CommandError> {
    if name.trim().is_empty() { Err(CommandError::Nameless) } else { Ok(()) }
}

/// What is compared with is noted, or taken out; else it is what counts that was changed.
fn summary_of_comparing(before: &ComparisonBasis, after: &ComparisonBasis) -> Summary {
    match (&before.present, &after.present) {
        (Some(_), None) => Summary::Removed("Your present job".to_owned()),
        (before, Some(after)) if before.as_ref() != Some(after) => {
            Summary::Saved("Your present job".to_owned())
        }
        _ => Summary::Saved("What counts for you".to_owned()),
    }
}
