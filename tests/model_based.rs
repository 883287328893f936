//! Random users, tabs, kills, full disks and backups, against a plain map: what was shown as saved is there, nothing
//! comes back that was removed, and every tab sees the same once it has heard of the others.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // tests fail so

#[path = "support/shelf.rs"]
#[allow(dead_code)]
mod shelf;

use afterword::commands::{Command, Restoring, Undo, apply, undo};
use afterword::model::{NumberedIds, Opportunity, OpportunityId, Records, Stamp};
use afterword::storage::{RecordStore, SaveStatus, supersedes};
use shelf::Shelf;
use std::collections::BTreeMap;
use uuid::Uuid;

const STEPS: usize = 20_000;
const TABS: usize = 3;
const START: i64 = 1_772_442_000;

/// What the user was told is saved: role, notes and address by number.
type Plain = BTreeMap<u128, [String; 3]>;

struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn number(&mut self) -> u128 {
        u128::from(self.below(6)) + 1
    }

    fn text(&mut self) -> String {
        format!("{:x}", self.below(1 << 24)).repeat(1 + usize::try_from(self.below(6)).unwrap())
    }
}

struct Tab {
    store: RecordStore<Shelf>,
    records: Records,
    /// Of which keys it has not heard yet that another tab wrote them.
    unheard: Vec<String>,
}

struct World {
    random: Random,
    shelf: Shelf,
    /// What the browser has written to disk of the shelf.
    on_disk: BTreeMap<String, String>,
    journal: BTreeMap<String, String>,
    tabs: Vec<Tab>,
    plain: Plain,
    /// The way back from the last step, with the tab that took it and how things were before.
    back: Option<(usize, Undo, Plain)>,
    /// How many hours have gone by.
    hours: i64,
}

fn id(n: u128) -> OpportunityId {
    OpportunityId(Uuid::from_u128(n))
}

fn now() -> Stamp {
    Stamp::from_timestamp(START).unwrap()
}

fn plainly(records: &Records) -> Plain {
    let one = |it: &Opportunity| (it.id.0.as_u128(), [it.role.clone(), it.notes.clone(), it.link.clone()]);
    records.opportunities.values().map(one).collect()
}

fn written_out(n: u128, [role, notes, link]: &[String; 3]) -> Opportunity {
    let (notes, link) = (notes.clone(), link.clone());
    Opportunity { notes, link, ..Opportunity::new(id(n), "Northwind", role) }
}

fn alike(seen: &Plain, plain: &Plain) {
    for n in 0..10 {
        assert_eq!(seen.get(&n), plain.get(&n), "number {n}");
    }
}

impl World {
    fn new(seed: u64) -> Self {
        let mut world = Self {
            random: Random(seed),
            shelf: Shelf::default(),
            on_disk: BTreeMap::new(),
            journal: BTreeMap::new(),
            tabs: Vec::new(),
            plain: Plain::new(),
            back: None,
            hours: 0,
        };
        for _ in 0..TABS {
            let tab = world.start(&world.shelf.clone());
            world.tabs.push(tab);
        }
        world
    }

    /// A page as it is once it has read the journal.
    fn start(&self, storage: &Shelf) -> Tab {
        let (mut store, loaded) = RecordStore::open(storage.clone());
        store.begin_revisions_at(self.time());
        let mut tab = Tab { store, records: loaded.records, unheard: Vec::new() };
        let journal: Vec<_> = self.journal.clone().into_iter().collect();
        tab.store.bring_in(&journal, &mut tab.records);
        tab
    }

    fn time(&self) -> Stamp {
        Stamp::from_timestamp(START + self.hours * 3600).unwrap()
    }

    fn step(&mut self) {
        self.hours += 1;
        let at = usize::try_from(self.random.below(TABS as u64)).unwrap();
        match self.random.below(100) {
            0..45 => self.edit(at),
            45..55 => self.remove(at),
            55..63 => self.take_back(),
            63..78 => self.hear(at),
            78..82 => self.on_disk = self.shelf.texts(),
            82..88 => self.kill(),
            88..93 => self.find_no_room(at),
            93..96 => self.reload(at),
            96..99 => self.restore(at),
            _ => self.erase(at),
        }
    }

    /// Adds something or changes one field of it.
    fn edit(&mut self, at: usize) {
        let (n, field, text) = (self.random.number(), self.random.below(3), self.random.text());
        let field = usize::try_from(field).unwrap();
        if self.knows_of_a_removal(at, n) {
            return;
        }
        let mut fields = plainly(&self.tabs[at].records).remove(&n).unwrap_or_default();
        fields[field].clone_from(&text);
        let command = Command::PutOpportunity(Box::new(written_out(n, &fields)));
        if self.dispatch(at, command) {
            self.plain.entry(n).or_default()[field] = text;
        }
    }

    /// Whether a tab shows something that another tab has removed, or lacks what another has added: a change of that is
    /// another matter, and tested elsewhere.
    fn knows_of_a_removal(&self, at: usize, n: u128) -> bool {
        self.tabs[at].records.opportunities.contains_key(&id(n)) != self.plain.contains_key(&n)
    }

    fn remove(&mut self, at: usize) {
        let n = self.random.number();
        if self.plain.contains_key(&n)
            && !self.knows_of_a_removal(at, n)
            && self.dispatch(at, Command::RemoveOpportunity(id(n)))
        {
            self.plain.remove(&n);
        }
    }

    /// Whether it was shown as saved.
    fn dispatch(&mut self, at: usize, command: Command) -> bool {
        let (before, time) = (self.plain.clone(), self.time());
        let tab = &mut self.tabs[at];
        let change = apply(&mut tab.records, command, now(), &mut NumberedIds(0)).unwrap();
        tab.store.begin_revisions_at(time);
        let is_saved = tab.store.save(&mut tab.records, &change).is_ok();
        assert_eq!(is_saved, tab.store.save_status() == SaveStatus::Kept);
        // Of what a tab overwrote before it heard of it, the undo does not know.
        self.back = (is_saved && tab.unheard.is_empty()).then_some((at, change.undo, before));
        self.tell(at);
        is_saved
    }

    /// What a tab has stored goes to the journal, and the other tabs will hear of it.
    fn tell(&mut self, at: usize) {
        for (name, text) in self.tabs[at].store.take_journal() {
            for (other, tab) in self.tabs.iter_mut().enumerate() {
                if other != at {
                    tab.unheard.push(name.clone());
                }
            }
            if self.journal.get(&name).is_none_or(|held| supersedes(&text, held)) {
                self.journal.insert(name, text);
            }
        }
    }

    fn take_back(&mut self) {
        let Some((at, way, before)) = self.back.take() else { return };
        let time = self.time();
        let tab = &mut self.tabs[at];
        tab.store.begin_revisions_at(time);
        let change = undo(&mut tab.records, way);
        tab.store.save(&mut tab.records, &change).unwrap();
        self.plain = before;
        self.tell(at);
    }

    fn hear(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        for name in std::mem::take(&mut tab.unheard) {
            tab.store.on_remote_change(Some(&name), &mut tab.records);
        }
        if tab.store.save_status() != SaveStatus::Kept {
            // All of it was removed elsewhere; to the tab that is as if the browser had emptied the storage.
            tab.store.reload_discarding(&mut tab.records);
        }
        self.tell(at);
        alike(&plainly(&self.tabs[at].records), &self.plain);
    }

    /// The browser is killed: what it had not written of the shelf is gone.
    fn kill(&mut self) {
        self.shelf = Shelf::with(self.on_disk.clone());
        self.start_all();
    }

    fn start_all(&mut self) {
        self.back = None;
        self.tabs.clear();
        for _ in 0..TABS {
            let tab = self.start(&self.shelf.clone());
            self.tabs.push(tab);
        }
    }

    fn reload(&mut self, at: usize) {
        self.back = None;
        self.tabs[at] = self.start(&self.shelf.clone());
        alike(&plainly(&self.tabs[at].records), &self.plain);
    }

    /// A change finds no room: nothing of it is stored. Then there is some, or the tab is closed, which asks first.
    fn find_no_room(&mut self, at: usize) {
        self.hear(at);
        self.back = None;
        let (texts, journal) = (self.shelf.texts(), self.journal.clone());
        self.shelf.fill_up_to(usize::try_from(self.random.below(300)).unwrap());
        let n = self.random.number();
        let mut many = self.plain.get(&n).cloned().unwrap_or_default();
        many[1] += &self.random.text().repeat(600);
        let mut few = self.plain.get(&(n + 1)).cloned().unwrap_or_default();
        few[0] = self.random.text();
        let put = |n, fields| Command::PutOpportunity(Box::new(written_out(n, fields)));
        assert!(!self.dispatch(at, Command::Batch(Box::new(put(n + 1, &few)), vec![put(n, &many)])));
        assert!(self.tabs[at].store.would_lose());
        assert_eq!((self.shelf.texts(), &self.journal), (texts, &journal), "all of a note or none of it");
        self.shelf.make_room();
        if self.random.below(2) == 0 {
            let tab = &mut self.tabs[at];
            tab.store.retry(&mut tab.records).unwrap();
            self.plain.insert(n, many);
            self.plain.insert(n + 1, few);
            self.tell(at);
        } else {
            self.reload(at);
        }
    }

    fn restore(&mut self, at: usize) {
        for tab in 0..TABS {
            self.hear(tab);
        }
        let mut backup = Plain::new();
        for _ in 0..self.random.below(5) {
            backup.insert(self.random.number(), [self.random.text(), self.random.text(), self.random.text()]);
        }
        let all = backup.iter().map(|(n, fields)| (id(*n), written_out(*n, fields)));
        let records = Box::new(Records { opportunities: all.collect(), ..Records::default() });
        let how = if self.random.below(2) == 0 { Restoring::Merge } else { Restoring::Replace };
        assert!(
            self.dispatch(
                at,
                Command::RestoreBackup { records, how, texts: std::collections::BTreeMap::new() }
            )
        );
        self.plain = match how {
            Restoring::Replace => backup,
            Restoring::Merge => {
                for (n, fields) in backup {
                    let ours = self.plain.entry(n).or_default();
                    for (ours, theirs) in ours.iter_mut().zip(fields) {
                        if ours.is_empty() {
                            *ours = theirs;
                        }
                    }
                }
                self.plain.clone()
            }
        };
    }

    fn erase(&mut self, at: usize) {
        self.journal.clear();
        let tab = &mut self.tabs[at];
        tab.store.erase(&mut tab.records).unwrap();
        self.on_disk.clear();
        self.plain.clear();
        self.start_all();
    }

    /// A start now shows what is plain, whatever the browser has written of the shelf.
    fn check(&mut self) {
        let (disk, now) = (Shelf::with(self.on_disk.clone()), Shelf::with(self.shelf.texts()));
        for shelf in [now, disk, Shelf::default()] {
            let tab = self.start(&shelf);
            alike(&plainly(&tab.records), &self.plain);
            assert_eq!(tab.store.save_status(), SaveStatus::Kept);
        }
    }
}

#[test]
fn nothing_shown_as_saved_is_lost_and_nothing_removed_comes_back() {
    for seed in [0x2545_f491, 0x9e37_79b9, 0x1234_5678] {
        let mut world = World::new(seed);
        for step in 0..STEPS / 3 {
            let (state, n) = (world.random.0, step);
            world.step();
            let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| world.check()));
            assert!(checked.is_ok(), "seed {seed:#x}, step {n}, random {state:#x}");
        }
    }
}
