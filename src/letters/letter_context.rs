//! What a letter is about: its request, with everything that it names looked up in the records.

use super::signed_offer::SignedOffer;
use super::{LetterKind, LetterRequest};
use crate::etiquette::{History, Now, thanks_announce_linkedin};
use crate::model::{
    Deliverable, Interest, Manner, Met, Offer, Opportunity, Person, PersonId, Records, Role, Round, Stamp,
    Task,
};
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
    pub(super) manner: Manner,
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
        let manner = records.settings.manner.unwrap_or(now.manner);
        let mut context = Self::look_up(records, request, now.at, (now.hours, manner), local)?;
        let home = context.opportunity.zip(context.to).filter(|_| context.kind == LetterKind::ThankYou);
        context.announces =
            home.is_some_and(|(one, to)| thanks_announce_linkedin(records, one.id, to.id, now));
        Some(context)
    }

    fn look_up(
        records: &'r Records,
        request: &'r LetterRequest,
        now: Stamp,
        (hours, manner): (HourCycle, Manner),
        local: Box<dyn Fn(Stamp) -> NaiveDateTime + 'r>,
    ) -> Option<Self> {
        let kind = LetterKind::of(&request.key, request.decision)?;
        let opportunity = opportunity_of(records, request);
        let history = opportunity.map(|one| History::of(one, &records.people, now));
        let round = match (request.key.round, opportunity) {
            (Some(id), Some(opportunity)) => opportunity.round(id),
            _ if kind == LetterKind::NewDate => opportunity.and_then(last_off),
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
            manner,
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

    /// Whose addresses the letter asks for: those whom the plan names, else those of the round who have none and were
    /// not thanked yet.
    pub(super) fn sought(&self) -> Vec<&'r Person> {
        let named = self.request.people.iter().chain(&self.request.key.person);
        let named: Vec<&Person> = named.filter_map(|id| self.records.people.get(id)).collect();
        if !named.is_empty() {
            return named;
        }
        let met = self.round.and_then(|round| Some((round.id, &round.course.as_ref()?.met)));
        let Some((round, met)) = met else { return Vec::new() };
        let is_thanked =
            |id| self.history.as_ref().is_some_and(|history| history.thanked(id, round).is_some());
        let people = met.iter().filter(|met| !is_thanked(met.person));
        let people = people.filter_map(|met| self.records.people.get(&met.person));
        people.filter(|person| person.email.is_none()).collect()
    }

    /// The agency's recruiter, where the opportunity came through one.
    pub(super) fn via(&self) -> Option<&'r Person> {
        self.opportunity?.via.and_then(|id| self.records.people.get(&id))
    }

    /// Whether the letter thanks and does not court: an offer is signed elsewhere, or the user looked back at the round
    /// and does not want the job, or does not know.
    pub(super) fn is_settled(&self) -> bool {
        let debrief = self.round.and_then(|round| round.debrief.as_ref());
        match self.signed {
            SignedOffer::Elsewhere => true,
            SignedOffer::Here => false,
            SignedOffer::None => debrief.is_some_and(|debrief| debrief.interest != Interest::Keen),
        }
    }

    /// The round that is coming, where there is one.
    pub(super) fn coming(&self) -> Option<&'r Round> {
        let rounds = self.opportunity?.rounds.iter();
        rounds.filter(|round| round.starts > self.now && round.off.is_none()).min_by_key(|round| round.starts)
    }

    /// What they asked for, where the letter delivers it.
    pub(super) fn item(&self) -> Option<&'r Deliverable> {
        let id = self.request.key.item?;
        self.round?.course.as_ref()?.deliver.iter().find(|item| item.id == id)
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

/// The round that was called off last.
fn last_off(opportunity: &Opportunity) -> Option<&Round> {
    opportunity.rounds.iter().filter(|round| round.off.is_some()).max_by_key(|round| round.off)
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
