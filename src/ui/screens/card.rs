//! One action: the card of the next thing, and what a line opens to; and what can be done with it.

use crate::commands::Command;
use crate::etiquette::WorkCalendar;
use crate::model::Mark;
use crate::platform::page;
use crate::ui::components::{
    AxisHead, AxisLine, Button, ButtonLink, Kind, List, Menu, MenuItem, Why, next_line, paragraph_if,
};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, derived, each, item, memo, nothing, several, shown, shown_if};
use crate::view_models::{Axis, Card, Line, LineGroup, Link, SnoozeTime, for_all};
use leptos::prelude::*;
use std::time::Duration;

/// The one next thing, where there is one.
pub fn next(card: Memo<Option<Card>>) -> AnyView {
    each(move || card.get().into_iter().map(|card| item(card, |card| next_card(&card))).collect())
}

fn next_card(card: &Card) -> AnyView {
    let title = card.title.clone();
    let title = match &card.primary {
        Some(Link { href, .. }) => view! { <a href=href.clone()>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <article class="card" data-first="" data-task=format!("{:?}", card.key.task)>
            <h2 class="card__title">{title}</h2>
            {body(card, Kind::Primary)}
        </article>
    }
    .into_any()
}

/// The lines of a page on its axis, under their headings. Of many only the first are made, until the user asks for more
/// of a group by its place.
pub fn lines(axis: Memo<Axis>, groups: Vec<Memo<LineGroup>>, more: Callback<usize>) -> AnyView {
    let any = groups.clone();
    let any = memo(move || any.iter().any(|group| group.with(|group| group.all > 0)));
    let groups = groups.into_iter().enumerate().map(|(place, group)| {
        let ask = Callback::new(move |()| more.run(place));
        one_group(axis, group, ask)
    });
    let groups = several(groups.collect::<Vec<_>>());
    view! {
        <div class="lines" hidden=derived(move || !any.get())>
            {shown(move || view! { <AxisHead axis=axis.get() /> }.into_any())}
            {groups}
        </div>
    }
    .into_any()
}

fn one_group(axis: Memo<Axis>, group: Memo<LineGroup>, more: Callback<()>) -> AnyView {
    let lines = each(move || {
        let line = |(line, axis)| view! { <AxisLine line axis body=opened /> }.into_any();
        axis.with(|axis| {
            group.with(|it| it.lines.iter().map(|one| item((one.clone(), axis.clone()), line)).collect())
        })
    });
    let heading = group.with_untracked(|group| group.heading);
    let rest = memo(move || group.with(LineGroup::show_more));
    view! {
        <section class="lines__group" hidden=derived(move || group.with(|group| group.all == 0))>
            {(!heading.is_empty()).then(|| view! { <h2>{heading}</h2> })}
            <ul class="list">{lines}</ul>
            {shown_if(move || {
                rest.get().map(|label| view! { <Button kind=Kind::Quiet label about=heading press=more /> }.into_any())
            })}
        </section>
    }
    .into_any()
}

/// What a line opens to: its card, the lines that it stands for, and the place beside it.
fn opened(line: &Line, axis: &Axis) -> AnyView {
    let card = line.card.as_ref().map(|card| body(card, Kind::Plain));
    let lines = line
        .lines
        .iter()
        .map(|line| view! { <AxisLine line=line.clone() axis=axis.clone() body=opened /> }.into_any());
    let lines: Vec<AnyView> = lines.collect();
    let lines = (!lines.is_empty()).then(|| view! { <List items=lines /> });
    let beside = line.beside.clone();
    let beside = beside.map(|Link { label, href }| view! { <p class="small"><a href=href>{label}</a></p> });
    view! { <div class="track__body">{card}{lines}{beside}{put_off(line)}</div> }.into_any()
}

/// Brings back what was put off.
fn put_off(line: &Line) -> AnyView {
    let mut back = line.put_off.iter().copied().map(Command::UnmarkAction);
    let Some(first) = back.next() else { return nothing() };
    let bring_back = Command::Batch(Box::new(first), back.collect());
    let state = state();
    let press = Callback::new(move |()| state.dispatch(bring_back.clone()));
    view! { <div class="actions"><Button label="Bring it back" about=line.title.clone() press /></div> }
        .into_any()
}

/// For whom it is, until when and why, and what can be done.
fn body(card: &Card, kind: Kind) -> AnyView {
    let points: Vec<AnyView> =
        card.points.iter().map(|point| view! { <li>{point.clone()}</li> }.into_any()).collect();
    let points = (!points.is_empty()).then(|| view! { <List items=points class="card__points" /> });
    view! {
        {about(card)}
        <p class="card__when" data-late=card.late.then_some("")>{card.when.clone()}</p>
        {points}
        <Why why=card.why.clone() />
        {actions(card, kind)}
    }
    .into_any()
}

/// For whom it is; the company leads to its page.
fn about(card: &Card) -> AnyView {
    let Some((company, href)) = card.home.clone() else { return paragraph_if("card__about", &card.about) };
    let link = |company: String| view! { <a href=href>{company}</a> };
    match card.about.split_once(&company) {
        Some((before, after)) => view! {
            <p class="card__about">{before.to_owned()}{link(company.clone())}{after.to_owned()}</p>
        }
        .into_any(),
        None => view! { <p class="card__about">{link(company)}" · "{card.about.clone()}</p> }.into_any(),
    }
}

/// Deals with an action. What comes next slides under the finger, so no tap reaches it for a moment: the second of two
/// in a hurry was meant for the first.
fn deal(state: AppState, command: Command) {
    const REST: Duration = Duration::from_millis(450);
    if state.is_behind() {
        return;
    }
    let next = next_line();
    state.dispatch(command);
    page::mark_main("data-resting", true);
    set_timeout(|| page::mark_main("data-resting", false), REST);
    // Where the action took the focus with it, the next line gets it, or the title of the next card: a key that is
    // pressed once more does nothing there.
    page::after_paint(move || {
        page::after_layout(move || {
            if page::focus_is_lost() {
                let next = next.filter(|next| next.is_connected());
                let next = next.or_else(|| document().query_selector(".card__title a").ok().flatten());
                page::focus_at_rest(next, "main h1");
            }
        });
    });
}

fn actions(card: &Card, kind: Kind) -> AnyView {
    let state = state();
    let about = card.title.clone();
    let main = card
        .primary
        .clone()
        .map(|Link { label, href }| view! { <ButtonLink kind label about href /> }.into_any());
    let (key, to) = (card.key, card.to);
    let with = StoredValue::new(card.with.clone());
    let deal = move |first, mark| deal(state, with.with_value(|with| for_all(first, with, mark)));
    let done = card.done.map(|label| {
        let press = Callback::new(move |()| deal(Command::MarkDone { action: key, to }, Mark::Done));
        let kind = if main.is_none() { kind } else { Kind::Plain };
        view! { <Button kind label about=card.title.clone() press /> }.into_any()
    });
    let mark = move |mark| deal(Command::MarkAction { key, mark }, mark);
    let skip = Callback::new(move |()| mark(Mark::Skipped));
    let put_off = SnoozeTime::ALL.map(|later| {
        let press = Callback::new(move |()| mark(Mark::Snoozed(instant(state, later))));
        view! { <MenuItem label=later.name() press /> }.into_any()
    });
    view! {
        <div class="actions">
            {main}
            {done}
            <Menu label="Not now" about=card.title.clone() kind=Kind::Quiet>
                {put_off}
                <MenuItem label="Skip it" press=skip />
            </Menu>
        </div>
    }
    .into_any()
}

fn instant(state: AppState, later: SnoozeTime) -> crate::model::Stamp {
    state.read_untracked(|records, _, now| later.at(&WorkCalendar::of(&records.settings), now))
}
