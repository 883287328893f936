//! Letting a company go, where there is still something to tell them.

use crate::etiquette::{Action, Status};
use crate::model::Task;
use crate::words::isolated;

/// Where they can be told of an offer, to let them go is what is left if they do not answer that: what it is called
/// then, if that is so.
pub(super) fn otherwise(beside: &[&Action], company: &str) -> Option<String> {
    let is_alive =
        |action: &Action| !matches!(action.status, Status::Missed | Status::Done | Status::Skipped);
    let tells = beside.iter().any(|action| action.task() == Task::TellOthers && is_alive(action));
    tells.then(|| format!("Otherwise, let {} go", isolated(company)))
}
