//! The letter while it is typed, as data: what stands there, what is shown beside it, what is worked with.

use crate::letters::{CheckContext, Finding, LetterRequest};
use crate::model::{ActionKey, Letter, Stamp};
use crate::platform::timing;
use crate::ui::autosave::Autosave;
use crate::ui::state::AppState;
use leptos::{html, prelude::*};

/// Whether what the checks found belongs to the letter as it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Checks {
    /// What the letter is held against is not gathered yet: nothing has been checked.
    Preparing,
    /// Something was typed since.
    Outdated,
    /// It does.
    Current,
}

/// What the screen shows of the letter, beside its text.
pub struct LetterState {
    /// Which letter it is: tone, build, template.
    pub request: LetterRequest,
    /// Whether the letter is the user's own wording, and not as it was filled in.
    pub typed: bool,
    /// The letter as it was last checked.
    pub checked: Letter,
    /// What was found in `checked`.
    pub findings: Vec<Finding>,
    /// Whether `findings` belong to the letter as it stands.
    pub checks: Checks,
    /// The user's own wordings, put aside for another version; the last one comes back first.
    pub aside: Vec<Letter>,
    /// Whether the mail program was asked to open. Nothing tells whether there is one.
    pub mail_was_asked: bool,
    /// Whether it is with another program or on the clipboard, or the user was away after the mail program was asked.
    pub handed: bool,
    /// When a yes to an offer went out, while the user is asked whether it is signed as well.
    pub asking: Option<Stamp>,
}

/// What the editor works with and nothing on the screen shows.
#[derive(Default)]
pub struct Workings {
    /// What the letter is checked against.
    pub(super) context: Option<CheckContext>,
    /// Waits for a pause in the typing.
    pub(super) pause: timing::Timer,
    /// How many times something was typed.
    pub(super) keys: u32,
    /// The draft as it was last saved, here or in another tab: the letter, and what is put aside for it.
    pub(super) saved: Option<(Letter, Vec<Letter>)>,
    /// Whether the user was told of a place that is still to be filled in.
    pub(super) told_of_blank: bool,
}

/// The letter while it is typed: a handle.
#[derive(Clone, Copy)]
pub struct LetterEditor {
    /// What the app knows.
    pub app: AppState,
    /// The letter as it stands. It is apart from the rest since a key changes nothing else.
    pub text: RwSignal<Letter>,
    /// The text that was last put into the field, which takes it over at each change of this signal: what is typed
    /// there needs no telling.
    pub given: RwSignal<String>,
    /// What the screen shows beside it.
    pub state: RwSignal<LetterState>,
    /// The text field.
    pub area: NodeRef<html::Textarea>,
    /// Saves the letter as a draft.
    pub autosave: Autosave,
    pub(super) workings: StoredValue<Workings, LocalStorage>,
}

impl LetterEditor {
    /// What is being written.
    pub fn key(self) -> ActionKey {
        self.state.with_untracked(|state| state.request.key)
    }

    /// Whether what the checks found belongs to the letter as it stands.
    pub fn checks(self) -> Checks {
        self.state.with_untracked(|state| state.checks)
    }
}
