//! A short form that outlasts a reload: its draft is saved under a name as it is typed, and dropped once the form is
//! saved or cancelled.

pub use super::shared_draft::texts_left;
use super::shared_draft::{Heard, SharedDraft};
use crate::commands::Command;
use crate::platform::page;
use crate::ui::autosave::Autosave;
use crate::ui::components::{Actions, Button, Form, Kind, Sheet};
use crate::ui::state::AppState;
use crate::ui::type_erased::{Content, effect};
use crate::view_models::form_drafts::{find, is_typed};
use leptos::{html, prelude::*};

/// The draft of a form: a handle.
#[derive(Clone, Copy)]
pub struct DraftAutosave {
    state: AppState,
    name: StoredValue<String>,
    shared: SharedDraft,
    texts: StoredValue<Box<dyn Fn() -> Vec<String> + Send + Sync>>,
    /// What stood in the form when it was opened, before anything was typed.
    was: StoredValue<Vec<String>>,
    autosave: Autosave,
    /// The sheet that the form is in, where it is in one.
    dialog: NodeRef<html::Dialog>,
    /// Whether the form was found as a draft.
    found: bool,
}

impl DraftAutosave {
    /// From now on the form is saved under that name. `texts` reads its fields.
    pub fn start(
        state: AppState,
        name: String,
        found: bool,
        texts: impl Fn() -> Vec<String> + Send + Sync + 'static,
    ) -> Self {
        let texts: Box<dyn Fn() -> Vec<String> + Send + Sync> = Box::new(texts);
        let was = was_of(state, &name).unwrap_or_else(|| untrack(&*texts));
        let shared = SharedDraft::open(state, name.clone());
        let (name, texts, was) = (StoredValue::new(name), StoredValue::new(texts), StoredValue::new(was));
        let autosave = Autosave::new(move || save(shared, texts, was, true));
        let mut is_new = true;
        effect(move || {
            texts.with_value(|texts| texts());
            if !std::mem::take(&mut is_new) {
                autosave.changed();
            }
        });
        let draft = Self { state, name, shared, texts, was, autosave, dialog: NodeRef::new(), found };
        effect(move || match shared.heard() {
            Some(Heard::Typed(texts)) => shared.offer(texts),
            // What was typed here stays, and is saved again. Else what was done with the form in another tab is not to be
            // done once more here.
            Some(Heard::Gone) if shared.is_typed_here() => autosave.changed(),
            Some(Heard::Gone) if !autosave.is_dirty() => draft.close(),
            _ => {}
        });
        draft
    }

    /// The form was cancelled: its draft goes, unless another tab is at it, and its sheet closes.
    pub fn discard(self) {
        self.autosave.take_dirty();
        if !self.shared.is_elsewhere() {
            self.shared.shows(None);
            self.state.dispatch(Command::DropFormDraft(self.name.get_value()));
        }
        self.close();
    }

    /// The form was saved: of its draft stays what another tab has typed, and its sheet closes.
    pub fn saved(self) {
        self.autosave.take_dirty();
        let texts = untrack(|| self.texts.with_value(|texts| texts()));
        self.was.with_value(|was| self.shared.saved(was, &texts));
        self.close();
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    /// The sheet was closed. The draft stays, and the form does not open by itself again.
    fn close_keeping_draft(self) {
        let is_saved = || {
            self.name
                .with_value(|name| self.state.read_untracked(|it, _, _| find(&it.search, name).is_some()))
        };
        if self.autosave.take_dirty() || is_saved() {
            save(self.shared, self.texts, self.was, false);
        }
    }

    /// What another tab typed at the form. It is shown as a form is that was left.
    fn elsewhere(self) -> AnyView {
        let texts = self.texts;
        let own = move || texts.try_with_value(|texts| texts()).unwrap_or_default();
        let take = Callback::new(move |theirs| {
            self.autosave.take_dirty();
            self.shared.save(theirs, self.was.get_value(), true);
            page::reload();
        });
        self.shared.notice(own, take)
    }

    /// What is said above the fields of a form that was found half-typed.
    pub fn found(self) -> Option<AnyView> {
        self.found.then(|| {
            view! { <p class="field__hint">"This is as you left it. Nothing was lost."</p> }.into_any()
        })
    }
}

fn save(
    shared: SharedDraft,
    texts: StoredValue<Box<dyn Fn() -> Vec<String> + Send + Sync>>,
    was: StoredValue<Vec<String>>,
    open: bool,
) {
    let texts = untrack(|| texts.try_with_value(|texts| texts()));
    let both = texts.zip(was.try_get_value()).and_then(|(texts, was)| shared.save(texts, was, open));
    if let Some(both) = both {
        shared.offer(both.instead);
    }
}

/// What stood in the form of that name when its draft was begun.
pub fn was_of(state: AppState, name: &str) -> Option<Vec<String>> {
    let was = state.read_untracked(|records, _, _| {
        find(&records.search, name).filter(|left| is_typed(left)).map(|left| left.was.clone())
    });
    was.filter(|was| !was.is_empty())
}

/// The sheet of a form with a draft. Saving and cancelling drop the draft; closing the sheet keeps it.
#[component]
pub fn DraftSheet(
    /// The sheet's heading.
    title: &'static str,
    /// The draft of its form.
    draft: DraftAutosave,
    /// Saves the form; `false` where something is wrong with it, and the fields say what.
    save: Callback<(), bool>,
    /// What the button says that saves it.
    #[prop(default = Signal::stored("Save"), into)]
    save_label: Signal<&'static str>,
    /// The sheet was closed, whether the form was saved or not.
    closed: Callback<()>,
    /// Stands beside the buttons that save and cancel.
    #[prop(optional_no_strip)]
    further: Option<AnyView>,
    /// The fields.
    children: Content,
) -> AnyView {
    let closed = Callback::new(move |()| {
        draft.close_keeping_draft();
        closed.run(());
    });
    let submit = Callback::new(move |()| {
        if save.run(()) {
            draft.saved();
        } else {
            page::after_layout(|| page::focus("dialog :is([aria-invalid=true], [data-wrong] input)"));
        }
    });
    view! {
        <Sheet title closed node=draft.dialog>
            <Form class="fields" submit>
                {draft.found()}
                {draft.elsewhere()}
                {children.0}
                <Actions>
                    <button type="submit" class="button" data-kind="primary">{save_label}</button>
                    <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| draft.discard()) />
                    {further}
                </Actions>
            </Form>
        </Sheet>
    }
    .into_any()
}
