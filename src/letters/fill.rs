//! A wording with its facts in place, in a tone, between a greeting and a farewell.

use super::LetterKind;
use super::letter_context::LetterContext;
use super::template::{Facts, render};
use super::texts::wording;
use crate::model::{Letter, Tone};
use crate::words;

/// What LinkedIn's form takes without a paid account, in characters.
pub const LINKEDIN_SHORT: usize = 200;
/// What it takes with one.
pub const LINKEDIN_LONG: usize = 300;

pub(super) fn subject(template: &str, facts: &Facts, tone: Tone) -> String {
    words::capitalized(&render(template, facts, tone))
}

/// The letter, from these facts, in this variant.
pub(super) fn letter_with(context: &LetterContext<'_>, facts: Facts, variant: usize) -> Letter {
    let tone = context.request.tone;
    if let Some(template) = context.request.template.and_then(|id| context.records.templates.get(&id)) {
        let fill = |text: &str| render(&words::plain_text(text), &facts, tone);
        return Letter { subject: words::one_line(&fill(&template.subject)), body: fill(&template.body) };
    }
    if context.kind.is_short() {
        return Letter { subject: String::new(), body: linkedin_request(context, facts, variant) };
    }
    let wording = wording(context.kind, &facts);
    let subject = subject(pick(wording.subjects, variant), &facts, tone);
    let text = render_in_tone(pick(wording.bodies, variant), &facts, tone);
    let body = framed(&text, &facts, tone, variant);
    match to_be_handed_on(context) {
        None => Letter { subject, body },
        Some((via, to)) => Letter {
            subject: handed_on(context, subject),
            body: format!("{via}, would you please pass this note on to {to}? Thank you.\n\n{body}"),
        },
    }
}

/// Who hands it on, and to whom: a thank-you to somebody of a company that an agency stands before goes to the agency's
/// recruiter.
fn to_be_handed_on(context: &LetterContext<'_>) -> Option<(String, String)> {
    let (via, to) = context.via().zip(context.to).filter(|(via, to)| via.id != to.id)?;
    let name = |name: &str| words::well_written(&words::one_line(name));
    let (via, to) = (words::first_name(&name(&via.name)), name(&to.name));
    (context.kind == LetterKind::ThankYou && !via.is_empty() && !to.is_empty()).then_some((via, to))
}

pub(super) fn handed_on(context: &LetterContext<'_>, subject: String) -> String {
    match to_be_handed_on(context) {
        None => subject,
        Some((_, to)) => format!("For {to}: {subject}"),
    }
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
const FORMAL: [(&str, &str); 5] = [
    ("Many thanks", "Thank you very much"),
    ("Thanks ", "Thank you "),
    ("would be glad to ", "would be pleased to "),
    ("would be happy to ", "would be pleased to "),
    ("Just a line", "A short line"),
];

/// Fills one of our templates in, in the tone.
pub(super) fn render_in_tone(template: &str, facts: &Facts, tone: Tone) -> String {
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

/// One of a list, which is counted round; nothing where there is none.
pub(super) fn pick(list: &[&'static str], variant: usize) -> &'static str {
    variant.checked_rem(list.len()).and_then(|at| list.get(at)).copied().unwrap_or_default()
}

/// A LinkedIn request. What does not fit is left out, the dearest last.
fn linkedin_request(context: &LetterContext<'_>, mut facts: Facts, variant: usize) -> String {
    const LEFT_OUT: [(&str, &str); 8] = [
        ("long", ""),
        ("agreed", ""),
        ("announced", ""),
        ("topic", ""),
        ("job", ""),
        ("role", "the role"),
        ("name", ""),
        ("company", "your company"),
    ];
    let limit = if context.request.long { LINKEDIN_LONG } else { LINKEDIN_SHORT };
    let tone = context.request.tone;
    let template = pick(wording(context.kind, &facts).bodies, variant);
    let filled = |facts: &Facts| {
        let text = render_in_tone(template, facts, tone);
        match facts.get("name") {
            "" => format!("Hello, {text}"),
            name => format!("{} {name}, {text}", hello(tone)),
        }
    };
    let mut body = filled(&facts);
    for (name, instead) in LEFT_OUT {
        if body.chars().count() <= limit {
            return body;
        }
        facts.set(name, instead.to_owned());
        let role = words::capitalized(facts.get("role"));
        facts.set("role_up", role);
        body = filled(&facts);
    }
    body.chars().take(limit).collect()
}

/// The text between the line at the start and the lines at the end.
pub(super) fn framed(text: &str, facts: &Facts, tone: Tone, variant: usize) -> String {
    format!("{}\n\n{text}\n\n{}", greeting(facts, tone), farewell(text, facts, tone, variant))
}

fn greeting(facts: &Facts, tone: Tone) -> String {
    match (facts.get("name"), tone) {
        ("", Tone::Formal) => format!("Dear {} team,", facts.get("company")),
        ("", _) => "Hello,".to_owned(),
        (name, tone) => format!("{} {name},", hello(tone)),
    }
}

fn hello(tone: Tone) -> &'static str {
    match tone {
        Tone::Warm => "Hi",
        Tone::Plain => "Hello",
        Tone::Formal => "Dear",
    }
}

/// What a farewell ends in, and a letter may end in as well.
const SIGN_OFFS: [&str; 3] = ["regards", "wishes", "the best"];

/// The lines at the end, in words that the text does not end in already. Where the user's name is not known, no comma
/// waits for it.
fn farewell(text: &str, facts: &Facts, tone: Tone, variant: usize) -> String {
    let farewells: &[&str] = match (tone, facts.knows("us")) {
        (Tone::Warm, true) => &["Best", "Warm regards", "All the best"],
        (Tone::Warm, false) => &["Best wishes", "All the best", "Warm wishes"],
        (Tone::Plain, true) => &["Best regards", "Kind regards", "Best"],
        (Tone::Plain, false) => &["Kind regards", "Best wishes", "Best regards"],
        (Tone::Formal, true) => &["Sincerely", "Best regards", "Kind regards"],
        (Tone::Formal, false) => &["Yours sincerely", "With kind regards", "With best regards"],
    };
    let said = text.to_lowercase();
    let is_said =
        |farewell: &str| SIGN_OFFS.iter().any(|word| farewell.ends_with(word) && said.contains(word));
    let mut all = (variant..variant + farewells.len()).map(|variant| pick(farewells, variant));
    let farewell = all.find(|farewell| !is_said(farewell)).unwrap_or_else(|| pick(farewells, variant));
    match facts.get("me") {
        "" => farewell.to_owned(),
        me => format!("{farewell},\n{me}"),
    }
}
