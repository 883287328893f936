//! What the user set.

use super::{Stamp, dates};
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Whose advice to follow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaybookId {
    /// Our reading of all five sources.
    #[default]
    Considered,
    /// HK School of Management.
    Hksm,
    /// AccruePartners.
    Accrue,
    /// The Star.
    Star,
    /// A recruiter's post.
    After,
    /// Careers & Job Search.
    Plan,
}

impl PlaybookId {
    /// All six, the default first.
    pub const ALL: [Self; 6] =
        [Self::Considered, Self::Hksm, Self::Accrue, Self::Star, Self::After, Self::Plan];
}

/// How the letters sound.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Friendly and personal.
    #[default]
    Warm,
    /// Short and matter-of-fact.
    Plain,
    /// Reserved.
    Formal,
}

/// Whose English the letters are in: the closings, the dates, the idiom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// As in the United States.
    American,
    /// As in the United Kingdom.
    British,
}

impl Manner {
    /// The manner of whoever reads that language, as a browser names it ("en-US"). Beyond North America, and where
    /// English was learnt in another country, the British one is usual.
    pub fn of_language(language: &str) -> Self {
        let is_american =
            language == "en" || ["-US", "-CA", "-PH"].iter().any(|region| language.ends_with(region));
        if is_american { Self::American } else { Self::British }
    }
}

/// The days of the week on which the user's business runs. Never empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "[bool; 7]", into = "[bool; 7]")]
pub struct WorkWeek([bool; 7]);

impl Default for WorkWeek {
    fn default() -> Self {
        Self([true, true, true, true, true, false, false])
    }
}

/// A work week must have a day in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a work week has at least one day")]
pub struct EmptyWeek;

impl TryFrom<[bool; 7]> for WorkWeek {
    type Error = EmptyWeek;

    /// From Monday to Sunday.
    fn try_from(days: [bool; 7]) -> Result<Self, EmptyWeek> {
        if days.contains(&true) { Ok(Self(days)) } else { Err(EmptyWeek) }
    }
}

impl From<WorkWeek> for [bool; 7] {
    fn from(week: WorkWeek) -> Self {
        week.0
    }
}

impl WorkWeek {
    /// Whether that day of the week is worked.
    pub fn contains(self, day: Weekday) -> bool {
        self.0.get(day.num_days_from_monday() as usize).copied().unwrap_or(false)
    }

    /// A week of these days.
    ///
    /// # Errors
    /// [`EmptyWeek`] if there are none.
    pub fn of(days: &[Weekday]) -> Result<Self, EmptyWeek> {
        let mut week = [false; 7];
        for day in days {
            if let Some(slot) = week.get_mut(day.num_days_from_monday() as usize) {
                *slot = true;
            }
        }
        Self::try_from(week)
    }
}

/// A set of holidays that Afterword computes for any year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidaySet {
    /// The federal holidays of the United States, on the day they are observed.
    UsFederal,
    /// The bank holidays of England and Wales.
    EnglandAndWales,
}

/// Which theme the page wears.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How the opportunities of a stage are sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PipelineOrder {
    /// What is to be done first, first.
    #[default]
    NextDue,
    /// What something happened to last, first.
    LastWord,
    /// By the company's name.
    Company,
}

/// What the user set. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The user's name, for the end of a letter.
    pub name: String,
    /// Whose advice to follow.
    pub playbook: PlaybookId,
    /// The work week.
    pub work_week: WorkWeek,
    /// Holidays of the user's own, or imported.
    #[serde(with = "dates")]
    pub holidays: Vec<NaiveDate>,
    /// Holidays that are computed.
    pub holiday_sets: Vec<HolidaySet>,
    /// Whether the user was told which public holidays count.
    pub holidays_told: bool,
    /// Whether 24 December to 1 January count as holidays.
    pub quiet_year_end: bool,
    /// How letters sound.
    pub tone: Tone,
    /// Whose English they are in; `None`: guessed from the browser's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manner: Option<Manner>,
    /// The theme.
    pub theme: Theme,
    /// Whether single keys do something wherever one is.
    pub shortcuts: bool,
    /// How the pipeline is sorted.
    pub order: PipelineOrder,
    /// When the user last saved a backup.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backed_up: Option<Stamp>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            playbook: PlaybookId::default(),
            work_week: WorkWeek::default(),
            holidays: Vec::new(),
            holiday_sets: Vec::new(),
            holidays_told: false,
            quiet_year_end: true,
            tone: Tone::default(),
            manner: None,
            theme: Theme::default(),
            shortcuts: true,
            order: PipelineOrder::default(),
            backed_up: None,
        }
    }
}
