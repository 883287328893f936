//! The journal: what was shown as saved is there at the next start, whatever the browser had not written yet.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // tests fail so

#[path = "support/shelf.rs"]
#[allow(dead_code)]
mod shelf;

use afterword::commands::{Change, Command, apply, undo};
use afterword::model::{NumberedIds, Opportunity, OpportunityId, Records, Stamp};
use afterword::storage::{RecordStore, SaveStatus, StoreError, supersedes};
use shelf::Shelf;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use uuid::Uuid;

/// What the browser keeps the journal in, beside the store; every tab writes to it.
#[derive(Clone, Default)]
struct Journal(Rc<RefCell<BTreeMap<String, String>>>);

impl Journal {
    fn write(&self, entries: Vec<(String, String)>) {
        let mut held = self.0.borrow_mut();
        for (name, text) in entries {
            if held.get(&name).is_none_or(|held| supersedes(&text, held)) {
                held.insert(name, text);
            }
        }
    }

    fn all(&self) -> Vec<(String, String)> {
        self.0.borrow().clone().into_iter().collect()
    }
}

/// A page with a journal. Each start is an hour after the one before.
struct Page {
    store: RecordStore<Shelf>,
    records: Records,
    journal: Journal,
    brought_in: usize,
}

const START: i64 = 1_772_442_000;

impl Page {
    fn start(shelf: &Shelf, journal: &Journal, hour: i64) -> Self {
        let mut page = Self::before_recall(shelf, journal, hour);
        page.recall();
        page
    }

    /// As a page is before it has read the journal.
    fn before_recall(shelf: &Shelf, journal: &Journal, hour: i64) -> Self {
        let (mut store, loaded) = RecordStore::open(shelf.clone());
        store.begin_revisions_at(Stamp::from_timestamp(START + hour * 3600).unwrap());
        Self { store, records: loaded.records, journal: journal.clone(), brought_in: 0 }
    }

    fn recall(&mut self) {
        self.brought_in = self.store.bring_in(&self.journal.all(), &mut self.records);
        self.journal.write(self.store.take_journal());
    }

    fn do_it(&mut self, command: Command) -> Change {
        let now = Stamp::from_timestamp(START).unwrap();
        let change = apply(&mut self.records, command, now, &mut NumberedIds(0)).unwrap();
        self.keep(&change);
        change
    }

    fn keep(&mut self, change: &Change) {
        let _ = self.store.save(&mut self.records, change);
        self.journal.write(self.store.take_journal());
    }

    fn note(&mut self, n: u128, role: &str) -> Change {
        self.do_it(Command::PutOpportunity(Box::new(Opportunity::new(id(n), "Northwind", role))))
    }

    fn remove(&mut self, n: u128) -> Change {
        self.do_it(Command::RemoveOpportunity(id(n)))
    }

    fn role(&self, n: u128) -> Option<&str> {
        self.records.opportunities.get(&id(n)).map(|it| it.role.as_str())
    }
}

fn id(n: u128) -> OpportunityId {
    OpportunityId(Uuid::from_u128(n))
}

fn key(n: u128) -> String {
    format!("afterword/opportunity/{}", id(n))
}

#[test]
fn s18_what_the_browser_had_not_written_when_it_was_killed_is_brought_in() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    page.note(2, "Analyst");
    page.note(3, "Analyst");
    let on_disk = shelf.texts();
    page.note(1, "Lead");
    page.remove(2);
    page.note(4, "Analyst");
    let seen = page.records.clone();

    let shelf = Shelf::with(on_disk);
    let next = Page::start(&shelf, &journal, 1);
    assert_eq!(next.records, seen);
    assert_eq!(next.brought_in, 3);
    assert_eq!(Page::before_recall(&shelf, &journal, 2).records, seen, "the store has it, too, now");
}

#[test]
fn s18_nothing_of_the_very_first_visit_had_been_written() {
    let journal = Journal::default();
    let mut page = Page::start(&Shelf::default(), &journal, 0);
    page.note(1, "Analyst");
    let next = Page::start(&Shelf::default(), &journal, 1);
    assert_eq!(next.records, page.records);
}

#[test]
fn a_start_that_finds_both_alike_brings_nothing_in() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    page.note(2, "Analyst");
    page.remove(1);
    let writes = shelf.writes();
    let next = Page::start(&shelf, &journal, 1);
    assert_eq!((next.brought_in, shelf.writes()), (0, writes));
    assert_eq!(next.records, page.records);
}

#[test]
fn what_is_newer_in_the_store_stays() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    // A start without the journal, which then does not know of the change.
    let mut without = Page::before_recall(&shelf, &Journal::default(), 1);
    without.note(1, "Lead");
    let next = Page::start(&shelf, &journal, 2);
    assert_eq!(next.role(1), Some("Lead"));
}

#[test]
fn what_is_removed_and_taken_back_is_there_and_leaves_no_ghost() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    for _ in 0..5 {
        page.note(1, "Lead");
        page.note(1, "Analyst");
    }
    let removed = page.remove(1);
    let back = undo(&mut page.records, removed.undo);
    page.keep(&back);
    assert_eq!(Page::start(&shelf, &journal, 1).role(1), Some("Analyst"));
    assert_eq!(Page::start(&Shelf::default(), &journal, 1).role(1), Some("Analyst"));
    let added = page.note(2, "Analyst");
    let back = undo(&mut page.records, added.undo);
    page.keep(&back);
    assert_eq!(Page::start(&shelf, &journal, 1).role(2), None);
}

#[test]
fn what_is_added_anew_under_the_name_of_something_removed_long_ago_stays() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(2, "Analyst");
    for _ in 0..5 {
        page.note(1, "Lead");
        page.note(1, "Analyst");
    }
    page.remove(1);
    // Even where the next visit does not get to read the journal, which knows of the removal alone.
    Page::before_recall(&shelf, &Journal::default(), 1).note(1, "From a backup");
    assert_eq!(Page::start(&shelf, &journal, 2).role(1), Some("From a backup"));
}

#[test]
fn what_is_changed_before_the_journal_is_read_stays_on_top_of_it() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    page.note(2, "Analyst");
    let on_disk = shelf.texts();
    page.note(1, "Lead");
    page.note(1, "Head");
    page.remove(2);

    let shelf = Shelf::with(on_disk);
    let mut next = Page::before_recall(&shelf, &journal, 1);
    let mut edited = next.records.opportunities[&id(1)].clone();
    edited.notes = "Typed at once".to_owned();
    next.do_it(Command::PutOpportunity(Box::new(edited)));
    next.note(2, "Still wanted");
    next.recall();
    for page in [next, Page::start(&shelf, &journal, 2)] {
        let one = &page.records.opportunities[&id(1)];
        assert_eq!((one.role.as_str(), one.notes.as_str()), ("Head", "Typed at once"));
        assert_eq!(page.role(2), Some("Still wanted"));
    }
}

#[test]
fn where_the_store_has_no_room_for_what_the_journal_has_it_is_seen_and_waits() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    let on_disk = shelf.texts();
    page.note(1, &"Lead ".repeat(100));
    page.note(2, "Analyst");
    let shelf = Shelf::with(on_disk);
    shelf.fill_up_to(0);
    let mut next = Page::start(&shelf, &journal, 1);
    assert_eq!(next.records, page.records);
    assert_eq!(next.store.save_status(), SaveStatus::Full { unsaved: 2 });
    shelf.make_room();
    next.store.retry(&mut next.records).unwrap();
    assert_eq!(Page::before_recall(&shelf, &journal, 2).records, page.records);
}

#[test]
fn what_is_broken_in_the_store_and_whole_in_the_journal_is_whole_again() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    shelf.put(&key(1), "{\"schema\":1,");
    let next = Page::start(&shelf, &journal, 1);
    assert_eq!(next.records, page.records);
    let aside = shelf.texts().into_iter().find(|(name, _)| name.contains("aside"));
    assert_eq!(aside.map(|(_, text)| text), Some("{\"schema\":1,".to_owned()));
    assert!(next.store.quarantined().is_empty(), "there is nothing to tell");
    assert!(Page::start(&shelf, &journal, 2).store.quarantined().is_empty());
}

#[test]
fn a_broken_journal_changes_nothing() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    Page::start(&shelf, &journal, 0).note(1, "Analyst");
    journal.0.borrow_mut().insert(key(1), "{\"schema\":1,\"revision\":9999999999,".to_owned());
    journal.0.borrow_mut().insert("afterword/lamp/1".to_owned(), "{}".to_owned());
    let next = Page::start(&shelf, &journal, 1);
    assert_eq!((next.role(1), next.brought_in), (Some("Analyst"), 0));
    // JSON of another shape, and newer by its word.
    let text = "{\"schema\":2,\"revision\":9999999999,\"data\":{\"company\":5}}";
    journal.0.borrow_mut().insert(key(1), text.to_owned());
    let next = Page::start(&shelf, &journal, 1);
    assert_eq!((next.role(1), next.brought_in), (Some("Analyst"), 0));
    assert_eq!(Page::before_recall(&shelf, &journal, 2).role(1), Some("Analyst"));
    assert_eq!(next.store.raw("afterword/lamp/1"), Ok(None));
}

#[test]
fn of_a_change_that_is_not_stored_the_journal_knows_nothing() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    let known = journal.all();
    shelf.fill_up_to(10);
    page.note(1, &"Lead ".repeat(100));
    assert_eq!(journal.all(), known);
    // Of a change of two the first had room.
    let put = |n, role: &str| Command::PutOpportunity(Box::new(Opportunity::new(id(n), "Northwind", role)));
    shelf.fill_up_to(400);
    page.do_it(Command::Batch(Box::new(put(2, "Analyst")), vec![put(3, &"Lead ".repeat(100))]));
    assert_eq!(journal.all(), known);
    assert!(page.store.would_lose());
    assert_eq!(page.store.raw("x"), Ok::<_, StoreError>(None));
}

#[test]
fn the_later_of_two_tabs_stays_in_the_journal() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut one = Page::start(&shelf, &journal, 0);
    let mut two = Page::start(&shelf, &journal, 0);
    one.note(1, "Analyst");
    two.store.on_remote_change(Some(&key(1)), &mut two.records);
    let late = {
        let now = Stamp::from_timestamp(START).unwrap();
        let command = Command::PutOpportunity(Box::new(Opportunity::new(id(1), "Northwind", "Lead")));
        let change = apply(&mut one.records, command, now, &mut NumberedIds(0)).unwrap();
        one.store.save(&mut one.records, &change).unwrap();
        one.store.take_journal()
    };
    two.store.on_remote_change(Some(&key(1)), &mut two.records);
    two.note(1, "Head");
    journal.write(late);
    assert_eq!(Page::start(&Shelf::default(), &journal, 1).role(1), Some("Head"));
}

#[test]
fn s9_a_journal_of_a_newer_version_is_put_in_place_and_nothing_is_written_over_it() {
    let (shelf, journal) = (Shelf::default(), Journal::default());
    let mut page = Page::start(&shelf, &journal, 0);
    page.note(1, "Analyst");
    let mut newer: serde_json::Value = serde_json::from_str(&shelf.text(&key(1)).unwrap()).unwrap();
    (newer["schema"], newer["revision"]) = (3.into(), (START * 2).into());
    let newer = newer.to_string();
    journal.write(vec![(key(1), newer.clone())]);
    let mut next = Page::start(&shelf, &journal, 1);
    assert_eq!(next.brought_in, 1);
    assert_eq!(next.store.save_status(), SaveStatus::ReadOnly);
    assert_eq!(next.records, page.records, "what was read before is still to be seen");
    next.recall();
    assert_eq!((shelf.text(&key(1)), next.brought_in), (Some(newer), 0), "and once is enough");
}
