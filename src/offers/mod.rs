//! Offers: what they pay in a year, how they compare, what there is to negotiate with.
//!
//! The advice behind it: with two offers one compares pay, benefits, culture, duties, growth and work-life balance,
//! how well each fits one's skills and long-term plans, and then has something to negotiate with (HKSM). What is a
//! judgement stays the user's: the criteria are rated and weighed by them, and a score shows what it is made of.

mod ask;
mod compare;
mod pay;

pub use ask::{Ask, asks};
pub use compare::{BEST, Candidate, Comparison, MOST_WEIGHT, Part, RankChange, Score, compare, weight};
pub use pay::{YearlyPay, same_currency, yearly_pay};

/// Values for some of the criteria, for the tests.
#[cfg(test)]
fn values(values: &[(crate::model::Criterion, u8)]) -> crate::model::CriterionValues {
    let mut all = crate::model::CriterionValues::default();
    for (criterion, value) in values {
        all.set(*criterion, Some(*value));
    }
    all
}
