//! The form of an interview that was begun and not saved.

use super::super::{Link, Route};
use crate::commands::interview::InterviewForm;
use crate::model::Search;
use crate::words::isolated;

/// The way back to it, where something is typed in it.
pub fn unfinished(search: &Search) -> Option<(String, Link)> {
    let form = InterviewForm::left(search)?;
    let mut people = form.people.iter().map(|row| row.name.trim()).filter(|name| !name.is_empty());
    let what = match form.company.trim() {
        "" => people.next()?,
        company => company,
    };
    let href = Route::Interview { opportunity: form.opportunity, round: form.round }.href();
    let words = format!("You began to note an interview: {}.", isolated(what));
    Some((words, Link { label: "Go on with it", href }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::interview::PersonRow;

    fn told(form: &InterviewForm) -> Option<String> {
        let search = Search { form: serde_json::to_value(form).ok(), ..Search::default() };
        unfinished(&search).map(|(words, _)| words)
    }

    #[test]
    fn a_form_with_something_typed_is_told_and_leads_back_to_itself() {
        let mut form = InterviewForm { company: " Half Co ".to_owned(), ..InterviewForm::default() };
        assert_eq!(told(&form).as_deref(), Some("You began to note an interview: Half Co."));
        form.company.clear();
        form.people.push(PersonRow { name: "Dana".to_owned(), ..PersonRow::default() });
        assert_eq!(told(&form).as_deref(), Some("You began to note an interview: Dana."));
        let search = Search { form: serde_json::to_value(&form).ok(), ..Search::default() };
        assert_eq!(unfinished(&search).unwrap().1.href, "#/interview");
    }

    #[test]
    fn a_form_in_which_nothing_stands_is_not() {
        assert_eq!(told(&InterviewForm { date: "2026-06-09".to_owned(), ..InterviewForm::default() }), None);
        assert_eq!(unfinished(&Search::default()), None);
    }
}
