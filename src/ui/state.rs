//! What the app knows, and the one way to change it.

use super::glance;
use super::hall::{Hall, Household};
use super::house::{House, Ids, Kept};
use super::notices;
use crate::commands::{Command, CommandError, RecordKey};
use crate::etiquette::{Moment, Planner};
use crate::model::{NewId, OpportunityId, Records, Settings, Stamp, Theme};
use crate::platform::store::BrowserStore;
use crate::platform::{clock, page};
use crate::storage::{Keeper, Notice, Standing};
use crate::view::Route;
use chrono::Local;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What the app knows: a handle, in context.
#[derive(Clone, Copy)]
pub struct AppState {
    hall: Hall,
    house: StoredValue<House, LocalStorage>,
    standing: RwSignal<Standing>,
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
    pub fn of(hall: Hall) -> Self {
        hall.open(Self::open);
        hall.within(state)
    }

    /// Reads what is stored, and plans.
    fn open(hall: Hall) -> Household {
        crate::words::count_hours(clock::hour_cycle());
        let now = clock::moment();
        let (house, notices) = House::open(&now);
        hall.turn(now.at);
        let state = Self {
            hall,
            standing: RwSignal::new(house.keeper.standing()),
            house: StoredValue::new_local(house),
            notices: RwSignal::new(notices),
            undrawn: StoredValue::new_local(Undrawn::default()),
        };
        provide_context(state);
        state.wear();
        state.hall.set_fresh(state.is_fresh());
        state.follow_the_clock();
        state.follow_other_tabs();
        glance::keep_todays(hall, state);
        Household { undo: Callback::new(move |()| state.undo()), notices: notices::notices }
    }

    /// Goes once through what a tap on *Sent* does, apart from the page and without any effect: a browser compiles
    /// what it has never run, and the first tap should not have to wait for that.
    pub fn rehearse(self) {
        let now = clock::moment();
        self.plan();
        let rehearsal = self.house.with_value(|house| house.rehearsal(&now));
        let (Some((house, sent)), Ok(scene)) = (rehearsal, document().create_element("div")) else { return };
        let hall = self.hall;
        let scene = leptos::mount::mount_to(scene.unchecked_into(), move || {
            let hall = hall.apart();
            let state = Self {
                hall,
                standing: RwSignal::default(),
                house: StoredValue::new_local(house),
                notices: RwSignal::default(),
                undrawn: StoredValue::new_local(Undrawn::default()),
            };
            provide_context(state);
            page::when_idle(move || state.order(sent));
            view! {
                <super::screens::Due />
                {super::shell::toasts(hall)}
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
        let now = clock::moment();
        if let Some(mut house) = self.house.with_value(|house| house.rehearsal_of(id, &now)) {
            let _ = house.carry_out(command, &now);
        }
    }

    /// Where the user is.
    pub fn place(self) -> Signal<Route> {
        self.hall.place()
    }

    /// Whether the screen that is still here is about to go: a second tap on it does nothing more.
    pub fn is_leaving(self) -> bool {
        self.hall.is_leaving()
    }

    /// How safe what the user sees is.
    pub fn standing(self) -> Signal<Standing> {
        self.standing.into()
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
    pub fn now(self) -> Moment<Local> {
        self.hall.now()
    }

    /// Looks at everything, and is woken by any change.
    pub fn see<T>(self, look: impl FnOnce(&Records, &Planner, &Moment<Local>) -> T) -> T {
        let now = self.now();
        self.plan();
        self.house.with_value(|house| {
            house.watch_anything();
            look(&house.records, &house.planner, &now)
        })
    }

    /// Looks at some records only, and is woken by changes to them.
    pub fn see_only<T>(
        self,
        keys: impl IntoIterator<Item = RecordKey>,
        look: impl FnOnce(&Records, &Planner, &Moment<Local>) -> T,
    ) -> T {
        let now = self.now();
        self.plan();
        self.house.update_value(|house| house.watch(keys));
        self.house.with_value(|house| look(&house.records, &house.planner, &now))
    }

    /// Looks without being woken by anything, for what happens at a tap.
    pub fn peek<T>(self, look: impl FnOnce(&Records, &Planner, &Moment<Local>) -> T) -> T {
        let now = clock::moment();
        self.plan();
        self.house.with_value(|house| look(&house.records, &house.planner, &now))
    }

    /// Whoever looks sees what has changed in the plan, too.
    fn plan(self) {
        if !self.house.with_value(House::is_planned) {
            self.house.update_value(House::plan);
        }
    }

    /// Does it: on the records, in storage, in the plan and on the screen.
    ///
    /// # Errors
    /// [`CommandError`]; nothing has changed then, and the user is told.
    pub fn dispatch(self, command: Command) -> Result<(), CommandError> {
        let now = clock::moment();
        match self.house.try_update_value(|house| house.carry_out(command, &now)) {
            Some(Ok(kept)) => self.tell(kept, now.at),
            Some(Err(error)) => {
                self.say(error.to_string());
                return Err(error);
            }
            None => {}
        }
        Ok(())
    }

    /// Does it, where there is nothing to do about a refusal but what [`Self::dispatch`] does already.
    pub fn order(self, command: Command) {
        let _ = self.dispatch(command);
    }

    /// As [`Self::order`], for what deals with something on the screen: it is done, kept and said at once, while what
    /// was dealt with rests where it is. A moment later all that follows is drawn, and `drawn` called. So the answer to
    /// a tap does not wait for the screen, and a second tap meets nothing that has just slid under the finger.
    pub fn order_at_rest(self, command: Command, drawn: impl FnOnce() + 'static) {
        let now = clock::moment();
        match self.house.try_update_value(|house| house.carry_out(command, &now)) {
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

    /// As [`Self::order`], for what keeps itself while the user types: no words are made of it.
    pub fn order_quietly(self, command: Command) {
        if self.dispatch(command).is_ok() {
            self.put_toast_away();
        }
    }

    /// Takes back what was done last; done twice, it is done again.
    pub fn undo(self) {
        let now = clock::moment();
        if let Some(Some(kept)) = self.house.try_update_value(House::take_back) {
            self.wear();
            self.tell(kept, now.at);
        }
    }

    /// Looks at what lies in storage.
    pub fn stored<T>(self, look: impl FnOnce(&Keeper<BrowserStore>) -> T) -> T {
        self.house.with_value(|house| look(&house.keeper))
    }

    /// Does something to what is stored that is more than a command: erases it, stores it again, lets go of it.
    pub fn rebuild<T>(self, work: impl FnOnce(&mut Keeper<BrowserStore>, &mut Records) -> T) -> Option<T> {
        let now = clock::moment();
        let (done, kept) = self.house.try_update_value(|house| house.rebuild(work, &now))?;
        self.wear();
        self.tell(kept, now.at);
        Some(done)
    }

    /// The moment, and the next one at which time alone changes what is shown.
    pub fn stays_as_it_is(self) -> (Moment<Local>, Stamp) {
        let now = clock::moment();
        self.plan();
        let until = self.house.with_value(|house| house.turns(&now));
        (now, until.unwrap_or(now.at))
    }

    /// Keeps what Today looks like, for the next start.
    pub fn keep_glance(self, text: &str) {
        // While something that was dealt with still stands there, it does not look as it is.
        if self.undrawn.with_value(|undrawn| undrawn.wake.is_empty()) {
            self.house.update_value(|house| house.keeper.keep_glance(text));
        }
    }

    /// An id that no record has, for what a screen adds.
    pub fn fresh_id(self) -> uuid::Uuid {
        Ids::default().fresh()
    }

    /// Puts the toast away.
    pub fn put_toast_away(self) {
        self.hall.put_toast_away();
    }

    /// Says something that no command says.
    pub fn say(self, words: impl Into<String>) {
        self.hall.say(words);
    }

    /// Wears the theme at once, and keeps it.
    pub fn set_theme(self, theme: Theme) {
        page::wear(theme);
        let settings = self.peek(|records, _, _| Settings { theme, ..records.settings.clone() });
        self.order(Command::PutSettings(Box::new(settings)));
    }

    fn wear(self) {
        page::wear(self.peek(|records, _, _| records.settings.theme));
    }

    fn tell(self, kept: Kept, now: Stamp) {
        self.say_what_was_done(kept);
        self.draw(now);
    }

    fn say_what_was_done(self, kept: Kept) {
        if let Some(toast) = kept.toast {
            self.hall.show(toast);
        }
        if self.standing.get_untracked() != kept.standing {
            self.standing.set(kept.standing);
        }
        self.undrawn.update_value(|undrawn| undrawn.wake.extend(kept.wake));
    }

    /// Draws all that has happened.
    fn draw(self, now: Stamp) {
        let undrawn = self.undrawn.try_update_value(std::mem::take).unwrap_or_default();
        undrawn.drawn.into_iter().for_each(|drawn| drawn());
        self.hall.set_fresh(self.is_fresh());
        // One waking for the clock and the records together.
        self.hall.turn(now);
        for trigger in undrawn.wake {
            trigger.notify();
        }
        self.set_alarm();
    }

    /// Whether nothing is recorded.
    fn is_fresh(self) -> bool {
        self.peek(|records, _, _| records.opportunities.is_empty())
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
            let now = clock::moment();
            if let Some(Some(kept)) = self.house.try_update_value(|house| house.hear(name.as_deref())) {
                self.wear();
                self.tell(kept, now.at);
            }
        });
    }

    /// Looks at the clock; where the plan or the day is another one, plans anew and wakes the screen.
    fn catch_up(self) {
        let now = clock::moment();
        if self.house.try_update_value(|house| house.catch_up(&now)) == Some(true) {
            self.hall.turn(now.at);
        }
        self.set_alarm();
    }

    fn set_alarm(self) {
        let now = clock::moment();
        self.house.update_value(|house| house.set_alarm(&now, move || self.catch_up()));
    }
}
