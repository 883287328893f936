//! Days in a letter that are right no more, or mean two days: "today" in a note that was begun last night, "on Friday"
//! and "by Friday" in one breath.

use super::{Check, CheckContext, Finding, Part, Weight};
use crate::letters::days::LetterDays;
use crate::letters::likeness::main_text;
use crate::model::Letter;
use crate::words;
use chrono::{Datelike, NaiveDate, Weekday};
use std::ops::Range;

/// The days that a letter may speak of.
#[derive(Clone, Debug)]
pub(super) struct KnownDays {
    pub(super) today: NaiveDate,
    pub(super) manner: crate::model::Manner,
    /// When the interview was that the letter is about.
    pub(super) spoken: Option<NaiveDate>,
    /// By when they promised an answer.
    pub(super) promised: Option<NaiveDate>,
    /// When the draft was last typed at, where that is over.
    pub(super) begun: Option<NaiveDate>,
}

pub(super) fn check(letter: &Letter, context: &CheckContext, found: &mut Vec<Finding>) {
    for (part, text) in [(Part::Subject, letter.subject.as_str()), (Part::Body, letter.body.as_str())] {
        let main = if part == Part::Body { main_text(text) } else { 0..text.len() };
        near(part, text, &main, context, found);
        let fridays = named(text, &main);
        two_of_one_name(part, text, &fridays, context, found);
        long_past(part, text, &fridays, context, found);
    }
}

/// "today", "yesterday" and "tomorrow" where they are not the day that is meant.
fn near(part: Part, text: &str, main: &Range<usize>, context: &CheckContext, found: &mut Vec<Finding>) {
    let days = &context.days;
    for (at, word) in words::words(text).filter(|(at, _)| main.contains(at)) {
        let said = match word.to_lowercase().as_str() {
            "today" => days.today,
            "yesterday" => before(days.today),
            "tomorrow" => days.today.succ_opt().unwrap_or(days.today),
            _ => continue,
        };
        let about = context.kind.is_about_talk();
        // A note that is about an interview means its day; any other, the day on which it was begun.
        let meant = match (days.spoken, days.begun) {
            (Some(spoken), _) if about && word != "tomorrow" && Some(said) != days.promised => spoken,
            (_, Some(begun)) => moved(said, days.today, begun),
            _ => continue,
        };
        if said == meant {
            continue;
        }
        let right = match (meant - days.today).num_days() {
            -1..=6 => near_name(meant, days.today),
            _ => days.letter_days().back_then(meant),
        };
        let reason = format!("“{word}” was right when you began. It is {right} now.");
        let range = at..at + word.len();
        let finding = Finding::new(Check::StaleDay, Weight::Better, part, reason).at(range.clone());
        let with = if word.starts_with(char::is_uppercase) { words::capitalized(&right) } else { right };
        found.push(finding.fix(format!("Put “{with}”"), range, with));
    }
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// The day that a word for `said` meant when it was written.
fn moved(said: NaiveDate, today: NaiveDate, begun: NaiveDate) -> NaiveDate {
    begun + (said - today)
}

fn near_name(day: NaiveDate, today: NaiveDate) -> String {
    words::on_day(day, today)
}

/// The days of the week in the main text, and where.
fn named(text: &str, main: &Range<usize>) -> Vec<(Range<usize>, Weekday)> {
    let words = words::words(text).filter(|(at, _)| main.contains(at));
    let days = words.filter_map(|(at, word)| {
        let day = weekday(word.strip_suffix("’s").unwrap_or(word))?;
        Some((at..at + word.len(), day))
    });
    days.filter(|(at, _)| !has_date(text, at)).collect()
}

fn weekday(word: &str) -> Option<Weekday> {
    const ALL: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    ALL.into_iter().find(|day| words::weekday_name(*day) == word)
}

/// Whether a date stands with the day of the week: "Friday 13 March", "Friday, March 13", "Friday the 13th".
fn has_date(text: &str, at: &Range<usize>) -> bool {
    let rest = text.get(at.end..).unwrap_or_default();
    let mut next = words::words(rest).map(|(_, word)| word).take(3);
    next.any(|word| {
        word.starts_with(|first: char| first.is_ascii_digit())
            || (1..=12).any(|number| words::month(number) == word)
    }) && rest.find(['.', '?', '!']).is_none_or(|stop| {
        rest.find(|letter: char| letter.is_ascii_digit()).is_some_and(|digit| digit < stop)
    })
}

/// "on Friday … by Friday": which one is which?
fn two_of_one_name(
    part: Part,
    text: &str,
    named: &[(Range<usize>, Weekday)],
    context: &CheckContext,
    found: &mut Vec<Finding>,
) {
    let days = &context.days;
    let Some((spoken, promised)) = days.spoken.zip(days.promised) else { return };
    if spoken == promised || spoken.weekday() != promised.weekday() {
        return;
    }
    let of_it = || named.iter().filter(|(_, day)| *day == spoken.weekday());
    let ahead = of_it().find(|(at, _)| {
        let before = text.get(..at.start).unwrap_or_default().trim_end();
        ["by", "until", "before", "next", "this"].iter().any(|word| before.ends_with(word))
    });
    let Some((at, day)) = ahead.filter(|_| of_it().count() > 1) else { return };
    let with = days.letter_days().whole(promised);
    let reason =
        format!("There are two {}s in it. The date makes clear which is meant.", words::weekday_name(*day));
    let finding = Finding::new(Check::StaleDay, Weight::Better, part, reason).at(at.clone());
    found.push(finding.fix(format!("Put “{with}”"), at.clone(), with));
}

/// "on Friday" for a day that is more than a week ago.
fn long_past(
    part: Part,
    text: &str,
    named: &[(Range<usize>, Weekday)],
    context: &CheckContext,
    found: &mut Vec<Finding>,
) {
    let days = &context.days;
    let Some(spoken) = days.spoken.filter(|day| (days.today - *day).num_days() > 6) else { return };
    for (at, day) in named {
        let before = text.get(..at.start).unwrap_or_default();
        if *day != spoken.weekday() || !(before.ends_with("on ") || before.ends_with("On ")) {
            continue;
        }
        let with = days.letter_days().date(spoken);
        let reason =
            format!("That {} is more than a week ago. A date is clearer.", words::weekday_name(*day));
        let finding = Finding::new(Check::StaleDay, Weight::Better, part, reason).at(at.clone());
        found.push(finding.fix(format!("Put “{with}”"), at.clone(), with));
    }
}

impl KnownDays {
    fn letter_days(&self) -> LetterDays {
        LetterDays { today: self.today, manner: self.manner, is_late: false, taken: None }
    }
}
