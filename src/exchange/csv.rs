//! Tables as spreadsheets write them (RFC 4180), and the days in them. What is not to the letter is read as it is meant:
//! parted by semicolons or tabs, with a mark at the start, with ends of lines of any kind.

use crate::model::Manner;
use chrono::{Datelike, NaiveDate};

/// The rows of a table. A cell in quotes may hold what parts the others, and ends of lines; two quotes in it are one.
/// Lines in which nothing stands are left out.
///
/// ```
/// let rows = afterword::exchange::csv::rows("a;b\r\n\"c; \"\"d\"\"\";e");
/// assert_eq!(rows, [["a", "b"], ["c; \"d\"", "e"]]);
/// ```
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator(text);
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut signs) = (false, text.chars().peekable());
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            _ if quoted => cell.push(sign),
            _ if sign == separator => row.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(sign),
        }
    }
    row.push(cell);
    rows.push(row);
    rows.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

/// What parts the cells: the sign that the first line has most of.
fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    let [semicolons, tabs] = [';', '\t'].map(count);
    match count(',') {
        commas if tabs > commas && tabs >= semicolons => '\t',
        commas if semicolons > commas => ';',
        _ => ',',
    }
}

/// Whether the days of a column, such as 3/5/2026, begin with the month. One day that can be read in one way alone says
/// so for all; else it is as whoever wrote them is used to.
pub fn month_first<'a>(days: impl Iterator<Item = &'a str>, manner: Manner) -> bool {
    for day in days {
        match numbers(day).as_slice() {
            [13..=31, 1..=12, _] => return false,
            [1..=12, 13..=31, _] => return true,
            _ => {}
        }
    }
    manner == Manner::American
}

/// A day as people write it: "2026-03-05", "5.3.2026", "3/5/26", "5 Mar 2026", "March 5, 2026"; a time after it is let be.
pub fn read_day(text: &str, month_first: bool) -> Option<NaiveDate> {
    let numbers = numbers(text);
    let (year, month, day) = match (numbers.as_slice(), named_month(text)) {
        ([year, month, day], None) if *year >= 1000 => (*year, *month, *day),
        ([day, year, ..], Some(month)) => (*year, month, *day),
        // Days parted by points begin with the day everywhere.
        ([month, day, year, ..], None) if month_first && !text.contains('.') => (*year, *month, *day),
        ([day, month, year, ..], None) => (*year, *month, *day),
        _ => return None,
    };
    let century = if year < 100 { 2000 } else { 0 };
    NaiveDate::from_ymd_opt(i32::try_from(year + century).ok()?, month, day).filter(|day| day.year() > 1900)
}

/// The first three numbers of a text.
fn numbers(text: &str) -> Vec<u32> {
    let parts = text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.take(3).filter_map(|part| part.parse().ok()).collect()
}

fn named_month(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let is_named = |number: &u32| {
        let name = crate::words::month(*number).to_lowercase();
        name.get(..3).is_some_and(|short| text.contains(short))
    };
    (1..=12).find(is_named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i16_cells_in_quotes_hold_separators_quotes_and_ends_of_lines() {
        let read = rows("Company,Notes\r\n\"Acme, Inc.\",\"said \"\"soon\"\"\nand smiled\"\r\nBirch,\r\n");
        assert_eq!(read, [["Company", "Notes"], ["Acme, Inc.", "said \"soon\"\nand smiled"], ["Birch", ""]]);
    }

    #[test]
    fn i16_semicolons_and_tabs_part_cells_too_and_a_mark_at_the_start_is_none_of_the_text() {
        assert_eq!(
            rows("\u{feff}Company;Role\nAcme, Inc.;Analyst"),
            [["Company", "Role"], ["Acme, Inc.", "Analyst"]]
        );
        assert_eq!(
            rows("Company\tRole\rAcme; Inc.\tAnalyst"),
            [["Company", "Role"], ["Acme; Inc.", "Analyst"]]
        );
    }

    #[test]
    fn i16_what_is_not_to_the_letter_is_read_as_it_stands() {
        assert_eq!(rows("a,b\n5\" disk,c"), [["a", "b"], ["5\" disk", "c"]]);
        assert_eq!(rows("a,b\n\"never closed,c\nd,e"), [vec!["a", "b"], vec!["never closed,c\nd,e"]]);
        assert_eq!(rows("\n , \n"), Vec::<Vec<String>>::new());
        assert_eq!(rows(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn ten_thousand_lines_are_read() {
        let line = "\"Company, No. 1\",Analyst,2026-03-05\n";
        let read = rows(&line.repeat(10_000));
        assert_eq!((read.len(), read[9_999][0].as_str()), (10_000, "Company, No. 1"));
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let fifth = NaiveDate::from_ymd_opt(2026, 3, 5);
        let either = [
            "2026-03-05",
            "2026/3/5",
            "5.3.2026",
            "05.03.26",
            "5 Mar 2026",
            "March 5, 2026",
            "2026-03-05T09:30",
        ];
        for text in either {
            assert_eq!([read_day(text, true), read_day(text, false)], [fifth, fifth], "{text}");
        }
        assert_eq!((read_day("3/5/2026", true), read_day("5/3/26", false)), (fifth, fifth));
        for text in ["", "soon", "2026", "31.2.2026", "5/3", "March"] {
            assert_eq!(read_day(text, false), None, "{text}");
        }
    }

    #[test]
    fn one_clear_day_says_for_all_which_number_is_the_month() {
        let first = |days: &[&'static str], manner| month_first(days.iter().copied(), manner);
        assert!(first(&["3/4/2026", "3/14/2026"], Manner::British));
        assert!(!first(&["3/4/2026", "14/3/2026"], Manner::American));
        assert!(first(&["3/4/2026"], Manner::American) && !first(&["3/4/2026"], Manner::British));
    }
}
