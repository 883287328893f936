//! Records that cannot be read: kept as they are until the user says otherwise.

use crate::platform::download;
use crate::storage::{Quarantined, RecordStore};
use crate::ui::components::{Actions, Button, Kind, List, Section};
use crate::ui::state::AppState;
use crate::ui::type_erased::{derived, memo, shown_if};
use leptos::prelude::*;

/// The records that cannot be read, if there are any.
pub fn section(state: AppState) -> AnyView {
    let list = memo(move || {
        // After whatever was done, the list may be another one.
        state.read(|_, _, _| ());
        state.stored(|store| store.quarantined().to_vec())
    });
    shown_if(move || {
        let list = list.get();
        (!list.is_empty()).then(|| {
            let items = list.into_iter().map(|one| line(state, one)).collect::<Vec<_>>();
            view! {
                <Section title="What cannot be read">
                    <p>"These texts are kept as they were found. Save them before you throw one away; somebody may still be able to read them."</p>
                    <List items />
                </Section>
            }
            .into_any()
        })
    })
}

fn line(state: AppState, one: Quarantined) -> AnyView {
    let (key, was) = (one.key, one.was);
    let why = one.why.map_or_else(|| "Set aside on an earlier visit".to_owned(), |why| why.to_string());
    let (save_key, file) = (key.clone(), format!("{}.txt", was.replace('/', "-")));
    let save = Callback::new(move |()| {
        let text = state.stored(|store| store.raw(&save_key)).ok().flatten();
        if !text.is_some_and(|text| download::hand_over(&file, download::TEXT, &text)) {
            state.say("This browser did not take the file.");
        }
    });
    let sure = RwSignal::new(false);
    let throw = Callback::new(move |()| {
        if sure.get_untracked() {
            state.rebuild(|store: &mut RecordStore<_>, _| store.discard_quarantined(&key));
        } else {
            sure.set(true);
        }
    });
    let label =
        derived(move || (if sure.get() { "Throw it away for good" } else { "Throw it away" }).to_owned());
    view! {
        <li>
            <p class="line__title">{was.clone()}</p>
            <p class="line__about">{crate::words::capitalized(&why)}</p>
            <Actions>
                <Button label="Save its text" about=was.clone() press=save />
                <Button kind=Kind::Quiet label about=was press=throw />
            </Actions>
        </li>
    }
    .into_any()
}
