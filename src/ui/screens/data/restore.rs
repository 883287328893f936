//! A backup opened, looked at, and put in place.

use crate::commands::{Command, Restoring};
use crate::exchange::backup::{Backup, Reading};
use crate::exchange::sealed::Sealed;
use crate::platform::{cipher, download, page, timing};
use crate::ui::components::{Actions, Button, Choice, Field, FilePick, Form, Kind, Options, Section};
use crate::ui::state::AppState;
use crate::ui::type_erased::{effect, memo, shown_if, text};
use crate::view_models::data::{Outcome, Preview, is_all_in};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What was opened.
#[derive(Clone)]
enum Opened {
    /// It is being read.
    Reading,
    Backup(Arc<Backup>),
    /// A passphrase opens it; whether a wrong one was tried.
    Sealed(Sealed, bool),
    /// What is wrong with the file.
    Wrong(String),
}

/// Whose turn it is: what takes long stops once something else has begun, or the user has gone elsewhere.
#[derive(Clone, Copy)]
struct Turn(StoredValue<u32>);

impl Turn {
    fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Begins something, in place of what went on. What it gives says whether that goes on still.
    fn begin(self) -> impl Fn() -> bool + Copy + 'static {
        self.0.try_update_value(|turn| *turn += 1);
        let turn = self.0.try_get_value();
        move || turn.is_some() && self.0.try_get_value() == turn
    }
}

/// The file that is open: a handle.
#[derive(Clone, Copy)]
struct Opening {
    opened: RwSignal<Option<Opened>>,
    turn: Turn,
}

impl Opening {
    fn close(self) {
        let _ = self.turn.begin();
        self.opened.set(None);
    }

    fn show(self, read: Opened) {
        self.opened.try_set(Some(read));
        page::after_layout(|| page::focus(".data__opened"));
    }

    /// Reads what the user chose, and shows what it is.
    async fn read(self, file: web_sys::File) {
        let goes_on = self.turn.begin();
        self.opened.set(Some(Opened::Reading));
        let text = download::text_of(&file).await;
        if !goes_on() {
            return;
        }
        match text {
            Err(why) => self.show(Opened::Wrong(why)),
            Ok(text) => match Sealed::read(&text) {
                Some(sealed) => self.show(Opened::Sealed(sealed, false)),
                None => self.read_text(text).await,
            },
        }
    }

    async fn read_text(self, text: String) {
        let goes_on = self.turn.begin();
        self.opened.try_set(Some(Opened::Reading));
        let read = in_slices(text, goes_on).await;
        if goes_on() {
            self.show(read);
        }
    }
}

/// Reads a backup, and lets the browser do other things in between.
async fn in_slices(text: String, goes_on: impl Fn() -> bool + 'static) -> Opened {
    let mut reading = Reading::begin(&text);
    timing::in_slices(&mut || goes_on() && reading.read_on()).await;
    match reading.done() {
        Ok(backup) => Opened::Backup(Arc::new(backup)),
        Err(why) => Opened::Wrong(why.to_string()),
    }
}

/// The way back from a file.
pub fn section(state: AppState) -> AnyView {
    let opening = Opening { opened: RwSignal::new(None), turn: Turn::new() };
    let picked = Callback::new(move |file: web_sys::File| spawn_local(opening.read(file)));
    view! {
        <Section title="Restore">
            <p>"Open a backup to see what it holds. Nothing changes until you say so."</p>
            <FilePick label="Open a backup" accept=".json,application/json" picked />
            {shown_if(move || opening.opened.get().map(|read| match read {
                Opened::Reading => reading(opening),
                Opened::Backup(backup) => preview(state, opening, backup),
                Opened::Sealed(sealed, is_wrong) => passphrase(opening, sealed, is_wrong),
                Opened::Wrong(why) => view! { <p class="field__wrong data__opened" role="alert" tabindex="-1">{why}</p> }.into_any(),
            }))}
        </Section>
    }
    .into_any()
}

fn reading(opening: Opening) -> AnyView {
    view! {
        <p role="status">"Reading it…"</p>
        <Actions>
            <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opening.close()) />
        </Actions>
    }
    .into_any()
}

/// Asks for the passphrase of a backup that is sealed.
fn passphrase(opening: Opening, sealed: Sealed, is_wrong: bool) -> AnyView {
    let typed = RwSignal::new(String::new());
    let submit = Callback::new(move |()| {
        let (sealed, goes_on) = (sealed.clone(), opening.turn.begin());
        spawn_local(async move {
            let text = cipher::open(&sealed, &typed.get_untracked()).await;
            match text {
                _ if !goes_on() => {}
                Ok(text) => opening.read_text(text).await,
                Err(_) => opening.show(Opened::Sealed(sealed, true)),
            }
        });
    });
    let wrong = is_wrong.then(|| "This passphrase does not open it, or the file was damaged.".to_owned());
    view! {
        <div class="data__opened card" tabindex="-1">
            <Form class="fields" submit>
                <Field label="Its passphrase" value=typed input=Callback::new(move |text| typed.set(text)) wrong=Signal::stored(wrong) />
                <Actions>
                    <button type="submit" class="button" data-kind="primary">"Open it"</button>
                    <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opening.close()) />
                </Actions>
            </Form>
        </div>
    }
    .into_any()
}

static WAYS: [(Restoring, &str); 2] =
    [(Restoring::Merge, "Add what is missing here"), (Restoring::Replace, "Replace what is here")];

fn preview(state: AppState, opening: Opening, backup: Arc<Backup>) -> AnyView {
    let how = RwSignal::new(Restoring::Merge);
    let outcome = outcome(state, how, backup.clone());
    let shown = backup.clone();
    let told = memo(move || state.read(|_, _, now| Preview::of(&shown, now)));
    let restore = Callback::new(move |()| {
        let Backup { records, texts, .. } = &*backup;
        let restored = Box::new(records.clone());
        let command =
            Command::RestoreBackup { records: restored, how: how.get_untracked(), texts: texts.clone() };
        if state.try_dispatch(command).is_ok() {
            page::apply_theme(state.read_untracked(|records, _, _| records.settings.theme));
            if state.read_untracked(|here, _, _| is_all_in(here, records)) {
                state.note_backup();
            }
        }
        opening.close();
    });
    let options = Options::of(&WAYS, move || Some(how.get()), move |way| how.set(way));
    let unread = move || Some(told.with(|told| told.unread.clone())).filter(|unread| !unread.is_empty());
    view! {
        <div class="data__opened card" tabindex="-1">
            <p class="card__title">{text(move || told.with(|told| told.backup.clone()))}</p>
            {shown_if(move || unread().map(|unread| view! { <p class="field__wrong">{unread}</p> }.into_any()))}
            <Choice label="How to bring it back" options />
            <p role="status">{text(move || outcome.get())}</p>
            <Actions>
                <Button kind=Kind::Primary label="Restore it" press=restore />
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opening.close()) />
            </Actions>
        </div>
    }
    .into_any()
}

/// What restoring would change, in a sentence: counted a while after it is asked for, and anew after each change.
fn outcome(state: AppState, how: RwSignal<Restoring>, backup: Arc<Backup>) -> RwSignal<String> {
    let (words, turn) = (RwSignal::new(String::new()), Turn::new());
    effect(move || {
        let (backup, goes_on) = (backup.clone(), turn.begin());
        let mut outcome = state.read(|here, _, _| Outcome::begin(here, &backup.records, how.get()));
        spawn_local(async move {
            let mut count_on = || state.read_untracked(|here, _, _| outcome.count_on(here, &backup.records));
            timing::in_slices(&mut || goes_on() && count_on()).await;
            if goes_on() {
                words.set(outcome.words());
            }
        });
    });
    words
}
