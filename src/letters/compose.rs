//! A letter: its facts, the variant of its wording, and a subject that is not taken.

use super::earlier_letters::subjects_nearby;
use super::facts::facts;
use super::fill::{handed_on, letter_with, pick, subject};
use super::letter_context::LetterContext;
use super::template::Facts;
use super::texts::wording;
use super::variant::variant;
use super::{LetterKind, LetterRequest};
use crate::etiquette::Now;
use crate::model::{Letter, Records};
use chrono::TimeZone;

/// Writes the letter; `None` for an action for which nothing is written.
///
/// The same records, request and day give the same letter. Two people of one company get different variants, as long
/// as there are variants left; and a variant that would read like what somebody there got already comes last.
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
pub fn compose<Tz: TimeZone>(records: &Records, request: &LetterRequest, now: &Now<Tz>) -> Option<Letter> {
    LetterContext::of(records, request, now).map(|context| letter(&context))
}

/// How many variants there are to choose from.
pub fn variants<Tz: TimeZone>(records: &Records, request: &LetterRequest, now: &Now<Tz>) -> usize {
    let context = LetterContext::of(records, request, now);
    context.map_or(0, |context| wording(context.kind, &facts(&context)).bodies.len())
}

fn letter(context: &LetterContext<'_>) -> Letter {
    let facts = facts(context);
    let variant = variant(context, &facts);
    if context.kind != LetterKind::ThankYou || context.request.template.is_some() {
        return letter_with(context, facts, variant);
    }
    let subject = fresh_subject(context, &facts, variant);
    Letter { subject, ..letter_with(context, facts, variant) }
}

/// A subject that nobody else of the company got yet: the variant's own, else the next that is free.
fn fresh_subject(context: &LetterContext<'_>, facts: &Facts, variant: usize) -> String {
    let taken = subjects_nearby(context);
    let subjects = wording(context.kind, facts).subjects;
    let of = |variant| handed_on(context, subject(pick(subjects, variant), facts, context.request.tone));
    let mut all = (variant..variant + subjects.len()).map(of);
    all.find(|subject| !taken.contains(&subject.as_str())).unwrap_or_else(|| of(variant))
}
