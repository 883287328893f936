//! What a letter is about: the facts that its template draws on, taken from the records.

use super::signed_offer::SignedOffer;
use super::template::Facts;
use super::{LetterKind, LetterRequest, debrief_placement};
use crate::etiquette::{LinkedinAudience, Now, Playbook, WorkCalendar};
use crate::model::{
    Conversation, Debrief, EventKind, Met, Offer, Opportunity, OpportunityId, Permission, Person, PersonId,
    Records, Role, Round, RoundId, Stamp, Tone,
};
use crate::words::{self, HourCycle};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeZone, Timelike};

/// An order, with the records that it is about looked up.
pub(super) struct LetterContext<'r> {
    pub(super) records: &'r Records,
    pub(super) order: &'r LetterRequest,
    pub(super) kind: LetterKind,
    /// The opportunity whose people get the letter.
    pub(super) home: Option<&'r Opportunity>,
    pub(super) round: Option<&'r Round>,
    pub(super) to: Option<&'r Person>,
    pub(super) now: Stamp,
    hours: HourCycle,
    local: &'r dyn Fn(Stamp) -> NaiveDateTime,
}

/// Looks an order up and does something with it; the zone's type ends here.
pub(super) fn with_letter_context<Tz: TimeZone, T>(
    records: &Records,
    order: &LetterRequest,
    now: &Now<Tz>,
    work: impl FnOnce(&LetterContext<'_>) -> T,
) -> Option<T> {
    let local = |at: Stamp| at.with_timezone(&now.zone).naive_local();
    let occasion = LetterContext::of(records, order, (now.at, now.hours), &local)?;
    Some(work(&occasion))
}

impl<'r> LetterContext<'r> {
    fn of(
        records: &'r Records,
        order: &'r LetterRequest,
        (now, hours): (Stamp, HourCycle),
        local: &'r dyn Fn(Stamp) -> NaiveDateTime,
    ) -> Option<Self> {
        let kind = LetterKind::of(&order.key, order.decision)?;
        let home = home(records, order);
        let round = home.and_then(|home| match order.key.round {
            Some(id) => home.round(id),
            None => last_round(home, now, order.to),
        });
        let to = match kind {
            LetterKind::FindContact => {
                home.and_then(|home| whom_to_ask_for_address(records, home, order.key.person))
            }
            _ => order.to.or(order.key.person).and_then(|id| records.people.get(&id)),
        };
        Some(Self { records, order, kind, home, round, to, now, hours, local })
    }

    fn today(&self) -> NaiveDate {
        self.day(self.now)
    }

    fn day(&self, at: Stamp) -> NaiveDate {
        (self.local)(at).date()
    }

    /// Whether the user still wants the job.
    pub(super) fn signed(&self) -> SignedOffer {
        self.home.map_or(SignedOffer::None, |home| SignedOffer::of(self.records, home, self.now))
    }

    /// The part of the person in the round that the letter is about, else in the latest round with them.
    fn met(&self) -> Option<&'r Met> {
        let to = self.to?.id;
        let own = self.round.and_then(|round| met_in(round, to));
        own.or_else(|| {
            let mut rounds: Vec<&Round> = self.home?.rounds.iter().collect();
            crate::order::by_key(&mut rounds, |round| round.ends);
            rounds.iter().rev().find_map(|round| met_in(round, to))
        })
    }

    /// All facts.
    pub(super) fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        self.names(&mut facts);
        self.conversation(&mut facts);
        self.looking_back(&mut facts);
        self.waiting(&mut facts);
        self.offer(&mut facts);
        for (name, from) in UP {
            let text = words::capitalized(facts.get(from));
            facts.set(name, text);
        }
        facts
    }

    fn names(&self, facts: &mut Facts) {
        let written = |name: &str| words::well_written(&words::one_line(name));
        let name = self.to.map(|person| written(&person.name)).unwrap_or_default();
        let called = match self.order.tone {
            Tone::Formal => words::formal_name(&name),
            Tone::Warm | Tone::Plain => words::first_name(&name),
        };
        facts.set("name", called);
        facts.set("full_name", name);
        facts.set("company", company(self.home, self.to));
        let job = self.home.map(|home| words::one_line(&home.role)).unwrap_or_default();
        facts.set("role", the_role(&job));
        facts.set("job", job);
        facts.set("me", written(&self.records.settings.name));
        let whom = self.order.key.person.and_then(|id| self.records.people.get(&id));
        let whom = whom.map(|person| written(&person.name)).unwrap_or_default();
        facts.set("whom", words::titled(&whom, "the person who talked with me"));
        let role = self.to.map_or(Role::Other, |person| person.role);
        facts.note("manager", role == Role::HiringManager);
        facts.note("recruiter", matches!(role, Role::Recruiter | Role::Coordinator));
        facts.note("long", self.order.long);
    }

    fn conversation(&self, facts: &mut Facts) {
        let met = self.met();
        let when = self.round.map(|round| words::back_then(self.day(round.ends), self.today()));
        let when = when.unwrap_or_else(|| "recently".to_owned());
        let gone_by = self.round.map(|round| (self.today() - self.day(round.ends)).num_days());
        facts.note("days_on", gone_by.is_some_and(|days| days > 1));
        let noun = if met.is_some() { "our conversation" } else { "the interview" };
        facts.set("spoken", format!("{noun} {when}"));
        facts.set("when", when);
        let talked = met.map_or("", |met| met.talked_about.as_str());
        let (topic, said) = topic(talked);
        let topic = theirs_is_yours(&topic);
        facts.set("topic", topic);
        facts.set("said", said);
        facts.set("skill", met.map_or_else(String::new, |met| words::fragment(&met.skill)));
        facts.note("unmet", met.is_none());
        facts.note("brief", met.is_some_and(|met| met.conversation == Conversation::Brief));
        facts.note("agreed", self.permission() == Permission::Allowed);
        let told = self.home.zip(self.to).is_some_and(|(home, to)| home.told_of_linkedin(to.id));
        facts.note("announced", told);
        facts.note("announce", self.kind == LetterKind::ThankYou && self.announces_linkedin());
        facts.note("thanks", self.order.carries_thanks && met.is_some());
        let earlier = self.earlier_rounds();
        facts.note("later", !earlier.is_empty());
        let again = |round: &&Round| self.to.is_some_and(|to| met_in(round, to.id).is_some());
        facts.note("again", earlier.iter().any(again));
        let title = self.round.map_or_else(String::new, |round| round.title.to_lowercase());
        facts.note("last", title.contains("final") || title.contains("last"));
        let ended = self.home.and_then(|home| outcome(home, self.now));
        facts.note("over", ended.is_some());
        facts.note("silent", ended == Some(&EventKind::ClosedSilent));
        facts.note("joining", self.signed() == SignedOffer::Here);
        facts.note("settled", self.signed() == SignedOffer::Elsewhere);
        facts.note("offered", self.home.is_some_and(|home| has_offered(home, self.now)));
    }

    fn looking_back(&self, facts: &mut Facts) {
        let nothing = Debrief::default();
        let debrief = self.round.and_then(|round| round.debrief.as_ref()).unwrap_or(&nothing);
        let reached = debrief_placement::carries(self);
        let carried = |text: &str, so: bool| if so { words::one_line(text) } else { String::new() };
        // A question where things stand has room for one more point, not for an answer made anew.
        let anew = reached && self.kind == LetterKind::ThankYou;
        facts.set("missed", ended(&words::left_unsaid(&carried(&debrief.point_missed, reached))));
        facts.set("question", words::stopped_as_question(&carried(&debrief.question, anew)));
        facts.set("answer", words::stopped(&carried(&debrief.better_answer, anew)));
        let badly = debrief.feeling == crate::model::Feeling::Badly;
        // That it went badly is only said where the letter has something to put right.
        let mends = facts.knows("missed") || facts.knows("answer");
        facts.note("bad", badly && mends && self.kind == LetterKind::ThankYou);
    }

    fn waiting(&self, facts: &mut Facts) {
        let today = self.today();
        let promised = self.home.and_then(|home| promised(home, self.now));
        let by = promised.and_then(|(_, by)| by);
        facts.note("theirs", self.to.is_some_and(|to| by == Some(to.id)));
        let promise = promised.map(|(day, _)| day);
        let ahead = promise.filter(|day| *day > today);
        facts.set("promised", ahead.map_or_else(String::new, |day| format!("by {}", short(day, today))));
        let behind = promise.filter(|day| *day < today).map(|day| past(day, today));
        facts.set("was_due", behind.as_ref().map_or_else(String::new, |day| format!("by {day}")));
        facts.set("was_day", behind.unwrap_or_default());
        let asked = self.home.and_then(|home| last_asked(home, self.now)).map(|at| self.day(at));
        facts.set("asked", asked.map_or_else(String::new, |day| words::back_then(day, today)));
        facts.set("asked_day", asked.map_or_else(String::new, |day| past(day, today)));
        let item = self
            .round
            .and_then(|round| round.course.as_ref())
            .and_then(|course| course.deliver.iter().find(|item| Some(item.id) == self.order.key.item));
        let item = item.map(|item| words::fragment(&item.what)).unwrap_or_default();
        facts.set("item", words::titled(&item, "the documents"));
        let since = self.to.and_then(|to| last_contact(self.records, to, self.now)).map(|at| self.day(at));
        facts.set("since", since.map_or_else(String::new, |day| month_of(day, today)));
        let job = self.home.map(|home| words::one_line(&home.role)).unwrap_or_default();
        facts.set("about", if job.is_empty() { "a job".to_owned() } else { the_role(&job) });
    }

    fn offer(&self, facts: &mut Facts) {
        let today = self.today();
        let offer = offer(self.records, self.order);
        let deadline = offer.and_then(|offer| offer.respond_by).filter(|by| *by > self.now);
        let named = deadline.map(|by| self.named_deadline(by));
        let with = |word: &str| named.as_ref().map_or_else(String::new, |day| format!("{word} {day}"));
        facts.set("deadline", with("by"));
        facts.set("until", with("until"));
        facts.set("deadline_day", named.clone().unwrap_or_default());
        facts.note("spoken_offer", offer.is_some_and(|offer| offer.written.is_none()));
        let other = self.order.key.opportunity.and_then(|id| self.records.opportunities.get(&id));
        let awaited =
            other.filter(|_| self.kind == LetterKind::AskForTime).and_then(|one| promise(one, self.now));
        let wanted = awaited.map(|day| WorkCalendar::of(&self.records.settings).business_days_after(day, 2));
        let wanted = wanted.filter(|day| *day > today).map(|day| short(day, today));
        facts.set("wanted", wanted.as_ref().map_or_else(String::new, |day| format!("by {day}")));
        facts.set("wanted_day", wanted.unwrap_or_default());
    }

    /// "Friday", or "Friday at 12:00" where the day is not to its end theirs.
    fn named_deadline(&self, by: Stamp) -> String {
        const EVENING: u32 = 17;
        let day = short(self.day(words::last_moment(by)), self.today());
        let time = (self.local)(by).time();
        if (1..EVENING).contains(&time.hour()) {
            format!("{day} at {}", words::clock(time, self.hours))
        } else {
            day
        }
    }

    /// Which of the builds is this letter's, before the user asks for another: each person of a company who would
    /// get one of the same builds has a different place in the row.
    pub(super) fn place_in_row(&self) -> (usize, usize) {
        let Some(home) = self.home else {
            return (self.to.map_or(0, |to| self.records.people.range(..to.id).count()), 1);
        };
        match self.kind {
            LetterKind::ThankYou => {
                place(&self.row_of_thanks(home), &(self.order.key.person, self.order.key.round))
            }
            LetterKind::LinkedinRequest => {
                let everyone: Vec<Option<PersonId>> = home.everyone().into_iter().map(Some).collect();
                place(&everyone, &self.order.key.person)
            }
            LetterKind::FindContact => {
                let everyone: Vec<Option<PersonId>> = home.everyone().into_iter().map(Some).collect();
                (place(&everyone, &self.order.key.person).0, 1)
            }
            _ => (self.records.opportunities.range(..home.id).count(), 1),
        }
    }

    /// Everyone of the opportunity who is thanked with the same set of builds, in order.
    fn row_of_thanks(&self, home: &Opportunity) -> Vec<(Option<PersonId>, Option<RoundId>)> {
        let mut rounds: Vec<&Round> = home.rounds.iter().collect();
        crate::order::by_key(&mut rounds, |round| (round.ends, round.id));
        let met = rounds.iter().flat_map(|round| {
            let met = round.course.as_ref().map_or(&[][..], |course| &course.met);
            met.iter().map(|met| (met, round.id))
        });
        let set = self.met().map(|met| self.set_of(met));
        let same = met.filter(|(met, _)| Some(self.set_of(met)) == set);
        same.map(|(met, round)| (Some(met.person), Some(round))).collect()
    }

    fn set_of(&self, met: &Met) -> (bool, bool) {
        if self.signed() != SignedOffer::None {
            return (false, false);
        }
        let role = self.records.people.get(&met.person).map_or(Role::Other, |person| person.role);
        let brief = met.conversation == Conversation::Brief;
        (brief, !brief && matches!(role, Role::Recruiter | Role::Coordinator))
    }

    /// Rounds of the opportunity that were over before this letter's.
    fn earlier_rounds(&self) -> Vec<&'r Round> {
        let (Some(home), Some(this)) = (self.home, self.round) else { return Vec::new() };
        home.rounds.iter().filter(|round| round.id != this.id && round.ends < this.ends).collect()
    }

    /// The latest word on LinkedIn.
    fn permission(&self) -> Permission {
        let (Some(home), Some(to)) = (self.home, self.to) else { return Permission::NotAsked };
        let mut words: Vec<(Stamp, Permission)> = home
            .rounds
            .iter()
            .filter_map(|round| met_in(round, to.id).map(|met| (round.ends, met.linkedin)))
            .filter(|(_, word)| *word != Permission::NotAsked)
            .collect();
        crate::order::by_key(&mut words, |(at, _)| *at);
        words.last().map_or(Permission::NotAsked, |(_, word)| *word)
    }

    /// Whether a thank-you has to say that a LinkedIn request will follow: it was not asked, it is still to come,
    /// and the playbook wants one.
    fn announces_linkedin(&self) -> bool {
        let (Some(to), Some(met)) = (self.to, self.met()) else { return false };
        let recruiter = to.role == Role::Recruiter;
        let wanted = match Playbook::get(self.records.settings.playbook).linkedin_audience().value {
            LinkedinAudience::EveryoneMet => true,
            LinkedinAudience::Significant => met.conversation == Conversation::Significant,
            LinkedinAudience::Recruiters => recruiter,
            LinkedinAudience::Considered => recruiter || met.conversation == Conversation::Significant,
        };
        let linked = || {
            let mut events = self.records.opportunities.values().flat_map(|one| &one.events);
            events.any(|event| match event.what {
                EventKind::LinkedinSent { person } | EventKind::Connected { person } => person == to.id,
                _ => false,
            })
        };
        let searching = self.signed() == SignedOffer::None;
        wanted && searching && !to.connected && self.permission() == Permission::NotAsked && !linked()
    }
}

/// Facts with a large first letter, and what they are made of.
const UP: [(&str, &str); 5] = [
    ("role_up", "role"),
    ("topic_up", "topic"),
    ("item_up", "item"),
    ("spoken_up", "spoken"),
    ("when_up", "when"),
];

fn place<T: PartialEq>(row: &[T], one: &T) -> (usize, usize) {
    (row.iter().position(|other| other == one).unwrap_or(row.len()), row.len())
}

/// Where the letter goes: the opportunity of the action; for more time, the one that made the offer; for what is
/// about a person alone, the latest in which they appear.
fn home<'r>(records: &'r Records, order: &LetterRequest) -> Option<&'r Opportunity> {
    let key = &order.key;
    if key.task == crate::model::Task::AskForTime
        && let Some(offering) = offering(records, order)
    {
        return Some(offering);
    }
    if let Some(id) = key.opportunity {
        return records.opportunities.get(&id);
    }
    let person = key.person.or(order.to)?;
    let theirs = records.opportunities.values().filter(|one| one.everyone().contains(&person));
    theirs.max_by_key(|one| (one.rounds.iter().map(|round| round.ends).max(), one.id))
}

fn offering<'r>(records: &'r Records, order: &LetterRequest) -> Option<&'r Opportunity> {
    records.offering(order.key.offer?)
}

fn offer<'r>(records: &'r Records, order: &LetterRequest) -> Option<&'r Offer> {
    let id = order.key.offer?;
    offering(records, order)?.offers.iter().find(|offer| offer.id == id)
}

/// The last round that is over, with that person if there was one with them.
fn last_round(home: &Opportunity, now: Stamp, with: Option<PersonId>) -> Option<&Round> {
    let over = || home.rounds.iter().filter(|round| round.ends <= now);
    let met = over().filter(|round| with.is_some_and(|id| met_in(round, id).is_some()));
    met.max_by_key(|round| round.ends).or_else(|| over().max_by_key(|round| round.ends))
}

fn met_in(round: &Round, person: PersonId) -> Option<&Met> {
    round.course.as_ref()?.met.iter().find(|met| met.person == person)
}

/// Whom to ask for an address: a recruiter, else whoever arranges things, else anybody else of the company; each only
/// where they can be reached.
pub(crate) fn whom_to_ask_for_address<'r>(
    records: &'r Records,
    home: &Opportunity,
    sought: Option<PersonId>,
) -> Option<&'r Person> {
    let people = home.everyone().into_iter().filter(|id| Some(*id) != sought);
    let people: Vec<&Person> = people.filter_map(|id| records.people.get(&id)).collect();
    let of = |role: Role| people.iter().copied().find(|person| person.role == role && person.email.is_some());
    let anybody = || people.iter().copied().find(|person| person.email.is_some());
    of(Role::Recruiter).or_else(|| of(Role::Coordinator)).or_else(anybody)
}

fn promise(home: &Opportunity, now: Stamp) -> Option<NaiveDate> {
    promised(home, now).map(|(day, _)| day)
}

/// The latest promised day, of a reply or of a round since, and who named it, where that is known.
fn promised(home: &Opportunity, now: Stamp) -> Option<(NaiveDate, Option<PersonId>)> {
    let rounds = home.rounds.iter().filter(|round| round.ends <= now).filter_map(|round| {
        round.course.as_ref().map(|course| (round.ends, course.reply_by.date(), course.promised_by))
    });
    let replies = home.events.iter().filter(|event| event.at <= now).filter_map(|event| match event.what {
        EventKind::ReplyReceived { reply_by, person } => Some((event.at, reply_by, person)),
        _ => None,
    });
    let (_, day, by) = rounds.chain(replies).max_by_key(|(at, ..)| *at)?;
    Some((day?, by))
}

fn last_asked(home: &Opportunity, now: Stamp) -> Option<Stamp> {
    let asked = home.events.iter().filter(|event| matches!(event.what, EventKind::FollowUpSent { .. }));
    asked.map(|event| event.at).filter(|at| *at <= now).max()
}

/// Whether they made an offer that still waits for an answer.
fn has_offered(home: &Opportunity, now: Stamp) -> bool {
    let answered = |offer: &Offer| [offer.signed, offer.declined].iter().flatten().any(|at| *at <= now);
    home.offers.iter().any(|offer| offer.received <= now && !answered(offer))
}

pub(super) fn outcome(home: &Opportunity, now: Stamp) -> Option<&EventKind> {
    let ends = home.events.iter().filter(|event| {
        let over =
            matches!(event.what, EventKind::Rejected { .. } | EventKind::Withdrawn | EventKind::ClosedSilent);
        over && event.at <= now
    });
    ends.max_by_key(|event| event.at).map(|event| &event.what)
}

/// When the user and a person were last in contact.
fn last_contact(records: &Records, to: &Person, now: Stamp) -> Option<Stamp> {
    let opportunities = records.opportunities.values();
    let rounds = opportunities.flat_map(|one| &one.rounds).filter(|round| met_in(round, to.id).is_some());
    let events =
        records.opportunities.values().flat_map(|one| &one.events).filter(|event| match event.what {
            EventKind::ThankYouSent { person, .. }
            | EventKind::LinkedinSent { person }
            | EventKind::Connected { person }
            | EventKind::ContactMade { person } => person == to.id,
            EventKind::FollowUpSent { person }
            | EventKind::ReplyReceived { person, .. }
            | EventKind::Rejected { person } => person == Some(to.id),
            _ => false,
        });
    let log = to.log.iter().map(|event| event.at);
    let all = rounds.map(|round| round.ends).chain(events.map(|event| event.at)).chain(log);
    all.filter(|at| *at <= now).max()
}

/// The company as it is called in a letter to one of its people.
pub(super) fn company(home: Option<&Opportunity>, to: Option<&Person>) -> String {
    let own = home.map(|home| words::one_line(&home.company)).unwrap_or_default();
    let theirs = to.map(|person| words::one_line(&person.company)).unwrap_or_default();
    let name = spoken_name(if own.is_empty() { &theirs } else { &own });
    let small = !name.chars().any(char::is_uppercase);
    words::titled(&if small { words::well_written(name) } else { name.to_owned() }, "your company").to_owned()
}

/// A company's name as people say it, without its legal form.
fn spoken_name(company: &str) -> &str {
    const FORMS: [&str; 11] =
        ["ltd", "limited", "inc", "llc", "llp", "plc", "corp", "gmbh", "ag", "bv", "pty"];
    let mut name = company.trim();
    while let Some((head, last)) = name.rsplit_once(' ') {
        let form = last.trim_end_matches('.').to_lowercase();
        if head.is_empty() || !FORMS.contains(&form.as_str()) {
            break;
        }
        name = head.trim_end_matches([',', ' ']);
    }
    name
}

/// What was noted about the one who is written to, as it is said to them: "their migration" is "your migration".
fn theirs_is_yours(topic: &str) -> String {
    match topic.split_once(' ') {
        Some(("their" | "his" | "her", rest)) => format!("your {rest}"),
        _ => topic.to_owned(),
    }
}

/// "the Analyst role"; "the role" where it has no name.
fn the_role(job: &str) -> String {
    // "(Remote)" behind it is for the advertisement.
    let job = job.strip_suffix(')').and_then(|job| job.rsplit_once(" (")).map_or(job, |(job, _)| job);
    let small = job.to_lowercase();
    let named = ["role", "position", "job"].iter().any(|word| small.ends_with(word));
    match (job.is_empty(), named) {
        (true, _) => "the role".to_owned(),
        (false, true) if small.starts_with("the ") => words::lowered(job),
        (false, true) => format!("the {job}"),
        (false, false) => format!("the {job} role"),
    }
}

/// What was talked about: a matter that fits inside a sentence, or else sentences of the user's own.
fn topic(typed: &str) -> (String, String) {
    const SUBJECTS: [&str; 9] = ["i", "we", "you", "he", "she", "they", "it", "there", "that"];
    let fitted = words::fragment(typed);
    let first = fitted.split(' ').next().unwrap_or_default().to_lowercase();
    let subject = first.split(['\'', '’']).next().unwrap_or_default();
    let sentences = fitted.contains(['.', '?', '!']) && fitted.contains(' ');
    if sentences || SUBJECTS.contains(&subject) || words::word_count(&fitted) > 16 {
        (String::new(), words::stopped(&words::one_line(typed)))
    } else {
        (fitted, String::new())
    }
}

/// The text with a stop at its end, its start left as it is.
fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with(['.', '?', '!', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// "Friday" within the week ahead, else "13 March".
fn short(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        1..=6 => words::weekday(day).to_owned(),
        0 => "today".to_owned(),
        _ => words::calendar_day(day, today),
    }
}

/// "Friday" within the week behind, else "13 March".
fn past(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1..=6 => words::weekday(day).to_owned(),
        _ => words::calendar_day(day, today),
    }
}

fn month_of(day: NaiveDate, today: NaiveDate) -> String {
    let month = words::month(day.month());
    if day.year() == today.year() { month.to_owned() } else { format!("{month} {}", day.year()) }
}

/// The opportunity whose people get the letter of an order.
pub(crate) fn opportunity_of(records: &Records, order: &LetterRequest) -> Option<OpportunityId> {
    home(records, order).map(|home| home.id)
}
