//! The user's own word on an action of the plan: done, skipped, later.

use super::transaction::{Entry, Transaction};
use super::{CommandError, Sent, Summary};
use super::{letters, rounds};
use crate::model::{
    ActionKey, Event, EventKind, Mark, OpportunityId, PersonEvent, PersonEventKind, SearchMark, SearchStep,
    Task,
};

/// Notes the user's word where the plan looks for it. "Done" is noted as what was done, wherever the record has
/// a word for that.
pub(super) fn mark(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) -> Result<Summary, CommandError> {
    match key.task {
        Task::KeepInTouch => mark_person(tx, key, mark)?,
        Task::KeepSearching if mark == Mark::Done => {
            let at = tx.now;
            tx.search().steps.push(SearchStep { at, what: String::new() });
        }
        Task::KeepSearching | Task::CompareOffers => mark_search(tx, key, mark),
        _ => {
            let opportunity = key.opportunity.ok_or(CommandError::Unaddressed(key))?;
            if mark == Mark::Done {
                done(tx, opportunity, key)?;
            } else {
                note(tx, opportunity, key, mark)?;
            }
        }
    }
    Ok(match mark {
        Mark::Done => Summary::Done(key.task),
        Mark::Skipped => Summary::Skipped(key.task),
        Mark::Snoozed(_) => Summary::Snoozed(key.task),
    })
}

/// Takes the user's word back.
pub(super) fn unmark(tx: &mut Transaction<'_>, key: ActionKey) -> Result<Summary, CommandError> {
    match (key.task, key.opportunity) {
        (Task::KeepInTouch, _) => {
            let person = key.person.ok_or(CommandError::Unaddressed(key))?;
            tx.person(person)?.log.retain(|event| !matches!(event.what, PersonEventKind::Marked { .. }));
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

/// The word on keeping in touch with a person. Having done so is contact, which starts the count anew.
fn mark_person(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) -> Result<(), CommandError> {
    let at = tx.now;
    let log = &mut tx.person(key.person.ok_or(CommandError::Unaddressed(key))?)?.log;
    log.retain(|event| !matches!(event.what, PersonEventKind::Marked { .. }));
    let what = match mark {
        Mark::Done => PersonEventKind::ContactMade { text: String::new() },
        mark => PersonEventKind::Marked { mark },
    };
    log.push(PersonEvent { at, what });
    Ok(())
}

fn mark_search(tx: &mut Transaction<'_>, key: ActionKey, mark: Mark) {
    let at = tx.now;
    let marks = &mut tx.search().marks;
    marks.retain(|other| other.action != key);
    marks.push(SearchMark { at, mark, action: key });
}

/// Notes the word itself, in place of an earlier one. A letter that an earlier one carries is kept.
fn note(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    key: ActionKey,
    mark: Mark,
) -> Result<(), CommandError> {
    let events = &mut tx.opportunity(opportunity)?.events;
    events.retain(|event| !is_word_on(event, key) || event.letter.is_some());
    let now = tx.now;
    tx.log(opportunity, Entry::new(now, EventKind::marked(mark, key)))
}

/// Notes what was done.
fn done(tx: &mut Transaction<'_>, opportunity: OpportunityId, key: ActionKey) -> Result<(), CommandError> {
    let now = tx.now;
    match (key.task, key.round, key.person) {
        (
            Task::ThankYou
            | Task::LinkedinRequest
            | Task::FollowUp
            | Task::Deliver
            | Task::Withdraw
            | Task::AcknowledgeOffer
            | Task::ReplyToRejection
            | Task::GetItInWriting
            | Task::TellOthers
            | Task::AskForTime,
            ..,
        ) => {
            let sent =
                Sent { key, to: key.person, at: now, letter: None, against_advice: false, settles: None };
            letters::record_sent(tx, sent).map(|_| ())
        }
        (Task::FindContact, _, Some(person)) => {
            tx.log(opportunity, Entry::new(now, EventKind::ContactFound { person }))
        }
        (Task::Assess, Some(round), _) => rounds::note_assessed(tx, opportunity, round),
        (Task::MoveOn, ..) => tx.log(opportunity, Entry::new(now, EventKind::ClosedSilent)),
        _ => note(tx, opportunity, key, Mark::Done),
    }
}
