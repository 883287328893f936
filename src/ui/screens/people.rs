//! Everyone met.

use super::person::edit;
use crate::ui::components::{Button, ButtonLink, Field, Kind, Takes};
use crate::ui::erased::{memo, shown, shown_if};
use crate::ui::state::state;
use crate::view::form_drafts::{NEW_PERSON, is_open};
use crate::view::{Line, PeoplePage, Route};
use crate::words::{capitalized, number};
use leptos::prelude::*;

/// So many people at first, and so many more each time.
const STEP: usize = 50;

/// Everyone met.
#[component]
pub fn PeopleScreen() -> AnyView {
    let state = state();
    let search = RwSignal::new(String::new());
    let most = RwSignal::new(STEP);
    let left_open = state.read_untracked(|records, _, _| is_open(&records.search, NEW_PERSON));
    let adding = RwSignal::new(left_open);
    let page = memo(move || {
        state.read(|records, _, now| search.with(|search| PeoplePage::of(search, most.get(), records, now)))
    });
    let any = memo(move || page.with(|page| page.all > 0));
    let input = Callback::new(move |text| search.set(text));
    let add = Callback::new(move |()| adding.set(true));
    view! {
        <div class="screen people">
            <header class="screen__head">
                <h1 tabindex="-1">"People"</h1>
                <p class="muted" role="status">{move || page.with(counted)}</p>
            </header>
            {shown_if(move || (!any.get()).then(nobody))}
            <div class="actions">
                <Button label="Add somebody" press=add />
            </div>
            {shown_if(move || any.get().then(|| {
                view! { <Field label="Find" note="a name, a company, a part" takes=Takes::Search value=search input /> }.into_any()
            }))}
            {shown(move || page.with(|page| lines(page, most)))}
            {shown_if(move || adding.get().then(|| edit::add(state, adding)))}
        </div>
    }
    .into_any()
}

fn counted(page: &PeoplePage) -> String {
    match (page.all, page.found) {
        (0, _) => String::new(),
        (1, 1) => "One person".to_owned(),
        (all, found) if all == found => format!("{} people", capitalized(&number(all))),
        (all, found) => format!("{found} of {all}"),
    }
}

fn nobody() -> AnyView {
    let href = Route::Interview { opportunity: None, round: None }.href();
    view! {
        <section class="section">
            <p>"You will find everyone you meet here: where you met, what you talked about, and when you last wrote."</p>
            <div class="actions">
                <ButtonLink kind=Kind::Primary label="I just had an interview" href />
            </div>
        </section>
    }
    .into_any()
}

fn lines(page: &PeoplePage, most: RwSignal<usize>) -> AnyView {
    if page.lines.is_empty() {
        return (page.all > 0).then(|| view! { <p>"Nobody found. Try fewer letters."</p> }).into_any();
    }
    let rest = page.found - page.lines.len();
    let more = (rest > 0).then(|| {
        let press = Callback::new(move |()| most.update(|most| *most += STEP));
        view! { <Button kind=Kind::Quiet label=format!("Show more ({rest} left)") press /> }
    });
    let lines: Vec<AnyView> = page.lines.iter().map(line).collect();
    view! {
        <ul class="list">{lines}</ul>
        {more}
    }
    .into_any()
}

fn line(line: &Line) -> AnyView {
    let mut side = line.side.iter().cloned();
    let last = side.next();
    let more: Vec<_> = side.map(|row| view! { <br /> {row} }).collect();
    view! {
        <li>
            <a class="line" href=line.href.clone()>
                <span class="line__main">
                    <span class="line__title">{line.title.clone()}</span>
                    <span class="line__about">{line.about.clone()}</span>
                </span>
                <span class="line__side">{last} {more}</span>
            </a>
        </li>
    }
    .into_any()
}
