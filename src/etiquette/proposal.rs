//! How a rule proposes an action.

use super::history::{History, UserMark};
use super::playbook::{Playbook, Proofread};
use super::rule_context::RuleContext;
use super::{Action, Reason, Rule, Source, Sources, Status, Window};
use crate::model::{ActionKey, Channel, Mark, PersonId, Stamp};

/// An action that a rule asks for, before it is decided where it stands.
///
/// The builder methods change it in place: an [`Action`] is large, and handing it on by value would copy it.
pub(crate) struct Proposal {
    action: Action,
    /// The sources that speak of the case.
    advice: &'static [Source],
    /// Whether the chosen playbook's own source speaks of it, though the case's usual sources leave it out.
    own_speaks: bool,
    blocked: bool,
    mark: Option<Mark>,
    ends: Option<Stamp>,
    /// When it came up, where a signature before that does not end it.
    since: Stamp,
}

impl Proposal {
    /// An action of which nothing more is known; see the methods for what may be added.
    pub(crate) fn new(rule: Rule, key: ActionKey, window: Window, reason: Reason) -> Self {
        let action = Action {
            key,
            rule,
            window,
            status: Status::Open,
            reason,
            sources: Sources::of(rule.sources(), None),
            borrowed: false,
            channel: None,
            to: key.person,
            through: None,
            people: Vec::new(),
            carries_thanks: false,
            proofread: false,
            settled: None,
            snoozed_until: None,
        };
        Self {
            action,
            advice: rule.sources(),
            own_speaks: false,
            blocked: false,
            mark: None,
            ends: None,
            since: Stamp::MIN,
        }
    }

    /// Says who speaks of the case, where not all sources of the rule do.
    pub(crate) fn citing(&mut self, advice: &'static [Source]) -> &mut Self {
        self.advice = advice;
        self
    }

    /// Says whether the chosen playbook's own source advises it, whoever else does.
    pub(crate) fn citing_own(&mut self, speaks: bool) -> &mut Self {
        self.own_speaks = speaks;
        self
    }

    /// Says whose address is to be found.
    pub(crate) fn seeking(&mut self, people: Vec<PersonId>) -> &mut Self {
        self.action.people = people;
        self
    }

    /// Says whether a value that it rests on is Considered's, because the chosen playbook is silent.
    pub(crate) fn borrowed(&mut self, borrowed: bool) -> &mut Self {
        self.action.borrowed |= borrowed;
        self
    }

    /// Says whether something else has to be done first.
    pub(crate) fn blocked(&mut self, blocked: bool) -> &mut Self {
        self.blocked = blocked;
        self
    }

    /// Says when it was done, if it was.
    pub(crate) fn done(&mut self, at: Option<Stamp>) -> &mut Self {
        if at.is_some() {
            (self.mark, self.action.settled) = (Some(Mark::Done), at);
        }
        self
    }

    /// Adds what the user said about it. That it was in fact done takes precedence.
    pub(crate) fn marked(&mut self, said: Option<UserMark>) -> &mut Self {
        if let (None, Some(said)) = (self.mark, said) {
            (self.mark, self.action.settled) = (Some(said.mark), Some(said.at));
        }
        self
    }

    /// Says to whom the message goes, and how.
    pub(crate) fn to(&mut self, person: Option<PersonId>, channel: Channel) -> &mut Self {
        self.action.to = person;
        self.action.channel = Some(channel);
        self
    }

    /// Says through whom the message goes to that person.
    pub(crate) fn through(&mut self, agency: Option<PersonId>) -> &mut Self {
        self.action.through = agency;
        self
    }

    /// Says when it came up: a signature before that does not end it.
    pub(crate) fn since(&mut self, at: Stamp) -> &mut Self {
        self.since = at;
        self
    }

    /// Says whether the message carries the thanks that are still unsent.
    pub(crate) fn carrying_thanks(&mut self, carries: bool) -> &mut Self {
        self.action.carries_thanks = carries;
        self
    }

    /// Says when it was cancelled, if it was, by something beside an outcome or a signature.
    pub(crate) fn ending(&mut self, at: Option<Stamp>) -> &mut Self {
        self.ends = at;
        self
    }

    /// Adds the action to the plan. Where it was cancelled, or an outcome or a signature ended it, it is added only if it
    /// was settled, or missed before that. `history` is that of the opportunity whose outcome ends it, if one does.
    pub(crate) fn add(
        &mut self,
        out: &mut Vec<Action>,
        ctx: &RuleContext<'_>,
        history: Option<&History<'_>>,
    ) {
        if let Some(status) = self.resolve_status(ctx, history) {
            self.action.status = status;
            self.cite(ctx.playbook);
            out.push(self.action.clone());
        }
    }

    /// Where it stands; `None` where it has ended, so that it is not in the plan.
    fn resolve_status(&self, ctx: &RuleContext<'_>, history: Option<&History<'_>>) -> Option<Status> {
        match self.mark {
            Some(Mark::Skipped) => Some(Status::Skipped),
            Some(_) => Some(Status::Done),
            None if self.has_ended(history) => None,
            None => Some(self.status_by_the_clock(ctx)),
        }
    }

    fn has_ended(&self, history: Option<&History<'_>>) -> bool {
        let (rule, window) = (self.action.rule, &self.action.window);
        // What an outcome had ended stays ended, also where it was undone since.
        let outcome = history.filter(|_| rule.ends_with_an_outcome()).and_then(|history| {
            let standing = history.outcome().map(|outcome| outcome.at);
            let earlier = history.first_outcome_since(window.opens).map(|outcome| outcome.at);
            standing.into_iter().chain(earlier).min()
        });
        let signed = history.filter(|_| rule.ends_with_a_signature());
        let signed = signed.and_then(|history| history.ended_by_signature_since(self.since));
        let mut ends = [self.ends, outcome, signed].into_iter().flatten();
        ends.any(|end| window.closes.is_none_or(|closes| closes > end))
    }

    /// Where it stands by its window alone. Also notes when that changes; what was missed stays missed.
    fn status_by_the_clock(&self, ctx: &RuleContext<'_>) -> Status {
        let window = &self.action.window;
        let status = window.status(ctx.now);
        if status == Status::Missed {
            return status;
        }
        for moment in [Some(window.opens), window.due, window.closes].into_iter().flatten() {
            ctx.changes_at(moment);
        }
        if self.blocked { Status::Blocked } else { status }
    }

    /// Adds the sources, whether the value is borrowed, and whether a friend reads it first.
    fn cite(&mut self, playbook: &Playbook) {
        let action = &mut self.action;
        action.sources = Sources::of(self.advice, playbook.source());
        if let Some(own) = playbook.source() {
            if self.own_speaks {
                action.sources = action.sources.led_by(own);
            }
            action.borrowed |= !action.sources.contains(own);
        } else {
            action.borrowed = false;
        }
        action.proofread = playbook.proofread().value == Proofread::Wanted && action.key.task.is_message();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, PlaybookId, Task};

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
