//! Which letter takes up what was missed in a round: its point missed and the better answer of the look-back.

use super::LetterKind;
use super::context::{LetterContext, outcome};
use super::signed_offer::SignedOffer;
use crate::model::{
    ActionKey, Conversation, EventKind, Met, Opportunity, PersonId, Records, Role, Round, RoundId, Stamp,
    Task,
};
use crate::words;

/// Where the afterthoughts of a round go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DebriefPlacement {
    /// Into the thank-you to somebody.
    ThankYou {
        /// Whom.
        person: PersonId,
        /// Whether that letter is begun: it takes up nothing by itself any more.
        begun: bool,
    },
    /// Into the follow-up: the thank-yous are out.
    FollowUp,
    /// Nowhere any more: a letter that went out has them.
    AlreadySent,
    /// Nowhere: the opportunity is over, or another offer is signed.
    Nowhere,
}

/// Where the afterthoughts of a round go, if they are noted now.
pub(crate) fn debrief_placement(
    records: &Records,
    home: &Opportunity,
    round: RoundId,
    now: Stamp,
) -> DebriefPlacement {
    if outcome(home, now).is_some() || SignedOffer::of(records, home, now) != SignedOffer::None {
        return DebriefPlacement::Nowhere;
    }
    if home.round(round).is_some_and(|round| are_said(home, round)) {
        return DebriefPlacement::AlreadySent;
    }
    let Some(person) = carrier(records, home, round) else { return DebriefPlacement::FollowUp };
    let key = ActionKey {
        opportunity: Some(home.id),
        round: Some(round),
        person: Some(person),
        ..ActionKey::new(Task::ThankYou)
    };
    DebriefPlacement::ThankYou { person, begun: home.drafts.iter().any(|draft| draft.action == key) }
}

/// Whether a letter does: one thank-you of the round; once all were sent before the look-back, or where the follow-up
/// goes in place of a thank-you, the follow-up.
pub(super) fn carries(occasion: &LetterContext<'_>) -> bool {
    let (Some(home), Some(round), Some(to)) = (occasion.home, occasion.round, occasion.to) else {
        return false;
    };
    if occasion.signed() != SignedOffer::None || are_said(home, round) {
        return false;
    }
    match occasion.kind {
        LetterKind::ThankYou => carrier(occasion.records, home, round.id) == Some(to.id),
        LetterKind::FollowUp if occasion.order.carries_thanks => true,
        LetterKind::FollowUp => {
            carrier(occasion.records, home, round.id).is_none() && looked_back_after_thanks(home, round)
        }
        _ => false,
    }
}

/// Who gets the afterthoughts of a round: the first of those with whom there was a real conversation whose thank-you
/// is still unsent; the hiring manager before others, and those who only arrange things last.
fn carrier(records: &Records, home: &Opportunity, round: RoundId) -> Option<PersonId> {
    let met = &home.round(round)?.course.as_ref()?.met;
    let unsent = met.iter().filter(|met| {
        let sent = EventKind::ThankYouSent { person: met.person, round };
        met.conversation == Conversation::Significant && home.events.iter().all(|event| event.what != sent)
    });
    let say = |met: &&Met| match records.people.get(&met.person).map(|person| person.role) {
        Some(Role::HiringManager) => 0,
        Some(Role::Recruiter | Role::Coordinator) => 2,
        _ => 1,
    };
    unsent.min_by_key(say).map(|met| met.person)
}

/// Whether a letter that went out after the round says all that the look-back found: nobody needs to hear it twice.
fn are_said(home: &Opportunity, round: &Round) -> bool {
    let Some(debrief) = &round.debrief else { return false };
    let found = [&debrief.point_missed, &debrief.better_answer];
    let found: Vec<Vec<String>> = found
        .iter()
        .map(|text| telling_words(text).collect())
        .filter(|words: &Vec<_>| !words.is_empty())
        .collect();
    let said = |body: &str| !found.is_empty() && found.iter().all(|words| is_said(words, body));
    home.events.iter().any(|event| {
        let carries = match event.what {
            EventKind::ThankYouSent { round: of, .. } => of == round.id,
            EventKind::FollowUpSent { .. } => event.at >= round.ends,
            _ => false,
        };
        carries && event.letter.as_ref().is_some_and(|letter| said(&letter.body))
    })
}

/// The words of a text that carry its meaning, in small letters: the long ones.
pub(super) fn telling_words(text: &str) -> impl Iterator<Item = String> {
    words::words(text).map(|(_, word)| word.to_lowercase()).filter(|word| word.chars().count() > 3)
}

/// Whether a text says something: it has most of its words.
pub(super) fn is_said(wanted: &[String], body: &str) -> bool {
    let small = body.to_lowercase();
    let there = wanted.iter().filter(|word| small.contains(word.as_str())).count();
    there * 2 >= wanted.len()
}

/// Whether the look-back came after the last thank-you of the round, if there was one.
fn looked_back_after_thanks(home: &Opportunity, round: &Round) -> bool {
    let at = |is_it: &dyn Fn(&EventKind) -> bool| {
        let events = home.events.iter().filter(|event| is_it(&event.what)).map(|event| event.at);
        events.collect::<Vec<_>>()
    };
    let assessed = at(&|what| *what == EventKind::Assessed { round: round.id });
    let thanked = at(&|what| matches!(what, EventKind::ThankYouSent { round: of, .. } if *of == round.id));
    let last = thanked.into_iter().max();
    assessed.into_iter().min().is_some_and(|assessed| last.is_none_or(|last| assessed > last))
}
