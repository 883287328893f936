//! The form while it is typed: one signal, kept in storage as it stands, checked once the user tried to save.

use crate::commands::Command;
use crate::commands::interview::{FormError, InterviewForm, PersonRow};
use crate::etiquette::WorkCalendar;
use crate::model::{OpportunityId, RoundId};
use crate::platform::{clock, page};
use crate::ui::autosave::Autosave;
use crate::ui::components::{Field, Takes};
use crate::ui::state::{AppState, state};
use crate::view::Route;
use crate::view::interview::{self, InterviewField, PromisedDay};
use leptos::prelude::*;

/// At the day of an interview that is over, where that day is ahead.
const AHEAD: &str = "That is still to come. Is the day right?";

/// At the day of one that is to come, where nothing says when.
const UNDATED: &str = "When will it be? A day and a time still ahead; a guess is fine.";

/// The form while it is typed: a handle.
#[derive(Clone, Copy)]
pub struct InterviewFormState {
    /// What the app knows.
    pub state: AppState,
    /// What is typed.
    pub form: RwSignal<InterviewForm>,
    /// What is wrong with it, once the user tried to save.
    pub errors: Memo<Vec<FormError>>,
    /// Whether it is about a round still to come.
    pub to_come: RwSignal<bool>,
    /// Whether it is said to be over, while its day is ahead.
    pub ahead: Memo<bool>,
    /// The promised day, while the day of the interview is corrected.
    pub promised: RwSignal<PromisedDay>,
    /// Whether a round is edited that has been noted before.
    pub editing: bool,
    /// Whether the form was found half-typed.
    pub found: RwSignal<bool>,
    tried: RwSignal<bool>,
    keeping: Autosave,
    /// The form as it was emptied, for as long as nothing was typed into that.
    emptied: StoredValue<Option<InterviewForm>>,
    /// The end with which a fresh form comes.
    offered: StoredValue<String>,
}

impl InterviewFormState {
    /// The form for a place: as it was left there, or a fresh one, or what is known of the round. `next`: of a round to
    /// come, where nothing that was left says otherwise.
    pub fn open(opportunity: Option<OpportunityId>, round: Option<RoundId>, next: bool) -> Self {
        let state = state();
        let left = state.read_untracked(|records, _, _| InterviewForm::left(&records.search));
        let left = left.filter(|left| left.opportunity == opportunity && left.round == round);
        let found = RwSignal::new(left.is_some());
        let form = RwSignal::new(left.unwrap_or_else(|| Self::blank(state, opportunity, round, next)));
        let now = clock::local_now();
        let is_to_come = |form: &_| interview::is_to_come(form, &now) || next && interview::has_no_end(form);
        let to_come = RwSignal::new(form.with_untracked(is_to_come));
        let editing =
            round.is_some() && (to_come.get_untracked() || Self::is_noted(state, opportunity, round));
        let ahead = Memo::new(move |_| {
            !to_come.get() && form.with(|form| interview::is_ahead(form, &clock::local_now()))
        });
        let tried = RwSignal::new(false);
        let errors = Memo::new(move |_| {
            let check = || form.with(|form| form.check(&clock::local_now()).err().unwrap_or_default());
            let mut errors = if tried.get() { check() } else { Vec::new() };
            // Whom one will meet may not be known yet.
            errors.retain(|error| !to_come.get() || *error != FormError::NobodyNamed);
            errors
        });
        let promised = RwSignal::new(PromisedDay::default());
        let (keeping, emptied) = (Autosave::default(), StoredValue::new(None));
        let offered = StoredValue::new(interview::fresh(&now).ends);
        let handle = Self {
            state,
            form,
            errors,
            to_come,
            ahead,
            promised,
            editing,
            found,
            tried,
            keeping,
            emptied,
            offered,
        };
        let typed = move || {
            form.track();
            !handle.is_emptied()
        };
        keeping.start(typed, move || state.dispatch(Command::SaveForm(Box::new(form.get_untracked()))));
        handle.follow_undo();
        handle
    }

    /// Whether what came of the round is on record.
    fn is_noted(state: AppState, opportunity: Option<OpportunityId>, round: Option<RoundId>) -> bool {
        state.read_untracked(|records, _, _| {
            let one = opportunity.and_then(|id| records.opportunities.get(&id));
            one.zip(round).and_then(|(one, id)| one.round(id)).is_some_and(|round| round.course.is_some())
        })
    }

    fn blank(
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
    pub fn field(
        self,
        slot: InterviewField,
        label: &'static str,
        note: &'static str,
        takes: Takes,
    ) -> AnyView {
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
    pub fn text(self, slot: InterviewField) -> Signal<String> {
        Signal::derive(move || self.form.with(|form| slot.text(form).to_owned()))
    }

    /// Types there.
    pub fn typing(self, slot: InterviewField) -> Callback<String> {
        Callback::new(move |text| match slot {
            InterviewField::Date => self.set_day(text),
            _ => self.form.update(|form| slot.write(form, text)),
        })
    }

    /// Sets the day of the interview. What they promised in words moves with it.
    fn set_day(self, text: String) {
        let now = clock::local_now();
        let calendar = self.state.read_untracked(|records, _, _| WorkCalendar::of(&records.settings));
        self.form.update(|form| {
            let before = interview::day_of(form, &now);
            InterviewField::Date.write(form, text);
            self.promised.update(|promised| promised.follow(form, before, &calendar, &now));
        });
    }

    /// Makes it an interview to come, or one that is over. A day ahead stays where it is to come after all; else one
    /// to come has no end yet, and one that is over ended just now, unless the user says otherwise.
    pub fn turn(self, to_come: bool) {
        if self.to_come.get_untracked() == to_come {
            return;
        }
        let now = clock::local_now();
        let ahead = self.ahead.get_untracked();
        self.form.update(|form| {
            if ahead {
                return self.offered.with_value(|offered| interview::still_to_come(form, offered, &now));
            }
            let fresh = interview::fresh(&now);
            self.offered.set_value(fresh.ends.clone());
            (form.starts, form.minutes) = (String::new(), String::new());
            (form.date, form.ends) = if to_come { Default::default() } else { (fresh.date, fresh.ends) };
        });
        self.to_come.set(to_come);
    }

    /// What is wrong with it.
    pub fn wrong(self, slot: InterviewField) -> Signal<Option<String>> {
        Signal::derive(move || {
            if slot == InterviewField::Date && self.tried.get() && self.ahead.get() {
                return Some(AHEAD.to_owned());
            }
            if slot == InterviewField::Date
                && self.tried.get()
                && self.errors.with(Vec::is_empty)
                && self.is_undated()
            {
                return Some(UNDATED.to_owned());
            }
            self.errors.with(|errors| {
                errors.iter().find(|error| InterviewField::of(**error) == slot).map(ToString::to_string)
            })
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
        // The screen may be gone: the field that goes with it has the last word.
        let Some(mut told) = self.form.try_get_untracked() else { return };
        self.state.read_untracked(|records, _, _| told.tell_apart(records));
        if self.form.with_untracked(|form| *form != told) {
            self.form.set(told);
        }
    }

    /// Notes the interview and goes on to Today; or shows what is wrong, and goes to the first of it.
    pub fn save(self) {
        if self.state.is_leaving() {
            return;
        }
        self.tell_apart();
        let form = self.form.get_untracked();
        self.tried.set(true);
        let now = clock::local_now();
        let ahead = !self.to_come.get_untracked() && interview::is_ahead(&form, &now);
        let checked = if ahead || untrack(|| self.is_undated()) { None } else { form.check(&now).ok() };
        if let Some(checked) = checked {
            self.keeping.settle();
            if self.state.try_dispatch(Command::RecordInterview(Box::new(checked.interview))).is_ok() {
                self.keeping.settle();
                self.leave();
            }
        } else {
            page::after_layout(|| page::focus("main [aria-invalid=true]"));
        }
    }

    /// Whether it is said to be still to come, and nothing says when.
    fn is_undated(self) -> bool {
        self.to_come.get() && !self.form.with(|form| interview::is_to_come(form, &clock::local_now()))
    }

    /// Throws away what was typed; there is a way back.
    pub fn start_over(self) {
        let form = self.form.get_untracked();
        let next = self.to_come.get_untracked() && form.round.is_none();
        let blank = Self::blank(self.state, form.opportunity, form.round, next);
        // What was typed last may not be kept yet.
        self.state.dispatch(Command::SaveForm(Box::new(form)));
        self.keeping.settle();
        self.tried.set(false);
        self.emptied.set_value(Some(blank.clone()));
        self.form.set(blank);
        self.found.set(false);
        self.state.dispatch(Command::ClearForm);
        page::after_layout(|| page::focus("main h1"));
    }

    /// Leaves what is on record as it is, and goes back to it; there is a way back to what was typed.
    pub fn cancel(self) {
        let typed = self.form.get_untracked();
        if typed != Self::blank(self.state, typed.opportunity, typed.round, false) {
            self.start_over();
        }
        self.leave();
    }

    fn leave(self) {
        let home = self.form.with_untracked(|form| form.opportunity).map_or(Route::Today, Route::Opportunity);
        page::navigate(&home.href());
    }

    fn is_emptied(self) -> bool {
        self.form.with_untracked(|form| self.emptied.with_value(|emptied| emptied.as_ref() == Some(form)))
    }

    /// Where the user takes the emptying back, what was typed stands there again.
    fn follow_undo(self) {
        Effect::new(move |_| {
            let left = self.state.read(|records, _, _| InterviewForm::left(&records.search));
            if let Some(left) = left.filter(|_| self.is_emptied()) {
                self.emptied.set_value(None);
                self.form.set(left);
            }
        });
    }
}
