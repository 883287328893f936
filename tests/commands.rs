//! Laws of commands: all of it or nothing, and always a way back.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // tests fail by panicking

#[path = "support/any_command.rs"]
mod any_command;
#[path = "support/search.rs"]
#[allow(dead_code)]
mod search;

use afterword::commands::interview::{
    DeliverRow, FormError, FormWarning, InterviewForm, PersonRow, Timing, draft_name,
};
use afterword::commands::{Change, Command, CommandError, Reply, Restoring, Sent, Summary, apply, undo};
use afterword::etiquette::{Now, Status, plan};
use afterword::model::Decision;
use afterword::model::{
    ActionKey, Debrief, EventKind, FormDraft, HolidaySet, Letter, Manner, Mark, NumberedIds as Ids, Offer,
    OfferId, Opportunity, OpportunityId, Person, PersonEvent, PersonEventKind, PersonId, PipelineOrder,
    PlaybookId, Record, RecordKey, Records, ReplyBy, Role, Search, SearchStep, Settings, Stamp, Task, Theme,
    Tone, WorkWeek,
};
use any_command::{Any, COMMANDS};
use chrono::{TimeDelta, TimeZone, Utc};
use proptest::prelude::*;
use search::Random;
use std::collections::BTreeSet;
use uuid::Uuid;

fn now() -> Stamp {
    Stamp::from_timestamp(search::ORIGIN).unwrap()
}

/// Does it, and says what changed; `None` where it is refused, and then nothing has.
fn try_it(records: &mut Records, command: Command, ids: &mut Ids) -> Option<Change> {
    let before = records.clone();
    let done = apply(records, command, now(), ids);
    if done.is_err() {
        assert_eq!(*records, before, "a refused command leaves everything as it was");
    }
    done.ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_command_taken_back_leaves_the_records_as_they_were(seed: u64) {
        let mut random = Random(seed);
        let mut records = search::search(&mut random, 4);
        let mut ids = Ids(0);
        for _ in 0..12 {
            let before = records.clone();
            let command = Any { random: &mut random, records: &records }.command();
            let Some(change) = try_it(&mut records, command.clone(), &mut ids) else { continue };
            let after = records.clone();
            let back = undo(&mut records, change.undo);
            prop_assert_eq!(&records, &before, "{:?}", command);
            undo(&mut records, back.undo);
            prop_assert_eq!(&records, &after, "done again: {:?}", command);
        }
    }

    #[test]
    fn a_change_names_each_record_that_it_touched_and_no_other(seed: u64) {
        let mut random = Random(seed);
        let mut records = search::search(&mut random, 4);
        let mut ids = Ids(0);
        for _ in 0..12 {
            let before = records.clone();
            let command = Any { random: &mut random, records: &records }.command();
            let Some(change) = try_it(&mut records, command.clone(), &mut ids) else { continue };
            let touched: BTreeSet<RecordKey> = change.touched.into_iter().collect();
            let keys: BTreeSet<RecordKey> =
                RecordKey::all(&before).into_iter().chain(RecordKey::all(&records)).collect();
            for key in keys {
                let copy = |records| Record::copy_of(records, key);
                prop_assert_eq!(copy(&before) != copy(&records), touched.contains(&key), "{:?} {:?}", key, command);
            }
        }
    }

    #[test]
    fn taking_back_an_older_change_keeps_what_was_noted_since(seed: u64) {
        let mut random = Random(seed);
        let mut records = search::search(&mut random, 4);
        let mut ids = Ids(0);
        let before = records.clone();
        let command = Any { random: &mut random, records: &records }.command();
        let Some(change) = try_it(&mut records, command.clone(), &mut ids) else { return Ok(()) };
        // Something is noted everywhere since.
        let ids: Vec<OpportunityId> = records.opportunities.keys().copied().collect();
        for id in &ids {
            let what = EventKind::reply(None, None);
            let at = now() + TimeDelta::days(400);
            let log = Command::LogEvent { opportunity: *id, at, what, note: None };
            apply(&mut records, log, now(), &mut Ids(1 << 40)).unwrap();
        }
        undo(&mut records, change.undo);
        for id in ids.iter().filter(|id| before.opportunities.contains_key(*id)) {
            let noted = records.opportunities[id].events.iter().any(|it| it.at == now() + TimeDelta::days(400));
            prop_assert!(noted, "{:?}", command);
        }
    }

    #[test]
    fn restoring_twice_by_adding_is_as_doing_it_once(seed: u64) {
        let mut random = Random(seed);
        let mut records = search::search(&mut random, 3);
        let mut backup = records.clone();
        let other = search::search(&mut random, 3);
        backup.opportunities.extend(other.opportunities);
        backup.people.extend(other.people);
        let merge = || Command::RestoreBackup { records: Box::new(backup.clone()), how: Restoring::Merge, texts: std::collections::BTreeMap::new() };
        try_it(&mut records, merge(), &mut Ids(0));
        let once = records.clone();
        let change = try_it(&mut records, merge(), &mut Ids(0)).unwrap();
        prop_assert_eq!(&records, &once);
        prop_assert!(change.touched.is_empty());
    }
}

#[test]
fn each_kind_of_command_is_tried_and_carried_out_again_and_again() {
    let mut done = [0; COMMANDS];
    for seed in 0..40 {
        let mut random = Random(seed);
        let mut records = search::search(&mut random, 4);
        let mut ids = Ids(0);
        for kind in (0..COMMANDS).chain((0..COMMANDS).rev()) {
            let command = Any { random: &mut random, records: &records }.command_of_kind(kind);
            done[kind] += usize::from(try_it(&mut records, command, &mut ids).is_some());
        }
    }
    assert!(done.iter().all(|times| *times > 5), "{done:?}");
}

/// Settings in which nothing is as on the first day.
fn all_set() -> Settings {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 4, day).unwrap();
    Settings {
        name: "Jo".to_owned(),
        playbook: PlaybookId::Star,
        work_week: WorkWeek::of(&[chrono::Weekday::Sun]).unwrap(),
        holidays: vec![day(3), day(6)],
        holiday_sets: vec![HolidaySet::EnglandAndWales],
        holidays_told: true,
        quiet_year_end: false,
        tone: Tone::Formal,
        manner: Some(Manner::British),
        theme: Theme::Dark,
        shortcuts: false,
        order: PipelineOrder::Company,
        backed_up: Some(now()),
    }
}

/// What becomes of what is here when a backup with these settings is added, and the way back.
fn added(here: &Records, settings: Settings) -> (Records, Change) {
    let mut records = here.clone();
    let backup = Box::new(Records { settings, ..Records::default() });
    let change = try_it(
        &mut records,
        Command::RestoreBackup {
            records: backup,
            how: Restoring::Merge,
            texts: std::collections::BTreeMap::new(),
        },
        &mut Ids(0),
    )
    .unwrap();
    (records, change)
}

#[test]
fn a_backup_added_in_an_empty_browser_comes_back_whole_and_one_undo_takes_it_back() {
    let mut backup = search::search(&mut Random(7), 3);
    backup.settings = all_set();
    backup.search.steps = vec![SearchStep { at: now(), what: "A meet-up".to_owned() }];
    backup.search.form = Some(serde_json::json!({ "company": "Acme" }));
    let mut records = Records::default();
    let restore = Command::RestoreBackup {
        records: Box::new(backup.clone()),
        how: Restoring::Merge,
        texts: std::collections::BTreeMap::new(),
    };
    let change = try_it(&mut records, restore, &mut Ids(0)).unwrap();
    assert_eq!(records, backup);
    undo(&mut records, change.undo);
    assert_eq!(records, Records::default());
}

#[test]
fn what_was_set_here_stays_and_what_was_not_comes_from_the_backup() {
    let settings = Settings { name: "Alex".to_owned(), tone: Tone::Plain, ..Settings::default() };
    let mut here = Records { settings, ..Records::default() };
    let (mut records, change) = added(&here, all_set());
    let expected = Settings { name: "Alex".to_owned(), tone: Tone::Plain, ..all_set() };
    assert_eq!(records.settings, expected);
    undo(&mut records, change.undo);
    assert_eq!(records, here);

    here.settings = all_set();
    let (records, change) = added(&here, Settings::default());
    assert_eq!((records, change.touched), (here, vec![]), "a backup with nothing set changes nothing");
}

#[test]
fn holidays_of_the_backup_are_added_to_those_here() {
    let mut here = Records::default();
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 4, day).unwrap();
    here.settings.holidays = vec![day(6), day(7)];
    let (records, _) = added(&here, all_set());
    assert_eq!(BTreeSet::from_iter(records.settings.holidays), BTreeSet::from([day(3), day(6), day(7)]));
}

#[test]
fn the_day_of_a_backup_says_nothing_of_records_that_were_not_in_it() {
    let here = search::search(&mut Random(7), 1);
    assert_eq!(here.settings.backed_up, None);
    let (records, _) = added(&here, all_set());
    assert_eq!(records.settings.backed_up, None);
    let (records, _) = added(&Records::default(), all_set());
    assert_eq!(records.settings.backed_up, Some(now()));
}

fn at(hour: u32, minute: u32) -> Stamp {
    chrono::Utc.with_ymd_and_hms(2026, 3, 2, hour, minute, 0).unwrap().into()
}

/// Monday 2 March 2026, 15:00 in London.
fn moment() -> Now<chrono_tz::Tz> {
    Now::new(at(15, 0), chrono_tz::Europe::London)
}

fn row(name: &str) -> PersonRow {
    PersonRow { name: name.to_owned(), ..PersonRow::default() }
}

/// The form of an interview that ended at two.
fn form() -> InterviewForm {
    InterviewForm {
        company: " Acme ".to_owned(),
        ends: "14:00".to_owned(),
        people: vec![row(" Dana Reyes "), row(""), row("Sam")],
        ..InterviewForm::default()
    }
}

fn interview(form: &InterviewForm) -> Command {
    let interview = form.check(Timing::Over, &moment()).interview.unwrap();
    Command::RecordInterview(Box::new(interview))
}

fn noted(form: &InterviewForm, records: &mut Records) -> Opportunity {
    apply(records, interview(form), moment().at, &mut Ids(0)).unwrap();
    records.opportunities.values().next().unwrap().clone()
}

fn errors(form: &InterviewForm) -> Vec<FormError> {
    form.check(Timing::Over, &moment()).errors
}

#[test]
fn a_company_and_one_name_are_enough() {
    let mut records = Records::default();
    let form =
        InterviewForm { company: "Acme".to_owned(), people: vec![row("Dana")], ..InterviewForm::default() };
    let it = noted(&form, &mut records);
    assert_eq!((it.company.as_str(), it.rounds.len()), ("Acme", 1));
    assert_eq!((it.rounds[0].starts, it.rounds[0].ends), (at(14, 0), at(15, 0)), "an hour, until now");
    assert_eq!(records.people.values().next().unwrap().name, "Dana");
    assert_eq!(errors(&InterviewForm::default()), [FormError::CompanyMissing, FormError::NobodyNamed]);
}

#[test]
fn empty_rows_are_nobody_and_names_lose_the_blanks_around_them() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let met = &it.rounds[0].course.as_ref().unwrap().met;
    let names: Vec<_> = met.iter().map(|met| records.people[&met.person].name.as_str()).collect();
    assert_eq!(names, ["Dana Reyes", "Sam"]);
    assert_eq!(it.company, "Acme");
}

#[test]
fn who_promised_is_found_however_many_rows_are_empty() {
    let mut records = Records::default();
    let form = InterviewForm { promised_by: Some(2), reply_by: "2026-03-13".to_owned(), ..form() };
    let it = noted(&form, &mut records);
    let course = it.rounds[0].course.as_ref().unwrap();
    assert_eq!(records.people[&course.promised_by.unwrap()].name, "Sam");
    assert_eq!(course.reply_by.date(), chrono::NaiveDate::from_ymd_opt(2026, 3, 13));
}

/// The local times, in London, of what is noted as this at 00:40 on Tuesday 3 March; or what is wrong.
fn noted_at_night(date: &str, starts: &str, ends: &str) -> Result<(String, String), Vec<FormError>> {
    let night = Now::new(at(23, 0) + TimeDelta::minutes(100), chrono_tz::Europe::London);
    let [date, starts, ends] = [date, starts, ends].map(str::to_owned);
    let checked = InterviewForm { date, starts, ends, ..form() }.check(Timing::Over, &night);
    let interview = checked.interview.ok_or(checked.errors)?;
    let mut records = Records::default();
    apply(&mut records, Command::RecordInterview(Box::new(interview)), night.at, &mut Ids(0)).unwrap();
    let round = records.opportunities.values().next().unwrap().rounds[0].clone();
    let local = |at: Stamp| at.with_timezone(&night.zone).format("%d %H:%M").to_string();
    Ok((local(round.starts), local(round.ends)))
}

#[test]
fn t6_an_interview_over_midnight_is_understood_on_either_day() {
    let over = Ok(("02 23:15".to_owned(), "03 00:15".to_owned()));
    assert_eq!(noted_at_night("", "23:15", "00:15"), over, "the form stands on the day of the end");
    assert_eq!(noted_at_night("2026-03-03", "23:15", "00:15"), over);
    assert_eq!(noted_at_night("2026-03-02", "23:15", "00:15"), over);
    let earlier = Ok(("28 22:00".to_owned(), "01 01:00".to_owned()));
    assert_eq!(noted_at_night("2026-02-28", "22:00", "01:00"), earlier);
}

#[test]
fn t6_an_end_before_the_start_with_no_night_between_is_asked_about() {
    for (starts, ends) in [("11:00", "10:00"), ("14:30", "14:00"), ("10:00", "10:00")] {
        assert_eq!(noted_at_night("2026-03-02", starts, ends), Err(vec![FormError::EndsBeforeStart]));
    }
}

#[test]
fn an_interview_over_midnight_comes_back_into_its_form_as_it_was_noted() {
    let [date, starts, ends] = ["2026-03-01", "23:30", "00:30"].map(str::to_owned);
    let mut records = Records::default();
    let acme = noted(&InterviewForm { date, starts, ends, ..form() }, &mut records);
    let again = InterviewForm::about(&records, &acme, &acme.rounds[0], &moment());
    let times = [&again.date, &again.starts, &again.ends, &again.minutes];
    assert_eq!(times, ["2026-03-01", "23:30", "00:30", ""]);
    let same = noted(&again, &mut records);
    assert_eq!(same.rounds[0], acme.rounds[0]);
}

/// A round at Acme from four to a quarter to five on Monday 9 March, once its form is changed and saved.
fn moved(change: impl FnOnce(&mut InterviewForm)) -> Result<(String, String), Vec<FormError>> {
    let mut records = Records::default();
    let [date, starts, minutes] = ["2026-03-09", "16:00", "45"].map(str::to_owned);
    let ahead = InterviewForm { date, starts, minutes, ends: String::new(), ..form() };
    let put = |records: &mut Records, form: &InterviewForm| -> Result<Opportunity, Vec<FormError>> {
        let checked = form.check(Timing::ToCome, &moment());
        let interview = checked.interview.ok_or(checked.errors)?;
        apply(records, Command::RecordInterview(Box::new(interview)), moment().at, &mut Ids(0)).unwrap();
        Ok(records.opportunities.values().next().unwrap().clone())
    };
    let acme = put(&mut records, &ahead)?;
    let mut again = InterviewForm::about(&records, &acme, &acme.rounds[0], &moment());
    assert_eq!([&again.starts, &again.ends, &again.minutes], ["16:00", "", "45"]);
    change(&mut again);
    let round = put(&mut records, &again)?.rounds[0].clone();
    let local = |at: Stamp| at.utc().format("%d %H:%M").to_string();
    Ok((local(round.starts), local(round.ends)))
}

#[test]
fn a_start_that_moves_takes_its_end_along_and_the_minutes_count() {
    let times = |starts: &str, ends: &str| Ok((starts.to_owned(), ends.to_owned()));
    assert_eq!(moved(|form| form.starts = "18:00".to_owned()), times("09 18:00", "09 18:45"));
    assert_eq!(moved(|form| form.starts = "09:30".to_owned()), times("09 09:30", "09 10:15"));
    assert_eq!(moved(|form| form.date = "2026-03-11".to_owned()), times("11 16:00", "11 16:45"));
    assert_eq!(moved(|form| form.minutes = "90".to_owned()), times("09 16:00", "09 17:30"));
    assert_eq!(moved(|form| form.minutes.clear()), times("09 16:00", "09 17:00"), "an hour is usual");
    assert_eq!(moved(|form| form.starts = "23:30".to_owned()), times("09 23:30", "10 00:15"));
    assert_eq!(
        moved(|form| form.ends = "10:00".to_owned()),
        times("09 16:00", "09 16:45"),
        "it is not asked"
    );
}

#[test]
fn a_round_that_gets_another_time_remembers_when_it_was_to_be() {
    // Whether it was known for hours, and the time that it then gets.
    let moved_from = |known_for: i64, starts: &str, off: bool| {
        let mut records = Records::default();
        let [date, at, minutes] = ["2026-03-09", "16:00", "45"].map(str::to_owned);
        let ahead = InterviewForm { date, starts: at, minutes, ends: String::new(), ..form() };
        let put = |records: &mut Records, form: &InterviewForm, now: &Now<chrono_tz::Tz>| {
            let interview = form.check(Timing::ToCome, now).interview.unwrap();
            apply(records, Command::RecordInterview(Box::new(interview)), now.at, &mut Ids(0)).unwrap();
            records.opportunities.values().next().unwrap().clone()
        };
        let acme = put(&mut records, &ahead, &moment());
        let later = Now::new(moment().at + TimeDelta::hours(known_for), chrono_tz::Europe::London);
        let round = &mut records.opportunities.get_mut(&acme.id).unwrap().rounds[0];
        round.off = off.then_some(later.at);
        let planned = round.starts;
        let acme = records.opportunities[&acme.id].clone();
        let mut again = InterviewForm::about(&records, &acme, &acme.rounds[0], &later);
        again.starts = starts.to_owned();
        again.date = "2026-03-12".to_owned();
        if starts == "16:00" {
            again.date = "2026-03-09".to_owned();
        }
        let round = put(&mut records, &again, &later).rounds[0].clone();
        round.moved_from.map(|from| (from == planned, round.off.is_none()))
    };
    assert_eq!(moved_from(24, "18:00", false), Some((true, true)));
    assert_eq!(moved_from(24, "18:00", true), Some((true, true)), "it was off, and is on again");
    assert_eq!(moved_from(0, "18:00", false), None, "what was typed just now is corrected");
    assert_eq!(moved_from(24, "16:00", false), None, "it stays where it was");
}

#[test]
fn nothing_that_the_form_does_not_show_keeps_it_from_being_saved() {
    let unsaid = moved(|form| {
        form.reply_by = "2026-02-30".to_owned();
        form.deliver = vec![DeliverRow { what: String::new(), by: "2026-03-05".to_owned() }];
        form.ends = "half two".to_owned();
    });
    assert!(unsaid.is_ok(), "{unsaid:?}");
}

#[test]
fn t7_a_promise_on_the_day_itself_or_before_it_is_kept_and_remarked_on_and_one_that_is_over_is_kept() {
    let told = |date: &str, reply_by: &str| {
        let [date, reply_by] = [date, reply_by].map(str::to_owned);
        let checked = InterviewForm { date, reply_by, ..form() }.check(Timing::Over, &moment());
        assert!(checked.interview.is_some());
        checked.warnings
    };
    assert_eq!(told("", "2026-02-20"), [FormWarning::PromiseBefore]);
    assert_eq!(told("", "2026-03-02"), [FormWarning::PromiseSameDay]);
    assert_eq!(told("2026-02-16", "2026-02-20"), []);
}

#[test]
fn what_is_said_to_be_over_and_is_still_ahead_is_asked_about() {
    let ahead = |date: &str, starts: &str, ends: &str| {
        let [date, starts, ends] = [date, starts, ends].map(str::to_owned);
        InterviewForm { date, starts, ends, ..form() }.check(Timing::Over, &moment()).is_ahead()
    };
    assert!(ahead("2026-03-03", "", "14:00"));
    assert!(ahead("2026-03-03", "", ""));
    assert!(!ahead("", "", ""), "an empty form is about just now");
    assert!(!ahead("2026-03-02", "14:30", "15:30"), "it is under way");
    assert!(ahead("2026-03-02", "15:30", ""));
    assert!(ahead("2026-03-02", "15:30", "15:10"), "whatever else is wrong");
    assert!(!ahead("2026-03-01", "", "23:59"));
    // In London it is Monday afternoon, in Auckland Tuesday morning.
    let tuesday = InterviewForm { date: "2026-03-03".to_owned(), ends: "03:30".to_owned(), ..form() };
    let auckland = Now::new(moment().at, chrono_tz::Pacific::Auckland);
    assert!(!tuesday.check(Timing::Over, &auckland).is_ahead());
    assert!(tuesday.check(Timing::Over, &moment()).is_ahead());
}

#[test]
fn what_is_said_to_be_still_to_come_needs_a_time_ahead_and_nobodys_name() {
    let check = |date: &str, starts: &str| {
        let [date, starts] = [date, starts].map(str::to_owned);
        let form = InterviewForm { date, starts, ends: String::new(), people: Vec::new(), ..form() };
        form.check(Timing::ToCome, &moment()).errors
    };
    assert_eq!(check("", ""), [FormError::NotAhead]);
    assert_eq!(check("", "14:00"), [FormError::NotAhead], "that is over");
    assert_eq!(check("2026-03-09", ""), [FormError::TimeMissing]);
    assert_eq!(check("2026-03-09", "10:00"), []);
}

#[test]
fn what_is_told_of_the_course_of_a_round_to_come_is_remarked_on_since_it_is_not_kept() {
    let date = "2026-03-09".to_owned();
    let ahead = InterviewForm { date, starts: "10:00".to_owned(), ends: String::new(), ..form() };
    assert_eq!(ahead.check(Timing::ToCome, &moment()).warnings, []);
    let told = InterviewForm { calls_invited: true, ..ahead };
    assert_eq!(told.check(Timing::ToCome, &moment()).warnings, [FormWarning::NotBegun]);
}

#[test]
fn what_is_no_time_day_or_address_is_asked_about_where_it_stands() {
    let wrong = InterviewForm {
        date: "2026-02-30".to_owned(),
        people: vec![
            PersonRow { email: "dana@".to_owned(), ..row("Dana") },
            PersonRow { talked_about: "tests".to_owned(), ..row("") },
        ],
        reply_by: "0000-00-00".to_owned(),
        deliver: vec![DeliverRow { what: String::new(), by: "2026-03-05".to_owned() }],
        ..form()
    };
    assert_eq!(
        errors(&wrong),
        [
            FormError::Date,
            FormError::Email(0),
            FormError::NameMissing(1),
            FormError::ReplyBy,
            FormError::DeliverWhat(0)
        ]
    );
    let times = InterviewForm { starts: "25:00".to_owned(), ends: "half two".to_owned(), ..form() };
    assert_eq!(errors(&times), [FormError::Starts, FormError::Ends]);
    let years = InterviewForm { date: "1926-03-02".to_owned(), ..form() };
    assert_eq!(errors(&years), [FormError::DateFarOff]);
}

#[test]
fn a_start_that_nobody_told_is_marked_as_a_guess_and_asked_for_again() {
    let told = |starts: &str, ends: &str, minutes: &str| {
        let [starts, ends, minutes] = [starts, ends, minutes].map(str::to_owned);
        let mut records = Records::default();
        let acme = noted(&InterviewForm { starts, ends, minutes, ..form() }, &mut records);
        let again = InterviewForm::about(&records, &acme, &acme.rounds[0], &moment());
        (acme.rounds[0].start_guessed, again.date, again.starts, again.ends, again.minutes)
    };
    let day = "2026-03-02".to_owned();
    let as_typed = |guessed, starts: &str, ends: &str| {
        (guessed, day.clone(), starts.to_owned(), ends.to_owned(), String::new())
    };
    assert_eq!(told("", "11:00", ""), as_typed(true, "", "11:00"));
    assert_eq!(told("", "00:20", ""), as_typed(true, "", "00:20"), "an hour before would be another day");
    assert_eq!(
        told("", "11:00", "45"),
        as_typed(false, "10:15", "11:00"),
        "how long it took tells the start"
    );
    assert_eq!(told("10:00", "11:00", ""), as_typed(false, "10:00", "11:00"));
}

#[test]
fn a_round_to_come_is_noted_with_who_is_expected() {
    let ahead = InterviewForm {
        date: "2026-03-09".to_owned(),
        starts: "10:00".to_owned(),
        ends: String::new(),
        ..form()
    };
    let mut records = Records::default();
    let interview = ahead.check(Timing::ToCome, &moment()).interview.unwrap();
    apply(&mut records, Command::RecordInterview(Box::new(interview)), moment().at, &mut Ids(0)).unwrap();
    let round = &records.opportunities.values().next().unwrap().rounds[0];
    assert_eq!((round.expected.len(), round.is_recorded()), (2, false));
    assert_eq!(round.known, Some(moment().at));
}

#[test]
fn whoever_was_expected_gets_their_thank_you_though_nobody_told_how_it_was() {
    let ahead = InterviewForm { starts: "16:00".to_owned(), ends: String::new(), ..form() };
    let mut records = Records::default();
    let interview = ahead.check(Timing::ToCome, &moment()).interview.unwrap();
    apply(&mut records, Command::RecordInterview(Box::new(interview)), moment().at, &mut Ids(0)).unwrap();
    let thanks = |records: &Records, hour| {
        let plan = plan(records, &Now::new(at(hour, 0), chrono_tz::Europe::London));
        let open = |status| matches!(status, Status::Open | Status::Blocked);
        plan.actions.iter().filter(|it| it.task() == Task::ThankYou && open(it.status)).count()
    };
    assert_eq!((thanks(&records, 16), thanks(&records, 18)), (0, 2));
    let evening = Now::new(at(18, 0), chrono_tz::Europe::London);
    let acme = records.opportunities.values().next().unwrap().clone();
    // And then it is told: Sam could not come.
    let mut told = InterviewForm::about(&records, &acme, &acme.rounds[0], &evening);
    assert_eq!(told.people.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Dana Reyes", "Sam"]);
    told.people.pop();
    let interview = told.check(Timing::Over, &evening).interview.unwrap();
    apply(&mut records, Command::RecordInterview(Box::new(interview)), evening.at, &mut Ids(50)).unwrap();
    assert_eq!(thanks(&records, 18), 1);
    assert!(records.opportunities.values().all(|it| it.rounds[0].is_recorded()));
}

#[test]
fn a_round_that_is_off_is_on_again_once_it_has_another_day() {
    let [date, starts] = ["2026-03-09", "10:00"].map(str::to_owned);
    let ahead = InterviewForm { date, starts, ends: String::new(), ..form() };
    let mut records = Records::default();
    let put = |records: &mut Records, form: &InterviewForm| {
        let interview = form.check(Timing::ToCome, &moment()).interview.unwrap();
        apply(records, Command::RecordInterview(Box::new(interview)), moment().at, &mut Ids(0)).unwrap();
        records.opportunities.values().next().unwrap().clone()
    };
    let acme = put(&mut records, &ahead);
    let off = Command::CallOffRound { opportunity: acme.id, round: acme.rounds[0].id, at: at(14, 0) };
    let change = apply(&mut records, off, at(15, 0), &mut Ids(0)).unwrap();
    assert_eq!(change.summary.to_string(), "The interview at Acme is off; noted");
    let acme = records.opportunities[&acme.id].clone();
    assert_eq!(acme.rounds[0].off, Some(at(14, 0)));
    let mut again = InterviewForm::about(&records, &acme, &acme.rounds[0], &moment());
    again.date = "2026-03-11".to_owned();
    let acme = put(&mut records, &again);
    assert_eq!((acme.rounds.len(), acme.rounds[0].off), (1, None));
}

#[test]
fn an_offer_taken_back_says_since_when_and_one_undo_gives_it_back() {
    let mut records = Records::default();
    let acme = noted(&form(), &mut records);
    let offer = Offer { signed: Some(at(10, 0)), ..Offer::new(OfferId(Uuid::from_u128(5)), at(9, 0)) };
    let (opportunity, id) = (acme.id, offer.id);
    let put = Command::PutOffer { opportunity, offer: Box::new(offer.clone()) };
    apply(&mut records, put, at(11, 0), &mut Ids(0)).unwrap();
    let retract = Command::RetractOffer { opportunity, offer: id, at: at(12, 0) };
    let change = apply(&mut records, retract, at(12, 0), &mut Ids(0)).unwrap();
    assert_eq!(change.summary.to_string(), "Acme took the offer back; noted");
    let retracted = Offer { retracted: Some(at(12, 0)), ..offer.clone() };
    assert_eq!(records.opportunities[&opportunity].offers, [retracted]);
    undo(&mut records, change.undo);
    assert_eq!(records.opportunities[&opportunity].offers, [offer]);
}

/// Keeps the form of an interview as it stands.
fn keep(form: &InterviewForm) -> Command {
    let name = draft_name(form.opportunity, form.round);
    Command::SaveFormDraft(FormDraft { form: name, texts: form.texts(), was: Vec::new(), open: false })
}

#[test]
fn the_form_as_an_older_version_kept_it_comes_back_and_goes() {
    let mut records = Records::default();
    records.search.form = Some(serde_json::json!({ "company": "Acme", "starts": "9:" }));
    let left = InterviewForm::left(&records.search, None, None).unwrap();
    assert_eq!((left.company.as_str(), left.starts.as_str()), ("Acme", "9:"));
    let other = Some(OpportunityId(Uuid::from_u128(9)));
    assert_eq!(InterviewForm::left(&records.search, other, None), None);
    let mut clear = |opportunity| {
        apply(&mut records, Command::ClearForm { opportunity, round: None }, now(), &mut Ids(0)).unwrap();
        records.search.form.is_some()
    };
    assert!(clear(other));
    assert!(!clear(None));
}

#[test]
fn the_form_comes_back_as_typed_and_goes_once_it_is_noted() {
    let mut records = Records::default();
    let half = InterviewForm { company: "Ac".to_owned(), starts: "9:".to_owned(), ..form() };
    apply(&mut records, keep(&half), now(), &mut Ids(0)).unwrap();
    let other = InterviewForm { opportunity: Some(OpportunityId(Uuid::from_u128(9))), ..form() };
    apply(&mut records, keep(&other), now(), &mut Ids(0)).unwrap();
    let left = |search: &Search, of| InterviewForm::left(search, of, None);
    assert_eq!(left(&records.search, None), Some(half));
    noted(&form(), &mut records);
    assert_eq!(left(&records.search, None), None);
    assert_eq!(left(&records.search, other.opportunity), Some(other), "each has its own draft");
}

#[test]
fn drafts_of_short_forms_are_kept_without_a_word_until_they_are_saved_and_the_oldest_goes() {
    let mut records = Records::default();
    let mut order = |command| apply(&mut records, command, now(), &mut Ids(0)).unwrap();
    let half = |n: usize, text: &str| FormDraft {
        form: format!("form {n}"),
        texts: vec![text.to_owned()],
        was: Vec::new(),
        open: true,
    };
    for n in 0..42 {
        assert!(order(Command::SaveFormDraft(half(n, "begun"))).summary.is_quiet());
    }
    assert!(order(Command::SaveFormDraft(half(5, "typed on"))).summary.is_quiet());
    assert!(order(Command::DropFormDraft("form 6".to_owned())).summary.is_quiet());
    assert!(
        order(Command::DropFormDraft("form 6".to_owned())).touched.is_empty(),
        "there is nothing left to write"
    );
    let kept: Vec<_> =
        records.search.form_drafts.iter().map(|kept| (kept.form.clone(), kept.texts[0].as_str())).collect();
    let begun = (2..42).filter(|n| ![5, 6].contains(n)).map(|n| (format!("form {n}"), "begun"));
    assert_eq!(kept, begun.chain([("form 5".to_owned(), "typed on")]).collect::<Vec<_>>());
}

#[test]
fn what_was_half_told_of_an_opportunity_goes_with_it() {
    let mut records = Records::default();
    let acme = noted(&form(), &mut records).id;
    for form in [format!("{acme}/reply"), "template/new".to_owned()] {
        let half =
            FormDraft { form, texts: vec!["They wrote that".to_owned()], was: Vec::new(), open: false };
        apply(&mut records, Command::SaveFormDraft(half), now(), &mut Ids(0)).unwrap();
    }
    let removed = apply(&mut records, Command::RemoveOpportunity(acme), now(), &mut Ids(0)).unwrap();
    assert_eq!(records.search.form_drafts.len(), 1);
    undo(&mut records, removed.undo);
    assert_eq!(records.search.form_drafts.len(), 2);
}

#[test]
fn somebody_met_again_is_the_same_person() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let again = InterviewForm {
        opportunity: Some(it.id),
        people: vec![PersonRow { email: "dana@acme.example".to_owned(), ..row("dana reyes") }],
        ..form()
    };
    let it = noted(&again, &mut records);
    assert_eq!((it.rounds.len(), records.people.len()), (2, 2));
    let dana = records.people.values().find(|person| person.email.as_deref() == Some("dana@acme.example"));
    assert_eq!(dana.unwrap().name, "Dana Reyes", "the name stays as it was first typed");
}

/// What is on record once another name was typed for Dana in the form about her interview: the names of the people,
/// then who was there.
fn typed_for_dana(name: &str) -> (Vec<String>, Vec<String>) {
    let mut records = Records::default();
    let dana = PersonRow { email: "dana@acme.example".to_owned(), ..row("Dana Reyes") };
    let acme = noted(&InterviewForm { people: vec![dana], ..form() }, &mut records);
    let mut again = InterviewForm::about(&records, &acme, &acme.rounds[0], &moment());
    name.clone_into(&mut again.people[0].name);
    again.tell_apart(&records);
    apply(&mut records, interview(&again), moment().at, &mut Ids(100)).unwrap();
    let met = &records.opportunities[&acme.id].rounds[0].course.as_ref().unwrap().met;
    let line = |person: &Person| format!("{}, {}", person.name, person.email.as_deref().unwrap_or("nowhere"));
    (
        records.people.values().map(line).collect(),
        met.iter().map(|met| records.people[&met.person].name.clone()).collect(),
    )
}

#[test]
fn another_name_typed_for_a_known_person_is_another_person_and_has_an_address_of_their_own() {
    let (people, met) = typed_for_dana("Sam Ito");
    assert_eq!(people, ["Dana Reyes, dana@acme.example", "Sam Ito, nowhere"]);
    assert_eq!(met, ["Sam Ito"]);
}

#[test]
fn the_same_name_mended_or_in_full_is_the_same_person() {
    for name in ["Dána Reyes", " dana reyes", "Dana Reyes Smith", ""] {
        let (people, met) = typed_for_dana(name);
        assert_eq!((people.len(), met.len()), (1, 1), "{name}");
        assert!(people[0].ends_with("dana@acme.example"), "{name}");
    }
}

#[test]
fn a_name_that_comes_back_is_the_person_who_was_there() {
    let mut records = Records::default();
    let dana = PersonRow { email: "dana@acme.example".to_owned(), ..row("Dana Reyes") };
    let acme = noted(&InterviewForm { people: vec![dana], ..form() }, &mut records);
    let as_was = InterviewForm::about(&records, &acme, &acme.rounds[0], &moment());
    let mut again = as_was.clone();
    for (name, address) in [("Sam Ito", ""), ("Dana Reyes", "dana@acme.example")] {
        name.clone_into(&mut again.people[0].name);
        again.tell_apart(&records);
        assert_eq!(again.people[0].email, address);
    }
    assert_eq!(again, as_was);
}

/// The names on record after interviews at two companies, each with one person at the agency's mailbox.
fn names_at_one_mailbox(first: &str, second: &str) -> Vec<String> {
    let mut records = Records::default();
    for (n, name) in [first, second].into_iter().enumerate() {
        let person = PersonRow { email: "jobs@agency.example".to_owned(), ..row(name) };
        let form = InterviewForm { company: format!("Company {n}"), people: vec![person], ..form() };
        apply(&mut records, interview(&form), moment().at, &mut Ids(100 * n as u64)).unwrap();
    }
    records.people.into_values().map(|person| person.name).collect()
}

#[test]
fn another_name_at_the_same_address_is_another_person() {
    assert_eq!(names_at_one_mailbox("Dan Fox", "Eve Ray"), ["Dan Fox", "Eve Ray"]);
    assert_eq!(names_at_one_mailbox("Dan Fox", "Dan Foxley"), ["Dan Fox", "Dan Foxley"]);
}

#[test]
fn the_same_name_at_the_same_address_is_the_same_person_and_keeps_its_name() {
    assert_eq!(names_at_one_mailbox("Dan Fox", "Dan Fox"), ["Dan Fox"]);
    assert_eq!(names_at_one_mailbox("Zoë Núñez", " zoe  NUNEZ"), ["Zoë Núñez"]);
}

#[test]
fn two_people_of_one_interview_may_share_a_mailbox() {
    let mut records = Records::default();
    let at_agency = |name| PersonRow { email: "jobs@agency.example".to_owned(), ..row(name) };
    noted(
        &InterviewForm { people: vec![at_agency("Dan Fox"), at_agency("Eve Ray")], ..form() },
        &mut records,
    );
    let names: Vec<_> = records.people.values().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Dan Fox", "Eve Ray"]);
}

#[test]
fn somebody_without_a_name_is_recognised_by_their_address_and_gets_one() {
    let mut records = Records::default();
    let mut person = Person::new(PersonId(Uuid::from_u128(1)), "", Role::Interviewer);
    person.email = Some("Jobs@Agency.example".to_owned());
    records.people.insert(person.id, person);
    let met = PersonRow { email: "jobs@agency.example".to_owned(), ..row("Dan Fox") };
    noted(&InterviewForm { people: vec![met], ..form() }, &mut records);
    let names: Vec<_> = records.people.values().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Dan Fox"]);
}

#[test]
fn i10_markup_in_the_form_stays_text() {
    let markup = "<img src=x onerror=alert(1)>";
    let mut records = Records::default();
    let it = noted(
        &InterviewForm { company: markup.to_owned(), people: vec![row(markup)], ..form() },
        &mut records,
    );
    assert_eq!(it.company, markup);
    assert_eq!(records.people.values().next().unwrap().name, markup);
}

#[test]
fn a_letter_marked_as_sent_takes_its_draft_along() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let met = &it.rounds[0].course.as_ref().unwrap().met[0];
    let key = ActionKey {
        opportunity: Some(it.id),
        round: Some(it.rounds[0].id),
        person: Some(met.person),
        ..ActionKey::new(Task::ThankYou)
    };
    let letter = Letter { subject: "Thank you".to_owned(), body: "Dear Dana".to_owned() };
    apply(
        &mut records,
        Command::SaveDraft { key, decision: None, letter: letter.clone(), aside: Vec::new() },
        now(),
        &mut Ids(50),
    )
    .unwrap();
    let sent = Sent { key, to: None, at: now(), letter: None, against_advice: false, answer: None };
    let change = apply(&mut records, Command::RecordSent(Box::new(sent)), now(), &mut Ids(60)).unwrap();
    assert_eq!(change.summary, Summary::Sent { task: Task::ThankYou, to: "Dana Reyes".to_owned() });
    let it = &records.opportunities[&it.id];
    assert!(it.drafts.is_empty());
    assert_eq!(it.events.last().unwrap().letter.as_deref(), Some(&letter));
}

#[test]
fn an_action_that_is_done_is_noted_as_what_was_done() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let (opportunity, round) = (it.id, it.rounds[0].id);
    let person = it.rounds[0].course.as_ref().unwrap().met[0].person;
    let mut done = |task, person| {
        let (opportunity, round) = (Some(opportunity), Some(round));
        let action = ActionKey { opportunity, round, person, ..ActionKey::new(task) };
        let command = Command::MarkDone { action, to: None };
        let change = apply(&mut records, command, now(), &mut Ids(80)).unwrap();
        let what = records.opportunities.values().next().unwrap().events.last().unwrap().what.clone();
        undo(&mut records, change.undo);
        (what, change.summary.to_string())
    };
    let told = |words: &str| words.to_owned();
    assert_eq!(
        done(Task::ThankYou, Some(person)),
        (EventKind::ThankYouSent { person, round }, told("Thank-you to Dana Reyes marked as sent"))
    );
    assert_eq!(
        done(Task::FindContact, Some(person)),
        (EventKind::ContactFound { person }, told("Dana Reyes can be reached now"))
    );
    assert_eq!(done(Task::MoveOn, None), (EventKind::ClosedSilent, told("Acme closed")));
    assert_eq!(done(Task::Assess, None), (EventKind::Assessed { round }, told("Done: looking back")));
    let (what, words) = done(Task::ReviewLessons, None);
    assert!(matches!(what, EventKind::Marked { mark: Mark::Done, .. }));
    assert_eq!(words, "Done: reading your lessons");
}

#[test]
fn having_said_hello_is_contact_with_that_person_and_ends_what_was_put_off() {
    let mut records = Records::default();
    noted(&form(), &mut records);
    let person = *records.people.keys().next().unwrap();
    let action = ActionKey { person: Some(person), ..ActionKey::new(Task::KeepInTouch) };
    for command in [
        Command::MarkAction { key: action, mark: Mark::Snoozed(now() + TimeDelta::days(1)) },
        Command::MarkDone { action, to: None },
    ] {
        apply(&mut records, command, now(), &mut Ids(80)).unwrap();
    }
    let contact = PersonEvent { at: now(), what: PersonEventKind::ContactMade { text: String::new() } };
    assert_eq!(records.people[&person].log, [contact]);
}

/// An opportunity with one person and one offer, and an answer to it, begun.
fn offered() -> (Records, OpportunityId, OfferId, Sent) {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let offer = Offer::new(OfferId(Uuid::from_u128(7)), now() - TimeDelta::days(1));
    let put = Command::PutOffer { opportunity: it.id, offer: Box::new(offer.clone()) };
    apply(&mut records, put, now(), &mut Ids(50)).unwrap();
    let key =
        ActionKey { opportunity: Some(it.id), offer: Some(offer.id), ..ActionKey::new(Task::DecideOffer) };
    let letter = Letter { subject: "My answer".to_owned(), body: "Dear Dana, thank you.".to_owned() };
    apply(
        &mut records,
        Command::SaveDraft { key, decision: None, letter, aside: Vec::new() },
        now(),
        &mut Ids(60),
    )
    .unwrap();
    let to = it.rounds[0].course.as_ref().unwrap().met[0].person;
    let sent = Sent { key, to: Some(to), at: now(), letter: None, against_advice: false, answer: None };
    (records, it.id, offer.id, sent)
}

#[test]
fn a_letter_that_declines_declines_and_one_undo_takes_both_back() {
    let (mut records, opportunity, _, sent) = offered();
    let before = records.clone();
    let sent = Sent { answer: Some(Decision::Decline), ..sent };
    let change = apply(&mut records, Command::RecordSent(Box::new(sent)), now(), &mut Ids(70)).unwrap();
    assert!(matches!(change.summary, Summary::Declined { .. }));
    let it = &records.opportunities[&opportunity];
    assert_eq!(it.offers[0].declined, Some(now()));
    assert!(it.events.iter().any(|event| event.letter.is_some()), "the letter is kept");
    assert!(it.drafts.is_empty());
    undo(&mut records, change.undo);
    assert_eq!(records, before);
}

#[test]
fn a_yes_is_noted_once_it_is_sent_and_does_not_sign() {
    let (mut records, opportunity, offer, sent) = offered();
    let sent = Sent { answer: Some(Decision::Accept), ..sent };
    apply(&mut records, Command::RecordSent(Box::new(sent)), now(), &mut Ids(70)).unwrap();
    let noted = &records.opportunities[&opportunity].offers[0];
    assert_eq!((noted.signed, noted.declined), (None, None));
    assert_eq!(noted.accepted, Some(now()), "a yes before the signature is remembered");
    assert_eq!(noted.acknowledged, Some(now()), "a yes thanks them, too");
    let sign = Command::SignOffer { opportunity, offer, at: now() };
    apply(&mut records, sign, now(), &mut Ids(71)).unwrap();
    assert_eq!(records.opportunities[&opportunity].offers[0].signed, Some(now()));
}

#[test]
fn asking_for_more_is_noted_and_settles_nothing() {
    let (mut records, opportunity, _, sent) = offered();
    let sent = Sent { answer: Some(Decision::Negotiate), ..sent };
    apply(&mut records, Command::RecordSent(Box::new(sent)), now(), &mut Ids(70)).unwrap();
    let offer = &records.opportunities[&opportunity].offers[0];
    assert_eq!(offer.asked_for_more, Some(now()));
    assert_eq!((offer.accepted, offer.signed, offer.declined), (None, None, None));
}

#[test]
fn signing_an_offer_that_was_only_spoken_does_not_say_that_it_came_in_writing() {
    let (mut records, opportunity, ..) = offered();
    let offer = &mut records.opportunities.get_mut(&opportunity).unwrap().offers[0];
    (offer.written, offer.received) = (None, now() - TimeDelta::hours(3));
    let offer = offer.id;
    let asks = |records: &Records| {
        let plan = plan(records, &Now::new(now(), Utc));
        let pressing = |status| matches!(status, Status::Open | Status::Overdue | Status::Done);
        let asked = plan.of(opportunity).filter(|action| action.task() == Task::GetItInWriting);
        asked.filter(|action| pressing(action.status)).count()
    };
    assert_eq!(asks(&records), 1);
    let sign = Command::SignOffer { opportunity, offer, at: now() };
    apply(&mut records, sign, now(), &mut Ids(70)).unwrap();
    let offer = &records.opportunities[&opportunity].offers[0];
    assert_eq!((offer.signed, offer.written), (Some(now()), None));
    assert_eq!(asks(&records), 0, "the signature ends it");
}

#[test]
fn more_time_for_an_offer_is_a_reply_and_a_new_deadline_and_one_undo_takes_both_back() {
    let (mut records, opportunity, offer, _) = offered();
    let before = records.clone();
    let respond_by = now() + TimeDelta::days(9);
    let note = Letter { subject: String::new(), body: "Take the week.".to_owned() };
    let reply = Box::new(Reply { at: now(), person: None, note: Some(note.clone()) });
    let extend = Command::ExtendOffer { opportunity, offer, respond_by, reply };
    let change = apply(&mut records, extend, now(), &mut Ids(70)).unwrap();
    let it = &records.opportunities[&opportunity];
    assert_eq!(it.offers[0].respond_by, Some(respond_by));
    let told = it.events.iter().find(|event| event.letter.as_deref() == Some(&note)).unwrap();
    assert_eq!(told.what, EventKind::reply(None, None));
    undo(&mut records, change.undo);
    assert_eq!(records, before);
}

#[test]
fn s27_what_is_marked_as_sent_in_two_tabs_within_minutes_went_out_once() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let person = it.rounds[0].course.as_ref().unwrap().met[0].person;
    let key = ActionKey {
        opportunity: Some(it.id),
        round: Some(it.rounds[0].id),
        person: Some(person),
        ..ActionKey::new(Task::ThankYou)
    };
    let mut send = |at, body: Option<&str>| {
        let letter = body.map(|body| Letter { subject: String::new(), body: body.to_owned() });
        let sent = Sent { key, to: None, at, letter, against_advice: false, answer: None };
        apply(&mut records, Command::RecordSent(Box::new(sent)), at, &mut Ids(80)).unwrap();
        let events = records.opportunities[&it.id].events.iter();
        let bodies =
            events.map(|event| event.letter.as_ref().map_or("", |letter| letter.body.as_str()).to_owned());
        bodies.collect::<Vec<_>>()
    };
    let later = |minutes| now() + TimeDelta::minutes(minutes);
    assert_eq!(send(later(0), None), [""]);
    assert_eq!(send(later(1), None), [""]);
    assert_eq!(send(later(2), Some("Hi")), ["Hi"], "the other tab knew the letter");
    assert_eq!(send(later(3), Some("Hi")), ["Hi"]);
    assert_eq!(send(later(4), Some("Hello")), ["Hi", "Hello"], "another letter is another one");
    assert_eq!(send(later(90), None), ["Hi", "Hello", ""], "and so is one that is sent later");
    let keep = ActionKey { person: Some(person), ..ActionKey::new(Task::KeepInTouch) };
    for minutes in [0, 5] {
        let contact = Sent {
            key: keep,
            to: None,
            at: later(minutes),
            letter: None,
            against_advice: false,
            answer: None,
        };
        apply(&mut records, Command::RecordSent(Box::new(contact)), later(minutes), &mut Ids(90)).unwrap();
    }
    assert_eq!(records.people[&person].log.len(), 1);
}

#[test]
fn leaving_a_round_as_it_was_is_not_told_as_an_empty_form() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    for (round, words) in [(None, "The form is empty again"), (Some(it.rounds[0].id), "Nothing was changed")]
    {
        let typed = InterviewForm { round, ..form() };
        apply(&mut records, keep(&typed), now(), &mut Ids(70)).unwrap();
        let before = records.clone();
        let clear = Command::ClearForm { opportunity: typed.opportunity, round };
        let change = apply(&mut records, clear, now(), &mut Ids(70)).unwrap();
        assert_eq!(change.summary.to_string(), words);
        undo(&mut records, change.undo);
        assert_eq!(records, before);
    }
}

#[test]
fn an_answer_to_nobody_by_name_is_kept_all_the_same() {
    let (mut records, opportunity, _, sent) = offered();
    let sent = Sent { to: None, ..sent };
    apply(&mut records, Command::RecordSent(Box::new(sent)), now(), &mut Ids(70)).unwrap();
    let it = &records.opportunities[&opportunity];
    assert!(it.events.iter().any(|event| event.letter.is_some()));
    assert_eq!((it.offers[0].signed, it.offers[0].declined), (None, None));
}

#[test]
fn somebody_is_added_to_an_opportunity_and_taken_back_in_one() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let before = records.clone();
    let person = Person::new(PersonId(Uuid::from_u128(8)), "Lea Brandt", Role::Recruiter);
    let id = person.id;
    let add = Command::AddPerson { opportunity: it.id, person: Box::new(person), via: false };
    let change = apply(&mut records, add, now(), &mut Ids(50)).unwrap();
    assert!(records.opportunities[&it.id].people.contains(&id) && records.people.contains_key(&id));
    undo(&mut records, change.undo);
    assert_eq!(records, before);
}

#[test]
fn s27_a_person_who_is_typed_anew_in_two_tabs_and_saved_in_both_is_added_once() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let others = records.people.len();
    let typed = |id: u128, name: &str, email: Option<&str>| Person {
        email: email.map(str::to_owned),
        ..Person::new(PersonId(Uuid::from_u128(id)), name, Role::Recruiter)
    };
    let add = |person: Person| Command::AddPerson { opportunity: it.id, person: Box::new(person), via: true };
    let do_it = |command, records: &mut Records| apply(records, command, now(), &mut Ids(50)).unwrap();
    do_it(add(typed(90, "Lea Brandt", None)), &mut records);
    let once = records.clone();
    let change = do_it(add(typed(91, " lea brandt", Some("lea@acme.example"))), &mut records);
    assert_eq!(records.people.len(), others + 1);
    let lea = &records.people[&PersonId(Uuid::from_u128(90))];
    assert_eq!((lea.name.as_str(), lea.email.as_deref()), ("Lea Brandt", Some("lea@acme.example")));
    assert_eq!(records.opportunities, once.opportunities);
    undo(&mut records, change.undo);
    assert_eq!(records, once);

    do_it(add(typed(92, "Lea Brandt", Some("lea@acme.example"))), &mut records);
    let other = typed(93, "Lea Brandt", Some("lea.b@acme.example"));
    do_it(add(other), &mut records);
    assert_eq!(records.people.len(), others + 2, "another address is another person");
    // From the list of people, where nothing says that they are of one opportunity.
    let put = |person: Person| Command::PutPerson(Box::new(person));
    do_it(put(typed(94, "Lea Brandt", None)), &mut records);
    do_it(
        put(Person { phone: "555".to_owned(), ..typed(95, "Lea Brandt", Some("LEA@acme.example")) }),
        &mut records,
    );
    assert_eq!(records.people.len(), others + 3);
    assert_eq!(records.people[&PersonId(Uuid::from_u128(90))].phone, "555");
    let renamed = typed(94, "Lea Brandt", Some("lea@acme.example"));
    do_it(put(renamed), &mut records);
    assert_eq!(records.people.len(), others + 3, "who is edited stays who they are");
}

#[test]
fn an_address_is_taken_as_mail_programs_copy_it() {
    let copied = |name: &str, email: &str| {
        let mut form =
            InterviewForm { people: vec![PersonRow { email: email.to_owned(), ..row(name) }], ..form() };
        form.take_addresses_apart();
        assert_eq!(errors(&form), [], "{email}");
        (form.people[0].name.clone(), form.people[0].email.clone())
    };
    let dana = || ("Dana Reyes".to_owned(), "dana@acme.example".to_owned());
    assert_eq!(copied("", "Dana Reyes <dana@acme.example>"), dana());
    assert_eq!(copied("Dana Reyes", "\"Reyes, D.\" <dana@acme.example>"), dana());
    assert_eq!(copied("Dana Reyes", "mailto:dana@acme.example"), dana());
}

#[test]
fn with_no_other_role_it_is_a_round_of_the_one_opportunity_at_that_company() {
    let mut records = Records::default();
    let acme = noted(&InterviewForm { role: "Analyst".to_owned(), ..form() }, &mut records);
    let belongs = |records: &Records, company: &str, role: &str| {
        let mut form = InterviewForm { company: company.to_owned(), role: role.to_owned(), ..form() };
        form.take_known_opportunity(records);
        form.opportunity
    };
    for role in ["", " ", "analyst"] {
        assert_eq!(belongs(&records, "acme ", role), Some(acme.id), "{role:?}");
    }
    assert_eq!(belongs(&records, "Acme", "Head of Data"), None);
    assert_eq!(belongs(&records, "Bolt", ""), None);
    let twin = Opportunity::new(OpportunityId(Uuid::from_u128(9)), "Acme", "Head of Data");
    records.opportunities.insert(twin.id, twin);
    assert_eq!(belongs(&records, "Acme", ""), None, "which of the two?");
}

#[test]
fn a_recruiter_is_an_agencys_only_where_the_user_says_so() {
    let rita = |agency, role| InterviewForm {
        people: vec![row("Dana"), PersonRow { role, agency, ..row("Rita") }],
        ..form()
    };
    let via = |form: &InterviewForm| {
        let mut records = Records::default();
        let it = noted(form, &mut records);
        it.via.map(|id| records.people[&id].name.clone())
    };
    assert_eq!(via(&rita(None, Role::Recruiter)), None);
    assert_eq!(via(&rita(Some(false), Role::Recruiter)), None);
    assert_eq!(via(&rita(Some(true), Role::Recruiter)).as_deref(), Some("Rita"));
    assert_eq!(via(&rita(Some(true), Role::HiringManager)), None, "the answer was to another question");
    // And a later form, which does not ask again, leaves it as it is.
    let mut records = Records::default();
    let it = noted(&rita(Some(true), Role::Recruiter), &mut records);
    let again =
        noted(&InterviewForm { opportunity: Some(it.id), ..rita(None, Role::Recruiter) }, &mut records);
    assert_eq!((again.via, again.rounds.len()), (it.via, 2));
    let add = Person::new(PersonId(Uuid::from_u128(8)), "Lea Brandt", Role::Recruiter);
    let add = Command::AddPerson { opportunity: it.id, person: Box::new(add.clone()), via: true };
    apply(&mut records, add, now(), &mut Ids(90)).unwrap();
    assert_eq!(records.opportunities[&it.id].via, Some(PersonId(Uuid::from_u128(8))));
}

#[test]
fn a_person_goes_with_every_mention_of_them() {
    let mut records = search::search(&mut Random(5), 6);
    let ids: Vec<PersonId> = records.people.keys().copied().collect();
    for id in ids {
        apply(&mut records, Command::RemovePerson(id), now(), &mut Ids(0)).unwrap();
        let text = format!("{records:?}");
        assert!(!text.contains(&format!("{:?}", id.0)), "{id}");
    }
}

#[test]
fn what_the_user_met_through_the_example_stays_when_it_goes() {
    let mut records = Records::default();
    let moment = Now::new(now(), chrono::Utc);
    let load = Command::LoadExample(Box::new(afterword::example::search(&moment)));
    apply(&mut records, load, now(), &mut Ids(0)).unwrap();
    let somebody = *records.people.keys().next().unwrap();
    let mut own = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Mine", "");
    own.people.push(somebody);
    apply(&mut records, Command::PutOpportunity(Box::new(own)), now(), &mut Ids(0)).unwrap();
    apply(&mut records, Command::DropExample, now(), &mut Ids(0)).unwrap();
    assert_eq!((records.opportunities.len(), records.people.len()), (1, 1));
    assert!(!records.people[&somebody].example);
}

#[test]
fn what_is_not_there_is_refused_and_names_itself() {
    let mut records = Records::default();
    let opportunity = OpportunityId(Uuid::from_u128(9));
    let gone = apply(&mut records, Command::RemoveOpportunity(opportunity), now(), &mut Ids(0));
    assert_eq!(gone, Err(CommandError::NoOpportunity(opportunity)));
    let nameless = Person::new(PersonId(Uuid::nil()), "  ", Role::Other);
    let refused = apply(&mut records, Command::PutPerson(Box::new(nameless)), now(), &mut Ids(0));
    assert_eq!(refused, Err(CommandError::Nameless));
}

#[test]
fn a_look_back_is_kept_with_its_round_and_noted_once() {
    let mut records = Records::default();
    let it = noted(&form(), &mut records);
    let (opportunity, round) = (it.id, it.rounds[0].id);
    for lesson in ["Sleep first.", "Bring water."] {
        let debrief = Box::new(Debrief { lesson: lesson.to_owned(), ..Debrief::default() });
        let assess = Command::Assess { opportunity, round, debrief };
        apply(&mut records, assess, now(), &mut Ids(70)).unwrap();
    }
    let it = &records.opportunities[&opportunity];
    assert_eq!(it.rounds[0].debrief.as_ref().unwrap().lesson, "Bring water.");
    assert_eq!(it.events.iter().filter(|event| matches!(event.what, EventKind::Assessed { .. })).count(), 1);
    assert_eq!(it.rounds[0].course.as_ref().unwrap().reply_by, ReplyBy::NotRecorded);
}

#[test]
fn a_request_for_more_time_is_part_of_what_happened_where_the_offer_is() {
    let (mut records, offering, offer, sent) = offered();
    let awaited = Opportunity::new(OpportunityId(Uuid::from_u128(900)), "Kite", "Analyst");
    records.opportunities.insert(awaited.id, awaited.clone());
    let key =
        ActionKey { opportunity: Some(awaited.id), offer: Some(offer), ..ActionKey::new(Task::AskForTime) };
    let letter = Letter { subject: "More time".to_owned(), body: "Dear Dana, may I?".to_owned() };
    let before = records.clone();
    let to = sent.to.unwrap();
    let sent = Sent { key, letter: Some(letter.clone()), ..sent };
    let change = apply(&mut records, Command::RecordSent(Box::new(sent)), now(), &mut Ids(70)).unwrap();

    let there = records.opportunities[&offering].events.last().unwrap();
    assert_eq!(there.what, EventKind::ContactMade { person: to });
    assert_eq!(there.letter.as_deref(), Some(&letter));
    let here = &records.opportunities[&awaited.id].events;
    assert_eq!(
        here.iter().map(|event| &event.what).collect::<Vec<_>>(),
        [&EventKind::marked(Mark::Done, key)]
    );
    assert_eq!(here[0].letter, None);
    undo(&mut records, change.undo);
    assert_eq!(records, before);
}
