//! Whose advice to follow, and the days that count.

mod days;

use crate::model::PlaybookId;
use crate::platform::page;
use crate::ui::components::{Actions, Button, Head, Kind, List};
use crate::ui::state::state;
use crate::ui::type_erased::{Memo, derived, memo, shown, shown_if};
use crate::view_models::playbook::{Cell, Difference, Row, name, origin, rows};
use leptos::prelude::*;

/// Whose advice to follow.
#[component]
pub fn PlaybookScreen() -> AnyView {
    let state = state();
    let followed = memo(move || state.read(|records, _, _| records.settings.playbook));
    // What is looked at is the one that is followed, until the user taps another one.
    let tapped = RwSignal::new(None);
    let looked_at = memo(move || tapped.get().unwrap_or_else(|| followed.get()));
    let difference =
        memo(move || state.read(|records, plan, now| Difference::of(looked_at.get(), records, plan, now)));
    let look = Callback::new(move |id| {
        tapped.set(Some(id));
        page::after_layout(|| page::bring_into_view(".playbook__change"));
    });
    let follow = Callback::new(move |playbook| {
        tapped.set(None);
        days::put(state, |settings| settings.playbook = playbook);
    });
    view! {
        <div class="screen playbook">
            <Head title="Playbook">
                <p class="muted">
                    "The sources do not agree on everything. Follow one of them, or Considered, which weighs all five. Where a source says nothing, it is as Considered, and each step says so."
                </p>
            </Head>
            <section class="section playbook__choosing">
                <fieldset class="playbook__choices">
                    <legend class="group__title">"Whose advice"</legend>
                    {PlaybookId::ALL.map(|id| choice(id, followed, looked_at, look)).collect_view()}
                </fieldset>
                <div class="playbook__change" role="status">
                    {shown(move || change(followed.get(), looked_at.get(), difference, follow))}
                </div>
            </section>
            {side_by_side(followed)}
            {days::section(state)}
        </div>
    }
    .into_any()
}

fn choice(
    id: PlaybookId,
    followed: Memo<PlaybookId>,
    looked_at: Memo<PlaybookId>,
    look: Callback<PlaybookId>,
) -> AnyView {
    let chip = move || view! { <span class="chip">"You follow it"</span> }.into_any();
    view! {
        <label class="playbook__choice">
            <input
                type="radio"
                name="playbook"
                prop:checked=derived(move || looked_at.get() == id)
                on:change=move |_| look.run(id)
            />
            <span>
                <span class="line__title">{name(id)}</span>
                {shown_if(move || (followed.get() == id).then(chip))}
                <span class="line__about playbook__origin">{origin(id)}</span>
            </span>
        </label>
    }
    .into_any()
}

/// What the one that is looked at would change, and the way to follow it.
fn change(
    followed: PlaybookId,
    looked_at: PlaybookId,
    difference: Memo<Difference>,
    follow: Callback<PlaybookId>,
) -> AnyView {
    if followed == looked_at {
        return view! {
            <p>"You follow " {name(followed)} ". Tap another one to see what it would change before you choose it."</p>
        }
        .into_any();
    }
    let Difference { summary, lines } = difference.get();
    let lines: Vec<AnyView> = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    let lines = (!lines.is_empty()).then(|| view! { <List class="card__points" items=lines /> });
    view! {
        <h2 class="card__title">"With " {name(looked_at)}</h2>
        <p>{summary}</p>
        {lines}
        <Actions>
            <Button
                kind=Kind::Primary
                label=format!("Follow {}", name(looked_at))
                press=Callback::new(move |()| follow.run(looked_at))
            />
        </Actions>
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
            view! { <th role="columnheader" scope="col" data-chosen=derived(move || chosen(place))>{name(id)}</th> }
                .into_any()
        })
        .collect();
    let lines: Vec<AnyView> = rows().iter().map(|row| line(row, followed)).collect();
    view! {
        <details class="fold" open=page::is_wide()>
            <summary>
                <h2>"Side by side"</h2>
                <span class="muted">"What each of them says"</span>
            </summary>
            <table role="table" class="playbook__table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Setting"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{lines}</tbody>
            </table>
        </details>
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
            view! {
                <td role="cell" data-silent=silent.then_some("") data-chosen=derived(move || chosen(place))>
                    <span class="playbook__whose" aria-hidden="true">{playbook}</span>
                    <span>{if silent { "as Considered".to_owned() } else { text }}</span>
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
