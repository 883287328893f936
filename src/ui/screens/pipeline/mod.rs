//! All opportunities by stage: columns, or a list on a phone; the filter is in the address.

mod add;
mod bring_in;
mod cards;

use super::find::find;
use crate::commands::Command;
use crate::model::{OpportunityId, PipelineOrder, Settings};
use crate::platform::{clock, page};
use crate::ui::components::{Head, Options, Select};
use crate::ui::shell_state::shell;
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, derived, memo, shown, shown_if};
use crate::view_models::choices::ORDERS;
use crate::view_models::{Filter, Import, Most, Move, Pipeline, Pressing, Route, stage_id, stage_name};
use leptos::prelude::*;

/// So many opportunities of a stage at first, and so many more each time.
const STEP: usize = 25;

/// What can be done here.
enum Act {
    Add(add::Application),
    BringIn(Command),
    Move(OpportunityId, Move),
    Sort(PipelineOrder),
    /// Of each stage, or of those that are closed.
    ShowMore(List),
}

/// What there is more of, each time that it is asked for.
#[derive(Clone, Copy)]
enum List {
    Each,
    Closed,
}

/// All opportunities.
#[component]
pub fn PipelineScreen() -> AnyView {
    let state = state();
    let filter = memo(move || match state.route().get() {
        Route::Pipeline(filter) => filter,
        _ => Filter::default(),
    });
    // How often more was asked for is kept with the place: who comes back finds it.
    let places = shell().places();
    let asked = move |list: List| places.asked(list as usize);
    let most = move || Most { each: STEP * (1 + asked(List::Each)), closed: STEP * asked(List::Closed) };
    let order = memo(move || state.read(|records, _, _| records.settings.order));
    let pipeline = memo(move || {
        let order = order.get();
        state.read(|records, plan, now| {
            filter.with(|filter| Pipeline::of(filter, order, most(), records, plan, now))
        })
    });
    let act = Callback::new(move |act| match act {
        Act::Add(one) => one.put(state),
        Act::BringIn(command) => state.dispatch(command),
        Act::Move(id, step) => carry_out(state, id, step),
        Act::Sort(order) => sort(state, order),
        Act::ShowMore(list) => places.ask_for_more(list as usize),
    });
    let bringing = RwSignal::new(false);
    let read = move |text: &str| state.read(|records, _, now| Import::read(text, records, now));
    view! {
        {whole(pipeline, filter, order, bringing, act)}
        {shown_if(move || bringing.get().then(|| bring_in::sheet(bringing, read, act)))}
    }
    .into_any()
}

/// Makes the entry. Where the card went, the focus goes too.
fn carry_out(state: AppState, id: OpportunityId, step: Move) {
    if let Some(command) = step.command(id, clock::now()) {
        state.dispatch(command);
        page::after_layout(move || {
            if page::focus_is_lost() {
                let there = format!(".pipeline__one[href='{}']", Route::Opportunity(id).href());
                page::focus_at_rest(document().query_selector(&there).ok().flatten(), "main h1");
            }
        });
    }
}

fn sort(state: AppState, order: PipelineOrder) {
    let settings = state.read_untracked(|records, _, _| Settings { order, ..records.settings.clone() });
    state.dispatch_silent(Command::PutSettings(Box::new(settings)));
}

fn whole(
    pipeline: Memo<Pipeline>,
    filter: Memo<Filter>,
    order: Memo<PipelineOrder>,
    bringing: RwSignal<bool>,
    act: Callback<Act>,
) -> AnyView {
    let any = memo(move || pipeline.with(|pipeline| pipeline.all > 0));
    view! {
        <div class="screen pipeline">
            <Head title="Pipeline">
                <p class="muted" role="status">{move || pipeline.with(|pipeline| counted(pipeline, &filter.get()))}</p>
            </Head>
            {add::add(act, bringing)}
            {shown_if(move || any.get().then(|| filters(pipeline, filter, order, act)))}
            {shown_if(move || {
                let none = pipeline.with(|pipeline| pipeline.all > 0 && pipeline.found == 0);
                none.then(|| view! { <p>"Nothing found. Try fewer letters, or another filter."</p> }.into_any())
            })}
            {shown_if(move || any.get().then(|| pipeline.with(|pipeline| cards::columns(pipeline, act))))}
        </div>
    }
    .into_any()
}

fn counted(pipeline: &Pipeline, filter: &Filter) -> String {
    let is_whole = filter.search.trim().is_empty() && filter.pressing == Pressing::Any;
    match (pipeline.all, pipeline.found) {
        (0, _) => "Nothing here yet. Add what you applied for; it takes two lines.".to_owned(),
        (all, _) if is_whole => crate::words::capitalized(&crate::words::counted(all, "application")),
        (all, found) => format!("{found} of {all}"),
    }
}

fn filters(
    pipeline: Memo<Pipeline>,
    filter: Memo<Filter>,
    order: Memo<PipelineOrder>,
    act: Callback<Act>,
) -> AnyView {
    let sought = derived(move || filter.with(|filter| filter.search.clone()));
    let go = Callback::new(move |search| {
        page::replace(&Route::Pipeline(Filter { search, ..filter.get_untracked() }).href());
    });
    let orders = Options::of(&ORDERS, move || Some(order.get()), move |order| act.run(Act::Sort(order)));
    view! {
        <div class="pipeline__filters">
            {find("company, role or person", sought, go)}
            <Select label="Sorted by" options=orders />
            <nav aria-label="Stages">
                <ul class="chips">
                    {shown(move || pipeline.with(|pipeline| chips(pipeline, &filter.get())))}
                </ul>
            </nav>
        </div>
    }
    .into_any()
}

/// The stages, and what presses among them. Each stays where it is, with 0 where there is none.
fn chips(pipeline: &Pipeline, filter: &Filter) -> AnyView {
    let chip = |stage: Option<&'static str>, name: String, to: Filter, here: bool| {
        let href = Route::Pipeline(to).href();
        view! { <li data-stage=stage><a href=href aria-current=here.then_some("true")>{name}</a></li> }
            .into_any()
    };
    let stage = |id: &'static str, name: String| {
        chip(Some(id), name, Filter { stage: id.to_owned(), ..filter.clone() }, filter.stage == id)
    };
    let mut chips = vec![stage("", "All".to_owned())];
    chips.extend(pipeline.columns.iter().map(|column| {
        stage(stage_id(column.stage), format!("{} {}", stage_name(column.stage), column.count))
    }));
    let pressing = [(Pressing::Due, "Due"), (Pressing::Late, "Late")].into_iter().zip(pipeline.pressing);
    chips.extend(pressing.map(|((pressing, name), count)| {
        let here = filter.pressing == pressing;
        let to = if here { Pressing::Any } else { pressing };
        chip(None, format!("{name} {count}"), Filter { pressing: to, ..filter.clone() }, here)
    }));
    chips.into_any()
}
