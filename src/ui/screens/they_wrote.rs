//! Who wrote or called? The short way from Today to the form in which it is noted.

use super::find::find;
use crate::ui::components::{Actions, ButtonLink, Head, Kind, Line, List, paragraph, show_more};
use crate::ui::shell_state::shell;
use crate::ui::state::state;
use crate::ui::type_erased::{Memo, memo, nothing, shown, shown_if};
use crate::view_models::{Filter, Route, Senders};
use leptos::prelude::*;

/// So many at first, and so many more each time.
const STEP: usize = 8;

const CHOOSE: &str = "Choose the company; then say what it was.";
const NOBODY: &str = "Nobody is here yet. Add what you applied for; then you can note what they say.";

/// All of whom it can be.
#[component]
pub fn TheyWroteScreen() -> AnyView {
    let (state, places) = (state(), shell().places());
    let sought = RwSignal::new(String::new());
    let senders = memo(move || {
        let most = STEP * (1 + places.asked(0));
        state.read(|records, _, now| sought.with(|sought| Senders::of(sought, most, records, now)))
    });
    let more = Callback::new(move |()| places.ask_for_more(0));
    view(senders, sought, more)
}

fn view(senders: Memo<Senders>, sought: RwSignal<String>, more: Callback<()>) -> AnyView {
    let all = memo(move || senders.with(|senders| senders.all));
    let go = Callback::new(move |text| sought.set(text));
    view! {
        <div class="screen people">
            <Head title="Who wrote or called?">
                {shown(move || paragraph("muted", if all.get() > 0 { CHOOSE } else { NOBODY }))}
            </Head>
            {shown_if(move || (all.get() > STEP).then(|| find("company, role or person", sought.into(), go)))}
            {shown(move || senders.with(|senders| lines(senders, more)))}
            {shown(move || elsewhere(all.get()))}
        </div>
    }
    .into_any()
}

/// The way to a company that is not here.
fn elsewhere(all: usize) -> AnyView {
    let (kind, label) =
        if all > 0 { (Kind::Quiet, "It is not in the list") } else { (Kind::Primary, "Your opportunities") };
    let href = Route::Pipeline(Filter::default()).href();
    view! { <Actions><ButtonLink kind label href /></Actions> }.into_any()
}

fn lines(senders: &Senders, more: Callback<()>) -> AnyView {
    if senders.lines.is_empty() {
        return if senders.all > 0 { paragraph("", "Nobody found. Try fewer letters.") } else { nothing() };
    }
    let more = show_more(senders.found - senders.lines.len(), more);
    let items = senders.lines.iter().cloned().map(|line| view! { <Line line /> }.into_any()).collect();
    view! {
        <List items />
        {more}
    }
    .into_any()
}
