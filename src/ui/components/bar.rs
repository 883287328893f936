//! Windows of time, drawn.

use crate::ui::erased::several;
use crate::view::{Bar, BarDay, Permille, Span};
use leptos::prelude::*;

/// A window of time on a line of days. Those who do not see it read the words beside it.
#[component]
pub fn WindowBar(
    /// What is drawn.
    bar: Bar,
    /// Whether it is past due.
    #[prop(optional)]
    late: bool,
) -> AnyView {
    view! {
        <svg class="bar" aria-hidden="true" data-late=late.then_some("")>
            <DayLine days=bar.days />
            {stretch("bar__wait", bar.wait)}
            {stretch("bar__grace", bar.grace)}
            {stretch("bar__open", bar.open)}
            {mark("bar__due", bar.due, "4")}
            {mark("bar__now", bar.now, "1")}
        </svg>
    }
    .into_any()
}

/// A line of days, to be drawn upon.
#[component]
pub fn DayLine(
    /// The days.
    days: Vec<BarDay>,
) -> AnyView {
    view! {
        {several(days.iter().map(day))}
        <line class="bar__line" x1="0" x2="100%" y1="12" y2="12" />
    }
    .into_any()
}

fn day(day: &BarDay) -> AnyView {
    let off = day.off.then(|| rect("bar__off", day.span, "0", "24"));
    let from = percent(day.span.from);
    // The last name ends with the line.
    let (x, dx, anchor) =
        if day.runs_over() { ("100%".to_owned(), "0", "end") } else { (from.clone(), "3", "start") };
    view! {
        {off}
        <line class="bar__tick" x1=from.clone() x2=from y1="8" y2="16" />
        <text class="bar__day" x=x dx=dx text-anchor=anchor y="34">{day.name.clone()}</text>
    }
    .into_any()
}

fn stretch(class: &'static str, span: Option<Span>) -> Option<AnyView> {
    span.map(|span| rect(class, span, "9", "6"))
}

fn rect(class: &'static str, span: Span, y: &'static str, height: &'static str) -> AnyView {
    let (x, width) = (percent(span.from), percent(span.to - span.from));
    view! { <rect class=class x=x width=width y=y height=height rx="1" /> }.into_any()
}

fn mark(class: &'static str, at: Option<Permille>, y: &'static str) -> Option<AnyView> {
    let x = percent(at?);
    Some(view! { <line class=class x1=x.clone() x2=x y1=y y2="20" /> }.into_any())
}

/// A place on the line, as a drawing names it.
pub fn percent(place: Permille) -> String {
    format!("{}.{}%", place / 10, place % 10)
}
