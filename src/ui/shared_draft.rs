//! The draft of a form at which other tabs may type as well: nothing that was typed in either is lost, and nothing is
//! overwritten unseen.
//!
//! Each tab puts what was typed in it on top of what the others have saved, field by field. Where both typed in one
//! field, the tab that saved last keeps its own and shows the other's.

use crate::commands::Command;
use crate::model::{FormDraft, Merge, Record, RecordKey};
use crate::ui::components::{Button, Kind};
use crate::ui::state::AppState;
use crate::ui::type_erased::shown_if;
use crate::view_models::form_drafts::{difference, find, is_typed, left_by};
use leptos::prelude::*;

/// A draft that other tabs may type at: a handle.
#[derive(Clone, Copy)]
pub struct SharedDraft {
    draft: StoredValue<Draft>,
    /// The texts that the user may take in place of those that stand here.
    other: RwSignal<Option<Vec<String>>>,
}

#[derive(Clone)]
struct Draft {
    state: AppState,
    name: String,
    /// The texts as this form last saved or showed them; `None` where there was no draft.
    known: Option<Vec<String>>,
    /// The texts of another tab that were last looked at.
    seen: Option<Vec<String>>,
    /// Whether anything was typed in this tab.
    is_typed_here: bool,
}

/// What two tabs typed.
pub struct Both {
    /// As it is saved. Where both typed in one field, this tab's stays.
    pub saved: Vec<String>,
    /// As it would be if the other tab's stayed.
    pub instead: Vec<String>,
}

/// What became of the draft in another tab.
pub enum Heard {
    /// It holds these texts now.
    Typed(Vec<String>),
    /// It was saved or thrown away.
    Gone,
}

impl SharedDraft {
    /// The draft of that name.
    pub fn open(state: AppState, name: String) -> Self {
        let known = texts_kept(state, &name);
        let draft = Draft { state, name, seen: known.clone(), known, is_typed_here: false };
        Self { draft: StoredValue::new(draft), other: RwSignal::new(None) }
    }

    /// Saves the form as it stands on top of what another tab has saved. What both typed, where that is not what stands
    /// here. `was` is what stood in the form when it was opened.
    pub fn save(self, texts: Vec<String>, was: Vec<String>, open: bool) -> Option<Both> {
        // The form may be gone already.
        let draft = self.draft.try_get_value()?;
        draft.state.wake_up_to(Some(RecordKey::Search));
        let theirs = draft.state.read_untracked(|records, _, _| find(&records.search, &draft.name).cloned());
        let mine = FormDraft { form: draft.name.clone(), texts, was, open };
        let keep = Command::SaveFormDraft(mine.clone());
        draft.state.dispatch(match &theirs {
            Some(theirs) => Command::Since(Box::new(draft.as_known(theirs)), Box::new(keep)),
            None => keep,
        });
        let saved = texts_kept(draft.state, &draft.name)?;
        self.draft.try_update_value(|draft| {
            draft.known = Some(mine.texts.clone());
            draft.seen = Some(saved.clone());
            draft.is_typed_here = true;
        });
        let before = FormDraft { texts: draft.known.unwrap_or_else(|| mine.was.clone()), ..mine.clone() };
        let (own, mut instead) = (mine.texts.clone(), mine);
        instead.merge(&before, &theirs?);
        let instead = instead.texts;
        (saved != own || saved != instead).then_some(Both { saved, instead })
    }

    /// What another tab made of the draft since this was last asked. The reader reruns.
    pub fn heard(self) -> Option<Heard> {
        let draft = self.draft.try_get_value()?;
        let stored = draft
            .state
            .read(|records, _, _| find(&records.search, &draft.name).map(|left| left.texts.clone()));
        let is_news = stored != draft.known && stored != draft.seen;
        self.draft.update_value(|draft| draft.seen.clone_from(&stored));
        is_news.then(|| stored.map_or(Heard::Gone, Heard::Typed))
    }

    /// Whether anything was typed in this tab.
    pub fn is_typed_here(self) -> bool {
        self.draft.with_value(|draft| draft.is_typed_here)
    }

    /// The form shows these texts now; `None` where it is as if there were no draft.
    pub fn shows(self, texts: Option<Vec<String>>) {
        self.draft.try_update_value(|draft| draft.known = texts);
    }

    /// Whether another tab has typed what does not stand here.
    pub fn is_elsewhere(self) -> bool {
        self.draft.with_value(|draft| {
            let stored = texts_kept(draft.state, &draft.name);
            stored.is_some() && stored != draft.known
        })
    }

    /// The form was saved with these texts, where those stood in it at first: nothing of that is typed any more. What another
    /// tab typed stays.
    pub fn saved(self, was: &[String], texts: &[String]) {
        let Some(draft) = self.draft.try_get_value() else { return };
        self.shows(None);
        draft.state.wake_up_to(Some(RecordKey::Search));
        let left = draft.state.read_untracked(|records, _, _| {
            find(&records.search, &draft.name).map(|kept| left_by(kept, was, texts))
        });
        draft.state.dispatch(match left.flatten() {
            Some(left) => Command::SaveFormDraft(left),
            None => Command::DropFormDraft(draft.name),
        });
    }

    /// Offers what another tab typed.
    pub fn offer(self, texts: Vec<String>) {
        self.other.try_set(Some(texts));
    }

    /// Says what another tab typed, if there is something. `own` is what stands here; `take` puts the other in its place.
    pub fn notice(
        self,
        own: impl Fn() -> Vec<String> + Send + Sync + 'static,
        take: Callback<Vec<String>>,
    ) -> AnyView {
        shown_if(move || {
            let texts = self.other.get()?;
            let words = difference(&untrack(&own), &texts)?;
            Some(also_typed(
                &words,
                Callback::new(move |()| {
                    self.other.set(None);
                    take.run(texts.clone());
                }),
                Callback::new(move |()| self.other.set(None)),
            ))
        })
    }
}

impl Draft {
    /// The search as it would be if no other tab had typed.
    fn as_known(&self, theirs: &FormDraft) -> Record {
        let mut search = self.state.read_untracked(|records, _, _| records.search.clone());
        search.form_drafts.retain(|left| left.form != self.name);
        let known = self.known.clone().map(|texts| FormDraft { texts, ..theirs.clone() });
        search.form_drafts.extend(known);
        Record::Search(Box::new(search))
    }
}

/// Says that a form is open in another tab as well, with that in it.
pub fn also_typed(words: &str, take: Callback<()>, dismiss: Callback<()>) -> AnyView {
    let said = format!("Also open in another tab, where it says “{words}”.");
    view! {
        <div class="notice" role="status">
            <p>{said}</p>
            <div class="actions">
                <Button label="Take that one" press=take />
                <Button kind=Kind::Quiet label="Dismiss" press=dismiss />
            </div>
        </div>
    }
    .into_any()
}

/// The texts of the draft of that name, if there is one in which anything was typed.
pub fn texts_left(state: AppState, name: &str) -> Option<Vec<String>> {
    state.read_untracked(|records, _, _| {
        find(&records.search, name).filter(|left| is_typed(left)).map(|left| left.texts.clone())
    })
}

/// The texts of the draft of that name, if there is one.
fn texts_kept(state: AppState, name: &str) -> Option<Vec<String>> {
    state.read_untracked(|records, _, _| find(&records.search, name).map(|left| left.texts.clone()))
}
