//! The form "Just had an interview": its fields, its rows, and what it begins with.

mod people;
mod promise;
mod upcoming;
mod zone;

pub use people::{folded_line, is_open, wanted_next};
pub use promise::{Promise, PromisedDay, promises};
pub use upcoming::{new_day, still_to_come};
pub use zone::{ZONES, by_the_clock_here, in_both, read_offset};

pub use crate::commands::interview::instant;

use super::when;
use crate::commands::interview::{DeliverRow, FormError, InterviewForm, PersonRow};
use crate::etiquette::{Now, thank_you_window};
use crate::model::{Opportunity, Records, Settings, Stamp, read_date, write_date};
use chrono::{NaiveDate, TimeZone, Timelike};

/// A field of the form. Rows count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InterviewField {
    /// The company.
    Company,
    /// The job.
    Role,
    /// The title of the round.
    Title,
    /// Where it takes place.
    Place,
    /// The day.
    Date,
    /// When it started.
    Starts,
    /// When it ended.
    Ends,
    /// How many minutes it takes.
    Minutes,
    /// The day by which they promised an answer.
    ReplyBy,
    /// A person's name.
    Name(usize),
    /// A person's email address.
    Email(usize),
    /// The one thing worth mentioning to a person.
    TalkedAbout(usize),
    /// What they asked for.
    What(usize),
    /// By when they want it.
    By(usize),
}

impl InterviewField {
    /// Its text.
    pub fn text(self, form: &InterviewForm) -> &str {
        let person = |row: usize, of: fn(&PersonRow) -> &str| form.people.get(row).map_or("", of);
        let asked = |row: usize, of: fn(&DeliverRow) -> &str| form.deliver.get(row).map_or("", of);
        match self {
            Self::Company => &form.company,
            Self::Role => &form.role,
            Self::Title => &form.title,
            Self::Place => &form.place,
            Self::Date => &form.date,
            Self::Starts => &form.starts,
            Self::Ends => &form.ends,
            Self::Minutes => &form.minutes,
            Self::ReplyBy => &form.reply_by,
            Self::Name(row) => person(row, |row| &row.name),
            Self::Email(row) => person(row, |row| &row.email),
            Self::TalkedAbout(row) => person(row, |row| &row.talked_about),
            Self::What(row) => asked(row, |row| &row.what),
            Self::By(row) => asked(row, |row| &row.by),
        }
    }

    /// Sets its text. A row that is not there yet is added.
    pub fn write(self, form: &mut InterviewForm, text: String) {
        match self {
            Self::Company => form.company = text,
            Self::Role => form.role = text,
            Self::Title => form.title = text,
            Self::Place => form.place = text,
            Self::Date => form.date = text,
            Self::Starts => form.starts = text,
            Self::Ends => form.ends = text,
            Self::Minutes => form.minutes = text,
            Self::ReplyBy => {
                form.not_told &= text.is_empty();
                form.reply_by = text;
            }
            Self::Name(at) => row(&mut form.people, at).name = text,
            Self::Email(at) => row(&mut form.people, at).email = text,
            Self::TalkedAbout(at) => row(&mut form.people, at).talked_about = text,
            Self::What(at) => row(&mut form.deliver, at).what = text,
            Self::By(at) => row(&mut form.deliver, at).by = text,
        }
    }

    /// The field that an error is shown at.
    pub fn of(error: FormError) -> Self {
        match error {
            FormError::CompanyMissing => Self::Company,
            FormError::NobodyNamed => Self::Name(0),
            FormError::NameMissing(row) => Self::Name(row),
            FormError::Email(row) => Self::Email(row),
            FormError::Date | FormError::DateFarOff | FormError::StillAhead | FormError::NotAhead => {
                Self::Date
            }
            FormError::Starts | FormError::TimeMissing => Self::Starts,
            FormError::Ends | FormError::EndsBeforeStart => Self::Ends,
            FormError::Minutes => Self::Minutes,
            FormError::ReplyBy | FormError::ReplyByFarOff => Self::ReplyBy,
            FormError::DeliverWhat(row) => Self::What(row),
            FormError::DeliverBy(row) => Self::By(row),
        }
    }
}

/// The row of that index. Missing rows are added.
pub fn row<T: Default>(rows: &mut Vec<T>, at: usize) -> &mut T {
    if rows.len() <= at {
        rows.resize_with(at + 1, T::default);
    }
    // There are more than `at` rows now, so the minimum is always `at`.
    let last = rows.len() - 1;
    #[allow(clippy::indexing_slicing)] // `last` is a row
    &mut rows[at.min(last)]
}

/// The day of the interview: as typed, else today.
pub fn day_of<Tz: TimeZone>(form: &InterviewForm, now: &Now<Tz>) -> NaiveDate {
    read_date(form.date.trim()).unwrap_or_else(|| when::today(now))
}

/// A new form of an interview that ended just now, rounded down to five minutes, with one row for a person.
pub fn fresh<Tz: TimeZone>(now: &Now<Tz>) -> InterviewForm {
    let local = now.at.with_timezone(&now.zone);
    let time = local.time();
    let ended = format!("{:02}:{:02}", time.hour(), time.minute() / 5 * 5);
    InterviewForm {
        date: write_date(local.date_naive()),
        ends: ended,
        people: vec![PersonRow::default()],
        ..InterviewForm::default()
    }
}

/// A form for a round still to come, of which nothing is known yet.
pub fn fresh_to_come() -> InterviewForm {
    InterviewForm { people: vec![PersonRow::default()], ..InterviewForm::default() }
}

/// That the form is not saved, in a sentence beside its button: the fields say why, and may be out of sight.
pub fn refusal(errors: &[FormError]) -> Option<String> {
    match errors.len() {
        0 => None,
        1 => Some("Not saved yet: one thing above needs a look.".to_owned()),
        count => Some(format!("Not saved yet: {} things above need a look.", crate::words::number(count))),
    }
}

/// Whether nothing says when the interview of the form ended: it is not one that is over.
pub fn has_no_end(form: &InterviewForm) -> bool {
    form.ends.trim().is_empty()
}

/// Whether the form is about a round that is still to come.
pub fn is_to_come<Tz: TimeZone>(form: &InterviewForm, now: &Now<Tz>) -> bool {
    let at = if form.starts.is_empty() { &form.ends } else { &form.starts };
    instant(&form.date, at, now).is_some_and(|at| at > now.at)
}

/// Until when a thank-you for an interview that ended then is in time, under the chosen playbook.
pub fn thank_you_hint<Tz: TimeZone>(ends: Stamp, settings: &Settings, now: &Now<Tz>) -> String {
    match thank_you_window(ends, settings, &now.zone).due {
        Some(due) if due > now.at => {
            format!("Thank-yous are at their best until {}.", when::end(due, now))
        }
        _ => "A thank-you is still welcome for a few days.".to_owned(),
    }
}

/// The names of a line such as "Dana Reyes, Sam Ito <sam@example.com>", each with the address beside it.
pub fn names(line: &str) -> Vec<(String, String)> {
    let parts = line.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| match part.split_once('<') {
            Some((name, email)) => (name.trim().to_owned(), email.trim_end_matches('>').trim().to_owned()),
            None => (part.to_owned(), String::new()),
        })
        .collect()
}

/// Puts the names typed in one row into rows of their own. Returns the row after them, which is there then.
pub fn spread_names(form: &mut InterviewForm, at: usize) -> usize {
    let typed = names(&row(&mut form.people, at).name);
    let count = typed.len();
    for (n, (name, email)) in typed.into_iter().enumerate() {
        if n > 0 {
            form.people.insert(at + n, PersonRow::default());
        }
        let row = row(&mut form.people, at + n);
        row.name = name;
        if !email.is_empty() {
            row.email = email;
        }
    }
    let next = at + count.max(1);
    row(&mut form.people, next);
    next
}

/// The companies that are known, for the suggestions of the field.
pub fn companies(records: &Records) -> Vec<String> {
    const MOST: usize = 200;
    let mut names = each_once(records.opportunities.values().map(|one| one.company.as_str()));
    names.truncate(MOST);
    names
}

/// The names of the people known at a company, for the suggestions of the field.
pub fn people_at(records: &Records, company: &str) -> Vec<String> {
    let there = crate::commands::interview::at_company(records, company);
    let people = there.iter().filter_map(|id| records.opportunities.get(id)).flat_map(Opportunity::everyone);
    each_once(people.filter_map(|id| records.people.get(&id)).map(|person| person.name.as_str()))
}

/// Names in order, each once.
fn each_once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<&str> = names.collect();
    crate::sorting::by_key(&mut names, |name| *name);
    names.dedup();
    names.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::resolve_local;
    use crate::model::Role;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Tz};

    fn now(text: &str) -> Now<Tz> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
        Now::new(resolve_local(&New_York, local), New_York)
    }

    #[test]
    fn a_fresh_form_ended_just_now() {
        let form = fresh(&now("2026-06-09T14:33"));
        assert_eq!((form.date.as_str(), form.ends.as_str()), ("2026-06-09", "14:30"));
        assert!(!is_to_come(&form, &now("2026-06-09T14:33")));
    }

    #[test]
    fn a_form_that_is_not_saved_says_so_beside_its_button() {
        let said = |errors: &[FormError]| refusal(errors).unwrap_or_default();
        assert_eq!(said(&[]), "");
        assert_eq!(said(&[FormError::CompanyMissing]), "Not saved yet: one thing above needs a look.");
        let two = said(&[FormError::CompanyMissing, FormError::Starts]);
        assert_eq!(two, "Not saved yet: two things above need a look.");
    }

    #[test]
    fn a_start_ahead_of_now_is_a_round_to_come() {
        let form = InterviewForm { starts: "15:00".to_owned(), ..InterviewForm::default() };
        assert!(is_to_come(&form, &now("2026-06-09T14:33")));
        assert!(!is_to_come(&form, &now("2026-06-09T15:33")));
    }

    #[test]
    fn every_place_shows_what_was_typed_there() {
        let slots = [
            InterviewField::Company,
            InterviewField::Role,
            InterviewField::Title,
            InterviewField::Place,
            InterviewField::Date,
            InterviewField::Starts,
            InterviewField::Ends,
            InterviewField::Minutes,
            InterviewField::ReplyBy,
            InterviewField::Name(1),
            InterviewField::Email(1),
            InterviewField::TalkedAbout(1),
            InterviewField::What(1),
            InterviewField::By(1),
        ];
        let mut form = InterviewForm::default();
        for (n, slot) in slots.into_iter().enumerate() {
            slot.write(&mut form, n.to_string());
        }
        for (n, slot) in slots.into_iter().enumerate() {
            assert_eq!(slot.text(&form), n.to_string(), "{slot:?}");
        }
        assert_eq!((form.people.len(), form.deliver.len()), (2, 2));
    }

    #[test]
    fn a_day_typed_takes_back_that_they_did_not_say() {
        let mut form = InterviewForm { not_told: true, ..InterviewForm::default() };
        InterviewField::ReplyBy.write(&mut form, "2026-06-12".to_owned());
        assert!(!form.not_told);
    }

    #[test]
    fn several_names_in_one_row_become_rows_of_their_own() {
        let mut form = InterviewForm::default();
        InterviewField::Name(0).write(&mut form, "Dana Reyes, Sam Ito <sam@example.com>".to_owned());
        assert_eq!(spread_names(&mut form, 0), 2);
        let rows: Vec<_> = form.people.iter().map(|row| (row.name.as_str(), row.email.as_str())).collect();
        assert_eq!(rows, [("Dana Reyes", ""), ("Sam Ito", "sam@example.com"), ("", "")]);
    }

    #[test]
    fn the_hint_about_thank_yous_names_the_time_of_the_plan_under_each_playbook() {
        use crate::etiquette::plan;
        use crate::model::PlaybookId::{Accrue, After, Considered, Hksm, Plan, Star};
        use crate::model::{Course, Met, Opportunity, OpportunityId, Person, PersonId, Round, RoundId, Task};

        let now = now("2026-06-09T14:33");
        let id = uuid::Uuid::from_u128;
        let mut records = Records::default();
        let mut dana = Person::new(PersonId(id(1)), "Dana Reyes", Role::HiringManager);
        dana.email = Some("dana@acme.example".to_owned());
        let mut round = Round::new(RoundId(id(2)), now.at - chrono::TimeDelta::hours(1), now.at);
        round.course = Some(Course { met: vec![Met::new(dana.id)], ..Course::default() });
        let mut acme = Opportunity::new(OpportunityId(id(3)), "Acme", "Analyst");
        acme.rounds.push(round);
        records.people.insert(dana.id, dana);
        records.opportunities.insert(acme.id, acme);

        let a_day = "tomorrow, 14:33";
        let until = [
            (Considered, a_day),
            (Hksm, a_day),
            (Accrue, a_day),
            (After, a_day),
            (Plan, "Thursday, 14:33"),
            (Star, "the end of tomorrow"),
        ];
        for (playbook, until) in until {
            records.settings.playbook = playbook;
            let hint = thank_you_hint(now.at, &records.settings, &now);
            assert_eq!(hint, format!("Thank-yous are at their best until {until}."), "{playbook:?}");
            let plan = plan(&records, &now);
            let thanks = plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap();
            assert_eq!(when::end(thanks.window.due.unwrap(), &now), until, "{playbook:?}");
        }
        let later = Now::new(now.at + chrono::TimeDelta::days(3), New_York);
        let welcome = "A thank-you is still welcome for a few days.";
        assert_eq!(thank_you_hint(now.at, &records.settings, &later), welcome);
    }

    #[test]
    fn a_feeling_is_kept_and_is_not_yet_the_look_back() {
        use crate::commands::interview::Timing;
        use crate::commands::{Command, apply};
        use crate::etiquette::{Status, plan};
        use crate::model::{Feeling, NumberedIds, Task};

        let now = now("2026-06-09T14:33");
        let mut form = InterviewForm { feeling: Some(Feeling::Badly), ..fresh(&now) };
        InterviewField::Company.write(&mut form, "Acme".to_owned());
        InterviewField::Name(0).write(&mut form, "Dana".to_owned());
        let interview = Box::new(form.check(Timing::Over, &now).interview.unwrap());
        let mut records = Records::default();
        apply(&mut records, Command::RecordInterview(interview), now.at, &mut NumberedIds(0)).unwrap();
        let one = records.opportunities.values().next().unwrap();
        let again = InterviewForm::about(&records, one, &one.rounds[0], &now);
        assert_eq!(again.feeling, Some(Feeling::Badly));
        let plan = plan(&records, &now);
        let look_back = plan.actions.iter().find(|action| action.task() == Task::Assess).unwrap();
        assert_eq!(look_back.status, Status::Open);
    }
}
