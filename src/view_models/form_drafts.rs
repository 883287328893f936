//! The drafts of the editors of an opportunity and of a person: their names, and their texts.

use super::choices::ROLES;
use crate::model::{
    FormDraft, Opportunity, OpportunityId, Person, PersonId, Records, Role, Search, name_and_address,
};
use serde_json::Value;

/// The name of the draft of an opportunity's editor.
pub fn opportunity(opportunity: OpportunityId) -> String {
    format!("{opportunity}/edit")
}

/// The name of the draft of the form that adds a person to an opportunity.
pub fn added_person(opportunity: OpportunityId) -> String {
    format!("{opportunity}/person")
}

/// The name of the draft of a person's editor. All new people share one draft.
pub fn person(id: PersonId, records: &Records) -> String {
    if records.people.contains_key(&id) { crate::commands::editor_of(id) } else { NEW_PERSON.to_owned() }
}

/// The name of the draft of a new person.
pub const NEW_PERSON: &str = "person/new";

/// The draft of that name.
pub fn find<'a>(search: &'a Search, form: &str) -> Option<&'a FormDraft> {
    search.form_drafts.iter().find(|left| left.form == form)
}

/// What is left of a draft once a form was saved with these texts, where those stood in it at first: what another tab has
/// typed. `None` where that is nothing.
pub fn left_by(draft: &FormDraft, was: &[String], saved: &[String]) -> Option<FormDraft> {
    let mut left = draft.clone();
    let places = left.texts.len();
    if [left.was.len(), was.len(), saved.len()].iter().any(|length| *length != places) {
        return Some(left);
    }
    let then_and_now = left.texts.iter_mut().zip(&mut left.was);
    for ((text, base), (was, saved)) in
        then_and_now.zip(was.iter().zip(saved)).filter(|(_, (was, saved))| was != saved)
    {
        // What is saved is typed no more: only what differs from it is.
        if text == base || text == was {
            text.clone_from(saved);
        }
        base.clone_from(saved);
    }
    is_typed(&left).then_some(left)
}

/// Whether there is anything in a draft that did not stand in its form at first.
pub fn is_typed(draft: &FormDraft) -> bool {
    draft.texts != draft.was
}

/// The first thing that other texts of a form say where these say something else; `None` where they say the same.
pub fn difference(own: &[String], other: &[String]) -> Option<String> {
    let differing = own.iter().zip(other).find(|(own, other)| own != other);
    let (own, other) = differing?;
    let whole = |text: &str| serde_json::from_str::<Value>(text).ok().filter(Value::is_object);
    let words = match (whole(own), whole(other)) {
        (Some(own), Some(other)) if own == other => return None,
        (Some(own), Some(other)) => differing_text(&own, &other).unwrap_or_default(),
        _ => other.clone(),
    };
    Some(if words.is_empty() { "nothing".to_owned() } else { words })
}

fn differing_text(own: &Value, other: &Value) -> Option<String> {
    match (own, other) {
        (own, other) if own == other => None,
        (Value::Object(own), Value::Object(other)) => {
            other.iter().find_map(|(name, other)| differing_text(own.get(name)?, other))
        }
        (Value::Array(own), Value::Array(other)) => {
            let own = own.iter().chain(std::iter::repeat(&Value::Null));
            other.iter().zip(own).find_map(|(other, own)| differing_text(own, other))
        }
        (_, Value::Object(other)) => other.values().find_map(|it| differing_text(&Value::Null, it)),
        (_, Value::String(text)) if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}

/// Whether the form of that name was open when the page was left.
pub fn is_open(search: &Search, form: &str) -> bool {
    find(search, form).is_some_and(|left| left.open && is_typed(left))
}

/// The texts of an opportunity's editor; `applied` is the day of the application as typed.
pub fn opportunity_texts(one: &Opportunity, applied: &str) -> Vec<String> {
    let via = one.via.map(|via| via.to_string()).unwrap_or_default();
    [&one.company, &one.role, applied, &one.link, &one.notes, &via].map(str::to_owned).to_vec()
}

/// Fills an opportunity from the texts of its editor. Gives back the day of the application as typed; `None` where the
/// texts are those of another version.
pub fn fill_opportunity(one: &mut Opportunity, texts: &[String]) -> Option<String> {
    // Who it comes through was not asked by older versions.
    let [company, role, applied, link, notes, via @ ..] = texts else { return None };
    let via = via.first().map_or(one.via, |via| via.parse().ok());
    let (company, role, link, notes) = (company.clone(), role.clone(), link.clone(), notes.clone());
    *one = Opportunity { company, role, link, notes, via, ..one.clone() };
    Some(applied.clone())
}

/// The texts of a person's editor.
pub fn person_texts(it: &Person) -> Vec<String> {
    let role = role_index(it.role).to_string();
    let email = it.email.as_deref().unwrap_or_default();
    [&it.name, &role, &it.title, &it.company, email, &it.phone, &it.linkedin, &it.notes]
        .map(str::to_owned)
        .to_vec()
}

/// Fills a person from the texts of their editor. `false` where the texts are those of another version.
pub fn fill_person(it: &mut Person, texts: &[String]) -> bool {
    let [name, role, title, company, email, phone, linkedin, notes] = texts else { return false };
    it.role = role_of(role);
    it.email = Some(email.clone()).filter(|email| !email.is_empty());
    let lines = [
        (&mut it.name, name),
        (&mut it.title, title),
        (&mut it.company, company),
        (&mut it.phone, phone),
        (&mut it.linkedin, linkedin),
        (&mut it.notes, notes),
    ];
    for (line, text) in lines {
        text.clone_into(line);
    }
    true
}

/// A person as they are stored: without blanks around what was typed, and with an address taken apart as mail programs
/// copy it.
pub fn trimmed(mut person: Person) -> Person {
    for field in
        [&mut person.name, &mut person.title, &mut person.company, &mut person.phone, &mut person.linkedin]
    {
        *field = field.trim().to_owned();
    }
    if let Some(email) = person.email.take() {
        let (name, address) = name_and_address(&email);
        if person.name.is_empty() {
            name.clone_into(&mut person.name);
        }
        person.email = Some(address.to_owned()).filter(|address| !address.is_empty());
    }
    person
}

/// The index of a role in [`ROLES`].
fn role_index(role: Role) -> usize {
    ROLES.iter().position(|one| *one == role).unwrap_or_default()
}

fn role_of(index: &str) -> Role {
    index.parse::<usize>().ok().and_then(|index| ROLES.get(index).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn texts(role: &str, notes: &str) -> Vec<String> {
        vec![role.to_owned(), notes.to_owned()]
    }

    /// What stood in a form, and its draft once two tabs have typed in it.
    fn typed_in_two_tabs() -> (Vec<String>, FormDraft) {
        let was = texts("Analyst", "");
        let (form, texts) = ("1/edit".to_owned(), texts("Lead", "Nice"));
        (was.clone(), FormDraft { form, texts, was, open: true })
    }

    #[test]
    fn s27_what_two_tabs_typed_in_one_form_and_both_saved_is_half_typed_no_more() {
        let (was, both) = typed_in_two_tabs();
        let left = left_by(&both, &was, &texts("Lead", "")).unwrap();
        assert_eq!((&left.texts, &left.was), (&texts("Lead", "Nice"), &texts("Lead", "")));
        assert_eq!(left_by(&left, &was, &texts("Analyst", "Nice")), None);
        assert_eq!(left_by(&both, &was, &texts("Lead", "Nice")), None);
        // What was typed last, and not kept yet, is saved as well.
        let early = FormDraft { texts: texts("Analyst", "Nice"), ..both.clone() };
        assert_eq!(left_by(&early, &was, &texts("Lead", "")), Some(left));
        // Both typed in one place: what was not saved stays typed.
        let left = left_by(&both, &was, &texts("Head", "")).unwrap();
        assert_eq!((&left.texts, &left.was), (&texts("Lead", "Nice"), &texts("Head", "")));
    }

    #[test]
    fn s27_two_tabs_that_save_one_form_at_the_same_moment_leave_nothing_of_it_typed() {
        use crate::model::Merge;
        let (was, both) = typed_in_two_tabs();
        let mut merged = left_by(&both, &was, &texts("Lead", "")).unwrap();
        merged.merge(&both, &left_by(&both, &was, &texts("Analyst", "Nice")).unwrap());
        assert!(!is_typed(&merged), "{merged:?}");
        let search = Search { form_drafts: vec![merged], ..Search::default() };
        assert!(!is_open(&search, "1/edit"), "nor does its sheet open by itself");
    }

    #[test]
    fn an_opportunity_comes_back_as_it_was_typed_and_keeps_what_the_form_does_not_ask() {
        let id = OpportunityId(Uuid::from_u128(1));
        let mut typed = Opportunity::new(id, "Acme", "Analyst, data");
        (typed.link, typed.notes) = ("acme.example/jobs".to_owned(), "They liked\nthe sample".to_owned());
        typed.via = Some(PersonId(Uuid::from_u128(5)));
        let texts = opportunity_texts(&typed, "2026-05-3");
        let mut found = Opportunity { example: true, ..Opportunity::new(id, "Acme Inc", "") };
        assert_eq!(fill_opportunity(&mut found, &texts).as_deref(), Some("2026-05-3"));
        assert_eq!(found, Opportunity { example: true, ..typed });
        assert_eq!(fill_opportunity(&mut found, &texts[..2]), None, "kept by another version");
        assert!(fill_opportunity(&mut found, &texts[..5]).is_some(), "kept before an agency was asked for");
        assert!(found.via.is_some());
    }

    #[test]
    fn a_person_comes_back_as_they_were_typed() {
        let id = PersonId(Uuid::from_u128(2));
        let mut typed = Person::new(id, "Dana Rey", Role::Recruiter);
        (typed.email, typed.phone) = (Some("dana@".to_owned()), "+1 555".to_owned());
        let mut found = Person { connected: true, ..Person::new(id, "Dana", Role::Other) };
        assert!(fill_person(&mut found, &person_texts(&typed)));
        assert_eq!(found, Person { connected: true, ..typed });
        assert!(!fill_person(&mut found, &[]));
    }

    #[test]
    fn an_address_as_mail_programs_copy_it_is_taken_apart_and_names_who_has_no_name() {
        let copied = |name: &str| Person {
            email: Some("Dana Reyes <dana@acme.example>".to_owned()),
            ..Person::new(PersonId(Uuid::from_u128(2)), name, Role::Recruiter)
        };
        for (typed, name) in [("", "Dana Reyes"), ("Dana", "Dana")] {
            let person = trimmed(copied(typed));
            assert_eq!((person.name.as_str(), person.email.as_deref()), (name, Some("dana@acme.example")));
        }
    }

    #[test]
    fn of_another_tabs_form_it_is_said_what_stands_there() {
        let texts = |texts: &[&str]| texts.iter().copied().map(str::to_owned).collect::<Vec<_>>();
        let said = |own: &[&str], other: &[&str]| difference(&texts(own), &texts(other));
        assert_eq!(said(&["a", "b"], &["a", "b"]), None);
        assert_eq!(said(&["a", "b"], &["a", "c"]).as_deref(), Some("c"));
        assert_eq!(said(&["a"], &[""]).as_deref(), Some("nothing"));
        let whole = |company: &str, name: &str| {
            format!(r#"{{"company":"{company}","people":[{{"name":"{name}"}}]}}"#)
        };
        let (own, other) = (whole("Acme", ""), whole("Acme", "Dana"));
        assert_eq!(said(&[&own], &[&other]).as_deref(), Some("Dana"));
        assert_eq!(said(&[&own], &[&whole("Bolt", "")]).as_deref(), Some("Bolt"));
        assert_eq!(said(&[r#"{"people":[]}"#], &[r#"{"people":[{"name":"Sam"}]}"#]).as_deref(), Some("Sam"));
    }

    #[test]
    fn only_what_lay_open_opens_by_itself() {
        let name = opportunity(OpportunityId(Uuid::from_u128(1)));
        let mut search = Search::default();
        assert!(!is_open(&search, &name));
        search.form_drafts.push(FormDraft {
            form: name.clone(),
            texts: vec!["Acme".to_owned()],
            was: Vec::new(),
            open: true,
        });
        assert!(is_open(&search, &name));
        search.form_drafts[0].open = false;
        assert!(!is_open(&search, &name) && find(&search, &name).is_some());
    }

    #[test]
    fn the_editor_of_a_person_has_their_name_and_new_people_share_one() {
        let (id, mut records) = (PersonId(Uuid::from_u128(2)), Records::default());
        assert_eq!(person(id, &records), NEW_PERSON);
        records.people.insert(id, Person::new(id, "Dana", Role::Other));
        assert_eq!(person(id, &records), format!("person/{id}"));
    }
}
