//! Money in words.

use crate::model::Amount;

/// An amount with its currency, to be read: "52,000 EUR", "$24.50".
pub fn money(amount: Amount, currency: &str) -> String {
    let currency = currency.trim();
    let (whole, part) = (amount.0 / 100, amount.0 % 100);
    let figure = if part == 0 { grouped(whole) } else { format!("{}.{part:02}", grouped(whole)) };
    if currency.is_empty() {
        figure
    } else if currency.chars().any(char::is_alphanumeric) {
        format!("{figure}\u{a0}{currency}")
    } else {
        format!("{currency}{figure}")
    }
}

/// "1,250,000".
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_leads_a_code_follows_and_thousands_are_grouped() {
        assert_eq!(money(Amount::whole(52_000), "EUR"), "52,000\u{a0}EUR");
        assert_eq!(money(Amount(2_450), "$"), "$24.50");
        assert_eq!(money(Amount::whole(1_250_000), ""), "1,250,000");
        assert_eq!(money(Amount::whole(999), " £ "), "£999");
        assert_eq!(money(Amount(5), ""), "0.05");
    }
}
