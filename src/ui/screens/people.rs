//! Everyone met.

use super::person::edit;
use crate::ui::components::{Actions, Button, ButtonLink, Field, Head, Kind, Line, List, Takes, setter};
use crate::ui::shell_state::shell;
use crate::ui::state::state;
use crate::ui::type_erased::{memo, nothing, shown, shown_if, text};
use crate::view_models::form_drafts::{NEW_PERSON, is_open};
use crate::view_models::{PeoplePage, Route};
use crate::words::{capitalized, number};
use leptos::prelude::*;

/// So many people at first, and so many more each time.
const STEP: usize = 50;

/// Everyone met.
#[component]
pub fn PeopleScreen() -> AnyView {
    let state = state();
    // How often more was asked for is kept with the place: who comes back finds it.
    let (search, places) = (RwSignal::new(String::new()), shell().places());
    let most = move || STEP * (1 + places.asked(0));
    let adding = RwSignal::new(state.read_untracked(|it, _, _| is_open(&it.search, NEW_PERSON)));
    let page = memo(move || {
        state.read(|records, _, now| search.with(|search| PeoplePage::of(search, most(), records, now)))
    });
    let more = Callback::new(move |()| places.ask_for_more(0));
    let add = Callback::new(move |()| adding.set(true));
    view! {
        {people(page.into(), search, more, add)}
        {shown_if(move || adding.get().then(|| edit::add(state, adding)))}
    }
    .into_any()
}

fn people(
    page: Signal<PeoplePage>,
    search: RwSignal<String>,
    more: Callback<()>,
    add: Callback<()>,
) -> AnyView {
    let any = memo(move || page.with(|page| page.all > 0));
    let find = move || {
        view! {
            <Field
                label="Find"
                note="a name, a company, a part"
                takes=Takes::Search
                value=search
                input=setter(search)
            />
        }
        .into_any()
    };
    view! {
        <div class="screen people">
            <Head title="People">
                <p class="muted" role="status">{text(move || page.with(counted))}</p>
            </Head>
            {shown_if(move || (!any.get()).then(nobody))}
            <Actions>
                <Button label="Add somebody" press=add />
            </Actions>
            {shown_if(move || any.get().then(find))}
            {shown(move || page.with(|page| lines(page, more)))}
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
            <Actions>
                <ButtonLink kind=Kind::Primary label="I just had an interview" href />
            </Actions>
        </section>
    }
    .into_any()
}

fn lines(page: &PeoplePage, more: Callback<()>) -> AnyView {
    if page.lines.is_empty() {
        let none_fits = || view! { <p>"Nobody found. Try fewer letters."</p> }.into_any();
        return if page.all > 0 { none_fits() } else { nothing() };
    }
    let rest = page.found - page.lines.len();
    let more = (rest > 0).then(|| {
        view! { <Button kind=Kind::Quiet label=format!("Show more ({rest} left)") press=more /> }
    });
    let items = page.lines.iter().cloned().map(|line| view! { <Line line /> }.into_any()).collect();
    view! {
        <List items />
        {more}
    }
    .into_any()
}
