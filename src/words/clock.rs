//! Times of day, as the reader's clock has them.

use chrono::{NaiveTime, Timelike};

/// How hours are counted where the reader lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum HourCycle {
    /// From 0 to 23: "14:30".
    #[default]
    TwentyFour,
    /// Twice from 1 to 12: "2:30 PM".
    Twelve,
}

/// "16:05", or "4:05 PM" for whoever counts to twelve.
///
/// ```
/// use afterword::words::{HourCycle, clock};
///
/// let time = chrono::NaiveTime::from_hms_opt(16, 5, 0).unwrap();
/// assert_eq!(clock(time, HourCycle::TwentyFour), "16:05");
/// assert_eq!(clock(time, HourCycle::Twelve), "4:05\u{a0}PM");
/// ```
pub fn clock(time: NaiveTime, hours: HourCycle) -> String {
    match hours {
        HourCycle::TwentyFour => format!("{:02}:{:02}", time.hour(), time.minute()),
        HourCycle::Twelve => {
            let (afternoon, hour) = time.hour12();
            // No line breaks between the two.
            format!("{hour}:{:02}\u{a0}{}", time.minute(), if afternoon { "PM" } else { "AM" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_counts_hours_in_their_own_way() {
        let both = |hour, minute| {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            (clock(time, HourCycle::TwentyFour), clock(time, HourCycle::Twelve))
        };
        let of = |one: &str, other: &str| (one.to_owned(), other.replace(' ', "\u{a0}"));
        assert_eq!(both(9, 5), of("09:05", "9:05 AM"));
        assert_eq!(both(14, 30), of("14:30", "2:30 PM"));
        assert_eq!(both(0, 0), of("00:00", "12:00 AM"), "midnight");
        assert_eq!(both(12, 0), of("12:00", "12:00 PM"), "noon");
        assert_eq!(both(23, 59), of("23:59", "11:59 PM"));
    }
}
