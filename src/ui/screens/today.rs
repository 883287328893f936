//! Today: the one next thing, then the rest.

use super::card::{ActionCard, Cards, Coming};
use super::parts::example;
use crate::commands::Command;
use crate::platform::clock;
use crate::ui::components::{Button, ButtonLink, Kind, WindowBar};
use crate::ui::part::{several, shown, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::{Card, Most, Quiet, Route, Section, Snoozed, Today, Waiting};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Today.
#[component]
pub fn TodayScreen() -> AnyView {
    let state = state();
    let most = RwSignal::new(Most::default());
    let today =
        Memo::new(move |_| state.see(|records, planner, now| Today::of(&most.get(), records, planner, now)));
    // Each part wakes what shows it only when it is another one.
    let part = move |of: fn(&Today) -> &Section| Memo::new(move |_| today.with(|today| of(today).clone()));
    let next = Memo::new(move |_| today.with(|today| today.next.clone()));
    let waits = Memo::new(move |_| today.with(|today| (today.waiting.clone(), today.waiting_more)));
    let put_off = Memo::new(move |_| today.with(|today| today.snoozed.clone()));
    let all = move |of: fn(&mut Most) -> &mut usize| {
        Callback::new(move |()| most.update(|most| *of(most) = usize::MAX))
    };
    view! {
        <div class="screen today">
            <header class="screen__head">
                <h1 tabindex="-1">"Today"</h1>
                <p class="muted">{move || today.with(|today| today.date.clone())}</p>
            </header>
            {shown_if(move || today.with(|today| today.empty).then(|| first_visit(state)))}
            <div class="today__now">
                {shown_if(move || today.with(|today| today.quiet.clone()).map(quiet))}
                {shown(move || several(next.get().map(first)))}
                {shown_if(move || today.with(|today| today.example).then(|| example_bar(state)))}
                <Cards heading="Still worth doing" section=part(|today| &today.late) more=all(|most| &mut most.late) />
                <Cards heading="Also today" section=part(|today| &today.today) more=all(|most| &mut most.today) />
                <Cards heading="In the next days" section=part(|today| &today.week) more=all(|most| &mut most.week) />
            </div>
            <div class="today__then">
                {shown_if(move || waits.with(|(lines, more)| waiting(lines, *more)))}
                <Coming heading="Coming up" section=part(|today| &today.soon) more=all(|most| &mut most.soon) />
                {shown_if(move || put_off.with(|put_off| snoozed(state, put_off)))}
                {shown_if(move || today.with(|today| today.search.clone()).map(search))}
            </div>
        </div>
    }
    .into_any()
}

fn first(card: Card) -> AnyView {
    view! { <ActionCard card first=true /> }.into_any()
}

/// What a first visit finds: the way straight to the form, and an example to play with.
fn first_visit(state: AppState) -> AnyView {
    let interview = Route::Interview { opportunity: None, round: None }.href();
    view! {
        <section class="today__first">
            <p class="today__hello">"You walked out of an interview. The next two weeks decide more than you think."</p>
            <p>
                "Say who you met and when they will answer. Afterword tells you whom to thank and by when, when to write again, and when to let it rest. Everything stays in this browser."
            </p>
            <div class="actions">
                <ButtonLink kind=Kind::Primary label="I just had an interview" href=interview />
                <Button label="Show me an example" press=Callback::new(move |()| load_example(state)) />
            </div>
        </section>
    }
    .into_any()
}

fn load_example(state: AppState) {
    spawn_local(async move {
        match example(clock::moment()).await {
            Ok(example) => state.order(Command::LoadExample(example)),
            Err(_) => state.say("The example could not be fetched. Check your connection and try again."),
        }
    });
}

fn example_bar(state: AppState) -> AnyView {
    view! {
        <div class="notice">
            <p>"This is an example search. Try anything; nothing of it is yours."</p>
            <Button label="Drop the example" press=Callback::new(move |()| state.order(Command::DropExample)) />
        </div>
    }
    .into_any()
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

/// Whose turn it is that is not the user's.
fn waiting(waiting: &[Waiting], more: usize) -> Option<AnyView> {
    let more =
        (more > 0).then(|| view! { <p class="muted">{format!("And {more} more, each in its time.")}</p> });
    let lines = waiting.iter().cloned().map(|wait| {
        view! {
            <li>
                <a class="line" href=wait.home.href()>
                    <span class="line__main">
                        <span class="line__title">{wait.company}</span>

                        <span class="line__about">{wait.words}</span>
                    </span>
                </a>
                <WindowBar bar=wait.bar />
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

fn snoozed(state: AppState, snoozed: &[Snoozed]) -> Option<AnyView> {
    let lines = snoozed.iter().cloned().map(|put_off| {
        let key = put_off.key;
        view! {
            <li class="line">
                <span class="line__main">
                    {put_off.title.clone()}" "
                    <span class="muted">{put_off.until}</span>
                </span>
                <Button
                    kind=Kind::Quiet
                    label="Now after all"
                    about=put_off.title
                    press=Callback::new(move |()| state.order(Command::UnmarkAction(key)))
                />
            </li>
        }
        .into_any()
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
