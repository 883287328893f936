//! Looking back at a round: three minutes, one pass, then forward.

use crate::commands::Command;
use crate::model::{Debrief, Merge, OpportunityId, Record, RecordKey, Records, RoundId};
use crate::platform::page;
use crate::ui::autosave::Autosave;
use crate::ui::components::{
    Actions, Button, Choice, Field, Head, Kind, List, Options, Section, Takes, TextArea, setter,
};
use crate::ui::shared_draft::also_typed;
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{effect, shown, shown_if, text};
use crate::view_models::choices::{FEELINGS, INTERESTS};
use crate::view_models::{Line, LookBack, find_lessons};
use leptos::prelude::*;

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
        None => super::not_found::gone("There is nothing to look back at here"),
    }
}

/// The look back while it is typed: a handle.
#[derive(Clone, Copy)]
struct DebriefForm {
    state: AppState,
    opportunity: OpportunityId,
    round: RoundId,
    debrief: RwSignal<Debrief>,
    /// As it was last saved here, or opened. What another tab typed since is not in it.
    saved: StoredValue<Debrief>,
    /// What another tab typed where something else was typed here.
    other: RwSignal<Option<Debrief>>,
    autosave: Autosave,
}

impl DebriefForm {
    fn open(opportunity: OpportunityId, round: RoundId, page: &LookBack) -> Self {
        let (state, debrief) = (state(), RwSignal::new(page.debrief.clone()));
        let saved = StoredValue::new(page.debrief.clone());
        let other = RwSignal::new(None);
        let autosave = Autosave::new(move || save(state, opportunity, round, debrief, saved, other));
        let form = Self { state, opportunity, round, debrief, saved, other, autosave };
        form.follow_other_tabs();
        form
    }

    /// What is typed in another tab comes here. While one types here, that waits until this is saved.
    fn follow_other_tabs(self) {
        effect(move || {
            let stored = self.state.read(|records, _, _| stored(records, self.opportunity, self.round));
            if let Some(stored) = stored.filter(|_| !self.autosave.is_dirty())
                && stored != self.saved.get_value()
            {
                self.saved.set_value(stored.clone());
                self.debrief.set(stored);
            }
        });
    }

    fn elsewhere(self) -> AnyView {
        shown_if(move || {
            let theirs = self.other.get()?;
            let words = untrack(|| self.debrief.with(|own| theirs.differing_text(own).map(str::to_owned)))?;
            let take = Callback::new(move |()| {
                self.other.set(None);
                self.set(|debrief| debrief.clone_from(&theirs));
                self.autosave.flush();
            });
            Some(also_typed(&words, take, Callback::new(move |()| self.other.set(None))))
        })
    }

    fn set(self, set: impl FnOnce(&mut Debrief)) {
        self.debrief.update(set);
        self.autosave.changed();
    }

    fn done(self, home: &str) {
        self.autosave.take_dirty();
        let debrief = Box::new(self.debrief.get_untracked());
        let assess = Command::Assess { opportunity: self.opportunity, round: self.round, debrief };
        let was = was(self.state, self.opportunity, self.round, self.saved.get_value());
        if self.state.dispatch_since(was, assess) {
            page::navigate(home);
        }
    }

    fn area(self, label: &'static str, note: &'static str, of: fn(&mut Debrief) -> &mut String) -> AnyView {
        let value = text(move || of(&mut self.debrief.get()).clone());
        let input = Callback::new(move |text| self.set(|debrief| *of(debrief) = text));
        view! { <TextArea label note value input /> }.into_any()
    }
}

/// Saves it as typed, on the round; that the user has looked back is only said by [`DebriefForm::done`].
fn save(
    state: AppState,
    opportunity: OpportunityId,
    round: RoundId,
    debrief: RwSignal<Debrief>,
    saved: StoredValue<Debrief>,
    other: RwSignal<Option<Debrief>>,
) {
    let own = debrief.try_get_untracked();
    state.wake_up_to(Some(RecordKey::Opportunity(opportunity)));
    let known =
        state.read_untracked(|records, _, _| records.opportunities.get(&opportunity)?.round(round).cloned());
    let (Some(own), Some(before), Some(mut changed)) = (own, saved.try_get_value(), known) else { return };
    let Some(was) = was(state, opportunity, round, before.clone()) else { return };
    // Where both typed in one place, this tab's stays, and the other's is offered.
    let mut instead = own.clone();
    instead.merge(&before, &changed.debrief.take().unwrap_or_default());
    changed.debrief = Some(own.clone());
    let put = Command::PutRound { opportunity, round: Box::new(changed) };
    state.dispatch_silent(Command::Since(Box::new(was), Box::new(put)));
    let both = state.read_untracked(|records, _, _| stored(records, opportunity, round)).unwrap_or_default();
    saved.try_set_value(both.clone());
    if both != own {
        debrief.try_set(both.clone());
    }
    if instead != both {
        other.try_set(Some(instead));
    }
}

fn stored(records: &Records, opportunity: OpportunityId, round: RoundId) -> Option<Debrief> {
    records.opportunities.get(&opportunity)?.round(round)?.debrief.clone()
}

/// The opportunity as it would be if nobody but this form had typed at the look back.
fn was(state: AppState, opportunity: OpportunityId, round: RoundId, saved: Debrief) -> Option<Record> {
    let mut was = state.read_untracked(|records, _, _| records.opportunities.get(&opportunity).cloned())?;
    was.rounds.iter_mut().find(|it| it.id == round)?.debrief = Some(saved);
    Some(Record::Opportunity(Box::new(was)))
}

fn view(form: DebriefForm, page: LookBack) -> AnyView {
    let home = page.home;
    let felt = move || Some(form.debrief.with(|debrief| debrief.feeling));
    let feel = move |feeling| form.set(|debrief| debrief.feeling = feeling);
    let wanted = move || Some(form.debrief.with(|debrief| debrief.interest));
    let want = move |interest| form.set(|debrief| debrief.interest = interest);
    let done = {
        let home = home.clone();
        Callback::new(move |()| form.done(&home))
    };
    view! {
        <div class="screen look-back">
            <Head title="Look back, once">
                <p class="muted"><a href=home>{page.about}</a>", "{page.when}</p>
                <p>"Three minutes, all of it optional. Then it is off your mind."</p>
            </Head>
            {form.elsewhere()}
            <section class="fields">
                <Choice label="How did it feel?" options=Options::of(&FEELINGS, felt, feel) />
                <Choice label="And the job?" options=Options::of(&INTERESTS, wanted, want) />
                {form.area("What went well", "start with this", |debrief| &mut debrief.went_well)}
                {form.area("What did not", "one line will do", |debrief| &mut debrief.went_badly)}
            </section>
            <section class="fields">
                <h2>"What you can still fix"</h2>
                <p class="muted">{page.reaches}</p>
                {form.area("A point you did not get to make", "", |debrief| &mut debrief.point_missed)}
                {form.area("A question you could answer better", "as they asked it", |debrief| &mut debrief.question)}
                {form.area("What you would say now", "", |debrief| &mut debrief.better_answer)}
            </section>
            <section class="fields">
                <h2>"For the next one"</h2>
                {form.area("What to remember", "you will see it before your next interview, anywhere", |debrief| &mut debrief.lesson)}
            </section>
            {(!page.lessons.is_empty()).then(|| view! {
                <Section title="What you have learned so far">{lessons(page.lessons)}</Section>
            })}
            <Actions docked=true>
                <Button kind=Kind::Primary label="Done looking back" press=done />
            </Actions>
        </div>
    }
    .into_any()
}

/// Lessons, with a search where there are many.
pub(super) fn lessons(all: Vec<Line>) -> AnyView {
    let search = RwSignal::new(String::new());
    let field = (all.len() > 3).then(|| {
        view! {
            <Field label="Find" note="a word, a company" takes=Takes::Search value=search input=setter(search) />
        }
    });
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
        let items: Vec<AnyView> = lines.collect();
        if items.is_empty() {
            return view! { <p>"Nothing fits. Try fewer letters."</p> }.into_any();
        }
        view! { <List items /> }.into_any()
    };
    view! {
        {field}
        {shown(found)}
    }
    .into_any()
}
