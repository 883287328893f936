//! Offers: what they pay in a year, how they compare, what there is to negotiate with.
//!
//! The advice behind it: with two offers one compares pay, benefits, culture, duties, growth and work-life balance,
//! how well each fits one's skills and long-term plans, and then has something to negotiate with (HKSM). What is a
//! judgement stays the user's: the criteria are rated and weighed by them, and a score shows what it is made of.

mod ask;
mod compare;
mod pay;

pub use ask::{Ask, asks};
pub use compare::{BEST, Candidate, Comparison, MOST_WEIGHT, Part, Score, Turn, compare, weight};
pub use pay::{YearlyPay, same_currency, yearly_pay};
