//! A short form that outlasts a reload: its draft is saved under a name as it is typed, and dropped once the form is
//! saved or cancelled.

use crate::commands::Command;
use crate::model::FormDraft;
use crate::platform::page;
use crate::ui::autosave::Autosave;
use crate::ui::components::{Actions, Button, Form, Kind, Sheet};
use crate::ui::state::AppState;
use crate::ui::type_erased::{Content, effect};
use crate::view_models::form_drafts::find;
use leptos::{html, prelude::*};

/// The draft of a form: a handle.
#[derive(Clone, Copy)]
pub struct DraftAutosave {
    state: AppState,
    name: StoredValue<String>,
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
        let (name, texts, was) = (StoredValue::new(name), StoredValue::new(texts), StoredValue::new(was));
        let autosave = Autosave::new(move || save(state, name, texts, was, true));
        let mut is_new = true;
        effect(move || {
            texts.with_value(|texts| texts());
            if !std::mem::take(&mut is_new) {
                autosave.changed();
            }
        });
        Self { state, name, texts, was, autosave, dialog: NodeRef::new(), found }
    }

    /// The form was saved or cancelled: its draft goes, and its sheet closes.
    pub fn discard(self) {
        self.autosave.take_dirty();
        self.state.dispatch(Command::DropFormDraft(self.name.get_value()));
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
            save(self.state, self.name, self.texts, self.was, false);
        }
    }

    /// What is said above the fields of a form that was found as a draft.
    pub fn found(self) -> Option<AnyView> {
        self.found.then(|| {
            view! { <p class="field__hint">"This is as you left it. Nothing was lost."</p> }.into_any()
        })
    }
}

fn save(
    state: AppState,
    name: StoredValue<String>,
    texts: StoredValue<Box<dyn Fn() -> Vec<String> + Send + Sync>>,
    was: StoredValue<Vec<String>>,
    open: bool,
) {
    let texts = untrack(|| texts.try_with_value(|texts| texts()));
    let was = was.try_get_value().unwrap_or_default();
    if let Some((form, texts)) = name.try_get_value().zip(texts) {
        state.dispatch(Command::SaveFormDraft(FormDraft { form, texts, was, open }));
    }
}

/// The texts of the draft of that name, if there is one.
pub fn texts_left(state: AppState, name: &str) -> Option<Vec<String>> {
    state.read_untracked(|records, _, _| find(&records.search, name).map(|left| left.texts.clone()))
}

/// What stood in the form of that name when its draft was begun.
pub fn was_of(state: AppState, name: &str) -> Option<Vec<String>> {
    let was = state.read_untracked(|records, _, _| find(&records.search, name).map(|left| left.was.clone()));
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
            draft.discard();
        } else {
            page::after_layout(|| page::focus("dialog :is([aria-invalid=true], [data-wrong] input)"));
        }
    });
    view! {
        <Sheet title closed node=draft.dialog>
            <Form class="fields" submit>
                {draft.found()}
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
