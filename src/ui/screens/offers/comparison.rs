//! The offers side by side: rated and weighed by the user.

use super::Change;
use crate::offers::BEST;
use crate::ui::components::{Actions, Button, Kind, paragraph, pick};
use crate::view_models::offers::{Cell, Column, Compared, CriterionRow, SideBySide};
use leptos::prelude::*;

/// How much something counts, by its weight.
const WEIGHTS: [&str; 4] = ["not at all", "a little", "more", "most"];

pub fn comparison(shown: &SideBySide, act: Callback<Change>) -> AnyView {
    let columns = &shown.columns;
    let heads: Vec<AnyView> =
        columns.iter().map(|it| view! { <th scope="col">{it.name.clone()}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = shown.rows.iter().map(|it| row(it, columns, act)).collect();
    let sums: Vec<AnyView> = columns.iter().map(sum).collect();
    let turns: Vec<AnyView> =
        shown.turns.iter().map(|turn| view! { <li>{turn.clone()}</li> }.into_any()).collect();
    let turns = (!turns.is_empty()).then(|| view! { <ul class="points muted">{turns}</ul> });
    let table = view! {
            <table class="offers__table">
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        <th scope="col">"It counts"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {rows}
                    <tr class="offers__sums">
                        <th scope="row">"Total"</th>
                        <td></td>
                        {sums}
                    </tr>
                </tbody>
            </table>
            <div role="status">{paragraph("offers__verdict", &shown.verdict)}{turns}</div>
    };
    // One alone is compared with nothing: what it is worth is asked of who wants to say it.
    let table = if columns.len() > 1 {
        view! { <h2>"Side by side"</h2>{table} }.into_any()
    } else {
        view! {
            <details class="offers__more">
                <summary>"What it is worth to you"</summary>
                {table}
            </details>
        }
        .into_any()
    };
    view! {
        <section class="section offers__comparison">
            {table}
            {present_job(columns, act)}
        </section>
    }
    .into_any()
}

fn row(row: &CriterionRow, columns: &[Column], act: Callback<Change>) -> AnyView {
    let criterion = row.criterion;
    let weigh = Callback::new(move |place: usize| {
        act.run(Change::Weigh(criterion, u8::try_from(place).unwrap_or_default()));
    });
    let words: Vec<String> = WEIGHTS.iter().map(|words| (*words).to_owned()).collect();
    let cells: Vec<AnyView> =
        row.cells.iter().zip(columns).map(|(cell, column)| rating(row, *cell, column, act)).collect();
    view! {
        <tr>
            <th scope="row">{row.name}<small>{row.hint}</small></th>
            <td>
                <span class="offers__whose" aria-hidden="true">"It counts"</span>
                {pick(format!("How much it counts: {}", row.name), words, usize::from(row.weight), weigh)}
            </td>
            {cells}
        </tr>
    }
    .into_any()
}

fn rating(row: &CriterionRow, cell: Cell, column: &Column, act: Callback<Change>) -> AnyView {
    let (criterion, id) = (row.criterion, column.id);
    let none = match cell.computed {
        Some(hundredths) => format!("{}.{} by the figures", hundredths / 100, hundredths % 100 / 10),
        None => "–".to_owned(),
    };
    let words = std::iter::once(none).chain((1..=BEST).map(|rating| rating.to_string())).collect();
    let rate = Callback::new(move |place: usize| {
        act.run(Change::Rate(id, criterion, u8::try_from(place).ok().filter(|rating| *rating > 0)));
    });
    view! {
        <td>
            <span class="offers__whose" aria-hidden="true">{column.name.clone()}</span>
            {pick(
                format!("{}, {}, from 1 to {BEST}", row.name, column.name),
                words,
                usize::from(cell.rating.unwrap_or_default()),
                rate,
            )}
        </td>
    }
    .into_any()
}

/// The score of one, and what it pays.
fn sum(column: &Column) -> AnyView {
    let score = (!column.score.is_empty()).then(|| {
        view! {
            <meter min="0" max="1000" value=column.share.to_string() aria-label="Score"></meter>
            <strong>{column.score.clone()}</strong>
        }
    });
    let money = [&column.yearly, &column.typed]
        .map(|line| (!line.is_empty()).then(|| view! { <small>{line.clone()}</small> }));
    let [yearly, typed] = money;
    view! {
        <td>
            <span class="offers__whose" aria-hidden="true">{column.name.clone()}</span>
            <span class="offers__sum">{score}{yearly}{typed}</span>
        </td>
    }
    .into_any()
}

/// The present job may stand beside, also with what its employer now offers.
fn present_job(columns: &[Column], act: Callback<Change>) -> AnyView {
    let is_there = columns.iter().any(|column| column.id == Compared::PresentJob);
    let edit = Callback::new(move |()| act.run(Change::EditTerms(Compared::PresentJob)));
    let drop = Callback::new(move |()| act.run(Change::DropPresentJob));
    let stay = paragraph(
        "muted small",
        "If your employer makes you an offer to stay, note its figures as those of your present job. Ask yourself what made you look elsewhere, and whether that changes with it.",
    );
    if !is_there {
        return view! {
            {stay}
            <Actions><Button kind=Kind::Quiet label="Compare with your present job" press=edit /></Actions>
        }
        .into_any();
    }
    view! {
        {stay}
        <Actions>
            <Button label="What your present job pays" press=edit />
            <Button kind=Kind::Quiet label="Take it out" press=drop />
        </Actions>
    }
    .into_any()
}
