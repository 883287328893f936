//! The form of an interview that was begun and not saved.

use super::super::{Link, Route};
use crate::commands::interview::InterviewForm;
use crate::model::Search;
use crate::words::isolated;

/// The way back to it, where something is typed in it.
pub fn unfinished(search: &Search) -> Option<(String, Link)> {
    let (opportunity, round, form) = InterviewForm::left_last(search)?;
    let mut people = form.people.iter().map(|row| row.name.trim()).filter(|name| !name.is_empty());
    let what = match form.company.trim() {
        "" => people.next()?,
        company => company,
    };
    let href = Route::Interview { opportunity, round }.href();
    let words = format!("You began to note an interview: {}.", isolated(what));
    Some((words, Link { label: "Go on with it", href }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::interview::{PersonRow, draft_name};
    use crate::model::{FormDraft, OpportunityId};

    fn kept(opportunity: Option<OpportunityId>, form: &InterviewForm) -> Search {
        let name = draft_name(opportunity, None);
        let form_drafts = vec![FormDraft { form: name, texts: form.texts(), was: Vec::new(), open: false }];
        Search { form_drafts, ..Search::default() }
    }

    fn told(form: &InterviewForm) -> Option<String> {
        unfinished(&kept(None, form)).map(|(words, _)| words)
    }

    #[test]
    fn a_form_with_something_typed_is_told_and_leads_back_to_itself() {
        let mut form = InterviewForm { company: " Half Co ".to_owned(), ..InterviewForm::default() };
        assert_eq!(told(&form).as_deref(), Some("You began to note an interview: Half Co."));
        form.company.clear();
        form.people.push(PersonRow { name: "Dana".to_owned(), ..PersonRow::default() });
        assert_eq!(told(&form).as_deref(), Some("You began to note an interview: Dana."));
        assert_eq!(unfinished(&kept(None, &form)).unwrap().1.href, "#/interview");
        let id = OpportunityId(uuid::Uuid::from_u128(7));
        let href = Route::Interview { opportunity: Some(id), round: None }.href();
        assert_eq!(unfinished(&kept(Some(id), &form)).unwrap().1.href, href);
        let older = Search { form: serde_json::to_value(&form).ok(), ..Search::default() };
        assert_eq!(unfinished(&older).unwrap().1.href, "#/interview");
    }

    #[test]
    fn a_form_in_which_nothing_stands_is_not() {
        assert_eq!(told(&InterviewForm { date: "2026-06-09".to_owned(), ..InterviewForm::default() }), None);
        assert_eq!(unfinished(&Search::default()), None);
    }
}
