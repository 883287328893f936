//! A backup opened, looked at, and put in place.

use crate::commands::{Command, Restoring};
use crate::exchange::backup::{self, Backup};
use crate::exchange::sealed::Sealed;
use crate::platform::{cipher, download, page};
use crate::ui::components::{Actions, Button, Choice, Field, FilePick, Form, Kind, Options, Section};
use crate::ui::state::AppState;
use crate::ui::type_erased::{memo, shown_if, text};
use crate::view_models::data::{Preview, is_all_in};
use leptos::prelude::*;

/// What was opened.
#[derive(Clone)]
enum Opened {
    Backup(Box<Backup>),
    /// A passphrase opens it; whether a wrong one was tried.
    Sealed(Sealed, bool),
    /// What is wrong with the file.
    Wrong(String),
}

impl Opened {
    fn read(text: &str) -> Self {
        match Sealed::read(text) {
            Some(sealed) => Self::Sealed(sealed, false),
            None => Self::read_open(text),
        }
    }

    fn read_open(text: &str) -> Self {
        match backup::read(text) {
            Ok(backup) => Self::Backup(Box::new(backup)),
            Err(why) => Self::Wrong(why.to_string()),
        }
    }
}

/// The way back from a file.
pub fn section(state: AppState) -> AnyView {
    let opened = RwSignal::<Option<Opened>>::new(None);
    let picked = Callback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            let read = download::text_of(&file).await;
            show(opened, read.map_or_else(Opened::Wrong, |text| Opened::read(&text)));
        });
    });
    view! {
        <Section title="Restore">
            <p>"Open a backup to see what it holds. Nothing changes until you say so."</p>
            <FilePick label="Open a backup" accept=".json,application/json" picked />
            {shown_if(move || opened.get().map(|read| match read {
                Opened::Backup(backup) => preview(state, opened, *backup),
                Opened::Sealed(sealed, is_wrong) => passphrase(opened, sealed, is_wrong),
                Opened::Wrong(why) => view! { <p class="field__wrong data__opened" role="alert" tabindex="-1">{why}</p> }.into_any(),
            }))}
        </Section>
    }
    .into_any()
}

fn show(opened: RwSignal<Option<Opened>>, read: Opened) {
    opened.try_set(Some(read));
    page::after_layout(|| page::focus(".data__opened"));
}

/// Asks for the passphrase of a backup that is sealed.
fn passphrase(opened: RwSignal<Option<Opened>>, sealed: Sealed, is_wrong: bool) -> AnyView {
    let typed = RwSignal::new(String::new());
    let submit = Callback::new(move |()| {
        let sealed = sealed.clone();
        leptos::task::spawn_local(async move {
            let text = cipher::open(&sealed, &typed.get_untracked()).await;
            let read = text.map_or_else(|_| Opened::Sealed(sealed, true), |text| Opened::read_open(&text));
            show(opened, read);
        });
    });
    let wrong = is_wrong.then(|| "This passphrase does not open it, or the file was damaged.".to_owned());
    view! {
        <div class="data__opened card" tabindex="-1">
            <Form class="fields" submit>
                <Field label="Its passphrase" value=typed input=Callback::new(move |text| typed.set(text)) wrong=Signal::stored(wrong) />
                <Actions>
                    <button type="submit" class="button" data-kind="primary">"Open it"</button>
                    <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opened.set(None)) />
                </Actions>
            </Form>
        </div>
    }
    .into_any()
}

static WAYS: [(Restoring, &str); 2] =
    [(Restoring::Merge, "Add what is missing here"), (Restoring::Replace, "Replace what is here")];

fn preview(state: AppState, opened: RwSignal<Option<Opened>>, backup: Backup) -> AnyView {
    let how = RwSignal::new(Restoring::Merge);
    let records = backup.records.clone();
    let told = memo(move || state.read(|records, _, now| Preview::of(records, &backup, how.get(), now)));
    let restore = Callback::new(move |()| {
        let (how, restored) = (how.get_untracked(), Box::new(records.clone()));
        if state.try_dispatch(Command::RestoreBackup { records: restored, how }).is_ok() {
            page::apply_theme(state.read_untracked(|records, _, _| records.settings.theme));
            if state.read_untracked(|here, _, _| is_all_in(here, &records)) {
                state.note_backup();
            }
        }
        opened.set(None);
    });
    let options = Options::of(&WAYS, move || Some(how.get()), move |way| how.set(way));
    let unread = move || Some(told.with(|told| told.unread.clone())).filter(|unread| !unread.is_empty());
    view! {
        <div class="data__opened card" tabindex="-1">
            <p class="card__title">{text(move || told.with(|told| told.backup.clone()))}</p>
            {shown_if(move || unread().map(|unread| view! { <p class="field__wrong">{unread}</p> }.into_any()))}
            <Choice label="How to bring it back" options />
            <p role="status">{text(move || told.with(|told| told.outcome.clone()))}</p>
            <Actions>
                <Button kind=Kind::Primary label="Restore it" press=restore />
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opened.set(None)) />
            </Actions>
        </div>
    }
    .into_any()
}
