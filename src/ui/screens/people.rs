//! Everyone met.

use super::find::find;
use super::person::edit;
use crate::platform::page;
use crate::ui::components::{
    Actions, Button, ButtonLink, Head, Kind, Line, List, Options, Select, show_more,
};
use crate::ui::shell_state::shell;
use crate::ui::state::state;
use crate::ui::type_erased::{Memo, derived, memo, nothing, several, shown, shown_if, text};
use crate::view_models::form_drafts::{NEW_PERSON, is_open};
use crate::view_models::{KINDS, PeopleFilter, PeopleOf, PeopleOrder, PeoplePage, Route};
use crate::words::{capitalized, number};
use leptos::prelude::*;

/// So many people at first, and so many more each time.
const STEP: usize = 50;

/// Everyone met.
#[component]
pub fn PeopleScreen() -> AnyView {
    let state = state();
    let filter = memo(move || match state.route().get() {
        Route::People(filter) => filter,
        _ => PeopleFilter::default(),
    });
    // How often more was asked for is kept with the place: who comes back finds it.
    let places = shell().places();
    let most = move || STEP * (1 + places.asked(0));
    let adding = RwSignal::new(state.read_untracked(|it, _, _| is_open(&it.search, NEW_PERSON)));
    let page = memo(move || {
        state.read(|records, plan, now| {
            filter.with(|filter| PeoplePage::of(filter, most(), records, plan, now))
        })
    });
    let more = Callback::new(move |()| places.ask_for_more(0));
    let add = Callback::new(move |()| adding.set(true));
    view! {
        {people(page, filter, more, add)}
        {shown_if(move || adding.get().then(|| edit::add(state, adding)))}
    }
    .into_any()
}

fn people(
    page: Memo<PeoplePage>,
    filter: Memo<PeopleFilter>,
    more: Callback<()>,
    add: Callback<()>,
) -> AnyView {
    let any = memo(move || page.with(|page| page.all > 0));
    view! {
        <div class="screen people">
            <Head title="People">
                <p class="muted" role="status">{text(move || page.with(counted))}</p>
            </Head>
            {shown_if(move || (!any.get()).then(nobody))}
            <Actions>
                <Button label="Add somebody" press=add />
            </Actions>
            {shown_if(move || any.get().then(|| filters(page, filter)))}
            {shown(move || page.with(|page| lines(page, more)))}
        </div>
    }
    .into_any()
}

/// Goes to what another filter lets through, in place of this.
fn narrow(filter: PeopleFilter) {
    page::replace(&Route::People(filter).href());
}

fn filters(page: Memo<PeoplePage>, filter: Memo<PeopleFilter>) -> AnyView {
    const ORDERS: [(PeopleOrder, &str); 2] =
        [(PeopleOrder::LastContact, "Last contact"), (PeopleOrder::Name, "Name")];
    let sought = derived(move || filter.with(|filter| filter.search.clone()));
    let go = Callback::new(move |search| narrow(PeopleFilter { search, ..filter.get_untracked() }));
    let order = Options::of(
        &ORDERS,
        move || Some(filter.with(|filter| filter.order)),
        move |order| narrow(PeopleFilter { order, letter: String::new(), ..filter.get_untracked() }),
    );
    view! {
        <div class="people__filters">
            {find("a name, a company, a role", sought, go)}
            <Select label="Sorted by" options=order />
            <nav aria-label="Which of them">
                <ul class="chips">{shown(move || page.with(|page| kinds(page, &filter.get())))}</ul>
            </nav>
            {shown_if(move || page.with(|page| letters(page, &filter.get())))}
        </div>
    }
    .into_any()
}

fn chip(name: String, here: bool, to: PeopleFilter) -> AnyView {
    let href = Route::People(to).href();
    view! { <li><a href=href aria-current=here.then_some("true")>{name}</a></li> }.into_any()
}

/// Each kind of people, with how many there are; a second tap shows everyone again.
fn kinds(page: &PeoplePage, filter: &PeopleFilter) -> AnyView {
    let kinds = KINDS.into_iter().zip(page.counts).map(|((of, name), count)| {
        let here = filter.of == of;
        let to = if here { PeopleOf::All } else { of };
        let to = PeopleFilter { of: to, letter: String::new(), ..filter.clone() };
        chip(format!("{name} {count}"), here, to)
    });
    several(kinds)
}

fn letters(page: &PeoplePage, filter: &PeopleFilter) -> Option<AnyView> {
    let chips = page.letters.iter().map(|letter| {
        let here = filter.letter == *letter;
        let to = if here { String::new() } else { letter.clone() };
        chip(letter.clone(), here, PeopleFilter { letter: to, ..filter.clone() })
    });
    (!page.letters.is_empty()).then(|| {
        view! { <nav aria-label="Names that begin with"><ul class="chips people__letters">{several(chips)}</ul></nav> }
            .into_any()
    })
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
        let none_fits = || view! { <p>"Nobody found. Try fewer letters, or another filter."</p> }.into_any();
        return if page.all > 0 { none_fits() } else { nothing() };
    }
    let more = show_more(page.found - page.lines.len(), more);
    let items = page.lines.iter().cloned().map(|line| view! { <Line line /> }.into_any()).collect();
    view! {
        <List items />
        {more}
    }
    .into_any()
}
