//! What Today asks for: the one next thing, then the rest.

pub mod empty;

use super::card::{ActionCard, Cards, Coming, each_card};
use crate::commands::Command;
use crate::ui::components::{Button, Kind, WindowBar};
use crate::ui::erased::{derived, memo, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::{Limits, Line, Lines, Quiet, Section, Today};
use leptos::prelude::*;

/// What there is to do today, and what comes then.
#[component]
pub fn Due() -> AnyView {
    let state = state();
    let limits = RwSignal::new(Limits::default());
    let today = memo(move || state.read(|records, plan, now| Today::of(&limits.get(), records, plan, now)));
    due(state, today.into(), limits)
}

fn due(state: AppState, today: Signal<Today>, limits: RwSignal<Limits>) -> AnyView {
    let section = move |of: fn(&Today) -> &Section| derived(move || today.with(|today| of(today).clone()));
    let soon = derived(move || today.with(|today| today.soon.clone()));
    let next = move || today.with(|today| today.next.iter().cloned().collect());
    let all = move |of: fn(&mut Limits) -> &mut usize| {
        Callback::new(move |()| limits.update(|limits| *of(limits) = usize::MAX))
    };
    view! {
        <div class="today__now">
            {shown_if(move || today.with(|today| today.rejection_note.clone()).map(solace))}
            {shown_if(move || today.with(|today| today.quiet.clone()).map(quiet))}
            {each_card(next, |card| view! { <ActionCard card first=true /> }.into_any())}
            {shown_if(move || today.with(|today| today.example).then(|| example_bar(state)))}
            <Cards heading="Still worth doing" section=section(|today| &today.late) more=all(|limits| &mut limits.late) />
            <Cards heading="Also today" section=section(|today| &today.today) more=all(|limits| &mut limits.today) />
            <Cards heading="In the next few days" section=section(|today| &today.week) more=all(|limits| &mut limits.week) />
        </div>
        <div class="today__then">
            {shown_if(move || today.with(|today| waiting(&today.waiting)))}
            <Coming heading="Coming up" lines=soon more=all(|limits| &mut limits.soon) />
            {shown_if(move || today.with(|today| snoozed(state, &today.snoozed)))}
            {shown_if(move || today.with(|today| today.search.clone()).map(search))}
        </div>
    }
    .into_any()
}

fn example_bar(state: AppState) -> AnyView {
    view! {
        <div class="notice">
            <p>"This is an example search. Try anything; nothing of it is yours."</p>
            <Button label="Drop the example" press=Callback::new(move |()| state.dispatch(Command::DropExample)) />
        </div>
    }
    .into_any()
}

/// A kind word after a no.
pub fn solace(words: String) -> AnyView {
    view! { <p class="solace">{words}</p> }.into_any()
}

fn quiet(quiet: Quiet) -> AnyView {
    view! {
        <section class="today__quiet">
            <p class="today__hello">{quiet.line}</p>
            {quiet.more.map(|more| view! { <p class="muted">{more}</p> })}
        </section>
    }
    .into_any()
}

/// The companies whose turn it is.
fn waiting(waiting: &Lines) -> Option<AnyView> {
    let more = waiting.all - waiting.lines.len();
    let more =
        (more > 0).then(|| view! { <p class="muted">{format!("And {more} more, each in its time.")}</p> });
    let lines = waiting.lines.iter().cloned().map(|wait| {
        view! {
            <li>
                <a class="line" href=wait.href>
                    <span class="line__main">
                        <span class="line__title">{wait.title}</span>

                        <span class="line__about">{wait.about}</span>
                    </span>
                </a>
                {wait.bar.map(|bar| view! { <WindowBar bar /> })}
            </li>
        }
        .into_any()
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>"Waiting for them"</h2>
                <ul class="list">{lines}</ul>
                {more}
            </section>
        }
        .into_any()
    })
}

fn snoozed(state: AppState, snoozed: &[Line]) -> Option<AnyView> {
    let lines = snoozed.iter().cloned().filter_map(|put_off| {
        let mut back = put_off.put_off.iter().copied().map(Command::UnmarkAction);
        let first = back.next()?;
        let bring_back = Command::Batch(Box::new(first), back.collect());
        Some(
            view! {
                <li class="line">
                    <span class="line__main">
                        {put_off.title.clone()}" "
                        <span class="muted">{put_off.about}</span>
                    </span>
                    <Button
                        kind=Kind::Quiet
                        label="Bring it back"
                        about=put_off.title
                        press=Callback::new(move |()| state.dispatch(bring_back.clone()))
                    />
                </li>
            }
            .into_any(),
        )
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>"Put off"</h2>
                <ul class="list">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

fn search(words: String) -> AnyView {
    view! {
        <section class="today__search">
            <h2 class="unseen">"The search"</h2>
            <p class="muted">{words}</p>
        </section>
    }
    .into_any()
}
