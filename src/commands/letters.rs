//! Letters: kept while they are written, and marked as sent.

use super::desk::{Desk, Entry, put_in};
use super::{CommandError, Said, Sent, offers};
use crate::letters::Decision;
use crate::model::{
    ActionKey, Draft, EventKind, Letter, Mark, OpportunityId, PersonEvent, PersonEventKind, PersonId, Task,
};

/// Keeps a letter as it stands. A changed text has to be read by a friend anew.
pub(super) fn save_draft(
    desk: &mut Desk<'_>,
    key: ActionKey,
    letter: Letter,
    aside: Vec<Letter>,
) -> Result<Said, CommandError> {
    let touched = desk.now;
    let drafts = drafts(desk, key)?;
    if drafts.iter().all(|draft| draft.action != key || draft.letter != letter || draft.aside != aside) {
        let draft = Draft { action: key, letter, aside, touched, proofread: false };
        put_in(drafts, draft, |other| other.action == key);
    }
    Ok(Said::DraftSaved)
}

pub(super) fn drop_draft(desk: &mut Desk<'_>, key: ActionKey) -> Result<Said, CommandError> {
    forget_draft(desk, key)?.map(|_| Said::DraftDropped).ok_or(CommandError::NoDraft(key))
}

pub(super) fn mark_proofread(desk: &mut Desk<'_>, key: ActionKey) -> Result<Said, CommandError> {
    let drafts = drafts(desk, key)?;
    let draft = drafts.iter_mut().find(|draft| draft.action == key).ok_or(CommandError::NoDraft(key))?;
    draft.proofread = true;
    Ok(Said::Proofread)
}

/// Takes the draft for an action away, if there is one.
pub(super) fn forget_draft(desk: &mut Desk<'_>, key: ActionKey) -> Result<Option<Letter>, CommandError> {
    let drafts = drafts(desk, key)?;
    let Some(place) = drafts.iter().position(|draft| draft.action == key) else { return Ok(None) };
    Ok(Some(drafts.remove(place).letter))
}

/// Where drafts for such an action live: with its opportunity, else with the search.
fn drafts<'d>(desk: &'d mut Desk<'_>, key: ActionKey) -> Result<&'d mut Vec<Draft>, CommandError> {
    Ok(match key.opportunity {
        Some(opportunity) => &mut desk.opportunity(opportunity)?.drafts,
        None => &mut desk.search().drafts,
    })
}

/// Notes that a letter went out. Its draft goes; where the letter's text is not given, the draft's is taken. What it
/// settles is settled with it, so that one undo takes both back.
pub(super) fn record_sent(desk: &mut Desk<'_>, sent: Sent) -> Result<Said, CommandError> {
    let draft = forget_draft(desk, sent.key)?;
    let sent = Sent { letter: sent.letter.or(draft), ..sent };
    let (key, to) = (sent.key, sent.to.or(sent.key.person));
    let name = to.and_then(|person| desk.name(person));
    let company = key.opportunity.map(|opportunity| desk.company(opportunity));
    let (at, settles) = (sent.at, sent.settles);
    match key.opportunity {
        Some(opportunity) => log_sent(desk, opportunity, sent)?,
        None => log_contact(desk, sent)?,
    }
    match (key.task, key.opportunity, key.offer, settles) {
        (Task::DecideOffer, Some(opportunity), Some(offer), Some(Decision::Accept)) => {
            offers::sign(desk, opportunity, offer, at)
        }
        (Task::DecideOffer, Some(opportunity), Some(offer), Some(Decision::Decline)) => {
            offers::decline(desk, opportunity, offer, at, None)
        }
        _ => Ok(Said::Sent { task: key.task, to: name.or(company).unwrap_or_default() }),
    }
}

/// What is sent within an opportunity is an event of it.
fn log_sent(desk: &mut Desk<'_>, opportunity: OpportunityId, sent: Sent) -> Result<(), CommandError> {
    let Sent { key, to, at, letter, against_advice, .. } = sent;
    match (key.task, key.offer) {
        (Task::AcknowledgeOffer, Some(offer)) => {
            desk.offer(opportunity, offer)?.acknowledged = Some(at);
        }
        // Whoever says yes or no thanks them for it too.
        (Task::DecideOffer, Some(offer)) => {
            let offer = desk.offer(opportunity, offer)?;
            offer.acknowledged = offer.acknowledged.or(Some(at));
        }
        _ => {}
    }
    let what = sending(key, to)?;
    // Whatever is sent to somebody is contact with them, and not every event says to whom it was.
    let contact = to.filter(|_| !says_to_whom(&what)).map(|person| EventKind::ContactMade { person });
    let offering = offering(desk, key).filter(|offering| *offering != opportunity);
    if let (Some(offering), Some(contact)) = (offering, contact.clone()) {
        // For whose sake more time is asked for keeps that it was; the letter is told where it went.
        desk.log(opportunity, Entry::new(at, what))?;
        return desk.log(offering, Entry { at, what: contact, letter, against_advice });
    }
    desk.log(opportunity, Entry { at, what, letter, against_advice })?;
    contact.map_or(Ok(()), |what| desk.log(opportunity, Entry::new(at, what)))
}

/// To whose offer an action asks for more time.
fn offering(desk: &Desk<'_>, key: ActionKey) -> Option<OpportunityId> {
    let offer = key.offer.filter(|_| key.task == Task::AskForTime)?;
    desk.records().offering(offer).map(|one| one.id)
}

/// What is sent outside any opportunity stays with the person.
fn log_contact(desk: &mut Desk<'_>, sent: Sent) -> Result<(), CommandError> {
    let person = sent.to.or(sent.key.person).ok_or(CommandError::Unaddressed(sent.key))?;
    let text = sent.letter.map_or_else(String::new, |letter| letter.body);
    let what = PersonEventKind::ContactMade { text };
    desk.person(person)?.log.push(PersonEvent { at: sent.at, what });
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
