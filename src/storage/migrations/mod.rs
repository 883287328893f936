//! Bringing records of older versions up to date, one step a schema.
//!
//! Whoever adds a field raises the schema, and an older version that is still open in another tab then only reads. Where
//! that was forgotten, the older one leaves the field with its record and in its backups (`unknown_fields.rs`).
//!
//! A step takes a record's data as JSON and gives it in the next schema. Steps are never changed once they were
//! released: add a file `v<n>_<what changes>.rs`, put its step at the end of [`STEPS`], raise [`SCHEMA`], and
//! freeze what the schema before it wrote under `tests/fixtures/schema-<n>`.

mod v2_second_edition;

use serde_json::Value;

/// The schema that this version writes.
pub(crate) const SCHEMA: u32 = 2;

/// From schema 1 to 2, from 2 to 3, and so on.
const STEPS: [Step; SCHEMA as usize - 1] = [v2_second_edition::step];

/// From one schema to the next.
type Step = fn(Value) -> Result<Value, StepError>;

/// Why a record could not be brought up to date.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub(crate) enum StepError {
    /// There never was such a schema.
    #[error("there is no schema {0}")]
    NoSuchSchema(u32),
    /// Something that the step needs is not there, or is something else.
    #[error("{0} is not as expected")]
    Unexpected(&'static str),
}

/// Data of an older schema in the schema of today.
pub(crate) fn bring_up_to_date(data: Value, schema: u32) -> Result<Value, StepError> {
    climb(data, schema, &STEPS)
}

/// Takes all steps from a schema on; the first schema is 1.
fn climb(data: Value, schema: u32, steps: &[Step]) -> Result<Value, StepError> {
    let below = schema.checked_sub(1).ok_or(StepError::NoSuchSchema(schema))?;
    let from = usize::try_from(below).unwrap_or(usize::MAX);
    let steps = steps.get(from..).ok_or(StepError::NoSuchSchema(schema))?;
    steps.iter().try_fold(data, |data, step| step(data))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn name_in_two(mut data: Value) -> Result<Value, StepError> {
        let name = data["name"].as_str().ok_or(StepError::Unexpected("name"))?;
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        data["name"] = json!([first, last]);
        Ok(data)
    }

    #[allow(clippy::unnecessary_wraps)] // a step's signature
    fn name_again_in_one(mut data: Value) -> Result<Value, StepError> {
        data["name"] =
            json!(format!("{} {}", data["name"][0].as_str().unwrap(), data["name"][1].as_str().unwrap()));
        Ok(data)
    }

    const TWO: [Step; 2] = [name_in_two, name_again_in_one];

    #[test]
    fn each_step_is_taken_from_the_schema_on() {
        assert_eq!(climb(json!({"name": "Dana Reyes"}), 1, &TWO), Ok(json!({"name": "Dana Reyes"})));
        assert_eq!(climb(json!({"name": ["Dana", "Reyes"]}), 2, &TWO), Ok(json!({"name": "Dana Reyes"})));
        assert_eq!(climb(json!({"name": 7}), 3, &TWO), Ok(json!({"name": 7})));
    }

    #[test]
    fn a_step_that_cannot_be_taken_says_why() {
        assert_eq!(climb(json!({}), 1, &TWO), Err(StepError::Unexpected("name")));
    }

    #[test]
    fn there_is_a_step_from_every_schema_to_this_one() {
        for schema in 1..=SCHEMA {
            assert_eq!(bring_up_to_date(json!({}), schema), Ok(json!({})), "{schema}");
        }
        assert_eq!(bring_up_to_date(json!({}), SCHEMA + 1), Err(StepError::NoSuchSchema(SCHEMA + 1)));
    }

    #[test]
    fn there_is_no_schema_zero_nor_one_past_the_last() {
        assert_eq!(climb(json!({}), 0, &TWO), Err(StepError::NoSuchSchema(0)));
        assert_eq!(climb(json!({}), 4, &TWO), Err(StepError::NoSuchSchema(4)));
    }
}
