//! How the letter is kept: as typed, for the next time and for other tabs; as read by somebody; as a template.

use super::editor::LetterEditor;
use crate::commands::Command;
use crate::letters::LetterKind;
use crate::model::{Draft, Letter, Template};
use crate::view::draft_of;
use leptos::prelude::*;

impl LetterEditor {
    /// What is typed at the same letter in another tab comes here, too.
    pub(super) fn follow_other_tabs(self) {
        let stored =
            Memo::new(move |_| self.state.read(|records, _, _| draft_of(records, self.key).map(as_kept)));
        Effect::new(move |_| {
            if let Some(stored) = stored.get() {
                let before = self.kept.try_update_value(|kept| kept.replace(stored.clone())).flatten();
                if before.as_ref() != Some(&stored) {
                    self.take_over(before, stored);
                }
            }
        });
    }

    /// A letter from another tab takes this one's place, unless this one is being typed at: then it goes aside. What
    /// was kept here when they wrote is put aside for them already.
    fn take_over(self, before: Option<(Letter, Vec<Letter>)>, (letter, theirs_aside): (Letter, Vec<Letter>)) {
        let own = self.letter();
        let wording_is_new = before.is_none_or(|(kept, _)| kept != letter) && letter != own;
        if wording_is_new && !self.unsaved.get_value() {
            self.aside.set(theirs_aside);
            self.subject.set(letter.subject);
            self.give(letter.body);
            self.typed.set_value(true);
            self.unchecked.set_value(true);
            self.settle_now();
            return;
        }
        let came = theirs_aside.into_iter().chain(wording_is_new.then_some(letter));
        self.aside.update(|aside| {
            for wording in came {
                if !aside.contains(&wording) {
                    aside.push(wording);
                }
            }
        });
        if wording_is_new {
            self.state.say("You wrote this letter in another tab, too. That wording is put aside.");
        }
    }

    /// Keeps the letter as typed.
    pub fn keep(self) {
        if self.unsaved.get_value() {
            self.unsaved.set_value(false);
            let (letter, aside) = (self.letter(), self.aside.get_untracked());
            self.state.dispatch(Command::SaveDraft { key: self.key, letter, aside });
            // As it lies there: what cannot be kept of a text is left out.
            let kept = self.state.read_untracked(|records, _, _| draft_of(records, self.key).map(as_kept));
            self.kept.set_value(kept);
        }
    }

    /// Keeps the letter as a template of the user's own, with places where the names stand.
    pub fn keep_as_template(self) {
        let letter = self.letter();
        let (task, order) = (self.key.task, self.order.get_untracked());
        let Some(kind) = LetterKind::of(&self.key, order.decision) else { return };
        let template = self.state.read_untracked(|records, _, now| {
            let (subject, body) = crate::letters::as_template(records, &order, &letter, now);
            Template {
                id: crate::model::TemplateId(self.state.fresh_id()),
                task,
                closing: kind.is_closing(),
                name: kind.name().to_owned(),
                subject,
                body,
            }
        });
        self.state.dispatch(Command::PutTemplate(Box::new(template)));
    }

    /// Somebody has read it.
    pub fn mark_read(self) {
        self.unsaved.set_value(true);
        self.keep();
        self.state.dispatch(Command::MarkProofread(self.key));
        self.gather();
    }
}

fn as_kept(draft: &Draft) -> (Letter, Vec<Letter>) {
    (draft.letter.clone(), draft.aside.clone())
}
