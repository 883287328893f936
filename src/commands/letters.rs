//! Letters, marked as sent.

use super::transaction::{Entry, Transaction};
use super::{CommandError, Sent, Summary, letter_drafts, offers};
use crate::model::{
    ActionKey, Decision, Event, EventKind, Letter, Mark, OpportunityId, PersonEvent, PersonEventKind,
    PersonId, Stamp, Task,
};

/// Whoever notes the same once more within so many minutes notes it in another tab.
const MOMENT_MINUTES: i64 = 10;

/// Notes that a letter went out. Its draft goes; where the letter's text is not given, the draft's is taken. What it
/// settles is settled with it, so that one undo takes both back.
pub(super) fn record_sent(tx: &mut Transaction<'_>, sent: Sent) -> Result<Summary, CommandError> {
    let draft = letter_drafts::take(tx, sent.key)?;
    let sent = Sent { letter: sent.letter.or(draft), ..sent };
    let (key, to) = (sent.key, sent.to.or(sent.key.person));
    let name = to.and_then(|person| tx.name(person));
    let company = key.opportunity.map(|opportunity| tx.company(opportunity));
    let (at, answer) = (sent.at, sent.answer);
    match key.opportunity {
        Some(opportunity) => log_sent(tx, opportunity, sent)?,
        None => log_contact(tx, sent)?,
    }
    let of_offer = key.opportunity.zip(key.offer).filter(|_| key.task == Task::DecideOffer);
    match (of_offer, answer) {
        // Nothing is final before a signature, so a yes alone does not sign.
        (Some((opportunity, offer)), Some(Decision::Accept)) => {
            tx.offer(opportunity, offer)?.accepted = Some(at);
        }
        (Some((opportunity, offer)), Some(Decision::Negotiate)) => {
            tx.offer(opportunity, offer)?.asked_for_more = Some(at);
        }
        (Some((opportunity, offer)), Some(Decision::Decline | Decision::StepBack)) => {
            return offers::decline(tx, opportunity, offer, at, None);
        }
        _ => {}
    }
    Ok(Summary::Sent { task: key.task, to: name.or(company).unwrap_or_default() })
}

/// What is sent within an opportunity is an event of it.
fn log_sent(tx: &mut Transaction<'_>, opportunity: OpportunityId, sent: Sent) -> Result<(), CommandError> {
    let Sent { key, to, at, letter, against_advice, .. } = sent;
    match (key.task, key.offer) {
        (Task::AcknowledgeOffer, Some(offer)) => {
            tx.offer(opportunity, offer)?.acknowledged = Some(at);
        }
        // Whoever says yes or no thanks them for it too.
        (Task::DecideOffer, Some(offer)) => {
            let offer = tx.offer(opportunity, offer)?;
            offer.acknowledged = offer.acknowledged.or(Some(at));
        }
        _ => {}
    }
    let what = sending(key, to)?;
    // Whatever is sent to somebody is contact with them, and not every event says to whom it was.
    let contact = to.filter(|_| !says_to_whom(&what)).map(|person| EventKind::ContactMade { person });
    let offering = offering(tx, key).filter(|offering| *offering != opportunity);
    if let (Some(offering), Some(contact)) = (offering, contact.clone()) {
        // For whose sake more time is asked for keeps that it was; the letter is told where it went.
        tx.log(opportunity, Entry::new(at, what))?;
        return tx.log(offering, Entry { at, what: contact, letter, against_advice });
    }
    // Pressed in two tabs, it went out once.
    if is_noted(&mut tx.opportunity(opportunity)?.events, at, &what, letter.as_ref()) {
        return Ok(());
    }
    tx.log(opportunity, Entry { at, what, letter, against_advice })?;
    contact.map_or(Ok(()), |what| tx.log(opportunity, Entry::new(at, what)))
}

/// Whether the same was noted a moment before: it takes the letter then, where it has none. Another letter is not the
/// same.
fn is_noted(events: &mut [Event], at: Stamp, what: &EventKind, letter: Option<&Letter>) -> bool {
    let noted = events.iter_mut().find(|event| {
        event.what == *what
            && (letter.is_none() || event.letter.is_none() || letter == event.letter.as_deref())
            && (event.at - at).num_minutes().abs() < MOMENT_MINUTES
    });
    let Some(noted) = noted else { return false };
    if noted.letter.is_none() {
        noted.letter = letter.cloned().map(Box::new);
    }
    true
}

/// To whose offer an action asks for more time.
fn offering(tx: &Transaction<'_>, key: ActionKey) -> Option<OpportunityId> {
    let offer = key.offer.filter(|_| key.task == Task::AskForTime)?;
    tx.records().offering(offer).map(|one| one.id)
}

/// What is sent outside any opportunity stays with the person.
fn log_contact(tx: &mut Transaction<'_>, sent: Sent) -> Result<(), CommandError> {
    let person = sent.to.or(sent.key.person).ok_or(CommandError::Unaddressed(sent.key))?;
    let text = sent.letter.map_or_else(String::new, |letter| letter.body);
    let what = PersonEventKind::ContactMade { text };
    let log = &tx.person(person)?.log;
    if log.iter().any(|it| it.what == what && (it.at - sent.at).num_minutes().abs() < MOMENT_MINUTES) {
        return Ok(());
    }
    tx.person(person)?.log.push(PersonEvent { at: sent.at, what });
    Ok(())
}

/// What it means for the record that the letter for an action was sent.
fn sending(key: ActionKey, to: Option<PersonId>) -> Result<EventKind, CommandError> {
    let about = key.person.or(to);
    let event = match key.task {
        Task::ThankYou => {
            about.zip(key.round).map(|(person, round)| EventKind::ThankYouSent { person, round })
        }
        Task::LinkedinRequest => about.map(|person| EventKind::LinkedinSent { person }),
        Task::Deliver => key.round.zip(key.item).map(|(round, item)| EventKind::Delivered { round, item }),
        Task::FollowUp => Some(EventKind::FollowUpSent { person: about }),
        Task::Withdraw => Some(EventKind::Withdrawn),
        // Asking for an address does not find it.
        Task::FindContact => to.map(|person| EventKind::ContactMade { person }),
        // A letter alone does not decide: nothing is final before a signature. It thanks them in any case.
        Task::DecideOffer => Some(to.map_or_else(
            || EventKind::marked(Mark::Done, ActionKey { task: Task::AcknowledgeOffer, ..key }),
            |person| EventKind::ContactMade { person },
        )),
        _ => Some(EventKind::marked(Mark::Done, key)),
    };
    event.ok_or(CommandError::Unaddressed(key))
}

fn says_to_whom(what: &EventKind) -> bool {
    matches!(
        what,
        EventKind::ThankYouSent { .. }
            | EventKind::LinkedinSent { .. }
            | EventKind::FollowUpSent { .. }
            | EventKind::ContactMade { .. }
    )
}
