//! R22: compare offers that are undecided: pay, benefits, culture, responsibilities, growth, work-life balance.
//!
//! Source: HKSM.

use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::{Part, RuleContext};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Task};

/// It is due this many business days before the earliest deadline.
const DUE: u32 = 1;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let offers = &overview.offers;
    let Some(second) = offers.get(1) else { return };
    let opens = second.offer.received;
    let mut window = Window::opening(opens);
    if let Some(deadline) = offers.iter().filter_map(|open| open.offer.respond_by).min() {
        window = window.due(ctx.due_before(deadline, DUE, opens, Part::ThreeQuarters));
    }
    let key = ActionKey::new(Task::CompareOffers);
    let undecided = u32::try_from(offers.len()).unwrap_or(u32::MAX);
    Proposal::new(Rule::R22, key, window, Reason::Undecided(undecided))
        .marked(overview.mark_on(key, opens))
        .add(out, ctx, None);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{Offer, Records};

    fn two(change: impl Fn(&mut Offer, &mut Offer)) -> Records {
        let [mut first, mut second] = [offer(41, "2026-03-02T09:00"), offer(42, "2026-03-04T09:00")];
        change(&mut first, &mut second);
        search([acme().offered(first), bolt().offered(second)])
    }

    #[test]
    fn it_opens_with_the_second_and_is_due_1_business_day_before_the_earliest_deadline() {
        let records = two(|first, second| {
            first.respond_by = Some(at("2026-03-20T17:00"));
            second.respond_by = Some(at("2026-03-16T17:00"));
        });
        let action = the(Task::CompareOffers, &records, "2026-03-05T09:00");
        assert_eq!(times(&action), ["2026-03-04T09:00", "2026-03-14T00:00", "–"]);
        assert_eq!(action.reason, Reason::Undecided(2));
    }

    #[test]
    fn without_a_deadline_it_has_no_due_time() {
        let action = the(Task::CompareOffers, &two(|_, _| ()), "2026-03-05T09:00");
        assert_eq!(times(&action), ["2026-03-04T09:00", "–", "–"]);
    }

    #[test]
    fn it_needs_two_that_are_undecided() {
        assert!(all(Task::CompareOffers, &two(|_, _| ()), "2026-03-04T08:59").is_empty());
        let declined = two(|first, _| first.declined = Some(at("2026-03-05T09:00")));
        assert_eq!(all(Task::CompareOffers, &declined, "2026-03-05T08:59").len(), 1);
        assert!(all(Task::CompareOffers, &declined, "2026-03-05T09:00").is_empty());
    }
}
