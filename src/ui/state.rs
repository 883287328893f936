//! What the app knows, and the one way to change it.

use crate::commands::{Change, Command, CommandError, RecordKey, Undo, apply, undo};
use crate::etiquette::{Moment, Planner, Touched};
use crate::model::{NewId, Records, Stamp, Theme, uuid_v7};
use crate::platform::{clock, page};
use crate::view::{Route, next_waking, when};
use chrono::Local;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the app knows: a handle, in context.
#[derive(Clone, Copy)]
pub struct AppState {
    house: StoredValue<House, LocalStorage>,
    now: RwSignal<Stamp>,
    place: RwSignal<Route>,
    toast: RwSignal<Option<Toast>>,
}

/// What was just done, or could not be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// In words.
    pub words: String,
    /// Whether there is a way back.
    pub undo: bool,
    /// Whether it was said on another screen.
    pub carried: bool,
}

impl Toast {
    fn new(words: impl Into<String>, undo: bool) -> Self {
        Self { words: words.into(), undo, carried: false }
    }
}

/// The records and what is derived from them. Screens are woken by [`ArcTrigger`]s, one a record, made when it is
/// first looked at: signals for thousands of records that nobody sees would only cost time.
struct House {
    records: Records,
    planner: Planner,
    /// What was planned for.
    planned: Stamp,
    ids: Ids,
    way_back: Option<Undo>,
    alarm: page::Alarm,
    watched: BTreeMap<RecordKey, ArcTrigger>,
    anything: ArcTrigger,
}

/// Makes ids from the browser's randomness.
struct Ids;

impl NewId for Ids {
    fn fresh(&mut self) -> uuid::Uuid {
        let mut random = [0; 10];
        // Without it (no secure source) ids are only as random as the browser's own number.
        let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random));
        if filled.is_err() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 255
            random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
        }
        uuid_v7(clock::now().timestamp_millis().unsigned_abs(), random)
    }
}

/// The state, from the context of the app.
pub fn state() -> AppState {
    expect_context()
}

impl AppState {
    /// Reads what is stored, and plans.
    pub fn open() -> Self {
        let now = clock::moment();
        let records = Records::default();
        page::wear(records.settings.theme);
        let planner = Planner::new(&records, &now);
        let house = House {
            records,
            planner,
            planned: now.at,
            ids: Ids,
            way_back: None,
            alarm: page::Alarm::default(),
            watched: BTreeMap::new(),
            anything: ArcTrigger::new(),
        };
        let state = Self {
            house: StoredValue::new_local(house),
            now: RwSignal::new(now.at),
            place: RwSignal::new(Route::read(&page::fragment()).unwrap_or(Route::Today)),
            toast: RwSignal::new(None),
        };
        state.follow_the_address();
        state.follow_the_clock();
        state
    }

    /// Where the user is.
    pub fn place(self) -> Signal<Route> {
        self.place.into()
    }

    /// What was just done.
    pub fn toast(self) -> Signal<Option<Toast>> {
        self.toast.into()
    }

    /// The moment; who reads it is woken when the plan changes with time.
    pub fn now(self) -> Moment<Local> {
        Moment::new(self.now.get(), Local)
    }

    /// Looks at everything, and is woken by any change.
    pub fn see<T>(self, look: impl FnOnce(&Records, &Planner, &Moment<Local>) -> T) -> T {
        let now = self.now();
        self.house.with_value(|house| {
            house.anything.track();
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
        self.house.update_value(|house| {
            for key in keys {
                house.watched.entry(key).or_insert_with(ArcTrigger::new).track();
            }
        });
        self.house.with_value(|house| look(&house.records, &house.planner, &now))
    }

    /// Looks without being woken by anything, for what happens at a tap.
    pub fn peek<T>(self, look: impl FnOnce(&Records, &Planner, &Moment<Local>) -> T) -> T {
        let now = clock::moment();
        self.house.with_value(|house| look(&house.records, &house.planner, &now))
    }

    /// Does it: on the records, in storage, in the plan and on the screen.
    ///
    /// # Errors
    /// [`CommandError`]; nothing has changed then, and the user is told.
    pub fn dispatch(self, command: Command) -> Result<(), CommandError> {
        let now = clock::moment();
        let done = self.house.try_update_value(|house| {
            let change = apply(&mut house.records, command, now.at, &mut house.ids)?;
            Ok::<_, CommandError>(house.keep(change, &now))
        });
        match done {
            Some(Ok(kept)) => {
                self.tell(kept, now.at);
                Ok(())
            }
            Some(Err(error)) => {
                self.toast.set(Some(Toast::new(error.to_string(), false)));
                Err(error)
            }
            None => Ok(()),
        }
    }

    /// Does it, where there is nothing to do about a refusal but what [`Self::dispatch`] does already.
    pub fn order(self, command: Command) {
        let _ = self.dispatch(command);
    }

    /// Takes back what was done last; done twice, it is done again.
    pub fn undo(self) {
        let now = clock::moment();
        let kept = self.house.try_update_value(|house| {
            let way_back = house.way_back.take()?;
            let change = undo(&mut house.records, way_back);
            Some(house.keep(change, &now))
        });
        if let Some(Some(kept)) = kept {
            self.tell(kept, now.at);
        }
    }

    /// A note on what was just done outlives the way to the next screen, and no more.
    fn let_toast_age(self) {
        self.toast.update(|toast| {
            *toast =
                toast.take().filter(|toast| !toast.carried).map(|toast| Toast { carried: true, ..toast });
        });
    }

    /// An id that no record has, for what a screen adds.
    pub fn fresh_id(self) -> uuid::Uuid {
        Ids.fresh()
    }

    /// Puts the toast away.
    pub fn put_toast_away(self) {
        self.toast.set(None);
    }

    /// Says something that no command says.
    pub fn say(self, words: impl Into<String>) {
        self.toast.set(Some(Toast::new(words, false)));
    }

    /// Wears the theme at once, and keeps it.
    pub fn set_theme(self, theme: Theme) {
        page::wear(theme);
        let settings =
            self.peek(|records, _, _| crate::model::Settings { theme, ..records.settings.clone() });
        self.order(Command::PutSettings(Box::new(settings)));
    }

    fn tell(self, kept: Kept, now: Stamp) {
        if let Some(toast) = kept.toast {
            self.toast.set(Some(toast));
        }
        // One waking for the clock and the records together.
        if self.now.get_untracked() != now {
            self.now.set(now);
        }
        for trigger in kept.wake {
            trigger.notify();
        }
        self.set_alarm();
    }

    fn follow_the_address(self) {
        page::on_window("hashchange", move |_| {
            if let Some(place) = Route::read(&page::fragment()) {
                self.let_toast_age();
                self.place.set(place);
            }
        });
    }

    /// Plans anew whenever time may have changed the plan: at the alarm, and when the page comes back.
    fn follow_the_clock(self) {
        for name in ["pageshow", "focus"] {
            page::on_window(name, move |_| self.catch_up());
        }
        page::on_document("visibilitychange", move |_| self.catch_up());
        self.set_alarm();
    }

    /// Looks at the clock; where the plan or the day is another one, plans anew and wakes the screen.
    fn catch_up(self) {
        let now = clock::moment();
        let changed = self.house.try_update_value(|house| {
            let turned = house.turns(&Moment::new(house.planned, Local)).is_none_or(|turn| turn <= now.at);
            // A clock that was set back makes the plan wrong too.
            let changed = turned || now.at < house.planned;
            if changed {
                house.planner.refresh(&house.records, &[Touched::Everything], &now);
                house.planned = now.at;
            }
            changed
        });
        if changed == Some(true) {
            self.now.set(now.at);
        }
        self.set_alarm();
    }

    fn set_alarm(self) {
        let now = clock::moment();
        self.house.update_value(|house| {
            if let Some(turn) = house.turns(&now) {
                house.alarm.set((turn - now.at).num_seconds(), move || self.catch_up());
            }
        });
    }
}

/// What there is to tell after a change.
struct Kept {
    toast: Option<Toast>,
    wake: Vec<ArcTrigger>,
}

impl House {
    /// Saves and plans what a change touched.
    fn keep(&mut self, change: Change, now: &Moment<Local>) -> Kept {
        let mut wake: Vec<ArcTrigger> =
            change.touched.iter().filter_map(|key| self.watched.get(key)).cloned().collect();
        // What is half-typed changes no plan, and nobody who looks at everything looks at that.
        if change.said.is_quiet() {
            return Kept { toast: None, wake };
        }
        self.planner.refresh(&self.records, &change.replan(), now);
        self.planned = now.at;
        wake.push(self.anything.clone());
        self.way_back = Some(change.undo);
        Kept { toast: Some(Toast::new(change.said.to_string(), true)), wake }
    }

    /// The next moment after `now` at which what is shown changes by time alone: the plan, what was put off, or the
    /// names of the days.
    fn turns(&self, now: &Moment<Local>) -> Option<Stamp> {
        let midnight = when::end_of_day(when::today(now), now);
        let waking = next_waking(&self.records, &self.planner, now);
        [self.planner.valid_until(), waking, Some(midnight)].into_iter().flatten().min()
    }
}
