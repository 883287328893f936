//! The opportunities of each stage, a card each, with the menu that moves it.

use super::{Act, List};
use crate::etiquette::Stage;
use crate::model::OpportunityId;
use crate::platform::page;
use crate::ui::components::{Button, Kind, Menu, MenuItem};
use crate::ui::type_erased::{nothing, several};
use crate::view_models::{Column, Filter, Move, Pipeline, PipelineCard, Route, stage_id, stage_name};
use leptos::prelude::*;

/// A column for each stage that the filter shows.
pub fn columns(pipeline: &Pipeline, act: Callback<Act>) -> AnyView {
    // Of all stages at once a phone shows the first few each, and the way to a stage alone.
    let overview = pipeline.columns.iter().any(|column| column.folded);
    let shown = pipeline.columns.iter().filter(|column| column.shown);
    let dragged = StoredValue::new(None);
    let columns: Vec<AnyView> = shown.map(|one| column(one, overview, dragged, act)).collect();
    view! { <div class="pipeline__columns" data-overview=overview.then_some("")>{columns}</div> }.into_any()
}

/// So many of a stage a phone shows beside the others; the style leaves out the rest.
const FEW: usize = 4;

fn column(column: &Column, overview: bool, dragged: Dragged, act: Callback<Act>) -> AnyView {
    let cards = several(column.cards.iter().map(|one| card(one, dragged, act)));
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
    let stage = column.stage;
    let alone = (overview && column.cards.len() > FEW).then(|| {
        let stage = stage_id(column.stage).to_owned();
        let href = Route::Pipeline(Filter { stage, ..Filter::default() }).href();
        let about = format!(": {}", stage_name(column.stage));
        view! { <a class="button pipeline__alone" data-kind="quiet" href=href>"All " {column.count}<span class="unseen">{about}</span></a> }
    });
    view! {
        <section
            class="pipeline__column"
            data-stage=stage_id(stage)
            data-empty=(column.count == 0).then_some("")
            on:dragover=move |event| {
                if !ways(dragged, stage).is_empty() {
                    event.prevent_default();
                }
            }
            on:drop=move |event| {
                event.prevent_default();
                drop_on(dragged, stage, act);
            }
        >
            <h2>{stage_name(stage)} " " <span class="muted">{column.count}</span></h2>
            <ul>{cards}</ul>
            {alone}
            {more}
        </section>
    }
    .into_any()
}

fn card(card: &PipelineCard, dragged: Dragged, act: Callback<Act>) -> AnyView {
    let (line, id, moves) = (&card.line, card.id, card.moves);
    let role =
        (!line.about.is_empty()).then(|| view! { <span class="line__about">{line.about.clone()}</span> });
    let meets =
        (!card.meets.is_empty()).then(|| view! { <span class="pipeline__next">{card.meets.clone()}</span> });
    view! {
        <li class="pipeline__card" on:dragstart=move |_| dragged.set_value(Some((id, moves)))>
            <a class="pipeline__one" href=line.href.clone()>
                <span class="line__title">{line.title.clone()}</span>
                {role}
                {meets}
                <span class="pipeline__next" data-tone=line.tone.name()>{line.side.concat()}</span>
            </a>
            {menu(card, act)}
        </li>
    }
    .into_any()
}

/// The card that is dragged, as its link is, and where it can be moved.
type Dragged = StoredValue<Option<(OpportunityId, &'static [Move])>>;

/// The moves by which the card that is dragged comes into a stage.
fn ways(dragged: Dragged, stage: Stage) -> Vec<(OpportunityId, Move)> {
    let Some((id, moves)) = dragged.get_value() else { return Vec::new() };
    moves.iter().filter(|step| step.stage() == stage).map(|step| (id, *step)).collect()
}

/// Moves the card that is dragged into a stage. Where there is more than one way, its menu asks which.
fn drop_on(dragged: Dragged, stage: Stage, act: Callback<Act>) {
    match ways(dragged, stage).as_slice() {
        [] => {}
        [(id, step)] => match step.form(*id) {
            Some(form) => page::navigate(&form.href()),
            None => act.run(Act::Move(*id, *step)),
        },
        [(id, _), ..] => {
            let menu = format!(".pipeline__one[href='{}'] + .menu summary", Route::Opportunity(*id).href());
            page::press(&menu);
            page::focus(&menu);
        }
    }
}

fn menu(card: &PipelineCard, act: Callback<Act>) -> AnyView {
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
