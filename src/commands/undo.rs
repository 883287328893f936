//! What a command changed, and the way back.

use super::Summary;
use crate::model::{Merge, Record, RecordKey, Records};
use std::collections::BTreeMap;

/// What a command did.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The records to be saved, each once.
    pub touched: Vec<RecordKey>,
    /// The way back.
    pub undo: Undo,
    /// What to tell the user.
    pub summary: Summary,
    /// Of records that came from a backup: their texts there, where those hold more than is known here.
    pub texts: BTreeMap<RecordKey, String>,
}

/// The way back from a change: the touched records before and after it.
///
/// It holds both, so that what happened to a record since is left alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Undo {
    steps: Vec<Step>,
    /// What the change said; a redo says it again.
    summary: Summary,
}

/// One record before and after a change; `None` where there was none.
#[derive(Clone, PartialEq, Debug)]
struct Step {
    key: RecordKey,
    before: Option<Record>,
    after: Option<Record>,
}

impl Change {
    /// The change from records as they were to how they are now. Those that are the same now are left out, unless there
    /// is a text that holds more of them.
    pub(super) fn since(
        before: BTreeMap<RecordKey, Option<Record>>,
        records: &Records,
        summary: Summary,
        texts: BTreeMap<RecordKey, String>,
    ) -> Self {
        let steps = before
            .into_iter()
            .map(|(key, before)| Step { key, before, after: Record::copy_of(records, key) })
            .filter(|step| step.before != step.after || texts.contains_key(&step.key))
            .collect();
        Self { texts, ..Self::of(steps, summary) }
    }

    fn of(steps: Vec<Step>, summary: Summary) -> Self {
        let touched = steps.iter().map(|step| step.key).collect();
        Self { touched, undo: Undo { steps, summary: summary.clone() }, summary, texts: BTreeMap::new() }
    }
}

impl Undo {
    /// Whether there is anything to take back.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// How each touched record was before the change.
    pub(crate) fn before(&self) -> impl Iterator<Item = (RecordKey, Option<&Record>)> {
        self.steps.iter().map(|step| (step.key, step.before.as_ref()))
    }

    /// The way back to records that were there and went.
    pub(crate) fn of_removed(removed: Vec<Record>) -> Self {
        let step = |record: Record| Step { key: record.key(), before: Some(record), after: None };
        Self { steps: removed.into_iter().map(step).collect(), summary: Summary::Undone }
    }
}

/// Takes a change back, leaving alone what happened to its records since. The change that comes back has a way
/// back of its own: a redo.
pub fn undo(records: &mut Records, undo: Undo) -> Change {
    let mut steps = Vec::with_capacity(undo.steps.len());
    for step in undo.steps {
        let current = Record::copy_of(records, step.key);
        take_back(records, &step, current.clone());
        let after = Record::copy_of(records, step.key);
        if current != after {
            steps.push(Step { key: step.key, before: current, after });
        }
    }
    let summary = if undo.summary == Summary::Undone { Summary::Redone } else { Summary::Undone };
    Change::of(steps, summary)
}

fn take_back(records: &mut Records, step: &Step, current: Option<Record>) {
    match (current, &step.before, &step.after) {
        (_, None, _) => Record::remove_from(records, step.key),
        (Some(mut current), Some(before), Some(after)) => {
            current.merge(after, before);
            current.put_into(records);
        }
        (None, Some(before), None) => before.clone().put_into(records),
        // Removed since, or put back since: there is nothing to take back.
        (None, Some(_), Some(_)) | (Some(_), Some(_), None) => {}
    }
}
