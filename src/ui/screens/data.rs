//! What is stored, saved to a file and read back, and erased.

mod broken;
mod restore;

use crate::commands::Command;
use crate::exchange::backup;
use crate::model::Settings;
use crate::platform::{clock, download};
use crate::storage::RecordStore;
use crate::ui::components::{Button, Kind, Sheet};
use crate::ui::erased::{memo, shown, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::DataPage;
use crate::view::data::{percent, room};
use leptos::{html, prelude::*};

/// What is stored.
#[component]
pub fn DataScreen() -> AnyView {
    let state = state();
    let page = memo(move || state.read(|records, _, now| DataPage::of(records, now)));
    view! {
        <div class="screen data">
            <header class="screen__head">
                <h1 tabindex="-1">"Data"</h1>
                <p class="muted">
                    "Everything you write is kept in this browser and nowhere else. There is no account and no server; the page asks no other host for anything. To see for yourself, cut the connection while this page is open: all of it goes on working."
                </p>
            </header>
            {shown(move || page.with(|page| stored(state, page)))}
            {shown(move || page.with(|page| saving(state, page)))}
            {restore::section(state)}
            {broken::section(state)}
            {shown_if(move || page.with(|page| page.example).then(|| example(state)))}
            {erasing(state)}
        </div>
    }
    .into_any()
}

fn stored(state: AppState, page: &DataPage) -> AnyView {
    let contents = if page.contents.is_empty() {
        "Nothing yet. What you note will be counted here.".to_owned()
    } else {
        format!("{}.", page.contents)
    };
    let used = state.stored(RecordStore::used).ok().filter(|used| *used > 0);
    let room = used.map(|used| {
        // Of less than a percent the bar shows nothing.
        let bar = (percent(used) > 0).then(|| {
            view! { <meter min="0" max="100" high="80" value=percent(used).to_string() aria-label="Room used"></meter> }
        });
        view! {
            <div class="data__room">
                {bar}
                <p class="small muted">{room(used)}</p>
            </div>
        }
    });
    view! {
        <section class="section">
            <h2>"What is here"</h2>
            <p>{contents}</p>
            {room}
        </section>
    }
    .into_any()
}

fn saving(state: AppState, page: &DataPage) -> AnyView {
    let name = page.file_name.clone();
    let press = Callback::new(move |()| save(state, &name));
    view! {
        <section class="section">
            <h2>"Backup"</h2>
            <p data-late=page.backup_late.then_some("")>{page.backup.clone()}</p>
            <p class="muted">
                "Browsers clear storage now and then, and a lost phone takes it along. A backup is one file with everything in it; keep it where you keep your papers."
            </p>
            <div class="actions">
                <Button kind=Kind::Primary label="Save a backup" press />
            </div>
        </section>
    }
    .into_any()
}

/// Hands a backup to the user, and remembers when.
fn save(state: AppState, name: &str) {
    let now = clock::now();
    let text = state.read_untracked(|records, _, _| backup::write(records, now));
    let handed_over = text.is_ok_and(|text| download::hand_over(name, download::JSON, &text));
    if handed_over {
        let settings = state
            .read_untracked(|records, _, _| Settings { backed_up: Some(now), ..records.settings.clone() });
        state.dispatch_silent(Command::PutSettings(Box::new(settings)));
        state.say(format!("Saved as {name}"));
    } else {
        state.say("This browser did not take the file. Try another one, or allow downloads for this page.");
    }
}

fn example(state: AppState) -> AnyView {
    view! {
        <section class="section">
            <h2>"The example"</h2>
            <p>"The example search is among your records. One tap removes it; what is yours stays."</p>
            <div class="actions">
                <Button label="Drop the example" press=Callback::new(move |()| state.dispatch(Command::DropExample)) />
            </div>
        </section>
    }
    .into_any()
}

fn erasing(state: AppState) -> AnyView {
    let asked = RwSignal::new(false);
    let ask = Callback::new(move |()| asked.set(true));
    view! {
        <section class="section">
            <h2>"Erase"</h2>
            <p>"Removes everything that Afterword keeps in this browser. Other pages are not touched."</p>
            <div class="actions">
                <Button kind=Kind::Grave label="Erase everything" press=ask />
            </div>
            {shown_if(move || asked.get().then(|| question(state, asked)))}
        </section>
    }
    .into_any()
}

/// The one thing that cannot be taken back asks first.
fn question(state: AppState, asked: RwSignal<bool>) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let keep = Callback::new(move |()| close());
    let backup = Callback::new(move |()| {
        save(state, &backup::file_name(crate::view::when::today(&clock::local_now())));
    });
    let erase = Callback::new(move |()| {
        close();
        let words = match state.rebuild(RecordStore::erase) {
            Some(Ok(())) => "Everything is erased".to_owned(),
            Some(Err(why)) => format!("Not all of it could be erased: {why}."),
            None => return,
        };
        state.say(words);
    });
    view! {
        <Sheet title="Erase everything?" closed=Callback::new(move |()| asked.set(false)) node=dialog>
            <p>"Opportunities, people, letters and settings go, and so do records that cannot be read. Only a backup can bring them back."</p>
            <div class="actions">
                <Button kind=Kind::Primary label="Keep everything" press=keep />
                <Button label="Save a backup first" press=backup />
                <Button kind=Kind::Grave label="Erase it all" press=erase />
            </div>
        </Sheet>
    }
    .into_any()
}
