//! Who was there, row by row: all but the one at hand are folded to a line.

use super::super::choices::role_name;
use super::InterviewField;
use crate::commands::interview::{InterviewForm, PersonRow};
use crate::words::isolated;

/// Whether the row of a person is open: the one at hand, one in which something is wrong, one in which nothing stands,
/// and the only one.
pub fn is_open(form: &InterviewForm, row: usize, at_hand: Option<usize>, is_wrong: bool) -> bool {
    let is_empty = form.people.get(row).is_none_or(PersonRow::is_empty);
    is_wrong || is_empty || at_hand == Some(row) || form.people.len() <= 1
}

/// What the row of a person is folded to: their name, and what is known of them.
pub fn folded_line(person: &PersonRow, row: usize) -> (String, String) {
    let name = isolated(person.name.trim());
    let name = if name.is_empty() { format!("Person {}", row + 1) } else { name.into_owned() };
    let mail = if person.email.trim().is_empty() { "no mail yet" } else { "mail known" };
    (name, format!("{} · {mail}", role_name(person.role)))
}

/// The field of a person's row that is still empty and wanted first. The one thing worth mentioning is asked once it
/// is over.
pub fn wanted_next(person: &PersonRow, row: usize, to_come: bool) -> Option<InterviewField> {
    let fields = [
        (&person.name, InterviewField::Name(row)),
        (&person.email, InterviewField::Email(row)),
        (&person.talked_about, InterviewField::TalkedAbout(row)),
    ];
    let mut asked = fields.into_iter().take(if to_come { 2 } else { 3 });
    asked.find(|(text, _)| text.trim().is_empty()).map(|(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    fn row(name: &str, email: &str, talked_about: &str) -> PersonRow {
        let [name, email, talked_about] = [name, email, talked_about].map(str::to_owned);
        PersonRow { name, email, talked_about, ..PersonRow::default() }
    }

    #[test]
    fn all_but_the_row_at_hand_are_folded_unless_they_are_empty_or_wrong() {
        let people = vec![row("Dana", "", ""), row("Sam", "sam@", ""), row("", "", "")];
        let form = InterviewForm { people, ..InterviewForm::default() };
        let open = |at_hand, wrong: Option<usize>| {
            [0, 1, 2].map(|row| is_open(&form, row, at_hand, wrong == Some(row)))
        };
        assert_eq!(open(Some(2), None), [false, false, true]);
        assert_eq!(open(Some(0), None), [true, false, true]);
        assert_eq!(open(None, Some(1)), [false, true, true]);
        let alone = InterviewForm { people: vec![row("Dana", "", "")], ..InterviewForm::default() };
        assert!(is_open(&alone, 0, None, false));
    }

    #[test]
    fn a_folded_row_says_who_it_is_and_whether_they_can_be_written_to() {
        let dana = PersonRow { role: Role::HiringManager, ..row("Dana Reyes", "dana@acme.example", "") };
        assert_eq!(
            folded_line(&dana, 0),
            ("Dana Reyes".to_owned(), "Hiring manager · mail known".to_owned())
        );
        let unnamed = row("", "", "the move");
        assert_eq!(folded_line(&unnamed, 1), ("Person 2".to_owned(), "Interviewer · no mail yet".to_owned()));
    }

    #[test]
    fn what_is_wanted_first_is_the_first_field_that_is_empty() {
        let wanted = |row: PersonRow| wanted_next(&row, 3, false);
        assert_eq!(wanted(row("", "", "")), Some(InterviewField::Name(3)));
        assert_eq!(wanted(row("Dana", "", "the move")), Some(InterviewField::Email(3)));
        assert_eq!(wanted(row("Dana", "d@acme.example", "")), Some(InterviewField::TalkedAbout(3)));
        assert_eq!(wanted(row("Dana", "d@acme.example", "the move")), None);
        assert_eq!(wanted_next(&row("Dana", "d@acme.example", ""), 3, true), None);
    }
}
