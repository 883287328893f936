//! What is stored, saved to a file and read back, and erased.

mod broken;
mod restore;
mod save;

use crate::commands::Command;
use crate::platform::journal::{self, JournalStatus};
use crate::platform::{durable, service_worker};
use crate::storage::RecordStore;
use crate::ui::components::{Actions, Button, Head, Kind, Section, Sheet};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{memo, shown, shown_if};
use crate::view_models::DataPage;
use crate::view_models::data::{TIGHT, percent, room, safety, way_out};
use leptos::{html, prelude::*};

/// What is stored.
#[component]
pub fn DataScreen() -> AnyView {
    let state = state();
    let page = memo(move || state.read(|records, _, now| DataPage::of(records, now)));
    let used = move || state.stored(RecordStore::used).ok().filter(|used| *used > 0);
    let promised = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        // The user may have gone elsewhere in the meantime.
        promised.try_set(durable::is_granted().await);
    });
    let saving = save::Saving::new(state);
    let save = Callback::new(move |()| saving.save());
    // Who has nothing here yet comes with a backup.
    let nothing_here = page.with_untracked(|page| page.contents.is_empty());
    let restore = Some(restore::section(state));
    let (first, after) = if nothing_here { (restore, None) } else { (None, restore) };
    let drop_example = Callback::new(move |()| state.dispatch(Command::DropExample));
    view! {
        <div class="screen data">
            <Head title="Data">
                <p class="muted">
                    "Everything you write is kept in this browser and nowhere else. There is no account and no server; the page asks no other host for anything. To see for yourself, cut the connection while this page is open: all of it goes on working."
                </p>
            </Head>
            {first}
            {shown(move || page.with(|page| stored(page, used(), promised.get())))}
            {saving.section(page)}
            {after}
            {broken::section(state)}
            {shown_if(move || page.with(|page| page.example).then(|| example(drop_example)))}
            {privacy()}
            {erasing(state, save)}
        </div>
    }
    .into_any()
}

fn stored(page: &DataPage, used: Option<usize>, promised: Option<bool>) -> AnyView {
    let contents = if page.contents.is_empty() {
        "Nothing yet. What you note will be counted here.".to_owned()
    } else {
        format!("{}.", page.contents)
    };
    let on_disk = match journal::status() {
        JournalStatus::Unknown => None,
        JournalStatus::Kept => Some(true),
        JournalStatus::Unavailable => Some(false),
    };
    let safety = safety(on_disk, promised.filter(|_| used.is_some()));
    let room = used.map(|used| {
        // Of less than a percent the bar shows nothing.
        let bar = (percent(used) > 0).then(|| {
            view! { <meter min="0" max="100" high=TIGHT.to_string() value=percent(used).to_string() aria-label="Room used"></meter> }
        });
        view! {
            <div class="data__room">
                {bar}
                <p class="small muted">{room(used)}</p>
                {way_out(used).map(|words| view! { <p data-late="">{words}</p> }.into_any())}
            </div>
        }
    });
    view! {
        <Section title="What is here">
            <p>{contents}</p>
            {room}
            {(!safety.is_empty()).then(|| view! { <p class="small muted">{safety}</p> }.into_any())}
        </Section>
    }
    .into_any()
}

fn example(drop_it: Callback<()>) -> AnyView {
    view! {
        <Section title="The example">
            <p>"The example search is among your records. One tap removes it; what is yours stays."</p>
            <Actions>
                <Button label="Remove the example" press=drop_it />
            </Actions>
        </Section>
    }
    .into_any()
}

/// What is promised, and how anybody can check it.
fn privacy() -> AnyView {
    view! {
        <Section title="How to check that nothing leaves">
            <ul>
                <li>"Cut the connection and go on: every screen works."</li>
                <li>"Open your browser's developer tools at “Network”, tick off “Hide data URLs”, and use the app: each line names this site, and none comes when you save."</li>
                <li>"The page carries a policy (Content-Security-Policy) by which the browser itself refuses a request to any other host. You find it at the top of the page's source."</li>
                <li>"At “Application” or “Storage” you see all that is kept: local storage under “afterword/”, the same once more in the database “afterword”, and the files of the app in a cache. No cookies."</li>
            </ul>
        </Section>
    }
    .into_any()
}

fn erasing(state: AppState, save: Callback<()>) -> AnyView {
    let asked = RwSignal::new(false);
    let erase = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            // The journal goes first: what it held would come back at the next start.
            let is_forgotten = journal::erase().await;
            let words = match state.rebuild(RecordStore::erase) {
                Some(Ok(())) => "Everything is erased".to_owned(),
                Some(Err(why)) => format!("Not all of it could be erased: {why}."),
                None => return,
            };
            if !is_forgotten {
                journal::owe_erasing();
            }
            service_worker::forget().await;
            durable::forget_trace().await;
            state.say(words);
        });
    });
    let ask = Callback::new(move |()| asked.set(true));
    view! {
        <Section title="Erase">
            <p>"Removes everything that Afterword keeps in this browser. Other pages are not touched."</p>
            <Actions>
                <Button kind=Kind::Grave label="Erase everything" press=ask />
            </Actions>
            {shown_if(move || asked.get().then(|| question(asked, save, erase)))}
        </Section>
    }
    .into_any()
}

/// The one thing that cannot be taken back asks first.
fn question(asked: RwSignal<bool>, save: Callback<()>, erase: Callback<()>) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let keep = Callback::new(move |()| close());
    let erase = Callback::new(move |()| {
        close();
        erase.run(());
    });
    view! {
        <Sheet title="Erase everything?" closed=Callback::new(move |()| asked.set(false)) node=dialog>
            <p>"Opportunities, people, letters and settings go, and so do records that cannot be read. Only a backup can bring them back."</p>
            <Actions>
                <Button kind=Kind::Primary label="Keep everything" press=keep />
                <Button label="Save a backup first" press=save />
                <Button kind=Kind::Grave label="Erase it all" press=erase />
            </Actions>
        </Sheet>
    }
    .into_any()
}
