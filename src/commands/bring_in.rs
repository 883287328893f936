//! Applications brought in from a list.

use super::Summary;
use super::transaction::{Entry, Transaction};
use crate::model::{EventKind, Opportunity, OpportunityId, Record, Stamp};

/// An application of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedApplication {
    /// The company.
    pub company: String,
    /// The job.
    pub role: String,
    /// When the user applied, where it is known.
    pub applied: Option<Stamp>,
    /// The address of the advertisement.
    pub link: String,
    /// Notes.
    pub notes: String,
    /// How it ended, where it did, and when.
    pub ended: Option<(EventKind, Stamp)>,
}

/// Adds them all, so that one undo takes all of them back.
pub(super) fn bring_in(
    tx: &mut Transaction<'_>,
    list: Vec<ListedApplication>,
) -> Result<Summary, super::CommandError> {
    let applications = list.len();
    for listed in list {
        let id = OpportunityId(tx.fresh());
        let ListedApplication { company, role, applied, link, notes, ended } = listed;
        let one = Opportunity { applied, link, notes, ..Opportunity::new(id, company, role) };
        tx.put(Record::Opportunity(Box::new(one)));
        if let Some((what, at)) = ended {
            tx.log(id, Entry::new(at, what))?;
        }
    }
    Ok(Summary::BroughtIn { applications })
}
