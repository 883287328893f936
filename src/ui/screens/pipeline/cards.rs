//! The opportunities of each stage, a card each, with the menu that moves it.

use super::{Act, List};
use crate::ui::components::{Button, Kind, Menu, MenuItem};
use crate::ui::type_erased::{nothing, several};
use crate::view_models::{Column, Move, Pipeline, PipelineCard, stage_id, stage_name};
use leptos::prelude::*;

/// A column for each stage that the filter shows.
pub fn columns(pipeline: &Pipeline, act: Callback<Act>) -> AnyView {
    let shown = pipeline.columns.iter().filter(|column| column.shown);
    let columns: Vec<AnyView> = shown.map(|one| column(one, act)).collect();
    view! { <div class="pipeline__columns">{columns}</div> }.into_any()
}

fn column(column: &Column, act: Callback<Act>) -> AnyView {
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
    view! {
        <section class="pipeline__column" data-stage=stage_id(column.stage) data-empty=(column.count == 0).then_some("")>
            <h2>{stage_name(column.stage)} " " <span class="muted">{column.count}</span></h2>
            <ul>{cards}</ul>
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
