//! The user's own templates, and ours to begin with.

use crate::letters::{Kind, PLACES};
use crate::model::{Records, Task, Template};

/// The letters that a template can be for, by task.
pub const LETTERS: [(Task, Kind); 13] = [
    (Task::ThankYou, Kind::ThankYou),
    (Task::LinkedinRequest, Kind::LinkedinRequest),
    (Task::FindContact, Kind::FindContact),
    (Task::FollowUp, Kind::FollowUp),
    (Task::Deliver, Kind::Deliver),
    (Task::ReplyToRejection, Kind::ReplyToRejection),
    (Task::KeepInTouch, Kind::KeepInTouch),
    (Task::AcknowledgeOffer, Kind::AcknowledgeOffer),
    (Task::GetItInWriting, Kind::GetItInWriting),
    (Task::TellOthers, Kind::TellOthers),
    (Task::AskForTime, Kind::AskForTime),
    (Task::Withdraw, Kind::Withdraw),
    (Task::DecideOffer, Kind::Accept),
];

/// All templates of the user's own: by what they are for, then by name.
pub fn templates(records: &Records) -> Vec<(Template, &'static str)> {
    let mut all: Vec<(Template, &'static str)> =
        records.templates.values().map(|template| (template.clone(), letter_name(template.task))).collect();
    all.sort_by(|(a, _), (b, _)| (a.task, &a.name, a.id).cmp(&(b.task, &b.name, b.id)));
    all
}

/// What the letters of a task are called.
pub fn letter_name(task: Task) -> &'static str {
    LETTERS.iter().find(|(other, _)| *other == task).map_or("Letter", |(_, kind)| kind.name())
}

/// The places in braces that mean nothing.
pub fn unknown_places(text: &str) -> Vec<String> {
    let braces = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    let unknown = braces.filter(|name| PLACES.iter().all(|place| place.name != *name) && name.len() < 40);
    unknown.map(|name| format!("{{{name}}}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_mean_nothing_are_named() {
        assert_eq!(unknown_places("Hi {name}, {nam} and {topic}{x"), ["{nam}"]);
    }
}
