//! Backups: nothing is lost on the way out and back, and a file that is none changes nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/search.rs"]
#[allow(dead_code)]
mod search;

use afterword::etiquette::Now;
use afterword::exchange::backup::{self, BackupError, Unreadable};
use afterword::model::{Records, Stamp};
use afterword::storage::Store;
use search::Random;
use serde_json::Value;

fn now() -> Stamp {
    Stamp::from_timestamp(search::ORIGIN).unwrap()
}

fn example() -> Records {
    afterword::example::search(&Now::new(now(), chrono::Utc))
}

fn written(records: &Records) -> String {
    backup::write(records, now()).unwrap()
}

/// A backup of the example with something changed in its JSON.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&written(&example())).unwrap();
    change(&mut file);
    file.to_string()
}

#[test]
fn any_search_comes_back_as_it_was() {
    for seed in 0..50 {
        let records = search::search(&mut Random(seed), 12);
        let back = backup::read(&written(&records)).unwrap();
        assert_eq!(back.records, records, "seed {seed}");
        assert_eq!(back.saved, now());
        assert!(back.unread.is_empty());
    }
}

#[test]
fn s14_any_text_comes_back_as_it_was() {
    let mut records = example();
    let text =
        "\0 nul, \u{200b}zero width, \u{202e}turned\u{202c}, 👩🏽‍💻, \u{ffff}, \"quotes\\ and\r\nlines\u{2028}";
    for it in records.opportunities.values_mut() {
        text.clone_into(&mut it.notes);
    }
    assert_eq!(backup::read(&written(&records)).unwrap().records, records);
}

#[test]
fn i1_a_file_larger_than_any_backup_is_refused_at_once() {
    let text = "[".repeat(51 * 1024 * 1024);
    assert_eq!(backup::read(&text), Err(BackupError::TooLarge { megabytes: 51 }));
}

#[test]
fn i2_a_file_nested_ten_thousand_deep_is_refused() {
    let text = "[".repeat(10_000);
    assert!(matches!(backup::read(&text), Err(BackupError::Damaged { .. } | BackupError::OtherFile)));
    let nested = changed(|file| file["people"][0]["notes"] = Value::Null).replace("null", &text);
    assert!(matches!(backup::read(&nested), Err(BackupError::Damaged { .. })));
}

#[test]
fn i3_a_byte_order_mark_is_no_harm_and_utf_16_is_told_as_no_text() {
    let text = format!("\u{feff}{}", written(&example()));
    assert_eq!(backup::read(&text).unwrap().records, example());
    let utf_16 = "\u{fffd}\u{fffd}{\0\"\0a\0p\0p\0";
    assert_eq!(backup::read(utf_16), Err(BackupError::NotText));
}

#[test]
fn i4_of_two_records_with_one_id_the_first_is_taken_and_the_other_given_back() {
    let text = changed(|file| {
        let mut twin = file["people"][0].clone();
        twin["name"] = "Somebody Else".into();
        file["people"].as_array_mut().unwrap().push(twin);
    });
    let back = backup::read(&text).unwrap();
    assert_eq!(back.records, example());
    assert_eq!(back.unread.len(), 1);
    assert_eq!(back.unread[0].why, Unreadable::SameId);
    assert!(back.unread[0].text.contains("Somebody Else"));
}

#[test]
fn i5_a_mention_of_somebody_who_is_not_there_is_kept_and_plans() {
    let text = changed(|file| file["people"] = Value::Array(Vec::new()));
    let back = backup::read(&text).unwrap();
    assert_eq!(back.records.opportunities, example().opportunities);
    let plan = afterword::etiquette::plan(&back.records, &Now::new(now(), chrono::Utc));
    assert!(!plan.actions.is_empty());
}

#[test]
fn i6_a_record_with_an_unknown_word_is_given_back_and_harms_no_other() {
    let text = changed(|file| file["people"][1]["role"] = "astronaut".into());
    let back = backup::read(&text).unwrap();
    assert_eq!(back.records.people.len(), example().people.len() - 1);
    assert_eq!((back.unread[0].kind, back.unread[0].place), ("people", 2));
    assert!(back.unread[0].text.contains("astronaut"));
}

#[test]
fn i7_a_day_that_is_none_is_given_back_and_harms_no_other() {
    for day in ["2026-02-30", "0000-01-01x", "soon"] {
        let text = changed(|file| file["settings"]["holidays"] = Value::Array(vec![day.into()]));
        let back = backup::read(&text).unwrap();
        assert_eq!(back.unread[0].kind, "settings");
        assert_eq!(back.records.opportunities, example().opportunities);
    }
}

#[test]
fn i10_markup_is_text_and_nothing_else() {
    let mut records = example();
    for person in records.people.values_mut() {
        person.name = "<img src=x onerror=alert(1)>".to_owned();
    }
    assert_eq!(backup::read(&written(&records)).unwrap().records, records);
}

#[test]
fn i17_an_empty_file_and_a_wrong_one_say_so() {
    assert_eq!(backup::read(""), Err(BackupError::Empty));
    assert_eq!(backup::read(" \r\n"), Err(BackupError::Empty));
    assert_eq!(backup::read("\u{fffd}PNG\r\n\0\0"), Err(BackupError::NotText));
    assert_eq!(backup::read("name,email\nDana,dana@example.com"), Err(BackupError::NotJson));
    let said = BackupError::NotJson.to_string();
    assert!(said.starts_with("This is a text file"), "{said}");
    for other in ["{}", "[]", r#"{"app":"another","schema":1,"saved":0}"#] {
        assert_eq!(backup::read(other), Err(BackupError::OtherFile), "{other}");
    }
}

#[test]
fn s6_a_file_that_is_cut_off_anywhere_is_told_as_damaged() {
    let text = written(&example());
    for cut in [text.len() / 3, text.len() / 2, text.len() - 1] {
        let cut = text.floor_char_boundary(cut);
        assert!(matches!(backup::read(&text[..cut]), Err(BackupError::Damaged { .. })), "cut at {cut}");
    }
}

#[test]
fn s9_a_backup_of_a_newer_version_is_refused() {
    let text = changed(|file| file["schema"] = 9.into());
    assert_eq!(backup::read(&text), Err(BackupError::Newer { schema: 9 }));
}

#[test]
fn s10_the_backup_frozen_at_schema_1_is_still_read_whole() {
    let back = backup::read(include_str!("fixtures/schema-1/backup.json")).unwrap();
    assert!(back.unread.is_empty());
    assert_eq!(back.records.opportunities.len(), 11);
    assert_eq!(back.records.people.len(), 15);
    assert!(back.records.settings.quiet_year_end, "what is new is as on the first day");
}

#[test]
fn s10_a_backup_of_schema_1_is_restored_as_one_of_today() {
    let old = backup::read(include_str!("fixtures/schema-1/requests-for-addresses.json")).unwrap();
    let new =
        backup::read(include_str!("fixtures/schema-1/requests-for-addresses.in-schema-2.json")).unwrap();
    assert_eq!((old.records, old.unread), (new.records, vec![]));
}

#[test]
fn i18_what_boot_js_saved_as_it_lay_in_storage_is_a_backup_too() {
    let mut shelf = afterword::storage::MapStore::default();
    let records = example();
    let (mut store, loaded) = afterword::storage::RecordStore::open(shelf.clone());
    let mut kept = loaded.records;
    let how = afterword::commands::Restoring::Replace;
    let command = afterword::commands::Command::RestoreBackup {
        records: Box::new(records.clone()),
        how,
        texts: std::collections::BTreeMap::new(),
    };
    let ids = &mut afterword::model::NumberedIds::default();
    let change = afterword::commands::apply(&mut kept, command, now(), ids).unwrap();
    store.save(&mut kept, &change).unwrap();
    shelf = store.into_store();
    let mut stored = serde_json::Map::new();
    for key in shelf.keys().unwrap() {
        stored.insert(key.clone(), shelf.get(&key).unwrap().unwrap().into());
    }
    stored.insert("afterword/aside/broken/settings/all".to_owned(), "{".into());
    stored.insert("afterword/person/00000000-0000-7000-8000-000000000001".to_owned(), "{".into());
    let saved = search::ORIGIN;
    let file = serde_json::json!({"app": "afterword", "schema": 1, "saved": saved, "stored": stored});
    let back = backup::read(&file.to_string()).unwrap();
    assert_eq!(back.records, records);
    assert_eq!(back.unread.len(), 1, "what was set aside is no record, and a broken one is told");
}

#[test]
fn i18_instants_outside_the_years_0_to_9999_are_refused_at_the_door() {
    for beyond in [8_210_266_876_799_i64, -8_334_601_228_800, 253_402_300_800] {
        let settings = changed(|file| file["settings"]["backed_up"] = beyond.into());
        let back = backup::read(&settings).unwrap();
        assert_eq!((back.unread.len(), back.unread[0].kind), (1, "settings"));
        assert_eq!(back.records.opportunities, example().opportunities);
        assert_eq!(backup::read(&changed(|file| file["saved"] = beyond.into())), Err(BackupError::OtherFile));
    }
}

#[test]
fn a_backup_is_named_by_its_time_and_by_how_much_it_holds() {
    let at = chrono::NaiveDate::from_ymd_opt(2026, 6, 9).unwrap().and_hms_opt(14, 3, 0).unwrap();
    let mut records = example();
    let count = records.opportunities.len();
    let name = backup::file_name(&records, at);
    assert_eq!(name, format!("afterword-2026-06-09-1403-{count}-opportunities.json"));
    records.opportunities.retain(|id, _| *id == example().opportunities.keys().next().copied().unwrap());
    assert_eq!(backup::file_name(&records, at), "afterword-2026-06-09-1403-1-opportunity.json");
}

#[test]
fn of_the_copies_in_a_folder_the_last_ones_are_kept_and_nothing_else_is_touched() {
    let copy = |day| backup::copy_name(chrono::NaiveDate::from_ymd_opt(2026, 6, day).unwrap());
    let mut names: Vec<String> = [9, 3, 12, 1].map(copy).to_vec();
    names.extend(
        ["afterword-copy-of-mine.json", "afterword-2026-06-01-0900-1-opportunity.json", "cv.pdf"]
            .map(str::to_owned),
    );
    assert_eq!(backup::old_copies(names.clone(), 2), [copy(1), copy(3)]);
    assert!(backup::old_copies(names, 4).is_empty());
}

#[test]
fn a_large_backup_is_read_in_slices_and_each_is_small() {
    let mut records = search::search(&mut Random(3), 40);
    for it in records.opportunities.values_mut() {
        it.notes = "n".repeat(20_000);
    }
    let text = written(&records);
    let mut reading = backup::Reading::begin(&text);
    let mut slices = 1;
    while reading.read_on() {
        slices += 1;
    }
    assert!(
        slices >= text.len() / 200_000 && slices <= text.len() / 100_000 + 1,
        "{slices} of {}",
        text.len()
    );
    assert_eq!(reading.done(), backup::read(&text));
}

#[test]
fn what_is_counted_before_is_what_a_restore_then_changes() {
    use afterword::commands::{Command, Restoring, apply};
    use afterword::view_models::data::Outcome;
    for seed in 0..30 {
        let here = search::search(&mut Random(seed), 6);
        let mut backup = search::search(&mut Random(seed / 2), 6);
        for it in backup.opportunities.values_mut().take(2) {
            it.notes = "Changed since".to_owned();
        }
        for how in [Restoring::Merge, Restoring::Replace] {
            let mut outcome = Outcome::begin(&here, &backup, how);
            while outcome.count_on(&here, &backup) {}
            let command = Command::RestoreBackup {
                records: Box::new(backup.clone()),
                how,
                texts: std::collections::BTreeMap::new(),
            };
            let ids = &mut afterword::model::NumberedIds::default();
            let change = apply(&mut here.clone(), command, now(), ids).unwrap();
            let words = outcome.words();
            let told = words
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse::<usize>().ok());
            assert_eq!(told.sum::<usize>(), change.touched.len(), "seed {seed}, {how:?}: {words}");
        }
    }
}
