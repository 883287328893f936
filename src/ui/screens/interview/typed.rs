//! What is typed in the form, what it begins with, and its draft.

use crate::commands::interview::{Checked, InterviewForm, Timing};
use crate::etiquette::Now;
use crate::model::{OpportunityId, RoundId, Settings};
use crate::platform::{clock, zones};
use crate::ui::shared_draft::SharedDraft;
use crate::ui::state::AppState;
use crate::view_models::interview::{self, PromisedDay};
use chrono::Local;
use leptos::prelude::*;

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

/// Where the form comes from.
#[derive(Clone)]
pub(super) struct Origin {
    /// For which opportunity it was opened,
    pub(super) opportunity: Option<OpportunityId>,
    /// and for which round.
    pub(super) round: Option<RoundId>,
    /// As it was before anything was typed.
    pub(super) was: InterviewForm,
    pub(super) shared: SharedDraft,
    /// The settings with the public holidays of the browser's region, and what is said of them, until it was said.
    pub(super) holidays: Option<(Settings, &'static str)>,
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

/// Saves the form as it stands, and shows what another tab typed beside it.
pub(super) fn keep(typed: RwSignal<Typed>, origin: StoredValue<Origin>) {
    let texts = typed.try_with_untracked(|typed| typed.form.texts());
    let Some((texts, origin)) = texts.zip(origin.try_get_value()) else { return };
    if let Some(both) = origin.shared.save(texts, origin.was.texts(), false) {
        if both.instead != both.saved {
            origin.shared.offer(both.instead);
        }
        show(typed, origin.shared, both.saved);
    }
}

/// Shows the form as those texts have it.
pub(super) fn show(typed: RwSignal<Typed>, shared: SharedDraft, texts: Vec<String>) {
    if let Some(form) = InterviewForm::from_texts(&texts) {
        shared.shows(Some(texts));
        typed.try_update(|typed| typed.form = form);
    }
}
