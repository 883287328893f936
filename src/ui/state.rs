//! What the app knows, and the one way to change it.

use super::glance;
use super::notices;
use super::session::{Ids, Outcome, Session};
use super::shell_state::{SessionHooks, ShellState};
use crate::commands::{Command, CommandError, RecordKey};
use crate::etiquette::{Now, Planner};
use crate::model::{NewId, OpportunityId, Records, Settings, Stamp, Theme};
use crate::platform::store::BrowserStore;
use crate::platform::{clock, page};
use crate::storage::{Notice, RecordStore, SaveStatus};
use crate::view::Route;
use chrono::Local;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What the app knows: a handle, in context.
#[derive(Clone, Copy)]
pub struct AppState {
    shell: ShellState,
    session: StoredValue<Session, LocalStorage>,
    save_status: RwSignal<SaveStatus>,
    notices: RwSignal<Vec<Notice>>,
    undrawn: StoredValue<Undrawn, LocalStorage>,
}

/// What has happened and is said, and is not drawn on the screen yet.
#[derive(Default)]
struct Undrawn {
    wake: Vec<ArcTrigger>,
    drawn: Vec<Box<dyn FnOnce()>>,
    pause: page::Pause,
}

/// How long what was just dealt with stands there before the next takes its place.
const REST_MS: i32 = 400;

/// The state, from the context of the app.
pub fn state() -> AppState {
    expect_context()
}

impl AppState {
    /// The state, read from what is stored if it is not here yet.
    pub fn of(shell: ShellState) -> Self {
        shell.open(Self::open);
        shell.within(state)
    }

    /// Reads what is stored, and plans.
    fn open(shell: ShellState) -> SessionHooks {
        let now = clock::local_now();
        let (session, notices) = Session::open(&now);
        shell.turn(now.at);
        let state = Self {
            shell,
            save_status: RwSignal::new(session.store.save_status()),
            session: StoredValue::new_local(session),
            notices: RwSignal::new(notices),
            undrawn: StoredValue::new_local(Undrawn::default()),
        };
        provide_context(state);
        state.apply_theme();
        state.shell.set_fresh(state.is_fresh());
        state.follow_the_clock();
        state.follow_other_tabs();
        glance::keep_todays(shell, state);
        SessionHooks { undo: Callback::new(move |()| state.undo()), notices: notices::notices }
    }

    /// Goes once through what a tap on *Sent* does, apart from the page and without any effect: a browser compiles
    /// what it has never run, and the first tap should not have to wait for that.
    pub fn rehearse(self) {
        let now = clock::local_now();
        self.plan();
        let rehearsal = self.session.with_value(|session| session.rehearsal(&now));
        let (Some((session, sent)), Ok(scene)) = (rehearsal, document().create_element("div")) else {
            return;
        };
        let shell = self.shell;
        let scene = leptos::mount::mount_to(scene.unchecked_into(), move || {
            let shell = shell.apart();
            let state = Self {
                shell,
                save_status: RwSignal::default(),
                session: StoredValue::new_local(session),
                notices: RwSignal::default(),
                undrawn: StoredValue::new_local(Undrawn::default()),
            };
            provide_context(state);
            page::when_idle(move || state.dispatch(sent));
            view! {
                <super::screens::Due />
                {super::shell::toasts(shell)}
            }
            .into_any()
        });
        // Once what the tap has changed is on the stage, all of it goes.
        page::when_idle(move || {
            page::when_idle(move || {
                drop(scene);
                page::mark("afterword:rehearsed");
            });
        });
    }

    /// As [`Self::rehearse`], of a change to one opportunity that nothing on the screen shows.
    pub fn rehearse_quietly(self, id: OpportunityId, command: Command) {
        let now = clock::local_now();
        if let Some(mut session) = self.session.with_value(|session| session.rehearsal_of(id, &now)) {
            let _ = session.carry_out(command, &now);
        }
    }

    /// Where the user is.
    pub fn place(self) -> Signal<Route> {
        self.shell.place()
    }

    /// Whether the screen that is still here is about to go: a second tap on it does nothing more.
    pub fn is_leaving(self) -> bool {
        self.shell.is_leaving()
    }

    /// How safe what the user sees is.
    pub fn save_status(self) -> Signal<SaveStatus> {
        self.save_status.into()
    }

    /// What there was to tell after reading what is stored.
    pub fn notices(self) -> Signal<Vec<Notice>> {
        self.notices.into()
    }

    /// The user has read a notice.
    pub fn put_notice_away(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|one| one != notice));
    }

    /// The moment; who reads it is woken when the plan changes with time.
    pub fn now(self) -> Now<Local> {
        self.shell.now()
    }

    /// Looks at everything, and is woken by any change.
    pub fn read<T>(self, look: impl FnOnce(&Records, &Planner, &Now<Local>) -> T) -> T {
        let now = self.now();
        self.plan();
        self.session.with_value(|session| {
            session.watch_anything();
            look(&session.records, &session.planner, &now)
        })
    }

    /// Looks at some records only, and is woken by changes to them.
    pub fn read_keys<T>(
        self,
        keys: impl IntoIterator<Item = RecordKey>,
        look: impl FnOnce(&Records, &Planner, &Now<Local>) -> T,
    ) -> T {
        let now = self.now();
        self.plan();
        self.session.update_value(|session| session.watch(keys));
        self.session.with_value(|session| look(&session.records, &session.planner, &now))
    }

    /// Looks without being woken by anything, for what happens at a tap.
    pub fn read_untracked<T>(self, look: impl FnOnce(&Records, &Planner, &Now<Local>) -> T) -> T {
        let now = clock::local_now();
        self.plan();
        self.session.with_value(|session| look(&session.records, &session.planner, &now))
    }

    /// Whoever looks sees what has changed in the plan, too.
    fn plan(self) {
        if !self.session.with_value(Session::is_planned) {
            self.session.update_value(Session::plan);
        }
    }

    /// Does it: on the records, in storage, in the plan and on the screen.
    ///
    /// # Errors
    /// [`CommandError`]; nothing has changed then, and the user is told.
    pub fn try_dispatch(self, command: Command) -> Result<(), CommandError> {
        let now = clock::local_now();
        match self.session.try_update_value(|session| session.carry_out(command, &now)) {
            Some(Ok(kept)) => self.tell(kept, now.at),
            Some(Err(error)) => {
                self.say(error.to_string());
                return Err(error);
            }
            None => {}
        }
        Ok(())
    }

    /// Does it, where there is nothing to do about a refusal but what [`Self::try_dispatch`] does already.
    pub fn dispatch(self, command: Command) {
        let _ = self.try_dispatch(command);
    }

    /// As [`Self::dispatch`], for what deals with something on the screen: it is done, kept and said at once, while what
    /// was dealt with rests where it is. A moment later all that follows is drawn, and `drawn` called. So the answer to
    /// a tap does not wait for the screen, and a second tap meets nothing that has just slid under the finger.
    pub fn dispatch_deferred(self, command: Command, drawn: impl FnOnce() + 'static) {
        let now = clock::local_now();
        match self.session.try_update_value(|session| session.carry_out(command, &now)) {
            Some(Ok(kept)) => {
                self.say_what_was_done(kept);
                self.undrawn.update_value(|undrawn| {
                    undrawn.drawn.push(Box::new(drawn));
                    undrawn.pause.set(REST_MS, move || self.draw(clock::now()));
                });
            }
            Some(Err(error)) => {
                self.say(error.to_string());
                drawn();
            }
            None => {}
        }
    }

    /// As [`Self::dispatch`], for what keeps itself while the user types: no words are made of it.
    pub fn dispatch_silent(self, command: Command) {
        if self.try_dispatch(command).is_ok() {
            self.put_toast_away();
        }
    }

    /// Takes back what was done last; done twice, it is done again.
    pub fn undo(self) {
        let now = clock::local_now();
        if let Some(Some(kept)) = self.session.try_update_value(Session::take_back) {
            self.apply_theme();
            self.tell(kept, now.at);
        }
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
        let now = clock::local_now();
        let (done, kept) = self.session.try_update_value(|session| session.rebuild(work, &now))?;
        self.apply_theme();
        self.tell(kept, now.at);
        Some(done)
    }

    /// The moment, and the next one at which time alone changes what is shown.
    pub fn stays_as_it_is(self) -> (Now<Local>, Stamp) {
        let now = clock::local_now();
        self.plan();
        let until = self.session.with_value(|session| session.turns(&now));
        (now, until.unwrap_or(now.at))
    }

    /// Keeps what Today looks like, for the next start.
    pub fn keep_glance(self, text: &str) {
        // While something that was dealt with still stands there, it does not look as it is.
        if self.undrawn.with_value(|undrawn| undrawn.wake.is_empty()) {
            self.session.update_value(|session| session.store.keep_glance(text));
        }
    }

    /// An id that no record has, for what a screen adds.
    pub fn fresh_id(self) -> uuid::Uuid {
        Ids::default().fresh()
    }

    /// Puts the toast away.
    pub fn put_toast_away(self) {
        self.shell.put_toast_away();
    }

    /// Says something that no command says.
    pub fn say(self, words: impl Into<String>) {
        self.shell.say(words);
    }

    /// Wears the theme at once, and keeps it.
    pub fn set_theme(self, theme: Theme) {
        page::apply_theme(theme);
        let settings = self.read_untracked(|records, _, _| Settings { theme, ..records.settings.clone() });
        self.dispatch(Command::PutSettings(Box::new(settings)));
    }

    fn apply_theme(self) {
        page::apply_theme(self.read_untracked(|records, _, _| records.settings.theme));
    }

    fn tell(self, kept: Outcome, now: Stamp) {
        self.say_what_was_done(kept);
        self.draw(now);
    }

    fn say_what_was_done(self, kept: Outcome) {
        if let Some(toast) = kept.toast {
            self.shell.show(toast);
        }
        if self.save_status.get_untracked() != kept.save_status {
            self.save_status.set(kept.save_status);
        }
        self.undrawn.update_value(|undrawn| undrawn.wake.extend(kept.wake));
    }

    /// Draws all that has happened.
    fn draw(self, now: Stamp) {
        let undrawn = self.undrawn.try_update_value(std::mem::take).unwrap_or_default();
        undrawn.drawn.into_iter().for_each(|drawn| drawn());
        self.shell.set_fresh(self.is_fresh());
        // One waking for the clock and the records together.
        self.shell.turn(now);
        for trigger in undrawn.wake {
            trigger.notify();
        }
        self.set_alarm();
    }

    /// Whether nothing is recorded.
    fn is_fresh(self) -> bool {
        self.read_untracked(|records, _, _| records.opportunities.is_empty())
    }

    /// Plans anew whenever time may have changed the plan: at the alarm, and when the page comes back.
    fn follow_the_clock(self) {
        for name in ["pageshow", "focus"] {
            page::on_window(name, move |_| self.catch_up());
        }
        page::on_document("visibilitychange", move |_| self.catch_up());
        self.set_alarm();
    }

    fn follow_other_tabs(self) {
        page::on_window("storage", move |event| {
            let name = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            let now = clock::local_now();
            if let Some(Some(kept)) = self.session.try_update_value(|session| session.hear(name.as_deref())) {
                self.apply_theme();
                self.tell(kept, now.at);
            }
        });
    }

    /// Looks at the clock; where the plan or the day is another one, plans anew and wakes the screen.
    fn catch_up(self) {
        let now = clock::local_now();
        if self.session.try_update_value(|session| session.catch_up(&now)) == Some(true) {
            self.shell.turn(now.at);
        }
        self.set_alarm();
    }

    fn set_alarm(self) {
        let now = clock::local_now();
        self.session.update_value(|session| session.set_alarm(&now, move || self.catch_up()));
    }
}
