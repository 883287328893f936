//! Whose advice to follow, and the days that count.

mod days;

use crate::commands::Command;
use crate::model::{PlaybookId, Settings};
use crate::platform::page;
use crate::ui::components::{Button, Kind};
use crate::ui::erased::{effect, memo, shown, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::playbook::{Cell, Difference, Row, name, origin, rows};
use leptos::prelude::*;

/// Whose advice to follow.
#[component]
pub fn PlaybookScreen() -> AnyView {
    let state = state();
    let followed = memo(move || state.read(|records, _, _| records.settings.playbook));
    let looked_at = RwSignal::new(followed.get_untracked());
    effect(move || looked_at.set(followed.get()));
    view! {
        <div class="screen playbook">
            <header class="screen__head">
                <h1 tabindex="-1">"Playbook"</h1>
                <p class="muted">
                    "The sources do not agree on everything. Follow one of them, or Considered, which weighs all five. Where a source says nothing, Considered decides, and each step says so."
                </p>
            </header>
            {choosing(state, followed, looked_at)}
            {side_by_side(followed)}
            {days::section(state)}
        </div>
    }
    .into_any()
}

fn choosing(state: AppState, followed: Memo<PlaybookId>, looked_at: RwSignal<PlaybookId>) -> AnyView {
    let choices: Vec<AnyView> =
        PlaybookId::ALL.into_iter().map(|id| choice(id, followed, looked_at)).collect();
    view! {
        <section class="section playbook__choosing">
            <fieldset class="playbook__choices">
                <legend class="group__title">"Whose advice"</legend>
                {choices}
            </fieldset>
            <div class="playbook__change" role="status">
                {shown(move || change(state, followed.get(), looked_at.get()))}
            </div>
        </section>
    }
    .into_any()
}

fn choice(id: PlaybookId, followed: Memo<PlaybookId>, looked_at: RwSignal<PlaybookId>) -> AnyView {
    view! {
        <label class="playbook__choice">
            <input
                type="radio"
                name="playbook"
                prop:checked=move || looked_at.get() == id
                on:change=move |_| {
                    looked_at.set(id);
                    page::after_layout(|| page::bring_into_view(".playbook__change"));
                }
            />
            <span>
                <span class="line__title">{name(id)}</span>
                {shown_if(move || (followed.get() == id).then(|| view! { <span class="chip">"You follow it"</span> }.into_any()))}
                <span class="line__about playbook__origin">{origin(id)}</span>
            </span>
        </label>
    }
    .into_any()
}

/// What the one that is looked at would change, and the way to follow it.
fn change(state: AppState, followed: PlaybookId, looked_at: PlaybookId) -> AnyView {
    if followed == looked_at {
        return view! {
            <p>"You follow " {name(followed)} ". Tap another one to see what it would change before you choose it."</p>
        }
        .into_any();
    }
    let difference = state.read(|records, plan, now| Difference::of(looked_at, records, plan, now));
    let lines: Vec<AnyView> =
        difference.lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    let lines = (!lines.is_empty()).then(|| view! { <ul class="card__points">{lines}</ul> });
    let follow = Callback::new(move |()| {
        let settings = state
            .read_untracked(|records, _, _| Settings { playbook: looked_at, ..records.settings.clone() });
        state.dispatch(Command::PutSettings(Box::new(settings)));
    });
    view! {
        <h2 class="card__title">"With " {name(looked_at)}</h2>
        <p>{difference.summary}</p>
        {lines}
        <div class="actions">
            <Button kind=Kind::Primary label=format!("Follow {}", name(looked_at)) press=follow />
        </div>
    }
    .into_any()
}

/// The six, setting by setting. The roles are named, since on a phone the style turns the table into a list.
fn side_by_side(followed: Memo<PlaybookId>) -> AnyView {
    let chosen = move |place: usize| (PlaybookId::ALL.get(place) == Some(&followed.get())).then_some("");
    let heads: Vec<AnyView> = PlaybookId::ALL
        .into_iter()
        .enumerate()
        .map(|(place, id)| {
            view! { <th role="columnheader" scope="col" data-chosen=move || chosen(place)>{name(id)}</th> }
                .into_any()
        })
        .collect();
    let lines: Vec<AnyView> = rows().iter().map(|row| line(row, followed)).collect();
    view! {
        <section class="section">
            <h2>"Side by side"</h2>
            <table role="table" class="playbook__table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Setting"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{lines}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn line(row: &Row, followed: Memo<PlaybookId>) -> AnyView {
    let chosen = move |place: usize| (PlaybookId::ALL.get(place) == Some(&followed.get())).then_some("");
    let cells: Vec<AnyView> = row
        .cells
        .iter()
        .enumerate()
        .map(|(place, cell)| {
            let Cell { playbook, text, silent } = cell.clone();
            let word = silent.then(|| view! { <small>"says nothing; as Considered"</small> });
            view! {
                <td role="cell" data-silent=silent.then_some("") data-chosen=move || chosen(place)>
                    <span class="playbook__whose" aria-hidden="true">{playbook}</span>
                    <span>{text} {word}</span>
                </td>
            }
            .into_any()
        })
        .collect();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{row.name}</th>
            {cells}
        </tr>
    }
    .into_any()
}
