//! A window of time as a thin bar on the axis of its page.
//!
//! Filled until it is due, outlined while it is still right after that, a dot where it is due today or tomorrow. Of
//! what is late only that is drawn which is left of it, from now on; a wait is dotted.

use super::axis::{AxisDays, Permille, Span};
use super::when;
use crate::etiquette::{Now, Status, Window};
use crate::model::Stamp;
use chrono::{TimeDelta, TimeZone};

/// What one line draws on the axis.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Bar {
    /// Stretches of time.
    pub pieces: Vec<Piece>,
    /// Moments, drawn upon them.
    pub marks: Vec<Mark>,
}

/// A stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Piece {
    /// What it stands for.
    pub kind: PieceKind,
    /// Where it lies.
    pub span: Span,
}

/// What a stretch stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PieceKind {
    /// In time.
    Open,
    /// Still right, after it was due.
    Right,
    /// What is left of something late.
    Late,
    /// Theirs to act.
    Wait,
}

impl PieceKind {
    /// Its name in `data-kind`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Right => "right",
            Self::Late => "late",
            Self::Wait => "wait",
        }
    }
}

/// A moment.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Mark {
    /// What it stands for.
    pub kind: MarkKind,
    /// Its place.
    pub at: Permille,
    /// What it says: "They wrote, yesterday, 10:00"; empty where the line says it.
    pub words: String,
}

/// What a moment stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MarkKind {
    /// Something is due.
    Due,
    /// A round.
    Round,
    /// A message, a call, an outcome.
    Word,
    /// An offer.
    Offer,
    /// A day by which they promised an answer, or want one.
    Promise,
}

impl MarkKind {
    /// Its name in `data-kind`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Round => "round",
            Self::Word => "word",
            Self::Offer => "offer",
            Self::Promise => "promise",
        }
    }
}

impl Bar {
    /// The bar of a window; `None` where nothing presses and nothing ends.
    pub(super) fn of<Tz: TimeZone>(
        window: &Window,
        status: Status,
        days: &AxisDays,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let end_of_today = when::end_of_day(when::today(now), now);
        let mut bar = Self::default();
        if status == Status::Overdue {
            // What never closes is worth doing today.
            bar.add(PieceKind::Late, days, now.at, window.closes.unwrap_or(end_of_today));
        } else {
            let due = window.due.or(window.closes)?;
            bar.add(PieceKind::Open, days, window.opens, due);
            bar.add(PieceKind::Right, days, due, window.closes.unwrap_or(due));
            let soon = now.at <= due && due <= end_of_today + TimeDelta::days(1);
            if soon && days.holds(due) {
                bar.marks.push(Mark { kind: MarkKind::Due, at: days.place(due), words: String::new() });
            }
        }
        (!bar.pieces.is_empty()).then_some(bar)
    }

    /// The bar of a wait that ends then.
    pub(super) fn of_wait<Tz: TimeZone>(until: Stamp, days: &AxisDays, now: &Now<Tz>) -> Self {
        let mut bar = Self::default();
        bar.add(PieceKind::Wait, days, now.at, until);
        bar
    }

    /// Adds what of a stretch lies on the axis.
    pub(super) fn add(&mut self, kind: PieceKind, days: &AxisDays, from: Stamp, to: Stamp) {
        self.pieces.extend(days.span(from, to).map(|span| Piece { kind, span }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::resolve_local;
    use chrono::NaiveDateTime;
    use chrono_tz::America::New_York;

    fn at(text: &str) -> Stamp {
        resolve_local(&New_York, NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap())
    }

    /// The kinds and stretches of a window, and where its dot is.
    type Drawn = (Vec<(PieceKind, Span)>, Vec<Permille>);

    /// What is drawn of a window on the days from 2 to 15 June.
    fn bar(window: Window, moment: &str) -> Option<Drawn> {
        let now = Now::new(at(moment), New_York);
        let days = AxisDays::over(at("2026-06-02T00:00"), at("2026-06-16T00:00"), &now);
        let bar = Bar::of(&window, window.status(now.at), &days, &now)?;
        let pieces = bar.pieces.iter().map(|piece| (piece.kind, piece.span)).collect();
        Some((pieces, bar.marks.iter().map(|mark| mark.at).collect()))
    }

    fn thanks() -> Window {
        Window {
            opens: at("2026-06-03T00:00"),
            suggested: None,
            due: Some(at("2026-06-04T00:00")),
            closes: Some(at("2026-06-11T00:00")),
        }
    }

    const fn span(from: Permille, to: Permille) -> Span {
        Span { from, to }
    }

    #[test]
    fn it_is_filled_until_due_and_outlined_until_it_closes_with_a_dot_where_that_is_soon() {
        let pieces = vec![(PieceKind::Open, span(71, 142)), (PieceKind::Right, span(142, 642))];
        assert_eq!(bar(thanks(), "2026-06-03T12:00"), Some((pieces, vec![142])));
        let later = Window { due: Some(at("2026-06-07T00:00")), ..thanks() };
        assert!(bar(later, "2026-06-03T12:00").unwrap().1.is_empty(), "there is time");
    }

    #[test]
    fn of_what_is_late_only_the_rest_is_drawn_from_now_on() {
        let left = bar(thanks(), "2026-06-05T00:00");
        assert_eq!(left, Some((vec![(PieceKind::Late, span(214, 642))], vec![])));
        let endless = Window { closes: None, ..thanks() };
        let today = bar(endless, "2026-06-05T00:00");
        assert_eq!(today, Some((vec![(PieceKind::Late, span(214, 285))], vec![])), "worth doing today");
    }

    #[test]
    fn what_neither_presses_nor_ends_has_no_bar() {
        assert_eq!(bar(Window { due: None, closes: None, ..thanks() }, "2026-06-05T00:00"), None);
    }
}
