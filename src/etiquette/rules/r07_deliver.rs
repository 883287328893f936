//! R7: send what was asked for, a work sample or references, by the day it was asked for.
//!
//! Source: ACCRUE.

use crate::etiquette::history::History;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, EventKind, Stamp, Task};

pub(crate) fn propose(history: &History<'_>, ctx: &RuleContext<'_>, out: &mut Vec<Action>) {
    for round in history.ended_rounds() {
        for item in history.course(round).map_or(&[][..], |course| &course.deliver) {
            let window = Window::opening(round.ends).due(ctx.calendar.end(item.by));
            let key = ActionKey { round: Some(round.id), item: Some(item.id), ..history.key(Task::Deliver) };
            let delivered = EventKind::Delivered { round: round.id, item: item.id };
            Proposal::new(Rule::R7, key, window, Reason::AskedFor(item.by))
                .done(history.when(|what| *what == delivered))
                .marked(history.mark_on(key, Stamp::MIN))
                .to(history.addressee(), history.channel())
                .add(out, ctx, Some(history));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{Channel, Deliverable, EventKind, ItemId};
    use uuid::Uuid;

    #[test]
    fn it_is_due_at_the_end_of_the_day_asked_for_and_each_item_stands_by_itself() {
        let [sample, references] = [31, 32].map(|id| ItemId(Uuid::from_u128(id)));
        let mut told = acme().met(FIRST, "2026-12-30T10:00", "2026-12-30T11:00", &[DANA]);
        let course = told.rounds[0].course.as_mut().unwrap();
        course.contact_by = Some(Channel::Text);
        course.deliver = vec![
            Deliverable { id: sample, what: "a sample".to_owned(), by: day("2026-12-31") },
            Deliverable { id: references, what: "references".to_owned(), by: day("2027-01-02") },
        ];
        let sent = EventKind::Delivered { round: FIRST, item: sample };
        let records = search([told.then("2026-12-30T15:00", sent)]);
        let mut items = all(Task::Deliver, &records, "2026-12-31T09:00");
        items.sort_unstable_by_key(|action| action.key.item);
        assert_eq!(times(&items[0]), ["2026-12-30T11:00", "2027-01-01T00:00", "–"]);
        assert_eq!(times(&items[1]), ["2026-12-30T11:00", "2027-01-03T00:00", "–"]);
        assert!(items.iter().all(|action| action.key.round == Some(FIRST)));
        assert!(items.iter().all(|action| (action.to, action.channel) == (Some(DANA), Some(Channel::Text))));
        assert_eq!((items[0].status, items[1].status), (Status::Done, Status::Open));
    }
}
