//! The form while it is typed: one signal, kept in storage as it stands, checked once the user tried to save.

use crate::commands::interview::{FormError, InterviewForm, PersonRow};
use crate::commands::{Command, RecordKey};
use crate::model::{OpportunityId, RoundId};
use crate::platform::{clock, page};
use crate::ui::components::{Field, Takes};
use crate::ui::keeping::Keeping;
use crate::ui::state::{AppState, state};
use crate::view::Route;
use crate::view::interview::{self, Slot};
use leptos::prelude::*;

/// The form while it is typed: a handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the app knows.
    pub state: AppState,
    /// What is typed.
    pub form: RwSignal<InterviewForm>,
    /// What is wrong with it, once the user tried to save.
    pub errors: Memo<Vec<FormError>>,
    /// Whether it is about a round still to come.
    pub to_come: RwSignal<bool>,
    /// Whether the form was found half-typed.
    pub found: RwSignal<bool>,
    tried: RwSignal<bool>,
    keeping: Keeping,
    /// The form as it was emptied, for as long as nothing was typed into that.
    emptied: StoredValue<Option<InterviewForm>>,
}

impl Desk {
    /// The form for a place: as it was left there, or a fresh one, or what is known of the round.
    pub fn open(opportunity: Option<OpportunityId>, round: Option<RoundId>) -> Self {
        let state = state();
        let left = state.peek(|records, _, _| InterviewForm::left(&records.search));
        let left = left.filter(|left| left.opportunity == opportunity && left.round == round);
        let found = RwSignal::new(left.is_some());
        let form = RwSignal::new(left.unwrap_or_else(|| Self::blank(state, opportunity, round)));
        let now = clock::moment();
        let to_come = RwSignal::new(form.with_untracked(|form| interview::is_to_come(form, &now)));
        let tried = RwSignal::new(false);
        let errors = Memo::new(move |_| {
            let check = || form.with(|form| form.check(&clock::moment()).err().unwrap_or_default());
            if tried.get() { check() } else { Vec::new() }
        });
        let (keeping, emptied) = (Keeping::default(), StoredValue::new(None));
        let desk = Self { state, form, errors, to_come, found, tried, keeping, emptied };
        let typed = move || {
            form.track();
            !desk.is_emptied()
        };
        keeping.start(typed, move || state.order(Command::SaveForm(Box::new(form.get_untracked()))));
        desk.follow_undo();
        desk
    }

    fn blank(state: AppState, opportunity: Option<OpportunityId>, round: Option<RoundId>) -> InterviewForm {
        state.peek(|records, _, now| {
            let fresh = interview::fresh(now);
            let Some(one) = opportunity.and_then(|id| records.opportunities.get(&id)) else { return fresh };
            match round.and_then(|id| one.round(id)) {
                Some(round) => {
                    let mut form = InterviewForm::about(records, one, round, &now.zone);
                    interview::row(&mut form.people, 0);
                    form
                }
                None => InterviewForm {
                    opportunity,
                    company: one.company.clone(),
                    role: one.role.clone(),
                    ..fresh
                },
            }
        })
    }

    /// A field of the form.
    pub fn field(self, slot: Slot, label: &'static str, note: &'static str, takes: Takes) -> AnyView {
        view! {
            <Field
                label
                note
                takes
                value=self.text(slot)
                input=self.typing(slot)
                wrong=self.wrong(slot)
            />
        }
        .into_any()
    }

    /// What stands in a place.
    pub fn text(self, slot: Slot) -> Signal<String> {
        Signal::derive(move || self.form.with(|form| slot.text(form).to_owned()))
    }

    /// Types there.
    pub fn typing(self, slot: Slot) -> Callback<String> {
        Callback::new(move |text| self.form.update(|form| slot.write(form, text)))
    }

    /// What is wrong with it.
    pub fn wrong(self, slot: Slot) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors
                .with(|errors| errors.iter().find(|error| Slot::of(**error) == slot).map(ToString::to_string))
        })
    }

    /// Reads one thing of a person's row.
    pub fn person<T: Default>(self, row: usize, read: impl Fn(&PersonRow) -> T) -> T {
        self.form.with(|form| form.people.get(row).map(read).unwrap_or_default())
    }

    /// Changes a person's row.
    pub fn set_person(self, row: usize, set: impl FnOnce(&mut PersonRow)) {
        self.form.update(|form| set(interview::row(&mut form.people, row)));
    }

    /// Makes another person of whoever stands under another name than the known person who was there.
    pub fn tell_apart(self) {
        let mut told = self.form.get_untracked();
        self.state.peek(|records, _, _| told.tell_apart(records));
        if self.form.with_untracked(|form| *form != told) {
            self.form.set(told);
        }
    }

    /// Notes the interview and goes on to Today; or shows what is wrong, and goes to the first of it.
    pub fn save(self) {
        self.tell_apart();
        let form = self.form.get_untracked();
        self.tried.set(true);
        if let Ok(checked) = form.check(&clock::moment()) {
            self.keeping.settle();
            if self.state.dispatch(Command::RecordInterview(Box::new(checked.interview))).is_ok() {
                self.keeping.settle();
                let home = form.opportunity.map_or(Route::Today, Route::Opportunity);
                page::go(&home.href());
            }
        } else {
            page::after_layout(|| page::focus("main [aria-invalid=true]"));
        }
    }

    /// Throws away what was typed; there is a way back.
    pub fn start_over(self) {
        let form = self.form.get_untracked();
        let blank = Self::blank(self.state, form.opportunity, form.round);
        // What was typed last may not be kept yet.
        self.state.order(Command::SaveForm(Box::new(form)));
        self.keeping.settle();
        self.tried.set(false);
        self.emptied.set_value(Some(blank.clone()));
        self.form.set(blank);
        self.found.set(false);
        self.state.order(Command::ClearForm);
        page::after_layout(|| page::focus("main h1"));
    }

    fn is_emptied(self) -> bool {
        self.form.with_untracked(|form| self.emptied.with_value(|emptied| emptied.as_ref() == Some(form)))
    }

    /// Where the user takes the emptying back, what was typed stands there again.
    fn follow_undo(self) {
        Effect::new(move |_| {
            let left = self
                .state
                .see_only([RecordKey::Search], |records, _, _| InterviewForm::left(&records.search));
            if let Some(left) = left.filter(|_| self.is_emptied()) {
                self.emptied.set_value(None);
                self.form.set(left);
            }
        });
    }
}
