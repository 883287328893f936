//! The form while it is typed: saved as it stands, checked once the user tried to save it.

use super::typed::{Origin, Typed, blank, by_the_clock_here, is_noted, keep};
use crate::commands::Command;
use crate::commands::interview::{Checked, Interview, InterviewForm, PersonRow, draft_name};
use crate::etiquette::WorkCalendar;
use crate::model::{OpportunityId, Role, RoundId, Settings};
use crate::platform::{clock, page, zones};
use crate::ui::autosave::Autosave;
use crate::ui::components::{Field, Takes};
use crate::ui::shared_draft::SharedDraft;
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, derived, memo, text};
use crate::view_models::Route;
use crate::view_models::interview::{self, InterviewField, PromisedDay};
use crate::view_models::playbook::with_public_holidays;
use leptos::prelude::*;

/// The form while it is typed: a handle.
#[derive(Clone, Copy)]
pub struct InterviewEditor {
    /// What the app knows; the parts of the screen ask the editor for it.
    pub(super) state: AppState,
    pub(super) typed: RwSignal<Typed>,
    pub(super) origin: StoredValue<Origin>,
    /// Whether it is about a round still to come.
    pub to_come: Memo<bool>,
    /// Whether it is said to be over, while its day is ahead.
    pub ahead: Memo<bool>,
    /// What is wrong with it, and what looks odd.
    pub checked: Memo<Checked>,
    /// The row of the person at hand; the others are folded.
    pub at_hand: RwSignal<Option<usize>>,
    /// Whether a round is edited that has been noted before.
    pub editing: bool,
    pub(super) autosave: Autosave,
}

impl InterviewEditor {
    /// The form for a place: as it was left there, or a fresh one, or what is known of the round. `next`: of a round to
    /// come, where nothing that was left says otherwise.
    pub fn open(opportunity: Option<OpportunityId>, round: Option<RoundId>, next: bool) -> Self {
        let state = state();
        let left =
            state.read_untracked(|records, _, _| InterviewForm::left(&records.search, opportunity, round));
        let found = left.is_some();
        let was = blank(state, opportunity, round, next);
        let form = left.unwrap_or_else(|| was.clone());
        let now = clock::local_now();
        let here = if form.zone.is_empty() { form.clone() } else { by_the_clock_here(&form, &now) };
        let to_come = interview::is_to_come(&here, &now) || next && interview::has_no_end(&form);
        let holidays =
            state.read_untracked(|records, _, _| with_public_holidays(&records.settings, &clock::language()));
        let editing = round.is_some() && (to_come || is_noted(state, opportunity, round));
        // Who left it half-typed was at the last one.
        let at_hand = if found { form.people.len().saturating_sub(1) } else { 0 };
        let typed = RwSignal::new(Typed {
            form,
            to_come,
            promised: PromisedDay::default(),
            found,
            tried: false,
            offered: interview::fresh(&now).ends,
        });
        let checked = memo(move || typed.with(Typed::check));
        let shared = SharedDraft::open(state, draft_name(opportunity, round));
        let origin = StoredValue::new(Origin { opportunity, round, was, shared, holidays });
        let editor = Self {
            state,
            typed,
            origin,
            to_come: memo(move || typed.with(|typed| typed.to_come)),
            ahead: memo(move || checked.with(Checked::is_ahead)),
            checked,
            at_hand: RwSignal::new(Some(at_hand)),
            editing,
            autosave: Autosave::new(move || keep(typed, origin)),
        };
        editor.follow_other_tabs();
        editor
    }

    /// Reads the form.
    pub fn with<T>(self, read: impl FnOnce(&InterviewForm) -> T) -> T {
        self.typed.with(|typed| read(&typed.form))
    }

    /// Changes the form, and has it saved.
    pub fn update(self, change: impl FnOnce(&mut InterviewForm)) {
        self.typed.update(|typed| change(&mut typed.form));
        self.autosave.changed();
    }

    /// The settings with the public holidays of the browser's region, and what is said of them, until it was said.
    pub fn told(self) -> Option<(Settings, &'static str)> {
        self.origin.with_value(|origin| origin.holidays.clone())
    }

    /// The settings, with the holidays that count once the interview is noted.
    pub fn settings(self) -> Settings {
        let told = self.told().map(|(settings, _)| settings);
        told.unwrap_or_else(|| self.state.read_untracked(|records, _, _| records.settings.clone()))
    }

    /// What notes the interview. With the first that is over goes which public holidays count: the form has said it.
    fn order(self, interview: Interview) -> Command {
        let note = Command::RecordInterview(Box::new(interview));
        let told = self.told().map(|(settings, _)| settings);
        let told = told.filter(|_| !self.to_come.get_untracked());
        let told = told.map(|settings| Command::PutSettings(Box::new(settings)));
        Command::Batch(Box::new(note), told.into_iter().chain([self.clear()]).collect())
    }

    /// Whether the form was found as a draft, and the note about that is not put away yet.
    pub fn is_found(self) -> bool {
        self.typed.with(|typed| typed.found)
    }

    /// Puts the note away that the form was found as a draft.
    pub fn put_note_away(self) {
        self.typed.update(|typed| typed.found = false);
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
        text(move || self.with(|form| slot.text(form).to_owned()))
    }

    /// Types there.
    pub fn typing(self, slot: InterviewField) -> Callback<String> {
        Callback::new(move |text| match slot {
            InterviewField::Date => self.set_day(text),
            _ => self.update(|form| slot.write(form, text)),
        })
    }

    /// Sets the day of the interview. What they promised in words moves with it.
    fn set_day(self, text: String) {
        let now = clock::local_now();
        let calendar = WorkCalendar::of(&self.settings());
        self.typed.update(|typed| {
            let before = interview::day_of(&typed.form, &now);
            InterviewField::Date.write(&mut typed.form, text);
            typed.promised.follow(&mut typed.form, before, &calendar, &now);
        });
        self.autosave.changed();
    }

    /// A word about the promised day: that it moved, or that it lies oddly.
    pub fn promise_note(self) -> Option<String> {
        let warnings = self.checked.with(|checked| checked.warnings.clone());
        self.typed.with(|typed| typed.promised.note(&typed.form, &warnings, &clock::local_now()))
    }

    /// What the time of another zone is here.
    pub fn in_both_zones(self) -> Option<String> {
        let now = clock::local_now();
        let offset = |zone: String| move |at| zones::offset(&zone, at).unwrap_or_default();
        self.with(|form| interview::in_both(form, &offset(form.zone.clone()), &now))
    }

    /// Makes it an interview to come, or one that is over. A day ahead stays where it is to come after all; else one
    /// to come has no end yet, and one that is over ended just now, unless the user says otherwise.
    pub fn turn(self, to_come: bool) {
        if self.to_come.get_untracked() == to_come {
            return;
        }
        let now = clock::local_now();
        self.typed.update(|typed| {
            let (ahead, form) = (typed.check().is_ahead(), &mut typed.form);
            typed.to_come = to_come;
            if ahead {
                return interview::still_to_come(form, &typed.offered, &now);
            }
            let fresh = interview::fresh(&now);
            typed.offered.clone_from(&fresh.ends);
            (form.starts, form.minutes, form.zone) = Default::default();
            (form.date, form.ends) = if to_come { Default::default() } else { (fresh.date, fresh.ends) };
        });
        self.autosave.changed();
    }

    /// What is wrong with it, once the user tried to save.
    pub fn wrong(self, slot: InterviewField) -> Signal<Option<String>> {
        derived(move || {
            let tried = self.typed.with(|typed| typed.tried);
            self.checked.with(|checked| {
                let wrong = checked.errors.iter().find(|error| tried && InterviewField::of(**error) == slot);
                wrong.map(ToString::to_string)
            })
        })
    }

    /// That it is not saved, and how much keeps it from that, once the user tried.
    pub fn refusal(self) -> Option<String> {
        let tried = self.typed.with(|typed| typed.tried);
        self.checked.with(|checked| interview::refusal(&checked.errors)).filter(|_| tried)
    }

    /// Reads one thing of a person's row.
    pub fn person<T: Default>(self, row: usize, read: impl Fn(&PersonRow) -> T) -> T {
        self.with(|form| form.people.get(row).map(read).unwrap_or_default())
    }

    /// Whether it is asked if the job comes through the person of a row: a recruiter who is new, where no agency is known.
    pub fn asks_for_agency(self, row: usize) -> bool {
        let opportunity = self.with(|form| form.opportunity);
        let known = self.state.read_untracked(|records, _, _| {
            opportunity.and_then(|id| records.opportunities.get(&id)).is_some_and(|one| one.via.is_some())
        });
        !known && self.person(row, |person| person.role == Role::Recruiter && person.person.is_none())
    }

    /// Changes a person's row.
    pub fn set_person(self, row: usize, set: impl FnOnce(&mut PersonRow)) {
        self.update(|form| set(interview::row(&mut form.people, row)));
    }

    /// Makes it an interview to come, for which there is a new day: how long it takes and when it starts stay, as far as
    /// they are known.
    pub fn new_day(self) {
        let now = clock::local_now();
        self.typed.update(|typed| {
            typed.to_come = true;
            interview::new_day(&mut typed.form, &now);
        });
        self.autosave.changed();
        page::after_layout(|| page::focus(".interview [data-times] input[type=date]"));
    }

    /// Does something to the round itself, and goes back to its opportunity. What was typed of it goes.
    pub fn instead(self, order: Command) {
        self.autosave.take_dirty();
        self.shared().shows(None);
        if self.state.try_dispatch(Command::Batch(Box::new(order), vec![self.clear()])).is_ok() {
            self.leave();
        }
    }

    /// Makes another person of whoever stands under another name than the known person who was there, and takes addresses
    /// apart as mail programs copy them.
    pub fn tell_apart(self) {
        // The screen may be gone: the field that goes with it has the last word.
        let Some(typed) = self.typed.try_with_untracked(|typed| typed.form.clone()) else { return };
        let mut told = typed.clone();
        told.take_addresses_apart();
        self.state.read_untracked(|records, _, _| told.tell_apart(records));
        if told != typed {
            self.update(|form| *form = told);
        }
    }

    /// Makes it a round of an opportunity that is known, with all that was typed.
    pub fn belongs_to(self, id: OpportunityId) {
        let known = self.state.read_untracked(|records, _, _| {
            records.opportunities.get(&id).map(|one| (one.company.clone(), one.role.clone()))
        });
        let Some((company, role)) = known else { return };
        let mut form = self.typed.with_untracked(|typed| typed.form.clone());
        (form.opportunity, form.company, form.role) = (Some(id), company, role);
        self.autosave.take_dirty();
        self.shared().shows(None);
        SharedDraft::open(self.state, draft_name(Some(id), None)).save(form.texts(), Vec::new(), false);
        self.state.dispatch_silent(self.clear());
        page::replace(&Route::Interview { opportunity: Some(id), round: None }.href());
    }

    /// Notes the interview and goes on to Today; or shows what is wrong, and goes to the first of it.
    pub fn save(self) {
        if self.state.is_leaving() {
            return;
        }
        // Whoever another tab has noted meanwhile is known then, and not added once more.
        self.state.wake_up_to(None);
        self.tell_apart();
        self.state.read_untracked(|records, _, _| {
            self.typed.update(|typed| {
                typed.form.take_known_opportunity(records);
                typed.tried = true;
            });
        });
        if let Some(interview) = self.typed.with_untracked(Typed::check).interview {
            self.autosave.take_dirty();
            self.shared().shows(None);
            if self.state.try_dispatch(self.order(interview)).is_ok() {
                self.leave();
            }
        } else {
            page::after_layout(|| page::focus("main [aria-invalid=true]"));
        }
    }

    /// Throws away what was typed; there is a way back.
    pub fn start_over(self) {
        // What was typed last may not be saved yet.
        self.autosave.changed();
        self.autosave.flush();
        self.empty();
        self.state.dispatch(self.clear());
        page::after_layout(|| page::focus("main h1"));
    }

    /// Leaves what is on record as it is, and goes back to it; there is a way back to what was typed.
    pub fn cancel(self) {
        let typed = self.typed.with_untracked(|typed| typed.form.clone());
        if typed != blank(self.state, typed.opportunity, typed.round, false) {
            self.start_over();
        }
        self.leave();
    }

    fn leave(self) {
        let opportunity = self.typed.with_untracked(|typed| typed.form.opportunity);
        page::navigate(&opportunity.map_or(Route::Today, Route::Opportunity).href());
    }
}
