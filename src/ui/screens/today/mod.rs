//! What Today asks for: what is on, the one next thing, then lines on one axis.

pub mod empty;
mod unfinished;

use super::card;
use crate::commands::Command;
use crate::ui::components::{Actions, Button, ButtonLink, Kind, Notice};
use crate::ui::shell_state::shell;
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, memo, several, shown_if};
use crate::view_models::{Appointment, PARTS, Quiet, Route, Today, limits};
use leptos::prelude::*;

/// What there is to do today, and what comes then.
#[component]
pub fn Due() -> AnyView {
    let state = state();
    let places = shell().places();
    let asked = move || limits(|place| places.asked(place));
    let today = memo(move || state.read(|records, plan, now| Today::of(&asked(), records, plan, now)));
    let more = Callback::new(move |place| places.ask_for_more(place));
    due(state, today, more)
}

fn due(state: AppState, today: Memo<Today>, more: Callback<usize>) -> AnyView {
    let groups = (0..PARTS)
        .map(|place| memo(move || today.with(|today| today.groups.get(place).cloned().unwrap_or_default())));
    let agenda = memo(move || today.with(|today| today.agenda.clone()));
    let moments = memo(move || today.with(|today| today.moments.clone()));
    let next = memo(move || today.with(|today| today.next.clone()));
    let quiet = memo(move || today.with(|today| today.quiet.clone()));
    let example = memo(move || today.with(|today| today.example));
    let search = memo(move || today.with(|today| today.search.clone()));
    let any = memo(move || search.with(Option::is_some));
    view! {
        {unfinished::line(state)}
        {shown_if(move || example.get().then(|| example_bar(state)))}
        {shown_if(move || agenda.with(|agenda| appointments(agenda)))}
        {shown_if(move || moments.with(|words| (!words.is_empty()).then(|| several(words.iter().cloned().map(kind_word)))))}
        {shown_if(move || quiet.get().map(self::quiet))}
        {card::next(next)}
        {shown_if(move || any.get().then(they_wrote))}
        {card::lines(memo(move || today.with(|today| today.axis.clone())), groups.collect(), more)}
        {shown_if(move || search.get().map(self::search))}
    }
    .into_any()
}

fn appointments(agenda: &[Appointment]) -> Option<AnyView> {
    let items: Vec<AnyView> = agenda.iter().map(appointment).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section aria-label="What is on">
                <ul class="agenda">{items}</ul>
            </section>
        }
        .into_any()
    })
}

fn appointment(one: &Appointment) -> AnyView {
    let about = (!one.about.is_empty()).then(|| view! { <span class="muted">{one.about.clone()}</span> });
    let what = one.what.clone();
    let join = one.join.clone().map(|href| {
        view! { <a class="button" data-kind="plain" href=href target="_blank" rel="noreferrer noopener">"Join"</a> }
    });
    let prepare = one.prepare.clone().map(|href| {
        view! { <ButtonLink kind=Kind::Quiet label="Prepare" about=what.clone() href /> }
    });
    view! {
        <li>
            <a href=one.href.clone()>
                <b>{one.when.clone()}</b>
                <span>{what.clone()}</span>
                {about}
            </a>
            {join}
            {prepare}
        </li>
    }
    .into_any()
}

fn example_bar(state: AppState) -> AnyView {
    view! {
        <Notice>
            <p>"This is an example search."</p>
            <Button label="Remove the example" press=Callback::new(move |()| state.dispatch(Command::DropExample)) />
        </Notice>
    }
    .into_any()
}

/// A kind word at a turning point.
pub fn kind_word(words: String) -> AnyView {
    view! { <p class="kind-word">{words}</p> }.into_any()
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

/// What comes in must be noted without a search for its place.
fn they_wrote() -> AnyView {
    view! { <Actions><ButtonLink label="They wrote or called" href=Route::TheyWrote.href() /></Actions> }
        .into_any()
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
