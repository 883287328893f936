//! The six playbooks side by side, what another one would change, work days and holidays.

use super::choices::WEEK;
use super::when;
use crate::etiquette::{
    Action, FirstFollowUp, LinkedinAudience, MoveOn, NotePurpose, Now, Plan, Playbook, Proofread, Ruling,
    Setting, Source, Status, ThankYouAudience, ThankYouDue, plan_under,
};
use crate::model::{ActionKey, HolidaySet, PlaybookId, Records, Settings, WorkWeek};
use crate::words::{self, capitalized, counted, lowered, number};
use chrono::{NaiveDate, TimeZone, Weekday};

/// The name of a playbook.
pub fn name(id: PlaybookId) -> &'static str {
    match id {
        PlaybookId::Considered => "Considered",
        PlaybookId::Hksm => "HK School of Management",
        PlaybookId::Accrue => "AccruePartners",
        PlaybookId::Star => "The Star",
        PlaybookId::After => "A recruiter's post",
        PlaybookId::Plan => "Careers & Job Search",
    }
}

/// Where a playbook comes from.
pub fn origin(id: PlaybookId) -> String {
    match Playbook::get(id).source() {
        None => "Our reading of all five sources, and what they leave open".to_owned(),
        Some(source) => title(source),
    }
}

fn title(source: Source) -> String {
    format!("“{}”, {}", source.title(), source.publisher())
}

/// A setting, and its value in each playbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The name of the setting.
    pub name: &'static str,
    /// A cell for each playbook, in the order of [`PlaybookId::ALL`].
    pub cells: Vec<Cell>,
}

/// The value of a setting in a playbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The name of the playbook.
    pub playbook: &'static str,
    /// The value, in words.
    pub text: String,
    /// Whether the playbook is silent on the setting, so that the value is Considered's.
    pub silent: bool,
}

/// All settings, a row each.
pub fn rows() -> Vec<Row> {
    Setting::ALL.into_iter().map(row).collect()
}

fn row(setting: Setting) -> Row {
    let cells = PlaybookId::ALL.map(|id| {
        let (text, silent) = value(Playbook::get(id), setting);
        Cell { playbook: name(id), text, silent }
    });
    Row { name: setting_name(setting), cells: cells.to_vec() }
}

fn setting_name(setting: Setting) -> &'static str {
    match setting {
        Setting::ThankYouDue => "A thank-you is due",
        Setting::ThankYouAudience => "Whom to thank",
        Setting::Note => "What a thank-you is for",
        Setting::LinkedinAudience => "Whom to add on LinkedIn",
        Setting::FirstFollowUp => "First follow-up, if they gave no date",
        Setting::FollowUps => "How often to ask",
        Setting::MoveOn => "When to let it go",
        Setting::LastMessage => "One last message then",
        Setting::Proofread => "A friend reads it first",
    }
}

fn value(playbook: &Playbook, setting: Setting) -> (String, bool) {
    match setting {
        Setting::ThankYouDue => said(playbook.thank_you_due(), |due| match due {
            ThankYouDue::Hours(hours) => format!("{hours} hours after"),
            ThankYouDue::EndOfNextDay => "By the end of the next day".to_owned(),
        }),
        Setting::ThankYouAudience => said(playbook.thank_you_audience(), |audience| match audience {
            ThankYouAudience::EveryoneMet => "Everyone you met".to_owned(),
            ThankYouAudience::WhoDecides => {
                "Interviewers and hiring managers, and whoever you really talked with".to_owned()
            }
        }),
        Setting::Note => said(playbook.note(), |purpose| {
            match purpose {
                NotePurpose::Skills => "Thanks, and how your skills fit",
                NotePurpose::SkillsToTwo => "Thanks; your skills to the manager and one interviewer",
                NotePurpose::PointsMissed => "Thanks, and points missed; no praise of yourself",
                NotePurpose::Interest => "Thanks, and that you want the job",
            }
            .to_owned()
        }),
        Setting::LinkedinAudience => said(playbook.linkedin_audience(), |audience| {
            match audience {
                LinkedinAudience::EveryoneMet => "Everyone you met",
                LinkedinAudience::Significant => "Those you really talked with",
                LinkedinAudience::Recruiters => "The recruiters",
                LinkedinAudience::Considered => "Those you really talked with, who agreed, and recruiters",
            }
            .to_owned()
        }),
        Setting::FirstFollowUp => said(playbook.first_follow_up(), |first| match first {
            FirstFollowUp::BusinessDays { opens, due } => {
                format!("{opens} to {due} business days after your thanks")
            }
            FirstFollowUp::DaysThenBusinessDay { opens, due } => {
                format!("{opens} days after your thanks, within {} business days", number(due as usize))
            }
        }),
        Setting::FollowUps => said(playbook.follow_ups(), |times| match times {
            1 => "Once".to_owned(),
            2 => "Twice".to_owned(),
            times => format!("{} times", capitalized(&number(usize::from(times)))),
        }),
        Setting::MoveOn => said(playbook.move_on(), |when| match when {
            MoveOn::BusinessDays(days) => format!("{days} business days after you last asked"),
            MoveOn::Days(days) => format!("{days} days after you last asked"),
        }),
        Setting::LastMessage => {
            said(playbook.last_message(), |may| (if may { "May be sent" } else { "No" }).to_owned())
        }
        Setting::Proofread => said(playbook.proofread(), |wanted| match wanted {
            Proofread::Wanted => "Before every letter".to_owned(),
            Proofread::Offered => "If you like".to_owned(),
        }),
    }
}

fn said<T>(ruling: Ruling<T>, words: impl FnOnce(T) -> String) -> (String, bool) {
    (words(ruling.value), ruling.borrowed)
}

/// What another playbook would change in today's plan.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// How much would change, in a sentence.
    pub summary: String,
    /// The first eight changes, a sentence each.
    pub lines: Vec<String>,
}

/// So many changes are told.
const TOLD: usize = 8;

impl Difference {
    /// What would change in the plan, were that playbook chosen.
    pub fn of<Tz: TimeZone>(id: PlaybookId, records: &Records, plan: &Plan, now: &Now<Tz>) -> Self {
        let other = plan_under(Playbook::get(id), records, now);
        let (here, there) = (pending(plan), pending(&other));
        let named = |action: &Action| super::card::title(action, records);
        let mut changes: Vec<(&Action, String)> = Vec::new();
        for action in there.iter().copied() {
            match find(&here, action.key) {
                None => changes
                    .push((action, format!("New: {}, {}.", lowered(&named(action)), when_of(action, now)))),
                Some(was) if was.window != action.window => {
                    let (before, after) = (when_of(was, now), when_of(action, now));
                    if before != after {
                        changes.push((action, format!("{}: {after} instead of {before}.", named(action))));
                    }
                }
                Some(_) => {}
            }
        }
        for action in here.iter().copied().filter(|action| find(&there, action.key).is_none()) {
            changes.push((action, format!("Gone: {}.", lowered(&named(action)))));
        }
        crate::sorting::by_key(&mut changes, |(action, _)| action.urgency());
        let count = changes.len();
        Self {
            summary: match count {
                0 => "Nothing in today's plan would change.".to_owned(),
                count => format!("{} in today's plan would change.", capitalized(&counted(count, "thing"))),
            },
            lines: changes.into_iter().take(TOLD).map(|(_, line)| line).collect(),
        }
    }
}

/// What there is still to do, by its key.
fn pending(plan: &Plan) -> Vec<&Action> {
    let live = |action: &&Action| {
        matches!(action.status, Status::Open | Status::Overdue | Status::Upcoming | Status::Blocked)
    };
    let mut pending: Vec<&Action> = plan.actions.iter().filter(live).collect();
    crate::sorting::by_key(&mut pending, |action| action.key);
    pending
}

/// The action of that key in a list that is in the order of the keys.
fn find<'a>(actions: &[&'a Action], key: ActionKey) -> Option<&'a Action> {
    let place = actions.partition_point(|action| action.key < key);
    actions.get(place).copied().filter(|action| action.key == key)
}

fn when_of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> String {
    match (action.status, action.window.due) {
        (Status::Upcoming, Some(due)) => {
            format!("from {} until {}", when::start(action.window.opens, now), when::end(due, now))
        }
        (Status::Upcoming, None) => format!("from {}", when::start(action.window.opens, now)),
        (Status::Overdue, Some(due)) => {
            format!("due {}", when::back_then(words::last_moment(due), now))
        }
        (_, Some(due)) => format!("until {}", when::end(due, now)),
        (_, None) => "whenever it suits you".to_owned(),
    }
}

/// The work week with a day switched on or off; `None` where no day would be left.
pub fn week_with(week: WorkWeek, day: Weekday, on: bool) -> Option<WorkWeek> {
    let days: Vec<Weekday> =
        WEEK.into_iter().filter(|it| if *it == day { on } else { week.contains(*it) }).collect();
    WorkWeek::of(&days).ok()
}

/// The settings with these holidays added: in order, each once.
pub fn with_holidays(mut settings: Settings, days: impl IntoIterator<Item = NaiveDate>) -> Settings {
    settings.holidays.extend(days);
    crate::sorting::by_key(&mut settings.holidays, |day| *day);
    settings.holidays.dedup();
    settings
}

/// The settings in which the public holidays of the browser's region count, and what is said of it once. A `language` is
/// as a browser names it: "en-US". `None` where the user was told already. What the user has set stays.
pub fn with_public_holidays(settings: &Settings, language: &str) -> Option<(Settings, &'static str)> {
    if settings.holidays_told {
        return None;
    }
    let mut told = Settings { holidays_told: true, ..settings.clone() };
    if told.holiday_sets.is_empty() && told.holidays.is_empty() {
        told.holiday_sets.extend(public_holidays_of(language));
    }
    let words = match told.holiday_sets.as_slice() {
        _ if !told.holidays.is_empty() => "The days off that you have set count.",
        [] => "No public holidays count as days off yet.",
        [HolidaySet::UsFederal] => "Federal holidays of the United States will count as days off.",
        [HolidaySet::EnglandAndWales] => "Bank holidays of England and Wales will count as days off.",
        _ => "The public holidays that you have set count as days off.",
    };
    Some((told, words))
}

/// The public holidays of a language's region, where they are among those that are computed.
fn public_holidays_of(language: &str) -> Option<HolidaySet> {
    match language.rsplit_once('-')?.1 {
        "US" => Some(HolidaySet::UsFederal),
        "GB" => Some(HolidaySet::EnglandAndWales),
        _ => None,
    }
}

/// The user's own holidays from today on, in words.
pub fn holidays_to_come<Tz: TimeZone>(settings: &Settings, now: &Now<Tz>) -> Vec<(NaiveDate, String)> {
    let today = when::today(now);
    let mut days: Vec<NaiveDate> = settings.holidays.iter().copied().filter(|day| *day >= today).collect();
    crate::sorting::by_key(&mut days, |day| *day);
    days.into_iter().map(|day| (day, when::full_day(day, now))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::Stamp;
    use chrono::Utc;

    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_809_200).unwrap(), Utc)
    }

    #[test]
    fn every_setting_has_a_word_of_each_playbook_and_says_where_one_is_silent() {
        let rows = rows();
        assert_eq!(rows.len(), Setting::ALL.len());
        for (row, setting) in rows.iter().zip(Setting::ALL) {
            assert_eq!(row.cells.len(), 6);
            for (cell, id) in row.cells.iter().zip(PlaybookId::ALL) {
                assert!(!cell.text.is_empty());
                assert_eq!(cell.silent, !Playbook::get(id).speaks_on(setting), "{} {id:?}", row.name);
                if cell.silent {
                    assert_eq!(cell.text, row.cells[0].text, "a silent one takes Considered's value");
                }
            }
        }
    }

    #[test]
    fn the_playbook_that_is_followed_would_change_nothing() {
        let records = crate::example::search(&now());
        let plan = plan(&records, &now());
        let same = Difference::of(PlaybookId::Considered, &records, &plan, &now());
        assert_eq!((same.summary.as_str(), same.lines.len()), ("Nothing in today's plan would change.", 0));
    }

    #[test]
    fn what_another_playbook_would_change_is_told_before_it_is_chosen() {
        let records = crate::example::search(&now());
        let plan = plan(&records, &now());
        let star = Difference::of(PlaybookId::Star, &records, &plan, &now());
        assert!(star.summary.ends_with("in today's plan would change."), "{star:?}");
        let fennimore =
            star.lines.iter().any(|line| line.starts_with("Gone: ") && line.contains("Fennimore Labs"));
        assert!(fennimore, "The Star asks once: {star:#?}");
    }

    #[test]
    fn a_work_week_keeps_at_least_one_day() {
        let monday = WorkWeek::of(&[Weekday::Mon]).unwrap();
        assert_eq!(week_with(monday, Weekday::Mon, false), None);
        let both = week_with(monday, Weekday::Sat, true).unwrap();
        assert!(both.contains(Weekday::Mon) && both.contains(Weekday::Sat));
    }

    #[test]
    fn the_holidays_of_the_browsers_region_count_and_are_said_once() {
        let told = |settings: &Settings, language| {
            with_public_holidays(settings, language).map(|(told, words)| (told.holiday_sets, words))
        };
        let fresh = Settings::default();
        let us =
            (vec![HolidaySet::UsFederal], "Federal holidays of the United States will count as days off.");
        assert_eq!(told(&fresh, "en-US"), Some(us.clone()));
        let gb =
            (vec![HolidaySet::EnglandAndWales], "Bank holidays of England and Wales will count as days off.");
        assert_eq!(told(&fresh, "en-GB"), Some(gb.clone()));
        for language in ["de-DE", "en", "", "en-Latn"] {
            assert_eq!(told(&fresh, language), Some((vec![], "No public holidays count as days off yet.")));
        }
        let set = Settings { holiday_sets: vec![HolidaySet::EnglandAndWales], ..Settings::default() };
        assert_eq!(told(&set, "en-US"), Some(gb), "what is set stays");
        let day = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
        let own = Settings { holidays: vec![day], ..Settings::default() };
        assert_eq!(told(&own, "en-US"), Some((vec![], "The days off that you have set count.")));
        let (once, _) = with_public_holidays(&fresh, "en-US").unwrap();
        assert_eq!(told(&once, "en-US"), None);
    }

    #[test]
    fn holidays_are_added_once_and_those_over_are_not_shown() {
        let day = |date| NaiveDate::from_ymd_opt(2026, 3, date).unwrap();
        let settings = with_holidays(Settings::default(), [day(20), day(2), day(20)]);
        assert_eq!(settings.holidays, [day(2), day(20)]);
        let to_come = holidays_to_come(&settings, &now());
        assert_eq!(to_come, [(day(20), "Friday 20 March".to_owned())]);
    }
}
