//! The order of Today: what is lost first, first.

use super::super::bundles::{self, Bundle};
use super::super::{moments, when};
use crate::etiquette::{Action, History, Now, Plan, Reason, Status};
use crate::model::{ActionKey, Course, Opportunity, OpportunityId, PersonId, Records, Role, Stamp, Task};
use chrono::{TimeDelta, TimeZone};

/// How soon an action is lost: what is first is asked for first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// It is said or read at a round, which is over in hours.
    AtRound,
    /// They made an offer, and have had no word about it.
    NewOffer,
    /// It cannot be done once its time is over, and that is soon.
    LostSoon,
    /// Others wait for it, and it is best by the end of today.
    DueToday,
    /// Others wait for it, it is late, and right for some days yet.
    Late,
    /// Others wait for it, and there is time.
    DueLater,
    /// Something that helps, and that nobody waits for.
    Helps,
    /// It concerns the user alone.
    Own,
    /// It never ends.
    Endless,
}

/// Sorts what Today asks for, the first thing first: by rank, then by when it ends; of two notes that are due together
/// that to the hiring manager goes first, then in the order met.
pub fn order_key<Tz: TimeZone>(
    action: &Action,
    records: &Records,
    now: &Now<Tz>,
) -> (Rank, Stamp, (u8, usize), ActionKey) {
    let ends = match action.status {
        Status::Overdue => action.window.closes,
        _ => action.window.due,
    };
    let person = action.key.person.or(action.to).and_then(|id| records.people.get(&id));
    let seniority = match person.map(|person| person.role) {
        Some(Role::HiringManager) => 0,
        Some(Role::Interviewer) => 1,
        _ => 2,
    };
    let place = course(action, records)
        .and_then(|course| course.met.iter().position(|met| Some(met.person) == action.key.person))
        .unwrap_or(usize::MAX);
    (rank(action, records, now), ends.unwrap_or(Stamp::MAX), (seniority, place), action.key)
}

/// Puts actions in the order in which Today asks for them. Of what there is to do about one offer the thanks come first,
/// and the decision last.
pub fn in_order<Tz: TimeZone>(actions: &mut [&Action], records: &Records, now: &Now<Tz>) {
    crate::sorting::by_key(actions, |action| order_key(action, records, now));
    let of_an_offer = |action: &&Action| action.key.offer.is_some();
    let about: Vec<&Action> = actions.iter().copied().filter(of_an_offer).collect();
    for action in about {
        let place = |is: &dyn Fn(&Action) -> bool| actions.iter().position(|it| is(it));
        let same = |other: &Action| other.key.offer == action.key.offer;
        let before = match action.task() {
            Task::AcknowledgeOffer => place(&same),
            _ => place(&|other| same(other) && other.task() == Task::DecideOffer),
        };
        let own = place(&|other| other.key == action.key);
        if let (Some(before), Some(own)) = (before, own)
            && before < own
            && let Some(between) = actions.get_mut(before..=own)
        {
            between.rotate_right(1);
        }
    }
}

/// What came of the round of an action.
fn course<'a>(action: &Action, records: &'a Records) -> Option<&'a Course> {
    let home = records.opportunities.get(&action.opportunity()?)?;
    home.round(action.key.round?)?.course.as_ref()
}

/// How soon an action is lost.
pub(super) fn rank<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> Rank {
    let (due, closes) = (action.window.due, action.window.closes);
    let due_within = |hours| due.is_some_and(|due| due - now.at < TimeDelta::hours(hours));
    match action.task() {
        Task::AskBeforeLeaving | Task::ReviewLessons if due_within(3) => Rank::AtRound,
        // Its list is for the round itself; lessons are read on its eve.
        Task::ReviewLessons if due_within(24) => Rank::Helps,
        Task::AcknowledgeOffer => Rank::NewOffer,
        Task::CompareOffers | Task::DecideOffer | Task::AskForTime if due_within(48) => Rank::LostSoon,
        Task::GetItInWriting | Task::TellOthers if due_within(24) => Rank::LostSoon,
        Task::Withdraw => Rank::LostSoon,
        // They have a yes, and count on it.
        Task::DecideOffer if matches!(action.reason, Reason::SaidYes(_)) => Rank::DueToday,
        Task::KeepSearching | Task::KeepInTouch => Rank::Endless,
        // While it is fresh it comes before what helps on any day.
        Task::Assess if action.status == Status::Open && ends_today(due, now) => Rank::Helps,
        Task::AskBeforeLeaving | Task::MoveOn | Task::Assess | Task::ReviewLessons => Rank::Own,
        Task::RecordInterview if due.is_some_and(|due| now.at - due > TimeDelta::days(1)) => Rank::Own,
        Task::RecordInterview if knows_who_was_there(action, records) => Rank::Helps,
        Task::LinkedinRequest | Task::FindContact | Task::ReplyToRejection => Rank::Helps,
        _ if action.status == Status::Overdue && ends_today(closes, now) => Rank::LostSoon,
        _ if action.status == Status::Overdue => Rank::Late,
        _ if ends_today(due, now) => Rank::DueToday,
        _ => Rank::DueLater,
    }
}

/// Whether the user has told who was there, so that the thanks can be written without the note that is asked for.
fn knows_who_was_there(action: &Action, records: &Records) -> bool {
    course(action, records).is_some_and(|course| !course.presumed && !course.met.is_empty())
}

fn ends_today<Tz: TimeZone>(end: Option<Stamp>, now: &Now<Tz>) -> bool {
    end.is_some_and(|end| end <= when::end_of_day(when::today(now), now))
}

/// What the plan asks for, by where Today shows it.
pub(super) struct Sections<'a> {
    /// The next thing to do; it is in none of the others.
    pub(super) next: Option<&'a Action>,
    /// What is open besides, the first thing first.
    pub(super) open: Vec<&'a Action>,
    /// Still to come, the soonest first.
    pub(super) later: Vec<&'a Action>,
    /// Put off by the user.
    pub(super) snoozed: Vec<&'a Action>,
    /// Of what is open.
    pub(super) bundles: Vec<Bundle<'a>>,
}

impl<'a> Sections<'a> {
    pub(super) fn of<Tz: TimeZone>(
        plan: &'a Plan,
        records: &Records,
        histories: &[(&Opportunity, History<'_>)],
        now: &Now<Tz>,
    ) -> Self {
        let (mut open, mut later, mut snoozed) = (Vec::new(), Vec::new(), Vec::new());
        for action in &plan.actions {
            match action.status {
                Status::Open | Status::Overdue if action.snoozed_until.is_some() => snoozed.push(action),
                Status::Open | Status::Overdue => open.push(action),
                Status::Upcoming | Status::Blocked => later.push(action),
                Status::Missed | Status::Done | Status::Skipped => {}
            }
        }
        let (news, fresh) = (News::of(plan), said_no_today(histories, now));
        let may_wait = |action: &Action| action.opportunity().is_some_and(|id| fresh.contains(&id));
        open.retain(|action| !news.stands_for(action) && !may_wait(action));
        let bundles = bundles::bundle(&mut open);
        in_order(&mut open, records, now);
        crate::sorting::by_key(&mut later, |action| (action.window.opens, action.key));
        let next = (!open.is_empty()).then(|| open.remove(0));
        Self { next, open, later, snoozed, bundles }
    }
}

/// Under which heading of Today something open stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// It is due or over by the end of today.
    EndsToday,
    /// It is late, and right for some days yet.
    Late,
    /// It is due later.
    Later,
}

impl Part {
    pub(super) fn of<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> Self {
        let is_late = action.status == Status::Overdue;
        let end = if is_late { action.window.closes } else { action.window.due };
        if ends_today(end, now) {
            Self::EndsToday
        } else if is_late {
            Self::Late
        } else {
            Self::Later
        }
    }
}

/// The companies that said no today. Nothing has to be done about it before tomorrow.
fn said_no_today<Tz: TimeZone>(
    histories: &[(&Opportunity, History<'_>)],
    now: &Now<Tz>,
) -> Vec<OpportunityId> {
    let today = when::today(now);
    let is_fresh = |history| moments::rejected(history).is_some_and(|at| when::day_of(at, now) == today);
    histories.iter().filter(|(_, history)| is_fresh(history)).map(|(one, _)| one.id).collect()
}

/// What is asked for now, the first thing first: as Today has it, and so whatever shows a part of it.
pub fn asked_for<'a, Tz: TimeZone>(plan: &'a Plan, records: &Records, now: &Now<Tz>) -> Vec<&'a Action> {
    let Sections { next, open, .. } = Sections::of(plan, records, &histories(records, now), now);
    next.into_iter().chain(open).collect()
}

/// Every opportunity with its history.
pub(super) fn histories<'r, Tz: TimeZone>(
    records: &'r Records,
    now: &Now<Tz>,
) -> Vec<(&'r Opportunity, History<'r>)> {
    let all = records.opportunities.values();
    all.map(|one| (one, History::of(one, &records.people, now.at))).collect()
}

/// The news to be told now, which makes other letters needless.
#[derive(Default)]
struct News {
    /// The opportunities that can be told of an offer elsewhere.
    offer: Vec<OpportunityId>,
    /// Who is told that the user withdraws, and where.
    withdrawal: Vec<(OpportunityId, PersonId)>,
}

impl News {
    fn of(plan: &Plan) -> Self {
        let mut news = Self::default();
        let pressing = |action: &&Action| matches!(action.status, Status::Open | Status::Overdue);
        for action in plan.actions.iter().filter(pressing) {
            let Some(id) = action.opportunity() else { continue };
            match action.task() {
                Task::TellOthers => news.offer.push(id),
                Task::Withdraw => news.withdrawal.extend(action.to.map(|to| (id, to))),
                _ => {}
            }
        }
        news
    }

    /// Whether the news makes an action needless for now. A company that can be told of an offer need not be let go:
    /// the offer is the better reason to write. A person who is told of a withdrawal is thanked in the same letter.
    fn stands_for(&self, action: &Action) -> bool {
        let Some(id) = action.opportunity() else { return false };
        match action.task() {
            Task::MoveOn => self.offer.contains(&id),
            Task::ThankYou | Task::AcknowledgeOffer => {
                action.to.or(action.key.person).is_some_and(|to| self.withdrawal.contains(&(id, to)))
            }
            _ => false,
        }
    }
}

/// Whether something that is still to come is shown: it opens within a week, and is not a wait for the company.
pub(super) fn is_this_week<Tz: TimeZone>(action: &Action, now: &Now<Tz>) -> bool {
    let soon = now.at + TimeDelta::days(7);
    let waits = matches!(action.task(), Task::FollowUp | Task::MoveOn | Task::KeepSearching);
    !waits && action.window.opens <= soon
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Debrief, Met, Offer, OfferId, Opportunity, Person, ReplyBy, Round, RoundId};
    use chrono::Utc;
    use uuid::Uuid;

    const DANA: PersonId = PersonId(Uuid::from_u128(4));

    /// Monday 2 March 2026, 15:00, and so many hours later.
    fn after(hours: i64) -> Stamp {
        Stamp::from_timestamp(1_772_463_600).unwrap() + TimeDelta::hours(hours)
    }

    fn company(n: u128, name: &str) -> Opportunity {
        Opportunity::new(OpportunityId(Uuid::from_u128(n)), name, "Analyst")
    }

    fn round(n: u128, starts: i64) -> Round {
        let mut round = Round::new(RoundId(Uuid::from_u128(n)), after(starts), after(starts + 1));
        round.expect(vec![DANA]);
        round
    }

    /// A round with Dana, of which the user told.
    fn told(n: u128, starts: i64) -> Round {
        let reply_by = ReplyBy::NotTold;
        let course = Course { met: vec![Met::new(DANA)], reply_by, ..Course::default() };
        Round { course: Some(course), ..round(n, starts) }
    }

    /// What is asked for, the first thing first.
    fn tasks(all: impl IntoIterator<Item = Opportunity>, hours: i64) -> Vec<Task> {
        let mut dana = Person::new(DANA, "Dana Reyes", Role::HiringManager);
        dana.email = Some("dana@acme.example".to_owned());
        let records = Records {
            opportunities: all.into_iter().map(|one| (one.id, one)).collect(),
            people: [(DANA, dana)].into(),
            ..Records::default()
        };
        let now = Now::new(after(hours), Utc);
        let plan = plan(&records, &now);
        asked_for(&plan, &records, &now).into_iter().map(Action::task).collect()
    }

    fn before(tasks: &[Task], one: Task, other: Task) -> bool {
        let place = |task| tasks.iter().position(|it| *it == task);
        place(one).is_some() && place(one) < place(other)
    }

    #[test]
    fn who_was_there_is_noted_first_and_on_the_next_morning_thanked_first() {
        let mut acme = company(1, "Acme");
        acme.rounds = vec![round(11, -2)];
        assert_eq!(tasks([acme.clone()], 0)[0], Task::RecordInterview);
        assert_eq!(tasks([acme], 18)[0], Task::ThankYou);
    }

    #[test]
    fn thanks_come_before_the_look_back_and_that_before_what_helps_on_any_day() {
        let mut acme = company(1, "Acme");
        acme.rounds = vec![told(11, -2)];
        acme.rounds[0].course.as_mut().unwrap().met[0].linkedin = crate::model::Permission::Allowed;
        let tasks = tasks([acme], 0);
        assert_eq!(tasks[0], Task::ThankYou);
        assert!(before(&tasks, Task::Assess, Task::LinkedinRequest), "{tasks:?}");
    }

    #[test]
    fn lessons_are_read_before_a_round_and_its_list_is_for_the_end_of_it() {
        let mut acme = company(1, "Acme");
        acme.rounds = vec![told(11, -24 * 20), round(12, 20)];
        acme.rounds[0].debrief =
            Some(Debrief { lesson: "Ask about the team.".to_owned(), ..Debrief::default() });
        let eve = tasks([acme.clone()], 1);
        assert_eq!(eve[0], Task::ReviewLessons);
        assert!(before(&eve, Task::LinkedinRequest, Task::AskBeforeLeaving), "{eve:?}");
        assert_eq!(tasks([acme.clone()], 19)[..2], [Task::ReviewLessons, Task::AskBeforeLeaving]);
        assert_eq!(tasks([acme], 20)[0], Task::AskBeforeLeaving);
    }

    /// An offer of an hour ago, to be answered in so many hours.
    fn offered(n: u128, name: &str, hours: i64) -> Opportunity {
        let mut one = company(n, name);
        let offer = Offer::new(OfferId(Uuid::from_u128(n + 40)), after(-1));
        one.offers.push(Offer { respond_by: Some(after(hours)), ..offer });
        one
    }

    #[test]
    fn a_new_offer_is_thanked_for_before_anything_is_asked_of_them() {
        let mut bolt = company(2, "Bolt");
        bolt.rounds = vec![round(21, 24 * 7)];
        for hours in [8, 47, 24 * 4] {
            let tasks = tasks([offered(1, "Acme", hours), bolt.clone()], 0);
            assert_eq!(tasks[0], Task::AcknowledgeOffer, "{hours}");
            assert!(before(&tasks, Task::AskForTime, Task::DecideOffer), "{tasks:?}");
            assert!(before(&tasks, Task::GetItInWriting, Task::DecideOffer), "{tasks:?}");
        }
    }

    #[test]
    fn a_new_offer_goes_before_a_thank_you_that_is_late() {
        let mut bolt = company(2, "Bolt");
        bolt.rounds = vec![told(21, -24 * 7 + 1)];
        let late = tasks([bolt.clone()], 8);
        assert_eq!(late[0], Task::ThankYou, "it goes by tonight");
        assert_eq!(tasks([offered(1, "Acme", 47), bolt], 8)[0], Task::AcknowledgeOffer);
    }

    #[test]
    fn on_the_day_of_a_no_nothing_has_to_be_done_about_it() {
        use crate::model::{Event, EventId, EventKind};
        let mut acme = company(1, "Acme");
        acme.rounds = vec![told(11, -24 * 3)];
        acme.rounds[0].course.as_mut().unwrap().met[0].linkedin = crate::model::Permission::Allowed;
        let what = EventKind::Rejected { person: None };
        let no = Event {
            id: EventId(Uuid::from_u128(9)),
            at: after(-1),
            what,
            letter: None,
            against_advice: false,
        };
        acme.events.push(no);
        let of_acme = |hours| {
            let mut tasks = tasks([acme.clone()], hours);
            tasks.retain(|task| *task != Task::KeepSearching);
            tasks
        };
        assert_eq!(of_acme(0), []);
        assert!(!of_acme(24).is_empty(), "from tomorrow on");
    }

    #[test]
    fn offers_are_compared_before_one_is_decided_on() {
        let both = ["Acme", "Bolt"].into_iter().zip([1, 2]);
        let both = both.map(|(name, n)| {
            let mut one = offered(n, name, 30);
            one.offers[0].acknowledged = Some(after(0));
            one.offers[0].written = Some(after(0));
            one
        });
        let tasks = tasks(both, 1);
        assert_eq!(tasks[0], Task::CompareOffers, "{tasks:?}");
    }
}
