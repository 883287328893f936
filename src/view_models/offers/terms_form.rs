//! The form of what an offer pays.

use crate::model::{Amount, PayPeriod, Stamp, Terms};

/// What the base pay is paid for, in words.
pub const PERIODS: [(PayPeriod, &str); 3] =
    [(PayPeriod::Year, "a year"), (PayPeriod::Month, "a month"), (PayPeriod::Hour, "an hour")];

/// The form as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TermsForm {
    /// The currency.
    pub currency: String,
    /// The base pay for one period.
    pub base: String,
    /// What the base pay is paid for.
    pub period: PayPeriod,
    /// The hours of a week.
    pub hours: String,
    /// The bonus of a usual year.
    pub bonus: String,
    /// The equity, all of it.
    pub equity: String,
    /// The years over which it is earned.
    pub equity_years: String,
    /// What is paid once, for signing.
    pub sign_on: String,
    /// Whether these terms are in writing.
    pub in_writing: bool,
}

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermsField {
    /// The base pay.
    Base,
    /// The hours of a week.
    Hours,
    /// The bonus.
    Bonus,
    /// The equity.
    Equity,
    /// Its years.
    EquityYears,
    /// What is paid for signing.
    SignOn,
}

/// What is wrong with a field.
pub type WrongTerms = (TermsField, &'static str);

impl TermsForm {
    /// The form of known terms.
    pub fn of(terms: &Terms) -> Self {
        let amount = |amount: Option<Amount>| amount.map(|it| it.to_string()).unwrap_or_default();
        let number = |number: Option<u8>| number.map(|it| it.to_string()).unwrap_or_default();
        Self {
            currency: terms.currency.clone(),
            base: amount(terms.base),
            period: terms.period,
            hours: number(terms.hours),
            bonus: amount(terms.bonus),
            equity: amount(terms.equity),
            equity_years: number(terms.equity_years),
            sign_on: amount(terms.sign_on),
            in_writing: terms.in_writing,
        }
    }

    /// The terms, as of a moment.
    ///
    /// # Errors
    /// Every field that cannot be read, with what to write there.
    pub fn check(&self, at: Option<Stamp>) -> Result<Terms, Vec<WrongTerms>> {
        let mut wrong = Vec::new();
        let terms = Terms {
            at,
            in_writing: self.in_writing,
            currency: self.currency.trim().to_owned(),
            base: amount(&self.base, TermsField::Base, &mut wrong),
            period: self.period,
            hours: number(&self.hours, TermsField::Hours, 1..=80, &mut wrong)
                .filter(|_| self.period == PayPeriod::Hour),
            bonus: amount(&self.bonus, TermsField::Bonus, &mut wrong),
            equity: amount(&self.equity, TermsField::Equity, &mut wrong),
            equity_years: number(&self.equity_years, TermsField::EquityYears, 1..=20, &mut wrong),
            sign_on: amount(&self.sign_on, TermsField::SignOn, &mut wrong),
        };
        if wrong.is_empty() { Ok(terms) } else { Err(wrong) }
    }

    /// Its texts, for the draft.
    pub fn texts(&self) -> Vec<String> {
        let period = PERIODS.iter().position(|(period, _)| *period == self.period).unwrap_or_default();
        let (period, in_writing) = (period.to_string(), self.in_writing.to_string());
        [
            &self.currency,
            &self.base,
            &period,
            &self.hours,
            &self.bonus,
            &self.equity,
            &self.equity_years,
            &self.sign_on,
            &in_writing,
        ]
        .map(String::clone)
        .to_vec()
    }

    /// The form as its draft has it; `None` where the texts are those of another version.
    pub fn left(texts: &[String]) -> Option<Self> {
        let [currency, base, period, hours, bonus, equity, equity_years, sign_on, in_writing] = texts else {
            return None;
        };
        let (period, _) = PERIODS.get(period.parse::<usize>().ok()?)?;
        Some(Self {
            currency: currency.clone(),
            base: base.clone(),
            period: *period,
            hours: hours.clone(),
            bonus: bonus.clone(),
            equity: equity.clone(),
            equity_years: equity_years.clone(),
            sign_on: sign_on.clone(),
            in_writing: in_writing == "true",
        })
    }
}

fn amount(text: &str, field: TermsField, wrong: &mut Vec<WrongTerms>) -> Option<Amount> {
    if text.trim().is_empty() {
        return None;
    }
    let amount = text.parse().ok();
    if amount.is_none() {
        wrong.push((field, "A number, like 52000 or 24.50."));
    }
    amount
}

fn number(
    text: &str,
    field: TermsField,
    range: std::ops::RangeInclusive<u8>,
    wrong: &mut Vec<WrongTerms>,
) -> Option<u8> {
    if text.trim().is_empty() {
        return None;
    }
    let number = text.trim().parse().ok().filter(|number| range.contains(number));
    if number.is_none() {
        let words =
            if field == TermsField::Hours { "A number from 1 to 80." } else { "A number from 1 to 20." };
        wrong.push((field, words));
    }
    number
}
