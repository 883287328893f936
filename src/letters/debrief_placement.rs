//! Which letter takes up what a look-back found: the point that was missed, and the better answer.

use super::mention::{content_words, mentions};
use super::signed_offer::SignedOffer;
use crate::etiquette::History;
use crate::model::{
    ActionKey, Conversation, EventKind, Met, Opportunity, PersonId, Records, Role, Round, RoundId, Stamp,
    Task,
};

/// Which letter takes up what the look-back at a round found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DebriefPlacement {
    /// The thank-you to somebody.
    ThankYou {
        /// Whom.
        person: PersonId,
        /// Whether that letter is begun. Nothing is put into it then: the check offers to add what is missing.
        begun: bool,
    },
    /// The follow-up, because all thank-yous are sent.
    FollowUp,
    /// None: a letter that was sent has said it.
    AlreadySent,
    /// None: the opportunity is over, or an offer is signed.
    Nowhere,
}

/// Which letter takes it up, if the user looks back at the round now.
pub(crate) fn debrief_placement(
    records: &Records,
    opportunity: &Opportunity,
    round: RoundId,
    now: Stamp,
) -> DebriefPlacement {
    let history = History::of(opportunity, &records.people, now);
    placement(records, opportunity, &history, round, now)
}

/// As [`debrief_placement`], for whoever has read the opportunity already.
pub(super) fn placement(
    records: &Records,
    opportunity: &Opportunity,
    history: &History<'_>,
    round: RoundId,
    now: Stamp,
) -> DebriefPlacement {
    let signed = SignedOffer::of(records, Some(history), now);
    if history.outcome().is_some() || signed != SignedOffer::None {
        return DebriefPlacement::Nowhere;
    }
    if opportunity.round(round).is_some_and(|round| is_sent(opportunity, round)) {
        return DebriefPlacement::AlreadySent;
    }
    let Some(person) = thanked_next(records, opportunity, history, round) else {
        return DebriefPlacement::FollowUp;
    };
    let key = ActionKey {
        opportunity: Some(opportunity.id),
        round: Some(round),
        person: Some(person),
        ..ActionKey::new(Task::ThankYou)
    };
    let begun = opportunity.drafts.iter().any(|draft| draft.action == key);
    DebriefPlacement::ThankYou { person, begun }
}

/// Whose thank-you takes it up: the first unsent one of those with whom there was a real conversation. The hiring
/// manager goes before others, and those who only arrange things come last.
fn thanked_next(
    records: &Records,
    opportunity: &Opportunity,
    history: &History<'_>,
    round: RoundId,
) -> Option<PersonId> {
    let met = &opportunity.round(round)?.course.as_ref()?.met;
    let unsent = met.iter().filter(|met| {
        met.conversation == Conversation::Significant && history.thanked(met.person, round).is_none()
    });
    let rank = |met: &&Met| match records.people.get(&met.person).map(|person| person.role) {
        Some(Role::HiringManager) => 0,
        Some(Role::Recruiter | Role::Coordinator) => 2,
        _ => 1,
    };
    unsent.min_by_key(rank).map(|met| met.person)
}

/// Whether a letter sent after the round says all that the look-back found: nobody needs to hear it twice.
fn is_sent(opportunity: &Opportunity, round: &Round) -> bool {
    let Some(debrief) = &round.debrief else { return false };
    let mut found = vec![content_words(&debrief.point_missed), content_words(&debrief.better_answer)];
    found.retain(|words| !words.is_empty());
    !found.is_empty()
        && opportunity.events.iter().any(|event| {
            let is_about_it = match event.what {
                EventKind::ThankYouSent { round: of, .. } => of == round.id,
                EventKind::FollowUpSent { .. } => event.at >= round.ends,
                _ => false,
            };
            let says_it = |body: &str| found.iter().all(|words| mentions(body, words));
            is_about_it && event.letter.as_ref().is_some_and(|letter| says_it(&letter.body))
        })
}
