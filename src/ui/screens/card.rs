//! One action, and what can be done with it.

use crate::commands::Command;
use crate::etiquette::WorkCalendar;
use crate::model::Mark;
use crate::platform::page;
use crate::ui::components::{Button, ButtonLink, Kind, Menu, MenuItem, Why, WindowBar};
use crate::ui::erased::{derived, shown_if};
use crate::ui::state::{AppState, state};
use crate::view::{Card, Line, Lines, Link, Section, SnoozeTime, for_all};
use leptos::prelude::*;
use std::time::Duration;
use web_sys::Element;

/// Cards under a heading; nothing where there are none. Of many only the first are made, until the user asks for
/// all of them.
#[component]
pub fn Cards(
    /// The heading.
    heading: &'static str,
    /// The cards. A card is made anew when anything in it changes.
    #[prop(into)]
    section: Signal<Section>,
    /// Makes all of them.
    more: Callback<()>,
    /// Whether a title leads to the opportunity's page.
    #[prop(default = true)]
    home: bool,
) -> AnyView {
    let cards = move || section.with(|section| section.cards.clone());
    let make: fn(Card) -> AnyView = if home {
        |card| view! { <li><ActionCard card /></li> }.into_any()
    } else {
        |card| view! { <li><ActionCard card home=false /></li> }.into_any()
    };
    view! {
        <section class="section" hidden=derived(move || section.with(|section| section.all == 0))>
            <h2>{heading}</h2>
            <ul class="today__cards">{each_card(cards, make)}</ul>
            {show_all(move || section.with(|section| (section.cards.len(), section.all)), heading, more)}
        </section>
    }
    .into_any()
}

/// A view of each card, which stays while nothing in the card changes.
pub fn each_card(
    cards: impl Fn() -> Vec<Card> + Send + Sync + 'static,
    make: fn(Card) -> AnyView,
) -> AnyView {
    let cards: Box<dyn Fn() -> Vec<Card> + Send + Sync> = Box::new(cards);
    view! { <For each=cards key=Card::clone children=make /> }.into_any()
}

/// The button that makes all, while fewer are made than there are.
fn show_all(
    made_of_all: impl Fn() -> (usize, usize) + Send + 'static,
    heading: &'static str,
    more: Callback<()>,
) -> AnyView {
    shown_if(move || {
        let (made, all) = made_of_all();
        let label = format!("Show all {all}");
        (made < all).then(|| view! { <Button kind=Kind::Quiet label about=heading press=more /> }.into_any())
    })
}

/// What is still to come, a line each, under a heading; nothing where there is none.
#[component]
pub fn Coming(
    /// The heading.
    heading: &'static str,
    /// The actions.
    #[prop(into)]
    lines: Signal<Lines>,
    /// Makes all of them.
    more: Callback<()>,
    /// What stands before the actions.
    #[prop(optional)]
    first: Option<Box<dyn Fn() -> Vec<AnyView> + Send>>,
) -> AnyView {
    shown_if(move || {
        let mut all = first.as_ref().map(|first| first()).unwrap_or_default();
        lines.with(|lines| all.extend(lines.lines.iter().map(coming)));
        (!all.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2>{heading}</h2>
                    <ul class="list">{all}</ul>
                    {show_all(move || lines.with(|lines| (lines.lines.len(), lines.all)), heading, more)}
                </section>
            }
            .into_any()
        })
    })
}

fn coming(line: &Line) -> AnyView {
    let title = match line.href.clone() {
        Some(href) => view! { <a href=href>{line.title.clone()}</a> }.into_any(),
        None => line.title.clone().into_any(),
    };
    let why = line.why.clone().map(|why| view! { <Why why /> });
    view! {
        <li>
            <p class="line__title">{title}</p>
            <p class="line__about">{line.about.clone()}</p>
            {why}
        </li>
    }
    .into_any()
}

/// One action.
#[component]
pub fn ActionCard(
    /// What is shown.
    card: Card,
    /// Whether it is the one next thing.
    #[prop(optional)]
    first: bool,
    /// Whether its title leads to the opportunity's page.
    #[prop(default = true)]
    home: bool,
) -> AnyView {
    let state = state();
    let title = card.title.clone();
    let title = match card.href.clone().filter(|_| home) {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let title = if first {
        view! { <h2 class="card__title">{title}</h2> }.into_any()
    } else {
        view! { <h3 class="card__title">{title}</h3> }.into_any()
    };
    let points =
        card.points.iter().map(|point| view! { <li>{point.clone()}</li> }.into_any()).collect::<Vec<_>>();
    let points = (!points.is_empty()).then(|| view! { <ul class="card__points">{points}</ul> });
    let about = (!card.about.is_empty()).then(|| view! { <p class="card__about">{card.about.clone()}</p> });
    view! {
        <article class="card" data-first=first.then_some("") data-task=format!("{:?}", card.key.task)>
            <div>
                {title}
                {about}
            </div>
            {points}
            <div>
                <p class="card__when" data-late=card.late.then_some("")>{card.when.clone()}</p>
                {card.bar.clone().map(|bar| view! { <WindowBar bar late=card.late /> })}
            </div>
            <Why why=card.why.clone() />
            {actions(state, &card, first)}
        </article>
    }
    .into_any()
}

/// Deals with a card. The next one slides under the finger, so no tap reaches a card for a moment: the second of two
/// in a hurry was meant for the first.
fn deal(state: AppState, command: Command) {
    const REST: Duration = Duration::from_millis(450);
    let next = next_card();
    state.dispatch(command);
    page::mark_main("data-resting", true);
    set_timeout(|| page::mark_main("data-resting", false), REST);
    // Where the card took the focus with it, the title of the next card gets it: a key that is pressed once more meets
    // no button.
    page::after_layout(move || {
        if page::focus_is_lost() {
            let title = next.and_then(|next| next.query_selector(".card__title a").ok().flatten());
            page::focus_at_rest(title.filter(|title| title.is_connected()), "main h1");
        }
    });
}

/// The card beside the one that has the focus.
fn next_card() -> Option<Element> {
    let place = document().active_element()?.closest(".today__cards > li").ok()??;
    place.next_element_sibling().or_else(|| place.previous_element_sibling())
}

fn actions(state: AppState, card: &Card, first: bool) -> AnyView {
    let kind = if first { Kind::Primary } else { Kind::Plain };
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
