//! What the shell around the screens knows: where the user is, what was just done, and whether the session (the
//! records and the plan) is open. It is there from the first byte, before the session, and needs nothing of it.

use crate::etiquette::Now;
use crate::model::Stamp;
use crate::platform::{clock, events, page, timing};
use crate::ui::components::OpenLines;
use crate::ui::places::Places;
use crate::view_models::Route;
use chrono::Local;
use leptos::prelude::*;

/// What the shell knows: a handle, in context.
#[derive(Clone, Copy)]
pub struct ShellState {
    route: RwSignal<Route>,
    /// The instant that what is shown was planned for. Set after each change, it wakes all readers.
    now: RwSignal<Stamp>,
    toast: RwSignal<Option<Toast>>,
    /// Whether no opportunity is recorded.
    fresh: RwSignal<bool>,
    /// There once the session is open.
    session: RwSignal<Option<SessionHooks>>,
    /// What lives as long as the page does, belongs to this owner.
    root: StoredValue<Owner>,
    /// What stays as it is.
    fixed: StoredValue<Fixed>,
}

/// What the shell has from the start.
struct Fixed {
    /// The words of a first visit, as markup: they stand in `index.html`, to be read before the app is here.
    first_visit: String,
    /// What is restored when one comes back.
    places: Places,
    /// Whether the user lets single keys do something.
    shortcuts: StoredValue<bool>,
    /// Whether the list of the keys is shown.
    help: RwSignal<bool>,
    /// What gets the focus on the next screen in place of its heading.
    wanted: StoredValue<Option<&'static str>>,
}

/// What the session brings into the shell.
#[derive(Clone, Copy)]
pub struct SessionHooks {
    /// Takes back what was done last.
    pub undo: Callback<()>,
    /// Does again what was taken back last.
    pub redo: Callback<()>,
    /// The notices above every screen.
    pub notices: fn() -> AnyView,
}

/// What was just done, or could not be.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// What it says.
    pub words: String,
    /// Whether it offers Undo.
    pub undo: bool,
    /// Whether it offers Redo.
    pub redo: bool,
    /// When it was shown, in milliseconds since the page was opened.
    shown: f64,
}

impl Toast {
    /// A toast, shown now.
    pub fn new(words: impl Into<String>, undo: bool) -> Self {
        Self { words: words.into(), undo, redo: false, shown: timing::uptime() }
    }

    /// Whether it survives going to another screen: for 1 s always, since that may be part of what was done (saving a
    /// form leads to Today); for 10 s if it offers Undo, except to a screen on which one types.
    fn survives(&self, route: &Route) -> bool {
        let limit = if self.undo && !route.is_typed_in() { 10_000.0 } else { 1_000.0 };
        timing::uptime() - self.shown < limit
    }
}

/// The shell, from the context of the app.
pub fn shell() -> ShellState {
    expect_context()
}

impl ShellState {
    /// The shell, in context from now on, at the route of the address. `fresh`: nothing is stored.
    pub fn new(fresh: bool, first_visit: String) -> Self {
        let shell = Self {
            route: RwSignal::new(Route::read(&page::fragment()).unwrap_or(Route::Today)),
            now: RwSignal::new(clock::now()),
            toast: RwSignal::new(None),
            fresh: RwSignal::new(fresh),
            session: RwSignal::new(None),
            root: StoredValue::new(Owner::current().unwrap_or_default()),
            fixed: StoredValue::new(Fixed {
                first_visit,
                places: Places::new(),
                shortcuts: StoredValue::new(true),
                help: RwSignal::new(false),
                wanted: StoredValue::new(None),
            }),
        };
        provide_context(shell);
        provide_context(OpenLines(shell.places().opened));
        shell.follow_the_address();
        shell
    }

    /// What is restored of the places one has been to.
    pub fn places(self) -> Places {
        self.fixed.with_value(|fixed| fixed.places)
    }

    /// Where the user is.
    pub fn route(self) -> Signal<Route> {
        self.route.into()
    }

    /// Whether the address leads elsewhere already, and the screen that is still here is about to go.
    pub fn is_leaving(self) -> bool {
        Route::read(&page::fragment()).is_some_and(|there| there != self.route.get_untracked())
    }

    /// The moment that what is shown was planned for. Readers rerun after each change, and whenever time alone changes
    /// the plan.
    pub fn now(self) -> Now<Local> {
        clock::local(self.now.get())
    }

    /// As [`Self::now`], without being woken.
    pub fn now_untracked(self) -> Now<Local> {
        clock::local(self.now.get_untracked())
    }

    /// Something has changed, or the time has: wakes all readers.
    pub fn set_now(self, now: Stamp) {
        self.now.set(now);
    }

    /// What was just done.
    pub fn toast(self) -> Signal<Option<Toast>> {
        self.toast.into()
    }

    /// Whether no opportunity is recorded.
    pub fn fresh(self) -> Signal<bool> {
        self.fresh.into()
    }

    /// Something is recorded now, or nothing any more.
    pub fn set_fresh(self, fresh: bool) {
        if self.fresh.get_untracked() != fresh {
            self.fresh.set(fresh);
        }
    }

    /// Whether single keys do something. As long as it is not known what the user set, they do nothing.
    pub fn has_shortcuts(self) -> bool {
        let is_known = self.fresh.get_untracked() || self.session.with_untracked(Option::is_some);
        is_known && self.fixed.with_value(|fixed| fixed.shortcuts.get_value())
    }

    /// The user lets single keys do something, or not.
    pub fn set_shortcuts(self, on: bool) {
        self.fixed.with_value(|fixed| fixed.shortcuts.set_value(on));
    }

    /// Whether the list of the keys is shown.
    pub fn help(self) -> RwSignal<bool> {
        self.fixed.with_value(|fixed| fixed.help)
    }

    /// On the next screen the focus goes to what the selector finds, where it finds something.
    pub fn want_focus(self, selector: &'static str) {
        self.fixed.with_value(|fixed| fixed.wanted.set_value(Some(selector)));
    }

    /// What gets the focus on the screen that is seen now.
    pub fn take_wanted_focus(self) -> &'static str {
        let wanted = self.fixed.with_value(|fixed| fixed.wanted.try_update_value(Option::take).flatten());
        let is_there = |selector: &&str| document().query_selector(selector).ok().flatten().is_some();
        wanted.filter(is_there).unwrap_or("main h1")
    }

    /// The words of a first visit, as markup.
    pub fn first_visit(self) -> String {
        self.fixed.with_value(|fixed| fixed.first_visit.clone())
    }

    /// What the session brings, once it is open.
    pub fn session(self) -> Option<SessionHooks> {
        self.session.get()
    }

    /// The session is open.
    pub fn set_session(self, session: SessionHooks) {
        self.session.set(Some(session));
    }

    /// Runs `work` so that what it makes lives as long as the page, wherever it is called from.
    pub fn with_root<T>(self, work: impl FnOnce() -> T) -> T {
        self.root.get_value().with(work)
    }

    /// Takes back what was done last; each time one step further.
    pub fn undo(self) {
        if let Some(session) = self.session.get_untracked() {
            session.undo.run(());
        }
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        if let Some(session) = self.session.get_untracked() {
            session.redo.run(());
        }
    }

    /// Shows a toast in place of the one before.
    pub fn show(self, toast: Toast) {
        self.toast.set(Some(toast));
    }

    /// Shows a toast that comes of no command.
    pub fn say(self, words: impl Into<String>) {
        self.show(Toast::new(words, false));
    }

    /// Puts the toast away.
    pub fn put_toast_away(self) {
        self.toast.set(None);
    }

    fn follow_the_address(self) {
        events::on_window("hashchange", move |_| {
            if let Some(route) = Route::read(&page::fragment()) {
                if self
                    .toast
                    .with_untracked(|toast| toast.as_ref().is_some_and(|toast| !toast.survives(&route)))
                {
                    self.toast.set(None);
                }
                let is_same_screen = self.route.get_untracked().screen() == route.clone().screen();
                self.places().change(is_same_screen);
                // A field that goes with its screen loses the focus first, while somebody hears what was typed.
                if !is_same_screen {
                    page::let_go_of_focus();
                }
                self.route.set(route);
            }
        });
    }
}
