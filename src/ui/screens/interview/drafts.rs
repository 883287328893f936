//! The form's draft: followed in other tabs, thrown away. It is saved in `typed.rs`.

use super::editor::InterviewEditor;
use super::typed::{Origin, blank, show};
use crate::commands::Command;
use crate::commands::interview::InterviewForm;
use crate::ui::shared_draft::{Heard, SharedDraft};
use crate::ui::type_erased::effect;
use leptos::prelude::*;

impl InterviewEditor {
    pub(super) fn shared(self) -> SharedDraft {
        self.origin.with_value(|origin| origin.shared)
    }

    /// Throws the draft away.
    pub(super) fn clear(self) -> Command {
        let Origin { opportunity, round, .. } = self.origin.get_value();
        Command::ClearForm { opportunity, round }
    }

    /// Makes it a form in which nothing is typed.
    pub(super) fn empty(self) {
        let Origin { opportunity, round, .. } = self.origin.get_value();
        let next = self.to_come.get_untracked() && round.is_none();
        let blank = blank(self.state, opportunity, round, next);
        self.origin.update_value(|origin| origin.was.clone_from(&blank));
        self.shared().shows(None);
        self.typed.update(|typed| {
            (typed.tried, typed.found) = (false, false);
            typed.form = blank;
        });
    }

    /// What is typed in another tab comes here, and so does what was thrown away and is taken back. While one types here,
    /// that waits until this is saved.
    pub(super) fn follow_other_tabs(self) {
        let shared = self.shared();
        effect(move || {
            let heard = shared.heard();
            if !self.autosave.is_dirty() {
                match heard {
                    Some(Heard::Typed(texts)) => show(self.typed, shared, texts),
                    // What was done with the form in another tab is not to be done once more here.
                    Some(Heard::Gone) => untrack(|| self.empty()),
                    None => {}
                }
            }
        });
    }

    /// What another tab typed where something else was typed here.
    pub fn elsewhere(self) -> AnyView {
        let own = move || self.typed.try_with(|typed| typed.form.texts()).unwrap_or_default();
        // As if it had been typed here: what this tab saved before is what it changes.
        let take = Callback::new(move |texts: Vec<String>| {
            if let Some(form) = InterviewForm::from_texts(&texts) {
                self.typed.update(|typed| typed.form = form);
            }
            self.autosave.changed();
            self.autosave.flush();
        });
        self.shared().notice(own, take)
    }
}
