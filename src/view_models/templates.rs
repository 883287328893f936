//! The user's own templates, and the draft of the one being edited.

use crate::letters::{LetterKind, PLACEHOLDERS};
use crate::model::{Decision, Records, Task, Template};

/// The letters that a template can be for, by task.
pub const LETTERS: [(Task, LetterKind); 19] = [
    (Task::ThankYou, LetterKind::ThankYou),
    (Task::LinkedinRequest, LetterKind::LinkedinRequest),
    (Task::FindContact, LetterKind::FindContact),
    (Task::FollowUp, LetterKind::FollowUp),
    (Task::FollowUp, LetterKind::LastFollowUp),
    (Task::Deliver, LetterKind::Deliver),
    (Task::ReplyToRejection, LetterKind::ReplyToRejection),
    (Task::KeepInTouch, LetterKind::KeepInTouch),
    (Task::AcknowledgeOffer, LetterKind::AcknowledgeOffer),
    (Task::GetItInWriting, LetterKind::GetItInWriting),
    (Task::TellOthers, LetterKind::TellOthers),
    (Task::AskForTime, LetterKind::AskForTime),
    (Task::Withdraw, LetterKind::Withdraw),
    (Task::DecideOffer, LetterKind::Accept),
    (Task::DecideOffer, LetterKind::Decline),
    (Task::AskNewDate, LetterKind::NewDate),
    (Task::AnswerThem, LetterKind::Answer),
    // A draft knows its letter by its place, so those that came later stand at the end.
    (Task::DecideOffer, LetterKind::Negotiate),
    (Task::DecideOffer, LetterKind::StepBack),
];

/// All templates of the user's own, by task and name, each with the name of its letter.
pub fn templates(records: &Records) -> Vec<(Template, &'static str)> {
    let mut all: Vec<(Template, &'static str)> =
        records.templates.values().map(|template| (template.clone(), letter_of(template).name())).collect();
    crate::sorting::by_key(&mut all, |(template, _)| (template.task, template.name.clone(), template.id));
    all
}

/// The letter that a template is for.
pub fn letter_of(template: &Template) -> LetterKind {
    LETTERS.get(place_of(template)).map_or(LetterKind::ThankYou, |(_, kind)| *kind)
}

/// The index of its letter in [`LETTERS`].
pub fn place_of(template: &Template) -> usize {
    let is_it = |(task, kind): &(Task, LetterKind)| {
        *task == template.task
            && kind.is_closing() == template.closing
            && decision(*kind) == template.decision
    };
    LETTERS.iter().position(is_it).unwrap_or_default()
}

/// What a letter says to an offer, where that is neither a yes nor a no.
fn decision(kind: LetterKind) -> Option<Decision> {
    match kind {
        LetterKind::Negotiate => Some(Decision::Negotiate),
        LetterKind::StepBack => Some(Decision::StepBack),
        _ => None,
    }
}

/// The template, made one for the letter at that index in [`LETTERS`].
pub fn made_for(template: Template, place: usize) -> Template {
    match LETTERS.get(place) {
        Some((task, kind)) => for_letter(template, *task, *kind),
        None => template,
    }
}

/// The template, made one for a letter.
pub fn for_letter(template: Template, task: Task, kind: LetterKind) -> Template {
    Template { task, closing: kind.is_closing(), decision: decision(kind), ..template }
}

/// What the letter from a template says to an offer.
pub fn decision_of(template: &Template) -> Decision {
    let settled = if template.closing { Decision::Decline } else { Decision::Accept };
    template.decision.unwrap_or(settled)
}

/// The name of the draft of a template. All new templates share one draft.
pub fn draft_name(template: &Template, records: &Records) -> String {
    if records.templates.contains_key(&template.id) {
        format!("template/{}", template.id)
    } else {
        NEW.to_owned()
    }
}

const NEW: &str = "template/new";

/// The texts of the draft: the index in [`LETTERS`], name, subject, body.
pub fn texts_of(template: &Template) -> Vec<String> {
    let place = place_of(template).to_string();
    [&place, &template.name, &template.subject, &template.body].map(String::clone).to_vec()
}

/// The template as its draft has it; `None` where there is no draft.
pub fn left(template: &Template, records: &Records) -> Option<Template> {
    let name = draft_name(template, records);
    let left = records.search.form_drafts.iter().find(|left| left.form == name)?;
    let [task, name, subject, body] = left.texts.as_slice() else { return None };
    let place = task.parse().ok().filter(|place| *place < LETTERS.len())?;
    let (name, subject, body) = (name.clone(), subject.clone(), body.clone());
    Some(made_for(Template { name, subject, body, ..template.clone() }, place))
}

/// The template whose editor was open when the page was left; `Some(None)` for a new one.
pub fn left_open(records: &Records) -> Option<Option<Template>> {
    let mut open = records.search.form_drafts.iter().filter(|left| left.open);
    open.find_map(|left| {
        let known = || {
            records.templates.values().find(|template| draft_name(template, records) == left.form).cloned()
        };
        if left.form == NEW { Some(None) } else { known().map(Some) }
    })
}

/// The names in braces that stand for nothing.
pub fn unknown_places(text: &str) -> Vec<String> {
    let braces = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    let unknown =
        braces.filter(|name| PLACEHOLDERS.iter().all(|place| place.name != *name) && name.len() < 40);
    unknown.map(|name| format!("{{{name}}}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FormDraft, TemplateId};
    use uuid::Uuid;

    #[test]
    fn the_draft_of_a_template_comes_back_as_it_was() {
        let template = |n, body: &str| Template {
            id: TemplateId(Uuid::from_u128(n)),
            task: Task::DecideOffer,
            closing: true,
            decision: None,
            name: "Mine".to_owned(),
            subject: "Thank you".to_owned(),
            body: body.to_owned(),
        };
        let mut records = Records::default();
        let (known, new) = (template(1, "Hi {name}"), template(2, "Dear {name},"));
        records.templates.insert(known.id, known.clone());
        assert_eq!(left(&new, &records), None);
        let form_drafts = |template: &Template, records: &Records| FormDraft {
            form: draft_name(template, records),
            was: Vec::new(),
            texts: texts_of(template),
            open: true,
        };
        records.search.form_drafts.push(form_drafts(&new, &records));
        let another = Template { name: String::new(), body: "ours".to_owned(), ..template(3, "") };
        assert_eq!(
            left(&another, &records),
            Some(Template { id: another.id, ..new }),
            "there is one new one at a time"
        );
        assert_eq!(left(&known, &records), None);
        assert_eq!(left_open(&records), Some(None));
        let edited = Template { body: "Hello".to_owned(), ..known.clone() };
        records.search.form_drafts = vec![form_drafts(&edited, &records)];
        assert_eq!(left(&known, &records), Some(edited));
        assert_eq!(left_open(&records), Some(Some(known)));
    }

    #[test]
    fn each_letter_has_its_templates_and_says_its_own_to_an_offer() {
        let id = TemplateId(Uuid::from_u128(1));
        let task = Task::ThankYou;
        let (name, subject, body) = (String::new(), String::new(), String::new());
        let plain = Template { id, task, closing: false, decision: None, name, subject, body };
        for (place, (task, kind)) in LETTERS.into_iter().enumerate() {
            let made = made_for(plain.clone(), place);
            assert_eq!((made.task, letter_of(&made), place_of(&made)), (task, kind, place));
            if task == Task::DecideOffer {
                let key = crate::model::ActionKey::new(task);
                assert_eq!(LetterKind::of(&key, decision_of(&made)), Some(kind));
            }
        }
        assert_eq!(made_for(plain.clone(), LETTERS.len()), plain);
    }

    #[test]
    fn places_that_mean_nothing_are_named() {
        assert_eq!(unknown_places("Hi {name}, {nam} and {topic}{x"), ["{nam}"]);
    }
}
