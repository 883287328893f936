//! What is stored, and what restoring a backup would change.

use super::when;
use crate::commands::{Restoring, removed, restored};
use crate::etiquette::Now;
use crate::exchange::backup::Backup;
use crate::model::{Record, RecordKey, Records, Search, Settings, Stamp};
use crate::words::{capitalized, counted, list, numbers};
use chrono::TimeZone;

/// What is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataPage {
    /// "12 opportunities, 15 people and 2 templates"; empty where there is nothing.
    pub contents: String,
    /// How old the last backup is, in a sentence.
    pub backup: String,
    /// Whether a new backup is due.
    pub backup_late: bool,
    /// Whether the example search is loaded.
    pub example: bool,
}

impl DataPage {
    /// What is stored now.
    pub fn of<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Self {
        let contents = contents(records);
        // A day to come, from a clock that was wrong, must not silence what follows from it.
        let last = records.settings.backed_up.filter(|at| *at <= now.at);
        Self {
            backup: age(last, now),
            backup_late: !contents.is_empty()
                && last.is_none_or(|at| (now.at - at).num_days() >= DAYS_UNTIL_LATE),
            contents,
            example: records.opportunities.values().any(|it| it.example)
                || records.people.values().any(|person| person.example),
        }
    }
}

/// What no backup holds, in a sentence, once that has been so for a week. It counts from the first thing that was noted
/// since the last backup; the example counts for nothing.
pub fn reminder<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Option<String> {
    let last = records.settings.backed_up.filter(|at| *at <= now.at).unwrap_or(Stamp::MIN);
    let own = records.opportunities.values().filter(|it| !it.example);
    let of_one = own.flat_map(|it| {
        let rounds = it.rounds.iter().map(|round| round.id.0);
        let events = it.events.iter().map(|event| event.id.0);
        std::iter::once(it.id.0).chain(rounds).chain(events)
    });
    let people = records.people.values().filter(|it| !it.example).map(|it| it.id.0);
    let made = of_one.chain(people).filter_map(made_at);
    let first = made.filter(|at| *at > last && *at <= now.at).min()?;
    let days = (now.at - first).num_days();
    (days >= DAYS_UNTIL_LATE).then(|| {
        let since = if last == Stamp::MIN { "There is no backup yet of" } else { "No backup holds yet" };
        format!(
            "{since} what you noted in the last {}.",
            counted(usize::try_from(days).unwrap_or_default(), "day")
        )
    })
}

/// When an id was made: it begins with the milliseconds since 1970.
fn made_at(id: uuid::Uuid) -> Option<Stamp> {
    let millis = i64::try_from(id.as_u128() >> 80).ok()?;
    (id.get_version_num() == 7).then(|| Stamp::from_timestamp(millis / 1000))?
}

/// A new backup is due after so many days.
const DAYS_UNTIL_LATE: i64 = 7;

fn contents(records: &Records) -> String {
    let kinds = [
        (records.opportunities.len(), "opportunity", "opportunities"),
        (records.people.len(), "person", "people"),
        (records.templates.len(), "template", "templates"),
    ];
    let kinds: Vec<_> = kinds.into_iter().filter(|(count, ..)| *count > 0).collect();
    let counts = numbers(kinds.iter().map(|(count, ..)| *count));
    let kinds = counts
        .zip(&kinds)
        .map(|(said, (count, one, many))| format!("{said} {}", if *count == 1 { one } else { many }));
    capitalized(&list(&kinds.collect::<Vec<_>>()))
}

fn age<Tz: TimeZone>(last: Option<Stamp>, now: &Now<Tz>) -> String {
    match last {
        None => "There is no backup yet.".to_owned(),
        Some(at) => format!("The last backup was saved {}.", when::back_then(at, now)),
    }
}

/// How full a browser's storage is, in words; browsers hold about five million characters.
pub fn room(used: usize) -> String {
    let used = match used / 1024 {
        0 => "Less than 1 KB".to_owned(),
        kilobytes @ 1..1024 => format!("{kilobytes} KB"),
        kilobytes => format!("{}.{} MB", kilobytes / 1024, kilobytes % 1024 * 10 / 1024),
    };
    format!("{used} of the 5 MB or so that a browser keeps for a page.")
}

/// What there is to do about the room, once it is more than half used: from [`TIGHT`] on.
pub fn way_out(used: usize) -> Option<&'static str> {
    const WORDS: &str = "It is getting full. Save a backup, then remove opportunities that are long over; the backup still has them.";
    (percent(used) >= TIGHT).then_some(WORDS)
}

/// From so many percent on, the room is called tight.
pub const TIGHT: usize = 60;

/// How full a browser's storage is, from 0 to 100.
pub fn percent(used: usize) -> usize {
    const ROOM: usize = 5 * 1024 * 1024;
    (used.saturating_mul(100) / ROOM).min(100)
}

/// How sure it is that what is stored stays, in sentences; empty where all is well or nothing is known. `on_disk`:
/// whether a journal takes each change at once. `promised`: whether the browser keeps it until the user removes it.
pub fn safety(on_disk: Option<bool>, promised: Option<bool>) -> String {
    let journal = (on_disk == Some(false)).then_some(
        "This browser gives the page no journal, so what you save may take a minute until it is on disk.",
    );
    let promise = promised.map(|promised| {
        if promised {
            "The browser has promised to keep it until you remove it."
        } else {
            "The browser may throw it away when it runs short of room, so keep a backup."
        }
    });
    journal.into_iter().chain(promise).collect::<Vec<_>>().join(" ")
}

/// What a backup is, before it is restored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// When it was saved, and what it holds.
    pub backup: String,
    /// How much of it cannot be read, in a sentence; empty where all can.
    pub unread: String,
}

impl Preview {
    /// What it is.
    pub fn of<Tz: TimeZone>(backup: &Backup, now: &Now<Tz>) -> Self {
        let held = contents(&backup.records);
        let held = if held.is_empty() { "Nothing".to_owned() } else { held };
        Self {
            backup: format!("{held}, saved {}.", when::back_then(backup.saved, now)),
            unread: match backup.unread.len() {
                0 => String::new(),
                count => format!(
                    "{} of it cannot be read and would be left out. The file itself stays as it is.",
                    capitalized(&counted(count, "record"))
                ),
            },
        }
    }
}

/// The counting of what restoring a backup would change, some records at a time.
pub struct Outcome {
    how: Restoring,
    keys: std::vec::IntoIter<RecordKey>,
    new: usize,
    changed: usize,
    removed: usize,
}

impl Outcome {
    /// Before anything is counted but what would go.
    pub fn begin(here: &Records, backup: &Records, how: Restoring) -> Self {
        let removed = removed(here, backup, how).len();
        Self { how, keys: RecordKey::all(backup).into_iter(), new: 0, changed: 0, removed }
    }

    /// Counts on; whether there is more to count.
    pub fn count_on(&mut self, here: &Records, backup: &Records) -> bool {
        for key in self.keys.by_ref().take(AT_A_TIME) {
            let Some(theirs) = Record::copy_of(backup, key) else { continue };
            let (before, after) = (Record::copy_of(here, key), restored(here, theirs, self.how));
            match (is_something(before.as_ref()), is_something(Some(&after))) {
                _ if before.as_ref() == Some(&after) => {}
                (false, true) => self.new += 1,
                (true, false) => self.removed += 1,
                _ => self.changed += 1,
            }
        }
        self.keys.len() > 0
    }

    /// What was counted, in a sentence.
    pub fn words(&self) -> String {
        let parts = [(self.new, "new"), (self.changed, "changed"), (self.removed, "removed")];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
        if parts.is_empty() {
            "Nothing would change: all of it is here already.".to_owned()
        } else {
            format!("Records: {}. The rest stays as it is, and undo takes it back.", list(&parts))
        }
    }
}

/// So many records are compared in one go.
const AT_A_TIME: usize = 100;

/// Whether there is a record. Settings and search always are; they count as there once anything is set in them.
fn is_something(record: Option<&Record>) -> bool {
    match record {
        None => false,
        Some(Record::Settings(settings)) => **settings != Settings::default(),
        Some(Record::Search(search)) => **search != Search::default(),
        Some(_) => true,
    }
}

/// Whether all that the user noted here lies in the backup as it is: then no other is needed yet.
pub fn is_all_in(here: &Records, backup: &Records) -> bool {
    here.opportunities == backup.opportunities
        && here.people == backup.people
        && here.templates == backup.templates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Command, apply};
    use crate::model::{NumberedIds, Opportunity};
    use chrono::{TimeDelta, Utc};

    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_442_000).unwrap(), Utc)
    }

    fn example() -> Records {
        crate::example::search(&now())
    }

    /// What restoring it would change, counted to its end.
    fn outcome(here: &Records, backup: &Records, how: Restoring) -> String {
        let mut outcome = Outcome::begin(here, backup, how);
        while outcome.count_on(here, backup) {}
        outcome.words()
    }

    #[test]
    fn an_empty_browser_has_nothing_and_needs_no_backup() {
        let page = DataPage::of(&Records::default(), &now());
        assert_eq!((page.contents.as_str(), page.backup_late, page.example), ("", false, false));
    }

    #[test]
    fn a_backup_is_late_after_a_week() {
        let mut records = example();
        assert!(DataPage::of(&records, &now()).backup_late);
        records.settings.backed_up = Some(now().at - TimeDelta::days(6));
        assert!(!DataPage::of(&records, &now()).backup_late);
        records.settings.backed_up = Some(now().at - TimeDelta::days(7));
        assert!(DataPage::of(&records, &now()).backup_late);
    }

    #[test]
    fn s28_a_backup_of_a_day_to_come_is_none() {
        let mut records = example();
        records.settings.backed_up = Some(now().at + TimeDelta::days(400));
        let page = DataPage::of(&records, &now());
        assert_eq!((page.backup_late, page.backup.as_str()), (true, "There is no backup yet."));
    }

    #[test]
    fn what_no_backup_holds_is_told_after_a_week_of_it() {
        let day = |days: i64| now().at + TimeDelta::days(days);
        let noted = |at: Stamp| {
            let id = crate::model::uuid_v7(at.timestamp_millis().unsigned_abs(), [7; 10]);
            Opportunity::new(crate::model::OpportunityId(id), "Northwind", "")
        };
        let mut records = example();
        assert_eq!(reminder(&records, &now()), None, "the example counts for nothing");
        for at in [day(-8), day(-6), day(30)] {
            records.opportunities.insert(noted(at).id, noted(at));
        }
        let told = |records: &Records| reminder(records, &now());
        assert_eq!(
            told(&records).unwrap(),
            "There is no backup yet of what you noted in the last eight days."
        );
        records.settings.backed_up = Some(day(-9));
        assert_eq!(told(&records).unwrap(), "No backup holds yet what you noted in the last eight days.");
        records.settings.backed_up = Some(day(-7));
        assert_eq!(told(&records), None);
        records.settings.backed_up = Some(day(400));
        assert!(told(&records).is_some(), "a day to come is none");
    }

    #[test]
    fn it_is_said_how_sure_it_is_that_what_is_stored_stays() {
        assert_eq!(safety(Some(true), None), "");
        assert_eq!(safety(None, Some(true)), "The browser has promised to keep it until you remove it.");
        let both = safety(Some(false), Some(false));
        assert!(both.contains("a minute until it is on disk. The browser may throw it away"), "{both}");
    }

    #[test]
    fn settings_that_come_back_to_an_empty_browser_are_told_as_new() {
        let settings = Settings { name: "Jo".to_owned(), ..Settings::default() };
        let there = Records { settings, ..Records::default() };
        let told = |here: &Records| outcome(here, &there, Restoring::Merge);
        let mut here = Records::default();
        assert_eq!(told(&here), "Records: 1 new. The rest stays as it is, and undo takes it back.");
        here.settings.tone = crate::model::Tone::Plain;
        assert_eq!(told(&here), "Records: 1 changed. The rest stays as it is, and undo takes it back.");
    }

    #[test]
    fn what_would_become_of_the_records_is_told_before() {
        let mut here = example();
        let there = example();
        let outcome = |here: &Records, how| outcome(here, &there, how);
        assert_eq!(outcome(&here, Restoring::Replace), "Nothing would change: all of it is here already.");
        let own = Opportunity::new(crate::model::OpportunityId(uuid::Uuid::from_u128(1)), "Mine", "");
        here.opportunities.insert(own.id, own);
        let dropped = *here.people.keys().next().unwrap();
        here.people.remove(&dropped);
        assert_eq!(
            outcome(&here, Restoring::Replace),
            "Records: 1 new and 1 removed. The rest stays as it is, and undo takes it back."
        );
        assert_eq!(
            outcome(&here, Restoring::Merge),
            "Records: 1 new. The rest stays as it is, and undo takes it back."
        );
    }

    #[test]
    fn the_numbers_of_a_sentence_are_all_words_or_all_figures() {
        let mut records = example();
        assert!(records.people.len() > 12, "{}", records.people.len());
        let said = DataPage::of(&records, &now()).contents;
        assert!(said.starts_with(&records.opportunities.len().to_string()), "{said}");
        records.people.clear();
        let said = DataPage::of(&records, &now()).contents;
        assert!(said.starts_with(char::is_alphabetic), "{said}");
    }

    #[test]
    fn room_is_said_in_bytes() {
        let said = |used| room(used).split(" of ").next().unwrap().to_owned();
        assert_eq!(said(300), "Less than 1 KB");
        assert_eq!(said(40 * 1024), "40 KB");
        assert_eq!(said(3 * 512 * 1024), "1.5 MB");
    }

    #[test]
    fn a_way_out_is_told_before_it_is_full() {
        const ROOM: usize = 5 * 1024 * 1024;
        assert_eq!(way_out(ROOM * 59 / 100), None);
        assert!(way_out(ROOM * 60 / 100 + 100).is_some());
    }

    #[test]
    fn how_full_it_is_never_passes_a_hundred() {
        assert_eq!((percent(0), percent(5 * 1024 * 1024), percent(50 * 1024 * 1024)), (0, 100, 100));
    }

    #[test]
    fn what_was_just_restored_needs_no_other_backup_but_what_is_beside_it_does() {
        let mut backup = Records::default();
        let acme = Opportunity::new(crate::model::OpportunityId(uuid::Uuid::from_u128(1)), "Acme", "Analyst");
        backup.opportunities.insert(acme.id, acme);
        let restored = |mut here: Records| {
            let how = Restoring::Merge;
            let restore = Command::RestoreBackup {
                records: Box::new(backup.clone()),
                how,
                texts: std::collections::BTreeMap::new(),
            };
            apply(&mut here, restore, now().at, &mut NumberedIds(100)).unwrap();
            is_all_in(&here, &backup)
        };
        assert!(restored(Records::default()));
        let bolt = Opportunity::new(crate::model::OpportunityId(uuid::Uuid::from_u128(2)), "Bolt", "Analyst");
        assert!(!restored(Records { opportunities: [(bolt.id, bolt)].into(), ..Records::default() }));
    }
}
