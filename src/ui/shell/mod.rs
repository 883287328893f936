//! The shell around every screen: navigation, notices, toasts.

mod keys;
mod navigation;
pub mod shortcuts;
mod toasts;

use super::components::{close_menus, leave_menus_without_focus};
use super::lazy_screen;
use super::shell_state::{ShellState, shell};
use super::type_erased::{derived, memo, shown, shown_if};
use crate::platform::{events, page, translation};
use crate::view_models::Route;
use leptos::prelude::*;

/// The shell around every screen.
#[component]
pub fn Shell() -> AnyView {
    let shell = shell();
    events::on_document("click", |event| close_menus(events::element_at(&event).as_ref()));
    events::on_document("focusin", |event| leave_menus_without_focus(events::element_at(&event).as_ref()));
    events::on_window("resize", |_| page::keep_focus_clear());
    translation::keep_texts_in_place();
    keys::listen(shell);
    toasts::keep_clear(shell);
    let screen = memo(move || shell.route().get().screen());
    let arrived = on_arrival(shell);
    provide_context(toasts::said_in_dialogs(shell));
    view! {
        <div class="shell">
            <a class="shell__skip" href="#main" on:click=move |event| skip(&event)>"Skip to the page"</a>
            <header class="shell__head">
                <a class="shell__mark" href="#/today">"Afterword"</a>
            </header>
            {navigation::navigation(shell)}
            <main class="shell__main" id="main" tabindex="-1" data-wide=derived(move || is_wide(&screen.get()).then_some(""))
                data-docked=derived(move || screen.get().is_typed_in().then_some(""))>
                {shown_if(move || shell.session().map(|session| (session.notices)()))}
                {shown(move || lazy_screen::screen(&screen.get(), arrived))}
            </main>
            {toasts::current(shell)}
            {shortcuts::help(shell)}
        </div>
    }
    .into_any()
}

/// The link would change the address, and the address is the route.
fn skip(event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    page::focus("#main");
}

fn is_wide(route: &Route) -> bool {
    matches!(
        route,
        Route::Today
            | Route::Opportunity(_)
            | Route::NewOffer(_)
            | Route::Reply(_)
            | Route::Pipeline(_)
            | Route::Offers
            | Route::Person(_)
            | Route::Playbook
            | Route::Letter(_)
            | Route::Answer(..)
    )
}

/// What happens when a screen is seen: the page is named after it, and its heading gets the focus. Who comes back finds
/// the place as it was left. The first screen leaves the focus where the browser puts it.
fn on_arrival(shell: ShellState) -> impl Fn() + Copy + Send + Sync + 'static {
    let (is_first, places) = (StoredValue::new(true), shell.places());
    move || {
        let is_first = is_first.try_update_value(std::mem::take).unwrap_or_default();
        page::after_layout(move || {
            let heading = document().query_selector("main h1").ok().flatten();
            let heading =
                heading.and_then(|heading| heading.text_content()).filter(|words| !words.is_empty());
            document()
                .set_title(&heading.map_or("Afterword".to_owned(), |words| format!("{words} · Afterword")));
            let wanted = shell.take_wanted_focus();
            if !is_first && !places.restore() {
                page::focus(wanted);
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
            page::keep_focus_clear();
        });
    }
}
