//! What the app knows, and the one way to change it.

use super::folder_copies;
use super::session::{Outcome, Session};
use super::shell_state::{SessionHooks, ShellState};
use crate::commands::{Command, CommandError};
use crate::etiquette::{Now, Plan};
use crate::exchange::backup;
use crate::model::{NewId, Record, RecordKey, Records, Settings, Theme};
use crate::platform::ids::Ids;
use crate::platform::local_storage::BrowserStore;
use crate::platform::{clock, durable, events, page};
use crate::storage::{Notice, RecordStore, SaveStatus};
use crate::view_models::Route;
use chrono::Local;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What the app knows: a handle, in context. It is there once the session is open.
///
/// Its one trigger is the shell's clock: that is set after each change, and whenever time alone changes the plan.
#[derive(Clone, Copy)]
pub struct AppState {
    shell: ShellState,
    session: StoredValue<Session, LocalStorage>,
    save_status: RwSignal<SaveStatus>,
    notices: RwSignal<Vec<Notice>>,
    /// How much other tabs removed that can be brought back.
    removed_elsewhere: RwSignal<usize>,
    flags: StoredValue<Flags>,
}

#[derive(Default)]
struct Flags {
    /// Whether the browser was asked to keep what is stored.
    is_asked: bool,
    /// Whether something has changed that the screen does not show yet.
    is_behind: bool,
}

/// The state, from the context of the app.
pub fn state() -> AppState {
    expect_context()
}

impl AppState {
    /// Opens the session, unless it is open: reads what is stored, and plans. `notices` is what the shell then shows
    /// above every screen.
    pub fn open(shell: ShellState, notices: fn() -> AnyView) -> Self {
        shell.with_root(|| use_context().unwrap_or_else(|| Self::new(shell, notices)))
    }

    fn new(shell: ShellState, notices: fn() -> AnyView) -> Self {
        let now = clock::local_now();
        let (session, found) = Session::open(&now);
        let state = Self {
            shell,
            save_status: RwSignal::new(session.store.save_status()),
            session: StoredValue::new_local(session),
            notices: RwSignal::new(found),
            removed_elsewhere: RwSignal::new(0),
            flags: StoredValue::default(),
        };
        provide_context(state);
        state.apply_theme();
        state.wake(&now);
        state.follow_the_clock();
        state.follow_other_tabs();
        state.ask_before_loss();
        shell.set_session(SessionHooks {
            undo: Callback::new(move |()| state.undo()),
            redo: Callback::new(move |()| state.redo()),
            notices,
        });
        state
    }

    /// Where the user is.
    pub fn route(self) -> Signal<Route> {
        self.shell.route()
    }

    /// Runs `work` as part of the page, wherever it is called from: in a timer or a listener nothing else is at hand.
    pub fn with_root<T>(self, work: impl FnOnce() -> T) -> T {
        self.shell.with_root(work)
    }

    /// Whether the screen that is still here is about to go: a second tap on it does nothing more.
    pub fn is_leaving(self) -> bool {
        self.shell.is_leaving()
    }

    /// Whether the screen does not show the last change yet: a second tap on what is about to go does nothing more.
    pub fn is_behind(self) -> bool {
        self.flags.with_value(|flags| flags.is_behind)
    }

    /// How safe what the user sees is.
    pub fn save_status(self) -> Signal<SaveStatus> {
        self.save_status.into()
    }

    /// What there was to tell after reading what is stored.
    pub fn notices(self) -> Signal<Vec<Notice>> {
        self.notices.into()
    }

    /// How much other tabs removed that can be brought back.
    pub fn removed_elsewhere(self) -> Signal<usize> {
        self.removed_elsewhere.into()
    }

    /// Brings back what other tabs removed.
    pub fn bring_back(self) {
        self.change(Session::bring_back);
    }

    /// Lets what other tabs removed be gone.
    pub fn let_be_gone(self) {
        self.change(|session, _| Some(session.let_be_gone()));
    }

    /// Brings in what the journal has and the store lost.
    pub fn bring_in(self, journal: &[(String, String)]) {
        self.change(|session, now| session.bring_in(journal, now));
        // What was broken in the store may be whole in the journal.
        let broken = self.stored(|store| store.quarantined().to_vec());
        self.notices.update(|notices| {
            notices.retain_mut(|notice| match notice {
                Notice::Quarantined(list) => {
                    list.clone_from(&broken);
                    !list.is_empty()
                }
                _ => true,
            });
        });
    }

    /// There is something to tell that reading what is stored does not show.
    pub fn give_notice(self, notice: Notice) {
        self.notices.update(|notices| notices.push(notice));
    }

    /// The user has read a notice.
    pub fn put_notice_away(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|one| one != notice));
    }

    /// Reads. The reader reruns after each change, and whenever time alone changes the plan.
    pub fn read<T>(self, look: impl FnOnce(&Records, &Plan, &Now<Local>) -> T) -> T {
        let now = self.shell.now();
        self.session.with_value(|session| look(&session.records, session.plan(), &now))
    }

    /// Reads once, by the clock, for what happens at a tap.
    pub fn read_untracked<T>(self, look: impl FnOnce(&Records, &Plan, &Now<Local>) -> T) -> T {
        let now = clock::local_now();
        self.session.with_value(|session| look(&session.records, session.plan(), &now))
    }

    /// Carries a command out: on the records, in storage, in the plan and on the screen. Tells the user if it is
    /// refused.
    pub fn dispatch(self, command: Command) {
        let _ = self.try_dispatch(command);
    }

    /// As [`Self::dispatch`], for a form that was opened on this record as it was then: what came to it since stays.
    /// `None` where the form adds a record.
    pub fn dispatch_since(self, was: Option<Record>, command: Command) -> bool {
        let command = match was {
            Some(was) => Command::Since(Box::new(was), Box::new(command)),
            None => command,
        };
        self.try_dispatch(command).is_ok()
    }

    /// As [`Self::dispatch`], for who has to do something about a refusal.
    ///
    /// # Errors
    /// [`CommandError`]. Nothing has changed then, and the user is told.
    pub fn try_dispatch(self, command: Command) -> Result<(), CommandError> {
        let now = clock::local_now();
        match self.session.try_update_value(|session| session.carry_out(command, &now)) {
            Some(Ok(outcome)) => {
                self.show(outcome, &now);
                self.ask_to_keep();
                folder_copies::write_after_pause(move || self.backup_text(), move || self.note_backup());
            }
            Some(Err(error)) => {
                self.say(error.to_string());
                return Err(error);
            }
            None => {}
        }
        Ok(())
    }

    /// As [`Self::dispatch`], for what saves itself while the user types: no toast says so.
    pub fn dispatch_silent(self, command: Command) {
        if self.try_dispatch(command).is_ok() {
            self.shell.put_toast_away();
        }
    }

    /// Takes back what was done last; each time one step further.
    pub fn undo(self) {
        self.change(Session::take_back);
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        self.change(Session::do_again);
    }

    /// Looks at what lies in storage.
    pub fn stored<T>(self, look: impl FnOnce(&RecordStore<BrowserStore>) -> T) -> T {
        self.session.with_value(|session| look(&session.store))
    }

    /// Does something to what is stored that is more than a command: erases it, stores it again, lets go of it.
    pub fn rebuild<T>(
        self,
        work: impl FnOnce(&mut RecordStore<BrowserStore>, &mut Records) -> T,
    ) -> Option<T> {
        let mut done = None;
        self.change(|session, now| {
            let (result, outcome) = session.rebuild(work, now);
            done = Some(result);
            Some(outcome)
        });
        done
    }

    /// An id that no record has, for what a screen adds.
    pub fn fresh_id(self) -> uuid::Uuid {
        Ids::default().fresh()
    }

    /// Shows a toast that comes of no command.
    pub fn say(self, words: impl Into<String>) {
        self.shell.say(words);
    }

    /// Applies the theme at once, and stores it.
    pub fn set_theme(self, theme: Theme) {
        page::apply_theme(theme);
        let settings = self.read_untracked(|records, _, _| Settings { theme, ..records.settings.clone() });
        self.dispatch(Command::PutSettings(Box::new(settings)));
    }

    fn apply_theme(self) {
        page::apply_theme(self.session.with_value(|session| session.records.settings.theme));
    }

    /// Changes the session by something other than a command, which may change the theme, too.
    fn change(self, work: impl FnOnce(&mut Session, &Now<Local>) -> Option<Outcome>) {
        let now = clock::local_now();
        if let Some(Some(outcome)) = self.session.try_update_value(|session| work(session, &now)) {
            self.apply_theme();
            self.show(outcome, &now);
        }
    }

    /// Where a toast tells of the change, it is painted before the plan is made and the screen drawn anew: on a slow
    /// phone a tap is answered in half the time.
    fn show(self, outcome: Outcome, now: &Now<Local>) {
        let is_told = outcome.toast.is_some();
        if let Some(toast) = outcome.toast {
            self.shell.show(toast);
        }
        if self.save_status.get_untracked() != outcome.save_status {
            self.save_status.set(outcome.save_status);
        }
        if self.removed_elsewhere.get_untracked() != outcome.removed_elsewhere {
            self.removed_elsewhere.set(outcome.removed_elsewhere);
        }
        if is_told {
            self.flags.update_value(|flags| flags.is_behind = true);
            let now = *now;
            page::after_paint(move || self.wake(&now));
        } else {
            self.wake(now);
        }
    }

    /// Reruns all readers, for the records and the plan as they are now.
    fn wake(self, now: &Now<Local>) {
        self.session.with_value(|session| {
            // Who has begun to note an interview is not here for the first time.
            let Records { opportunities, search, settings, .. } = &session.records;
            let nothing_begun = search.form.is_none() && search.form_drafts.is_empty();
            self.shell.set_fresh(opportunities.is_empty() && nothing_begun);
            self.shell.set_shortcuts(settings.shortcuts);
        });
        self.shell.set_now(now.at);
        self.flags.update_value(|flags| flags.is_behind = false);
        self.set_alarm(now);
    }

    /// Plans anew when time has changed the plan: at the alarm, and when the page comes back.
    fn follow_the_clock(self) {
        events::on_window("focus", move |_| self.catch_up());
        events::on_window("pageshow", move |event| {
            self.wake_up(&event);
            self.catch_up();
        });
        events::on_document("visibilitychange", move |_| self.catch_up());
    }

    fn follow_other_tabs(self) {
        events::on_window("storage", move |event| {
            let name = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            let own_undo =
                self.shell.toast().with_untracked(|toast| toast.as_ref().is_some_and(|it| it.undo));
            self.change(|session, now| session.hear(name.as_deref(), own_undo, now));
        });
    }

    /// A page that one goes back to may have been asleep, and heard of nothing.
    fn wake_up(self, event: &web_sys::Event) {
        if event
            .dyn_ref::<web_sys::PageTransitionEvent>()
            .is_some_and(web_sys::PageTransitionEvent::persisted)
        {
            self.wake_up_to(None);
        }
    }

    /// Takes over what another tab did to a record, or to any, where this one has not heard of it.
    pub fn wake_up_to(self, only: Option<RecordKey>) {
        self.change(|session, now| session.wake_up(only, now));
    }

    /// Has the browser ask before the page is left, while something would be lost by it.
    fn ask_before_loss(self) {
        events::on_window("beforeunload", move |event| {
            if self.session.with_value(|session| session.store.would_lose()) {
                event.prevent_default();
            }
        });
    }

    /// All records as a backup of now; `None` where they cannot be written as one.
    pub fn backup_text(self) -> Option<String> {
        let now = clock::local_now();
        let written = |session: &Session| backup::write_stored(&session.store, &session.records, now.at);
        self.session.with_value(written).ok()
    }

    /// There is a backup of now.
    pub fn note_backup(self) {
        self.change(Session::note_backup);
    }

    /// Once something is stored, the browser is asked to keep it.
    fn ask_to_keep(self) {
        let was_asked = self.flags.try_update_value(|flags| std::mem::replace(&mut flags.is_asked, true));
        if was_asked == Some(false) {
            durable::ask();
        }
    }

    /// Looks at the clock. A clock that was set back makes the plan wrong, and so does another zone.
    fn catch_up(self) {
        let (now, shown) = (clock::local_now(), self.shell.now_untracked());
        let (until, has_moved) =
            self.session.with_value(|session| (session.valid_until(&shown), session.has_moved(&now)));
        if !has_moved && (shown.at..until).contains(&now.at) {
            self.set_alarm(&now);
        } else {
            self.session.update_value(|session| session.plan_anew(&now));
            self.wake(&now);
        }
    }

    fn set_alarm(self, now: &Now<Local>) {
        self.session.update_value(|session| session.set_alarm(now, move || self.catch_up()));
    }
}
