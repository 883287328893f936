//! From schema 1 to 2: what the second edition of the rules reads otherwise. Addresses are asked for once a round, no
//! longer once a person.
//!
//! The key of a request for an address named opportunity, round and person; now it names no person. A mark keeps its
//! moment and its word, and is of the round's request from now on: a skipped one frees all notes of the round, so none
//! that was free is blocked. Of several letters begun for one round, the one that was typed at last stays the letter,
//! and the others are kept among the wordings put aside.
//!
//! Those who are expected in a round count as those who were there until the user tells of its course; so they are
//! written into the course of each round of which nothing is told.
//!
//! What else is new in schema 2 is absent from an older record, and means there what it means on the first day.

use super::StepError;
use serde_json::{Value, json};

/// The step.
pub(super) fn step(mut data: Value) -> Result<Value, StepError> {
    for list in ["events", "marks", "drafts"] {
        if let Some(about) = list_of(&mut data, list)? {
            about.iter_mut().for_each(forget_the_person);
        }
    }
    if let Some(rounds) = list_of(&mut data, "rounds")? {
        rounds.iter_mut().for_each(presume_the_course);
    }
    if let Some(drafts) = list_of(&mut data, "drafts")? {
        *drafts = one_an_action(std::mem::take(drafts));
    }
    Ok(data)
}

/// A list of a record; `None` where the record has no such list.
fn list_of<'a>(data: &'a mut Value, list: &'static str) -> Result<Option<&'a mut Vec<Value>>, StepError> {
    let Some(list_of_it) = data.get_mut(list) else { return Ok(None) };
    list_of_it.as_array_mut().map(Some).ok_or(StepError::Unexpected(list))
}

/// Takes the person out of the key of a request for an address.
fn forget_the_person(about: &mut Value) {
    let action = about.get_mut("action").filter(|action| is_request(action));
    if let Some(action) = action.and_then(Value::as_object_mut) {
        action.remove("person");
    }
}

fn is_request(action: &Value) -> bool {
    action.get("task").and_then(Value::as_str) == Some("find_contact")
}

/// Writes who is expected into the course of a round that has none.
fn presume_the_course(round: &mut Value) {
    let expected = round.get("expected").and_then(Value::as_array).filter(|expected| !expected.is_empty());
    let Some(expected) = expected.filter(|_| round.get("course").is_none()) else { return };
    let met: Vec<Value> = expected.iter().map(|person| json!({ "person": person })).collect();
    if let Some(round) = round.as_object_mut() {
        round.insert("course".to_owned(), json!({ "presumed": true, "met": met }));
    }
}

/// The drafts, those of one request for addresses put together.
fn one_an_action(drafts: Vec<Value>) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for draft in drafts {
        let action = draft.get("action").filter(|action| is_request(action));
        let same =
            action.and_then(|action| kept.iter_mut().find(|other| other.get("action") == Some(action)));
        match same {
            Some(other) if touched(other) > touched(&draft) => put_aside(other, &draft),
            Some(other) => {
                let earlier = std::mem::replace(other, draft);
                put_aside(other, &earlier);
            }
            None => kept.push(draft),
        }
    }
    kept
}

fn touched(draft: &Value) -> Option<i64> {
    draft.get("touched").and_then(Value::as_i64)
}

/// Keeps the wordings of an earlier draft in a later one. The last wording comes back first: the later one's own.
fn put_aside(later: &mut Value, earlier: &Value) {
    let aside = |draft: &Value| draft.get("aside").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut wordings = aside(earlier);
    wordings.extend(earlier.get("letter").cloned());
    wordings.extend(aside(later));
    if let Some(later) = later.as_object_mut() {
        later.insert("aside".to_owned(), Value::Array(wordings));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(person: Option<u8>) -> Value {
        let mut key = json!({"task": "find_contact", "opportunity": "acme", "round": "panel"});
        if let Some(person) = person {
            key["person"] = person.into();
        }
        key
    }

    #[test]
    fn the_key_of_a_request_for_an_address_loses_its_person_and_no_other_does() {
        let thanks = json!({"action": {"task": "thank_you", "person": 1}});
        let marked =
            |person| json!({"what": "marked", "mark": "skipped", "at": 7, "action": request(person)});
        let sent = json!({"what": "contact_found", "person": 2});
        let before = json!({"events": [marked(Some(1)), thanks, sent], "marks": [marked(Some(2))]});
        let after = json!({"events": [marked(None), thanks, sent], "marks": [marked(None)]});
        assert_eq!(step(before), Ok(after));
    }

    #[test]
    fn of_two_letters_for_one_round_the_later_stays_and_the_other_is_put_aside() {
        let draft = |person, body: &str, touched: i64, aside: &[&str]| {
            json!({"action": request(person), "letter": {"body": body}, "touched": touched,
                "aside": aside.iter().map(|body| json!({"body": body})).collect::<Vec<_>>()})
        };
        let thanks =
            json!({"action": {"task": "thank_you", "person": 1}, "letter": {"body": "Thanks"}, "touched": 1});
        let (kim, otto) =
            (draft(Some(1), "Kim's", 5, &["Kim's first"]), draft(Some(2), "Otto's", 9, &["Otto's first"]));
        let one = draft(None, "Otto's", 9, &["Kim's first", "Kim's", "Otto's first"]);
        for drafts in [json!([kim, thanks, otto]), json!([otto, thanks, kim])] {
            assert_eq!(step(json!({"drafts": drafts})), Ok(json!({"drafts": [one, thanks]})));
        }
    }

    #[test]
    fn whoever_is_expected_counts_as_there_until_the_course_is_told() {
        let rounds = |course: Value| json!({"rounds": [{"expected": [1, 2]}, course, {"id": 3}]});
        let told = json!({"expected": [1], "course": {"reply_by": "not_told"}});
        let met = json!([{"person": 1}, {"person": 2}]);
        let presumed = json!({"expected": [1, 2], "course": {"presumed": true, "met": met}});
        let after = json!({"rounds": [presumed, told, {"id": 3}]});
        assert_eq!(step(rounds(told.clone())), Ok(after));
    }

    #[test]
    fn a_record_without_any_of_it_stays_as_it_is() {
        for record in [json!({"name": "Dana"}), json!({"drafts": [], "events": []})] {
            assert_eq!(step(record.clone()), Ok(record));
        }
    }

    #[test]
    fn what_schema_1_wrote_becomes_what_is_frozen_beside_it() {
        let before = include_str!("../../../tests/fixtures/schema-1/requests-for-addresses.json");
        let after = include_str!("../../../tests/fixtures/schema-1/requests-for-addresses.in-schema-2.json");
        let [before, after] = [before, after].map(|text| serde_json::from_str::<Value>(text).unwrap());
        for list in ["people", "opportunities"] {
            let migrated: Result<Vec<Value>, StepError> =
                before[list].as_array().unwrap().iter().cloned().map(step).collect();
            assert_eq!(migrated.map(Value::Array).as_ref(), Ok(&after[list]));
        }
        for one in ["settings", "search"] {
            assert_eq!(step(before[one].clone()).as_ref(), Ok(&after[one]));
        }
    }

    #[test]
    fn a_list_that_is_none_is_told() {
        assert_eq!(step(json!({"drafts": 7})), Err(StepError::Unexpected("drafts")));
    }
}
