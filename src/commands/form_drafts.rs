//! Forms while they are typed at.

use super::Summary;
use super::transaction::Transaction;
use crate::model::{FormDraft, OpportunityId, PersonId};

/// So many drafts of forms are kept, more than anybody leaves in a search; what was left long ago goes.
const MOST: usize = 40;

/// Keeps a form as it stands.
pub(super) fn keep(tx: &mut Transaction<'_>, form: FormDraft) -> Summary {
    let kept = &mut tx.search().form_drafts;
    kept.retain(|other| other.form != form.form);
    kept.push(form);
    let over = kept.len().saturating_sub(MOST);
    kept.drain(..over);
    Summary::FormSaved
}

/// Lets go of a form that was saved or thrown away.
pub(super) fn discard(tx: &mut Transaction<'_>, form: &str) -> Summary {
    if tx.records().search.form_drafts.iter().any(|kept| kept.form == form) {
        tx.search().form_drafts.retain(|kept| kept.form != form);
    }
    Summary::FormSaved
}

/// Under which name the editor of a person has its draft.
pub fn editor_of(person: PersonId) -> String {
    format!("person/{person}")
}

/// Lets go of the forms about an opportunity that goes.
pub(super) fn discard_all_of(tx: &mut Transaction<'_>, opportunity: OpportunityId) {
    let its = format!("{opportunity}/");
    if tx.records().search.form_drafts.iter().any(|kept| kept.form.starts_with(&its)) {
        tx.search().form_drafts.retain(|kept| !kept.form.starts_with(&its));
    }
}
