//! All deadlines, and the other companies' dates, on the one axis at the head of the desk.

use crate::etiquette::{History, Now, Plan, WorkCalendar};
use crate::model::{Offer, Records, Stamp};
use crate::view_models::axis::AxisDays;
use crate::view_models::round_name::the_round;
use crate::view_models::{Axis, Bar, Line, LineGroup, Mark, MarkKind, PieceKind, Route, Tone, when};
use crate::words::capitalized;
use chrono::{TimeDelta, TimeZone};

/// So many days ahead the axis reaches at least, and at most.
const AHEAD: (i64, i64) = (7, 28);

/// What heads the lines.
const HEADING: &str = "Every date at a glance";

/// What is drawn of one company.
enum Until<'a> {
    /// Its offer waits for an answer.
    Offer(&'a Offer),
    /// The user said yes to its offer then, and has not signed yet.
    Signature(&'a Offer, Stamp),
    /// The next round with it.
    Round(Stamp, String),
    /// The end of the day by which it promised to answer.
    Promise(Stamp),
    /// It decides, and named no day.
    Unknown,
    /// It has been silent for so long that silence is taken for an answer.
    Silent,
}

impl Until<'_> {
    fn at(&self) -> Option<Stamp> {
        match self {
            Self::Offer(offer) => offer.respond_by,
            Self::Round(at, _) | Self::Promise(at) => Some(*at),
            Self::Signature(..) | Self::Unknown | Self::Silent => None,
        }
    }
}

/// The axis, and a line for each company, the earliest date first. Without an offer there is nothing to set dates
/// against.
pub(super) fn dates<Tz: TimeZone>(
    open: &[(&Offer, &History<'_>)],
    histories: &[History<'_>],
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> (Axis, LineGroup) {
    if open.is_empty() {
        return (Axis::default(), LineGroup::whole(HEADING, Vec::new()));
    }
    let offers = open.iter().map(|(offer, of)| {
        let until = of.said_yes_at(offer).map_or(Until::Offer(offer), |at| Until::Signature(offer, at));
        (*of, until)
    });
    let others = histories.iter().filter(|of| of.is_live() && of.undecided().next().is_none());
    let mut all: Vec<(&History<'_>, Until<'_>)> =
        offers.chain(others.map(|of| (of, until(of, plan, now)))).collect();
    crate::sorting::by_key(&mut all, |(of, until)| (until.at().unwrap_or(Stamp::MAX), of.opportunity().id));
    let ahead = |days| now.at + TimeDelta::days(days);
    let last = all.iter().filter_map(|(_, until)| until.at()).filter(|at| *at <= ahead(AHEAD.1)).max();
    let last = last.unwrap_or(now.at).max(ahead(AHEAD.0)) + TimeDelta::days(1);
    let days = AxisDays::over(now.at - TimeDelta::days(1), last, now);
    let lines: Vec<Line> = all.iter().map(|(of, until)| line(of, until, &days, now)).collect();
    let group = LineGroup::whole(HEADING, lines);
    (days.axis(&WorkCalendar::of(&records.settings), now), group)
}

/// What comes next from a company that made no offer.
fn until<'a, Tz: TimeZone>(history: &History<'_>, plan: &Plan, now: &Now<Tz>) -> Until<'a> {
    if let Some(round) = history.next_round() {
        return Until::Round(round.starts, the_round(history.opportunity(), round.id));
    }
    let promised = history.promise().map(|promise| when::end_of_day(promise.day, now));
    let is_silent = super::is_silent(plan, history.opportunity().id);
    let otherwise = if is_silent { Until::Silent } else { Until::Unknown };
    promised.filter(|end| *end > now.at).map_or(otherwise, Until::Promise)
}

fn line<Tz: TimeZone>(history: &History<'_>, until: &Until<'_>, days: &AxisDays, now: &Now<Tz>) -> Line {
    let one = history.opportunity();
    let mut bar = Bar::default();
    let (about, kind) = match until {
        Until::Offer(offer) => {
            if let Some(by) = offer.respond_by {
                bar.add(PieceKind::Open, days, offer.received, by);
            }
            ("Wants your answer".to_owned(), MarkKind::Due)
        }
        Until::Signature(_, at) => (format!("You said yes {}", when::back_then(*at, now)), MarkKind::Due),
        Until::Round(_, name) => (capitalized(name), MarkKind::Round),
        Until::Promise(end) => {
            bar.add(PieceKind::Wait, days, now.at, *end);
            ("Promised an answer".to_owned(), MarkKind::Promise)
        }
        Until::Unknown => ("Is deciding".to_owned(), MarkKind::Word),
        Until::Silent => ("Has not answered".to_owned(), MarkKind::Word),
    };
    let at = until.at();
    bar.marks.extend(at.filter(|at| days.holds(*at)).map(|at| Mark {
        kind,
        at: days.place(at),
        words: String::new(),
    }));
    let is_offer = matches!(until, Until::Offer(_));
    Line {
        key: match until {
            Until::Offer(offer) | Until::Signature(offer, _) => format!("date {}", offer.id),
            _ => format!("date {}", one.id),
        },
        title: one.company.clone(),
        href: Some(Route::Opportunity(one.id).href()),
        about,
        side: vec![side(until, now)],
        tone: match at {
            Some(by) if is_offer && by <= now.at => Tone::Late,
            Some(by) if is_offer && by - now.at <= super::COUNTED_IN_HOURS => Tone::Soon,
            _ => Tone::Plain,
        },
        bar: Some(bar),
        ..Line::default()
    }
}

/// "by 15:00 on Thursday": to the hour where hours are counted.
fn side<Tz: TimeZone>(until: &Until<'_>, now: &Now<Tz>) -> String {
    match (until, until.at()) {
        (Until::Signature(..), _) => "to be signed".to_owned(),
        (_, None) => "no day named".to_owned(),
        (Until::Round(..), Some(at)) => when::time(at, now),
        (Until::Offer(_), Some(by)) if by <= now.at => format!("was {}", when::end(by, now)),
        (Until::Offer(_), Some(by)) if by - now.at <= super::COUNTED_IN_HOURS => {
            format!("by {}", when::by(by, now))
        }
        (_, Some(by)) => format!("by {}", when::short(by, now)),
    }
}
