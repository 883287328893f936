//! What is on record already: companies, jobs and people that the form offers instead of having them typed again.

use super::editor::InterviewEditor;
use crate::commands::interview::at_company;
use crate::model::{OpportunityId, PersonId};
use crate::view_models::interview;

impl InterviewEditor {
    /// The companies that are known.
    pub fn companies(self) -> Vec<String> {
        self.state.read_untracked(|records, _, _| interview::companies(records))
    }

    /// The names of those who are known at a company.
    pub fn people_at(self, company: &str) -> Vec<String> {
        self.state.read_untracked(|records, _, _| interview::people_at(records, company))
    }

    /// The opportunity that is known at a company, and its job, or the company where the job has no name.
    pub fn known_at(self, company: &str) -> Option<(OpportunityId, String)> {
        self.state.read_untracked(|records, _, _| {
            let one = at_company(records, company).first().and_then(|id| records.opportunities.get(id))?;
            Some((one.id, if one.role.is_empty() { one.company.clone() } else { one.role.clone() }))
        })
    }

    /// The name of somebody who is on record.
    pub fn name_of(self, id: PersonId) -> Option<String> {
        self.state.read_untracked(|records, _, _| records.people.get(&id).map(|known| known.name.clone()))
    }
}
