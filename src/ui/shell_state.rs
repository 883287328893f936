//! What the frame around the screens knows: where the user is, what was just said, and whether the session behind it
//! (the records and the plan) is open yet. It is there before the session is, and needs nothing of it.

use crate::etiquette::Now;
use crate::model::Stamp;
use crate::platform::{clock, page};
use crate::view::Route;
use chrono::Local;
use leptos::prelude::*;

/// What the frame knows: a handle, in context.
#[derive(Clone, Copy)]
pub struct ShellState {
    place: RwSignal<Route>,
    /// Since when what is shown is right.
    now: RwSignal<Stamp>,
    toast: RwSignal<Option<Toast>>,
    /// Whether there is nothing to show yet but the way in.
    fresh: RwSignal<bool>,
    /// Whether the session is open.
    open: RwSignal<bool>,
    session: StoredValue<Option<SessionHooks>>,
    /// Under which the session lives: as long as the page does.
    root: StoredValue<Owner>,
}

/// What the session brings into the shell.
#[derive(Clone, Copy)]
pub struct SessionHooks {
    /// Takes back what was done last.
    pub undo: Callback<()>,
    /// What stands above every screen.
    pub notices: fn() -> AnyView,
}

/// What was just done, or could not be.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// In words.
    pub words: String,
    /// Whether there is a way back.
    pub undo: bool,
    /// When it was said, in milliseconds since the page was opened.
    said: f64,
}

impl Toast {
    /// What was just said.
    pub fn new(words: impl Into<String>, undo: bool) -> Self {
        Self { words: words.into(), undo, said: page::uptime() }
    }

    /// Whether it stays when another screen is opened: while that may be part of what was done, as saving a form
    /// leads to Today; and a way back that nobody has had the time to read is not taken away, unless one goes on to
    /// type, where it would only be in the way.
    fn goes_along_to(&self, place: &Route) -> bool {
        let (part_of_it, time_to_read) = (1_000.0, 10_000.0);
        let stays = if self.undo && !place.is_typed_in() { time_to_read } else { part_of_it };
        page::uptime() - self.said < stays
    }
}

/// The shell, from the context of the app.
pub fn shell() -> ShellState {
    expect_context()
}

impl ShellState {
    /// Where the address leads. `fresh`: nothing is stored.
    pub fn enter(fresh: bool) -> Self {
        let shell = Self {
            place: RwSignal::new(Route::read(&page::fragment()).unwrap_or(Route::Today)),
            now: RwSignal::new(clock::now()),
            toast: RwSignal::new(None),
            fresh: RwSignal::new(fresh),
            open: RwSignal::new(false),
            session: StoredValue::new(None),
            root: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        provide_context(shell);
        shell.follow_the_address();
        shell
    }

    /// A shell that knows the same, apart from the page.
    pub fn apart(self) -> Self {
        let shell = Self {
            place: RwSignal::new(Route::Today),
            now: RwSignal::new(self.now.get_untracked()),
            toast: RwSignal::new(None),
            fresh: RwSignal::new(false),
            open: RwSignal::new(false),
            session: StoredValue::new(None),
            root: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        provide_context(shell);
        shell
    }

    /// Where the user is.
    pub fn place(self) -> Signal<Route> {
        self.place.into()
    }

    /// Whether the address leads elsewhere already, and the screen that is still here is about to go.
    pub fn is_leaving(self) -> bool {
        Route::read(&page::fragment()).is_some_and(|there| there != self.place.get_untracked())
    }

    /// The moment; who reads it is woken when the plan changes with time.
    pub fn now(self) -> Now<Local> {
        clock::local(self.now.get())
    }

    /// From now on what is shown is that of another moment.
    pub fn turn(self, now: Stamp) {
        if self.now.get_untracked() != now {
            self.now.set(now);
        }
    }

    /// What was just done.
    pub fn toast(self) -> Signal<Option<Toast>> {
        self.toast.into()
    }

    /// Whether nothing is recorded.
    pub fn fresh(self) -> Signal<bool> {
        self.fresh.into()
    }

    /// What the session brings, once it is open.
    pub fn session(self) -> Option<SessionHooks> {
        if self.open.get() { self.session.get_value() } else { None }
    }

    /// Opens the session, once: what `open` makes lives as long as the page.
    pub fn open(self, open: fn(Self) -> SessionHooks) {
        if !self.open.get_untracked() {
            let session = self.within(|| open(self));
            self.session.set_value(Some(session));
            self.open.set(true);
        }
    }

    /// Does something as part of the page, wherever it is called from.
    pub fn within<T>(self, work: impl FnOnce() -> T) -> T {
        self.root.get_value().with(work)
    }

    /// Something is recorded now, or nothing any more.
    pub fn set_fresh(self, fresh: bool) {
        if self.fresh.get_untracked() != fresh {
            self.fresh.set(fresh);
        }
    }

    /// Takes back what was done last; done twice, it is done again.
    pub fn undo(self) {
        if let Some(session) = self.session.get_value() {
            session.undo.run(());
        }
    }

    /// Shows what was just done.
    pub fn show(self, toast: Toast) {
        self.toast.set(Some(toast));
    }

    /// Says something that no command says.
    pub fn say(self, words: impl Into<String>) {
        self.show(Toast::new(words, false));
    }

    /// Puts the toast away.
    pub fn put_toast_away(self) {
        self.toast.set(None);
    }

    fn follow_the_address(self) {
        page::on_window("hashchange", move |_| {
            if let Some(place) = Route::read(&page::fragment()) {
                self.leave_toast_behind(&place);
                // A field that goes with its screen is left first, while there is somebody to hear what was typed.
                if self.place.get_untracked().screen() != place.clone().screen() {
                    page::let_go_of_focus();
                }
                self.place.set(place);
            }
        });
    }

    /// A note on what was done belongs to the screen on which that was done.
    fn leave_toast_behind(self, place: &Route) {
        let is_old = |toast: &Option<Toast>| toast.as_ref().is_some_and(|toast| !toast.goes_along_to(place));
        if self.toast.with_untracked(is_old) {
            self.toast.set(None);
        }
    }
}
