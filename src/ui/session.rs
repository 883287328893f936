//! The records, where they are kept, and the plan made of them: what lies behind the app's state.

use super::shell_state::Toast;
use crate::commands::{Change, Command, CommandError, RecordKey, Undo, apply, undo};
use crate::etiquette::{Action, Now, Planner, Status, Touched};
use crate::model::{NewId, OpportunityId, Records, Stamp, uuid_v7};
use crate::platform::store::BrowserStore;
use crate::platform::{clock, page};
use crate::storage::{Notice, RecordStore, RemoteChange, SaveError, SaveStatus, is_record};
use crate::view::{done_command, next_snooze_end, when, writes};
use chrono::Local;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The records and what is derived from them. Screens are woken by [`ArcTrigger`]s, one a record, made when it is
/// first looked at: signals for thousands of records that nobody sees would only cost time.
pub struct Session {
    pub records: Records,
    pub planner: Planner,
    /// What has changed since it planned.
    untold: Vec<Touched>,
    pub store: RecordStore<BrowserStore>,
    /// What was planned for.
    planned: Stamp,
    way_back: Option<Undo>,
    alarm: page::Alarm,
    watched: BTreeMap<RecordKey, ArcTrigger>,
    anything: ArcTrigger,
}

/// What there is to tell after a change, and whom to wake.
#[derive(Default)]
pub struct Outcome {
    pub toast: Option<Toast>,
    pub wake: Vec<ArcTrigger>,
    pub save_status: SaveStatus,
}

/// Makes ids from the browser's randomness.
#[derive(Default)]
pub struct Ids {
    /// Enough for some more. The browser is asked for several at once, since each asking takes its time.
    drawn: Vec<[u8; 10]>,
}

impl NewId for Ids {
    fn fresh(&mut self) -> uuid::Uuid {
        if self.drawn.is_empty() {
            self.drawn.extend_from_slice(random::<160>().as_chunks().0);
        }
        let random = self.drawn.pop().unwrap_or_default();
        uuid_v7(clock::now().timestamp_millis().unsigned_abs(), random)
    }
}

fn random<const COUNT: usize>() -> [u8; COUNT] {
    let mut random = [0; COUNT];
    let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random));
    // Without it (no secure source) ids are only as random as the browser's own number.
    if filled.is_err() {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 255
        random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    random
}

impl Session {
    /// Reads what is stored, and plans.
    pub fn open(now: &Now<Local>) -> (Self, Vec<Notice>) {
        let (store, loaded) = RecordStore::open(BrowserStore::Here);
        (Self::of(store, loaded.records, now), loaded.notices)
    }

    fn of(store: RecordStore<BrowserStore>, records: Records, now: &Now<Local>) -> Self {
        Self {
            planner: Planner::new(&records, now),
            untold: Vec::new(),
            records,
            store,
            planned: now.at,
            way_back: None,
            alarm: page::Alarm::default(),
            watched: BTreeMap::new(),
            anything: ArcTrigger::new(),
        }
    }

    /// A session of a few of these records, which keeps nothing, and something to do in it.
    pub fn rehearsal(&self, now: &Now<Local>) -> Option<(Self, Command)> {
        const FEW: usize = 12;
        let sendable = |action: &&Action| {
            matches!(action.status, Status::Open | Status::Overdue) && writes(action.task())
        };
        let some: Vec<&Action> = self.planner.actions().filter(sendable).take(FEW).collect();
        let first = some.first()?;
        let mut records = Records { settings: self.records.settings.clone(), ..Records::default() };
        for action in &some {
            let home = action.opportunity().and_then(|id| self.records.opportunities.get(&id));
            records.opportunities.extend(home.map(|home| (home.id, home.clone())));
            let person = action.to.and_then(|id| self.records.people.get(&id));
            records.people.extend(person.map(|person| (person.id, person.clone())));
        }
        let (store, _) = RecordStore::open(BrowserStore::Nowhere);
        Some((Self::of(store, records, now), done_command(first.key, first.to, now.at)))
    }

    /// A session of one opportunity, which keeps nothing.
    pub fn rehearsal_of(&self, id: OpportunityId, now: &Now<Local>) -> Option<Self> {
        let home = self.records.opportunities.get(&id)?.clone();
        let opportunities = std::iter::once((id, home)).collect();
        let (store, _) = RecordStore::open(BrowserStore::Nowhere);
        Some(Self::of(store, Records { opportunities, ..Records::default() }, now))
    }

    /// Whoever asks is woken by any change.
    pub fn watch_anything(&self) {
        self.anything.track();
    }

    /// Whoever asks is woken by changes to these records.
    pub fn watch(&mut self, keys: impl IntoIterator<Item = RecordKey>) {
        for key in keys {
            self.watched.entry(key).or_default().track();
        }
    }

    /// Carries a command out, and saves.
    pub fn carry_out(&mut self, command: Command, now: &Now<Local>) -> Result<Outcome, CommandError> {
        let change = apply(&mut self.records, command, now.at, &mut Ids::default())?;
        Ok(self.keep(change))
    }

    /// Takes back what was done last; done twice, it is done again.
    pub fn take_back(&mut self) -> Option<Outcome> {
        let way_back = self.way_back.take()?;
        let change = undo(&mut self.records, way_back);
        Some(self.keep(change))
    }

    /// Saves what a change touched.
    fn keep(&mut self, change: Change) -> Outcome {
        let saved = self.store.save(&mut self.records, &change);
        let mut touched = self.store.stirred();
        // What is half-typed changes no plan, and nobody who looks at everything looks at that.
        let quiet = change.summary.is_quiet() && touched.is_empty() && saved.is_ok();
        touched.extend(&change.touched);
        if quiet {
            return Outcome { wake: self.triggers(&touched), ..self.kept() };
        }
        let summary = change.summary.to_string();
        let (way_back, words) = match saved {
            Err(SaveError::RemovedElsewhere { keys, offer }) => {
                touched.extend(keys);
                (*offer, "Another tab removed this in the meantime".to_owned())
            }
            // That it could not be stored stands above the screen for as long as it is so.
            _ => (change.undo, summary),
        };
        self.way_back = Some(way_back);
        Outcome { toast: Some(Toast::new(words, true)), ..self.changed(&touched) }
    }

    /// Another tab wrote, removed or emptied something. `None` where that is no record, as what Today looks like there:
    /// two tabs that showed each other what they look like would never come to an end.
    pub fn hear(&mut self, name: Option<&str>) -> Option<Outcome> {
        if name.is_some_and(|name| !is_record(name)) {
            return None;
        }
        let RemoteChange { touched, removed } = self.store.heard(name, &mut self.records);
        let toast = removed.map(|way_back| {
            self.way_back = Some(way_back);
            Toast::new("Another tab removed something", true)
        });
        Some(Outcome { toast, ..self.changed(&touched) })
    }

    /// Does something to what is stored that is more than a command, and plans everything anew.
    pub fn rebuild<T>(
        &mut self,
        work: impl FnOnce(&mut RecordStore<BrowserStore>, &mut Records) -> T,
        now: &Now<Local>,
    ) -> (T, Outcome) {
        let done = work(&mut self.store, &mut self.records);
        self.way_back = None;
        self.plan_all(now);
        let mut wake: Vec<ArcTrigger> = self.watched.values().cloned().collect();
        wake.push(self.anything.clone());
        (done, Outcome { wake, ..self.kept() })
    }

    /// These changed. They are planned anew once somebody looks: what answers a tap does not.
    fn changed(&mut self, touched: &[RecordKey]) -> Outcome {
        self.untold.extend(touched.iter().filter_map(|key| key.replan()));
        let mut wake = self.triggers(touched);
        wake.push(self.anything.clone());
        Outcome { wake, ..self.kept() }
    }

    /// Whether the plan is one of the records as they are.
    pub fn is_planned(&self) -> bool {
        self.untold.is_empty()
    }

    /// Plans anew what changed, by the clock: what was done a moment ago is no fact yet at the moment that the screen
    /// still shows.
    pub fn plan(&mut self) {
        if !self.is_planned() {
            let (touched, now) = (std::mem::take(&mut self.untold), clock::local_now());
            self.planner.refresh(&self.records, &touched, &now);
            self.planned = now.at;
        }
    }

    fn kept(&self) -> Outcome {
        Outcome { save_status: self.store.save_status(), ..Outcome::default() }
    }

    fn triggers(&self, touched: &[RecordKey]) -> Vec<ArcTrigger> {
        touched.iter().filter_map(|key| self.watched.get(key)).cloned().collect()
    }

    fn plan_all(&mut self, now: &Now<Local>) {
        self.untold.clear();
        self.planner.refresh(&self.records, &[Touched::Everything], now);
        self.planned = now.at;
    }

    /// Plans anew where time has changed the plan, or the day; whether it has. A clock that was set back makes the
    /// plan wrong too.
    pub fn catch_up(&mut self, now: &Now<Local>) -> bool {
        let turned = self.turns(&Now::new(self.planned, Local)).is_none_or(|turn| turn <= now.at);
        let changed = turned || now.at < self.planned;
        if changed {
            self.plan_all(now);
        }
        changed
    }

    /// Sets the one timer to the next moment at which time changes what is shown.
    pub fn set_alarm(&mut self, now: &Now<Local>, ring: impl FnOnce() + 'static) {
        self.plan();
        if let Some(turn) = self.turns(now) {
            self.alarm.set((turn - now.at).num_seconds(), ring);
        }
    }

    /// The next moment after `now` at which what is shown changes by time alone: the plan, what was put off, or
    /// the names of the days.
    pub fn turns(&self, now: &Now<Local>) -> Option<Stamp> {
        let midnight = when::end_of_day(when::today(now), now);
        let waking = next_snooze_end(&self.records, now);
        [self.planner.valid_until(), waking, Some(midnight)].into_iter().flatten().min()
    }
}
