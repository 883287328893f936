//! The user's own word on an action of the plan: done, skipped, later.

use super::transaction::{Entry, Transaction};
use super::{CommandError, Sent, Summary};
use super::{entries, letters, rounds};
use crate::model::{
    ActionKey, Event, EventKind, Mark, PersonEvent, PersonEventKind, PersonId, SearchMark, SearchStep, Stamp,
    Task,
};

/// Notes the user's word where the plan looks for it.
pub(super) fn mark(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) -> Result<Summary, CommandError> {
    let summary = match mark {
        Mark::Done => return done(tx, key, None),
        Mark::Skipped => Summary::Skipped(key.task),
        Mark::Snoozed(_) => Summary::Snoozed(key.task),
    };
    match key.task {
        Task::KeepInTouch => mark_person(tx, key, mark)?,
        Task::KeepSearching | Task::CompareOffers => mark_search(tx, key, mark),
        _ => mark_opportunity(tx, key, mark)?,
    }
    Ok(summary)
}

/// Notes that an action is done, as what was done wherever the record has a word for that.
pub(super) fn done(
    tx: &mut Transaction<'_>,
    key: ActionKey,
    to: Option<PersonId>,
) -> Result<Summary, CommandError> {
    let at = tx.now;
    match (key.task, key.opportunity, key.round, key.person) {
        (Task::KeepInTouch, _, _, Some(person)) => {
            forget_marks(&mut tx.person(person)?.log);
            record_sent(tx, key, to)
        }
        (task, ..) if task.is_message() => record_sent(tx, key, to),
        (Task::FindContact, Some(opportunity), _, Some(person)) => {
            entries::find_contact(tx, opportunity, person, None, at)
        }
        (Task::MoveOn, Some(opportunity), ..) => {
            entries::log(tx, opportunity, at, EventKind::ClosedSilent, None)
        }
        (Task::Assess, Some(opportunity), Some(round), _) => {
            rounds::note_assessed(tx, opportunity, round)?;
            Ok(Summary::Done(key.task))
        }
        (Task::KeepSearching, ..) => Ok(add_search_step(tx, at, String::new())),
        (Task::CompareOffers, ..) => {
            mark_search(tx, key, Mark::Done);
            Ok(Summary::Done(key.task))
        }
        _ => {
            mark_opportunity(tx, key, Mark::Done)?;
            Ok(Summary::Done(key.task))
        }
    }
}

/// Notes a message as sent: the draft, if there is one, else one that was written elsewhere.
fn record_sent(
    tx: &mut Transaction<'_>,
    key: ActionKey,
    to: Option<PersonId>,
) -> Result<Summary, CommandError> {
    let to = key.person.or(to);
    let sent = Sent { key, to, at: tx.now, letter: None, against_advice: false, answer: None };
    letters::record_sent(tx, sent)
}

/// Notes a step of the search that no opportunity shows.
pub(super) fn add_search_step(tx: &mut Transaction<'_>, at: Stamp, what: String) -> Summary {
    tx.search().steps.push(SearchStep { at, what });
    Summary::StepNoted
}

/// Takes the user's word back.
pub(super) fn unmark(tx: &mut Transaction<'_>, key: ActionKey) -> Result<Summary, CommandError> {
    match (key.task, key.opportunity) {
        (Task::KeepInTouch, _) => {
            let person = key.person.ok_or(CommandError::Unaddressed(key))?;
            forget_marks(&mut tx.person(person)?.log);
        }
        (Task::KeepSearching | Task::CompareOffers, _) => {
            tx.search().marks.retain(|mark| mark.action != key);
        }
        (_, Some(opportunity)) => {
            tx.opportunity(opportunity)?.events.retain(|event| !is_word_on(event, key));
        }
        (_, None) => return Err(CommandError::Unaddressed(key)),
    }
    Ok(Summary::Unmarked(key.task))
}

fn is_word_on(event: &Event, key: ActionKey) -> bool {
    matches!(&event.what, EventKind::Marked { action, .. } if **action == key)
}

fn forget_marks(log: &mut Vec<PersonEvent>) {
    log.retain(|event| !matches!(event.what, PersonEventKind::Marked { .. }));
}

/// The word on keeping in touch with a person.
fn mark_person(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) -> Result<(), CommandError> {
    let at = tx.now;
    let log = &mut tx.person(key.person.ok_or(CommandError::Unaddressed(key))?)?.log;
    forget_marks(log);
    log.push(PersonEvent { at, what: PersonEventKind::Marked { mark } });
    Ok(())
}

fn mark_search(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) {
    let at = tx.now;
    let marks = &mut tx.search().marks;
    marks.retain(|other| other.action != key);
    marks.push(SearchMark { at, mark, action: key });
}

/// Notes the word itself, in place of an earlier one. A letter that an earlier one carries is kept.
fn mark_opportunity(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) -> Result<(), CommandError> {
    let opportunity = key.opportunity.ok_or(CommandError::Unaddressed(key))?;
    let events = &mut tx.opportunity(opportunity)?.events;
    events.retain(|event| !is_word_on(event, key) || event.letter.is_some());
    let now = tx.now;
    tx.log(opportunity, Entry::new(now, EventKind::marked(mark, key)))
}
