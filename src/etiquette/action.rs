//! What a plan is made of: one thing to do, when it is right, where it stands, and why.

use super::{Rule, Sources};
use crate::model::{ActionKey, Channel, OpportunityId, PersonId, Stamp, Task};
use chrono::NaiveDate;

/// When an action is right. All times are half-open: at `due` it is late, at `closes` it is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// The first instant at which it is right.
    pub opens: Stamp,
    /// The best moment to do it; `None` where any moment is as good.
    pub suggested: Option<Stamp>,
    /// From this instant on it is overdue; `None` where nothing presses.
    pub due: Option<Stamp>,
    /// From this instant on it is missed; `None`: it stays until it is done or cancelled.
    pub closes: Option<Stamp>,
}

/// Where an action stands, in the order in which a plan lists them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Its due time is past, and it is still right.
    Overdue,
    /// It is right now.
    Open,
    /// Something else has to be done first.
    Blocked,
    /// Its window has not opened yet.
    Upcoming,
    /// Its window closed before it was done.
    Missed,
    /// The user did it.
    Done,
    /// The user decided against it.
    Skipped,
}

/// Why an action is proposed, with the facts that it rests on. [`super::why`] words it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// R1: a round is about to start, or is under way.
    BeforeLeaving,
    /// R2: a round is over and who was there, or when they answer, is not noted.
    NotRecorded,
    /// R3: a round is over; a look back helps while it is fresh.
    WhileFresh,
    /// R4: they gave their time.
    TheyGaveTime,
    /// R4: they decide, or arranged it, though the user did not meet them (ACCRUE's hiring manager and recruiter).
    TheyDecide,
    /// R5: thank-yous wait for an address.
    NoAddress,
    /// R6: they agreed to it.
    TheyAgreed,
    /// R6: nobody asked them; the thank-you sent then announced it (`None`: it still has to).
    Announced(Option<Stamp>),
    /// R6: nobody asked them, and no thank-you will announce it any more.
    NotAnnounced,
    /// R6: a recruiter who was not met.
    RecruiterOfIt,
    /// R7: they asked for it, by that day.
    AskedFor(NaiveDate),
    /// R9: they promised an answer by that day, and it is over or will be.
    PromiseOver(NaiveDate),
    /// R9: no day was promised; counted from the thank-you or the round's end on that day.
    NoPromise(NaiveDate),
    /// R9: they wrote on that day and named no date.
    SinceReply(NaiveDate),
    /// R9: the user sent what they had asked for, or answered them, on that day.
    SinceSent(NaiveDate),
    /// R9: on that day a round was off, or the opportunity was open again, and no day is promised.
    SinceNews(NaiveDate),
    /// R10: the last question was on that day, and there was no answer.
    StillSilent(NaiveDate),
    /// R11: the last allowed question was on that day.
    SilentSince(NaiveDate),
    /// R11: the time to ask went by.
    NeverAsked,
    /// R14: they said no.
    TheySaidNo,
    /// R15: a recruiter of an opportunity that ended.
    RecruiterAfterwards,
    /// R16: the last contact was on that day.
    LastContact(NaiveDate),
    /// R17: only so many active opportunities.
    TooFew(u32),
    /// R17: the last step of the search was on that day (`None`: none is known).
    Quiet(Option<NaiveDate>),
    /// R18: they made an offer.
    TheyOffered,
    /// R19: the offer is only spoken.
    OnlySpoken,
    /// R20: there is an offer elsewhere, to be answered by then (`None`: no deadline is known).
    OfferElsewhere(Option<Stamp>),
    /// R21: the offer's deadline falls before that promised day.
    DeadlineBefore(NaiveDate),
    /// R21: the offer's deadline falls before a round that starts then.
    DeadlineBeforeRound(Stamp),
    /// R22: so many offers are undecided.
    Undecided(u32),
    /// R23: they wait for a decision until then (`None`: they named no deadline).
    DecideBy(Option<Stamp>),
    /// R23: the user said yes then, and has not signed yet.
    SaidYes(Stamp),
    /// R24: an offer is signed.
    SignedElsewhere,
    /// R25: a round starts then.
    RoundAhead(Stamp),
    /// R26: a round is off that was to start then.
    CalledOff(Stamp),
    /// R27: they wrote on that day and want an answer.
    TheyAsk(NaiveDate),
}

/// One thing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// Identifies the action; the same from plan to plan.
    pub key: ActionKey,
    /// The rule that asks for it.
    pub rule: Rule,
    /// When it is right.
    pub window: Window,
    /// Where it stands at the moment of the plan.
    pub status: Status,
    /// Why it is proposed; [`super::why`] words it.
    pub reason: Reason,
    /// The advice it rests on, the chosen playbook's own first.
    pub sources: Sources,
    /// Whether the chosen playbook says nothing on it, so that Considered's value was taken.
    pub borrowed: bool,
    /// How the message goes; `None` where nothing is sent.
    pub channel: Option<Channel>,
    /// The person to whom the message goes; where nothing is sent, the person it is about.
    pub to: Option<PersonId>,
    /// Through whom the message goes to that person: the recruiter of an agency, who hands it on.
    pub through: Option<PersonId>,
    /// Of [`Task::FindContact`]: those whose address is still to be found, in the order met.
    pub people: Vec<PersonId>,
    /// Whether the message also says the thanks that are still unsent.
    pub carries_thanks: bool,
    /// Whether the playbook wants a friend to read it first (`true`) or merely offers that (`false`).
    pub proofread: bool,
    /// When it was done or skipped, if it was.
    pub settled: Option<Stamp>,
    /// Until when the user put it off; `None` where that time is over.
    pub snoozed_until: Option<Stamp>,
}

impl Action {
    /// The task, without what it is about.
    pub fn task(&self) -> Task {
        self.key.task
    }

    /// The opportunity that it belongs to; `None` for what concerns the whole search or a person alone.
    pub fn opportunity(&self) -> Option<OpportunityId> {
        self.key.opportunity
    }

    /// Sorts what presses most first: by status, then by due time. Total, and the same for the same facts.
    pub fn urgency(&self) -> (Status, Stamp, ActionKey) {
        (self.status, self.window.due.unwrap_or(Stamp::MAX), self.key)
    }
}

impl Window {
    /// A window that opens then, with no due time and no end.
    pub(crate) const fn opening(opens: Stamp) -> Self {
        Self { opens, suggested: None, due: None, closes: None }
    }

    /// Sets the due time; never before the window opens.
    pub(crate) fn due(mut self, due: Stamp) -> Self {
        self.due = Some(due.max(self.opens));
        self
    }

    /// Sets the end; never before the due time.
    pub(crate) fn closes(mut self, closes: Stamp) -> Self {
        self.closes = Some(closes.max(self.due.unwrap_or(self.opens)));
        self
    }

    /// Suggests a moment, if it lies between the opening and the due time.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;

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

    /// An action with that status, due then.
    fn standing(status: Status, due: Option<Stamp>) -> Action {
        let records = search([acme().with(round(FIRST, "2026-03-10T10:00", "2026-03-10T11:00"))]);
        let mut action = the(Task::AskBeforeLeaving, &records, "2026-03-02T09:00");
        (action.status, action.window.due) = (status, due);
        action
    }

    #[test]
    fn what_presses_most_comes_first_by_status_then_by_its_due_time() {
        let second = chrono::TimeDelta::seconds(1);
        let noon = at("2026-03-03T12:00");
        let dues = [Stamp::MIN, Stamp::UNIX_EPOCH - second, Stamp::UNIX_EPOCH, noon, noon + second];
        let dues: Vec<_> = dues.into_iter().map(Some).chain([None]).collect();
        let statuses =
            [Status::Overdue, Status::Open, Status::Blocked, Status::Upcoming, Status::Missed, Status::Done];
        let ordered: Vec<Action> =
            statuses.iter().flat_map(|status| dues.iter().map(|due| standing(*status, *due))).collect();
        assert!(ordered.is_sorted_by(|one, next| one.urgency() < next.urgency()));
    }
}
