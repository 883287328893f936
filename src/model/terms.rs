//! What an offer comes to, in figures and in the user's own judgement.

use super::Stamp;
use super::person::is_false;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An amount of money, in hundredths of its currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Amount(pub u64);

/// A text that is no amount of money.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("an amount is a number like 52000 or 24.50")]
pub struct NoAmount;

impl Amount {
    /// What the form takes at most: nobody is paid more, and sums of a few of them stay far from overflow.
    pub const MOST: Self = Self(10_000_000_000_000);

    /// The amount in whole units of its currency.
    pub const fn whole(units: u64) -> Self {
        Self(units.saturating_mul(100))
    }

    /// So many times as much.
    #[must_use]
    pub const fn times(self, n: u64) -> Self {
        Self(self.0.saturating_mul(n))
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl FromStr for Amount {
    type Err = NoAmount;

    /// Reads an amount as people type it: "52000", "52,000", "52 000.50", "52.000,50", "52k".
    ///
    /// The last point or comma is the decimal one if one or two digits follow it; all others only group.
    fn from_str(text: &str) -> Result<Self, NoAmount> {
        let text = text.trim();
        let (text, thousands) = match text.strip_suffix(['k', 'K']) {
            Some(text) => (text, 1_000),
            None => (text, 1),
        };
        let marks = |c: char| matches!(c, '.' | ',');
        let (whole, part) = match text.rfind(marks).map(|at| (text.get(..at), text.get(at + 1..))) {
            Some((Some(whole), Some(part))) if matches!(part.len(), 1 | 2) => (whole, part),
            _ => (text, ""),
        };
        let groups = |c: char| marks(c) || c.is_whitespace() || matches!(c, '\'' | '’');
        let digits: String = whole.chars().filter(|c| !groups(*c)).collect();
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if digits.is_empty() || !is_number(&digits) || !is_number(part) {
            return Err(NoAmount);
        }
        let hundredths: u64 = format!("{part:0<2}").parse().map_err(|_| NoAmount)?;
        let whole: u64 = digits.parse().map_err(|_| NoAmount)?;
        let amount = whole.checked_mul(100).and_then(|it| it.checked_add(hundredths));
        let amount = Self(amount.and_then(|it| it.checked_mul(thousands)).ok_or(NoAmount)?);
        if amount <= Self::MOST { Ok(amount) } else { Err(NoAmount) }
    }
}

impl fmt::Display for Amount {
    /// As it is typed into a field: "52000", "24.50".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        if part == 0 { write!(f, "{whole}") } else { write!(f, "{whole}.{part:02}") }
    }
}

/// What the base pay is paid for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayPeriod {
    /// An hour.
    Hour,
    /// A month.
    Month,
    /// A year.
    #[default]
    Year,
}

/// The terms of an offer as they stood from a moment on, or of the job that the user has.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// Since when; `None` for the job that the user has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// Whether they are in writing, and not only said.
    #[serde(skip_serializing_if = "is_false")]
    pub in_writing: bool,
    /// The currency, as the user writes it: "EUR", "$".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// The base pay for one period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Amount>,
    /// What the base pay is paid for.
    pub period: PayPeriod,
    /// The hours of a week; 40 where they are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<u8>,
    /// The bonus of a usual year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bonus: Option<Amount>,
    /// What the equity is said to be worth, all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equity: Option<Amount>,
    /// The years over which the equity becomes theirs; 4 where they are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equity_years: Option<u8>,
    /// What is paid once, for signing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_on: Option<Amount>,
}

/// What offers are compared by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// What is paid.
    Pay,
    /// Benefits: leave, insurance, pension.
    Benefits,
    /// The people and the place of work.
    Culture,
    /// The work itself.
    Duties,
    /// Room to grow.
    Growth,
    /// Work and the rest of life in balance.
    Balance,
    /// How well it fits what the user can do.
    Skills,
    /// How well it fits what the user wants in the long run.
    LongTerm,
}

impl Criterion {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Pay,
        Self::Benefits,
        Self::Culture,
        Self::Duties,
        Self::Growth,
        Self::Balance,
        Self::Skills,
        Self::LongTerm,
    ];
}

/// A number for some of the criteria: how good each is, from 1 to 5, or how much each counts, from 0 to 3.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CriterionValues(Vec<(Criterion, u8)>);

impl CriterionValues {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number for a criterion, where there is one.
    pub fn get(&self, criterion: Criterion) -> Option<u8> {
        self.0.iter().find(|(it, _)| *it == criterion).map(|(_, mark)| *mark)
    }

    /// Sets the number for a criterion; `None` takes it away.
    pub fn set(&mut self, criterion: Criterion, mark: Option<u8>) {
        self.0.retain(|(it, _)| *it != criterion);
        self.0.extend(mark.map(|mark| (criterion, mark)));
        crate::sorting::by_key(&mut self.0, |(it, _)| *it);
    }
}

/// What the user compares offers by, and with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ComparisonBasis {
    /// How much each criterion counts, from 0 (not at all) to 3 (most); 1 where nothing is said.
    #[serde(skip_serializing_if = "CriterionValues::is_empty")]
    pub weights: CriterionValues,
    /// The job that the user has, or what their employer now offers to keep them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<PresentJob>,
}

/// The job that the user has.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PresentJob {
    /// What it pays.
    pub terms: Terms,
    /// How good it is.
    #[serde(skip_serializing_if = "CriterionValues::is_empty")]
    pub ratings: CriterionValues,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        let read = |text: &str| text.parse::<Amount>().map(|it| it.0);
        for (text, hundredths) in [
            ("52000", 5_200_000),
            ("52,000", 5_200_000),
            ("52.000", 5_200_000),
            ("52 000.50", 5_200_050),
            ("52.000,5", 5_200_050),
            ("1'250'000", 125_000_000),
            (" 24.50 ", 2_450),
            ("24,5", 2_450),
            ("85k", 8_500_000),
            ("62.5k", 6_250_000),
            ("0", 0),
        ] {
            assert_eq!(read(text), Ok(hundredths), "{text}");
        }
        for text in ["", "k", "a lot", "-5", "5x", "1e9", "12.a", "99999999999999999999", "200000000000"] {
            assert_eq!(read(text), Err(NoAmount), "{text}");
        }
    }

    #[test]
    fn an_amount_is_shown_as_it_can_be_read_again() {
        for hundredths in [0, 5, 2_450, 5_200_000, 10_000_000_000_000] {
            let amount = Amount(hundredths);
            assert_eq!(amount.to_string().parse(), Ok(amount));
        }
    }

    #[test]
    fn a_mark_is_set_changed_and_taken_away() {
        let mut marks = CriterionValues::default();
        marks.set(Criterion::Growth, Some(4));
        marks.set(Criterion::Pay, Some(2));
        marks.set(Criterion::Growth, Some(5));
        assert_eq!((marks.get(Criterion::Growth), marks.get(Criterion::Pay)), (Some(5), Some(2)));
        marks.set(Criterion::Growth, None);
        assert_eq!((marks.get(Criterion::Growth), marks.is_empty()), (None, false));
    }

    #[test]
    fn terms_of_which_nothing_is_known_are_stored_short_and_read_again() {
        let terms = Terms { at: Stamp::from_timestamp(1_772_463_600), ..Terms::default() };
        let text = serde_json::to_string(&terms).unwrap();
        assert!(!text.contains("bonus") && !text.contains("currency"), "{text}");
        assert_eq!(serde_json::from_str::<Terms>(&text).unwrap(), terms);
    }
}
