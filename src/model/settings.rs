//! What the user set, and what belongs to the search as a whole.

use super::{ActionKey, Draft, Mark, Stamp, TemplateId};
use crate::json::{Decode, Encode, Json, RawJson, ShapeError, json_names, json_object};
use chrono::{NaiveDate, Weekday};

/// Whose advice to follow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
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

json_names! { PlaybookId {
    Considered = "considered",
    Hksm = "hksm",
    Accrue = "accrue",
    Star = "star",
    After = "after",
    Plan = "plan",
} }

impl PlaybookId {
    /// All six, the default first.
    pub const ALL: [Self; 6] =
        [Self::Considered, Self::Hksm, Self::Accrue, Self::Star, Self::After, Self::Plan];
}

/// How the letters sound.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Tone {
    /// Friendly and personal.
    #[default]
    Warm,
    /// Short and matter-of-fact.
    Plain,
    /// Reserved.
    Formal,
}

json_names! { Tone { Warm = "warm", Plain = "plain", Formal = "formal" } }

/// The days of the week on which the user's business runs. Never empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkWeek([bool; 7]);

impl Encode for WorkWeek {
    fn encode(&self, to: &mut String) {
        self.0.as_slice().encode(to);
    }
}

impl Decode for WorkWeek {
    fn decode(json: Json<'_>) -> Result<Self, ShapeError> {
        let days = <[bool; 7]>::try_from(Vec::decode(json)?).ok();
        days.and_then(|days| Self::try_from(days).ok()).ok_or(ShapeError::new("is no work week"))
    }
}

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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum HolidaySet {
    /// The federal holidays of the United States, on the day they are observed.
    UsFederal,
    /// The bank holidays of England and Wales.
    EnglandAndWales,
}

json_names! { HolidaySet { UsFederal = "us_federal", EnglandAndWales = "england_and_wales" } }

/// Which theme the page wears.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

json_names! { Theme { System = "system", Light = "light", Dark = "dark" } }

/// What the user set. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// The user's name, for the end of a letter.
    pub name: String,
    /// Whose advice to follow.
    pub playbook: PlaybookId,
    /// The work week.
    pub work_week: WorkWeek,
    /// Holidays of the user's own, or imported.
    pub holidays: Vec<NaiveDate>,
    /// Holidays that are computed.
    pub holiday_sets: Vec<HolidaySet>,
    /// How letters sound.
    pub tone: Tone,
    /// The theme.
    pub theme: Theme,
    /// When the user last saved a backup.
    pub backed_up: Option<Stamp>,
}

json_object! { Settings {
    needed: ;
    optional: name, playbook, work_week, holidays, holiday_sets, tone, theme, backed_up;
} }

/// What belongs to the search as a whole. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Search {
    /// Steps of the search that no opportunity shows.
    pub steps: Vec<SearchStep>,
    /// The user's own word on `keep_searching` and `compare_offers`.
    pub marks: Vec<SearchMark>,
    /// Letters begun and not sent that belong to no opportunity: keeping in touch.
    pub drafts: Vec<Draft>,
    /// Unsaved work of the form "Just had an interview", as it was typed: the screen's own JSON.
    pub form: Option<RawJson>,
    /// Unsaved work of the shorter forms, the one that was typed at last comes last.
    pub half_typed: Vec<HalfTyped>,
}

json_object! { Search {
    needed: ;
    optional: steps, marks, drafts, form, half_typed;
} }

/// A short form that was typed at and not saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HalfTyped {
    /// Which form: the screen's own name for it; of an opportunity it begins with that one's id and a slash.
    pub form: String,
    /// What stands in its places, in the screen's own order.
    pub texts: Vec<String>,
    /// Whether the form lies open, so that it opens by itself when its screen comes back.
    pub open: bool,
}

json_object! { HalfTyped {
    needed: form, texts;
    optional: open;
} }

/// A step of the search: an application elsewhere, somebody met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchStep {
    /// When.
    pub at: Stamp,
    /// What it was, in the user's words; may be empty.
    pub what: String,
}

json_object! { SearchStep {
    needed: at;
    optional: what;
} }

/// The user's own word on an action of the whole search.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchMark {
    /// When it was said.
    pub at: Stamp,
    /// What was said.
    pub mark: Mark,
    /// Of which action.
    pub action: ActionKey,
}

json_object! { SearchMark {
    needed: at, mark, action;
    optional: ;
} }

/// A letter template of the user's own. One record in storage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// The letter that it is for.
    pub task: super::Task,
    /// Whether it is for the letter that closes the matter: the last follow-up, a no to an offer.
    pub closing: bool,
    /// What the user calls it.
    pub name: String,
    /// The subject, with places to fill such as `{company}`.
    pub subject: String,
    /// The text, with places to fill.
    pub body: String,
}

json_object! { Template {
    needed: id, task, name, body;
    optional: closing, subject;
} }
