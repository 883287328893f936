//! Bringing records of older versions up to date, one step a schema.
//!
//! A step takes a record's data as JSON and gives it in the next schema. Steps are never changed once they were
//! released: add a file `v<n>_<what changes>.rs`, put its step at the end of [`STEPS`], raise [`SCHEMA`], and
//! freeze what the schema before it wrote under `tests/fixtures/schema-<n>`.

use crate::json::Json;

/// The schema that this version writes.
pub(crate) const SCHEMA: u32 = 1;

/// From schema 1 to 2, from 2 to 3, and so on.
const STEPS: [Step; SCHEMA as usize - 1] = [];

/// From one schema to the next.
type Step = for<'t> fn(Json<'t>) -> Result<Json<'t>, StepError>;

/// Why a record could not be brought up to date.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub(crate) enum StepError {
    /// There never was such a schema.
    #[error("there is no schema {0}")]
    NoSuchSchema(u32),
    /// Something that the step needs is not there, or is something else.
    #[allow(dead_code)] // for the first step to come
    #[error("{0} is not as expected")]
    Unexpected(&'static str),
}

/// Data of an older schema in the schema of today.
pub(crate) fn bring_up_to_date(data: Json<'_>, schema: u32) -> Result<Json<'_>, StepError> {
    climb(data, schema, &STEPS)
}

/// Takes all steps from a schema on; the first schema is 1.
fn climb<'t>(data: Json<'t>, schema: u32, steps: &[Step]) -> Result<Json<'t>, StepError> {
    let below = schema.checked_sub(1).ok_or(StepError::NoSuchSchema(schema))?;
    let from = usize::try_from(below).unwrap_or(usize::MAX);
    let steps = steps.get(from..).ok_or(StepError::NoSuchSchema(schema))?;
    steps.iter().try_fold(data, |data, step| step(data))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{parse, write};

    /// Replaces the field `name`.
    fn renamed(data: Json<'_>, rename: impl Fn(Json<'_>) -> Option<Json<'static>>) -> Option<Json<'_>> {
        let Json::Object(mut fields) = data else { return None };
        let (_, name) = fields.iter_mut().find(|(field, _)| field == "name")?;
        *name = rename(std::mem::replace(name, Json::Null))?;
        Some(Json::Object(fields))
    }

    fn text(text: &str) -> Json<'static> {
        Json::Text(text.to_owned().into())
    }

    fn name_in_two(data: Json<'_>) -> Result<Json<'_>, StepError> {
        let in_two = |name: Json<'_>| {
            let name = name.text().ok()?;
            let (first, last) = name.split_once(' ').unwrap_or((&name, ""));
            Some(Json::List(vec![text(first), text(last)]))
        };
        renamed(data, in_two).ok_or(StepError::Unexpected("name"))
    }

    fn name_again_in_one(data: Json<'_>) -> Result<Json<'_>, StepError> {
        let in_one = |names: Json<'_>| {
            let names = names.list().ok()?.into_iter().map(Json::text).collect::<Result<Vec<_>, _>>().ok()?;
            Some(text(&names.join(" ")))
        };
        renamed(data, in_one).ok_or(StepError::Unexpected("name"))
    }

    const TWO: [Step; 2] = [name_in_two, name_again_in_one];

    fn climbed(data: &str, schema: u32) -> Result<String, StepError> {
        climb(parse(data).unwrap(), schema, &TWO).map(|data| write(&data))
    }

    #[test]
    fn each_step_is_taken_from_the_schema_on() {
        let (one, two) = (r#"{"name":"Dana Reyes"}"#, r#"{"name":["Dana","Reyes"]}"#);
        assert_eq!(climbed(one, 1).as_deref(), Ok(one));
        assert_eq!(climbed(two, 2).as_deref(), Ok(one));
        assert_eq!(climbed(r#"{"name":7}"#, 3).as_deref(), Ok(r#"{"name":7}"#));
    }

    #[test]
    fn a_step_that_cannot_be_taken_says_why() {
        assert_eq!(climbed("{}", 1), Err(StepError::Unexpected("name")));
    }

    #[test]
    fn there_is_no_schema_zero_nor_one_past_the_last() {
        assert_eq!(climbed("{}", 0), Err(StepError::NoSuchSchema(0)));
        assert_eq!(climbed("{}", 4), Err(StepError::NoSuchSchema(4)));
    }
}
