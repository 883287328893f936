//! Bundles: actions that the user does with one letter.
//!
//! The plan asks for more time once for each company that has yet to answer. It is one letter, to the company that made
//! the offer: so it is one card, and one command marks all of it. And the letter that tells a company of an offer
//! elsewhere asks where things stand there: it is the follow-up that was due, too.

use crate::commands::Command;
use crate::etiquette::{Action, Plan, Reason, Status, asks_for_writing};
use crate::model::{ActionKey, Letter, Mark, OfferId, Records, Stamp, Task};
use crate::words::{isolated, list, number};
use chrono::{NaiveDate, TimeDelta};

/// The other actions that are done by the same letter.
pub fn bundled_with(plan: &Plan, key: ActionKey) -> Vec<ActionKey> {
    alike(plan, key).iter().map(|action| action.key).collect()
}

/// How long a request for an offer in writing waits once the thanks for the offer have asked for that as well.
const ASKED_ONCE: TimeDelta = TimeDelta::hours(24);

/// Puts the request for an offer in writing off, where the thanks for it, sent at that time, ask for that as well:
/// nobody gets two such letters in a day.
pub fn asked_in_thanks(plan: &Plan, key: ActionKey, letter: &Letter, at: Stamp) -> Option<Command> {
    let asks = key.task == Task::AcknowledgeOffer && asks_for_writing(letter);
    let request = ActionKey { task: Task::GetItInWriting, ..key };
    let mut open =
        plan.actions.iter().filter(|action| matches!(action.status, Status::Open | Status::Overdue));
    let mark = Mark::Snoozed(at + ASKED_ONCE);
    open.any(|action| asks && action.key == request).then_some(Command::MarkAction { key: request, mark })
}

fn alike(plan: &Plan, key: ActionKey) -> Vec<&Action> {
    let open = |action: &&Action| matches!(action.status, Status::Open | Status::Overdue);
    let does_both = |action: &&Action| match asked_for(key) {
        Some(offer) => asked_for(action.key) == Some(offer),
        None => is_question_in_news(action.key, key),
    };
    plan.actions.iter().filter(does_both).filter(open).filter(|other| other.key != key).collect()
}

/// Whether the question is asked by the letter that brings the news of an offer elsewhere.
fn is_question_in_news(question: ActionKey, news: ActionKey) -> bool {
    let tasks = (question.task, news.task);
    tasks == (Task::FollowUp, Task::TellOthers) && question.opportunity == news.opportunity
}

/// A command about one action, together with the same mark on those bundled with it. Whoever does not bring the news may
/// still ask.
pub fn for_all(first: Command, with: &[ActionKey], mark: Mark) -> Command {
    let marked = with.iter().filter(|key| mark == Mark::Done || key.task != Task::FollowUp);
    let rest: Vec<Command> = marked.map(|key| Command::MarkAction { key: *key, mark }).collect();
    if rest.is_empty() { first } else { Command::Batch(Box::new(first), rest) }
}

/// The offer for which more time is asked.
fn asked_for(key: ActionKey) -> Option<OfferId> {
    key.offer.filter(|_| key.task == Task::AskForTime)
}

/// The action that stands for all of a bundle, and the others.
pub(super) struct Bundle<'a> {
    lead: &'a Action,
    rest: Vec<&'a Action>,
}

/// Bundles a list. Only the action that stands for its bundle is left in the list: that of the company which answers
/// last, for it decides for how much time to ask.
pub(super) fn bundle<'a>(actions: &mut Vec<&'a Action>) -> Vec<Bundle<'a>> {
    let mut bundles: Vec<Bundle<'a>> = Vec::new();
    for action in actions.iter().copied().filter(|action| asked_for(action.key).is_some()) {
        let offer = asked_for(action.key);
        match bundles.iter_mut().find(|bundle| asked_for(bundle.lead.key) == offer) {
            Some(bundle) if answers(action) > answers(bundle.lead) => {
                bundle.rest.push(std::mem::replace(&mut bundle.lead, action));
            }
            Some(bundle) => bundle.rest.push(action),
            None => bundles.push(Bundle { lead: action, rest: Vec::new() }),
        }
    }
    let news = actions.iter().copied().filter(|action| action.task() == Task::TellOthers);
    bundles.extend(news.map(|news| Bundle { lead: news, rest: questions_in(news, actions) }));
    actions.retain(|action| bundles.iter().all(|bundle| bundle.rest.iter().all(|it| it.key != action.key)));
    bundles
}

fn questions_in<'a>(news: &Action, actions: &[&'a Action]) -> Vec<&'a Action> {
    actions.iter().copied().filter(|action| is_question_in_news(action.key, news.key)).collect()
}

/// Leaves out what a letter that stands in the list does as well.
pub(super) fn leave_out_questions_in_news(actions: &mut Vec<&Action>) {
    let is_open = |action: &Action| matches!(action.status, Status::Open | Status::Overdue);
    let news: Vec<ActionKey> =
        actions.iter().filter(|action| is_open(action)).map(|action| action.key).collect();
    actions
        .retain(|action| !is_open(action) || news.iter().all(|news| !is_question_in_news(action.key, *news)));
}

/// The bundle of an action that the page of its opportunity shows.
pub(super) fn around<'a>(action: &'a Action, plan: &'a Plan) -> Bundle<'a> {
    Bundle { lead: action, rest: alike(plan, action.key) }
}

/// The day on which the awaited company answers.
fn answers(action: &Action) -> (Option<NaiveDate>, ActionKey) {
    let by = if let Reason::DeadlineBefore(by) = action.reason { Some(by) } else { None };
    (by, action.key)
}

/// So many companies are named in a title.
const NAMED: usize = 3;

/// The title of an action that stands for its bundle, given its own, and the other actions of the bundle.
pub(super) fn bundled_title(
    title: String,
    action: &Action,
    bundles: &[Bundle<'_>],
    records: &Records,
) -> (String, Vec<ActionKey>) {
    let Some(bundle) = bundles.iter().find(|it| it.lead.key == action.key && !it.rest.is_empty()) else {
        return (title, Vec::new());
    };
    let rest = bundle.rest.iter().map(|action| action.key).collect();
    if action.task() == Task::TellOthers {
        return (title, rest);
    }
    let mut all = vec![bundle.lead];
    all.extend(&bundle.rest);
    crate::sorting::by_key(&mut all, |action| answers(action));
    let homes = all.iter().filter_map(|action| records.opportunities.get(&action.key.opportunity?));
    let mut companies: Vec<_> = homes.map(|home| isolated(&home.company)).collect();
    if companies.len() > NAMED {
        let others = companies.split_off(NAMED - 1).len();
        companies.push(format!("{} others", number(others)).into());
    }
    let title = format!("{title}: {} have yet to answer", list(&companies));
    (title, rest)
}

#[cfg(test)]
mod tests {
    use super::super::{Card, FIRST_LINES, OpportunityPage, PARTS, Today};
    use super::*;
    use crate::commands::{apply, undo};
    use crate::etiquette::Now;
    use crate::etiquette::plan;
    use crate::model::{Course, NumberedIds, Offer, Opportunity, OpportunityId, ReplyBy, Round, RoundId};
    use chrono::Utc;
    use uuid::Uuid;

    /// Monday 2 March 2026, 15:00.
    fn now() -> Now<Utc> {
        Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
    }

    /// Acme wants an answer by the end of Thursday; Bolt and Calm promised theirs for the weeks after.
    fn records() -> Records {
        let mut records = Records::default();
        let mut acme = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst");
        let received = now().at - TimeDelta::hours(30);
        let mut offer = Offer::new(OfferId(Uuid::from_u128(2)), received);
        offer.respond_by = Some(now().at + TimeDelta::hours(81));
        (offer.written, offer.acknowledged) = (Some(received), Some(received));
        acme.offers.push(offer);
        records.opportunities.insert(acme.id, acme);
        for (n, company, day) in [(10, "Calm", 18), (20, "Bolt", 11)] {
            let mut one = Opportunity::new(OpportunityId(Uuid::from_u128(n)), company, "Analyst");
            let ends = now().at - TimeDelta::days(20);
            let mut round = Round::new(RoundId(Uuid::from_u128(n + 1)), ends - TimeDelta::hours(1), ends);
            let by = NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
            round.course = Some(Course { reply_by: ReplyBy::Date(by), ..Course::default() });
            one.rounds.push(round);
            records.opportunities.insert(one.id, one);
        }
        records
    }

    fn asks(records: &Records) -> Vec<Card> {
        let today = Today::of(&[99; PARTS], records, &plan(records, &now()), &now());
        today.cards().into_iter().filter(|card| card.key.task == Task::AskForTime).collect()
    }

    #[test]
    fn more_time_is_asked_for_once_and_names_all_who_are_waited_for() {
        let cards = asks(&records());
        let [card] = cards.as_slice() else { panic!("{cards:?}") };
        assert_eq!(card.title, "Ask Acme for more time: Bolt and Calm have yet to answer");
        assert_eq!(card.key.opportunity, Some(OpportunityId(Uuid::from_u128(10))), "Calm answers last");
        assert_eq!(card.with.len(), 1);
        assert_eq!(bundled_with(&plan(&records(), &now()), card.key), card.with);
    }

    #[test]
    fn thanks_that_ask_for_the_offer_in_writing_put_that_request_off_for_a_day() {
        let mut records = records();
        let acme = records.opportunities.get_mut(&OpportunityId(Uuid::from_u128(1))).unwrap();
        (acme.offers[0].written, acme.offers[0].acknowledged) = (None, None);
        let plan = plan(&records, &now());
        let thanks = plan.actions.iter().find(|action| action.task() == Task::AcknowledgeOffer).unwrap().key;
        let letter = |body: &str| Letter { subject: String::new(), body: body.to_owned() };
        let asks = letter("Thank you. Could you send it to me in writing?");
        let Some(Command::MarkAction { key, mark }) = asked_in_thanks(&plan, thanks, &asks, now().at) else {
            panic!("it is put off")
        };
        assert_eq!((key.task, mark), (Task::GetItInWriting, Mark::Snoozed(now().at + ASKED_ONCE)));
        assert_eq!(asked_in_thanks(&plan, thanks, &letter("Thank you."), now().at), None);
        assert_eq!(asked_in_thanks(&plan, key, &asks, now().at), None, "it is no thanks");
    }

    #[test]
    fn of_many_who_are_waited_for_the_first_to_answer_are_named() {
        let title = |more: u128| {
            let mut records = records();
            let bolt = records.opportunities[&OpportunityId(Uuid::from_u128(20))].clone();
            for n in 0..more {
                let id = OpportunityId(Uuid::from_u128(30 + n));
                records
                    .opportunities
                    .insert(id, Opportunity { id, company: "Dove".to_owned(), ..bolt.clone() });
            }
            asks(&records).remove(0).title
        };
        assert_eq!(title(1), "Ask Acme for more time: Bolt, Dove and Calm have yet to answer");
        assert_eq!(title(2), "Ask Acme for more time: Bolt, Dove and two others have yet to answer");
    }

    #[test]
    fn the_page_of_whoever_is_waited_for_says_the_same() {
        let records = records();
        let bolt = OpportunityId(Uuid::from_u128(20));
        let page = OpportunityPage::of(bolt, &records, &plan(&records, &now()), &now()).unwrap();
        let card = page.cards().into_iter().find(|card| card.key.task == Task::AskForTime).unwrap();
        assert_eq!(card.title, "Ask Acme for more time: Bolt and Calm have yet to answer");
        assert_eq!(card.with.len(), 1);
    }

    #[test]
    fn who_alone_is_waited_for_is_not_named() {
        let mut records = records();
        records.opportunities.remove(&OpportunityId(Uuid::from_u128(10)));
        let cards = asks(&records);
        assert_eq!(cards.len(), 1);
        assert_eq!(cards[0].title, "Ask Acme for more time");
        assert!(cards[0].with.is_empty());
    }

    #[test]
    fn done_skipped_or_put_off_goes_for_all_and_is_taken_back_at_once() {
        let later = Mark::Snoozed(now().at + TimeDelta::hours(20));
        for mark in [Mark::Done, Mark::Skipped, later] {
            let mut records = records();
            let before = records.clone();
            let card = asks(&records).remove(0);
            let first = match mark {
                Mark::Done => Command::MarkDone { action: card.key, to: card.to },
                mark => Command::MarkAction { key: card.key, mark },
            };
            let command = for_all(first, &card.with, mark);
            let change = apply(&mut records, command, now().at, &mut NumberedIds(100)).unwrap();
            assert_eq!(asks(&records), [], "{mark:?}");
            let today = Today::of(&FIRST_LINES, &records, &plan(&records, &now()), &now());
            let snoozed = today.groups[5].lines.iter().map(|one| (one.title.as_str(), one.put_off.len()));
            let one_line = [("Ask Acme for more time: Bolt and Calm have yet to answer", 2)];
            let expected: &[_] = if mark == later { &one_line } else { &[] };
            assert_eq!(snoozed.collect::<Vec<_>>(), expected);
            undo(&mut records, change.undo);
            assert_eq!(records, before);
        }
    }

    /// Acme's offer, and Bolt, who promised an answer for last week and is silent.
    fn silent_beside_an_offer() -> Records {
        let mut records = records();
        records.opportunities.remove(&OpportunityId(Uuid::from_u128(10)));
        let bolt = records.opportunities.get_mut(&OpportunityId(Uuid::from_u128(20))).unwrap();
        let by = NaiveDate::from_ymd_opt(2026, 2, 25).unwrap();
        bolt.rounds[0].course.as_mut().unwrap().reply_by = ReplyBy::Date(by);
        records
    }

    #[test]
    fn the_news_of_an_offer_asks_where_things_stand_too() {
        let shown = |records: &Records| -> Vec<Task> {
            let today = Today::of(&[99; PARTS], records, &plan(records, &now()), &now());
            let bolt = today.cards().into_iter().filter(|card| card.title.contains("Bolt"));
            bolt.map(|card| card.key.task).collect()
        };
        let mut records = silent_beside_an_offer();
        assert_eq!(shown(&records), [Task::TellOthers], "not both");
        let bolt = OpportunityId(Uuid::from_u128(20));
        let page = OpportunityPage::of(bolt, &records, &plan(&records, &now()), &now()).unwrap();
        let tasks: Vec<Task> = page.cards().iter().map(|card| card.key.task).collect();
        assert!(tasks.contains(&Task::TellOthers) && !tasks.contains(&Task::FollowUp), "{tasks:?}");
        let tell = page.cards().into_iter().find(|card| card.key.task == Task::TellOthers).unwrap();
        assert_eq!(tell.title, "Tell Bolt that you have an offer");
        let before = records.clone();
        let mark = |mark| match mark {
            Mark::Done => Command::MarkDone { action: tell.key, to: tell.to },
            mark => Command::MarkAction { key: tell.key, mark },
        };
        let done = for_all(mark(Mark::Done), &tell.with, Mark::Done);
        let change = apply(&mut records, done, now().at, &mut NumberedIds(100)).unwrap();
        assert_eq!(shown(&records), [], "they were asked a minute ago");
        undo(&mut records, change.undo);
        assert_eq!(records, before);
        let skipped = for_all(mark(Mark::Skipped), &tell.with, Mark::Skipped);
        apply(&mut records, skipped, now().at, &mut NumberedIds(100)).unwrap();
        assert_eq!(shown(&records), [Task::FollowUp], "who does not tell them may still ask");
    }
}
