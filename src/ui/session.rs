//! The records, the store that keeps them, and the plan made of them.

use super::shell_state::Toast;
use crate::commands::{Change, Command, CommandError, Summary, Undo, apply, undo};
use crate::etiquette::{Now, Plan, plan};
use crate::model::{RecordKey, Records, Settings, Stamp};
use crate::platform::ids::Ids;
use crate::platform::local_storage::BrowserStore;
use crate::platform::{clock, journal, page, timing};
use crate::storage::{Notice, RecordStore, RemoteChange, SaveError, SaveStatus, is_record};
use crate::view_models::when;
use chrono::Local;
use std::cell::OnceCell;

/// The records, the store that keeps them, and the plan made of them: what lies behind the app's state.
pub struct Session {
    pub records: Records,
    /// Empty where the records have changed since: it is made when it is next asked for.
    plan: OnceCell<Plan>,
    /// For when the plan is made,
    now: Now<Local>,
    /// and how far east of Greenwich the device was then, in seconds. `now` alone does not tell: its zone is always
    /// that of the device.
    offset: i32,
    pub store: RecordStore<BrowserStore>,
    /// The ways back from what was done last, the last one at the end.
    undo: Vec<Undo>,
    /// The ways forward again, after going back.
    redo: Vec<Undo>,
    /// The ways back to what other tabs removed while the user's own last change could still be taken back.
    removed_elsewhere: Vec<Undo>,
    alarm: timing::Timer,
}

/// So many steps can be taken back.
const STEPS: usize = 30;

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
    /// How much other tabs removed that can be brought back.
    pub removed_elsewhere: usize,
}

impl Session {
    /// Reads what is stored.
    pub fn open(now: &Now<Local>) -> (Self, Vec<Notice>) {
        let (mut store, loaded) = RecordStore::open(BrowserStore);
        store.begin_revisions_at(now.at);
        let session = Self {
            records: loaded.records,
            plan: OnceCell::new(),
            now: *now,
            offset: clock::offset(now),
            store,
            undo: Vec::new(),
            redo: Vec::new(),
            removed_elsewhere: Vec::new(),
            alarm: timing::Timer::default(),
        };
        (session, loaded.notices)
    }

    /// The plan for the records as they are.
    pub fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| measured_plan(&self.records, &self.now))
    }

    /// From now on there is another plan. What changes the records says so by itself; time is followed from outside.
    pub fn plan_anew(&mut self, now: &Now<Local>) {
        self.plan.take();
        (self.now, self.offset) = (*now, clock::offset(now));
    }

    /// Whether the device is in another zone than when the plan was made.
    pub fn has_moved(&self, now: &Now<Local>) -> bool {
        self.offset != clock::offset(now)
    }

    /// Carries a command out, and saves.
    pub fn carry_out(&mut self, command: Command, now: &Now<Local>) -> Result<Outcome, CommandError> {
        let change = apply(&mut self.records, command, now.at, &mut Ids::default())?;
        let steps = self.undo.len();
        let outcome = self.keep(change, now);
        // After something new there is no way forward from what was taken back.
        if self.undo.len() != steps {
            self.redo.clear();
            let too_many = self.undo.len().saturating_sub(STEPS);
            self.undo.drain(..too_many);
        }
        Ok(outcome)
    }

    /// Notes that there is a backup of now. It changes no plan, and what can be taken back stays what it was.
    pub fn note_backup(&mut self, now: &Now<Local>) -> Option<Outcome> {
        let settings = Settings { backed_up: Some(now.at), ..self.records.settings.clone() };
        let command = Command::PutSettings(Box::new(settings));
        let change = apply(&mut self.records, command, now.at, &mut Ids::default()).ok()?;
        // Where it is not stored, a notice says so.
        let _ = self.store.save(&mut self.records, &change);
        if !self.store.remerged().is_empty() {
            self.plan_anew(now);
        }
        Some(self.outcome(None))
    }

    /// Takes back what was done last; each time one step further.
    pub fn take_back(&mut self, now: &Now<Local>) -> Option<Outcome> {
        let change = undo(&mut self.records, self.undo.pop()?);
        let steps = self.undo.len();
        let outcome = self.keep(change, now);
        let forward = self.undo.len() > steps;
        self.redo.extend(forward.then(|| self.undo.pop()).flatten());
        Some(self.with_ways(outcome))
    }

    /// Does again what was taken back last.
    pub fn do_again(&mut self, now: &Now<Local>) -> Option<Outcome> {
        let change = undo(&mut self.records, self.redo.pop()?);
        let outcome = self.keep(change, now);
        Some(self.with_ways(outcome))
    }

    /// The toast offers what there is: a step further back, a step forward.
    fn with_ways(&self, mut outcome: Outcome) -> Outcome {
        if let Some(toast) = &mut outcome.toast {
            (toast.undo, toast.redo) = (!self.undo.is_empty(), !self.redo.is_empty());
        }
        outcome
    }

    /// Saves what a change touched.
    fn keep(&mut self, change: Change, now: &Now<Local>) -> Outcome {
        self.store.begin_revisions_at(now.at);
        let saved = self.store.save(&mut self.records, &change);
        let merged = self.store.remerged();
        let is_stored = match &saved {
            Ok(()) => self.store.save_status() == SaveStatus::Kept,
            // Another change may wait for room while this one found it.
            Err(SaveError::Refused { unsaved, .. }) => {
                !change.touched.iter().any(|key| unsaved.contains(key))
            }
            Err(_) => false,
        };
        let (undo, words) = match saved {
            Err(SaveError::RemovedElsewhere { offer, .. }) => {
                (*offer, "Another tab removed this in the meantime".to_owned())
            }
            Err(SaveError::Refused { .. })
                if !is_stored && matches!(change.summary, Summary::Restored { .. }) =>
            {
                return self.give_up(change, now);
            }
            // A draft changes no plan, and nobody is told of it. Where it is not stored, a notice says so.
            _ if change.summary.is_quiet() => {
                if !merged.is_empty() {
                    self.plan_anew(now);
                }
                return self.outcome(None);
            }
            _ if is_stored => (change.undo, change.summary.to_string()),
            // A notice says so for as long as it is so; this must not say otherwise.
            _ => (change.undo, format!("{}; not stored", change.summary)),
        };
        self.undo.push(undo);
        self.plan_anew(now);
        self.outcome(Some(Toast::new(words, true)))
    }

    /// Takes a backup back that does not fit.
    fn give_up(&mut self, change: Change, now: &Now<Local>) -> Outcome {
        let back = undo(&mut self.records, change.undo);
        // Where this is refused as well, a notice says so.
        let _ = self.store.save(&mut self.records, &back);
        self.store.remerged();
        self.plan_anew(now);
        let words = "There is no room for this backup beside what is here. Nothing was changed.";
        self.outcome(Some(Toast::new(words, false)))
    }

    /// Takes over what another tab wrote, removed or emptied. `None` where that is no record. Where the user can still
    /// take their own last change back, that stays so.
    pub fn hear(&mut self, name: Option<&str>, own_undo: bool, now: &Now<Local>) -> Option<Outcome> {
        if name.is_some_and(|name| !is_record(name)) {
            return None;
        }
        let RemoteChange { removed, .. } = self.store.on_remote_change(name, &mut self.records);
        self.plan_anew(now);
        let toast = removed.and_then(|undo| {
            if own_undo {
                self.removed_elsewhere.push(undo);
                return None;
            }
            self.undo.push(undo);
            Some(Toast::new("Another tab removed something", true))
        });
        Some(self.outcome(toast))
    }

    /// Takes over what other tabs did while this one was asleep, to one record or to all. `None` where that is nothing.
    pub fn wake_up(&mut self, only: Option<RecordKey>, now: &Now<Local>) -> Option<Outcome> {
        if !self.store.catch_up(only, &mut self.records) {
            return None;
        }
        self.plan_anew(now);
        Some(self.outcome(None))
    }

    /// Brings back what other tabs removed.
    pub fn bring_back(&mut self, now: &Now<Local>) -> Option<Outcome> {
        let mut outcome = None;
        for one in std::mem::take(&mut self.removed_elsewhere) {
            let change = undo(&mut self.records, one);
            outcome = Some(self.keep(change, now));
        }
        outcome
    }

    /// Lets what other tabs removed be gone.
    pub fn let_be_gone(&mut self) -> Outcome {
        self.removed_elsewhere.clear();
        self.outcome(None)
    }

    /// Brings in what the journal has and the store lost. `None` where that is nothing.
    pub fn bring_in(&mut self, journal: &[(String, String)], now: &Now<Local>) -> Option<Outcome> {
        if self.store.bring_in(journal, &mut self.records) == 0 {
            return None;
        }
        self.store.remerged();
        self.plan_anew(now);
        Some(self.outcome(None))
    }

    /// Does something to what is stored that is more than a command.
    pub fn rebuild<T>(
        &mut self,
        work: impl FnOnce(&mut RecordStore<BrowserStore>, &mut Records) -> T,
        now: &Now<Local>,
    ) -> (T, Outcome) {
        let done = work(&mut self.store, &mut self.records);
        self.undo.clear();
        self.redo.clear();
        self.plan_anew(now);
        (done, self.outcome(None))
    }

    fn outcome(&mut self, toast: Option<Toast>) -> Outcome {
        journal::write(self.store.take_journal());
        let removed_elsewhere = self.removed_elsewhere.len();
        Outcome { toast, save_status: self.store.save_status(), removed_elsewhere }
    }

    /// The next instant after `now` at which time alone changes what is shown: the plan, or the names of the
    /// days.
    pub fn valid_until(&self, now: &Now<Local>) -> Stamp {
        let midnight = when::end_of_day(when::today(now), now);
        self.plan().valid_until.map_or(midnight, |changes| changes.min(midnight))
    }

    /// Rings once when what is shown is no longer right, in place of what was set before.
    pub fn set_alarm(&mut self, now: &Now<Local>, ring: impl FnOnce() + 'static) {
        let wait = (self.valid_until(now) - now.at).num_milliseconds();
        // Half a second late rather than a moment early: then the plan has surely changed.
        self.alarm.set(i32::try_from(wait).unwrap_or(i32::MAX).saturating_add(500), ring);
    }
}
