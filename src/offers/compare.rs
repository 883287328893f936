//! Offers side by side: a score that shows what it is made of.

use super::pay::{same_currency, yearly_pay};
use crate::model::{Criterion, CriterionValues, Terms};

/// The best rating; the worst is 1.
pub const BEST: u8 = 5;
/// The most that a criterion can count.
pub const MOST_WEIGHT: u8 = 3;

/// Something to choose: an offer, or the job that the user has.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// What it pays.
    pub terms: Option<&'a Terms>,
    /// How good it is, from 1 to [`BEST`], as far as the user has said.
    pub ratings: &'a CriterionValues,
}

/// How a candidate does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Score {
    /// In hundredths, from 100 to 500; `None` where nothing that counts is rated.
    pub total: Option<u32>,
    /// What it is made of, in the order of the criteria: those that count and are rated.
    pub parts: Vec<Part>,
}

/// One criterion's part in a score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// Which criterion.
    pub criterion: Criterion,
    /// How good the candidate is in it, in hundredths, from 100 to 500.
    pub rating: u32,
    /// How much it counts.
    pub weight: u8,
    /// Whether the rating comes from the figures, and not from the user.
    pub computed: bool,
}

/// Another weight that would put another candidate first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RankChange {
    /// The criterion that would count otherwise.
    pub criterion: Criterion,
    /// What it would count; the nearest weight that turns the order.
    pub weight: u8,
    /// The place of the candidate that would be first.
    pub first: usize,
}

/// Candidates side by side.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comparison {
    /// The score of each candidate, in their order.
    pub scores: Vec<Score>,
    /// The place of the one that scores best; `None` where two share that, or fewer than two have a score.
    pub first: Option<usize>,
    /// What would change if one weight did.
    pub turns: Vec<RankChange>,
}

/// How much a criterion counts, where the user has said nothing: 1.
pub fn weight(weights: &CriterionValues, criterion: Criterion) -> u8 {
    weights.get(criterion).unwrap_or(1).min(MOST_WEIGHT)
}

/// Compares candidates by the user's own weights.
///
/// Only criteria in which all of those that are rated at all have a rating are compared: an offer of which less is
/// known is neither better nor worse for it. Pay is rated by the yearly figures where the user has not rated it and
/// all are known in one currency: the highest is the best, another as far below it as it pays less.
pub fn compare(candidates: &[Candidate<'_>], weights: &CriterionValues) -> Comparison {
    let scores = scores(candidates, weights);
    let first = first(&scores);
    let turns = first.map_or_else(Vec::new, |first| turns(candidates, weights, first));
    Comparison { scores, first, turns }
}

fn scores(candidates: &[Candidate<'_>], weights: &CriterionValues) -> Vec<Score> {
    let ratings: Vec<Vec<Option<Part>>> =
        Criterion::ALL.iter().map(|criterion| rated(candidates, weights, *criterion)).collect();
    // One of which nothing at all is rated is left out of the comparison, and holds up no criterion.
    let rated_at_all = |place: usize| ratings.iter().any(|of| of.get(place).is_some_and(Option::is_some));
    let taking_part: Vec<usize> = (0..candidates.len()).filter(|place| rated_at_all(*place)).collect();
    let comparable =
        |of: &&Vec<Option<Part>>| taking_part.iter().all(|place| of.get(*place).is_some_and(Option::is_some));
    let compared: Vec<&Vec<Option<Part>>> = ratings.iter().filter(comparable).collect();
    let parts = |place: usize| compared.iter().filter_map(move |of| of.get(place).copied().flatten());
    (0..candidates.len()).map(|place| score(parts(place).filter(|part| part.weight > 0).collect())).collect()
}

fn score(parts: Vec<Part>) -> Score {
    let weights: u32 = parts.iter().map(|part| u32::from(part.weight)).sum();
    let sum: u32 = parts.iter().map(|part| part.rating * u32::from(part.weight)).sum();
    Score { total: (sum + weights / 2).checked_div(weights), parts }
}

/// How each candidate does in a criterion, where that is known.
fn rated(candidates: &[Candidate<'_>], weights: &CriterionValues, criterion: Criterion) -> Vec<Option<Part>> {
    let weight = weight(weights, criterion);
    let of_the_user = |candidate: &Candidate<'_>| candidate.ratings.get(criterion);
    if criterion == Criterion::Pay
        && candidates.iter().all(|it| of_the_user(it).is_none())
        && let Some(ratings) = ratings_of_pay(candidates)
    {
        let part = |rating| Some(Part { criterion, rating, weight, computed: true });
        return ratings.into_iter().map(part).collect();
    }
    let part = |rating: u8| Part {
        criterion,
        rating: u32::from(rating.clamp(1, BEST)) * 100,
        weight,
        computed: false,
    };
    candidates.iter().map(|candidate| of_the_user(candidate).map(part)).collect()
}

/// Ratings of the yearly pay of all; `None` unless all are known in one currency.
fn ratings_of_pay(candidates: &[Candidate<'_>]) -> Option<Vec<u32>> {
    let terms: Option<Vec<&Terms>> = candidates.iter().map(|it| it.terms).collect();
    let terms = terms?;
    let (one, rest) = terms.split_first()?;
    if rest.is_empty() || rest.iter().any(|it| !same_currency(&it.currency, &one.currency)) {
        return None;
    }
    let pay: Option<Vec<u64>> = terms.iter().map(|it| Some(yearly_pay(it)?.usual().0)).collect();
    let pay = pay?;
    let most = pay.iter().copied().max().filter(|most| *most > 0)?;
    let rating = |pay: u64| u32::try_from(u64::from(BEST) * 100 * pay / most).unwrap_or_default().max(100);
    Some(pay.into_iter().map(rating).collect())
}

fn first(scores: &[Score]) -> Option<usize> {
    let mut totals: Vec<(u32, usize)> = Vec::new();
    totals.extend(scores.iter().enumerate().filter_map(|(place, score)| Some((score.total?, place))));
    let best = totals.iter().map(|(total, _)| *total).max()?;
    let mut at_the_top = totals.iter().filter(|(total, _)| *total == best);
    let (_, place) = at_the_top.next()?;
    (totals.len() > 1 && at_the_top.next().is_none()).then_some(*place)
}

/// For each criterion, the weight nearest to the user's that would put another candidate first.
fn turns(candidates: &[Candidate<'_>], weights: &CriterionValues, first_now: usize) -> Vec<RankChange> {
    let turn = |criterion: Criterion| {
        let now = weight(weights, criterion);
        let mut others: Vec<u8> = (0..=MOST_WEIGHT).filter(|other| *other != now).collect();
        crate::sorting::by_key(&mut others, |other| other.abs_diff(now));
        others.into_iter().find_map(|weight| {
            let mut changed = weights.clone();
            changed.set(criterion, Some(weight));
            let first = first(&scores(candidates, &changed)).filter(|first| *first != first_now)?;
            Some(RankChange { criterion, weight, first })
        })
    };
    Criterion::ALL.into_iter().filter_map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::super::values;
    use super::*;
    use crate::model::{Amount, PayPeriod};
    use Criterion::{Balance, Growth, Pay};

    fn terms(currency: &str, base: u64, period: PayPeriod) -> Terms {
        Terms { currency: currency.to_owned(), base: Some(Amount::whole(base)), period, ..Terms::default() }
    }

    fn totals(comparison: &Comparison) -> Vec<Option<u32>> {
        comparison.scores.iter().map(|score| score.total).collect()
    }

    #[test]
    fn a_score_is_the_mean_of_the_ratings_by_their_weights() {
        let (a, b) = (values(&[(Growth, 5), (Balance, 2)]), values(&[(Growth, 3), (Balance, 5)]));
        let both = [Candidate { terms: None, ratings: &a }, Candidate { terms: None, ratings: &b }];
        // Evenly: (5 + 2) / 2 and (3 + 5) / 2.
        let even = compare(&both, &CriterionValues::default());
        assert_eq!((totals(&even), even.first), (vec![Some(350), Some(400)], Some(1)));
        // Growth counts three times: (15 + 2) / 4 and (9 + 5) / 4.
        let grown = compare(&both, &values(&[(Growth, 3)]));
        assert_eq!((totals(&grown), grown.first), (vec![Some(425), Some(350)], Some(0)));
        let parts: Vec<_> =
            grown.scores[0].parts.iter().map(|it| (it.criterion, it.rating, it.weight)).collect();
        assert_eq!(parts, [(Growth, 500, 3), (Balance, 200, 1)]);
    }

    #[test]
    fn what_would_change_if_a_weight_did_is_said_with_the_nearest_one() {
        let (a, b) = (values(&[(Growth, 5), (Balance, 2)]), values(&[(Growth, 3), (Balance, 5)]));
        let both = [Candidate { terms: None, ratings: &a }, Candidate { terms: None, ratings: &b }];
        // 5g + 2b against 3g + 5b: the first leads where 2g > 3b, so with g = 2 (4 > 3), or with b = 0.
        let turns = compare(&both, &CriterionValues::default()).turns;
        assert_eq!(
            turns,
            [
                RankChange { criterion: Growth, weight: 2, first: 0 },
                RankChange { criterion: Balance, weight: 0, first: 0 },
            ]
        );
        let clear = values(&[(Growth, 2), (Balance, 2)]);
        let both = [Candidate { terms: None, ratings: &a }, Candidate { terms: None, ratings: &clear }];
        assert_eq!(compare(&both, &CriterionValues::default()).turns, [], "nothing turns it");
    }

    #[test]
    fn pay_is_rated_by_the_year_where_all_are_known_in_one_currency() {
        // 60,000 a year, and 4,000 a month: 48,000, four fifths.
        let (a, b) = (terms("EUR", 60_000, PayPeriod::Year), terms("eur", 4_000, PayPeriod::Month));
        let none = CriterionValues::default();
        let both =
            [Candidate { terms: Some(&a), ratings: &none }, Candidate { terms: Some(&b), ratings: &none }];
        let compared = compare(&both, &none);
        assert_eq!((totals(&compared), compared.first), (vec![Some(500), Some(400)], Some(0)));
        assert!(compared.scores[0].parts[0].computed);
        // The user's own rating of one takes the place of the figures of both.
        let rated = values(&[(Pay, 2)]);
        let one =
            [Candidate { terms: Some(&a), ratings: &rated }, Candidate { terms: Some(&b), ratings: &none }];
        assert_eq!(totals(&compare(&one, &none)), [Some(200), None]);
    }

    #[test]
    fn two_currencies_are_never_mixed() {
        let (a, b) = (terms("EUR", 60_000, PayPeriod::Year), terms("USD", 90_000, PayPeriod::Year));
        let (x, y) = (values(&[(Growth, 4)]), values(&[(Growth, 3)]));
        let both = [Candidate { terms: Some(&a), ratings: &x }, Candidate { terms: Some(&b), ratings: &y }];
        let compared = compare(&both, &CriterionValues::default());
        assert_eq!((totals(&compared), compared.first), (vec![Some(400), Some(300)], Some(0)));
    }

    #[test]
    fn an_offer_of_which_less_is_known_is_neither_better_nor_worse_for_it() {
        let (a, b) = (values(&[(Growth, 4), (Balance, 1)]), values(&[(Growth, 3)]));
        let none = CriterionValues::default();
        let all = [
            Candidate { terms: None, ratings: &a },
            Candidate { terms: None, ratings: &b },
            Candidate { terms: None, ratings: &none },
        ];
        assert_eq!(totals(&compare(&all, &none)), [Some(400), Some(300), None]);
    }

    #[test]
    fn nobody_is_first_where_two_are_equal_or_one_is_alone() {
        let a = values(&[(Growth, 4)]);
        let equal = [Candidate { terms: None, ratings: &a }, Candidate { terms: None, ratings: &a }];
        assert_eq!(compare(&equal, &CriterionValues::default()).first, None);
        assert_eq!(compare(&equal[..1], &CriterionValues::default()).first, None);
        assert_eq!(compare(&equal, &values(&[(Growth, 0)])).first, None, "nothing counts");
        assert_eq!(compare(&[], &CriterionValues::default()), Comparison::default());
    }
}
