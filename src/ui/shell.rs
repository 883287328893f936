//! The frame around every screen: navigation, notices, what was just done.

use super::components::{close_menus, leave_menu};
use super::erased::{shown, shown_if};
use super::lazy_screen;
use super::shell_state::{ShellState, Toast, shell};
use crate::platform::page;
use crate::view::{Filter, Route};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The frame around every screen.
#[component]
pub fn Shell() -> AnyView {
    let shell = shell();
    listen_for_menus(shell);
    keep_clear(shell);
    let screen = Memo::new(move |_| shell.route().get().screen());
    let greet = greeter();
    view! {
        <div class="shell">
            <a class="shell__skip" href="#main" on:click=move |event| skip(&event)>"Skip to the page"</a>
            <header class="shell__head">
                <a class="shell__mark" href="#/today">"Afterword"</a>
            </header>
            <main class="shell__main" id="main" tabindex="-1" data-wide=move || is_wide(&screen.get()).then_some("")
                data-docked=move || screen.get().is_typed_in().then_some("")>
                {shown_if(move || shell.session().map(|session| (session.notices)()))}
                {shown(move || lazy_screen::screen(&screen.get(), greet))}
            </main>
            {navigation(shell)}
            <div class="toasts" role="status">{toasts(shell)}</div>
        </div>
    }
    .into_any()
}

/// A skip link would change the address, and the address is the place.
fn skip(event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    page::focus("#main");
}

fn is_wide(place: &Route) -> bool {
    matches!(
        place,
        Route::Today | Route::Opportunity(_) | Route::Pipeline(_) | Route::Playbook | Route::Write(_)
    )
}

/// A place of the navigation.
struct Tab {
    name: &'static str,
    route: Route,
    icon: &'static str,
    /// Where it is found: at the thumb, at the side, or (empty) in both.
    place: &'static str,
}

fn tabs() -> [Tab; 8] {
    let tab = |name, route, icon, place| Tab { name, route, icon, place };
    let interview = Route::Interview { opportunity: None, round: None };
    [
        tab("Today", Route::Today, "M4 6.5h16v13H4zM4 10.5h16M8 4v4M16 4v4", ""),
        tab("Pipeline", Route::Pipeline(Filter::default()), "M5 5v14M12 5v9M19 5v5", ""),
        tab("Interview", interview, "M12 5v14M5 12h14", ""),
        tab(
            "People",
            Route::People,
            "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-3.8 3.3-6 7-6s6.4 2.2 7 6",
            "",
        ),
        tab("More", Route::More, "M5 12h.01M12 12h.01M19 12h.01", "tabs"),
        tab(
            "Playbook",
            Route::Playbook,
            "M5 4.5h6a1 1 0 0 1 1 1v14a1 1 0 0 0-1-1H5zM19 4.5h-6a1 1 0 0 0-1 1v14a1 1 0 0 1 1-1h6z",
            "rail",
        ),
        tab("Data", Route::Data, "M5 6.5c0-3 14-3 14 0v11c0 3-14 3-14 0zM5 6.5c0 3 14 3 14 0", "rail"),
        tab("More", Route::More, "M5 12h.01M12 12h.01M19 12h.01", "rail"),
    ]
}

fn navigation(shell: ShellState) -> AnyView {
    let tabs = tabs().into_iter().map(|tab| {
        let place = (!tab.place.is_empty()).then_some(tab.place);
        let href = tab.route.href();
        let here = move || shell.route().with(|place| is_at(place, &tab.route)).then_some("page");
        view! {
            <li data-place=place>
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

/// Whether a place belongs under that tab.
fn is_at(place: &Route, tab: &Route) -> bool {
    match (place, tab) {
        (Route::Pipeline(_) | Route::Opportunity(_), Route::Pipeline(_))
        | (Route::Person(_), Route::People)
        | (Route::Lessons | Route::Templates, Route::More)
        | (Route::Interview { .. } | Route::NextRound(_), Route::Interview { .. }) => true,
        (place, tab) => place == tab,
    }
}

/// What was just done.
fn toasts(shell: ShellState) -> AnyView {
    shown_if(move || shell.toast().get().map(|toast| toast_view(shell, toast)))
}

fn toast_view(shell: ShellState, toast: Toast) -> AnyView {
    let undo =
        toast.undo.then(|| view! { <button type="button" on:click=move |_| shell.undo()>"Undo"</button> });
    view! {
        <div class="toast">
            <p>{toast.words}</p>
            {undo}
            <button type="button" aria-label="Put this note away" on:click=move |_| shell.put_toast_away()>"×"</button>
        </div>
    }
    .into_any()
}

/// Has what was just said never stand upon a main action that is in sight: where it would, it goes to the top.
fn keep_clear(shell: ShellState) {
    let look = move || {
        if shell.toast().with_untracked(Option::is_some) {
            page::after_layout(make_way);
        }
    };
    Effect::new(move |_| {
        shell.route().track();
        if shell.toast().with(Option::is_some) {
            page::after_layout(|| {
                lift(false);
                make_way();
            });
        }
    });
    for name in ["scroll", "resize"] {
        page::on_window(name, move |_| look());
    }
}

fn make_way() {
    if covers_a_main_action() {
        let is_up = document().query_selector(".toasts[data-up]").ok().flatten().is_some();
        lift(!is_up);
    }
}

fn lift(up: bool) {
    if let Ok(Some(toasts)) = document().query_selector(".shell > .toasts") {
        let _ = toasts.toggle_attribute_with_force("data-up", up);
    }
}

/// What a tap must always reach: the main action, what cannot be taken back, and whatever a dialog asks.
const MAIN_ACTIONS: &str = "main :is([data-kind=primary], [data-kind=grave]), dialog[open] button";

fn covers_a_main_action() -> bool {
    const NEAR: f64 = 8.0;
    let Ok(Some(toast)) = document().query_selector(".shell > .toasts > .toast") else { return false };
    let Ok(actions) = document().query_selector_all(MAIN_ACTIONS) else { return false };
    let toast = toast.get_bounding_client_rect();
    let meets = |at: web_sys::DomRect| {
        at.height() > 0.0
            && at.top() < toast.bottom() + NEAR
            && at.bottom() > toast.top() - NEAR
            && at.left() < toast.right()
            && at.right() > toast.left()
    };
    let actions =
        (0..actions.length()).filter_map(|place| actions.item(place)?.dyn_into::<web_sys::Element>().ok());
    actions.into_iter().any(|action| meets(action.get_bounding_client_rect()))
}

/// On each new screen the title says where one is, and the focus goes to its heading; but not on the first, where
/// the browser puts the focus.
fn greeter() -> impl Fn() + Copy + Send + Sync + 'static {
    let greeted = StoredValue::new(false);
    move || {
        let is_first = !greeted.try_update_value(|greeted| std::mem::replace(greeted, true)).unwrap_or(true);
        page::after_layout(move || {
            let heading = document().query_selector("main h1").ok().flatten();
            let heading = heading.and_then(|heading| heading.text_content()).unwrap_or_default();
            document().set_title(&if heading.is_empty() {
                "Afterword".to_owned()
            } else {
                format!("{heading} · Afterword")
            });
            if !is_first {
                page::focus("main h1");
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
    }
}

/// Menus close at a tap elsewhere and at Escape; Ctrl+Z takes back what was done, except while typing.
fn listen_for_menus(shell: ShellState) {
    page::on_document("click", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        close_menus(target.as_ref());
    });
    page::on_document("keydown", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        match event.key().as_str() {
            "Escape" if leave_menu() => event.prevent_default(),
            // A key held down presses a button once: what it did may have put another one in its place.
            "Enter" if event.repeat() && is_at_button() => event.prevent_default(),
            "z" if (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !is_typing() => {
                event.prevent_default();
                shell.undo();
            }
            _ => {}
        }
    });
}

fn is_typing() -> bool {
    matches!(focused().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

fn is_at_button() -> bool {
    focused() == "BUTTON"
}

/// What sort of element has the focus.
fn focused() -> String {
    document().active_element().map(|at| at.tag_name()).unwrap_or_default()
}
