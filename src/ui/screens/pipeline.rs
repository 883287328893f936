//! All opportunities by stage: columns, or a list on a phone; the filter is in the address.

use crate::commands::Command;
use crate::model::{Opportunity, OpportunityId};
use crate::platform::{clock, page, timing};
use crate::ui::components::{Actions, Button, Field, Head, Kind, Takes};
use crate::ui::shell_state::{ShellState, shell};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{derived, effect, memo, nothing, shown, shown_if};
use crate::view_models::event_form::split;
use crate::view_models::interview::instant;
use crate::view_models::{Column, Filter, Line, Pipeline, Route, stage_id, stage_name};
use leptos::prelude::*;

/// So many opportunities of a stage at first, and so many more each time.
const STEP: usize = 25;

/// All opportunities.
#[component]
pub fn PipelineScreen() -> AnyView {
    let state = state();
    let filter = memo(move || match state.route().get() {
        Route::Pipeline(filter) => filter,
        _ => Filter::default(),
    });
    // How often more was asked for is kept with the place: who comes back finds it.
    let shell = shell();
    let most = move || STEP * (1 + shell.places().asked(0));
    let pipeline = memo(move || {
        state
            .read(|records, plan, now| filter.with(|filter| Pipeline::of(filter, most(), records, plan, now)))
    });
    let any = memo(move || pipeline.with(|pipeline| pipeline.all > 0));
    view! {
        <div class="screen pipeline">
            <Head title="Pipeline">
                <p class="muted" role="status">{move || pipeline.with(|pipeline| counted(pipeline, &filter.get()))}</p>
            </Head>
            {add(state)}
            {shown_if(move || any.get().then(|| filters(filter, pipeline)))}
            {shown(move || pipeline.with(|pipeline| columns(pipeline, shell)))}
        </div>
    }
    .into_any()
}

fn counted(pipeline: &Pipeline, filter: &Filter) -> String {
    match (pipeline.all, pipeline.found) {
        (0, _) => "Nothing here yet. Add what you applied for; it takes two lines.".to_owned(),
        (all, _) if filter.search.trim().is_empty() => {
            crate::words::capitalized(&crate::words::counted(all, "application"))
        }
        (all, found) => format!("{found} of {all}"),
    }
}

/// Something applied for, in two lines; several in a row.
fn add(state: AppState) -> AnyView {
    let open = RwSignal::new(false);
    shown(move || {
        if open.get() {
            return add_form(state, open);
        }
        let press = Callback::new(move |()| {
            open.set(true);
            page::after_layout(|| page::focus(".pipeline__add input"));
        });
        view! { <Actions><Button kind=Kind::Primary label="Add an application" press /></Actions> }.into_any()
    })
}

fn add_form(state: AppState, open: RwSignal<bool>) -> AnyView {
    let (company, role) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let applied = RwSignal::new(split(clock::now(), &clock::local_now()).0);
    let nameless = RwSignal::new(false);
    let save = move || {
        nameless.set(company.with_untracked(|company| company.trim().is_empty()));
        if !nameless.get_untracked() {
            put(state, &company.get_untracked(), &role.get_untracked(), &applied.get_untracked());
            company.set(String::new());
            role.set(String::new());
        }
        page::focus(".pipeline__add input");
    };
    let wrong = derived(move || nameless.get().then(|| "Which company is it?".to_owned()));
    view! {
        <form
            class="pipeline__add"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <Field label="Company" takes=Takes::Name value=company input=Callback::new(move |text| company.set(text)) wrong />
            <Field label="Role" value=role input=Callback::new(move |text| role.set(text)) />
            <Field label="Applied on" takes=Takes::Day value=applied input=Callback::new(move |text| applied.set(text)) />
            <Actions>
                <button type="submit" class="button" data-kind="primary">"Add"</button>
                <Button kind=Kind::Quiet label="Close" press=Callback::new(move |()| open.set(false)) />
            </Actions>
        </form>
    }
    .into_any()
}

/// An application of today is of now; one of another day is of its noon.
fn put(state: AppState, company: &str, role: &str, applied: &str) {
    let now = clock::local_now();
    let today = split(now.at, &now).0;
    let mut one = Opportunity::new(OpportunityId(state.fresh_id()), company.trim(), role.trim());
    one.applied = match applied.trim() {
        "" => None,
        day if day == today => Some(now.at),
        day => instant(day, "12:00", &now),
    };
    state.dispatch(Command::PutOpportunity(Box::new(one)));
}

fn filters(filter: Memo<Filter>, pipeline: Memo<Pipeline>) -> AnyView {
    view! {
        <div class="pipeline__filters">
            {search(filter)}
            <nav aria-label="Stages">
                <ul class="pipeline__stages">
                    {shown(move || pipeline.with(|pipeline| stages(pipeline, &filter.get())))}
                </ul>
            </nav>
        </div>
    }
    .into_any()
}

fn stages(pipeline: &Pipeline, filter: &Filter) -> AnyView {
    let link = |id: &str, name: String| {
        let here = (filter.stage == id).then_some("true");
        let href = Route::Pipeline(Filter { stage: id.to_owned(), ..filter.clone() }).href();
        view! { <li><a href=href aria-current=here>{name}</a></li> }.into_any()
    };
    let mut links = vec![link("", "All".to_owned())];
    links.extend(pipeline.columns.iter().map(|column| {
        link(stage_id(column.stage), format!("{} {}", stage_name(column.stage), column.count))
    }));
    links.into_any()
}

/// The search goes into the address a moment after it was typed; what comes from the address goes into the field.
fn search(filter: Memo<Filter>) -> AnyView {
    const PAUSE_MS: i32 = 150;
    let text = RwSignal::new(filter.with_untracked(|filter| filter.search.clone()));
    let sent = StoredValue::new(text.get_untracked());
    let pause = StoredValue::new_local(timing::Timer::default());
    effect(move || {
        let search = filter.with(|filter| filter.search.clone());
        if sent.with_value(|sent| *sent != search) {
            sent.set_value(search.clone());
            text.set(search);
        }
    });
    let go = move || {
        let search = text.get_untracked();
        sent.set_value(search.clone());
        page::replace(&Route::Pipeline(Filter { search, ..filter.get_untracked() }).href());
    };
    let input = Callback::new(move |typed| {
        text.set(typed);
        pause.update_value(|pause| pause.set(PAUSE_MS, go));
    });
    view! { <Field label="Find" note="company, role or person" takes=Takes::Search value=text input /> }
        .into_any()
}

fn columns(pipeline: &Pipeline, shell: ShellState) -> AnyView {
    let all: Vec<AnyView> = pipeline
        .columns
        .iter()
        .filter(|column| column.shown)
        .map(|column| one_column(column, shell))
        .collect();
    if pipeline.all == 0 {
        return nothing();
    }
    if pipeline.found == 0 {
        return view! { <p>"Nothing found. Try fewer letters, or another stage."</p> }.into_any();
    }
    view! { <div class="pipeline__columns">{all}</div> }.into_any()
}

fn one_column(column: &Column, shell: ShellState) -> AnyView {
    let lines: Vec<AnyView> = column.lines.iter().map(line).collect();
    let rest = column.count - column.lines.len();
    let more = (rest > 0).then(|| {
        let press = Callback::new(move |()| shell.places().ask_for_more(0));
        view! { <Button kind=Kind::Quiet label=format!("Show more ({rest} left)") about=stage_name(column.stage) press /> }
    });
    view! {
        <section class="pipeline__column" data-stage=stage_id(column.stage) data-empty=(column.count == 0).then_some("")>
            <h2>{stage_name(column.stage)} " " <span class="muted">{column.count}</span></h2>
            <ul>{lines}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn line(line: &Line) -> AnyView {
    let role =
        (!line.about.is_empty()).then(|| view! { <span class="line__about">{line.about.clone()}</span> });
    view! {
        <li>
            <a class="pipeline__one" href=line.href.clone()>
                <span class="line__title">{line.title.clone()}</span>
                {role}
                <span class="pipeline__next" data-tone=line.tone.name()>{line.side.concat()}</span>
            </a>
        </li>
    }
    .into_any()
}
