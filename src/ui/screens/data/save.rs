//! A backup handed to the user: as a file, sealed with a passphrase if they wish, or as copies in a folder.

use crate::exchange::backup;
use crate::platform::download::{self, Delivery};
use crate::platform::{cipher, clock, folder};
use crate::ui::components::{Actions, Button, Field, Kind, Section};
use crate::ui::folder_copies;
use crate::ui::state::AppState;
use crate::ui::type_erased::{Memo, shown, shown_if};
use crate::view_models::DataPage;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The saving of a backup: a handle.
#[derive(Clone, Copy)]
pub struct Saving {
    state: AppState,
    passphrase: RwSignal<String>,
    /// The file that the browser took, until the user says whether it is there.
    taken: RwSignal<Option<String>>,
}

impl Saving {
    pub fn new(state: AppState) -> Self {
        Self { state, passphrase: RwSignal::new(String::new()), taken: RwSignal::new(None) }
    }

    /// Hands a backup to the user.
    pub fn save(self) {
        spawn_local(async move {
            let Some((name, text)) = self.written().await else {
                self.state.say("This browser could not seal the backup, so nothing was saved.");
                return;
            };
            match download::deliver(&name, download::JSON, &text).await {
                Delivery::Kept => self.is_kept(&name),
                Delivery::Taken => {
                    self.state.say(format!("Your browser is saving {name}"));
                    self.taken.try_set(Some(name));
                }
                Delivery::Refused => self.state.say("No file was saved. Try again, or another browser."),
            }
        });
    }

    /// The file's name and text.
    async fn written(self) -> Option<(String, String)> {
        let now = clock::local_now();
        let local = now.at.with_timezone(&now.zone).naive_local();
        let name = self.state.read_untracked(|records, _, _| backup::file_name(records, local));
        let (passphrase, text) = (self.passphrase.get_untracked(), self.state.backup_text()?);
        if passphrase.is_empty() {
            return Some((name, text));
        }
        let sealed = cipher::seal(&text, &passphrase).await.ok()?;
        Some((name.replace(".json", "-sealed.json"), sealed.write().ok()?))
    }

    fn is_kept(self, name: &str) {
        self.state.note_backup();
        self.state.say(format!("Saved as {name}"));
        self.taken.try_set(None);
    }

    fn is_not_there(self) {
        self.taken.set(None);
        self.state.say("Then allow downloads for this page, or share it instead.");
    }

    /// Hands it to another program, for who finds no download.
    fn share(self) {
        spawn_local(async move {
            let Some((name, text)) = self.written().await else { return };
            match download::share_as_file(&name, download::JSON, &text).await {
                Delivery::Kept => self.is_kept(&name),
                _ => self.state.say("It was not shared."),
            }
        });
    }

    /// The section.
    pub fn section(self, page: Memo<DataPage>) -> AnyView {
        let press = Callback::new(move |()| self.save());
        let share = Callback::new(move |()| self.share());
        let share = crate::platform::share::can_share().then(|| {
            view! { <Button label="Share it instead" press=share /> }
        });
        let input = Callback::new(move |text| self.passphrase.set(text));
        view! {
            <Section title="Backup">
                {shown(move || page.with(|page| view! {
                    <p data-late=page.backup_late.then_some("")>{page.backup.clone()}</p>
                }.into_any()))}
                <p class="muted">
                    "Browsers clear storage now and then, and a lost phone takes it along. A backup is one file with everything in it; keep it where you keep your papers. It is also how you move to another phone or browser: save it here, open it there."
                </p>
                <Field label="Passphrase" note="only if you wish" value=self.passphrase input
                    hint="The file then opens with this passphrase only. If you forget it, nobody can open it." />
                <Actions>
                    <Button kind=Kind::Primary label="Save a backup" press />
                    {share}
                </Actions>
                {shown_if(move || self.taken.get().map(|name| self.question(name)))}
            </Section>
            {folder::can_be_chosen().then(|| copies(self.state))}
        }
        .into_any()
    }

    /// A browser that took a file does not say whether it is there.
    fn question(self, name: String) -> AnyView {
        let words = format!("Is “{name}” among your downloads?");
        let yes = Callback::new(move |()| self.is_kept(&name));
        let no = Callback::new(move |()| self.is_not_there());
        view! {
            <div class="card" role="status">
                <p>{words}</p>
                <Actions>
                    <Button kind=Kind::Primary label="It is there" press=yes />
                    <Button kind=Kind::Quiet label="It is not" press=no />
                </Actions>
            </div>
        }
        .into_any()
    }
}

/// The folder into which copies go: its name, and whether the page may write there.
type Chosen = Option<(String, bool)>;

fn copies(state: AppState) -> AnyView {
    let chosen = RwSignal::<Chosen>::new(None);
    let look = move || {
        spawn_local(async move {
            let found = match folder::chosen().await {
                Some(folder) => Some((folder.name(), folder.may_write(false).await)),
                None => None,
            };
            // The user may have gone elsewhere in the meantime.
            chosen.try_set(found);
        });
    };
    look();
    let choose = Callback::new(move |()| {
        spawn_local(async move {
            if folder::choose().await.is_some() {
                copy_now(state).await;
                look();
            }
        });
    });
    let copy = Callback::new(move |()| {
        spawn_local(async move {
            copy_now(state).await;
            look();
        });
    });
    let stop = Callback::new(move |()| {
        spawn_local(async move {
            folder::forget().await;
            look();
        });
    });
    view! {
        <Section title="Copies in a folder">
            {shown(move || match chosen.get() {
                None => view! {
                    <p class="muted">"Choose a folder, and each day with changes leaves a copy in it by itself. The last ten stay."</p>
                    <Actions><Button label="Choose a folder" press=choose /></Actions>
                }.into_any(),
                Some((name, may_write)) => view! {
                    <p>{if may_write {
                        format!("Each day with changes leaves a copy in “{name}”. The last ten stay.")
                    } else {
                        format!("The browser wants to be asked again before a copy goes to “{name}”.")
                    }}</p>
                    <Actions>
                        <Button label=if may_write { "Copy now" } else { "Allow it, and copy now" } press=copy />
                        <Button kind=Kind::Quiet label="Stop copying" press=stop />
                    </Actions>
                }.into_any(),
            })}
        </Section>
    }
    .into_any()
}

/// Writes the copy at the user's word, and says whether it is there.
async fn copy_now(state: AppState) {
    if folder_copies::write(move || state.backup_text(), true).await == Some(true) {
        state.note_backup();
        state.say("A copy is in the folder");
    } else {
        state.say("The copy could not be written. Choose the folder again.");
    }
}
