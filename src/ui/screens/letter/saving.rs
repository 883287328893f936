//! How the letter is saved: as typed, for the next time and for other tabs; as read by somebody; as a template.

use super::state::{LetterEditor, LetterState, Workings};
use crate::commands::Command;
use crate::letters::{LetterKind, as_template};
use crate::model::{ActionKey, Decision, Letter, Records, Task, Template, TemplateId};
use crate::ui::state::AppState;
use crate::ui::type_erased::effect;
use crate::view_models::draft_of;
use crate::view_models::templates::for_letter;
use leptos::prelude::*;

/// Saves the letter as typed.
pub fn save(
    app: AppState,
    text: RwSignal<Letter>,
    state: RwSignal<LetterState>,
    workings: StoredValue<Workings, LocalStorage>,
) {
    let letter = text.get_untracked();
    let (key, decision, aside) =
        state.with_untracked(|state| (state.request.key, state.request.decision, state.aside.clone()));
    let answers = (key.task == Task::DecideOffer).then_some(decision);
    app.dispatch(Command::SaveDraft { key, decision: answers, letter, aside });
    // As it is stored: what cannot be kept of a text is left out.
    let saved = app.read_untracked(|records, _, _| stored(records, key, decision));
    workings.update_value(|workings| workings.saved = saved);
}

/// The letter as it is stored, and what is put aside for it.
fn stored(records: &Records, key: ActionKey, decision: Decision) -> Option<(Letter, Vec<Letter>)> {
    draft_of(records, key, decision).map(|draft| (draft.letter.clone(), draft.aside.clone()))
}

impl LetterEditor {
    /// What is typed at the same letter in another tab comes here, too.
    pub(super) fn follow_other_tabs(self) {
        let key = self.key();
        effect(move || {
            let decision = self.state.with_untracked(|state| state.request.decision);
            let stored = self.app.read(|records, _, _| stored(records, key, decision));
            if let Some(stored) = stored {
                let before = self.workings.try_update_value(|it| it.saved.replace(stored.clone())).flatten();
                if before.as_ref() != Some(&stored) {
                    untrack(|| self.take_over(before, stored));
                }
            }
        });
    }

    /// A letter from another tab takes this one's place, unless this one is being typed at: then it goes aside. What
    /// was saved here when they wrote is put aside for them already.
    fn take_over(self, before: Option<(Letter, Vec<Letter>)>, (letter, theirs_aside): (Letter, Vec<Letter>)) {
        let own = self.text.get_untracked();
        let wording_is_new = before.is_none_or(|(saved, _)| saved != letter) && letter != own;
        if wording_is_new && !self.autosave.is_dirty() {
            self.state.update(|state| state.aside = theirs_aside);
            self.show(letter, true);
            self.check_now();
            return;
        }
        let came = theirs_aside.into_iter().chain(wording_is_new.then_some(letter));
        self.state.update(|state| {
            for wording in came {
                if !state.aside.contains(&wording) {
                    state.aside.push(wording);
                }
            }
        });
        if wording_is_new {
            self.app.say("You wrote this letter in another tab, too. That wording is put aside.");
        }
    }

    /// Keeps the letter as a template of the user's own, with places where the names stand.
    pub fn keep_as_template(self) {
        let (letter, request) =
            (self.text.get_untracked(), self.state.with_untracked(|state| state.request.clone()));
        let Some(kind) = LetterKind::of(&request.key, request.decision) else { return };
        let (id, task) = (TemplateId(self.app.fresh_id()), request.key.task);
        let (subject, body) =
            self.app.read_untracked(|records, _, now| as_template(records, &request, &letter, now));
        let (closing, decision, name) = (false, None, kind.name().to_owned());
        let template = Template { id, task, closing, decision, name, subject, body };
        let template = for_letter(template, task, kind);
        self.app.dispatch(Command::PutTemplate(Box::new(template)));
    }

    /// Somebody has read it.
    pub fn mark_read(self) {
        self.autosave.changed();
        self.autosave.flush();
        self.app.dispatch(Command::MarkProofread(self.key()));
        self.gather();
    }
}
