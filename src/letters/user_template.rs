//! Templates of the user's own: what they can hold, and how one comes from a letter.

use super::facts::{GAPS, facts};
use super::fill::{framed, pick, render_in_tone};
use super::letter_context::LetterContext;
use super::template::Facts;
use super::texts::wording;
use super::{LetterKind, LetterRequest};
use crate::etiquette::Now;
use crate::model::{Letter, Records, Tone};
use crate::words;
use chrono::TimeZone;

/// What stands in a template for a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placeholder {
    /// Its name, as it stands in braces.
    pub name: &'static str,
    /// What it is filled with.
    pub meaning: &'static str,
}

const fn placeholder(name: &'static str, meaning: &'static str) -> Placeholder {
    Placeholder { name, meaning }
}

/// All placeholders that a template of the user's own can hold.
pub const PLACEHOLDERS: [Placeholder; 15] = [
    placeholder("name", "what you call them"),
    placeholder("full_name", "their whole name"),
    placeholder("company", "the company"),
    placeholder("role", "the job, with “the”"),
    placeholder("job", "the job’s name alone"),
    placeholder("when", "the day you spoke"),
    placeholder("topic", "what you talked about"),
    placeholder("skill", "the skill that fits"),
    placeholder("missed", "the point you missed"),
    placeholder("promised", "by when they wanted to answer"),
    placeholder("item", "what they asked for"),
    placeholder("deadline", "by when you must answer"),
    placeholder("whom", "whose address you look for"),
    placeholder("since", "when you were last in contact"),
    placeholder("me", "your name"),
];

/// One of our letters as a template of the user's own to begin with: a placeholder stands for each fact.
pub fn template_text(kind: LetterKind, tone: Tone) -> Letter {
    /// Facts that our templates would say more about than a template of the user's own can hold.
    const LEFT_OUT: [&str; 9] =
        ["said", "skill_said", "question", "answer", "missed", "promised", "was_due", "asked", "written"];
    let mut facts = Facts::default();
    for place in PLACEHOLDERS {
        facts.set(place.name, format!("{{{}}}", place.name));
    }
    for name in LEFT_OUT {
        facts.set(name, String::new());
    }
    facts.set("role_up", "{role}".to_owned());
    facts.set("item_up", "{item}".to_owned());
    facts.set("skill_up", "{skill}".to_owned());
    facts.set("whom_short", "{whom}".to_owned());
    for (name, gap) in GAPS {
        facts.set(name, gap.to_owned());
    }
    facts.set("spoken", "our conversation {when}".to_owned());
    facts.note("interviewed", true);
    let wording = wording(kind, &facts);
    let body = render_in_tone(pick(wording.bodies, 0), &facts, tone);
    if kind.is_short() {
        return Letter { subject: String::new(), body: format!("Hello {{name}}, {body}") };
    }
    let subject = render_in_tone(pick(wording.subjects, 0), &facts, tone);
    Letter { subject: words::capitalized(&subject), body: framed(&body, &facts, tone, 0) }
}

/// A letter as the user has it, with placeholders where the names and facts stand, to be used again for others.
pub fn as_template<Tz: TimeZone>(
    records: &Records,
    request: &LetterRequest,
    letter: &Letter,
    now: &Now<Tz>,
) -> (String, String) {
    let facts = LetterContext::of(records, request, now).map(|context| facts(&context)).unwrap_or_default();
    (with_placeholders(&letter.subject, &facts), with_placeholders(&letter.body, &facts))
}

fn with_placeholders(text: &str, facts: &Facts) -> String {
    const NAMES: [&str; 10] =
        ["full_name", "name", "company", "role", "job", "topic", "skill", "missed", "me", "item"];
    let mut text = text.to_owned();
    for name in NAMES {
        let fact = facts.get(name);
        if fact.chars().count() > 2 {
            text = text.replace(fact, &format!("{{{name}}}"));
        }
    }
    text
}
