//! R20: let each other company that is interviewing you know that there is an offer.
//!
//! Not where less than one business day is left before its deadline, not a company with an undecided offer of its own,
//! and not one that has left the last question unanswered for two weeks. Source: OWN.

use crate::etiquette::history::History;
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::{Part, RuleContext};
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, Offer, Stamp, Task};

/// It is due this many business days before the deadline.
const DUE: u32 = 3;
/// It is too late with fewer business days than this left.
const TOO_LATE: u32 = 1;
/// Nor from the start of this business day on after the last question there, while nobody answers it.
const SILENT: u32 = 10;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for open in &overview.offers {
        let offer = open.offer;
        let others = overview.searching().filter(|other| other.opportunity.id != open.opportunity);
        for other in others.filter(|other| other.is_live() && other.undecided().next().is_none()) {
            let Some(window) = window(offer, silent_from(other, ctx), ctx) else { continue };
            let key = ActionKey { offer: Some(offer.id), ..other.key(Task::TellOthers) };
            Proposal::new(Rule::R20, key, window, Reason::OfferElsewhere(offer.respond_by))
                .marked(overview.mark_on(key, offer.received))
                .to(other.addressee(), other.channel())
                .add(out, ctx, None);
        }
    }
}

/// From when silence there is long enough to leave it at that: some time after the last question that is allowed, while
/// nobody answered it.
fn silent_from(other: &History<'_>, ctx: &RuleContext<'_>) -> Option<Stamp> {
    let since = other.waiting_since()?;
    let allowed = usize::from(ctx.playbook.follow_ups().value);
    let last = other.follow_ups().filter(|asked| *asked >= since).nth(allowed.checked_sub(1)?)?;
    Some(ctx.start_of_business_day(ctx.calendar.day(last), SILENT))
}

/// `None` where it is too late to tell them.
fn window(offer: &Offer, silent: Option<Stamp>, ctx: &RuleContext<'_>) -> Option<Window> {
    let mut window = Window::opening(offer.received);
    let last = offer.respond_by.map(|deadline| ctx.end_of_business_day_before(deadline, TOO_LATE));
    let goes = last.into_iter().chain(silent).min();
    if goes.is_some_and(|goes| goes <= ctx.now) {
        return None;
    }
    if let Some(goes) = goes {
        // Noted here, because an action that the user marked goes then as well, and does not note its window.
        ctx.changes_at(goes);
    }
    let due = offer.respond_by.map(|deadline| ctx.due_before(deadline, DUE, offer.received, Part::Half));
    if let Some(due) = due.into_iter().chain(goes).min() {
        window = window.due(due);
    }
    window.closes = goes;
    Some(window)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{Mark, Opportunity, Records, SearchMark};

    /// Acme's offer of Monday 2 March, to be answered by then; Bolt is interviewing.
    fn offered(by: Option<&str>) -> Records {
        let mut made = offer(41, "2026-03-02T09:00");
        made.respond_by = by.map(at);
        search([acme().offered(made), interviewing()])
    }

    fn interviewing() -> Opportunity {
        bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA])
    }

    #[test]
    fn it_is_due_3_business_days_before_the_deadline_and_goes_with_less_than_one_left() {
        let mut records = offered(Some("2026-03-13T17:00"));
        records.settings.holidays = vec![day("2026-03-12")];
        let action = the(Task::TellOthers, &records, "2026-03-03T09:00");
        assert_eq!(times(&action), ["2026-03-02T09:00", "2026-03-10T00:00", "2026-03-12T00:00"]);
        assert_eq!((action.key.opportunity, action.to), (Some(BOLT), Some(DANA)));
        assert_eq!(status(Task::TellOthers, &records, "2026-03-11T23:59"), Status::Overdue);
        assert!(all(Task::TellOthers, &records, "2026-03-12T00:00").is_empty());
    }

    #[test]
    fn not_where_less_than_a_business_day_is_left_from_the_start() {
        assert!(all(Task::TellOthers, &offered(Some("2026-03-02T17:00")), "2026-03-02T09:00").is_empty());
        // Until Tuesday: all of Monday is left.
        let action = the(Task::TellOthers, &offered(Some("2026-03-03T17:00")), "2026-03-02T09:00");
        assert_eq!(times(&action), ["2026-03-02T09:00", "2026-03-02T21:00", "2026-03-03T00:00"]);
    }

    #[test]
    fn without_a_deadline_it_has_no_due_time() {
        let action = the(Task::TellOthers, &offered(None), "2026-03-03T09:00");
        assert_eq!(times(&action), ["2026-03-02T09:00", "–", "–"]);
    }

    #[test]
    fn neither_the_company_itself_nor_one_that_has_offered_nor_one_that_has_ended_is_told() {
        let mut records = offered(None);
        records.opportunities.insert(BOLT, interviewing().offered(offer(42, "2026-03-02T12:00")));
        assert!(all(Task::TellOthers, &records, "2026-03-03T09:00").is_empty());
        let ended = interviewing().then("2026-03-02T08:00", crate::model::EventKind::Withdrawn);
        records.opportunities.insert(BOLT, ended);
        assert!(all(Task::TellOthers, &records, "2026-03-03T09:00").is_empty());
    }

    #[test]
    fn the_users_word_holds_once_it_is_spoken() {
        let mut records = offered(None);
        let action = the(Task::TellOthers, &records, "2026-03-03T09:00").key;
        records.search.marks = vec![SearchMark { at: at("2026-03-04T09:00"), mark: Mark::Done, action }];
        assert_eq!(status(Task::TellOthers, &records, "2026-03-04T08:59"), Status::Open);
        assert_eq!(status(Task::TellOthers, &records, "2026-03-04T09:00"), Status::Done);
    }

    #[test]
    fn told_or_not_the_plan_knows_when_it_goes() {
        let mut records = offered(Some("2026-03-20T17:00"));
        let action = the(Task::TellOthers, &records, "2026-03-03T09:00").key;
        records.search.marks = vec![SearchMark { at: at("2026-03-04T09:00"), mark: Mark::Done, action }];
        let eve = planned(&records, "2026-03-19T23:59");
        assert!(eve.actions.iter().any(|action| action.task() == Task::TellOthers));
        assert_eq!(eve.valid_until, Some(at("2026-03-20T00:00")));
        assert!(all(Task::TellOthers, &records, "2026-03-20T00:00").is_empty());
    }
}
