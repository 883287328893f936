//! A letter, filled in from the facts.

use super::context::{LetterContext, with_letter_context};
use super::fingerprint_cache::close_prints;
use super::likeness::{ALIKE, Fingerprint, likeness};
use super::template::{Facts, render};
use super::texts::{Wording, wording};
use super::{Decision, LetterKind};
use crate::etiquette::{Action, Now};
use crate::model::{ActionKey, Letter, PersonId, Records, Template, TemplateId, Tone};
use crate::words;
use chrono::TimeZone;

/// What LinkedIn's form takes without a paid account, in characters.
pub const LINKEDIN_SHORT: usize = 200;
/// What it takes with one.
pub const LINKEDIN_LONG: usize = 300;

/// Which letter is wanted, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetterRequest {
    /// The action that it is for.
    pub key: ActionKey,
    /// To whom, where it goes to somebody by name.
    pub to: Option<PersonId>,
    /// Whether it carries thanks that are still unsent.
    pub carries_thanks: bool,
    /// The user's answer, where it is about an offer.
    pub decision: Decision,
    /// How it sounds.
    pub tone: Tone,
    /// Which build: 0 is the one that suits, the next ones are others.
    pub variant: usize,
    /// Whether there is room for 300 characters on LinkedIn, not for 200 only.
    pub long: bool,
    /// A template of the user's own, in place of ours.
    pub template: Option<TemplateId>,
}

impl LetterRequest {
    /// The letter for an action of that name, to the person whom it names.
    pub fn new(key: ActionKey, tone: Tone) -> Self {
        Self {
            key,
            to: key.person,
            carries_thanks: false,
            decision: Decision::default(),
            tone,
            variant: 0,
            long: false,
            template: None,
        }
    }

    /// The letter for an action of a plan.
    pub fn of(action: &Action, tone: Tone) -> Self {
        let to = action.to.or(action.key.person);
        Self { to, carries_thanks: action.carries_thanks, ..Self::new(action.key, tone) }
    }
}

/// Writes the letter; `None` for an action for which nothing is written.
///
/// The same records, order and day give the same letter. Two people of one company get different builds, as long as
/// there are builds left; and a build that would read like what somebody there got already comes last.
///
/// ```
/// use afterword::etiquette::Now;
/// use afterword::letters::{LetterRequest, compose};
/// use afterword::model::{ActionKey, Course, Met, Opportunity, Person, Records, Role, Round, Stamp, Task, Tone};
/// use afterword::model::{OpportunityId, PersonId, RoundId, uuid_v7};
///
/// let at = |seconds| Stamp::from_timestamp(seconds).unwrap();
/// let dana = PersonId(uuid_v7(0, [1; 10]));
/// let mut met = Met::new(dana);
/// met.talked_about = "We talked about the move to Postgres.".to_owned();
/// let mut round = Round::new(RoundId(uuid_v7(0, [2; 10])), at(1_772_442_000), at(1_772_445_600));
/// round.course = Some(Course { met: vec![met], ..Course::default() });
/// let mut acme = Opportunity::new(OpportunityId(uuid_v7(0, [3; 10])), "Acme", "Analyst");
/// let key = ActionKey {
///     opportunity: Some(acme.id),
///     round: Some(round.id),
///     person: Some(dana),
///     ..ActionKey::new(Task::ThankYou)
/// };
/// acme.rounds.push(round);
/// let mut records = Records::default();
/// records.people.insert(dana, Person::new(dana, "Dana Reyes", Role::HiringManager));
/// records.opportunities.insert(acme.id, acme);
///
/// let now = Now::new(at(1_772_449_200), chrono::Utc);
/// let letter = compose(&records, &LetterRequest::new(key, Tone::Warm), &now).unwrap();
/// assert!(letter.body.starts_with("Hi Dana,\n\nThank you"));
/// assert!(letter.body.contains("the move to Postgres"));
/// ```
pub fn compose<Tz: TimeZone>(records: &Records, order: &LetterRequest, now: &Now<Tz>) -> Option<Letter> {
    with_letter_context(records, order, now, letter)
}

/// How many builds there are to choose from.
pub fn variants<Tz: TimeZone>(records: &Records, order: &LetterRequest, now: &Now<Tz>) -> usize {
    let count = |occasion: &LetterContext<'_>| wording(occasion.kind, &occasion.facts()).bodies.len();
    with_letter_context(records, order, now, count).unwrap_or(0)
}

fn letter(occasion: &LetterContext<'_>) -> Letter {
    let facts = occasion.facts();
    let build = build(occasion, &facts);
    letter_with(occasion, facts, build)
}

/// The letter, from these facts, in this build.
pub(super) fn letter_with(occasion: &LetterContext<'_>, facts: Facts, build: usize) -> Letter {
    if let Some(template) = own_template(occasion) {
        return from_template(template, &facts, occasion.order.tone);
    }
    if occasion.kind.is_short() {
        return Letter { subject: String::new(), body: short(occasion, facts, build) };
    }
    let wording = wording(occasion.kind, &facts);
    let tone = occasion.order.tone;
    let subject = pick(wording.subjects, build).map_or_else(String::new, |text| render(text, &facts, tone));
    let text = pick(wording.bodies, build).map_or_else(String::new, |text| voice(text, &facts, tone));
    let body = format!("{}\n\n{text}\n\n{}", greeting(&facts, tone), farewell(&facts, tone, build));
    Letter { subject: words::capitalized(&subject), body }
}

fn own_template<'r>(occasion: &LetterContext<'r>) -> Option<&'r Template> {
    occasion.records.templates.get(&occasion.order.template?)
}

fn from_template(template: &Template, facts: &Facts, tone: Tone) -> Letter {
    let fill = |text: &str| render(&words::plain_text(text), facts, tone);
    Letter { subject: words::one_line(&fill(&template.subject)), body: fill(&template.body) }
}

/// What one tone says differently wherever it comes up; looked for in the template, never in the user's words.
const WARM: [(&str, &str); 7] = [
    ("I would ", "I’d "),
    ("I am ", "I’m "),
    ("I will not ", "I won’t "),
    ("I will ", "I’ll "),
    ("do not ", "don’t "),
    ("did not ", "didn’t "),
    ("could not ", "couldn’t "),
];
const FORMAL: [(&str, &str); 6] = [
    ("Many thanks", "Thank you very much"),
    ("Thanks again", "Thank you again"),
    ("glad to ", "pleased to "),
    ("happy to ", "pleased to "),
    ("keen on", "very interested in"),
    ("keen to", "eager to"),
];

/// Fills one of our templates in, in the tone.
fn voice(template: &str, facts: &Facts, tone: Tone) -> String {
    let swaps: &[(&str, &str)] = match tone {
        Tone::Warm => &WARM,
        Tone::Plain => &[],
        Tone::Formal => &FORMAL,
    };
    let mut template = template.to_owned();
    for (from, to) in swaps {
        template = template.replace(from, to);
    }
    render(&template, facts, tone)
}

fn pick<'t>(from: &[&'t str], at: usize) -> Option<&'t str> {
    from.get(at.checked_rem(from.len())?).copied()
}

/// Which build: the letter's own place in the row of those who get the same kind; then those that nobody in the row
/// has, then the others'. What reads like a note that somebody of the company got already comes after the rest.
pub(super) fn build(occasion: &LetterContext<'_>, facts: &Facts) -> usize {
    let all = wording(occasion.kind, facts).bodies.len().max(1);
    let (place, row) = occasion.place_in_row();
    let own = place % all;
    let free = (row..all).filter(|build| *build != own);
    let taken = (0..row.min(all)).filter(|build| *build != own);
    let builds = std::iter::once(own).chain(free).chain(taken);
    let there = if occasion.order.template.is_none() { close_prints(occasion) } else { Vec::new() };
    let (alike, apart): (Vec<usize>, Vec<usize>) =
        builds.partition(|build| is_alike(occasion, facts, *build, &there));
    apart.into_iter().chain(alike).nth(occasion.order.variant % all).unwrap_or(own)
}

/// Whether the letter in this build is too like one of these.
fn is_alike(occasion: &LetterContext<'_>, facts: &Facts, build: usize, there: &[Fingerprint]) -> bool {
    if there.is_empty() {
        return false;
    }
    let letter = letter_with(occasion, facts.clone(), build);
    let names = ["full_name", "company", "job", "me"].map(|name| facts.get(name)).join(" ");
    let print = Fingerprint::of(&letter.body, &names);
    there.iter().any(|other| likeness(&print, other) >= ALIKE)
}

/// A LinkedIn request: what does not fit is left out, the dearest last.
fn short(occasion: &LetterContext<'_>, mut facts: Facts, build: usize) -> String {
    let limit = if occasion.order.long { LINKEDIN_LONG } else { LINKEDIN_SHORT };
    let tone = occasion.order.tone;
    let (text, mut body) = (wording(occasion.kind, &facts), String::new());
    for left_out in ["", "long", "topic", "role", "name", "company"] {
        match left_out {
            "role" => facts.set("role", "the role"),
            "company" => facts.set("company", "your company"),
            _ => facts.set(leave(left_out), ""),
        }
        facts.set("role_up", words::capitalized(facts.get("role")));
        let hello = match (facts.knows("name"), tone) {
            (false, _) => "Hello, ".to_owned(),
            (true, Tone::Warm) => format!("Hi {}, ", facts.get("name")),
            (true, Tone::Plain) => format!("Hello {}, ", facts.get("name")),
            (true, Tone::Formal) => format!("Dear {}, ", facts.get("name")),
        };
        body = hello + &pick(text.bodies, build).map_or_else(String::new, |text| voice(text, &facts, tone));
        if body.chars().count() <= limit {
            return body;
        }
    }
    body.chars().take(limit).collect()
}

fn leave(name: &str) -> &'static str {
    match name {
        "long" => "long",
        "topic" => "topic",
        "name" => "name",
        _ => "nothing",
    }
}

/// The line at the start.
pub(super) fn greeting(facts: &Facts, tone: Tone) -> String {
    let name = facts.get("name");
    match (name.is_empty(), tone) {
        (true, Tone::Formal) => format!("Dear {} team,", facts.get("company")),
        (true, _) => "Hello,".to_owned(),
        (false, Tone::Warm) => format!("Hi {name},"),
        (false, Tone::Plain) => format!("Hello {name},"),
        (false, Tone::Formal) => format!("Dear {name},"),
    }
}

/// The lines at the end; without a name, no comma waits for it.
fn farewell(facts: &Facts, tone: Tone, build: usize) -> String {
    let ways: &[&str] = match tone {
        Tone::Warm => &["Warm regards", "All the best", "With warm thanks"],
        Tone::Plain => &["Best wishes", "Kind regards", "Best regards"],
        Tone::Formal => &["Yours sincerely", "With kind regards", "With best regards"],
    };
    let way = pick(ways, build).unwrap_or_default();
    if facts.knows("me") { format!("{way},\n{}", facts.get("me")) } else { way.to_owned() }
}

/// One of our letters as a template of the user's own to begin with: each fact stands as a place to fill.
pub fn template_text(kind: LetterKind, tone: Tone) -> Letter {
    let mut facts = Facts::default();
    for place in PLACEHOLDERS {
        facts.set(place.name, format!("{{{}}}", place.name));
    }
    for unused in
        ["said", "question", "answer", "missed", "promised", "was_due", "was_day", "asked", "announce"]
    {
        facts.set(unused, "");
    }
    for (up, plain) in [("role_up", "{role}"), ("item_up", "{item}"), ("spoken_up", "{spoken}")] {
        facts.set(up, plain);
    }
    facts.set("spoken", "our conversation {when}");
    let Wording { subjects, bodies } = wording(kind, &facts);
    let fill = |from: &[&str]| pick(from, 0).map_or_else(String::new, |text| voice(text, &facts, tone));
    if kind.is_short() {
        return Letter { subject: String::new(), body: format!("Hello {{name}}, {}", fill(bodies)) };
    }
    let body = format!("{}\n\n{}\n\n{}", greeting(&facts, tone), fill(bodies), farewell(&facts, tone, 0));
    Letter { subject: words::capitalized(&fill(subjects)), body }
}

fn facts_of(occasion: &LetterContext<'_>) -> Facts {
    occasion.facts()
}

/// A letter as the user has it, with places where the names and facts stand: to be used again for others.
pub fn as_template<Tz: TimeZone>(
    records: &Records,
    order: &LetterRequest,
    letter: &Letter,
    now: &Now<Tz>,
) -> (String, String) {
    let facts = with_letter_context(records, order, now, facts_of).unwrap_or_default();
    let opened = |text: &str| {
        let mut text = text.to_owned();
        for name in ["full_name", "name", "company", "role", "job", "topic", "skill", "missed", "me", "item"]
        {
            let fact = facts.get(name);
            if fact.chars().count() > 2 {
                text = text.replace(fact, &format!("{{{name}}}"));
            }
        }
        text
    };
    (opened(&letter.subject), opened(&letter.body))
}

/// A place that a template of the user's own can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placeholder {
    /// Its name, as it stands in braces.
    pub name: &'static str,
    /// What it is filled with.
    pub meaning: &'static str,
}

const fn place(name: &'static str, meaning: &'static str) -> Placeholder {
    Placeholder { name, meaning }
}

/// All places that a template of the user's own can hold.
pub const PLACEHOLDERS: [Placeholder; 15] = [
    place("name", "what you call them"),
    place("full_name", "their whole name"),
    place("company", "the company"),
    place("role", "the job, with “the”"),
    place("job", "the job’s name alone"),
    place("when", "the day you spoke"),
    place("topic", "what you talked about"),
    place("skill", "the skill that fits"),
    place("missed", "the point you missed"),
    place("promised", "by when they wanted to answer"),
    place("item", "what they asked for"),
    place("deadline", "by when you must answer"),
    place("whom", "whose address you look for"),
    place("since", "when you were last in contact"),
    place("me", "your name"),
];
