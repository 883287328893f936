//! What to ask for, and in what order.

use super::compare::{Candidate, weight};
use crate::model::{Criterion, CriterionValues};

/// Something to ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ask {
    /// What it is about.
    pub criterion: Criterion,
    /// How good it is now, from 1 to 5; `None` where the user has not said.
    pub rating: Option<u8>,
    /// How much it counts for the user.
    pub weight: u8,
}

/// Ratings up to this one leave something to ask for.
const MIDDLING: u8 = 3;

/// What to ask for: what counts most for the user and is weakest here comes first. One round of negotiating is best
/// about one thing, so the first is the one to ask for; the rest wait for the case that they say no.
///
/// What an employer cannot change for one person, the people and the fit, is not asked for.
pub fn asks(offer: &Candidate<'_>, weights: &CriterionValues) -> Vec<Ask> {
    let ask = |criterion: Criterion| {
        let rating = offer.ratings.get(criterion);
        Ask { criterion, rating, weight: weight(weights, criterion) }
    };
    let mut asks: Vec<Ask> = Criterion::ALL.into_iter().filter(|it| can_be_asked_for(*it)).map(ask).collect();
    asks.retain(|ask| ask.weight > 0 && ask.rating.is_some_and(|rating| rating <= MIDDLING));
    crate::sorting::by_key(&mut asks, |ask| (std::cmp::Reverse(ask.weight), ask.rating, ask.criterion));
    asks
}

fn can_be_asked_for(criterion: Criterion) -> bool {
    match criterion {
        Criterion::Pay | Criterion::Benefits | Criterion::Duties | Criterion::Growth | Criterion::Balance => {
            true
        }
        Criterion::Culture | Criterion::Skills | Criterion::LongTerm => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::values;
    use super::*;

    #[test]
    fn what_counts_most_and_is_weakest_is_asked_for_first() {
        use Criterion::{Balance, Benefits, Culture, Growth, Pay};
        let ratings = values(&[(Pay, 3), (Benefits, 1), (Growth, 2), (Balance, 4), (Culture, 1)]);
        let weights = values(&[(Pay, 3), (Growth, 3), (Culture, 3)]);
        let asked = asks(&Candidate { terms: None, ratings: &ratings }, &weights);
        let order: Vec<Criterion> = asked.iter().map(|ask| ask.criterion).collect();
        // Balance is good; nobody changes the people of a company for one who joins it.
        assert_eq!(order, [Growth, Pay, Benefits]);
    }

    #[test]
    fn what_does_not_count_or_is_not_rated_is_not_asked_for() {
        let ratings = values(&[(Criterion::Pay, 1)]);
        let indifferent = values(&[(Criterion::Pay, 0)]);
        assert_eq!(asks(&Candidate { terms: None, ratings: &ratings }, &indifferent), []);
        assert_eq!(
            asks(
                &Candidate { terms: None, ratings: &CriterionValues::default() },
                &CriterionValues::default()
            ),
            []
        );
    }
}
