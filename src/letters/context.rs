//! What a letter is about: its request, with everything that it names looked up in the records.

use super::signed_offer::SignedOffer;
use super::{LetterKind, LetterRequest};
use crate::etiquette::{History, Now, thanks_announce_linkedin};
use crate::model::{Met, Offer, Opportunity, Person, PersonId, Records, Role, Round, Stamp, Task};
use crate::words::{self, HourCycle};
use chrono::{NaiveDate, NaiveDateTime, TimeZone};

/// A request, with everything that it names looked up.
pub(super) struct LetterContext<'r> {
    pub(super) records: &'r Records,
    pub(super) request: &'r LetterRequest,
    pub(super) kind: LetterKind,
    /// The opportunity whose people get the letter.
    pub(super) opportunity: Option<&'r Opportunity>,
    /// What is known of that opportunity.
    pub(super) history: Option<History<'r>>,
    /// The round that it is about: the one that the action names, else the last that has ended.
    pub(super) round: Option<&'r Round>,
    pub(super) to: Option<&'r Person>,
    pub(super) signed: SignedOffer,
    /// Whether a thank-you has to say that a LinkedIn request will follow.
    pub(super) announces: bool,
    pub(super) now: Stamp,
    pub(super) hours: HourCycle,
    local: Box<dyn Fn(Stamp) -> NaiveDateTime + 'r>,
}

impl<'r> LetterContext<'r> {
    /// Looks up what a request names; `None` where nothing is written for its action.
    pub(super) fn of<Tz: TimeZone>(
        records: &'r Records,
        request: &'r LetterRequest,
        now: &'r Now<Tz>,
    ) -> Option<Self> {
        let local = Box::new(|at: Stamp| at.with_timezone(&now.zone).naive_local());
        let mut context = Self::look_up(records, request, now.at, now.hours, local)?;
        let home = context.opportunity.zip(context.to).filter(|_| context.kind == LetterKind::ThankYou);
        context.announces =
            home.is_some_and(|(one, to)| thanks_announce_linkedin(records, one.id, to.id, now));
        Some(context)
    }

    fn look_up(
        records: &'r Records,
        request: &'r LetterRequest,
        now: Stamp,
        hours: HourCycle,
        local: Box<dyn Fn(Stamp) -> NaiveDateTime + 'r>,
    ) -> Option<Self> {
        let kind = LetterKind::of(&request.key, request.decision)?;
        let opportunity = opportunity_of(records, request);
        let history = opportunity.map(|one| History::of(one, &records.people, now));
        let round = match (request.key.round, opportunity) {
            (Some(id), Some(opportunity)) => opportunity.round(id),
            _ => history.as_ref().and_then(|history| last_round(history, request.to)),
        };
        let to = match kind {
            LetterKind::FindContact => opportunity.and_then(|one| whom_to_ask_for_address(records, one)),
            _ => request.to.or(request.key.person).and_then(|id| records.people.get(&id)),
        };
        let signed = SignedOffer::of(records, history.as_ref(), now);
        Some(Self {
            records,
            request,
            kind,
            opportunity,
            history,
            round,
            to,
            signed,
            announces: false,
            now,
            hours,
            local,
        })
    }

    /// The local day and time of an instant.
    pub(super) fn local(&self, at: Stamp) -> NaiveDateTime {
        (self.local)(at)
    }

    /// The local day of an instant.
    pub(super) fn day(&self, at: Stamp) -> NaiveDate {
        self.local(at).date()
    }

    /// Today.
    pub(super) fn today(&self) -> NaiveDate {
        self.day(self.now)
    }

    /// The known rounds of the opportunity, by their end.
    pub(super) fn rounds(&self) -> &[&'r Round] {
        self.history.as_ref().map_or(&[], History::rounds)
    }

    /// The addressee's part in the round that the letter is about, else in the latest round with them.
    pub(super) fn met(&self) -> Option<&'r Met> {
        let to = self.to?.id;
        let here = self.round.and_then(|round| met_in(round, to));
        here.or_else(|| self.rounds().iter().rev().find_map(|round| met_in(round, to)))
    }

    /// The offer that the letter is about.
    pub(super) fn offer(&self) -> Option<&'r Offer> {
        let id = self.request.key.offer?;
        self.records.offering(id)?.offers.iter().find(|offer| offer.id == id)
    }

    /// The company as it is called in a letter to one of its people: as people say it, not as it is registered.
    pub(super) fn company(&self) -> String {
        let here = self.opportunity.map(|one| words::one_line(&one.company)).unwrap_or_default();
        let theirs = self.to.map(|person| words::one_line(&person.company)).unwrap_or_default();
        let name = words::company_name(if here.is_empty() { &theirs } else { &here });
        let is_small = !name.chars().any(char::is_uppercase);
        let name = if is_small { words::well_written(name) } else { name.to_owned() };
        words::titled(&name, "your company").to_owned()
    }
}

/// Somebody's part in a round.
pub(super) fn met_in(round: &Round, person: PersonId) -> Option<&Met> {
    round.course.as_ref()?.met.iter().find(|met| met.person == person)
}

/// The last round that has ended; one with that person, if there is one.
fn last_round<'r>(history: &History<'r>, with: Option<PersonId>) -> Option<&'r Round> {
    let with_them = |round: &&Round| with.is_some_and(|person| met_in(round, person).is_some());
    history.ended_rounds().rev().find(with_them).or_else(|| history.ended_rounds().next_back())
}

/// The opportunity whose people get the letter: the one that the action names; for more time, the one that made the
/// offer; for what is about a person alone, the latest one in which they appear.
pub(crate) fn opportunity_of<'r>(records: &'r Records, request: &LetterRequest) -> Option<&'r Opportunity> {
    let key = &request.key;
    if key.task == Task::AskForTime
        && let Some(offering) = key.offer.and_then(|offer| records.offering(offer))
    {
        return Some(offering);
    }
    if let Some(id) = key.opportunity {
        return records.opportunities.get(&id);
    }
    let person = key.person.or(request.to)?;
    let theirs = records.opportunities.values().filter(|one| one.everyone().contains(&person));
    theirs.max_by_key(|one| (one.rounds.iter().map(|round| round.ends).max(), one.id))
}

/// Whom to ask for the address of somebody: a recruiter, else whoever arranges things, else anybody else of the
/// opportunity; each only where the user can reach them by email.
pub(crate) fn whom_to_ask_for_address<'r>(
    records: &'r Records,
    opportunity: &Opportunity,
) -> Option<&'r Person> {
    let reached = opportunity
        .everyone()
        .into_iter()
        .filter_map(|id| records.people.get(&id))
        .filter(|person| person.email.is_some());
    let rank = |person: &&Person| match person.role {
        Role::Recruiter => 0,
        Role::Coordinator => 1,
        _ => 2,
    };
    reached.min_by_key(rank)
}
