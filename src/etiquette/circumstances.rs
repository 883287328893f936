//! What every rule has to hand beside the opportunity's own history, and how a rule proposes an action.

use super::days::Days;
use super::history::History;
use super::playbook::{Playbook, Proofread};
use super::workdays::Workdays;
use super::{Action, Reason, Rule, Sources, Status, Window};
use crate::model::{ActionKey, Channel, Mark, PersonId, Stamp};
use crate::words;
use chrono::NaiveDate;
use std::cell::Cell;

/// What every rule has to hand.
pub(crate) struct Circumstances<'a> {
    pub(crate) now: Stamp,
    pub(crate) days: &'a Days<'a>,
    pub(crate) workdays: &'a Workdays<'a>,
    pub(crate) playbook: &'static Playbook,
    /// When an offer was first signed, anywhere.
    pub(crate) signed: Option<Stamp>,
    /// The soonest moment at which anything proposed changes by time alone.
    pub(crate) next_change: Cell<Option<Stamp>>,
}

impl Circumstances<'_> {
    /// Notes that something changes by time alone at a moment.
    pub(crate) fn changes_at(&self, at: Stamp) {
        if at > self.now {
            self.next_change.set(Some(self.next_change.get().map_or(at, |next| next.min(at))));
        }
    }

    /// The start of the `n`th business day after a day.
    pub(crate) fn start_of_business_day(&self, day: NaiveDate, n: u32) -> Stamp {
        self.days.start(self.workdays.after(day, n))
    }

    /// The end of the `n`th business day after a day.
    pub(crate) fn end_of_business_day(&self, day: NaiveDate, n: u32) -> Stamp {
        self.days.end(self.workdays.after(day, n))
    }

    /// The day of a deadline: a midnight belongs to the day that it ends.
    pub(crate) fn day_of(&self, deadline: Stamp) -> NaiveDate {
        self.days.day(words::last_moment(deadline))
    }

    /// `n` business days before a deadline: the end of the day it reaches, or the deadline itself where that
    /// would be before the action opens.
    pub(crate) fn before_deadline(&self, deadline: Stamp, n: u32, opens: Stamp) -> Stamp {
        let due = self.days.end(self.workdays.before(self.day_of(deadline), n));
        if due < opens { deadline } else { due }
    }

    /// When a rule ends for an opportunity: with its outcome, and with a signature anywhere.
    fn ends(&self, rule: Rule, history: Option<&History<'_>>) -> [Option<Stamp>; 2] {
        let outcome = history.filter(|_| rule.ends_with_an_outcome()).and_then(History::outcome);
        [outcome.map(|outcome| outcome.at), self.signed.filter(|_| rule.ends_with_a_signature())]
    }
}

impl Rule {
    /// Fine print 6: whether an outcome ends it for that opportunity.
    pub(crate) const fn ends_with_an_outcome(self) -> bool {
        use Rule::{R1, R4, R5, R7, R9, R10, R11, R18, R19, R20, R21, R22, R23, R24, R25};
        matches!(self, R1 | R4 | R5 | R7 | R9 | R10 | R11 | R18 | R19 | R20 | R21 | R22 | R23 | R24 | R25)
    }

    /// Fine print 6: whether a signature anywhere ends it everywhere.
    pub(crate) const fn ends_with_a_signature(self) -> bool {
        use Rule::{R1, R2, R3, R6, R7, R9, R10, R11, R15, R17, R19, R20, R21, R22, R23, R25};
        matches!(
            self,
            R1 | R2 | R3 | R6 | R7 | R9 | R10 | R11 | R15 | R17 | R19 | R20 | R21 | R22 | R23 | R25
        )
    }
}

impl Window {
    /// A window that opens then, and presses nowhere.
    pub(crate) const fn opening(opens: Stamp) -> Self {
        Self { opens, suggested: None, due: None, closes: None }
    }

    pub(crate) fn due(mut self, due: Stamp) -> Self {
        self.due = Some(due.max(self.opens));
        self
    }

    pub(crate) fn closes(mut self, closes: Stamp) -> Self {
        self.closes = Some(closes.max(self.due.unwrap_or(self.opens)));
        self
    }

    /// A better moment than any other, if it lies before the due time.
    pub(crate) fn suggesting(mut self, at: Stamp) -> Self {
        self.suggested = Some(at).filter(|at| *at >= self.opens && self.due.is_none_or(|due| *at <= due));
        self
    }

    /// Where an action of this window stands at a moment, by the clock alone.
    pub fn status(&self, now: Stamp) -> Status {
        if self.closes.is_some_and(|closes| now >= closes) {
            Status::Missed
        } else if now < self.opens {
            Status::Upcoming
        } else if self.due.is_some_and(|due| now >= due) {
            Status::Overdue
        } else {
            Status::Open
        }
    }
}

/// An action that a rule asks for, before it is settled where it stands.
///
/// It is told the rest in place: handing it on from one call to the next would copy it each time.
pub(crate) struct Proposal {
    action: Action,
    blocked: bool,
    mark: Option<Mark>,
    ends: Option<Stamp>,
}

impl Proposal {
    pub(crate) fn new(rule: Rule, key: ActionKey, window: Window, reason: Reason) -> Self {
        let action = Action {
            key,
            rule,
            window,
            status: Status::Open,
            reason,
            sources: Sources::of(rule, None),
            borrowed: false,
            channel: None,
            to: key.person,
            carries_thanks: false,
            proofread: false,
            settled: None,
        };
        Self { action, blocked: false, mark: None, ends: None }
    }

    /// A value that it rests on is Considered's, because the chosen playbook is silent.
    pub(crate) fn borrowed(&mut self, borrowed: bool) -> &mut Self {
        self.action.borrowed |= borrowed;
        self
    }

    pub(crate) fn blocked(&mut self, blocked: bool) -> &mut Self {
        self.blocked = blocked;
        self
    }

    /// It was done then.
    pub(crate) fn done(&mut self, at: Option<Stamp>) -> &mut Self {
        if at.is_some() {
            (self.mark, self.action.settled) = (Some(Mark::Done), at);
        }
        self
    }

    /// The user's own word on it; what was in fact done stands.
    pub(crate) fn word(&mut self, word: Option<(Mark, Stamp)>) -> &mut Self {
        if let (None, Some((mark, at))) = (self.mark, word) {
            (self.mark, self.action.settled) = (Some(mark), Some(at));
        }
        self
    }

    pub(crate) fn to(&mut self, person: Option<PersonId>, channel: Channel) -> &mut Self {
        self.action.to = person;
        self.action.channel = Some(channel);
        self
    }

    pub(crate) fn carrying_thanks(&mut self, carries: bool) -> &mut Self {
        self.action.carries_thanks = carries;
        self
    }

    /// What asks for it ended then, beside what ends its rule.
    pub(crate) fn ending(&mut self, at: Option<Stamp>) -> &mut Self {
        self.ends = at;
        self
    }

    /// Adds the action to a plan, unless what asks for it has ended: then only what was settled, or missed
    /// before, stays.
    pub(crate) fn add(
        &mut self,
        out: &mut Vec<Action>,
        at: &Circumstances<'_>,
        history: Option<&History<'_>>,
    ) {
        if self.stands(at, history) {
            out.push(self.action);
        }
    }

    /// The action, unless what asks for it has ended.
    pub(crate) fn action(&mut self, at: &Circumstances<'_>) -> Option<Action> {
        self.stands(at, None).then_some(self.action)
    }

    /// Settles where it stands; `false` where what asks for it has ended and nothing of it stays.
    fn stands(&mut self, at: &Circumstances<'_>, history: Option<&History<'_>>) -> bool {
        self.action.status = match self.mark {
            Some(Mark::Skipped) => Status::Skipped,
            Some(_) => Status::Done,
            None if self.has_ended(at, history) => return false,
            None => self.by_the_clock(at),
        };
        self.cite(at.playbook);
        true
    }

    fn has_ended(&self, at: &Circumstances<'_>, history: Option<&History<'_>>) -> bool {
        let cut = |end: Stamp| self.action.window.closes.is_none_or(|closes| closes > end);
        self.ends.is_some_and(cut) || at.ends(self.action.rule, history).into_iter().flatten().any(cut)
    }

    /// Where it stands at this moment, and when that changes. What was missed stays so.
    fn by_the_clock(&self, at: &Circumstances<'_>) -> Status {
        let window = &self.action.window;
        let status = window.status(at.now);
        if status == Status::Missed {
            return status;
        }
        for moment in [Some(window.opens), window.due, window.closes].into_iter().flatten() {
            at.changes_at(moment);
        }
        if self.blocked { Status::Blocked } else { status }
    }

    fn cite(&mut self, playbook: &Playbook) {
        let action = &mut self.action;
        match playbook.source() {
            None => action.borrowed = false,
            Some(source) => {
                action.sources = Sources::of(action.rule, Some(source));
                action.borrowed |= !action.sources.contains(source);
            }
        }
        action.proofread = playbook.proofread().value == Proofread::Wanted && action.key.task.is_message();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Source;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, PlaybookId, Task};

    /// The status at each moment of a window from 10:00 to 12:00, and still right until 14:00.
    #[test]
    fn windows_are_half_open() {
        let [opens, due, closes] = ["2026-03-03T10:00", "2026-03-03T12:00", "2026-03-03T14:00"].map(at);
        let window = Window::opening(opens).due(due).closes(closes);
        let second = chrono::TimeDelta::seconds(1);
        for (from, status) in [(opens, Status::Open), (due, Status::Overdue), (closes, Status::Missed)] {
            assert_eq!(window.status(from), status);
            assert_ne!(window.status(from - second), status);
        }
        assert_eq!(window.status(opens - second), Status::Upcoming);
    }

    #[test]
    fn a_moment_outside_the_window_is_not_suggested() {
        let window = Window::opening(at("2026-03-03T10:00")).due(at("2026-03-03T12:00"));
        let suggested = |when: &str| window.suggesting(at(when)).suggested.is_some();
        assert_eq!(
            ["09:59", "10:00", "12:00", "12:01"].map(|time| suggested(&format!("2026-03-03T{time}"))),
            [false, true, true, false]
        );
    }

    #[test]
    fn nothing_is_due_before_it_opens_nor_closes_before_it_is_due() {
        let [sooner, later] = ["2026-03-03T10:00", "2026-03-03T12:00"].map(at);
        assert_eq!(Window::opening(later).due(sooner).due, Some(later));
        assert_eq!(Window::opening(sooner).due(later).closes(sooner).closes, Some(later));
    }

    #[test]
    fn where_a_due_time_would_fall_before_the_action_opens_it_is_due_at_the_deadline() {
        let due = |received: &str| {
            let mut made = offer(41, received);
            made.respond_by = Some(at("2026-03-12T17:00"));
            let bolt =
                bolt().met(FIRST, "2026-02-26T10:00", "2026-02-26T11:00", &[DANA]).promised("2026-03-20");
            let records = search([acme().offered(made), bolt]);
            times(&the(Task::AskForTime, &records, "2026-03-11T09:00"))[1].clone()
        };
        assert_eq!(due("2026-03-10T23:59"), "2026-03-11T00:00");
        assert_eq!(due("2026-03-11T00:00"), "2026-03-11T00:00", "at that very moment is not before it");
        assert_eq!(due("2026-03-11T00:01"), "2026-03-12T17:00");
    }

    #[test]
    fn what_was_missed_before_an_outcome_stays_and_what_ended_with_it_leaves_nothing() {
        // Thanks for the round of 2 March close at the end of 9 March.
        let told = |no| {
            let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
            search([told.then(no, EventKind::Rejected { person: None })])
        };
        assert_eq!(status(Task::ThankYou, &told("2026-03-10T00:00"), "2026-03-20T09:00"), Status::Missed);
        assert!(all(Task::ThankYou, &told("2026-03-09T23:59"), "2026-03-20T09:00").is_empty());
    }

    #[test]
    fn a_friend_reads_what_is_written_to_somebody_where_the_playbook_wants_it() {
        let told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA, SAM]);
        let read = |playbook| {
            let plan = planned(&under(playbook, search([told.clone()])), "2026-03-02T12:00");
            let mut tasks: Vec<Task> =
                plan.actions.iter().filter(|action| action.proofread).map(Action::task).collect();
            tasks.sort_unstable();
            tasks.dedup();
            tasks
        };
        assert_eq!(read(PlaybookId::After), [Task::ThankYou, Task::LinkedinRequest, Task::FollowUp]);
        assert_eq!(read(PlaybookId::Considered), []);
    }

    #[test]
    fn a_plan_says_when_it_changes_next_by_time_alone() {
        // One round, and every moment at which anything of it opens, is due or closes.
        let records = search([acme().with(round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00"))]);
        let mut moments = vec![at("2026-03-02T09:00")];
        while let Some(next) = planned(&records, &local(*moments.last().unwrap())).valid_until {
            moments.push(next);
            assert!(moments.len() < 30, "each is later than the one before: {moments:?}");
        }
        assert_eq!(
            moments.into_iter().map(local).collect::<Vec<_>>(),
            [
                "2026-03-02T09:00",
                "2026-03-09T10:00", // R1 opens
                "2026-03-10T10:00", // the round starts; R17 counts from there
                "2026-03-10T11:00", // it ends: R1 closes, R2 and R3 open
                "2026-03-10T13:00", // R2 is due
                "2026-03-11T00:00", // R3 is due
                "2026-03-14T00:00", // R17 is due
                "2026-03-17T00:00", // R9 opens
                "2026-03-18T00:00", // R3 closes
                "2026-03-25T00:00", // R9 is due
                "2026-04-08T00:00", // R9 closes; R11 opens
                "2026-04-11T00:00", // R11 is due
            ]
        );
    }

    #[test]
    fn of_several_ends_the_first_decides_what_was_missed_before() {
        // With no date promised, the question of 2 March closes at the end of 30 March.
        let held = || acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA]);
        let known = |when| {
            let mut coming = round(SECOND, "2026-05-20T10:00", "2026-05-20T11:00");
            coming.known = Some(at(when));
            coming
        };
        let signed = |when| {
            let mut made = offer(41, "2026-03-03T09:00");
            made.signed = Some(at(when));
            bolt().offered(made)
        };
        let no = |when| held().then(when, EventKind::Rejected { person: None });
        let (before, after) = ("2026-03-20T09:00", "2026-04-10T09:00");
        let stays = |records| !all(Task::FollowUp, &records, "2026-04-20T09:00").is_empty();
        assert!(stays(search([no(after), signed(after)])));
        assert!(!stays(search([no(before), signed(after)])), "first a no");
        assert!(!stays(search([no(after), signed(before)])), "first a signature elsewhere");
        let later = Opportunity { id: CALM, ..signed(after) };
        assert!(!stays(search([held(), signed(before), later])), "of two signatures the first");
        assert!(stays(search([held().with(known(after))])));
        assert!(!stays(search([no(after).with(known(before))])), "first a new round");
        assert!(!stays(search([held().with(known(before)).offered(offer(42, after))])), "then an offer");
    }

    #[test]
    fn an_action_cites_the_chosen_playbook_first() {
        let records = search([acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA])]);
        for (playbook, source) in [(PlaybookId::Star, Source::Star), (PlaybookId::After, Source::After)] {
            let thanks = the(Task::ThankYou, &under(playbook, records.clone()), "2026-03-02T12:00");
            assert_eq!(thanks.sources.iter().next(), Some(source));
        }
    }
}
