//! Why, in words: the reason of an action in one line, with the action's own facts.

use super::zone::with_zone;
use super::{Action, History, Now, Reason, Status, thanks_announced_linkedin};
use crate::model::{Person, PersonId, Records, Stamp};
use crate::words;
use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use std::borrow::Cow;

/// Why an action is proposed: one line, with its own facts.
///
/// ```
/// use afterword::etiquette::{Now, plan, why};
/// use afterword::model::{Opportunity, OpportunityId, Records, Stamp, uuid_v7};
///
/// let mut records = Records::default();
/// let acme = Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst");
/// records.opportunities.insert(acme.id, acme);
/// let now = Now::new(Stamp::UNIX_EPOCH, chrono::Utc);
/// for action in plan(&records, &now).actions {
///     println!("{}", why(&action, &records, &now));
/// }
/// ```
pub fn why<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> String {
    with_zone(&now.zone, |zone| {
        let (today, over) = (zone.local(now.at).date(), action.window.opens <= now.at);
        let facts = Facts { action, records, now: now.at, today, over, hours: now.hours };
        let local: Local<'_> = &|at| zone.local(at);
        let still_asked = match action.reason {
            Reason::DecideBy(_) | Reason::SaidYes(_) => facts.still_asked(local),
            _ => String::new(),
        };
        facts.reason(local) + &still_asked
    })
}

/// What the words for a reason need.
struct Facts<'a> {
    action: &'a Action,
    records: &'a Records,
    now: Stamp,
    today: NaiveDate,
    /// Whether the action's window has opened.
    over: bool,
    hours: words::HourCycle,
}

/// The local day and time of an instant.
type Local<'a> = &'a dyn Fn(Stamp) -> NaiveDateTime;

impl Facts<'_> {
    #[allow(clippy::too_many_lines)] // one line a reason: a table, not a function to follow
    fn reason(&self, local: Local<'_>) -> String {
        match self.action.reason {
            Reason::BeforeLeaving => {
                "The last minutes are the easiest time to ask what happens next, and when.".to_owned()
            }
            Reason::NotRecorded => "Names and dates are clearest in the first hours.".to_owned(),
            Reason::WhileFresh => "One look back while it is fresh, then forward.".to_owned(),
            Reason::TheyGaveTime => format!("{} made time for you.", self.person("They")),
            Reason::TheyDecide => {
                format!("{} decides, though you did not meet.", self.person("The hiring manager"))
            }
            Reason::NoAddress => self.no_address(),
            Reason::TheyAgreed => format!("{} agreed to it when you met.", self.person("They")),
            Reason::Announced(Some(at)) => self.thanked(local(at).date()),
            Reason::Announced(None) => {
                "You have not asked them yet. Your thank-you will mention it, so send that first.".to_owned()
            }
            Reason::NotAnnounced => {
                "You did not ask, and no thank-you will announce it. Say where you met.".to_owned()
            }
            Reason::RecruiterOfIt => {
                format!(
                    "{} recruits for them, and recruiters know of other openings.",
                    self.person("This person")
                )
            }
            Reason::RecruiterAfterwards => {
                format!("This job is closed, but the recruiter of {} fills others, too.", self.company())
            }
            Reason::AskedFor(by) => format!("They asked for it by {}.", self.day(by)),
            Reason::PromiseOver(by) => self.promised(by),
            Reason::NoPromise(since) => {
                format!(
                    "They named no date. You last wrote or met {}; it often takes longer than they expect.",
                    self.back_then(since)
                )
            }
            Reason::SinceReply(since) => {
                format!(
                    "They wrote {} and named no date; it often takes longer than they expect.",
                    self.back_then(since)
                )
            }
            Reason::SinceSent(since) => {
                format!("You sent them what they wanted {}; give them time for it.", self.back_then(since))
            }
            Reason::SinceNews(since) => format!(
                "Things changed {}, and they named no date; it often takes longer than they expect.",
                self.back_then(since)
            ),
            Reason::StillSilent(since) => {
                format!("You asked {}; nothing came so far.", self.back_then(since))
            }
            Reason::SilentSince(since) => {
                format!(
                    "You asked for the last time {}. Mostly silence means no, and it is no verdict on you.",
                    self.back_then(since)
                )
            }
            Reason::NeverAsked => {
                "The time to ask has gone by. Mostly silence means no, and it is no verdict on you."
                    .to_owned()
            }
            Reason::TheySaidNo => {
                format!(
                    "{} said no. Thank them and stay open: another job there may come up.",
                    self.company()
                )
            }
            Reason::LastContact(day) => format!("You were last in touch {}.", self.back_then(day)),
            Reason::TooFew(active) => too_few(active),
            Reason::Quiet(Some(day)) => {
                format!("Your last step was {}, and nothing is signed yet.", self.back_then(day))
            }
            Reason::Quiet(None) => {
                "No step of the search is on record, and nothing is signed yet.".to_owned()
            }
            Reason::TheyOffered => format!("{} made you an offer.", self.company()),
            Reason::OnlySpoken => "So far the offer is only spoken.".to_owned(),
            Reason::OfferElsewhere(until) => format!(
                "You have an offer{}, and {} is still deciding.",
                until.map_or_else(String::new, |until| format!(
                    " that waits until {}",
                    self.end(until, local)
                )),
                self.company()
            ),
            Reason::DeadlineBefore(day) => {
                format!(
                    "The offer wants an answer before {} said they would decide, {}.",
                    self.company(),
                    self.day(day)
                )
            }
            Reason::DeadlineBeforeRound(at) => {
                format!(
                    "The offer wants an answer before your next round with {}, {}.",
                    self.company(),
                    self.day(local(at).date())
                )
            }
            Reason::Undecided(offers) => {
                format!(
                    "{} wait for your answer; with more than one you can negotiate.",
                    words::capitalized(&words::counted(offers as usize, "offer"))
                )
            }
            Reason::SaidYes(at) => {
                let since = self.back_then(local(at).date());
                format!("You said yes {since}; nothing is final before a signature.")
            }
            Reason::DecideBy(Some(_)) if self.action.status == Status::Overdue => {
                "The time that they named is over. Call them now, if you still want it.".to_owned()
            }
            Reason::DecideBy(Some(by)) => {
                format!(
                    "They wait for your answer until {}; nothing is final before a signature.",
                    self.end(by, local)
                )
            }
            Reason::DecideBy(None) => {
                "They wait for your answer; nothing is final before a signature.".to_owned()
            }
            Reason::SignedElsewhere => {
                format!("You have signed elsewhere; {} should not hear it last.", self.company())
            }
            Reason::CalledOff(at) => {
                format!("The round of {} is off, and no other day is known.", self.day(local(at).date()))
            }
            Reason::TheyAsk(day) => format!("They wrote {} and want an answer.", self.back_then(day)),
            Reason::RoundAhead(at) => {
                let (day, time) = (local(at).date(), words::clock(local(at).time(), self.hours));
                format!("Your next round starts {}, {time}.", words::on_day(day, self.today))
            }
        }
    }

    /// What they were asked about an offer and have not answered, as one more sentence.
    fn still_asked(&self, local: Local<'_>) -> String {
        let home = self.action.key.opportunity.and_then(|id| self.records.opportunities.get(&id));
        let offer = home.and_then(|home| home.offers.iter().find(|it| Some(it.id) == self.action.key.offer));
        let Some((home, offer)) = home.zip(offer) else { return String::new() };
        let requests = History::of(home, &self.records.people, self.now).requests(offer, self.records);
        let said = |(what, at): (&str, Stamp)| format!("{what} {}", self.back_then(local(at).date()));
        let asked: Vec<String> = requests.waiting().map(said).collect();
        if asked.is_empty() {
            return String::new();
        }
        format!(" You asked {}; no answer is noted yet.", words::list(&asked))
    }

    /// Whose thank-yous wait for an address.
    fn no_address(&self) -> String {
        let people = self.action.people.iter().filter_map(|id| self.records.people.get(id));
        let names: Vec<String> = people.map(first_name).collect();
        match names.as_slice() {
            [] => "Your thank-yous wait for an address.".to_owned(),
            [one] => format!("Your thank-you to {one} waits for an address."),
            more => format!("Your thank-yous to {} wait for their addresses.", words::list(more)),
        }
    }

    fn promised(&self, by: NaiveDate) -> String {
        let said = words::date(by, self.today);
        if self.over {
            format!("They promised an answer by {said}, and that day is over.")
        } else if by < self.today {
            format!("They promised an answer by {said}, and that day is over; give them a little longer.")
        } else {
            format!("They promised an answer by {said}; give them that day.")
        }
    }

    /// When the thank-you went, and whether it said that a request would come.
    fn thanked(&self, on: NaiveDate) -> String {
        let key = &self.action.key;
        let home = key.opportunity.and_then(|id| self.records.opportunities.get(&id));
        let told = home.zip(key.person).is_some_and(|(home, to)| thanks_announced_linkedin(home, to));
        let when = self.back_then(on);
        if told {
            format!("Your thank-you {when} said that it would come.")
        } else {
            format!("Your thank-you went out {when}; a request may follow it.")
        }
    }

    /// The first name of whom it is about, or other words at the start of a sentence where nobody is on record.
    fn person(&self, otherwise: &str) -> String {
        let id: Option<PersonId> = self.action.key.person.or(self.action.to);
        let person = id.and_then(|id| self.records.people.get(&id));
        person.map_or_else(|| otherwise.to_owned(), first_name)
    }

    fn company(&self) -> Cow<'_, str> {
        let opportunity = self.action.key.opportunity.and_then(|id| self.records.opportunities.get(&id));
        opportunity.map_or("the company".into(), |opportunity| words::isolated(&opportunity.company))
    }

    fn day(&self, day: NaiveDate) -> String {
        words::day(day, self.today)
    }

    fn back_then(&self, day: NaiveDate) -> String {
        words::back_then(day, self.today)
    }

    /// An end: "the end of Thursday" for a midnight, else "Thursday, 17:00".
    fn end(&self, at: Stamp, local: Local<'_>) -> String {
        words::end(local(at), local(words::last_moment(at)).date(), self.today, self.hours)
    }
}

fn first_name(person: &Person) -> String {
    words::isolated(&words::first_name(&person.name)).into_owned()
}

fn too_few(active: u32) -> String {
    match active {
        0 => "Nothing else is under way. The next one may fit better.".to_owned(),
        1 => "Only one is under way. They talk with others too, and things fall through.".to_owned(),
        more => format!(
            "Only {} are under way. They talk with others too, and things fall through.",
            words::number(more as usize)
        ),
    }
}

#[cfg(test)]
mod tests;
