//! Each command to the place that carries it out.

use super::desk::Desk;
use super::{Change, Command, CommandError, Record, RecordKey, Said};
use super::{entries, example, half_typed, interview, letters, marks, offers, people, restore, rounds};
use crate::model::{NewId, Records, Stamp};

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
    let mut desk = Desk::new(records, ids, now);
    match carry_out(&mut desk, command) {
        Ok(said) => Ok(desk.done(said)),
        Err(error) => {
            desk.roll_back();
            Err(error)
        }
    }
}

#[allow(clippy::too_many_lines)] // one line a command: a table, not a function to follow
fn carry_out(desk: &mut Desk<'_>, command: Command) -> Result<Said, CommandError> {
    match command {
        Command::RecordInterview(interview) => interview::record(desk, &interview),
        Command::SaveForm(form) => Ok(interview::save_form(desk, &form)),
        Command::ClearForm => Ok(interview::clear_form(desk)),

        Command::PutOpportunity(opportunity) => {
            named(&opportunity.company)?;
            let said = Said::Saved(opportunity.company.clone());
            desk.put(Record::Opportunity(opportunity));
            Ok(said)
        }
        Command::RemoveOpportunity(id) => {
            let said = Said::Removed(desk.opportunity(id)?.company.clone());
            desk.remove(RecordKey::Opportunity(id));
            half_typed::discard_all_of(desk, id);
            Ok(said)
        }
        Command::PutPerson(person) => {
            named(&person.name)?;
            let said = Said::Saved(person.name.clone());
            desk.put(Record::Person(person));
            Ok(said)
        }
        Command::AddPerson { opportunity, person } => {
            named(&person.name)?;
            people::add(desk, opportunity, *person)
        }
        Command::RemovePerson(id) => people::remove(desk, id),
        Command::PutRound { opportunity, round } => rounds::put(desk, opportunity, *round),
        Command::RemoveRound { opportunity, round } => rounds::remove(desk, opportunity, round),

        Command::RecordSent(sent) => letters::record_sent(desk, *sent),
        Command::LogEvent { opportunity, at, what, note } => entries::log(desk, opportunity, at, what, note),
        Command::EditEvent { opportunity, event } => entries::edit(desk, opportunity, *event),
        Command::RemoveEvent { opportunity, event } => entries::remove(desk, opportunity, event),
        Command::FindContact { opportunity, person, email, at } => {
            entries::find_contact(desk, opportunity, person, email, at)
        }
        Command::Assess { opportunity, round, debrief } => rounds::assess(desk, opportunity, round, *debrief),
        Command::MarkAction { key, mark } => marks::mark(desk, key, mark),
        Command::UnmarkAction(key) => marks::unmark(desk, key),
        Command::RecordContact { person, at, text } => people::record_contact(desk, person, at, text),

        Command::PutOffer { opportunity, offer } => offers::put(desk, opportunity, *offer),
        Command::RemoveOffer { opportunity, offer } => offers::remove(desk, opportunity, offer),
        Command::AcknowledgeOffer { opportunity, offer, at } => {
            offers::acknowledge(desk, opportunity, offer, at)
        }
        Command::ReceiveInWriting { opportunity, offer, at } => {
            offers::receive_in_writing(desk, opportunity, offer, at)
        }
        Command::ExtendOffer { opportunity, offer, respond_by, reply } => {
            offers::extend(desk, opportunity, offer, respond_by, *reply)
        }
        Command::SignOffer { opportunity, offer, at } => offers::sign(desk, opportunity, offer, at),
        Command::DeclineOffer { opportunity, offer, at, letter } => {
            offers::decline(desk, opportunity, offer, at, letter)
        }

        Command::SaveDraft { key, letter, aside } => letters::save_draft(desk, key, letter, aside),
        Command::DropDraft(key) => letters::drop_draft(desk, key),
        Command::MarkProofread(key) => letters::mark_proofread(desk, key),

        Command::KeepHalfTyped(form) => Ok(half_typed::keep(desk, form)),
        Command::DropHalfTyped(form) => Ok(half_typed::discard(desk, &form)),

        Command::PutTemplate(template) => {
            named(&template.name)?;
            let said = Said::Saved(template.name.clone());
            desk.put(Record::Template(template));
            Ok(said)
        }
        Command::RemoveTemplate(id) => {
            let template = desk.records().templates.get(&id).ok_or(CommandError::NoTemplate(id))?;
            let said = Said::Removed(template.name.clone());
            desk.remove(RecordKey::Template(id));
            Ok(said)
        }
        Command::PutSettings(settings) => {
            desk.put(Record::Settings(settings));
            Ok(Said::SettingsSaved)
        }
        Command::AddSearchStep { at, what } => {
            desk.search().steps.push(crate::model::SearchStep { at, what });
            Ok(Said::StepNoted)
        }

        Command::Together(first, rest) => {
            let said = carry_out(desk, *first)?;
            rest.into_iter().try_for_each(|one| carry_out(desk, one).map(drop))?;
            Ok(said)
        }
        Command::LoadExample(records) => example::load(desk, *records),
        Command::DropExample => example::drop_it(desk),
        Command::RestoreBackup { records, how } => Ok(restore::restore(desk, *records, how)),
    }
}

/// Refuses what has no name.
fn named(name: &str) -> Result<(), CommandError> {
    if name.trim().is_empty() { Err(CommandError::Nameless) } else { Ok(()) }
}
