//! The opportunities of each stage, a card each, with the menu that moves it.

use super::{Act, List};
use crate::ui::components::{Button, Kind, Menu, MenuItem};
use crate::ui::type_erased::{nothing, several};
use crate::view_models::{Column, Filter, Move, Pipeline, PipelineCard, Route, stage_id, stage_name};
use leptos::prelude::*;

/// A column for each stage that the filter shows.
pub fn columns(pipeline: &Pipeline, act: Callback<Act>) -> AnyView {
    // Of all stages at once a phone shows the first few each, and the way to a stage alone.
    let overview = pipeline.columns.iter().any(|column| column.folded);
    let shown = pipeline.columns.iter().filter(|column| column.shown);
    let columns: Vec<AnyView> = shown.map(|one| column(one, overview, act)).collect();
    view! { <div class="pipeline__columns" data-overview=overview.then_some("")>{columns}</div> }.into_any()
}

/// So many of a stage a phone shows beside the others; the style leaves out the rest.
const FEW: usize = 4;

fn column(column: &Column, overview: bool, act: Callback<Act>) -> AnyView {
    let cards = several(column.cards.iter().map(|one| card(one, act)));
    let rest = column.count - column.cards.len();
    let more = (rest > 0).then(|| {
        let list = if column.folded { List::Closed } else { List::Each };
        let label = match column.cards.len() {
            0 => "Show them".to_owned(),
            _ => format!("Show more ({rest} left)"),
        };
        let press = Callback::new(move |()| act.run(Act::ShowMore(list)));
        view! { <Button kind=Kind::Quiet label about=stage_name(column.stage) press /> }
    });
    let alone = (overview && column.cards.len() > FEW).then(|| {
        let stage = stage_id(column.stage).to_owned();
        let href = Route::Pipeline(Filter { stage, ..Filter::default() }).href();
        let about = format!(": {}", stage_name(column.stage));
        view! { <a class="button pipeline__alone" data-kind="quiet" href=href>"All " {column.count}<span class="unseen">{about}</span></a> }
    });
    view! {
        <section class="pipeline__column" data-stage=stage_id(column.stage) data-empty=(column.count == 0).then_some("")>
            <h2>{stage_name(column.stage)} " " <span class="muted">{column.count}</span></h2>
            <ul>{cards}</ul>
            {alone}
            {more}
        </section>
    }
    .into_any()
}

fn card(card: &PipelineCard, act: Callback<Act>) -> AnyView {
    let line = &card.line;
    let role =
        (!line.about.is_empty()).then(|| view! { <span class="line__about">{line.about.clone()}</span> });
    view! {
        <li class="pipeline__card">
            <a class="pipeline__one" href=line.href.clone()>
                <span class="line__title">{line.title.clone()}</span>
                {role}
                <span class="pipeline__next" data-tone=line.tone.name()>{line.side.concat()}</span>
            </a>
            {moves(card, act)}
        </li>
    }
    .into_any()
}

fn moves(card: &PipelineCard, act: Callback<Act>) -> AnyView {
    if card.moves.is_empty() {
        return nothing();
    }
    let id = card.id;
    let item = |step: &Move| {
        let step = *step;
        match step.form(id) {
            Some(form) => view! { <a href=form.href()>{step.label()}</a> }.into_any(),
            None => {
                view! { <MenuItem label=step.label() press=Callback::new(move |()| act.run(Act::Move(id, step))) /> }
                    .into_any()
            }
        }
    };
    view! {
        <Menu label="Move to" about=card.line.title.clone() kind=Kind::Quiet>
            {several(card.moves.iter().map(item))}
        </Menu>
    }
    .into_any()
}
