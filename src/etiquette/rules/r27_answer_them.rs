//! R27: answer a message of theirs that wants an answer: a question, an invitation to confirm, a form.
//!
//! One for an opportunity: it opens with the first message that waits, is due at the earliest of their due times, and
//! answering answers them all. Source: OWN.

use crate::etiquette::history::{History, Message};
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{Stamp, Task};

/// It is due at the end of this business day after the message, where they named no day.
const DUE: u32 = 1;

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    let key = history.key(Task::AnswerThem);
    let waiting: Vec<Message<'_>> = history.unanswered().collect();
    // Once all are answered, the last of them stands for what was done.
    let settled = history.mark_on(key, Stamp::MIN).filter(|_| waiting.is_empty());
    let messages = if waiting.is_empty() { history.messages().last().into_iter().collect() } else { waiting };
    let (Some(first), Some(last)) = (messages.first(), messages.last()) else { return };
    let due = |message: &Message<'_>| match message.wants.by() {
        Some(day) => ctx.calendar.end(day),
        None => ctx.end_of_business_day(ctx.calendar.day(message.at), DUE),
    };
    let mut window = Window::opening(first.at);
    if let Some(due) = messages.iter().map(due).min() {
        window = window.due(due);
    }
    Proposal::new(Rule::R27, key, window, Reason::TheyAsk(ctx.calendar.day(last.at)))
        .marked(settled)
        .to(history.answering(last.from), history.channel())
        .add(out, ctx, Some(history));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{About, Answer, Owed, Status, may_write};
    use crate::model::{EventKind, Mark, Opportunity, PersonId, WantsAnswer};

    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA, INES])
    }

    fn asks(person: PersonId, wants_answer: WantsAnswer) -> EventKind {
        EventKind::ReplyReceived { person: Some(person), reply_by: None, wants_answer }
    }

    #[test]
    fn it_opens_with_the_first_message_and_is_due_at_the_earliest_of_their_due_times() {
        let told = held().then("2026-03-06T10:00", asks(DANA, WantsAnswer::By(day("2026-03-12"))));
        let action = the(Task::AnswerThem, &search([told.clone()]), "2026-03-06T12:00");
        assert_eq!(times(&action), ["2026-03-06T10:00", "2026-03-13T00:00", "–"]);
        let told = told.then("2026-03-07T10:00", asks(INES, WantsAnswer::Yes));
        let action = the(Task::AnswerThem, &search([told.clone()]), "2026-03-07T12:00");
        assert_eq!(times(&action), ["2026-03-06T10:00", "2026-03-10T00:00", "–"]);
        assert_eq!(action.to, Some(INES), "whoever wrote last");
        let told = told.then("2026-03-09T09:00", EventKind::marked(Mark::Done, action.key));
        assert_eq!(status(Task::AnswerThem, &search([told.clone()]), "2026-03-09T10:00"), Status::Done);
        let told = told.then("2026-03-09T11:00", asks(DANA, WantsAnswer::Yes));
        let action = the(Task::AnswerThem, &search([told]), "2026-03-09T11:00");
        assert_eq!((times(&action)[0].as_str(), action.status), ("2026-03-09T11:00", Status::Open));
    }

    #[test]
    fn until_it_is_answered_nothing_is_asked_and_then_the_question_is_counted_from_the_answer() {
        let told = held().then("2026-03-06T10:00", asks(DANA, WantsAnswer::Yes));
        let records = search([told.clone()]);
        let may = may_write(&records, ACME, About::Status, None, &now("2026-03-20T09:00"));
        assert_eq!(may, Answer::Owed(Owed::Answer));
        assert!(all(Task::FollowUp, &records, "2026-03-20T09:00").is_empty());
        let key = the(Task::AnswerThem, &records, "2026-03-06T12:00").key;
        let told = told.then("2026-03-10T09:00", EventKind::marked(Mark::Done, key));
        let first = the(Task::FollowUp, &search([told]), "2026-03-10T09:00");
        assert_eq!(times(&first)[0], "2026-03-17T00:00");
        assert_eq!(first.reason, Reason::SinceSent(day("2026-03-10")));
    }

    #[test]
    fn an_answer_of_the_same_minute_is_one_and_skipping_is_none_that_the_question_counts_from() {
        let told = || held().then("2026-03-06T10:00", asks(DANA, WantsAnswer::Yes));
        let key = the(Task::AnswerThem, &search([told()]), "2026-03-06T10:00").key;
        let answered = told().then("2026-03-06T10:00", EventKind::marked(Mark::Done, key));
        assert_eq!(status(Task::AnswerThem, &search([answered]), "2026-03-06T10:00"), Status::Done);
        let skipped = told().then("2026-03-10T10:00", EventKind::marked(Mark::Skipped, key));
        let first = the(Task::FollowUp, &search([skipped]), "2026-03-10T10:00");
        assert_eq!(
            (times(&first)[0].as_str(), first.reason),
            ("2026-03-13T00:00", Reason::SinceReply(day("2026-03-06")))
        );
    }

    #[test]
    fn a_message_that_wants_nothing_asks_for_nothing_and_an_outcome_ends_it() {
        let told = held().then("2026-03-06T10:00", asks(DANA, WantsAnswer::No));
        assert!(all(Task::AnswerThem, &search([told]), "2026-03-06T12:00").is_empty());
        let told = held().then("2026-03-06T10:00", asks(DANA, WantsAnswer::Yes));
        let told = told.then("2026-03-07T10:00", EventKind::Withdrawn);
        assert!(all(Task::AnswerThem, &search([told]), "2026-03-07T12:00").is_empty());
    }
}
