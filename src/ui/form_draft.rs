//! A form in a sheet that outlasts a reload: kept under its name as it is typed, and let go of once it is saved.

use crate::commands::Command;
use crate::model::HalfTyped;
use crate::ui::autosave::Autosave;
use crate::ui::state::AppState;
use crate::view::half_typed::left;
use leptos::prelude::*;

/// What the form holds, as it is kept.
type Texts = StoredValue<Box<dyn Fn() -> Vec<String> + Send + Sync>>;

/// A form that is kept as it is typed: a handle.
#[derive(Clone, Copy)]
pub struct FormDraft {
    state: AppState,
    name: StoredValue<String>,
    texts: Texts,
    keeping: Autosave,
}

impl FormDraft {
    /// Keeps the form of that name from now on. `texts` reads it.
    pub fn start(
        state: AppState,
        name: String,
        texts: impl Fn() -> Vec<String> + Send + Sync + 'static,
    ) -> Self {
        let texts: Box<dyn Fn() -> Vec<String> + Send + Sync> = Box::new(texts);
        let kept = Self {
            state,
            name: StoredValue::new(name),
            texts: StoredValue::new(texts),
            keeping: Autosave::default(),
        };
        let typed = move || {
            kept.texts.with_value(|texts| texts());
            true
        };
        kept.keeping.start(typed, move || kept.keep(true));
        kept
    }

    fn keep(self, open: bool) {
        let texts = untrack(|| self.texts.try_with_value(|texts| texts()));
        if let Some((form, texts)) = self.name.try_get_value().zip(texts) {
            let half_typed = HalfTyped { form, texts, open };
            self.state.dispatch(Command::KeepHalfTyped(half_typed));
        }
    }

    /// It was saved, or thrown away: nothing of it is unsaved any more.
    pub fn let_go(self) {
        self.keeping.settle();
        self.state.dispatch(Command::DropHalfTyped(self.name.get_value()));
    }

    /// It was closed. What was typed is put aside, and does not open by itself again.
    pub fn put_aside(self) {
        let name = self.name.get_value();
        let is_kept = || self.state.read_untracked(|records, _, _| left(&records.search, &name).is_some());
        if self.keeping.settle() || is_kept() {
            self.keep(false);
        }
    }
}

/// What was kept of the form of that name, if anything was.
pub fn texts_left(state: AppState, name: &str) -> Option<Vec<String>> {
    state.read_untracked(|records, _, _| left(&records.search, name).map(|left| left.texts.clone()))
}

/// The word at the head of a form that was found half-typed.
pub fn found(is_left: bool) -> Option<AnyView> {
    is_left
        .then(|| view! { <p class="field__hint">"This is as you left it. Nothing was lost."</p> }.into_any())
}
