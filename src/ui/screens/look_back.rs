//! Looking back at a round: three minutes, one pass, then forward.

use crate::commands::Command;
use crate::model::{Debrief, Feeling, OpportunityId, RoundId};
use crate::platform::page;
use crate::ui::autosave::Autosave;
use crate::ui::components::{Button, Choice, Field, Kind, Takes, TextArea};
use crate::ui::erased::{derived, several, shown};
use crate::ui::state::{AppState, state};
use crate::view::{Line, LookBack, find_lessons};
use leptos::prelude::*;

const FEELINGS: [(&str, Feeling); 3] =
    [("Well", Feeling::Well), ("Mixed", Feeling::Mixed), ("Badly", Feeling::Badly)];

/// Looking back at a round.
#[component]
pub fn LookBackScreen(
    /// Where.
    opportunity: OpportunityId,
    /// Which round.
    round: RoundId,
) -> AnyView {
    let found = state().read_untracked(|records, _, now| LookBack::of(records, opportunity, round, now));
    match found {
        Some(page) => view(DebriefForm::open(opportunity, round, &page), page),
        None => super::gone::gone("There is nothing to look back at here"),
    }
}

/// The look back while it is typed: a handle.
#[derive(Clone, Copy)]
struct DebriefForm {
    state: AppState,
    opportunity: OpportunityId,
    round: RoundId,
    debrief: RwSignal<Debrief>,
    autosave: Autosave,
}

impl DebriefForm {
    fn open(opportunity: OpportunityId, round: RoundId, page: &LookBack) -> Self {
        let (state, debrief) = (state(), RwSignal::new(page.debrief.clone()));
        let autosave = Autosave::new(move || save(state, opportunity, round, debrief.get_untracked()));
        Self { state, opportunity, round, debrief, autosave }
    }

    fn set(self, set: impl FnOnce(&mut Debrief)) {
        self.debrief.update(set);
        self.autosave.changed();
    }

    fn done(self, home: &str) {
        self.autosave.take_dirty();
        let debrief = Box::new(self.debrief.get_untracked());
        let assess = Command::Assess { opportunity: self.opportunity, round: self.round, debrief };
        if self.state.try_dispatch(assess).is_ok() {
            page::navigate(home);
        }
    }

    fn area(self, of: Of, label: &'static str, note: &'static str) -> AnyView {
        let value = derived(move || self.debrief.with(|debrief| of.text(debrief).clone()));
        let input = Callback::new(move |text| self.set(|debrief| *of.slot(debrief) = text));
        view! { <TextArea label note value input /> }.into_any()
    }
}

/// Saves it as typed, on the round; that the user has looked back is only said by [`DebriefForm::done`].
fn save(state: AppState, opportunity: OpportunityId, round: RoundId, debrief: Debrief) {
    let round =
        state.read_untracked(|records, _, _| records.opportunities.get(&opportunity)?.round(round).cloned());
    if let Some(mut round) = round {
        round.debrief = Some(debrief);
        state.dispatch_silent(Command::PutRound { opportunity, round: Box::new(round) });
    }
}

/// A place of the form.
#[derive(Clone, Copy)]
enum Of {
    Well,
    NotWell,
    Question,
    Answer,
    Missed,
    Lesson,
}

impl Of {
    fn slot(self, debrief: &mut Debrief) -> &mut String {
        match self {
            Self::Well => &mut debrief.went_well,
            Self::NotWell => &mut debrief.went_badly,
            Self::Question => &mut debrief.question,
            Self::Answer => &mut debrief.better_answer,
            Self::Missed => &mut debrief.point_missed,
            Self::Lesson => &mut debrief.lesson,
        }
    }

    fn text(self, debrief: &Debrief) -> &String {
        match self {
            Self::Well => &debrief.went_well,
            Self::NotWell => &debrief.went_badly,
            Self::Question => &debrief.question,
            Self::Answer => &debrief.better_answer,
            Self::Missed => &debrief.point_missed,
            Self::Lesson => &debrief.lesson,
        }
    }
}

fn view(form: DebriefForm, page: LookBack) -> AnyView {
    let home = page.home;
    let chosen = derived(move || {
        let feeling = form.debrief.with(|debrief| debrief.feeling);
        FEELINGS.iter().position(|(_, other)| *other == feeling)
    });
    let choose = Callback::new(move |place: usize| {
        if let Some((_, feeling)) = FEELINGS.get(place) {
            form.set(|debrief| debrief.feeling = *feeling);
        }
    });
    let done = {
        let home = home.clone();
        Callback::new(move |()| form.done(&home))
    };
    view! {
        <div class="screen look-back">
            <header class="screen__head">
                <h1 tabindex="-1">"Look back, once"</h1>
                <p class="muted"><a href=home>{page.about}</a>", "{page.when}</p>
                <p>"Three minutes, all of it optional. Then it is off your mind."</p>
            </header>
            <section class="fields">
                <Choice label="How did it feel?" options=FEELINGS.map(|(name, _)| name.to_owned()).to_vec() chosen choose />
                {form.area(Of::Well, "What went well", "start with this")}
                {form.area(Of::NotWell, "What did not", "one line will do")}
            </section>
            <section class="fields">
                <h2>"What can still be mended"</h2>
                <p class="muted">{page.reaches}</p>
                {form.area(Of::Missed, "A point you did not get to make", "")}
                {form.area(Of::Question, "A question you could answer better", "as they asked it")}
                {form.area(Of::Answer, "What you would say now", "")}
            </section>
            <section class="fields">
                <h2>"For the next one"</h2>
                {form.area(Of::Lesson, "What to remember", "you will see it before your next interview, anywhere")}
            </section>
            {(!page.lessons.is_empty()).then(|| view! {
                <section class="section">
                    <h2>"What you have learned so far"</h2>
                    {lessons(page.lessons)}
                </section>
            })}
            <div class="actions" data-dock="">
                <Button kind=Kind::Primary label="Done looking back" press=done />
            </div>
        </div>
    }
    .into_any()
}

/// Lessons, with a search where there are many.
pub(super) fn lessons(all: Vec<Line>) -> AnyView {
    let search = RwSignal::new(String::new());
    let many = all.len() > 3;
    let found = move || {
        let lines = find_lessons(&all, &search.get()).into_iter().map(|lesson| {
            view! {
                <li>
                    <p>{lesson.title}</p>
                    <p class="muted small"><a href=lesson.href>{lesson.about}</a></p>
                </li>
            }
            .into_any()
        });
        let lines: Vec<AnyView> = lines.collect();
        if lines.is_empty() {
            return view! { <p>"Nothing fits. Try fewer letters."</p> }.into_any();
        }
        view! { <ul class="list">{several(lines)}</ul> }.into_any()
    };
    let field = many.then(|| {
        let input = Callback::new(move |text| search.set(text));
        view! { <Field label="Find" note="a word, a company" takes=Takes::Search value=search input /> }
    });
    view! {
        {field}
        {shown(found)}
    }
    .into_any()
}
