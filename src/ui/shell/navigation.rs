//! The navigation: a tab bar at the thumb on a phone, a rail at the side on a desktop.

use crate::ui::shell_state::ShellState;
use crate::view_models::{Filter, PeopleFilter, Route};
use leptos::prelude::*;

/// A link of the navigation.
struct Tab {
    name: &'static str,
    route: Route,
    /// The path of a drawing of 24 by 24.
    icon: &'static str,
    /// Whether only the tab bar of a phone has it ("tabs") or only the rail of a desktop ("rail").
    place: Option<&'static str>,
}

fn tabs() -> [Tab; 10] {
    let tab = |name, route, icon, place| Tab { name, route, icon, place };
    let interview = || Route::Interview { opportunity: None, round: None };
    [
        tab("Just had an interview", interview(), "M12 5v14M5 12h14", Some("rail")),
        tab("Today", Route::Today, "M4 6.5h16v13H4zM4 10.5h16M8 4v4M16 4v4", None),
        tab("Pipeline", Route::Pipeline(Filter::default()), "M5 5v14M12 5v9M19 5v5", None),
        tab("Interview", interview(), "M12 5v14M5 12h14", Some("tabs")),
        tab(
            "People",
            Route::People(PeopleFilter::default()),
            "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-3.8 3.3-6 7-6s6.4 2.2 7 6",
            None,
        ),
        tab("Offers", Route::Offers, "M12 4l8 5-8 5-8-5zM4 14l8 5 8-5", Some("rail")),
        tab("More", Route::More, DOTS, Some("tabs")),
        tab(
            "Playbook",
            Route::Playbook,
            "M5 4.5h6a1 1 0 0 1 1 1v14a1 1 0 0 0-1-1H5zM19 4.5h-6a1 1 0 0 0-1 1v14a1 1 0 0 1 1-1h6z",
            Some("rail"),
        ),
        tab("Data", Route::Data, "M5 6.5c0-3 14-3 14 0v11c0 3-14 3-14 0zM5 6.5c0 3 14 3 14 0", Some("rail")),
        tab("More", Route::More, DOTS, Some("rail")),
    ]
}

/// Three dots, as dark as the lines of the others.
const DOTS: &str = "M5 11v2h.01v-2zM12 11v2h.01v-2zM19 11v2h.01v-2z";

/// The tabs, or the rail on a desktop.
pub fn navigation(shell: ShellState) -> AnyView {
    let tabs = tabs().into_iter().map(|tab| {
        let href = tab.route.href();
        // The main job is told from the places.
        let job = matches!(tab.route, Route::Interview { .. }).then_some("");
        let is_rail = tab.place == Some("rail");
        let here =
            move || shell.route().with(|route| belongs_to(route, &tab.route, is_rail)).then_some("page");
        view! {
            <li data-place=tab.place data-job=job>
                <a href=href aria-current=here>
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=tab.icon /></svg>
                    <span>{tab.name}</span>
                </a>
            </li>
        }
        .into_any()
    });
    view! { <nav class="shell__nav" aria-label="Main"><ul>{tabs.collect::<Vec<_>>()}</ul></nav> }.into_any()
}

/// Whether a screen belongs to the place of another. The rail has places of its own for what the tabs have under More.
fn belongs_to(route: &Route, tab: &Route, is_rail: bool) -> bool {
    match (route, tab) {
        (Route::Offers | Route::Playbook | Route::Data, Route::More) => !is_rail,
        (
            Route::Pipeline(_) | Route::Opportunity(_) | Route::NewOffer(_) | Route::Reply(_),
            Route::Pipeline(_),
        )
        | (
            Route::Letter(_)
            | Route::Answer(..)
            | Route::LookBack { .. }
            | Route::Prepare { .. }
            | Route::TheyWrote,
            Route::Today,
        )
        | (Route::Person(_) | Route::People(_), Route::People(_))
        | (Route::Lessons | Route::Templates, Route::More)
        | (Route::Interview { .. } | Route::NextRound(_), Route::Interview { .. }) => true,
        (route, tab) => route == tab,
    }
}
