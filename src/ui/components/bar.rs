//! Windows of time, drawn on the one axis of a page. Those who do not see it read the words beside it.

use crate::ui::type_erased::several;
use crate::view_models::{Axis, Bar, Mark, Permille, Piece, PieceKind, Span};
use leptos::prelude::*;

/// The labels of the axis: they stand above all lines, and stay in sight.
#[component]
pub fn AxisHead(
    /// The axis.
    axis: Axis,
) -> AnyView {
    let labels = axis.labels.iter().map(|label| {
        let x = percent(label.at);
        let today = label.is_today.then_some("");
        // Only the days of a fortnight have a letter above their number.
        let name = (!label.name.is_empty()).then(|| {
            view! { <text x=x.clone() y="40%" data-today=today>{label.name.clone()}</text> }
        });
        view! { {name}<text x=x y="88%" data-today=today>{label.date.clone()}</text> }.into_any()
    });
    view! {
        <div class="axis" aria-hidden="true">
            <svg>{several(labels)}</svg>
        </div>
    }
    .into_any()
}

/// What one line draws on the axis, with its ground: days off, and now.
#[component]
pub fn WindowBar(
    /// What is drawn; `None`: the ground alone.
    bar: Option<Bar>,
    /// The axis.
    axis: Axis,
) -> AnyView {
    let off = axis.off.iter().map(|span| rect("bar__off", None, *span, "0", "100%"));
    let bar = bar.unwrap_or_default();
    let now = percent(axis.now);
    view! {
        <svg class="bar" aria-hidden="true">
            {several(off)}
            <line class="bar__now" x1=now.clone() x2=now y1="0" y2="100%" />
            <svg y="50%" overflow="visible">
                {several(bar.pieces.iter().map(piece))}
                {several(bar.marks.iter().map(mark))}
            </svg>
        </svg>
    }
    .into_any()
}

fn piece(piece: &Piece) -> AnyView {
    if piece.kind == PieceKind::Wait {
        let (x1, x2) = (percent(piece.span.from), percent(piece.span.to));
        return view! { <line class="bar__wait" x1=x1 x2=x2 /> }.into_any();
    }
    rect("bar__piece", Some(piece.kind.name()), piece.span, "-5", "10")
}

fn rect(
    class: &'static str,
    kind: Option<&'static str>,
    span: Span,
    y: &'static str,
    height: &'static str,
) -> AnyView {
    let (x, width) = (percent(span.from), percent(span.to - span.from));
    view! { <rect class=class data-kind=kind x=x width=width y=y height=height rx="3" /> }.into_any()
}

fn mark(mark: &Mark) -> AnyView {
    let title = (!mark.words.is_empty()).then(|| view! { <title>{mark.words.clone()}</title> });
    view! {
        <svg x=percent(mark.at) overflow="visible">
            <path class="bar__mark" data-kind=mark.kind.name() d=shape(mark)>
                {title}
            </path>
        </svg>
    }
    .into_any()
}

/// A round is a tall bar, a word a dot, an offer a diamond, a promised day a flag, what is due soon a large dot.
fn shape(mark: &Mark) -> &'static str {
    match mark.kind.name() {
        "round" => "M-2.5-10h5v20h-5z",
        "offer" => "M0-7l7 7-7 7-7-7z",
        "promise" => "M0 10V-10l8 4-8 4",
        "due" => "M0-6.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z",
        _ => "M0-3.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
    }
}

/// A place on the axis, as a drawing names it.
fn percent(place: Permille) -> String {
    format!("{}.{}%", place / 10, place % 10)
}
