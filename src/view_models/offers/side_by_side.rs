//! The offers side by side, each with a score that shows its parts.

use super::Compared;
use crate::etiquette::History;
use crate::model::{ComparisonBasis, Criterion, CriterionValues, Offer, PayPeriod, Terms};
use crate::offers::{Candidate, Comparison, RankChange, compare, weight, yearly_pay};
use crate::words;

/// Offers side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SideBySide {
    /// What is compared, in order.
    pub columns: Vec<Column>,
    /// By what.
    pub rows: Vec<CriterionRow>,
    /// What the scores come to: "By your own weights, Bolt comes first."
    pub verdict: String,
    /// What would change if one weight did.
    pub turns: Vec<String>,
}

/// One of those that are compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Which.
    pub id: Compared,
    /// The company, or "Your present job".
    pub name: String,
    /// What a usual year pays, with the parts of it.
    pub yearly: String,
    /// As it was typed: "4,500 EUR a month"; empty where that is a yearly figure alone.
    pub typed: String,
    /// "3.8 of 5"; empty without a score.
    pub score: String,
    /// The score in thousandths of the best, for its bar.
    pub share: u16,
}

/// One criterion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CriterionRow {
    /// Which.
    pub criterion: Criterion,
    /// What it is called.
    pub name: &'static str,
    /// What belongs to it.
    pub hint: &'static str,
    /// How much it counts, from 0 to 3.
    pub weight: u8,
    /// How good each column is in it.
    pub cells: Vec<Cell>,
}

/// How good one is in one criterion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    /// From 1 to 5, as the user rated it.
    pub rating: Option<u8>,
    /// The rating in hundredths, where the figures give it.
    pub computed: Option<u32>,
}

impl SideBySide {
    pub(super) fn of(open: &[(&Offer, &History<'_>)], comparing: &ComparisonBasis) -> Option<Self> {
        if open.is_empty() {
            return None;
        }
        let mut compared: Vec<(Compared, String, Candidate<'_>)> = Vec::new();
        compared.extend(open.iter().map(|(offer, history)| {
            let one = history.opportunity();
            let candidate = Candidate { terms: offer.figures.last(), ratings: &offer.ratings };
            (Compared::Offer(one.id, offer.id), one.company.clone(), candidate)
        }));
        compared.extend(comparing.present.as_ref().map(|job| {
            let candidate = Candidate { terms: Some(&job.terms), ratings: &job.ratings };
            (Compared::PresentJob, "Your present job".to_owned(), candidate)
        }));
        let candidates: Vec<Candidate<'_>> = compared.iter().map(|(_, _, it)| it.clone()).collect();
        let comparison = compare(&candidates, &comparing.weights);
        let names: Vec<&str> = compared.iter().map(|(_, name, _)| name.as_str()).collect();
        Some(Self {
            rows: Criterion::ALL
                .into_iter()
                .map(|criterion| row(criterion, &candidates, &comparison, &comparing.weights))
                .collect(),
            verdict: verdict(&comparison, &names),
            turns: comparison.turns.iter().filter_map(|turn| turned(turn, &names)).collect(),
            columns: compared
                .iter()
                .enumerate()
                .map(|(place, (id, name, candidate))| {
                    column(*id, name, candidate.terms, comparison.scores.get(place).and_then(|it| it.total))
                })
                .collect(),
        })
    }
}

fn column(id: Compared, name: &str, terms: Option<&Terms>, score: Option<u32>) -> Column {
    let (yearly, typed) = terms.map_or_else(Default::default, |terms| (yearly(terms), typed(terms)));
    Column {
        id,
        name: name.to_owned(),
        yearly,
        typed,
        score: score.map(|score| format!("{} of 5", tenths(score))).unwrap_or_default(),
        share: score.and_then(|score| u16::try_from(score * 2).ok()).unwrap_or_default(),
    }
}

/// A score in hundredths, to one place: "3.8".
fn tenths(hundredths: u32) -> String {
    let tenths = (hundredths + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What a usual year pays: "113,000 EUR a year; 118,000 EUR in the first".
fn yearly(terms: &Terms) -> String {
    let Some(pay) = yearly_pay(terms) else { return String::new() };
    let usual = words::money(pay.usual(), &terms.currency);
    if pay.first() == pay.usual() {
        format!("{usual} a year")
    } else {
        format!("{usual} a year; {} in the first", words::money(pay.first(), &terms.currency))
    }
}

/// The same, where it says more than what was typed.
pub(super) fn in_a_year(terms: &Terms) -> String {
    let is_base_alone = terms.bonus.is_none() && terms.equity.is_none() && terms.sign_on.is_none();
    if is_base_alone && terms.period == PayPeriod::Year { String::new() } else { yearly(terms) }
}

/// The base pay as it was typed, where that is no yearly figure: "4,500 EUR a month".
fn typed(terms: &Terms) -> String {
    let Some(base) = terms.base else { return String::new() };
    let base = words::money(base, &terms.currency);
    match (terms.period, terms.hours) {
        (PayPeriod::Year, _) => String::new(),
        (PayPeriod::Month, _) => format!("{base} a month"),
        (PayPeriod::Hour, None) => format!("{base} an hour, taken as 40 hours a week"),
        (PayPeriod::Hour, Some(hours)) => format!("{base} an hour, {hours} hours a week"),
    }
}

/// All of the terms in one line: "60,000 EUR a year, bonus 5,000, equity 40,000 over 4 years, 2,000 for signing".
pub(super) fn quoted(terms: &Terms) -> String {
    let money = |amount| words::money(amount, &terms.currency);
    let mut parts = Vec::new();
    parts.extend(terms.base.map(|base| match terms.period {
        PayPeriod::Year => format!("{} a year", money(base)),
        PayPeriod::Month | PayPeriod::Hour => typed(terms),
    }));
    parts.extend(terms.bonus.map(|bonus| format!("a bonus of {}", money(bonus))));
    parts.extend(
        terms.equity.map(|equity| {
            format!("equity of {} over {} years", money(equity), terms.equity_years.unwrap_or(4))
        }),
    );
    parts.extend(terms.sign_on.map(|once| format!("{} for signing", money(once))));
    if parts.is_empty() { "No figures".to_owned() } else { words::capitalized(&parts.join(", ")) }
}

fn row(
    criterion: Criterion,
    candidates: &[Candidate<'_>],
    comparison: &Comparison,
    weights: &CriterionValues,
) -> CriterionRow {
    let cell = |place: usize, candidate: &Candidate<'_>| Cell {
        rating: candidate.ratings.get(criterion),
        computed: comparison
            .scores
            .get(place)
            .and_then(|score| score.parts.iter().find(|part| part.criterion == criterion && part.computed))
            .map(|part| part.rating),
    };
    let (name, hint) = criterion_name(criterion);
    CriterionRow {
        criterion,
        name,
        hint,
        weight: weight(weights, criterion),
        cells: candidates.iter().enumerate().map(|(place, candidate)| cell(place, candidate)).collect(),
    }
}

/// What a criterion is called, and what belongs to it.
pub const fn criterion_name(criterion: Criterion) -> (&'static str, &'static str) {
    match criterion {
        Criterion::Pay => ("Pay", "all of it, over a year"),
        Criterion::Benefits => ("Benefits", "leave, insurance, pension, equipment"),
        Criterion::Culture => ("Culture", "the people, and the place where you would work"),
        Criterion::Duties => ("The work itself", "what you would do all day"),
        Criterion::Growth => ("Room to grow", "what you could learn, and become"),
        Criterion::Balance => ("Work-life balance", "hours, travel, working from home"),
        Criterion::Skills => ("Fit with your skills", "how much of what you can do it needs"),
        Criterion::LongTerm => ("Fit with your plans", "where you want to be in five years"),
    }
}

fn verdict(comparison: &Comparison, names: &[&str]) -> String {
    let scored = comparison.scores.iter().filter(|score| score.total.is_some()).count();
    match comparison.first.and_then(|first| names.get(first)) {
        Some(name) => format!("By your own weights, {} comes first.", words::isolated(name)),
        None if scored > 1 => "By your own weights, they are level.".to_owned(),
        None if names.len() > 1 => "Rate the same things for each, and they can be compared.".to_owned(),
        None => "Rate what you know. It helps you to see what to ask for.".to_owned(),
    }
}

/// "If work-life balance counted most, Bolt would come first."
fn turned(turn: &RankChange, names: &[&str]) -> Option<String> {
    let counted = match turn.weight {
        0 => "did not count",
        1 => "counted a little",
        2 => "counted more",
        _ => "counted most",
    };
    let (what, _) = criterion_name(turn.criterion);
    let name = words::isolated(names.get(turn.first)?);
    Some(format!("If {} {counted}, {name} would come first.", what.to_lowercase()))
}
