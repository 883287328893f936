//! A backup opened, looked at, and put in place.

use crate::commands::{Command, Restoring};
use crate::exchange::backup::{self, Backup};
use crate::platform::{download, page};
use crate::ui::components::{Actions, Button, Choice, FilePick, Kind, Options, Section};
use crate::ui::erased::{memo, shown_if};
use crate::ui::state::AppState;
use crate::view::data::Preview;
use leptos::prelude::*;

/// A backup that was opened, or what is wrong with the file.
type Opened = Option<Result<Backup, String>>;

/// The way back from a file.
pub fn section(state: AppState) -> AnyView {
    let opened = RwSignal::<Opened>::new(None);
    let picked = Callback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            let read = download::text_of(&file).await;
            let read = read.and_then(|text| backup::read(&text).map_err(|why| why.to_string()));
            opened.set(Some(read));
            page::after_layout(|| page::focus(".data__opened"));
        });
    });
    view! {
        <Section title="Restore">
            <p>"Open a backup to see what it holds. Nothing changes until you say so."</p>
            <FilePick label="Open a backup" accept=".json,application/json" picked />
            {shown_if(move || opened.get().map(|read| match read {
                Ok(backup) => preview(state, opened, backup),
                Err(why) => view! { <p class="field__wrong data__opened" role="alert" tabindex="-1">{why}</p> }.into_any(),
            }))}
        </Section>
    }
    .into_any()
}

static WAYS: [(Restoring, &str); 2] =
    [(Restoring::Merge, "Add what is missing here"), (Restoring::Replace, "Replace what is here")];

fn preview(state: AppState, opened: RwSignal<Opened>, backup: Backup) -> AnyView {
    let how = RwSignal::new(Restoring::Merge);
    let records = backup.records.clone();
    let told = memo(move || state.read(|records, _, now| Preview::of(records, &backup, how.get(), now)));
    let restore = Callback::new(move |()| {
        let (how, records) = (how.get_untracked(), Box::new(records.clone()));
        if state.try_dispatch(Command::RestoreBackup { records, how }).is_ok() {
            page::apply_theme(state.read_untracked(|records, _, _| records.settings.theme));
        }
        opened.set(None);
    });
    let options = Options::of(&WAYS, move || Some(how.get()), move |way| how.set(way));
    let unread = move || Some(told.with(|told| told.unread.clone())).filter(|unread| !unread.is_empty());
    view! {
        <div class="data__opened card" tabindex="-1">
            <p class="card__title">{move || told.with(|told| told.backup.clone())}</p>
            {shown_if(move || unread().map(|unread| view! { <p class="field__wrong">{unread}</p> }.into_any()))}
            <Choice label="How to bring it back" options />
            <p role="status">{move || told.with(|told| told.outcome.clone())}</p>
            <Actions>
                <Button kind=Kind::Primary label="Restore it" press=restore />
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opened.set(None)) />
            </Actions>
        </div>
    }
    .into_any()
}
