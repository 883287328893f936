//! The weeks of an opportunity, drawn.

use crate::ui::components::{DayLine, percent};
use crate::view::{Span, Timeline, TimelineMark, TimelineRow};
use leptos::prelude::*;

/// What happened as marks on the days, and below it each window.
pub fn timeline(timeline: &Timeline) -> AnyView {
    let marks: Vec<AnyView> = timeline.marks.iter().map(mark).collect();
    let rows: Vec<AnyView> = timeline.rows.iter().map(|row| window_row(row, timeline)).collect();
    let now = percent(timeline.now);
    view! {
        <section class="section timeline">
            <h2>"The weeks"</h2>
            <svg class="bar timeline__days" role="img" aria-label=timeline.words.clone()>
                <DayLine days=timeline.days.clone() />
                {marks}
                <line class="bar__now" x1=now.clone() x2=now y1="0" y2="22" />
            </svg>
            <ul class="timeline__rows">{rows}</ul>
        </section>
    }
    .into_any()
}

fn mark(mark: &TimelineMark) -> AnyView {
    let x = percent(mark.at);
    view! {
        <svg x=x overflow="visible">
            <path class="timeline__mark" data-kind=mark.kind.name() d=shape(mark)>
                <title>{mark.words.clone()}</title>
            </path>
        </svg>
    }
    .into_any()
}

/// A round is a square, a word a dot, an offer a diamond, a promised day a flag.
fn shape(mark: &TimelineMark) -> &'static str {
    match mark.kind.name() {
        "round" => "M-5 7h10v10h-10z",
        "offer" => "M0 5l7 7-7 7-7-7z",
        "promise" => "M0 18V2l8 4-8 4",
        _ => "M0 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
    }
}

fn window_row(row: &TimelineRow, timeline: &Timeline) -> AnyView {
    let now = percent(timeline.now);
    let due = row.due.map(|due| {
        let x = percent(due);
        view! { <line class="bar__due" x1=x.clone() x2=x y1="2" y2="14" /> }
    });
    view! {
        <li class="timeline__row" data-late=row.late.then_some("") data-later=row.later.then_some("")>
            <p>
                <span class="timeline__title">{row.title.clone()}</span>
                " "
                <span class="muted">{row.when.clone()}</span>
            </p>
            <svg class="bar timeline__window" aria-hidden="true" data-late=row.late.then_some("")>
                <line class="bar__line" x1="0" x2="100%" y1="8" y2="8" />
                {stretch("bar__grace", row.grace)}
                {stretch("bar__open", row.open)}
                {due}
                <line class="bar__now" x1=now.clone() x2=now y1="0" y2="16" />
            </svg>
        </li>
    }
    .into_any()
}

fn stretch(class: &'static str, span: Option<Span>) -> Option<AnyView> {
    let span = span?;
    let (x, width) = (percent(span.from), percent(span.to - span.from));
    Some(view! { <rect class=class x=x width=width y="5" height="6" rx="1" /> }.into_any())
}
