//! What all opportunities and people say together, kept up to date entry by entry, so that a rule that looks
//! across the search costs the same however long the search is.

use super::digest::{Digest, OpenOffer};
use super::moments::Moments;
use super::signature::Signature;
use crate::model::{
    ActionKey, Channel, Mark, OfferId, OpportunityId, Person, PersonEventKind, PersonId, RoundId, Search,
    Stamp,
};
use crate::order;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What all opportunities and people say together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    digests: BTreeMap<OpportunityId, Digest>,
    pub(crate) active: usize,
    /// How many have a lesson on record.
    pub(crate) lessons: usize,
    /// When each stopped being live (`MAX` while it is).
    live_until: Moments,
    /// The last step of the search that each opportunity and each person shows.
    steps: Moments,
    first_facts: Moments,
    rounds: BTreeSet<(Stamp, RoundId, OpportunityId)>,
    offers: BTreeMap<(Stamp, OfferId, OpportunityId), Offering>,
    signed: BTreeSet<Signature>,
    /// The user's word on actions that look across the search, by where it was said (`None`: in the search record).
    words: BTreeMap<(ActionKey, Stamp, Option<OpportunityId>), Mark>,
    people: BTreeMap<PersonId, Line>,
    /// The soonest moment still to come at which each person's log is dated.
    ahead: Moments,
}

/// What a person's own record says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Line {
    connected: bool,
    /// The last contact made.
    step: Option<Stamp>,
    /// The soonest entry of the log that is still to come.
    ahead: Option<Stamp>,
}

/// An undecided offer, and to whom a message about it goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Offering {
    pub(crate) offer: OpenOffer,
    pub(crate) opportunity: OpportunityId,
    pub(crate) addressee: Option<PersonId>,
    pub(crate) channel: Channel,
}

/// The offers that matter to every other opportunity.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Offers {
    /// Those that wait for a decision, the first received first.
    pub(crate) undecided: Vec<Offering>,
    /// The one that was signed first.
    pub(crate) signed: Option<Signature>,
}

/// What one offer asks for, of each other opportunity alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Errand {
    /// R20.
    TellOthers(Offering),
    /// R21.
    AskForTime(Offering),
    /// R24.
    Withdraw(Signature),
}

impl Offers {
    /// What they ask for elsewhere.
    pub(crate) fn errands(&self) -> BTreeSet<Errand> {
        let undecided = self.undecided.iter().copied();
        let asked =
            undecided.flat_map(|offering| [Errand::TellOthers(offering), Errand::AskForTime(offering)]);
        order::set(asked.chain(self.signed.map(Errand::Withdraw)))
    }
}

impl Ledger {
    /// Enters an opportunity that is not in it.
    pub(crate) fn enter(&mut self, digest: Digest) {
        let id = digest.opportunity;
        self.active += usize::from(digest.active);
        self.lessons += usize::from(digest.lessons);
        self.live_until.add(digest.live_until());
        self.steps.add(digest.last_step);
        self.first_facts.add(digest.first_fact);
        self.rounds.extend(digest.next_round.map(|(at, round)| (at, round, id)));
        self.signed.extend(digest.signed.map(|(offer, at)| Signature { at, offer, opportunity: id }));
        self.offers.extend(offerings(&digest).map(|offering| (offering.key(), offering)));
        self.words.extend(digest.words.iter().map(|word| ((word.key, word.at, Some(id)), word.mark)));
        self.digests.insert(id, digest);
    }

    /// Takes an opportunity out.
    pub(crate) fn strike(&mut self, id: OpportunityId) -> Option<Digest> {
        let digest = self.digests.remove(&id)?;
        self.active -= usize::from(digest.active);
        self.lessons -= usize::from(digest.lessons);
        self.live_until.remove(digest.live_until());
        self.steps.remove(digest.last_step);
        self.first_facts.remove(digest.first_fact);
        digest.next_round.map(|(at, round)| self.rounds.remove(&(at, round, id)));
        digest.signed.map(|(offer, at)| self.signed.remove(&Signature { at, offer, opportunity: id }));
        for offering in offerings(&digest) {
            self.offers.remove(&offering.key());
        }
        for word in &digest.words {
            self.words.remove(&(word.key, word.at, Some(id)));
        }
        Some(digest)
    }

    /// Writes the words of the search record anew; returns the opportunities that they are or were about.
    pub(crate) fn put_search(&mut self, search: &Search, now: Stamp) -> BTreeSet<OpportunityId> {
        let before: Vec<_> = self.words.keys().filter(|(_, _, place)| place.is_none()).copied().collect();
        let said = search.marks.iter().filter(|said| said.at <= now);
        let said = said.filter(|said| matches!(said.mark, Mark::Done | Mark::Skipped));
        let after: Vec<_> = said.map(|said| ((said.action, said.at, None), said.mark)).collect();
        let keys = before.iter().chain(after.iter().map(|(key, _)| key));
        let about = order::set(keys.filter_map(|(key, ..)| key.opportunity));
        for key in before {
            self.words.remove(&key);
        }
        self.words.extend(after);
        about
    }

    /// Writes a person's line anew; returns whether they were connected before, and are now.
    pub(crate) fn put_person(&mut self, id: PersonId, person: Option<&Person>, now: Stamp) -> (bool, bool) {
        let before = self.people.remove(&id).unwrap_or_default();
        let line = person.map(|person| Line::of(person, now)).unwrap_or_default();
        self.steps.instead(before.step, line.step);
        self.ahead.instead(before.ahead, line.ahead);
        if line != Line::default() {
            self.people.insert(id, line);
        }
        (before.connected, line.connected)
    }

    /// The recruiters to stay in touch with. May name one twice.
    pub(crate) fn recruiters(&self) -> impl Iterator<Item = PersonId> {
        self.digests.values().flat_map(Digest::recruiters)
    }

    /// The last step of the search on the record of an opportunity or a person.
    pub(crate) fn last_step(&self) -> Option<Stamp> {
        self.steps.last()
    }

    pub(crate) fn first_fact(&self) -> Option<Stamp> {
        self.first_facts.first()
    }

    /// When the last of those that were live stopped being so.
    pub(crate) fn last_live(&self) -> Option<Stamp> {
        self.live_until.last()
    }

    /// The next round anywhere that has not started.
    pub(crate) fn next_round(&self) -> Option<(Stamp, RoundId, OpportunityId)> {
        self.rounds.first().copied()
    }

    /// The next moment at which a person's log says more.
    pub(crate) fn says_more_at(&self) -> Option<Stamp> {
        self.ahead.first()
    }

    pub(crate) fn offers(&self) -> Offers {
        Offers { undecided: self.offers.values().copied().collect(), signed: self.signed.first().copied() }
    }

    /// The user's last word on an action since a moment, wherever it was said.
    pub(crate) fn word_on(&self, key: ActionKey, since: Stamp) -> Option<(Mark, Stamp)> {
        let last = Some(OpportunityId(Uuid::max()));
        let said = self.words.range((key, since, None)..=(key, Stamp::MAX, last)).next_back();
        said.map(|((_, at, _), mark)| (*mark, *at))
    }

    pub(crate) fn digest(&self, id: OpportunityId) -> Option<&Digest> {
        self.digests.get(&id)
    }

    pub(crate) fn digests(&self) -> impl Iterator<Item = &Digest> {
        self.digests.values()
    }
}

impl Line {
    fn of(person: &Person, now: Stamp) -> Self {
        let past = || person.log.iter().filter(|event| event.at <= now);
        let step = past().filter(|event| matches!(event.what, PersonEventKind::ContactMade { .. }));
        Self {
            connected: person.connected || past().any(|event| event.what == PersonEventKind::Connected),
            step: step.map(|event| event.at).max(),
            ahead: person.log.iter().map(|event| event.at).filter(|at| *at > now).min(),
        }
    }
}

impl Offering {
    fn key(&self) -> (Stamp, OfferId, OpportunityId) {
        (self.offer.received, self.offer.id, self.opportunity)
    }
}

fn offerings(digest: &Digest) -> impl Iterator<Item = Offering> {
    digest.undecided.iter().map(|offer| Offering {
        offer: *offer,
        opportunity: digest.opportunity,
        addressee: digest.addressee,
        channel: digest.channel,
    })
}

/// The whole search, as the rules that look across it see it.
#[derive(Clone, Copy)]
pub(crate) struct Overview<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) offers: &'a Offers,
    pub(crate) search: &'a Search,
}
