//! Calendar files (RFC 5545): their lines, and the days in them.

mod yearly;

pub(super) use yearly::Yearly;

use crate::model::read_date;
use chrono::NaiveDate;

/// The lines as they were before they were folded to fit 75 octets.
pub(super) fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for line in text.split('\n') {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A line of a calendar, taken apart.
pub(super) struct Property<'a> {
    pub(super) name: String,
    pub(super) value: &'a str,
}

impl<'a> Property<'a> {
    /// `NAME;PARAMETER=…:value`. A parameter in quotes may hold the signs that part the others.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find(|(_, sign)| {
            quoted ^= *sign == '"';
            *sign == ':' && !quoted
        });
        let (head, value) = line.split_at_checked(colon?.0)?;
        let name = head.split(';').next()?.trim().to_ascii_uppercase();
        Some(Self { name, value: value.get(1..)?.trim() })
    }
}

/// A text without its escapes.
pub(super) fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, sign == '\\') {
            (_, true) => match signs.next() {
                Some('n' | 'N') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            (sign, false) => text.push(sign),
        }
    }
    text
}

/// The day of `20260106` or of `20260106T…`: of a time in another zone the day as it is written.
pub(super) fn day_of(value: &str) -> Option<NaiveDate> {
    let (day, rest) = value.trim().split_at_checked(8)?;
    if !(rest.is_empty() || rest.starts_with('T')) {
        return None;
    }
    let (year, month, date) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
    read_date(&format!("{year}-{month}-{date}"))
}

/// The last day that an end touches: ends are exclusive, and so is midnight.
pub(super) fn last_day(value: &str) -> Option<NaiveDate> {
    let day = day_of(value)?;
    let time = value.trim().split_once('T').map(|(_, time)| time.trim_end_matches('Z'));
    if time.is_some_and(|time| time != "000000") { Some(day) } else { day.pred_opt() }
}

/// Whole days or weeks: `P1D`, `P2W`.
pub(super) fn whole_days(value: &str) -> Option<i64> {
    let value = value.trim().to_ascii_uppercase();
    let value = value.strip_prefix('+').unwrap_or(&value).strip_prefix('P')?;
    if let Some(weeks) = value.strip_suffix('W') {
        return weeks.parse::<i64>().ok()?.checked_mul(7);
    }
    value.strip_suffix('D').unwrap_or(value.strip_suffix("DT0S").unwrap_or("-")).parse().ok()
}
