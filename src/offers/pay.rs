//! What an offer pays in a year, whatever it is quoted in.

use crate::model::{Amount, PayPeriod, Terms};

/// Hours of a week, where the terms do not say.
const HOURS: u8 = 40;
/// Weeks of a year: leave is paid.
const WEEKS: u64 = 52;
/// Years over which equity is earned, where the terms do not say.
const EQUITY_YEARS: u8 = 4;

/// What an offer pays in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YearlyPay {
    /// The base pay.
    pub base: Amount,
    /// The bonus.
    pub bonus: Amount,
    /// The part of the equity that is earned in one year.
    pub equity: Amount,
    /// What is paid once, in the first year.
    pub sign_on: Amount,
}

impl YearlyPay {
    /// A usual year: without what is paid once.
    pub fn usual(&self) -> Amount {
        self.base.plus(self.bonus).plus(self.equity)
    }

    /// The first year: with what is paid for signing.
    pub fn first(&self) -> Amount {
        self.usual().plus(self.sign_on)
    }
}

/// What these terms pay in a year, before tax; `None` where no base pay is known.
pub fn yearly_pay(terms: &Terms) -> Option<YearlyPay> {
    let base = terms.base?;
    let periods = match terms.period {
        PayPeriod::Hour => WEEKS * u64::from(terms.hours.unwrap_or(HOURS)),
        PayPeriod::Month => 12,
        PayPeriod::Year => 1,
    };
    let years = u64::from(terms.equity_years.unwrap_or(EQUITY_YEARS).max(1));
    Some(YearlyPay {
        base: base.times(periods),
        bonus: terms.bonus.unwrap_or_default(),
        equity: Amount(terms.equity.unwrap_or_default().0 / years),
        sign_on: terms.sign_on.unwrap_or_default(),
    })
}

/// Whether two currencies are one, as users write them. Two that nobody named are one, too.
pub fn same_currency(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(base: u64, period: PayPeriod) -> Terms {
        Terms { base: Some(Amount::whole(base)), period, ..Terms::default() }
    }

    fn in_a_year(terms: &Terms) -> (Amount, Amount) {
        let pay = yearly_pay(terms).unwrap();
        (pay.usual(), pay.first())
    }

    fn whole(units: u64) -> Amount {
        Amount::whole(units)
    }

    #[test]
    fn a_month_is_a_twelfth_and_an_hour_is_paid_for_52_weeks() {
        assert_eq!(in_a_year(&terms(4_500, PayPeriod::Month)).0, whole(54_000));
        // 28.50 an hour, 40 hours a week: 28.50 * 2,080.
        let hourly = Terms { base: Some(Amount(2_850)), ..terms(0, PayPeriod::Hour) };
        assert_eq!(in_a_year(&hourly).0, whole(59_280));
        // Of 32 hours a week: 28.50 * 1,664.
        let part_time = Terms { hours: Some(32), ..hourly };
        assert_eq!(in_a_year(&part_time).0, whole(47_424));
    }

    #[test]
    fn equity_counts_by_the_year_and_what_is_paid_for_signing_in_the_first_alone() {
        let offer = Terms {
            bonus: Some(Amount::whole(8_000)),
            equity: Some(Amount::whole(60_000)),
            sign_on: Some(Amount::whole(5_000)),
            ..terms(90_000, PayPeriod::Year)
        };
        // 90,000 + 8,000 + 60,000 / 4; and 5,000 once.
        assert_eq!(in_a_year(&offer), (whole(113_000), whole(118_000)));
        // Over three years the equity comes to 20,000 a year.
        let faster = Terms { equity_years: Some(3), ..offer.clone() };
        assert_eq!(in_a_year(&faster).0, whole(118_000));
        let at_once = Terms { equity_years: Some(0), ..offer };
        assert_eq!(in_a_year(&at_once).0, whole(158_000), "no years are one");
    }

    #[test]
    fn without_a_base_pay_there_is_no_figure() {
        let bonus_alone = Terms { bonus: Some(Amount::whole(8_000)), ..Terms::default() };
        assert_eq!(yearly_pay(&bonus_alone), None);
    }

    #[test]
    fn a_currency_is_the_same_however_it_is_typed() {
        assert!(same_currency("eur", " EUR "));
        assert!(same_currency("", ""));
        assert!(!same_currency("EUR", "USD"));
        assert!(!same_currency("", "USD"));
    }
}
