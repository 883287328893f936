//! What is typed in the form, and what it begins with.

use crate::commands::interview::{Checked, InterviewForm, Timing};
use crate::etiquette::Now;
use crate::model::{OpportunityId, RoundId};
use crate::platform::{clock, zones};
use crate::ui::state::AppState;
use crate::view_models::interview::{self, PromisedDay};
use chrono::Local;

/// The form while it is typed, and what is known of it beside.
pub(super) struct Typed {
    pub(super) form: InterviewForm,
    /// Whether it is about a round still to come.
    pub(super) to_come: bool,
    /// The promised day, while the day of the interview is corrected.
    pub(super) promised: PromisedDay,
    /// Whether it was found as a draft, and the note about that is not put away yet.
    pub(super) found: bool,
    /// Whether the user tried to save it: what is wrong is said from then on.
    pub(super) tried: bool,
    /// The end with which a fresh form comes.
    pub(super) offered: String,
}

impl Typed {
    /// What is wrong with it, and what looks odd.
    pub(super) fn check(&self) -> Checked {
        let now = clock::local_now();
        match self.to_come {
            true if self.form.zone.is_empty() => self.form.check(Timing::ToCome, &now),
            true => by_the_clock_here(&self.form, &now).check(Timing::ToCome, &now),
            false => self.form.check(Timing::Over, &now),
        }
    }
}

/// The form with its day and time as the clock shows them here.
pub(super) fn by_the_clock_here(form: &InterviewForm, now: &Now<Local>) -> InterviewForm {
    interview::by_the_clock_here(form, &|at| zones::offset(&form.zone, at).unwrap_or_default(), now)
}

/// Whether what came of the round is on record.
pub(super) fn is_noted(state: AppState, opportunity: Option<OpportunityId>, round: Option<RoundId>) -> bool {
    state.read_untracked(|records, _, _| {
        let one = opportunity.and_then(|id| records.opportunities.get(&id));
        one.zip(round).and_then(|(one, id)| one.round(id)).is_some_and(crate::model::Round::is_recorded)
    })
}

/// The form of a place before anything is typed: a fresh one, or what is known of the round.
pub(super) fn blank(
    state: AppState,
    opportunity: Option<OpportunityId>,
    round: Option<RoundId>,
    next: bool,
) -> InterviewForm {
    state.read_untracked(|records, _, now| {
        let fresh = if next { interview::fresh_to_come() } else { interview::fresh(now) };
        let Some(one) = opportunity.and_then(|id| records.opportunities.get(&id)) else { return fresh };
        match round.and_then(|id| one.round(id)) {
            Some(round) => {
                let mut form = InterviewForm::about(records, one, round, now);
                interview::row(&mut form.people, 0);
                form
            }
            None => {
                InterviewForm { opportunity, company: one.company.clone(), role: one.role.clone(), ..fresh }
            }
        }
    })
}
