//! R17: keep the search alive until an offer letter is signed.
//!
//! While an opportunity is live, or was in the last 30 days: fewer than three active opportunities, or seven
//! days without a step of the search (an application, a round scheduled, a contact made). Whoever has just taken a
//! step has three days of peace, however few there are. After a signature it is about what was noted since. Sources: HKSM, AFTER, PLAN.

use crate::etiquette::history::History;
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::zone::days_after;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, PersonEventKind, Stamp, Task};
use crate::sorting;

/// With this many active opportunities, there are enough.
const ENOUGH: usize = 3;
/// Where there are enough, it opens at the start of this day after the last step.
const QUIET: u64 = 7;
/// Where they are too few, it opens no earlier than at the start of this day after the last step.
const PEACE: u64 = 3;
/// It is due at the end of this day after the day on which it opens.
const DUE: u64 = 3;
/// An opportunity counts as live until the end of this day after it stopped being live.
const LINGERS: u64 = 30;

pub(crate) fn propose(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let Some(until) = lively_until(overview, ctx) else { return };
    let active = overview.searching().filter(|history| history.is_active()).count();
    let step = last_step(overview, ctx);
    let too_few = active < ENOUGH;
    let since = if too_few { too_few_since(overview, ctx) } else { Stamp::MIN };
    let freed = overview.signatures.iter().filter_map(|signature| signature.ended).max();
    // Where neither a step nor that moment is dated, the first dated fact stands in for both.
    let counted_from = Some(step.unwrap_or(Stamp::MIN).max(since))
        .filter(|from| *from > Stamp::MIN)
        .or_else(|| overview.searching().filter_map(History::first_fact).min())
        .unwrap_or(ctx.now);
    let start_after = |from, days| ctx.calendar.start(days_after(ctx.calendar.day(from), days));
    let opens = match step {
        _ if !too_few => start_after(counted_from, QUIET),
        Some(step) => since.max(start_after(step, PEACE)),
        None => counted_from,
    };
    // A signature that ended stood for the search until then.
    let opens = freed.map_or(opens, |freed| freed.max(opens));
    let window = Window::opening(opens).due(ctx.calendar.end(days_after(ctx.calendar.day(opens), DUE)));
    let reason = if too_few {
        Reason::TooFew(u32::try_from(active).unwrap_or(u32::MAX))
    } else {
        Reason::Quiet(step.map(|step| ctx.calendar.day(step)))
    };
    let key = ActionKey::new(Task::KeepSearching);
    if until < Stamp::MAX {
        ctx.changes_at(until);
    }
    Proposal::new(Rule::R17, key, window, reason)
        .marked(overview.mark_on(key, counted_from))
        .add(out, ctx, None);
}

/// Until when the rule applies: while an opportunity is live, or was in the last 30 days.
fn lively_until(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>) -> Option<Stamp> {
    let last_end = overview.searching().filter_map(History::live_until).max();
    last_end.map(|end| lingers(end, ctx)).filter(|until| ctx.now < *until)
}

/// Until when an opportunity counts that stopped being live at `end`.
fn lingers(end: Stamp, ctx: &RuleContext<'_>) -> Stamp {
    if end == Stamp::MAX { end } else { ctx.calendar.end(days_after(ctx.calendar.day(end), LINGERS)) }
}

/// The last step that an opportunity, a person's log or the search itself shows.
fn last_step(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>) -> Option<Stamp> {
    let in_opportunities = overview.histories.iter().filter_map(History::last_step);
    let logs = overview.records.people.values().flat_map(|person| &person.log);
    let contacts = logs.filter(|event| matches!(event.what, PersonEventKind::ContactMade { .. }));
    let beside = overview.records.search.steps.iter().map(|step| step.at);
    let logged = contacts.map(|event| event.at).chain(beside).filter(|at| *at <= ctx.now);
    in_opportunities.chain(logged).max()
}

/// Since when, without a break until now, an opportunity counted as live and too few were active.
fn too_few_since(overview: &SearchOverview<'_>, ctx: &RuleContext<'_>) -> Stamp {
    let mut changes: Vec<(Stamp, i32, i32)> = Vec::new();
    for history in overview.searching() {
        for (from, to) in history.active_spans() {
            changes.extend([(from, 1, 0), (to, -1, 0)]);
        }
        for (from, to) in history.live_spans() {
            changes.extend([(from, 0, 1), (lingers(to, ctx), 0, -1)]);
        }
    }
    sorting::by_key(&mut changes, |change| *change);
    let (mut active, mut lively, mut since) = (0, 0, None);
    let mut changes = changes.into_iter().take_while(|(when, ..)| *when <= ctx.now).peekable();
    while let Some((when, more_active, more_lively)) = changes.next() {
        active += more_active;
        lively += more_lively;
        if changes.peek().is_some_and(|(next, ..)| *next == when) {
            continue;
        }
        let holds = lively > 0 && usize::try_from(active).is_ok_and(|active| active < ENOUGH);
        since = if holds { since.or(Some(when)) } else { None };
    }
    since.unwrap_or(Stamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{
        EventKind, Mark, Opportunity, OpportunityId, PersonEvent, Records, SearchMark, SearchStep,
    };
    use uuid::Uuid;

    /// An application of that day, the `n`th, which makes it active.
    fn application(n: u128, when: &str) -> Opportunity {
        Opportunity::new(OpportunityId(Uuid::from_u128(50 + n)), "Other", "Role").applied(when)
    }

    /// Acme, applied for on 2 March, live since 3 March.
    fn live() -> Opportunity {
        let mut known = round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00");
        known.known = Some(at("2026-03-03T09:00"));
        acme().applied("2026-03-02T09:00").with(known)
    }

    fn three() -> Records {
        search([live(), application(1, "2026-03-02T10:00"), application(2, "2026-03-04T15:00")])
    }

    fn keep_searching(records: &Records, now: &str) -> Action {
        the(Task::KeepSearching, records, now)
    }

    #[test]
    fn with_enough_it_opens_at_the_start_of_the_7th_day_after_the_last_step() {
        let action = keep_searching(&three(), "2026-03-05T09:00");
        assert_eq!(times(&action), ["2026-03-11T00:00", "2026-03-15T00:00", "–"]);
        assert_eq!(action.reason, Reason::Quiet(Some(day("2026-03-04"))));
    }

    #[test]
    fn with_too_few_it_opens_on_the_3rd_day_after_the_last_step() {
        let records = search([live(), application(1, "2026-03-02T10:00")]);
        let action = keep_searching(&records, "2026-03-06T09:00");
        assert_eq!(times(&action), ["2026-03-06T00:00", "2026-03-10T00:00", "–"]);
        assert_eq!((action.status, action.reason), (Status::Open, Reason::TooFew(2)));
    }

    #[test]
    fn too_few_counts_from_the_moment_one_of_three_went() {
        let mut records = three();
        let gone = application(1, "2026-03-02T10:00").then("2026-03-07T12:00", EventKind::Withdrawn);
        records.opportunities.insert(gone.id, gone);
        let opens = |now| times(&keep_searching(&records, now))[0].clone();
        assert_eq!(opens("2026-03-07T11:59"), "2026-03-11T00:00");
        assert_eq!(opens("2026-03-07T12:00"), "2026-03-07T12:00");
        assert_eq!(opens("2026-03-09T12:00"), "2026-03-07T12:00");
    }

    #[test]
    fn one_that_goes_as_another_comes_leaves_no_moment_of_too_few() {
        // At noon of 6 March there is a third all the while; from 9 March on there is not.
        let mut records = three();
        let gone = application(1, "2026-03-02T10:00").then("2026-03-06T12:00", EventKind::Withdrawn);
        let goes = application(3, "2026-03-06T12:00").then("2026-03-09T12:00", EventKind::Withdrawn);
        for opportunity in [gone, goes] {
            records.opportunities.insert(opportunity.id, opportunity);
        }
        let opens = |now| times(&keep_searching(&records, now))[0].clone();
        assert_eq!(opens("2026-03-07T09:00"), "2026-03-13T00:00");
        assert_eq!(opens("2026-03-10T09:00"), "2026-03-09T12:00");
    }

    #[test]
    fn a_step_of_any_kind_starts_the_count_anew_once_it_is_made() {
        let opens = |records: &Records, now| times(&keep_searching(records, now))[0].clone();
        let mut beside = three();
        beside.search.steps.push(SearchStep { at: at("2026-03-06T09:00"), what: "a fair".to_owned() });
        assert_eq!(opens(&beside, "2026-03-06T08:59"), "2026-03-11T00:00");
        assert_eq!(opens(&beside, "2026-03-06T09:00"), "2026-03-13T00:00");
        let mut contact = three();
        let what = PersonEventKind::ContactMade { text: String::new() };
        contact.people.get_mut(&INES).unwrap().log.push(PersonEvent { at: at("2026-03-07T09:00"), what });
        assert_eq!(opens(&contact, "2026-03-07T08:59"), "2026-03-11T00:00");
        assert_eq!(opens(&contact, "2026-03-07T09:00"), "2026-03-14T00:00");
        let mut connection = three();
        let connected = PersonEvent { at: at("2026-03-07T09:00"), what: PersonEventKind::Connected };
        connection.people.get_mut(&INES).unwrap().log.push(connected);
        assert_eq!(opens(&connection, "2026-03-07T09:00"), "2026-03-11T00:00", "no contact made");
    }

    #[test]
    fn was_live_in_the_last_30_days_lasts_to_the_end_of_the_30th_day() {
        let ended = live().then("2026-03-11T09:00", EventKind::Withdrawn);
        let records = search([ended]);
        // The clocks go forward on 8 March and the 30th day after the 11th is 10 April.
        assert_eq!(keep_searching(&records, "2026-04-10T23:59").status, Status::Overdue);
        assert!(all(Task::KeepSearching, &records, "2026-04-11T00:00").is_empty());
        assert_eq!(planned(&records, "2026-04-10T23:59").valid_until, Some(at("2026-04-11T00:00")));
    }

    #[test]
    fn after_a_time_with_nothing_live_too_few_counts_from_the_next_one_that_is() {
        // Acme stopped being live on 5 January, which counts to 4 February; Bolt offered on 3 March.
        let mut known = round(FIRST, "2026-01-10T10:00", "2026-01-10T11:00");
        known.known = Some(at("2026-01-01T09:00"));
        let acme =
            acme().applied("2025-12-20T09:00").with(known).then("2026-01-05T09:00", EventKind::Withdrawn);
        let bolt = bolt().applied("2026-01-02T09:00").offered(offer(41, "2026-03-03T09:00"));
        let action = keep_searching(&search([acme, bolt]), "2026-03-05T09:00");
        assert_eq!(times(&action)[0], "2026-03-03T09:00");
    }

    #[test]
    fn what_was_closed_as_it_became_known_was_never_live() {
        let mut known = round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00");
        known.known = Some(at("2026-03-03T09:00"));
        let closed = acme().with(known).then("2026-03-03T09:00", EventKind::Withdrawn);
        assert!(all(Task::KeepSearching, &search([closed]), "2026-03-05T09:00").is_empty());
    }

    #[test]
    fn applications_alone_ask_for_nothing() {
        let records = search([application(1, "2026-03-02T10:00")]);
        assert!(all(Task::KeepSearching, &records, "2026-03-20T09:00").is_empty());
    }

    #[test]
    fn where_no_step_is_dated_the_first_fact_stands_in_for_it() {
        let records = search([acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA])]);
        assert_eq!(times(&keep_searching(&records, "2026-03-05T09:00"))[0], "2026-03-02T10:00");
        let met = || acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let reply = EventKind::reply(None, None);
        let told = met().then("2026-02-27T09:00", reply);
        assert_eq!(times(&keep_searching(&search([told]), "2026-03-05T09:00"))[0], "2026-02-27T09:00");
        let told = met().offered(offer(41, "2026-02-26T09:00"));
        assert_eq!(times(&keep_searching(&search([told]), "2026-03-05T09:00"))[0], "2026-02-26T09:00");
    }

    #[test]
    fn of_several_undated_the_earliest_fact_stands_in() {
        let later = bolt().met(FIRST, "2026-03-04T10:00", "2026-03-04T11:00", &[DANA]);
        let records = search([acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]), later]);
        assert_eq!(times(&keep_searching(&records, "2026-03-05T09:00"))[0], "2026-03-02T10:00");
    }

    #[test]
    fn the_last_contact_with_somebody_is_the_step_and_the_next_to_come_changes_the_plan() {
        let contact =
            |when| PersonEvent { at: at(when), what: PersonEventKind::ContactMade { text: String::new() } };
        let mut records = three();
        let ines = records.people.get_mut(&INES).unwrap();
        ines.log = ["2026-03-07T09:00", "2026-03-05T09:00"].map(contact).to_vec();
        assert_eq!(times(&keep_searching(&records, "2026-03-08T09:00"))[0], "2026-03-14T00:00");
        assert_eq!(planned(&records, "2026-03-05T08:59").valid_until, Some(at("2026-03-05T09:00")));
    }

    #[test]
    fn the_later_word_holds_and_putting_off_is_none() {
        let mut records = three();
        let action = ActionKey::new(Task::KeepSearching);
        let mut stands = |when: &str, mark| {
            records.search.marks.push(SearchMark { at: at(when), mark, action });
            keep_searching(&records, "2026-03-05T12:00").status
        };
        assert_eq!(stands("2026-03-05T09:00", Mark::Snoozed(at("2026-03-06T09:00"))), Status::Upcoming);
        assert_eq!(stands("2026-03-05T11:00", Mark::Done), Status::Done);
        assert_eq!(stands("2026-03-05T10:00", Mark::Skipped), Status::Done, "an earlier word");
    }

    #[test]
    fn what_silence_closed_is_active_again_from_the_first_sign_of_life_on() {
        let reply = EventKind::reply(None, None);
        let silent = live().then("2026-03-06T12:00", EventKind::ClosedSilent);
        let reopened = silent.then("2026-03-08T09:00", reply.clone()).then("2026-03-10T09:00", reply);
        let gone = application(1, "2026-03-02T10:00").then("2026-03-09T12:00", EventKind::Withdrawn);
        let records = search([reopened, gone, application(2, "2026-03-04T15:00")]);
        let opens = |now| times(&keep_searching(&records, now))[0].clone();
        assert_eq!(opens("2026-03-07T09:00"), "2026-03-07T00:00", "two are too few");
        assert_eq!(opens("2026-03-08T10:00"), "2026-03-11T00:00", "three are enough");
        assert_eq!(opens("2026-03-11T09:00"), "2026-03-09T12:00");
    }

    #[test]
    fn one_that_comes_alive_as_another_is_forgotten_leaves_no_moment_without() {
        // Acme stopped being live on 5 January, which counts to the end of 4 February.
        let mut known = round(FIRST, "2026-01-10T10:00", "2026-01-10T11:00");
        known.known = Some(at("2026-01-01T09:00"));
        let acme =
            acme().applied("2025-12-20T09:00").with(known).then("2026-01-05T09:00", EventKind::Withdrawn);
        let bolt = bolt().applied("2026-01-02T09:00").offered(offer(41, "2026-02-05T00:00"));
        let action = keep_searching(&search([acme, bolt]), "2026-02-06T09:00");
        assert_eq!(times(&action)[0], "2026-01-05T00:00");
    }
}
