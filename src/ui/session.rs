//! The records, the store that keeps them, and the plan made of them.

use super::shell_state::Toast;
use crate::commands::{Change, Command, CommandError, Undo, apply, undo};
use crate::etiquette::{Now, Plan, plan};
use crate::model::{Records, Stamp};
use crate::platform::ids::Ids;
use crate::platform::page;
use crate::platform::store::BrowserStore;
use crate::platform::timing;
use crate::storage::{Notice, RecordStore, RemoteChange, SaveError, SaveStatus, is_record};
use crate::view::when;
use chrono::Local;

/// The records, the store that keeps them, and the plan made of them: what lies behind the app's state.
pub struct Session {
    pub records: Records,
    pub plan: Plan,
    pub store: RecordStore<BrowserStore>,
    undo: Option<Undo>,
    alarm: timing::Timer,
}

/// The plan. How long it took is left on the browser's time line, where the bench reads it.
fn measured_plan(records: &Records, now: &Now<Local>) -> Plan {
    page::mark("afterword:planning");
    let plan = plan(records, now);
    page::measure("afterword:plan", "afterword:planning");
    plan
}

/// What to tell the user after a change.
pub struct Outcome {
    pub toast: Option<Toast>,
    pub save_status: SaveStatus,
}

impl Session {
    /// Reads what is stored, and plans.
    pub fn open(now: &Now<Local>) -> (Self, Vec<Notice>) {
        let (store, loaded) = RecordStore::open(BrowserStore);
        let session = Self {
            plan: measured_plan(&loaded.records, now),
            records: loaded.records,
            store,
            undo: None,
            alarm: timing::Timer::default(),
        };
        (session, loaded.notices)
    }

    /// Plans anew. What changes the records does so by itself; time is followed from outside.
    pub fn plan(&mut self, now: &Now<Local>) {
        self.plan = measured_plan(&self.records, now);
    }

    /// Carries a command out, saves and plans.
    pub fn carry_out(&mut self, command: Command, now: &Now<Local>) -> Result<Outcome, CommandError> {
        let change = apply(&mut self.records, command, now.at, &mut Ids::default())?;
        Ok(self.keep(change, now))
    }

    /// Takes back what was done last; done twice, it is done again.
    pub fn take_back(&mut self, now: &Now<Local>) -> Option<Outcome> {
        let change = undo(&mut self.records, self.undo.take()?);
        Some(self.keep(change, now))
    }

    /// Saves what a change touched, and plans.
    fn keep(&mut self, change: Change, now: &Now<Local>) -> Outcome {
        let saved = self.store.save(&mut self.records, &change);
        let merged = self.store.remerged();
        // What is half-typed changes no plan, and nobody is told that it is kept.
        if change.summary.is_quiet() && merged.is_empty() && saved.is_ok() {
            return self.outcome(None);
        }
        let (undo, words) = match saved {
            Err(SaveError::RemovedElsewhere { offer, .. }) => {
                (*offer, "Another tab removed this in the meantime".to_owned())
            }
            // A notice says that it could not be stored, for as long as it is so.
            _ => (change.undo, change.summary.to_string()),
        };
        self.undo = Some(undo);
        self.plan(now);
        self.outcome(Some(Toast::new(words, true)))
    }

    /// Takes over what another tab wrote, removed or emptied. `None` where that is no record.
    pub fn hear(&mut self, name: Option<&str>, now: &Now<Local>) -> Option<Outcome> {
        if name.is_some_and(|name| !is_record(name)) {
            return None;
        }
        let RemoteChange { removed, .. } = self.store.on_remote_change(name, &mut self.records);
        self.plan(now);
        let toast = removed.map(|undo| {
            self.undo = Some(undo);
            Toast::new("Another tab removed something", true)
        });
        Some(self.outcome(toast))
    }

    /// Does something to what is stored that is more than a command, and plans.
    pub fn rebuild<T>(
        &mut self,
        work: impl FnOnce(&mut RecordStore<BrowserStore>, &mut Records) -> T,
        now: &Now<Local>,
    ) -> (T, Outcome) {
        let done = work(&mut self.store, &mut self.records);
        self.undo = None;
        self.plan(now);
        (done, self.outcome(None))
    }

    fn outcome(&self, toast: Option<Toast>) -> Outcome {
        Outcome { toast, save_status: self.store.save_status() }
    }

    /// The next instant after `now` at which time alone changes what is shown: the plan, or the names of the
    /// days.
    pub fn valid_until(&self, now: &Now<Local>) -> Stamp {
        let midnight = when::end_of_day(when::today(now), now);
        self.plan.valid_until.map_or(midnight, |changes| changes.min(midnight))
    }

    /// Rings once when what is shown is no longer right, in place of what was set before.
    pub fn set_alarm(&mut self, now: &Now<Local>, ring: impl FnOnce() + 'static) {
        let wait = (self.valid_until(now) - now.at).num_milliseconds();
        // Half a second late rather than a moment early: then the plan has surely changed.
        self.alarm.set(i32::try_from(wait).unwrap_or(i32::MAX).saturating_add(500), ring);
    }
}
