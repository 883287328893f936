//! What happens to the records when the store fails, other tabs write, or time has gone by. Each test is named
//! after the fault that it is about.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // tests fail so

#[path = "support/search.rs"]
#[allow(dead_code)]
mod search;
#[path = "support/shelf.rs"]
mod shelf;

use afterword::commands::interview::{InterviewForm, PersonRow};
use afterword::commands::{Command, Restoring, apply, undo};
use afterword::etiquette::Now;
use afterword::exchange::backup;
use afterword::model::{
    ActionKey, Draft, FormDraft, Letter, NumberedIds as Ids, Opportunity, OpportunityId, Person, PersonId,
    Record, RecordKey, Records, Role, Settings, Stamp, Task,
};
use afterword::storage::{
    Notice, Quarantined, RecordStore, SaveError, SaveStatus, Store, StoreError, Why, means_full,
};
use proptest::prelude::*;
use search::Random;
use shelf::Shelf;
use std::collections::BTreeMap;
use uuid::Uuid;

fn now() -> Stamp {
    Stamp::from_timestamp(search::ORIGIN).unwrap()
}

fn example() -> Records {
    afterword::example::search(&Now::new(now(), chrono::Utc))
}

/// An open page: what is seen, and what keeps it.
struct Tab {
    store: RecordStore<Shelf>,
    records: Records,
    notices: Vec<Notice>,
    ids: Ids,
}

impl Tab {
    fn open(shelf: &Shelf) -> Self {
        let (store, loaded) = RecordStore::open(shelf.clone());
        Self { store, records: loaded.records, notices: loaded.notices, ids: Ids(0) }
    }

    fn do_it(&mut self, command: Command) -> Result<(), SaveError> {
        let change = apply(&mut self.records, command, now(), &mut self.ids).unwrap();
        self.store.save(&mut self.records, &change)
    }

    fn put(&mut self, opportunity: Opportunity) -> Result<(), SaveError> {
        self.do_it(Command::PutOpportunity(Box::new(opportunity)))
    }

    fn edit(&mut self, n: u128, edit: impl FnOnce(&mut Opportunity)) -> Result<(), SaveError> {
        let mut it = self.opportunity(n).clone();
        edit(&mut it);
        self.put(it)
    }

    fn opportunity(&self, n: u128) -> &Opportunity {
        &self.records.opportunities[&id(n)]
    }

    fn quarantined(&self) -> Vec<Quarantined> {
        let lists = self.notices.iter().filter_map(|notice| match notice {
            Notice::Quarantined(list) => Some(list.clone()),
            _ => None,
        });
        lists.flatten().collect()
    }
}

fn id(n: u128) -> OpportunityId {
    OpportunityId(Uuid::from_u128(n))
}

fn key(n: u128) -> String {
    format!("afterword/opportunity/{}", id(n))
}

fn job(n: u128, company: &str) -> Opportunity {
    Opportunity::new(id(n), company, "Analyst")
}

/// A store that holds a search, as this version writes it.
fn stored(records: &Records) -> Shelf {
    let shelf = Shelf::default();
    let mut tab = Tab::open(&shelf);
    let how = afterword::commands::Restoring::Replace;
    tab.do_it(Command::RestoreBackup {
        records: Box::new(records.clone()),
        how,
        texts: std::collections::BTreeMap::new(),
    })
    .unwrap();
    shelf
}

/// A store that holds these jobs.
fn jobs(companies: &[(u128, &str)]) -> Shelf {
    let shelf = Shelf::default();
    let mut tab = Tab::open(&shelf);
    for (n, company) in companies {
        tab.put(job(*n, company)).unwrap();
    }
    shelf
}

fn envelope(schema: u32, revision: u64, data: &impl serde::Serialize) -> String {
    serde_json::json!({"schema": schema, "revision": revision, "data": data}).to_string()
}

#[test]
fn what_is_saved_is_there_at_the_next_visit() {
    for seed in 0..30 {
        let records = search::search(&mut Random(seed), 15);
        let shelf = stored(&records);
        let tab = Tab::open(&shelf);
        assert_eq!(tab.records, records, "seed {seed}");
        assert!(tab.notices.is_empty());
        assert_eq!(tab.store.save_status(), SaveStatus::Kept);
    }
}

#[test]
fn a_visit_that_changes_nothing_writes_nothing_and_reads_each_record_once() {
    let shelf = stored(&example());
    let (reads, writes) = (shelf.reads(), shelf.writes());
    Tab::open(&shelf);
    assert_eq!(shelf.writes(), writes);
    assert_eq!(shelf.reads() - reads, shelf.texts().len());
}

#[test]
fn a_change_writes_the_one_record_that_it_touched() {
    let shelf = stored(&example());
    let before = shelf.texts();
    let mut tab = Tab::open(&shelf);
    let first = tab.records.opportunities.values().next().unwrap().clone();
    tab.put(Opportunity { notes: "Ask about the team.".to_owned(), ..first.clone() }).unwrap();
    let after = shelf.texts();
    let changed: Vec<_> = after.iter().filter(|(key, text)| before.get(*key) != Some(text)).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(*changed[0].0, format!("afterword/opportunity/{}", first.id));
}

#[test]
fn s1_s2_where_storage_is_blocked_or_absent_all_lives_in_memory() {
    let shelf = stored(&example());
    shelf.block();
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.notices, [Notice::InMemory(StoreError::Blocked)]);
    assert_eq!(tab.store.save_status(), SaveStatus::InMemory);
    assert_eq!(tab.put(job(1, "Acme")), Ok(()));
    assert_eq!(tab.opportunity(1).company, "Acme");
    assert!(shelf.text(&key(1)).is_none());
}

#[test]
fn s3_where_a_record_cannot_be_got_at_nothing_is_overwritten() {
    let shelf = stored(&example());
    let before = shelf.texts();
    shelf.make_unreadable("opportunity");
    let mut tab = Tab::open(&shelf);
    assert!(matches!(tab.notices[..], [Notice::InMemory(StoreError::Failed(_))]));
    assert_eq!(tab.store.save_status(), SaveStatus::Unreadable);
    tab.do_it(Command::PutSettings(Box::default())).unwrap();
    tab.put(job(1, "Acme")).unwrap();
    assert_eq!(shelf.texts(), before);
}

#[test]
fn s4_where_the_first_write_finds_no_room_it_is_kept_in_memory_and_said() {
    let shelf = Shelf::default();
    shelf.fill_up_to(0);
    let mut tab = Tab::open(&shelf);
    let refused = tab.put(job(1, "Acme"));
    let unsaved = vec![RecordKey::Opportunity(id(1))];
    assert_eq!(refused, Err(SaveError::Refused { why: StoreError::Full, unsaved }));
    assert_eq!(tab.store.save_status(), SaveStatus::Full { unsaved: 1 });
    assert_eq!(tab.opportunity(1).company, "Acme");
}

#[test]
fn s5_what_found_no_room_is_stored_with_the_next_change_that_does() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    shelf.fill_up_to(10);
    let long = "a".repeat(500);
    tab.edit(1, |it| it.notes.clone_from(&long)).unwrap_err();
    tab.edit(1, |it| it.role = "Lead".to_owned()).unwrap_err();
    assert_eq!(Tab::open(&shelf).opportunity(1).notes, "", "what was stored before is still whole");
    shelf.make_room();
    tab.edit(2, |it| it.role = "Head".to_owned()).unwrap();
    assert_eq!(tab.store.save_status(), SaveStatus::Kept);
    let next = Tab::open(&shelf);
    assert_eq!(next.records, tab.records);
    assert_eq!((next.opportunity(1).notes.len(), next.opportunity(1).role.as_str()), (500, "Lead"));
}

#[test]
fn s5_removing_something_makes_room_for_what_waits() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    shelf.fill_up_to(0);
    tab.edit(1, |it| it.notes = "x".repeat(80)).unwrap_err();
    tab.do_it(Command::RemoveOpportunity(id(2))).unwrap();
    assert_eq!(tab.store.save_status(), SaveStatus::Kept);
    assert_eq!(Tab::open(&shelf).records, tab.records);
}

#[test]
fn s5_all_of_a_note_is_stored_or_none_of_it() {
    let shelf = jobs(&[(1, "Acme")]);
    let mut tab = Tab::open(&shelf);
    let before = shelf.texts();
    let person = |n: u128| Person::new(PersonId(Uuid::from_u128(n)), "Dana Reyes", Role::Other);
    let long = Opportunity { notes: "n".repeat(500), ..job(2, "Northwind") };
    let note = Command::Batch(
        Box::new(Command::PutPerson(Box::new(person(1)))),
        vec![Command::PutPerson(Box::new(person(2))), Command::PutOpportunity(Box::new(long))],
    );
    shelf.fill_up_to(500);
    assert!(matches!(tab.do_it(note), Err(SaveError::Refused { why: StoreError::Full, .. })));
    assert_eq!(shelf.texts(), before);
    assert_eq!(tab.store.save_status(), SaveStatus::Full { unsaved: 3 });
    // What is small still finds its way.
    tab.edit(1, |it| it.role = "Lead".to_owned()).unwrap_err();
    assert_eq!(Tab::open(&shelf).opportunity(1).role, "Lead");
    shelf.make_room();
    tab.store.retry(&mut tab.records).unwrap();
    assert_eq!(Tab::open(&shelf).records, tab.records);
}

#[test]
fn s23_replacing_removes_nothing_before_all_of_the_new_is_stored() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    let before = shelf.texts();
    let mut backup = Records::default();
    for n in 2..60 {
        backup.opportunities.insert(id(n), job(n, "Fabrikam"));
    }
    shelf.fill_up_to(2000);
    let how = afterword::commands::Restoring::Replace;
    let command = Command::RestoreBackup {
        records: Box::new(backup.clone()),
        how,
        texts: std::collections::BTreeMap::new(),
    };
    let change = apply(&mut tab.records, command, now(), &mut tab.ids).unwrap();
    assert!(tab.store.save(&mut tab.records, &change).is_err());
    assert_eq!(shelf.texts(), before, "what was there is there to the byte");
    let back = undo(&mut tab.records, change.undo);
    tab.store.save(&mut tab.records, &back).unwrap();
    assert_eq!(tab.store.save_status(), SaveStatus::Kept);
    assert_eq!(Tab::open(&shelf).records, tab.records);
    assert_eq!(tab.opportunity(1).company, "Acme");
}

#[test]
fn s23_a_replacing_that_is_cut_off_leaves_too_much_rather_than_too_little() {
    for writes in 0..8 {
        let shelf = jobs(&[(1, "Acme"), (2, "Brightwater"), (3, "Contoso")]);
        let mut tab = Tab::open(&shelf);
        let mut backup = Records::default();
        for n in 4..7 {
            backup.opportunities.insert(id(n), job(n, "Fabrikam"));
        }
        shelf.die_after(writes);
        let how = afterword::commands::Restoring::Replace;
        let _ = tab.do_it(Command::RestoreBackup {
            records: Box::new(backup),
            how,
            texts: std::collections::BTreeMap::new(),
        });
        let there = Tab::open(&Shelf::with(shelf.texts())).records.opportunities;
        let all = |mut numbers: std::ops::RangeInclusive<u128>| numbers.all(|n| there.contains_key(&id(n)));
        assert!(all(1..=3) || all(4..=6), "cut off after {writes} writes: {:?}", there.len());
    }
}

#[test]
fn s24_what_is_only_in_memory_would_be_lost_and_what_is_stored_would_not() {
    let shelf = jobs(&[(1, "Acme")]);
    let mut tab = Tab::open(&shelf);
    assert!(!tab.store.would_lose());
    shelf.fill_up_to(0);
    tab.edit(1, |it| it.notes = "n".repeat(100)).unwrap_err();
    assert!(tab.store.would_lose());
    shelf.make_room();
    tab.store.retry(&mut tab.records).unwrap();
    assert!(!tab.store.would_lose());
    shelf.block();
    let mut blocked = Tab::open(&shelf);
    assert!(!blocked.store.would_lose());
    blocked.put(job(2, "Brightwater")).unwrap();
    assert!(blocked.store.would_lose());
}

#[test]
fn s5_each_browsers_word_for_no_room_is_understood() {
    for (name, code) in [
        ("QuotaExceededError", 22),
        ("QuotaExceededError", 0),
        ("NS_ERROR_DOM_QUOTA_REACHED", 1014),
        ("NS_ERROR_DOM_QUOTA_REACHED", 0),
        ("", 22),
        ("", 1014),
    ] {
        assert!(means_full(name, code), "{name} {code}");
    }
    for (name, code) in [("SecurityError", 18), ("InvalidStateError", 11), ("", 0)] {
        assert!(!means_full(name, code), "{name} {code}");
    }
}

#[test]
fn s6_a_record_that_is_cut_off_is_kept_and_shown_and_harms_no_other() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let whole = shelf.text(&key(1)).unwrap();
    for cut in 1..whole.len() {
        let text = &whole[..cut];
        shelf.put(&key(1), text);
        let tab = Tab::open(&shelf);
        assert_eq!(tab.records.opportunities.len(), 1);
        let quarantined = tab.quarantined();
        assert_eq!(quarantined.len(), 1);
        assert_eq!(quarantined[0].was, key(1));
        assert!(matches!(quarantined[0].why, Some(Why::Damaged(_))), "cut at {cut}: {quarantined:?}");
        assert_eq!(tab.store.raw(&quarantined[0].key), Ok(Some(text.to_owned())));
    }
}

#[test]
fn s7_json_of_another_shape_is_kept_and_shown() {
    let shelf = jobs(&[(2, "Brightwater")]);
    for text in [
        "[]",
        "7",
        "{}",
        r#"{"schema":2,"revision":1}"#,
        r#"{"schema":2,"revision":1,"data":{"company":5}}"#,
        r#"{"schema":"one","revision":1,"data":{}}"#,
        r#"{"schema":2,"revision":-1,"data":{}}"#,
    ] {
        shelf.put(&key(1), text);
        let quarantined = Tab::open(&shelf).quarantined();
        assert!(matches!(quarantined[0].why, Some(Why::OtherShape(_))), "{text}: {quarantined:?}");
        assert_eq!(shelf.text(&key(1)).as_deref(), Some(text));
    }
}

#[test]
fn s7_a_record_under_anothers_key_is_kept_and_shown() {
    let shelf = jobs(&[(1, "Acme")]);
    shelf.put(&key(2), &shelf.text(&key(1)).unwrap());
    let tab = Tab::open(&shelf);
    assert_eq!(tab.records.opportunities.len(), 1);
    assert_eq!(tab.quarantined()[0].why, Some(Why::OtherId));
}

#[test]
fn s7_broken_settings_are_put_aside_before_new_ones_are_stored() {
    let shelf = jobs(&[(1, "Acme")]);
    shelf.put("afterword/settings/all", "{\"schema\":1,\"revision\":3,\"data\":{\"name\":");
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.quarantined().len(), 1);
    let settings = Settings { name: "Jo".to_owned(), ..Settings::default() };
    tab.do_it(Command::PutSettings(Box::new(settings))).unwrap();
    let next = Tab::open(&shelf);
    assert_eq!(next.records.settings.name, "Jo");
    let kept = next.quarantined();
    assert_eq!((kept[0].was.as_str(), &kept[0].why), ("afterword/settings/all", &None));
    assert!(next.store.raw(&kept[0].key).unwrap().unwrap().ends_with("\"name\":"));
}

#[test]
fn s7_what_cannot_be_read_is_put_aside_before_a_tab_that_knew_it_whole_writes_over_it() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    let broken = r#"{"schema":2,"revision":9999999999,"data":{"company":5}}"#;
    shelf.put(&key(1), broken);
    tab.edit(1, |it| it.role = "Lead".to_owned()).unwrap();
    assert_eq!(Tab::open(&shelf).opportunity(1).role, "Lead");
    assert!(shelf.texts().iter().any(|(key, text)| key.contains("aside/broken") && text == broken));
}

#[test]
fn s8_one_broken_record_among_a_thousand_leaves_the_others_as_they_are() {
    let mut records = Records::default();
    for n in 0..1000 {
        records.opportunities.insert(id(n), job(n, &format!("Company {n}")));
    }
    let shelf = stored(&records);
    shelf.put(&key(500), "{\"schema\":1,");
    let tab = Tab::open(&shelf);
    assert_eq!(tab.records.opportunities.len(), 999);
    assert_eq!(tab.quarantined().len(), 1);
}

#[test]
fn s8_a_broken_record_is_thrown_away_only_at_the_users_word() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    shelf.put(&key(1), "{");
    let mut tab = Tab::open(&shelf);
    tab.store.discard_quarantined(&key(2)).unwrap();
    assert!(shelf.text(&key(2)).is_some(), "a good record is none to throw away");
    tab.store.discard_quarantined(&key(1)).unwrap();
    assert!(shelf.text(&key(1)).is_none());
    assert!(tab.store.quarantined().is_empty());
}

#[test]
fn s9_records_of_a_newer_version_make_it_read_only() {
    let shelf = jobs(&[(1, "Acme")]);
    shelf.put(&key(2), &envelope(9, 4, &serde_json::json!({"everything": "different"})));
    let before = shelf.texts();
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.notices, [Notice::ReadOnly { schema: 9 }]);
    assert_eq!(tab.store.save_status(), SaveStatus::ReadOnly);
    assert_eq!(tab.opportunity(1).company, "Acme");
    assert_eq!(tab.edit(1, |it| it.role = "Lead".to_owned()), Err(SaveError::ReadOnly));
    assert_eq!(shelf.texts(), before);
}

#[test]
fn s9_a_newer_record_that_happens_to_read_as_one_of_today_is_still_newer() {
    let shelf = Shelf::default();
    shelf.put(&key(1), &envelope(3, 1, &job(1, "Acme")));
    assert_eq!(Tab::open(&shelf).notices, [Notice::ReadOnly { schema: 3 }]);
}

#[test]
fn s10_the_store_frozen_at_schema_1_is_read_whole() {
    let texts: BTreeMap<String, String> =
        serde_json::from_str(include_str!("fixtures/schema-1/store.json")).unwrap();
    let tab = Tab::open(&Shelf::with(texts));
    let backup = backup::read(include_str!("fixtures/schema-1/backup.json")).unwrap();
    assert_eq!(tab.records, backup.records);
    assert_eq!(tab.notices, [Notice::BroughtUpToDate { records: 28 }]);
}

#[test]
fn s10_a_record_of_schema_1_stays_as_it_is_until_it_is_changed_and_is_kept_aside_then() {
    let texts: BTreeMap<String, String> =
        serde_json::from_str(include_str!("fixtures/schema-1/store.json")).unwrap();
    let shelf = Shelf::with(texts.clone());
    let mut tab = Tab::open(&shelf);
    assert_eq!(shelf.texts(), texts);
    let it = tab.records.opportunities.values().next().unwrap().clone();
    tab.put(Opportunity { notes: "Ask about the team.".to_owned(), ..it.clone() }).unwrap();
    let (key, kept) = (
        format!("afterword/opportunity/{}", it.id),
        format!("afterword/aside/schema-1/opportunity/{}", it.id),
    );
    let mut expected = texts.clone();
    expected.insert(kept, texts[&key].clone());
    let changed = shelf.text(&key).unwrap();
    assert!(changed.starts_with("{\"schema\":2,"), "{changed}");
    expected.insert(key, changed);
    assert_eq!(shelf.texts(), expected);
    assert_eq!(Tab::open(&shelf).records, tab.records);
}

#[test]
fn s7_a_record_of_schema_1_of_another_shape_is_kept_and_shown() {
    let shelf = jobs(&[(2, "Brightwater")]);
    for data in [r#"{"company":5}"#, r#"{"drafts":7}"#, "[]"] {
        let text = format!(r#"{{"schema":1,"revision":1,"data":{data}}}"#);
        shelf.put(&key(1), &text);
        let quarantined = Tab::open(&shelf).quarantined();
        assert!(
            matches!(quarantined[0].why, Some(Why::NotMigrated { schema: 1, .. })),
            "{text}: {quarantined:?}"
        );
        assert_eq!(shelf.text(&key(1)), Some(text));
    }
}

#[test]
fn s11_a_schema_that_never_was_is_kept_and_shown() {
    let shelf = Shelf::default();
    let text = envelope(0, 1, &job(1, "Acme"));
    shelf.put(&key(1), &text);
    let tab = Tab::open(&shelf);
    assert!(matches!(tab.quarantined()[0].why, Some(Why::NotMigrated { schema: 0, .. })));
    assert_eq!(shelf.text(&key(1)), Some(text));
}

#[test]
fn s12_an_empty_text_or_null_is_kept_and_shown() {
    for text in ["", "null", " "] {
        let shelf = jobs(&[(2, "Brightwater")]);
        shelf.put(&key(1), text);
        let tab = Tab::open(&shelf);
        assert_eq!(tab.quarantined().len(), 1, "{text:?}");
        assert_eq!(tab.records.opportunities.len(), 1);
    }
}

#[test]
fn s13_other_apps_keys_are_left_alone() {
    let others = [
        ("theme", "dark"),
        ("afterwords/person/1", "{"),
        ("afterword", "mine"),
        ("afterwordperson/00000000-0000-7000-8000-000000000001", "{"),
        ("afterword/unknown/thing", "kept"),
        ("notes/afterword/settings/all", "x"),
    ];
    let shelf = Shelf::default();
    for (key, text) in others {
        shelf.put(key, text);
    }
    let mut tab = Tab::open(&shelf);
    assert!(tab.notices.is_empty() && tab.records == Records::default());
    tab.do_it(Command::LoadExample(Box::new(example()))).unwrap();
    tab.do_it(Command::DropExample).unwrap();
    for (key, text) in others {
        assert_eq!(shelf.text(key).as_deref(), Some(text), "{key}");
    }
    tab.store.erase(&mut tab.records).unwrap();
    let left: Vec<String> = shelf.texts().into_keys().collect();
    assert_eq!(left.len(), 5, "{left:?}");
    assert!(left.iter().all(|key| !key.starts_with("afterword/")), "{left:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s14_any_text_is_stored_and_read_as_it_was(text in "\\PC*|[\u{0}-\u{1f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{1f468}\u{200d}\\PC\"\\\\]{0,40}") {
        let shelf = Shelf::default();
        let mut tab = Tab::open(&shelf);
        let it = Opportunity { notes: text.clone(), link: text.clone(), ..job(1, &format!("A{text}")) };
        tab.put(it.clone()).unwrap();
        let next = Tab::open(&shelf);
        prop_assert_eq!(next.opportunity(1), &it);
    }
}

#[test]
fn s15_two_tabs_that_edit_one_record_lose_nothing() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    one.edit(1, |it| it.notes = "From the first tab".to_owned()).unwrap();
    two.edit(1, |it| it.role = "Lead".to_owned()).unwrap();
    let both = Tab::open(&shelf);
    assert_eq!(both.opportunity(1).notes, "From the first tab");
    assert_eq!(both.opportunity(1).role, "Lead");
    assert_eq!(two.opportunity(1), both.opportunity(1));
    assert_eq!(two.store.remerged(), [RecordKey::Opportunity(id(1))]);
}

#[test]
fn s15_a_tab_that_hears_of_another_shows_what_it_wrote() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    one.edit(1, |it| it.role = "Lead".to_owned()).unwrap();
    let heard = two.store.on_remote_change(Some(&key(1)), &mut two.records);
    assert_eq!(heard.touched, [RecordKey::Opportunity(id(1))]);
    assert_eq!(two.opportunity(1).role, "Lead");
    assert!(two.store.on_remote_change(Some("theme"), &mut two.records).touched.is_empty());
}

/// Two tabs write at the same moment: neither sees the other's, and the second one's stays.
fn at_once(shelf: &Shelf, first: &mut Tab, second: &mut Tab, edits: [fn(&mut Opportunity); 2]) {
    let before = shelf.get(&key(1)).unwrap().unwrap();
    first.edit(1, edits[0]).unwrap();
    let written = shelf.get(&key(1)).unwrap().unwrap();
    shelf.clone().set(&key(1), &before).unwrap();
    second.edit(1, edits[1]).unwrap();
    assert_ne!(shelf.get(&key(1)).unwrap().unwrap(), written);
    for tab in [second, first] {
        tab.store.on_remote_change(Some(&key(1)), &mut tab.records);
    }
}

#[test]
fn s15_two_tabs_that_write_at_the_same_moment_lose_nothing() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    at_once(
        &shelf,
        &mut one,
        &mut two,
        [|it| it.notes = "From the first tab".to_owned(), |it| it.role = "Lead".to_owned()],
    );
    two.store.on_remote_change(Some(&key(1)), &mut two.records);
    for tab in [&one, &two, &Tab::open(&shelf)] {
        assert_eq!(tab.opportunity(1).notes, "From the first tab");
        assert_eq!(tab.opportunity(1).role, "Lead");
    }
}

#[test]
fn s15_of_a_letter_that_two_tabs_write_at_the_same_moment_one_wording_is_put_aside() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    at_once(&shelf, &mut one, &mut two, [|it| draft(it, "the first"), |it| draft(it, "the second")]);
    let both = Tab::open(&shelf);
    let drafts = &both.opportunity(1).drafts;
    let bodies = |letters: &[Letter]| letters.iter().map(|letter| letter.body.clone()).collect::<Vec<_>>();
    assert_eq!((drafts.len(), drafts[0].letter.body.as_str()), (1, "the first"));
    assert_eq!(bodies(&drafts[0].aside), ["the second"]);
    // And once more, now that both have begun it.
    two.store.on_remote_change(Some(&key(1)), &mut two.records);
    two.edit(1, |it| draft(it, "the second again")).unwrap();
    one.edit(1, |it| draft(it, "the first again")).unwrap();
    let both = Tab::open(&shelf);
    let drafts = &both.opportunity(1).drafts;
    assert_eq!(drafts[0].letter.body, "the first again");
    assert_eq!(bodies(&drafts[0].aside), ["the second", "the second again"]);
}

fn draft(it: &mut Opportunity, body: &str) {
    let action = ActionKey { opportunity: Some(it.id), ..ActionKey::new(Task::FollowUp) };
    let letter = Letter { subject: String::new(), body: body.to_owned() };
    match it.drafts.first_mut() {
        Some(begun) => begun.letter = letter,
        None => it.drafts.push(Draft {
            action,
            decision: None,
            letter,
            aside: Vec::new(),
            touched: now(),
            proofread: false,
        }),
    }
}

#[test]
fn s15_what_waits_for_room_stays_on_top_of_what_another_tab_wrote() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    shelf.fill_up_to(20);
    two.edit(1, |it| it.notes = "n".repeat(200)).unwrap_err();
    one.edit(1, |it| it.role = "Lead".to_owned()).unwrap();
    two.store.on_remote_change(Some(&key(1)), &mut two.records);
    shelf.make_room();
    two.store.retry(&mut two.records).unwrap();
    let both = Tab::open(&shelf);
    assert_eq!((both.opportunity(1).notes.len(), both.opportunity(1).role.as_str()), (200, "Lead"));
}

#[test]
fn s22_a_form_that_was_opened_before_another_tabs_change_changes_what_was_typed_alone() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    let opened = two.opportunity(1).clone();
    one.edit(1, |it| {
        it.role = "Lead".to_owned();
        draft(it, "Written meanwhile");
    })
    .unwrap();
    two.store.on_remote_change(Some(&key(1)), &mut two.records);
    let typed = Opportunity { notes: "Typed in the form".to_owned(), ..opened.clone() };
    let put = Command::PutOpportunity(Box::new(typed));
    let was = Box::new(Record::Opportunity(Box::new(opened)));
    two.do_it(Command::Since(was, Box::new(put))).unwrap();
    let both = Tab::open(&shelf);
    let it = both.opportunity(1);
    assert_eq!((it.role.as_str(), it.notes.as_str(), it.drafts.len()), ("Lead", "Typed in the form", 1));
    assert_eq!(it, two.opportunity(1));
}

#[test]
fn s22_a_form_whose_command_is_refused_changes_nothing() {
    let shelf = jobs(&[(1, "Acme")]);
    let mut tab = Tab::open(&shelf);
    let was = Opportunity { notes: "As it was then".to_owned(), ..tab.opportunity(1).clone() };
    let nameless = Opportunity { company: " ".to_owned(), ..was.clone() };
    let was = Box::new(Record::Opportunity(Box::new(was)));
    let command = Command::Since(was, Box::new(Command::PutOpportunity(Box::new(nameless))));
    let before = tab.records.clone();
    assert!(apply(&mut tab.records, command, now(), &mut tab.ids).is_err());
    assert_eq!(tab.records, before);
}

#[test]
fn s27_two_tabs_that_mark_one_letter_as_sent_at_the_same_moment_note_it_once() {
    use afterword::model::{Event, EventId, EventKind};
    fn sent(it: &mut Opportunity, id: u128, letter: Option<&str>) {
        let letter = letter.map(|body| Box::new(Letter { subject: String::new(), body: body.to_owned() }));
        let (id, what) = (EventId(Uuid::from_u128(id)), EventKind::FollowUpSent { person: None });
        it.events.push(Event { id, at: now(), what, letter, against_advice: false });
    }
    let once = |edits: [fn(&mut Opportunity); 2]| {
        let shelf = jobs(&[(1, "Acme")]);
        let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
        at_once(&shelf, &mut one, &mut two, edits);
        two.store.on_remote_change(Some(&key(1)), &mut two.records);
        assert_eq!(one.records, two.records);
        Tab::open(&shelf).opportunity(1).events.len()
    };
    assert_eq!(once([|it| sent(it, 1, None), |it| sent(it, 2, None)]), 1);
    assert_eq!(once([|it| sent(it, 1, Some("Hi")), |it| sent(it, 2, Some("Hi"))]), 1);
    assert_eq!(once([|it| sent(it, 1, Some("Hi")), |it| sent(it, 2, Some("Hello"))]), 2);
}

#[test]
fn s15_a_tab_that_was_asleep_and_heard_of_nothing_takes_over_what_others_did() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater"), (3, "Contoso")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    assert!(!two.store.catch_up(None, &mut two.records));
    one.edit(1, |it| it.role = "Lead".to_owned()).unwrap();
    one.edit(3, |it| it.role = "Head".to_owned()).unwrap();
    assert!(two.store.catch_up(Some(RecordKey::Opportunity(id(3))), &mut two.records));
    assert_eq!((two.opportunity(1).role.as_str(), two.opportunity(3).role.as_str()), ("Analyst", "Head"));
    one.do_it(Command::RemoveOpportunity(id(2))).unwrap();
    one.put(job(4, "Fabrikam")).unwrap();
    let writes = shelf.writes();
    assert!(two.store.catch_up(None, &mut two.records));
    assert_eq!(two.records, one.records);
    assert!(!two.store.catch_up(None, &mut two.records));
    assert_eq!(shelf.writes(), writes);
}

fn half_typed(form: &str, texts: &[&str], was: &[&str]) -> Command {
    let owned = |texts: &[&str]| texts.iter().copied().map(str::to_owned).collect();
    Command::SaveFormDraft(FormDraft {
        form: form.to_owned(),
        texts: owned(texts),
        was: owned(was),
        open: true,
    })
}

fn left(tab: &Tab) -> Vec<String> {
    tab.records.search.form_drafts.iter().flat_map(|left| left.texts.clone()).collect()
}

#[test]
fn s27_a_form_that_is_half_typed_in_two_tabs_keeps_what_was_typed_in_either() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    // Neither has heard of the other: as with a tab that the browser had put to sleep.
    one.do_it(half_typed("person/new", &["Dana Reyes", "", ""], &["", "", ""])).unwrap();
    two.do_it(half_typed("person/new", &["", "", "Met at the fair"], &["", "", ""])).unwrap();
    assert_eq!(left(&two), ["Dana Reyes", "", "Met at the fair"]);
    one.do_it(half_typed("person/new", &["Dana Reyes", "dana@acme.example", ""], &["", "", ""])).unwrap();
    assert_eq!(left(&one), ["Dana Reyes", "dana@acme.example", "Met at the fair"]);
    assert_eq!(left(&Tab::open(&shelf)), left(&one));
}

#[test]
fn s27_the_interview_form_is_merged_field_by_field_and_row_by_row() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    let row = |name: &str| PersonRow { name: name.to_owned(), ..PersonRow::default() };
    let blank = InterviewForm { ends: "14:30".to_owned(), people: vec![row("")], ..InterviewForm::default() };
    let keep = |form: &InterviewForm| half_typed("/interview/", &[&form.texts()[0]], &[&blank.texts()[0]]);
    let (mut first, mut second) = (blank.clone(), blank.clone());
    (first.company, first.people) = ("Northwind".to_owned(), vec![row("Dana Reyes"), row("Sam Ito")]);
    (second.role, second.people) = ("Analyst".to_owned(), vec![row(""), row("Lea Brandt")]);
    one.do_it(keep(&first)).unwrap();
    two.do_it(keep(&second)).unwrap();
    let both = InterviewForm::left(&Tab::open(&shelf).records.search, None, None).unwrap();
    assert_eq!(
        (both.company.as_str(), both.role.as_str(), both.ends.as_str()),
        ("Northwind", "Analyst", "14:30")
    );
    let names: Vec<_> = both.people.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Dana Reyes", "Sam Ito", "Lea Brandt"]);
}

#[test]
fn s27_a_half_typed_form_that_was_saved_in_another_tab_does_not_take_others_along() {
    let shelf = jobs(&[(1, "Acme")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    one.do_it(half_typed("person/new", &["Dana"], &[""])).unwrap();
    two.do_it(half_typed("/interview/", &["{}"], &["{}"])).unwrap();
    one.do_it(Command::DropFormDraft("person/new".to_owned())).unwrap();
    assert_eq!(left(&one), ["{}"]);
    assert_eq!(left(&Tab::open(&shelf)), ["{}"]);
}

#[test]
fn s15_a_record_that_another_tab_removed_is_offered_back_with_the_change() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    one.do_it(Command::RemoveOpportunity(id(1))).unwrap();
    let gone = two.edit(1, |it| it.notes = "Still want it".to_owned());
    let Err(SaveError::RemovedElsewhere { keys, offer }) = gone else { panic!("{gone:?}") };
    assert_eq!(keys, [RecordKey::Opportunity(id(1))]);
    assert!(!two.records.opportunities.contains_key(&id(1)));
    let change = undo(&mut two.records, *offer);
    two.store.save(&mut two.records, &change).unwrap();
    assert_eq!(Tab::open(&shelf).opportunity(1).notes, "Still want it");
}

#[test]
fn s15_a_removal_in_another_tab_is_heard_with_a_way_back() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let (mut one, mut two) = (Tab::open(&shelf), Tab::open(&shelf));
    one.do_it(Command::RemoveOpportunity(id(1))).unwrap();
    let heard = two.store.on_remote_change(Some(&key(1)), &mut two.records);
    assert_eq!(heard.touched, [RecordKey::Opportunity(id(1))]);
    let change = undo(&mut two.records, heard.removed.unwrap());
    two.store.save(&mut two.records, &change).unwrap();
    assert_eq!(Tab::open(&shelf).opportunity(1).company, "Acme");
}

#[test]
fn s16_an_old_tab_stops_writing_once_a_newer_version_wrote() {
    let shelf = jobs(&[(1, "Acme")]);
    let mut tab = Tab::open(&shelf);
    let newer = envelope(3, 7, &serde_json::json!({"new": true}));
    shelf.put(&key(1), &newer);
    assert_eq!(tab.edit(1, |it| it.role = "Lead".to_owned()), Err(SaveError::ReadOnly));
    assert_eq!(tab.store.save_status(), SaveStatus::ReadOnly);
    assert_eq!(shelf.text(&key(1)), Some(newer));
    let mut other = Tab::open(&jobs(&[(1, "Acme")]));
    assert_eq!(other.store.save_status(), SaveStatus::Kept);
    other.store.on_remote_change(Some(&key(1)), &mut other.records);
    assert_eq!(other.store.save_status(), SaveStatus::Kept);
}

#[test]
fn s16_an_old_tab_that_hears_of_a_newer_version_stops_writing_everything() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    shelf.put(&key(1), &envelope(3, 7, &serde_json::json!({"new": true})));
    tab.store.on_remote_change(Some(&key(1)), &mut tab.records);
    assert_eq!(tab.store.save_status(), SaveStatus::ReadOnly);
    assert_eq!(tab.edit(2, |it| it.role = "Lead".to_owned()), Err(SaveError::ReadOnly));
    // A newer version that goes on counting where this one stood.
    let shelf = jobs(&[(1, "Acme")]);
    let mut tab = Tab::open(&shelf);
    let newer = shelf.text(&key(1)).unwrap().replacen("\"schema\":2", "\"schema\":3", 1);
    shelf.put(&key(1), &newer);
    assert_eq!(tab.edit(1, |it| it.role = "Lead".to_owned()), Err(SaveError::ReadOnly));
    assert_eq!(shelf.text(&key(1)), Some(newer));
}

/// The fixture of a newer version that forgot to raise the schema: fields that are not known here, at every depth.
fn with_unknown_fields() -> (Shelf, BTreeMap<String, serde_json::Value>) {
    let texts: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(include_str!("fixtures/unknown-fields.json")).unwrap();
    let texts_as_text = texts.iter().map(|(key, text)| (key.clone(), text.to_string()));
    (Shelf::with(texts_as_text), texts)
}

fn data_of(shelf: &Shelf, key: &str) -> serde_json::Value {
    serde_json::from_str::<serde_json::Value>(&shelf.text(key).unwrap()).unwrap()["data"].take()
}

#[test]
fn s26_a_field_that_this_version_does_not_know_stays_with_its_record_when_that_is_changed() {
    let (shelf, before) = with_unknown_fields();
    let mut tab = Tab::open(&shelf);
    assert!(tab.notices.is_empty(), "{:?}", tab.notices);
    tab.edit(1, |it| {
        it.notes = String::new();
        it.role = "Lead".to_owned();
        it.rounds.remove(0);
        it.rounds[0].title = "Second".to_owned();
        it.events[0].at = now();
    })
    .unwrap();
    let mut expected = before[&key(1)]["data"].clone();
    expected["role"] = "Lead".into();
    expected.as_object_mut().unwrap().remove("notes");
    expected["rounds"].as_array_mut().unwrap().remove(0);
    expected["rounds"][0]["title"] = "Second".into();
    expected["events"][0]["at"] = search::ORIGIN.into();
    assert_eq!(data_of(&shelf, &key(1)), expected);
    // Once more, now that this version has written it, and from another tab.
    Tab::open(&shelf).edit(1, |it| it.link = "acme.example".to_owned()).unwrap();
    expected["link"] = "acme.example".into();
    tab.edit(1, |it| it.notes = "Typed in the first".to_owned()).unwrap();
    expected["notes"] = "Typed in the first".into();
    assert_eq!(data_of(&shelf, &key(1)), expected);

    let settings = Settings { name: "Jo".to_owned(), ..tab.records.settings.clone() };
    tab.do_it(Command::PutSettings(Box::new(settings))).unwrap();
    let written = data_of(&shelf, "afterword/settings/all");
    assert_eq!((&written["name"], &written["font"]), (&"Jo".into(), &serde_json::json!({"size": 3})));
}

/// A backup of what a tab has, as its user saves it.
fn backup_of(tab: &Tab) -> backup::Backup {
    backup::read(&backup::write_stored(&tab.store, &tab.records, now()).unwrap()).unwrap()
}

fn restoring(backup: backup::Backup, how: Restoring) -> Command {
    Command::RestoreBackup { records: Box::new(backup.records), how, texts: backup.texts }
}

#[test]
fn s26_a_backup_holds_the_fields_that_this_version_does_not_know_and_brings_them_back() {
    let (shelf, before) = with_unknown_fields();
    let tab = Tab::open(&shelf);
    let all_there = |shelf: &Shelf| {
        for (key, text) in &before {
            let data = data_of(shelf, key);
            let expected = text["data"].as_object().unwrap();
            for (name, value) in expected {
                assert_eq!(&data[name], value, "{key} {name}");
            }
        }
    };
    for how in [Restoring::Replace, Restoring::Merge] {
        let elsewhere = Shelf::default();
        let mut other = Tab::open(&elsewhere);
        other.do_it(restoring(backup_of(&tab), how)).unwrap();
        all_there(&elsewhere);
        // A change, and a backup of that.
        other.edit(1, |it| it.link = "acme.example".to_owned()).unwrap();
        assert_eq!(backup_of(&other).texts.len(), before.len());
        assert_eq!(data_of(&elsewhere, &key(1))["salary_band"], before[&key(1)]["data"]["salary_band"]);
    }
    // What an older version has dropped comes back, though nothing else is missing.
    let dropped = stored(&tab.records);
    let mut other = Tab::open(&dropped);
    other.do_it(restoring(backup_of(&tab), Restoring::Merge)).unwrap();
    all_there(&dropped);
    // As `boot.js` saves it where the app has died.
    let lying: serde_json::Map<_, _> =
        shelf.texts().into_iter().map(|(key, text)| (key, text.into())).collect();
    let file = serde_json::json!({"app": "afterword", "schema": 1, "saved": 1_772_442_000, "stored": lying});
    let elsewhere = Shelf::default();
    Tab::open(&elsewhere)
        .do_it(restoring(backup::read(&file.to_string()).unwrap(), Restoring::Merge))
        .unwrap();
    all_there(&elsewhere);
}

#[test]
fn s26_a_backup_of_what_waits_for_room_is_of_what_is_seen() {
    let (shelf, _) = with_unknown_fields();
    let mut tab = Tab::open(&shelf);
    shelf.fill_up_to(10);
    assert!(tab.edit(1, |it| it.notes = "no room ".repeat(50)).is_err());
    assert_eq!(backup_of(&tab).records, tab.records);
    // A restore that waits for room has all of its fields once there is some.
    let elsewhere = Shelf::default();
    let mut other = Tab::open(&elsewhere);
    elsewhere.fill_up_to(10);
    assert!(other.do_it(restoring(backup_of(&Tab::open(&shelf)), Restoring::Replace)).is_err());
    elsewhere.make_room();
    other.store.retry(&mut other.records).unwrap();
    assert_eq!(data_of(&elsewhere, &key(1))["salary_band"], data_of(&shelf, &key(1))["salary_band"]);
}

#[test]
fn s26_a_record_with_a_word_that_this_version_does_not_know_is_kept_and_shown_and_harms_no_other() {
    let (shelf, mut texts) = with_unknown_fields();
    texts.get_mut(&key(1)).unwrap()["data"]["events"][0]["what"] = "beamed_up".into();
    texts.get_mut("afterword/settings/all").unwrap()["data"]["tone"] = "sung".into();
    for (key, text) in &texts {
        shelf.put(key, &text.to_string());
    }
    let mut tab = Tab::open(&shelf);
    let told: Vec<_> = tab.quarantined().into_iter().map(|one| one.was).collect();
    assert_eq!(told, [key(1), "afterword/settings/all".to_owned()]);
    tab.do_it(Command::PutSettings(Box::default())).unwrap();
    tab.put(job(2, "Brightwater")).unwrap();
    let next = Tab::open(&shelf);
    for (key, text) in &texts {
        let kept = next.quarantined().into_iter().find(|one| one.was == *key).unwrap();
        assert_eq!(next.store.raw(&kept.key), Ok(Some(text.to_string())), "{key}");
    }
}

#[test]
fn s26_what_was_emptied_here_does_not_come_back_from_the_text_that_it_is_written_over() {
    for seed in 0..40 {
        let shelf = stored(&search::search(&mut Random(seed), 8));
        let mut tab = Tab::open(&shelf);
        for n in tab.records.opportunities.keys().copied().collect::<Vec<_>>() {
            let mut it = Opportunity::new(n, "Acme", "");
            it.rounds = tab.records.opportunities[&n].rounds.iter().take(1).cloned().collect();
            tab.put(it).unwrap();
        }
        assert_eq!(Tab::open(&shelf).records, tab.records, "seed {seed}");
    }
}

#[test]
fn s17_emptied_from_outside_what_is_seen_stays_until_the_user_decides() {
    let shelf = stored(&example());
    let mut tab = Tab::open(&shelf);
    let seen = tab.records.clone();
    shelf.clear();
    tab.store.on_remote_change(None, &mut tab.records);
    assert!(matches!(tab.store.save_status(), SaveStatus::Emptied { .. }));
    assert_eq!(tab.records, seen);
    assert_eq!(tab.put(job(1, "Acme")), Err(SaveError::Emptied));
    assert!(shelf.texts().is_empty(), "nothing is written before the user says so");
    tab.store.store_again(&mut tab.records).unwrap();
    assert_eq!(Tab::open(&shelf).records, tab.records);
    assert_eq!(tab.opportunity(1).company, "Acme");
}

#[test]
fn s17_emptied_without_a_word_is_noticed_at_the_next_save() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    shelf.clear();
    assert_eq!(tab.edit(1, |it| it.role = "Lead".to_owned()), Err(SaveError::Emptied));
    tab.store.reload_discarding(&mut tab.records);
    assert_eq!(tab.records, Records::default());
    assert_eq!(tab.store.save_status(), SaveStatus::Kept);
}

#[test]
fn s17_a_single_key_that_went_is_heard_as_a_removal() {
    let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
    let mut tab = Tab::open(&shelf);
    shelf.take(&key(2));
    assert!(tab.store.on_remote_change(Some(&key(2)), &mut tab.records).removed.is_some());
    assert_eq!(tab.store.save_status(), SaveStatus::Kept);
}

#[test]
fn s17_the_last_key_that_went_is_not_taken_for_a_removal_of_the_users() {
    let shelf = jobs(&[(1, "Acme")]);
    let mut tab = Tab::open(&shelf);
    shelf.take(&key(1));
    assert!(tab.store.on_remote_change(Some(&key(1)), &mut tab.records).removed.is_none());
    assert!(matches!(tab.store.save_status(), SaveStatus::Emptied { .. }));
    assert_eq!(tab.opportunity(1).company, "Acme", "it is still to be seen");
}

#[test]
fn s18_what_was_saved_is_in_the_store_when_saving_returns() {
    let shelf = Shelf::default();
    let mut tab = Tab::open(&shelf);
    tab.do_it(Command::LoadExample(Box::new(example()))).unwrap();
    let seen = tab.records.clone();
    drop(tab);
    assert_eq!(Tab::open(&shelf).records, seen);
}

#[test]
fn s20_five_thousand_opportunities_and_a_note_of_a_megabyte_come_back() {
    let mut records = Records::default();
    for n in 0..5000 {
        records.opportunities.insert(id(n), job(n, &format!("Company {n}")));
    }
    records.opportunities.get_mut(&id(7)).unwrap().notes = "é".repeat(500_000);
    let shelf = stored(&records);
    assert_eq!(Tab::open(&shelf).records, records);
}

#[test]
fn s20_five_thousand_opportunities_of_which_five_hundred_were_interviewed_fit_into_a_browsers_five_million() {
    let mut records = search::search(&mut Random(7), 500);
    // Two letters each, of 120 words.
    for it in records.opportunities.values_mut() {
        for event in it.events.iter_mut().take(2) {
            event.letter =
                Some(Box::new(Letter { subject: "Thank you".to_owned(), body: "letter ".repeat(120) }));
        }
    }
    for n in records.opportunities.len() as u128..5000 {
        let applied = Stamp::from_timestamp(search::ORIGIN);
        let link = format!("https://jobs.example/acme/analyst-{n}");
        records.opportunities.insert(id(n), Opportunity { applied, link, ..job(n, &format!("Company {n}")) });
    }
    let used = Tab::open(&stored(&records)).store.used().unwrap();
    println!(
        "{used} characters, {} opportunities, {} people",
        records.opportunities.len(),
        records.people.len()
    );
    assert!(used < 5 * 1024 * 1024, "{used}");
}

#[test]
fn s20_a_change_beside_five_thousand_reads_and_writes_what_it_does_beside_fifty() {
    let cost = |count: u128| {
        let mut records = Records::default();
        for n in 0..count {
            records.opportunities.insert(id(n), job(n, &format!("Company {n}")));
        }
        let shelf = stored(&records);
        let mut tab = Tab::open(&shelf);
        let (before, counted) = (shelf.texts(), (shelf.reads(), shelf.writes()));
        tab.edit(7, |it| it.role = "Lead".to_owned()).unwrap();
        let (reads, writes) = (shelf.reads() - counted.0, shelf.writes() - counted.1);
        let written: usize = shelf
            .texts()
            .iter()
            .filter(|(key, text)| before.get(*key) != Some(text))
            .map(|(_, text)| text.len())
            .sum();
        (reads, writes, written, tab.store.take_journal().len())
    };
    assert_eq!(cost(50), cost(5000));
    assert_eq!((cost(50).0, cost(50).1, cost(50).3), (1, 1, 1));
}

#[test]
fn i10_markup_in_every_text_is_stored_as_text() {
    let markup = "<img src=x onerror=alert(1)>\"'</script>";
    let shelf = Shelf::default();
    let mut tab = Tab::open(&shelf);
    let mut person = Person::new(PersonId(Uuid::from_u128(3)), markup, Role::Other);
    for field in [&mut person.title, &mut person.company, &mut person.phone, &mut person.notes] {
        markup.clone_into(field);
    }
    tab.do_it(Command::PutPerson(Box::new(person.clone()))).unwrap();
    let back = Record::copy_of(&Tab::open(&shelf).records, RecordKey::Person(person.id));
    assert_eq!(back, Some(Record::Person(Box::new(person))));
}

#[test]
fn how_full_it_is_counts_our_characters_alone() {
    let shelf = jobs(&[(1, "Äcme")]);
    shelf.put("theme", "dark");
    let text = shelf.text(&key(1)).unwrap();
    let counted = key(1).len() + text.chars().count();
    assert_eq!(Tab::open(&shelf).store.used(), Ok(counted));
    let mut other = shelf.clone();
    other.set("x", "y").unwrap();
    assert_eq!(Tab::open(&shelf).store.used(), Ok(counted));
}

const GLANCE: &str = "afterword/glance";

#[test]
fn the_picture_of_today_that_older_versions_stored_is_no_record_and_goes() {
    let shelf = jobs(&[(1, "Acme")]);
    shelf.put(GLANCE, "{");
    assert!(Tab::open(&shelf).notices.is_empty());
    assert_eq!(shelf.text(GLANCE), None);
}

#[test]
fn where_a_newer_version_has_written_the_picture_of_today_stays_too() {
    let shelf = jobs(&[(1, "Acme")]);
    shelf.put(&key(2), &envelope(99, 1, &job(2, "Bolt")));
    shelf.put(GLANCE, "{");
    Tab::open(&shelf);
    assert!(shelf.text(GLANCE).is_some());
}

#[test]
fn i18_an_instant_outside_the_years_0_to_9999_is_kept_and_shown_as_broken() {
    for beyond in [8_210_266_876_799_i64, -8_334_601_228_800] {
        let shelf = jobs(&[(1, "Acme"), (2, "Brightwater")]);
        let text = shelf.text(&key(1)).unwrap();
        let text =
            text.replacen("\"company\":\"Acme\"", &format!("\"company\":\"Acme\",\"applied\":{beyond}"), 1);
        shelf.put(&key(1), &text);
        let tab = Tab::open(&shelf);
        assert!(
            matches!(tab.quarantined()[..], [Quarantined { why: Some(Why::OtherShape(_)), .. }]),
            "{text}"
        );
        assert_eq!(tab.opportunity(2).company, "Brightwater");
    }
}
