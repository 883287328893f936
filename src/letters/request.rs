//! Which letter is wanted, and how.

use crate::etiquette::Action;
use crate::model::{ActionKey, Decision, PersonId, TemplateId, Tone};

/// Which letter is wanted, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetterRequest {
    /// The action that it is for.
    pub key: ActionKey,
    /// To whom, where it goes to somebody by name.
    pub to: Option<PersonId>,
    /// Of a request for addresses: whose are missing.
    pub people: Vec<PersonId>,
    /// Whether it carries thanks that are still unsent.
    pub carries_thanks: bool,
    /// The user's answer, where it is about an offer.
    pub decision: Decision,
    /// How it sounds.
    pub tone: Tone,
    /// Which of its variants: 0 is the one that suits best. It counts round, so that any number names one.
    pub variant: usize,
    /// Whether there is room for 300 characters on LinkedIn, not for 200 only.
    pub long: bool,
    /// A template of the user's own, in place of ours.
    pub template: Option<TemplateId>,
}

impl LetterRequest {
    /// The letter for an action, to the person whom its key names.
    pub fn new(key: ActionKey, tone: Tone) -> Self {
        Self {
            key,
            to: key.person,
            people: Vec::new(),
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
        let (people, carries_thanks) = (action.people.clone(), action.carries_thanks);
        Self { to, people, carries_thanks, ..Self::new(action.key, tone) }
    }
}
